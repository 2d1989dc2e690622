// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/jsonpage.h"
#include "ui/detail/jsontextedit.h"
#include "ui/detail/jsontreemodel.h"
#include "ui/detail/jsontreeview.h"
#include "ui/shared/theme.h"

#include <QClipboard>
#include <QGuiApplication>
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
    void copiesGiveTheStoredBytes();
    void prettyNeverReachesTheCopy();
    void treeOpensItsFirstLevelsAndRemembers();
    void largeEventsAreReadElsewhere();
    void anOutdatedAnswerIsDropped();
    void severalEventsShowWhatTheyShare();
    void findOpensTheJsonTab();
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
    QVERIFY(pane->eventBytes().isEmpty());
    grab(*pane, u"detail-summary"_s);
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
