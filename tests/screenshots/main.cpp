// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Takes pictures of the real window: playhead-screenshots FOLDER
#include "model/server/demoserver.h"
#include "tests/window/demowindow.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

// The moment at which the mocks were drawn.
constexpr Instant kDemoEnd = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)
                             + std::chrono::hours(14) + std::chrono::minutes(6);

struct Look
{
    QString name;
    ThemeChoice theme;
    QSize size;
};

class Photographer
{
public:
    Photographer(QDir folder, Look look)
        : m_folder(std::move(folder))
        , m_look(std::move(look))
    {}

    bool run()
    {
        QTemporaryDir data;
        QSettings().clear(); // each look begins as on the first day
        applyTheme(m_look.theme);
        if (!data.isValid() || !DemoWindow::prepare(data.path(), kDemoEnd)) {
            return false;
        }
        return takeFirstRun() && takeDemo(data.path());
    }

private:
    bool takeFirstRun()
    {
        QTemporaryDir empty;
        settings().setLastEnvironment(0);
        DemoWindow demo(empty.path(), false);
        demo.window().resize(m_look.size);
        QTest::qWait(200);
        return save(demo, u"first-run"_s);
    }

    bool takeDemo(const QString &data)
    {
        DemoWindow demo(data);
        demo.window().resize(m_look.size);
        if (!demo.waitOpened(u"Demo"_s) || !demo.fetch()) {
            std::fprintf(stderr, "the demo did not open or was not fetched\n");
            return false;
        }
        if (!demo.addCursor(u"audit-archive"_s, demo.loadedFromEnd(240))
            || !demo.addCursor(u"crm-mirror"_s, demo.loadedFromEnd(120))
            || !demo.addCursor(u"billing-sync"_s, demo.loadedFromEnd(15))) {
            return false;
        }
        demo.select(demo.loadedFromEnd(12));
        bool isDone = save(demo, u"loaded"_s);
        isDone = takeDialog(demo, u"rewind"_s) && takeDialog(demo, u"export"_s)
                 && takeDialog(demo, u"newCursorHere"_s) && takeDialog(demo, u"editCursor"_s)
                 && takeDialog(demo, u"newEnvironment"_s) && takeDialog(demo, u"shortcuts"_s)
                 && takeDialog(demo, u"about"_s) && isDone;
        isDone = takeFiltered(demo) && isDone;
        return takeError(demo) && isDone;
    }

    bool takeDialog(DemoWindow &demo, const QString &action)
    {
        if (!demo.trigger(action) || !demo.waitDialog()) {
            std::fprintf(stderr, "%s did not open\n", qPrintable(action));
            return false;
        }
        QTest::qWait(400); // a preview is counted
        const bool isSaved = save(demo, action);
        demo.dialog()->reject();
        return demo.waitNoDialog() && isSaved;
    }

    bool takeFiltered(DemoWindow &demo)
    {
        auto *field = demo.window().findChild<QLineEdit *>(u"filterField"_s);
        field->setText(u"foo-corp"_s);
        EventTableModel &events = demo.session().events();
        return QTest::qWaitFor(
                   [&events] {
                       return events.filter().text == u"foo-corp"_s && !events.isSearching();
                   },
                   10'000)
               && save(demo, u"filtered"_s);
    }

    bool takeError(DemoWindow &demo)
    {
        // An environment with a key that the server refuses: the real answer of the local Events API.
        Environment staging;
        staging.name = u"Staging"_s;
        LocalApiConfig config = demoConfig({1, 50, kDemoEnd});
        const auto catalogue = TypeCatalogue::load();
        const auto server = LocalEventsApi::start(std::move(config), *catalogue);
        if (!server) {
            return false;
        }
        staging.baseUrl = (*server)->url();
        emit demo.window().environmentEdited(staging, "sk_test_wrong");
        return demo.waitOpened(u"Staging"_s) && demo.fetch() && save(demo, u"error"_s);
    }

    bool save(DemoWindow &demo, const QString &state)
    {
        QTest::qWait(100); // layouts and queued repaints
        QPixmap picture = demo.window().grab();
        if (QDialog *dialog = demo.dialog()) {
            // Without a window manager a dialog has no place of its own: over the middle of the window, the rest dimmed.
            QPainter painter(&picture);
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 70));
            const QPixmap front = dialog->grab();
            painter.drawPixmap((picture.width() - front.width()) / 2,
                               (picture.height() - front.height()) / 2,
                               front);
        }
        const QString path = m_folder.filePath(u"%1-%2.png"_s.arg(state, m_look.name));
        std::printf("%s\n", qPrintable(path));
        return picture.save(path);
    }

    QDir m_folder;
    Look m_look;
};

} // namespace

int main(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("TZ", "UTC");
    qunsetenv("WORKOS_API_KEY");
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"playhead-screenshots"_s);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        std::fprintf(stderr, "usage: playhead-screenshots FOLDER\n");
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const Look looks[] = {{u"light"_s, ThemeChoice::Light, {1440, 900}},
                          {u"dark"_s, ThemeChoice::Dark, {1440, 900}},
                          {u"light-small"_s, ThemeChoice::Light, {960, 600}},
                          {u"dark-small"_s, ThemeChoice::Dark, {960, 600}}};
    for (const Look &look : looks) {
        if (!Photographer(folder, look).run()) {
            std::fprintf(stderr,
                         "The pictures of %s could not all be taken.\n",
                         qPrintable(look.name));
            return 1;
        }
    }
    return 0;
}
