// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/jsontext.h"

#include <algorithm>

namespace playhead {

namespace {
// Lines up to this length are laid out at once; above, in pieces. A piece must not be so short that an ordinary event
// of a few KiB is broken anywhere but at the window's edge.
constexpr qsizetype kLongLine = 64 * 1024;
constexpr qsizetype kPiece = 2048;
constexpr int kIndent = 2;
// Deeper levels do not move further right: a text nested a thousand times would grow a thousandfold.
constexpr int kDeepestIndent = 24;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// QTextDocument starts a paragraph at these, so they count as line ends of the shown text.
bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::ParagraphSeparator || c == QChar(0xFDD0)
           || c == QChar(0xFDD1);
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

QByteArray prettyJson(const QByteArray &bytes)
{
    QByteArray out;
    out.reserve(bytes.size() + bytes.size() / 2);
    int depth = 0;
    const auto breakLine = [&out, &depth] {
        out.append('\n');
        out.append(qsizetype(std::min(depth, kDeepestIndent)) * kIndent, ' ');
    };
    for (qsizetype at = pastSpaces(bytes, 0); at < bytes.size(); at = pastSpaces(bytes, at)) {
        const char c = bytes[at];
        if (c == '"') {
            const qsizetype end = stringEnd(bytes, at);
            out.append(bytes.constData() + at, end - at);
            at = end;
            continue;
        }
        ++at;
        if (c == '{' || c == '[') {
            out.append(c);
            const qsizetype next = pastSpaces(bytes, at);
            if (next < bytes.size() && bytes[next] == (c == '{' ? '}' : ']')) {
                out.append(bytes[next]);
                at = next + 1;
                continue;
            }
            ++depth;
            breakLine();
        } else if (c == '}' || c == ']') {
            --depth;
            breakLine();
            out.append(c);
        } else if (c == ',') {
            out.append(c);
            breakLine();
        } else if (c == ':') {
            out.append(": ");
        } else {
            out.append(c);
        }
    }
    return out;
}

JsonText jsonText(const QByteArray &bytes, JsonForm form)
{
    JsonText result;
    result.text = QString::fromUtf8(form == JsonForm::Stored ? bytes : prettyJson(bytes));
    const QString &text = result.text;
    result.shown.reserve(text.size() + text.size() / kPiece + 1);
    for (qsizetype line = 0; line <= text.size();) {
        qsizetype end = line;
        while (end < text.size() && !isLineEnd(text[end])) {
            ++end;
        }
        const bool isLong = end - line > kLongLine;
        for (qsizetype piece = line; isLong && end - piece > kPiece;) {
            qsizetype next = piece + kPiece;
            next -= text[next - 1].isHighSurrogate() ? 1 : 0;
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

} // namespace playhead
