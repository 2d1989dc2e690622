// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/capture/exportdialog.h"
#include "ui/events/eventtable.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace playhead {

/// What leaves the window: the events that a filter shows, exported and copied.
class TestExportShown : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { QTest::failOnWarning(anyRealWarning()); }
    void exportHoldsWhatTheFilterShows();
    void allShownEventsAreCopied();

private:
    static bool filter(WindowStand &stand);
    static QByteArray shownLines(WindowStand &stand);
};

/// Sets a filter that columns and bytes answer, and waits for its rows.
bool TestExportShown::filter(WindowStand &stand)
{
    EventFilter filter = stand.events().filter();
    filter.text = u"type:dsync.* data.email:*example*"_s;
    stand.events().setFilter(filter);
    return QTest::qWaitFor([&stand] { return !stand.events().isSearching(); })
           && stand.events().shownCount() > 10
           && stand.events().shownCount() < stand.events().loadedCount();
}

QByteArray TestExportShown::shownLines(WindowStand &stand)
{
    QByteArray lines;
    for (const EventRow row : stand.events().shownRows()) {
        const QByteArray line = stand.events().snapshot().raw(row).toByteArray();
        lines += line + '\n';
        if (!line.contains("example") || !line.contains("dsync.")) {
            return {};
        }
    }
    return lines;
}

void TestExportShown::exportHoldsWhatTheFilterShows()
{
    WindowStand stand;
    QVERIFY(stand.openDemo());
    QVERIFY(filter(stand));
    stand.action(u"export"_s)->trigger();
    auto *dialog = stand.window().findChild<ExportDialog *>();
    QVERIFY(dialog);
    for (auto *radio : dialog->findChildren<QRadioButton *>()) {
        if (radio->text().startsWith(u"Shown"_s)) {
            radio->click();
        }
    }
    const auto *said = dialog->findChild<QLabel *>(u"shownFilter"_s);
    QVERIFY(said->text().contains(u"type:dsync.* data.email:*example*"_s));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"shown.ndjson"_s);
    QSignalSpy exported(dialog, &ExportDialog::exported);
    dialog->exportTo(path);
    QVERIFY(exported.wait());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(!written.isEmpty());
    QCOMPARE(written, shownLines(stand));
}

void TestExportShown::allShownEventsAreCopied()
{
    WindowStand stand;
    QVERIFY(stand.openDemo());
    QVERIFY(filter(stand));
    QGuiApplication::clipboard()->clear();
    stand.action(u"selectAll"_s)->trigger();
    QTRY_VERIFY(stand.action(u"copyEventJson"_s)->isEnabled());
    stand.action(u"copyEventJson"_s)->trigger();
    QTRY_COMPARE(QGuiApplication::clipboard()->text().toUtf8() + '\n', shownLines(stand));
}

} // namespace playhead

QTEST_MAIN(playhead::TestExportShown)
#include "tst_exportshown.moc"
