// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/curlcommand.h"
#include "tests/model/events/eventtable.h"
#include "tests/ui/uisupport.h"
#include "ui/events/eventcopying.h"
#include "ui/events/eventtable.h"
#include "ui/shared/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace playhead;
using What = EventCopying::What;

namespace {

const QString kBefore = u"what was there before"_s;
const QUrl kUrl(u"https://api.workos.com"_s);

struct Stand
{
    explicit Stand(quint32 events = 100, const QByteArray &data = user("user_1", "org_1"))
        : rows(store)
        , clock(kMadeStart + std::chrono::hours(1))
        , table(rows.model, clock)
        , copying(rows.model, table)
        , copied(&copying, &EventCopying::copied)
        , tooMuch(&copying, &EventCopying::tooMuch)
        , stopped(&copying, &EventCopying::stopped)
    {
        store.addTo(events, 0, "user.created", data);
        FetchScope scope;
        scope.range = {kMadeStart, kMadeStart + std::chrono::hours(2)};
        rows.model.setScope(scope);
        rows.model.setSnapshot(store.snapshot());
        table.resize(900, 500);
        table.show();
        QGuiApplication::clipboard()->setText(kBefore);
    }
    std::vector<EventRow> all() const
    {
        std::vector<EventRow> found(store.snapshot().rowCount());
        std::iota(found.begin(), found.end(), 0U);
        return found;
    }
    /// The lines that are expected.
    QStringList lines(What what) const
    {
        const EventSnapshot events = store.snapshot();
        QStringList found;
        for (EventRow row = 0; row < events.rowCount(); ++row) {
            found.append(
                what == What::Json   ? QString::fromUtf8(events.raw(row))
                : what == What::Id   ? events.id(row).toString()
                : what == What::Time ? QString::fromUtf8(isoUtcMs(events.createdAt(row)))
                : what == What::Row
                    ? table.rowText(row)
                    : QString::fromUtf8(curlCommand(kUrl, "user.created", events.createdAt(row))));
        }
        return found;
    }

    MadeStore store;
    Table rows;
    FixedClock clock;
    EventTable table;
    EventCopying copying;
    QSignalSpy copied;
    QSignalSpy tooMuch;
    QSignalSpy stopped;
};

QString clipboardText()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

class TestEventCopying : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { QTest::failOnWarning(anyRealWarning()); }
    void eachKind_data();
    void eachKind();
    void selectionIsReadByRanges();
    void tooMuchLeavesTheClipboard();
    void aNewerCopyTakesThePlace();
    void rowsThatGoStopTheirCopy();
    void nothingSelectedCopiesNothing();
};

void TestEventCopying::eachKind_data()
{
    QTest::addColumn<quint32>("events");
    QTest::addColumn<What>("what");
    for (const quint32 events : {1U, 100U, 3000U}) {
        for (const What what : {What::Json, What::Id, What::Row, What::Time, What::Curl}) {
            QTest::addRow("%d of %u", int(what), events) << events << what;
        }
    }
}

void TestEventCopying::eachKind()
{
    QFETCH(quint32, events);
    QFETCH(What, what);
    Stand s(events);
    QSignalSpy begun(&s.copying, &EventCopying::begun);
    s.copying.copy(what, s.all(), kUrl);
    // Few are there at once; many come when all are.
    QCOMPARE(begun.size(), events > 500 ? 1 : 0);
    QCOMPARE(s.copied.size(), events > 500 ? 0 : 1);
    if (events > 500) {
        QCOMPARE(clipboardText(), kBefore);
    }
    QTRY_COMPARE(s.copied.size(), 1);
    QCOMPARE(s.copied.first().first().toULongLong(), qulonglong(events));
    QCOMPARE(clipboardText().split(u'\n'), s.lines(what));
}

void TestEventCopying::selectionIsReadByRanges()
{
    Stand s(2000);
    s.table.selectAll();
    QCOMPARE(s.table.selectionModel()->selection().size(), 1);
    QCOMPARE(s.table.selectedCount(), qint64(2000));
    QCOMPARE(s.table.selectedEvents(), s.all());
    // Overlapping ranges, in any order, tell each event once and in the table's order.
    const auto range = [&s](int top, int bottom) {
        return QItemSelectionRange(s.rows.model.index(top, 0),
                                   s.rows.model.index(bottom, s.rows.model.columnCount() - 1));
    };
    QItemSelection selection;
    selection.append(range(50, 60));
    selection.append(range(3, 5));
    selection.append(range(58, 62));
    s.table.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    std::vector<EventRow> expected{3, 4, 5};
    for (EventRow row = 50; row <= 62; ++row) {
        expected.push_back(row);
    }
    QCOMPARE(s.table.selectedEvents(), expected);
}

void TestEventCopying::tooMuchLeavesTheClipboard()
{
    Stand s(70, user("user_1", "org_1", "\"note\":\"" + QByteArray(1'000'000, 'x') + '"'));
    QVERIFY(s.rows.model.addPathColumn(u"data.note"_s));
    for (const What what : {What::Json, What::Row}) {
        s.tooMuch.clear();
        s.copying.copy(what, s.all());
        QTRY_COMPARE(s.tooMuch.size(), 1);
        QCOMPARE(s.tooMuch.first().first().toInt(), 70);
        QVERIFY(s.copied.isEmpty());
        QCOMPARE(clipboardText(), kBefore);
    }
    // A part of them is not too much.
    s.copying.copy(What::Json, {0, 1, 2});
    QTRY_COMPARE(s.copied.size(), 1);
    QVERIFY(clipboardText().size() > 3'000'000);
}

void TestEventCopying::aNewerCopyTakesThePlace()
{
    Stand s(20'000);
    s.copying.copy(What::Json, s.all());
    s.copying.copy(What::Row, s.all());
    s.copying.copy(What::Id, s.all());
    QTRY_COMPARE(s.copied.size(), 1);
    QCOMPARE(clipboardText().split(u'\n'), s.lines(What::Id));
    QCoreApplication::processEvents();
    QCOMPARE(s.copied.size(), 1);
}

void TestEventCopying::rowsThatGoStopTheirCopy()
{
    Stand s(20'000);
    s.copying.copy(What::Row, s.all());
    EventFilter filter;
    filter.hiddenTypes = {"user.created"};
    s.rows.model.setFilter(filter);
    QCOMPARE(s.stopped.size(), 1);
    QCoreApplication::processEvents();
    QVERIFY(s.copied.isEmpty());
    QCOMPARE(clipboardText(), kBefore);
}

void TestEventCopying::nothingSelectedCopiesNothing()
{
    Stand s;
    s.copying.copy(What::Json, s.table.selectedEvents());
    QVERIFY(s.copied.isEmpty());
    QCOMPARE(clipboardText(), kBefore);
}

QTEST_MAIN(TestEventCopying)
#include "tst_eventcopying.moc"
