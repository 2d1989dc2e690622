// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventlisting.h"
#include "model/events/streamorder.h"
#include "tests/model/events/madeevents.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Rows = std::vector<EventRow>;

constexpr const char *kTypes[] = {"dsync.user.created",
                                  "user.created",
                                  "session.created",
                                  "flag.created"};

/// For type numbers: what the catalogue would say does not matter here.
constexpr std::array kFamilies = {Family::Users,
                                  Family::DirectorySync,
                                  Family::Users,
                                  Family::Other};

/// Events at random times, of four types, of six organizations or none.
void addRandom(MadeStore &store, QRandomGenerator &random, int count)
{
    for (int i = 0; i < count; ++i) {
        const int organization = random.bounded(7);
        const QByteArray data = "\"id\":\"x" + QByteArray::number(random.bounded(50)) + '"'
                                + (organization == 0
                                       ? QByteArray()
                                       : ",\"organization_id\":\"org_"
                                             + QByteArray::number(organization) + '"');
        // The first two types are without organization in the catalogue when it has no pointer for them.
        store.add(random.bounded(5000), kTypes[random.bounded(4)], data);
    }
}

FetchScope randomScope(QRandomGenerator &random)
{
    FetchScope scope;
    if (random.bounded(2) == 0) {
        const auto since = std::chrono::milliseconds(random.bounded(3000));
        scope.range = {kMadeStart + since,
                       kMadeStart + since + std::chrono::milliseconds(random.bounded(3000))};
    }
    if (random.bounded(2) == 0) {
        scope.types = {kTypes[random.bounded(4)], kTypes[random.bounded(4)], "not.stored"};
    }
    if (random.bounded(4) == 0) {
        scope.organization = OrganizationId("org_" + QByteArray::number(random.bounded(9)));
    }
    return scope;
}

EventFilter randomFilter(QRandomGenerator &random)
{
    EventFilter filter;
    for (const char *type : kTypes) {
        if (random.bounded(4) == 0) {
            filter.hiddenTypes.insert(type);
        }
    }
    for (int i = 0; i < 8; ++i) {
        if (random.bounded(4) == 0) {
            filter.hiddenOrganizations.insert(
                OrganizationId(i == 0 ? QByteArray() : "org_" + QByteArray::number(i)));
        }
    }
    if (random.bounded(2) == 0) {
        const auto since = std::chrono::milliseconds(random.bounded(4000));
        filter.range = {kMadeStart + since,
                        kMadeStart + since + std::chrono::milliseconds(random.bounded(3000))};
    }
    return filter;
}

/// The rules of the header, row by row.
struct Slow
{
    EventSnapshot events;
    FetchScope scope;
    EventFilter filter;
    const RowSet *hits = nullptr;

    OrganizationId organization(EventRow row) const
    {
        return events.organization(row) == 0 ? OrganizationId()
                                             : events.organizationId(events.organization(row));
    }
    bool isLoaded(EventRow row) const
    {
        return (scope.range == TimeRange{} || scope.range.contains(events.createdAt(row)))
               && (scope.types.isEmpty() || scope.types.contains(events.typeName(events.type(row))))
               && (scope.organization.isEmpty() || scope.organization == organization(row));
    }
    bool isTypeShown(EventRow row) const
    {
        return !filter.hiddenTypes.contains(events.typeName(events.type(row)));
    }
    bool isOrganizationShown(EventRow row) const
    {
        return !filter.hiddenOrganizations.contains(organization(row));
    }
    bool hasText(EventRow row) const { return hits == nullptr || hits->contains(row); }
    bool isHit(EventRow row) const
    {
        return hasText(row)
               && (filter.range == TimeRange{} || filter.range.contains(events.createdAt(row)));
    }
    /// Every row finds its bin by itself.
    TimelineBins timeline(const TimeRange &range, int count) const
    {
        TimelineBins expected{range, std::vector<TimelineBins::Bin>(size_t(count))};
        for (EventRow row = 0; row < events.rowCount(); ++row) {
            if (!isLoaded(row) || !isTypeShown(row) || !isOrganizationShown(row) || !hasText(row)
                || !range.contains(events.createdAt(row))) {
                continue;
            }
            size_t bin = 0;
            while (expected.startOf(bin + 1) <= events.createdAt(row)) {
                ++bin;
            }
            ++expected.bins[bin][size_t(kFamilies[events.type(row) % kFamilies.size()])];
        }
        return expected;
    }

    void compare(const EventListing &listing, const Rows &shown) const
    {
        Rows expectedLoaded;
        Rows expectedShown;
        std::vector<quint32> types(events.typeCount());
        std::vector<quint32> organizations(events.organizationCount() + 1);
        Rows order = streamOrder(events);
        for (const EventRow row : order) {
            if (!isLoaded(row)) {
                continue;
            }
            expectedLoaded.push_back(row);
            types[events.type(row)] += isOrganizationShown(row) && isHit(row) ? 1 : 0;
            organizations[events.organization(row)] += isTypeShown(row) && isHit(row) ? 1 : 0;
            if (isTypeShown(row) && isOrganizationShown(row) && isHit(row)) {
                expectedShown.push_back(row);
            }
        }
        QCOMPARE(listing.loadedRows(), expectedLoaded);
        QCOMPARE(shown, expectedShown);
        const EventListing::Counts counts = listing.counts();
        for (size_t i = 0; i < types.size(); ++i) {
            QCOMPARE(counts.types[i].count, types[i]);
            const bool isLoadedType = std::any_of(expectedLoaded.begin(),
                                                  expectedLoaded.end(),
                                                  [&](EventRow row) {
                                                      return events.type(row) == i;
                                                  });
            QCOMPARE(counts.types[i].isLoaded, isLoadedType);
        }
        for (size_t i = 0; i < organizations.size(); ++i) {
            QCOMPARE(counts.organizations[i].count, organizations[i]);
        }
    }
};

} // namespace

class TestEventListing : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void emptyStore()
    {
        EventListing listing;
        listing.load(EventSnapshot(), FetchScope());
        Rows shown{1, 2};
        listing.filter(EventFilter(), nullptr, shown);
        QVERIFY(shown.empty());
        QVERIFY(listing.loadedRows().empty());
    }

    void agreesWithTheRules_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 25; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }
    /// Loaded, shown and counted, from the start and grown in steps, with and without a text's hits.
    void agreesWithTheRules()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        MadeStore store;
        addRandom(store, random, random.bounded(80));
        const FetchScope scope = randomScope(random);
        const EventFilter filter = randomFilter(random);
        const bool hasText = random.bounded(2) == 0;
        RowSet hits;

        EventListing listing;
        listing.load(store.snapshot(), scope);
        Rows shown;
        listing.filter(filter, hasText ? &hits : nullptr, shown);
        for (int step = 0; step < 5; ++step) {
            const EventSnapshot before = store.snapshot();
            addRandom(store, random, random.bounded(40));
            const EventSnapshot events = store.snapshot();
            Rows added = listing.extend(events, hasText);
            if (hasText) {
                QVERIFY(added.empty());
                Rows found;
                for (EventRow row = 0; row < events.rowCount(); ++row) {
                    if (!hits.contains(row) && random.bounded(3) == 0) {
                        found.push_back(row);
                        hits.insert(row);
                    }
                }
                added = listing.addHits(found);
            }
            const auto inStream = [&events](EventRow a, EventRow b) {
                return streamBefore(events, a, b);
            };
            QVERIFY(std::is_sorted(added.begin(), added.end(), inStream));
            shown.insert(shown.end(), added.begin(), added.end());
            std::sort(shown.begin(), shown.end(), inStream);
            const Slow slow{events, scope, filter, hasText ? &hits : nullptr};
            slow.compare(listing, shown);

            EventListing anew;
            anew.load(events, scope);
            Rows shownAnew;
            anew.filter(filter, hasText ? &hits : nullptr, shownAnew);
            slow.compare(anew, shownAnew);

            const auto since = std::chrono::milliseconds(random.bounded(3000));
            const TimeRange range{kMadeStart + since,
                                  kMadeStart + since
                                      + std::chrono::microseconds(1 + random.bounded(3'000'000))};
            const int bins = 1 + random.bounded(40);
            const std::vector<Family> families(kFamilies.begin(), kFamilies.end());
            QCOMPARE(listing.timeline(range, bins, families, slow.hits),
                     slow.timeline(range, bins));
        }
    }

    void noRangeHasNoBins()
    {
        const EventListing listing;
        QVERIFY(listing.timeline({kMadeStart, kMadeStart}, 5, {}, nullptr).bins.empty());
        QVERIFY(listing.timeline({kMadeStart, kMadeStart + 1s}, 0, {}, nullptr).bins.empty());
    }

    void binsPartTheirRange_data()
    {
        QTest::addColumn<qint64>("us");
        QTest::addColumn<int>("bins");
        QTest::newRow("90 days") << qint64(90) * 24 * 3600 * 1'000'000 << 1120;
        QTest::newRow("does not divide") << qint64(1'000'003) << 7;
        QTest::newRow("fewer microseconds than bins") << qint64(3) << 10;
    }
    void binsPartTheirRange()
    {
        QFETCH(qint64, us);
        QFETCH(int, bins);
        TimelineBins parted{{kMadeStart, kMadeStart + Duration(us)}, {}};
        parted.bins.resize(size_t(bins));
        QCOMPARE(parted.startOf(0), parted.range.since);
        QCOMPARE(parted.startOf(size_t(bins)), parted.range.until);
        for (size_t i = 0; i < size_t(bins); ++i) {
            const qint64 length = (parted.startOf(i + 1) - parted.startOf(i)).count();
            QVERIFY(length == us / bins || length == us / bins + 1);
        }
    }

    void scopeNamesWhatComesLater()
    {
        MadeStore store;
        store.add(0, "dsync.user.created", R"("id":"u","organization_id":"org_1")");
        FetchScope scope;
        scope.types = {"dsync.user.updated"};
        scope.organization = OrganizationId("org_2");
        EventListing listing;
        listing.load(store.snapshot(), scope);
        Rows shown;
        EventFilter filter;
        filter.hiddenTypes = {"dsync.user.deleted"};
        listing.filter(filter, nullptr, shown);
        QVERIFY(listing.loadedRows().empty());
        const EventRow wanted = store.add(1,
                                          "dsync.user.updated",
                                          R"("id":"u","organization_id":"org_2")");
        store.add(2, "dsync.user.updated", R"("id":"u","organization_id":"org_1")");
        store.add(3, "dsync.user.deleted", R"("id":"u","organization_id":"org_2")");
        QCOMPARE(listing.extend(store.snapshot(), false), Rows{wanted});
        QCOMPARE(listing.loadedRows(), Rows{wanted});
    }

    void rangeIsHalfOpen()
    {
        MadeStore store;
        for (int ms = 0; ms < 5; ++ms) {
            store.add(ms, "user.created", R"("id":"u")");
        }
        FetchScope scope;
        scope.range = {kMadeStart + std::chrono::milliseconds(1),
                       kMadeStart + std::chrono::milliseconds(3)};
        EventListing listing;
        listing.load(store.snapshot(), scope);
        QCOMPARE(listing.loadedRows(), (Rows{1, 2}));
        scope.range = {kMadeStart + std::chrono::milliseconds(3),
                       kMadeStart + std::chrono::milliseconds(1)};
        listing.load(store.snapshot(), scope);
        QVERIFY(listing.loadedRows().empty());
    }
};

QTEST_GUILESS_MAIN(TestEventListing)
#include "tst_eventlisting.moc"
