// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/backfillerrors.h"

#include <QCoreApplication>

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backfill)
};

} // namespace

Error repeatedPageError(const QString &server)
{
    return {
        ErrorCode::Malformed,
        Text::tr(
            "%1 sent the same page again instead of the next one. What was read is kept. Try again later.")
            .arg(server),
        {},
        200};
}

Error newestFirstError(const QString &server)
{
    return {
        ErrorCode::BadRequest,
        Text::tr(
            "%1 sends the newest events first although the oldest were asked for first, so the range cannot be read "
            "completely. Use a server that obeys order=asc.")
            .arg(server),
        {},
        200};
}

Error beforeCursorError(const QString &server, const EventId &after)
{
    return {
        ErrorCode::CursorUnknown,
        Text::tr(
            "%1 answered from before the event %2 instead of after it: it does not know that event any more and began "
            "anew. Read from a time instead.")
            .arg(server, after.toString()),
        {},
        200};
}

Error lostPlaceError(Error error, const QString &server, const EventId &after)
{
    error.message =
        Text::tr(
            "%1 lost the place in the list: it does not know the event %2 any more. What was read is kept. Go on to "
            "read the rest by time.")
            .arg(server, after.toString());
    return error;
}

Error otherStreamError(const QString &server)
{
    return {
        ErrorCode::Conflict,
        Text::tr(
            "%1 serves other events than when this read began. Fetch again to read them from the start.")
            .arg(server),
        {},
        0};
}

Error refusedTypesError(const Error &error, const QString &server, const QStringList &types)
{
    Error named = error;
    named.code = ErrorCode::Unprocessable;
    named.message =
        Text::tr(
            "%1 does not know a type in this request: it refused %2 (%3). Remove it and fetch again.")
            .arg(server, types.join(QStringLiteral(", ")), QString::number(error.httpStatus));
    return named;
}

Error nothingOpenError()
{
    return {ErrorCode::NotFound,
            Text::tr("No environment is open, so nothing can be fetched. Open one first."),
            {},
            0};
}

Error onlyCaptureError()
{
    return {
        ErrorCode::NotFound,
        Text::tr(
            "These events are a capture's: what the file does not hold cannot be read. Open the environment that "
            "it was taken from."),
        {},
        0};
}

} // namespace playhead
