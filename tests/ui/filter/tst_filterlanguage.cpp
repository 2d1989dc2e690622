// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterparser.h"
#include "model/events/filterwords.h"
#include "tests/ui/uisupport.h"
#include "ui/filter/filterlanguage.h"
#include "ui/shared/theme.h"

#include <QSignalSpy>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestFilterLanguage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void everyExampleIsAFilter()
    {
        QVERIFY(FilterLanguage::examples().size() > 10);
        for (const QString &example : FilterLanguage::examples()) {
            QVERIFY2(parseFilter(example), qPrintable(example));
        }
    }

    void pressingAnExampleChoosesIt()
    {
        FilterLanguage page;
        page.show();
        QSignalSpy chosen(&page, &FilterLanguage::exampleChosen);
        const auto buttons = page.findChildren<QPushButton *>(u"example"_s);
        QCOMPARE(buttons.size(), FilterLanguage::examples().size());
        for (QPushButton *button : buttons) {
            button->click();
            QCOMPARE(chosen.takeFirst().front().toString(), button->accessibleName());
            QVERIFY(!button->accessibleDescription().isEmpty());
            QVERIFY(button->focusPolicy() & Qt::TabFocus);
        }
        QVERIFY(page.isVisible()); // For the next one.
        QVERIFY(unnamedInputs(page).isEmpty());
    }

    void everyFieldIsExplained()
    {
        FilterLanguage page;
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            texts << label->text();
        }
        for (const QString &word : fieldWords()) {
            QVERIFY2(texts.contains(word) || texts.contains(word + u".…"_s), qPrintable(word));
        }
    }

    void nothingIsCutAtTheSide()
    {
        FilterLanguage page;
        page.show();
        grab(page, u"filterlanguage"_s);
        for (const QPushButton *button : page.findChildren<QPushButton *>(u"example"_s)) {
            QVERIFY2(button->mapTo(&page, QPoint(button->width(), 0)).x() < page.width() * 3 / 4,
                     qPrintable(button->accessibleName()));
        }
    }
};

QTEST_MAIN(TestFilterLanguage)
#include "tst_filterlanguage.moc"
