// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

namespace playhead {

/// Turns the first SIGINT or SIGTERM (on Windows Ctrl+C) into a signal of the event loop; a second one ends the program
/// at once. One at a time.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

    /// For work that does not return to the event loop. Any thread.
    static bool hasCome();

signals:
    void came();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
