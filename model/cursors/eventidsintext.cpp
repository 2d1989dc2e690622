// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/eventidsintext.h"

#include "model/core/ulid.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

/// Words of any id that a server may use (semantics 3). What `%22event_…` begins with belongs to the encoding.
constexpr auto kWord = "(?:%[0-9A-Fa-f]{2})|([A-Za-z0-9_][A-Za-z0-9_.:-]*)"_L1;
constexpr auto kPrefixed = "(event|evt|wh)[_-]([0-9A-Za-z]+)"_L1;
constexpr qsizetype kUlidLength = 26;
/// Shorter ones are words such as `event_type2`.
constexpr qsizetype kShortestId = 8;

bool hasDigit(const QByteArray &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The id of a word such as `event_01KD…`, `EVENT_01kd…` or `last_event_01KD…`, stored or not; empty = it is none.
EventId prefixedId(const QString &word, const EventSnapshot &events)
{
    static const QRegularExpression pattern(kPrefixed, QRegularExpression::CaseInsensitiveOption);
    QRegularExpressionMatch match = pattern.match(word);
    for (; match.hasMatch(); match = pattern.match(word, match.capturedEnd(1))) {
        const QByteArray prefix = match.captured(1).toLatin1().toLower() + '_';
        const QByteArray rest = match.captured(2).toLatin1();
        if (const EventId asWritten(prefix + rest); events.find(asWritten)) {
            return asWritten;
        }
        if (decodeUlid(rest.toUpper())) {
            return EventId(prefix + rest.toUpper());
        }
        if (rest.size() >= kShortestId && hasDigit(rest)) {
            return EventId(prefix + rest);
        }
    }
    return {};
}

/// Without what a sentence puts behind it.
QByteArray withoutPunctuation(QByteArray word)
{
    while (!word.isEmpty() && QByteArrayView(".:-").contains(word.back())) {
        word.chop(1);
    }
    return word;
}

EventId idOf(const QString &word, const EventSnapshot &events)
{
    const QByteArray plain = withoutPunctuation(word.toLatin1());
    if (const EventId asWritten(plain); events.find(asWritten)) {
        return asWritten;
    }
    if (const EventId prefixed = prefixedId(word, events); !prefixed.isEmpty()) {
        return prefixed;
    }
    return plain.size() == kUlidLength && decodeUlid(plain.toUpper())
               ? EventId("event_" + plain.toUpper())
               : EventId();
}

} // namespace

QList<EventId> eventIdsIn(const QString &text, const EventSnapshot &events)
{
    static const QRegularExpression words(kWord);
    QList<EventId> ids;
    QSet<EventId> known;
    QRegularExpressionMatchIterator matches = words.globalMatch(text);
    const auto take = [&](const EventId &id) {
        if (!id.isEmpty() && !known.contains(id)) {
            known.insert(id);
            ids.append(id);
        }
        return !id.isEmpty();
    };
    while (matches.hasNext()) {
        const QString word = matches.next().captured(1);
        if (take(idOf(word, events))) {
            continue;
        }
        // `id:event_1,`, `after.event_1`: the word holds more than the id.
        static const QRegularExpression marks(u"[.:-]"_s);
        const QStringList parts = word.split(marks, Qt::SkipEmptyParts);
        if (parts.size() > 1) {
            for (const QString &part : parts) {
                take(idOf(part, events));
            }
        }
    }
    return ids;
}

} // namespace playhead
