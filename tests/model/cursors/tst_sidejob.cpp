// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/sidejob.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

/// A pass that goes on until the test lets it end.
struct Held
{
    QSemaphore begun;
    QSemaphore mayEnd;
    std::atomic_bool wasVoid = false;
};

SideJob::Work holding(const std::shared_ptr<Held> &held)
{
    return [held](const std::atomic_bool &isVoid) {
        held->begun.release();
        held->mayEnd.acquire();
        held->wasVoid = bool(isVoid);
    };
}

} // namespace

class TestSideJob : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void answersInTheOwnersThread()
    {
        SideJob job;
        const auto worked = std::make_shared<QThread *>(nullptr);
        QThread *told = nullptr;
        job.run([worked](const std::atomic_bool &) { *worked = QThread::currentThread(); },
                [&told] { told = QThread::currentThread(); });
        QVERIFY(job.isRunning() && !told);
        QTRY_COMPARE(told, thread());
        QVERIFY(*worked != thread());
        QVERIFY(!job.isRunning());
    }

    void oneRunsAndTheNewestWaits()
    {
        SideJob job;
        const auto first = std::make_shared<Held>();
        const auto began = std::make_shared<std::atomic_int>(0);
        QList<int> told;
        job.run(holding(first), [&told] { told.append(0); });
        first->begun.acquire();
        for (const int number : {1, 2, 3}) {
            job.run([began](const std::atomic_bool &) { ++*began; },
                    [&told, number] { told.append(number); });
        }
        first->mayEnd.release();
        QTRY_COMPARE(told, QList<int>{3});
        QCOMPARE(*began, 1);
        QVERIFY(first->wasVoid);
    }

    void aDroppedOneIsNotAnswered()
    {
        SideJob job;
        const auto first = std::make_shared<Held>();
        QList<int> told;
        job.run(holding(first), [&told] { told.append(0); });
        first->begun.acquire();
        job.drop();
        QVERIFY(!job.isRunning());
        job.run([](const std::atomic_bool &) {}, [&told] { told.append(1); });
        first->mayEnd.release();
        QTRY_COMPARE(told, QList<int>{1});
    }

    void nobodyWaitsForAPass()
    {
        const auto held = std::make_shared<Held>();
        auto job = std::make_unique<SideJob>();
        job->run(holding(held), [] { QFAIL("Its owner is gone."); });
        held->begun.acquire();
        job.reset(); // With one that waits for the pass, the test ends here.
        held->mayEnd.release();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000));
        QVERIFY(held->wasVoid);
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(TestSideJob)
#include "tst_sidejob.moc"
