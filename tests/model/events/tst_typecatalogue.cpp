// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/typecatalogue.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace playhead;
using namespace Qt::StringLiterals;

class TypeCatalogueTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void listsEveryType();
    void sortsIntoFamilies_data();
    void sortsIntoFamilies();
    void labelsAreUniqueInTheirFamily();
    void readsPointers();
    void expandsPatterns_data();
    void expandsPatterns();
    void refusesPatterns_data();
    void refusesPatterns();
    void refusesDamagedTables_data();
    void refusesDamagedTables();
};

namespace {

const TypeCatalogue &catalogue()
{
    static const TypeCatalogue loaded = TypeCatalogue::load().value();
    return loaded;
}

} // namespace

void TypeCatalogueTest::listsEveryType()
{
    QCOMPARE(catalogue().types().size(), size_t(111));
    std::set<Family> families;
    qsizetype withoutOrganization = 0;
    for (const EventType &type : catalogue().types()) {
        QVERIFY(type.isCatalogued);
        QCOMPARE(catalogue().find(type.name), &type);
        QCOMPARE(catalogue().describe(type.name), type);
        QVERIFY2(type.family != Family::Other, type.name.constData());
        families.insert(type.family);
        withoutOrganization += type.organization.empty() ? 1 : 0;
    }
    QCOMPARE(families.size(), size_t(kFamilyCount - 1));
    QCOMPARE(withoutOrganization, 53); // semantics 11
}

void TypeCatalogueTest::sortsIntoFamilies_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("family");
    QTest::addColumn<QString>("label");
    const auto row = [](const char *name, Family family, const char *label) {
        QTest::newRow(name) << QByteArray(name) << static_cast<int>(family)
                            << QString::fromUtf8(label);
    };
    row("dsync.user.updated", Family::DirectorySync, "user.updated");
    row("dsync.activated", Family::DirectorySync, "activated");
    row("authentication.sso_failed", Family::Authentication, "sso_failed");
    row("action.authentication.denied", Family::Authentication, "action.authentication.denied");
    row("session.created", Family::Authentication, "session.created");
    row("user.created", Family::Users, "user.created");
    row("waitlist_user.denied", Family::Users, "waitlist_user.denied");
    row("organization_domain.verified", Family::Organizations, "organization_domain.verified");
    row("organization_role.created", Family::RolesAccess, "organization_role.created");
    row("connection.deleted", Family::Connections, "deleted");
    row("group.member_added", Family::RolesAccess, "group.member_added");
    row("vault.kek.created", Family::Platform, "vault.kek.created");
    row("dsync.user.moved", Family::Other, "dsync.user.moved");
    row("comet.seen", Family::Other, "comet.seen");
    row("single", Family::Other, "single");
}

void TypeCatalogueTest::sortsIntoFamilies()
{
    QFETCH(QByteArray, name);
    QFETCH(int, family);
    QFETCH(QString, label);
    const EventType type = catalogue().describe(name);
    QCOMPARE(type.name, name);
    QCOMPARE(static_cast<int>(type.family), family);
    QCOMPARE(type.label, label);
    QCOMPARE(type.isCatalogued, catalogue().find(name) != nullptr);
    QVERIFY(!familyLabel(type.family).isEmpty());
}

void TypeCatalogueTest::labelsAreUniqueInTheirFamily()
{
    std::set<std::pair<Family, QString>> labels;
    for (const EventType &type : catalogue().types()) {
        QVERIFY2(labels.insert({type.family, type.label}).second, type.name.constData());
    }
}

void TypeCatalogueTest::readsPointers()
{
    const EventType key = catalogue().describe("api_key.created");
    const std::vector<FieldPointer>
        expected{{"/data/owner/organization_id", "/data/owner/type", "user"},
                 {"/data/owner/id", "/data/owner/type", "organization"}};
    QCOMPARE(key.organization, expected);
    QCOMPARE(key.dataObject, QByteArray("api_key"));
    QCOMPARE(catalogue().describe("connection.deleted").organization,
             (std::vector<FieldPointer>{{"/data/organization_id", {}, {}}}));
    QCOMPARE(catalogue().describe("vault.data.read").objectId.size(), size_t(3));
    QVERIFY(catalogue().describe("vault.data.read").dataObject.isEmpty());
    for (const EventType &type : catalogue().types()) {
        for (const auto *pointers : {&type.organization, &type.objectId, &type.updatedAt}) {
            for (const FieldPointer &pointer : *pointers) {
                QVERIFY(pointer.path.startsWith("/data/"));
                QVERIFY(!pointer.path.endsWith('?') && !pointer.path.endsWith('~'));
            }
        }
    }
}

void TypeCatalogueTest::expandsPatterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<qsizetype>("count");
    QTest::newRow("all") << QByteArray("*") << qsizetype(111);
    QTest::newRow("prefix") << QByteArray("dsync.user.*") << qsizetype(3);
    QTest::newRow("suffix") << QByteArray("user.*ated") << qsizetype(2);
    QTest::newRow("name") << QByteArray("user.created") << qsizetype(1);
    QTest::newRow("not listed") << QByteArray("dsync.user.moved") << qsizetype(1);
}

void TypeCatalogueTest::expandsPatterns()
{
    QFETCH(QByteArray, pattern);
    QFETCH(qsizetype, count);
    const auto names = catalogue().expand(pattern);
    QVERIFY(names.has_value());
    QCOMPARE(static_cast<qsizetype>(names->size()), count);
    if (!pattern.contains('*')) {
        QCOMPARE(names->front(), pattern);
    }
    QVERIFY(std::set<QByteArray>(names->begin(), names->end()).size() == names->size());
}

void TypeCatalogueTest::refusesPatterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("nothing matches") << QByteArray("comet.*");
    QTest::newRow("comma") << QByteArray("a.b,c.d");
    QTest::newRow("space") << QByteArray("dsync user");
    QTest::newRow("brackets are no pattern") << QByteArray("[du]*");
}

void TypeCatalogueTest::refusesPatterns()
{
    QFETCH(QByteArray, pattern);
    const auto names = catalogue().expand(pattern);
    QVERIFY(!names.has_value());
    QCOMPARE(names.error().code, ErrorCode::WrongUsage);
    QVERIFY(!names.error().message.isEmpty());
}

void TypeCatalogueTest::refusesDamagedTables_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("only a head") << QByteArray("event\tgroup\n");
    QTest::newRow("too few cells") << QByteArray("head\na.b\ta\t-\tnone\n");
    QTest::newRow("no pointer") << QByteArray("head\na.b\ta\t-\tdata\tnone\tnone\n");
    QTest::newRow("open condition") << QByteArray("head\na.b\ta\t-\t/data/x (y\tnone\tnone\n");
    QTest::newRow("twice") << QByteArray(
        "head\na.b\ta\t-\tnone\tnone\tnone\na.b\ta\t-\tnone\tnone\tnone\n");
}

void TypeCatalogueTest::refusesDamagedTables()
{
    QFETCH(QByteArray, table);
    const auto parsed = TypeCatalogue::parse(table);
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().code, ErrorCode::Damaged);
}

QTEST_GUILESS_MAIN(TypeCatalogueTest)
#include "tst_typecatalogue.moc"
