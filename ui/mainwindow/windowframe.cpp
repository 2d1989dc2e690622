// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/windowframe.h"

#include "ui/detail/detailpane.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/mainwindow/filterbar.h"
#include "ui/mainwindow/firstrunpage.h"
#include "ui/mainwindow/panecycle.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/mainwindow/tablepane.h"
#include "ui/mainwindow/timelinerow.h"
#include "ui/shared/inlinemessage.h"
#include "ui/sidebar/sidebarpane.h"
#include "ui/timeline/timeline.h"

#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

// Design, section 2.
constexpr int kLineHeight = 3;
constexpr int kNarrowBelow = 1200;
constexpr int kWideFrom = 1900;
constexpr int kLowBelow = 720;
constexpr int kSidebar = 231; ///< And its line: the table begins at 232.
constexpr int kLeastSidebar = 180;
constexpr int kMostSidebar = 360;
constexpr int kDetail = 388;
constexpr int kWideDetail = 480;
constexpr int kLeastDetail = 300;
constexpr int kMostDetail = 720;
constexpr int kLeastDetailHeight = 80; // A small screen with large text has to hold the table too.
constexpr int kLeastTable = 420;
constexpr int kTimeline = 127; ///< And its line: the table begins 128 lower.
constexpr int kLowTimeline = 91;
constexpr int kLeastTimeline = 84;
constexpr int kMostTimeline = 200;

WidthClass classOf(int width)
{
    // Larger text needs more room for the same parts.
    return width < scaledPx(kNarrowBelow) ? WidthClass::Narrow
           : width < scaledPx(kWideFrom)  ? WidthClass::Normal
                                          : WidthClass::Wide;
}

} // namespace

EnvironmentLine::EnvironmentLine(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"environmentLine"_s);
    setFixedHeight(kLineHeight);
}

void EnvironmentLine::setEnvironment(const std::optional<Environment> &environment)
{
    m_environment = environment;
    update();
}

void EnvironmentLine::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(),
                            m_environment ? environmentColour(*m_environment) : tokens().line);
}

WindowFrame::WindowFrame(const WindowParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_fetchBar(new FetchBar(parts.catalogue, parts.clock, this))
    , m_filterBar(new FilterBar(this))
    , m_timelineRow(new TimelineRow(this))
    , m_problem(new InlineMessage(this))
    , m_sidebar(new SidebarPane(parts.catalogue, parts.clock, this))
    , m_table(new EventTable(parts.events, parts.clock, this))
    , m_tablePane(new TablePane(m_table, this))
    , m_detail(new DetailPane(parts.clock, this))
    , m_firstRun(new FirstRunPage(this))
    , m_status(new StatusParts(this))
    , m_rows(new QSplitter(Qt::Vertical, this))
    , m_body(new QSplitter(Qt::Horizontal, this))
    , m_main(new QSplitter(Qt::Horizontal, this))
    , m_pages(new QStackedWidget(this))
    , m_panes(new PaneCycle(this))
{
    m_rows->setObjectName(u"rows"_s);
    m_body->setObjectName(u"body"_s);
    m_main->setObjectName(u"main"_s);
    for (QSplitter *splitter : {m_rows, m_body, m_main}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(1);
        connect(splitter, &QSplitter::splitterMoved, this, [this] {
            saveSizes();
            alignToSidebar();
        });
    }
    m_sidebar->setMinimumWidth(scaledPx(kLeastSidebar));
    m_sidebar->setMaximumWidth(scaledPx(kMostSidebar));
    m_tablePane->setMinimumWidth(scaledPx(kLeastTable));
    m_main->addWidget(m_tablePane);
    m_main->addWidget(m_detail);
    m_main->setStretchFactor(0, 1);
    m_main->setStretchFactor(1, 0);
    m_pages->addWidget(m_firstRun);
    m_pages->addWidget(m_main);

    auto *right = new QWidget(m_body);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addWidget(m_pages, 1);
    m_body->addWidget(m_sidebar);
    m_body->addWidget(right);
    m_body->setStretchFactor(0, 0);
    m_body->setStretchFactor(1, 1);

    m_timelineRow->setMinimumHeight(scaledPx(kLeastTimeline));
    m_timelineRow->setMaximumHeight(scaledPx(kMostTimeline));
    m_rows->addWidget(m_timelineRow);
    m_rows->addWidget(m_body);
    m_rows->setStretchFactor(0, 0);
    m_rows->setStretchFactor(1, 1);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_fetchBar);
    rows->addWidget(m_filterBar);
    rows->addWidget(m_rows, 1);
    rows->addWidget(m_status);
    connect(m_tablePane, &TablePane::roomFreed, this, [this] {
        // What a message took from the detail pane goes back to it.
        if (m_width && m_main->orientation() == Qt::Vertical) {
            sizeDetail();
        }
    });
    m_panes->add(m_fetchBar);
    m_panes->add(m_filterBar);
    m_panes->add(m_timelineRow, &m_timelineRow->timeline());
    m_panes->add(m_sidebar);
    m_panes->add(m_tablePane, m_table);
    m_panes->add(m_firstRun);
    m_panes->add(m_detail);
    setHasEnvironment(false);
}

WindowFrame::~WindowFrame() = default;

void WindowFrame::setHasEnvironment(bool hasEnvironment)
{
    m_hasEnvironment = hasEnvironment;
    m_pages->setCurrentWidget(hasEnvironment ? static_cast<QWidget *>(m_main) : m_firstRun);
    m_fetchBar->setHasEnvironment(hasEnvironment);
    m_filterBar->setHasEnvironment(hasEnvironment);
}

bool WindowFrame::isSidebarShown() const
{
    return !m_sidebar->isHidden();
}

bool WindowFrame::isTimelineShown() const
{
    return !m_timelineRow->isHidden();
}

bool WindowFrame::isDetailShown() const
{
    return !m_detail->isHidden();
}

bool WindowFrame::isDetailAtBottom() const
{
    return m_main->orientation() == Qt::Vertical;
}

void WindowFrame::setSidebarShown(bool isShown)
{
    settings().setSidebarShown(m_width.value_or(WidthClass::Normal), isShown);
    m_sidebar->setVisible(isShown);
    alignToSidebar();
    emit arranged();
}

void WindowFrame::setTimelineShown(bool isShown)
{
    settings().setTimelineShown(isShown);
    m_timelineRow->setVisible(isShown);
    emit arranged();
}

void WindowFrame::setDetailShown(bool isShown)
{
    settings().setDetailShown(isShown);
    m_detail->setVisible(isShown);
    emit arranged();
}

void WindowFrame::setDetailAtBottom(bool isAtBottom)
{
    settings().setDetailAtBottom(m_width.value_or(WidthClass::Normal), isAtBottom);
    placeDetail(isAtBottom);
    emit arranged();
}

QString WindowFrame::mainSplitterName() const
{
    return isDetailAtBottom() ? u"mainBottom"_s : u"mainRight"_s;
}

QString WindowFrame::rowsSplitterName() const
{
    return m_isLow ? u"rowsLow"_s : u"rows"_s;
}

void WindowFrame::saveSizes()
{
    if (!m_width) {
        return;
    }
    settings().setSplitter(rowsSplitterName(), *m_width, m_rows->saveState());
    settings().setSplitter(u"body"_s, *m_width, m_body->saveState());
    settings().setSplitter(mainSplitterName(), *m_width, m_main->saveState());
    settings().setSidebarState(m_sidebar->saveState());
}

void WindowFrame::placeDetail(bool isAtBottom)
{
    m_main->setOrientation(isAtBottom ? Qt::Vertical : Qt::Horizontal);
    m_detail->setPlacement(isAtBottom ? DetailPane::Placement::Bottom
                                      : DetailPane::Placement::Right);
    m_detail->setMinimumSize(isAtBottom ? QSize(0, scaledPx(kLeastDetailHeight))
                                        : QSize(scaledPx(kLeastDetail), 0));
    m_detail->setMaximumWidth(isAtBottom ? QWIDGETSIZE_MAX : scaledPx(kMostDetail));
    sizeDetail();
}

void WindowFrame::sizeDetail()
{
    const bool isAtBottom = m_main->orientation() == Qt::Vertical;
    const QByteArray kept = settings().splitter(mainSplitterName(), *m_width);
    if (kept.isEmpty() || !m_main->restoreState(kept)) {
        if (isAtBottom) {
            const int height = std::max(1, m_pages->height());
            m_main->setSizes({height * 55 / 100, height * 45 / 100});
        } else {
            const int detail = *m_width == WidthClass::Wide ? scaledPx(kWideDetail)
                                                            : scaledPx(kDetail);
            m_main->setSizes({std::max(scaledPx(kLeastTable), m_pages->width() - detail), detail});
        }
    }
    // A stored state may be of the other orientation's days.
    m_main->setOrientation(isAtBottom ? Qt::Vertical : Qt::Horizontal);
    m_main->setHandleWidth(1);
    m_main->setChildrenCollapsible(false);
}

void WindowFrame::placeTimeline()
{
    m_timelineRow->setVisible(settings().isTimelineShown());
    const QByteArray kept = settings().splitter(rowsSplitterName(), *m_width);
    if (kept.isEmpty() || !m_rows->restoreState(kept)) {
        const int timeline = scaledPx(m_isLow ? kLowTimeline : kTimeline);
        m_rows->setSizes({timeline, std::max(1, height() - timeline)});
    }
    m_rows->setHandleWidth(1);
    m_rows->setChildrenCollapsible(false);
}

void WindowFrame::arrange(WidthClass width)
{
    const bool isNarrow = width == WidthClass::Narrow;
    m_width = width;
    m_fetchBar->setNarrow(isNarrow);
    m_status->setNarrow(isNarrow);
    m_sidebar->setVisible(settings().isSidebarShown(width).value_or(!isNarrow));
    const QByteArray kept = settings().splitter(u"body"_s, width);
    if (kept.isEmpty() || !m_body->restoreState(kept)) {
        m_body->setSizes({scaledPx(kSidebar), std::max(1, this->width() - scaledPx(kSidebar))});
    }
    m_body->setHandleWidth(1);
    placeTimeline();
    m_table->setWide(width == WidthClass::Wide);
    m_detail->setVisible(settings().isDetailShown());
    placeDetail(settings().isDetailAtBottom(width).value_or(isNarrow));
    emit arranged();
}

void WindowFrame::alignToSidebar()
{
    // The field begins where the table does; without a sidebar in a narrow window it takes all the room.
    const bool hasSidebar = isSidebarShown();
    const bool isNarrow = m_width == WidthClass::Narrow;
    m_filterBar->setNarrow(isNarrow, hasSidebar || !isNarrow);
    m_filterBar->setLabelWidth((hasSidebar ? m_sidebar->width() : scaledPx(kSidebar)) + 1);
    m_timelineRow->setHeadWidth(hasSidebar ? m_sidebar->width() : 0);
}

void WindowFrame::focusPane(bool forward)
{
    m_panes->go(forward);
}

void WindowFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const WidthClass width = classOf(this->width());
    const bool isLow = window()->height() < scaledPx(kLowBelow);
    const bool isLowChanged = std::exchange(m_isLow, isLow) != isLow;
    if (m_width != width) {
        arrange(width);
    } else if (isLowChanged) {
        placeTimeline();
        emit arranged();
    }
    // The splitter has its new sizes only after this event.
    QMetaObject::invokeMethod(this, &WindowFrame::alignToSidebar, Qt::QueuedConnection);
}

void WindowFrame::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().base);
}

} // namespace playhead
