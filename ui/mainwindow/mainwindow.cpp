// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/mainwindow.h"

#include "model/api/eventfeed.h"
#include "model/cursors/cursorbook.h"
#include "model/environments/environmentbook.h"
#include "ui/cursors/cursordesk.h"
#include "ui/detail/detailpane.h"
#include "ui/events/eventheader.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/environmentswitcher.h"
#include "ui/mainwindow/failuremessages.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/mainwindow/fetchdesk.h"
#include "ui/mainwindow/filterbar.h"
#include "ui/mainwindow/firstrunpage.h"
#include "ui/mainwindow/mainwindow_p.h"
#include "ui/mainwindow/selectiondesk.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/mainwindow/windowframe.h"
#include "ui/mainwindow/windowmenus.h"
#include "ui/shared/actions.h"
#include "ui/shared/icons.h"
#include "ui/shared/inlinemessage.h"

#include <QAction>
#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSet>
#include <QVBoxLayout>

namespace playhead {

using namespace Qt::StringLiterals;
using Column = EventTableModel::Column;

namespace {

constexpr QSize kLeast(960, 600);
constexpr QSize kFirst(1440, 900);

/// Larger text needs more room, but no more than the screen has.
QSize leastSize(const QScreen *screen)
{
    const QSize scaled(scaledPx(kLeast.width()), scaledPx(kLeast.height()));
    return scaled.boundedTo(screen->availableGeometry().size()).expandedTo(kLeast);
}

} // namespace

MainWindow::MainWindow(const WindowParts &parts, QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(parts, this))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(leastSize(screen()));
    setCentralWidget(d->frame);
    d->composeBars();
    d->wireDialogs();
    d->wireEnvironments();
    d->wireFilter();
    d->wireCursors();
    d->wireCursorPlaces();
    d->wireCursorCare();
    d->wireHandOver();
    d->wireLooks();
    d->wireOrganizations();
    d->wireCaptures();
    resize(kFirst);
    restoreGeometry(settings().windowGeometry());
    setEnvironment(std::nullopt);
}

MainWindow::~MainWindow() = default;

void MainWindow::Private::composeBars()
{
#ifdef Q_OS_MACOS
    menuBar = q->menuBar();
#else
    // The environment's line lies over the menu bar.
    auto *head = new QWidget(q);
    menuBar = new QMenuBar(head);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    column->addWidget(menuBar);
    q->setMenuWidget(head);
#endif
    menus = fillMenuBar(menuBar, actions);
    // Shortcuts work wherever the focus is, and before a menu was opened.
    for (QAction *action : actions.all()) {
        q->addAction(action);
    }
    // But Ctrl+C and Ctrl+A belong to what has the focus: the detail copies its own values.
    for (const ActionId id : {ActionId::CopyEventJson, ActionId::SelectAll}) {
        q->removeAction(actions[id]);
        actions[id]->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        frame->table().addAction(actions[id]);
    }
    FetchBar &bar = frame->fetchBar();
    actions[ActionId::Export]->setIconText(tr("Export…"));
    actions[ActionId::Sidebar]->setIconText(tr("Sidebar"));
    actions[ActionId::Detail]->setIconText(tr("Detail"));
    bar.setLiveAction(actions[ActionId::LiveTail]);
    bar.addTool(actions[ActionId::Export], FetchBar::Tool::TextWithRoom);
    bar.addToolSeparator();
    bar.addTool(actions[ActionId::Sidebar], FetchBar::Tool::IconWhenNarrow);
    bar.addTool(actions[ActionId::Detail], FetchBar::Tool::Icon);
    bar.setMoreActions({actions[ActionId::EditEnvironment],
                        actions[ActionId::FetchFromCursor],
                        actions[ActionId::RowsCompact],
                        actions[ActionId::FullScreen],
                        actions[ActionId::Shortcuts]});
    connect(actions[ActionId::Quit], &QAction::triggered, q, &QWidget::close);
    connect(actions[ActionId::Fetch], &QAction::triggered, &fetch, &FetchDesk::fetch);
    connect(actions[ActionId::FetchAgain], &QAction::triggered, &fetch, &FetchDesk::fetchAgain);
    connect(actions[ActionId::Stop], &QAction::triggered, &fetch, &FetchDesk::stop);
    connect(&fetch, &FetchDesk::fetchingChanged, q, [this] { enableActions(); });
    connect(&selection, &SelectionDesk::selectionChanged, q, [this] { enableActions(); });
}

void MainWindow::Private::wireEnvironments()
{
    EnvironmentSwitcher *switcher = &frame->fetchBar().switcher();
    connect(&parts.environments, &EnvironmentBook::changed, q, [this] { fillEnvironments(); });
    connect(switcher, &EnvironmentSwitcher::chosen, q, &MainWindow::environmentChosen);
    connect(switcher, &EnvironmentSwitcher::demoRequested, q, &MainWindow::demoRequested);
    connect(switcher,
            &EnvironmentSwitcher::newRequested,
            actions[ActionId::NewEnvironment],
            &QAction::trigger);
    connect(switcher,
            &EnvironmentSwitcher::editRequested,
            actions[ActionId::EditEnvironment],
            &QAction::trigger);
    connect(switcher,
            &EnvironmentSwitcher::localApiRequested,
            actions[ActionId::ServeSlice],
            &QAction::trigger);
    frame->firstRunPage().setShortcutsKeys(
        actions[ActionId::Shortcuts]->shortcut().toString(QKeySequence::NativeText));
    connect(&frame->firstRunPage(), &FirstRunPage::demoRequested, q, &MainWindow::demoRequested);
    connect(actions[ActionId::StartDemo], &QAction::triggered, q, &MainWindow::demoRequested);
    connect(&frame->firstRunPage(),
            &FirstRunPage::connectRequested,
            actions[ActionId::NewEnvironment],
            &QAction::trigger);
    connect(actions[ActionId::NewEnvironment], &QAction::triggered, q, [this] {
        Environment fresh;
        fresh.baseUrl = QUrl(u"https://api.workos.com"_s);
        openEnvironmentDialog(fresh, false);
    });
    connect(actions[ActionId::EditEnvironment], &QAction::triggered, q, [this] {
        if (environment && !environment->isDemo() && !environment->isCapture()) {
            openEnvironmentDialog(*environment, false);
        }
    });
    const auto changeKey = [this] {
        if (environment && !environment->isDemo()) {
            openEnvironmentDialog(*environment, true);
        }
    };
    connect(&fetch, &FetchDesk::keyChangeRequested, q, changeKey);
    connect(&tail, &TailDesk::keyChangeRequested, q, changeKey);
    fillEnvironments();
}

void MainWindow::Private::fillEnvironments()
{
    const QList<Environment> &all = parts.environments.environments();
    frame->fetchBar().switcher().setEnvironments(all);
    menus.environments->clear();
    int number = 1;
    for (const Environment &one : all) {
        QAction *action = menus.environments->addAction(colourIcon(environmentColour(one)),
                                                        one.name);
        action->setObjectName(u"environment%1"_s.arg(one.id));
        action->setStatusTip(tr("Open the environment %1").arg(one.name));
        if (number <= 9) {
            action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(number++)));
        }
        connect(action, &QAction::triggered, q, [this, id = one.id] {
            emit q->environmentChosen(id);
        });
    }
    menus.environments->setEnabled(!all.isEmpty());
}

void MainWindow::Private::wireFilter()
{
    FilterBar *bar = &frame->filterBar();
    connect(&filter, &FilterDesk::applied, q, [this] { showFilter(); });
    connect(&filter, &FilterDesk::fetchRequested, &fetch, &FetchDesk::fetchChosen);
    connect(&fetch, &FetchDesk::fetchingChanged, &filter, &FilterDesk::enableFetch);
    const auto leave = [this] { frame->table().setFocus(Qt::OtherFocusReason); };
    connect(bar, &FilterBar::leaveRequested, q, leave);
    connect(&filter, &FilterDesk::entered, q, leave);
    connect(bar, &FilterBar::timeModeChosen, q, [this](TimeMode mode) { setTimeMode(mode); });
    bar->setColumnsMenu([this](QMenu *menu) { frame->table().header().fillMenu(menu); });
    connect(menus.columns, &QMenu::aboutToShow, q, [this] {
        menus.columns->clear();
        frame->table().header().fillMenu(menus.columns);
    });
    connect(&frame->table().header(), &EventHeader::columnsEdited, q, [this] {
        if (environment) {
            settings().setColumns(environment->id, frame->table().header().saveColumns());
        }
    });
    connect(&frame->sidebar(), &SidebarPane::filterEdited, &filter, &FilterDesk::edit);
    connect(&selection, &SelectionDesk::filterEdited, &filter, &FilterDesk::edit);
    connect(&timeline, &TimelineDesk::filterEdited, &filter, &FilterDesk::edit);
    connect(&fetch, &FetchDesk::filterClearRequested, q, [this] { filter.apply({}); });
    connect(actions[ActionId::ClearFilter], &QAction::triggered, q, [this] { filter.apply({}); });
    connect(actions[ActionId::Filter], &QAction::triggered, bar, &FilterBar::focusField);
    connect(&parts.events, &EventTableModel::countsChanged, q, [this] { showFilter(); });
    const auto showSorting = [this] {
        const EventTableModel &events = parts.events;
        frame->status().setSortedBy(
            events.isSortedByTime()
                ? QString()
                : events.headerData(int(events.sortColumn()), Qt::Horizontal, Qt::DisplayRole)
                      .toString());
    };
    connect(&parts.events, &QAbstractItemModel::modelReset, q, showSorting);
    connect(&parts.events, &QAbstractItemModel::layoutChanged, q, showSorting);
}

void MainWindow::Private::showFilter()
{
    frame->sidebar().setFacets(parts.events.facets(), parts.events.filter());
    actions[ActionId::ClearFilter]->setEnabled(parts.events.filter().isActive());
    actions[ActionId::Export]->setEnabled(parts.events.loadedCount() > 0);
    actions[ActionId::SelectAll]->setEnabled(parts.events.shownCount() > 0);
}

void MainWindow::Private::enableActions()
{
    const bool isOpen = environment.has_value();
    const bool hasActive = cursors.activeId() != 0;
    const bool hasCurrent = selection.current().has_value();
    const auto enable = [this](ActionId id, bool isEnabled) { actions[id]->setEnabled(isEnabled); };
    const bool isCapture = isOpen && environment->isCapture();
    enable(ActionId::EditEnvironment, isOpen && !environment->isDemo() && !isCapture);
    enable(ActionId::CloseCapture, isCapture);
    for (const ActionId id : {ActionId::Fetch, ActionId::FetchAgain}) {
        enable(id, isOpen && !isCapture && !fetch.isFetching());
    }
    enable(ActionId::Stop, fetch.isFetching());
    enable(ActionId::Filter, isOpen);
    enable(ActionId::SetCursorHere, hasActive && hasCurrent);
    enable(ActionId::NextCursor, cursors.rows().size() > 1);
    for (const ActionId id : {ActionId::GoToCursor,
                              ActionId::Rewind,
                              ActionId::EditCursor,
                              ActionId::CursorHistory,
                              ActionId::AuditCursor,
                              ActionId::SavePosition,
                              ActionId::CopyCursorId,
                              ActionId::DeleteCursor}) {
        enable(id, hasActive);
    }
    enable(ActionId::FetchFromCursor, hasActive && !isCapture);
    menus.between->setEnabled(hasActive && cursors.rows().size() > 1);
    menus.copyCursor->setEnabled(hasActive);
    enable(ActionId::RecoverNewCursor, isOpen);
    enable(ActionId::ImportCursors, isOpen);
    enable(ActionId::ExportCursors, hasActive || !parts.cursors.savedPlaces().isEmpty());
    enable(ActionId::MoveToNewest, cursors.hasNewer(cursors.activeId()));
    enable(ActionId::RecoverCursor, cursors.isLost(cursors.activeId()));
    enable(ActionId::SavedPlaces, isOpen);
    enable(ActionId::Undo, parts.cursors.canUndo());
    enable(ActionId::Redo, parts.cursors.canRedo());
    nameUndo();
    for (const ActionId id : {ActionId::FindInDetail, ActionId::FindNext, ActionId::FindPrevious}) {
        enable(id, hasCurrent);
    }
    frame->sidebar().setSelectionAvailable(hasCurrent);
}

void MainWindow::Private::restoreColumns()
{
    EventHeader &header = frame->table().header();
    if (!environment || !header.restoreColumns(settings().columns(environment->id))) {
        header.resetColumns();
    }
}

void MainWindow::setEnvironment(const std::optional<Environment> &environment)
{
    const bool isSame = environment && d->environment && environment->id == d->environment->id;
    d->environment = environment;
    setWindowTitle(
        !environment                ? tr("Playhead")
        : environment->isProduction ? tr("%1 (production) - Playhead").arg(environment->name)
        : environment->isCapture()  ? tr("%1 (read only) - Playhead").arg(environment->name)
                                    : tr("%1 - Playhead").arg(environment->name));
    d->line->setEnvironment(environment);
    d->frame->fetchBar().switcher().setCurrent(environment);
    d->frame->setHasEnvironment(environment.has_value());
    d->frame->problemStrip().clear();
    if (!isSame) {
        d->restoreColumns();
        // What comes next is in the middle; without it the switcher would take the first focus.
        environment ? d->frame->table().setFocus() : d->frame->setFocus();
    }
    // The kept selection is measured against the range only when that is the same environment's.
    d->timeline.setHasEnvironment(false);
    d->timeline.setWholeRange({});
    d->filter.setEnvironment(environment);
    d->fetch.setEnvironment(environment);
    d->requests.setEnvironment(environment);
    d->tail.setEnvironment(environment);
    d->serve.setEnvironmentName(environment ? environment->name : QString());
    d->timeline.setHasEnvironment(environment.has_value());
    if (!isSame) {
        d->elsewhere.clear();
    }
    d->cursors.setEnvironment(environment,
                              environment ? settings().activeCursor(environment->id) : 0);
    d->recovery.setEnvironment(environment);
    d->audit.setEnvironment(environment);
    d->cursorFiles.setEnvironment(environment);
    d->enableActions();
}

void MainWindow::setKeyState(bool isVariableSet, const QSet<qint64> &environmentsWithKey)
{
    d->isVariableSet = isVariableSet;
    d->environmentsWithKey = environmentsWithKey;
    d->fetch.setKeyState(isVariableSet, environmentsWithKey);
}

void MainWindow::showProblem(const Error &error)
{
    d->frame->problemStrip().setMessage(problemMessage(error));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    settings().setWindowGeometry(saveGeometry());
    d->frame->saveSizes();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ThemeChange && settings().theme() == ThemeChoice::System) {
        applyTheme(ThemeChoice::System);
    }
}

} // namespace playhead
