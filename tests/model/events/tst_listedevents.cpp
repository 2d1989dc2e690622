// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/listedevents.h"
#include "model/events/streamorder.h"
#include "tests/model/events/madeevents.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace playhead;
using namespace Qt::StringLiterals;

/// What is worked out of a store before a table shows it.
class TestListedEvents : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void nothingIsListedOfNothing()
    {
        const ListedEvents listed = listEvents(EventSnapshot());
        QVERIFY(listed.order.empty() && listed.pairOfRow.empty());
        QCOMPARE(listed.pairs.count(), 0u);
    }

    void listsEveryEvent_data()
    {
        QTest::addColumn<bool>("inOrder");
        QTest::newRow("stored in order") << true;
        QTest::newRow("stored in any order") << false;
    }
    /// Against the snapshot, row by row.
    void listsEveryEvent()
    {
        QFETCH(const bool, inOrder);
        QRandomGenerator random(7);
        MadeStore store;
        for (int i = 0; i < 400; ++i) {
            const QByteArray organization = "org_" + QByteArray::number(random.bounded(9));
            const qint64 ms = inOrder ? i : random.bounded(1000);
            const bool tells = random.bounded(10) == 0;
            const QByteArray type = tells                    ? "organization.updated"
                                    : random.bounded(2) == 0 ? "dsync.user.created"
                                                             : "dsync.group.created";
            const QByteArray key = tells ? "id" : "organization_id";
            store.add(ms,
                      type,
                      '"' + key + "\":\"" + organization + "\",\"name\":\"N" + QByteArray::number(i)
                          + '"');
        }
        const EventSnapshot events = store.snapshot();
        const ListedEvents listed = listEvents(events);
        QCOMPARE(listed.order, streamOrder(events));
        QCOMPARE(listed.isStoredInOrder, inOrder);
        QCOMPARE(listed.pairOfRow.size(), size_t(events.rowCount()));
        std::vector<quint32> counts(listed.pairs.count());
        for (EventRow row = 0; row < events.rowCount(); ++row) {
            const EventPairs::Pair expected{events.type(row), events.organization(row)};
            QCOMPARE(listed.pairs[listed.pairOfRow[row]], expected);
            ++counts[listed.pairOfRow[row]];
        }
        QCOMPARE(listed.pairCounts, counts);
        QVERIFY(std::find(counts.begin(), counts.end(), 0) == counts.end());
        OrganizationNames names;
        names.extend(events);
        for (quint32 number = 1; number <= events.organizationCount(); ++number) {
            QCOMPARE(listed.names.name(events, number), names.name(events, number));
        }
    }
};

QTEST_GUILESS_MAIN(TestListedEvents)
#include "tst_listedevents.moc"
