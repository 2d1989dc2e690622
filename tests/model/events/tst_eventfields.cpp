// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventfields.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class EventFieldsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void readsFields_data();
    void readsFields();
    void namesTheMissingField_data();
    void namesTheMissingField();
    void keepsTheBytesInOneLine();
    void readsEverySample();
};

namespace {

const TypeCatalogue &catalogue()
{
    static const TypeCatalogue loaded = TypeCatalogue::load().value();
    return loaded;
}

QByteArray eventText(const QByteArray &type, const QByteArray &data)
{
    return R"({"object":"event","id":"event_1","event":")" + type + R"(","data":)" + data
           + R"(,"created_at":"2026-11-22T13:58:51.306Z"})";
}

} // namespace

void EventFieldsTest::readsFields_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("organization");
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<bool>("hasUpdatedAt");
    const auto row = [](const char *name,
                        const char *type,
                        const char *data,
                        const char *organization,
                        const char *object,
                        bool hasUpdatedAt) {
        QTest::newRow(name) << QByteArray(type) << QByteArray(data) << QByteArray(organization)
                            << QByteArray(object) << hasUpdatedAt;
    };
    row("kind and id",
        "dsync.user.updated",
        R"({"object":"directory_user","id":"du_1","organization_id":"org_1","updated_at":"2026-11-22T13:58:51Z"})",
        "org_1",
        "directory_user:du_1",
        true);
    row("organization is its own",
        "organization.created",
        R"({"id":"org_2","updated_at":"2026-01-01"})",
        "org_2",
        "organization:org_2",
        true);
    row("group names the kind",
        "radar.challenge_created",
        R"({"user_id":"user_1"})",
        "",
        "radar:user_1",
        false);
    row("first pointer wins",
        "radar.challenge_created",
        R"({"user_id":"user_1","radar_challenge_id":"c"})",
        "",
        "radar:c",
        false);
    row("empty text is none",
        "radar.challenge_created",
        R"({"user_id":"user_1","radar_challenge_id":""})",
        "",
        "radar:user_1",
        false);
    row("null is none",
        "invitation.created",
        R"({"id":"i","organization_id":null,"updated_at":null})",
        "",
        "invitation:i",
        false);
    row("unreadable time",
        "user.created",
        R"({"id":"u","updated_at":"yesterday"})",
        "",
        "user:u",
        false);
    row("key of an organization",
        "api_key.created",
        R"({"id":"k","owner":{"type":"organization","id":"org_3"}})",
        "org_3",
        "api_key:k",
        false);
    row("key of a user",
        "api_key.created",
        R"({"id":"k","owner":{"type":"user","id":"user_3","organization_id":"org_4"}})",
        "org_4",
        "api_key:k",
        false);
    row("organization's role",
        "organization_role.updated",
        R"({"slug":"admin","organization_id":"org_1"})",
        "org_1",
        "organization_role:org_1/admin",
        false);
    row("role", "role.updated", R"({"slug":"admin"})", "", "role:admin", false);
    row("directory member",
        "dsync.group.user_added",
        R"({"user":{"id":"u","organization_id":"org_1","updated_at":"2026-01-01"},"group":{"id":"g"}})",
        "org_1",
        "dsync:g/u",
        false);
    row("directory member without group",
        "dsync.group.user_added",
        R"({"user":{"id":"u"}})",
        "",
        "",
        false);
    row("group member",
        "group.member_removed",
        R"({"group_id":"g","organization_membership_id":"m"})",
        "",
        "group:g/m",
        false);
    row("no object",
        "vault.byok_key.deleted",
        R"({"organization_id":"org_1"})",
        "org_1",
        "",
        false);
    row("not listed",
        "comet.seen",
        R"({"object":"comet","id":"c","organization_id":"org_1"})",
        "org_1",
        "comet:c",
        false);
    row("not listed, no object", "comet.seen", R"({"id":"c","organization_id":7})", "", "", false);
    row("last of equal keys", "user.created", R"({"id":"a","id":"b"})", "", "user:b", false);
    row("escaped", "user.created", R"({"id":"\u0061\n"})", "", "user:a\n", false);
}

void EventFieldsTest::readsFields()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, organization);
    QFETCH(QByteArray, object);
    QFETCH(bool, hasUpdatedAt);
    const QByteArray text = eventText(type, data);
    const auto decoded = decodeEvent(text, catalogue());
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->raw, text);
    QCOMPARE(decoded->fields.id, QByteArray("event_1"));
    QCOMPARE(decoded->fields.type, type);
    QCOMPARE(isoUtcMs(decoded->fields.createdAt), QByteArray("2026-11-22T13:58:51.306Z"));
    QCOMPARE(decoded->fields.organizationId, organization);
    QCOMPARE(decoded->fields.objectKey, object);
    QCOMPARE(decoded->fields.updatedAt.has_value(), hasUpdatedAt);
}

void EventFieldsTest::namesTheMissingField_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("id") << QByteArray(R"({"event":"a","created_at":"2026-01-01","data":{}})")
                        << u"\"id\""_s;
    QTest::newRow("id is a number")
        << QByteArray(R"({"id":1,"event":"a","created_at":"2026-01-01","data":{}})") << u"\"id\""_s;
    QTest::newRow("event") << QByteArray(R"({"id":"a","created_at":"2026-01-01","data":{}})")
                           << u"\"event\""_s;
    QTest::newRow("created_at") << QByteArray(R"({"id":"a","event":"a","data":{}})")
                                << u"\"created_at\""_s;
    QTest::newRow("impossible time")
        << QByteArray(R"({"id":"a","event":"a","created_at":"2026-02-30","data":{}})")
        << u"\"created_at\""_s;
    QTest::newRow("data") << QByteArray(R"({"id":"a","event":"a","created_at":"2026-01-01"})")
                          << u"\"data\""_s;
    QTest::newRow("data is a list")
        << QByteArray(R"({"id":"a","event":"a","created_at":"2026-01-01","data":[]})")
        << u"\"data\""_s;
    QTest::newRow("no object at all") << QByteArray("[1]") << u"\"id\""_s;
    QTest::newRow("no JSON") << QByteArray(R"({"id":"a")") << u"JSON"_s;
}

void EventFieldsTest::namesTheMissingField()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, field);
    const auto decoded = decodeEvent(text, catalogue());
    QVERIFY(!decoded.has_value());
    QCOMPARE(decoded.error().code, ErrorCode::Malformed);
    QVERIFY2(decoded.error().message.contains(field), qPrintable(decoded.error().message));
}

void EventFieldsTest::keepsTheBytesInOneLine()
{
    const QByteArray compact = eventText("user.created", R"({"id":"u","text":"a  b","n":1.50})");
    QByteArray pretty = compact;
    pretty.replace(",\"", ",\r\n\t \"");
    const auto decoded = decodeEvent(pretty, catalogue());
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->raw, compact);
    const QByteArray spaced = eventText("user.created", R"({ "id" : "u" })");
    QCOMPARE(decodeEvent(spaced, catalogue())->raw, spaced);
}

void EventFieldsTest::readsEverySample()
{
    if (sharedApiFolder().isEmpty()) {
        QSKIP("the API's samples are not here");
    }
    QFile samples(sharedApiFolder() + u"/samples.ndjson"_s);
    QVERIFY(samples.open(QIODevice::ReadOnly));
    int count = 0;
    while (!samples.atEnd()) {
        const QByteArray line = samples.readLine().trimmed();
        const auto decoded = decodeEvent(line, catalogue());
        QVERIFY2(decoded.has_value(), line.constData());
        const EventType *type = catalogue().find(decoded->fields.type);
        QVERIFY(type != nullptr);
        QCOMPARE(decoded->fields.organizationId.isEmpty(), type->organization.empty());
        QCOMPARE(decoded->fields.objectKey.isEmpty(), type->objectId.empty());
        QCOMPARE(decoded->fields.updatedAt.has_value(),
                 !type->updatedAt.empty() && !type->name.startsWith("dsync.group.user_"));
        QCOMPARE(decoded->raw, line);
        ++count;
    }
    QCOMPARE(count, 111);
}

QTEST_GUILESS_MAIN(EventFieldsTest)
#include "tst_eventfields.moc"
