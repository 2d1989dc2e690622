// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/cursors/cursordesk.h"
#include "ui/cursors/scopequestion.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QDataStream>
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
        QVERIFY(addCursor(u"billing-sync"_s, {"dsync.user.created", "dsync.user.updated"}));
        pick({"user.created"});
    }
    void cleanup() { m_stand.reset(); }

    void nothingIsAskedBeforeTheAnswer();
    void itsOwnTypesComeIntoThePickers();
    void asChosenReadsWhatIsPicked();
    void theSameScopeAsksNothing();
    void whatIsSaidOfOneCursorIsNotSaidOfTheNext();
    void aTailAsksToo();
    void theChoiceIsKept();
    void theOlderFormatsAreRead();

private:
    bool addCursor(const QString &name, const QList<QByteArray> &types)
    {
        Cursor cursor;
        cursor.environmentId = m_stand->environment().id;
        cursor.name = name;
        cursor.types = types;
        const EventRow row = 1500; // of the store: what is loaded changes
        cursor.position = AfterEvent{m_stand->events().snapshot().id(row),
                                     m_stand->events().snapshot().createdAt(row)};
        m_stand->cursors().create(cursor);
        return QTest::qWaitFor(
            [this, &name] {
                const auto active = m_stand->window().findChild<CursorDesk *>()->activeCursor();
                return active && active->name == name;
            },
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

void TestFetchScope::whatIsSaidOfOneCursorIsNotSaidOfTheNext()
{
    m_stand->action(u"fetchFromCursor"_s)->trigger();
    QVERIFY(answer(u"fetchAsChosen"_s));
    QVERIFY(waitEnd());
    QTRY_VERIFY(!question());
    QVERIFY(bar().choice().asPickedOf != 0);
    const QList<QByteArray> own = {"dsync.group.created"};
    QVERIFY(addCursor(u"crm-mirror"_s, own));
    QCOMPARE(bar().choice().asPickedOf, 0);
    QCOMPARE(m_stand->events().scope().types, own);
    m_stand->action(u"fetch"_s)->trigger();
    QVERIFY(question());
    question()->reject();
    QTRY_VERIFY(!question());
    // Nor is it still said when the first one is active again: its own types are shown as those that are read.
    m_stand->action(u"nextCursor"_s)->trigger();
    m_stand->action(u"fetch"_s)->trigger();
    QVERIFY(question());
    question()->reject();
}

void TestFetchScope::aTailAsksToo()
{
    FetchChoice choice = bar().choice();
    choice.preset = RangePreset::SinceCursor;
    emit bar().choiceEdited(choice);
    QAction *live = m_stand->action(u"liveTail"_s);
    const auto isOn = [this] { return m_stand->feed().tailStatus().isOn(); };
    live->trigger();
    QVERIFY(question());
    QCOMPARE(question()->windowTitle(), u"Live tail from cursor"_s);
    QVERIFY(!live->isChecked());
    question()->reject();
    QTRY_VERIFY(!question());
    QVERIFY(!isOn());
    live->trigger();
    QVERIFY(answer(u"fetchAsChosen"_s));
    QVERIFY(isOn());
    QVERIFY(live->isChecked());
    QCOMPARE(m_stand->events().scope().types, QList<QByteArray>{"user.created"});
    QTRY_VERIFY(!question());
    // What was said holds for this cursor and these types.
    live->trigger();
    QTRY_VERIFY(!isOn());
    live->trigger();
    QVERIFY(!question());
    QVERIFY(isOn());
    live->trigger();
}

void TestFetchScope::theChoiceIsKept()
{
    FetchChoice choice;
    choice.preset = RangePreset::SinceCursor;
    choice.types = {"user.created"};
    choice.asPickedOf = 7;
    QCOMPARE(restoreChoice(saveChoice(choice)), choice);
    choice.asPickedOf = 0;
    QCOMPARE(restoreChoice(saveChoice(choice)), choice);
}

void TestFetchScope::theOlderFormatsAreRead()
{
    FetchChoice choice;
    choice.preset = RangePreset::SinceCursor;
    choice.types = {"user.created"};
    choice.organization = OrganizationId("org_A");
    for (const quint32 format : {1U, 2U}) {
        QByteArray state;
        QDataStream out(&state, QIODevice::WriteOnly);
        out << format << static_cast<qint32>(choice.preset) << toUs(choice.custom.since)
            << toUs(choice.custom.until) << choice.types << choice.organization.value;
        if (format == 2) {
            out << true; // As picked, but of nobody knows which cursor: that is asked again.
        }
        QCOMPARE(restoreChoice(state), choice);
    }
    QByteArray newer = saveChoice(choice);
    newer[3] = 99;
    QCOMPARE(restoreChoice(newer), FetchChoice());
}

} // namespace playhead

QTEST_MAIN(playhead::TestFetchScope)
#include "tst_fetchscope.moc"
