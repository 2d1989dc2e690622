// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturefeed.h"
#include "tests/model/captures/madecapture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace playhead;
using namespace playhead::test;
using namespace Qt::StringLiterals;

/// Captures that are written, cut and replaced while they are open.
class TestCaptureFollow : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void readsWhatIsAppended_data();
    void readsWhatIsAppended();
    void waitsForTheEndOfALine();
    void goesOnFromItsCache();
    void survivesACut();
    void noticesOtherContent_data();
    void noticesOtherContent();
    void staysWhenTheTimeAloneChanges();
    void staysWhenTheFileIsRemoved();
    void knowsContents();
    void tellsWhatHappens();
    void tellsWhenItIsLost();
    void keepsWhatItHasWhenTheDiskIsFull();
    void keepsTheNewestCaches();

private:
    std::unique_ptr<CaptureStore> open();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestCaptureFollow::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"a.ndjson"_s);
}

std::unique_ptr<CaptureStore> TestCaptureFollow::open()
{
    const auto file = CaptureFile::open(m_path);
    auto store = CaptureStore::open(*file, m_folder->filePath(u"cache"_s), catalogue());
    return store ? std::move(*store) : nullptr;
}

void TestCaptureFollow::readsWhatIsAppended_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 15; ++seed) {
        QTest::addRow("%u", seed) << seed;
    }
}

/// Cut anywhere: inside a line, inside a character, between CR and LF.
void TestCaptureFollow::readsWhatIsAppended()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const MadeCapture made = randomCapture(random, 80);
    const qsizetype first = made.events.front().first + made.events.front().second;
    writeBytes(m_path, made.bytes.first(first));
    const auto store = open();
    QVERIFY(store);
    QCOMPARE(store->snapshot().rowCount(), 1U);
    quint32 added = 0;
    for (qsizetype at = first; at < made.bytes.size();) {
        const qsizetype piece = std::min<qsizetype>(made.bytes.size() - at,
                                                    random.bounded(4) == 0
                                                        ? random.bounded(1, 60'000)
                                                        : random.bounded(1, 400));
        appendBytes(m_path, made.bytes.sliced(at, piece));
        at += piece;
        const auto growth = store->follow();
        QVERIFY(growth.has_value());
        added += growth->added;
    }
    QCOMPARE(added + 1, quint32(made.events.size()));
    compare(*store, made);
    const auto growth = store->follow();
    QVERIFY(growth.has_value() && growth->added == 0 && !growth->hasFacts);
}

void TestCaptureFollow::waitsForTheEndOfALine()
{
    writeBytes(m_path, eventText(1) + "\n" + eventText(2).chopped(3));
    const auto store = open();
    QCOMPARE(store->snapshot().rowCount(), 1U);
    QCOMPARE(store->facts().unfinishedLine, std::optional<quint64>(2));
    QCOMPARE(store->facts().leftOut, 0U);
    appendBytes(m_path, eventText(2).last(3)); // an event now, though its line has no end
    QCOMPARE(store->follow()->added, 1U);
    QCOMPARE(store->facts().unfinishedLine, std::nullopt);
    appendBytes(m_path, " x");
    QCOMPARE(store->follow()->added, 0U);
    appendBytes(m_path, "\n" + eventText(3) + "\n");
    QCOMPARE(store->follow()->added, 1U);
    QCOMPARE(store->facts().leftOut, 1U);
    QCOMPARE(store->facts().firstLeftOut.front().line, 2U);
    QCOMPARE(store->snapshot().raw(2).toByteArray(), eventText(3));
}

void TestCaptureFollow::goesOnFromItsCache()
{
    writeBytes(m_path, eventText(1) + "\n");
    {
        const auto store = open();
        appendBytes(m_path, eventText(2) + "\n" + eventText(1) + "\nbad\n" + eventText(3));
        QCOMPARE(store->follow()->added, 2U);
    }
    const auto store = open();
    QCOMPARE(store->parsedLines(), 0U);
    QVERIFY(store->snapshot().hasFlag(0, EventFlag::ReceivedAgain));
    appendBytes(m_path, "\n" + eventText(4) + "\n" + eventText(2) + "\n");
    const auto growth = store->follow();
    QCOMPARE(growth->added, 1U);
    QCOMPARE(growth->marked, 1U);
    QCOMPARE(store->parsedLines(), 2U);
    QCOMPARE(store->facts().leftOut, 1U);
    QCOMPARE(store->facts().doubles, 2U);
}

/// The bytes behind the cut are gone from the mapping: whoever still looks at them must not be ended by the system.
void TestCaptureFollow::survivesACut()
{
    QByteArray bytes;
    for (int i = 0; i < 2000; ++i) {
        bytes += eventText(i) + '\n';
    }
    writeBytes(m_path, bytes);
    const auto store = open();
    const EventSnapshot shown = store->snapshot();
    QFile file(m_path);
    QVERIFY(file.open(QFile::ReadWrite) && file.resize(5000));
    QVERIFY(!shown.raw(1999).contains('{')); // zeros, but no end of the process
    QCOMPARE(shown.raw(0).toByteArray(), eventText(0));
    const auto growth = store->follow();
    QVERIFY(!growth.has_value());
    QCOMPARE(growth.error().code, ErrorCode::Unreadable);
    QVERIFY(growth.error().message.contains(u"a.ndjson"_s));
    QVERIFY(file.resize(bytes.size() + 1));
    QVERIFY(!store->follow().has_value()); // once lost, always lost
}

void TestCaptureFollow::noticesOtherContent_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"first event", "middle", "shorter", "longer", "renamed over"}) {
        QTest::newRow(how) << QString::fromLatin1(how);
    }
}

void TestCaptureFollow::noticesOtherContent()
{
    QFETCH(QString, how);
    QByteArray bytes;
    for (int i = 0; i < 4000; ++i) {
        bytes += eventText(i) + '\n';
    }
    writeBytes(m_path, bytes);
    const auto store = open();
    QVERIFY(store->follow().has_value());
    QByteArray other = bytes;
    if (how == u"middle"_s) {
        // Between the places that samples are taken of: only reading everything shows it.
        other[bytes.size() / 34 * 5 + 2000] = '?';
    } else {
        other[10] = '?';
        other = how == u"shorter"_s  ? other.chopped(1)
                : how == u"longer"_s ? other + eventText(7000) + '\n'
                                     : other;
    }
    const FileLook before(m_path);
    if (how == u"renamed over"_s) {
        writeBytes(m_folder->filePath(u"b"_s), other);
        QCOMPARE(::rename(qPrintable(m_folder->filePath(u"b"_s)), qPrintable(m_path)), 0);
    } else {
        QFile file(m_path);
        QVERIFY(file.open(QFile::ReadWrite) && file.write(other) == other.size());
        QVERIFY(file.resize(other.size()));
    }
    setTime(m_path, before.writtenAt.addSecs(5));
    const auto growth = store->follow();
    QVERIFY(!growth.has_value());
    QCOMPARE(growth.error().code, ErrorCode::Unreadable);
}

void TestCaptureFollow::staysWhenTheTimeAloneChanges()
{
    writeBytes(m_path, eventText(1) + "\n");
    const auto store = open();
    setTime(m_path, FileLook(m_path).writtenAt.addSecs(5));
    const auto growth = store->follow();
    QVERIFY(growth.has_value());
    QCOMPARE(growth->added, 0U);
    QCOMPARE(store->snapshot().raw(0).toByteArray(), eventText(1));
}

void TestCaptureFollow::staysWhenTheFileIsRemoved()
{
    writeBytes(m_path, eventText(1) + "\n");
    const auto store = open();
    QVERIFY(QFile::remove(m_path));
    QVERIFY(store->follow().has_value());
    QCOMPARE(store->snapshot().raw(0).toByteArray(), eventText(1));
}

void TestCaptureFollow::knowsContents()
{
    const QString other = m_folder->filePath(u"b.ndjson"_s);
    const auto look = [](const QString &path, const QList<KnownCapture> &known) {
        return identifyCapture(**CaptureFile::open(path), path, known);
    };
    writeBytes(m_path, eventText(1) + "\n");
    KnownCapture first = look(m_path, {});
    QCOMPARE(first.id, 0);
    first.id = 7;
    QCOMPARE(look(m_path, {first}), first);
    writeBytes(other, eventText(1) + "\n");
    QCOMPARE(look(other, {first}).id, 7); // a copy
    appendBytes(other, eventText(2) + "\n");
    QCOMPARE(look(other, {first}).id, 0); // a copy that went on by itself
    appendBytes(m_path, eventText(3) + "\n");
    QCOMPARE(look(m_path, {first}).id, 7); // grown
    QVERIFY(QFile::remove(m_path));
    QCOMPARE(look(other, {first}).id, 7); // moved, and grown there
    writeBytes(m_path, eventText(5) + "\n");
    QCOMPARE(look(m_path, {first}).id, 0); // other content in its place
}

void TestCaptureFollow::tellsWhatHappens()
{
    writeBytes(m_path, eventText(1) + "\n");
    CaptureFeed feed(catalogue(), m_folder->filePath(u"captures"_s));
    QSignalSpy identified(&feed, &CaptureFeed::identified);
    QSignalSpy refused(&feed, &CaptureFeed::refused);
    QSignalSpy opened(&feed, &CaptureFeed::opened);
    QSignalSpy grown(&feed, &CaptureFeed::grown);
    QSignalSpy marks(&feed, &CaptureFeed::marksChanged);
    QSignalSpy facts(&feed, &CaptureFeed::factsChanged);
    feed.identify(m_path, {});
    QVERIFY(identified.wait());
    feed.identify(m_folder->filePath(u"missing"_s), {});
    QVERIFY(refused.wait());
    feed.open(m_path);
    QVERIFY(opened.wait());
    QCOMPARE(feed.snapshot().rowCount(), 1U);
    appendBytes(m_path, eventText(2) + "\n");
    QVERIFY(grown.wait());
    QCOMPARE(feed.snapshot().rowCount(), 2U);
    appendBytes(m_path, eventText(1) + "\n");
    QVERIFY(marks.wait());
    appendBytes(m_path, "bad\n");
    QTRY_COMPARE(feed.facts().leftOut, 1U);
    QVERIFY(!facts.isEmpty());
    feed.close();
    QCOMPARE(feed.snapshot().rowCount(), 0U);
}

void TestCaptureFollow::tellsWhenItIsLost()
{
    writeBytes(m_path, eventText(1) + "\n" + eventText(2) + "\n");
    CaptureFeed feed(catalogue(), m_folder->filePath(u"captures"_s));
    QSignalSpy opened(&feed, &CaptureFeed::opened);
    QSignalSpy lost(&feed, &CaptureFeed::lost);
    QSignalSpy failed(&feed, &CaptureFeed::openFailed);
    feed.open(m_path);
    QVERIFY(opened.wait());
    QFile file(m_path);
    QVERIFY(file.open(QFile::ReadWrite) && file.resize(10));
    QVERIFY(lost.wait());
    QCOMPARE(feed.snapshot().rowCount(), 0U);
    feed.open(m_path);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Malformed);
}

/// A limit on the size of files stands for the full disk of the cache.
void TestCaptureFollow::keepsWhatItHasWhenTheDiskIsFull()
{
#ifdef Q_OS_UNIX
    writeBytes(m_path, eventText(1) + "\n" + eventText(2) + "\n");
    const auto store = open();
    QVERIFY(store);
    appendBytes(m_path, eventText(3) + "\n");
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{1, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto growth = store->follow();
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!growth);
    QCOMPARE(growth.error().code, ErrorCode::DiskFull);
    QVERIFY(store->follow());
    QCOMPARE(store->snapshot().rowCount(), 2U);
    QCOMPARE(store->snapshot().raw(1).toByteArray(), eventText(2));
    QFile file(m_path);
    QVERIFY(file.open(QFile::ReadWrite) && file.resize(10));
    QVERIFY(!store->follow());
#else
    QSKIP("No limit on the size of files here.");
#endif
}

void TestCaptureFollow::keepsTheNewestCaches()
{
    const QString all = m_folder->filePath(u"captures"_s);
    writeBytes(m_path, eventText(1) + "\n");
    QStringList caches;
    for (int i = 0; i < 6; ++i) {
        caches.append(captureCacheFolder(all, QString::number(i)));
        QVERIFY(CaptureStore::open(*CaptureFile::open(m_path), caches.last(), catalogue()));
        std::filesystem::last_write_time(caches.last().toStdString(),
                                         std::filesystem::file_time_type::clock::now()
                                             + std::chrono::seconds(100 * i));
    }
    const auto inUse = CaptureStore::open(*CaptureFile::open(m_path), caches[1], catalogue());
    dropOldCaptureCaches(all, caches[0], 2);
    const QList<bool> isKept{true, true, false, false, true, true};
    for (int i = 0; i < 6; ++i) {
        QCOMPARE(QFile::exists(caches[i] + u"/capture.head"_s), isKept[i]);
    }
}

QTEST_GUILESS_MAIN(TestCaptureFollow)
#include "tst_capturefollow.moc"
