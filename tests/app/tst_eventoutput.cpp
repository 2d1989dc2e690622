// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/eventoutput.h"
#include "tests/model/events/madeevents.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

#ifndef Q_OS_WIN
#include <csignal>
#include <sys/resource.h>
#endif

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

#ifndef Q_OS_WIN
/// While it lives, no file can grow beyond `bytes`, as on a disk that is full then.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN); // the write fails instead
        getrlimit(RLIMIT_FSIZE, &m_limit);
        rlimit small = m_limit;
        small.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_limit{};
    void (*m_handler)(int) = SIG_DFL;
};
#endif

} // namespace

class TestEventOutput : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void aFailedAppendLeavesWholeEvents()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows has no limit for the size of files.");
#else
        MadeStore store;
        store.addTo(2000, 0, "user.created");
        const EventSnapshot events = store.snapshot();
        std::vector<EventRow> rows(events.rowCount() - 1);
        std::iota(rows.begin(), rows.end(), EventRow(1));
        QTemporaryDir folder;
        const QString path = folder.filePath(u"out.ndjson"_s);
        const Result<EventOutput> output = EventOutput::prepare(path);
        QVERIFY(output && output->isFile());
        QVERIFY(output->append({events, {0}}, true));
        const QByteArray first = contentOf(path + u".part"_s);
        QCOMPARE(first, events.raw(0).toByteArray() + '\n');
        {
            const SmallDisk disk(100'000);
            const Status written = output->append({events, rows}, false);
            QVERIFY(!written);
        }
        QCOMPARE(contentOf(path + u".part"_s), first);
        QVERIFY(output->append({events, rows}, false));
        QVERIFY(output->finish());
        QCOMPARE(contentOf(path).count('\n'), 2000);
#endif
    }
};

QTEST_GUILESS_MAIN(TestEventOutput)
#include "tst_eventoutput.moc"
