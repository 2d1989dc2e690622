// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "model/core/ids.h"
#include "model/events/commonfields.h"
#include "model/events/typecatalogue.h"

#include <QTimeZone>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace playhead {

/// One event as the detail shows it. `raw` is a copy of the stored bytes, so that the pane depends on no store.
struct DetailEvent
{
    EventId id;
    QByteArray type;
    Family family = Family::Other;
    Instant createdAt{};
    OrganizationId organization; ///< Empty = no organization.
    QByteArray raw;

    bool operator==(const DetailEvent &) const = default;
};

/// What several selected events have in common.
struct SelectionSummary
{
    quint64 events = 0;
    quint64 types = 0; ///< How many different ones.
    QByteArray type; ///< The common one; empty when there are several.
    Family family = Family::Other; ///< Of the common type.
    quint64 organizations = 0; ///< How many different ones; "No organization" counts as one.
    OrganizationId organization; ///< The common one; empty for none or several.
    Instant first{}; ///< created_at of the oldest and the newest.
    Instant last{};

    bool operator==(const SelectionSummary &) const = default;
};

/// Shows the selected event: its head, a tree of its values and its exact bytes.
class DetailPane : public QWidget
{
    Q_OBJECT

public:
    enum class Placement {
        Right,
        Bottom
    };
    enum class Tab {
        Tree,
        Json
    };

    /// `clock` outlives the pane; relative times are measured against it.
    explicit DetailPane(const Clock &clock, QWidget *parent = nullptr);
    ~DetailPane() override;

    void setEvent(const DetailEvent &event);
    void setSelectionSummary(const SelectionSummary &summary);
    /// What the events of the shown summary share; "Comparing the events…" stands there until then.
    void setCommonFields(const CommonFields &common);
    void clear();

    /// Beside the table (full head) or under it (a head of one line, with the tabs in it).
    void setPlacement(Placement placement);
    /// The zone in which times are shown; local at first.
    void setTimeZone(const QTimeZone &zone);
    /// Gives an organization's name, empty when it is not known; asked on the window's thread.
    void setOrganizationNames(std::function<QString(const OrganizationId &)> nameOf);
    /// A name or an alias of an organization changed: writes anew what is shown.
    void updateTexts();
    /// "Set cursor here" needs an active cursor.
    void setHasActiveCursor(bool hasActiveCursor);

    Tab tab() const;
    void setTab(Tab tab);
    /// The stored bytes of the shown event; empty when there is none.
    QByteArray eventBytes() const;

public slots:
    void copyEventJson(); ///< The stored bytes, whatever the view shows.
    void copyEventId();
    void openFind(); ///< Ctrl+Shift+F; shows the JSON tab with its find bar.
    void findNext();
    void findPrevious();

signals:
    void setCursorHereRequested(const playhead::EventId &event);
    void newCursorHereRequested(const playhead::EventId &event);
    /// As JsonTreeView::valueFilterRequested().
    void valueFilterRequested(const QString &path, const QString &value, bool isExcluded);
    void columnRequested(const QString &path); ///< See JsonTreeView.
    void leaveRequested(); ///< Esc or Shift+Enter: back to the table.

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
