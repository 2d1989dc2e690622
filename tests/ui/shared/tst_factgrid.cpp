// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/shared/factgrid.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QTextDocument>
#include <QTextDocumentFragment>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

const QString kId = u"event_01M84BNV312SDAW7Y1RSSQ5A2R"_s;

} // namespace

class TestFactGrid : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void aCutFactSaysSo()
    {
        FactGrid grid;
        ToneLabel *value = grid.add(u"Next"_s);
        FactGrid::setFact(value, kId);
        grid.resize(220, 40);
        grid.show();
        QVERIFY(QTest::qWaitForWindowExposed(&grid));
        value->clearFocus(); // The text cursor is not looked at here.
        const int room = value->width();
        QVERIFY(value->fontMetrics().horizontalAdvance(kId) > room);
        const QImage cut = grab(*value, u"fact-cut"_s);
        // The end tells ids apart, so the middle goes.
        const QString shortened = value->fontMetrics().elidedText(kId, Qt::ElideMiddle, room);
        QVERIFY(shortened.contains(u'…') && shortened.endsWith(u"2R"_s));
        FactGrid::setFact(value, shortened);
        QCOMPARE(cut, grab(*value, u"fact-shortened"_s));
        QCOMPARE(value->text(), shortened);
    }

    void factsAreCopiedByKeys()
    {
        FactGrid grid;
        ToneLabel *first = grid.add(u"Sent"_s);
        FactGrid::setFact(first, u"now"_s);
        ToneLabel *absent = grid.add(u"After"_s);
        ToneLabel *value = grid.add(u"Next"_s);
        FactGrid::setFact(value, kId);
        grid.resize(220, 40);
        grid.show();
        grid.activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), &grid);
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Tab);
        QVERIFY(!absent->hasFocus()); // There is nothing to copy.
        QCOMPARE(QApplication::focusWidget(), value);
        grab(grid, u"fact-selected"_s);
        QCOMPARE(value->selectedText(), kId);
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(value, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), kId);
    }

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
