// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturereader.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

namespace {

/// After so many bytes, the stop and the file's size are looked at.
constexpr qsizetype kBytesBetweenLooks = 4 << 20;
constexpr size_t kMostLeftOutTold = 100;
/// To check an array all of it is parsed at once, which takes several times its size of memory.
constexpr qsizetype kLongestArray = 256 << 20;
/// The parser's buffers are kept between events, but not those of a huge one.
constexpr qsizetype kUsualSize = 1 << 20;

QString text(const char *sentence)
{
    return QCoreApplication::translate("CaptureReader", sentence);
}

/// Without the white space of JSON around it.
QByteArrayView trimmed(QByteArrayView line)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    const auto *begin = std::find_if_not(line.begin(), line.end(), isSpace);
    const auto *end = line.end();
    while (end > begin && isSpace(end[-1])) {
        --end;
    }
    return {begin, end};
}

class Reading
{
public:
    Reading(const CaptureFile &file,
            const TypeCatalogue &catalogue,
            const CaptureVisit &visit,
            std::stop_token stop)
        : m_file(file)
        , m_catalogue(catalogue)
        , m_visit(visit)
        , m_stop(std::move(stop))
    {}

    Result<CaptureContent> run();

private:
    Status readLines(QByteArrayView rest);
    Status readArray(QByteArrayView array);
    void take(QByteArrayView event, quint64 line);
    Result<EventFields> fieldsOf(QByteArrayView event);
    Status mayTouch(const char *upTo);

    const CaptureFile &m_file;
    const TypeCatalogue &m_catalogue;
    const CaptureVisit &m_visit;
    std::stop_token m_stop;
    JsonDocument m_document;
    const char *m_looked = nullptr;
    CaptureContent m_content;
};

Result<CaptureContent> Reading::run()
{
    if (Status status = mayTouch(nullptr); !status) {
        return tl::unexpected(status.error());
    }
    QByteArrayView bytes = m_file.bytes();
    constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF");
    if (bytes.startsWith(kByteOrderMark)) {
        bytes = bytes.sliced(kByteOrderMark.size());
    }
    // Only what is white space is walked through here.
    const QByteArrayView first = trimmed(bytes.first(std::min<qsizetype>(bytes.size(), 4096)));
    const bool isArray = first.startsWith('[');
    if (Status status = isArray ? readArray(bytes) : readLines(bytes); !status) {
        return tl::unexpected(status.error());
    }
    if (m_content.events == 0) {
        QString why = text("it is empty");
        if (!m_content.firstLeftOut.empty()) {
            const LineLeftOut &line = m_content.firstLeftOut.front();
            why = text("line %1: %2").arg(QString::number(line.line), line.reason);
        }
        return failure(
            ErrorCode::Malformed,
            text("%1 holds no event (%2). Choose a file with one event a line, as fetch and export "
                 "write it.")
                .arg(m_file.name(), why));
    }
    return std::move(m_content);
}

/// Whether the bytes before `upTo` may still be touched and the work be gone on with.
Status Reading::mayTouch(const char *upTo)
{
    if (m_looked != nullptr && upTo - m_looked < kBytesBetweenLooks) {
        return {};
    }
    m_looked = upTo == nullptr ? m_file.bytes().data() : upTo;
    if (m_stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, text("Reading %1 was stopped.").arg(m_file.name()));
    }
    if (!m_file.isWhole()) {
        return failure(
            ErrorCode::Unreadable,
            text("%1 was changed while it was read. Read it again when nothing writes to it "
                 "any more.")
                .arg(m_file.name()));
    }
    return {};
}

Status Reading::readLines(QByteArrayView rest)
{
    for (quint64 line = 1; !rest.isEmpty(); ++line) {
        const qsizetype length = rest.indexOf('\n');
        const QByteArrayView whole = length < 0 ? rest : rest.first(length);
        if (const QByteArrayView event = trimmed(whole); !event.isEmpty()) {
            take(event, line);
        }
        rest = rest.sliced(std::min(whole.size() + 1, rest.size()));
        if (Status status = mayTouch(rest.data()); !status) {
            return status;
        }
    }
    return {};
}

Status Reading::readArray(QByteArrayView array)
{
    if (array.size() > kLongestArray) {
        return failure(ErrorCode::Malformed,
                       text("%1 is a JSON array of more than 256 MB, which would need too much "
                            "memory. Export these events as NDJSON.")
                           .arg(m_file.name()));
    }
    std::optional<std::vector<QByteArrayView>> slices;
    if (Status status = JsonDocument().parse(array); status) {
        slices = arraySlices(array);
    }
    if (!slices) {
        return failure(ErrorCode::Malformed,
                       text(
                           "%1 begins as a JSON array, but is not a whole one. Export it again, or "
                           "write one event a line.")
                           .arg(m_file.name()));
    }
    quint64 line = 1;
    const char *counted = array.data();
    for (const QByteArrayView event : *slices) {
        line += quint64(std::count(counted, event.data(), '\n'));
        counted = event.data();
        take(event, line);
        if (Status status = mayTouch(event.data() + event.size()); !status) {
            return status;
        }
    }
    return {};
}

Result<EventFields> Reading::fieldsOf(QByteArrayView event)
{
    JsonDocument own;
    JsonDocument &document = event.size() <= kUsualSize ? m_document : own;
    if (Status status = document.parse(event); !status) {
        return tl::unexpected(status.error());
    }
    return readEventFields(document.root(), m_catalogue);
}

void Reading::take(QByteArrayView event, quint64 line)
{
    const Result<EventFields> fields = fieldsOf(event);
    if (fields) {
        ++m_content.events;
        m_visit(event, *fields);
        return;
    }
    ++m_content.leftOut;
    if (m_content.firstLeftOut.size() < kMostLeftOutTold) {
        m_content.firstLeftOut.push_back({line, fields.error().message});
    }
}

} // namespace

Result<CaptureContent> readCapture(const CaptureFile &file,
                                   const TypeCatalogue &catalogue,
                                   const CaptureVisit &visit,
                                   std::stop_token stop)
{
    return Reading(file, catalogue, visit, std::move(stop)).run();
}

} // namespace playhead
