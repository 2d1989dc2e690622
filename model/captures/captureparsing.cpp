// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/captureparsing.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

namespace {

constexpr qsizetype kLongestArray = 256 << 20;
/// The parser's buffers are kept between events, but not those of a huge one.
constexpr qsizetype kUsualSize = 1 << 20;

QString text(const char *sentence)
{
    return QCoreApplication::translate("CaptureReader", sentence);
}

} // namespace

QByteArrayView withoutByteOrderMark(QByteArrayView bytes)
{
    constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF");
    return bytes.startsWith(kByteOrderMark) ? bytes.sliced(kByteOrderMark.size()) : bytes;
}

QByteArrayView withoutSpace(QByteArrayView text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    const auto *begin = std::find_if_not(text.begin(), text.end(), isSpace);
    const auto *end = text.end();
    while (end > begin && isSpace(end[-1])) {
        --end;
    }
    return {begin, end};
}

bool isJsonArray(QByteArrayView bytes)
{
    const QByteArrayView text = withoutByteOrderMark(bytes);
    // Only what is white space is walked through here.
    return withoutSpace(text.first(std::min<qsizetype>(text.size(), 4096))).startsWith('[');
}

Result<std::vector<QByteArrayView>> arrayElements(QByteArrayView bytes, const QString &fileName)
{
    const QByteArrayView array = withoutByteOrderMark(bytes);
    if (array.size() > kLongestArray) {
        return failure(ErrorCode::Malformed,
                       text("%1 is a JSON array of more than 256 MB, which would need too much "
                            "memory. Export these events as NDJSON.")
                           .arg(fileName));
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
                           .arg(fileName));
    }
    return std::move(*slices);
}

tl::unexpected<Error> noEvent(const QString &fileName, const QString &why)
{
    return failure(
        ErrorCode::Malformed,
        text("%1 holds no event (%2). Choose a file with one event a line, as fetch and export "
             "write it.")
            .arg(fileName, why.isEmpty() ? text("it is empty") : why));
}

tl::unexpected<Error> changedWhileRead(const QString &fileName)
{
    return failure(ErrorCode::Unreadable,
                   text("%1 was changed while it was read. Read it again when nothing writes to it "
                        "any more.")
                       .arg(fileName));
}

Result<EventFields> EventParser::parse(QByteArrayView event)
{
    JsonDocument own;
    JsonDocument &document = event.size() <= kUsualSize ? m_document : own;
    if (Status status = document.parse(event); !status) {
        return tl::unexpected(status.error());
    }
    return readEventFields(document.root(), m_catalogue);
}

} // namespace playhead
