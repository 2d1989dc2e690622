// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/mainwindow/windowmenus.h"
#include "ui/shared/actions.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

/// The letter behind the first single `&`; null when there is none.
QChar mnemonicOf(const QString &text)
{
    const QKeySequence keys = QKeySequence::mnemonic(text);
    return keys.isEmpty() ? QChar() : QChar(keys[0].key());
}

QList<QMenu *> menusOf(const QMenuBar &bar)
{
    QList<QMenu *> all;
    for (const QAction *action : bar.actions()) {
        all << action->menu() << action->menu()->findChildren<QMenu *>();
    }
    return all;
}

QStringList titlesOf(const QWidget &menu)
{
    QStringList titles;
    for (const QAction *action : menu.actions()) {
        if (!action->isSeparator()) {
            titles << action->text().remove(u'&');
        }
    }
    return titles;
}

} // namespace

class TestActions : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void everyOneIsMadeAndNamed()
    {
        const Actions actions(nullptr);
        QSet<QString> names;
        for (size_t i = 0; i < kActionCount; ++i) {
            const QAction *action = actions.all()[i];
            QVERIFY2(action, qPrintable(u"no action for id %1"_s.arg(i)));
            const QString name = action->objectName();
            QVERIFY2(!name.isEmpty() && !names.contains(name), qPrintable(name));
            names.insert(name);
        }
    }

    void textsAndTipsSayWhatTheyDo()
    {
        const Actions actions(nullptr);
        for (const QAction *action : actions.all()) {
            const QByteArray name = action->objectName().toUtf8();
            QVERIFY2(!mnemonicOf(action->text()).isNull(), name.constData());
            const QString tip = action->statusTip();
            QVERIFY2(!tip.isEmpty() && tip.front().isUpper(), name.constData());
            QVERIFY2(!tip.endsWith(u'.') && !tip.endsWith(u'!'), name.constData());
            QVERIFY2(tip != action->text(), name.constData());
            QVERIFY2(action->toolTip().startsWith(tip), name.constData());
        }
    }

    void noKeyDoesTwoThings()
    {
        const Actions actions(nullptr);
        QHash<QKeySequence, QString> owners;
        for (const QAction *action : actions.all()) {
            for (const QKeySequence &keys : action->shortcuts()) {
                QVERIFY2(!owners.contains(keys),
                         qPrintable(u"%1: %2 and %3"_s.arg(keys.toString(),
                                                           owners.value(keys),
                                                           action->objectName())));
                owners.insert(keys, action->objectName());
            }
        }
        QVERIFY(owners.size() > 20);
    }

    void keysAreTheDesigns_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<QString>("keys");
        const auto row = [](const char *name, ActionId id, const QString &keys) {
            QTest::newRow(name) << int(id) << keys;
        };
        row("new environment", ActionId::NewEnvironment, u"Ctrl+N"_s);
        row("export", ActionId::Export, u"Ctrl+E"_s);
        row("copy json", ActionId::CopyEventJson, u"Ctrl+C"_s);
        row("copy id", ActionId::CopyEventId, u"Ctrl+Shift+C"_s);
        row("filter", ActionId::Filter, u"Ctrl+F"_s);
        row("filter by value", ActionId::FilterByValue, u"Ctrl+Return"_s);
        row("exclude value", ActionId::ExcludeValue, u"Ctrl+Shift+Return"_s);
        row("find in detail", ActionId::FindInDetail, u"Ctrl+Shift+F"_s);
        row("fetch", ActionId::Fetch, u"F5"_s);
        row("fetch again", ActionId::FetchAgain, u"Shift+F5"_s);
        row("stop", ActionId::Stop, u"Esc"_s);
        row("live tail", ActionId::LiveTail, u"Ctrl+T"_s);
        row("next time mode", ActionId::NextTimeMode, u"Ctrl+Shift+T"_s);
        row("sidebar", ActionId::Sidebar, u"F9"_s);
        row("detail", ActionId::Detail, u"Ctrl+I"_s);
        row("detail position", ActionId::DetailAtBottom, u"Ctrl+Shift+I"_s);
        row("tree", ActionId::DetailTree, u"Alt+1"_s);
        row("json", ActionId::DetailJson, u"Alt+2"_s);
        row("next pane", ActionId::NextPane, u"F6"_s);
        row("pane before", ActionId::PreviousPane, u"Shift+F6"_s);
        row("new cursor", ActionId::NewCursorHere, u"Ctrl+Shift+N"_s);
        row("set cursor", ActionId::SetCursorHere, u"Ctrl+B"_s);
        row("go to cursor", ActionId::GoToCursor, u"Ctrl+J"_s);
        row("next cursor", ActionId::NextCursor, u"Ctrl+Shift+J"_s);
        row("rewind", ActionId::Rewind, u"Ctrl+Shift+B"_s);
        row("shortcuts", ActionId::Shortcuts, u"Ctrl+?"_s);
    }
    void keysAreTheDesigns()
    {
        QFETCH(int, id);
        QFETCH(QString, keys);
        const Actions actions(nullptr);
        QCOMPARE(actions[ActionId(id)]->shortcut().toString(QKeySequence::PortableText), keys);
    }

    void eachStandsInOneMenu()
    {
        const Actions actions(nullptr);
        QMenuBar bar;
        fillMenuBar(&bar, actions);
        QHash<const QAction *, int> places;
        for (const QMenu *menu : menusOf(bar)) {
            for (const QAction *action : menu->actions()) {
                ++places[action];
            }
        }
        for (const QAction *action : actions.all()) {
            QVERIFY2(places.value(action) == 1, qPrintable(action->objectName()));
        }
    }

    void mnemonicsDifferWithinAMenu()
    {
        const Actions actions(nullptr);
        QMenuBar bar;
        fillMenuBar(&bar, actions);
        const auto check = [](const QWidget &menu, const QString &title) {
            QHash<QChar, QString> owners;
            for (const QAction *action : menu.actions()) {
                if (action->isSeparator()) {
                    continue;
                }
                const QChar letter = mnemonicOf(action->text());
                QVERIFY2(!letter.isNull() && !owners.contains(letter),
                         qPrintable(
                             u"%1: %2 and %3"_s.arg(title, action->text(), owners.value(letter))));
                owners.insert(letter, action->text());
            }
        };
        check(bar, u"menu bar"_s);
        for (const QMenu *menu : menusOf(bar)) {
            check(*menu, menu->title());
        }
    }

    void menusStandAsDesigned()
    {
        const Actions actions(nullptr);
        QMenuBar bar;
        const OpenMenus open = fillMenuBar(&bar, actions);
        QCOMPARE(
            titlesOf(bar),
            (QStringList{u"File"_s, u"Edit"_s, u"View"_s, u"Cursor"_s, u"Tools"_s, u"Help"_s}));
        QHash<QString, QMenu *> byTitle;
        for (QMenu *menu : menusOf(bar)) {
            byTitle.insert(menu->title().remove(u'&'), menu);
        }
        QCOMPARE(titlesOf(*byTitle.value(u"View"_s)),
                 (QStringList{u"Fetch"_s,
                              u"Fetch Again"_s,
                              u"Stop"_s,
                              u"Live Tail"_s,
                              u"Request Log"_s,
                              u"Fetch Limits…"_s,
                              u"Time"_s,
                              u"Columns"_s,
                              u"Row Height"_s,
                              u"Timeline"_s,
                              u"Sidebar"_s,
                              u"Detail"_s,
                              u"Detail at Bottom"_s,
                              u"Detail Tab"_s,
                              u"Theme"_s,
                              u"Next Pane"_s,
                              u"Previous Pane"_s,
                              u"Full Screen"_s}));
        QCOMPARE(titlesOf(*byTitle.value(u"Row Height"_s)),
                 (QStringList{u"Normal"_s, u"Compact"_s}));
        QCOMPARE(titlesOf(*byTitle.value(u"Timeline"_s)),
                 (QStringList{
                     u"Show"_s, u"Square Root Scale"_s, u"Zoom In"_s, u"Zoom Out"_s, u"Fit"_s}));
        QCOMPARE(titlesOf(*byTitle.value(u"Tools"_s)),
                 (QStringList{u"Start Demo"_s,
                              u"Serve a Slice…"_s,
                              u"Faults…"_s,
                              u"Stop Local Events API"_s,
                              u"Its Request Log"_s}));
        QVERIFY(open.columns == byTitle.value(u"Columns"_s));
        QVERIFY(open.environments == byTitle.value(u"Switch Environment"_s));
    }
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
