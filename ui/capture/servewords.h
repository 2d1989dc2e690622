// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace playhead {

struct FaultPlan;
struct ServedRequest;

// Words that the parts of the local Events API in the window share.

QString servedEventsText(quint64 count); ///< `1 event`, `2,412 events`
QString servedSourceText(
    const QString &label); ///< `Staging, shown`; without a label: `demo events`
/// `1 request`, `26 requests`, `2,600 requests, 5 with a fault`.
QString servedRequestsText(quint64 count, quint64 faultCount = 0);

/// What a request asked, for people: `dsync.user.updated +2, limit 100, newest first`. `GET /events` without
/// anything: `all types`; another path: the target itself.
QString askedText(const QByteArray &target);

/// `200`, `401`; `no answer` when the connection was reset before it.
QString statusText(const ServedRequest &request);
/// Whether it got an error or no answer.
bool isRefused(const ServedRequest &request);

/// The faults and their seed as options of `playhead serve`, on one line for a shell; empty: no fault is on.
QString faultOptions(const FaultPlan &plan);

/// Without the marks around names that the terminal gets.
QString withoutMarks(QString text);

/// A command to try a server with, its key written out: it is the same everywhere and no secret.
QString exampleCommand(const QUrl &url, const QByteArray &apiKey);

} // namespace playhead
