// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/events/eventtable.h"
#include "ui/filter/completionpopup.h"
#include "ui/filter/filteredit.h"
#include "ui/mainwindow/filterbar.h"

namespace playhead {

using namespace Qt::StringLiterals;

/// The demo in the main window, with the keyboard in the filter's field.
struct FilterStand
{
    bool open()
    {
        if (!stand.openDemo()) {
            return false;
        }
        field = stand.window().findChild<FilterEdit *>();
        bar = stand.window().findChild<FilterBar *>();
        strip = stand.window().findChild<QWidget *>(u"filterMistake"_s);
        stand.window().activateWindow();
        field->setFocus();
        return field && QTest::qWaitForWindowActive(&stand.window());
    }
    void type(const QString &text)
    {
        QTest::keyClicks(field, text);
        // A list that opened would take the next keys.
        if (field->popup()->isOpen()) {
            QTest::keyClick(field, Qt::Key_Escape);
        }
    }
    QString inForce() const { return constEvents().filter().text; }
    const EventTableModel &constEvents() const { return const_cast<WindowStand &>(stand).events(); }
    bool waitApplied(const QString &text)
    {
        return QTest::qWaitFor(
            [this, &text] { return inForce() == text && !stand.events().isSearching(); });
    }
    /// Stands at the table's 1,000th row.
    Cursor cursor(const QString &name)
    {
        Cursor cursor;
        cursor.environmentId = stand.environment().id;
        cursor.name = name;
        const EventSnapshot &events = stand.events().snapshot();
        const EventRow row = stand.events().eventRowAt(1000);
        cursor.position = AfterEvent{events.id(row), events.createdAt(row)};
        return cursor;
    }
    QString told() const
    {
        return strip->isVisible() ? strip->findChild<QLabel *>(u"filterMistakeText"_s)->text()
                                  : QString();
    }

    WindowStand stand;
    FilterEdit *field = nullptr;
    FilterBar *bar = nullptr;
    QWidget *strip = nullptr;
};

} // namespace playhead
