// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/cursordesk.h"

#include "model/api/eventfeed.h"
#include "model/cursors/cursorbook.h"
#include "model/events/eventtablemodel.h"
#include "ui/cursors/changetext.h"
#include "ui/cursors/movereading.h"
#include "ui/cursors/placetext.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

#include <algorithm>

namespace playhead {

namespace {
/// As fine as ages are told.
constexpr std::chrono::minutes kAging{1};
} // namespace

CursorDesk::CursorDesk(
    CursorBook &book, EventFeed &feed, EventTableModel &events, const Clock &clock, QWidget *window)
    : QObject(window)
    , m_book(book)
    , m_feed(feed)
    , m_events(events)
    , m_clock(clock)
    , m_window(window)
    , m_counter(this)
{
    connect(&m_book, &CursorBook::changed, this, &CursorDesk::cursorsChanged);
    connect(&m_book, &CursorBook::created, this, [this](const Cursor &cursor) {
        activate(cursor.id);
    });
    connect(&m_book,
            &CursorBook::moved,
            this,
            [this](const Cursor &, const CursorHistoryEntry &entry) {
                emit announced(doneText(entry));
            });
    connect(&m_book, &CursorBook::failed, this, &CursorDesk::problem);
    connect(&m_counter, &CursorCounter::counted, this, &CursorDesk::counted);
    connect(&m_feed, &EventFeed::snapshotChanged, this, &CursorDesk::recount);
    connect(&m_feed, &EventFeed::marksChanged, this, &CursorDesk::recount);
    connect(&m_feed, &EventFeed::coverageChanged, this, &CursorDesk::recount);
    connect(&m_feed, &EventFeed::opened, this, &CursorDesk::recount);
    m_aging.setInterval(kAging);
    connect(&m_aging, &QTimer::timeout, this, &CursorDesk::recount);
    m_aging.start();
    m_window->installEventFilter(this);
}

bool CursorDesk::eventFilter(QObject *watched, QEvent *event)
{
    // The computer may have slept since the last time.
    if (watched == m_window && event->type() == QEvent::WindowActivate) {
        recount();
    }
    return QObject::eventFilter(watched, event);
}

CursorDesk::~CursorDesk() = default;

void CursorDesk::setEnvironment(const std::optional<Environment> &environment,
                                qint64 activeCursorId)
{
    m_environment = environment;
    m_dialogs.setEnvironment(environment);
    m_rows.clear();
    m_counts.clear();
    m_activeId = 0;
    m_wantedId = activeCursorId;
    cursorsChanged();
}

std::optional<Cursor> CursorDesk::activeCursor() const
{
    return m_book.cursor(m_activeId);
}

std::optional<EventRow> CursorDesk::activeRow() const
{
    return m_counts.value(m_activeId).processed;
}

bool CursorDesk::hasNewer(qint64 cursorId) const
{
    const CursorCount count = m_counts.value(cursorId);
    const EventSnapshot &events = m_events.snapshot();
    return count.newest && count.lag.events > 0 && *count.newest < events.rowCount();
}

bool CursorDesk::areAllCounted() const
{
    const QList<Cursor> &cursors = m_book.cursors();
    return m_book.isLoaded()
           && std::all_of(cursors.cbegin(), cursors.cend(), [this](const Cursor &cursor) {
                  return isCounted(cursor.id);
              });
}

std::optional<Lag> CursorDesk::lagOf(qint64 cursorId) const
{
    const auto found = m_counts.constFind(cursorId);
    return found == m_counts.cend() ? std::nullopt : std::optional(found->lag);
}

CursorRow CursorDesk::rowOf(const Cursor &cursor) const
{
    CursorRow row;
    row.cursor = cursor;
    row.lag = lagOf(cursor.id);
    row.isLost = isLost(cursor.id);
    if (isCounted(cursor.id)) {
        row.untilLost = std::chrono::floor<std::chrono::minutes>(
            m_counts.value(cursor.id).untilLost);
    }
    row.reads = readsText(cursor, m_events.organizationName(cursor.organization));
    return row;
}

void CursorDesk::cursorsChanged()
{
    const QList<Cursor> &cursors = m_book.cursors();
    m_rows.clear();
    bool hasActive = false;
    for (const Cursor &cursor : cursors) {
        m_rows.append(rowOf(cursor));
        hasActive = hasActive || cursor.id == m_activeId;
    }
    if (m_wantedId != 0 && m_book.cursor(m_wantedId)) {
        m_activeId = std::exchange(m_wantedId, 0);
        emit activeChanged(m_activeId);
    } else if (!hasActive) {
        m_activeId = cursors.isEmpty() ? 0 : cursors.first().id;
    }
    markRows();
    emit rowsChanged();
    recount();
}

void CursorDesk::recount()
{
    QList<CoveredCursor> cursors;
    for (const Cursor &cursor : m_book.cursors()) {
        cursors.append(covered(cursor));
    }
    m_counter.count(m_feed.snapshot(), cursors, horizon());
}

void CursorDesk::counted(const QList<CursorCount> &counts)
{
    m_counts.clear();
    for (const CursorCount &count : counts) {
        m_counts.insert(count.cursorId, count);
    }
    for (CursorRow &row : m_rows) {
        row = rowOf(row.cursor);
    }
    markRows();
    emit rowsChanged();
}

void CursorDesk::markRows()
{
    QList<CursorMark> marks;
    const EventRow known = m_events.snapshot().rowCount();
    for (const CursorRow &row : std::as_const(m_rows)) {
        const std::optional<EventRow> processed = m_counts.value(row.cursor.id).processed;
        // Once it is counted, a cursor without a row stands before every event, and filters can name it.
        if (isCounted(row.cursor.id) && (!processed || *processed < known)) {
            CursorMark mark{row.cursor.name, row.cursor.id == m_activeId, processed};
            const auto *after = std::get_if<AfterEvent>(&row.cursor.position);
            const bool isAtEvent = after != nullptr && processed
                                   && m_events.snapshot().id(*processed) == after->id;
            if (!isAtEvent) {
                mark.from = positionTime(row.cursor.position);
            }
            marks.append(mark);
        }
    }
    m_events.setCursorMarks(marks);
}

FetchScope CursorDesk::scopeOf(const Cursor &cursor) const
{
    return FetchScope{{}, cursor.types, cursor.organization};
}

CoveredCursor CursorDesk::covered(const Cursor &cursor) const
{
    return {cursor, m_feed.coverage(scopeOf(cursor))};
}

Instant CursorDesk::horizon() const
{
    return horizonAt(m_clock.now());
}

void CursorDesk::activate(qint64 cursorId)
{
    if (!m_book.cursor(cursorId)) {
        m_wantedId = cursorId;
        return;
    }
    if (cursorId != m_activeId) {
        m_activeId = cursorId;
        markRows();
        emit activeChanged(m_activeId);
        emit rowsChanged();
    }
}

void CursorDesk::activateNext()
{
    const qsizetype count = m_rows.size();
    for (qsizetype i = 0; i < count; ++i) {
        if (m_rows[i].cursor.id == m_activeId) {
            activate(m_rows[(i + 1) % count].cursor.id);
            return;
        }
    }
}

void CursorDesk::remove(qint64 cursorId)
{
    if (const auto cursor = m_book.cursor(cursorId)) {
        m_book.remove(*cursor, this, [this, name = cursor->name](const Status &status) {
            if (status) {
                emit announced(tr("Deleted %1. Edit, Undo brings it back.").arg(name));
            } else {
                emit problem(status.error());
            }
        });
    }
}

void CursorDesk::copyEventId(qint64 cursorId)
{
    const auto cursor = m_book.cursor(cursorId);
    if (!cursor) {
        return;
    }
    const auto *after = std::get_if<AfterEvent>(&cursor->position);
    const QString text = after != nullptr
                             ? after->id.toString()
                             : QString::fromLatin1(isoUtcExact(positionTime(cursor->position)));
    QGuiApplication::clipboard()->setText(text);
    emit announced(after != nullptr ? tr("Copied the event id of %1.").arg(cursor->name)
                                    : tr("Copied the time of %1.").arg(cursor->name));
}

void CursorDesk::undo()
{
    if (m_book.canUndo()) {
        m_book.undo();
    }
}

void CursorDesk::redo()
{
    if (m_book.canRedo()) {
        m_book.redo();
    }
}

} // namespace playhead
