// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/mainwindow/fetchchoice.h"
#include "ui/mainwindow/organizationpicker.h"

#include <QTimeZone>
#include <QWidget>

class QAction;
class QHBoxLayout;

namespace playhead {

class EnvironmentSwitcher;
class FetchButton;
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
    void setHasActiveCursor(bool hasActiveCursor);
    void setFetching(bool isFetching);
    /// The pickers changed since the last fetch: Fetch carries a dot.
    void setChangedSinceFetch(bool isChanged);
    /// An action as a button at the right, with its text when there is room.
    void addTool(QAction *action, bool hasText);
    void setNarrow(bool isNarrow);

signals:
    void choiceEdited(const playhead::FetchChoice &choice);
    void fetchRequested();
    void stopRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void edited();

    FetchChoice m_choice;
    EnvironmentSwitcher *m_switcher;
    RangePicker *m_range;
    TypesPicker *m_types;
    OrganizationPicker *m_organization;
    FetchButton *m_fetch;
    QHBoxLayout *m_tools;
    bool m_isNarrow = false;
};

} // namespace playhead
