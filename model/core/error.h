// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace playhead {

/// What went wrong, for decisions in code. The text for people is in Error::message.
enum class ErrorCode {
    WrongUsage, ///< Bad input from the command line or a form.
    KeyMissing, ///< No API key was given at all.
    KeyRefused, ///< 401.
    Forbidden, ///< 403.
    BadRequest, ///< 400, and other refusals (4xx) that have no code of their own.
    CursorUnknown, ///< 400 that names the event of `after`: the cursor is lost or expired.
    Unprocessable, ///< 422.
    RateLimited, ///< 429 on every try.
    ServerFailed, ///< 408 or 5xx on every try.
    NameNotResolved, ///< DNS gave nothing: offline, or a wrong base URL.
    ConnectionRefused, ///< Nobody listens there.
    ConnectionLost, ///< Dropped, cut or reset on every try.
    TimedOut, ///< No complete answer within the deadline, on every try.
    TlsFailed, ///< Certificate or handshake; nothing was sent.
    Redirected, ///< The server answered 3xx; followed redirects would carry the key along.
    TooLarge, ///< The body passed the byte cap.
    Malformed, ///< Not JSON to the end, no list_metadata, or an event without its four fields.
    Cancelled, ///< A person stopped it.
    NotFound, ///< A file, row, event or name that does not exist.
    Unreadable, ///< A file or database that cannot be read.
    Unwritable, ///< A file, folder or database that cannot be written.
    DiskFull, ///< No space left.
    Locked, ///< Another Playhead holds the event store.
    Damaged, ///< A file of ours that fails its own checks and could not be rebuilt.
    Conflict, ///< Changed meanwhile by another Playhead.
    AlreadyExists, ///< The name is taken.
    Internal, ///< A mistake of ours.
};

/// An expected failure, as a value.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message; ///< Translated, for people: what, why, what to do; one line.
    QString detail; ///< Raw, for the log and for "Details"; never holds a key or a secret.
    int httpStatus = 0; ///< Status of the answer that caused it; 0 when there was none.

    bool operator==(const Error &) const = default;
};

} // namespace playhead
