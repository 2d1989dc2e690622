// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bar 3: from the start of a process with the real window to its first painted table, against the same window without
// events. The window's process is this program again: the window itself has no way to tell when it has painted.
#include "app/session.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/benchstore.h"
#include "tests/bench/benchview.h"
#include "tests/bench/benchwindow.h"
#include "ui/mainwindow/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <limits>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr char kWindow[] = "--window";
constexpr int kRuns = 7;
constexpr quint32 kMany = 10'000'000;

qint64 steadyNs()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Ends the program after the first paint that shows the environment's events: of the table with all of them in it, or of
/// anything in the window when there are none.
class FirstPaint : public QObject
{
public:
    FirstPaint(Session &session, quint32 events)
        : m_session(session)
        , m_events(events)
        , m_table(session.window().findChild<EventTable *>())
    {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || m_session.openedEnvironment().isEmpty()) {
            return false;
        }
        const bool isTable = watched == m_table->viewport();
        if (m_session.events().loadedCount() == m_events && (m_events == 0 || isTable)) {
            qApp->removeEventFilter(this);
            // The paint comes after this, and with it all others of the window.
            QTimer::singleShot(0, this, [] {
                std::printf("%lld\n", qlonglong(steadyNs()));
                QCoreApplication::quit();
            });
        }
        return false;
    }

private:
    Session &m_session;
    const quint32 m_events;
    EventTable *m_table;
};

/// Arguments: --window DATA-FOLDER ENVIRONMENT EVENTS
int runWindow(int argc, char **argv)
{
    const QString folder = QString::fromLocal8Bit(argv[2]);
    bench::keepSettingsIn(folder + u"/config"_s);
    QCoreApplication::setApplicationName(u"playhead"_s);
    const TypeCatalogue catalogue = bench::catalogue();
    const auto application = bench::makeApplication(argc, argv);
    bench::setUpWindow(QByteArray(argv[3]).toLongLong());
    Session session({}, folder, catalogue);
    FirstPaint painted(session, QByteArray(argv[4]).toUInt());
    session.start();
    return QApplication::exec();
}

double startMs(const QString &program, const bench::WindowFolder &folder, quint32 events)
{
    QProcess window;
    window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const qint64 begin = steadyNs();
    window.start(program,
                 {QString::fromLatin1(kWindow),
                  folder.path,
                  QString::number(folder.environment),
                  QString::number(events)});
    bench::require(window.waitForFinished(120'000) && window.exitCode() == 0,
                   "starting the window");
    return double(window.readAllStandardOutput().trimmed().toLongLong() - begin) / 1e6;
}

void measure(const QString &program, quint32 count)
{
    const QTemporaryDir temporary(bench::dataRoot() + u"/start"_s);
    const auto empty = bench::makeWindowFolder(temporary.filePath(u"empty"_s));
    const auto full = bench::makeWindowFolder(temporary.filePath(u"full"_s));
    bench::require(QFile::link(bench::storeFolder(count), full.storeFolder()), "linking the store");
    double emptyMs = std::numeric_limits<double>::max();
    double fullMs = emptyMs;
    for (int run = 0; run < kRuns; ++run) {
        emptyMs = std::min(emptyMs, startMs(program, empty, 0));
        fullMs = std::min(fullMs, startMs(program, full, count));
    }
    bench::atMost(
        {"3", "start to first painted table", count, fullMs, "without events", emptyMs, "ms"},
        count >= kMany ? 5 : 2);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 5 && qstrcmp(argv[1], kWindow) == 0) {
        return runWindow(argc, argv);
    }
    for (const quint32 count : bench::wantedEvents(argc, argv)) {
        measure(QString::fromLocal8Bit(argv[0]), count);
    }
    return 0;
}
