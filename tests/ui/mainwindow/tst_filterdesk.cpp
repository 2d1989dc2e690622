// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/mainwindow/filterstand.h"
#include "ui/filter/filterlanguage.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/shared/settings.h"
#include "ui/sidebar/sidebarpane.h"

#include <QAccessible>
#include <QAction>
#include <QPointer>
#include <QSettings>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestFilterDesk : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(anyRealWarning());
        QSettings().clear();
    }

    void typedFilterIsAppliedByItself()
    {
        FilterStand s;
        QVERIFY(s.open());
        const quint32 all = s.stand.events().shownCount();
        s.type(u"family:auth"_s);
        QVERIFY(s.inForce().isEmpty()); // Not at each key.
        QVERIFY(s.waitApplied(u"family:auth"_s));
        QVERIFY(s.stand.events().shownCount() > 0 && s.stand.events().shownCount() < all);
        QCOMPARE(s.told(), QString());
    }

    void aMistakeIsNamedAndTheLastWorkingFilterStays()
    {
        FilterStand s;
        QVERIFY(s.open());
        s.type(u"family:auth"_s);
        QVERIFY(s.waitApplied(u"family:auth"_s));
        const quint32 shown = s.stand.events().shownCount();
        s.type(u" after:yesterdy"_s);
        QTRY_VERIFY(!s.told().isEmpty());
        QVERIFY2(s.told().contains(u"&quot;yesterdy&quot; is not a time. Try yesterday"_s),
                 qPrintable(s.told()));
        QVERIFY(s.told().contains(u"Still showing the last working filter."_s));
        QCOMPARE(s.inForce(), u"family:auth"_s);
        QCOMPARE(s.stand.events().shownCount(), shown);
        QVERIFY(s.field->property("invalid").toBool());
        // A screen reader hears it where the keyboard is.
        const QString spoken = QAccessible::queryAccessibleInterface(s.field)->text(
            QAccessible::Description);
        QVERIFY2(spoken.startsWith(u"\"yesterdy\" is not a time."_s), qPrintable(spoken));
        // Another part of the filter can be edited meanwhile.
        EventFilter filter = s.stand.events().filter();
        filter.hiddenTypes = {"session.created"};
        emit s.stand.window().findChild<SidebarPane *>()->filterEdited(filter);
        QCOMPARE(s.field->text(), u"family:auth after:yesterdy"_s);
        QVERIFY(!s.told().isEmpty());
        QCOMPARE(s.stand.events().filter().hiddenTypes, filter.hiddenTypes);
        // Typing on takes the mark back at once; the line stays until it is known better, or all below would jump.
        s.type(u"y"_s);
        QVERIFY(!s.field->property("invalid").toBool());
        QVERIFY(!s.told().isEmpty());
        const int height = s.bar->height();
        QTRY_VERIFY(!s.bar->hasUntoldText());
        QVERIFY(!s.told().isEmpty());
        QCOMPARE(s.bar->height(), height);
        s.stand.action(u"clearFilter"_s)->trigger();
        QVERIFY(s.field->text().isEmpty());
        QVERIFY(s.told().isEmpty());
    }

    void aWordThatIsOnlyBegunIsNoMistake()
    {
        FilterStand s;
        QVERIFY(s.open());
        s.type(u"is:stal"_s);
        QTRY_VERIFY(!s.bar->hasUntoldText());
        QCOMPARE(s.told(), QString());
        QVERIFY(s.inForce().isEmpty());
        // Until the caret is elsewhere.
        QTest::keyClick(s.field, Qt::Key_Home);
        QVERIFY(s.told().contains(u"stal"_s));
        s.field->clear();
        s.type(u"is:stal"_s);
        QTRY_VERIFY(!s.bar->hasUntoldText());
        QCOMPARE(s.told(), QString());
        s.stand.table().setFocus();
        QVERIFY(s.told().contains(u"stal"_s));
    }

    void aPathWithoutItsOperatorWaits()
    {
        FilterStand s;
        QVERIFY(s.open());
        s.type(u"data.no_such_thing"_s);
        QTRY_VERIFY(!s.bar->hasUntoldText());
        QVERIFY(s.inForce().isEmpty());
        QVERIFY(s.stand.events().shownCount() > 0);
        s.stand.table().setFocus();
        QCOMPARE(s.inForce(), u"data.no_such_thing"_s);
    }

    void enterAppliesRemembersAndLeaves()
    {
        FilterStand s;
        QVERIFY(s.open());
        const qint64 id = s.stand.environment().id;
        s.type(u"foo-corp"_s);
        QTest::keyClick(s.field, Qt::Key_Return);
        QCOMPARE(s.inForce(), u"foo-corp"_s);
        QVERIFY(s.stand.table().hasFocus());
        QCOMPARE(settings().recentFilters(id), QStringList{u"foo-corp"_s});
        s.field->setFocus();
        s.field->clear();
        s.type(u"is:outoforder"_s);
        QTest::keyClick(s.field, Qt::Key_Return);
        QCOMPARE(settings().recentFilters(id), (QStringList{u"is:outoforder"_s, u"foo-corp"_s}));
        // The newest first, each once, at most twenty.
        for (int i = 0; i < 30; ++i) {
            settings().addRecentFilter(id, u"f%1"_s.arg(i));
        }
        settings().addRecentFilter(id, u"f20"_s);
        QCOMPARE(settings().recentFilters(id).size(), Settings::kMostRecentFilters);
        QCOMPARE(settings().recentFilters(id).first(2), (QStringList{u"f20"_s, u"f29"_s}));
        QCOMPARE(settings().recentFilters(id).count(u"f20"_s), 1);
        QVERIFY(settings().recentFilters(id + 1).isEmpty());
    }

    void enterDoesNotLeaveAMistake()
    {
        FilterStand s;
        QVERIFY(s.open());
        s.type(u"is:stal"_s);
        QTest::keyClick(s.field, Qt::Key_Return);
        QVERIFY(s.told().contains(u"stal"_s));
        QVERIFY(s.field->hasFocus());
        QVERIFY(settings().recentFilters(s.stand.environment().id).isEmpty());
    }

    void recentFiltersAreOfferedInTheEmptyField()
    {
        FilterStand s;
        QVERIFY(s.open());
        s.type(u"foo-corp"_s);
        QTest::keyClick(s.field, Qt::Key_Return);
        s.field->setFocus();
        s.field->clear();
        QTest::keyClick(s.field, Qt::Key_Down);
        QCOMPARE(s.field->popup()->completion().candidates.front().text, u"foo-corp"_s);
    }

    void loadedEventsAreCompletedWithCounts()
    {
        FilterStand s;
        QVERIFY(s.open());
        QTest::keyClicks(s.field, u"org:"_s);
        // Gathered off the window's thread: the list follows.
        QTRY_VERIFY(s.field->popup()->isOpen());
        const auto &organizations = s.field->popup()->completion().candidates;
        QVERIFY(organizations.front().count.value_or(0) > 0);
        QVERIFY(!organizations.front().label.startsWith(u"org_"_s));
        s.field->clear();
        QTest::keyClicks(s.field, u"data.ema"_s);
        QTRY_VERIFY(s.field->popup()->isOpen());
        QCOMPARE(s.field->popup()->completion().candidates.front().text, u"data.email"_s);
    }

    void selectedEventsAndTheClockAreKnown()
    {
        FilterStand s;
        QVERIFY(s.open());
        s.stand.table().selectEvent(s.stand.events().eventRowAt(5));
        s.type(u"is:selected"_s);
        QTRY_COMPARE(s.stand.events().shownCount(), 1U);
        s.field->clear();
        // The demo's now is its end: with the computer's clock nothing would be of the last minutes.
        s.type(u"after:1h"_s);
        QVERIFY(s.waitApplied(u"after:1h"_s));
        QVERIFY(s.stand.events().shownCount() > 0);
        QVERIFY(s.stand.events().shownCount() < 2000U);
    }

    void whatAFetchCouldAskForIsToldAndFetched()
    {
        FilterStand s;
        QVERIFY(s.open());
        QAction *fetch = s.stand.action(u"fetchFilterPart"_s);
        QVERIFY(!fetch->isEnabled());
        s.field->setText(u"type:connection.* foo"_s);
        QTRY_VERIFY(fetch->isEnabled());
        QVERIFY(s.field->toolTip().contains(u"type:connection.*"_s));
        bool wasDisabled = false;
        connect(fetch, &QAction::changed, this, [fetch, &wasDisabled] {
            wasDisabled = wasDisabled || !fetch->isEnabled();
        });
        fetch->trigger();
        const FetchChoice &choice = s.stand.window().findChild<FetchBar *>()->choice();
        QVERIFY(choice.types.contains("connection.activated"));
        QCOMPARE(s.stand.events().scope().types, choice.types);
        QTRY_VERIFY(!s.stand.feed().progress().isActive());
        QVERIFY(wasDisabled); // While it would have done nothing.
        QTRY_VERIFY(fetch->isEnabled());
        fetch->disconnect(this);
        s.field->setText(u"foo"_s);
        QTRY_VERIFY(!fetch->isEnabled());
    }

    void examplesRun()
    {
        FilterStand s;
        QVERIFY(s.open());
        s.stand.action(u"filterLanguage"_s)->trigger();
        QPointer<FilterLanguage> page = s.stand.window().findChild<FilterLanguage *>();
        QVERIFY(page && page->isVisible() && !page->isModal());
        s.stand.action(u"filterLanguage"_s)->trigger();
        QCOMPARE(s.stand.window().findChildren<FilterLanguage *>().size(), 1);
        page->findChildren<QPushButton *>(u"example"_s).front()->click();
        QCOMPARE(s.field->text(), FilterLanguage::examples().front());
        QCOMPARE(s.inForce(), FilterLanguage::examples().front());
        page->close();
        QTRY_VERIFY(!page);
    }

    void aRunningSearchIsShownAfterABlink()
    {
        FilterStand s;
        QVERIFY(s.open());
        const int height = s.bar->height();
        QVERIFY(!s.bar->shownSearchShare());
        s.bar->setSearchShare(0.0);
        QVERIFY(!s.bar->shownSearchShare());
        QTRY_VERIFY(s.bar->shownSearchShare());
        const QImage begun = s.bar->grab().toImage();
        s.bar->setSearchShare(0.5);
        QCOMPARE(s.bar->shownSearchShare(), std::optional(0.5));
        const QImage half = s.bar->grab().toImage();
        const QColor accent = tokens().accent;
        QCOMPARE(half.pixelColor(2, half.height() - 1), accent);
        QVERIFY(half.pixelColor(half.width() - 2, half.height() - 1) != accent);
        QVERIFY(begun.pixelColor(2, begun.height() - 1) != accent);
        s.bar->setSearchShare(std::nullopt);
        QVERIFY(!s.bar->shownSearchShare());
        QCOMPARE(s.bar->height(), height); // Nothing jumps.
        QVERIFY(s.bar->findChild<QLabel *>(u"filterCounts"_s)->text().contains(u" of "_s));
    }
};

QTEST_MAIN(TestFilterDesk)
#include "tst_filterdesk.moc"
