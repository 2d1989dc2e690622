// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/mainwindow/fetchchoice.h"
#include "ui/mainwindow/organizationpicker.h"

#include <QTimeZone>
#include <QWidget>

#include <utility>

class QAction;
class QHBoxLayout;
class QSpacerItem;
class QToolButton;

namespace playhead {

class EnvironmentSwitcher;
class FetchButton;
class LiveButton;
class RangePicker;
class TypeCatalogue;
class TypesPicker;

/// The row that says what is asked of the server: environment, range, types, organization, and the one button that
/// fetches and stops.
class FetchBar : public QWidget
{
    Q_OBJECT

public:
    FetchBar(const TypeCatalogue &catalogue, const Clock &clock, QWidget *parent = nullptr);

    EnvironmentSwitcher &switcher() { return *m_switcher; }

    const FetchChoice &choice() const { return m_choice; }
    void setChoice(const FetchChoice &choice); ///< Without choiceEdited().
    void setKnownOrganizations(const QList<KnownOrganization> &known);
    void setTimeZone(const QTimeZone &zone);
    void setHasEnvironment(bool hasEnvironment);
    /// A capture is open: there is nobody to ask, and each control says so.
    void setCapture(bool isCapture);
    void setHasActiveCursor(bool hasActiveCursor);
    void setFetching(bool isFetching);
    /// The pickers changed since the last fetch: Fetch carries a dot.
    void setChangedSinceFetch(bool isChanged);
    /// The live tail's, beside the Fetch button.
    void setLiveAction(QAction *action);
    /// How an action stands at the right of the row.
    enum class Tool {
        TextWithRoom, ///< With its text, but in a narrow window.
        Icon,
        IconWhenNarrow, ///< Only in a narrow window, where its key is harder to guess.
    };
    void addTool(QAction *action, Tool look);
    void addToolSeparator();
    /// What the "more" button of a narrow window offers.
    void setMoreActions(const QList<QAction *> &actions);
    void setNarrow(bool isNarrow);
    void focusRange(); ///< The keyboard goes to the range picker.

signals:
    void choiceEdited(const playhead::FetchChoice &choice);
    void fetchRequested();
    void stopRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void edited();
    void enablePickers();
    void arrangeTools();

    FetchChoice m_choice;
    EnvironmentSwitcher *m_switcher;
    RangePicker *m_range;
    TypesPicker *m_types;
    OrganizationPicker *m_organization;
    FetchButton *m_fetch;
    LiveButton *m_live = nullptr;
    QHBoxLayout *m_tools;
    QToolButton *m_more;
    QSpacerItem *m_afterSwitcher; ///< The pickers begin a little right of the sidebar's edge.
    QSpacerItem *m_beforeFetch;
    QList<std::pair<QToolButton *, Tool>> m_toolButtons;
    bool m_isNarrow = false;
    bool m_hasEnvironment = false;
    bool m_isCapture = false;
};

} // namespace playhead
