// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/tailerrors.h"

#include <QCoreApplication>

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LiveTail)
};

} // namespace

Error begunAnewError(const QString &server)
{
    return {
        ErrorCode::Conflict,
        Text::tr(
            "%1 began again from older events instead of going on after the last one. It was probably started anew, or "
            "no longer has that event. What was read is kept. Check the server, then fetch.")
            .arg(server),
        {},
        200};
}

bool isUnreachable(const Error &error)
{
    return error.code == ErrorCode::NameNotResolved || error.code == ErrorCode::ConnectionRefused;
}

} // namespace playhead
