// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/events/eventtable.h"
#include "ui/mainwindow/loadedvocabulary.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

void fill(MadeStore &store, const char *type, int count, int from = 0)
{
    for (int i = from; i < from + count; ++i) {
        store.add(i * 1000,
                  type,
                  user("du_" + QByteArray::number(i), "org_1", "\"object\":\"directory_user\""));
    }
}

QStringList typesIn(const FilterVocabulary &words)
{
    QStringList names;
    for (const FilterVocabulary::Type &type : words.types) {
        names << type.name;
    }
    return names;
}

} // namespace

class TestLoadedVocabulary : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void growingEventsAreGatheredOnceASecond()
    {
        MadeStore store;
        fill(store, "dsync.user.created", 3);
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        LoadedVocabulary vocabulary(table.model, store.catalogue());
        QSignalSpy changes(&vocabulary, &LoadedVocabulary::changed);
        QElapsedTimer elapsed;
        elapsed.start();
        vocabulary.refresh();
        QVERIFY(changes.wait());
        QCOMPARE(vocabulary.words().types.front().count, 3U);
        vocabulary.refresh(); // Nothing is new.
        // As in a running fetch: each answer finds more events.
        for (int i = 3; i < 6; ++i) {
            fill(store, "dsync.user.created", 1, i);
            table.model.updateSnapshot(store.snapshot());
            vocabulary.refresh();
        }
        QVERIFY(changes.wait());
        QVERIFY(elapsed.elapsed() >= 900);
        QCOMPARE(vocabulary.words().types.front().count, 6U);
        QCOMPARE(changes.size(), 2);
    }

    void whatComesOfOtherEventsIsDropped()
    {
        MadeStore before;
        fill(before, "dsync.user.created", 2000);
        MadeStore after;
        fill(after, "dsync.user.deleted", 1);
        Table table(before);
        table.model.setSnapshot(before.snapshot());
        LoadedVocabulary vocabulary(table.model, before.catalogue());
        QSignalSpy changes(&vocabulary, &LoadedVocabulary::changed);
        vocabulary.setCursors({u"billing"_s});
        vocabulary.refresh();
        vocabulary.forget();
        table.model.setSnapshot(after.snapshot());
        vocabulary.refresh(); // The other one does not hold it up.
        QVERIFY(changes.wait());
        QCOMPARE(typesIn(vocabulary.words()), QStringList{u"dsync.user.deleted"_s});
        QVERIFY(vocabulary.words().cursors.isEmpty());
        QCOMPARE(changes.size(), 1);
    }

    void aNewNameIsKnownAtOnce()
    {
        MadeStore store;
        fill(store, "dsync.user.created", 3);
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        LoadedVocabulary vocabulary(table.model, store.catalogue());
        QSignalSpy changes(&vocabulary, &LoadedVocabulary::changed);
        vocabulary.refresh();
        QVERIFY(changes.wait());
        table.model.setOrganizationAliases({{OrganizationId("org_1"), u"Foo"_s}});
        QCOMPARE(changes.size(), 2);
        QCOMPARE(vocabulary.words().organizations.front().name, u"Foo"_s);
    }
};

QTEST_GUILESS_MAIN(TestLoadedVocabulary)
#include "tst_loadedvocabulary.moc"
