// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelineaccessible.h"

#include "ui/timeline/timeline_p.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

double secondsOf(Instant at)
{
    return double(toUs(at)) / 1e6;
}

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *timeline = qobject_cast<Timeline *>(object);
    return timeline ? new TimelineAccessible(timeline) : nullptr; // The cache takes it.
}

} // namespace

void installTimelineAccessible()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

TimelineAccessible::TimelineAccessible(Timeline *timeline)
    : QAccessibleWidget(timeline, QAccessible::Grouping)
    , m_timeline(timeline)
{}

TimelineAccessible::~TimelineAccessible()
{
    for (const auto &[part, id] : m_made) {
        QAccessible::deleteAccessibleInterface(id);
    }
}

QList<TimelinePart> TimelineAccessible::parts() const
{
    QList<TimelinePart> all{{TimelinePart::Kind::Summary}};
    if (m_timeline && !m_timeline->d->range.isEmpty()) {
        all.append({TimelinePart::Kind::BrushStart});
        all.append({TimelinePart::Kind::BrushEnd});
        for (const TimelineFlag &flag : m_timeline->d->flags) {
            all.append({TimelinePart::Kind::Flag, flag.cursorId});
        }
    }
    return all;
}

int TimelineAccessible::childCount() const
{
    return int(parts().size());
}

QAccessibleInterface *TimelineAccessible::child(int index) const
{
    const QList<TimelinePart> all = parts();
    return index >= 0 && index < all.size() ? interfaceOf(all[index]) : nullptr;
}

QAccessibleInterface *TimelineAccessible::interfaceOf(const TimelinePart &part) const
{
    for (const auto &[made, id] : m_made) {
        if (made == part) {
            return QAccessible::accessibleInterface(id);
        }
    }
    auto *made = new TimelinePartAccessible(m_timeline, part); // The cache takes it.
    m_made.append({part, QAccessible::registerAccessibleInterface(made)});
    return made;
}

int TimelineAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *part = dynamic_cast<const TimelinePartAccessible *>(child);
    return part ? int(parts().indexOf(part->part())) : -1;
}

QAccessibleInterface *TimelineAccessible::focusChild() const
{
    if (m_timeline && m_timeline->hasFocus() && m_timeline->d->focusedFlag) {
        return interfaceOf({TimelinePart::Kind::Flag, *m_timeline->d->focusedFlag});
    }
    return QAccessibleWidget::focusChild();
}

QAccessibleInterface *TimelineAccessible::childAt(int x, int y) const
{
    for (int i = childCount() - 1; i >= 0; --i) {
        if (QAccessibleInterface *part = child(i); part->rect().contains(x, y)) {
            return part;
        }
    }
    return nullptr;
}

TimelinePartAccessible::TimelinePartAccessible(Timeline *timeline, TimelinePart part)
    : m_timeline(timeline)
    , m_part(part)
{}

bool TimelinePartAccessible::isValid() const
{
    return m_timeline
           && (m_part.kind != TimelinePart::Kind::Flag || m_timeline->d->flagOf(m_part.cursorId));
}

QWindow *TimelinePartAccessible::window() const
{
    return m_timeline ? m_timeline->window()->windowHandle() : nullptr;
}

QAccessibleInterface *TimelinePartAccessible::parent() const
{
    return m_timeline ? QAccessible::queryAccessibleInterface(m_timeline) : nullptr;
}

std::optional<Instant> TimelinePartAccessible::place() const
{
    if (!isValid() || !isSlider()) {
        return std::nullopt;
    }
    const Timeline::Private &d = *m_timeline->d;
    if (m_part.kind == TimelinePart::Kind::Flag) {
        return d.placeOf(*d.flagOf(m_part.cursorId));
    }
    const TimeRange edges = d.brush.isEmpty() ? m_timeline->shownRange() : d.brush;
    return m_part.kind == TimelinePart::Kind::BrushStart ? edges.since : edges.until;
}

QString TimelinePartAccessible::name() const
{
    switch (m_part.kind) {
    case TimelinePart::Kind::Summary:
        return m_timeline->summary();
    case TimelinePart::Kind::BrushStart:
        return Timeline::tr("Selected from");
    case TimelinePart::Kind::BrushEnd:
        return Timeline::tr("Selected until");
    case TimelinePart::Kind::Flag:
        break;
    }
    return Timeline::tr("Cursor %1").arg(m_timeline->d->flagOf(m_part.cursorId)->name);
}

QString TimelinePartAccessible::description() const
{
    const Timeline::Private &d = *m_timeline->d;
    if (m_part.kind != TimelinePart::Kind::Flag) {
        return isSlider() && d.brush.isEmpty() ? Timeline::tr("Nothing is selected") : QString();
    }
    const TimelineFlag &flag = *d.flagOf(m_part.cursorId);
    const QString state = flag.isActive ? Timeline::tr("Active cursor") : QString();
    return d.isShown(d.placeOf(flag)) ? state : Timeline::tr("Outside of the shown range");
}

QString TimelinePartAccessible::text(QAccessible::Text kind) const
{
    if (!isValid()) {
        return {};
    }
    switch (kind) {
    case QAccessible::Name:
        return name();
    case QAccessible::Description:
        return description();
    case QAccessible::Value:
        return isSlider() ? shortTimeText(*place(), m_timeline->d->range.until, m_timeline->d->zone)
                          : QString();
    default:
        return {};
    }
}

QRect TimelinePartAccessible::rect() const
{
    if (!isValid()) {
        return {};
    }
    const Timeline::Private &d = *m_timeline->d;
    const TimelineFrame frame = d.frame();
    QRectF here;
    if (!isSlider()) {
        here = frame.plot;
    } else if (d.isShown(*place())) {
        here = frame.handleAt(d.scale().xOf(*place()));
    }
    if (m_part.kind == TimelinePart::Kind::Flag) {
        const QList<qsizetype> shown = d.shownFlags();
        for (const FlagLabel &label : d.flagLabels(shown)) {
            for (const qsizetype member : label.members) {
                if (d.flags[shown[member]].cursorId == m_part.cursorId) {
                    here = frame.labelAt(label);
                }
            }
        }
    }
    return here.isEmpty() ? QRect()
                          : here.toAlignedRect().translated(m_timeline->mapToGlobal(QPoint(0, 0)));
}

QAccessible::Role TimelinePartAccessible::role() const
{
    return isSlider() ? QAccessible::Slider : QAccessible::StaticText;
}

QAccessible::State TimelinePartAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.invisible = !m_timeline->isVisible();
    state.offscreen = isSlider() && !m_timeline->d->isShown(*place());
    state.readOnly = !isSlider();
    if (m_part.kind == TimelinePart::Kind::Flag) {
        state.focusable = true;
        state.focused = m_timeline->hasFocus() && m_timeline->d->focusedFlag == m_part.cursorId;
    }
    return state;
}

void *TimelinePartAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ValueInterface && isSlider()) {
        return static_cast<QAccessibleValueInterface *>(this);
    }
    if (type == QAccessible::ActionInterface && m_part.kind == TimelinePart::Kind::Flag) {
        return static_cast<QAccessibleActionInterface *>(this);
    }
    return nullptr;
}

QVariant TimelinePartAccessible::currentValue() const
{
    const auto at = place();
    return at ? QVariant(secondsOf(*at)) : QVariant();
}

void TimelinePartAccessible::setCurrentValue(const QVariant &value)
{
    bool isNumber = false;
    const double seconds = value.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(seconds) || !isValid() || !isSlider()) {
        return;
    }
    Timeline::Private &d = *m_timeline->d;
    const double inside = std::clamp(seconds, secondsOf(d.range.since), secondsOf(d.range.until));
    const Instant at = std::clamp(instantFromUs(std::llround(inside * 1e6)),
                                  d.range.since,
                                  d.range.until);
    if (m_part.kind == TimelinePart::Kind::Flag) {
        d.moveFlagTo(m_part.cursorId, at);
        return;
    }
    const bool isStart = m_part.kind == TimelinePart::Kind::BrushStart;
    const TimeRange before = d.brush.isEmpty() ? m_timeline->shownRange() : d.brush;
    d.editBrush(brushWithEdge(isStart ? BrushPart::Start : BrushPart::End, before, at, d.grid()));
}

QVariant TimelinePartAccessible::maximumValue() const
{
    return isValid() ? QVariant(secondsOf(m_timeline->d->range.until)) : QVariant();
}

QVariant TimelinePartAccessible::minimumValue() const
{
    return isValid() ? QVariant(secondsOf(m_timeline->d->range.since)) : QVariant();
}

QVariant TimelinePartAccessible::minimumStepSize() const
{
    return isValid() ? QVariant(double(m_timeline->d->binLength().count()) / 1e6) : QVariant();
}

QStringList TimelinePartAccessible::actionNames() const
{
    return {pressAction(), setFocusAction()};
}

void TimelinePartAccessible::doAction(const QString &name)
{
    if (!isValid() || m_part.kind != TimelinePart::Kind::Flag) {
        return;
    }
    Timeline::Private &d = *m_timeline->d;
    const bool isMoved = d.moved && d.moved->cursorId == m_part.cursorId;
    if (name == setFocusAction()) {
        m_timeline->setFocus(Qt::OtherFocusReason);
        d.focusFlag(m_part.cursorId);
    } else if (name == pressAction() && isMoved) {
        d.dropFlag();
    } else if (name == pressAction()) {
        emit m_timeline->flagChosen(m_part.cursorId);
    }
}

QStringList TimelinePartAccessible::keyBindingsForAction(const QString &) const
{
    return {};
}

void Timeline::Private::tellValueChanged(std::optional<qint64> cursorId) const
{
    if (!QAccessible::isActive()) {
        return;
    }
    auto *group = dynamic_cast<TimelineAccessible *>(QAccessible::queryAccessibleInterface(q));
    if (!group || range.isEmpty()) {
        return;
    }
    const auto tell = [group](const TimelinePart &part) {
        QAccessibleInterface *changed = group->interfaceOf(part);
        QAccessibleValueChangeEvent event(changed, changed->valueInterface()->currentValue());
        QAccessible::updateAccessibility(&event);
    };
    if (cursorId) {
        tell({TimelinePart::Kind::Flag, *cursorId});
    } else {
        tell({TimelinePart::Kind::BrushStart});
        tell({TimelinePart::Kind::BrushEnd});
    }
}

void Timeline::Private::tellFocusChanged() const
{
    if (!QAccessible::isActive() || !q->hasFocus()) {
        return;
    }
    auto *group = dynamic_cast<TimelineAccessible *>(QAccessible::queryAccessibleInterface(q));
    QAccessibleInterface *focused = group && focusedFlag ? group->interfaceOf(
                                        {TimelinePart::Kind::Flag, *focusedFlag})
                                                         : group;
    if (focused) {
        QAccessibleEvent event(focused, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace playhead
