// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturestore.h"
#include "tests/model/captures/madecapture.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace playhead::test;
using namespace Qt::StringLiterals;

/// Opening captures in place, their cache, and following them.
class TestCaptureStore : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void readsAnyMixture_data();
    void readsAnyMixture();
    void readsAnArray();
    void refusesWithoutEvents_data();
    void refusesWithoutEvents();
    void keepsItsIndex();
    void readsAnewWhatChanged_data();
    void readsAnewWhatChanged();
    void readsAnewADamagedCache_data();
    void readsAnewADamagedCache();
    void worksWithoutACache();
    void stopsWhenTold();

private:
    using Opened = Result<std::unique_ptr<CaptureStore>>;
    Opened open(const QString &path, bool isCached = true);
    QString cacheFolder() const { return m_folder->filePath(u"cache/one"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCaptureStore::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

TestCaptureStore::Opened TestCaptureStore::open(const QString &path, bool isCached)
{
    const auto file = CaptureFile::open(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return CaptureStore::open(*file, isCached ? cacheFolder() : QString(), catalogue());
}

void TestCaptureStore::readsAnyMixture_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed) {
        QTest::addRow("%u", seed) << seed;
    }
}

void TestCaptureStore::readsAnyMixture()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const MadeCapture made = randomCapture(random, 30 + random.bounded(300));
    const QString path = m_folder->filePath(u"a.ndjson"_s);
    writeBytes(path, made.bytes);
    const FileLook before(path);
    for (const bool isFromCache : {false, true}) {
        const Opened store = open(path);
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().message));
        QCOMPARE((*store)->parsedLines() == 0, isFromCache);
        compare(**store, made);
    }
    QVERIFY(FileLook(path) == before);
}

void TestCaptureStore::readsAnArray()
{
    const QList<QByteArray> events{eventText(1), eventText(2), eventText(3)};
    // Between the first two stands one byte, which is no line end.
    const QByteArray bytes = "[" + events[0] + "," + events[1] + ",\n7,\n" + events[2] + "]\n";
    const QString path = m_folder->filePath(u"a.json"_s);
    writeBytes(path, bytes);
    const auto store = open(path);
    QVERIFY(store.has_value());
    const EventSnapshot shown = (*store)->snapshot();
    QCOMPARE(shown.rowCount(), 3U);
    for (EventRow row = 0; row < 3; ++row) {
        QCOMPARE(shown.raw(row).toByteArray(), events[row]);
        const RawRun run = shown.rawFrom(row);
        QCOMPARE(run.count, 1U);
        QCOMPARE(run.bytes.toByteArray(), events[row]);
    }
    QCOMPARE((*store)->facts().leftOut, 1U);
    QCOMPARE((*store)->facts().firstLeftOut.front().line, 2U);
    QVERIFY(!(*store)->facts().isFollowed);
    writeBytes(path, bytes + "\n");
    QCOMPARE((*store)->follow().error().code, ErrorCode::Unreadable);
}

void TestCaptureStore::refusesWithoutEvents_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QByteArray() << u"it is empty"_s;
    QTest::newRow("blank") << QByteArray("\n \r\n") << u"it is empty"_s;
    QTest::newRow("text") << QByteArray("hello\nworld\n") << u"line 1"_s;
    QTest::newRow("unfinished") << eventText(1).chopped(5) << u"line 1 is not whole"_s;
    QTest::newRow("array") << QByteArray("[1,") << u"not a whole one"_s;
}

void TestCaptureStore::refusesWithoutEvents()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    const QString path = m_folder->filePath(u"a.ndjson"_s);
    writeBytes(path, bytes);
    const Opened store = open(path);
    QVERIFY(!store.has_value());
    QCOMPARE(store.error().code, ErrorCode::Malformed);
    QVERIFY2(store.error().message.contains(why), qPrintable(store.error().message));
    QVERIFY(store.error().message.contains(u"a.ndjson"_s));
}

void TestCaptureStore::keepsItsIndex()
{
    QRandomGenerator random(7);
    const MadeCapture made = randomCapture(random, 500);
    const QString path = m_folder->filePath(u"a.ndjson"_s);
    writeBytes(path, made.bytes);
    std::vector<RowFacts> facts;
    {
        const Opened store = open(path);
        QVERIFY((*store)->parsedLines() > 0);
        facts = factsOf((*store)->snapshot());
        // A second Playhead has the same capture open: it works, and leaves the first one's index alone.
        const Opened second = open(path);
        QVERIFY((*second)->parsedLines() > 0);
        QCOMPARE(factsOf((*second)->snapshot()), facts);
    }
    const Opened again = open(path);
    QCOMPARE((*again)->parsedLines(), 0U);
    QCOMPARE(factsOf((*again)->snapshot()), facts);
    QVERIFY((*again)->snapshot().find((*again)->snapshot().id(3)) == std::optional<EventRow>(3));
}

void TestCaptureStore::readsAnewWhatChanged_data()
{
    QTest::addColumn<QString>("change");
    for (const char *change : {"time", "size", "content"}) {
        QTest::newRow(change) << QString::fromLatin1(change);
    }
}

void TestCaptureStore::readsAnewWhatChanged()
{
    QFETCH(QString, change);
    const QString path = m_folder->filePath(u"a.ndjson"_s);
    QByteArray bytes = eventText(1) + "\n" + eventText(2) + "\n";
    writeBytes(path, bytes);
    const FileLook before(path);
    QCOMPARE((*open(path))->snapshot().rowCount(), 2U);
    QDateTime time = before.writtenAt;
    if (change == u"time"_s) {
        time = time.addSecs(1);
    } else if (change == u"size"_s) {
        bytes += eventText(3) + "\n";
    } else {
        bytes.replace("organization.created", "organization.deleted");
    }
    writeBytes(path, bytes);
    setTime(path, time);
    const Opened store = open(path);
    QVERIFY((*store)->parsedLines() > 0);
    QCOMPARE((*store)->snapshot().raw(0).toByteArray(), bytes.first(bytes.indexOf('\n')));
    QCOMPARE((*store)->snapshot().rowCount(), quint32(bytes.count('\n')));
}

void TestCaptureStore::readsAnewADamagedCache_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("damage");
    for (const char *name : {"capture.head", "capture.index", "capture.commits"}) {
        for (const char *damage : {"removed", "cut", "changed", "emptied"}) {
            QTest::addRow("%s %s", name, damage)
                << QString::fromLatin1(name) << QString::fromLatin1(damage);
        }
    }
}

void TestCaptureStore::readsAnewADamagedCache()
{
    QFETCH(QString, name);
    QFETCH(QString, damage);
    QRandomGenerator random(11);
    const MadeCapture made = randomCapture(random, 100);
    const QString path = m_folder->filePath(u"a.ndjson"_s);
    writeBytes(path, made.bytes);
    QVERIFY(open(path).has_value());
    const QString part = cacheFolder() + u'/' + name;
    QByteArray bytes = readBytes(part);
    QVERIFY(bytes.size() > 40);
    if (damage == u"removed"_s) {
        QVERIFY(QFile::remove(part));
    } else {
        if (damage == u"changed"_s) {
            // The columns' head is not what is trusted; a time of the first rows is.
            const qsizetype at = name == u"capture.index"_s ? 4096 + 8 * 5 : bytes.size() / 2;
            bytes[at] = char(bytes[at] ^ 0x10);
        } else {
            bytes.truncate(damage == u"cut"_s ? bytes.size() - 1 : 0);
        }
        writeBytes(part, bytes);
    }
    for (const bool isRepaired : {false, true}) {
        const Opened store = open(path);
        QVERIFY(store.has_value());
        QCOMPARE((*store)->parsedLines() == 0, isRepaired);
        compare(**store, made);
    }
}

void TestCaptureStore::worksWithoutACache()
{
    const QString path = m_folder->filePath(u"locked/a.ndjson"_s);
    QVERIFY(QDir(m_folder->path()).mkpath(u"locked"_s));
    writeBytes(path, eventText(1) + "\n" + eventText(2) + "\n");
    // The cache cannot be made: a file stands where its folder should be. The capture's own folder is read-only.
    writeBytes(m_folder->filePath(u"cache"_s), "no folder");
    QFile::setPermissions(path, QFile::ReadOwner);
    QFile::setPermissions(m_folder->filePath(u"locked"_s), QFile::ReadOwner | QFile::ExeOwner);
    for (const bool isCached : {true, false}) {
        const Opened store = open(path, isCached);
        QVERIFY(store.has_value());
        QCOMPARE((*store)->snapshot().rowCount(), 2U);
        QCOMPARE((*store)->parsedLines(), 2U);
    }
    QFile::setPermissions(m_folder->filePath(u"locked"_s),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestCaptureStore::stopsWhenTold()
{
    const QString path = m_folder->filePath(u"a.ndjson"_s);
    QByteArray bytes;
    for (int i = 0; i < 25'000; ++i) {
        bytes += eventText(i) + '\n';
    }
    writeBytes(path, bytes);
    std::stop_source stop;
    qint64 seen = 0;
    const auto file = CaptureFile::open(path);
    const auto store = CaptureStore::open(
        *file,
        cacheFolder(),
        catalogue(),
        [&](qint64 done, qint64 all) {
            QVERIFY(done > seen && done < all);
            seen = done;
            stop.request_stop();
        },
        stop.get_token());
    QCOMPARE(store.error().code, ErrorCode::Cancelled);
    QVERIFY(seen > 0);
    QCOMPARE((*open(path))->snapshot().rowCount(),
             25'000U); // what was begun is not taken for whole
}

QTEST_GUILESS_MAIN(TestCaptureStore)
#include "tst_capturestore.moc"
