// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/timeline.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace playhead {

/// What a part of the timeline is to a screen reader.
struct TimelinePart
{
    enum class Kind {
        Summary, ///< A text: what the bars show.
        BrushStart, ///< Sliders, in seconds since 1970 UTC; their text is the time in the shown zone.
        BrushEnd,
        Flag
    };

    Kind kind = Kind::Summary;
    qint64 cursorId = 0; ///< For flags.

    bool operator==(const TimelinePart &) const = default;
};

/// The timeline as a group: the summary, the brush's two edges, then a slider for each flag in time order, also for those
/// outside of the shown range. Qt's accessibility cache owns it.
class TimelineAccessible : public QAccessibleWidget
{
public:
    explicit TimelineAccessible(Timeline *timeline);
    ~TimelineAccessible() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *focusChild() const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *interfaceOf(const TimelinePart &part) const;

private:
    QList<TimelinePart> parts() const;

    QPointer<Timeline> m_timeline;
    mutable QList<std::pair<TimelinePart, QAccessible::Id>> m_made;
};

/// One part of it.
class TimelinePartAccessible
    : public QAccessibleInterface
    , public QAccessibleValueInterface
    , public QAccessibleActionInterface
{
public:
    TimelinePartAccessible(Timeline *timeline, TimelinePart part);

    const TimelinePart &part() const { return m_part; }

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QVariant currentValue() const override;
    /// Moves the brush's edge, or the flag on its way; the flag's preview opens by its action.
    void setCurrentValue(const QVariant &value) override;
    QVariant maximumValue() const override;
    QVariant minimumValue() const override;
    QVariant minimumStepSize() const override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &name) const override;

private:
    bool isSlider() const { return m_part.kind != TimelinePart::Kind::Summary; }
    std::optional<Instant> place() const;
    QString name() const;
    QString description() const;

    QPointer<Timeline> m_timeline;
    TimelinePart m_part;
};

/// Lets Qt make these interfaces for timelines. Any number of times.
void installTimelineAccessible();

} // namespace playhead
