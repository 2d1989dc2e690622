// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/mainwindow/firstrunpage.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"
#include "ui/sidebar/sectionhead.h"

#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestFirstRunPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(anyRealWarning());
        applyTheme(ThemeChoice::Light);
    }

    void buttonsOfferTheWaysIn()
    {
        FirstRunPage page;
        QSignalSpy connected(&page, &FirstRunPage::connectRequested);
        QSignalSpy demo(&page, &FirstRunPage::demoRequested);
        QSignalSpy capture(&page, &FirstRunPage::captureRequested);
        const auto buttons = page.findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 3);
        QCOMPARE(buttons[0]->text(), u"Connect…"_s);
        buttons[0]->click();
        QCOMPARE(connected.size(), 1);
        buttons[1]->click();
        QCOMPARE(demo.size(), 1);
        QCOMPARE(buttons[2]->text(), u"Open…"_s);
        buttons[2]->click();
        QCOMPARE(capture.size(), 1);
    }

    void namesTheKeysOfTheShortcuts()
    {
        FirstRunPage page;
        page.setShortcutsKeys(u"Ctrl+?"_s);
        QCOMPARE(page.findChild<KeyHintText *>()->accessibleName(),
                 u"Ctrl+? lists the shortcuts"_s);
        page.setShortcutsKeys({});
        QVERIFY(page.findChild<KeyHintText *>()->isHidden());
    }

    void cardsStandInOneColumn_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1440x900") << QSize(1208, 630);
        QTest::newRow("960x600") << QSize(960, 430);
    }

    void cardsStandInOneColumn()
    {
        QFETCH(const QSize, size);
        FirstRunPage page;
        page.setShortcutsKeys(u"Ctrl+?"_s);
        page.resize(size);
        page.show();
        const QImage picture = grab(page, u"first-run-page-%1"_s.arg(size.width()));
        const auto cards = page.findChildren<Card *>();
        QCOMPARE(cards.size(), 3);
        const auto placeOf = [&page](const QWidget *widget) {
            return QRect(widget->mapTo(&page, QPoint()), widget->size());
        };
        const QRect upper = placeOf(cards[0]);
        const QRect lower = placeOf(cards[1]);
        QCOMPARE(upper.width(), 684);
        QCOMPARE(upper.left(), lower.left());
        QCOMPARE(lower.top() - upper.bottom() - 1, 10);
        QCOMPARE(upper.height(), lower.height()); // One line of text each.
        QVERIFY(qAbs(upper.center().x() - page.rect().center().x()) <= 1);
        // The head begins at the cards' left edge, its title beside the mark.
        const QList<ToneLabel *> texts = page.findChildren<ToneLabel *>();
        QCOMPARE(placeOf(texts[0]).left(), upper.left() + 24 + 14);
        QCOMPARE(picture.pixelColor(2, 2), tokens().base);
    }
};

QTEST_MAIN(TestFirstRunPage)
#include "tst_firstrunpage.moc"
