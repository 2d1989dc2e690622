// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demoserver.h"
#include "tests/support/serveddemo.h"
#include "tests/ui/uisupport.h"
#include "tests/window/demowindow.h"
#include "ui/environments/environmentdialog.h"
#include "ui/mainwindow/mainwindow.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocumentFragment>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr char kWrong[] = "sk_test_never_stored";

QLineEdit *field(const QWidget &dialog, const QString &name)
{
    for (auto *edit : dialog.findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name) {
            return edit;
        }
    }
    return nullptr;
}

QString noticeText(const QWidget &dialog)
{
    const auto *notice = dialog.findChild<Notice *>(u"notice"_s);
    return notice->isVisible() ? QTextDocumentFragment::fromHtml(notice->text()).toPlainText()
                               : QString();
}

} // namespace

/// The Environment dialog's Test in the whole program, against a local Events API.
class TestKeyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init()
    {
        QSettings().clear();
        QTest::failOnWarning(anyRealWarning());
    }
    void saysWhatTheServerAnswered();
    void keptKeyGoesToItsOwnServerOnly();

private:
    const TypeCatalogue m_catalogue = *TypeCatalogue::load();
    const Instant m_now = std::chrono::floor<std::chrono::milliseconds>(SystemClock().now());
    std::unique_ptr<LocalEventsApi> m_server;
};

void TestKeyTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"Playhead"_s);
    QCoreApplication::setApplicationName(u"tst_keytest"_s);
    qunsetenv("WORKOS_API_KEY");
    auto server = LocalEventsApi::start(demoConfig({1, 200, m_now}), m_catalogue);
    QVERIFY(server);
    m_server = std::move(*server);
}

void TestKeyTest::saysWhatTheServerAnswered()
{
    QTemporaryDir folder;
    {
        DemoWindow window(folder.path(), false);
        QVERIFY(window.trigger(u"newEnvironment"_s) && window.waitDialog());
        QDialog &dialog = *window.dialog();
        field(dialog, u"Base URL"_s)->setText(m_server->url().toString());
        field(dialog, u"API key"_s)->setText(QString::fromLatin1(m_server->apiKey()));
        auto *test = dialog.findChild<QPushButton *>(u"test"_s);
        test->click();
        QVERIFY(noticeText(dialog).startsWith(u"Asking 127.0.0.1:"_s));
        QTRY_VERIFY(noticeText(dialog).startsWith(u"The key works. Newest event "_s));
        field(dialog, u"API key"_s)->setText(QString::fromLatin1(kWrong));
        QVERIFY(noticeText(dialog).isEmpty());
        test->click();
        QTRY_VERIFY(noticeText(dialog).startsWith(u"WorkOS refused the API key."_s));
        dialog.reject();
        QVERIFY(window.waitNoDialog());
        // Nothing was made of it.
        QVERIFY(window.session().environments().environments().isEmpty());
    }
    QVERIFY(!isAnywhereBelow(folder.path(), kWrong));
}

void TestKeyTest::keptKeyGoesToItsOwnServerOnly()
{
    auto other = LocalEventsApi::start(demoConfig({2, 50, m_now}), m_catalogue);
    QVERIFY(other);
    QTemporaryDir folder;
    DemoWindow window(folder.path(), false);
    Environment staging;
    staging.name = u"Staging"_s;
    staging.baseUrl = m_server->url();
    emit window.window().environmentEdited(staging, m_server->apiKey());
    QVERIFY(window.waitOpened(u"Staging"_s));
    QVERIFY(window.trigger(u"editEnvironment"_s) && window.waitDialog());
    QDialog &dialog = *window.dialog();
    dialog.findChild<QPushButton *>(u"test"_s)->click();
    QTRY_VERIFY(noticeText(dialog).startsWith(u"The key works."_s));
    field(dialog, u"Base URL"_s)->setText((*other)->url().toString());
    dialog.findChild<QPushButton *>(u"test"_s)->click();
    QTRY_VERIFY(noticeText(dialog).startsWith(u"The kept key was typed for 127.0.0.1:"_s));
    QCOMPARE((*other)->requestCount(), quint64(0));
    // Nor does it go there when the address is stored.
    QSignalSpy opened(&window.session().feed(), &EventFeed::opened);
    dialog.findChild<QPushButton *>(u"save"_s)->click();
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(window.fetch());
    QCOMPARE(window.session().feed().progress().error.code, ErrorCode::KeyMissing);
    QCOMPARE((*other)->requestCount(), quint64(0));
}

QTEST_MAIN(TestKeyTest)
#include "tst_keytest.moc"
