// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/sdkcall.h"
#include "tests/model/api/sdkrequests.h"
#include "tests/model/api/stubserver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace playhead;

namespace {

constexpr char kKey[] = "sk_test_of_the_environment";

// Stands for the SDK: tells how its client was made and what it was asked.
const QString kJavaScriptStub =
    u"class WorkOS { constructor(key, options) {"
    "this.events = { listEvents: async asked => {"
    "console.log(JSON.stringify({ key, options, asked }));"
    "return { data: [], listMetadata: {} }; } }; } }\n"
    "console.log = (log => (...what) => what.length === 1 && log(what[0]))"
    "(console.log);\n"_s;
const QString kPythonStub =
    u"import json, sys, types\n"
    "class WorkOSClient:\n"
    "    def __init__(self, api_key, base_url=None):\n"
    "        self.key, self.base, self.events = api_key, base_url, self\n"
    "    def list_events(self, **asked):\n"
    "        print(json.dumps({'key': self.key, 'base': self.base, 'asked': asked}))\n"
    "        sys.exit(0)\n"
    "module = types.ModuleType('workos')\n"
    "module.WorkOSClient = WorkOSClient\n"
    "sys.modules['workos'] = module\n"_s;

struct Run
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

Run runProgram(const QString &program, const QStringList &arguments, const QString &folder = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"WORKOS_API_KEY"_s, QString::fromLatin1(kKey));
    environment.insert(u"PYTHONIOENCODING"_s, u"utf-8"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    // Turns the event loop: the stub server answers in this thread.
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 30'000)) {
        process.kill();
    }
    process.waitForFinished();
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString write(const QTemporaryDir &folder, const QString &name, const QString &text)
{
    QFile file(folder.filePath(name));
    if (!file.open(QFile::WriteOnly)) {
        return {};
    }
    file.write(text.toUtf8());
    return file.fileName();
}

/// What the wire says of a request: its parameters as one object, `events` as a list.
QJsonObject wireParameters(const PageRequest &request)
{
    QJsonObject all;
    const QUrlQuery query(pageUrl(QUrl(u"https://x"_s), request));
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        all[name] = name == u"events"_s  ? QJsonValue(QJsonArray::fromStringList(value.split(u',')))
                    : name == u"limit"_s ? QJsonValue(value.toInt())
                                         : QJsonValue(value);
    }
    return all;
}

QJsonObject camelCase(const QJsonObject &parameters)
{
    const QMap<QString, QString> names = {{u"range_start"_s, u"rangeStart"_s},
                                          {u"range_end"_s, u"rangeEnd"_s},
                                          {u"organization_id"_s, u"organizationId"_s}};
    QJsonObject all;
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        all[names.value(it.key(), it.key())] = it.value();
    }
    return all;
}

} // namespace

/// The programs in the languages whose interpreters are here, run.
class TestSdkCallRun : public QObject
{
    Q_OBJECT

private slots:
    void nodeReadsEveryTextAsItIs()
    {
        const QString node = QStandardPaths::findExecutable(u"node"_s);
        if (node.isEmpty()) {
            QSKIP("node is not installed");
        }
        QTemporaryDir folder;
        QRandomGenerator dice(6);
        for (int i = 0; i < 8; ++i) {
            const PageRequest request = i == 0   ? everything()
                                        : i == 1 ? following()
                                                 : hostile(dice);
            const QString call = sdkCall(SdkLanguage::JavaScript,
                                         QUrl(u"http://127.0.0.1:1"_s),
                                         request);
            const Run checked = runProgram(node,
                                           {u"--check"_s, write(folder, u"whole.mjs"_s, call)});
            QVERIFY2(checked.exitCode == 0, (checked.errors + call.toUtf8()).constData());
            const QString ownSdk = kJavaScriptStub + call.mid(call.indexOf(u'\n'));
            const Run run = runProgram(node, {write(folder, u"stub.mjs"_s, ownSdk)});
            const QJsonObject told = QJsonDocument::fromJson(run.output).object();
            QCOMPARE(told[u"key"_s].toString(), QString::fromLatin1(kKey));
            QCOMPARE(told[u"asked"_s].toObject(), camelCase(wireParameters(request)));
        }
    }

    void pythonReadsEveryTextAsItIs()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty()) {
            QSKIP("python3 is not installed");
        }
        QTemporaryDir folder;
        QRandomGenerator dice(6);
        for (int i = 0; i < 8; ++i) {
            const PageRequest request = i == 0   ? everything()
                                        : i == 1 ? following()
                                                 : hostile(dice);
            const QString call = sdkCall(SdkLanguage::Python,
                                         QUrl(u"http://127.0.0.1:1"_s),
                                         request);
            const QString path = write(folder, u"whole.py"_s, call);
            const Run checked = runProgram(python, {u"-m"_s, u"py_compile"_s, path});
            QVERIFY2(checked.exitCode == 0, (checked.errors + call.toUtf8()).constData());
            const Run run = runProgram(python, {write(folder, u"stub.py"_s, kPythonStub + call)});
            const QJsonObject told = QJsonDocument::fromJson(run.output).object();
            QCOMPARE(told[u"key"_s].toString(), QString::fromLatin1(kKey));
            QCOMPARE(told[u"base"_s].toString(), u"http://127.0.0.1:1"_s);
            QCOMPARE(told[u"asked"_s].toObject(), wireParameters(request));
        }
    }

    /// With the true package, when PLAYHEAD_NODE_MODULES names a folder that holds it: what arrives is the request itself.
    void nodeSdkSendsTheSameRequest()
    {
        const QString node = QStandardPaths::findExecutable(u"node"_s);
        const QString modules = qEnvironmentVariable("PLAYHEAD_NODE_MODULES");
        if (node.isEmpty() || !QDir(modules).exists(u"@workos-inc/node"_s) || modules.isEmpty()) {
            QSKIP("node is not installed, or PLAYHEAD_NODE_MODULES does not name @workos-inc/node");
        }
        StubServer server;
        server.setFallback([](const StubRequest &) {
            StubAnswer answer;
            answer.headers = {{"Content-Type", "application/json"}};
            answer.body = "{\"object\":\"list\",\"data\":[],\"list_metadata\":{\"after\":null}}";
            return answer;
        });
        QTemporaryDir folder;
        QVERIFY(QFile::link(modules, folder.filePath(u"node_modules"_s)));
        for (const PageRequest &request : {everything(), following()}) {
            server.forget();
            const QString call = sdkCall(SdkLanguage::JavaScript, server.url(), request);
            const Run run = runProgram(node, {write(folder, u"call.mjs"_s, call)}, folder.path());
            QVERIFY2(run.exitCode == 0, run.errors.constData());
            QCOMPARE(server.requests().size(), 1);
            const StubRequest &sent = server.requests().first();
            QCOMPARE(sent.header("authorization"), QByteArray("Bearer ") + kKey);
            const QUrlQuery wanted(pageUrl(server.url(), request));
            const auto items = wanted.queryItems(QUrl::FullyDecoded);
            for (const auto &[name, value] : items) {
                QCOMPARE(sent.parameter(name), value);
            }
            QCOMPARE(QUrlQuery(QUrl(QString::fromLatin1(sent.target))).queryItems().size(),
                     items.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestSdkCallRun)

#include "tst_sdkcallrun.moc"
