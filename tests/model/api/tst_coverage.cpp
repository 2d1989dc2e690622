// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/askedtypes.h"
#include "model/api/coverage.h"
#include "model/api/readjournal.h"
#include "model/events/typecatalogue.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

TimeRange hours(int since, int until)
{
    return {Instant(std::chrono::hours(since)), Instant(std::chrono::hours(until))};
}

FetchScope scopeOf(const QList<QByteArray> &types, const QByteArray &organization = {})
{
    return {{}, types, OrganizationId(organization)};
}

CoverageKey chosen(const QList<QByteArray> &types, const QByteArray &organization = {})
{
    return {ReadKind::ChosenTypes, types, OrganizationId(organization)};
}

} // namespace

class TestCoverage : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void aReadOfAllCoversEveryList();
    void listsCoverTypeByType();
    void aReadWithoutOrganizationCoversOnlyTypesThatNameOne();
    void aReadByOrganizationCoversNothingElse();
    void aListForAllTypesCoversAllButTheRefused();
    void survivesReopening();
    void keepsStoresApart();
    void forgetsWhatTheStoreLost();
    void aReadGoesOnWithItsRange();
    void fingerprintsKnowTheirParts();

private:
    const TypeCatalogue m_catalogue = *TypeCatalogue::load();
};

void TestCoverage::aReadOfAllCoversEveryList()
{
    CoverageMap map;
    map.add({}, hours(1, 5));
    map.add({}, hours(5, 9));
    QCOMPARE(map.covered(scopeOf({}), m_catalogue), TimeRanges{hours(1, 9)});
    QCOMPARE(map.covered(scopeOf({"dsync.user.updated", "no.such.type"}), m_catalogue),
             TimeRanges{hours(1, 9)});
}

void TestCoverage::listsCoverTypeByType()
{
    CoverageMap map;
    map.add(chosen({"a", "b"}), hours(1, 5));
    map.add(chosen({"b", "c"}), hours(3, 9));
    QVERIFY(map.covered(scopeOf({}), m_catalogue).empty());
    QCOMPARE(map.covered(scopeOf({"b"}), m_catalogue), TimeRanges{hours(1, 9)});
    QCOMPARE(map.covered(scopeOf({"c", "a"}), m_catalogue), TimeRanges{hours(3, 5)});
    QVERIFY(map.covered(scopeOf({"a", "d"}), m_catalogue).empty());
}

void TestCoverage::aReadWithoutOrganizationCoversOnlyTypesThatNameOne()
{
    CoverageMap map;
    map.add({}, hours(1, 5));
    QCOMPARE(map.covered(scopeOf({"dsync.user.updated"}, "org_1"), m_catalogue),
             TimeRanges{hours(1, 5)});
    QVERIFY(
        map.covered(scopeOf({"dsync.user.updated", "user.created"}, "org_1"), m_catalogue).empty());
    QVERIFY(map.covered(scopeOf({}, "org_1"), m_catalogue).empty());
}

void TestCoverage::aReadByOrganizationCoversNothingElse()
{
    CoverageMap map;
    map.add({ReadKind::AllTypes, {}, OrganizationId("org_1")}, hours(1, 5));
    QCOMPARE(map.covered(scopeOf({}, "org_1"), m_catalogue), TimeRanges{hours(1, 5)});
    QCOMPARE(map.covered(scopeOf({"user.created"}, "org_1"), m_catalogue), TimeRanges{hours(1, 5)});
    QVERIFY(map.covered(scopeOf({}, "org_2"), m_catalogue).empty());
    QVERIFY(map.covered(scopeOf({}), m_catalogue).empty());
}

void TestCoverage::aListForAllTypesCoversAllButTheRefused()
{
    AskedTypes types({}, m_catalogue);
    QStringList refused;
    QVERIFY(types.sent().isEmpty());
    QCOMPARE(types.coverageKey({}).kind, ReadKind::AllTypes);
    QVERIFY(!types.adaptTo("{}", refused));
    QVERIFY(types.adaptTo(R"({"errors":[{"code":"required","field":"events"}]})", refused));
    QCOMPARE(types.sent().size(), qsizetype(m_catalogue.types().size()));
    QVERIFY(types.adaptTo(R"({"message":"Invalid name parameter: user.created"})", refused));
    QCOMPARE(refused, QStringList{u"user.created"_s});
    QVERIFY(!types.adaptTo(R"({"message":"Invalid"})", refused));

    CoverageMap map;
    map.add(types.coverageKey({}), hours(1, 5));
    QCOMPARE(map.covered(scopeOf({}), m_catalogue), TimeRanges{hours(1, 5)});
    QCOMPARE(map.covered(scopeOf({"user.updated"}), m_catalogue), TimeRanges{hours(1, 5)});
    QVERIFY(map.covered(scopeOf({"user.created"}), m_catalogue).empty());
    QVERIFY(map.covered(scopeOf({"a.type.of.the.future"}), m_catalogue).empty());

    AskedTypes byUser({"user.created", "user.updated"}, m_catalogue);
    QVERIFY(!byUser.adaptTo(R"({"message":"Invalid name parameter: user.created"})", refused));
    QCOMPARE(byUser.namedIn("no user.created here"), QStringList{u"user.created"_s});
}

void TestCoverage::survivesReopening()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"playhead.sqlite"_s);
    {
        Result<Database> database = Database::open(path);
        QVERIFY(database);
        Result<Coverage> coverage = Coverage::load(*database, u"env"_s, 0);
        QVERIFY(coverage);
        QVERIFY(coverage->add({}, hours(1, 5), 10));
        QVERIFY(coverage->add({}, hours(7, 9), 11));
        QVERIFY(coverage->add({}, hours(4, 8), 12));
        QVERIFY(coverage->add(chosen({"a", "b"}, "org_1"), hours(20, 21), 12));
        QVERIFY(coverage->add(chosen({"a", "b"}, "org_1"), hours(30, 31), 12));
    }
    Result<Database> database = Database::open(path);
    QVERIFY(database);
    const Result<Coverage> coverage = Coverage::load(*database, u"env"_s, 12);
    QVERIFY(coverage);
    QCOMPARE(coverage->map().covered(scopeOf({}), m_catalogue), TimeRanges{hours(1, 9)});
    QCOMPARE(coverage->map().covered(scopeOf({"a"}, "org_1"), m_catalogue),
             (TimeRanges{hours(20, 21), hours(30, 31)}));
    QCOMPARE(coverage->map().entries().size(), size_t(2));
}

void TestCoverage::keepsStoresApart()
{
    Result<Database> database = Database::open(u":memory:"_s);
    QVERIFY(database);
    Result<Coverage> one = Coverage::load(*database, u"one"_s, 0);
    QVERIFY(one && one->add({}, hours(1, 5), 0));
    const Result<Coverage> two = Coverage::load(*database, u"two"_s, 0);
    QVERIFY(two && two->map().entries().empty());
}

void TestCoverage::forgetsWhatTheStoreLost()
{
    Result<Database> database = Database::open(u":memory:"_s);
    QVERIFY(database);
    {
        Result<Coverage> coverage = Coverage::load(*database, u"env"_s, 0);
        QVERIFY(coverage && coverage->add({}, hours(1, 5), 10));
    }
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"fewer events"_s));
    const Result<Coverage> smaller = Coverage::load(*database, u"env"_s, 9);
    QVERIFY(smaller && smaller->map().entries().empty());
    const Result<Coverage> again = Coverage::load(*database, u"env"_s, 20);
    QVERIFY(again && again->map().entries().empty());
}

void TestCoverage::aReadGoesOnWithItsRange()
{
    Result<Database> database = Database::open(u":memory:"_s);
    QVERIFY(database);
    Result<ReadJournal> journal = ReadJournal::open(*database);
    QVERIFY(journal);
    FetchQuery query;
    query.scope = {hours(1, 5), {"a"}, {}};
    query.limit = 7;
    Result<ReadJournal::Begun> begun = journal->begin("f", query);
    QVERIFY(begun && !begun->isResumed);
    QCOMPARE(begun->query, query);

    FetchQuery later = query;
    later.scope.range = hours(2, 6);
    begun = journal->begin("f", later);
    QVERIFY(begun && begun->isResumed);
    QCOMPARE(begun->query, query);
    begun = journal->begin("g", later);
    QVERIFY(begun && !begun->isResumed);

    QVERIFY(journal->finish("f"));
    begun = journal->begin("f", later);
    QVERIFY(begun && !begun->isResumed);
    QCOMPARE(begun->query, later);
}

void TestCoverage::fingerprintsKnowTheirParts()
{
    QCOMPARE(readFingerprint({"a", "b"}), readFingerprint({"a", "b"}));
    QVERIFY(readFingerprint({"a", "b"}) != readFingerprint({"ab", ""}));
    QVERIFY(readFingerprint({"a", "b"}) != readFingerprint({"a", "b", ""}));
}

QTEST_GUILESS_MAIN(TestCoverage)
#include "tst_coverage.moc"
