// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/actions.h"

#include "ui/shared/actionspec.h"
#include "ui/shared/icons.h"

#include <QAction>
#include <QActionGroup>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr ActionSpec kSpecs[] = {
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
    {ActionId::OpenCapture,
     "openCapture",
     PH_TR("&Open Capture…"),
     "Ctrl+O",
     PH_TR("Open files of events where they lie, for reading only"),
     "open"},
    {ActionId::CloseCapture,
     "closeCapture",
     PH_TR("Close Ca&pture"),
     "",
     PH_TR("Take the open capture out of the list; its file and cursors stay"),
     ""},
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
     PH_TR("Copy Event &JSON"),
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
     PH_TR("Copy Ro&w"),
     "",
     PH_TR("Copy the selected rows as they are shown, parted by tabs"),
     ""},
    {ActionId::CopyTime,
     "copyTime",
     PH_TR("Copy Ti&me"),
     "",
     PH_TR("Copy the events' times as ISO 8601 UTC"),
     ""},
    {ActionId::CopyCurl,
     "copyCurl",
     PH_TR("Copy as &cURL"),
     "",
     PH_TR("Copy a request that asks the server for the selected events"),
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
     PH_TR("Filter the loaded events in the filter language"),
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
    {ActionId::FetchFilterPart,
     "fetchFilterPart",
     PH_TR("Fetc&h with the Filter's Types and Range"),
     "",
     PH_TR("Pick what the filter says of types, organization and range, and fetch it"),
     "fetch"},
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
    {ActionId::MoveToNewest,
     "moveToNewest",
     PH_TR("&Move to Newest…"),
     "",
     PH_TR("Move the active cursor after its newest stored event, with a preview"),
     "forward"},
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
    {ActionId::CursorHistory,
     "cursorHistory",
     PH_TR("&History…"),
     "",
     PH_TR("Show what changed the active cursor when and why"),
     "history"},
    {ActionId::SavePosition,
     "savePosition",
     PH_TR("&Save Position As…"),
     "",
     PH_TR("Keep the place of the active cursor under a name"),
     "save"},
    {ActionId::SavedPlaces,
     "savedPlacesList",
     PH_TR("Saved P&laces…"),
     "",
     PH_TR("Rename or remove saved places, or move the active cursor to one"),
     ""},
    {ActionId::RecoverCursor,
     "recoverCursor",
     PH_TR("Reco&ver…"),
     "",
     PH_TR("Choose a new place for the active cursor, whose event WorkOS no longer has"),
     "playhead"},
    {ActionId::RecoverNewCursor,
     "recoverNewCursor",
     PH_TR("Recover a Thro&wn-Away Cursor…"),
     "",
     PH_TR("Make a new cursor from what is still known of a consumer that lost its own"),
     ""},
    {ActionId::AuditCursor,
     "auditCursor",
     PH_TR("Safety A&udit…"),
     "",
     PH_TR("Name events that a consumer with the active cursor never saw, as they came late"),
     ""},
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
    {ActionId::ImportCursors,
     "importCursors",
     PH_TR("&Import Cursors…"),
     "",
     PH_TR("Take cursors and saved places in from a file, with its plan shown before"),
     ""},
    {ActionId::ExportCursors,
     "exportCursors",
     PH_TR("Ex&port Cursors…"),
     "",
     PH_TR("Write the environment's cursors and saved places to a file"),
     ""},
    {ActionId::StartDemo,
     "startDemo",
     PH_TR("Start &Demo"),
     "",
     PH_TR("Open made-up events of a server inside Playhead, without an account"),
     "demo"},
    {ActionId::ServeSlice,
     "serveSlice",
     PH_TR("Ser&ve a Slice…"),
     "",
     PH_TR("Serve events of this window to your own consumer, on this computer"),
     "server"},
    {ActionId::Faults,
     "faults",
     PH_TR("&Faults…"),
     "",
     PH_TR("Choose what the local Events API does wrong on purpose"),
     "warning"},
    {ActionId::StopLocalApi,
     "stopLocalApi",
     PH_TR("S&top Local Events API"),
     "",
     PH_TR("Serve nothing any more"),
     "stop"},
    {ActionId::RequestLog,
     "requestLog",
     PH_TR("Its &Request Log"),
     "",
     PH_TR("Show what the local Events API was asked and what it answered"),
     "history"},
    {ActionId::FilterLanguage,
     "filterLanguage",
     PH_TR("&Filter Language"),
     "",
     PH_TR("Show the fields, operators and examples of filters"),
     "filter"},
    {ActionId::Shortcuts,
     "shortcuts",
     PH_TR("&Keyboard Shortcuts"),
     "Ctrl+?",
     PH_TR("List every shortcut"),
     "help"},
    {ActionId::About, "about", PH_TR("&About Playhead"), "", PH_TR("Version and licence"), "info"},
};

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const std::span<const ActionSpec> specs :
         {std::span<const ActionSpec>(kSpecs), viewActionSpecs()}) {
        for (const ActionSpec &spec : specs) {
            make(spec);
        }
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
    groupChoices({ActionId::RowsNormal, ActionId::RowsCompact});
    groupChoices({ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark});
}

void Actions::make(const ActionSpec &spec)
{
    Q_ASSERT_X(get(spec.id) == nullptr, "Actions", spec.name);
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

void Actions::groupChoices(std::initializer_list<ActionId> ids)
{
    auto *group = new QActionGroup(this);
    for (const ActionId id : ids) {
        group->addAction(get(id));
    }
}

} // namespace playhead
