// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/pictures/picturestates.h"

#include "tests/pictures/cursorstates.h"
#include "tests/pictures/requeststates.h"
#include "tests/pictures/rewindstates.h"
#include "ui/events/eventtable.h"
#include "ui/filter/completionpopup.h"
#include "ui/filter/filteredit.h"
#include "ui/mainwindow/filterbar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QTest>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

/// Pages that came before something went wrong.
constexpr int kPages = 13;

bool firstRun(PictureStage &)
{
    return true;
}

/// Opened, fetched, with the cursors and the selected event of the mock.
bool loaded(PictureStage &s)
{
    return s.open() && s.load() && s.addCursors() && s.selectAsInTheMock();
}

bool production(PictureStage &s)
{
    return s.open(PictureStage::Mark::Production) && s.load() && s.addCursors()
           && s.selectAsInTheMock();
}

bool keyInMemory(PictureStage &s)
{
    return s.open(PictureStage::Mark::KeyInMemory) && s.load();
}

bool noKey(PictureStage &s)
{
    return s.open(PictureStage::Mark::NoKey);
}

bool json(PictureStage &s)
{
    return loaded(s) && s.trigger(u"detailJson"_s);
}

bool detailBottom(PictureStage &s)
{
    return loaded(s) && s.trigger(u"detailAtBottom"_s);
}

bool severalSelected(PictureStage &s)
{
    if (!loaded(s)) {
        return false;
    }
    EventTable &table = s.stand().table();
    const int last = s.stand().events().rowCount() - 5;
    const QAbstractItemModel *model = table.model();
    table.selectionModel()->select({model->index(last - 8, 0),
                                    model->index(last, model->columnCount() - 1)},
                                   QItemSelectionModel::ClearAndSelect);
    return table.selectedCount() == 9;
}

bool setFilter(PictureStage &s, const QString &text)
{
    s.stand().window().findChild<QLineEdit *>(u"filterField"_s)->setText(text);
    const EventTableModel &events = s.stand().events();
    return QTest::qWaitFor(
        [&events, &text] { return events.filter().text == text && !events.isSearching(); }, 10'000);
}

bool filtered(PictureStage &s)
{
    return loaded(s) && setFilter(s, u"foo-corp"_s);
}

bool noMatch(PictureStage &s)
{
    return loaded(s) && setFilter(s, u"nobody-has-this-text"_s);
}

FilterEdit &filterField(PictureStage &s)
{
    return *s.stand().window().findChild<FilterEdit *>();
}

/// The list of what could be written, with the first one chosen.
bool offered(PictureStage &s, const QString &text)
{
    if (!loaded(s)) {
        return false;
    }
    FilterEdit &field = filterField(s);
    s.stand().window().activateWindow();
    field.setFocus();
    QTest::keyClicks(&field, text);
    // The counts come from another thread.
    const auto isCounted = [&field] {
        const QList<FilterCandidate> &candidates = field.popup()->completion().candidates;
        return field.popup()->isOpen() && candidates.front().count.has_value();
    };
    if (!QTest::qWaitFor(isCounted, 10'000)) {
        return false;
    }
    QTest::keyClick(&field, Qt::Key_Down);
    return true;
}

bool completionTypes(PictureStage &s)
{
    return offered(s, u"type:"_s);
}

bool completionPaths(PictureStage &s)
{
    return offered(s, u"family:auth data."_s);
}

bool completionFields(PictureStage &s)
{
    if (!loaded(s)) {
        return false;
    }
    FilterEdit &field = filterField(s);
    field.setRecents({u"org:\"Foo Corp\" type:dsync.user.*"_s, u"is:stale"_s});
    s.stand().window().activateWindow();
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_Down);
    return field.popup()->isOpen();
}

bool filterMistake(PictureStage &s)
{
    if (!loaded(s) || !setFilter(s, u"type:dsync.*"_s)) {
        return false;
    }
    filterField(s).setText(u"type:dsync.* after:yesterdy"_s);
    const auto *strip = s.stand().window().findChild<QWidget *>(u"filterMistake"_s);
    return QTest::qWaitFor([strip] { return strip->isVisible(); }, 10'000);
}

bool filterColours(PictureStage &s)
{
    return loaded(s)
           && setFilter(
               s,
               u"(org:\"Foo Corp\" OR family:auth) -type:*.deleted after:2d data.email ~ /foo/i"_s);
}

/// Long enough to be seen, which a search of the demo's events is not.
bool searching(PictureStage &s)
{
    if (!filtered(s)) {
        return false;
    }
    auto *bar = s.stand().window().findChild<FilterBar *>();
    bar->setSearchShare(0.4);
    return QTest::qWaitFor([bar] { return bar->shownSearchShare().has_value(); }, 10'000);
}

bool filterLanguage(PictureStage &s)
{
    return loaded(s) && s.trigger(u"filterLanguage"_s);
}

bool nothingInRange(PictureStage &s)
{
    s.serveNothing();
    return s.open() && s.fetch() && s.waitEnd();
}

bool hasRead(PictureStage &s, quint64 events)
{
    const EventFeed &feed = s.stand().feed();
    return QTest::qWaitFor([&feed, events] { return feed.progress().events == events; }, 10'000);
}

bool loading(PictureStage &s)
{
    s.answerAfter(3, {200, {}, {}, Travel::Silence});
    return s.open() && s.fetch() && hasRead(s, 300);
}

bool stopped(PictureStage &s)
{
    s.answerAfter(kPages, {200, {}, {}, Travel::Silence});
    return s.open() && s.fetch() && hasRead(s, kPages * 100) && s.trigger(u"stop"_s)
           && s.waitState(FetchState::Stopped);
}

bool failWith(PictureStage &s, int status, const QByteArray &body)
{
    s.answerAfter(kPages, {status, body, {}, Travel::Whole});
    return s.open() && s.fetch() && s.waitState(FetchState::Failed);
}

bool keyRefused(PictureStage &s)
{
    return failWith(s, 401, R"({"message":"Unauthorized"})");
}

bool forbidden(PictureStage &s)
{
    return failWith(s, 403, R"({"message":"Forbidden"})");
}

bool serverProblem(PictureStage &s)
{
    return failWith(s, 502, "<html>Bad gateway</html>");
}

bool unknownType(PictureStage &s)
{
    s.refuseTypes({"dsync.user.moved"});
    return s.open() && s.fetch() && s.waitState(FetchState::Failed);
}

bool pause(PictureStage &s)
{
    s.answerAfter(kPages,
                  {429, R"({"message":"Slow down"})", {{"Retry-After", "18"}}, Travel::Whole});
    return s.open() && s.fetch() && s.waitState(FetchState::Waiting);
}

bool offline(PictureStage &s)
{
    if (!stopped(s)) {
        return false;
    }
    s.moveToNobody();
    return s.fetch() && s.waitState(FetchState::Failed);
}

bool tls(PictureStage &s)
{
    return stopped(s) && s.moveToPlainServer() && s.fetch() && s.waitState(FetchState::Failed);
}

bool lostCursor(PictureStage &s)
{
    return s.open() && s.load() && s.addLostCursor() && s.trigger(u"fetchFromCursor"_s)
           && s.waitState(FetchState::Failed);
}

bool recover(PictureStage &s)
{
    return s.open() && s.load() && s.addLostCursor() && s.openDialog(u"recoverCursor"_s);
}

bool serveFaults(PictureStage &s)
{
    return loaded(s) && s.openDialog(u"serveSlice"_s) && s.openAllFaults();
}

bool servingStatus(PictureStage &s)
{
    if (!loaded(s) || !s.serve(6)) {
        return false;
    }
    s.stand().window().findChild<QAbstractButton *>(u"statusServing"_s)->click();
    return QApplication::activePopupWidget() != nullptr;
}

bool faultsDialog(PictureStage &s)
{
    return loaded(s) && s.serve(1) && s.openDialog(u"faults"_s);
}

bool requestLogEmpty(PictureStage &s)
{
    return loaded(s) && s.serve(0) && s.trigger(u"requestLog"_s);
}

bool requestLog(PictureStage &s)
{
    return loaded(s) && s.serve(22) && s.trigger(u"requestLog"_s) && s.selectRequest();
}

bool requestsEmpty(PictureStage &s)
{
    return s.open() && showNoRequests(s);
}

bool requests(PictureStage &s)
{
    return loaded(s) && showMadeRequests(s);
}

template<const char *action>
bool dialogOf(PictureStage &s)
{
    return loaded(s) && s.openDialog(QString::fromLatin1(action));
}

template<const char *action>
bool productionDialogOf(PictureStage &s)
{
    return production(s) && s.openDialog(QString::fromLatin1(action));
}

constexpr char kNewEnvironment[] = "newEnvironment";
constexpr char kEditEnvironment[] = "editEnvironment";
constexpr char kExport[] = "export";
constexpr char kNewCursor[] = "newCursorHere";
constexpr char kSetCursor[] = "setCursorHere";
constexpr char kEditCursor[] = "editCursor";
constexpr char kRewind[] = "rewind";
constexpr char kSavePosition[] = "savePosition";
constexpr char kSavedPlaces[] = "savedPlacesList";
constexpr char kServe[] = "serveSlice";
constexpr char kShortcuts[] = "shortcuts";
constexpr char kAbout[] = "about";

bool rewindOldest(PictureStage &s)
{
    return loaded(s) && s.openDialog(QString::fromLatin1(kRewind)) && rewindToOldest(s);
}

bool savedPlaces(PictureStage &s)
{
    return loaded(s) && savePlaces(s) && s.openDialog(QString::fromLatin1(kSavedPlaces));
}

bool movedElsewhere(PictureStage &s)
{
    return loaded(s) && moveElsewhere(s);
}

constexpr PictureState kStates[] = {
    {"first-run", firstRun},
    {"loaded", loaded},
    {"production", production},
    {"key-in-memory", keyInMemory},
    {"no-key", noKey},
    {"filtered", filtered},
    {"filter-colours", filterColours},
    {"filter-mistake", filterMistake},
    {"filter-searching", searching},
    {"completion-fields", completionFields},
    {"completion-types", completionTypes},
    {"completion-paths", completionPaths},
    {"filter-language", filterLanguage},
    {"no-match", noMatch},
    {"nothing-in-range", nothingInRange},
    {"loading", loading},
    {"stopped", stopped},
    {"401", keyRefused},
    {"403", forbidden},
    {"422", unknownType},
    {"429", pause},
    {"502", serverProblem},
    {"offline", offline},
    {"tls", tls},
    {"lost-cursor", lostCursor},
    {"json", json},
    {"detail-bottom", detailBottom},
    {"several-selected", severalSelected},
    {"rewind", dialogOf<kRewind>},
    {"rewind-production", productionDialogOf<kRewind>},
    {"rewind-oldest", rewindOldest},
    {"save-position", dialogOf<kSavePosition>},
    {"saved-places", savedPlaces},
    {"moved-elsewhere", movedElsewhere},
    {"recover", recover},
    {"recover-text", recoverText},
    {"recover-new", recoverNew},
    {"audit", audit},
    {"import-cursors", importCursors},
    {"fetch-scope", fetchScope},
    {"export-between", exportBetween},
    {"set-cursor", dialogOf<kSetCursor>},
    {"new-cursor", dialogOf<kNewCursor>},
    {"edit-cursor", dialogOf<kEditCursor>},
    {"new-environment", dialogOf<kNewEnvironment>},
    {"edit-environment", dialogOf<kEditEnvironment>},
    {"export", dialogOf<kExport>},
    {"serve", dialogOf<kServe>},
    {"serve-faults", serveFaults},
    {"serving-status", servingStatus},
    {"faults", faultsDialog},
    {"request-log", requestLog},
    {"request-log-empty", requestLogEmpty},
    {"requests", requests},
    {"requests-empty", requestsEmpty},
    {"shortcuts", dialogOf<kShortcuts>},
    {"about", dialogOf<kAbout>},
};

} // namespace

std::span<const PictureState> pictureStates()
{
    return kStates;
}

QImage takePicture(const PictureState &state, const PictureLook &look)
{
    PictureStage stage(look);
    return state.prepare(stage) ? stage.take() : QImage();
}

} // namespace playhead
