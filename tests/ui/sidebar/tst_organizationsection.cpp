// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/shared/theme.h"
#include "ui/sidebar/facetview.h"
#include "ui/sidebar/organizationnamedialog.h"
#include "ui/sidebar/organizationsection.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

QList<FacetCounts::OrganizationCount> someOrganizations()
{
    return {{OrganizationId("org_foo"), u"Foo Corp"_s, 783},
            {OrganizationId("org_orbital"), u"Orbital"_s, 320},
            {OrganizationId("org_01EZTR6WYX1A0DSE2CYMGXQ24Y"), {}, 12},
            {OrganizationId(), {}, 4}};
}

} // namespace

class TestOrganizationSection : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_section.reset(); }
    void f2NamesAnOrganization();
    void menuNamesAnOrganization();
    void altEnterShowsOnlyOne();
    void typingSearches();
    void spaceTogglesAndDoesNotSearch();
    void escapeInTheFieldEndsTheSearch();
    void saysWhenNothingIsFound();
    void clearShowsWhenOneIsOff();
    void dialogGivesTheName_data();
    void dialogGivesTheName();
    void dialogEscapesWithoutAnOrder();
    void looks();

private:
    FacetView &view() { return m_section->view(); }
    QLineEdit *field() { return m_section->findChild<QLineEdit *>(); }

    std::unique_ptr<OrganizationSection> m_section;
};

void TestOrganizationSection::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(ThemeChoice::Light);
}

void TestOrganizationSection::init()
{
    // The offscreen platform has no popups that grab.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
    m_section = std::make_unique<OrganizationSection>();
    m_section->resize(232, 300);
    m_section->setOrganizations(someOrganizations(), {});
    m_section->show();
    m_section->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_section.get()));
}

void TestOrganizationSection::f2NamesAnOrganization()
{
    QSignalSpy named(m_section.get(), &OrganizationSection::nameRequested);
    view().setCurrentIndex(view().model()->index(2, 0));
    QTest::keyClick(&view(), Qt::Key_F2);
    QCOMPARE(named.size(), 1);
    QCOMPARE(named.first().first().value<OrganizationId>().value,
             QByteArray("org_01EZTR6WYX1A0DSE2CYMGXQ24Y"));
    // "No organization" is none.
    view().setCurrentIndex(view().model()->index(3, 0));
    QTest::keyClick(&view(), Qt::Key_F2);
    QCOMPARE(named.size(), 1);
}

void TestOrganizationSection::menuNamesAnOrganization()
{
    QSignalSpy named(m_section.get(), &OrganizationSection::nameRequested);
    const auto openMenu = [this](int row) {
        view().setCurrentIndex(view().model()->index(row, 0));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(view().viewport(), &event);
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    };
    QMenu *menu = openMenu(0);
    QVERIFY(menu);
    QAction *name = nullptr;
    for (QAction *action : menu->actions()) {
        name = action->text() == u"Name This Organization…"_s ? action : name;
    }
    QVERIFY(name);
    name->trigger();
    QCOMPARE(named.value(0).value(0).value<OrganizationId>().value, QByteArray("org_foo"));
    menu->close();
    menu = openMenu(3);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    menu->close();
}

void TestOrganizationSection::altEnterShowsOnlyOne()
{
    QSignalSpy edited(m_section.get(), &OrganizationSection::hiddenOrganizationsEdited);
    view().setCurrentIndex(view().model()->index(1, 0));
    QTest::keyClick(&view(), Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(edited.size(), 1);
    const auto hidden = edited.first().first().value<QSet<OrganizationId>>();
    QCOMPARE(hidden.size(), 3);
    QVERIFY(!hidden.contains(OrganizationId("org_orbital")));
}

void TestOrganizationSection::typingSearches()
{
    view().setFocus();
    view().setCurrentIndex(view().model()->index(0, 0));
    QTest::keyClick(&view(), Qt::Key_O);
    QTRY_VERIFY(field()->hasFocus());
    QCOMPARE(field()->text(), u"o"_s);
    QTest::keyClicks(field(), u"rb"_s);
    QCOMPARE(field()->text(), u"orb"_s);
    QCOMPARE(view().model()->rowCount(), 1);
    QTest::keyClick(field(), Qt::Key_Down);
    QVERIFY(view().hasFocus());
    QCOMPARE(view().currentIndex().data().toString(), u"Orbital"_s);
}

void TestOrganizationSection::spaceTogglesAndDoesNotSearch()
{
    QSignalSpy edited(m_section.get(), &OrganizationSection::hiddenOrganizationsEdited);
    view().setFocus();
    view().setCurrentIndex(view().model()->index(0, 0));
    QTest::keyClick(&view(), Qt::Key_Space);
    QCOMPARE(edited.size(), 1);
    QVERIFY(!field()->isVisible());
    QVERIFY(view().hasFocus());
}

void TestOrganizationSection::escapeInTheFieldEndsTheSearch()
{
    view().setFocus();
    emit view().searchTyped(u"xq24y"_s);
    QCOMPARE(view().model()->rowCount(), 1);
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(!field()->isVisible());
    QVERIFY(view().hasFocus());
    QCOMPARE(view().model()->rowCount(), 4);
}

void TestOrganizationSection::saysWhenNothingIsFound()
{
    emit view().searchTyped(u"nobody"_s);
    QVERIFY(!view().isVisible());
    QStringList texts;
    for (const auto *child : m_section->findChildren<QWidget *>()) {
        if (child->isVisible()) {
            texts.append(child->accessibleName());
        }
    }
    QVERIFY(texts.contains(u"No organization is called so."_s));
}

void TestOrganizationSection::clearShowsWhenOneIsOff()
{
    QToolButton *clear = nullptr;
    for (auto *button : m_section->findChildren<QToolButton *>()) {
        clear = button->text() == u"Clear"_s ? button : clear;
    }
    QVERIFY(clear && !clear->isVisible());
    QTest::mouseClick(view().viewport(),
                      Qt::LeftButton,
                      Qt::AltModifier,
                      view().visualRect(view().model()->index(0, 0)).center());
    QVERIFY(clear->isVisible());
    QSignalSpy edited(m_section.get(), &OrganizationSection::hiddenOrganizationsEdited);
    clear->click();
    QVERIFY(edited.first().first().value<QSet<OrganizationId>>().isEmpty());
    QVERIFY(!clear->isVisible());
}

void TestOrganizationSection::dialogGivesTheName_data()
{
    QTest::addColumn<QString>("alias");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("hint");
    QTest::newRow("first name") << QString() << QString() << u"Foo"_s << u"No stored event"_s;
    QTest::newRow("over a stored name")
        << QString() << u"Foo Corp"_s << u"Foo"_s << u"Stored events call it Foo Corp."_s;
    QTest::newRow("taken away") << u"Foo"_s << u"Foo Corp"_s << QString()
                                << u"Stored events call it Foo Corp."_s;
}

void TestOrganizationSection::dialogGivesTheName()
{
    QFETCH(QString, alias);
    QFETCH(QString, stored);
    QFETCH(QString, typed);
    QFETCH(QString, hint);
    OrganizationNameDialog dialog(OrganizationId("org_foo"), alias, stored);
    dialog.open();
    QCOMPARE(unnamedInputs(dialog), QStringList());
    auto *name = dialog.findChild<QLineEdit *>();
    QTRY_VERIFY(name->hasFocus());
    QCOMPARE(name->text(), alias);
    QCOMPARE(name->placeholderText(), stored);
    QStringList texts;
    for (const auto *label : dialog.findChildren<QLabel *>()) {
        texts.append(label->text());
    }
    QVERIFY2(texts.join(u'\n').contains(hint), qPrintable(texts.join(u'\n')));
    QVERIFY(texts.contains(u"org_foo"_s));
    QSignalSpy named(&dialog, &OrganizationNameDialog::named);
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    QTest::keyClicks(name, typed);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(named.size(), 1);
    QCOMPARE(named.first().at(1).toString(), typed);
    QVERIFY(!dialog.isVisible());
}

void TestOrganizationSection::dialogEscapesWithoutAnOrder()
{
    OrganizationNameDialog dialog(OrganizationId("org_foo"), u"Foo"_s, {});
    QSignalSpy named(&dialog, &OrganizationNameDialog::named);
    dialog.open();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(named.size(), 0);
}

void TestOrganizationSection::looks()
{
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(theme);
        const bool isDark = theme == ThemeChoice::Dark;
        OrganizationNameDialog dialog(OrganizationId("org_01EZTR6WYX1A0DSE2CYMGXQ24Y"),
                                      u"Our first"_s,
                                      u"Foo Corp"_s);
        dialog.open();
        const QImage picture = grab(dialog,
                                    isDark ? u"organization-name-dark"_s
                                           : u"organization-name-light"_s);
        QCOMPARE(picture.pixelColor(3, 3), tokens().window);
    }
    applyTheme(ThemeChoice::Light);
}

} // namespace playhead

QTEST_MAIN(playhead::TestOrganizationSection)
#include "tst_organizationsection.moc"
