// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/theme.h"
#include "ui/timeline/timeline_p.h"
#include "ui/timeline/timelinebars.h"

#include <algorithm>

// What the timeline shows and where: the view, its bins and the picture that is painted.

namespace playhead {

namespace {
constexpr int kLeastTickGap = 68;
} // namespace

TimeRange Timeline::Private::fittedView() const
{
    return alignedRange(range, binLengthFor(range.until - range.since, frame().plot.width()), zone);
}

TimelineScale Timeline::Private::scale() const
{
    const QRectF plot = frame().plot;
    return {view(), plot.left(), plot.width()};
}

Duration Timeline::Private::binLength() const
{
    const TimeRange &shown = zoomed ? *zoomed : range;
    return binLengthFor(shown.until - shown.since, frame().plot.width());
}

TimelineGrid Timeline::Private::grid() const
{
    const Duration bin = binLength();
    return {range, alignedRange(view(), bin, zone).since, bin};
}

bool Timeline::Private::isShown(Instant at) const
{
    const TimeRange shown = view();
    return shown.since <= at && at <= shown.until && !shown.isEmpty();
}

const TimelineFlag *Timeline::Private::flagOf(qint64 cursorId) const
{
    const auto found = std::find_if(flags.begin(),
                                    flags.end(),
                                    [cursorId](const TimelineFlag &flag) {
                                        return flag.cursorId == cursorId;
                                    });
    return found == flags.end() ? nullptr : &*found;
}

Instant Timeline::Private::placeOf(const TimelineFlag &flag) const
{
    return moved && moved->cursorId == flag.cursorId ? moved->at : flag.at;
}

QList<qsizetype> Timeline::Private::shownFlags() const
{
    QList<qsizetype> shown;
    for (qsizetype i = 0; i < flags.size(); ++i) {
        if (isShown(placeOf(flags[i]))) {
            shown.append(i);
        }
    }
    return shown;
}

QList<FlagLabel> Timeline::Private::flagLabels(const QList<qsizetype> &shown) const
{
    const TimelineScale here = scale();
    QList<FlagPlace> places;
    for (const qsizetype i : shown) {
        const TimelineFlag &flag = flags[i];
        const bool isMoved = moved && moved->cursorId == flag.cursorId;
        const QString text =
            isMoved ? tr("%1 to %2").arg(flag.name, shortTimeText(moved->at, range.until, zone))
                    : flag.name;
        places.append({here.xOf(placeOf(flag)), text, flag.isActive});
    }
    constexpr qreal kMargin = 3;
    return layoutFlags(places, kMargin, q->width() - kMargin, [](const QString &text) {
        return flagWidth(text, true); // The bolder form, so that activating moves no label.
    });
}

std::optional<Instant> Timeline::Private::nowMark() const
{
    const bool isNow = !range.isEmpty() && std::chrono::abs(range.until - now) < binLength();
    return isNow && isShown(range.until) ? std::optional(range.until) : std::nullopt;
}

TimelinePicture Timeline::Private::picture()
{
    TimelinePicture picture;
    picture.scale = scale();
    picture.bins = &bins;
    const int fullest = fullestBin(bins);
    picture.counts = CountScale::upTo(fullest < 0 ? 0 : eventsIn(bins.bins[size_t(fullest)]),
                                      isSquareRoot);
    picture.ticks = timeTicks(picture.scale, zone, scaledPx(kLeastTickGap));
    picture.nowMark = nowMark();
    picture.unread = unread;
    picture.brush = brush;
    picture.hasFocus = q->hasFocus();
    addFlags(picture);
    return picture;
}

void Timeline::Private::addFlags(TimelinePicture &picture) const
{
    const QList<qsizetype> shown = shownFlags();
    picture.labels = flagLabels(shown);
    for (const qsizetype i : shown) {
        picture.flags.append({picture.scale.xOf(placeOf(flags[i])), flags[i].isActive, false});
    }
    for (qsizetype i = 0; i < picture.labels.size(); ++i) {
        const FlagLabel &label = picture.labels[i];
        picture.flags[label.leader].isInStrip = true;
        for (const qsizetype member : label.members) {
            if (focusedFlag == flags[shown[member]].cursorId) {
                picture.focusedLabel = i;
            }
        }
    }
    if (const TimelineFlag *flag = moved ? flagOf(moved->cursorId) : nullptr) {
        picture.movedOver = {std::min(flag->at, moved->at), std::max(flag->at, moved->at)};
    }
}

void Timeline::Private::countNow()
{
    if (refreshTimer.isActive()) {
        countedRange = {};
    }
    ensureBins();
}

void Timeline::Private::ensureBins()
{
    const Duration length = binLength();
    const TimeRange wanted = alignedRange(view(), length, zone);
    const size_t count = wanted.isEmpty() ? 0 : size_t(binCount(wanted, length));
    if (wanted == countedRange && count == countedBins) {
        return;
    }
    countedRange = wanted;
    countedBins = count;
    bins = source && count > 0 ? source(wanted, int(count)) : TimelineBins{};
}

void Timeline::Private::setView(std::optional<TimeRange> newView)
{
    const TimeRange limits = fittedView();
    if (newView && newView->since <= limits.since && newView->until >= limits.until) {
        newView.reset();
    }
    if (zoomed != newView) {
        zoomed = newView;
        q->update();
        emit q->shownRangeChanged();
    }
}

void Timeline::Private::zoomAround(Instant fixed, double factor)
{
    if (!range.isEmpty()) {
        setView(zoomedView(view(), fittedView(), fixed, factor));
    }
}

Instant Timeline::Private::zoomCentre() const
{
    const TimeRange shown = view();
    const Instant middle = shown.since + (shown.until - shown.since) / 2;
    const Instant ofBrush = brush.since + (brush.until - brush.since) / 2;
    return !brush.isEmpty() && shown.contains(ofBrush) ? ofBrush : middle;
}

void Timeline::Private::keepInView(Instant at)
{
    if (zoomed) {
        const Duration early = std::max(zoomed->since - at, Duration(0));
        const Duration late = std::max(at - zoomed->until, Duration(0));
        setView(pannedView(*zoomed, fittedView(), late - early));
    }
}

void Timeline::Private::editBrush(const TimeRange &edited) const
{
    if (brush != edited) {
        q->setBrush(edited);
        emit q->brushEdited(brush);
    }
}

} // namespace playhead
