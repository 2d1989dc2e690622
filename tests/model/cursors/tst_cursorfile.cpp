// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorbook.h"
#include "model/cursors/savedplacestore.h"
#include "model/storage/databaseworker.h"
#include "model/storage/textfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

const Instant kNow = instantFromUs(1763848731306123);
const FixedClock kClock(kNow);
const QUrl kWorkOs(u"https://api.workos.com"_s);

Cursor named(const QString &name)
{
    Cursor cursor;
    cursor.environmentId = 1;
    cursor.name = name;
    cursor.note = u"line one\n\"two\" 😀"_s;
    cursor.position = AfterEvent{EventId("event_01"), kNow};
    cursor.types = {"dsync.user.created", "user.created"};
    cursor.organization = OrganizationId("org_A");
    return cursor;
}

using State = ImportEntry<Cursor>::State;

CursorImportPlan planOf(const QByteArray &text, const QList<Cursor> &stored)
{
    return planCursorImport(readCursorFile(text).value(), u"Staging"_s, kWorkOs, stored, {});
}

QByteArray fileOf(const QByteArray &cursors)
{
    return R"({"playhead_cursors":1,"environment":{"name":"Staging","base_url":"https://api.workos.com"},"cursors":[)"
           + cursors + "]}";
}

} // namespace

class TestCursorFile : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void givesBackWhatWasWritten()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 200; ++round) {
            CursorFile file{u"Acme \"EU\" 😀"_s, kWorkOs, kNow, {}, {}, {}};
            for (int i = random.bounded(5); i > 0; --i) {
                Cursor cursor = named(u"cursor %1 <%2>"_s.arg(i).arg(random.generate()));
                cursor.environmentId = 0;
                const Instant time = instantFromUs(random.bounded(1'900'000'000) * 1'000'000LL
                                                   + random.bounded(1'000'000));
                cursor.position =
                    random.bounded(2) == 0
                        ? CursorPosition(FromTime{time})
                        : CursorPosition(AfterEvent{EventId("evt_" + QByteArray::number(i)), time});
                if (random.bounded(2) == 0) {
                    cursor.types.clear();
                    cursor.organization = {};
                    cursor.note.clear();
                }
                SavedPlace place = savedPlaceOf(cursor, u"place %1"_s.arg(i));
                place.savedAt = time;
                file.cursors.append(cursor);
                file.places.append(place);
            }
            const CursorFile read = readCursorFile(cursorFileText(file)).value();
            QCOMPARE(read.environment, file.environment);
            QCOMPARE(read.baseUrl, file.baseUrl);
            QCOMPARE(read.exportedAt, file.exportedAt);
            QCOMPARE(read.cursors, file.cursors);
            QCOMPARE(read.places, file.places);
            QVERIFY(read.problems.isEmpty());
        }
    }

    void holdsNoSecretOfTheAddress()
    {
        const QByteArray text = cursorFileText(
            {u"A"_s,
             QUrl(u"https://me:sk_secret@api.workos.com/?key=sk_secret#x"_s),
             kNow,
             {},
             {},
             {}});
        QVERIFY(!text.contains("sk_secret"));
        QVERIFY(!text.contains("me:"));
    }

    void comparesWithWhatIsStored()
    {
        Cursor same = named(u"same"_s);
        Cursor moved = named(u"moved"_s);
        Cursor noted = named(u"noted"_s);
        Cursor scoped = named(u"scoped"_s);
        const Cursor fresh = named(u"fresh"_s);
        const QByteArray text = cursorFileText(
            {u"Staging"_s, kWorkOs, kNow, {same, moved, noted, scoped, fresh}, {}, {}});
        moved.position = FromTime{kNow};
        noted.note.clear();
        scoped.types.clear();
        const CursorImportPlan plan = planOf(text, {same, moved, noted, scoped, named(u"other"_s)});
        QList<State> states;
        for (const auto &entry : plan.cursors) {
            states << entry.state;
        }
        QCOMPARE(states,
                 (QList<State>{
                     State::Same, State::Differs, State::Differs, State::OtherScope, State::New}));
        QCOMPARE(plan.cursors.at(1).stored, std::optional(moved));
        QVERIFY(!plan.isOtherEnvironment);
        const CursorFile file = readCursorFile(text).value();
        QVERIFY(planCursorImport(file, u"Production"_s, kWorkOs, {}, {}).isOtherEnvironment);
        QVERIFY(planCursorImport(file, u"Staging"_s, QUrl(u"http://127.0.0.1:4100"_s), {}, {})
                    .isOtherEnvironment);
        // Two servers on one computer.
        CursorFile local = file;
        local.baseUrl = QUrl(u"http://127.0.0.1:4100"_s);
        QVERIFY(!planCursorImport(local, u"Staging"_s, local.baseUrl, {}, {}).isOtherEnvironment);
        QVERIFY(planCursorImport(local, u"Staging"_s, QUrl(u"http://127.0.0.1:4200"_s), {}, {})
                    .isOtherEnvironment);
    }

    void importsAllOrNothing()
    {
        const QTemporaryDir folder;
        auto database = Database::open(folder.filePath(u"a.sqlite"_s)).value();
        CursorStore cursors = CursorStore::open(database, kClock).value();
        SavedPlaceStore places = SavedPlaceStore::open(database, kClock).value();
        Cursor other = named(u"B"_s);
        other.environmentId = 1;
        other.position = FromTime{kNow - std::chrono::hours(1)};
        other.note = u"mine"_s;
        const Cursor stored = cursors.create(other).value();
        const SavedPlace place = savedPlaceOf(named(u"A"_s), u"place"_s);
        const CursorFile file{u"Staging"_s,
                              kWorkOs,
                              kNow,
                              {named(u"A"_s), named(u"B"_s)},
                              {place},
                              {}};
        const CursorImportPlan plan = planCursorImport(file, u"Staging"_s, kWorkOs, {stored}, {});
        // Another one moves B between the plan and the import.
        const Cursor moved =
            cursors.move(stored, FromTime{kNow}, CursorChange::RewoundToTime, {}).value();
        const size_t written = cursors.written().size();
        const auto refused = importCursors(cursors, places, 1, plan, {u"B"_s});
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(cursors.cursors(1).value(), QList{moved});
        QVERIFY(places.places(1).value().isEmpty());
        QCOMPARE(cursors.written().size(), written);

        const CursorImportPlan again = planCursorImport(file, u"Staging"_s, kWorkOs, {moved}, {});
        QCOMPARE(importCursors(cursors, places, 1, again, {u"B"_s}).value(),
                 (CursorImportDone{1, 1, 1}));
        // One step takes place and note back.
        QVERIFY(cursors.undo(1));
        const Cursor back = cursors.cursor(stored.id).value();
        QCOMPARE(back.position, moved.position);
        QCOMPARE(back.note, u"mine"_s);
    }

    void namesWhatIsBroken_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QString>("says");
        QTest::newRow("no name") << QByteArrayLiteral(R"({"range_start":"2026-01-01"})")
                                 << u"cursors[1]: it has no name"_s;
        QTest::newRow("no place") << QByteArrayLiteral(R"({"name":"B"})")
                                  << u"cursors[1] (B): it has no place"_s;
        QTest::newRow("both") << QByteArrayLiteral(
            R"({"name":"B","after":"e","created_at":"2026-01-01","range_start":"2026-01-01"})")
                              << u"exclude each other"_s;
        QTest::newRow("no time") << QByteArrayLiteral(R"({"name":"B","after":"event_1"})")
                                 << u"created_at is missing"_s;
        QTest::newRow("bad time") << QByteArrayLiteral(R"({"name":"B","range_start":"soon"})")
                                  << u"range_start is no ISO 8601"_s;
        QTest::newRow("null after")
            << QByteArrayLiteral(R"({"name":"B","after":null,"created_at":"2026-01-01"})")
            << u"after names no event"_s;
        QTest::newRow("number") << QByteArrayLiteral(R"({"name":7,"range_start":"2026-01-01"})")
                                << u"name is no text"_s;
        QTest::newRow("types") << QByteArrayLiteral(
            R"({"name":"B","range_start":"2026-01-01","types":"user.created"})")
                               << u"types is no list"_s;
        QTest::newRow("type") << QByteArrayLiteral(
            R"({"name":"B","range_start":"2026-01-01","types":[1]})")
                              << u"no type"_s;
        QTest::newRow("twice") << QByteArrayLiteral(R"({"name":"A","range_start":"2026-01-01"})")
                               << u"cursors[1] (A): the name is there twice"_s;
        QTest::newRow("no object") << QByteArrayLiteral("17") << u"cursors[1]: it has no"_s;
    }

    void namesWhatIsBroken()
    {
        QFETCH(const QByteArray, entry);
        QFETCH(const QString, says);
        const CursorFile file =
            readCursorFile(
                fileOf(R"({"name":"A","range_start":"2026-01-01T00:00:00Z","later":"key"},)" + entry
                       + R"(,{"name":"C","range_start":"2026-01-01"})"))
                .value();
        QCOMPARE(file.problems.size(), 1);
        QVERIFY2(file.problems.first().contains(says), qPrintable(file.problems.first()));
        QCOMPARE(file.cursors.size(), 2); // the others are read
        QCOMPARE(file.cursors.last().name, u"C"_s);
    }

    void refusesWhatIsNoSuchFile()
    {
        const auto messageOf = [](const QByteArray &text) {
            const auto file = readCursorFile(text);
            return file ? QString() : file.error().message;
        };
        QVERIFY(
            messageOf("{\n\"playhead_cursors\":1,\n\"cursors\":[}\n}").startsWith(u"Line 3 "_s));
        QVERIFY(messageOf("").startsWith(u"Line 1 "_s));
        QVERIFY(messageOf("[]").contains(u"no file of cursors"_s));
        QVERIFY(messageOf("{}").contains(u"no file of cursors"_s));
        QVERIFY(messageOf(R"({"playhead_cursors":2})").contains(u"format 2"_s));
        QCOMPARE(readCursorFile(R"({"playhead_cursors":1,"cursors":{}})").value().problems.size(),
                 1);
    }

    void goesThroughTheBook()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"cursors.json"_s);
        DatabaseWorker worker(folder.filePath(u"a.sqlite"_s));
        DatabaseWorker otherWorker(folder.filePath(u"b.sqlite"_s));
        CursorBook book(worker, kClock);
        CursorBook other(otherWorker, kClock);
        book.setEnvironment(1);
        other.setEnvironment(1);
        book.create(named(u"A"_s));
        book.create(named(u"B"_s));
        book.savePlace(savedPlaceOf(named(u"A"_s), u"place"_s));
        QTRY_COMPARE(book.savedPlaces().size(), 1);
        std::optional<Status> exported;
        book.exportTo(path, u"Staging"_s, kWorkOs, this, [&](const Status &status) {
            exported = status;
        });
        QTRY_VERIFY(exported);
        QVERIFY(*exported);

        Cursor elsewhere = named(u"B"_s);
        elsewhere.position = FromTime{kNow - std::chrono::hours(1)};
        other.create(elsewhere);
        QTRY_COMPARE(other.cursors().size(), 1);
        std::optional<Result<CursorImportPlan>> plan;
        other.planImport(path, u"Staging"_s, kWorkOs, this, [&](const auto &result) {
            plan = result;
        });
        QTRY_VERIFY(plan);
        QVERIFY(*plan);
        QCOMPARE((*plan)->cursors.first().state, State::New);
        QCOMPARE((*plan)->cursors.last().state, State::Differs);
        QCOMPARE(other.cursors().size(), 1); // nothing is done yet

        QSignalSpy foreign(&other, &CursorBook::changedElsewhere);
        std::optional<Status> imported;
        const auto answer = [&](const Status &status) { imported = status; };
        other.import(**plan, {}, this, answer);
        QTRY_VERIFY(imported);
        QCOMPARE(other.cursors().size(), 2);
        QCOMPARE(other.cursors().last().position, elsewhere.position); // kept: not accepted
        QCOMPARE(other.savedPlaces().first().name, u"place"_s);
        QCOMPARE(other.undoEntry()->change, CursorChange::Imported);
        QCOMPARE(other.undoEntry()->how, u"cursors.json"_s);

        imported.reset();
        CursorImportPlan accepted = **plan;
        accepted.cursors.removeFirst();
        accepted.places.clear();
        other.import(accepted, {u"B"_s}, this, answer);
        QTRY_VERIFY(imported);
        QVERIFY(*imported);
        QCOMPARE(other.cursors().last().position, named({}).position);
        QCOMPARE(other.undoEntry()->change, CursorChange::Imported);
        other.undo();
        QTRY_COMPARE(other.cursors().last().position, elsewhere.position);
        // On a cursor that changed since the plan was made nothing is overwritten.
        imported.reset();
        other.import(accepted, {u"B"_s}, this, answer);
        QTRY_VERIFY(imported);
        QCOMPARE(imported->error().code, ErrorCode::Conflict);
        QCOMPARE(other.cursors().last().position, elsewhere.position);
        QCOMPARE(foreign.size(), 0);
        // It leads to the environment that it was planned for, though another one is open by now.
        QCOMPARE(accepted.environmentId, 1);
        other.setEnvironment(2);
        QTRY_VERIFY(other.isLoaded());
        imported.reset();
        other.import(**plan, {}, this, answer);
        QTRY_VERIFY(imported);
        QCOMPARE(other.cursors().size(), 0);

        exported.reset();
        book.exportTo(folder.filePath(u"no/such/folder"_s),
                      u"A"_s,
                      {},
                      this,
                      [&](const Status &status) { exported = status; });
        QTRY_VERIFY(exported);
        QCOMPARE(exported->error().code, ErrorCode::Unwritable);
        plan.reset();
        book.planImport(folder.filePath(u"none"_s), u"A"_s, {}, this, [&](const auto &result) {
            plan = result;
        });
        QTRY_VERIFY(plan);
        QCOMPARE(plan->error().code, ErrorCode::NotFound);
    }

    void readsSmallFilesOnly()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        QVERIFY(writeTextFile(path, "12345"));
        QCOMPARE(readTextFile(path).value(), QByteArrayLiteral("12345"));
        QCOMPARE(readTextFile(path, 5).value(), QByteArrayLiteral("12345"));
        QCOMPARE(readTextFile(path, 4).error().code, ErrorCode::TooLarge);
        QCOMPARE(readTextFile(folder.path()).error().code, ErrorCode::Unreadable);
        QCOMPARE(QFile::permissions(path) & (QFile::ReadOther | QFile::ReadGroup),
                 QFile::Permissions());
        QVERIFY(writeTextFile(path, "6"));
        QCOMPARE(readTextFile(path).value(), QByteArrayLiteral("6"));
    }
};

QTEST_GUILESS_MAIN(TestCursorFile)
#include "tst_cursorfile.moc"
