// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/timelinebins.h"
#include "ui/timeline/timelineflags.h"

#include <QTimeZone>
#include <QWidget>

#include <memory>
#include <vector>

namespace playhead {

/// Events over time: stacked bars by family, a brush that narrows the table, and the cursors' flags. It shows what a
/// TimelineSource counts and sends orders; it stores no events. The window owns it. Window's thread only.
///
/// Mouse: a drag on an empty place makes a brush, inside it moves it, at its edges resizes it; a double click clears it; the
/// wheel zooms at the pointer, with Shift it pans. Keys: Left and Right move the brush by a bin (Shift: its start, Alt: its
/// end), Delete clears it, + - 0 zoom; Tab goes to the next flag, which Left and Right move, Enter previews and Esc puts back.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(QWidget *parent = nullptr);
    ~Timeline() override;

    /// Asked for bins while painting, only when they are needed. An empty function counts as no events.
    void setSource(TimelineSource source);
    /// What the fetch row asks for. Empty: "Events over time appear here". A zoomed part is kept while it lies inside.
    void setRange(const TimeRange &range);
    /// The range's end is marked `now` when it is less than a bin away.
    void setNow(Instant now);
    /// Events or their filter changed: the bins are asked anew, at most once a frame, and not while hidden.
    void refresh();
    /// Empty = none. Without brushEdited().
    void setBrush(const TimeRange &brush);
    TimeRange brush() const;
    void setFlags(const QList<TimelineFlag> &flags);
    /// Parts of the range that are not read completely, in time order: hatched, since what has no bar there may be missing
    /// only here.
    void setUnread(const std::vector<TimeRange> &unread);
    void setTimeZone(const QTimeZone &zone);
    void setSquareRoot(bool isSquareRoot);

    /// The part of the range that is shown; all of it unless zoomed.
    TimeRange shownRange() const;
    bool isZoomed() const;
    /// The shown bins and what they count now.
    TimelineBins bins() const;
    /// "Events over time, 2,412 events, most at 06:20", and whether parts are not read yet.
    QString summary() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    void zoomIn();
    void zoomOut();
    void fit();
    /// Takes the brush away, with brushEdited().
    void clearBrush();
    /// Opens the shown bins as a table.
    void showDetails();

signals:
    /// By the person, live while dragging; empty when cleared.
    void brushEdited(const playhead::TimeRange &brush);
    void shownRangeChanged();
    /// A click on a bar: its first event shall be selected. The bin holds at least one event.
    void barChosen(const playhead::TimeRange &bin);
    /// A click on a flag, or Enter on one that was not moved: that cursor becomes active.
    void flagChosen(qint64 cursorId);
    /// A flag was dragged and dropped, or moved by keys and entered: opens the rewind preview. The flag is back in its place.
    void flagDropped(qint64 cursorId, playhead::Instant at);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool isNext) override;

private:
    friend class TimelineAccessible;
    friend class TimelinePartAccessible;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
