// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/datafolder.h"
#include "model/environments/environmentstore.h"
#include "model/server/demoserver.h"
#include "model/server/localeventsapi.h"
#include "tests/window/demowindow.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/shared/settings.h"

#include <QAbstractButton>
#include <QDialog>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kKey = QByteArrayLiteral("sk_test_playhead");

std::unique_ptr<LocalEventsApi> serve(const TypeCatalogue &catalogue, quint32 seed)
{
    const Instant now = std::chrono::floor<std::chrono::milliseconds>(
        std::chrono::system_clock::now());
    auto server = LocalEventsApi::start(demoConfig({seed, 2000, now}), catalogue);
    return server ? std::move(*server) : nullptr;
}

Result<Environment> store(const QString &folder, const Environment &environment)
{
    Result<Database> database = Database::open(databasePath(folder));
    Result<EnvironmentStore> environments = EnvironmentStore::open(*database);
    return environments->save(environment);
}

bool hasOriginBesides(const QString &folder, const Environment &environment, const QByteArray &key)
{
    Result<Database> database = Database::open(databasePath(folder));
    Result<EnvironmentStore> environments = EnvironmentStore::open(*database);
    return environments->isOtherOrigin(environment, key).value();
}

} // namespace

/// Events of another key or base URL are added to the stored ones only after a question (semantics 14).
class TestOrigin : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"Playhead"_s);
        QCoreApplication::setApplicationName(u"tst_origin"_s);
        QSettings().clear();
    }
    void init()
    {
        // The offscreen platform says this of every window.
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void anotherServerIsAskedFor()
    {
        const TypeCatalogue catalogue = TypeCatalogue::load().value();
        const auto first = serve(catalogue, 1);
        const auto second = serve(catalogue, 2);
        QVERIFY(first && second);
        const QTemporaryDir folder;
        Environment environment;
        environment.name = u"Staging"_s;
        environment.keySource = KeySource::Variable;
        environment.baseUrl = first->url();
        environment = store(folder.path(), environment).value();
        settings().setLastEnvironment(environment.id);

        qputenv("WORKOS_API_KEY", kKey);
        {
            DemoWindow window(folder.path(), false);
            QVERIFY(window.waitOpened(u"Staging"_s));
            QVERIFY(window.dialog() == nullptr);
            // A key that has brought nothing yet is nobody's.
            QVERIFY(!hasOriginBesides(folder.path(), environment, "another"));
            QVERIFY(window.fetch());
            QCOMPARE(window.session().feed().progress().state, FetchState::Done);
            QVERIFY(window.session().feed().progress().events > 0);
            QTRY_VERIFY(hasOriginBesides(folder.path(), environment, "another"));
            QVERIFY(!hasOriginBesides(folder.path(), environment, kKey));
        }

        environment.baseUrl = second->url();
        QVERIFY(store(folder.path(), environment).has_value());
        qputenv("WORKOS_API_KEY", kKey);
        DemoWindow window(folder.path(), false);
        QVERIFY(window.waitOpened(u"Staging"_s));
        QVERIFY(window.waitDialog());
        QVERIFY(window.fetch());
        QCOMPARE(window.session().feed().progress().error.code, ErrorCode::KeyMissing);
        QCOMPARE(second->requestCount(), 0u);
        for (QAbstractButton *button : window.dialog()->findChildren<QAbstractButton *>()) {
            if (button->text().remove(u'&') == u"Add to them"_s) {
                button->click();
                break;
            }
        }
        QVERIFY(window.waitNoDialog());
        QVERIFY(window.fetch());
        QCOMPARE(window.session().feed().progress().state, FetchState::Done);
        QVERIFY(second->requestCount() > 0);
    }

    void whatALiveTailBroughtCountsToo()
    {
        const TypeCatalogue catalogue = TypeCatalogue::load().value();
        const auto server = serve(catalogue, 1);
        QVERIFY(server);
        const QTemporaryDir folder;
        Environment environment;
        environment.name = u"Staging"_s;
        environment.keySource = KeySource::Variable;
        environment.baseUrl = server->url();
        environment = store(folder.path(), environment).value();
        settings().setLastEnvironment(environment.id);
        qputenv("WORKOS_API_KEY", kKey);
        DemoWindow window(folder.path(), false);
        QVERIFY(window.waitOpened(u"Staging"_s));
        window.window().findChild<QAction *>(u"liveTail"_s)->trigger();
        QTRY_VERIFY(window.session().feed().tailStatus().events > 0);
        QTRY_VERIFY(hasOriginBesides(folder.path(), environment, "another"));
        QVERIFY(!hasOriginBesides(folder.path(), environment, kKey));
    }
};

QTEST_MAIN(TestOrigin)
#include "tst_origin.moc"
