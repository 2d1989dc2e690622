// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/shared/factgrid.h"
#include "ui/shared/theme.h"

#include <QTextDocument>
#include <QTextDocumentFragment>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestFactGrid : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void serversWordsAreNoMarkupInToolTips()
    {
        FactGrid grid;
        ToneLabel *value = grid.add(u"X-Request-ID"_s);
        const QString text = u"<b>req</b> & more"_s;
        FactGrid::setFact(value, text);
        QCOMPARE(value->text(), text);
        QVERIFY(Qt::mightBeRichText(value->toolTip()));
        QCOMPARE(QTextDocumentFragment::fromHtml(value->toolTip()).toPlainText(), text);
        FactGrid::setFact(value, u"req_01 & more"_s);
        QCOMPARE(value->toolTip(), u"req_01 & more"_s);
        FactGrid::setFact(value, {});
        QCOMPARE(value->text(), u"none"_s);
        QCOMPARE(value->toolTip(), QString());
    }
};

QTEST_MAIN(TestFactGrid)
#include "tst_factgrid.moc"
