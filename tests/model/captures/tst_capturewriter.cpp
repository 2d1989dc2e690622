// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturewriter.h"
#include "model/captures/csvcell.h"
#include "model/events/eventstore.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// RFC 4180 read back letter by letter, with nothing of the writer's.
QList<QList<QByteArray>> readCsv(const QByteArray &text)
{
    QList<QList<QByteArray>> records;
    QList<QByteArray> record;
    QByteArray cell;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (isQuoted) {
            if (c != '"') {
                cell.append(c);
            } else if (i + 1 < text.size() && text.at(i + 1) == '"') {
                cell.append('"');
                ++i;
            } else {
                isQuoted = false;
            }
        } else if (c == '"') {
            isQuoted = true;
        } else if (c == ',') {
            record.append(std::exchange(cell, {}));
        } else if (c == '\r' && i + 1 < text.size() && text.at(i + 1) == '\n') {
            record.append(std::exchange(cell, {}));
            records.append(std::exchange(record, {}));
            ++i;
        } else {
            cell.append(c);
        }
    }
    return isQuoted || !cell.isEmpty() || !record.isEmpty() ? QList<QList<QByteArray>>() : records;
}

/// Takes at most some bytes at a time, and in all no more than its limit.
class NarrowDevice : public QIODevice
{
public:
    explicit NarrowDevice(qint64 limit)
        : m_limit(limit)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    QByteArray bytes;

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        const qint64 taken = std::min(
            {size, qint64(1 + bytes.size() % 977), m_limit - bytes.size()});
        if (taken <= 0) {
            setErrorString(u"the device is full"_s);
            return -1;
        }
        bytes.append(data, taken);
        return taken;
    }

private:
    qint64 m_limit;
};

} // namespace

class TestCaptureWriter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        auto catalogue = TypeCatalogue::load();
        QVERIFY(catalogue);
        auto store = EventStore::open(m_folder.filePath(u"events"_s), *catalogue);
        QVERIFY(store);
        m_store = std::move(*store);
        std::vector<DecodedEvent> page;
        QRandomGenerator random(5);
        for (int i = 0; i < 3000; ++i) {
            const auto decoded = decodeEvent(madeEvent(i, random), *catalogue);
            QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
            m_raws.push_back(decoded->raw);
            m_fields.push_back(decoded->fields);
            page.push_back(*decoded);
        }
        QCOMPARE(m_store->append(page, OrganizationId("org_read"))->added, quint32(page.size()));
        QVERIFY(m_store->snapshot().rawBytes() > 9'000'000); // several runs and gathered buffers
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void keepsEveryByte_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("which");
        for (const QString &which : {u"all"_s,
                                     u"none"_s,
                                     u"first"_s,
                                     u"last"_s,
                                     u"quarter"_s,
                                     u"turned"_s,
                                     u"shuffled"_s}) {
            QTest::newRow(qPrintable(u"ndjson "_s + which)) << int(CaptureFormat::Ndjson) << which;
            QTest::newRow(qPrintable(u"json "_s + which)) << int(CaptureFormat::Json) << which;
            QTest::newRow(qPrintable(u"csv "_s + which)) << int(CaptureFormat::Csv) << which;
        }
    }
    void keepsEveryByte()
    {
        QFETCH(int, format);
        QFETCH(QString, which);
        const CaptureJob job{m_store->snapshot(),
                             rowsOf(which),
                             static_cast<CaptureFormat>(format)};
        const QString path = m_folder.filePath(
            u"größe 😀 %1.out"_s.arg(QString::fromUtf8(QTest::currentDataTag())));
        writeFile(path, "older");
        std::vector<quint64> told;
        const auto written = writeCapture(job, path, [&told](quint64 count) {
            told.push_back(count);
        });
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        const QByteArray bytes = bytesOf(path);
        QCOMPARE(*written, bytes.size());
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QCOMPARE(told.back(), job.rows.size());
        if (job.format == CaptureFormat::Ndjson) {
            QVERIFY(bytes == expectedNdjson(job.rows));
        } else if (job.format == CaptureFormat::Json) {
            checkJson(bytes, job.rows);
        } else {
            checkCsv(bytes, job.rows);
        }
        // The same into a device that takes little at a time.
        NarrowDevice device(std::numeric_limits<qint64>::max());
        QCOMPARE(writeCapture(job, device).value(), bytes.size());
        QVERIFY(device.bytes == bytes);
    }

    void makesCellsSafe_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        const auto row = [](const char *name, const char *text, const char *cell) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(cell);
        };
        row("plain", "user.created", "user.created");
        row("empty", "", "");
        row("comma", "a,b", "\"a,b\"");
        row("quote", "a\"b\"", "\"a\"\"b\"\"\"");
        row("line break", "a\nb", "\"a\nb\"");
        row("equals", "=1+1", "\"'=1+1\"");
        row("plus", "+1", "\"'+1\"");
        row("minus", "-1", "\"'-1\"");
        row("at", "@SUM(A1)", "\"'@SUM(A1)\"");
        row("tab", "\t=1", "\"'\t=1\"");
        row("return", "\r=1", "\"'\r=1\"");
        row("formula with a quote", "=\"x\"", "\"'=\"\"x\"\"\"");
        row("only inside", "a=b", "a=b");
    }
    void makesCellsSafe()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cell);
        QByteArray record;
        appendCsvCell(record, text);
        QCOMPARE(record, cell);
    }

    void leavesTheOldFileWhenStopped()
    {
        for (const CaptureFormat format :
             {CaptureFormat::Ndjson, CaptureFormat::Json, CaptureFormat::Csv}) {
            const CaptureJob job{m_store->snapshot(), rowsOf(u"all"_s), format};
            QDir().mkpath(m_folder.filePath(u"stop"_s));
            const QString path = m_folder.filePath(u"stop/old.out"_s);
            writeFile(path, "older");
            std::stop_source stop;
            stop.request_stop();
            const auto written = writeCapture(job, path, {}, stop.get_token());
            QCOMPARE(written.error().code, ErrorCode::Cancelled);
            QCOMPARE(bytesOf(path), QByteArray("older"));
            QCOMPARE(QDir(m_folder.filePath(u"stop"_s)).entryList(QDir::Files | QDir::Hidden),
                     QStringList{u"old.out"_s});
        }
    }

    void stopsInTheMiddle()
    {
        // The device asks for the stop itself, after the first bytes.
        class StoppingDevice : public QIODevice
        {
        public:
            StoppingDevice() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }
            std::stop_source stop;
            qint64 taken = 0;

        protected:
            qint64 readData(char *, qint64) override { return -1; }
            qint64 writeData(const char *, qint64 size) override
            {
                stop.request_stop();
                taken += size;
                return size;
            }
        };
        for (const CaptureFormat format :
             {CaptureFormat::Ndjson, CaptureFormat::Json, CaptureFormat::Csv}) {
            StoppingDevice device;
            const CaptureJob job{m_store->snapshot(), rowsOf(u"all"_s), format};
            const auto written = writeCapture(job, device, {}, device.stop.get_token());
            QCOMPARE(written.error().code, ErrorCode::Cancelled);
            QVERIFY(device.taken > 0);
            QVERIFY(device.taken < m_store->snapshot().rawBytes());
        }
    }

    void tellsAFullDisk()
    {
#ifdef Q_OS_LINUX
        QFile full(u"/dev/full"_s);
        QVERIFY(full.open(QFile::WriteOnly | QFile::Unbuffered));
        const CaptureJob job{m_store->snapshot(), rowsOf(u"all"_s), CaptureFormat::Ndjson};
        const auto toDevice = writeCapture(job, full);
        QCOMPARE(toDevice.error().code, ErrorCode::DiskFull);

        // A limit on the size of files stands for a disk that fills up in the middle.
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        for (const CaptureFormat format :
             {CaptureFormat::Ndjson, CaptureFormat::Json, CaptureFormat::Csv}) {
            const QString path = m_folder.filePath(u"full.out"_s);
            writeFile(path, "older");
            const rlimit small{5'000'000, before.rlim_max};
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
            const auto toFile = writeCapture({m_store->snapshot(), rowsOf(u"all"_s), format}, path);
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
            QCOMPARE(toFile.error().code, ErrorCode::DiskFull);
            QVERIFY(toFile.error().message.contains(u"full"_s));
            QCOMPARE(bytesOf(path), QByteArray("older"));
        }
        QCOMPARE(QDir(m_folder.path()).entryList({u"full*"_s}, QDir::Files),
                 QStringList{u"full.out"_s});
#else
        QSKIP("needs /dev/full");
#endif
    }

    void tellsADeviceThatFails()
    {
        NarrowDevice device(100'000);
        const auto written =
            writeCapture({m_store->snapshot(), rowsOf(u"all"_s), CaptureFormat::Json}, device);
        QCOMPARE(written.error().code, ErrorCode::Unwritable);
        QVERIFY(written.error().message.contains(u"the device is full"_s));
        QCOMPARE(device.bytes.size(), 100'000);
    }

    void refusesWhatIsNoPlaceForAFile()
    {
        const CaptureJob job{m_store->snapshot(), {0}, CaptureFormat::Ndjson};
        for (const QString &path : {m_folder.path(),
                                    QString(),
                                    m_folder.filePath(u"no/such/folder.ndjson"_s),
                                    u"/dev/null"_s}) {
            const auto written = writeCapture(job, path);
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::Unwritable);
            QVERIFY(!written.error().message.contains(u'\n'));
        }
        QVERIFY(!QFileInfo(u"/dev/null"_s).isFile()); // still the device
    }

    void knowsFormatsByTheirEnding()
    {
        QCOMPARE(captureFormatOf(u"/a.b/Export.NDJSON"_s), std::optional(CaptureFormat::Ndjson));
        QCOMPARE(captureFormatOf(u"export.jsonl"_s), std::optional(CaptureFormat::Ndjson));
        QCOMPARE(captureFormatOf(u"export.json"_s), std::optional(CaptureFormat::Json));
        QCOMPARE(captureFormatOf(u"export.tar.csv"_s), std::optional(CaptureFormat::Csv));
        QCOMPARE(captureFormatOf(u"export.csv.txt"_s), std::nullopt);
        QCOMPARE(captureFormatOf(u"csv"_s), std::nullopt);
    }

private:
    /// Bytes that a careless writer would change: escapes, exact numbers, doubled keys, spaces, long texts.
    /// Written with ' for " and turned at the end: raw string literals make moc lose the class.
    static QByteArray madeEvent(int number, QRandomGenerator &random)
    {
        const QByteArray id = (number % 50 == 7 ? "=evt_" : "event_") + QByteArray::number(number);
        QByteArray event = "{'object':'event', 'id':'" + id
                           + "','event':'user.updated','created_at':'2026-11-";
        event += QByteArray::number(10 + number % 20) + "T13:58:51.3061"
                 + QByteArray::number(number % 10);
        event += "Z','data':{'object':'user','id':'user_" + QByteArray::number(number % 100);
        event += "','n':12345678901234567890,'n':1.50e400,'t':'a,\\'\\u00e9\\n\xf0\x9f\x98\x80";
        event += QByteArray(static_cast<qsizetype>(random.bounded(6400)), 'x') + '\'';
        if (number % 3 != 0) {
            event += ",'updated_at':'2026-11-01 10:00:00.123456+02:00'";
        }
        event += "}}";
        return event.replace('\'', '"');
    }

    std::vector<EventRow> rowsOf(const QString &which) const
    {
        std::vector<EventRow> rows(m_raws.size());
        std::iota(rows.begin(), rows.end(), 0U);
        if (which == u"none"_s) {
            return {};
        }
        if (which == u"first"_s || which == u"last"_s) {
            return {which == u"first"_s ? rows.front() : rows.back()};
        }
        if (which == u"quarter"_s) {
            std::erase_if(rows, [](EventRow row) { return row % 4 != 1; });
        } else if (which == u"turned"_s) {
            std::reverse(rows.begin(), rows.end());
        } else if (which == u"shuffled"_s) {
            std::shuffle(rows.begin(), rows.end(), QRandomGenerator(1));
        }
        return rows;
    }

    QByteArray expectedNdjson(const std::vector<EventRow> &rows) const
    {
        QByteArray expected;
        for (const EventRow row : rows) {
            expected += m_raws.at(row) + '\n';
        }
        return expected;
    }

    void checkJson(const QByteArray &bytes, const std::vector<EventRow> &rows) const
    {
        JsonDocument document;
        QVERIFY(document.parse(bytes));
        const auto slices = arraySlices(bytes);
        QVERIFY(slices.has_value());
        QCOMPARE(slices->size(), rows.size());
        for (size_t i = 0; i < rows.size(); ++i) {
            QVERIFY(slices->at(i) == m_raws.at(rows[i]));
        }
        QCOMPARE(bytes.count('\n'), std::max<qsizetype>(1, static_cast<qsizetype>(rows.size())));
    }

    void checkCsv(const QByteArray &bytes, const std::vector<EventRow> &rows) const
    {
        const auto records = readCsv(bytes);
        QCOMPARE(records.size(), static_cast<qsizetype>(rows.size()) + 1);
        QCOMPARE(records.first().join(','),
                 QByteArray("id,type,created_at,organization_id,object,updated_at,event"));
        for (size_t i = 0; i < rows.size(); ++i) {
            const EventFields &fields = m_fields.at(rows[i]);
            const QByteArray id = fields.id.startsWith('=') ? "'" + fields.id : fields.id;
            const QList<QByteArray> expected{id,
                                             fields.type,
                                             isoUtcMs(fields.createdAt),
                                             QByteArrayLiteral("org_read"),
                                             fields.objectKey,
                                             rows[i] % 3 != 0
                                                 ? QByteArrayLiteral("2026-11-01T08:00:00.123Z")
                                                 : QByteArray(),
                                             m_raws.at(rows[i])};
            QCOMPARE(records.at(static_cast<qsizetype>(i) + 1), expected);
        }
    }

    QTemporaryDir m_folder;
    std::unique_ptr<EventStore> m_store;
    std::vector<QByteArray> m_raws;
    std::vector<EventFields> m_fields;
};

QTEST_GUILESS_MAIN(TestCaptureWriter)
#include "tst_capturewriter.moc"
