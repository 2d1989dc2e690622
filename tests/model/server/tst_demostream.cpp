// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/json.h"
#include "model/core/ulid.h"
#include "model/server/compactjson.h"
#include "model/server/demoserver.h"
#include "model/server/demostream.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

constexpr char kEnd[] = "2026-11-23T14:06:12.345Z";

Instant instant(QByteArrayView text)
{
    return tryParseIsoInstant(text).value_or(Instant{});
}

std::vector<QByteArray> stream(quint64 seed, quint32 count, QByteArrayView end = kEnd)
{
    return makeDemoStream({seed, count, instant(end)});
}

QByteArray text(JsonValue event, QByteArrayView pointer)
{
    const auto value = event.at(pointer);
    return value ? value->string().toByteArray() : QByteArray();
}

/// The types that the resource lists.
QSet<QByteArray> cataloguedTypes()
{
    QFile file(u":/event-types.tsv"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QSet<QByteArray> types;
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeFirst();
    for (const QByteArray &line : std::as_const(lines)) {
        if (!line.isEmpty()) {
            types.insert(line.left(line.indexOf('\t')));
        }
    }
    return types;
}

/// Prints a value as JSON.stringify would, from what the parser understood. Numbers of the demo are whole.
void stringify(JsonValue value, CompactJson &out, QByteArrayView key, bool isMember)
{
    switch (value.type()) {
    case JsonValue::Type::Object:
        isMember ? out.open(key, '{') : out.open('{');
        value.forEachMember(
            [&out](QByteArrayView name, JsonValue member) { stringify(member, out, name, true); });
        out.close('}');
        break;
    case JsonValue::Type::Array:
        isMember ? out.open(key, '[') : out.open('[');
        value.forEachElement([&out](JsonValue element) { stringify(element, out, {}, false); });
        out.close(']');
        break;
    case JsonValue::Type::String:
        isMember ? out.text(key, value.string()) : out.element(value.string());
        break;
    case JsonValue::Type::Number:
        out.number(key, value.integer().value_or(-1));
        break;
    case JsonValue::Type::Bool:
        out.boolean(key, value.boolean().value_or(false));
        break;
    case JsonValue::Type::Null:
        out.null(key);
        break;
    }
}

/// Visits an update's `previous_attributes` beside the present values; true when every pair differs.
bool trulyDiffers(JsonValue present, JsonValue previous)
{
    bool differs = previous.size() > 0;
    previous.forEachMember([&](QByteArrayView key, JsonValue before) {
        const auto now = present.member(key);
        if (before.isObject() && key == "custom_attributes") {
            differs = differs && now && trulyDiffers(*now, before);
            return;
        }
        CompactJson a;
        CompactJson b;
        a.open('{');
        b.open('{');
        stringify(before, a, "v", true);
        if (now) {
            stringify(*now, b, "v", true);
        }
        differs = differs && a.bytes() != b.bytes();
    });
    return differs;
}

} // namespace

class TestDemoStream : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void isExactlyAsLongAsAsked_data();
    void isExactlyAsLongAsAsked();
    void dependsOnlyOnThePlan();
    void staysTheSameOnEveryPlatform();
    void idsAreUniqueUlidsOfTheirTime();
    void coversEveryType_data();
    void coversEveryType();
    void isSpelledAsJsonStringifyWould();
    void isSpelledAsNodeWould();
    void previousAttributesTrulyDiffer();
    void objectsLiveInOrder();
    void hasStaleAndDoubledEvents();
    void lastDayIsLivelyAndNamesOrganizations();
    void configStandsAMinuteAfterTheEnd();
};

void TestDemoStream::isExactlyAsLongAsAsked_data()
{
    QTest::addColumn<quint32>("count");
    QTest::addColumn<QByteArray>("end");
    for (const quint32 count : {0U, 1U, 2U, 7U, 10U, 99U, 250U, 399U, 400U, 2000U, 20000U}) {
        for (const char *end : {kEnd,
                                "2026-11-22T00:00:00Z",
                                "2024-02-29T23:59:59.999999Z",
                                "1970-01-02T00:00:00Z"}) {
            QTest::addRow("%u to %s", count, end) << count << QByteArray(end);
        }
    }
}

void TestDemoStream::isExactlyAsLongAsAsked()
{
    QFETCH(quint32, count);
    QFETCH(QByteArray, end);
    const std::vector<QByteArray> events = stream(count, count, end);
    QCOMPARE(events.size(), size_t(count));
    const Instant last = instant(end);
    Instant before = last - std::chrono::days(89);
    JsonDocument document;
    for (const QByteArray &event : events) {
        QVERIFY(document.parse(event));
        const Instant created = instant(text(document.root(), "/created_at"));
        QVERIFY2(created > before, event.constData());
        before = created;
    }
    if (count > 0) {
        QCOMPARE(before, last);
    }
}

void TestDemoStream::dependsOnlyOnThePlan()
{
    QCOMPARE(stream(3, 500), stream(3, 500));
    QVERIFY(stream(3, 500) != stream(4, 500));
    QVERIFY(stream(3, 500).front() != stream(3, 500, "2026-11-23T14:06:12.346Z").front());
}

void TestDemoStream::staysTheSameOnEveryPlatform()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &event : stream(1, 2000)) {
        hash.addData(event + '\n');
    }
    // Changes only together with the demo itself.
    QCOMPARE(hash.result().toHex(),
             QByteArray("7554d001fb337a80d11dd5ecd4391508044510f8edab7683bacb23bf7860590a"));
}

void TestDemoStream::idsAreUniqueUlidsOfTheirTime()
{
    QSet<QByteArray> ids;
    JsonDocument document;
    const std::vector<QByteArray> events = stream(11, 20000);
    for (const QByteArray &event : events) {
        QVERIFY(document.parse(event));
        const QByteArray id = text(document.root(), "/id");
        QVERIFY(id.startsWith("event_"));
        QCOMPARE(ulidTime(id), instant(text(document.root(), "/created_at")));
        ids.insert(id);
    }
    QCOMPARE(ids.size(), qsizetype(events.size()));
}

void TestDemoStream::coversEveryType_data()
{
    QTest::addColumn<quint32>("count");
    QTest::newRow("400") << 400U;
    QTest::newRow("600") << 600U;
    QTest::newRow("2000") << 2000U;
}

void TestDemoStream::coversEveryType()
{
    QFETCH(quint32, count);
    const QSet<QByteArray> expected = cataloguedTypes();
    QCOMPARE(expected.size(), 111);
    JsonDocument document;
    for (quint64 seed = 0; seed < 5; ++seed) {
        QSet<QByteArray> types;
        for (const QByteArray &event : stream(seed, count)) {
            QVERIFY(document.parse(event));
            types.insert(text(document.root(), "/event"));
        }
        QCOMPARE(types, expected);
    }
}

void TestDemoStream::isSpelledAsJsonStringifyWould()
{
    bool sawEscape = false;
    bool sawUtf8 = false;
    JsonDocument document;
    CompactJson again;
    for (const QByteArray &event : stream(5, 5000)) {
        QVERIFY(document.parse(event));
        again.clear();
        stringify(document.root(), again, {}, false);
        QCOMPARE(again.bytes(), event);
        QVERIFY(!event.contains('\n'));
        QVERIFY(QString::fromUtf8(event).toUtf8() == event);
        sawEscape = sawEscape || event.contains("\\\"") || event.contains("\\n");
        sawUtf8 = sawUtf8 || event.size() != QString::fromUtf8(event).size();
    }
    QVERIFY(sawEscape);
    QVERIFY(sawUtf8);
}

void TestDemoStream::isSpelledAsNodeWould()
{
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (node.isEmpty()) {
        QSKIP("node is not installed");
    }
    QByteArray lines;
    for (const QByteArray &event : stream(6, 3000)) {
        lines += event + '\n';
    }
    QProcess process;
    process.start(
        node,
        {u"-e"_s,
         u"const t=require('fs').readFileSync(0,'utf8');"
         "process.stdout.write(t.trimEnd().split('\\n').map(l=>JSON.stringify(JSON.parse(l))+'\\n').join(''))"_s});
    process.write(lines);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardOutput(), lines);
}

void TestDemoStream::previousAttributesTrulyDiffer()
{
    QHash<QByteArray, int> seen;
    JsonDocument document;
    for (const QByteArray &event : stream(9, 20000)) {
        QVERIFY(document.parse(event));
        const JsonValue root = document.root();
        const QByteArray type = text(root, "/event");
        if (const auto previous = root.at("/data/previous_attributes")) {
            QVERIFY2(trulyDiffers(*root.member("data"), *previous), event.constData());
            ++seen[type];
        }
        if (const auto previous = root.at("/context/previous_attributes/data")) {
            QVERIFY2(trulyDiffers(*root.member("data"), *previous), event.constData());
            ++seen[type];
        }
        if (const auto previous = root.at("/context/previous_attributes/context")) {
            QVERIFY2(trulyDiffers(*root.member("context"), *previous), event.constData());
            ++seen[type];
        }
    }
    for (const char *type : {"dsync.user.updated",
                             "dsync.group.updated",
                             "api_key.updated",
                             "flag.updated",
                             "flag.rule_updated"}) {
        QVERIFY2(seen.value(type) > 0, type);
    }
    QCOMPARE(seen.size(), 5);
}

void TestDemoStream::objectsLiveInOrder()
{
    enum class Life {
        Alive,
        Gone
    };
    QHash<QByteArray, Life> lives;
    int deletes = 0;
    JsonDocument document;
    for (const QByteArray &event : stream(2, 20000)) {
        QVERIFY(document.parse(event));
        const QByteArray type = text(document.root(), "/event");
        const QByteArray id = text(document.root(), "/data/id");
        if (id.isEmpty() || !document.root().at("/data/updated_at")) {
            continue;
        }
        QVERIFY2(lives.value(id, Life::Alive) == Life::Alive, event.constData());
        if (type.endsWith(".created") && type != "group.created") {
            QVERIFY2(!lives.contains(id), event.constData());
        }
        const bool ends = type.endsWith(".deleted") || type.endsWith(".revoked");
        deletes += ends ? 1 : 0;
        lives.insert(id, ends ? Life::Gone : Life::Alive);
    }
    QVERIFY(deletes > 100);
}

void TestDemoStream::hasStaleAndDoubledEvents()
{
    for (const quint64 seed : {1U, 2U, 3U}) {
        QHash<QByteArray, std::pair<QByteArray, QByteArray>> newest; // id -> (updated_at, type)
        int stale = 0;
        int doubled = 0;
        JsonDocument document;
        for (const QByteArray &event : stream(seed, 2000)) {
            QVERIFY(document.parse(event));
            const QByteArray id = text(document.root(), "/data/id");
            const QByteArray type = text(document.root(), "/event");
            const QByteArray updated = text(document.root(), "/data/updated_at");
            QVERIFY(instant(updated) < instant(text(document.root(), "/created_at")));
            if (id.isEmpty() || updated.isEmpty()) {
                continue;
            }
            const auto known = newest.value(id);
            stale += updated < known.first ? 1 : 0;
            if (updated == known.first) {
                QCOMPARE(type, known.second);
                ++doubled;
            }
            if (updated >= known.first) {
                newest.insert(id, {updated, type});
            }
        }
        // A few: enough to meet them, not enough to be the rule.
        QVERIFY2(stale >= 2 && stale <= 40, qPrintable(QString::number(stale)));
        QVERIFY2(doubled >= 2 && doubled <= 40, qPrintable(QString::number(doubled)));
    }
}

void TestDemoStream::lastDayIsLivelyAndNamesOrganizations()
{
    for (const char *end :
         {kEnd, "2026-11-22T03:00:00Z", "2026-11-21T23:30:00Z", "2026-11-23T00:01:00Z"}) {
        const Instant since = instant(end) - std::chrono::hours(24);
        int lastDay = 0;
        QSet<QByteArray> named;
        QSet<QByteArray> days;
        JsonDocument document;
        for (const QByteArray &event : stream(1, 2000, end)) {
            QVERIFY(document.parse(event));
            const QByteArray created = text(document.root(), "/created_at");
            days.insert(created.left(10));
            if (instant(created) < since) {
                continue;
            }
            ++lastDay;
            if (text(document.root(), "/event") == "organization.updated") {
                named.insert(text(document.root(), "/data/name"));
            }
        }
        QVERIFY2(lastDay >= 250 && lastDay <= 700, qPrintable(QString::number(lastDay)));
        QVERIFY2(named.size() >= 8, qPrintable(QString::number(named.size())));
        QVERIFY2(days.size() >= 70, qPrintable(QString::number(days.size())));
    }
}

void TestDemoStream::configStandsAMinuteAfterTheEnd()
{
    const DemoPlan plan{4, 25, instant(kEnd)};
    const LocalApiConfig config = demoConfig(plan);
    std::vector<QByteArray> events;
    for (const ServedEvent &event : config.source.events) {
        events.push_back(event.bytes().toByteArray());
    }
    QCOMPARE(events, makeDemoStream(plan));
    QCOMPARE(config.source.streamId,
             QByteArray("demo;seed=4;count=25;end=2026-11-23T14:06:12.345Z"));
    QVERIFY(config.clock->now() >= plan.end + std::chrono::seconds(61));
    QCOMPARE(config.apiKey, QByteArray("sk_test_playhead"));
}

QTEST_GUILESS_MAIN(TestDemoStream)
#include "tst_demostream.moc"
