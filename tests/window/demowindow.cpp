// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/window/demowindow.h"

#include "app/datafolder.h"
#include "model/environments/environmentstore.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QTest>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 20'000;

} // namespace

DemoWindow::DemoWindow(const QString &folder, bool startsDemo)
    : m_catalogue(TypeCatalogue::load().value())
{
    WindowArguments arguments;
    arguments.isDemo = startsDemo;
    m_session = std::make_unique<Session>(arguments, folder, m_catalogue);
    m_session->start();
}

DemoWindow::~DemoWindow()
{
    m_session->window().close();
}

bool DemoWindow::prepare(const QString &folder, Instant demoEnd)
{
    Result<Database> database = Database::open(databasePath(folder));
    if (!database) {
        return false;
    }
    Result<EnvironmentStore> store = EnvironmentStore::open(*database);
    Environment demo;
    demo.name = u"Demo"_s;
    demo.keySource = KeySource::Demo;
    demo.demoEndUs = toUs(demoEnd);
    demo.demoEvents = 2000;
    return store && store->save(demo).has_value();
}

bool DemoWindow::waitOpened(const QString &environmentName)
{
    return QTest::qWaitFor(
        [this, &environmentName] { return m_session->openedEnvironment() == environmentName; },
        kPatienceMs);
}

bool DemoWindow::waitIdle()
{
    return QTest::qWaitFor([this] { return !m_session->feed().progress().isActive(); },
                           kPatienceMs);
}

bool DemoWindow::fetch()
{
    // The feed is active from the order on, before its thread has begun.
    return waitIdle() && trigger(u"fetch"_s) && waitIdle();
}

bool DemoWindow::trigger(const QString &actionName)
{
    auto *action = window().findChild<QAction *>(actionName);
    if (action == nullptr
        || !QTest::qWaitFor([action] { return action->isEnabled(); }, kPatienceMs)) {
        return false;
    }
    action->trigger();
    return true;
}

QDialog *DemoWindow::dialog()
{
    if (auto *modal = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
        return modal;
    }
    // One that stands beside the window, as the audit's.
    const QList<QDialog *> dialogs = window().findChildren<QDialog *>();
    const auto open = std::find_if(dialogs.cbegin(), dialogs.cend(), [](const QDialog *dialog) {
        return dialog->isVisible();
    });
    return open == dialogs.cend() ? nullptr : *open;
}

bool DemoWindow::waitDialog()
{
    return QTest::qWaitFor([this] { return dialog() != nullptr; }, kPatienceMs);
}

bool DemoWindow::waitNoDialog()
{
    return QTest::qWaitFor([this] { return dialog() == nullptr; }, kPatienceMs);
}

EventRow DemoWindow::loadedFromEnd(size_t back)
{
    const std::vector<EventRow> rows = m_session->events().loadedRows();
    return rows[rows.size() - 1 - std::min(back, rows.size() - 1)];
}

void DemoWindow::select(EventRow row)
{
    window().findChild<EventTable *>()->selectEvent(row);
}

bool DemoWindow::addCursor(const QString &name, EventRow row)
{
    const EventSnapshot &events = m_session->events().snapshot();
    Cursor cursor;
    cursor.environmentId = m_session->environments().environments().first().id;
    cursor.name = name;
    cursor.position = AfterEvent{events.id(row), events.createdAt(row)};
    m_session->cursors().create(cursor);
    return QTest::qWaitFor(
        [this, &name, row] {
            for (const CursorMark &mark : m_session->events().cursorMarks()) {
                if (mark.name == name && mark.row == row) {
                    return true;
                }
            }
            return false;
        },
        kPatienceMs);
}

} // namespace playhead
