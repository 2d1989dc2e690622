// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturereader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestCaptureReader : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void readsEverySpelling_data();
    void readsEverySpelling();
    void readsAnyMixture();
    void tellsWhatIsNoEvent();
    void tellsOnlyTheFirstHundred();
    void tellsLinesOfAnArray();
    void refuses_data();
    void refuses();
    void refusesWhatIsNoFile();
    void stopsWhenTold();
    void changesNothing();
    void knowsWhenItWasCut();
    void knowsWhenItWasWrittenAnew_data();
    void knowsWhenItWasWrittenAnew();
    void outlivesItsName();

private:
    QString write(const QByteArray &bytes);
    Result<CaptureContent> read(const QString &path, std::stop_token stop = {});

    QTemporaryDir m_folder;
    int m_files = 0;
    const TypeCatalogue m_catalogue = TypeCatalogue::load().value();
    std::shared_ptr<const CaptureFile> m_file;
    QList<QByteArray> m_events;
    QList<EventFields> m_fields;
};

namespace {

QByteArray eventOf(int number, const QByteArray &name = "Zoë")
{
    const QByteArray digits = QByteArray::number(number);
    return R"({"object":"event","id":"event_)" + digits
           + R"(","event":"organization.created","data":{"object":"organization","id":"org_)"
           + digits + R"(","name":")" + name + R"("},"created_at":"2026-11-01T00:00:00.)"
           + digits.rightJustified(3, '0') + R"(Z"})";
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

void TestCaptureReader::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    QVERIFY(m_folder.isValid());
}

QString TestCaptureReader::write(const QByteArray &bytes)
{
    const QString path = m_folder.filePath(u"capture %1.ndjson"_s.arg(++m_files));
    writeFile(path, bytes);
    return path;
}

Result<CaptureContent> TestCaptureReader::read(const QString &path, std::stop_token stop)
{
    m_events.clear();
    m_fields.clear();
    const auto file = CaptureFile::open(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    m_file = *file;
    return readCapture(
        *m_file,
        m_catalogue,
        [this](QByteArrayView event, const EventFields &fields) {
            // A view of the file itself, not of a copy.
            QVERIFY(event.begin() >= m_file->bytes().begin());
            QVERIFY(event.end() <= m_file->bytes().end());
            m_events.append(event.toByteArray());
            m_fields.append(fields);
        },
        std::move(stop));
}

void TestCaptureReader::readsEverySpelling_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("events");
    const QList<QByteArray> two{eventOf(1), eventOf(2)};
    const QByteArray spaced =
        R"({ "id" : "event_3","event":"x.y" , "data":{},"created_at":"2026-11-01"})";
    const QByteArray large = eventOf(4, QByteArray(3'000'000, 'x'));
    QTest::newRow("LF") << two.join('\n') + '\n' << two;
    QTest::newRow("no end at the last line") << two.join('\n') << two;
    QTest::newRow("CRLF") << two.join("\r\n") + "\r\n" << two;
    QTest::newRow("CRLF, no end at the last line") << two.join("\r\n") << two;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + two.join('\n') + '\n' << two;
    QTest::newRow("empty lines") << "\n\r\n" + two.join("\n \t\n\n") + "\n\n" << two;
    QTest::newRow("space around") << " \t" + two.join(" \n  ") + "  \n" << two;
    QTest::newRow("one event") << eventOf(1) << QList<QByteArray>{eventOf(1)};
    QTest::newRow("space inside") << spaced + '\n' << QList<QByteArray>{spaced};
    QTest::newRow("a large one") << large + '\n' + eventOf(1)
                                 << QList<QByteArray>{large, eventOf(1)};
    // The file then ends where its mapping does: a byte too far would end the process.
    const QByteArray page = eventOf(5, QByteArray(4096 - eventOf(5, {}).size(), 'x'));
    QTest::newRow("exactly one page of memory") << page << QList<QByteArray>{page};
    QTest::newRow("array of ours") << '[' + two.join(",\n") + "]\n" << two;
    QTest::newRow("array, CRLF, mark") << "\xEF\xBB\xBF[\r\n" + two.join("\r\n,") + "\r\n]" << two;
    QTest::newRow("array on one line") << " [" + two.join(',') + ']' << two;
}

void TestCaptureReader::readsEverySpelling()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QList<QByteArray>, events);
    const auto content = read(write(text));
    QVERIFY2(content, content ? "" : qPrintable(content.error().message));
    QCOMPARE(m_events, events);
    QCOMPARE(content->events, quint64(events.size()));
    QCOMPARE(content->leftOut, quint64(0));
    for (qsizetype i = 0; i < events.size(); ++i) {
        QCOMPARE(m_fields[i], decodeEvent(events[i], m_catalogue)->fields);
    }
}

void TestCaptureReader::readsAnyMixture()
{
    const QList<QByteArray> broken{"{",
                                   "7",
                                   "null",
                                   "[1]",
                                   R"({"id":"event_1"})",
                                   "\xFF\xFE",
                                   "id;event",
                                   eventOf(1).chopped(1),
                                   eventOf(1) + ','};
    QRandomGenerator random(41);
    for (int example = 0; example < 200; ++example) {
        QByteArray text;
        QList<QByteArray> events;
        QList<quint64> leftOut;
        const int lines = 1 + random.bounded(30);
        for (int line = 1; line <= lines; ++line) {
            const int kind = line == 1 ? 0 : random.bounded(4); // the first is an event
            if (kind < 2) {
                events.append(eventOf(random.bounded(500), QByteArray(random.bounded(300), 'n')));
                text += events.constLast();
            } else if (kind == 2) {
                leftOut.append(quint64(line));
                text += broken[random.bounded(broken.size())];
            }
            text += line == lines && random.bounded(2) == 0 ? ""
                    : random.bounded(2) == 0                ? "\n"
                                                            : "\r\n";
        }
        const auto content = read(write(text));
        QVERIFY2(content, text.constData());
        QCOMPARE(m_events, events);
        QCOMPARE(content->leftOut, quint64(leftOut.size()));
        for (qsizetype i = 0; i < leftOut.size(); ++i) {
            QCOMPARE(content->firstLeftOut[size_t(i)].line, leftOut[i]);
        }
    }
}

void TestCaptureReader::tellsWhatIsNoEvent()
{
    const auto content = read(
        write(eventOf(1) + "\n\n{\"id\":\n" + eventOf(2) + "\n{\"id\":\"event_3\"}\n"));
    QVERIFY(content);
    QCOMPARE(content->leftOut, quint64(2));
    QCOMPARE(content->firstLeftOut[0].line, quint64(3));
    QCOMPARE(content->firstLeftOut[0].reason, u"This is not valid JSON."_s);
    QCOMPARE(content->firstLeftOut[1].line, quint64(5));
    QCOMPARE(content->firstLeftOut[1].reason,
             u"An event is incomplete: its \"event\" is missing or unreadable."_s);
}

void TestCaptureReader::tellsOnlyTheFirstHundred()
{
    const auto content = read(write(eventOf(1) + '\n' + QByteArray("x\n").repeated(1234)));
    QVERIFY(content);
    QCOMPARE(content->leftOut, quint64(1234));
    QCOMPARE(content->firstLeftOut.size(), size_t(100));
    QCOMPARE(content->firstLeftOut.back().line, quint64(101));
}

void TestCaptureReader::tellsLinesOfAnArray()
{
    const auto content = read(write("[\n" + eventOf(1) + ",\n{\"a\":\n1},\n3," + eventOf(2) + "]"));
    QVERIFY(content);
    QCOMPARE(m_events, (QList<QByteArray>{eventOf(1), eventOf(2)}));
    QCOMPARE(content->leftOut, quint64(2));
    QCOMPARE(content->firstLeftOut[0].line, quint64(3));
    QCOMPARE(content->firstLeftOut[1].line, quint64(5));
}

void TestCaptureReader::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QByteArray() << u"holds no event (it is empty)"_s;
    QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF\n\n")
                                 << u"holds no event (it is empty)"_s;
    QTest::newRow("a table") << QByteArray("id,type\r\n1,2\r\n")
                             << u"holds no event (line 1: This is not valid JSON.)"_s;
    QTest::newRow("empty array") << QByteArray("[]") << u"holds no event (it is empty)"_s;
    QTest::newRow("cut array") << '[' + eventOf(1) + ",\n" << u"not a whole one"_s;
    QTest::newRow("text after array") << '[' + eventOf(1) + "]]" << u"not a whole one"_s;
    QTest::newRow("broken array") << QByteArray("[}") << u"not a whole one"_s;
}

void TestCaptureReader::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, why);
    const QString path = write(text);
    const auto content = read(path);
    QVERIFY(!content);
    QCOMPARE(content.error().code, ErrorCode::Malformed);
    QVERIFY2(content.error().message.contains(why), qPrintable(content.error().message));
    QVERIFY(content.error().message.contains(QDir::toNativeSeparators(path)));
    QVERIFY(!content.error().message.contains(u'\n'));
    QVERIFY(m_events.isEmpty());
}

void TestCaptureReader::refusesWhatIsNoFile()
{
    const QString missing = m_folder.filePath(u"nowhere.ndjson"_s);
    QCOMPARE(CaptureFile::open(missing).error().code, ErrorCode::NotFound);
    QVERIFY(CaptureFile::open(missing).error().message.contains(u"nowhere.ndjson"_s));
    QCOMPARE(CaptureFile::open(QString()).error().code, ErrorCode::NotFound);
    const auto folder = CaptureFile::open(m_folder.path());
    QCOMPARE(folder.error().code, ErrorCode::Unreadable);
    QVERIFY(folder.error().message.contains(QDir::toNativeSeparators(m_folder.path())));

    const QString secret = write(eventOf(1));
    QVERIFY(QFile::setPermissions(secret, QFile::Permissions()));
    if (QFile(secret).open(QFile::ReadOnly)) {
        QSKIP("this user may read every file");
    }
    QCOMPARE(CaptureFile::open(secret).error().code, ErrorCode::Unreadable);
}

void TestCaptureReader::stopsWhenTold()
{
    std::stop_source stop;
    stop.request_stop();
    const auto content = read(write(eventOf(1)), stop.get_token());
    QVERIFY(!content);
    QCOMPARE(content.error().code, ErrorCode::Cancelled);
    QVERIFY(m_events.isEmpty());
}

void TestCaptureReader::changesNothing()
{
    const QByteArray text = eventOf(1) + "\r\n\r\nx\r\n" + eventOf(2);
    const QString path = write(text);
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
    const QDateTime before = QFileInfo(path).lastModified();
    QVERIFY(read(path));
    QFile file(path);
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(file.readAll(), text);
    QCOMPARE(QFileInfo(path).lastModified(), before);
}

void TestCaptureReader::knowsWhenItWasCut()
{
    const QString path = write(eventOf(1) + '\n' + eventOf(2) + '\n');
    QVERIFY(read(path));
    QVERIFY(m_file->isWhole());
    QFile file(path);
    QVERIFY(file.open(QFile::Append));
    file.write("more\n");
    file.close();
    QVERIFY(m_file->isWhole());
    QVERIFY(QFile::resize(path, 10));
    QVERIFY(!m_file->isWhole());
    const auto again = readCapture(*m_file, m_catalogue, [](QByteArrayView, const EventFields &) {
        QFAIL("a byte of a cut file was touched");
    });
    QCOMPARE(again.error().code, ErrorCode::Unreadable);
    // What grows there now is something else.
    QVERIFY(QFile::resize(path, 100'000));
    QVERIFY(!m_file->isWhole());
}

void TestCaptureReader::knowsWhenItWasWrittenAnew_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("as long") << eventOf(1) + '\n' + eventOf(3) + '\n';
    QTest::newRow("one byte before all") << '\n' + eventOf(1) + '\n' + eventOf(2) + '\n';
    QTest::newRow("much longer") << QByteArray(100'000, 'x');
}

void TestCaptureReader::knowsWhenItWasWrittenAnew()
{
    QFETCH(const QByteArray, text);
    const QString path = write(eventOf(1) + '\n' + eventOf(2) + '\n');
    QFile file(path);
    QVERIFY(file.open(QFile::ReadWrite));
    // The file system's time may not move within a few milliseconds.
    QVERIFY(
        file.setFileTime(QDateTime::currentDateTime().addSecs(-10), QFile::FileModificationTime));
    QVERIFY(read(path));
    QCOMPARE(file.write(text), text.size());
    QVERIFY(file.flush());
    QVERIFY(!m_file->isWhole());
}

void TestCaptureReader::outlivesItsName()
{
    const QString path = write(eventOf(1) + '\n' + eventOf(2) + '\n');
    QVERIFY(read(path));
    const QByteArray bytes = m_file->bytes().toByteArray();
    QVERIFY(QFile::remove(path));
    writeFile(path, "x");
    QVERIFY(m_file->isWhole());
    QCOMPARE(m_file->bytes().toByteArray(), bytes);
}

QTEST_GUILESS_MAIN(TestCaptureReader)
#include "tst_capturereader.moc"
