// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventstore.h"
#include "model/server/servedconfig.h"
#include "model/server/servedevents.h"
#include "tests/model/server/serveddemo.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace playhead;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestServedSource : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void servesACaptureByteForByte();
    void mergesAnyCaptures();
    void servesTheFirstBytesOfAnId();
    void tellsWhatIsLeftOut();
    void refusesWhatCannotBeRead();
    void streamIdComesFromTheContent();
    void survivesACutFile();
    void servesASelectionFromItsStore();
    void givesTheSameFactsFromEverySource();
    void keepsAReadOrganization();
    void choosesTheClock();

private:
    QString write(const QByteArray &text);
    ServedEvents served(ServedSource source) const;
    std::unique_ptr<LocalEventsApi> serve(ServedSource source) const;
    std::vector<QByteArray> merged(const std::vector<QByteArray> &events) const;
    static std::vector<QByteArray> bytesOf(const ServedEvents &events);
    static std::vector<QByteArray> allPages(const LocalEventsApi &api);

    QTemporaryDir m_folder;
    int m_files = 0;
    const TypeCatalogue m_catalogue = TypeCatalogue::load().value();
    const DemoPlan m_plan{7, 350, tryParseIsoInstant(kDemoEnd).value()};
    std::vector<QByteArray> m_demo;
};

namespace {

QByteArray joined(const std::vector<QByteArray> &events, const QByteArray &lineEnd = "\n")
{
    QByteArray text;
    for (const QByteArray &event : events) {
        text += event + lineEnd;
    }
    return text;
}

/// An event of the object `user` at the second `second`. `id` alone names it.
QByteArray eventOf(const QByteArray &id, int second, const QByteArray &user = "user_1")
{
    return R"({"object":"event","id":")" + id
           + R"(","event":"user.updated","data":{"object":"user","id":")" + user
           + R"("},"created_at":"2026-11-01T00:00:)"
           + QByteArray::number(second).rightJustified(2, '0') + R"(Z"})";
}

/// Most events of some stretch of a stream, now and then out of order.
std::vector<QByteArray> someOf(const std::vector<QByteArray> &stream, QRandomGenerator &random)
{
    std::vector<QByteArray> some;
    const size_t begin = random.bounded(quint32(stream.size()));
    const size_t end = std::min(stream.size(), begin + 80);
    std::copy_if(stream.begin() + qsizetype(begin),
                 stream.begin() + qsizetype(end),
                 std::back_inserter(some),
                 [&](const QByteArray &) { return some.empty() || random.bounded(3) > 0; });
    if (random.bounded(3) == 0) {
        std::shuffle(some.begin(), some.end(), random);
    }
    return some;
}

} // namespace

void TestServedSource::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_demo = makeDemoStream(m_plan);
}

QString TestServedSource::write(const QByteArray &text)
{
    const QString path = m_folder.filePath(u"capture%1.ndjson"_s.arg(++m_files));
    QFile file(path);
    return file.open(QFile::WriteOnly) && file.write(text) == text.size() ? path : QString();
}

ServedEvents TestServedSource::served(ServedSource source) const
{
    return ServedEvents::build(std::move(source), m_catalogue).value();
}

std::unique_ptr<LocalEventsApi> TestServedSource::serve(ServedSource source) const
{
    return LocalEventsApi::start(servedConfig(std::move(source)), m_catalogue).value();
}

std::vector<QByteArray> TestServedSource::bytesOf(const ServedEvents &events)
{
    std::vector<QByteArray> bytes;
    for (size_t i = 0; i < events.size(); ++i) {
        bytes.push_back(events.bytes(i).toByteArray());
    }
    return bytes;
}

/// Each id once, by time; written without anything of the source's.
std::vector<QByteArray> TestServedSource::merged(const std::vector<QByteArray> &events) const
{
    QSet<QByteArray> ids;
    std::vector<std::pair<Instant, QByteArray>> once;
    for (const QByteArray &event : events) {
        const EventFields fields = decodeEvent(event, m_catalogue)->fields;
        if (!ids.contains(fields.id)) {
            ids.insert(fields.id);
            once.emplace_back(fields.createdAt, event);
        }
    }
    std::stable_sort(once.begin(), once.end(), [](const auto &a, const auto &b) {
        return a.first < b.first;
    });
    std::vector<QByteArray> bytes;
    bytes.reserve(once.size());
    for (const auto &[time, event] : once) {
        bytes.push_back(event);
    }
    return bytes;
}

/// Everything that the server gives, page by page.
std::vector<QByteArray> TestServedSource::allPages(const LocalEventsApi &api)
{
    std::vector<QByteArray> events;
    RawClient client(api.url());
    QByteArray after;
    do {
        const QByteArray target = "/events?limit=100" + (after.isEmpty() ? "" : "&after=" + after);
        const ServedPage page = readPage(client.get(target).body);
        events.insert(events.end(), page.events.begin(), page.events.end());
        after = page.isRight ? page.after : QByteArray();
    } while (!after.isEmpty());
    return events;
}

void TestServedSource::servesACaptureByteForByte()
{
    // Years ago, and with every line end: neither the horizon nor a byte moves.
    const DemoPlan old{7, 350, tryParseIsoInstant("2019-05-01T00:00:00Z").value()};
    const std::vector<QByteArray> events = makeDemoStream(old);
    const auto source = captureSource({write("\xEF\xBB\xBF" + joined(events, "\r\n"))},
                                      m_catalogue);
    QVERIFY(source);
    QCOMPARE(source->end, std::optional(old.end));
    QVERIFY(source->notes.isEmpty());
    const auto api = serve(*source);
    QCOMPARE(allPages(*api), events);
    const RawAnswer answer = RawClient(api->url()).get("/events");
    QCOMPARE(answer.headers.value("x-playhead-stream"), source->streamId);
    QVERIFY(answer.headers.value("date").startsWith("Wed, 01 May 2019 00:01:"));
}

void TestServedSource::mergesAnyCaptures()
{
    QRandomGenerator random(11);
    int overlapping = 0;
    for (int example = 0; example < 60; ++example) {
        QStringList paths;
        std::vector<QByteArray> all;
        for (int capture = random.bounded(4); capture >= 0; --capture) {
            const std::vector<QByteArray> events = someOf(m_demo, random);
            paths.append(write(joined(events)));
            all.insert(all.end(), events.begin(), events.end());
        }
        const std::vector<QByteArray> expected = merged(all);
        const auto source = captureSource(paths, m_catalogue);
        QVERIFY(source);
        QCOMPARE(bytesOf(served(*source)), expected);
        if (const size_t doubles = all.size() - expected.size(); doubles > 0) {
            ++overlapping;
            QCOMPARE(source->notes,
                     QStringList{u"Ids that came again, served once: %1"_s.arg(doubles)});
        } else {
            QVERIFY(source->notes.isEmpty());
        }
    }
    QVERIFY2(overlapping > 10 && overlapping < 50, qPrintable(QString::number(overlapping)));
}

void TestServedSource::servesTheFirstBytesOfAnId()
{
    const QByteArray first = eventOf("event_1", 5);
    const QByteArray other = eventOf("event_1", 1);
    const QString one = write(joined({first, eventOf("event_2", 3)}));
    const QString two = write(joined({other, eventOf("event_3", 2), first}));
    const auto source = captureSource({one, two}, m_catalogue);
    QVERIFY(source);
    const std::vector<QByteArray> expected{eventOf("event_3", 2), eventOf("event_2", 3), first};
    QCOMPARE(bytesOf(served(*source)), expected);
    QCOMPARE(allPages(*serve(*source)), expected);
    QCOMPARE(source->notes,
             QStringList{u"Ids that came again, served once with the bytes that came first: 2 "
                         "(with other bytes: 1)"_s});
    QCOMPARE(source->label, u"capture%1.ndjson, capture%2.ndjson"_s.arg(m_files - 1).arg(m_files));
    const auto back = captureSource({two, one}, m_catalogue);
    QCOMPARE(bytesOf(served(*back)),
             (std::vector{other, eventOf("event_3", 2), eventOf("event_2", 3)}));
}

void TestServedSource::tellsWhatIsLeftOut()
{
    const QString path = write(eventOf("event_1", 1) + "\n\nhello\n" + eventOf("event_2", 2)
                               + "\n{}");
    const auto source = captureSource({path}, m_catalogue);
    QVERIFY(source);
    QCOMPARE(served(*source).size(), size_t(2));
    QCOMPARE(source->notes,
             QStringList{u"%1: lines that are no event, left out: 2 (first line 3: This is not "
                         "valid JSON.)"_s.arg(path)});
}

void TestServedSource::refusesWhatCannotBeRead()
{
    QCOMPARE(captureSource({}, m_catalogue).error().code, ErrorCode::WrongUsage);
    const QString good = write(eventOf("event_1", 1));
    const QString missing = m_folder.filePath(u"missing.ndjson"_s);
    const auto none = captureSource({good, missing}, m_catalogue);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QVERIFY(none.error().message.contains(u"missing.ndjson"_s));
    const QString table = write("id,event\n");
    const auto noEvent = captureSource({good, table}, m_catalogue);
    QCOMPARE(noEvent.error().code, ErrorCode::Malformed);
    QVERIFY(noEvent.error().message.contains(table));
}

void TestServedSource::streamIdComesFromTheContent()
{
    const std::vector<QByteArray> first(m_demo.begin(), m_demo.begin() + 200);
    const std::vector<QByteArray> second(m_demo.begin() + 150, m_demo.end());
    const auto idOf = [this](const QStringList &paths) {
        return captureSource(paths, m_catalogue).value().streamId;
    };
    const QByteArray whole = idOf({write(joined(m_demo))});
    QVERIFY(QRegularExpression(
                u"^capture;content=[0-9a-f]{16};count=350;end=2026-11-23T14:06:12.345Z$"_s)
                .match(QString::fromLatin1(whole))
                .hasMatch());
    // However the same events are cut, spelled and named.
    QCOMPARE(idOf({write(joined(first, "\r\n")), write(joined(second))}), whole);
    QCOMPARE(idOf({write(joined(second)), write(joined(first))}), whole);
    QVERIFY(idOf({write(joined(first))}) != whole);
    std::vector<QByteArray> other = m_demo;
    other[100].replace(R"("id":"event_)", R"("id":"event_Z)");
    QVERIFY(idOf({write(joined(other))}) != whole);
}

void TestServedSource::survivesACutFile()
{
    const QString path = write(joined(m_demo));
    const QString untouched = write(eventOf("event_1", 1));
    const auto api = serve(captureSource({untouched, path}, m_catalogue).value());
    RawClient client(api->url());
    const ServedPage page = readPage(client.get("/events?limit=50").body);
    QCOMPARE(page.events.size(), size_t(50));
    QVERIFY(QFile::resize(path, 100));
    for (const QByteArray &target :
         {QByteArray("/events"), "/events?after=" + page.after, QByteArray("/events?order=desc")}) {
        const RawAnswer answer = client.get(target);
        QCOMPARE(answer.status, 500);
        QCOMPARE(answer.body,
                 QByteArray(
                     R"({"message":"The file of these events was changed while it was served."})"));
    }
}

void TestServedSource::servesASelectionFromItsStore()
{
    const QString folder = m_folder.filePath(u"store"_s);
    auto store = EventStore::open(folder, m_catalogue).value();
    std::vector<DecodedEvent> decoded;
    for (const QByteArray &event : m_demo) {
        decoded.push_back(decodeEvent(event, m_catalogue).value());
    }
    // The younger half first: rows are not in stream order.
    const std::span<const DecodedEvent> all(decoded);
    QVERIFY(store->append(all.subspan(175)));
    QVERIFY(store->append(all.first(175)));
    const EventSnapshot snapshot = store->snapshot();
    std::vector<EventRow> rows;
    std::vector<QByteArray> expected;
    for (size_t i = 0; i < m_demo.size(); i += 3) {
        rows.push_back(snapshot.find(EventId(decoded[i].fields.id)).value());
        expected.push_back(m_demo[i]);
    }
    std::reverse(rows.begin(), rows.end());
    const ServedSource source = selectionSource(snapshot, rows, u"117 selected events"_s);
    QCOMPARE(source.label, u"117 selected events"_s);
    QCOMPARE(source.end, std::optional(decoded[348].fields.createdAt));
    QVERIFY(source.streamId.startsWith("slice;content="));
    for (const ServedEvent &event : source.events) {
        const EventRow row = snapshot.find(EventId(idInEvent(event.bytes()))).value();
        QCOMPARE(static_cast<const void *>(event.begin),
                 static_cast<const void *>(snapshot.raw(row).data()));
    }
    const auto api = serve(source);
    // The store may go: the source keeps what it serves.
    store.reset();
    QCOMPARE(allPages(*api), expected);
}

void TestServedSource::givesTheSameFactsFromEverySource()
{
    auto store = EventStore::open(m_folder.filePath(u"facts"_s), m_catalogue).value();
    std::vector<DecodedEvent> decoded;
    for (const QByteArray &event : m_demo) {
        decoded.push_back(decodeEvent(event, m_catalogue).value());
    }
    QVERIFY(store->append(decoded));
    std::vector<EventRow> rows(decoded.size());
    std::iota(rows.begin(), rows.end(), 0U);
    const ServedEvents demo = served(demoSource(m_plan));
    for (const ServedEvents &events :
         {demo,
          served(captureSource({write(joined(m_demo))}, m_catalogue).value()),
          served(selectionSource(store->snapshot(), rows, u"all"_s))}) {
        QCOMPARE(bytesOf(events), m_demo);
        QCOMPARE(events.end(), std::optional(m_plan.end));
        for (size_t i = 0; i < events.size(); ++i) {
            const EventFields &fields = decoded[i].fields;
            QCOMPARE(events.find(fields.id), std::optional(i));
            QCOMPARE(events.row(i).createdAt, fields.createdAt);
            QCOMPARE(std::optional(events.row(i).type), events.typeNumber(fields.type));
            QCOMPARE(events.row(i).organization,
                     events.organizationNumber(fields.organizationId).value_or(0));
            QCOMPARE(events.previousOfObject(i), demo.previousOfObject(i));
        }
        // A type that the catalogue lists may be asked for although it does not occur.
        QVERIFY(events.typeCount() >= m_catalogue.types().size());
    }
}

void TestServedSource::keepsAReadOrganization()
{
    auto store = EventStore::open(m_folder.filePath(u"organizations"_s), m_catalogue).value();
    const std::vector<DecodedEvent> page{decodeEvent(eventOf("event_1", 1), m_catalogue).value()};
    QVERIFY(store->append(page, OrganizationId("org_A")));
    const auto api = serve(selectionSource(store->snapshot(), {0}, u"one"_s));
    QCOMPARE(readPage(RawClient(api->url()).get("/events?organization_id=org_A").body).events,
             std::vector{eventOf("event_1", 1)});
}

void TestServedSource::choosesTheClock()
{
    const ServedSource source = captureSource({write(joined(m_demo))}, m_catalogue).value();
    const Instant end = m_plan.end;
    const Instant at = servedConfig(source).clock->now();
    QVERIFY(at >= end + 61s && at < end + 1h);
    const LocalApiConfig arriving = servedConfig(source, Arrival{Duration(24h), 1});
    QVERIFY(arriving.clock->now() >= end - 24h && arriving.clock->now() < end - 23h);
    QCOMPARE(arriving.source.streamId, source.streamId);
}

QTEST_GUILESS_MAIN(TestServedSource)
#include "tst_servedsource.moc"
