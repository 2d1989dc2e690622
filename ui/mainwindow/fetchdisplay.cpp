// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/fetchdisplay.h"

#include "model/api/eventfeed.h"
#include "model/events/eventtablemodel.h"
#include "ui/mainwindow/emptystates.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/mainwindow/filterbar.h"
#include "ui/mainwindow/statusdetails.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/mainwindow/tablepane.h"
#include "ui/mainwindow/timelinerow.h"
#include "ui/mainwindow/windowframe.h"
#include "ui/timeline/timeline.h"

#include <QLocale>

namespace playhead {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Coverage stays this far behind the server's time (semantics 8).
constexpr auto kMargin = 60s;

} // namespace

FetchDisplay::FetchDisplay(const WindowParts &parts, WindowFrame &frame, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_frame(frame)
{
    m_countdown.setInterval(1s);
    m_stripDelay.setInterval(400ms);
    m_stripDelay.setSingleShot(true);
    connect(&m_countdown, &QTimer::timeout, this, &FetchDisplay::showStrip);
    connect(&m_stripDelay, &QTimer::timeout, this, [this] {
        showStrip();
        showTableOrEmpty();
    });
    InlineMessage *strip = &m_frame.tablePane().strip();
    connect(strip, &InlineMessage::aboutToClose, this, [this](const Message &message) {
        m_closed = message;
        if (m_environment && message == keyKeptMessage(m_environment->name)) {
            m_toldOfKey.insert(m_environment->id);
        }
    });
}

void FetchDisplay::setEnvironment(const std::optional<Environment> &environment)
{
    m_environment = environment;
    m_isOpen = false;
    m_isMoved = false;
    m_readCursor.reset();
    m_closed.reset();
    m_frame.status().announce({});
}

void FetchDisplay::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
}

void FetchDisplay::setScope(const FetchScope &scope)
{
    m_scope = scope;
}

void FetchDisplay::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    showStrip();
    showCounts();
}

void FetchDisplay::setKeyState(bool isVariableSet, const QSet<qint64> &environmentsWithKey)
{
    m_isVariableSet = isVariableSet;
    m_withKey = environmentsWithKey;
    showStrip();
}

void FetchDisplay::beginRead(bool isMoved, const std::optional<ReadCursor> &cursor)
{
    m_isMoved = isMoved;
    m_readCursor = cursor;
    m_keepsReading = false;
    m_closed.reset();
}

void FetchDisplay::keepReading()
{
    m_keepsReading = true;
    showStrip();
}

void FetchDisplay::closeMessage()
{
    m_closed = m_frame.tablePane().strip().message();
    showStrip();
}

void FetchDisplay::showProgress()
{
    const FetchProgress &progress = m_parts.feed.progress();
    const bool isFetching = progress.isActive();
    m_frame.fetchBar().setFetching(isFetching);
    m_frame.status().setReadFacts(readFacts(progress, host(), m_zone));
    progress.state == FetchState::Waiting ? m_countdown.start() : m_countdown.stop();
    // Before the store is open, the progress is still that of the environment that was left.
    if (m_environment && m_isOpen && progress.events > 0) {
        m_readAt.insert(m_environment->id, isFetching ? m_parts.clock.now() : progress.endedAt);
    }
    if (m_wasFetching != isFetching) {
        m_wasFetching = isFetching;
        isFetching ? m_stripDelay.start() : m_stripDelay.stop();
        announceEnd();
    }
    showStrip();
    showConnection();
    showTableOrEmpty();
}

void FetchDisplay::announceEnd()
{
    const FetchProgress &progress = m_parts.feed.progress();
    if (progress.state == FetchState::Done) {
        const QString count = QLocale().toString(progress.added);
        m_frame.status().announce(progress.added == 0   ? tr("Fetched, nothing new.")
                                  : progress.added == 1 ? tr("Fetched, 1 new event.")
                                                        : tr("Fetched, %1 new events.").arg(count));
    }
}

FetchSituation FetchDisplay::situation() const
{
    const FetchChoice &choice = m_frame.fetchBar().choice();
    FetchSituation situation;
    situation.progress = m_parts.feed.progress();
    situation.environmentName = m_environment->name;
    situation.host = host();
    situation.rangePhrase = rangePhrase(choice);
    situation.loaded = m_parts.events.loadedCount();
    situation.now = m_parts.clock.now();
    situation.zone = m_zone;
    situation.isMoved = m_isMoved;
    situation.keepsReading = m_keepsReading;
    situation.chosenTypes = choice.types;
    situation.lockError = m_parts.feed.lockError();
    situation.key = keyState();
    situation.cursor = m_readCursor;
    situation.lastReadAt = lastReadAt();
    return situation;
}

KeyState FetchDisplay::keyState() const
{
    switch (m_environment->keySource) {
    case KeySource::Variable:
        return m_isVariableSet ? KeyState::Fine : KeyState::NoVariable;
    case KeySource::Memory:
        return !m_withKey.contains(m_environment->id)    ? KeyState::NotTyped
               : m_toldOfKey.contains(m_environment->id) ? KeyState::Fine
                                                         : KeyState::Typed;
    case KeySource::Demo:
    case KeySource::Capture:
        break;
    }
    return KeyState::Fine;
}

std::optional<Instant> FetchDisplay::lastReadAt() const
{
    if (const auto known = m_readAt.constFind(m_environment->id); known != m_readAt.constEnd()) {
        return *known;
    }
    // A range of a person's own ends where it ends, however late it was read.
    const std::vector<TimeRange> &covered = m_parts.feed.coverage(m_scope);
    if (covered.empty() || m_environment->isCapture()
        || m_frame.fetchBar().choice().preset == RangePreset::Custom) {
        return std::nullopt;
    }
    return covered.back().until + kMargin;
}

void FetchDisplay::showStrip()
{
    InlineMessage &strip = m_frame.tablePane().strip();
    const FetchProgress &progress = m_parts.feed.progress();
    const bool isTooEarly = progress.state == FetchState::Running && m_stripDelay.isActive();
    // Of a cursor that is too old the strip beneath tells already.
    const bool isTold = progress.state == FetchState::Failed
                        && progress.error.code == ErrorCode::CursorUnknown
                        && !m_frame.tablePane().lostStrip().isEmpty();
    if (!m_environment || !m_isOpen || isTooEarly || isTold) {
        strip.clear();
        return;
    }
    const std::optional<Message> message = fetchMessage(situation());
    if (message && message != m_closed) {
        strip.setMessage(*message);
    } else {
        strip.clear();
    }
}

void FetchDisplay::showCounts()
{
    const EventTableModel &events = m_parts.events;
    StatusParts &status = m_frame.status();
    m_frame.filterBar().setCounts(events.shownCount(), events.loadedCount());
    status.setLoaded(events.loadedCount(), isCovered(), m_environment.has_value());
    status.setLoadedFacts(m_environment && m_isOpen && !m_environment->isCapture()
                              ? coverageFacts(m_scope.range, m_parts.feed.coverage(m_scope), m_zone)
                              : QList<StatusFact>());
    status.setShown(events.shownCount());
    status.setCacheBytes(m_isOpen ? m_parts.feed.snapshot().rawBytes() : 0);
    showUnread();
    showTableOrEmpty();
}

void FetchDisplay::showUnread()
{
    const bool isRead = !m_environment || !m_isOpen || m_environment->isCapture();
    const std::vector<TimeRange> unread = isRead ? std::vector<TimeRange>()
                                                 : stillOpen(m_scope.range,
                                                             m_parts.feed.coverage(m_scope));
    m_frame.timelineRow().timeline().setUnread(unread);
}

bool FetchDisplay::isLoading() const
{
    return m_parts.feed.progress().isActive() && !m_stripDelay.isActive();
}

void FetchDisplay::showTableOrEmpty()
{
    const EventTableModel &events = m_parts.events;
    const bool isBusy = m_parts.feed.progress().isActive() || !m_isOpen;
    TablePane &pane = m_frame.tablePane();
    if (!m_environment || events.shownCount() > 0 || events.isSearching()
        || (isBusy && events.loadedCount() == 0)) {
        pane.showTable(isLoading());
        return;
    }
    EmptySituation situation;
    situation.choice = m_frame.fetchBar().choice();
    const bool isWorkos = m_environment->baseUrl.host() == "api.workos.com"_L1;
    situation.server = isWorkos && !m_environment->isDemo() ? tr("WorkOS") : host();
    situation.loaded = events.loadedCount();
    situation.isCovered = isCovered();
    situation.isCapture = m_environment->isCapture();
    pane.showEmpty(emptyStateFor(situation));
}

void FetchDisplay::showConnection()
{
    StatusParts &status = m_frame.status();
    if (!m_environment) {
        status.setConnection({}, {});
        return;
    }
    if (m_environment->isCapture()) {
        status.setConnection(tr("Capture, read only"), tr("Capture"));
        return;
    }
    if (m_parts.feed.isReadOnly()) {
        status.setConnection(tr("Read only, another Playhead writes"), tr("Read only"));
        return;
    }
    switch (m_parts.feed.progress().state) {
    case FetchState::Running:
        status.setConnection(tr("Reading from %1").arg(host()), tr("Reading"));
        break;
    case FetchState::Waiting:
        status.setConnection(tr("Waiting for %1").arg(host()), tr("Waiting"));
        break;
    case FetchState::Failed:
        status.setConnection(tr("%1, last read failed").arg(host()), tr("Last read failed"));
        break;
    case FetchState::Idle:
    case FetchState::Stopped:
    case FetchState::Done:
        m_environment->isDemo() ? status.setConnection(tr("Demo, local Events API"), tr("Demo"))
                                : status.setConnection(host(), host());
        break;
    }
}

bool FetchDisplay::isCovered() const
{
    if (!m_environment || !m_isOpen) {
        return false;
    }
    if (m_environment->isCapture()) {
        return true;
    }
    return !m_scope.range.isEmpty()
           && stillOpen(m_scope.range, m_parts.feed.coverage(m_scope)).empty();
}

QString FetchDisplay::host() const
{
    if (!m_environment) {
        return {};
    }
    if (m_environment->isDemo()) {
        return tr("the demo");
    }
    const QUrl &url = m_environment->baseUrl;
    if (m_environment->isCapture()) {
        return url.fileName();
    }
    return url.port() > 0 ? u"%1:%2"_s.arg(url.host()).arg(url.port()) : url.host();
}

} // namespace playhead
