// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "model/cursors/rewind.h"
#include "model/events/eventtablemodel.h"

#include <QKeySequence>
#include <QTimeZone>
#include <QWidget>

#include <memory>

class QMenu;

namespace playhead {

/// One cursor as the sidebar shows it.
struct CursorRow
{
    Cursor cursor;
    std::optional<Lag> lag; ///< Empty while it is not counted yet.
    bool isLost = false; ///< Its event is older than what WorkOS keeps.
    /// Until its place is older than what WorkOS keeps, in whole minutes; empty while it is not known.
    std::optional<Duration> untilLost;
    QString reads; ///< Which events it counts, for people; empty = not said.

    bool operator==(const CursorRow &) const = default;
};

/// The column at the left: cursors, types and organizations of one environment. Shows what it is given and sends orders;
/// rows are updated in place, so that expansion, selection and scroll stay.
class SidebarPane : public QWidget
{
    Q_OBJECT

public:
    /// `catalogue` gives the types' short labels, `clock` tells which day is today; both outlive the pane.
    SidebarPane(const TypeCatalogue &catalogue, const Clock &clock, QWidget *parent = nullptr);
    ~SidebarPane() override;

    void setCursors(const QList<CursorRow> &rows, qint64 activeId);
    void setFacets(const FacetCounts &facets, const EventFilter &filter);
    /// The zone in which times of cursors are shown; local at first.
    void setTimeZone(const QTimeZone &zone);
    /// An event is selected in the table: "Move to selection…" has something to act on.
    void setSelectionAvailable(bool isAvailable);

    /// What the empty list of cursors says to press; Ctrl+B at first.
    void setNewCursorShortcut(const QKeySequence &shortcut);

    /// For saving with the window: which families are open.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

signals:
    /// The new filter, with the text and everything else of the last setFacets() unchanged.
    void filterEdited(const playhead::EventFilter &filter);
    void cursorActivated(qint64 cursorId);
    void newCursorRequested();
    void rewindRequested(qint64 cursorId);
    void editCursorRequested(qint64 cursorId);
    void cursorHistoryRequested(qint64 cursorId);
    void recoverCursorRequested(qint64 cursorId);
    void moveToSelectionRequested(qint64 cursorId);
    void deleteCursorRequested(qint64 cursorId);
    void copyCursorIdRequested(qint64 cursorId);
    void savePlaceRequested(qint64 cursorId);
    void duplicateCursorRequested(qint64 cursorId);
    void cursorMenuOpening(QMenu *menu, qint64 cursorId); ///< As CursorListView::menuOpening().
    void nameOrganizationRequested(const playhead::OrganizationId &organization);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
