// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/apianswer.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace playhead {

/// Sends one answer as a WirePlan says. The library writes head and body as bytes without a mark between them; the body begins
/// behind the head's empty line, however the writes are cut. One thread.
class WireWriter
{
public:
    /// `send` takes bytes for the peer, false when the connection is over; `wait` lets time pass.
    using Send = std::function<bool(QByteArrayView)>;
    using Wait = std::function<void(std::chrono::milliseconds)>;
    WireWriter(const WirePlan &plan, Send send, Wait wait);

    /// The library's next bytes. False when the connection must end now.
    bool take(QByteArrayView bytes);

    /// Where the body ends too early; empty for a whole body.
    struct Place
    {
        qint64 bytes = 0;
        qint64 ofBytes = 0;
    };
    std::optional<Place> cutPlace() const;

private:
    bool beginBody(QByteArray head);
    bool takeBody(QByteArrayView bytes);
    bool sendSlowly(QByteArrayView bytes);
    bool sendChunks(QByteArrayView bytes);
    bool endBody();

    WirePlan m_plan;
    Send m_send;
    Wait m_wait;
    QByteArray m_head;
    bool m_isInBody = false;
    qint64 m_length = 0; ///< Of the body as the library sends it.
    qint64 m_limit = 0; ///< So much of it is sent.
    qint64 m_taken = 0;
};

} // namespace playhead
