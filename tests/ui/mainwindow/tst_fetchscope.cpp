// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/cursors/cursordesk.h"
#include "ui/cursors/scopequestion.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kPatienceMs = 20'000;
} // namespace

/// A read from a cursor with other types than its own is asked about before any request.
class TestFetchScope : public QObject
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
        QVERIFY(addCursor());
        pick({"user.created"});
    }
    void cleanup() { m_stand.reset(); }

    void nothingIsAskedBeforeTheAnswer();
    void itsOwnTypesComeIntoThePickers();
    void asChosenReadsWhatIsPicked();
    void theSameScopeAsksNothing();
    void theChoiceIsKept();

private:
    bool addCursor()
    {
        Cursor cursor;
        cursor.environmentId = m_stand->environment().id;
        cursor.name = u"billing-sync"_s;
        cursor.types = {"dsync.user.created", "dsync.user.updated"};
        const EventRow row = m_stand->events().loadedRows()[1500];
        cursor.position = AfterEvent{m_stand->events().snapshot().id(row),
                                     m_stand->events().snapshot().createdAt(row)};
        m_stand->cursors().create(cursor);
        return QTest::qWaitFor(
            [this] { return m_stand->window().findChild<CursorDesk *>()->activeId() != 0; },
            kPatienceMs);
    }
    FetchBar &bar() const { return *m_stand->window().findChild<FetchBar *>(); }
    void pick(const QList<QByteArray> &types) const
    {
        FetchChoice choice = bar().choice();
        choice.types = types;
        emit bar().choiceEdited(choice);
    }
    ScopeQuestion *question() const { return m_stand->window().findChild<ScopeQuestion *>(); }
    bool answer(const QString &button) const
    {
        if (question()) {
            question()->findChild<QPushButton *>(button)->click();
            return true;
        }
        return false;
    }
    bool waitEnd() const
    {
        return QTest::qWaitFor([this] { return !m_stand->feed().progress().isActive(); },
                               kPatienceMs);
    }

    std::unique_ptr<WindowStand> m_stand;
};

void TestFetchScope::nothingIsAskedBeforeTheAnswer()
{
    const FetchChoice before = bar().choice();
    const quint64 asked = m_stand->feed().progress().requests;
    m_stand->action(u"fetchFromCursor"_s)->trigger();
    QVERIFY(question() && question()->isVisible());
    QVERIFY(question()->findChild<QPushButton *>(u"fetchWithOwn"_s)->isDefault());
    QString texts;
    for (const auto *label : question()->findChildren<QLabel *>()) {
        texts += label->text() + u'\n';
    }
    QVERIFY(texts.contains(u"billing-sync counts other events than the fetch row asks for"_s));
    QVERIFY2(texts.contains(
                 u"dsync.user.created, dsync.user.updated and is used with user.created"_s),
             qPrintable(texts));
    QCOMPARE(unnamedInputs(*question()), QStringList());
    for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
        applyTheme(theme);
        grab(*question(), theme == ThemeChoice::Dark ? u"scope-dark"_s : u"scope-light"_s);
    }
    question()->reject();
    QTRY_VERIFY(!question());
    QVERIFY(!m_stand->feed().progress().isActive());
    QCOMPARE(m_stand->feed().progress().requests, asked);
    QCOMPARE(bar().choice(), before);
}

void TestFetchScope::itsOwnTypesComeIntoThePickers()
{
    m_stand->action(u"fetchFromCursor"_s)->trigger();
    QVERIFY(answer(u"fetchWithOwn"_s));
    QVERIFY(waitEnd());
    QCOMPARE(bar().choice().types, (QList<QByteArray>{"dsync.user.created", "dsync.user.updated"}));
    QCOMPARE(bar().choice().preset, RangePreset::SinceCursor);
    QCOMPARE(m_stand->events().scope().types, bar().choice().types);
    QTRY_VERIFY(!question());
    m_stand->action(u"fetch"_s)->trigger();
    QVERIFY(!question());
}

void TestFetchScope::asChosenReadsWhatIsPicked()
{
    m_stand->action(u"fetchFromCursor"_s)->trigger();
    QVERIFY(answer(u"fetchAsChosen"_s));
    QVERIFY(waitEnd());
    QCOMPARE(m_stand->events().scope().types, QList<QByteArray>{"user.created"});
    QTRY_VERIFY(!question());
    // The same is not asked twice, but other types are.
    m_stand->action(u"fetch"_s)->trigger();
    QVERIFY(!question());
    QVERIFY(waitEnd());
    pick({"user.updated"});
    m_stand->action(u"fetch"_s)->trigger();
    QVERIFY(question());
    question()->reject();
}

void TestFetchScope::theSameScopeAsksNothing()
{
    pick({"dsync.user.created", "dsync.user.updated"});
    m_stand->action(u"fetchFromCursor"_s)->trigger();
    QVERIFY(!question());
    QVERIFY(waitEnd());
    QCOMPARE(bar().choice().preset, RangePreset::SinceCursor);
}

void TestFetchScope::theChoiceIsKept()
{
    FetchChoice choice;
    choice.preset = RangePreset::SinceCursor;
    choice.types = {"user.created"};
    choice.isAsPicked = true;
    QCOMPARE(restoreChoice(saveChoice(choice)), choice);
    choice.isAsPicked = false;
    QCOMPARE(restoreChoice(saveChoice(choice)), choice);
}

} // namespace playhead

QTEST_MAIN(playhead::TestFetchScope)
#include "tst_fetchscope.moc"
