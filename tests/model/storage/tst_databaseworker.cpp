// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/storage/databaseworker.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <future>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

Result<int> addRow(Database &database, int value)
{
    if (Status made = database.execute("CREATE TABLE IF NOT EXISTS rows (value INTEGER)"); !made) {
        return tl::unexpected<Error>(made.error());
    }
    auto insert = database.prepare("INSERT INTO rows VALUES (?1)");
    if (!insert) {
        return tl::unexpected<Error>(insert.error());
    }
    if (Status done = insert->bind(1, qint64(value)).run(); !done) {
        return tl::unexpected<Error>(done.error());
    }
    return value;
}

} // namespace

class TestDatabaseWorker : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void worksInOrderAndAnswersInThisThread()
    {
        DatabaseWorker worker(m_folder.filePath(u"order.sqlite"_s));
        QObject context;
        QList<int> answers;
        QThread *const here = QThread::currentThread();
        bool answeredHere = true;
        for (int i = 0; i < 100; ++i) {
            worker.run<int>(
                &context,
                [i](Database &database) { return addRow(database, i); },
                [&answers, &answeredHere, here](const Result<int> &result) {
                    answeredHere = answeredHere && QThread::currentThread() == here;
                    answers.append(result.value_or(-1));
                });
        }
        QTRY_COMPARE(answers.size(), 100);
        QVERIFY(answeredHere);
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(answers.at(i), i);
        }
    }

    void doesNotHoldUpThisThread()
    {
        DatabaseWorker worker(m_folder.filePath(u"hold.sqlite"_s));
        std::promise<void> gate;
        bool answered = false;
        worker.run<int>(
            this,
            [open = gate.get_future().share()](Database &) -> Result<int> {
                open.wait();
                return 1;
            },
            [&answered](const Result<int> &) { answered = true; });
        QVERIFY(!answered); // run() came back while the work still waits
        gate.set_value();
        QTRY_VERIFY(answered);
    }

    void dropsTheAnswerOfAGoneContext()
    {
        DatabaseWorker worker(m_folder.filePath(u"gone.sqlite"_s));
        auto context = std::make_unique<QObject>();
        bool gone = false;
        bool last = false;
        worker.run<int>(
            context.get(),
            [](Database &) -> Result<int> { return 1; },
            [&gone](const Result<int> &) { gone = true; });
        context.reset();
        worker.run<int>(
            this,
            [](Database &) -> Result<int> { return 2; },
            [&last](const Result<int> &) { last = true; });
        QTRY_VERIFY(last);
        QVERIFY(!gone);
    }

    void answersIntoAnotherThread()
    {
        DatabaseWorker worker(m_folder.filePath(u"other.sqlite"_s));
        QThread thread;
        QObject context;
        context.moveToThread(&thread);
        thread.start();
        std::promise<QThread *> where;
        auto answered = where.get_future();
        worker.run<int>(
            &context,
            [](Database &) -> Result<int> { return 1; },
            [&where](const Result<int> &) { where.set_value(QThread::currentThread()); });
        QTRY_VERIFY(answered.wait_for(std::chrono::seconds(0)) == std::future_status::ready);
        QCOMPARE(answered.get(), &thread);
        thread.quit();
        QVERIFY(thread.wait());
    }

    void finishesWhatWasGiven()
    {
        const QString path = m_folder.filePath(u"finish.sqlite"_s);
        {
            DatabaseWorker worker(path);
            for (int i = 0; i < 50; ++i) {
                worker.run<int>(
                    this,
                    [i](Database &database) { return addRow(database, i); },
                    [](const Result<int> &) {});
            }
        }
        auto database = Database::open(path);
        QVERIFY(database);
        auto count = database->prepare("SELECT count(*) FROM rows");
        QVERIFY(count && count->step().value_or(false));
        QCOMPARE(count->integer(0), 50);
    }

    void tellsAFailedOpenToEveryWork()
    {
        const QString file = m_folder.filePath(u"file"_s);
        QVERIFY(QFile(file).open(QFile::WriteOnly));
        DatabaseWorker worker(file + u"/below.sqlite"_s);
        QList<ErrorCode> codes;
        bool ran = false;
        const auto ask = [&] {
            worker.run<int>(
                this,
                [&ran](Database &) -> Result<int> {
                    ran = true;
                    return 1;
                },
                [&codes](const Result<int> &result) {
                    codes.append(result ? ErrorCode::Internal : result.error().code);
                });
        };
        ask();
        ask();
        QTRY_COMPARE(codes, (QList<ErrorCode>{ErrorCode::Unwritable, ErrorCode::Unwritable}));
        QVERIFY(!ran);
        // The reason goes away: the next work finds the database open.
        QVERIFY(QFile::remove(file));
        ask();
        QTRY_COMPARE(codes.size(), 3);
        QVERIFY(ran);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestDatabaseWorker)
#include "tst_databaseworker.moc"
