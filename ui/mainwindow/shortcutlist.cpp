// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/shortcutlist.h"

#include "ui/shared/actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QSet>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ShortcutList)
};

QString plain(QString text)
{
    text.remove(u'&');
    return text.endsWith(u'…') ? text.chopped(1) : text;
}

QString native(QKeyCombination keys)
{
    return QKeySequence(keys).toString(QKeySequence::NativeText);
}

Shortcut shortcutOf(const QAction &action)
{
    Shortcut shortcut{plain(action.text()), action.statusTip(), {}};
    for (const QKeySequence &keys : action.shortcuts()) {
        shortcut.keys << keys.toString(QKeySequence::NativeText);
    }
    return shortcut;
}

/// Takes the menu's own actions out of `left` and what has keys into `group`.
void takeMenu(const QMenu &menu, QSet<const QAction *> &left, ShortcutGroup &group)
{
    for (const QAction *action : menu.actions()) {
        if (const QMenu *inner = action->menu()) {
            takeMenu(*inner, left, group);
        } else if (left.remove(action) && !action->shortcuts().isEmpty()) {
            group.shortcuts.push_back(shortcutOf(*action));
        }
    }
}

Shortcut environmentKeys()
{
    return {Text::tr("Switch Environment"),
            Text::tr("Open the environment at this place of the list"),
            {Text::tr("%1 to %2").arg(native(Qt::CTRL | Qt::Key_1), native(Qt::CTRL | Qt::Key_9))}};
}

ShortcutGroup detailKeys()
{
    return {Text::tr("Detail"),
            {{Text::tr("Back to Table"),
              Text::tr("Move the focus back to the table"),
              {native(Qt::Key_Escape), native(Qt::SHIFT | Qt::Key_Return)}},
             {Text::tr("Open or Close"),
              Text::tr("Open or close the object or list of the tree"),
              {native(Qt::Key_Return)}},
             {Text::tr("Copy Value"),
              Text::tr("Copy the value of the tree"),
              {native(Qt::CTRL | Qt::Key_C)}},
             {Text::tr("Copy Path"),
              Text::tr("Copy where the value stands, such as data.groups[0].name"),
              {native(Qt::CTRL | Qt::ALT | Qt::Key_C)}},
             {Text::tr("Copy JSON"),
              Text::tr("Copy the stored bytes of the value"),
              {native(Qt::CTRL | Qt::ALT | Qt::Key_J)}}}};
}

/// The keys that parts of the window take while they have the focus (design, section 8).
std::vector<ShortcutGroup> partsOfTheWindow()
{
    const QString enter = native(Qt::Key_Return);
    const QString space = native(Qt::Key_Space);
    const QString leftRight = Text::tr("%1, %2").arg(native(Qt::Key_Left), native(Qt::Key_Right));
    return {
        {Text::tr("Table"),
         {{Text::tr("Go to Detail"), Text::tr("Show the event and move the focus there"), {enter}},
          {Text::tr("First, Last"),
           Text::tr("Go to the first or the last event"),
           {native(Qt::Key_Home), native(Qt::Key_End)}}}},
        {Text::tr("Timeline"),
         {{Text::tr("Move Brush"), Text::tr("Move the chosen stretch by one bar"), {leftRight}},
          {Text::tr("Move Start"),
           Text::tr("Move the start of the stretch"),
           {Text::tr("%1 with Shift").arg(leftRight)}},
          {Text::tr("Move End"),
           Text::tr("Move the end of the stretch"),
           {Text::tr("%1 with Alt").arg(leftRight)}},
          {Text::tr("Clear Brush"),
           Text::tr("Choose the whole range again"),
           {native(Qt::Key_Delete)}},
          {Text::tr("Zoom"),
           Text::tr("Zoom in, zoom out, show everything"),
           {u"+"_s, u"-"_s, u"0"_s}},
          {Text::tr("Next Flag"),
           Text::tr("Go to the flag of the next cursor"),
           {native(Qt::Key_Tab)}},
          {Text::tr("Move Flag"), Text::tr("Carry the flag to another place"), {leftRight}},
          {Text::tr("Preview Rewind"), Text::tr("Look at what the move would do"), {enter}},
          {Text::tr("Put Flag Back"),
           Text::tr("Leave the cursor where it is"),
           {native(Qt::Key_Escape)}}}},
        {Text::tr("Sidebar"),
         {{Text::tr("Make Cursor Active"),
           Text::tr("Make the cursor of the list active"),
           {enter, space}},
          {Text::tr("Edit Cursor"), Text::tr("Edit the cursor of the list"), {native(Qt::Key_F2)}},
          {Text::tr("Delete Cursor"),
           Text::tr("Delete the cursor of the list; Undo brings it back"),
           {native(Qt::Key_Delete)}},
          {Text::tr("Show or Hide"),
           Text::tr("Show or hide events of a type or organization"),
           {space}},
          {Text::tr("Only This"),
           Text::tr("Show events of this type or organization only"),
           {Text::tr("Alt+click"), native(Qt::ALT | Qt::Key_Return)}},
          {Text::tr("Name Organization"),
           Text::tr("Give the organization of the list a name"),
           {native(Qt::Key_F2)}}}},
        detailKeys()};
}

} // namespace

std::vector<ShortcutGroup> allShortcuts(const QMenuBar &menus, const Actions &actions)
{
    QSet<const QAction *> left(actions.all().begin(), actions.all().end());
    std::vector<ShortcutGroup> groups;
    for (const QAction *top : menus.actions()) {
        if (top->menu()) {
            ShortcutGroup group{plain(top->text()), {}};
            takeMenu(*top->menu(), left, group);
            if (groups.empty()) {
                group.shortcuts.push_back(
                    environmentKeys()); // Its entries change; File is the first menu.
            }
            groups.push_back(std::move(group));
        }
    }
    ShortcutGroup others{Text::tr("Everywhere"), {}};
    for (const QAction *action : actions.all()) {
        if (left.contains(action) && !action->shortcuts().isEmpty()) {
            others.shortcuts.push_back(shortcutOf(*action));
        }
    }
    groups.push_back(std::move(others));
    for (ShortcutGroup &group : partsOfTheWindow()) {
        groups.push_back(std::move(group));
    }
    std::erase_if(groups, [](const ShortcutGroup &group) { return group.shortcuts.empty(); });
    return groups;
}

} // namespace playhead
