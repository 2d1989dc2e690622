// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventstore.h"
#include "tests/model/events/storetestevents.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstring>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace playhead;
using namespace playhead::test;
using namespace Qt::StringLiterals;

/// Whole pages under kill -9 and on a full disk.
class StoreCrashTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void killLosesNoWholePage();
    void fullDiskLosesNothing();

private:
    static std::optional<quint32> killChild(const QString &folder, qint64 reports);
};

namespace {

constexpr EventRow kPageSize = 37;

/// Row `number` of the store that the child writes: the same in every run.
DecodedEvent eventOfRow(quint64 number)
{
    QRandomGenerator own(static_cast<quint32>(number));
    const QByteArray id = number % 5 == 0 ? "evt_" + QByteArray::number(number)
                                          : ulidEventId(number);
    const int size = own.bounded(200) == 0 ? own.bounded(400'000) : own.bounded(900);
    return makeEvent(id,
                     kFirstMs + static_cast<qint64>(number),
                     number % 2 == 0 ? "user.created" : "dsync.user.updated",
                     "org_" + QByteArray::number(number % 300),
                     R"(,"text":")" + QByteArray(size, 'x') + '"');
}

/// The organization that was asked for when the page that begins at `row` was read; each is a new one.
QByteArray organizationOfPage(EventRow row)
{
    const EventRow page = row / kPageSize;
    return page % 3 == 0 ? "org_read_" + QByteArray::number(page) : QByteArray();
}

/// The child: stores pages until it is killed, and says before it opens the store (0) and after each page how many rows
/// are stored.
int writeUntilKilled(const QString &folder)
{
    QFile out;
    if (!out.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return 1;
    }
    const auto tell = [&out](quint32 count) {
        out.write(reinterpret_cast<const char *>(&count), sizeof count);
    };
    catalogue();
    tell(0);
    auto store = EventStore::open(folder, catalogue());
    if (!store) {
        return 1;
    }
    while (true) {
        const EventRow rows = (*store)->snapshot().rowCount();
        std::vector<DecodedEvent> page;
        for (EventRow i = 0; i < kPageSize; ++i) {
            page.push_back(eventOfRow(rows + i));
        }
        if (!(*store)->append(page, OrganizationId(organizationOfPage(rows)))) {
            return 1;
        }
        tell(rows + kPageSize);
    }
}

} // namespace

/// Kills a child once it has reported so many times, at no particular point of what it does next. The row count that it
/// reported last; empty when something else went wrong.
std::optional<quint32> StoreCrashTest::killChild(const QString &folder, qint64 reports)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--write"_s, folder});
    const qint64 wanted = reports * qint64(sizeof(quint32));
    if (!child.waitForStarted()
        || !QTest::qWaitFor([&] { return child.bytesAvailable() >= wanted; }, 30'000)) {
        return std::nullopt;
    }
    child.kill();
    if (!child.waitForFinished() || child.exitStatus() != QProcess::CrashExit) {
        return std::nullopt;
    }
    const QByteArray reported = child.readAllStandardOutput();
    quint32 last = 0;
    const qsizetype whole = reported.size() / qsizetype(sizeof last) * qsizetype(sizeof last);
    std::memcpy(&last, reported.constData() + whole - qsizetype(sizeof last), sizeof last);
    return last;
}

void StoreCrashTest::killLosesNoWholePage()
{
    const QTemporaryDir folder;
    QRandomGenerator random(4);
    EventRow before = 0;
    for (int round = 0; round < 20; ++round) {
        const auto last = killChild(folder.path(), random.bounded(2, 60));
        QVERIFY(last.has_value());
        // The next one repairs what the kill has left, and is killed while it does.
        const auto later = killChild(folder.path(), 1);
        QVERIFY(later.has_value());

        const auto store = EventStore::open(folder.path(), catalogue());
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().message));
        const EventSnapshot events = (*store)->snapshot();
        QVERIFY(events.rowCount() >= std::max(*last, *later) && events.rowCount() > before);
        QCOMPARE(events.rowCount() % kPageSize, 0U);
        for (EventRow row = before; row < events.rowCount(); ++row) {
            const DecodedEvent expected = eventOfRow(row);
            QVERIFY(events.raw(row) == expected.raw);
            QCOMPARE(events.id(row).value, expected.fields.id);
            QCOMPARE(events.typeName(events.type(row)), expected.fields.type);
            QCOMPARE(events.organizationId(events.organization(row)).value,
                     expected.fields.organizationId.isEmpty() ? organizationOfPage(row)
                                                              : expected.fields.organizationId);
            QCOMPARE(events.objectKey(events.object(row)), expected.fields.objectKey);
            QCOMPARE(events.find(events.id(row)), std::optional(row));
        }
        before = events.rowCount();
    }
}

void StoreCrashTest::fullDiskLosesNothing()
{
#ifdef Q_OS_UNIX
    // A limit on the size of files stands for the end of the disk: writes fail in the middle just so.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    const auto limit = [&unlimited](rlim_t bytes) {
        rlimit smaller = unlimited;
        smaller.rlim_cur = std::min(bytes, unlimited.rlim_max);
        return ::setrlimit(RLIMIT_FSIZE, &smaller);
    };
    const QTemporaryDir folder;
    QRandomGenerator random(12);
    quint64 next = 0;
    int refused = 0;
    std::vector<RowFacts> facts;
    auto store = EventStore::open(folder.path(), catalogue()).value();
    for (int round = 0; round < 150; ++round) {
        const auto page = randomPage(random, next, random.bounded(1, 200));
        // Around the end of one of the files, which differ in size.
        const QStringList files{u"/events.ndjson"_s,
                                u"/events.index"_s,
                                u"/events.commits"_s,
                                u"/events.marks"_s};
        const qint64 size = QFile(folder.path() + files[round % 4]).size();
        QCOMPARE(limit(static_cast<rlim_t>(size + random.bounded(20'000))), 0);
        const auto outcome = store->append(page, OrganizationId(round % 2 == 0 ? "org_read" : ""));
        QCOMPARE(limit(unlimited.rlim_cur), 0);
        if (!outcome) {
            QCOMPARE(outcome.error().code, ErrorCode::DiskFull);
            ++refused;
            QCOMPARE(store->snapshot().rowCount(), facts.size());
            if (round % 10 == 0) { // what failed leaves no trace
                store.reset();
                store = EventStore::open(folder.path(), catalogue()).value();
                QVERIFY(factsOf(store->snapshot()) == facts);
            }
            QVERIFY(
                store->append(page, OrganizationId(round % 2 == 0 ? "org_read" : "")).has_value());
        }
        facts = factsOf(store->snapshot());
    }
    QVERIFY(refused > 20);
    store.reset();
    store = EventStore::open(folder.path(), catalogue()).value();
    QVERIFY(factsOf(store->snapshot()) == facts);
    store.reset();
    QVERIFY(QFile::remove(folder.path() + u"/events.index"_s));
    store = EventStore::open(folder.path(), catalogue()).value();
    QVERIFY(factsOf(store->snapshot()) == facts);
#else
    QSKIP("no limit on the size of files here");
#endif
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--write") == 0) {
        return writeUntilKilled(QString::fromLocal8Bit(argv[2]));
    }
    StoreCrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storecrash.moc"
