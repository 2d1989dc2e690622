// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <atomic>
#include <memory>
#include <vector>

namespace playhead {

class EventTable;
class EventTableModel;

/// Puts events on the clipboard as text, one a line. Few are there at once; many are written elsewhere, or in small
/// pieces, while the window goes on. Until all is there, and when it is too much, the clipboard keeps what it had. One
/// copy at a time: a newer one takes the place of the one that is under way.
class EventCopying : public QObject
{
    Q_OBJECT

public:
    enum class What {
        Json,
        Id,
        Row, ///< As EventTable::rowText(): its rows are those that are shown.
        Time,
        Curl
    };
    /// What a clipboard can be expected to hold, in bytes of UTF-8. More is for a file.
    static constexpr qsizetype kMostBytes = 64 << 20;

    /// `events` and `table` outlive it.
    EventCopying(const EventTableModel &events, const EventTable &table, QObject *parent = nullptr);
    ~EventCopying() override;

    /// `baseUrl` is for What::Curl. Nothing happens without rows.
    void copy(What what, std::vector<EventRow> rows, const QUrl &baseUrl = {});

signals:
    void begun(quint64 events); ///< It takes a while.
    void copied(quint64 events);
    void tooMuch(quint64 events); ///< More than kMostBytes; the clipboard is as it was.
    void stopped(); ///< The table's rows became others; the clipboard is as it was.

private:
    struct Text;

    void writeRows();
    void stop();
    void take(const Text &text, quint64 events);

    const EventTableModel &m_events;
    const EventTable &m_table;
    quint64 m_request = 0; ///< Outdated answers are dropped.
    std::shared_ptr<std::atomic_bool> m_stops = std::make_shared<std::atomic_bool>(false);
    // What::Row, whose texts only the window's thread can make.
    std::vector<EventRow> m_rows;
    size_t m_next = 0;
    QByteArray m_text;
    QTimer m_piece;
};

} // namespace playhead
