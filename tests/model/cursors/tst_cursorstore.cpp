// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorstore.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <deque>
#include <map>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

const Instant kNow = instantFromUs(1763848731306123);
const FixedClock kClock(kNow);

Cursor named(const QString &name, qint64 environmentId = 1)
{
    Cursor cursor;
    cursor.environmentId = environmentId;
    cursor.name = name;
    cursor.note = u"line one\nline two"_s;
    cursor.position = AfterEvent{EventId("event_01"), kNow};
    cursor.types = {QByteArrayLiteral("user.created"), QByteArrayLiteral("dsync.user.created")};
    cursor.organization = OrganizationId("org_A");
    return cursor;
}

/// One connection, as a process has it.
struct Connection
{
    explicit Connection(const QString &path)
        : database(Database::open(path))
        , store(database ? CursorStore::open(*database, kClock)
                         : tl::unexpected<Error>(database.error()))
    {}
    Result<Database> database;
    Result<CursorStore> store;
};

/// What a person sees of a cursor: all but version and time of change.
using Seen = std::tuple<QString, QString, CursorPosition>;
using Shelf = std::map<qint64, Seen>;

Seen seen(const Cursor &cursor)
{
    return {cursor.name, cursor.note, cursor.position};
}

Shelf shelfOf(CursorStore &store, qint64 environmentId)
{
    Shelf shelf;
    const QList<Cursor> cursors = store.cursors(environmentId).value();
    for (const Cursor &cursor : cursors) {
        shelf.emplace(cursor.id, seen(cursor));
    }
    return shelf;
}

/// The rules of undo and redo as plainly as can be: whole shelves on two stacks.
struct Model
{
    Shelf shelf;
    std::vector<Shelf> undo;
    std::vector<Shelf> redo;

    void changed(Shelf next)
    {
        undo.push_back(std::exchange(shelf, std::move(next)));
        redo.clear();
    }
};

} // namespace

class TestCursorStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void keepsEverythingOverARestart()
    {
        Cursor after;
        Cursor from;
        {
            Connection one(path());
            QVERIFY(one.store);
            after = one.store->create(named(u"  nightly sync "_s)).value();
            QVERIFY(after.id > 0);
            QCOMPARE(after.name, u"nightly sync"_s);
            QCOMPARE(after.version, 1);
            QCOMPARE(after.changedAt, kNow);
            QCOMPARE(after.types,
                     (QList<QByteArray>{"dsync.user.created", "user.created"})); // sorted
            Cursor other = named(u"Ænother 😀"_s);
            other.position = FromTime{kNow - std::chrono::hours(1)};
            other.types.clear();
            other.organization = {};
            from = one.store->create(other).value();
        }
        Connection two(path());
        QVERIFY(two.store);
        QCOMPARE(two.store->cursors(1).value(), (QList<Cursor>{after, from}));
        QCOMPARE(two.store->cursor(from.id).value(), from);
        QVERIFY(two.store->cursors(2).value().isEmpty());
        QCOMPARE(two.store->cursor(99).error().code, ErrorCode::NotFound);
        const auto history = two.store->history(after.id).value();
        QCOMPARE(history.size(), 1);
        QCOMPARE(history.first().change, CursorChange::Created);
        QCOMPARE(history.first().before, after);
        QCOMPARE(history.first().after, after);
    }

    void holdsNamesUniqueWithinAnEnvironment()
    {
        Connection one(path());
        QVERIFY(one.store);
        const Cursor first = one.store->create(named(u"A"_s)).value();
        QCOMPARE(one.store->create(named(u" A "_s)).error().code, ErrorCode::AlreadyExists);
        QVERIFY(one.store->create(named(u"A"_s, 2)));
        QCOMPARE(one.store->create(named(u"  "_s)).error().code, ErrorCode::WrongUsage);
        Cursor nowhere = named(u"nowhere"_s);
        nowhere.position = AfterEvent{};
        QCOMPARE(one.store->create(nowhere).error().code, ErrorCode::WrongUsage);
        Cursor second = one.store->create(named(u"B"_s)).value();
        second.name = u"A"_s;
        QCOMPARE(one.store->edit(second).error().code, ErrorCode::AlreadyExists);
        second.name = u"C"_s;
        second.note = u"new"_s;
        const auto renamed = one.store->edit(second);
        QCOMPARE(renamed->name, u"C"_s);
        QCOMPARE(renamed->note, u"new"_s);
        QCOMPARE(renamed->version, 2);
        QCOMPARE(renamed->position, second.position);
        QCOMPARE(one.store->history(second.id)->first().change, CursorChange::Renamed);
        QVERIFY(one.store->edit(first)); // no difference, nothing written
        QCOMPARE(one.store->history(first.id)->size(), 1);
    }

    void writesEachMoveIntoTheHistory()
    {
        Connection one(path());
        QVERIFY(one.store);
        const Cursor created = one.store->create(named(u"A"_s)).value();
        MovePlan plan;
        plan.cursor = created;
        plan.target = FromTime{kNow - std::chrono::hours(2)};
        plan.change = CursorChange::RewoundByTime;
        plan.how = u"2 h"_s;
        const auto moved = one.store->apply(plan, u"handler was down"_s);
        QVERIFY(moved);
        QCOMPARE(moved->position, plan.target);
        QCOMPARE(moved->version, 2);
        const auto history = one.store->history(created.id).value();
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.first().change, CursorChange::RewoundByTime);
        QCOMPARE(history.first().before, created);
        QCOMPARE(history.first().after, *moved);
        QCOMPARE(history.first().reason, u"handler was down"_s);
        QCOMPARE(history.first().at, kNow);
        QCOMPARE(history.first().how, u"2 h"_s);
        // The plan was made on the version before: it is refused, and nothing changes.
        QCOMPARE(one.store->apply(plan, {}).error().code, ErrorCode::Conflict);
        QCOMPARE(one.store->cursor(created.id).value(), *moved);
        QCOMPARE(one.store->history(created.id)->size(), 2);
    }

    void refusesWhatAnotherProcessChanged()
    {
        Connection one(path());
        Connection two(path());
        QVERIFY(one.store && two.store);
        const Cursor seenByBoth = one.store->create(named(u"A"_s)).value();
        QCOMPARE(two.store->cursor(seenByBoth.id).value(), seenByBoth);
        const Cursor moved =
            two.store->move(seenByBoth, FromTime{kNow}, CursorChange::RewoundToTime, u"theirs"_s)
                .value();
        const auto mine =
            one.store->move(seenByBoth, FromTime{}, CursorChange::RewoundToTime, u"mine"_s);
        QCOMPARE(mine.error().code, ErrorCode::Conflict);
        QVERIFY(mine.error().message.contains(u"A"_s));
        QCOMPARE(one.store->edit(seenByBoth).error().code, ErrorCode::Conflict);
        QCOMPARE(one.store->remove(seenByBoth).error().code, ErrorCode::Conflict);
        QCOMPARE(one.store->cursor(seenByBoth.id).value(), moved);
        // Even a change that left no entry is not undone over.
        QVERIFY(two.database->execute("UPDATE cursors SET position_us = 1, event_id = NULL"));
        QCOMPARE(one.store->undo(1).error().code, ErrorCode::Conflict);
        QVERIFY(two.store->remove(moved));
        QCOMPARE(one.store->move(moved, FromTime{}, CursorChange::Moved, {}).error().code,
                 ErrorCode::Conflict);
        Cursor never = moved;
        never.id = 12345;
        QCOMPARE(one.store->remove(never).error().code, ErrorCode::NotFound);
    }

    void bringsADeletedCursorBack()
    {
        Connection one(path());
        QVERIFY(one.store);
        const Cursor created = one.store->create(named(u"A"_s)).value();
        const Cursor moved =
            one.store->move(created, FromTime{kNow}, CursorChange::RewoundToTime, u"why"_s).value();
        QVERIFY(one.store->remove(moved));
        QVERIFY(one.store->cursors(1)->isEmpty());
        const auto state = one.store->undoState(1).value();
        QCOMPARE(state.undo.value().change, CursorChange::Deleted);
        QVERIFY(!state.redo);

        const auto back = one.store->undo(1);
        QVERIFY(back);
        QCOMPARE(back->change, CursorChange::Undone);
        QCOMPARE(back->what, CursorChange::Deleted);
        QVERIFY(!back->isGone);
        const Cursor restored = one.store->cursor(created.id).value();
        QCOMPARE(seen(restored), seen(moved));
        QCOMPARE(restored.types, moved.types);
        QCOMPARE(restored.organization, moved.organization);
        QVERIFY(restored.version
                > moved.version); // a change that was planned before the delete stays refused
        QCOMPARE(one.store->edit(moved).error().code, ErrorCode::Conflict);

        const auto unmoved = one.store->undo(1);
        QCOMPARE(unmoved->what, CursorChange::RewoundToTime);
        QCOMPARE(unmoved->reason, u"why"_s);
        QCOMPARE(unmoved->after.position, created.position);
        const auto uncreated = one.store->undo(1);
        QVERIFY(uncreated->isGone);
        QVERIFY(one.store->cursors(1)->isEmpty());
        QCOMPARE(one.store->undo(1).error().code, ErrorCode::NotFound);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(one.store->redo(1));
        }
        QCOMPARE(one.store->redo(1).error().code, ErrorCode::NotFound);
        QVERIFY(one.store->cursors(1)->isEmpty()); // created, moved, deleted again
        QCOMPARE(one.store->history(created.id)->size(), 9); // nothing was erased
    }

    void undoesPerEnvironment()
    {
        Connection one(path());
        QVERIFY(one.store);
        QVERIFY(one.store->create(named(u"A"_s, 1)));
        QVERIFY(one.store->create(named(u"B"_s, 2)));
        QVERIFY(one.store->undo(1)->isGone);
        QVERIFY(one.store->cursors(1)->isEmpty());
        QCOMPARE(one.store->cursors(2)->size(), 1);
        QCOMPARE(one.store->undo(3).error().code, ErrorCode::NotFound);
    }

    void agreesWithTheRulesOnRandomChanges()
    {
        QRandomGenerator random(7);
        const auto below = [&random](int end) { return static_cast<int>(random.bounded(end)); };
        std::deque<Connection> processes; // the stores point to their neighbours: nothing may move
        processes.emplace_back(path());
        processes.emplace_back(path());
        std::map<qint64, Model> models{{1, {}}, {2, {}}};
        qsizetype entries = 0;
        for (int i = 0; i < 600; ++i) {
            if (below(50) == 0) { // a restart
                processes.clear();
                processes.emplace_back(path());
                processes.emplace_back(path());
            }
            CursorStore &store = *processes.at(static_cast<size_t>(below(2))).store;
            const qint64 environment = 1 + below(2);
            Model &model = models[environment];
            const QString name = u"name %1"_s.arg(below(6));
            const CursorPosition place =
                below(2) == 0
                    ? CursorPosition(FromTime{kNow + Duration(below(5))})
                    : CursorPosition(
                        AfterEvent{EventId("event_" + QByteArray::number(below(5))), kNow});
            Cursor cursor;
            if (!model.shelf.empty()) {
                auto some = model.shelf.begin();
                std::advance(some, below(static_cast<int>(model.shelf.size())));
                cursor = store.cursor(some->first).value();
            }
            const bool isTaken =
                std::any_of(model.shelf.begin(), model.shelf.end(), [&](const auto &other) {
                    return other.first != cursor.id && std::get<0>(other.second) == name;
                });
            const int dice = below(10);
            Shelf next = model.shelf;
            if (dice < 3 || (dice < 7 && cursor.id == 0)) {
                Cursor wanted = named(name, environment);
                wanted.position = place;
                const bool isThere = isTaken || (cursor.id != 0 && cursor.name == name);
                const auto created = store.create(wanted);
                QCOMPARE(created.has_value(), !isThere);
                if (created) {
                    next.emplace(created->id, seen(*created));
                    model.changed(next);
                    ++entries;
                }
            } else if (dice < 5) {
                const bool isSame = cursor.position == place;
                const auto moved = store.move(cursor, place, CursorChange::Moved, u"r"_s);
                QVERIFY(moved);
                if (!isSame) {
                    next[cursor.id] = seen(*moved);
                    model.changed(next);
                    ++entries;
                    QCOMPARE(store.move(cursor, place, CursorChange::Moved, {}).error().code,
                             ErrorCode::Conflict);
                }
            } else if (dice == 5) {
                Cursor wanted = cursor;
                wanted.name = name;
                wanted.note = u"note %1"_s.arg(below(2));
                const bool isSame = seen(wanted) == seen(cursor);
                const auto edited = store.edit(wanted);
                QCOMPARE(edited.has_value(), isSame || !isTaken);
                if (edited && !isSame) {
                    next[cursor.id] = seen(*edited);
                    model.changed(next);
                    ++entries;
                }
            } else if (dice == 6) {
                QVERIFY(store.remove(cursor));
                next.erase(cursor.id);
                model.changed(next);
                ++entries;
            } else {
                const bool isUndo = dice < 9;
                std::vector<Shelf> &stack = isUndo ? model.undo : model.redo;
                const auto entry = isUndo ? store.undo(environment) : store.redo(environment);
                QCOMPARE(entry.has_value(), !stack.empty());
                if (entry) {
                    ++entries;
                    (isUndo ? model.redo : model.undo)
                        .push_back(std::exchange(model.shelf, stack.back()));
                    stack.pop_back();
                    const Shelf::const_iterator now = model.shelf.find(entry->cursorId);
                    QCOMPARE(entry->isGone, now == model.shelf.cend());
                    QVERIFY(entry->isGone || now->second == seen(entry->after));
                }
            }
            for (Connection &process : processes) {
                QCOMPARE(shelfOf(*process.store, environment) == model.shelf, true);
            }
            const auto state = store.undoState(environment).value();
            QCOMPARE(state.undo.has_value(), !model.undo.empty());
            QCOMPARE(state.redo.has_value(), !model.redo.empty());
        }
        // Every change is one entry, and versions only ever rise.
        qsizetype stored = 0;
        for (qint64 id = 1; id < 1000; ++id) {
            const auto history = processes.front().store->history(id).value();
            stored += history.size();
            for (qsizetype i = 1; i < history.size(); ++i) {
                QVERIFY(history.at(i - 1).id > history.at(i).id);
                QVERIFY(history.at(i - 1).after.version >= history.at(i).after.version);
            }
        }
        QCOMPARE(stored, entries);
        QVERIFY(entries > 300);
    }

private:
    QString path() const
    {
        return m_folder.filePath(QString::fromUtf8(QTest::currentTestFunction()) + u".sqlite"_s);
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCursorStore)
#include "tst_cursorstore.moc"
