// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/events/eventcopying.h"

#include "model/api/curlcommand.h"
#include "ui/detail/inbackground.h"
#include "ui/events/eventtable.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QMimeData>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

/// So many events are copied at once, if they are not large.
constexpr size_t kAtOnce = 500;
constexpr qint64 kBytesAtOnce = 1 << 20;
/// Of the window's time, for one piece of rows.
constexpr qint64 kPieceMs = 4;
constexpr size_t kRowsBetweenLooks = 1000;

QByteArray lineOf(EventCopying::What what,
                  const EventSnapshot &events,
                  EventRow row,
                  const QUrl &baseUrl)
{
    switch (what) {
    case EventCopying::What::Json:
        return events.raw(row).toByteArray();
    case EventCopying::What::Id:
        return events.id(row).value;
    case EventCopying::What::Time:
        return isoUtcMs(events.createdAt(row));
    case EventCopying::What::Curl:
        return curlCommand(baseUrl, events.typeName(events.type(row)), events.createdAt(row));
    case EventCopying::What::Row:
        break;
    }
    return {};
}

qint64 rawBytes(const EventSnapshot &events, const std::vector<EventRow> &rows)
{
    qint64 bytes = 0;
    for (const EventRow row : rows) {
        bytes += events.rawSize(row) + 1;
    }
    return bytes;
}

} // namespace

struct EventCopying::Text
{
    QByteArray bytes; ///< Without a line end after the last line.
    bool isTooMuch = false;

    static Text of(What what,
                   const EventSnapshot &events,
                   const std::vector<EventRow> &rows,
                   const QUrl &baseUrl,
                   const std::atomic_bool &stops)
    {
        Text text;
        if (what == What::Json) {
            const qint64 bytes = rawBytes(events, rows);
            text.isTooMuch = bytes > kMostBytes;
            text.bytes.reserve(text.isTooMuch ? 0 : bytes);
        }
        for (size_t i = 0; i < rows.size() && !text.isTooMuch; ++i) {
            if (i % kRowsBetweenLooks == 0 && stops) {
                return {};
            }
            text.append(lineOf(what, events, rows[i], baseUrl), i == 0);
        }
        return text;
    }
    void append(const QByteArray &line, bool isFirst)
    {
        if (!isFirst) {
            bytes += '\n';
        }
        bytes += line;
        if (bytes.size() > kMostBytes) {
            isTooMuch = true;
            bytes.clear();
        }
    }
};

EventCopying::EventCopying(const EventTableModel &events, const EventTable &table, QObject *parent)
    : QObject(parent)
    , m_events(events)
    , m_table(table)
{
    m_piece.setInterval(0);
    connect(&m_piece, &QTimer::timeout, this, &EventCopying::writeRows);
    // Events that are not shown have no row.
    connect(&m_events, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (m_piece.isActive()) {
            stop();
            emit stopped();
        }
    });
}

EventCopying::~EventCopying()
{
    *m_stops = true;
}

void EventCopying::stop()
{
    ++m_request;
    *m_stops = true;
    m_stops = std::make_shared<std::atomic_bool>(false);
    m_piece.stop();
    m_rows = {};
    m_text = {};
    m_next = 0;
}

void EventCopying::copy(What what, std::vector<EventRow> rows, const QUrl &baseUrl)
{
    stop();
    if (rows.empty()) {
        return;
    }
    const EventSnapshot &events = m_events.snapshot();
    const size_t count = rows.size();
    const bool isQuick = count <= kAtOnce && rawBytes(events, rows) <= kBytesAtOnce;
    if (!isQuick) {
        emit begun(count);
    }
    if (what == What::Row) {
        m_rows = std::move(rows);
        isQuick ? writeRows() : m_piece.start();
        return;
    }
    if (isQuick) {
        take(Text::of(what, events, rows, baseUrl, *m_stops), count);
        return;
    }
    inBackground(
        this,
        [what, events, rows = std::move(rows), baseUrl, stops = m_stops] {
            return Text::of(what, events, rows, baseUrl, *stops);
        },
        [this, count, request = m_request](const Text &text) {
            if (request == m_request) {
                take(text, count);
            }
        });
}

void EventCopying::writeRows()
{
    QElapsedTimer spent;
    spent.start();
    Text text{std::move(m_text), false};
    const bool isWhole = !m_piece.isActive(); // few rows: all of them now
    while (m_next < m_rows.size() && !text.isTooMuch && (isWhole || spent.elapsed() < kPieceMs)) {
        text.append(m_table.rowText(m_rows[m_next]).toUtf8(), m_next == 0);
        ++m_next;
    }
    if (m_next < m_rows.size() && !text.isTooMuch) {
        m_text = std::move(text.bytes);
        return;
    }
    const size_t count = m_rows.size();
    stop();
    take(text, count);
}

void EventCopying::take(const Text &text, quint64 events)
{
    if (text.isTooMuch) {
        emit tooMuch(events);
        return;
    }
    // As bytes: made into a QString when somebody wants one, not now.
    auto *data = new QMimeData;
    data->setData(u"text/plain"_s, text.bytes);
    QGuiApplication::clipboard()->setMimeData(data);
    emit copied(events);
}

} // namespace playhead
