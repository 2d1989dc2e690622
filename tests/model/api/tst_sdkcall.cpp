// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/sdkcall.h"
#include "tests/model/api/sdkrequests.h"

#include <QTest>

using namespace playhead;

namespace {

/// The string literals of a program in double quotes, read by the rules that Ruby and Go share; a null list when one of
/// them does not end on its line or holds what the language would run.
QList<QByteArray> literalsOf(const QString &program, bool isRuby)
{
    QStringList found;
    QString now;
    bool isInside = false;
    for (qsizetype i = 0; i < program.size(); ++i) {
        const QChar c = program.at(i);
        if (!isInside) {
            isInside = c == u'"';
            now.clear();
        } else if (c == u'"') {
            isInside = false;
            found << now;
        } else if (c == u'\n' || (isRuby && c == u'#')) {
            return {};
        } else if (c == u'\\') {
            const QChar kind = program.at(++i);
            const int digits = kind == u'x' ? 2 : kind == u'u' ? 4 : 0;
            now += digits == 0 ? kind : QChar(program.mid(i + 1, digits).toUShort(nullptr, 16));
            i += digits;
        } else {
            now += c;
        }
    }
    QList<QByteArray> bytes;
    for (const QString &text : found) {
        bytes << text.toUtf8();
    }
    return bytes;
}

} // namespace

class TestSdkCall : public QObject
{
    Q_OBJECT

private slots:
    void javaScript()
    {
        QCOMPARE(sdkCall(SdkLanguage::JavaScript, QUrl(u"https://api.workos.com/"_s), everything()),
                 u"import { WorkOS } from '@workos-inc/node';\n"
                 "\n"
                 "const workos = new WorkOS(process.env.WORKOS_API_KEY);\n"
                 "\n"
                 "const page = await workos.events.listEvents({\n"
                 "  events: ['dsync.user.created', 'dsync.user.updated'],\n"
                 "  rangeStart: '2026-10-24T08:00:00.000Z',\n"
                 "  rangeEnd: '2026-11-23T12:00:00.123456Z',\n"
                 "  organizationId: 'org_01',\n"
                 "  order: 'asc',\n"
                 "  limit: 100,\n"
                 "});\n"
                 "console.log(page.data, page.listMetadata.after);\n"_s);
    }

    void ruby()
    {
        QCOMPARE(sdkCall(SdkLanguage::Ruby, QUrl(u"https://api.workos.com"_s), following()),
                 u"require \"workos\"\n"
                 "\n"
                 "client = WorkOS::Client.new(api_key: ENV.fetch(\"WORKOS_API_KEY\"))\n"
                 "\n"
                 "page = client.events.list_events(\n"
                 "  after: \"event_01\",\n"
                 "  range_end: \"2026-11-23T12:00:00.123456Z\",\n"
                 "  order: \"asc\",\n"
                 "  limit: 100\n"
                 ")\n"
                 "puts page.data\n"_s);
    }

    void python()
    {
        QCOMPARE(sdkCall(SdkLanguage::Python, QUrl(u"http://127.0.0.1:4100"_s), following()),
                 u"import os\n"
                 "\n"
                 "from workos import WorkOSClient\n"
                 "\n"
                 "client = WorkOSClient(api_key=os.environ[\"WORKOS_API_KEY\"], "
                 "base_url=\"http://127.0.0.1:4100\")\n"
                 "\n"
                 "page = client.events.list_events(\n"
                 "    after=\"event_01\",\n"
                 "    range_end=\"2026-11-23T12:00:00.123456Z\",\n"
                 "    order=\"asc\",\n"
                 "    limit=100,\n"
                 ")\n"
                 "print(page.data)\n"_s);
    }

    void go()
    {
        PageRequest request = everything();
        request.order = PageOrder::NewestFirst;
        request.limit = 2;
        QCOMPARE(sdkCall(SdkLanguage::Go, QUrl(u"http://127.0.0.1:4100/v1/"_s), request),
                 u"package main\n"
                 "\n"
                 "import (\n"
                 "\t\"context\"\n"
                 "\t\"fmt\"\n"
                 "\t\"log\"\n"
                 "\t\"os\"\n"
                 "\n"
                 "\t\"github.com/workos/workos-go/v10\"\n"
                 ")\n"
                 "\n"
                 "func main() {\n"
                 "\tclient := workos.NewClient(os.Getenv(\"WORKOS_API_KEY\"), "
                 "workos.WithBaseURL(\"http://127.0.0.1:4100/v1\"))\n"
                 "\n"
                 "\t// Goes on to the pages that follow by itself.\n"
                 "\tevents := client.Events().List(context.Background(), "
                 "&workos.EventsListParams{\n"
                 "\t\tEvents:         []string{\"dsync.user.created\", \"dsync.user.updated\"},\n"
                 "\t\tRangeStart:     workos.String(\"2026-10-24T08:00:00.000Z\"),\n"
                 "\t\tRangeEnd:       workos.String(\"2026-11-23T12:00:00.123456Z\"),\n"
                 "\t\tOrganizationID: workos.String(\"org_01\"),\n"
                 "\t\tOrder:          workos.Ptr(workos.EventsOrder(\"desc\")),\n"
                 "\t\tLimit:          workos.Int(2),\n"
                 "\t})\n"
                 "\tfor events.Next() {\n"
                 "\t\tfmt.Printf(\"%+v\\n\", *events.Current())\n"
                 "\t}\n"
                 "\tif err := events.Err(); err != nil {\n"
                 "\t\tlog.Fatal(err)\n"
                 "\t}\n"
                 "}\n"_s);
    }

    void serverIsNamedAsTheSdkTakesIt_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("options");
        QTest::newRow("port") << u"http://127.0.0.1:4100"_s
                              << u"{ apiHostname: '127.0.0.1', port: 4100, https: false }"_s;
        QTest::newRow("staging") << u"https://api.workos-test.com"_s
                                 << u"{ apiHostname: 'api.workos-test.com' }"_s;
        QTest::newRow("IPv6") << u"http://[::1]:4100"_s
                              << u"{ apiHostname: '[::1]', port: 4100, https: false }"_s;
    }
    void serverIsNamedAsTheSdkTakesIt()
    {
        QFETCH(QString, url);
        QFETCH(QString, options);
        const QString call = sdkCall(SdkLanguage::JavaScript, QUrl(url), following());
        QVERIFY2(call.contains(u"new WorkOS(process.env.WORKOS_API_KEY, "_s + options + u");"_s),
                 qPrintable(call));
    }

    void nothingOfTheUrlThatCouldBeSecretIsWritten()
    {
        for (const SdkLanguage language : kSdkLanguages) {
            const QString call = sdkCall(language,
                                         QUrl(u"https://me:secret@127.0.0.1/?a=secret#secret"_s),
                                         everything());
            QVERIFY2(!call.contains(u"secret"_s), qPrintable(call));
            QVERIFY(call.contains(u"WORKOS_API_KEY"_s));
        }
    }

    void rubyAndGoReadEveryTextAsItIs()
    {
        QRandomGenerator dice(6);
        for (int i = 0; i < 300; ++i) {
            const PageRequest request = hostile(dice);
            for (const SdkLanguage language : {SdkLanguage::Ruby, SdkLanguage::Go}) {
                const QString call = sdkCall(language, QUrl(u"https://api.workos.com"_s), request);
                const QList<QByteArray> literals = literalsOf(call, language == SdkLanguage::Ruby);
                QVERIFY2(literals.contains(request.types.first()), qPrintable(call));
                QVERIFY2(literals.contains(request.organization.value), qPrintable(call));
                QVERIFY(request.after.isEmpty() || literals.contains(request.after.value));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSdkCall)

#include "tst_sdkcall.moc"
