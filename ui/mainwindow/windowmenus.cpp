// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/windowmenus.h"

#include "ui/shared/actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WindowMenus)
};

void add(QMenu *menu, const Actions &actions, std::initializer_list<ActionId> ids)
{
    for (const ActionId id : ids) {
        menu->addAction(actions[id]);
    }
}

void fillEdit(QMenu *menu, const Actions &actions)
{
    add(menu, actions, {ActionId::Undo, ActionId::Redo});
    menu->addSeparator();
    add(menu,
        actions,
        {ActionId::CopyEventJson,
         ActionId::CopyEventId,
         ActionId::CopyRow,
         ActionId::CopyTime,
         ActionId::CopyCurl,
         ActionId::SelectAll});
    menu->addSeparator();
    add(menu,
        actions,
        {ActionId::Filter,
         ActionId::FilterByValue,
         ActionId::ExcludeValue,
         ActionId::ClearFilter,
         ActionId::FetchFilterPart});
    menu->addSeparator();
    add(menu, actions, {ActionId::FindInDetail, ActionId::FindNext, ActionId::FindPrevious});
}

void fillTimeline(QMenu *menu, const Actions &actions)
{
    add(menu, actions, {ActionId::Timeline, ActionId::TimelineSquareRoot});
    menu->addSeparator();
    add(menu,
        actions,
        {ActionId::TimelineZoomIn, ActionId::TimelineZoomOut, ActionId::TimelineFit});
}

QMenu *fillView(QMenu *menu, const Actions &actions)
{
    add(menu,
        actions,
        {ActionId::Fetch,
         ActionId::FetchAgain,
         ActionId::Stop,
         ActionId::LiveTail,
         ActionId::SentRequests,
         ActionId::FetchLimits});
    menu->addSeparator();
    QMenu *time = menu->addMenu(Text::tr("&Time"));
    add(time,
        actions,
        {ActionId::TimeLocal, ActionId::TimeUtc, ActionId::TimeRelative, ActionId::TimeDelta});
    time->addSeparator();
    add(time, actions, {ActionId::NextTimeMode});
    QMenu *columns = menu->addMenu(Text::tr("&Columns"));
    QMenu *rows = menu->addMenu(Text::tr("&Row Height"));
    add(rows, actions, {ActionId::RowsNormal, ActionId::RowsCompact});
    fillTimeline(menu->addMenu(Text::tr("Time&line")), actions);
    menu->addSeparator();
    add(menu, actions, {ActionId::Sidebar, ActionId::Detail, ActionId::DetailAtBottom});
    QMenu *tab = menu->addMenu(Text::tr("Detail T&ab"));
    add(tab, actions, {ActionId::DetailTree, ActionId::DetailJson});
    menu->addSeparator();
    QMenu *theme = menu->addMenu(Text::tr("T&heme"));
    add(theme, actions, {ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark});
    add(menu, actions, {ActionId::NextPane, ActionId::PreviousPane, ActionId::FullScreen});
    return columns;
}

void fillCursor(QMenu *menu, const Actions &actions, OpenMenus *open)
{
    add(menu,
        actions,
        {ActionId::NewCursorHere,
         ActionId::SetCursorHere,
         ActionId::GoToCursor,
         ActionId::NextCursor});
    menu->addSeparator();
    add(menu,
        actions,
        {ActionId::Rewind,
         ActionId::MoveToNewest,
         ActionId::FetchFromCursor,
         ActionId::EditCursor,
         ActionId::CursorHistory,
         ActionId::SavePosition,
         ActionId::SavedPlaces,
         ActionId::RecoverCursor,
         ActionId::RecoverNewCursor,
         ActionId::AuditCursor,
         ActionId::CopyCursorId});
    open->copyCursor = menu->addMenu(Text::tr("C&opy It As"));
    open->between = menu->addMenu(Text::tr("&Between It and"));
    menu->addSeparator();
    add(menu, actions, {ActionId::DeleteCursor});
    menu->addSeparator();
    add(menu, actions, {ActionId::ImportCursors, ActionId::ExportCursors});
}

} // namespace

OpenMenus fillMenuBar(QMenuBar *bar, const Actions &actions)
{
    OpenMenus open;
    QMenu *file = bar->addMenu(Text::tr("&File"));
    add(file, actions, {ActionId::NewEnvironment, ActionId::EditEnvironment});
    open.environments = file->addMenu(Text::tr("S&witch Environment"));
    file->addSeparator();
    add(file, actions, {ActionId::OpenCapture});
    open.recent = file->addMenu(Text::tr("Open &Recent"));
    add(file, actions, {ActionId::Export});
    file->addSeparator();
    add(file, actions, {ActionId::CloseCapture});
    file->addSeparator();
    add(file, actions, {ActionId::Quit});
    fillEdit(bar->addMenu(Text::tr("&Edit")), actions);
    open.columns = fillView(bar->addMenu(Text::tr("&View")), actions);
    fillCursor(bar->addMenu(Text::tr("&Cursor")), actions, &open);
    add(bar->addMenu(Text::tr("&Tools")),
        actions,
        {ActionId::StartDemo,
         ActionId::ServeSlice,
         ActionId::Faults,
         ActionId::StopLocalApi,
         ActionId::RequestLog});
    QMenu *help = bar->addMenu(Text::tr("&Help"));
    add(help, actions, {ActionId::FilterLanguage, ActionId::Shortcuts});
    help->addSeparator();
    add(help, actions, {ActionId::About});
    return open;
}

} // namespace playhead
