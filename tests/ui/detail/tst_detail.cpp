// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/detail/commonfieldsview.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/jsonpage.h"
#include "ui/detail/jsontextedit.h"
#include "ui/detail/jsontreemodel.h"
#include "ui/detail/jsontreeview.h"
#include "ui/shared/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

DetailEvent someEvent()
{
    DetailEvent event;
    event.id = EventId("event_01KD9F41ZC8Q5M2ZT4WW7RX4");
    event.type = "dsync.user.updated";
    event.family = Family::DirectorySync;
    event.createdAt = *tryParseIsoInstant("2026-11-23T13:58:51.306Z");
    event.organization = OrganizationId("org_01EZTR6WYX1A0DSE2CYMGXQ24Y");
    event.raw =
        R"({"object":"event","id":"event_01KD9F41ZC8Q5M2ZT4WW7RX4","event":"dsync.user.updated","data":{"object":"directory_user","id":"directory_user_01E1JG7J09H96KYP8HM9B0G5SJ","directory_id":"directory_01ECAZ4NV9QMV47GW873HDCX74","organization_id":"org_01EZTR6WYX1A0DSE2CYMGXQ24Y","email":"veda@foo-corp.com","first_name":"Veda","last_name":"Torp","job_title":"Staff Engineer","state":"active","custom_attributes":{"department":"Platform","cost_center":4210,"manager":null},"groups":[{"id":"directory_group_01E64QTDNS0EGJ0FMCVY9BWGZT"},{"id":"directory_group_01E64QTDNS0EGJ0FMCVY9BWGZU"}],"created_at":"2025-06-25T19:07:33.155Z","updated_at":"2026-11-23T13:58:51.190Z"},"created_at":"2026-11-23T13:58:51.306Z"})";
    return event;
}

DetailEvent largeEvent()
{
    DetailEvent event = someEvent();
    event.id = EventId("event_large");
    event.raw = "{\"id\":\"event_large\",\"data\":{\"items\":[";
    for (int i = 0; event.raw.size() < 5 * 1024 * 1024; ++i) {
        event.raw += (i > 0 ? "," : "") + QByteArray("{\"n\":") + QByteArray::number(i) + "}";
    }
    event.raw += "]}}";
    return event;
}

} // namespace

class TestDetail : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(anyRealWarning()); }
    void showsHeadTreeAndBytes();
    void anyNodeBecomesAColumn();
    void copiesGiveTheStoredBytes();
    void prettyNeverReachesTheCopy();
    void treeOpensItsFirstLevelsAndRemembers();
    void largeEventsAreReadElsewhere();
    void anOutdatedAnswerIsDropped();
    void keysLeadBackToTheTable_data();
    void keysLeadBackToTheTable();
    void treeKeysCopyAndOpen();
    void treeAsksForMoreByEnter();
    void footExplainsTheCurrentRow();
    void footDoesNotHideTheCurrentRow();
    void deepRowsKeepRoomForTheirKeys();
    void everyKindOfHardEventIsShown_data();
    void everyKindOfHardEventIsShown();
    void severalEventsShowWhatTheyShare();
    void findOpensTheJsonTab();
    void findInALargeEventIsDoneElsewhere();
    void ordersNameTheEvent();
    void everyInputHasAName();
    void looks();

private:
    std::unique_ptr<DetailPane> makePane() const;
    FixedClock m_clock{*tryParseIsoInstant("2026-11-23T14:06:00Z")};
};

void TestDetail::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(ThemeChoice::Light);
}

std::unique_ptr<DetailPane> TestDetail::makePane() const
{
    auto pane = std::make_unique<DetailPane>(m_clock);
    pane->setTimeZone(QTimeZone::utc());
    pane->setOrganizationNames([](const OrganizationId &id) {
        return id.value == "org_01EZTR6WYX1A0DSE2CYMGXQ24Y" ? u"Foo Corp"_s : QString();
    });
    pane->setHasActiveCursor(true);
    pane->resize(388, 620);
    return pane;
}

void TestDetail::showsHeadTreeAndBytes()
{
    const auto pane = makePane();
    pane->show();
    pane->setEvent(someEvent());
    QStringList names;
    for (const auto *child : pane->findChildren<QWidget *>()) {
        if (child->isVisible()) {
            names.append(child->accessibleName());
        }
    }
    QVERIFY(names.contains(u"dsync.user.updated"_s));
    QVERIFY(names.contains(u"event_01KD9F41ZC8Q5M2ZT4WW7RX4"_s));
    QVERIFY(names.contains(u"Foo Corp · 23 Nov 2026, 13:58:51.306 UTC · 7 minutes ago"_s));
    QCOMPARE(pane->findChild<JsonTreeView *>()->model()->rowCount(), 5);
    pane->setTab(DetailPane::Tab::Json);
    QCOMPARE(pane->findChild<JsonTextEdit *>()->text().text.toUtf8(), someEvent().raw);
    pane->clear();
    QVERIFY(pane->eventBytes().isEmpty());
    QVERIFY(!pane->findChild<JsonTextEdit *>()->isVisible());
}

void TestDetail::anyNodeBecomesAColumn()
{
    FixedClock clock(*tryParseIsoInstant("2026-11-23T14:00:00Z"));
    DetailPane pane(clock);
    pane.resize(400, 900);
    pane.show();
    pane.setEvent(someEvent());
    QSignalSpy requested(&pane, &DetailPane::columnRequested);
    auto *view = pane.findChild<JsonTreeView *>();
    const QAbstractItemModel *model = view->model();
    // On the row with this path; returns whether the entry could be chosen.
    const auto ask = [&](const QString &path) {
        const auto found = model->match(model->index(0, 0),
                                        JsonTreeModel::PathRole,
                                        path,
                                        1,
                                        Qt::MatchExactly | Qt::MatchRecursive);
        if (found.isEmpty()) {
            return false;
        }
        view->setCurrentIndex(found.first());
        QMenu menu;
        view->fillMenu(&menu);
        bool isThere = false;
        for (QAction *action : menu.actions()) {
            if (action->text() == u"Add Column from Path"_s && action->isEnabled()) {
                isThere = true;
                action->trigger();
            }
        }
        return isThere;
    };
    view->expandAll();
    QVERIFY(ask(u"data.custom_attributes.department"_s));
    QVERIFY(ask(u"data.custom_attributes"_s));
    QVERIFY(ask(u"data.groups[1].id"_s));
    QVERIFY(!ask(u"id"_s));
    QStringList paths;
    for (const QList<QVariant> &each : requested) {
        paths.append(each.first().toString());
    }
    QCOMPARE(paths,
             (QStringList{u"data.custom_attributes.department"_s,
                          u"data.custom_attributes"_s,
                          u"data.groups[].id"_s}));
}

void TestDetail::copiesGiveTheStoredBytes()
{
    const auto pane = makePane();
    DetailEvent event = someEvent();
    event.raw = "{\"a\":1.00,\"a\":\"\\u00e9\xE2\x80\xA8\"}";
    pane->setEvent(event);
    pane->copyEventJson();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), event.raw);
    pane->copyEventId();
    QCOMPARE(QGuiApplication::clipboard()->text(), event.id.toString());
}

void TestDetail::prettyNeverReachesTheCopy()
{
    const auto pane = makePane();
    pane->show();
    pane->setTab(DetailPane::Tab::Json);
    pane->setEvent(someEvent());
    auto *page = pane->findChild<JsonPage *>();
    page->setForm(JsonForm::Pretty);
    QVERIFY(page->edit()->text().text.contains(u"\n  \"data\": {\n"_s));
    pane->copyEventJson();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), someEvent().raw);
}

void TestDetail::treeOpensItsFirstLevelsAndRemembers()
{
    const auto pane = makePane();
    pane->show();
    pane->setEvent(someEvent());
    auto *view = pane->findChild<JsonTreeView *>();
    const auto *model = view->model();
    const auto at = [model](const QString &path) {
        const QModelIndexList found = model->match(model->index(0, 0),
                                                   JsonTreeModel::PathRole,
                                                   path,
                                                   1,
                                                   Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    };
    QVERIFY(view->isExpanded(at(u"data"_s)));
    QVERIFY(view->isExpanded(at(u"data.custom_attributes"_s)));
    QVERIFY(!view->isExpanded(at(u"data.groups"_s)));
    view->expand(at(u"data.groups"_s));
    view->collapse(at(u"data.custom_attributes"_s));

    DetailEvent next = someEvent();
    next.id = EventId("event_next");
    next.raw.replace("Veda", "Vera");
    pane->setEvent(next);
    QVERIFY(view->isExpanded(at(u"data.groups"_s)));
    QVERIFY(!view->isExpanded(at(u"data.custom_attributes"_s)));
    QCOMPARE(at(u"data.first_name"_s).siblingAtColumn(1).data().toString(), u"\"Vera\""_s);

    view->setCurrentIndex(at(u"data.first_name"_s));
    view->copyPath();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"data.first_name"_s);
    view->copyValue();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Vera"_s);
    view->copyJson();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"\"Vera\""_s);
}

void TestDetail::largeEventsAreReadElsewhere()
{
    const auto pane = makePane();
    pane->show();
    const DetailEvent event = largeEvent();
    pane->setEvent(event);
    auto *view = pane->findChild<JsonTreeView *>();
    QCOMPARE(view->model()->rowCount(), 0);
    QTRY_COMPARE(view->model()->rowCount(), 2);
    QVERIFY(view->isVisible());
    QVERIFY(qobject_cast<JsonTreeModel *>(view->model())->readCount() < 10);
    pane->setTab(DetailPane::Tab::Json);
    QTRY_COMPARE(pane->findChild<JsonTextEdit *>()->text().text.size(), event.raw.size());
    QCOMPARE(pane->findChild<JsonTextEdit *>()->text().text.toUtf8(), event.raw);
    QCOMPARE(pane->eventBytes(), event.raw);
}

void TestDetail::anOutdatedAnswerIsDropped()
{
    const auto pane = makePane();
    pane->show();
    pane->setEvent(largeEvent());
    pane->setEvent(someEvent());
    DetailEvent second = largeEvent();
    second.raw.replace("\"id\":\"event_large\"", "\"id\":\"event_second\",\"more\":1");
    pane->setEvent(second);
    auto *view = pane->findChild<JsonTreeView *>();
    QTRY_COMPARE(view->model()->rowCount(), 3);
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(20);
    QCOMPARE(view->model()->rowCount(), 3);
    pane->setEvent(largeEvent());
    pane->clear();
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(20);
    QCOMPARE(view->model()->rowCount(), 0);
}

void TestDetail::keysLeadBackToTheTable_data()
{
    QTest::addColumn<DetailPane::Tab>("tab");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    for (const auto tab : {DetailPane::Tab::Tree, DetailPane::Tab::Json}) {
        const char *name = tab == DetailPane::Tab::Tree ? "tree" : "json";
        QTest::addRow("%s, Esc", name) << tab << Qt::Key_Escape << Qt::KeyboardModifiers();
        QTest::addRow("%s, Shift+Enter", name)
            << tab << Qt::Key_Return << Qt::KeyboardModifiers(Qt::ShiftModifier);
    }
}

void TestDetail::keysLeadBackToTheTable()
{
    QFETCH(DetailPane::Tab, tab);
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    const auto pane = makePane();
    pane->show();
    pane->setEvent(someEvent());
    pane->setTab(tab);
    QSignalSpy left(pane.get(), &DetailPane::leaveRequested);
    QWidget *view = pane->findChild<JsonTreeView *>();
    if (tab == DetailPane::Tab::Json) {
        // The find bar takes the first Esc.
        view = pane->findChild<JsonTextEdit *>();
        pane->openFind();
        QTest::keyClick(pane->findChild<QLineEdit *>(), Qt::Key_Escape);
        QCOMPARE(left.size(), 0);
    }
    QTest::keyClick(view, key, modifiers);
    QCOMPARE(left.size(), 1);
}

void TestDetail::treeKeysCopyAndOpen()
{
    const auto pane = makePane();
    pane->show();
    pane->setEvent(someEvent());
    auto *view = pane->findChild<JsonTreeView *>();
    const QModelIndex data = view->model()->index(3, 0);
    view->setCurrentIndex(data);
    QVERIFY(view->isExpanded(data));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(!view->isExpanded(data));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(view->isExpanded(data));
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"directory_user"_s);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"data.object"_s);
    QTest::keyClick(view, Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"\"directory_user\""_s);
    view->collapseAll();
    view->setCurrentIndex(data);
    view->expandBelow();
    const QModelIndex groups = view->model()->index(10, 0, data);
    QCOMPARE(groups.data().toString(), u"groups"_s);
    QVERIFY(view->isExpanded(groups));
    QVERIFY(view->isExpanded(view->model()->index(1, 0, groups)));
}

void TestDetail::treeAsksForMoreByEnter()
{
    const auto pane = makePane();
    pane->show();
    DetailEvent event = someEvent();
    event.raw = "[" + QByteArray("1,").repeated(6000) + "1]";
    pane->setEvent(event);
    auto *view = pane->findChild<JsonTreeView *>();
    const int first = int(JsonTreeModel::kMostChildren);
    QCOMPARE(view->model()->rowCount(), first + 1);
    view->setCurrentIndex(view->model()->index(first, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(view->model()->rowCount(), 6001);
    QCOMPARE(view->currentIndex().row(), first); // the first of the new rows
}

void TestDetail::footExplainsTheCurrentRow()
{
    const auto pane = makePane();
    pane->show();
    pane->setEvent(someEvent());
    const auto shown = [&pane](const QString &text) {
        for (const auto *child : pane->findChildren<QWidget *>()) {
            if (child->isVisible() && child->accessibleName() == text) {
                return true;
            }
        }
        return false;
    };
    auto *view = pane->findChild<JsonTreeView *>();
    const auto goTo = [view](const QString &path) {
        view->setCurrentIndex(view->model()
                                  ->match(view->model()->index(0, 0),
                                          JsonTreeModel::PathRole,
                                          path,
                                          1,
                                          Qt::MatchExactly | Qt::MatchRecursive)
                                  .value(0));
    };
    goTo(u"data.first_name"_s);
    QVERIFY(shown(u"data.first_name"_s));
    goTo(u"data.created_at"_s);
    QVERIFY(shown(u"25 Jun 2025, 19:07:33.155 UTC, 515 d 18 h before this event"_s));
    grab(*pane, u"detail-foot"_s);
    goTo(u"data.updated_at"_s);
    QVERIFY(shown(u"23 Nov 2026, 13:58:51.190 UTC, 116 ms before this event"_s));
    goTo(u"created_at"_s);
    QVERIFY(shown(u"23 Nov 2026, 13:58:51.306 UTC, the time of this event"_s));
    goTo(u"data.organization_id"_s);
    QVERIFY(shown(u"Foo Corp, 3 Mar 2021, 00:36:08.797 UTC, 2091 d 13 h before this event"_s));
    // With room for both there are both.
    pane->resize(900, 300);
    goTo(u"data.updated_at"_s);
    QVERIFY(shown(u"data.updated_at"_s));
    QVERIFY(shown(u"23 Nov 2026, 13:58:51.190 UTC, 116 ms before this event"_s));
    pane->setEvent(largeEvent());
    QVERIFY(!shown(u"data.updated_at"_s));
}

void TestDetail::footDoesNotHideTheCurrentRow()
{
    const auto pane = makePane();
    pane->resize(388, 400);
    pane->show();
    pane->setEvent(someEvent());
    QTest::qWait(0);
    auto *view = pane->findChild<JsonTreeView *>();
    view->setCurrentIndex(view->indexAt(view->viewport()->rect().bottomLeft() - QPoint(0, 3)));
    QVERIFY(view->currentIndex().isValid());
    // Qt scrolls one pixel less than the row needs.
    QTRY_VERIFY(view->viewport()
                    ->rect()
                    .adjusted(0, 0, 0, 1)
                    .contains(view->visualRect(view->currentIndex())));
}

void TestDetail::deepRowsKeepRoomForTheirKeys()
{
    const auto pane = makePane();
    pane->show();
    DetailEvent event = someEvent();
    event.raw = QByteArray("{\"a\":").repeated(900) + "1" + QByteArray("}").repeated(900);
    pane->setEvent(event);
    auto *view = pane->findChild<JsonTreeView *>();
    view->setCurrentIndex(view->model()->index(0, 0));
    view->expandBelow();
    QModelIndex index = view->model()->index(0, 0);
    int level = 0;
    while (view->isExpanded(index)) {
        index = view->model()->index(0, 0, index);
        ++level;
    }
    QVERIFY(level >= 500);
    view->setCurrentIndex(index);
    QVERIFY(view->visualRect(index).width() >= 90);
    view->copyPath();
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'.'), level);
    pane->setEvent(someEvent());
    QVERIFY(view->columnWidth(0) < 200);
}

void TestDetail::everyKindOfHardEventIsShown_data()
{
    QTest::addColumn<QByteArray>("raw");
    QByteArray keys("{\"data\":{");
    for (int i = 0; i < 10'000; ++i) {
        keys += (i > 0 ? "," : "") + QByteArray("\"key_") + QByteArray::number(i) + "\":null";
    }
    QTest::newRow("10,000 keys") << keys + "}}";
    QTest::newRow("1,000 levels") << QByteArray("[").repeated(999) + QByteArray("]").repeated(999);
    QTest::newRow("lone surrogates") << QByteArray(R"({"a":"\ud800x","\udc00":"\ud83d\ude00"})");
    QTest::newRow("a string of 5 MB")
        << "{\"s\":\"" + QByteArray("x \\u00e9\\ud800 ").repeated(360'000) + "\"}";
    QTest::newRow("an empty list") << QByteArray("[]");
}

void TestDetail::everyKindOfHardEventIsShown()
{
    QFETCH(QByteArray, raw);
    const auto pane = makePane();
    pane->show();
    DetailEvent event = someEvent();
    event.raw = raw;
    pane->setEvent(event);
    auto *view = pane->findChild<JsonTreeView *>();
    QTRY_COMPARE(view->model()->rowCount() > 0, raw != "[]");
    pane->setTab(DetailPane::Tab::Json);
    auto *edit = pane->findChild<JsonTextEdit *>();
    QTRY_COMPARE(edit->text().text.size(), QString::fromUtf8(raw).size());
    QTRY_VERIFY_WITH_TIMEOUT(edit->isComplete(), 30'000);
    edit->selectAll();
    edit->copy();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), raw);
}

void TestDetail::severalEventsShowWhatTheyShare()
{
    const auto pane = makePane();
    pane->show();
    SelectionSummary summary;
    summary.events = 1234;
    summary.types = 3;
    summary.organizations = 1;
    summary.organization = OrganizationId("org_01EZTR6WYX1A0DSE2CYMGXQ24Y");
    summary.first = *tryParseIsoInstant("2026-11-23T12:44:02.318Z");
    summary.last = *tryParseIsoInstant("2026-11-23T13:56:40.611Z");
    pane->setSelectionSummary(summary);
    QStringList texts;
    for (const auto *label : pane->findChildren<QLabel *>()) {
        if (label->isVisible()) {
            texts.append(label->text());
        }
    }
    QVERIFY(texts.contains(u"1,234 events selected"_s));
    QVERIFY(texts.contains(u"3 different types"_s));
    QVERIFY(texts.contains(u"Foo Corp"_s));
    QVERIFY(texts.join(u' ').contains(u"1 h 12 min"_s));
    QVERIFY(texts.contains(u"Comparing the events…"_s));
    const auto says = [&pane](const QString &text) {
        for (const auto *label : pane->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text) {
                return true;
            }
        }
        return false;
    };
    CommonFields common;
    common.compared = 1000;
    pane->setCommonFields(common);
    QVERIFY(says(u"No field is equal in the first 1,000 of 1,234 events"_s));
    common.fields = {{u"data.organization_id"_s, "\"org_01EZTR6WYX1A0DSE2CYMGXQ24Y\""},
                     {u"data.state"_s, "\"active\""},
                     {u"data.groups"_s, "[1,2]"},
                     {u"data.cost_center"_s, "4210"},
                     {u"data.manager"_s, "null"}};
    pane->setCommonFields(common);
    QVERIFY(says(u"Equal in the first 1,000 of 1,234 events"_s));
    auto *view = pane->findChild<CommonFieldsView *>();
    QCOMPARE(view->accessibleName(), u"Common fields"_s);
    QCOMPARE(view->model()->rowCount(), 5);
    QCOMPARE(view->model()->index(2, 1).data().toString(), u"2 items"_s);
    QCOMPARE(view->model()->index(0, 1).data(JsonTreeModel::OrganizationNameRole).toString(),
             u"Foo Corp"_s);
    view->setCurrentIndex(view->model()->index(1, 0));
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"active"_s);
    summary.events = 1000;
    pane->setSelectionSummary(summary);
    pane->setCommonFields(common);
    QVERIFY(says(u"Equal in all 1,000 events"_s));
    QCOMPARE(unnamedInputs(*pane), QStringList());
    QVERIFY(pane->eventBytes().isEmpty());
    grab(*pane, u"detail-summary"_s);
    // Under the table there is no room for one below the other.
    pane->setPlacement(DetailPane::Placement::Bottom);
    pane->resize(960, 170);
    grab(*pane, u"detail-summary-bottom"_s);
    QTRY_VERIFY(view->height() >= 5 * 23);
    QVERIFY(view->x() + view->parentWidget()->x() >= 300);
}

void TestDetail::findOpensTheJsonTab()
{
    const auto pane = makePane();
    pane->show();
    pane->setEvent(someEvent());
    pane->openFind();
    QCOMPARE(pane->tab(), DetailPane::Tab::Json);
    auto *field = pane->findChild<QLineEdit *>();
    QTRY_VERIFY(field->isVisible());
    QTest::keyClicks(field, u"directory_group"_s);
    auto *edit = pane->findChild<JsonTextEdit *>();
    QCOMPARE(edit->selectedText(), u"directory_group"_s);
    QStringList texts;
    for (const auto *label : pane->findChildren<QLabel *>()) {
        texts.append(label->text());
    }
    QVERIFY(texts.contains(u"1 of 2"_s));
    pane->findNext();
    pane->findPrevious();
    QCOMPARE(edit->selectedText(), u"directory_group"_s);
    grab(*pane, u"detail-find"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
}

void TestDetail::findInALargeEventIsDoneElsewhere()
{
    const auto pane = makePane();
    pane->show();
    const DetailEvent event = largeEvent();
    pane->setEvent(event);
    pane->setTab(DetailPane::Tab::Json);
    auto *edit = pane->findChild<JsonTextEdit *>();
    QTRY_COMPARE(edit->text().text.size(), event.raw.size());
    pane->openFind();
    auto *field = pane->findChild<QLineEdit *>();
    const auto says = [&pane](const QString &text) {
        for (const auto *label : pane->findChildren<QLabel *>()) {
            if (label->text() == text) {
                return true;
            }
        }
        return false;
    };
    field->setText(u"}"_s);
    field->setText(u"\"N\":300000"_s); // the search before it is given up
    QVERIFY(says(u"Searching…"_s));
    QTRY_VERIFY(says(u"1 of 1"_s));
    QTRY_VERIFY_WITH_TIMEOUT(edit->isComplete(), 30'000);
    QCOMPARE(edit->textCursor().selectedText(), u"\"n\":300000"_s);
    field->setText(u"absent"_s);
    QTRY_VERIFY(says(u"No match"_s));
}

void TestDetail::ordersNameTheEvent()
{
    const auto pane = makePane();
    pane->setEvent(someEvent());
    QSignalSpy set(pane.get(), &DetailPane::setCursorHereRequested);
    QSignalSpy made(pane.get(), &DetailPane::newCursorHereRequested);
    QAbstractButton *setButton = nullptr;
    for (auto *button : pane->findChildren<QAbstractButton *>()) {
        if (button->text() == u"Set cursor here"_s) {
            setButton = button;
        } else if (button->text() == u"New cursor here"_s) {
            button->click();
        }
    }
    QVERIFY(setButton);
    setButton->click();
    QCOMPARE(set.value(0).value(0).value<EventId>(), someEvent().id);
    QCOMPARE(made.value(0).value(0).value<EventId>(), someEvent().id);
    pane->setHasActiveCursor(false);
    QVERIFY(!setButton->isEnabled());
}

void TestDetail::everyInputHasAName()
{
    const auto pane = makePane();
    pane->setEvent(someEvent());
    QCOMPARE(unnamedInputs(*pane), QStringList());
    QCOMPARE(pane->findChild<JsonTreeView *>()->accessibleName(), u"Event tree"_s);
    QCOMPARE(pane->findChild<JsonTextEdit *>()->accessibleName(), u"Event JSON"_s);
}

void TestDetail::looks()
{
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(theme);
        const QString suffix = theme == ThemeChoice::Dark ? u"dark"_s : u"light"_s;
        const auto pane = makePane();
        pane->show();
        grab(*pane, u"detail-empty-"_s + suffix);
        pane->setEvent(someEvent());
        const QImage tree = grab(*pane, u"detail-tree-"_s + suffix);
        QCOMPARE(tree.pixelColor(3, 3), tokens().base);
        pane->setTab(DetailPane::Tab::Json);
        grab(*pane, u"detail-json-"_s + suffix);
        pane->findChild<JsonPage *>()->setForm(JsonForm::Pretty);
        grab(*pane, u"detail-pretty-"_s + suffix);
        pane->setTab(DetailPane::Tab::Tree);
        pane->setPlacement(DetailPane::Placement::Bottom);
        pane->resize(960, 160);
        grab(*pane, u"detail-bottom-"_s + suffix);
        pane->setPlacement(DetailPane::Placement::Right);
    }
    applyTheme(ThemeChoice::Light);
}

} // namespace playhead

QTEST_MAIN(playhead::TestDetail)
#include "tst_detail.moc"
