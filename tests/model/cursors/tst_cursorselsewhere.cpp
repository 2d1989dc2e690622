// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorbook.h"
#include "model/cursors/savedplacestore.h"
#include "model/storage/databaseworker.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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
    cursor.position = AfterEvent{EventId("event_01"), kNow};
    cursor.types = {QByteArrayLiteral("user.created")};
    cursor.organization = OrganizationId("org_A");
    return cursor;
}

MovePlan planTo(const Cursor &cursor, Instant time)
{
    MovePlan plan;
    plan.cursor = cursor;
    plan.target = FromTime{time};
    plan.change = CursorChange::RewoundToTime;
    return plan;
}

using Entries = QList<CursorHistoryEntry>;

} // namespace

/// A book while others write into the same database.
class TestCursorsElsewhere : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        const QString path = m_folder.filePath(QString::fromUtf8(QTest::currentTestFunction()));
        m_worker = std::make_unique<DatabaseWorker>(path);
        m_book =
            std::make_unique<CursorBook>(*m_worker, kClock, nullptr, std::chrono::milliseconds(20));
        m_database.emplace(Database::open(path).value());
        m_others.emplace(CursorStore::open(*m_database, kClock).value());
        m_places.emplace(SavedPlaceStore::open(*m_database, kClock).value());
    }

    void cleanup()
    {
        m_book.reset();
        m_worker.reset();
    }

    void tellsWhatOthersDid()
    {
        QSignalSpy elsewhere(m_book.get(), &CursorBook::changedElsewhere);
        QVERIFY(m_others->create(named(u"before"_s)));
        m_book->setEnvironment(1);
        QTRY_COMPARE(m_book->cursors().size(), 1); // was there before: nothing happened meanwhile
        m_book->create(named(u"mine"_s));
        QTRY_COMPARE(m_book->cursors().size(), 2);

        const Cursor before = m_book->cursors().first();
        const Cursor moved =
            m_others->move(before, FromTime{kNow}, CursorChange::RewoundToTime, u"why"_s).value();
        QVERIFY(m_others->create(named(u"theirs"_s)));
        QVERIFY(m_others->create(named(u"elsewhere"_s, 2))); // another environment's
        QTRY_COMPARE(m_book->cursors().size(), 3);
        QCOMPARE(m_book->cursor(before.id), std::optional(moved));
        Entries told;
        for (const auto &signal : elsewhere) {
            told += signal.first().value<Entries>();
        }
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.first().before, before);
        QCOMPARE(told.first().after, moved);
        QCOMPARE(told.first().reason, u"why"_s);
        QCOMPARE(told.last().after.name, u"theirs"_s);

        elsewhere.clear();
        m_book->apply(planTo(moved, kNow - Duration(4)), {});
        QTRY_COMPARE(m_book->cursor(moved.id)->version, 3);
        QVERIFY(m_others->remove(*m_book->cursor(moved.id)));
        QTRY_COMPARE(elsewhere.size(), 1); // and the own change is not told
        told = elsewhere.first().first().value<Entries>();
        QCOMPARE(told.size(), 1);
        QVERIFY(told.first().isGone);
        QCOMPARE(m_book->cursors().size(), 2);
        QCOMPARE(m_book->undoEntry()->id, told.first().id);
    }

    void takesBackOnlyWhatWasTold()
    {
        QSignalSpy elsewhere(m_book.get(), &CursorBook::changedElsewhere);
        QSignalSpy failed(m_book.get(), &CursorBook::failed);
        m_book->setEnvironment(1);
        m_book->create(named(u"A"_s));
        QTRY_COMPARE(m_book->cursors().size(), 1);
        const Cursor mine = m_book->cursors().first();
        const Cursor theirs =
            m_others->move(mine, FromTime{kNow}, CursorChange::RewoundToTime, {}).value();
        m_book->undo(); // wants to take back the creation, which is what is shown
        QTRY_COMPARE(failed.size() + elsewhere.size(), 2);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Conflict);
        QCOMPARE(elsewhere.first().first().value<Entries>().first().after, theirs);
        QCOMPARE(m_book->cursors(), QList<Cursor>{theirs});

        m_book->undo(); // now their move is shown
        QTRY_COMPARE(m_book->cursors().value(0).position, mine.position);
        QCOMPARE(m_book->redoEntry()->after.position, theirs.position);
        m_book->redo();
        m_book->undo();
        m_book->undo(); // orders given before their answers came are the person's own
        QTRY_VERIFY(m_book->cursors().isEmpty());
        QCOMPARE(failed.size(), 1);
        QCOMPARE(elsewhere.size(), 1);
    }

    void keepsSavedPlaces()
    {
        QSignalSpy saved(m_book.get(), &CursorBook::placeSaved);
        QSignalSpy removed(m_book.get(), &CursorBook::placeRemoved);
        QSignalSpy failed(m_book.get(), &CursorBook::failed);
        m_book->setEnvironment(1);
        const Cursor cursor = named(u"billing-sync"_s);
        m_book->savePlace(savedPlaceOf(cursor, u" Before release 4.12 "_s));
        QTRY_COMPARE(saved.size(), 1);
        const SavedPlace place = m_book->savedPlaces().value(0);
        QCOMPARE(saved.first().first().value<SavedPlace>(), place);
        QCOMPARE(place.name, u"Before release 4.12"_s);
        QCOMPARE(place.position, cursor.position);
        QCOMPARE(place.types, cursor.types);
        QCOMPARE(place.organization, cursor.organization);
        QCOMPARE(place.cursorName, u"billing-sync"_s);
        QCOMPARE(place.savedAt, kNow);

        QList<Status> answers;
        const auto answer = [&answers](const Status &status) { answers.append(status); };
        m_book->savePlace(savedPlaceOf(cursor, place.name), this, answer);
        QTRY_COMPARE(answers.size(), 1);
        QCOMPARE(answers.first().error().code, ErrorCode::AlreadyExists);
        m_book->renamePlace(place, u"4.12"_s);
        QTRY_COMPARE(m_book->savedPlaces().value(0).name, u"4.12"_s);

        m_book->removePlace(m_book->savedPlaces().first());
        QTRY_COMPARE(removed.size(), 1);
        QVERIFY(m_book->savedPlaces().isEmpty());
        SavedPlace back = removed.first().first().value<SavedPlace>();
        m_book->savePlace(back); // taken back: as it was
        QTRY_COMPARE(m_book->savedPlaces().size(), 1);
        back.id = m_book->savedPlaces().first().id;
        QCOMPARE(m_book->savedPlaces().first(), back);
        QCOMPARE(failed.size(), 0);

        m_book->setEnvironment(2);
        QVERIFY(m_book->savedPlaces().isEmpty());
    }

    void showsPlacesThatOthersSaved()
    {
        QSignalSpy elsewhere(m_book.get(), &CursorBook::changedElsewhere);
        m_book->setEnvironment(1);
        SavedPlace place = savedPlaceOf(named(u"A"_s), u"old"_s);
        place.savedAt = kNow - std::chrono::hours(1);
        place = m_places->save(place).value();
        QTRY_COMPARE(m_book->savedPlaces(), QList<SavedPlace>{place});
        const SavedPlace newer = m_places->save(savedPlaceOf(named(u"A"_s), u"new"_s)).value();
        QTRY_COMPARE(m_book->savedPlaces(), (QList<SavedPlace>{newer, place})); // newest first
        const SavedPlace renamed = m_places->rename(newer, u"newest"_s).value();
        QTRY_COMPARE(m_book->savedPlaces(), (QList<SavedPlace>{renamed, place}));
        QVERIFY(m_places->remove(renamed));
        QTRY_COMPARE(m_book->savedPlaces(), QList<SavedPlace>{place});
        QCOMPARE(elsewhere.size(), 0); // no cursor changed

        QSignalSpy failed(m_book.get(), &CursorBook::failed);
        QVERIFY(m_places->remove(place));
        m_book->removePlace(place);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::NotFound);
        QCOMPARE(m_places->rename(place, u"x"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(m_places->save(savedPlaceOf(named(u"A"_s), u" "_s)).error().code,
                 ErrorCode::WrongUsage);
        Cursor nowhere = named(u"A"_s);
        nowhere.position = AfterEvent{};
        QCOMPARE(m_places->save(savedPlaceOf(nowhere, u"x"_s)).error().code, ErrorCode::WrongUsage);
    }

    void tellsNothingOfWhatIsNotAboutCursors()
    {
        m_book->setEnvironment(1);
        QTRY_VERIFY(m_book->isLoaded());
        QSignalSpy changed(m_book.get(), &CursorBook::changed);
        QVERIFY(m_database->execute("CREATE TABLE something (x)"));
        QVERIFY(m_database->execute("INSERT INTO something VALUES (1)"));
        QVERIFY(m_others->create(named(u"A"_s)));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(m_book->cursors().size(), 1);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<DatabaseWorker> m_worker;
    std::unique_ptr<CursorBook> m_book;
    std::optional<Database> m_database;
    std::optional<CursorStore> m_others;
    std::optional<SavedPlaceStore> m_places;
};

QTEST_GUILESS_MAIN(TestCursorsElsewhere)
#include "tst_cursorselsewhere.moc"
