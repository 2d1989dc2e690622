// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventstore.h"
#include "model/events/typecatalogue.h"
#include "tests/app/exportstand.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

/// Every sub-verb of `playhead cursor`, by the real program on the demo's events.
class CursorVerbsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void makesListsAndShows();
    void showsAMoveAndThenDoesIt();
    void tellsTheSameAsTextAndAsJson();
    void stopsAtTheEnds();
    void findsEveryPlace();
    void warnsOfTheNewPlace();
    void saysWhereAWayLeadsNowhere();
    void takesBackAndRepeats();
    void doesOnlyWhatWasShown();
    void editsAndDeletes();
    void keepsTheHistoryOfTheDeleted();
    void keepsPlaces();
    void goesThroughAFile();
    void handsOver_data();
    void handsOver();
    void warnsOfDoubtfulEvents();
    void readsWhatIsMissing();
    void goesOnWithoutAKey();
    void keepsCursorsOfCaptures();
    void countsFromTheEndOfACapture();
    void worksWhileAWindowHoldsTheEvents();
    void losesNoMoveOfSeveralProcesses();
    void refusesWrongWords_data();
    void refusesWrongWords();

private:
    struct Answer
    {
        int exitCode = -1;
        QByteArray output;
        QString error;
        QJsonObject object() const { return QJsonDocument::fromJson(output).object(); }
        QJsonArray array() const { return QJsonDocument::fromJson(output).array(); }
    };
    Answer run(const QStringList &words, const QString &environment = u"Demo"_s) const
    {
        const QStringList arguments{u"--data-dir"_s, m_stand.dataFolder(), u"--env"_s, environment};
        const ProgramResult result = runProgram(ExportStand::kProgram,
                                                arguments + QStringList{u"cursor"_s} + words);
        return {result.exitCode, result.output, QString::fromUtf8(result.error)};
    }
    /// Ends well and answers with one object.
    QJsonObject object(const QStringList &words) const
    {
        const Answer answer = run(words + QStringList{u"--json"_s});
        if (answer.exitCode != 0 || answer.output.count('\n') != 1 || answer.object().isEmpty()) {
            qCritical("exit code %d: %s", answer.exitCode, qPrintable(answer.error));
        }
        return answer.object();
    }
    QJsonArray array(const QStringList &words) const
    {
        const Answer answer = run(words + QStringList{u"--json"_s});
        if (answer.exitCode != 0) {
            qCritical("exit code %d: %s", answer.exitCode, qPrintable(answer.error));
        }
        return answer.array();
    }
    QString idAt(qsizetype index) const { return m_stand.events().at(index).id(); }
    QString afterOf(const QString &cursor) const
    {
        return object({u"show"_s, cursor}).value(u"after"_s).toString();
    }
    void save(const QString &name, qsizetype index) const
    {
        const Answer saved = run({u"save"_s, name, u"--after"_s, idAt(index)});
        if (saved.exitCode != 0 || !saved.error.isEmpty()) {
            qCritical("%s", qPrintable(saved.error));
        }
    }

    ExportStand m_stand;
};

void CursorVerbsTest::initTestCase()
{
    QVERIFY(m_stand.prepare());
}

void CursorVerbsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void CursorVerbsTest::makesListsAndShows()
{
    const Answer none = run({u"list"_s, u"--json"_s});
    QCOMPARE(none.output, QByteArray("[]\n"));
    QVERIFY(none.error.contains(u"has no cursors yet"_s));

    const QJsonObject made = object({u"save"_s,
                                     u"dsync"_s,
                                     u"--after"_s,
                                     idAt(999),
                                     u"--type"_s,
                                     u"dsync.*"_s,
                                     u"--note"_s,
                                     u"nightly"_s});
    QCOMPARE(made.value(u"after"_s).toString(), idAt(999));
    QVERIFY(made.value(u"types"_s).toArray().size() > 10);
    QCOMPARE(object({u"save"_s, u"newest"_s, u"--newest"_s}).value(u"after"_s).toString(),
             idAt(ExportStand::kEvents - 1));
    object({u"save"_s, u"old"_s, u"--from"_s, u"2026-11-20T00:00:00Z"_s});
    QCOMPARE(run({u"save"_s, u"dsync"_s, u"--oldest"_s}).exitCode, 1); // taken

    const QJsonArray listed = array({u"list"_s});
    QCOMPARE(listed.size(), 3);
    QCOMPARE(listed.at(0).toObject().value(u"name"_s).toString(), u"dsync"_s);
    qint64 after = 0;
    for (qsizetype i = 1000; i < ExportStand::kEvents; ++i) {
        after += m_stand.events().at(i).type().startsWith(u"dsync."_s) ? 1 : 0;
    }
    QCOMPARE(listed.at(0).toObject().value(u"behind"_s).toInteger(), after);
    QVERIFY(listed.at(0).toObject().value(u"behind_is_exact"_s).toBool());
    QCOMPARE(listed.at(1).toObject().value(u"behind"_s).toInteger(), 0);
    QVERIFY(!listed.at(1).toObject().value(u"is_lost"_s).toBool());
    const Answer text = run({u"list"_s});
    QVERIFY(text.output.startsWith("NAME"));
    QCOMPARE(text.output.count('\n'), 4);

    QCOMPARE(object({u"show"_s, u"dsync"_s}).value(u"note"_s).toString(), u"nightly"_s);
    const Answer missing = run({u"show"_s, u"dsyn"_s});
    QCOMPARE(missing.exitCode, 2);
    QVERIFY(missing.error.contains(u"Did you mean dsync?"_s));
    QCOMPARE(run({u"list"_s}, u"Dem"_s).exitCode, 2);
}

void CursorVerbsTest::showsAMoveAndThenDoesIt()
{
    save(u"mover"_s, 500);
    const QStringList back{u"rewind"_s, u"mover"_s, u"--back"_s, u"100"_s};
    const QJsonObject shown = object(back);
    QCOMPARE(shown.value(u"events"_s).toInteger(), 100);
    QCOMPARE(shown.value(u"direction"_s).toString(), u"back"_s);
    QCOMPARE(shown.value(u"is_applied"_s).toBool(), false);
    QCOMPARE(shown.value(u"after"_s).toObject().value(u"after"_s).toString(), idAt(400));
    QCOMPARE(shown.value(u"first_event"_s).toString(), idAt(401));
    QVERIFY(!shown.value(u"is_at_least"_s).toBool());
    const QJsonObject expected = shown.value(u"expected"_s).toObject();
    QCOMPARE(expected.value(u"apply"_s).toInteger() + expected.value(u"skip"_s).toInteger(), 100);
    qint64 byType = 0;
    const QJsonArray types = shown.value(u"types"_s).toArray();
    for (const QJsonValue &type : types) {
        byType += type.toObject().value(u"events"_s).toInteger();
    }
    QCOMPARE(byType, 100);
    QCOMPARE(afterOf(u"mover"_s), idAt(500)); // only shown
    QCOMPARE(array({u"history"_s, u"mover"_s}).size(), 1);

    const Answer text = run(back);
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.output.contains("100 events are read again"));
    QVERIFY(text.error.contains(u"--yes"_s));
    const Answer done = run(back + QStringList{u"--yes"_s, u"--reason"_s, u"handler was down"_s});
    QCOMPARE(done.exitCode, 0);
    QCOMPARE(done.output, text.output); // what was shown is what was done
    QCOMPARE(afterOf(u"mover"_s), idAt(400));
    const QJsonObject entry = array({u"history"_s, u"mover"_s}).at(0).toObject();
    QCOMPARE(entry.value(u"change"_s).toString(), u"rewound-by-events"_s);
    QCOMPARE(entry.value(u"reason"_s).toString(), u"handler was down"_s);
    QCOMPARE(entry.value(u"how"_s).toString(), u"100 events"_s);
    const QJsonObject on = object({u"move"_s, u"mover"_s, u"--forward"_s, u"7"_s, u"--yes"_s});
    QCOMPARE(on.value(u"direction"_s).toString(), u"forward"_s);
    QCOMPARE(afterOf(u"mover"_s), idAt(407));
}

void CursorVerbsTest::tellsTheSameAsTextAndAsJson()
{
    save(u"told"_s, 1500);
    const QStringList back{u"rewind"_s, u"told"_s, u"--back"_s, u"1400"_s};
    const QString text = QString::fromUtf8(run(back).output);
    const QJsonObject plan = object(back);
    QCOMPARE(plan.value(u"asked"_s).toInteger(), 1400);
    const QByteArray first = plan.value(u"first_event_at"_s).toString().toUtf8();
    QVERIFY(text.contains(QString::fromLatin1(isoUtcMs(*parseIsoInstant(first)))));
    for (const QString &key : {u"days_left_before"_s, u"days_left_after"_s}) {
        QVERIFY(text.contains(u"%1 days"_s.arg(plan.value(key).toInteger(-1))));
    }
    QSet<QString> families;
    qint64 deletes = 0;
    const QJsonArray types = plan.value(u"types"_s).toArray();
    for (const QJsonValue &type : types) {
        families.insert(type["family"_L1].toString());
        deletes += type["is_delete"_L1].toBool() ? type["events"_L1].toInteger() : 0;
        QVERIFY(text.contains(type["type"_L1].toString()));
    }
    QVERIFY(families.contains(u"dsync"_s) && text.contains(familyLabel(Family::DirectorySync)));
    QCOMPARE(plan.value(u"deletes"_s).toInteger(), deletes);
    QVERIFY(deletes > 0 && plan.value(u"warnings"_s).isArray());
    // However long the list of deletes is, nothing else is set to the right of it.
    QVERIFY2(!text.contains(QString(40, u' ')), qPrintable(text));
    QVERIFY(run({u"rewind"_s, u"told"_s, u"--back"_s, u"1"_s})
                .output.contains("1 event is read again"));
}

void CursorVerbsTest::stopsAtTheEnds()
{
    save(u"ends"_s, 3);
    const QJsonObject all = object({u"rewind"_s, u"ends"_s, u"--back"_s, u"100"_s, u"--yes"_s});
    QCOMPARE(all.value(u"events"_s).toInteger(), 4); // the real number
    QVERIFY(all.value(u"after"_s).toObject().contains(u"range_start"_s));
    QCOMPARE(object({u"move"_s, u"ends"_s, u"--forward"_s, u"1"_s})
                 .value(u"after"_s)
                 .toObject()
                 .value(u"after"_s)
                 .toString(),
             idAt(0)); // the very first event can be stepped over
    QCOMPARE(object({u"move"_s, u"ends"_s, u"--newest"_s}).value(u"events"_s).toInteger(),
             ExportStand::kEvents);
}

void CursorVerbsTest::findsEveryPlace()
{
    save(u"there"_s, 1500);
    save(u"places"_s, 1000);
    const auto target = [this](const QStringList &way) {
        const QJsonObject plan = object(QStringList{u"move"_s, u"places"_s} + way);
        return plan.value(u"after"_s).toObject();
    };
    QCOMPARE(target({u"--to-event"_s, idAt(7)}).value(u"after"_s).toString(), idAt(7));
    QCOMPARE(target({u"--copy-from"_s, u"there"_s}).value(u"after"_s).toString(), idAt(1500));
    QCOMPARE(target({u"--to-time"_s, u"2026-11-01"_s}).value(u"range_start"_s).toString(),
             u"2026-11-01T00:00:00.000Z"_s);
    QVERIFY(target({u"--oldest"_s}).contains(u"range_start"_s));
    const Instant own = parseIsoInstant(m_stand.events().at(1000).at().toUtf8()).value();
    QCOMPARE(target({u"--time-back"_s, u"2h"_s}).value(u"range_start"_s).toString(),
             QString::fromLatin1(isoUtcExact(own - std::chrono::hours(2))));
    object({u"move"_s, u"places"_s, u"--to-event"_s, idAt(20), u"--yes"_s});
    const QJsonArray history = array({u"history"_s, u"places"_s});
    const QString created = QString::number(
        history.last().toObject().value(u"entry"_s).toInteger());
    QCOMPARE(object({u"move"_s, u"places"_s, u"--restore"_s, created, u"--yes"_s})
                 .value(u"change"_s)
                 .toString(),
             u"restored"_s);
    QCOMPARE(afterOf(u"places"_s), idAt(1000));
    QCOMPARE(run({u"move"_s, u"places"_s, u"--restore"_s, u"999999"_s}).exitCode, 2);
}

void CursorVerbsTest::warnsOfTheNewPlace()
{
    save(u"warned"_s, 1000);
    QCOMPARE(run({u"save"_s, u"typed"_s, u"--after"_s, idAt(900), u"--type"_s, u"user.*"_s})
                 .exitCode,
             0);
    QVERIFY(
        run({u"save"_s, u"hooked"_s, u"--after"_s, u"evt_2"_s, u"--created-at"_s, u"2026-11-20"_s})
            .error.contains(u"evt_2"_s));
    const auto kindOf = [](const Answer &answer) {
        const QJsonArray warnings = answer.object().value(u"warnings"_s).toArray();
        return warnings.size() == 1 ? warnings.at(0)["kind"_L1].toString() : QString();
    };
    const Answer typed = run({u"move"_s, u"warned"_s, u"--copy-from"_s, u"typed"_s, u"--json"_s});
    QCOMPARE(kindOf(typed), u"other-scope"_s);
    QVERIFY(typed.error.contains(u"user.created"_s));
    const Answer hooked = run({u"move"_s, u"warned"_s, u"--copy-from"_s, u"hooked"_s, u"--json"_s});
    QCOMPARE(kindOf(hooked), u"webhook-id"_s);
    QVERIFY(hooked.error.contains(u"evt_2"_s));
    QCOMPARE(run({u"save-place"_s, u"typed there"_s, u"typed"_s}).exitCode, 0);
    QCOMPARE(kindOf(run({u"move"_s, u"warned"_s, u"--to-place"_s, u"typed there"_s, u"--json"_s})),
             u"other-scope"_s);
    QCOMPARE(run({u"delete-place"_s, u"typed there"_s, u"--yes"_s}).exitCode, 0);
    QCOMPARE(run({u"save"_s,
                  u"long ago"_s,
                  u"--after"_s,
                  u"event_x"_s,
                  u"--created-at"_s,
                  u"2026-01-01"_s})
                 .exitCode,
             0);
    const Answer lost = run({u"move"_s, u"warned"_s, u"--copy-from"_s, u"long ago"_s, u"--json"_s});
    QVERIFY2(lost.error.contains(u"lost there"_s), qPrintable(lost.error));
    QVERIFY(lost.object().value(u"is_beyond_horizon"_s).toBool());
    QVERIFY(lost.object().contains(u"gone"_s));
    const Answer old = run({u"save"_s, u"old ages"_s, u"--from"_s, u"2400h"_s});
    QVERIFY2(old.error.contains(u"starts before the 90 days"_s), qPrintable(old.error));
    QVERIFY(run({u"show"_s, u"old ages"_s}).error.contains(u"starts before the 90 days"_s));
}

void CursorVerbsTest::saysWhereAWayLeadsNowhere()
{
    save(u"nowhere"_s, 1000);
    const Answer late = run({u"move"_s, u"nowhere"_s, u"--to-time"_s, u"2027-01-01"_s, u"--yes"_s});
    QCOMPARE(late.exitCode, 1);
    QCOMPARE(late.error.count(u'\n'), 1);
    QCOMPARE(late.output, QByteArray());
    QCOMPARE(run({u"move"_s, u"nowhere"_s, u"--to-event"_s, u"event_none"_s, u"--yes"_s}).exitCode,
             1);
    const Answer forward = run(
        {u"rewind"_s, u"nowhere"_s, u"--to-event"_s, idAt(1100), u"--yes"_s});
    QCOMPARE(forward.exitCode, 1);
    QVERIFY(forward.error.contains(u"forward"_s));
    const Answer same = run({u"move"_s, u"nowhere"_s, u"--to-event"_s, idAt(1000), u"--yes"_s});
    QCOMPARE(same.exitCode, 0);
    QVERIFY(same.error.contains(u"stands there already"_s));
    QCOMPARE(array({u"history"_s, u"nowhere"_s}).size(), 1);
}

void CursorVerbsTest::takesBackAndRepeats()
{
    save(u"undone"_s, 600);
    object({u"rewind"_s, u"undone"_s, u"--back"_s, u"5"_s, u"--yes"_s});
    QCOMPARE(object({u"undo"_s}).value(u"is_applied"_s).toBool(), false);
    QCOMPARE(afterOf(u"undone"_s), idAt(595));
    const QJsonObject undone = object({u"undo"_s, u"--yes"_s});
    QCOMPARE(undone.value(u"change"_s).toString(), u"undone"_s);
    QCOMPARE(undone.value(u"what"_s).toString(), u"rewound-by-events"_s);
    QCOMPARE(afterOf(u"undone"_s), idAt(600));
    object({u"redo"_s, u"--yes"_s});
    QCOMPARE(afterOf(u"undone"_s), idAt(595));
    const Answer none = run({u"redo"_s, u"--yes"_s});
    QCOMPARE(none.exitCode, 1);
    QVERIFY(none.error.contains(u"no change of a cursor to redo"_s));
}

void CursorVerbsTest::doesOnlyWhatWasShown()
{
    save(u"guarded"_s, 600);
    object({u"rewind"_s, u"guarded"_s, u"--back"_s, u"5"_s, u"--yes"_s});
    const QString shown = QString::number(object({u"undo"_s}).value(u"entry"_s).toInteger());
    object({u"rewind"_s, u"guarded"_s, u"--back"_s, u"3"_s, u"--yes"_s}); // by someone else
    const Answer refused = run({u"undo"_s, u"--yes"_s, u"--entry"_s, shown});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.error.contains(shown));
    QCOMPARE(afterOf(u"guarded"_s), idAt(592));
    const QString now = QString::number(object({u"undo"_s}).value(u"entry"_s).toInteger());
    object({u"undo"_s, u"--yes"_s, u"--entry"_s, now});
    QCOMPARE(afterOf(u"guarded"_s), idAt(595));

    const QStringList back{u"rewind"_s,
                           u"guarded"_s,
                           u"--back"_s,
                           u"1"_s,
                           u"--yes"_s,
                           u"--if-at"_s};
    QCOMPARE(run(back + QStringList{idAt(600)}).exitCode, 1);
    QCOMPARE(afterOf(u"guarded"_s), idAt(595));
    QCOMPARE(run(back + QStringList{idAt(595)}).exitCode, 0);
    QCOMPARE(afterOf(u"guarded"_s), idAt(594));
    object({u"move"_s, u"guarded"_s, u"--to-time"_s, u"2026-11-01"_s, u"--yes"_s});
    QCOMPARE(run(back + QStringList{u"2026-11-02"_s}).exitCode, 1);
    QCOMPARE(run(back + QStringList{u"2026-11-01T00:00:00Z"_s}).exitCode, 0);
}

void CursorVerbsTest::keepsTheHistoryOfTheDeleted()
{
    save(u"former"_s, 300);
    object({u"move"_s, u"former"_s, u"--to-event"_s, idAt(350), u"--yes"_s});
    QCOMPARE(run({u"recover"_s, u"former"_s, u"--new"_s, u"--oldest"_s, u"--no-fetch"_s}).exitCode,
             1); // it exists: told before anything is looked for
    object({u"delete"_s, u"former"_s, u"--yes"_s});
    const Answer history = run({u"history"_s, u"former"_s, u"--json"_s});
    QCOMPARE(history.exitCode, 0);
    QCOMPARE(history.array().size(), 3);
    QVERIFY(history.error.contains(u"does not exist any more"_s));
    const QStringList recover{u"recover"_s,
                              u"former"_s,
                              u"--new"_s,
                              u"--newest-place"_s,
                              u"--no-fetch"_s,
                              u"--overlap"_s,
                              u"0"_s};
    QCOMPARE(object(recover)["target"_L1]["after"_L1].toString(), idAt(350));
    const Answer typed = run(recover + QStringList{u"--type"_s, u"user.created"_s});
    QCOMPARE(typed.exitCode, 1);
    QVERIFY(typed.error.contains(u"all types"_s));
    QCOMPARE(run(recover + QStringList{u"--yes"_s}).exitCode, 0);
    QCOMPARE(array({u"history"_s, u"former"_s}).size(), 1); // of the one that is there
}

void CursorVerbsTest::editsAndDeletes()
{
    save(u"edited"_s, 10);
    QCOMPARE(object({u"edit"_s, u"edited"_s, u"--name"_s, u"new name"_s, u"--note"_s, u"note"_s})
                 .value(u"note"_s)
                 .toString(),
             u"note"_s);
    QCOMPARE(object({u"edit"_s, u"new name"_s, u"--no-note"_s}).value(u"note"_s).toString(),
             QString());
    QVERIFY(!object({u"delete"_s, u"new name"_s}).value(u"is_applied"_s).toBool());
    QCOMPARE(afterOf(u"new name"_s), idAt(10));
    QVERIFY(object({u"delete"_s, u"new name"_s, u"--yes"_s}).value(u"is_applied"_s).toBool());
    QCOMPARE(run({u"show"_s, u"new name"_s}).exitCode, 2);
    object({u"undo"_s, u"--yes"_s});
    QCOMPARE(afterOf(u"new name"_s), idAt(10));
}

void CursorVerbsTest::keepsPlaces()
{
    save(u"placed"_s, 700);
    const QString name = u"Before release 4.12"_s;
    QCOMPARE(object({u"save-place"_s, name, u"placed"_s}).value(u"after"_s).toString(), idAt(700));
    QCOMPARE(run({u"save-place"_s, name, u"placed"_s}).exitCode, 1);
    QCOMPARE(array({u"places"_s}).at(0).toObject().value(u"cursor"_s).toString(), u"placed"_s);
    object({u"rewind"_s, u"placed"_s, u"--back"_s, u"50"_s, u"--yes"_s});
    const QJsonObject back = object({u"move"_s, u"placed"_s, u"--to-place"_s, name, u"--yes"_s});
    QCOMPARE(back.value(u"change"_s).toString(), u"moved-to-place"_s);
    QCOMPARE(back.value(u"events"_s).toInteger(), 50);
    QCOMPARE(afterOf(u"placed"_s), idAt(700));
    object({u"delete-place"_s, name});
    QCOMPARE(array({u"places"_s}).size(), 1);
    object({u"delete-place"_s, name, u"--yes"_s});
    QCOMPARE(array({u"places"_s}).size(), 0);
    QCOMPARE(run({u"move"_s, u"placed"_s, u"--to-place"_s, name}).exitCode, 2);
}

void CursorVerbsTest::goesThroughAFile()
{
    save(u"filed"_s, 800);
    const QString path = m_stand.path(u"cursors.json"_s);
    QCOMPARE(run({u"export"_s, path}).exitCode, 0);
    const Answer printed = run({u"export"_s});
    QVERIFY(printed.object().value(u"cursors"_s).toArray().size() >= 1);
    object({u"rewind"_s, u"filed"_s, u"--back"_s, u"3"_s, u"--yes"_s});
    object({u"delete"_s, u"dsync"_s, u"--yes"_s});

    const auto stateOf = [](const QJsonObject &plan, const QString &name) {
        const QJsonArray cursors = plan.value(u"cursors"_s).toArray();
        for (const QJsonValue &cursor : cursors) {
            if (cursor.toObject().value(u"name"_s).toString() == name) {
                return cursor.toObject().value(u"state"_s).toString();
            }
        }
        return QString();
    };
    const QJsonObject plan = object({u"import"_s, path});
    QCOMPARE(stateOf(plan, u"filed"_s), u"differs"_s);
    QCOMPARE(stateOf(plan, u"dsync"_s), u"new"_s);
    QVERIFY(!plan.value(u"is_other_environment"_s).toBool());
    QCOMPARE(run({u"show"_s, u"dsync"_s}).exitCode, 2); // only shown
    QCOMPARE(run({u"import"_s, path, u"--replace"_s, u"dsync"_s}).exitCode, 2); // differs not
    object({u"import"_s, path, u"--yes"_s});
    QCOMPARE(afterOf(u"dsync"_s), idAt(999));
    QCOMPARE(afterOf(u"filed"_s), idAt(797)); // kept: not accepted
    object({u"import"_s, path, u"--replace"_s, u"filed"_s, u"--yes"_s});
    QCOMPARE(afterOf(u"filed"_s), idAt(800));
    const QJsonObject entry = array({u"history"_s, u"filed"_s}).at(0).toObject();
    QCOMPARE(entry.value(u"change"_s).toString(), u"imported"_s);
    QCOMPARE(entry.value(u"how"_s).toString(), u"cursors.json"_s);

    // Another environment's file, and one with a broken entry.
    QFile file(path);
    QVERIFY(file.open(QFile::ReadWrite));
    QByteArray text = file.readAll();
    text.replace("\"name\": \"Demo\"", "\"name\": \"Staging\"");
    text.replace("\"saved_places\": [", "\"saved_places\": [ {\"name\":\"x\"}");
    QVERIFY(file.resize(0) && file.seek(0));
    file.write(text);
    file.close();
    const Answer other = run({u"import"_s, path});
    QVERIFY(other.error.contains(u"another environment"_s));
    QVERIFY(other.error.contains(u"saved_places[0] (x)"_s));
    QCOMPARE(run({u"import"_s, path, u"--yes"_s}).exitCode, 2);
    QCOMPARE(run({u"import"_s, path, u"--yes"_s, u"--accept-environment"_s}).exitCode, 0);
    QCOMPARE(run({u"import"_s, m_stand.path(u"none"_s)}).exitCode, 2);
    QCOMPARE(run({u"import"_s, m_stand.capture()}).exitCode, 1); // events, not cursors
}

void CursorVerbsTest::handsOver_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QByteArray>("holds");
    QTest::newRow("after") << u"after"_s << QByteArray("after=event_");
    QTest::newRow("query") << u"query"_s << QByteArray("after=event_");
    QTest::newRow("curl") << u"curl"_s << QByteArray("curl -g 'http");
    QTest::newRow("javascript") << u"javascript"_s << QByteArray("listEvents({");
    QTest::newRow("ruby") << u"ruby"_s << QByteArray("list_events(");
    QTest::newRow("python") << u"python"_s << QByteArray("list_events(");
    QTest::newRow("go") << u"go"_s << QByteArray("EventsListParams{");
    QTest::newRow("json") << u"json"_s << QByteArray("\"environment\":\"Demo\"");
}

void CursorVerbsTest::handsOver()
{
    QFETCH(const QString, form);
    QFETCH(const QByteArray, holds);
    if (run({u"show"_s, u"handed"_s}).exitCode != 0) {
        save(u"handed"_s, 100);
    }
    const Answer shown = run({u"show"_s, u"handed"_s, u"--as"_s, form});
    QCOMPARE(shown.exitCode, 0);
    QVERIFY2(shown.output.contains(holds), shown.output.constData());
    QVERIFY(shown.output.contains(idAt(100).toUtf8()));
    QVERIFY(!shown.output.contains("sk_"));
    QCOMPARE(shown.error, QString());
}

void CursorVerbsTest::warnsOfDoubtfulEvents()
{
    const Answer unknown = run({u"save"_s, u"hook"_s, u"--after"_s, u"evt_1"_s});
    QCOMPARE(unknown.exitCode, 2); // no time to stand at
    const Answer told = run(
        {u"save"_s, u"hook"_s, u"--after"_s, u"evt_1"_s, u"--created-at"_s, u"2026-11-20"_s});
    QCOMPARE(told.exitCode, 0);
    QVERIFY(told.error.contains(u"evt_1"_s));
    QCOMPARE(told.error.count(u'\n'), 1);
    QVERIFY(run({u"show"_s, u"hook"_s}).error.contains(u"evt_1"_s));
}

void CursorVerbsTest::readsWhatIsMissing()
{
    const ExportStand fresh; // nothing is fetched
    {
        Result<Database> database = Database::open(fresh.databasePath());
        Result<EnvironmentStore> store = EnvironmentStore::open(*database);
        Environment demo = m_stand.demo();
        demo.id = 0;
        QVERIFY(store->save(demo));
    }
    const auto runFresh = [&fresh](const QStringList &words) {
        const ProgramResult result = runProgram(
            ExportStand::kProgram,
            QStringList{u"cursor"_s, u"--data-dir"_s, fresh.dataFolder(), u"--env"_s, u"Demo"_s}
                + words + QStringList{u"--json"_s});
        return Answer{result.exitCode, result.output, QString::fromUtf8(result.error)};
    };
    QCOMPARE(runFresh({u"save"_s, u"A"_s, u"--oldest"_s}).exitCode, 0);
    QCOMPARE(runFresh({u"list"_s}).array().at(0).toObject().value(u"behind"_s).toInteger(), 0);
    QCOMPARE(runFresh({u"move"_s, u"A"_s, u"--newest"_s, u"--no-fetch"_s}).exitCode, 1);
    const Answer moved = runFresh({u"move"_s, u"A"_s, u"--newest"_s, u"--yes"_s});
    QVERIFY2(moved.exitCode == 0, qPrintable(moved.error));
    QCOMPARE(moved.object().value(u"events"_s).toInteger(), ExportStand::kEvents);
    QVERIFY(!moved.object().value(u"is_at_least"_s).toBool());
    QCOMPARE(runFresh({u"show"_s, u"A"_s}).object().value(u"after"_s).toString(),
             idAt(ExportStand::kEvents - 1));
}

void CursorVerbsTest::goesOnWithoutAKey()
{
    {
        Result<Database> database = Database::open(m_stand.databasePath());
        Result<EnvironmentStore> store = EnvironmentStore::open(*database);
        Environment staging;
        staging.name = u"Staging"_s;
        staging.baseUrl = QUrl(u"https://api.workos.com"_s);
        staging.keySource = KeySource::Variable;
        QVERIFY(store->save(staging));
    }
    QCOMPARE(run({u"save"_s, u"A"_s, u"--from"_s, u"3d"_s}, u"Staging"_s).exitCode, 0);
    const QStringList back{u"move"_s, u"A"_s, u"--time-back"_s, u"2h"_s};
    const Answer shown = run(back + QStringList{u"--json"_s}, u"Staging"_s);
    QVERIFY2(shown.exitCode == 0, qPrintable(shown.error));
    QVERIFY(shown.object().value(u"is_at_least"_s).toBool());
    QVERIFY(shown.error.contains(u"WORKOS_API_KEY"_s));
    QCOMPARE(run(back + QStringList{u"--fetch"_s}, u"Staging"_s).exitCode, 2);
    const Answer quiet = run(back + QStringList{u"--no-fetch"_s}, u"Staging"_s);
    QVERIFY(quiet.error.contains(u"may be more"_s));
    QCOMPARE(run({u"list"_s}, u"Staging"_s).output.count("0+"), 1);
}

void CursorVerbsTest::keepsCursorsOfCaptures()
{
    {
        Result<Database> database = Database::open(m_stand.databasePath());
        Result<EnvironmentStore> store = EnvironmentStore::open(*database);
        Environment capture;
        capture.name = u"capture.ndjson"_s;
        capture.baseUrl = QUrl::fromLocalFile(m_stand.capture());
        capture.keySource = KeySource::Capture;
        QVERIFY(store->save(capture));
    }
    const QString name = u"capture.ndjson"_s;
    QCOMPARE(run({u"save"_s, u"A"_s, u"--newest"_s}, name).exitCode, 0);
    const Answer shown = run({u"rewind"_s, u"A"_s, u"--back"_s, u"10"_s, u"--yes"_s, u"--json"_s},
                             name);
    QVERIFY2(shown.exitCode == 0, qPrintable(shown.error));
    QVERIFY(!shown.object().value(u"is_at_least"_s).toBool()); // all of it is there
    QCOMPARE(shown.object().value(u"behind"_s).toInteger(), 10);
    const Answer listed = run({u"list"_s, u"--json"_s}, name);
    QCOMPARE(listed.array().at(0).toObject().value(u"after"_s).toString(),
             idAt(ExportStand::kEvents - 11));
    QVERIFY(!listed.array().at(0).toObject().value(u"is_lost"_s).toBool());
}

void CursorVerbsTest::countsFromTheEndOfACapture()
{
    const QString name = u"capture.ndjson"_s;
    QCOMPARE(run({u"save"_s, u"B"_s, u"--newest"_s}, name).exitCode, 0);
    const Instant end = *parseIsoInstant(m_stand.events().last().at().toUtf8());
    const Answer moved = run({u"move"_s, u"B"_s, u"--to-time"_s, u"24h"_s, u"--json"_s}, name);
    QVERIFY2(moved.exitCode == 0, qPrintable(moved.error));
    const auto from = parseIsoInstant(
        moved.object()["after"_L1]["range_start"_L1].toString().toUtf8());
    QVERIFY(from && std::chrono::abs(end - std::chrono::hours(24) - *from) < std::chrono::hours(1));
    QCOMPARE(run({u"save-place"_s, u"end"_s, u"B"_s}, name).exitCode, 0);
    // At its end nothing of the 90 days has passed, however long ago that was.
    for (const QString &verb : {u"places"_s, u"list"_s}) {
        const Answer left = run({verb}, name);
        QVERIFY2(left.output.contains("89 days") || left.output.contains("90 days"),
                 left.output.constData());
    }
}

void CursorVerbsTest::worksWhileAWindowHoldsTheEvents()
{
    const TypeCatalogue catalogue = TypeCatalogue::load().value();
    const auto held = EventStore::open(m_stand.dataFolder()
                                           + u"/events/env-%1"_s.arg(m_stand.demo().id),
                                       catalogue);
    QVERIFY(held);
    save(u"held"_s, 900);
    QVERIFY(run({u"list"_s}).output.contains("held"));
    object({u"rewind"_s, u"held"_s, u"--back"_s, u"9"_s, u"--yes"_s});
    QCOMPARE(afterOf(u"held"_s), idAt(891));
}

/// Each move is planned on what it saw: however they cross, as many events are gone back as moves say that they were done.
void CursorVerbsTest::losesNoMoveOfSeveralProcesses()
{
    save(u"raced"_s, 1200);
    constexpr int kProcesses = 8;
    std::vector<std::unique_ptr<Program>> programs;
    for (int i = 0; i < kProcesses; ++i) {
        programs.push_back(std::make_unique<Program>(ExportStand::kProgram,
                                                     QStringList{u"cursor"_s,
                                                                 u"rewind"_s,
                                                                 u"raced"_s,
                                                                 u"--back"_s,
                                                                 u"1"_s,
                                                                 u"--yes"_s,
                                                                 u"--env"_s,
                                                                 u"Demo"_s,
                                                                 u"--data-dir"_s,
                                                                 m_stand.dataFolder()}));
    }
    int done = 0;
    for (const auto &program : programs) {
        const ProgramResult result = program->finish();
        if (result.exitCode == 0) {
            ++done;
        } else {
            QCOMPARE(result.exitCode, 1);
            QVERIFY2(result.error.contains("meanwhile by another Playhead"),
                     result.error.constData());
        }
    }
    QVERIFY(done >= 1);
    QCOMPARE(afterOf(u"raced"_s), idAt(1200 - done));
    QCOMPARE(array({u"history"_s, u"raced"_s}).size(), done + 1);
}

void CursorVerbsTest::refusesWrongWords_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no verb") << QStringList();
    QTest::newRow("unknown verb") << QStringList{u"lst"_s};
    QTest::newRow("no name") << QStringList{u"show"_s};
    QTest::newRow("two names") << QStringList{u"show"_s, u"A"_s, u"B"_s};
    QTest::newRow("no way") << QStringList{u"move"_s, u"A"_s};
    QTest::newRow("two ways") << QStringList{u"move"_s, u"A"_s, u"--back"_s, u"1"_s, u"--newest"_s};
    QTest::newRow("nothing back") << QStringList{u"move"_s, u"A"_s, u"--back"_s, u"0"_s};
    QTest::newRow("rewind forward") << QStringList{u"rewind"_s, u"A"_s, u"--forward"_s, u"1"_s};
    QTest::newRow("no span") << QStringList{u"move"_s, u"A"_s, u"--time-back"_s, u"soon"_s};
    QTest::newRow("no time") << QStringList{u"move"_s, u"A"_s, u"--to-time"_s, u"soon"_s};
    QTest::newRow("fetch or not")
        << QStringList{u"move"_s, u"A"_s, u"--newest"_s, u"--fetch"_s, u"--no-fetch"_s};
    QTest::newRow("save nowhere") << QStringList{u"save"_s, u"A"_s};
    QTest::newRow("save twice") << QStringList{u"save"_s, u"A"_s, u"--newest"_s, u"--oldest"_s};
    QTest::newRow("save by no type")
        << QStringList{u"save"_s, u"B"_s, u"--newest"_s, u"--type"_s, u"nope.*"_s};
    QTest::newRow("edit nothing") << QStringList{u"edit"_s, u"A"_s};
    QTest::newRow("unknown form") << QStringList{u"show"_s, u"A"_s, u"--as"_s, u"rust"_s};
    QTest::newRow("unknown option") << QStringList{u"list"_s, u"--yse"_s};
    QTest::newRow("import nothing") << QStringList{u"import"_s};
}

void CursorVerbsTest::refusesWrongWords()
{
    QFETCH(const QStringList, words);
    const Answer refused = run(words);
    QCOMPARE(refused.exitCode, 2);
    QCOMPARE(refused.output, QByteArray());
    QCOMPARE(refused.error.count(u'\n'), 1);
    QVERIFY(refused.error.startsWith(u"playhead: "_s));
}

QTEST_GUILESS_MAIN(CursorVerbsTest)
#include "tst_cursorverbs.moc"
