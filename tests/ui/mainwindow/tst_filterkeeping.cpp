// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/mainwindow/filterstand.h"
#include "ui/filter/filterlanguage.h"
#include "ui/shared/settings.h"

#include <QAction>
#include <QSettings>

using namespace playhead;

namespace {

/// How often a mistake was told, in any window.
class ShowSpy : public QObject
{
public:
    int shows = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show && watched->objectName() == u"filterMistake"_s) {
            ++shows;
        }
        return false;
    }
};

} // namespace

/// What stays of a filter, its text and its list, while other things change: cursors, environments, counts.
class TestFilterKeeping : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(anyRealWarning());
        QSettings().clear();
    }

    void aCursorsNameIsUnderstoodOnceItIsThere()
    {
        FilterStand s;
        QVERIFY(s.open());
        s.field->setText(u"cursor>billing"_s);
        QTRY_VERIFY(s.told().contains(u"is not a cursor"_s));
        s.stand.cursors().create(s.cursor(u"billing"_s));
        QTRY_COMPARE(s.inForce(), u"cursor>billing"_s);
        QCOMPARE(s.told(), QString());
        QTRY_COMPARE(s.stand.events().shownCount(), 999U);
        // And after a restart, when the cursors come later than the filter.
        s.stand.restart();
        QTRY_COMPARE(s.stand.events().filter().text, u"cursor>billing"_s);
        QTRY_COMPARE(s.stand.events().shownCount(), 999U);
    }

    void aCursorThatGoesTakesItsFilterOutOfForce()
    {
        FilterStand s;
        QVERIFY(s.open());
        const quint32 all = s.stand.events().shownCount();
        s.stand.cursors().create(s.cursor(u"billing"_s));
        s.field->setText(u"cursor>billing"_s);
        QTRY_COMPARE(s.stand.events().shownCount(), 999U);
        s.stand.cursors().remove(s.stand.cursors().cursors().front());
        QTRY_VERIFY(s.told().contains(u"is not a cursor"_s));
        QTRY_COMPARE(s.stand.events().shownCount(), all);
        QVERIFY2(s.told().contains(u"Still showing events with any text."_s), qPrintable(s.told()));
        s.field->setText(u"tpye:x"_s);
        QTRY_VERIFY(s.told().contains(u"tpye"_s));
        QVERIFY(s.told().contains(u"Still showing events with any text."_s));
    }

    void noCursorIsMissedBeforeAllAreRead()
    {
        FilterStand s;
        QVERIFY(s.open());
        s.stand.cursors().create(s.cursor(u"billing"_s));
        s.field->setText(u"cursor>billing"_s);
        QTRY_COMPARE(s.stand.events().shownCount(), 999U);
        ShowSpy spy;
        qApp->installEventFilter(&spy);
        s.stand.restart();
        QTRY_COMPARE(s.stand.events().shownCount(), 999U);
        s.stand.window().setEnvironment(s.stand.environment());
        QTRY_COMPARE(s.stand.events().filter().text, u"cursor>billing"_s);
        QCOMPARE(spy.shows, 0);
    }

    void switchingKeepsWhatWasTyped()
    {
        FilterStand s;
        QVERIFY(s.open());
        const Environment first = s.stand.environment();
        Environment second = first;
        second.id += 1;
        second.name = u"Other"_s;
        s.type(u"family:auth"_s);
        QVERIFY(s.bar->hasUntoldText());
        s.stand.window().setEnvironment(second);
        QCOMPARE(settings().filter(first.id).text, u"family:auth"_s);
        QVERIFY(s.field->text().isEmpty() && s.inForce().isEmpty());
        s.type(u"tpye:x "_s);
        QTRY_VERIFY(s.told().contains(u"tpye"_s));
        s.stand.window().setEnvironment(first);
        QCOMPARE(s.field->text(), u"family:auth"_s);
        QCOMPARE(s.inForce(), u"family:auth"_s);
        QCOMPARE(s.told(), QString());
        s.stand.window().setEnvironment(second);
        QCOMPARE(s.field->text(), u"tpye:x "_s);
        QVERIFY(s.inForce().isEmpty());
        QVERIFY(s.told().contains(u"tpye"_s));
    }

    void undoBringsBackWhatAnOrderReplaced()
    {
        FilterStand s;
        QVERIFY(s.open());
        const QString typed = u"family:auth tpye:x "_s;
        s.type(typed);
        QTRY_VERIFY(!s.told().isEmpty());
        s.stand.action(u"clearFilter"_s)->setEnabled(true); // Nothing is in force.
        s.stand.action(u"clearFilter"_s)->trigger();
        QVERIFY(s.field->text().isEmpty());
        s.field->undo();
        QCOMPARE(s.field->text(), typed);
        QTRY_VERIFY(!s.told().isEmpty());
    }

    void theListOutlivesTheCount()
    {
        FilterStand s;
        QVERIFY(s.open());
        s.stand.window().resize(960, 700);
        QTRY_COMPARE(s.field->x(), 10); // The label has gone with the sidebar.
        QCoreApplication::processEvents();
        const QRect place = s.field->geometry();
        QTest::keyClicks(s.field, u"ty"_s);
        QVERIFY(s.field->popup()->isOpen());
        QVERIFY(s.waitApplied(u"ty"_s));
        QVERIFY(s.stand.events().shownCount() < 1000U); // One digit less.
        QCoreApplication::processEvents();
        QVERIFY(s.field->popup()->isOpen());
        QCOMPARE(s.field->geometry(), place);
        s.bar->setCounts(1'000'000, 1'000'000);
        QCoreApplication::processEvents();
        const QRect full = s.field->geometry();
        s.bar->setCounts(0, 1'000'000);
        QCoreApplication::processEvents();
        QCOMPARE(s.field->geometry(), full);
    }

    void examplesDoNothingWithoutAnEnvironment()
    {
        WindowStand stand;
        stand.action(u"filterLanguage"_s)->trigger();
        auto *page = stand.window().findChild<FilterLanguage *>();
        QVERIFY(page);
        page->findChildren<QPushButton *>(u"example"_s).front()->click();
        QVERIFY(stand.window().findChild<FilterEdit *>()->text().isEmpty());
        QVERIFY(stand.events().filter().text.isEmpty());
        QVERIFY(!stand.action(u"clearFilter"_s)->isEnabled());
    }
};

QTEST_MAIN(TestFilterKeeping)
#include "tst_filterkeeping.moc"
