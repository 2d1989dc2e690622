// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorstore.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

/// A clock that goes on by a second each time it is read.
class StepClock : public Clock
{
public:
    Instant now() const override { return m_now += std::chrono::seconds(1); }
    Instant last() const { return m_now; }

private:
    mutable Instant m_now = instantFromUs(1763848731306123);
};

const Instant kPlace = instantFromUs(1763848000000007);

Cursor named(const QString &name)
{
    Cursor cursor;
    cursor.environmentId = 1;
    cursor.name = name;
    cursor.position = AfterEvent{EventId("event_01"), kPlace};
    cursor.seen = {17, kPlace - std::chrono::minutes(5)};
    return cursor;
}

/// The tables as the first version made them, with one cursor that was renamed once.
constexpr const char *kFirstVersion[] = {
    "CREATE TABLE schema_versions (component TEXT PRIMARY KEY, version INTEGER NOT NULL)",
    "INSERT INTO schema_versions VALUES ('cursors', 1)",
    "CREATE TABLE cursors (id INTEGER PRIMARY KEY AUTOINCREMENT, environment_id INTEGER NOT NULL, name TEXT NOT NULL,"
    " note TEXT NOT NULL, event_id BLOB, position_us INTEGER NOT NULL, types TEXT NOT NULL, organization BLOB NOT NULL,"
    " version INTEGER NOT NULL, changed_at_us INTEGER NOT NULL, UNIQUE (environment_id, name))",
    "CREATE TABLE cursor_history (id INTEGER PRIMARY KEY AUTOINCREMENT, cursor_id INTEGER NOT NULL,"
    " environment_id INTEGER NOT NULL, change TEXT NOT NULL, what TEXT NOT NULL, undoes INTEGER NOT NULL,"
    " is_gone INTEGER NOT NULL, at_us INTEGER NOT NULL, before_state TEXT NOT NULL, after_state TEXT NOT NULL,"
    " version INTEGER NOT NULL, reason TEXT NOT NULL)",
    "INSERT INTO cursors VALUES (3, 1, 'B', '', x'6576656e745f3031', 77, '[]', x'', 2, 1000)",
    "INSERT INTO cursor_history VALUES (1, 3, 1, 'renamed', 'renamed', 0, 0, 1000,"
    " '{\"name\":\"A\",\"note\":\"\",\"time_us\":77,\"after\":\"event_01\",\"types\":[],\"organization\":\"\",\"version\":1,"
    "\"changed_at_us\":900}',"
    " '{\"name\":\"B\",\"note\":\"\",\"time_us\":77,\"after\":\"event_01\",\"types\":[],\"organization\":\"\",\"version\":2,"
    "\"changed_at_us\":1000}', 2, '')"};

} // namespace

/// When a cursor was set to its place and what had been read then, through its whole life.
class TestCursorPlaces : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        const char *row = QTest::currentDataTag();
        m_database.emplace(
            Database::open(m_folder.filePath(QString::fromUtf8(QTest::currentTestFunction())
                                             + QString::fromUtf8(row ? row : "")))
                .value());
    }

    void keepsWhatHadBeenReadWithThePlace()
    {
        CursorStore store = open();
        const Cursor created = store.create(named(u"A"_s)).value();
        QCOMPARE(created.placedAt, m_clock.last());
        QCOMPARE(created.seen, named({}).seen);

        Cursor wanted = created;
        wanted.note = u"note"_s;
        const Cursor edited = store.edit(wanted).value();
        QCOMPARE(edited.placedAt, created.placedAt); // the place is the same
        QCOMPARE(edited.seen, created.seen);
        QVERIFY(edited.changedAt > created.changedAt);

        MovePlan plan;
        plan.cursor = edited;
        plan.target = FromTime{kPlace - std::chrono::hours(1)};
        plan.change = CursorChange::RewoundByTime;
        plan.seen = {900, kPlace - std::chrono::hours(2)};
        const Cursor moved = store.apply(plan, {}).value();
        QCOMPARE(moved.seen, plan.seen);
        QCOMPARE(moved.placedAt, moved.changedAt);
        QCOMPARE(store.cursor(moved.id).value(), moved);

        const Cursor back = store.undo(1)->after;
        QCOMPARE(back.seen, created.seen);
        QCOMPARE(back.placedAt, created.placedAt);
        QCOMPARE(store.cursor(moved.id).value(), back);
        const Cursor again = store.redo(1)->after;
        QCOMPARE(again.seen, plan.seen);
        QCOMPARE(again.placedAt, moved.placedAt);

        // Restored from the history without knowing: nothing is claimed to have been read.
        const Cursor unknown =
            store.move(again, FromTime{kPlace}, CursorChange::Restored, {}).value();
        QVERIFY(!unknown.seen.isKnown());
        QCOMPARE(store.cursor(moved.id).value(), unknown);
        const auto history = store.history(moved.id).value();
        QCOMPARE(history.first().after, unknown);
        QCOMPARE(history.first().before.seen, plan.seen);
    }

    void takesOverWhatTheFirstVersionStored()
    {
        for (const char *sql : kFirstVersion) {
            QVERIFY(m_database->execute(sql));
        }
        CursorStore store = open();
        const Cursor old = store.cursors(1)->value(0);
        QCOMPARE(old.name, u"B"_s);
        QCOMPARE(old.placedAt, instantFromUs(1000));
        QVERIFY(!old.seen.isKnown());
        const auto history = store.history(old.id).value();
        QCOMPARE(history.first().before.placedAt, instantFromUs(900));
        QCOMPARE(history.first().how, QString());
        QVERIFY(!history.first().after.seen.isKnown());
        QCOMPARE(store.undo(1)->after.name, u"A"_s);
        QCOMPARE(open().cursors(1)->value(0).name, u"A"_s);
    }

    void takesBackWhatWasImportedOrRecovered_data()
    {
        QTest::addColumn<CursorChange>("change");
        QTest::newRow("created") << CursorChange::Created;
        QTest::newRow("imported") << CursorChange::Imported;
        QTest::newRow("recovered") << CursorChange::Recovered;
    }

    void takesBackWhatWasImportedOrRecovered()
    {
        QFETCH(const CursorChange, change);
        CursorStore store = open();
        const Cursor made = store.create(named(u"A"_s), change, u"a file"_s, u"why"_s).value();
        const CursorHistoryEntry entry = store.history(made.id)->first();
        QCOMPARE(entry.change, change);
        QCOMPARE(entry.what, change);
        QCOMPARE(entry.how, u"a file"_s);
        QCOMPARE(entry.reason, u"why"_s);
        QVERIFY(isCreation(entry));
        const Cursor moved = store.move(made, FromTime{kPlace}, change, {}, u"other"_s).value();
        QVERIFY(!isCreation(store.history(made.id)->first()));

        QCOMPARE(store.undo(1)->after.position, made.position);
        const CursorHistoryEntry uncreated = store.undo(1).value();
        QVERIFY(uncreated.isGone);
        QCOMPARE(uncreated.what, change);
        QCOMPARE(uncreated.how, u"a file"_s);
        QVERIFY(store.cursors(1)->isEmpty());
        QVERIFY(!store.redo(1)->isGone);
        QCOMPARE(store.redo(1)->after.position, moved.position);
    }

    void takesNothingBackThatThePersonDoesNotKnow()
    {
        CursorStore mine = open();
        CursorStore theirs = open();
        const Cursor made = mine.create(named(u"A"_s)).value();
        KnownHistory known{mine.newestEntry(1).value(), {}};
        const Cursor moved =
            theirs.move(made, FromTime{kPlace}, CursorChange::RewoundToTime, {}).value();
        const auto refused = mine.undo(1, known);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().message.contains(u"2025-11-22T21:46:40.000Z"_s)); // where it stands
        QCOMPARE(mine.cursor(made.id).value(), moved);
        QCOMPARE(mine.redo(1, known).error().code, ErrorCode::Conflict);
        const auto foreign = mine.entriesAfter(1, known.upTo).value();
        QCOMPARE(foreign.size(), 1);
        QCOMPARE(foreign.first().after, moved);
        QCOMPARE(theirs.written(), (std::vector<qint64>{foreign.first().id}));
        QCOMPARE(mine.written(), (std::vector<qint64>{known.upTo}));

        // Once it is known, or the person's own, it is taken back as any other.
        known.own.insert(foreign.first().id);
        QCOMPARE(mine.undo(1, known)->after.position, made.position);
    }

private:
    CursorStore open() { return CursorStore::open(*m_database, m_clock).value(); }
    QTemporaryDir m_folder;
    std::optional<Database> m_database;
    StepClock m_clock;
};

QTEST_GUILESS_MAIN(TestCursorPlaces)
#include "tst_cursorplaces.moc"
