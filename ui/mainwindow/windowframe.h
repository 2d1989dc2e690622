// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/mainwindow/windowparts.h"
#include "ui/shared/settings.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace playhead {

class DetailPane;
class EventTable;
class FetchBar;
class FilterBar;
class FirstRunPage;
class InlineMessage;
class PaneCycle;
class SidebarPane;
class StatusParts;
class TablePane;
class TimelineRow;

/// The line in the environment's colour over everything. Shows and does nothing else.
class EnvironmentLine : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentLine(QWidget *parent = nullptr);
    void setEnvironment(const std::optional<Environment> &environment);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<Environment> m_environment;
};

/// The window's parts and their places (design, section 2): fetch row, filter row, sidebar, table, detail, status bar.
/// Below 1200 px the sidebar hides and the detail goes under the table, unless a person chose otherwise; each width class
/// keeps its own sizes.
class WindowFrame : public QWidget
{
    Q_OBJECT

public:
    explicit WindowFrame(const WindowParts &parts, QWidget *parent = nullptr);
    ~WindowFrame() override;

    FetchBar &fetchBar() { return *m_fetchBar; }
    FilterBar &filterBar() { return *m_filterBar; }
    SidebarPane &sidebar() { return *m_sidebar; }
    TablePane &tablePane() { return *m_tablePane; }
    TimelineRow &timelineRow() { return *m_timelineRow; }
    EventTable &table() { return *m_table; }
    DetailPane &detail() { return *m_detail; }
    StatusParts &status() { return *m_status; }
    InlineMessage &problemStrip() { return *m_problem; }
    FirstRunPage &firstRunPage() { return *m_firstRun; }

    /// The table and the detail, or the first-run page.
    void setHasEnvironment(bool hasEnvironment);
    bool isSidebarShown() const;
    bool isTimelineShown() const;
    bool isDetailShown() const;
    bool isDetailAtBottom() const;
    /// The window is so low that its parts take less height (design, section 2).
    bool isLow() const { return m_isLow; }
    // A person's choice: kept for this width.
    void setSidebarShown(bool isShown);
    void setTimelineShown(bool isShown);
    void setDetailShown(bool isShown);
    void setDetailAtBottom(bool isAtBottom);
    /// F6: fetch row, filter, timeline, sidebar, table or first-run page, detail.
    void focusPane(bool forward);
    void saveSizes();

signals:
    void arranged(); ///< Places or what is shown changed.

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange(WidthClass width);
    void sizeDetail();
    void placeDetail(bool isAtBottom);
    void placeTimeline();
    void alignToSidebar();
    QString mainSplitterName() const;
    QString rowsSplitterName() const;

    FetchBar *m_fetchBar;
    FilterBar *m_filterBar;
    TimelineRow *m_timelineRow;
    InlineMessage *m_problem;
    SidebarPane *m_sidebar;
    EventTable *m_table;
    TablePane *m_tablePane;
    DetailPane *m_detail;
    FirstRunPage *m_firstRun;
    StatusParts *m_status;
    QSplitter *m_rows; ///< Timeline over the rest.
    QSplitter *m_body;
    QSplitter *m_main;
    QStackedWidget *m_pages;
    PaneCycle *m_panes;
    std::optional<WidthClass> m_width;
    bool m_hasEnvironment = false;
    bool m_isLow = false;
};

} // namespace playhead
