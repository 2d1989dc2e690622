// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/jsontext.h"

#include <QStringMatcher>

#include <algorithm>

namespace playhead {

namespace {
// Lines up to this length are laid out at once; above, in pieces. A piece must not be so short that an ordinary event
// of a few KiB is broken anywhere but at the window's edge.
constexpr qsizetype kLongLine = 8 * 1024;
constexpr qsizetype kPiece = 2048;
// A piece ends at a comma when there is one among its last characters.
constexpr qsizetype kPieceEnd = 256;
constexpr qsizetype kSearched = 64 * 1024;
constexpr int kIndent = 2;
// Deeper levels do not move further right: a text nested a thousand times would grow a thousandfold.
constexpr int kDeepestIndent = 24;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

qsizetype stringEnd(const QByteArray &text, qsizetype at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            return at + 1;
        }
    }
    return text.size();
}

qsizetype pastSpaces(const QByteArray &text, qsizetype at)
{
    while (at < text.size() && isSpace(text[at])) {
        ++at;
    }
    return at;
}
} // namespace

bool isTextLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::ParagraphSeparator || c == QChar(0xFDD0)
           || c == QChar(0xFDD1);
}

PrettyJson prettyJson(const QByteArray &bytes, qsizetype mostLines)
{
    PrettyJson result;
    QByteArray &out = result.text;
    out.reserve(std::min(bytes.size() + bytes.size() / 2, mostLines * 64));
    int depth = 0;
    qsizetype lines = 1;
    const auto put = [&out, &lines, mostLines](QByteArrayView text) {
        if (lines <= mostLines) {
            out.append(text);
        }
    };
    const auto breakLine = [&put, &lines, &depth, mostLines] {
        if (++lines <= mostLines) {
            put("\n");
            put(QByteArray(qsizetype(std::min(depth, kDeepestIndent)) * kIndent, ' '));
        }
    };
    for (qsizetype at = pastSpaces(bytes, 0); at < bytes.size(); at = pastSpaces(bytes, at)) {
        const char c = bytes[at];
        if (c == '"') {
            const qsizetype end = stringEnd(bytes, at);
            put(QByteArrayView(bytes).sliced(at, end - at));
            at = end;
            continue;
        }
        ++at;
        if (c == '{' || c == '[') {
            put(QByteArrayView(&c, 1));
            const qsizetype next = pastSpaces(bytes, at);
            if (next < bytes.size() && bytes[next] == (c == '{' ? '}' : ']')) {
                put(QByteArrayView(bytes).sliced(next, 1));
                at = next + 1;
                continue;
            }
            ++depth;
            breakLine();
        } else if (c == '}' || c == ']') {
            --depth;
            breakLine();
            put(QByteArrayView(&c, 1));
        } else {
            put(QByteArrayView(&c, 1));
            if (c == ',') {
                breakLine();
            } else if (c == ':') {
                put(" ");
            }
        }
    }
    result.linesLeftOut = std::max(lines - mostLines, qsizetype(0));
    return result;
}

namespace {

/// The end of the piece of a long line that starts at `piece`.
qsizetype pieceEnd(const QString &text, qsizetype piece)
{
    const qsizetype end = piece + kPiece;
    const qsizetype comma = QStringView(text).mid(end - kPieceEnd, kPieceEnd).lastIndexOf(u',');
    if (comma >= 0) {
        return end - kPieceEnd + comma + 1;
    }
    return text[end - 1].isHighSurrogate() ? end - 1 : end;
}

} // namespace

JsonText jsonText(const QByteArray &bytes, JsonForm form)
{
    JsonText result;
    if (form == JsonForm::Stored) {
        result.text = QString::fromUtf8(bytes);
    } else {
        const PrettyJson pretty = prettyJson(bytes);
        result.text = QString::fromUtf8(pretty.text);
        result.linesLeftOut = pretty.linesLeftOut;
    }
    const QString &text = result.text;
    result.shown.reserve(text.size() + text.size() / kPiece + 1);
    for (qsizetype line = 0; line <= text.size();) {
        qsizetype end = line;
        while (end < text.size() && !isTextLineEnd(text[end])) {
            ++end;
        }
        const bool isLong = end - line > kLongLine;
        for (qsizetype piece = line; isLong && end - piece > kPiece;) {
            const qsizetype next = pieceEnd(text, piece);
            result.starts.push_back(piece);
            result.shown.append(QStringView(text).mid(piece, next - piece)).append(u'\n');
            piece = next;
            line = next;
        }
        result.starts.push_back(line);
        result.shown.append(QStringView(text).mid(line, end - line));
        if (end == text.size()) {
            break;
        }
        result.shown.append(text[end]);
        line = end + 1;
    }
    return result;
}

std::vector<qsizetype> findMatches(const QString &text,
                                   const QString &needle,
                                   const std::atomic_bool &isStopped)
{
    std::vector<qsizetype> matches;
    if (needle.isEmpty()) {
        return matches;
    }
    const QStringMatcher matcher(needle, Qt::CaseInsensitive);
    qsizetype from = 0;
    // In parts that overlap by the needle, so that a rare needle does not keep the thread from seeing the flag.
    for (qsizetype part = 0; part < text.size() && !isStopped; part += kSearched) {
        const QStringView searched = QStringView(text).mid(0, part + kSearched + needle.size() - 1);
        for (from = std::max(from, part);;) {
            const qsizetype at = matcher.indexIn(searched, from);
            if (at < 0 || isStopped) {
                break;
            }
            matches.push_back(at);
            from = at + needle.size();
        }
    }
    return matches;
}

} // namespace playhead
