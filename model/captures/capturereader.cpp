// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturereader.h"

#include "model/captures/captureparsing.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

namespace {

/// After so many bytes, the stop and the file's size are looked at.
constexpr qsizetype kBytesBetweenLooks = 4 << 20;
constexpr size_t kMostLeftOutTold = 100;

QString text(const char *sentence)
{
    return QCoreApplication::translate("CaptureReader", sentence);
}

class Reading
{
public:
    Reading(const CaptureFile &file,
            const TypeCatalogue &catalogue,
            const CaptureVisit &visit,
            std::stop_token stop)
        : m_file(file)
        , m_parser(catalogue)
        , m_visit(visit)
        , m_stop(std::move(stop))
    {}

    Result<CaptureContent> run();

private:
    Status readLines(QByteArrayView rest);
    Status readArray(QByteArrayView array);
    void take(QByteArrayView event, quint64 line);
    Status mayTouch(const char *upTo);

    const CaptureFile &m_file;
    EventParser m_parser;
    const CaptureVisit &m_visit;
    std::stop_token m_stop;
    const char *m_looked = nullptr;
    CaptureContent m_content;
};

Result<CaptureContent> Reading::run()
{
    if (Status status = mayTouch(nullptr); !status) {
        return tl::unexpected(status.error());
    }
    const QByteArrayView bytes = m_file.bytes();
    if (Status status = isJsonArray(bytes) ? readArray(bytes)
                                           : readLines(withoutByteOrderMark(bytes));
        !status) {
        return tl::unexpected(status.error());
    }
    if (m_content.events == 0) {
        QString why;
        if (!m_content.firstLeftOut.empty()) {
            const LineLeftOut &line = m_content.firstLeftOut.front();
            why = text("line %1: %2").arg(QString::number(line.line), line.reason);
        }
        return noEvent(m_file.name(), why);
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
        return changedWhileRead(m_file.name());
    }
    return {};
}

Status Reading::readLines(QByteArrayView rest)
{
    for (quint64 line = 1; !rest.isEmpty(); ++line) {
        const qsizetype length = rest.indexOf('\n');
        const QByteArrayView whole = length < 0 ? rest : rest.first(length);
        if (const QByteArrayView event = withoutSpace(whole); !event.isEmpty()) {
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
    const auto slices = arrayElements(array, m_file.name());
    if (!slices) {
        return tl::unexpected(slices.error());
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

void Reading::take(QByteArrayView event, quint64 line)
{
    const Result<EventFields> fields = m_parser.parse(event);
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
