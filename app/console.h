// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/error.h"

#include <QByteArrayView>
#include <QString>

namespace playhead {

/// What a verb ends with (product: command line).
constexpr int kExitDone = 0;
constexpr int kExitFailed = 1;
constexpr int kExitWrongUsage = 2;
constexpr int kExitKeyRefused = 3;
constexpr int kExitInterrupted = 130;

/// The exit code that tells this failure.
int exitCodeOf(ErrorCode code);

/// Writes and flushes; false when nothing reads standard output any more or it is full.
bool writeOutput(QByteArrayView bytes);

/// `playhead: TEXT` on standard error. Line breaks in `text` become spaces: an error is one line.
void printMessage(const QString &text);
/// One line on standard error as it is.
void printErrorLine(QByteArrayView line);

/// Whether a person may be looking at standard error.
bool isErrorTerminal();
/// Replaces the line that it wrote before; an empty text clears it. Does nothing without a terminal.
void showProgress(const QString &text);

/// A closed reader of standard output becomes a failed write and not the end of the program.
void ignoreBrokenPipes();

} // namespace playhead
