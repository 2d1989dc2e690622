// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/eventpatch.h"

#include "model/core/json.h"

namespace playhead {

namespace {

constexpr qsizetype kSecondsEnd = 19; // of 2026-11-22T13:58:51

qsizetype fractionEnd(QByteArrayView time)
{
    qsizetype end = kSecondsEnd;
    if (end < time.size() && time[end] == '.') {
        ++end;
        while (end < time.size() && time[end] >= '0' && time[end] <= '9') {
            ++end;
        }
    }
    return end;
}

} // namespace

QByteArrayView valueIn(QByteArrayView event, std::initializer_list<QByteArrayView> path)
{
    JsonNode node({}, event);
    for (const QByteArrayView key : path) {
        const JsonNode *found = nullptr;
        for (const JsonNode &child : node.children()) {
            found = child.key() == key ? &child : found;
        }
        if (found == nullptr || node.type() != JsonValue::Type::Object) {
            return {};
        }
        // A copy first: the assignment ends the life of what it is made of.
        const JsonNode next = *found;
        node = next;
    }
    return node.text();
}

QByteArray withValue(QByteArrayView event, QByteArrayView value, QByteArrayView replacement)
{
    const qsizetype begin = value.data() - event.data();
    QByteArray changed;
    changed.reserve(event.size() - value.size() + replacement.size());
    changed.append(event.first(begin));
    changed.append(replacement);
    changed.append(event.sliced(begin + value.size()));
    return changed;
}

QByteArray timeSpelledLike(QByteArrayView like, Instant time)
{
    const qsizetype end = like.size() < kSecondsEnd ? 0 : fractionEnd(like);
    const auto known = tryParseIsoInstant(like);
    const auto onItsClock = tryParseIsoInstant(like.first(end));
    if (!known || !onItsClock) {
        return {};
    }
    const Instant shown = time + (*onItsClock - *known);
    const auto second = std::chrono::floor<std::chrono::seconds>(shown);
    const QByteArray iso = isoUtcMs(second);
    QByteArray spelled = iso.left(10) + like[10] + iso.mid(11, 8);
    if (end > kSecondsEnd) {
        const auto us = QByteArray::number(qint64((shown - second).count())).rightJustified(6, '0');
        spelled += '.' + us.leftJustified(9, '0').left(end - kSecondsEnd - 1);
    }
    spelled.append(like.sliced(end));
    return spelled.size() == like.size() ? spelled : QByteArray();
}

} // namespace playhead
