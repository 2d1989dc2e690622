// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timeline.h"

#include "ui/shared/theme.h"
#include "ui/timeline/timeline_p.h"
#include "ui/timeline/timelineaccessible.h"
#include "ui/timeline/timelinebars.h"
#include "ui/timeline/timelinedetails.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace playhead {

namespace {
constexpr int kHeight = 127; ///< And the line below, which the window draws.
constexpr int kLeastHeight = 84;
constexpr int kMostHeight = 200;
constexpr int kLeastWidth = 240;
constexpr double kZoomStep = 2;
} // namespace

Timeline::Private::Private(Timeline *timeline)
    : q(timeline)
{
    refreshTimer.setSingleShot(true);
    refreshTimer.setInterval(16ms); // A frame.
    QObject::connect(&refreshTimer, &QTimer::timeout, q, [this] {
        countedRange = {};
        if (q->isVisible()) {
            ensureBins(); // in this turn, so that the one that paints has less to do
        }
        q->update();
    });
}

Timeline::Timeline(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this))
{
    installTimelineAccessible();
    setObjectName(u"timeline"_s);
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setMaximumHeight(scaledPx(kMostHeight));
}

Timeline::~Timeline() = default;

void Timeline::setSource(TimelineSource source)
{
    d->source = std::move(source);
    d->countedRange = {};
    update();
}

void Timeline::setRange(const TimeRange &range)
{
    if (d->range == range) {
        return;
    }
    d->range = range;
    // A live tail moves the end on while a flag may be on its way.
    if (d->moved && !range.contains(d->moved->at)) {
        d->putFlagBack();
    }
    if (d->zoomed) {
        const TimeRange limits = d->fittedView();
        const bool isInside = d->zoomed->since >= limits.since && d->zoomed->until <= limits.until;
        d->zoomed = isInside ? d->zoomed : std::nullopt;
    }
    update();
    emit shownRangeChanged();
}

void Timeline::setNow(Instant now)
{
    if (d->now != now) {
        const auto before = d->nowMark();
        d->now = now;
        if (d->nowMark() != before) {
            update();
        }
    }
}

void Timeline::refresh()
{
    if (!d->refreshTimer.isActive()) {
        d->refreshTimer.start();
    }
}

void Timeline::setBrush(const TimeRange &brush)
{
    const TimeRange given = brush.isEmpty() ? TimeRange{} : brush;
    if (d->brush != given) {
        d->brush = given;
        update();
        d->tellValueChanged(std::nullopt);
    }
}

TimeRange Timeline::brush() const
{
    return d->brush;
}

void Timeline::setFlags(const QList<TimelineFlag> &flags)
{
    QList<TimelineFlag> sorted = flags;
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) {
        return a.at < b.at;
    });
    if (d->flags == sorted) {
        return;
    }
    d->flags = sorted;
    if (d->moved && !d->flagOf(d->moved->cursorId)) {
        d->putFlagBack();
    }
    if (d->focusedFlag && !d->flagOf(*d->focusedFlag)) {
        d->focusFlag(std::nullopt);
    }
    update();
}

void Timeline::setUnread(const std::vector<TimeRange> &unread)
{
    if (d->unread != unread) {
        d->unread = unread;
        update();
    }
}

void Timeline::setTimeZone(const QTimeZone &zone)
{
    if (d->zone != zone) {
        d->zone = zone;
        update();
    }
}

void Timeline::setSquareRoot(bool isSquareRoot)
{
    d->isSquareRoot = isSquareRoot;
    update();
}

TimeRange Timeline::shownRange() const
{
    const TimeRange view = d->view();
    return {std::max(view.since, d->range.since), std::min(view.until, d->range.until)};
}

bool Timeline::isZoomed() const
{
    return d->zoomed.has_value();
}

TimelineBins Timeline::bins() const
{
    d->countNow();
    return d->bins;
}

QString Timeline::summary() const
{
    if (d->range.isEmpty()) {
        return tr("Events over time appear here");
    }
    d->countNow();
    quint64 events = 0;
    for (const TimelineBins::Bin &bin : d->bins.bins) {
        events += eventsIn(bin);
    }
    const bool isRead = d->unread.empty();
    const int fullest = fullestBin(d->bins);
    if (fullest < 0) {
        return isRead ? tr("Events over time, no events")
                      : tr("Events over time, no events, parts are not read yet");
    }
    const QString most = shortTimeText(d->bins.startOf(size_t(fullest)), d->range.until, d->zone);
    if (events == 1) {
        return (isRead ? tr("Events over time, 1 event, at %1")
                       : tr("Events over time, 1 event, at %1, parts are not read yet"))
            .arg(most);
    }
    return (isRead ? tr("Events over time, %1 events, most at %2")
                   : tr("Events over time, %1 events, most at %2, parts are not read yet"))
        .arg(QLocale().toString(events), most);
}

QSize Timeline::sizeHint() const
{
    return {scaledPx(kLeastWidth) * 4, scaledPx(kHeight)};
}

QSize Timeline::minimumSizeHint() const
{
    return {scaledPx(kLeastWidth), scaledPx(kLeastHeight)};
}

void Timeline::zoomIn()
{
    d->zoomAround(d->zoomCentre(), kZoomStep);
}

void Timeline::zoomOut()
{
    d->zoomAround(d->zoomCentre(), 1 / kZoomStep);
}

void Timeline::fit()
{
    d->setView(std::nullopt);
}

void Timeline::clearBrush()
{
    d->editBrush({});
}

void Timeline::showDetails()
{
    auto *dialog = new TimelineDetails(bins(), d->zone, this);
    dialog->open();
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (d->range.isEmpty()) {
        paintEmptyTimeline(&painter, d->frame(), hasFocus());
        return;
    }
    d->ensureBins();
    paintTimeline(&painter, d->frame(), d->picture());
}

void Timeline::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const bool hasRange = !d->range.isEmpty();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Details…"), this, &Timeline::showDetails)->setEnabled(hasRange);
    menu->addAction(tr("Clear Selection"),
                    QKeySequence(Qt::Key_Delete),
                    this,
                    &Timeline::clearBrush)
        ->setEnabled(!d->brush.isEmpty());
    menu->addSeparator();
    menu->addAction(tr("Zoom In"), QKeySequence(u"+"_s), this, &Timeline::zoomIn)
        ->setEnabled(hasRange);
    menu->addAction(tr("Zoom Out"), QKeySequence(u"-"_s), this, &Timeline::zoomOut)
        ->setEnabled(isZoomed());
    menu->addAction(tr("Fit"), QKeySequence(u"0"_s), this, &Timeline::fit)->setEnabled(isZoomed());
    menu->popup(isKeyboard ? mapToGlobal(rect().center()) : event->globalPos());
}

void Timeline::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        update();
    }
}

} // namespace playhead
