// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchlimits.h"
#include "model/events/eventfilter.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class QSettings;

namespace playhead {

/// How wide the window is: each class keeps its own splitters (design, section 2).
enum class WidthClass {
    Narrow, ///< Below 1200.
    Normal,
    Wide ///< From 1900.
};

/// What the window remembers of the person, beside cursors and environments: looks, places and pickers. Never a key or a
/// secret. Values that make no sense fall back to the default and are logged. Window's thread.
class Settings
{
public:
    Settings();
    ~Settings();
    Settings(const Settings &) = delete;
    Settings &operator=(const Settings &) = delete;

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    TimeMode timeMode() const;
    void setTimeMode(TimeMode mode);
    bool hasCompactRows() const;
    void setCompactRows(bool isCompact);
    bool isTimelineShown() const;
    void setTimelineShown(bool isShown);
    bool hasSquareRootScale() const; ///< Of the timeline.
    void setSquareRootScale(bool hasSquareRootScale);
    qint64 lastEnvironment() const; ///< 0 = none.
    void setLastEnvironment(qint64 id);
    FetchLimits fetchLimits() const;
    void setFetchLimits(const FetchLimits &limits);
    QString exportFolder() const; ///< Empty = never exported.
    void setExportFolder(const QString &folder);

    QStringList recentCaptures() const; ///< Paths, the last opened first; ten at most.
    void addRecentCapture(const QString &path);
    void removeRecentCapture(const QString &path);

    /// What was served last but the events, in its own form; empty = nothing yet.
    QByteArray serveChoice() const;
    void setServeChoice(const QByteArray &choice);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    /// State of a splitter by its object name; empty = the design's sizes.
    QByteArray splitter(const QString &name, WidthClass width) const;
    void setSplitter(const QString &name, WidthClass width, const QByteArray &state);
    /// Empty = by the window's width.
    std::optional<bool> isSidebarShown(WidthClass width) const;
    void setSidebarShown(WidthClass width, bool isShown);
    bool isDetailShown() const;
    void setDetailShown(bool isShown);
    std::optional<bool> isDetailAtBottom(WidthClass width) const;
    void setDetailAtBottom(WidthClass width, bool isAtBottom);
    QByteArray sidebarState() const;
    void setSidebarState(const QByteArray &state);

    QByteArray columns(qint64 environmentId) const;
    void setColumns(qint64 environmentId, const QByteArray &state);
    EventFilter filter(qint64 environmentId) const;
    void setFilter(qint64 environmentId, const EventFilter &filter);
    QStringList recentFilters(
        qint64 environmentId) const; ///< Filters that were entered, the newest first.
    void addRecentFilter(qint64 environmentId,
                         const QString &text); ///< Of kMostRecentFilters the oldest goes.
    static constexpr qsizetype kMostRecentFilters = 20;
    qint64 activeCursor(qint64 environmentId) const; ///< 0 = none.
    void setActiveCursor(qint64 environmentId, qint64 cursorId);
    /// The pickers of the fetch row, and what was picked at the last fetch, in their own form; empty = never picked.
    QByteArray fetchChoice(qint64 environmentId) const;
    void setFetchChoice(qint64 environmentId, const QByteArray &choice);
    QByteArray lastFetch(qint64 environmentId) const;
    void setLastFetch(qint64 environmentId, const QByteArray &choice);

private:
    bool boolean(const QString &key, bool fallback) const;
    std::unique_ptr<QSettings> m_stored;
};

/// The person's settings; kept in the platform's usual place. Opened at the first call.
Settings &settings();

} // namespace playhead
