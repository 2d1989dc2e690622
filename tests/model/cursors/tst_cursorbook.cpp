// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorbook.h"
#include "model/storage/databaseworker.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

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

struct Spies
{
    explicit Spies(CursorBook &book)
        : changed(&book, &CursorBook::changed)
        , created(&book, &CursorBook::created)
        , moved(&book, &CursorBook::moved)
        , history(&book, &CursorBook::historyReady)
        , failed(&book, &CursorBook::failed)
    {}
    QSignalSpy changed;
    QSignalSpy created;
    QSignalSpy moved;
    QSignalSpy history;
    QSignalSpy failed;
};

} // namespace

class TestCursorBook : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void goesThroughACursorsLife()
    {
        DatabaseWorker worker(path());
        CursorBook book(worker, kClock);
        Spies spies(book);
        book.setEnvironment(1);
        QTRY_COMPARE(spies.changed.size(), 2); // emptied, loaded
        QVERIFY(!book.canUndo());

        book.create(named(u"B"_s));
        book.create(named(u"A"_s));
        QTRY_COMPARE(spies.created.size(), 2);
        QCOMPARE(book.cursors().size(), 2);
        QCOMPARE(book.cursors().first().name, u"A"_s);
        QVERIFY(book.canUndo());
        const Cursor cursor = book.cursors().first();
        QCOMPARE(spies.created.at(1).first().value<Cursor>(), cursor);

        book.apply(planTo(cursor, kNow - Duration(5)), u"because"_s);
        QTRY_COMPARE(spies.moved.size(), 1);
        const auto entry = spies.moved.first().at(1).value<CursorHistoryEntry>();
        QCOMPARE(entry.change, CursorChange::RewoundToTime);
        QCOMPARE(entry.reason, u"because"_s);
        QCOMPARE(entry.before, cursor);
        QCOMPARE(book.cursor(cursor.id), std::optional(entry.after));

        Cursor edited = entry.after;
        edited.note = u"note"_s;
        book.edit(edited);
        QTRY_COMPARE(book.cursor(cursor.id)->note, u"note"_s);
        QCOMPARE(spies.moved.size(), 1);

        book.undo(); // the note
        QTRY_COMPARE(book.cursor(cursor.id)->note, QString());
        book.undo(); // the move
        QTRY_COMPARE(spies.moved.size(), 2);
        QCOMPARE(spies.moved.at(1).at(1).value<CursorHistoryEntry>().change, CursorChange::Undone);
        QCOMPARE(book.cursor(cursor.id)->position, cursor.position);
        QVERIFY(book.canRedo());
        book.redo();
        QTRY_COMPARE(spies.moved.size(), 3);

        book.remove(*book.cursor(cursor.id));
        QTRY_COMPARE(book.cursors().size(), 1);
        book.undo();
        QTRY_COMPARE(book.cursors().size(), 2);

        book.requestHistory(cursor.id);
        QTRY_COMPARE(spies.history.size(), 1);
        QCOMPARE(spies.history.first().at(1).value<QList<CursorHistoryEntry>>().size(), 8);
        QCOMPARE(spies.failed.size(), 0);

        // Another program start shows the same.
        CursorBook next(worker, kClock);
        next.setEnvironment(1);
        QTRY_COMPARE(next.cursors(), book.cursors());
        QCOMPARE(next.canUndo(), book.canUndo());
    }

    void showsAnotherEnvironmentsCursorsOnly()
    {
        DatabaseWorker worker(path());
        CursorBook book(worker, kClock);
        Spies spies(book);
        book.setEnvironment(1);
        book.create(named(u"A"_s, 1));
        book.create(named(u"B"_s, 2)); // not the shown one
        book.setEnvironment(2); // before any answer came
        QTRY_COMPARE(book.cursors().size(), 1);
        QCOMPARE(book.cursors().first().name, u"B"_s);
        book.setEnvironment(0);
        QVERIFY(book.cursors().isEmpty());
        QVERIFY(!book.canUndo());
        QCOMPARE(spies.failed.size(), 0);
    }

    void neverOverwritesAnothersChange()
    {
        DatabaseWorker worker(path());
        DatabaseWorker otherWorker(path());
        CursorBook book(worker, kClock);
        CursorBook other(otherWorker, kClock);
        Spies spies(book);
        book.setEnvironment(1);
        book.create(named(u"A"_s));
        QTRY_COMPARE(spies.created.size(), 1);
        const Cursor cursor = book.cursors().first();
        other.setEnvironment(1);
        QTRY_COMPARE(other.cursors().size(), 1);
        other.apply(planTo(cursor, kNow - Duration(7)), {});
        QTRY_COMPARE(other.cursors().first().version, 2);

        book.apply(planTo(cursor, kNow), {});
        QTRY_COMPARE(spies.failed.size(), 1);
        QCOMPARE(spies.failed.first().first().value<Error>().code, ErrorCode::Conflict);
        QCOMPARE(book.cursors(), other.cursors()); // what is stored now
        QCOMPARE(spies.moved.size(), 0);
    }

    void putsTheEventsOnTheDiskFirst()
    {
        DatabaseWorker worker(path());
        CursorBook book(worker, kClock);
        Spies spies(book);
        std::atomic<int> synced = 0;
        std::atomic<bool> fails = false;
        std::atomic<bool> onThisThread = false;
        QThread *const here = QThread::currentThread();
        book.setBeforeCommit([&]() -> Status {
            onThisThread = QThread::currentThread() == here;
            ++synced;
            return fails ? failure(ErrorCode::DiskFull, u"full"_s) : Status();
        });
        book.setEnvironment(1);
        book.create(named(u"A"_s));
        QTRY_COMPARE(spies.created.size(), 1);
        QCOMPARE(synced, 1);
        QVERIFY(!onThisThread);
        const Cursor cursor = book.cursors().first();
        fails = true; // what is not on the disk may not be named
        book.create(named(u"B"_s));
        book.apply(planTo(cursor, kNow - Duration(1)), {});
        book.undo();
        book.redo();
        QTRY_COMPARE(spies.failed.size(), 4);
        QCOMPARE(spies.failed.first().first().value<Error>().code, ErrorCode::DiskFull);
        QCOMPARE(book.cursors(), QList<Cursor>{cursor});
        QCOMPARE(synced, 5);
    }

    void tellsWhoAskedAndOnlyOnce()
    {
        DatabaseWorker worker(path());
        CursorBook book(worker, kClock);
        Spies spies(book);
        book.setEnvironment(1);
        QList<Status> answers;
        const auto answer = [&answers](const Status &status) { answers.append(status); };
        book.create(named(u"A"_s), this, answer);
        book.create(named(u"A"_s), this, answer);
        QTRY_COMPARE(answers.size(), 2);
        QVERIFY(answers.first());
        QCOMPARE(answers.last().error().code, ErrorCode::AlreadyExists);
        QCOMPARE(spies.created.size(), 1);
        QCOMPARE(spies.failed.size(), 0);
        Cursor nameless = book.cursors().first();
        nameless.name.clear();
        book.edit(nameless, this, answer);
        QTRY_COMPARE(answers.size(), 3);
        QCOMPARE(answers.last().error().code, ErrorCode::WrongUsage);
        QCOMPARE(spies.failed.size(), 0);
        // Nobody listens any more: it is not lost.
        auto gone = std::make_unique<QObject>();
        book.create(named(u"A"_s), gone.get(), answer);
        gone.reset();
        QTRY_COMPARE(spies.failed.size(), 1);
        QCOMPARE(answers.size(), 3);
    }

    void movesNowhereWithoutAnEntry()
    {
        DatabaseWorker worker(path());
        CursorBook book(worker, kClock);
        Spies spies(book);
        book.setEnvironment(1);
        Cursor cursor = named(u"A"_s);
        cursor.position = FromTime{kNow};
        book.create(cursor);
        QTRY_COMPARE(spies.created.size(), 1);
        const auto before = spies.changed.size();
        book.apply(planTo(book.cursors().first(), kNow), {});
        QTRY_VERIFY(spies.changed.size() > before);
        QCOMPARE(spies.moved.size(), 0);
        QCOMPARE(book.cursors().first().version, 1);
    }

private:
    QString path() const
    {
        return m_folder.filePath(QString::fromUtf8(QTest::currentTestFunction()) + u".sqlite"_s);
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCursorBook)
#include "tst_cursorbook.moc"
