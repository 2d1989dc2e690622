// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/fetchdesk.h"

#include "model/api/eventfeed.h"
#include "model/api/horizon.h"
#include "model/events/eventtablemodel.h"
#include "model/events/listedevents.h"
#include "ui/mainwindow/emptystates.h"
#include "ui/mainwindow/failuremessages.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/mainwindow/filterbar.h"
#include "ui/mainwindow/tablepane.h"
#include "ui/mainwindow/windowframe.h"

namespace playhead {

namespace {

QString choiceId(const char *id)
{
    return QString::fromLatin1(id);
}

} // namespace

FetchDesk::FetchDesk(const WindowParts &parts,
                     WindowFrame &frame,
                     std::function<std::optional<Cursor>()> activeCursor,
                     QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_frame(frame)
    , m_activeCursor(std::move(activeCursor))
    , m_display(parts, frame, this)
{
    EventFeed *feed = &m_parts.feed;
    connect(feed, &EventFeed::opened, this, &FetchDesk::opened);
    connect(feed, &EventFeed::snapshotChanged, this, &FetchDesk::takeGrowth);
    connect(feed, &EventFeed::marksChanged, this, [this] {
        m_parts.events.updateMarks(m_parts.feed.snapshot());
    });
    connect(feed, &EventFeed::progressChanged, this, &FetchDesk::progressed);
    connect(feed, &EventFeed::coverageChanged, this, [this] {
        followCoverage();
        countsChanged();
    });
    connect(&m_parts.events, &EventTableModel::countsChanged, this, &FetchDesk::countsChanged);
    connect(&m_parts.events, &EventTableModel::searchingChanged, this, &FetchDesk::countsChanged);

    FetchBar *bar = &m_frame.fetchBar();
    connect(bar, &FetchBar::choiceEdited, this, &FetchDesk::changeChoice);
    connect(bar, &FetchBar::fetchRequested, this, &FetchDesk::fetch);
    connect(bar, &FetchBar::stopRequested, this, &FetchDesk::stop);
    connect(&m_frame.tablePane().strip(), &InlineMessage::chosen, this, &FetchDesk::choose);
    connect(&m_frame.tablePane(), &TablePane::chosen, this, &FetchDesk::choose);
}

void FetchDesk::setEnvironment(const std::optional<Environment> &environment)
{
    m_environment = environment;
    m_questions.setEnvironment(environment);
    m_isOpen = false;
    m_display.setEnvironment(environment);
    m_parts.events.setSnapshot(EventSnapshot());
    FetchChoice choice;
    if (environment) {
        const QByteArray kept = settings().fetchChoice(environment->id);
        if (environment->isCapture()) {
            choice.preset = RangePreset::Whole;
        } else if (!kept.isEmpty()) {
            choice = restoreChoice(kept);
        } else if (environment->isDemo()) {
            // All of the demo: it is small, and its last day alone would hardly show anything.
            choice.preset = RangePreset::Days90;
        }
    }
    m_frame.fetchBar().setChoice(choice);
    m_frame.fetchBar().setCapture(environment && environment->isCapture());
    m_frame.filterBar().setNow(m_parts.clock.now());
    applyChoice();
    progressed();
}

void FetchDesk::setTimeZone(const QTimeZone &zone)
{
    m_frame.fetchBar().setTimeZone(zone);
    m_display.setTimeZone(zone);
}

void FetchDesk::setKeyState(bool isVariableSet, const QSet<qint64> &environmentsWithKey)
{
    m_display.setKeyState(isVariableSet, environmentsWithKey);
}

void FetchDesk::opened()
{
    m_isOpen = true;
    m_display.setOpen(true);
    if (std::optional<ListedEvents> listed = m_parts.feed.takeListed()) {
        m_parts.events.setEvents(std::move(*listed));
    } else {
        m_parts.events.setSnapshot(m_parts.feed.snapshot());
    }
    m_frame.filterBar().setNow(m_parts.clock.now()); // a capture's is known only now
    applyChoice();
    progressed();
    // The demo asks nobody and costs nothing: its events show at once.
    if (m_environment && m_environment->isDemo() && !m_display.isCovered()) {
        fetch();
    }
}

void FetchDesk::changeChoice(const FetchChoice &choice)
{
    if (m_environment) {
        settings().setFetchChoice(m_environment->id, saveChoice(choice));
    }
    m_frame.fetchBar().setChoice(choice);
    applyChoice();
}

/// What the choice asks for now, but not from before the horizon (semantics 1). `isMoved`: a person gave that start, so
/// it is told; 90 days back from now is the horizon itself.
FetchQuery FetchDesk::query(const FetchChoice &choice, bool &isMoved) const
{
    const Instant now = m_parts.clock.now();
    FetchQuery query = queryOf(choice, now, m_activeCursor());
    const bool isLocal = !m_environment || m_environment->isDemo() || m_environment->isCapture();
    const ClampedSince since = isLocal ? ClampedSince{query.scope.range.since, false}
                                       : clampSince(query.scope.range.since,
                                                    now,
                                                    m_environment->baseUrl);
    isMoved = since.wasMoved && query.after.isEmpty() && choice.preset != RangePreset::Days90;
    query.scope.range.since = since.since;
    return query;
}

void FetchDesk::applyChoice()
{
    bool isMoved = false;
    m_followed = m_activeCursor();
    m_scope = query(m_frame.fetchBar().choice(), isMoved).scope;
    m_parts.events.setScope(m_scope);
    m_display.setScope(m_scope);
    m_frame.fetchBar().setChangedSinceFetch(hasChangedSinceFetch());
    followEvents();
    countsChanged();
    emit scopeChanged();
}

bool FetchDesk::reachesToNow() const
{
    const RangePreset preset = m_frame.fetchBar().choice().preset;
    return preset != RangePreset::Custom && preset != RangePreset::Whole;
}

std::optional<FetchScope> FetchDesk::tailScope() const
{
    return m_environment && m_isOpen && !m_environment->isCapture() && reachesToNow()
               ? std::optional(m_scope)
               : std::nullopt;
}

void FetchDesk::setFollowing(bool isFollowing)
{
    if (m_isFollowing != isFollowing) {
        m_isFollowing = isFollowing;
        m_newestFollowed = m_parts.clock.now();
        followEvents();
    }
}

void FetchDesk::takeGrowth()
{
    followEvents();
    m_parts.events.updateSnapshot(m_parts.feed.snapshot());
}

/// Moves the end of what counts as loaded behind the newest of the events that the table does not know yet.
void FetchDesk::followEvents()
{
    if (!m_isFollowing) {
        return;
    }
    const EventSnapshot events = m_parts.feed.snapshot();
    m_newestFollowed = std::max(m_newestFollowed, m_parts.clock.now());
    for (EventRow row = m_parts.events.snapshot().rowCount(); row < events.rowCount(); ++row) {
        m_newestFollowed = std::max(m_newestFollowed, events.createdAt(row));
    }
    // A whole minute: the timeline is drawn anew with each new end.
    const auto minute = std::chrono::floor<std::chrono::minutes>(m_newestFollowed)
                        + std::chrono::minutes(1);
    m_parts.events.extendScope(std::chrono::time_point_cast<Duration>(minute));
}

/// What the tail has proved complete is told as the range's: its newest minutes never are (semantics 8).
void FetchDesk::followCoverage()
{
    if (!m_isFollowing) {
        return;
    }
    for (const TimeRange &range : m_parts.feed.coverage(m_scope)) {
        if (range.since <= m_scope.range.until && range.until > m_scope.range.until) {
            m_scope.range.until = range.until;
            m_display.setScope(m_scope);
        }
    }
}

void FetchDesk::followCursor()
{
    const std::optional<Cursor> cursor = m_activeCursor();
    m_frame.fetchBar().setHasActiveCursor(cursor.has_value());
    if (cursor) {
        forgetAsPicked(cursor->id);
    }
    // Lags are counted after every read; the range moves, and the table is listed anew, only with the cursor.
    if (m_frame.fetchBar().choice().preset == RangePreset::SinceCursor && !isFetching()
        && cursor != m_followed) {
        applyChoice();
    }
}

bool FetchDesk::hasChangedSinceFetch() const
{
    if (!m_environment) {
        return false;
    }
    const QByteArray last = settings().lastFetch(m_environment->id);
    return !last.isEmpty() && restoreChoice(last) != m_frame.fetchBar().choice();
}

bool FetchDesk::isFetching() const
{
    return m_parts.feed.progress().isActive();
}

void FetchDesk::fetch()
{
    fetchWith(m_frame.fetchBar().choice(), true);
}

void FetchDesk::fetchAgain()
{
    fetchWith(m_frame.fetchBar().choice(), false);
}

void FetchDesk::read(bool skipCovered)
{
    if (!m_environment || !m_isOpen || m_environment->isCapture()) {
        return;
    }
    const FetchChoice &choice = m_frame.fetchBar().choice();
    bool isMoved = false;
    m_followed = m_activeCursor();
    FetchQuery query = this->query(choice, isMoved);
    query.skipCovered = skipCovered;
    std::optional<ReadCursor> readCursor;
    if (m_followed && !query.after.isEmpty()) {
        readCursor = ReadCursor{m_followed->id,
                                m_followed->name,
                                positionTime(m_followed->position)};
    }
    m_scope = query.scope;
    m_display.beginRead(isMoved, readCursor);
    m_display.setScope(m_scope);
    settings().setLastFetch(m_environment->id, saveChoice(choice));
    m_frame.fetchBar().setChangedSinceFetch(false);
    m_parts.events.setScope(m_scope);
    followEvents();
    m_parts.feed.fetch(query);
    emit scopeChanged();
}

void FetchDesk::stop()
{
    m_parts.feed.stop();
}

void FetchDesk::fetchFromCursor()
{
    if (!m_activeCursor() || (m_environment && m_environment->isCapture())) {
        return;
    }
    FetchChoice choice = m_frame.fetchBar().choice();
    choice.preset = RangePreset::SinceCursor;
    fetchWith(choice, true);
}

void FetchDesk::fetchChosen(const FetchChoice &choice)
{
    if (!isFetching()) {
        changeChoice(choice);
        fetch();
    }
}

void FetchDesk::choose(const QString &id)
{
    FetchChoice choice = m_frame.fetchBar().choice();
    if (id == choiceId(kChoiceStop)) {
        stop();
    } else if (id == choiceId(kChoiceGoOn) || id == choiceId(kChoiceRetry)) {
        m_parts.feed.goOn();
    } else if (id == choiceId(kChoiceLookAgain)) {
        m_parts.feed.reopen();
    } else if (id == choiceId(kChoiceChangeKey)) {
        emit keyChangeRequested();
    } else if (id == choiceId(kChoiceClearFilter)) {
        emit filterClearRequested();
    } else if (id == choiceId(kChoiceFetch)) {
        fetch();
    } else if (id == choiceId(kChoiceNarrow)) {
        m_frame.fetchBar().focusRange();
    } else if (id == choiceId(kChoiceKeepReading)) {
        m_display.keepReading();
    } else if (id == choiceId(kChoiceKeepCursor)) {
        m_display.closeMessage();
    } else if (id == choiceId(kChoiceRecover)) {
        if (const std::optional<ReadCursor> &cursor = m_display.readCursor()) {
            emit recoverRequested(cursor->id);
        }
    } else if (id == choiceId(kChoiceRemoveTypes)) {
        for (const QByteArray &type : refusedTypes(m_parts.feed.progress().error, choice.types)) {
            choice.types.removeAll(type);
        }
        changeChoice(choice);
        fetch();
    } else if (id == choiceId(kChoiceAllTypes)) {
        choice.types.clear();
        changeChoice(choice);
        fetch();
    } else if (id == choiceId(kChoiceLonger)) {
        choice.preset = longerRange(choice.preset).value_or(choice.preset);
        changeChoice(choice);
        fetch();
    }
}

void FetchDesk::progressed()
{
    m_display.showProgress();
    if (m_wasFetching != isFetching()) {
        m_wasFetching = isFetching();
        emit fetchingChanged(m_wasFetching);
    }
}

void FetchDesk::countsChanged()
{
    m_display.showCounts();
    QList<KnownOrganization> known;
    for (const FacetCounts::OrganizationCount &organization :
         m_parts.events.facets().organizations) {
        if (!organization.id.isEmpty()) {
            known.append({organization.id, organization.name});
        }
    }
    m_frame.fetchBar().setKnownOrganizations(known);
}

} // namespace playhead
