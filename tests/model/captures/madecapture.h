// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/capturestore.h"
#include "tests/model/events/storetestevents.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace playhead::test {

/// A capture and what is to be found in it.
struct MadeCapture
{
    QByteArray bytes;
    std::vector<std::pair<qsizetype, qsizetype>>
        events; ///< Place and size of each event that is stored.
    std::vector<bool> isAgain; ///< For each of them: its id comes again.
    std::vector<quint64> leftOut; ///< Lines that are no event.
    quint64 doubles = 0;
};

/// A small event that nothing but `number` decides.
QByteArray eventText(int number);

/// Lines good, bad, empty and long, with either line end, doubled ids, now and then a byte order mark and no last line end.
MadeCapture randomCapture(QRandomGenerator &random, int lines);

/// Whether the store holds exactly this: every event byte for byte, every line that is none with its number, runs of
/// bytes that hold nothing else.
void compare(const CaptureStore &store, const MadeCapture &made);

void writeBytes(const QString &path, const QByteArray &bytes);
void appendBytes(const QString &path, const QByteArray &bytes);
QByteArray readBytes(const QString &path);
void setTime(const QString &path, const QDateTime &time);

/// What a capture's file must still look like after everything.
struct FileLook
{
    explicit FileLook(const QString &path);

    QByteArray bytes;
    QDateTime writtenAt;

    bool operator==(const FileLook &) const = default;
};

} // namespace playhead::test
