// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/cursors/servedstage.h"

#include "model/core/ulid.h"
#include "model/events/streamorder.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace playhead {

namespace {

QByteArray bytesOf(const PlannedEvent &event)
{
    QByteArray data = R"({"object":"directory_user","id":")" + event.object + '"';
    if (!event.organization.isEmpty()) {
        data += R"(,"organization_id":")" + event.organization + '"';
    }
    if (event.updatedAt) {
        data += R"(,"updated_at":")" + isoUtcMs(*event.updatedAt) + '"';
    }
    return R"({"object":"event","id":")" + event.id + R"(","event":")" + event.type + R"(","data":)"
           + data + R"(},"created_at":")" + isoUtcMs(event.createdAt) + R"("})";
}

QByteArray idAt(Instant time, QRandomGenerator &random)
{
    UlidBytes bytes{};
    quint64 ms = quint64(toUs(time) / 1000);
    for (size_t i = 6; i-- > 0; ms >>= 8) {
        bytes[i] = quint8(ms);
    }
    for (size_t i = 6; i < bytes.size(); ++i) {
        bytes[i] = quint8(random.bounded(256));
    }
    return "event_" + encodeUlid(bytes);
}

} // namespace

std::vector<PlannedEvent> randomEvents(quint32 seed, int count, Instant first, int longestStep)
{
    static const QByteArray types[] = {"dsync.user.created",
                                       "dsync.user.updated",
                                       "dsync.user.deleted"};
    QRandomGenerator random(seed);
    std::vector<PlannedEvent> events;
    Instant time = first;
    for (int i = 0; i < count; ++i) {
        PlannedEvent event;
        event.id = idAt(time, random);
        event.createdAt = time;
        event.type = types[random.bounded(3)];
        event.organization = "org_" + QByteArray::number(random.bounded(3));
        event.object = "directory_user_" + QByteArray::number(random.bounded(20));
        event.updatedAt = time - std::chrono::milliseconds(random.bounded(1, 300));
        events.push_back(event);
        // Some have the very same moment.
        time += std::chrono::milliseconds(random.bounded(4) == 0 ? 0
                                                                 : random.bounded(1, longestStep));
    }
    return events;
}

ServedStage::ServedStage(const std::vector<PlannedEvent> &events, const FaultPlan &faults)
    : planned(events)
    , clock(std::make_shared<SetClock>(events.back().createdAt + 61s))
{
    std::vector<QByteArray> bytes;
    for (const PlannedEvent &event : planned) {
        bytes.push_back(bytesOf(event));
    }
    LocalApiConfig config;
    config.source = bytesSource(std::move(bytes));
    config.clock = clock;
    config.faults = faults;
    if (auto started = LocalEventsApi::start(std::move(config), catalogue)) {
        api = std::move(*started);
        target = {u"store"_s, folder.path(), {api->url(), api->apiKey()}};
    }
}

bool ServedStage::open(int windows)
{
    FeedSettings settings;
    settings.retry = {8, 1ms, 4ms};
    settings.limits.windows = windows;
    settings.limits.rate = 0;
    settings.growthPause = 0ms;
    settings.tail.every = 5ms;
    settings.tail.longestPause = 20ms;
    feed = std::make_unique<EventFeed>(catalogue, *clock, settings);
    QSignalSpy opened(feed.get(), &EventFeed::opened);
    feed->open(target);
    return api && opened.wait(10'000);
}

bool ServedStage::fetch(const Cursor &cursor, Instant since, bool skipCovered)
{
    FetchQuery query;
    query.scope = {{since, clock->now()}, cursor.types, cursor.organization};
    query.skipCovered = skipCovered;
    feed->fetch(query);
    return QTest::qWaitFor([this] { return !feed->progress().isActive(); }, 30'000)
           && feed->progress().state == FetchState::Done;
}

bool ServedStage::follow(const Cursor &cursor)
{
    feed->startTail({{clock->now() - 1h, clock->now()}, cursor.types, cursor.organization});
    const bool wasThere = QTest::qWaitFor([this] { return feed->tailStatus().polls > 0; }, 30'000);
    feed->stopTail();
    return wasThere && QTest::qWaitFor([this] { return !feed->tailStatus().isOn(); }, 30'000);
}

RewindGround ServedStage::ground(const Cursor &cursor) const
{
    const EventSnapshot events = feed->snapshot();
    return {events,
            streamOrder(events),
            feed->coverage({{}, cursor.types, cursor.organization}),
            horizonAt(clock->now())};
}

bool ServedStage::isStored(const QByteArray &id) const
{
    return feed->snapshot().find(EventId(id)).has_value();
}

bool isOwn(const PlannedEvent &event, const Cursor &cursor)
{
    return (cursor.types.isEmpty() || cursor.types.contains(event.type))
           && (cursor.organization.isEmpty() || cursor.organization.value == event.organization);
}

} // namespace playhead
