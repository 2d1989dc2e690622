// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/cursors/rewindsamples.h"
#include "ui/cursors/rewindpreview.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QScreen>
#include <QScrollArea>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

/// The Rewind dialog in the smallest window; run once more with text of 200 %.
class TestRewindSmall : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        if (const int px = qEnvironmentVariableIntValue("PLAYHEAD_TEST_FONT_PX"); px > 0) {
            QFont font = QApplication::font();
            font.setPixelSize(px);
            QApplication::setFont(font);
        }
        applyTheme(ThemeChoice::Light);
    }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void nothingIsCutInTheSmallestWindow()
    {
        QWidget window;
        window.resize(960, 600);
        window.show();
        Questions questions;
        RewindDialog dialog(someCursor(), questions.reader(), someContext(), &window);
        dialog.open();
        questions.answers.first()(somePlan());
        QTest::qWait(0);
        grab(dialog, u"rewind-small-%1"_s.arg(scaledPx(100)));
        // With large text it may be higher than the window, never than the screen.
        const int most = std::max(600 * scaledPx(100) / 100, 600);
        QVERIFY2(dialog.height() <= std::min(most, dialog.screen()->availableGeometry().height()),
                 qPrintable(QString::number(dialog.height())));
        // What does not fit is scrolled to, and only downwards.
        const auto *scroll = dialog.findChild<QScrollArea *>();
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
        QCOMPARE(scroll->focusPolicy(), Qt::TabFocus);
        const QRect apply(applyOf(dialog)->mapTo(&dialog, QPoint()), applyOf(dialog)->size());
        QVERIFY(dialog.rect().contains(apply));
        const auto *form = dialog.findChild<RewindForm *>();
        for (const auto *field :
             form->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            QVERIFY2(!field->isVisible() || form->rect().contains(field->geometry()),
                     qPrintable(field->accessibleName()));
        }
    }

    void whatHasTheKeyboardIsSeen()
    {
        QWidget window;
        window.resize(960, 600);
        window.show();
        Questions questions;
        RewindDialog dialog(someCursor(), questions.reader(), someContext(), &window);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        questions.answers.first()(somePlan());
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
            const QWidget *focus = dialog.focusWidget();
            const QRect place(focus->mapTo(&dialog, QPoint()), focus->size());
            QVERIFY2(dialog.rect().contains(place.topLeft() + QPoint(4, 4)),
                     qPrintable(u"%1 %2 at %3,%4"_s
                                    .arg(QString::fromLatin1(focus->metaObject()->className()),
                                         focus->objectName())
                                    .arg(place.x())
                                    .arg(place.y())));
        }
    }
};

} // namespace playhead

QTEST_MAIN(playhead::TestRewindSmall)
#include "tst_rewindsmall.moc"
