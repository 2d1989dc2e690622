// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/program.h"

#include <QUrl>

#include <memory>

namespace playhead {

/// `playhead serve` as a process of its own, on any free port.
class ServedDemo
{
public:
    static inline const QByteArray kKey = "sk_test_playhead";

    /// `options` beside --port.
    ServedDemo(const QString &programPath, const QStringList &options);

    const QUrl &url() const { return m_url; } ///< Invalid when it did not start.
    void kill();

private:
    std::unique_ptr<Program> m_server;
    QUrl m_url;
};

/// The lines of a file, each without its end; an empty list when the last one has none.
QList<QByteArray> linesOf(const QByteArray &text);
QByteArray contentOf(const QString &path);

/// Whether any file below `folder` holds these bytes.
bool isAnywhereBelow(const QString &folder, const QByteArray &bytes);

} // namespace playhead
