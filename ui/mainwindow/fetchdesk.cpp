// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/fetchdesk.h"

#include "model/api/eventfeed.h"
#include "model/api/horizon.h"
#include "model/events/eventtablemodel.h"
#include "ui/mainwindow/emptystates.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/mainwindow/fetchmessages.h"
#include "ui/mainwindow/filterbar.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/mainwindow/tablepane.h"
#include "ui/mainwindow/windowframe.h"

#include <QLocale>

namespace playhead {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Coverage stays this far behind the server's time (semantics 8), and our clock may differ a little.
constexpr auto kEdge = 90s;

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
{
    m_countdown.setInterval(1s);
    m_stripDelay.setInterval(400ms);
    m_stripDelay.setSingleShot(true);
    connect(&m_countdown, &QTimer::timeout, this, &FetchDesk::showStrip);
    connect(&m_stripDelay, &QTimer::timeout, this, &FetchDesk::showStrip);

    EventFeed *feed = &m_parts.feed;
    connect(feed, &EventFeed::opened, this, &FetchDesk::opened);
    connect(feed, &EventFeed::snapshotChanged, this, [this] {
        m_parts.events.updateSnapshot(m_parts.feed.snapshot());
    });
    connect(feed, &EventFeed::marksChanged, this, [this] {
        m_parts.events.updateMarks(m_parts.feed.snapshot());
    });
    connect(feed, &EventFeed::progressChanged, this, &FetchDesk::progressed);
    connect(feed, &EventFeed::coverageChanged, this, &FetchDesk::showCounts);
    connect(&m_parts.events, &EventTableModel::countsChanged, this, &FetchDesk::showCounts);
    connect(&m_parts.events, &EventTableModel::searchingChanged, this, &FetchDesk::showCounts);

    FetchBar *bar = &m_frame.fetchBar();
    connect(bar, &FetchBar::choiceEdited, this, &FetchDesk::changeChoice);
    connect(bar, &FetchBar::fetchRequested, this, &FetchDesk::fetch);
    connect(bar, &FetchBar::stopRequested, this, &FetchDesk::stop);
    InlineMessage *strip = &m_frame.tablePane().strip();
    connect(strip, &InlineMessage::chosen, this, &FetchDesk::choose);
    connect(strip, &InlineMessage::aboutToClose, this, [this](const Message &message) {
        m_closed = message;
    });
    connect(&m_frame.tablePane(), &TablePane::chosen, this, &FetchDesk::choose);
}

void FetchDesk::setEnvironment(const std::optional<Environment> &environment)
{
    m_environment = environment;
    m_isOpen = false;
    m_isMoved = false;
    m_closed.reset();
    m_frame.status().announce({});
    m_parts.events.setSnapshot(EventSnapshot());
    FetchChoice choice;
    if (environment) {
        const QByteArray kept = settings().fetchChoice(environment->id);
        if (!kept.isEmpty()) {
            choice = restoreChoice(kept);
        } else if (environment->isDemo()) {
            // All of the demo: it is small, and its last day alone would hardly show anything.
            choice.preset = RangePreset::Days90;
        }
    }
    m_frame.fetchBar().setChoice(choice);
    m_frame.filterBar().setNow(m_parts.clock.now());
    applyChoice();
    progressed();
    showConnection();
}

void FetchDesk::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_frame.fetchBar().setTimeZone(zone);
    showStrip();
}

void FetchDesk::opened()
{
    m_isOpen = true;
    m_parts.events.setSnapshot(m_parts.feed.snapshot());
    applyChoice();
    progressed();
    // The demo asks nobody and costs nothing: its events show at once.
    if (m_environment && m_environment->isDemo() && !isCovered()) {
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
    const bool isLocal = !m_environment || m_environment->isDemo();
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
    m_scope = query(m_frame.fetchBar().choice(), isMoved).scope;
    m_parts.events.setScope(m_scope);
    m_frame.fetchBar().setChangedSinceFetch(hasChangedSinceFetch());
    showCounts();
}

void FetchDesk::followCursor()
{
    const std::optional<Cursor> cursor = m_activeCursor();
    m_frame.fetchBar().setHasActiveCursor(cursor.has_value());
    if (m_frame.fetchBar().choice().preset == RangePreset::SinceCursor && !isFetching()) {
        applyChoice();
    }
}

bool FetchDesk::hasChangedSinceFetch() const
{
    if (!m_environment) {
        return false;
    }
    const QByteArray last = settings().lastFetch(m_environment->id);
    return !last.isEmpty() && last != saveChoice(m_frame.fetchBar().choice());
}

bool FetchDesk::isFetching() const
{
    return m_parts.feed.progress().isActive();
}

void FetchDesk::fetch()
{
    if (!m_environment || !m_isOpen) {
        return;
    }
    const FetchChoice &choice = m_frame.fetchBar().choice();
    const FetchQuery query = this->query(choice, m_isMoved);
    m_scope = query.scope;
    m_closed.reset();
    settings().setLastFetch(m_environment->id, saveChoice(choice));
    m_frame.fetchBar().setChangedSinceFetch(false);
    m_parts.events.setScope(m_scope);
    m_parts.feed.fetch(query);
}

void FetchDesk::stop()
{
    m_parts.feed.stop();
}

void FetchDesk::fetchFromCursor()
{
    if (!m_activeCursor()) {
        return;
    }
    FetchChoice choice = m_frame.fetchBar().choice();
    choice.preset = RangePreset::SinceCursor;
    changeChoice(choice);
    fetch();
}

void FetchDesk::choose(const QString &id)
{
    FetchChoice choice = m_frame.fetchBar().choice();
    if (id == choiceId(kChoiceStop)) {
        stop();
    } else if (id == choiceId(kChoiceGoOn) || id == choiceId(kChoiceRetry)) {
        m_parts.feed.goOn();
    } else if (id == choiceId(kChoiceChangeKey)) {
        emit keyChangeRequested();
    } else if (id == choiceId(kChoiceClearFilter)) {
        emit filterClearRequested();
    } else if (id == choiceId(kChoiceFetch)) {
        fetch();
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
    const FetchProgress &progress = m_parts.feed.progress();
    m_frame.fetchBar().setFetching(isFetching());
    m_frame.status().setRequests(progress);
    progress.state == FetchState::Waiting ? m_countdown.start() : m_countdown.stop();
    if (m_wasFetching != isFetching()) {
        m_wasFetching = isFetching();
        isFetching() ? m_stripDelay.start() : m_stripDelay.stop();
        if (progress.state == FetchState::Done) {
            const QString count = QLocale().toString(progress.added);
            m_frame.status().announce(progress.added == 0 ? tr("Fetched, nothing new.")
                                      : progress.added == 1
                                          ? tr("Fetched, 1 new event.")
                                          : tr("Fetched, %1 new events.").arg(count));
        }
        emit fetchingChanged(m_wasFetching);
    }
    showStrip();
    showConnection();
    showTableOrEmpty();
}

void FetchDesk::showStrip()
{
    InlineMessage &strip = m_frame.tablePane().strip();
    const FetchProgress &progress = m_parts.feed.progress();
    if (!m_environment || !m_isOpen
        || (progress.state == FetchState::Running && m_stripDelay.isActive())) {
        strip.clear();
        return;
    }
    FetchSituation situation;
    situation.progress = progress;
    situation.environmentName = m_environment->name;
    situation.host = host();
    situation.rangePhrase = rangePhrase(m_frame.fetchBar().choice());
    situation.loaded = loaded();
    situation.now = m_parts.clock.now();
    situation.zone = m_zone;
    situation.isMoved = m_isMoved;
    situation.chosenTypes = m_frame.fetchBar().choice().types;
    const std::optional<Message> message = fetchMessage(situation);
    if (message && message != m_closed) {
        strip.setMessage(*message);
    } else {
        strip.clear();
    }
}

void FetchDesk::showCounts()
{
    const EventTableModel &events = m_parts.events;
    m_frame.filterBar().setCounts(events.shownCount(), events.loadedCount(), events.isSearching());
    m_frame.status().setLoaded(loaded(), isCovered(), m_environment.has_value());
    m_frame.status().setShown(events.shownCount());
    QList<KnownOrganization> known;
    for (const FacetCounts::OrganizationCount &organization : events.facets().organizations) {
        if (!organization.id.isEmpty()) {
            known.append({organization.id, organization.name});
        }
    }
    m_frame.fetchBar().setKnownOrganizations(known);
    showTableOrEmpty();
}

void FetchDesk::showTableOrEmpty()
{
    const EventTableModel &events = m_parts.events;
    if (!m_environment || events.shownCount() > 0 || events.isSearching()) {
        m_frame.tablePane().showTable();
        return;
    }
    EmptySituation situation;
    situation.choice = m_frame.fetchBar().choice();
    situation.host = host();
    situation.loaded = events.loadedCount();
    situation.isBusy = isFetching() || !m_isOpen;
    situation.isCovered = isCovered();
    m_frame.tablePane().showEmpty(emptyStateFor(situation));
}

void FetchDesk::showConnection()
{
    StatusParts &status = m_frame.status();
    if (!m_environment) {
        status.setConnection({});
        return;
    }
    if (m_parts.feed.isReadOnly()) {
        status.setConnection(tr("Read only, another Playhead writes"));
        return;
    }
    const FetchProgress &progress = m_parts.feed.progress();
    switch (progress.state) {
    case FetchState::Running:
        status.setConnection(tr("Reading from %1").arg(host()));
        break;
    case FetchState::Waiting:
        status.setConnection(tr("Waiting for %1").arg(host()));
        break;
    case FetchState::Failed:
        status.setConnection(tr("%1, last read failed").arg(host()));
        break;
    case FetchState::Idle:
    case FetchState::Stopped:
    case FetchState::Done:
        status.setConnection(m_environment->isDemo() ? tr("Demo, local Events API") : host());
        break;
    }
}

bool FetchDesk::isCovered() const
{
    if (!m_environment || !m_isOpen) {
        return false;
    }
    for (const TimeRange &covered : m_parts.feed.coverage(m_scope)) {
        if (covered.since <= m_scope.range.since + kEdge
            && covered.until >= m_scope.range.until - kEdge) {
            return true;
        }
    }
    return false;
}

QString FetchDesk::host() const
{
    if (!m_environment) {
        return {};
    }
    if (m_environment->isDemo()) {
        return tr("the demo");
    }
    const QUrl &url = m_environment->baseUrl;
    return url.port() > 0 ? u"%1:%2"_s.arg(url.host()).arg(url.port()) : url.host();
}

quint32 FetchDesk::loaded() const
{
    return m_parts.events.loadedCount();
}

} // namespace playhead
