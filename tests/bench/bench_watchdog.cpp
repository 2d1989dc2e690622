// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bar 14: how long the real window's thread keeps a key press waiting while pages are fetched, a query is typed, all is
// selected and all is exported.
#include "tests/bench/benchreport.h"
#include "tests/bench/benchstore.h"
#include "tests/bench/benchview.h"
#include "tests/bench/benchwindow.h"
#include "tests/bench/watchdog.h"
#include "tests/window/demowindow.h"
#include "ui/capture/exportdialog.h"
#include "ui/mainwindow/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTemporaryDir>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kFetched = 20'000;
constexpr int kBetweenKeysMs =
    170; ///< A little more than the filter row waits: each key starts a search.
constexpr int kSettleMs = 500;

/// Turns the event loop as QApplication::exec() does, timers behind what waits already; no pauses of its own.
void turnUntil(const std::function<bool()> &isReached, const char *what)
{
    QElapsedTimer timer;
    timer.start();
    while (!isReached()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::EventLoopExec);
        bench::require(timer.elapsed() < 60'000, what);
    }
}

void turnFor(int ms)
{
    QElapsedTimer timer;
    timer.start();
    turnUntil([&] { return timer.elapsed() >= ms; }, "waiting");
}

class WatchedWindow
{
public:
    /// Opens the events. The demo then fetches its own by itself, since nothing says that they are there.
    WatchedWindow(const QString &folder, quint32 events)
        : m_folder(folder)
        , m_events(events)
        , m_demo(folder, false)
    {
        m_demo.window().resize(1440, 900);
        turnUntil([this] { return model().loadedCount() >= m_events; }, "opening the events");
        // The stall that shows them is told at the next answers.
        const quint64 shown = m_watchdog.answers();
        turnUntil([this, shown] { return m_watchdog.answers() >= shown + 2; }, "showing them");
        bench::told(measured("opening the window"));
        turnUntil([this] { return model().loadedCount() > m_events; }, "fetching");
        turnUntil([this] { return !m_demo.session().feed().progress().isActive(); }, "fetching");
        turnFor(kSettleMs);
        m_events = model().loadedCount();
        end("fetching");
    }

    void type(const QString &query)
    {
        const auto filterField = field();
        filterField->setFocus();
        begin();
        for (const QChar key : query) {
            press(filterField, 0, key);
            turnFor(kBetweenKeysMs);
        }
        turnUntil([this] { return !model().isSearching(); }, "searching");
        for (qsizetype i = 0; i < query.size(); ++i) {
            press(filterField, Qt::Key_Backspace, {});
            turnFor(kBetweenKeysMs / 5);
        }
        turnUntil([this] { return model().shownCount() == m_events; }, "showing all again");
        turnFor(kSettleMs);
        end("typing " + query.toUtf8());
    }

    void selectAll()
    {
        begin();
        bench::require(m_demo.trigger(u"selectAll"_s), "selecting all");
        turnFor(2 * kSettleMs);
        end("selecting all");
    }

    void sortByType()
    {
        begin();
        model().sort(int(EventTableModel::Column::Type), Qt::AscendingOrder);
        turnFor(kSettleMs);
        model().sort(int(EventTableModel::Column::Time), Qt::AscendingOrder);
        turnFor(kSettleMs);
        end("sorting by type and back");
    }

    void exportAll()
    {
        begin();
        bench::require(m_demo.trigger(u"export"_s), "asking for an export");
        turnUntil([this] { return m_demo.dialog() != nullptr; }, "opening the dialog");
        auto *dialog = qobject_cast<ExportDialog *>(m_demo.dialog());
        bench::require(dialog != nullptr, "opening the dialog");
        bool isDone = false;
        QObject::connect(dialog, &ExportDialog::exported, dialog, [&isDone] { isDone = true; });
        dialog->exportTo(m_folder + u"/all.ndjson"_s);
        turnUntil([&isDone] { return isDone; }, "exporting");
        turnFor(kSettleMs);
        end("exporting all");
        dialog->reject();
    }

private:
    EventTableModel &model() { return m_demo.session().events(); }
    QLineEdit *field() { return m_demo.window().findChild<QLineEdit *>(u"filterField"_s); }

    static void press(QObject *receiver, int key, const QString &text)
    {
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QCoreApplication::postEvent(receiver, new QKeyEvent(type, key, Qt::NoModifier, text));
        }
    }

    void begin() { m_watchdog.take(); }
    void end(const QByteArray &what) { bench::atMost(measured(what), 1); }
    bench::Measured measured(const QByteArray &what)
    {
        const bench::Stalls stalls = m_watchdog.take();
        const QByteArray own = QByteArray::number(stalls.longestCpuMs, 'f', 1);
        return {"14",
                what + ": " + QByteArray::number(stalls.count) + " stalls, longest",
                m_events,
                stalls.longestMs,
                "a frame (own work up to " + own + " ms)",
                bench::kFrameMs,
                "ms"};
    }

    const QString m_folder;
    quint32 m_events; ///< Loaded.
    bench::Watchdog m_watchdog; ///< Before the window: it sees it open.
    DemoWindow m_demo;
};

} // namespace

int main(int argc, char **argv)
{
    const std::vector<quint32> counts = bench::wantedEvents(argc, argv);
    const TypeCatalogue catalogue = bench::catalogue();
    const QTemporaryDir temporary(bench::dataRoot() + u"/watchdog"_s);
    bench::keepSettingsIn(temporary.filePath(u"config"_s));
    QCoreApplication::setApplicationName(u"playhead"_s);
    const auto application = bench::makeApplication(argc, argv);
    for (const quint32 count : counts) {
        const auto folder = bench::makeWindowFolder(temporary.filePath(QString::number(count)),
                                                    kFetched);
        bench::copyStore(bench::storeFolder(count), folder.storeFolder());
        bench::setUpWindow(folder.environment);
        WatchedWindow window(folder.path, count);
        window.type(u"type:dsync.user.* Lighthouse"_s);
        window.sortByType();
        window.selectAll();
        window.exportAll();
    }
    return 0;
}
