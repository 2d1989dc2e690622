// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

namespace playhead {

/// A connection to a server on this computer that costs next to nothing: what measures or asks a million times. It sends
/// one request at a time, as it is given, and reads the answer into memory that it keeps. One thread.
class KeptConnection
{
public:
    /// Views of the connection's memory until the next call.
    struct Answer
    {
        int status = 0; ///< 0 = no whole head came.
        QByteArrayView head; ///< With its last line end.
        QByteArrayView body; ///< As it came: packed, or less than announced.
        bool isWhole = false; ///< As long as its head says.
    };

    explicit KeptConnection(quint16 port);
    ~KeptConnection();
    Q_DISABLE_COPY_MOVE(KeptConnection)

    bool isOpen() const { return m_socket >= 0; }
    /// False when the connection has ended.
    bool send(QByteArrayView bytes);
    /// The answer to the last request; `hasBody` false for HEAD. Closes when the peer ended the connection or says that it will.
    Answer receive(bool hasBody = true);
    void close();

private:
    bool readMore();

    int m_socket = -1;
    std::vector<char> m_bytes;
    qsizetype m_end = 0;
};

} // namespace playhead
