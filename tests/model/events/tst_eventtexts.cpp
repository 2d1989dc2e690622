// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventsummaries.h"
#include "model/events/eventtexts.h"
#include "model/events/eventvalues.h"
#include "tests/model/events/madeevents.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestEventTexts : public QObject
{
    Q_OBJECT

private:
    EventText textOf(const QByteArray &type, const QByteArray &data, const QByteArray &rest = {})
    {
        const QByteArray json = MadeStore::text("event_1", 0, type, data, rest);
        const DecodedEvent decoded = decodeEvent(json, m_catalogue).value();
        JsonDocument document;
        [&] { QVERIFY(document.parse(json)); }();
        return describeEvent(document.root(), m_catalogue.describe(type), decoded.fields.objectKey);
    }

    const TypeCatalogue m_catalogue = std::move(TypeCatalogue::load().value());

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void summaries_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("summary");
        const auto row = [](const char *type, const char *data, const QString &summary) {
            QTest::addRow("%s %s", type, data) << QByteArray(type) << QByteArray(data) << summary;
        };
        row("dsync.user.updated",
            R"("id":"u","previous_attributes":{"job_title":"x","custom_attributes":{"department":null}})",
            u"job_title, department"_s);
        row("dsync.user.updated", R"("id":"u","state":"active")", u"active"_s);
        row("dsync.user.created", R"("id":"u","state":"active")", u"new, active"_s);
        row("dsync.user.deleted", R"("id":"u","state":"inactive")", u"was inactive"_s);
        row("dsync.group.user_added",
            R"("user":{"id":"u","first_name":"Lela","last_name":"Block"},"group":{"id":"g"})",
            u"added Lela Block"_s);
        row("dsync.group.user_removed",
            R"("user":{"id":"u","email":"l@x.dev"},"group":{"id":"g"})",
            u"removed l@x.dev"_s);
        row("authentication.sso_failed",
            R"("type":"sso","error":{"code":"domain_mismatch"})",
            u"domain_mismatch"_s);
        row("authentication.sso_failed", R"("type":"sso")", u"SSO"_s);
        row("authentication.sso_timed_out",
            R"("type":"sso","error":{"code":"timed_out"})",
            u"timed_out"_s);
        row("authentication.sso_started",
            R"("type":"sso","sso":{"connection_id":"conn_01ABCDE"})",
            u"SSO · …ABCDE"_s);
        row("authentication.password_succeeded",
            R"("type":"password","user_agent":"Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36")",
            u"Password · Chrome on macOS"_s);
        row("authentication.radar_risk_detected",
            R"("action":"signup","control":"block","blocklist_type":"ip")",
            u"signup · block · ip"_s);
        row("connection.activated",
            R"("id":"c","connection_type":"OktaSAML","state":"active")",
            u"OktaSAML · active"_s);
        row("connection.saml_certificate_renewal_required",
            R"("connection":{"id":"c"},"days_until_expiry":30)",
            u"expires in 30 days"_s);
        row("connection.saml_certificate_renewal_required",
            R"("connection":{"id":"c"},"days_until_expiry":1)",
            u"expires in 1 day"_s);
        row("magic_auth.created",
            R"("id":"m","created_at":"2026-11-20T08:00:00.000Z","expires_at":"2026-11-20T08:10:00.000Z")",
            u"expires in 10 minutes"_s);
        row("invitation.created",
            R"("id":"i","email":"x@y.dev","role_slug":"admin")",
            u"to x@y.dev · role admin"_s);
        row("organization.created",
            R"("id":"o","domains":[{"domain":"a.dev"},{"domain":"b.dev"}])",
            u"a.dev, b.dev"_s);
        row("organization_domain.verified",
            R"("id":"d","state":"verified","verification_strategy":"dns")",
            u"verified · DNS"_s);
        row("organization_domain.verification_failed",
            R"("reason":"domain_verification_period_expired")",
            u"domain_verification_period_expired"_s);
        row("organization_membership.created",
            R"("id":"m","status":"active","role":{"slug":"member"})",
            u"role member"_s);
        row("organization_membership.updated",
            R"("id":"m","status":"pending","role":{"slug":"member"})",
            u"role member · pending"_s);
        row("api_key.created", R"("id":"k","permissions":["a","b"])", u"2 permissions"_s);
        row("role.updated", R"("slug":"r","permissions":["a"])", u"1 permission"_s);
        row("session.created",
            R"("id":"s","user_agent":"Mozilla/5.0 (Windows NT 10.0) Chrome/1 Safari/1 Edg/1","impersonator":{"email":"a@b.c"})",
            u"Edge on Windows · impersonated by a@b.c"_s);
        row("user.created", R"("id":"u","email_verified":true)", u"email verified"_s);
        row("vault.data.read", R"("kv_name":"secrets","actor_name":"Mei")", u"secrets · by Mei"_s);
        row("vault.byok_key.verification_completed",
            R"("key_provider":"AWS_KMS","verified":true)",
            u"AWS KMS · verified"_s);
        row("pipes.connected_account.connection_failed",
            R"("error_code":"denied","provider_slug":"github")",
            u"denied"_s);
        row("waitlist_user.created", R"("id":"w","state":"pending")", u"pending"_s);
        row("never.heard.of", R"("status":"odd")", u"odd"_s);
        row("never.heard.of", "", QString());
    }
    void summaries()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, data);
        QFETCH(QString, summary);
        QCOMPARE(textOf(type, data).summary, summary);
    }

    void flagsTellWhatTheirContextSays()
    {
        const QByteArray context =
            R"("context":{"client_id":"client_1","actor":{"id":"user_1","name":"Priya Raman"},"access_type":"some",)"
            R"("previous_attributes":{"data":{"enabled":true},"context":{"access_type":"none"}}})";
        const EventText updated = textOf("flag.updated",
                                         R"("id":"f","name":"Analytics","enabled":false)",
                                         context);
        QCOMPARE(updated.summary, u"enabled, access_type"_s);
        QCOMPARE(updated.object, u"Analytics"_s);
        QCOMPARE(updated.actor, u"Priya Raman"_s);
        QCOMPARE(updated.clientId, u"client_1"_s);
        QCOMPARE(textOf("flag.rule_updated", R"("id":"f")", context).summary,
                 u"access none → some"_s);
    }

    void objects_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("object");
        QTest::newRow("email before name")
            << QByteArray("user.created")
            << QByteArray(R"("id":"user_1","name":"N","email":"a@b.c")") << u"a@b.c"_s;
        QTest::newRow("name") << QByteArray("organization.created")
                              << QByteArray(R"("id":"org_1","name":"Foo Corp")") << u"Foo Corp"_s;
        QTest::newRow("empty email")
            << QByteArray("user.created")
            << QByteArray(R"("id":"user_1","email":"","first_name":"A","last_name":"B")")
            << u"A B"_s;
        QTest::newRow("group of a member")
            << QByteArray("dsync.group.user_added")
            << QByteArray(
                   R"("user":{"id":"u","email":"a@b.c"},"group":{"id":"g","name":"Platform"})")
            << u"Platform"_s;
        QTest::newRow("domain") << QByteArray("organization_domain.verified")
                                << QByteArray(R"("id":"d","domain":"pinegrove.io")")
                                << u"pinegrove.io"_s;
        QTest::newRow("slug") << QByteArray("role.created")
                              << QByteArray(R"("slug":"support-agent")") << u"support-agent"_s;
        QTest::newRow("end of the id") << QByteArray("session.created")
                                       << QByteArray(R"("id":"session_01ABCDEFG")") << u"…CDEFG"_s;
        QTest::newRow("none") << QByteArray("never.heard.of") << QByteArray(R"("x":1)")
                              << QString();
        QTest::newRow("not a text")
            << QByteArray("user.created") << QByteArray(R"("id":"user_1","email":5,"name":["x"])")
            << u"…ser_1"_s;
    }
    void objects()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, data);
        QFETCH(QString, object);
        QCOMPARE(textOf(type, data).object, object);
    }

    void updatedAtFollowsTheCatalogue()
    {
        QCOMPARE(textOf("user.updated", R"("id":"u","updated_at":"2026-11-23 08:00:01")").updatedAt,
                 std::optional(kMadeStart + std::chrono::seconds(1)));
        QCOMPARE(textOf("user.updated", R"("id":"u","updated_at":"soon")").updatedAt, std::nullopt);
        QCOMPARE(textOf("agent.registration.expired", R"("updated_at":"2026-11-23T08:00:01Z")")
                     .updatedAt,
                 std::nullopt);
    }

    void userAgents_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("text");
        QTest::newRow("firefox") << QByteArray(
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                                 << u"Firefox on Linux"_s;
        QTest::newRow("safari") << QByteArray(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1")
                                << u"Safari on iOS"_s;
        QTest::newRow("program") << QByteArray("okta-scim/1.0 (linux)") << u"okta-scim/1.0"_s;
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("one long word") << QByteArray(500, 'x') << QString(40, u'x');
    }
    void userAgents()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, text);
        QCOMPARE(shortUserAgent(header), text);
    }

    void everyCataloguedTypeHasTexts()
    {
        const QString folder = sharedApiFolder();
        if (folder.isEmpty()) {
            QSKIP("the samples of the API description are not here");
        }
        QFile file(folder + u"/samples.ndjson"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        int count = 0;
        for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
            const DecodedEvent decoded = decodeEvent(line.trimmed(), m_catalogue).value();
            JsonDocument document;
            QVERIFY(document.parse(decoded.raw));
            const EventText text = describeEvent(document.root(),
                                                 m_catalogue.describe(decoded.fields.type),
                                                 decoded.fields.objectKey);
            QVERIFY2(!text.summary.isEmpty(), decoded.fields.type.constData());
            QVERIFY2(!text.object.isEmpty() || decoded.fields.objectKey.isEmpty(),
                     decoded.fields.type.constData());
            QVERIFY2(!text.summary.contains(u'%') && text.summary.size() < 200,
                     decoded.fields.type.constData());
            ++count;
        }
        QCOMPARE(count, 111);
    }

    void keepsTextsOfManyRows()
    {
        MadeStore store;
        store.addTo(3000, 0, "user.created", R"("id":"user_1","email":"a@b.c")");
        EventTexts texts;
        const EventType type = store.catalogue().describe("user.created");
        for (EventRow row = 0; row < 3000; ++row) {
            QCOMPARE(texts.of(store.snapshot(), row, type).object, u"a@b.c"_s);
        }
        QCOMPARE(texts.of(store.snapshot(), 0, type).object, u"a@b.c"_s);
    }
};

QTEST_GUILESS_MAIN(TestEventTexts)
#include "tst_eventtexts.moc"
