// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/timelinedesk.h"

#include "model/core/clock.h"
#include "ui/cursors/cursordesk.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/mainwindow/timelinerow.h"
#include "ui/mainwindow/windowframe.h"
#include "ui/shared/actions.h"
#include "ui/shared/settings.h"
#include "ui/timeline/timeline.h"
#include "ui/timeline/timelinehead.h"

#include <QAction>

namespace playhead {

namespace {

bool overlaps(const TimeRange &a, const TimeRange &b)
{
    return a.since < b.until && b.since < a.until;
}

quint64 countOf(const TimelineBins &bins)
{
    quint64 count = 0;
    for (const TimelineBins::Bin &bin : bins.bins) {
        for (const quint32 one : bin) {
            count += one;
        }
    }
    return count;
}

} // namespace

TimelineDesk::TimelineDesk(EventTableModel &events,
                           CursorDesk &cursors,
                           const Clock &clock,
                           WindowFrame &frame,
                           const Actions &actions,
                           QObject *parent)
    : QObject(parent)
    , m_events(events)
    , m_cursors(cursors)
    , m_clock(clock)
    , m_frame(frame)
    , m_timeline(frame.timelineRow().timeline())
    , m_head(frame.timelineRow().head())
{
    m_timeline.setSource(
        [this](const TimeRange &range, int bins) { return m_events.timeline(range, bins); });
    connect(&m_events, &EventTableModel::countsChanged, this, &TimelineDesk::showRange);
    connect(&m_cursors, &CursorDesk::rowsChanged, this, &TimelineDesk::showFlags);
    connect(&m_timeline, &Timeline::brushEdited, this, &TimelineDesk::select);
    connect(&m_timeline, &Timeline::shownRangeChanged, this, &TimelineDesk::showHead);
    connect(&m_timeline, &Timeline::barChosen, this, &TimelineDesk::chooseFirstIn);
    connect(&m_timeline, &Timeline::flagChosen, this, &TimelineDesk::cursorChosen);
    connect(&m_timeline, &Timeline::flagDropped, this, [this](qint64 cursorId, Instant at) {
        m_cursors.moveTo(cursorId, ToTime{at});
    });
    connect(&m_head, &TimelineHead::zoomInRequested, &m_timeline, &Timeline::zoomIn);
    connect(&m_head, &TimelineHead::zoomOutRequested, &m_timeline, &Timeline::zoomOut);
    connect(&m_head, &TimelineHead::fitRequested, &m_timeline, &Timeline::fit);
    wireActions(actions);
    showRange();
}

void TimelineDesk::wireActions(const Actions &actions)
{
    const auto order = [this, &actions](ActionId id, void (Timeline::*slot)()) {
        connect(actions[id], &QAction::triggered, &m_timeline, slot);
    };
    order(ActionId::TimelineZoomIn, &Timeline::zoomIn);
    order(ActionId::TimelineZoomOut, &Timeline::zoomOut);
    order(ActionId::TimelineFit, &Timeline::fit);
    QAction *squareRoot = actions[ActionId::TimelineSquareRoot];
    squareRoot->setChecked(settings().hasSquareRootScale());
    m_timeline.setSquareRoot(squareRoot->isChecked());
    connect(squareRoot, &QAction::toggled, this, [this](bool isOn) {
        settings().setSquareRootScale(isOn);
        m_timeline.setSquareRoot(isOn);
    });
    QAction *shown = actions[ActionId::Timeline];
    shown->setChecked(settings().isTimelineShown());
    connect(shown, &QAction::toggled, &m_frame, &WindowFrame::setTimelineShown);
}

void TimelineDesk::setHasEnvironment(bool hasEnvironment)
{
    m_hasEnvironment = hasEnvironment;
    m_timeline.setEnabled(hasEnvironment);
    showRange();
}

void TimelineDesk::setWholeRange(const TimeRange &range)
{
    if (m_wholeRange != range) {
        m_wholeRange = range;
        showRange();
    }
}

void TimelineDesk::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_timeline.setTimeZone(zone);
    showHead();
}

/// Events, filter or scope changed.
void TimelineDesk::showRange()
{
    const TimeRange asked = m_hasEnvironment ? m_events.scope().range : TimeRange{};
    const TimeRange range = asked == TimeRange{} ? m_wholeRange : asked;
    const TimeRange selected = m_events.filter().range;
    if (selected != TimeRange{} && m_hasEnvironment && range != TimeRange{}
        && !overlaps(selected, range)) {
        // Another range was picked: the selection would hide all of it.
        select({});
        return;
    }
    m_timeline.setNow(m_clock.now());
    m_timeline.setRange(range);
    m_timeline.setBrush(selected);
    m_timeline.refresh();
    showHead();
}

void TimelineDesk::showFlags()
{
    QList<TimelineFlag> flags;
    for (const CursorRow &row : m_cursors.rows()) {
        flags.append({row.cursor.id,
                      row.cursor.name,
                      positionTime(row.cursor.position),
                      row.cursor.id == m_cursors.activeId()});
    }
    m_timeline.setFlags(flags);
}

void TimelineDesk::showHead()
{
    TimelineHeadState state;
    if (m_hasEnvironment) {
        state.title = rangeText(m_frame.fetchBar().choice(), false);
        state.brush = m_timeline.brush();
        state.shown = m_timeline.shownRange();
        state.isZoomed = m_timeline.isZoomed();
        // A selection is part of the filter, so the table has counted it.
        state.events = state.brush.isEmpty() && state.isZoomed
                           ? countOf(m_events.timeline(state.shown, 1))
                           : m_events.shownCount();
    }
    state.zone = m_zone;
    state.now = m_clock.now();
    m_head.setState(state);
}

void TimelineDesk::select(const TimeRange &range)
{
    EventFilter filter = m_events.filter();
    filter.range = range.isEmpty() ? TimeRange{} : range;
    emit filterEdited(filter);
}

void TimelineDesk::chooseFirstIn(const TimeRange &bin)
{
    if (const std::optional<EventRow> row = m_events.oldestShownIn(bin)) {
        m_frame.table().selectEvent(*row);
        m_frame.table().revealEvent(*row);
    }
}

} // namespace playhead
