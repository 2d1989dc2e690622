// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/jsonhighlighter.h"

#include "ui/shared/theme.h"

namespace playhead {

namespace {
enum State {
    Outside = 0,
    InString = 1
};

int stringEnd(const QString &text, int at)
{
    for (; at < text.size(); ++at) {
        if (text[at] == u'\\') {
            ++at;
        } else if (text[at] == u'"') {
            return at + 1;
        }
    }
    return -1;
}

bool isKeyAt(const QString &text, int at)
{
    while (at < text.size() && text[at].isSpace()) {
        ++at;
    }
    return at < text.size() && text[at] == u':';
}
} // namespace

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (!m_isActive) {
        return;
    }
    const Tokens &t = tokens();
    const int size = int(text.size());
    int at = 0;
    setCurrentBlockState(Outside);
    const bool goesOn = previousBlockState() == InString;
    while (at < size) {
        const QChar c = text[at];
        if ((at == 0 && goesOn) || c == u'"') {
            const int end = stringEnd(text, at == 0 && goesOn ? 0 : at + 1);
            if (end < 0) {
                setCurrentBlockState(InString);
            }
            const int stop = end < 0 ? size : end;
            if (!isKeyAt(text, stop)) {
                setFormat(at, stop - at, t.jsonString);
            }
            at = stop;
        } else if (c.isDigit() || c == u'-') {
            const int begin = at;
            while (at < size
                   && (text[at].isLetterOrNumber() || text[at] == u'.' || text[at] == u'-'
                       || text[at] == u'+')) {
                ++at;
            }
            setFormat(begin, at - begin, t.jsonNumber);
        } else if (c.isLetter()) {
            const int begin = at;
            while (at < size && text[at].isLetter()) {
                ++at;
            }
            setFormat(begin, at - begin, t.jsonKeyword);
        } else {
            ++at;
        }
    }
    if (size == 0 && goesOn) {
        setCurrentBlockState(InString);
    }
}

} // namespace playhead
