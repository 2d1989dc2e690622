// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/captures/madecapture.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

namespace playhead::test {

namespace {

QByteArray badLine(QRandomGenerator &random)
{
    switch (random.bounded(6)) {
    case 0:
        return "not JSON";
    case 1:
        return R"({"id":"event_1"})";
    case 2:
        return "[" + eventText(int(random.bounded(100U))) + "]";
    case 3:
        return eventText(int(random.bounded(100U))).chopped(1);
    case 4:
        return eventText(int(random.bounded(100U))) + eventText(3);
    default:
        return QByteArray(int(random.bounded(1, 40'000)), 'x');
    }
}

QByteArray longEvent(int number, QRandomGenerator &random)
{
    QByteArray event = eventText(number);
    return event.insert(event.size() - 1,
                        R"(,"more":")" + QByteArray(int(random.bounded(100'000U)), 'y') + '"');
}

} // namespace

QByteArray eventText(int number)
{
    const QByteArray digits = QByteArray::number(number);
    return R"({"object":"event","id":"event_)" + digits
           + R"(","event":"organization.created","data":{"object":"organization","id":"org_)"
           + digits + R"(","name":"Zoë"},"created_at":")"
           + isoUtcMs(Instant(std::chrono::milliseconds(kFirstMs + number))) + R"("})";
}

MadeCapture randomCapture(QRandomGenerator &random, int lines)
{
    MadeCapture made;
    QHash<int, size_t> rows;
    if (random.bounded(2) == 0) {
        made.bytes = "\xEF\xBB\xBF";
    }
    for (int line = 1; line <= lines; ++line) {
        const quint32 kind = line == 1 ? 9 : random.bounded(10U);
        const QByteArray space(int(random.bounded(8) == 0), ' ');
        if (kind == 0) {
            made.bytes += badLine(random);
            made.leftOut.push_back(quint64(line));
        } else if (kind > 1) {
            const int number = int(random.bounded(quint32(lines)));
            const QByteArray event = kind == 2 ? longEvent(number, random) : eventText(number);
            made.bytes += space;
            if (rows.contains(number)) {
                ++made.doubles;
                made.isAgain[rows.value(number)] = true;
            } else {
                rows.insert(number, made.events.size());
                made.events.emplace_back(made.bytes.size(), event.size());
                made.isAgain.push_back(false);
            }
            made.bytes += event;
        }
        made.bytes += space;
        made.bytes += random.bounded(3) == 0 ? "\r\n" : "\n";
    }
    if (random.bounded(2) == 0) {
        made.events.emplace_back(made.bytes.size(), eventText(lines).size());
        made.isAgain.push_back(false);
        made.bytes += eventText(lines);
    }
    return made;
}

void compare(const CaptureStore &store, const MadeCapture &made)
{
    const EventSnapshot events = store.snapshot();
    QCOMPARE(events.rowCount(), EventRow(made.events.size()));
    qint64 bytes = 0;
    for (EventRow row = 0; row < events.rowCount(); ++row) {
        const auto [at, size] = made.events[row];
        const QByteArrayView raw = events.raw(row);
        QVERIFY(raw == QByteArrayView(made.bytes).sliced(at, size));
        QVERIFY(raw.data() == store.file().bytes().data() + at); // in the file, no copy
        QCOMPARE(events.hasFlag(row, EventFlag::ReceivedAgain), bool(made.isAgain[row]));
        QCOMPARE(events.find(events.id(row)), std::optional(row));
        bytes += size;
    }
    QCOMPARE(events.rawBytes(), bytes);
    for (EventRow row = 0; row < events.rowCount();) {
        const RawRun run = events.rawFrom(row);
        QVERIFY(run.first == row && run.count > 0);
        QByteArray lines;
        for (EventRow i = row; i < row + run.count; ++i) {
            const qsizetype begin = lines.size();
            lines += events.raw(i).toByteArray() + '\n';
            QCOMPARE(events.rowAt(run, begin), std::optional(i));
            QCOMPARE(events.rowAt(run, begin + events.rawSize(i)), std::nullopt);
        }
        QVERIFY(run.bytes == lines || run.bytes == lines.chopped(1));
        row += run.count;
    }
    const CaptureFacts &facts = store.facts();
    QCOMPARE(facts.leftOut, quint64(made.leftOut.size()));
    QCOMPARE(facts.doubles, made.doubles);
    QCOMPARE(facts.unfinishedLine, std::nullopt);
    QCOMPARE(facts.firstLeftOut.size(), made.leftOut.size());
    for (size_t i = 0; i < made.leftOut.size(); ++i) {
        QCOMPARE(facts.firstLeftOut[i].line, made.leftOut[i]);
        QVERIFY(!facts.firstLeftOut[i].reason.isEmpty());
    }
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void appendBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray readBytes(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void setTime(const QString &path, const QDateTime &time)
{
    QFile file(path);
    QVERIFY(file.open(QFile::Append));
    QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
}

FileLook::FileLook(const QString &path)
    : bytes(readBytes(path))
    , writtenAt(QFileInfo(path).lastModified())
{}

} // namespace playhead::test
