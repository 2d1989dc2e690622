// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/cursors/rewindsamples.h"
#include "ui/cursors/movetext.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace playhead {

/// What a planned move says to people.
class TestMoveText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { QTest::failOnWarning(anyRealWarning()); }
    void breakdownNamesTheMostFrequent();
    void deletesAreNamedByType();
};

void TestMoveText::breakdownNamesTheMostFrequent()
{
    const std::vector<TypeMoveCount> types = somePlan().types;
    QCOMPARE(breakdownText(types, Family::DirectorySync),
             u"31 updated, 11 user added, 4 deleted"_s);
    QCOMPARE(breakdownText(types, Family::Authentication), u"33 sso succeeded, 5 sso failed"_s);
    QCOMPARE(breakdownText({{"a.one", Family::Other, 4},
                            {"a.two", Family::Other, 3},
                            {"a.three", Family::Other, 2},
                            {"a.four", Family::Other, 1},
                            {"a.five", Family::Other, 1}},
                           Family::Other),
             u"4 one, 3 two, 2 three, 2 others"_s);
    QCOMPARE(breakdownText({{"a.one", Family::Other, 4},
                            {"a.two", Family::Other, 3},
                            {"a.three", Family::Other, 2},
                            {"a.four", Family::Other, 1}},
                           Family::Other),
             u"4 one, 3 two, 2 three, 1 other"_s);
}

void TestMoveText::deletesAreNamedByType()
{
    MovePlan plan = somePlan();
    QCOMPARE(deletesLead(plan), u"4 deletes are in this span."_s);
    QCOMPARE(deletesByType(plan), u"3 dsync.user.deleted, 1 dsync.group.deleted"_s);
    MovePlan many = plan;
    for (const char *type : {"a.deleted", "b.deleted", "c.deleted"}) {
        many.types.push_back({type, Family::Other, 2, true});
    }
    // The most frequent; the rest is counted.
    QCOMPARE(deletesByType(many),
             u"3 dsync.user.deleted, 2 a.deleted, 2 b.deleted, 2 c.deleted, 1 other"_s);
    plan.types.push_back({"session.revoked", Family::Authentication, 2, true});
    plan.deletes = 6;
    QCOMPARE(deletesLead(plan), u"6 deletes and revocations are in this span."_s);
    plan.types = {{"session.revoked", Family::Authentication, 1, true}};
    plan.deletes = 1;
    QCOMPARE(deletesLead(plan), u"1 revocation is in this span."_s);
}

} // namespace playhead

QTEST_MAIN(playhead::TestMoveText)
#include "tst_movetext.moc"
