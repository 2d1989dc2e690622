// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <array>

class QAction;
class QActionGroup;

namespace playhead {

struct ActionSpec;

/// Every action of the window. Each is made once; menus, bars and context menus share it.
enum class ActionId {
    NewEnvironment,
    EditEnvironment,
    OpenCapture,
    CloseCapture,
    Export,
    Quit,
    Undo,
    Redo,
    CopyEventJson,
    CopyEventId,
    CopyRow,
    CopyTime,
    CopyCurl,
    SelectAll,
    Filter,
    FilterByValue,
    ExcludeValue,
    ClearFilter,
    FetchFilterPart,
    FindInDetail,
    FindNext,
    FindPrevious,
    Fetch,
    FetchAgain,
    FetchLimits,
    Stop,
    LiveTail,
    SentRequests,
    TimeLocal,
    TimeUtc,
    TimeRelative,
    TimeDelta,
    NextTimeMode,
    RowsNormal,
    RowsCompact,
    Timeline,
    TimelineSquareRoot,
    TimelineZoomIn,
    TimelineZoomOut,
    TimelineFit,
    Sidebar,
    Detail,
    DetailAtBottom,
    DetailTree,
    DetailJson,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    NextPane,
    PreviousPane,
    FullScreen,
    NewCursorHere,
    SetCursorHere,
    GoToCursor,
    NextCursor,
    Rewind,
    MoveToNewest,
    FetchFromCursor,
    EditCursor,
    CursorHistory,
    SavePosition,
    SavedPlaces,
    RecoverCursor,
    RecoverNewCursor,
    AuditCursor,
    CopyCursorId,
    DeleteCursor,
    ImportCursors,
    ExportCursors,
    StartDemo,
    ServeSlice,
    Faults,
    StopLocalApi,
    RequestLog,
    FilterLanguage,
    Shortcuts,
    About,
};
constexpr size_t kActionCount = size_t(ActionId::About) + 1;

/// The window's actions with object name, text, shortcut, status tip and icon (design, sections 8 and 9).
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent);

    QAction *get(ActionId id) const { return m_actions[size_t(id)]; }
    QAction *operator[](ActionId id) const { return get(id); }
    const std::array<QAction *, kActionCount> &all() const { return m_actions; }

private:
    void make(const ActionSpec &spec);
    void groupChoices(std::initializer_list<ActionId> ids);

    std::array<QAction *, kActionCount> m_actions{};
};

} // namespace playhead
