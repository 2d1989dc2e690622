// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/savedplacestore.h"
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/cursors/cursordesk.h"
#include "ui/cursors/cursorfiledesk.h"
#include "ui/cursors/cursorimportdialog.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"
#include "ui/sidebar/cursorlistview.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr int kPatienceMs = 20'000;
const Instant kEnd = *tryParseIsoInstant("2026-11-23T14:06:00Z");

CursorPosition hoursBack(int hours)
{
    return FromTime{kEnd - std::chrono::hours(hours)};
}

} // namespace

/// Cursors that leave the window and come in: copied for another program, and as files.
class TestCursorsInAndOut : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(ThemeChoice::Light);
    }
    void init()
    {
        QTest::failOnWarning(anyRealWarning());
        QSettings().clear();
        m_stand = std::make_unique<WindowStand>();
        QVERIFY(m_stand->openDemo());
    }
    void cleanup() { m_stand.reset(); }

    void copiesWhatOtherProgramsRead();
    void aCaptureIsAskedWhereItIsServed();
    void savedPlacesAloneAreExported();
    void exportedCursorsComeBack();
    void whatDiffersIsOnlyTakenWhenItIsChecked();
    void severalAreTakenBackOneByOne();
    void aFileThatIsNoneIsToldInPlace();
    void anotherEnvironmentsFileIsTold();
    void everyInputHasAName();

private:
    bool addCursor(const QString &name, const CursorPosition &position)
    {
        Cursor cursor;
        cursor.environmentId = m_stand->environment().id;
        cursor.name = name;
        cursor.position = position;
        m_stand->cursors().create(cursor);
        return QTest::qWaitFor([this, &name] { return named(name).has_value(); }, kPatienceMs);
    }
    std::optional<Cursor> named(const QString &name) const
    {
        for (const Cursor &cursor : m_stand->cursors().cursors()) {
            if (cursor.name == name) {
                return cursor;
            }
        }
        return std::nullopt;
    }
    bool remove(const QString &name)
    {
        m_stand->cursors().remove(*named(name));
        return QTest::qWaitFor([this, &name] { return !named(name); }, kPatienceMs);
    }
    CursorFileDesk &files() const { return *m_stand->window().findChild<CursorFileDesk *>(); }
    bool writeFile(const QString &path)
    {
        QSignalSpy said(&files(), &CursorFileDesk::announced);
        files().exportTo(path);
        return said.wait(kPatienceMs);
    }
    /// nullptr when it does not come.
    CursorImportDialog *openPlan(const QString &path)
    {
        files().importFrom(path);
        const auto dialog = [this] { return m_stand->window().findChild<CursorImportDialog *>(); };
        return QTest::qWaitFor([dialog] { return dialog() != nullptr; }, kPatienceMs) ? dialog()
                                                                                      : nullptr;
    }
    static QPushButton *go(const QDialog &dialog)
    {
        return dialog.findChild<QPushButton *>(u"import"_s);
    }
    static QStringList column(const QDialog &dialog, int number)
    {
        const auto *model = dialog.findChild<QStandardItemModel *>();
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row) {
            texts.append(model->item(row, number)->text());
        }
        return texts;
    }

    std::unique_ptr<WindowStand> m_stand;
};

void TestCursorsInAndOut::copiesWhatOtherProgramsRead()
{
    const EventSnapshot &events = m_stand->events().snapshot();
    const EventRow row = m_stand->events().loadedRows().back();
    QVERIFY(addCursor(u"billing-sync"_s, AfterEvent{events.id(row), events.createdAt(row)}));
    auto *list = m_stand->window().findChild<CursorListView *>();
    QMenu menu;
    emit list->menuOpening(&menu, named(u"billing-sync"_s)->id);
    const QMenu *copyAs = nullptr;
    for (const QAction *action : menu.actions()) {
        copyAs = action->text() == u"Copy As"_s ? action->menu() : copyAs;
    }
    QVERIFY(copyAs);
    const QString id = events.id(row).toString();
    QHash<QString, QString> copied;
    for (QAction *action : copyAs->actions()) {
        if (!action->isSeparator()) {
            action->trigger();
            copied.insert(action->text(), QGuiApplication::clipboard()->text());
            QVERIFY2(copied[action->text()].contains(id), qPrintable(action->text()));
        }
    }
    QCOMPARE(copied.size(), 8);
    QCOMPARE(copied[u"after=…"_s], u"after="_s + id);
    QVERIFY(copied[u"cURL"_s].startsWith(u"curl"_s));
    QVERIFY(copied[u"cURL"_s].contains(u"127.0.0.1"_s)); // where the demo is served
    for (const QString &text : std::as_const(copied)) {
        QVERIFY(!text.contains(u"sk_"_s));
    }
    // The menu of the active cursor says the same.
    for (QMenu *other : m_stand->window().findChildren<QMenu *>()) {
        if (other->title().remove(u'&') == u"Copy It As"_s) {
            emit other->aboutToShow();
            QCOMPARE(other->actions().size(), copyAs->actions().size());
        }
    }
}

void TestCursorsInAndOut::aCaptureIsAskedWhereItIsServed()
{
    const Slice slice{m_stand->events().snapshot(),
                      m_stand->events().loadedRows(),
                      u"orders, all loaded"_s};
    Environment capture;
    capture.name = u"orders"_s;
    capture.keySource = KeySource::Capture;
    capture.baseUrl = QUrl::fromLocalFile(m_stand->folder() + u"/orders.ndjson"_s);
    QVERIFY(m_stand->open(capture, {m_stand->feed().baseUrl(), "sk_test_playhead"}, kEnd));
    QVERIFY(addCursor(u"billing-sync"_s, hoursBack(4)));
    const auto entry = [this](const QString &name) -> std::pair<bool, QString> {
        QMenu menu;
        emit m_stand->window()
            .findChild<CursorListView *>()
            ->menuOpening(&menu, named(u"billing-sync"_s)->id);
        for (const QAction *copyAs : menu.actions()) {
            for (QAction *action :
                 copyAs->menu() ? copyAs->menu()->actions() : QList<QAction *>()) {
                if (action->text() == name) {
                    QGuiApplication::clipboard()->clear();
                    action->trigger();
                    return {action->isEnabled(), QGuiApplication::clipboard()->text()};
                }
            }
        }
        return {};
    };
    for (const QString &name : {u"cURL"_s, u"JavaScript"_s, u"Go"_s}) {
        QCOMPARE(entry(name), std::pair(false, QString()));
    }
    QVERIFY(entry(u"range_start=…"_s).first);
    QVERIFY(entry(u"JSON"_s).first);
    SliceServer &server = m_stand->sliceServer();
    server.start({}, slice);
    QTRY_VERIFY_WITH_TIMEOUT(server.isRunning(), kPatienceMs);
    const auto [isEnabled, text] = entry(u"cURL"_s);
    QVERIFY(isEnabled);
    QVERIFY2(text.contains(server.url().toString()), qPrintable(text));
    server.stop();
}

void TestCursorsInAndOut::savedPlacesAloneAreExported()
{
    QAction *order = m_stand->action(u"exportCursors"_s);
    QVERIFY(addCursor(u"billing-sync"_s, hoursBack(4)));
    m_stand->cursors().savePlace(savedPlaceOf(*named(u"billing-sync"_s), u"before deploy"_s));
    QTRY_COMPARE(m_stand->cursors().savedPlaces().size(), 1);
    QVERIFY(remove(u"billing-sync"_s));
    QVERIFY(order->isEnabled());
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"cursors.json"_s);
    QSignalSpy said(&files(), &CursorFileDesk::announced);
    files().exportTo(path);
    QVERIFY(said.wait(kPatienceMs));
    QCOMPARE(said.first().first().toString(), u"Exported the saved places to cursors.json."_s);
    m_stand->cursors().removePlace(m_stand->cursors().savedPlaces().first());
    QTRY_VERIFY(!order->isEnabled());
    CursorImportDialog *dialog = openPlan(path);
    QVERIFY(dialog);
    QVERIFY(go(*dialog)->isEnabled());
    dialog->reject();
}

void TestCursorsInAndOut::exportedCursorsComeBack()
{
    QVERIFY(!m_stand->action(u"exportCursors"_s)->isEnabled());
    QVERIFY(addCursor(u"billing-sync"_s, hoursBack(4)));
    QVERIFY(addCursor(u"crm-mirror"_s, hoursBack(8)));
    QVERIFY(m_stand->action(u"exportCursors"_s)->isEnabled());
    m_stand->action(u"exportCursors"_s)->trigger();
    auto *place = m_stand->window().findChild<QFileDialog *>(u"cursorExportPlace"_s);
    QVERIFY(place);
    QVERIFY(place->selectedFiles().first().endsWith(u".json"_s));
    place->reject();
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"cursors.json"_s);
    QVERIFY(writeFile(path));
    const Cursor kept = *named(u"billing-sync"_s);
    QVERIFY(remove(u"billing-sync"_s));
    CursorImportDialog *dialog = openPlan(path);
    QVERIFY(dialog);
    QCOMPARE(column(*dialog, 0), (QStringList{u"billing-sync"_s, u"crm-mirror"_s}));
    QCOMPARE(column(*dialog, 1), (QStringList{u"New cursor"_s, u"Stored just so"_s}));
    QCOMPARE(go(*dialog)->text(), u"Import 1 entry"_s);
    QVERIFY(!named(u"billing-sync"_s)); // Nothing changes before it is said.
    go(*dialog)->click();
    QTRY_VERIFY_WITH_TIMEOUT(named(u"billing-sync"_s), kPatienceMs);
    QCOMPARE(named(u"billing-sync"_s)->position, kept.position);
    QTRY_VERIFY(!m_stand->window().findChild<CursorImportDialog *>());
    // All are stored just so: there is nothing to do.
    dialog = openPlan(path);
    QCOMPARE(go(*dialog)->text(), u"Nothing to import"_s);
    QVERIFY(!go(*dialog)->isEnabled());
    dialog->reject();
}

void TestCursorsInAndOut::whatDiffersIsOnlyTakenWhenItIsChecked()
{
    QVERIFY(addCursor(u"billing-sync"_s, hoursBack(4)));
    QVERIFY(addCursor(u"crm-mirror"_s, hoursBack(8)));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"cursors.json"_s);
    QVERIFY(writeFile(path));
    const CursorPosition wanted = named(u"crm-mirror"_s)->position;
    MovePlan plan;
    plan.change = CursorChange::RewoundToTime;
    for (const QString &name : {u"billing-sync"_s, u"crm-mirror"_s}) {
        plan.cursor = *named(name);
        plan.target = hoursBack(20);
        m_stand->cursors().apply(plan, {});
        QTRY_VERIFY_WITH_TIMEOUT(named(name)->position == hoursBack(20), kPatienceMs);
    }
    CursorImportDialog *dialog = openPlan(path);
    QVERIFY(dialog);
    QCOMPARE(column(*dialog, 1), (QStringList{u"Another place"_s, u"Another place"_s}));
    QVERIFY(!go(*dialog)->isEnabled());
    auto *model = dialog->findChild<QStandardItemModel *>();
    model->item(1)->setCheckState(Qt::Checked);
    QCOMPARE(go(*dialog)->text(), u"Import 1 entry"_s);
    // Nothing moves before it is counted; back from hour 20 to 8 skips what lies between.
    QVERIFY(!go(*dialog)->isEnabled());
    QCOMPARE(column(*dialog, 1), (QStringList{u"Another place"_s, u"Counting…"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(go(*dialog)->isEnabled(), kPatienceMs);
    QVERIFY2(column(*dialog, 1).last().startsWith(u"Skips "_s),
             qPrintable(column(*dialog, 1).last()));
    const auto *said = dialog->findChild<Notice *>(u"moved"_s);
    QVERIFY(said->isVisible());
    QVERIFY2(said->text().contains(QRegularExpression(
                 u"crm-mirror: (At least )?[0-9,]+ events will be skipped\\."_s)),
             qPrintable(said->text()));
    auto *all = dialog->findChild<QPushButton *>(u"takeAll"_s);
    all->click();
    QVERIFY(!go(*dialog)->isEnabled());
    all->click();
    QCOMPARE(go(*dialog)->text(), u"Import 2 entries"_s);
    model->item(0)->setCheckState(Qt::Unchecked);
    for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
        applyTheme(theme);
        grab(*dialog, theme == ThemeChoice::Dark ? u"import-dark"_s : u"import-light"_s);
    }
    QSignalSpy told(&files(), &CursorFileDesk::announced);
    QTRY_VERIFY_WITH_TIMEOUT(go(*dialog)->isEnabled(), kPatienceMs);
    go(*dialog)->click();
    QTRY_VERIFY_WITH_TIMEOUT(named(u"crm-mirror"_s)->position == wanted, kPatienceMs);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toString(),
             u"Imported 1 cursor from cursors.json. Edit, Undo takes it back."_s);
    QCOMPARE(named(u"billing-sync"_s)->position, hoursBack(20));
    m_stand->action(u"undo"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(named(u"crm-mirror"_s)->position == hoursBack(20), kPatienceMs);
}

void TestCursorsInAndOut::severalAreTakenBackOneByOne()
{
    QVERIFY(addCursor(u"billing-sync"_s, hoursBack(4)));
    QVERIFY(addCursor(u"crm-mirror"_s, hoursBack(8)));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"cursors.json"_s);
    QVERIFY(writeFile(path));
    QVERIFY(remove(u"billing-sync"_s) && remove(u"crm-mirror"_s));
    CursorImportDialog *dialog = openPlan(path);
    QVERIFY(dialog);
    QSignalSpy told(&files(), &CursorFileDesk::announced);
    go(*dialog)->click();
    QVERIFY(told.wait(kPatienceMs));
    QCOMPARE(told.first().first().toString(),
             u"Imported 2 cursors from cursors.json. Edit, Undo takes them back one by one."_s);
    m_stand->action(u"undo"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_stand->cursors().cursors().size(), 1, kPatienceMs);
    m_stand->action(u"undo"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_stand->cursors().cursors().size(), 0, kPatienceMs);
}

void TestCursorsInAndOut::aFileThatIsNoneIsToldInPlace()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"none.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a file of cursors");
    file.close();
    QSignalSpy problem(&files(), &CursorFileDesk::problem);
    files().importFrom(file.fileName());
    QVERIFY(problem.wait(kPatienceMs));
    QVERIFY(!problem.first().first().value<Error>().message.isEmpty());
    QVERIFY(!m_stand->window().findChild<CursorImportDialog *>());
}

void TestCursorsInAndOut::anotherEnvironmentsFileIsTold()
{
    CursorImportPlan plan;
    plan.fileName = u"cursors.json"_s;
    plan.environment = u"Acme EU"_s;
    plan.isOtherEnvironment = true;
    plan.problems = {u"cursors[2] has no name."_s};
    Cursor cursor;
    cursor.name = u"billing-sync"_s;
    cursor.position = hoursBack(3);
    plan.cursors = {{ImportEntry<Cursor>::State::New, cursor, {}}};
    SavedPlace place;
    place.name = u"Before release 4.12"_s;
    plan.places = {{ImportEntry<SavedPlace>::State::New, place, {}}};
    CursorImportContext context;
    context.environment = u"Staging"_s;
    context.now = kEnd;
    CursorImportDialog dialog(plan, context);
    dialog.open();
    QString texts;
    for (const auto *label : dialog.findChildren<QLabel *>()) {
        texts += label->text() + u'\n';
    }
    QVERIFY(texts.contains(u"The file was made for another environment, Acme EU."_s));
    QVERIFY(texts.contains(u"cursors[2] has no name."_s));
    // Enter alone does not take them in.
    QVERIFY(!go(dialog)->isDefault());
    // A new one can be left out.
    auto *model = dialog.findChild<QStandardItemModel *>();
    model->item(0)->setCheckState(Qt::Unchecked);
    QCOMPARE(go(dialog)->text(), u"Import 1 entry"_s);
    model->item(0)->setCheckState(Qt::Checked);
    model->item(1)->setCheckState(Qt::Unchecked);
    QSignalSpy accepted(&dialog, &CursorImportDialog::accepted);
    go(dialog)->click();
    QCOMPARE(accepted.size(), 1);
    const auto chosen = accepted.first().first().value<CursorImportPlan>();
    QCOMPARE(chosen.cursors.size(), 1);
    QCOMPARE(chosen.cursors.first().wanted.name, u"billing-sync"_s);
    QVERIFY(chosen.places.isEmpty());
    QVERIFY(accepted.first().last().value<QSet<QString>>().isEmpty());
}

void TestCursorsInAndOut::everyInputHasAName()
{
    CursorImportPlan plan;
    plan.fileName = u"cursors.json"_s;
    const CursorImportDialog dialog(plan, {});
    QCOMPARE(unnamedInputs(dialog), QStringList());
}

} // namespace playhead

QTEST_MAIN(playhead::TestCursorsInAndOut)
#include "tst_cursorsinandout.moc"
