// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/detailpane.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/filterbar.h"
#include "ui/mainwindow/mainwindow_p.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/shared/icons.h"
#include "ui/sidebar/sidebarpane.h"

#include <QAction>

namespace playhead {

using namespace Qt::StringLiterals;

void MainWindow::Private::wireLooks()
{
    constexpr ActionId modes[] = {ActionId::TimeLocal,
                                  ActionId::TimeUtc,
                                  ActionId::TimeRelative,
                                  ActionId::TimeDelta};
    for (size_t i = 0; i < std::size(modes); ++i) {
        connect(actions[modes[i]], &QAction::triggered, q, [this, i] { setTimeMode(TimeMode(i)); });
    }
    connect(actions[ActionId::NextTimeMode], &QAction::triggered, q, [this] {
        setTimeMode(TimeMode((int(frame->table().timeMode()) + 1) % 4));
    });
    constexpr ActionId themes[] = {ActionId::ThemeSystem,
                                   ActionId::ThemeLight,
                                   ActionId::ThemeDark};
    actions[themes[size_t(settings().theme())]]->setChecked(true);
    for (size_t i = 0; i < std::size(themes); ++i) {
        connect(actions[themes[i]], &QAction::triggered, q, [i] {
            settings().setTheme(ThemeChoice(i));
            applyTheme(ThemeChoice(i));
        });
    }
    const auto toggle = [this](ActionId id, auto &&order) {
        connect(actions[id], &QAction::triggered, q, order);
    };
    toggle(ActionId::Sidebar, [this](bool isOn) { frame->setSidebarShown(isOn); });
    toggle(ActionId::Detail, [this](bool isOn) { frame->setDetailShown(isOn); });
    toggle(ActionId::DetailAtBottom, [this](bool isOn) { frame->setDetailAtBottom(isOn); });
    toggle(ActionId::FullScreen,
           [this](bool isOn) { isOn ? q->showFullScreen() : q->showNormal(); });
    const auto chooseRows = [this](ActionId id, bool isCompact) {
        connect(actions[id], &QAction::triggered, q, [this, isCompact] {
            settings().setCompactRows(isCompact);
            frame->table().setCompact(isCompact);
        });
    };
    chooseRows(ActionId::RowsNormal, false);
    chooseRows(ActionId::RowsCompact, true);
    connect(actions[ActionId::DetailTree], &QAction::triggered, q, [this] {
        frame->detail().setTab(DetailPane::Tab::Tree);
    });
    connect(actions[ActionId::DetailJson], &QAction::triggered, q, [this] {
        frame->detail().setTab(DetailPane::Tab::Json);
    });
    connect(actions[ActionId::FindInDetail],
            &QAction::triggered,
            &frame->detail(),
            &DetailPane::openFind);
    connect(actions[ActionId::FindNext],
            &QAction::triggered,
            &frame->detail(),
            &DetailPane::findNext);
    connect(actions[ActionId::FindPrevious],
            &QAction::triggered,
            &frame->detail(),
            &DetailPane::findPrevious);
    connect(actions[ActionId::NextPane], &QAction::triggered, q, [this] {
        frame->focusPane(true);
    });
    connect(actions[ActionId::PreviousPane], &QAction::triggered, q, [this] {
        frame->focusPane(false);
    });
    connect(frame, &WindowFrame::arranged, q, [this] {
        actions[ActionId::Sidebar]->setChecked(frame->isSidebarShown());
        actions[ActionId::Detail]->setChecked(frame->isDetailShown());
        actions[ActionId::DetailAtBottom]->setChecked(frame->isDetailAtBottom());
        actions[ActionId::Detail]->setIcon(
            icon(frame->isDetailAtBottom() ? u"panel-bottom"_s : u"panel-right"_s));
    });
    actions[settings().hasCompactRows() ? ActionId::RowsCompact : ActionId::RowsNormal]->setChecked(
        true);
    connect(&frame->status(),
            &StatusParts::shownPressed,
            &frame->filterBar(),
            &FilterBar::focusField);
    connect(&frame->status(), &StatusParts::selectedPressed, q, [this] {
        if (const std::optional<EventRow> row = selection.current()) {
            frame->table().revealEvent(*row);
        }
        frame->table().setFocus(Qt::OtherFocusReason);
    });
    frame->table().setCompact(settings().hasCompactRows());
    frame->sidebar().restoreState(settings().sidebarState());
    setTimeMode(settings().timeMode());
}

void MainWindow::Private::setTimeMode(TimeMode mode)
{
    constexpr ActionId modes[] = {ActionId::TimeLocal,
                                  ActionId::TimeUtc,
                                  ActionId::TimeRelative,
                                  ActionId::TimeDelta};
    const QTimeZone zone = zoneOf(mode);
    settings().setTimeMode(mode);
    actions[modes[size_t(mode)]]->setChecked(true);
    frame->filterBar().setTimeMode(mode);
    frame->table().setTimeMode(mode);
    frame->sidebar().setTimeZone(zone);
    frame->detail().setTimeZone(zone);
    cursors.setTimeZone(zone);
    fetch.setTimeZone(zone);
    requests.setTimeZone(zone);
    tail.setTimeZone(zone);
    filter.setTimeZone(zone);
    timeline.setTimeZone(zone);
}

} // namespace playhead
