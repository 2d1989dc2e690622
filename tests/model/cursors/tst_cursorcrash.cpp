// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorfile.h"
#include "tests/model/cursors/plaincursors.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace playhead;
using namespace playhead::test;
using namespace Qt::StringLiterals;

namespace {

const FixedClock kClock(instantFromUs(1763848731306123));
constexpr qint64 kEnvironment = 1;
constexpr int kRounds = 25;

quint32 numberOf(int round, int deed)
{
    return static_cast<quint32>(round * 100'000 + deed);
}

/// The plain lists after rounds of so many deeds each.
PlainCursors plainAfter(const QList<int> &rounds)
{
    PlainCursors plain;
    for (int round = 0; round < rounds.size(); ++round) {
        for (int deed = 0; deed < rounds.at(round); ++deed) {
            doPlainly(plain, deedOf(plain, numberOf(round, deed)));
        }
    }
    return plain;
}

struct Stores
{
    explicit Stores(const QString &path)
        : database(Database::open(path).value())
        , cursors(CursorStore::open(database, kClock).value())
        , places(SavedPlaceStore::open(database, kClock).value())
    {}
    Database database;
    CursorStore cursors;
    SavedPlaceStore places;
};

/// As a person does who accepts all that the file has.
bool importReally(Stores &stores, const std::vector<Seen> &imported)
{
    CursorFile file;
    QSet<QString> accepted;
    for (const Seen &wanted : imported) {
        Cursor cursor;
        cursor.name = wanted.name;
        cursor.note = wanted.note;
        cursor.position = wanted.position;
        file.cursors.append(cursor);
        accepted.insert(cursor.name);
    }
    const auto cursors = stores.cursors.cursors(kEnvironment);
    const auto places = stores.places.places(kEnvironment);
    return cursors && places
           && importCursors(stores.cursors,
                            stores.places,
                            kEnvironment,
                            planCursorImport(file, {}, {}, *cursors, *places),
                            accepted);
}

/// The same deed in the store. Whether it went as it should: done, or refused for its reason.
bool doReally(std::unique_ptr<Stores> &stores, const QString &path, const CursorDeed &deed)
{
    using What = CursorDeed::What;
    const auto isOr = [](const auto &result, ErrorCode refusal) {
        return result.has_value() || result.error().code == refusal;
    };
    CursorStore &store = stores->cursors;
    Cursor cursor = deed.what == What::Create ? Cursor() : store.cursor(deed.id).value_or(Cursor());
    switch (deed.what) {
    case What::Create:
        cursor.environmentId = kEnvironment;
        cursor.name = deed.wanted.name;
        cursor.note = deed.wanted.note;
        cursor.position = deed.wanted.position;
        cursor.seen = deed.wanted.seen;
        return isOr(store.create(cursor), ErrorCode::AlreadyExists);
    case What::Move:
    case What::Restore: {
        MovePlan plan;
        plan.cursor = cursor;
        plan.target = deed.wanted.position;
        plan.seen = deed.wanted.seen;
        plan.change = deed.what == What::Move ? CursorChange::Moved : CursorChange::Restored;
        return store.apply(plan, u"reason"_s).has_value();
    }
    case What::Edit:
        cursor.name = deed.wanted.name;
        cursor.note = deed.wanted.note;
        return isOr(store.edit(cursor), ErrorCode::AlreadyExists);
    case What::Remove:
        return store.remove(cursor).has_value();
    case What::Undo:
        return isOr(store.undo(kEnvironment), ErrorCode::NotFound);
    case What::Redo:
        return isOr(store.redo(kEnvironment), ErrorCode::NotFound);
    case What::SavePlace:
        return isOr(stores->places.save(savedPlaceOf(cursor, deed.wanted.name)),
                    ErrorCode::AlreadyExists);
    case What::RemovePlace: {
        const auto place = stores->places.place(kEnvironment, deed.wanted.name).value();
        return !place || stores->places.remove(*place);
    }
    case What::Import:
        return importReally(*stores, deed.imported);
    case What::Reopen:
        stores.reset();
        stores = std::make_unique<Stores>(path);
        return true;
    }
    return false;
}

/// The child: does one deed after the other until it is killed, and says before each one its number. The first deed of the
/// round was done by another writer.
int writeUntilKilled(const QString &path, const QList<int> &rounds)
{
    QFile out;
    if (!out.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return 1;
    }
    PlainCursors plain = plainAfter(rounds);
    auto stores = std::make_unique<Stores>(path);
    const int round = static_cast<int>(rounds.size());
    doPlainly(plain, deedOf(plain, numberOf(round, 0)));
    for (int number = 1;; ++number) {
        out.write(reinterpret_cast<const char *>(&number), sizeof number);
        const CursorDeed deed = deedOf(plain, numberOf(round, number));
        if (!doReally(stores, path, deed)) {
            return 2;
        }
        doPlainly(plain, deed);
    }
}

/// Everything that is stored, laid out as the plain lists are.
PlainCursors storedPlainly(const QString &path, const PlainCursors &expected)
{
    Stores stores(path);
    PlainCursors stored;
    const QList<Cursor> cursors = stores.cursors.cursors(kEnvironment).value();
    for (const Cursor &cursor : cursors) {
        stored.shelf.emplace(cursor.id, seenOf(cursor));
    }
    const QList<SavedPlace> places = stores.places.places(kEnvironment).value();
    for (const SavedPlace &place : places) {
        stored.places.emplace(place.name, place.position);
    }
    for (qint64 id = 1; id <= qint64(expected.lists.size()) + 1; ++id) {
        const QList<CursorHistoryEntry> history = stores.cursors.history(id).value();
        for (auto entry = history.crbegin(); entry != history.crend(); ++entry) {
            stored.lists[id].push_back(entry->isGone ? std::nullopt
                                                     : std::optional(seenOf(entry->after)));
        }
    }
    return stored;
}

/// Every entry begins where the one before it ended, and the last one ends where the cursor is.
bool isChained(const QString &path, size_t cursors)
{
    Stores stores(path);
    for (qint64 id = 1; id <= qint64(cursors); ++id) {
        const QList<CursorHistoryEntry> history = stores.cursors.history(id).value();
        for (qsizetype i = 1; i < history.size(); ++i) {
            if (!history.at(i).isGone && history.at(i).after != history.at(i - 1).before) {
                return false;
            }
        }
        const Result<Cursor> now = stores.cursors.cursor(id);
        if (history.isEmpty() || now.has_value() == history.first().isGone
            || (now && *now != history.first().after)) {
            return false;
        }
    }
    return true;
}

bool isSame(const PlainCursors &stored, const PlainCursors &expected)
{
    return stored.shelf == expected.shelf && stored.lists == expected.lists
           && stored.places == expected.places;
}

/// Kills a child once it has begun `deeds` deeds, at no particular point of the last one. The number that it said last.
std::optional<int> killChild(const QString &path, const QList<int> &rounds, int deeds)
{
    QStringList arguments{u"--write"_s, path};
    for (const int done : rounds) {
        arguments << QString::number(done);
    }
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), arguments);
    const qint64 wanted = deeds * qint64(sizeof(int));
    if (!child.waitForStarted()
        || !QTest::qWaitFor([&] { return child.bytesAvailable() >= wanted; }, 30'000)) {
        return std::nullopt;
    }
    child.kill();
    if (!child.waitForFinished() || child.exitStatus() != QProcess::CrashExit) {
        return std::nullopt;
    }
    const QByteArray said = child.readAllStandardOutput();
    int last = 0;
    const qsizetype whole = said.size() / qsizetype(sizeof last) * qsizetype(sizeof last);
    std::memcpy(&last, said.constData() + whole - qsizetype(sizeof last), sizeof last);
    return last;
}

} // namespace

class TestCursorCrash : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    /// A crash at any point leaves either the old or the new place, with a matching history; of an import all or nothing. Another
    /// writer, whose database stays open over all crashes, goes on from there.
    void killLeavesTheOldOrTheNewPlace()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"cursors.sqlite"_s);
        QRandomGenerator random(21);
        QList<int> rounds;
        int old = 0;
        auto second = std::make_unique<Stores>(path);
        for (int round = 0; round < kRounds; ++round) {
            const CursorDeed first = deedOf(plainAfter(rounds), numberOf(round, 0));
            QVERIFY(doReally(second, path, first));
            const auto last = killChild(path, rounds, random.bounded(1, 80));
            QVERIFY(last.has_value());
            const PlainCursors before = plainAfter(rounds + QList<int>{*last});
            const PlainCursors after = plainAfter(rounds + QList<int>{*last + 1});
            const PlainCursors stored = storedPlainly(path, after);
            const bool isNew = isSame(stored, after);
            QVERIFY2(isNew || isSame(stored, before),
                     qPrintable(u"round %1, deed %2"_s.arg(round).arg(*last)));
            QVERIFY(isChained(path, stored.lists.size()));
            Stores stores(path);
            const auto undo = stores.cursors.undoState(kEnvironment).value();
            QCOMPARE(undo.undo.has_value(), !(isNew ? after : before).undo.empty());
            QCOMPARE(undo.redo.has_value(), !(isNew ? after : before).redo.empty());
            old += isNew ? 0 : 1;
            rounds.append(*last + (isNew ? 1 : 0));
        }
        const PlainCursors end = plainAfter(rounds);
        qInfo("%d kills, %d of them left the old place; %zu cursors ever",
              kRounds,
              old,
              end.lists.size());
        QVERIFY(end.lists.size() > 10);
        // All that was done can be taken back, step by step.
        PlainCursors plain = end;
        Stores stores(path);
        while (!plain.undo.empty()) {
            doPlainly(plain, {CursorDeed::What::Undo, 0, {}});
            QVERIFY(stores.cursors.undo(kEnvironment));
        }
        QVERIFY(isSame(storedPlainly(path, plain), plain));
        QVERIFY(stores.cursors.cursors(kEnvironment)->isEmpty());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() >= 3 && arguments.at(1) == u"--write"_s) {
        QList<int> rounds;
        for (qsizetype i = 3; i < arguments.size(); ++i) {
            rounds.append(arguments.at(i).toInt());
        }
        return writeUntilKilled(arguments.at(2), rounds);
    }
    TestCursorCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_cursorcrash.moc"
