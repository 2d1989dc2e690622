// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/pictures/picturestage.h"

#include "model/server/demoserver.h"
#include "tests/support/servedevents.h"
#include "ui/capture/requestlogmodel.h"
#include "ui/events/eventtable.h"
#include "ui/filter/completionpopup.h"
#include "ui/mainwindow/fetchchoice.h"
#include "ui/shared/settings.h"
#include "ui/timeline/timeline.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QScrollArea>
#include <QSettings>
#include <QTableView>
#include <QTest>

#include <cstdio>

namespace playhead {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 20'000;
// The moment at which the mocks were drawn.
constexpr Instant kEnd = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + 14h + 6min;
/// Of so many in 89 days, 2,412 lie in the last day, as in the mocks.
constexpr quint32 kDemoEvents = 12'943;

StubStream demoStream()
{
    static const StubStream made = [] {
        StubStream stream;
        for (const QByteArray &raw : makeDemoStream({1, kDemoEvents, kEnd})) {
            const QJsonObject event = QJsonDocument::fromJson(raw).object();
            const QString organization =
                event[u"data"_s].toObject()[u"organization_id"_s].toString();
            stream.events.push_back(
                {event[u"id"_s].toString().toUtf8(),
                 event[u"event"_s].toString().toUtf8(),
                 organization.toUtf8(),
                 parseIsoInstant(event[u"created_at"_s].toString().toLatin1()).value(),
                 raw});
        }
        std::erase_if(stream.events,
                      [](const StubStream::Event &event) { return event.createdAt < kEnd - 24h; });
        stream.date = kEnd + 61s;
        return stream;
    }();
    return made;
}

/// Tries without the waits between them.
FeedSettings hasty()
{
    FeedSettings settings;
    settings.retry.firstWait = 1ms;
    settings.retry.longestWait = 1ms;
    return settings;
}

} // namespace

PictureStage::PictureStage(const PictureLook &look)
    : m_look(look)
    , m_stream(demoStream())
{
    QSettings().clear();
    // With several windows at once, which page comes before the scripted answer would differ from run to run.
    settings().setFetchLimits({1, {}});
    QApplication::setCursorFlashTime(0); // A caret that stands still.
    applyTheme(look.theme);
    m_server.setFallback([this](const StubRequest &request) {
        if (m_pagesLeft == 0) {
            return m_afterwards;
        }
        m_pagesLeft -= m_pagesLeft > 0 ? 1 : 0;
        return m_stream.answer(request);
    });
    m_stand = std::make_unique<WindowStand>(hasty());
    m_stand->window().resize(look.size);
}

PictureStage::~PictureStage()
{
    if (QDialog *open = dialog()) {
        open->reject();
    }
    m_stand.reset();
}

bool PictureStage::open(Mark mark)
{
    Environment environment;
    environment.name = mark == Mark::Production ? u"Acme EU"_s : u"Staging"_s;
    environment.isProduction = mark == Mark::Production;
    environment.baseUrl = QUrl(u"https://api.workos.com"_s);
    const bool isInMemory = mark == Mark::KeyInMemory || mark == Mark::NoKey;
    environment.keySource = isInMemory ? KeySource::Memory : KeySource::Variable;
    // The first environment of a new folder has the number 1.
    m_stand->window().setKeyState(!isInMemory,
                                  mark == Mark::KeyInMemory ? QSet<qint64>{1} : QSet<qint64>{});
    return m_stand->open(environment, {m_server.url(), "sk_test_picture"}, kEnd + 1ms);
}

void PictureStage::answerAfter(int pages, const StubAnswer &answer)
{
    m_pagesLeft = pages;
    m_afterwards = answer;
}

void PictureStage::serveNothing()
{
    m_stream.events.clear();
}

bool PictureStage::moveToPlainServer()
{
    const auto catalogue = TypeCatalogue::load();
    auto server = LocalEventsApi::start(demoConfig({1, 10, kEnd}), *catalogue);
    if (!server) {
        return false;
    }
    m_plainServer = std::move(*server);
    QUrl url = m_plainServer->url();
    url.setScheme(u"https"_s);
    m_stand->feed().setFetchTarget({url, "sk_test_picture"});
    return true;
}

void PictureStage::moveToNobody()
{
    m_stand->feed().setFetchTarget({QUrl(u"http://127.0.0.1:9"_s), "sk_test_picture"});
}

void PictureStage::refuseTypes(const QByteArrayList &types)
{
    m_stream.refusedTypes = types;
    FetchChoice choice;
    choice.types = {types.first()};
    settings().setFetchChoice(1, saveChoice(choice));
}

bool PictureStage::fetch()
{
    return trigger(u"fetch"_s);
}

bool PictureStage::waitEnd()
{
    return QTest::qWaitFor(
        [this] {
            const FetchProgress &progress = m_stand->feed().progress();
            return !progress.isActive() && progress.state != FetchState::Idle;
        },
        kPatienceMs);
}

bool PictureStage::waitState(FetchState state)
{
    const auto now = [this] { return m_stand->feed().progress().state; };
    if (QTest::qWaitFor([&now, state] { return now() == state; }, kPatienceMs)) {
        return true;
    }
    std::fprintf(stderr, "the read stands at state %d, not %d\n", int(now()), int(state));
    return false;
}

bool PictureStage::load()
{
    return fetch() && waitState(FetchState::Done)
           && QTest::qWaitFor(
               [this] { return m_stand->events().shownCount() == m_stream.events.size(); },
               kPatienceMs);
}

EventRow PictureStage::fromEnd(int back)
{
    const EventTableModel &events = m_stand->events();
    return events.eventRowAt(int(events.shownCount()) - 1 - back);
}

bool PictureStage::addCursor(const QString &name, const CursorPosition &position)
{
    Cursor cursor;
    cursor.environmentId = m_stand->environment().id;
    cursor.name = name;
    cursor.position = position;
    const qsizetype before = m_stand->cursors().cursors().size();
    m_stand->cursors().create(cursor);
    return QTest::qWaitFor([this, before] { return m_stand->cursors().cursors().size() > before; },
                           kPatienceMs);
}

bool PictureStage::addCursors()
{
    const EventSnapshot events = m_stand->events().snapshot();
    const auto after = [&events](EventRow row) -> CursorPosition {
        return AfterEvent{events.id(row), events.createdAt(row)};
    };
    return addCursor(u"audit-archive"_s, after(fromEnd(1987)))
           && addCursor(u"crm-mirror"_s, after(fromEnd(561)))
           && addCursor(u"billing-sync"_s, after(fromEnd(15)))
           && QTest::qWaitFor([this] { return m_stand->events().cursorMarks().size() == 3; },
                              kPatienceMs);
}

bool PictureStage::addLostCursor()
{
    const Instant at = kEnd - 94 * 24h;
    return addCursor(u"billing-sync"_s,
                     AfterEvent{EventId{QByteArrayLiteral("event_01J5QZ3T9W8VX2Y4N6M1K0RCX7")},
                                at});
}

bool PictureStage::selectAsInTheMock()
{
    auto *timeline = m_stand->window().findChild<Timeline *>();
    timeline->setBrush({kEnd - 4h - 36min, kEnd});
    emit timeline->brushEdited(timeline->brush());
    if (!trigger(u"goToCursor"_s)) {
        return false;
    }
    m_stand->table().selectEvent(fromEnd(12));
    QAction *copy = m_stand->action(u"copyEventJson"_s);
    return QTest::qWaitFor([copy] { return copy->isEnabled(); }, kPatienceMs);
}

bool PictureStage::trigger(const QString &name)
{
    QAction *action = m_stand->action(name);
    if (action == nullptr
        || !QTest::qWaitFor([action] { return action->isEnabled(); }, kPatienceMs)) {
        std::fprintf(stderr, "%s: no such action, or it stays disabled\n", qPrintable(name));
        return false;
    }
    action->trigger();
    return true;
}

bool PictureStage::openDialog(const QString &action)
{
    if (!trigger(action) || !QTest::qWaitFor([] { return dialog() != nullptr; }, kPatienceMs)) {
        return false;
    }
    // Rewind counts before it can be applied.
    const auto *apply = dialog()->findChild<QAbstractButton *>(u"apply"_s);
    return apply == nullptr || QTest::qWaitFor([apply] { return apply->isEnabled(); }, kPatienceMs);
}

bool PictureStage::serve(int pages)
{
    SliceServer &server = m_stand->sliceServer();
    ServePlan plan;
    plan.port = 0;
    plan.faults.seed = 4;
    plan.faults.set(faultSetting(FaultKind::RateLimit, 0.15));
    plan.faults.set(faultSetting(FaultKind::RepeatPage, 0.1));
    server.start(plan,
                 Slice{m_stand->events().snapshot(),
                       m_stand->events().shownRows(),
                       u"Staging, shown"_s});
    if (!QTest::qWaitFor([&server] { return server.isRunning(); }, kPatienceMs)) {
        return false;
    }
    QUrl url = server.url();
    url.setPath(u"/events"_s);
    QByteArray after;
    for (int i = 0; i < pages; ++i) {
        url.setQuery(u"limit=20"_s
                     + (after.isEmpty() ? QString() : u"&after="_s + QString::fromUtf8(after)));
        const PlainAnswer answer = plainGet(url, server.apiKey(), "billing-sync/2.3");
        const QString next = QJsonDocument::fromJson(answer.body)
                                 .object()[u"list_metadata"_s]
                                 .toObject()[u"after"_s]
                                 .toString();
        after = next.isEmpty() ? after : next.toUtf8();
    }
    return true;
}

bool PictureStage::openAllFaults()
{
    auto *more = dialog()->findChild<QAbstractButton *>(u"allFaults"_s);
    auto *area = dialog()->findChild<QScrollArea *>();
    const auto *limit = dialog()->findChild<QWidget *>(u"fault-rate-limit"_s);
    if (more == nullptr || area == nullptr || limit == nullptr) {
        return false;
    }
    limit->findChild<QDoubleSpinBox *>()->setValue(5);
    more->click();
    QTest::qWait(0); // The layout follows.
    area->ensureWidgetVisible(more, 0, 300);
    return true;
}

bool PictureStage::selectRequest()
{
    auto *log = front()->findChild<QTableView *>(u"requestLog"_s);
    if (log == nullptr || log->model()->rowCount() == 0) {
        return false;
    }
    for (int row = log->model()->rowCount() - 1; row >= 0; --row) {
        if (!log->model()
                 ->index(row, int(RequestLogModel::Column::Fault))
                 .data()
                 .toString()
                 .isEmpty()
            || row == 0) {
            log->selectRow(row);
            return true;
        }
    }
    return false;
}

QDialog *PictureStage::dialog()
{
    return qobject_cast<QDialog *>(QApplication::activeModalWidget());
}

QWidget *PictureStage::front()
{
    if (QWidget *popup = QApplication::activePopupWidget()) {
        return popup;
    }
    if (QDialog *open = dialog()) {
        return open;
    }
    for (QWidget *window : QApplication::topLevelWidgets()) {
        const bool isBeside = window->objectName() == u"requestLogWindow"_s
                              || window->objectName() == u"sentRequestsWindow"_s
                              || window->objectName() == u"filterLanguage"_s
                              || window->objectName() == u"auditDialog"_s;
        if (isBeside && window->isVisible()) {
            return window;
        }
    }
    return nullptr;
}

QImage PictureStage::grab()
{
    QPixmap picture = m_stand->window().grab();
    if (QWidget *over = front()) {
        const QSizeF room = picture.deviceIndependentSize();
        QPainter painter(&picture);
        const QPixmap front = over->grab();
        const QSizeF size = front.deviceIndependentSize();
        if (over->windowType() == Qt::Popup) {
            painter.drawPixmap(over->pos() - m_stand->window().pos(), front);
        } else {
            // Without a window manager a window has no place of its own: over the middle, the rest dimmed.
            painter.fillRect(QRectF(QPointF(), room), QColor(0, 0, 0, 70));
            painter.drawPixmap(QPoint(int(room.width() - size.width()) / 2,
                                      int(room.height() - size.height()) / 2),
                               front);
        }
    }
    return picture.toImage().convertToFormat(QImage::Format_RGB32);
}

QImage PictureStage::take()
{
    // At rest: the same a few times in a row, over more than the shortest delays of the window (150 ms after typing).
    constexpr int kSame = 6;
    constexpr int kPauseMs = 40;
    const auto *list = m_stand->window().findChild<CompletionPopup *>();
    if (list == nullptr || !list->isOpen()) {
        m_stand->window().setFocus(Qt::OtherFocusReason); // The mocks show no focus but in dialogs.
    }
    QImage last;
    int same = 0;
    const bool isAtRest = QTest::qWaitFor(
        [&] {
            QTest::qWait(kPauseMs);
            const QImage now = grab();
            same = now == last ? same + 1 : 0;
            last = now;
            return same >= kSame;
        },
        kPatienceMs);
    return isAtRest ? last : QImage();
}

} // namespace playhead
