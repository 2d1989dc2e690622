// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturefeed.h"
#include "tests/model/captures/madecapture.h"
#include "tests/ui/uisupport.h"
#include "tests/window/demowindow.h"
#include "ui/detail/jsontextedit.h"
#include "ui/mainwindow/environmentswitcher.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/tablepane.h"
#include "ui/shared/inlinemessage.h"
#include "ui/shared/settings.h"
#include "ui/timeline/timeline.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>

using namespace playhead;
using namespace playhead::test;
using namespace Qt::StringLiterals;

/// Captures in the real window: opened in place, as read-only environments.
class TestCaptures : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void showsACapture();
    void listsWhatIsNoEvent();
    void keepsFilterAndCursorsByContent();
    void followsTheFile();
    void tellsWhenTheFileWasCut();
    void tellsWhatCannotBeOpened();
    void opensWhatTheCommandLineNames();
    void takesDroppedFiles();
    void offersRecentOnes();

private:
    QString write(const QString &name, int events, const QByteArray &more = {});
    void start(bool startsDemo = false);
    void request(const QStringList &paths) { emit m_window->window().capturesRequested(paths); }
    bool isOpen(const QString &name) { return m_window->waitOpened(name); }
    InlineMessage &strip() { return m_window->window().findChild<TablePane *>()->captureStrip(); }
    QString title() { return strip().message() ? strip().message()->title : QString(); }
    quint32 shown() { return m_window->session().events().shownCount(); }
    QStringList listed();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DemoWindow> m_window;
};

void TestCaptures::init()
{
    QTest::failOnWarning(anyRealWarning());
    QStandardPaths::setTestModeEnabled(false);
    m_folder = std::make_unique<QTemporaryDir>();
    for (const QString &path : settings().recentCaptures()) {
        settings().removeRecentCapture(path);
    }
    settings().setLastEnvironment(0);
    start();
}

void TestCaptures::cleanup()
{
    m_window.reset();
}

void TestCaptures::start(bool startsDemo)
{
    m_window.reset();
    QDir(m_folder->path()).mkpath(u"data"_s);
    m_window = std::make_unique<DemoWindow>(m_folder->filePath(u"data"_s), startsDemo);
}

QString TestCaptures::write(const QString &name, int events, const QByteArray &more)
{
    QByteArray bytes;
    for (int i = 0; i < events; ++i) {
        bytes += eventText(i) + '\n';
    }
    const QString path = m_folder->filePath(name);
    writeBytes(path, bytes + more);
    return path;
}

QStringList TestCaptures::listed()
{
    QStringList names;
    for (const Environment &environment : m_window->session().environments().environments()) {
        names.append(environment.name);
    }
    return names;
}

void TestCaptures::showsACapture()
{
    const QString path = write(u"a.ndjson"_s, 50);
    const FileLook before(path);
    request({path});
    QVERIFY(isOpen(u"a.ndjson"_s));
    QTRY_COMPARE(shown(), 50U);
    MainWindow &window = m_window->window();
    QCOMPARE(window.windowTitle(), u"a.ndjson (read only) - Playhead"_s);
    QVERIFY(window.findChild<EnvironmentSwitcher *>()->accessibleDescription().contains(
        u"read only"_s));
    QVERIFY(strip().isEmpty());
    // Nothing can be fetched, and why.
    QVERIFY(!window.findChild<QAction *>(u"fetch"_s)->isEnabled());
    QVERIFY(!window.findChild<QAction *>(u"editEnvironment"_s)->isEnabled());
    const auto *fetch = window.findChild<QAbstractButton *>(u"fetchButton"_s);
    QVERIFY(!fetch->isEnabled());
    QVERIFY(fetch->toolTip().contains(u"capture"_s));
    // "Now" and the timeline are the file's own.
    const EventSnapshot &events = m_window->session().events().snapshot();
    const TimeRange range = window.findChild<Timeline *>()->shownRange();
    QCOMPARE(range.since, events.createdAt(0));
    QCOMPARE(range.until, events.createdAt(49) + std::chrono::milliseconds(1));
    // Filter and detail work as on any other event.
    m_window->select(7);
    QVERIFY(m_window->trigger(u"detailJson"_s));
    QTRY_VERIFY(window.findChild<JsonTextEdit *>()->toPlainText().contains(u"event_7"_s));
    EventFilter filter;
    filter.text = u"org_33"_s;
    m_window->session().events().setFilter(filter);
    QTRY_COMPARE(shown(), 1U);
    m_window.reset();
    QVERIFY(FileLook(path) == before);
}

void TestCaptures::listsWhatIsNoEvent()
{
    request({write(u"a.ndjson"_s, 5, "no event\n\n{}\n" + eventText(2) + "\n")});
    QVERIFY(isOpen(u"a.ndjson"_s));
    QTRY_COMPARE(title(), u"2 lines of a.ndjson are no events"_s);
    QVERIFY(strip().message()->text.contains(u"1 line holds an event for the second time"_s));
    strip().findChild<QAbstractButton *>(u"message-showLines"_s)->click();
    QVERIFY(m_window->waitDialog());
    const auto *lines = m_window->dialog()->findChild<QTableView *>(u"leftOutLines"_s);
    QCOMPARE(lines->accessibleName(), u"Lines left out"_s);
    QCOMPARE(lines->model()->rowCount(), 2);
    QCOMPARE(lines->model()->index(0, 0).data().toString(), u"6"_s);
    QCOMPARE(lines->model()->index(1, 0).data().toString(), u"8"_s);
    QVERIFY(!lines->model()->index(1, 1).data().toString().isEmpty());
    m_window->dialog()->close();
    QVERIFY(m_window->waitNoDialog());
    QVERIFY(m_window->session().events().snapshot().hasFlag(2, EventFlag::ReceivedAgain));
}

void TestCaptures::keepsFilterAndCursorsByContent()
{
    const QString path = write(u"a.ndjson"_s, 20);
    request({path});
    QVERIFY(isOpen(u"a.ndjson"_s));
    QVERIFY(m_window->addCursor(u"here"_s, 7));
    QVERIFY(m_window->trigger(u"closeCapture"_s));
    QTRY_VERIFY(listed().isEmpty());
    QCOMPARE(m_window->window().windowTitle(), u"Playhead"_s);
    QCOMPARE(shown(), 0U);
    // Elsewhere, under another name, after a restart.
    const QString moved = m_folder->filePath(u"b.ndjson"_s);
    QVERIFY(QFile::rename(path, moved));
    start();
    request({moved});
    QVERIFY(isOpen(u"b.ndjson"_s));
    QTRY_COMPARE(m_window->session().cursors().cursors().size(), 1);
    QTRY_COMPARE(m_window->session().events().cursorMarks().size(), 1);
    QCOMPARE(m_window->session().events().cursorMarks().first().row, std::optional<EventRow>(7));
    // Other content in its place is another capture; the one that was there is gone from the list.
    write(u"b.ndjson"_s, 3);
    request({moved});
    QTRY_COMPARE(shown(), 3U);
    QTRY_COMPARE(listed(), QStringList{u"b.ndjson"_s});
    QTRY_VERIFY(m_window->session().cursors().cursors().isEmpty());
    // The last one is open again after a restart.
    start();
    QVERIFY(isOpen(u"b.ndjson"_s));
    QTRY_COMPARE(shown(), 3U);
}

void TestCaptures::followsTheFile()
{
    const QString path = write(u"a.ndjson"_s, 3, eventText(3).first(40));
    request({path});
    QVERIFY(isOpen(u"a.ndjson"_s));
    QTRY_COMPARE(shown(), 3U);
    m_window->select(1);
    appendBytes(path, eventText(3).sliced(40) + "\n" + eventText(4) + "\n");
    QTRY_COMPARE(shown(), 5U);
    const Timeline *timeline = m_window->window().findChild<Timeline *>();
    const EventSnapshot &events = m_window->session().events().snapshot();
    QCOMPARE(timeline->shownRange().until, events.createdAt(4) + std::chrono::milliseconds(1));
    appendBytes(path, "bad\n");
    QTRY_COMPARE(title(), u"1 line of a.ndjson is no event"_s);
}

void TestCaptures::tellsWhenTheFileWasCut()
{
    const QString path = write(u"a.ndjson"_s, 2000);
    request({path});
    QVERIFY(isOpen(u"a.ndjson"_s));
    QTRY_COMPARE(shown(), 2000U);
    QFile file(path);
    QVERIFY(file.open(QFile::ReadWrite) && file.resize(eventText(0).size() + 1));
    m_window->window().grab(); // painted before it is noticed
    QTRY_COMPARE(title(), u"a.ndjson changed while it was open"_s);
    QCOMPARE(shown(), 0U);
    strip().findChild<QAbstractButton *>(u"message-readAgain"_s)->click();
    QTRY_COMPARE(shown(), 1U);
    QVERIFY(strip().isEmpty());
}

void TestCaptures::tellsWhatCannotBeOpened()
{
    request({write(u"a.ndjson"_s, 4)});
    QVERIFY(isOpen(u"a.ndjson"_s));
    QTRY_COMPARE(shown(), 4U);
    // A file that is not there changes nothing else.
    request({m_folder->filePath(u"missing.ndjson"_s)});
    const auto problem = [this] {
        for (const InlineMessage *strip : m_window->window().findChildren<InlineMessage *>()) {
            const Message message = strip->message().value_or(Message());
            if ((message.title + message.text).contains(u"missing.ndjson"_s)) {
                return true;
            }
        }
        return false;
    };
    QTRY_VERIFY(problem());
    QCOMPARE(shown(), 4U);
    request({write(u"empty.ndjson"_s, 0)});
    QTRY_COMPARE(title(), u"empty.ndjson cannot be opened"_s);
    QVERIFY(strip().message()->text.contains(u"holds no event"_s));
    QCOMPARE(shown(), 0U);
    appendBytes(m_folder->filePath(u"empty.ndjson"_s), eventText(1) + "\n");
    strip().findChild<QAbstractButton *>(u"message-readAgain"_s)->click();
    QTRY_COMPARE(shown(), 1U);
}

void TestCaptures::opensWhatTheCommandLineNames()
{
    m_window.reset();
    const TypeCatalogue types = TypeCatalogue::load().value();
    WindowArguments arguments;
    arguments.captures = {write(u"a.ndjson"_s, 4), write(u"b.ndjson"_s, 6)};
    Session session(arguments, m_folder->filePath(u"data"_s), types);
    session.start();
    QTRY_COMPARE(session.openedEnvironment(), u"a.ndjson"_s);
    QTRY_COMPARE(session.environments().environments().size(), 2);
    QCOMPARE(session.events().shownCount(), 4U);
    emit session.window().environmentChosen(session.environments().environments().last().id);
    QTRY_COMPARE(session.openedEnvironment(), u"b.ndjson"_s);
    QTRY_COMPARE(session.events().shownCount(), 6U);
    session.window().close();
}

void TestCaptures::takesDroppedFiles()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(u"a.ndjson"_s, 4))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_window->window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_window->window(), &drop);
    QVERIFY(isOpen(u"a.ndjson"_s));
    QTRY_COMPARE(shown(), 4U);
}

void TestCaptures::offersRecentOnes()
{
    for (int i = 0; i < 12; ++i) {
        const QString name = u"%1.ndjson"_s.arg(i);
        request({write(name, i + 1)});
        QVERIFY(isOpen(name));
    }
    QCOMPARE(settings().recentCaptures().size(), 10);
    QMenu *recent = nullptr;
    for (QMenu *menu : m_window->window().findChildren<QMenu *>()) {
        if (menu->title().remove(u'&') == u"Open Recent"_s) {
            recent = menu;
        }
    }
    QVERIFY(recent != nullptr && recent->isEnabled());
    QCOMPARE(recent->actions().size(), 10);
    QVERIFY(recent->actions().first()->text().startsWith(u"11.ndjson"_s));
    recent->actions().at(3)->trigger();
    QVERIFY(isOpen(u"8.ndjson"_s));
    QCOMPARE(settings().recentCaptures().first(), m_folder->filePath(u"8.ndjson"_s));
    // One that is gone is told and leaves the list.
    QVERIFY(QFile::remove(m_folder->filePath(u"5.ndjson"_s)));
    for (QAction *action : recent->actions()) {
        if (action->text().startsWith(u"5.ndjson"_s)) {
            action->trigger();
            break;
        }
    }
    QCOMPARE(settings().recentCaptures().size(), 9);
    QVERIFY(isOpen(u"8.ndjson"_s));
}

QTEST_MAIN(TestCaptures)
#include "tst_captures.moc"
