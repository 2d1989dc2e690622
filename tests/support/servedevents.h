// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

namespace playhead {

/// One plain GET, answered or not within the test's patience.
struct PlainAnswer
{
    int status = 0; ///< 0: no answer.
    QByteArray body;
};
/// `userAgent` empty: the network library's own.
PlainAnswer plainGet(const QUrl &url, const QByteArray &key, const QByteArray &userAgent = {});

/// Pages through `url`/events as a plain client would, oldest first, from 90 days back on in windows of 30 days: each
/// event's bytes as the server sent them, without the doubles of the windows' seams. Empty when anything goes wrong.
QList<QByteArray> allServedEvents(const QUrl &url, const QByteArray &key);

} // namespace playhead
