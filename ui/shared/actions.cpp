// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/actions.h"

#include "ui/shared/icons.h"

#include <QAction>
#include <QActionGroup>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

struct Spec
{
    ActionId id;
    const char *name;
    const char *text;
    const char *shortcut; ///< Portable text; "" = none or a standard key below.
    const char *tip;
    const char *iconName; ///< "" = none.
    bool isCheckable = false;
};

// Marks text for translation; Actions::tr() looks it up.
#define PH_TR(text) QT_TRANSLATE_NOOP("playhead::Actions", text)

constexpr Spec kSpecs[] = {
    {ActionId::NewEnvironment,
     "newEnvironment",
     PH_TR("&New Environment…"),
     "Ctrl+N",
     PH_TR("Connect another WorkOS environment"),
     "plus"},
    {ActionId::EditEnvironment,
     "editEnvironment",
     PH_TR("&Edit Environment…"),
     "",
     PH_TR("Change name, key, base URL or colour of the open environment"),
     "edit"},
    {ActionId::Export,
     "export",
     PH_TR("E&xport…"),
     "Ctrl+E",
     PH_TR("Write selected, shown or loaded events to a file"),
     "export"},
    {ActionId::Quit, "quit", PH_TR("&Quit"), "Ctrl+Q", PH_TR("Close Playhead"), ""},
    {ActionId::Undo,
     "undo",
     PH_TR("&Undo"),
     "Ctrl+Z",
     PH_TR("Take back the last change of a cursor"),
     ""},
    {ActionId::Redo,
     "redo",
     PH_TR("&Redo"),
     "Ctrl+Shift+Z",
     PH_TR("Do the change that was taken back again"),
     ""},
    {ActionId::CopyEventJson,
     "copyEventJson",
     PH_TR("&Copy Event JSON"),
     "Ctrl+C",
     PH_TR("Copy the stored bytes of the selected events"),
     "copy"},
    {ActionId::CopyEventId,
     "copyEventId",
     PH_TR("Copy Event &ID"),
     "Ctrl+Shift+C",
     PH_TR("Copy the ids of the selected events"),
     ""},
    {ActionId::CopyRow,
     "copyRow",
     PH_TR("Copy R&ow"),
     "",
     PH_TR("Copy the selected rows as they are shown, parted by tabs"),
     ""},
    {ActionId::CopyTime,
     "copyTime",
     PH_TR("Copy &Time"),
     "",
     PH_TR("Copy the events' times as ISO 8601 UTC"),
     ""},
    {ActionId::SelectAll,
     "selectAll",
     PH_TR("Select &All"),
     "Ctrl+A",
     PH_TR("Select every shown event"),
     ""},
    {ActionId::Filter,
     "filter",
     PH_TR("&Filter"),
     "Ctrl+F",
     PH_TR("Filter the loaded events by text"),
     "filter"},
    {ActionId::FilterByValue,
     "filterByValue",
     PH_TR("Filter by &Value"),
     "Ctrl+Return",
     PH_TR("Show only events with the value under the focus"),
     ""},
    {ActionId::ExcludeValue,
     "excludeValue",
     PH_TR("E&xclude Value"),
     "Ctrl+Shift+Return",
     PH_TR("Hide events with the value under the focus"),
     ""},
    {ActionId::ClearFilter,
     "clearFilter",
     PH_TR("C&lear Filter"),
     "",
     PH_TR("Show every loaded event"),
     ""},
    {ActionId::FindInDetail,
     "findInDetail",
     PH_TR("Find in &Detail"),
     "Ctrl+Shift+F",
     PH_TR("Find text in the selected event"),
     ""},
    {ActionId::FindNext,
     "findNext",
     PH_TR("Find &Next"),
     "F3",
     PH_TR("Next place in the selected event"),
     ""},
    {ActionId::FindPrevious,
     "findPrevious",
     PH_TR("Find &Previous"),
     "Shift+F3",
     PH_TR("Place before in the selected event"),
     ""},
    {ActionId::Fetch,
     "fetch",
     PH_TR("&Fetch"),
     "F5",
     PH_TR("Ask the server for the events of the fetch row"),
     "fetch"},
    {ActionId::Stop,
     "stop",
     PH_TR("&Stop"),
     "Esc",
     PH_TR("Stop fetching; what has come stays"),
     "stop"},
    {ActionId::TimeLocal,
     "timeLocal",
     PH_TR("&Local"),
     "",
     PH_TR("Show times in the computer's zone"),
     "",
     true},
    {ActionId::TimeUtc, "timeUtc", PH_TR("&UTC"), "", PH_TR("Show times in UTC"), "", true},
    {ActionId::TimeRelative,
     "timeRelative",
     PH_TR("&Relative"),
     "",
     PH_TR("Show how long ago events were"),
     "",
     true},
    {ActionId::TimeDelta,
     "timeDelta",
     PH_TR("&Delta"),
     "",
     PH_TR("Show the time since the row above"),
     "",
     true},
    {ActionId::NextTimeMode,
     "nextTimeMode",
     PH_TR("&Next Time Mode"),
     "Ctrl+Shift+T",
     PH_TR("Show times in the next way"),
     ""},
    {ActionId::CompactRows,
     "compactRows",
     PH_TR("&Compact Rows"),
     "",
     PH_TR("Make the table's rows lower"),
     "",
     true},
    {ActionId::Sidebar,
     "sidebar",
     PH_TR("&Sidebar"),
     "F9",
     PH_TR("Show or hide cursors, types and organizations"),
     "sidebar",
     true},
    {ActionId::Detail,
     "detail",
     PH_TR("&Detail"),
     "Ctrl+I",
     PH_TR("Show or hide the selected event"),
     "panel-right",
     true},
    {ActionId::DetailAtBottom,
     "detailAtBottom",
     PH_TR("Detail at &Bottom"),
     "Ctrl+Shift+I",
     PH_TR("Show the selected event under the table"),
     "panel-bottom",
     true},
    {ActionId::DetailTree,
     "detailTree",
     PH_TR("Detail: &Tree"),
     "Alt+1",
     PH_TR("Show the selected event as a tree"),
     "tree"},
    {ActionId::DetailJson,
     "detailJson",
     PH_TR("Detail: &JSON"),
     "Alt+2",
     PH_TR("Show the selected event's bytes"),
     "braces"},
    {ActionId::ThemeSystem,
     "themeSystem",
     PH_TR("&System"),
     "",
     PH_TR("Light or dark as the system is"),
     "",
     true},
    {ActionId::ThemeLight, "themeLight", PH_TR("&Light"), "", PH_TR("Always light"), "", true},
    {ActionId::ThemeDark, "themeDark", PH_TR("&Dark"), "", PH_TR("Always dark"), "", true},
    {ActionId::NextPane,
     "nextPane",
     PH_TR("&Next Pane"),
     "F6",
     PH_TR("Move the focus to the next part of the window"),
     ""},
    {ActionId::PreviousPane,
     "previousPane",
     PH_TR("&Previous Pane"),
     "Shift+F6",
     PH_TR("Move the focus to the part of the window before"),
     ""},
    {ActionId::FullScreen,
     "fullScreen",
     PH_TR("F&ull Screen"),
     "F11",
     PH_TR("Use the whole screen"),
     "",
     true},
    {ActionId::NewCursorHere,
     "newCursorHere",
     PH_TR("&New Cursor Here…"),
     "Ctrl+Shift+N",
     PH_TR("Save a cursor after the selected event"),
     "cursor-save"},
    {ActionId::SetCursorHere,
     "setCursorHere",
     PH_TR("Set &Active Cursor Here…"),
     "Ctrl+B",
     PH_TR("Move the active cursor after the selected event, with a preview"),
     "playhead"},
    {ActionId::GoToCursor,
     "goToCursor",
     PH_TR("&Go to Cursor"),
     "Ctrl+J",
     PH_TR("Select the active cursor's last processed event"),
     "playhead-fill"},
    {ActionId::NextCursor,
     "nextCursor",
     PH_TR("Ne&xt Cursor"),
     "Ctrl+Shift+J",
     PH_TR("Make the next cursor active and go to it"),
     ""},
    {ActionId::Rewind,
     "rewind",
     PH_TR("&Rewind…"),
     "Ctrl+Shift+B",
     PH_TR("Move the active cursor back, with a preview"),
     "rewind"},
    {ActionId::FetchFromCursor,
     "fetchFromCursor",
     PH_TR("&Fetch from Cursor"),
     "",
     PH_TR("Read what comes after the active cursor"),
     "fetch"},
    {ActionId::EditCursor,
     "editCursor",
     PH_TR("&Edit Cursor…"),
     "",
     PH_TR("Change name, note or place of the active cursor, see its history"),
     "edit"},
    {ActionId::CopyCursorId,
     "copyCursorId",
     PH_TR("&Copy Cursor ID"),
     "",
     PH_TR("Copy the event id at which the active cursor stands"),
     "copy"},
    {ActionId::DeleteCursor,
     "deleteCursor",
     PH_TR("&Delete Cursor"),
     "",
     PH_TR("Delete the active cursor; Undo brings it back"),
     "trash"},
    {ActionId::Shortcuts,
     "shortcuts",
     PH_TR("&Keyboard Shortcuts"),
     "Ctrl+?",
     PH_TR("List every shortcut"),
     "help"},
    {ActionId::About, "about", PH_TR("&About Playhead"), "", PH_TR("Version and licence"), "info"},
};
static_assert(std::size(kSpecs) == kActionCount);

#undef PH_TR

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const Spec &spec : kSpecs) {
        auto *action = new QAction(tr(spec.text), this);
        action->setObjectName(QString::fromLatin1(spec.name));
        action->setShortcut(QKeySequence(QString::fromLatin1(spec.shortcut)));
        action->setStatusTip(tr(spec.tip));
        action->setCheckable(spec.isCheckable);
        if (*spec.iconName != '\0') {
            action->setIcon(icon(QString::fromLatin1(spec.iconName)));
        }
        // Menus stay calm: icons are for bars.
        action->setIconVisibleInMenu(false);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString tip = tr(spec.tip);
        action->setToolTip(keys.isEmpty() ? tip : tr("%1 (%2)").arg(tip, keys));
        m_actions[size_t(spec.id)] = action;
    }
    get(ActionId::Quit)->setMenuRole(QAction::QuitRole);
    get(ActionId::About)->setMenuRole(QAction::AboutRole);
    get(ActionId::Redo)->setShortcuts(QKeySequence::Redo);
    get(ActionId::FullScreen)->setShortcuts(QKeySequence::FullScreen);
    QList<QKeySequence> refresh = QKeySequence::keyBindings(QKeySequence::Refresh);
    refresh.removeAll(QKeySequence(Qt::Key_F5));
    refresh.prepend(QKeySequence(Qt::Key_F5));
    get(ActionId::Fetch)->setShortcuts(refresh);
    groupChoices(
        {ActionId::TimeLocal, ActionId::TimeUtc, ActionId::TimeRelative, ActionId::TimeDelta});
    groupChoices({ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark});
}

void Actions::groupChoices(std::initializer_list<ActionId> ids)
{
    auto *group = new QActionGroup(this);
    for (const ActionId id : ids) {
        group->addAction(get(id));
    }
}

} // namespace playhead
