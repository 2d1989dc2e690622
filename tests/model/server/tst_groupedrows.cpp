// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demorandom.h"
#include "model/server/groupedrows.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

class TestGroupedRows : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void holdsNothingOfNothing();
    void holdsEachRowInItsGroup();
};

namespace {

std::vector<quint32> rowsOf(const GroupedRows &rows, quint32 group)
{
    const auto found = rows.of(group);
    return {found.begin(), found.end()};
}

} // namespace

void TestGroupedRows::holdsNothingOfNothing()
{
    QVERIFY(GroupedRows().of(0).empty());
    QVERIFY(GroupedRows({}, 0).of(0).empty());
    QVERIFY(GroupedRows({}, 3).of(2).empty());
    QVERIFY(GroupedRows(std::vector<quint32>{0, 1}, 2).of(2).empty());
}

void TestGroupedRows::holdsEachRowInItsGroup()
{
    DemoRandom random(4);
    for (const quint32 groups : {1U, 2U, 7U, 300U}) {
        std::vector<quint32> groupOfRow;
        std::vector<std::vector<quint32>> expected(groups);
        for (quint32 row = 0; row < 200; ++row) {
            groupOfRow.push_back(quint32(random.below(groups)));
            expected[groupOfRow.back()].push_back(row);
        }
        const GroupedRows rows(groupOfRow, groups);
        for (quint32 group = 0; group < groups; ++group) {
            QCOMPARE(rowsOf(rows, group), expected[group]);
        }
    }
}

QTEST_GUILESS_MAIN(TestGroupedRows)
#include "tst_groupedrows.moc"
