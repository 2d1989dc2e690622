// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/shared/theme.h"
#include "ui/sidebar/cursordelegate.h"
#include "ui/sidebar/cursorlistmodel.h"
#include "ui/sidebar/cursorlistview.h"
#include "ui/sidebar/facetview.h"
#include "ui/sidebar/organizationlistmodel.h"
#include "ui/sidebar/sidebarpane.h"
#include "ui/sidebar/typetreemodel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

FacetCounts::TypeCount type(const char *name, Family family, quint32 count)
{
    return {QByteArray(name), family, count};
}

FacetCounts someFacets()
{
    FacetCounts facets;
    facets.types = {type("dsync.user.updated", Family::DirectorySync, 626),
                    type("dsync.group.user_added", Family::DirectorySync, 246),
                    type("dsync.user.created", Family::DirectorySync, 114),
                    type("dsync.user.deleted", Family::DirectorySync, 27),
                    type("authentication.sso_succeeded", Family::Authentication, 897),
                    type("user.created", Family::Users, 147),
                    type("organization_domain.verified", Family::Organizations, 128),
                    type("connection.activated", Family::Connections, 9),
                    type("role.updated", Family::RolesAccess, 69),
                    type("api_key.created", Family::Platform, 58)};
    const std::pair<const char *, quint32> organizations[] = {{"Foo Corp", 783},
                                                              {"Lumen Health", 564},
                                                              {"Birch & Vale", 345},
                                                              {"Orbital", 320},
                                                              {"Kestrel Air", 236}};
    for (const auto &[name, count] : organizations) {
        facets.organizations.append(
            {OrganizationId("org_" + QByteArray(name)), QString::fromUtf8(name), count});
    }
    facets.organizations.append({OrganizationId("org_01EZTR6WYX1A0DSE2CYMGXQ24Y"), {}, 12});
    facets.organizations.append({OrganizationId(), {}, 4});
    return facets;
}

CursorRow cursorRow(qint64 id,
                    const char *name,
                    const char *time,
                    const char *event,
                    quint64 lag,
                    bool isExact = true)
{
    CursorRow row;
    row.cursor.id = id;
    row.cursor.name = QString::fromUtf8(name);
    row.cursor.position = AfterEvent{EventId(event), *tryParseIsoInstant(time)};
    row.lag = Lag{lag, isExact};
    return row;
}

QList<CursorRow> someCursors()
{
    return {cursorRow(3,
                      "audit-archive",
                      "2026-11-22T18:00:00Z",
                      "event_01KD9F14TB00000000000M3W1Z",
                      1987),
            cursorRow(1,
                      "billing-sync",
                      "2026-11-23T13:56:40.611Z",
                      "event_01KD9F14TB00000000000QKZ5C",
                      15),
            cursorRow(2,
                      "crm-mirror",
                      "2026-11-23T10:41:09Z",
                      "event_01KD9F14TB000000000007T0BD",
                      561,
                      false)};
}

} // namespace

class TestSidebar : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void showsEveryCheckAndCountByName();
    void familyCheckFollowsItsTypes();
    void familyCheckTogglesAllItsTypes();
    void altClickShowsOnlyOne_data();
    void altClickShowsOnlyOne();
    void clickAnywhereOnARowToggles();
    void spaceToggles();
    void clearBringsBackWhatWasOff();
    void typedLettersGoToAType();
    void nothingIsSqueezedInALowPane();
    void longListsScrollBeforeThePaneDoes_data();
    void longListsScrollBeforeThePaneDoes();
    void keyboardComesToTheFirstListWithRows();
    void namingAnOrganizationIsAnOrder();
    void editedFilterKeepsTheText();
    void newCountsKeepExpansionScrollAndCurrent();
    void familiesComeAndGo();
    void openFamiliesAreKept();
    void reorderKeepsPersistentIndexes();
    void organizationsAreFoundByNameAndId();
    void staysInStepWithManyOrganizations();
    void cursorsAreUpdatedInPlace();
    void cursorTextsSayLag_data();
    void cursorTextsSayLag();
    void cursorKeysGiveOrders();
    void ageIsWarnedOfBelowAWeek_data();
    void ageIsWarnedOfBelowAWeek();
    void tipTellsAllOfACursor();
    void menuOfACursorGivesEachOrder();
    void emptyListsSayWhatToDo();
    void everyInputHasAName();
    void looks();

private:
    std::unique_ptr<SidebarPane> makePane() const;

    TypeCatalogue m_catalogue;
    FixedClock m_clock{*tryParseIsoInstant("2026-11-23T14:06:00Z")};
};

void TestSidebar::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(ThemeChoice::Light);
    Result<TypeCatalogue> loaded = TypeCatalogue::load();
    QVERIFY(loaded);
    m_catalogue = std::move(*loaded);
}

void TestSidebar::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
}

std::unique_ptr<SidebarPane> TestSidebar::makePane() const
{
    auto pane = std::make_unique<SidebarPane>(m_catalogue, m_clock);
    pane->setTimeZone(QTimeZone::utc());
    pane->resize(232, 640);
    return pane;
}

void TestSidebar::showsEveryCheckAndCountByName()
{
    TypeTreeModel model(m_catalogue);
    const QAbstractItemModelTester tester(&model);
    model.setTypes(someFacets().types, {});
    QCOMPARE(model.rowCount(), 7);
    const QModelIndex family = model.index(0, 0);
    QCOMPARE(family.data().toString(), u"Directory Sync"_s);
    QCOMPARE(family.data(TypeTreeModel::CountRole).toUInt(), 626U + 246 + 114 + 27);
    QCOMPARE(model.index(0, 0, family).data().toString(),
             m_catalogue.describe("dsync.user.updated").label);
    QCOMPARE(model.index(0, 0, family).data(Qt::AccessibleTextRole).toString(),
             u"dsync.user.updated, 626 events"_s);
    QCOMPARE(model.index(0, 0, family).parent(), family);
}

void TestSidebar::familyCheckFollowsItsTypes()
{
    TypeTreeModel model(m_catalogue);
    const QAbstractItemModelTester tester(&model);
    model.setTypes(someFacets().types, {"dsync.user.updated"});
    const QModelIndex family = model.familyIndex(Family::DirectorySync);
    QCOMPARE(family.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QSignalSpy edited(&model, &TypeTreeModel::hiddenTypesEdited);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    for (int row = 1; row < 4; ++row) {
        QVERIFY(model.setData(model.index(row, 0, family), int(Qt::Unchecked), Qt::CheckStateRole));
    }
    QCOMPARE(edited.size(), 3);
    QCOMPARE(family.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(changed.last().first().toModelIndex(), family);
    QCOMPARE(edited.last().first().value<QSet<QByteArray>>().size(), 4);
}

void TestSidebar::familyCheckTogglesAllItsTypes()
{
    TypeTreeModel model(m_catalogue);
    model.setTypes(someFacets().types, {"dsync.user.updated", "user.created", "not.loaded"});
    QSignalSpy edited(&model, &TypeTreeModel::hiddenTypesEdited);
    const QModelIndex family = model.familyIndex(Family::DirectorySync);
    QVERIFY(model.setData(family, int(Qt::Checked), Qt::CheckStateRole));
    QCOMPARE(edited.last().first().value<QSet<QByteArray>>(),
             QSet<QByteArray>({"user.created", "not.loaded"}));
    QVERIFY(model.setData(family, int(Qt::Unchecked), Qt::CheckStateRole));
    QCOMPARE(edited.last().first().value<QSet<QByteArray>>().size(), 6);
}

void TestSidebar::altClickShowsOnlyOne_data()
{
    QTest::addColumn<bool>("isFamily");
    QTest::newRow("a family") << true;
    QTest::newRow("a type") << false;
}

void TestSidebar::altClickShowsOnlyOne()
{
    QFETCH(bool, isFamily);
    const auto pane = makePane();
    pane->setFacets(someFacets(), {});
    pane->show();
    auto *view = pane->findChild<FacetView *>(u"types"_s);
    auto *model = qobject_cast<TypeTreeModel *>(view->model());
    QSignalSpy edited(pane.get(), &SidebarPane::filterEdited);
    const QModelIndex family = model->familyIndex(Family::DirectorySync);
    const QModelIndex index = isFamily ? family : model->index(2, 0, family);
    QTest::mouseClick(view->viewport(),
                      Qt::LeftButton,
                      Qt::AltModifier,
                      view->visualRect(index).center());
    QCOMPARE(edited.size(), 1);
    const auto filter = edited.first().first().value<EventFilter>();
    QCOMPARE(filter.hiddenTypes.size(), isFamily ? 6 : 9);
    QVERIFY(!filter.hiddenTypes.contains("dsync.user.created"));
    QCOMPARE(filter.hiddenTypes.contains("dsync.user.updated"), !isFamily);
}

void TestSidebar::clickAnywhereOnARowToggles()
{
    const auto pane = makePane();
    pane->setFacets(someFacets(), {});
    pane->show();
    auto *view = pane->findChild<FacetView *>(u"organizations"_s);
    QSignalSpy edited(pane.get(), &SidebarPane::filterEdited);
    const QRect rect = view->visualRect(view->model()->index(1, 0));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, rect.center());
    QCOMPARE(edited.last().first().value<EventFilter>().hiddenOrganizations.size(), 1);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, rect.topLeft() + QPoint(20, 12));
    QCOMPARE(edited.last().first().value<EventFilter>().hiddenOrganizations.size(), 0);
    QCOMPARE(edited.size(), 2);

    auto *types = pane->findChild<FacetView *>(u"types"_s);
    const QModelIndex family = types->model()->index(1, 0);
    QVERIFY(!types->isExpanded(family));
    QTest::mouseClick(types->viewport(),
                      Qt::LeftButton,
                      {},
                      QPoint(13, types->visualRect(family).center().y()));
    QVERIFY(types->isExpanded(family));
    QCOMPARE(edited.size(), 2);
}

void TestSidebar::spaceToggles()
{
    const auto pane = makePane();
    pane->setFacets(someFacets(), {});
    pane->show();
    auto *view = pane->findChild<FacetView *>(u"types"_s);
    QSignalSpy edited(pane.get(), &SidebarPane::filterEdited);
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Space);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.first().first().value<EventFilter>().hiddenTypes.size(), 4);
}

void TestSidebar::typedLettersGoToAType()
{
    const auto pane = makePane();
    pane->setFacets(someFacets(), {});
    pane->show();
    auto *view = pane->findChild<FacetView *>(u"types"_s);
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClicks(view, u"rol"_s);
    QCOMPARE(view->currentIndex().data().toString(), u"Roles & access"_s);
}

void TestSidebar::longListsScrollBeforeThePaneDoes_data()
{
    QTest::addColumn<bool>("hasCursors");
    QTest::newRow("cursors") << true;
    QTest::newRow("the word on no cursors") << false;
}

/// With room for the least heights of all sections, every section is seen without scrolling the pane.
void TestSidebar::longListsScrollBeforeThePaneDoes()
{
    QFETCH(bool, hasCursors);
    const auto pane = makePane();
    FacetCounts facets = someFacets();
    for (int i = 0; i < 20; ++i) {
        facets.types.prepend({"dsync.made.up_" + QByteArray::number(i), Family::DirectorySync, 1});
    }
    if (hasCursors) {
        pane->setCursors(someCursors(), 1);
    }
    pane->setFacets(facets, {});
    pane->resize(232, 600);
    pane->show();
    auto *types = pane->findChild<FacetView *>(u"types"_s);
    auto *organizations = pane->findChild<FacetView *>(u"organizations"_s);
    QTRY_VERIFY(types->height() >= 5 * 24);
    QTRY_VERIFY(organizations->height() >= 5 * 24);
    const auto bottom = [&pane, organizations] {
        return organizations->mapTo(pane.get(), QPoint(0, organizations->height())).y();
    };
    QTRY_VERIFY2(bottom() <= pane->height(), qPrintable(QString::number(bottom())));
}

void TestSidebar::nothingIsSqueezedInALowPane()
{
    const auto pane = makePane();
    QList<CursorRow> cursors = someCursors();
    pane->setCursors(cursors, 1);
    pane->setFacets(someFacets(), {});
    // What is left of a window of 960x600 with its timeline.
    pane->resize(232, 360);
    pane->show();
    grab(*pane, u"sidebar-low"_s);
    auto *cursorView = pane->findChild<CursorListView *>(u"cursors"_s);
    auto *types = pane->findChild<FacetView *>(u"types"_s);
    auto *organizations = pane->findChild<FacetView *>(u"organizations"_s);
    QVERIFY(cursorView->height() >= 3 * 44);
    QVERIFY(types->height() >= 5 * 24);
    QVERIFY(organizations->height() >= 5 * 24);
    // By keys alone each row comes into sight.
    pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(pane.get()));
    organizations->setFocus(Qt::TabFocusReason);
    organizations->setCurrentIndex(organizations->model()->index(0, 0));
    for (int row = 0; row < organizations->model()->rowCount(); ++row) {
        const QRect rect = organizations->visualRect(organizations->currentIndex());
        QCOMPARE(organizations->currentIndex().row(), row);
        const QPoint middle = organizations->viewport()->mapTo(pane.get(), rect.center());
        QVERIFY2(pane->rect().adjusted(0, 10, 0, -10).contains(middle),
                 qPrintable(QString::number(row)));
        QTest::keyClick(organizations, Qt::Key_Down);
    }
}

void TestSidebar::keyboardComesToTheFirstListWithRows()
{
    const std::unique_ptr<SidebarPane> pane = makePane();
    QVERIFY(!pane->focusProxy());
    pane->setFacets(someFacets(), {});
    QCOMPARE(pane->focusProxy(), pane->findChild<QWidget *>(u"types"_s));
    pane->setCursors({cursorRow(1, "billing-sync", "2026-11-23T13:56:40Z", "event_01", 15)}, 1);
    QCOMPARE(pane->focusProxy(), pane->findChild<QWidget *>(u"cursors"_s));
}

void TestSidebar::namingAnOrganizationIsAnOrder()
{
    const auto pane = makePane();
    pane->setFacets(someFacets(), {});
    QSignalSpy named(pane.get(), &SidebarPane::nameOrganizationRequested);
    auto *view = pane->findChild<FacetView *>(u"organizations"_s);
    view->setCurrentIndex(view->model()->index(1, 0));
    QTest::keyClick(view, Qt::Key_F2);
    QCOMPARE(named.value(0).value(0).value<OrganizationId>(), someFacets().organizations[1].id);
}

void TestSidebar::clearBringsBackWhatWasOff()
{
    const auto pane = makePane();
    EventFilter filter;
    filter.hiddenTypes = {"user.created", "gone.type"};
    pane->setFacets(someFacets(), filter);
    pane->show();
    QToolButton *all = nullptr;
    for (auto *button : pane->findChildren<QToolButton *>()) {
        if (button->toolTip() == u"Show all types"_s) {
            all = button;
        }
    }
    QVERIFY(all && all->isVisible());
    QCOMPARE(all->text(), u"Clear"_s);
    QSignalSpy edited(pane.get(), &SidebarPane::filterEdited);
    all->click();
    QVERIFY(edited.first().first().value<EventFilter>().hiddenTypes.isEmpty());
    QVERIFY(!all->isVisible());
}

void TestSidebar::editedFilterKeepsTheText()
{
    const auto pane = makePane();
    EventFilter filter;
    filter.text = u"okta"_s;
    filter.hiddenOrganizations = {OrganizationId()};
    pane->setFacets(someFacets(), filter);
    QSignalSpy edited(pane.get(), &SidebarPane::filterEdited);
    auto *view = pane->findChild<FacetView *>(u"types"_s);
    QVERIFY(
        view->model()->setData(view->model()->index(1, 0), int(Qt::Unchecked), Qt::CheckStateRole));
    const auto got = edited.first().first().value<EventFilter>();
    QCOMPARE(got.text, filter.text);
    QCOMPARE(got.hiddenOrganizations, filter.hiddenOrganizations);
    QCOMPARE(got.hiddenTypes, QSet<QByteArray>{"authentication.sso_succeeded"});
}

void TestSidebar::newCountsKeepExpansionScrollAndCurrent()
{
    const auto pane = makePane();
    FacetCounts facets = someFacets();
    for (int i = 0; i < 40; ++i) {
        facets.types.append(
            type(qPrintable(u"custom.type_%1"_s.arg(i)), Family::Other, quint32(100 - i)));
    }
    pane->setFacets(facets, {});
    pane->resize(232, 400);
    pane->show();
    auto *view = pane->findChild<FacetView *>(u"types"_s);
    auto *model = qobject_cast<TypeTreeModel *>(view->model());
    view->expand(model->familyIndex(Family::Other));
    view->verticalScrollBar()->setValue(200);
    QVERIFY(view->verticalScrollBar()->value() > 0);
    const int scroll = view->verticalScrollBar()->value();
    view->setCurrentIndex(model->typeIndex("custom.type_30"));
    view->verticalScrollBar()->setValue(scroll);
    QSignalSpy resets(model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(model, &QAbstractItemModel::dataChanged);

    for (FacetCounts::TypeCount &count : facets.types) {
        count.count += 7;
    }
    facets.types.append(type("custom.newcomer", Family::Other, 1));
    pane->setFacets(facets, {});

    QCOMPARE(resets.size(), 0);
    QVERIFY(changes.size() <= 2 * kFamilyCount);
    QVERIFY(view->isExpanded(model->familyIndex(Family::Other)));
    QVERIFY(view->isExpanded(model->familyIndex(Family::DirectorySync)));
    QCOMPARE(view->verticalScrollBar()->value(), scroll);
    QCOMPARE(view->currentIndex(), model->typeIndex("custom.type_30"));
}

void TestSidebar::familiesComeAndGo()
{
    TypeTreeModel model(m_catalogue);
    const QAbstractItemModelTester tester(&model);
    model.setTypes(someFacets().types, {});
    const QPersistentModelIndex role(model.typeIndex("role.updated"));
    model.setTypes({type("role.updated", Family::RolesAccess, 1), type("x.y", Family::Other, 2)},
                   {});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(role, model.typeIndex("role.updated"));
    QCOMPARE(role.parent().row(), 0);
    model.setTypes({}, {});
    QCOMPARE(model.rowCount(), 0);
    model.setTypes(someFacets().types, {});
    QCOMPARE(model.rowCount(), 7);
}

void TestSidebar::openFamiliesAreKept()
{
    const auto pane = makePane();
    pane->setFacets(someFacets(), {});
    auto *view = pane->findChild<FacetView *>(u"types"_s);
    auto *model = qobject_cast<TypeTreeModel *>(view->model());
    view->collapse(model->familyIndex(Family::DirectorySync));
    view->expand(model->familyIndex(Family::Users));
    // No event of the family is loaded for a while.
    pane->setFacets({}, {});
    pane->setFacets(someFacets(), {});
    QVERIFY(view->isExpanded(model->familyIndex(Family::Users)));

    const auto second = makePane();
    second->restoreState(pane->saveState());
    second->setFacets(someFacets(), {});
    view = second->findChild<FacetView *>(u"types"_s);
    model = qobject_cast<TypeTreeModel *>(view->model());
    QVERIFY(view->isExpanded(model->familyIndex(Family::Users)));
    QVERIFY(!view->isExpanded(model->familyIndex(Family::DirectorySync)));
    second->restoreState("nonsense");
    QVERIFY(view->isExpanded(model->familyIndex(Family::Users)));
}

void TestSidebar::reorderKeepsPersistentIndexes()
{
    OrganizationListModel model;
    const QAbstractItemModelTester tester(&model);
    FacetCounts facets = someFacets();
    model.setOrganizations(facets.organizations, {});
    const QPersistentModelIndex orbital(model.index(3));
    QCOMPARE(orbital.data().toString(), u"Orbital"_s);
    facets.organizations.move(3, 0);
    facets.organizations.removeAt(4);
    model.setOrganizations(facets.organizations, {});
    QCOMPARE(orbital.row(), 0);
    QCOMPARE(orbital.data().toString(), u"Orbital"_s);
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.index(4).data().toString(), u"…XQ24Y"_s);
    QCOMPARE(model.index(5).data().toString(), u"No organization"_s);
}

void TestSidebar::organizationsAreFoundByNameAndId()
{
    const auto pane = makePane();
    pane->setFacets(someFacets(), {});
    pane->show();
    auto *field = pane->findChild<QLineEdit *>();
    QVERIFY(field && !field->isVisible());
    QToolButton *search = nullptr;
    for (auto *button : pane->findChildren<QToolButton *>()) {
        search = button->isCheckable() ? button : search;
    }
    QVERIFY(search);
    search->click();
    QVERIFY(field->isVisible());
    const QAbstractItemModel *shown = pane->findChild<FacetView *>(u"organizations"_s)->model();
    field->setText(u"ORBI"_s);
    QCOMPARE(shown->rowCount(), 1);
    field->setText(u"xq24y"_s);
    QCOMPARE(shown->rowCount(), 1);
    search->click();
    QCOMPARE(shown->rowCount(), 7);
}

void TestSidebar::staysInStepWithManyOrganizations()
{
    OrganizationListModel model;
    const QAbstractItemModelTester tester(&model);
    FacetCounts facets;
    for (int i = 0; i < 5000; ++i) {
        facets.organizations.append({OrganizationId("org_" + QByteArray::number(i)),
                                     u"Organization %1"_s.arg(i),
                                     quint32(6000 - i)});
    }
    model.setOrganizations(facets.organizations, {});
    std::reverse(facets.organizations.begin(), facets.organizations.end());
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
    model.setOrganizations(facets.organizations, {});
    QCOMPARE(layouts.size(), 1);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(model.index(0).data().toString(), u"Organization 4999"_s);
    model.showOnly(model.index(0));
    QCOMPARE(changes.size(), 1);
}

void TestSidebar::cursorsAreUpdatedInPlace()
{
    CursorListModel model;
    const QAbstractItemModelTester tester(&model);
    QList<CursorRow> rows = someCursors();
    model.setCursors(rows, 1);
    const QPersistentModelIndex crm(model.indexOf(2));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    rows[1].lag = Lag{16, true};
    model.setCursors(rows, 1);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().first().toModelIndex(), model.indexOf(1));
    rows[2].cursor.name = u"a-mirror"_s;
    rows.move(2, 0);
    rows.removeLast();
    model.setCursors(rows, 2);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(crm.row(), 0);
    QVERIFY(crm.data(CursorListModel::IsActiveRole).toBool());
}

void TestSidebar::cursorTextsSayLag_data()
{
    QTest::addColumn<CursorRow>("row");
    QTest::addColumn<QString>("text");
    CursorRow row = cursorRow(1, "a", "2026-11-23T13:56:40Z", "event_x", 1987);
    QTest::newRow("exact") << row << u"1,987 behind"_s;
    row.lag = Lag{561, false};
    QTest::newRow("at least") << row << u"561+ behind"_s;
    row.lag.reset();
    QTest::newRow("not counted yet") << row << QString();
    row.isLost = true;
    QTest::newRow("lost") << row << u"lost"_s;
}

void TestSidebar::cursorTextsSayLag()
{
    QFETCH(CursorRow, row);
    QFETCH(QString, text);
    CursorListModel model;
    model.setCursors({row}, 1);
    QCOMPARE(lagText(model.index(0)), text);
}

void TestSidebar::ageIsWarnedOfBelowAWeek_data()
{
    QTest::addColumn<qint64>("hours");
    QTest::addColumn<bool>("isLost");
    QTest::addColumn<QString>("text");
    QTest::newRow("a week") << qint64(7 * 24) << false << QString();
    QTest::newRow("below") << qint64(7 * 24 - 1) << false << u"leaves in 6 d"_s;
    QTest::newRow("a day") << qint64(30) << false << u"leaves in 1 d 6 h"_s;
    QTest::newRow("hours") << qint64(5) << false << u"leaves in 5 h"_s;
    QTest::newRow("a time that is past") << qint64(-5) << false << u"past 90 days"_s;
    QTest::newRow("lost") << qint64(-5) << true << QString();
}

void TestSidebar::ageIsWarnedOfBelowAWeek()
{
    QFETCH(qint64, hours);
    QFETCH(bool, isLost);
    QFETCH(QString, text);
    CursorRow row = cursorRow(1, "a", "2026-11-23T13:56:40Z", "event_x", 1987);
    row.untilLost = std::chrono::hours(hours);
    row.isLost = isLost;
    CursorListModel model;
    model.setCursors({row}, 1);
    QCOMPARE(leavingText(model.index(0)), text);
    const QString said = model.index(0).data(Qt::AccessibleTextRole).toString();
    QCOMPARE(said,
             (text.isEmpty() ? isLost ? u"a, active, lost"_s : u"a, active, 1,987 behind"_s
                             : u"a, active, 1,987 behind, "_s + text));
}

void TestSidebar::tipTellsAllOfACursor()
{
    CursorRow row = cursorRow(1, "billing-sync", "2026-11-23T13:56:40.611Z", "event_01", 15);
    row.untilLost = std::chrono::hours(148);
    row.reads = u"Events of all types and Foo Corp"_s;
    row.cursor.note = u"<b>of the CRM</b>"_s;
    CursorListModel model;
    model.setCursors({row}, 1);
    const SystemClock clock;
    CursorDelegate texts(clock);
    texts.setTimeZone(QTimeZone::utc());
    const QString tip = texts.tipText(model.index(0));
    for (const QString &part : {u"billing-sync"_s,
                                u"Last processed 23 Nov 2026, 13:56:40.611 UTC"_s,
                                u"event_01"_s,
                                u"15 behind"_s,
                                u"Leaves the 90 days that WorkOS keeps in 6 d 4 h"_s,
                                u"Events of all types and Foo Corp"_s,
                                u"<b>of the CRM</b>"_s}) {
        QVERIFY2(tip.contains(part), qPrintable(tip));
    }
}

void TestSidebar::menuOfACursorGivesEachOrder()
{
    const auto pane = makePane();
    pane->setCursors(someCursors(), 1);
    pane->setSelectionAvailable(true);
    pane->show();
    auto *view = pane->findChild<CursorListView *>(u"cursors"_s);
    view->setCurrentIndex(view->model()->index(2, 0));
    QSignalSpy opening(pane.get(), &SidebarPane::cursorMenuOpening);
    const QList<std::pair<QString, void (SidebarPane::*)(qint64)>>
        orders{{u"Make Active"_s, &SidebarPane::cursorActivated},
               {u"Rewind…"_s, &SidebarPane::rewindRequested},
               {u"Move to Selection…"_s, &SidebarPane::moveToSelectionRequested},
               {u"Rename or Edit…"_s, &SidebarPane::editCursorRequested},
               {u"History…"_s, &SidebarPane::cursorHistoryRequested},
               {u"Save Position As…"_s, &SidebarPane::savePlaceRequested},
               {u"Duplicate…"_s, &SidebarPane::duplicateCursorRequested},
               {u"Copy Event ID"_s, &SidebarPane::copyCursorIdRequested},
               {u"Delete"_s, &SidebarPane::deleteCursorRequested}};
    for (const auto &[text, order] : orders) {
        QSignalSpy given(pane.get(), order);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(view, &event);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == text) {
                action->trigger();
            }
        }
        menu->close();
        QVERIFY2(given.size() == 1, qPrintable(text));
        QCOMPARE(given.first().first().toLongLong(), 2);
    }
    QCOMPARE(opening.size(), orders.size());
}

void TestSidebar::cursorKeysGiveOrders()
{
    const auto pane = makePane();
    pane->setCursors(someCursors(), 1);
    pane->show();
    auto *view = pane->findChild<CursorListView *>(u"cursors"_s);
    view->setCurrentIndex(view->model()->index(2, 0));
    QSignalSpy activated(pane.get(), &SidebarPane::cursorActivated);
    QSignalSpy edited(pane.get(), &SidebarPane::editCursorRequested);
    QSignalSpy deleted(pane.get(), &SidebarPane::deleteCursorRequested);
    QTest::keyClick(view, Qt::Key_Return);
    QTest::keyClick(view, Qt::Key_F2);
    QTest::keyClick(view, Qt::Key_Delete);
    QCOMPARE(activated.value(0).value(0).toLongLong(), 2);
    QCOMPARE(edited.value(0).value(0).toLongLong(), 2);
    QCOMPARE(deleted.value(0).value(0).toLongLong(), 2);
    QTest::mouseClick(view->viewport(),
                      Qt::LeftButton,
                      {},
                      view->visualRect(view->model()->index(0, 0)).center());
    QCOMPARE(activated.last().first().toLongLong(), 3);
}

void TestSidebar::emptyListsSayWhatToDo()
{
    const auto pane = makePane();
    pane->show();
    QVERIFY(!pane->findChild<CursorListView *>(u"cursors"_s)->isVisible());
    QStringList texts;
    for (const auto *child : pane->findChildren<QWidget *>()) {
        if (child->isVisible()) {
            texts.append(child->accessibleName());
        }
    }
    QVERIFY(
        texts.contains(u"No cursors yet. Select an event and press Ctrl+B to save your place."_s));
    QCOMPARE(texts.count(u"Counts appear after the first fetch."_s), 2);
    grab(*pane, u"sidebar-empty"_s);
}

void TestSidebar::everyInputHasAName()
{
    const auto pane = makePane();
    pane->setCursors(someCursors(), 1);
    pane->setFacets(someFacets(), {});
    QCOMPARE(unnamedInputs(*pane), QStringList());
    QCOMPARE(pane->findChild<FacetView *>(u"types"_s)->accessibleName(), u"Types"_s);
    QCOMPARE(pane->findChild<FacetView *>(u"organizations"_s)->accessibleName(),
             u"Organizations"_s);
    QCOMPARE(pane->findChild<CursorListView *>(u"cursors"_s)->accessibleName(), u"Cursors"_s);
}

void TestSidebar::looks()
{
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(theme);
        const auto pane = makePane();
        QList<CursorRow> cursors = someCursors();
        cursors[0].isLost = true;
        pane->setCursors(cursors, 1);
        EventFilter filter;
        filter.hiddenTypes = {"dsync.user.created", "user.created"};
        pane->setFacets(someFacets(), filter);
        pane->setSelectionAvailable(true);
        pane->show();
        const QImage picture = grab(*pane,
                                    theme == ThemeChoice::Dark ? u"sidebar-dark"_s
                                                               : u"sidebar-light"_s);
        QCOMPARE(picture.pixelColor(2, 15), tokens().side);
    }
    applyTheme(ThemeChoice::Light);
}

} // namespace playhead

QTEST_MAIN(playhead::TestSidebar)
#include "tst_sidebar.moc"
