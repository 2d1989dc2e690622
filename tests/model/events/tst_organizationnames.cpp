// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/organizationnames.h"
#include "tests/model/events/madeevents.h"

#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

QByteArray named(const QByteArray &id, const QByteArray &name)
{
    return "\"object\":\"organization\",\"id\":\"" + id + R"(","name":")" + name + '"';
}

} // namespace

class TestOrganizationNames : public QObject
{
    Q_OBJECT

private:
    QString nameOf(const OrganizationNames &names,
                   const EventSnapshot &events,
                   const QByteArray &id)
    {
        return names.name(events, events.findOrganization(OrganizationId(id)).value_or(0));
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void newestInStreamOrderWins()
    {
        MadeStore store;
        store.add(2000, "organization.updated", named("org_A", "Newest"));
        store.add(1000, "organization.created", named("org_A", "Oldest"));
        store.add(1500,
                  "dsync.user.created",
                  R"("id":"u","organization_id":"org_B","name":"Not a name")");
        OrganizationNames names;
        names.extend(store.snapshot());
        QCOMPARE(nameOf(names, store.snapshot(), "org_A"), u"Newest"_s);
        QCOMPARE(nameOf(names, store.snapshot(), "org_B"), QString());
        QCOMPARE(names.name(store.snapshot(), 0), QString());
    }

    void laterStoredOldEventChangesNothing()
    {
        MadeStore store;
        store.add(2000, "organization.updated", named("org_A", "Newest"));
        OrganizationNames names;
        QVERIFY(!names.extend(store.snapshot()));
        QCOMPARE(nameOf(names, store.snapshot(), "org_A"), u"Newest"_s);
        store.add(1000, "organization.created", named("org_A", "Oldest"));
        names.extend(store.snapshot());
        QCOMPARE(nameOf(names, store.snapshot(), "org_A"), u"Newest"_s);
    }

    void renamingIsTold()
    {
        MadeStore store;
        store.add(1000, "dsync.user.created", R"("id":"u","organization_id":"org_A")");
        OrganizationNames names;
        names.extend(store.snapshot());
        QCOMPARE(nameOf(names, store.snapshot(), "org_A"), QString());
        store.add(2000, "organization.created", named("org_A", "Foo \\\"Corp\\u0022"));
        QVERIFY(names.extend(store.snapshot()));
        QCOMPARE(nameOf(names, store.snapshot(), "org_A"), u"Foo \"Corp\""_s);
        store.add(3000, "dsync.user.created", R"("id":"v","organization_id":"org_A")");
        QVERIFY(!names.extend(store.snapshot()));
    }

    void eventWithoutNameLeavesTheOlderOne()
    {
        MadeStore store;
        store.add(1000, "organization.created", named("org_A", "Foo Corp"));
        store.add(2000, "organization.updated", R"("id":"org_A","name":null)");
        store.add(3000, "organization.deleted", R"("id":"org_A")");
        OrganizationNames names;
        names.extend(store.snapshot());
        QCOMPARE(nameOf(names, store.snapshot(), "org_A"), u"Foo Corp"_s);
    }

    void aliasWinsUntilItIsTakenAway()
    {
        MadeStore store;
        store.add(1000, "organization.created", named("org_A", "Foo Corp"));
        store.add(1001, "dsync.user.created", R"("id":"u","organization_id":"org_B")");
        OrganizationNames names;
        names.extend(store.snapshot());
        QCOMPARE(nameOf(names, store.snapshot(), "org_A"), u"Foo Corp"_s);
        QCOMPARE(nameOf(names, store.snapshot(), "org_B"), QString());
        const OrganizationId a("org_A");
        const OrganizationId b("org_B");
        QVERIFY(names.setAliases(store.snapshot(), {{a, u"Our first"_s}, {b, u"Bee"_s}}));
        QVERIFY(!names.setAliases(store.snapshot(), {{b, u"Bee"_s}, {a, u"Our first"_s}}));
        QCOMPARE(nameOf(names, store.snapshot(), "org_A"), u"Our first"_s);
        QCOMPARE(nameOf(names, store.snapshot(), "org_B"), u"Bee"_s);
        QCOMPARE(names.alias(a), u"Our first"_s);
        QCOMPARE(names.storedName(store.snapshot(), *store.snapshot().findOrganization(a)),
                 u"Foo Corp"_s);
        // A stored event that comes later does not take it away.
        store.add(2000, "organization.updated", named("org_A", "Foo Limited"));
        names.extend(store.snapshot());
        QCOMPARE(nameOf(names, store.snapshot(), "org_A"), u"Our first"_s);
        QVERIFY(names.setAliases(store.snapshot(), {{b, u"Bee"_s}}));
        QCOMPARE(nameOf(names, store.snapshot(), "org_A"), u"Foo Limited"_s);
        // Aliases are the person's: they stay when the store is read anew.
        names.clear();
        names.extend(store.snapshot());
        QCOMPARE(nameOf(names, store.snapshot(), "org_B"), u"Bee"_s);
    }

    void clearForgets()
    {
        MadeStore store;
        store.add(1000, "organization.created", named("org_A", "Foo Corp"));
        OrganizationNames names;
        names.extend(store.snapshot());
        names.clear();
        names.extend(EventSnapshot());
        QCOMPARE(names.name(EventSnapshot(), 1), QString());
    }
};

QTEST_GUILESS_MAIN(TestOrganizationNames)
#include "tst_organizationnames.moc"
