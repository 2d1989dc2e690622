// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/environments/colourswatches.h"
#include "ui/environments/environmentdialog.h"
#include "ui/shared/theme.h"

#include <QAccessible>
#include <QCheckBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace playhead {

namespace {

QLineEdit *field(const QWidget &dialog, const QString &name)
{
    for (auto *edit : dialog.findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name) {
            return edit;
        }
    }
    return nullptr;
}

/// What the notice says, as people read it; empty while it is hidden.
QString noticeText(const QWidget &dialog)
{
    const auto *notice = dialog.findChild<Notice *>(u"notice"_s);
    return notice->isVisible() ? QTextDocumentFragment::fromHtml(notice->text()).toPlainText()
                               : QString();
}

EnvironmentDialogContext someContext()
{
    EnvironmentDialogContext context;
    context.takenNames = {u"Staging"_s};
    return context;
}

} // namespace

class TestEnvironmentDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(anyRealWarning()); }
    void newEnvironmentGoesOutWholeWithItsKey();
    void liveKeyTicksProductionOnce();
    void variableNeedsNoTypedKey();
    void typedKeyStaysWhenTheFieldIsEmpty();
    void addressesAreJudged_data();
    void addressesAreJudged();
    void takenNameIsRefused();
    void keysWithSpacesAreRefused();
    void keyIsMasked();
    void demoHasNoKeyAndNoAddress();
    void swatchesAnswerToKeys();
    void testAsksWithWhatIsTyped();
    void testNeedsAKeyAndAnAddress();
    void testAnswersInPlace_data();
    void testAnswersInPlace();
    void changesTakeTheAnswerAway_data();
    void changesTakeTheAnswerAway();
    void closingCancelsTheTest();
    void problemsStandBesideTheirFields();
    void enterSavesAndEscapeLeaves();
    void everyInputHasAName();
    void aFieldsNameLeadsToTheField();
    void looks();
};

void TestEnvironmentDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(ThemeChoice::Light);
}

void TestEnvironmentDialog::newEnvironmentGoesOutWholeWithItsKey()
{
    EnvironmentDialog dialog({}, someContext());
    dialog.open();
    auto *save = dialog.findChild<QPushButton *>(u"save"_s);
    QVERIFY(!save->isEnabled());
    QSignalSpy saved(&dialog, &EnvironmentDialog::saved);
    field(dialog, u"Name"_s)->setText(u" Acme EU "_s);
    QVERIFY(!save->isEnabled());
    field(dialog, u"API key"_s)->setText(u" sk_test_abc "_s);
    QVERIFY(save->isEnabled());
    for (auto *swatch : dialog.findChildren<ColourSwatch *>()) {
        if (swatch->accessibleName() == u"Purple"_s) {
            swatch->click();
        }
    }
    save->click();
    const auto environment = saved.first().first().value<Environment>();
    QCOMPARE(environment.name, u"Acme EU"_s);
    QCOMPARE(environment.baseUrl, QUrl(u"https://api.workos.com"_s));
    QCOMPARE(environment.keySource, KeySource::Memory);
    QCOMPARE(environment.colour, EnvironmentColour::Purple);
    QVERIFY(!environment.isProduction);
    QCOMPARE(saved.first().last().toByteArray(), QByteArray("sk_test_abc"));
}

void TestEnvironmentDialog::liveKeyTicksProductionOnce()
{
    EnvironmentDialog dialog({}, someContext());
    dialog.open();
    auto *production = dialog.findChild<QCheckBox *>();
    QTest::keyClicks(field(dialog, u"API key"_s), u"sk_live_1"_s);
    QVERIFY(production->isChecked());
    QCOMPARE(dialog.findChild<ColourSwatches *>()->colour(), EnvironmentColour::Red);
    production->click();
    QTest::keyClicks(field(dialog, u"API key"_s), u"23"_s);
    QVERIFY(!production->isChecked());
}

void TestEnvironmentDialog::variableNeedsNoTypedKey()
{
    EnvironmentDialog dialog({}, someContext());
    dialog.open();
    QSignalSpy saved(&dialog, &EnvironmentDialog::saved);
    field(dialog, u"Name"_s)->setText(u"Acme"_s);
    field(dialog, u"API key"_s)->setText(u"sk_test_typed_before"_s);
    for (auto *radio : dialog.findChildren<QRadioButton *>()) {
        if (radio->text().contains(u"WORKOS_API_KEY"_s)) {
            radio->click();
        }
    }
    QVERIFY(!field(dialog, u"API key"_s)->isEnabled());
    dialog.findChild<QPushButton *>(u"save"_s)->click();
    QCOMPARE(saved.first().first().value<Environment>().keySource, KeySource::Variable);
    QVERIFY(saved.first().last().toByteArray().isEmpty());
}

void TestEnvironmentDialog::typedKeyStaysWhenTheFieldIsEmpty()
{
    Environment environment;
    environment.id = 4;
    environment.name = u"Acme"_s;
    environment.baseUrl = QUrl(u"https://api.example.com"_s);
    EnvironmentDialogContext context = someContext();
    context.hasKeyInMemory = true;
    EnvironmentDialog dialog(environment, context);
    QSignalSpy saved(&dialog, &EnvironmentDialog::saved);
    QVERIFY(dialog.findChild<QPushButton *>(u"save"_s)->isEnabled());
    dialog.findChild<QPushButton *>(u"save"_s)->click();
    QCOMPARE(saved.first().first().value<Environment>(), environment);
    QVERIFY(saved.first().last().toByteArray().isEmpty());
}

void TestEnvironmentDialog::addressesAreJudged_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("https") << u"https://api.workos.com"_s << true;
    QTest::newRow("with port and path") << u"https://api.example.com:8443/workos"_s << true;
    QTest::newRow("http on loopback") << u"http://127.0.0.1:4100"_s << true;
    QTest::newRow("http on localhost") << u"http://localhost:4100"_s << true;
    QTest::newRow("http on IPv6 loopback") << u"http://[::1]:4100"_s << true;
    QTest::newRow("http elsewhere") << u"http://api.workos.com"_s << false;
    QTest::newRow("looks like loopback") << u"http://127.0.0.1.example.com"_s << false;
    QTest::newRow("no scheme") << u"api.workos.com"_s << false;
    QTest::newRow("other scheme") << u"ftp://api.workos.com"_s << false;
    QTest::newRow("password in it") << u"https://me:secret@api.workos.com"_s << false;
    QTest::newRow("query") << u"https://api.workos.com?x=1"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestEnvironmentDialog::addressesAreJudged()
{
    QFETCH(QString, address);
    QFETCH(bool, isTaken);
    EnvironmentDialog dialog({}, someContext());
    field(dialog, u"Name"_s)->setText(u"Acme"_s);
    field(dialog, u"API key"_s)->setText(u"sk_test_1"_s);
    field(dialog, u"Base URL"_s)->setText(address);
    QCOMPARE(dialog.findChild<QPushButton *>(u"save"_s)->isEnabled(), isTaken);
}

void TestEnvironmentDialog::takenNameIsRefused()
{
    EnvironmentDialog dialog({}, someContext());
    field(dialog, u"API key"_s)->setText(u"sk_test_1"_s);
    field(dialog, u"Name"_s)->setText(u"Staging"_s);
    QVERIFY(field(dialog, u"Name"_s)->property("invalid").toBool());
    QVERIFY(!dialog.findChild<QPushButton *>(u"save"_s)->isEnabled());
}

void TestEnvironmentDialog::keysWithSpacesAreRefused()
{
    EnvironmentDialog dialog({}, someContext());
    field(dialog, u"Name"_s)->setText(u"Acme"_s);
    for (const QString &key : {u"sk test"_s, u"sk_tést"_s}) {
        field(dialog, u"API key"_s)->setText(key);
        QVERIFY(field(dialog, u"API key"_s)->property("invalid").toBool());
        QVERIFY(!dialog.findChild<QPushButton *>(u"save"_s)->isEnabled());
    }
}

void TestEnvironmentDialog::keyIsMasked()
{
    EnvironmentDialog dialog({}, someContext());
    field(dialog, u"API key"_s)->setText(u"sk_test_secret"_s);
    QCOMPARE(field(dialog, u"API key"_s)->echoMode(), QLineEdit::Password);
    QVERIFY(!field(dialog, u"API key"_s)->displayText().contains(u"secret"_s));
}

void TestEnvironmentDialog::demoHasNoKeyAndNoAddress()
{
    Environment demo;
    demo.id = 1;
    demo.name = u"Demo"_s;
    demo.keySource = KeySource::Demo;
    EnvironmentDialog dialog(demo, someContext());
    QVERIFY(!field(dialog, u"API key"_s));
    QVERIFY(!field(dialog, u"Base URL"_s));
    dialog.focusKey();
    QSignalSpy saved(&dialog, &EnvironmentDialog::saved);
    dialog.findChild<QPushButton *>(u"save"_s)->click();
    QCOMPARE(saved.first().first().value<Environment>(), demo);
}

void TestEnvironmentDialog::swatchesAnswerToKeys()
{
    ColourSwatches swatches;
    swatches.show();
    QVERIFY(QTest::qWaitForWindowActive(&swatches));
    QCOMPARE(swatches.colour(), EnvironmentColour::Green);
    auto *first = swatches.findChild<ColourSwatch *>();
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    QCOMPARE(swatches.colour(), EnvironmentColour::Blue);
    swatches.setColour(EnvironmentColour::Amber);
    QCOMPARE(swatches.colour(), EnvironmentColour::Amber);
}

void TestEnvironmentDialog::testAsksWithWhatIsTyped()
{
    EnvironmentDialog dialog({}, someContext());
    dialog.open();
    QSignalSpy asked(&dialog, &EnvironmentDialog::testRequested);
    QSignalSpy saved(&dialog, &EnvironmentDialog::saved);
    field(dialog, u"API key"_s)->setText(u" sk_test_abc "_s);
    field(dialog, u"Base URL"_s)->setText(u"http://127.0.0.1:4100/"_s);
    auto *test = dialog.findChild<QPushButton *>(u"test"_s);
    QCOMPARE(test->text(), u"Test"_s);
    test->click(); // No name is needed to ask.
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<Environment>().baseUrl, QUrl(u"http://127.0.0.1:4100"_s));
    QCOMPARE(asked.first().last().toByteArray(), QByteArray("sk_test_abc"));
    QCOMPARE(noticeText(dialog), u"Asking 127.0.0.1:4100…"_s);
    dialog.showTestResult(KeyAnswer{true, 14s, 84ms});
    QCOMPARE(noticeText(dialog), u"The key works. Newest event 14 s ago, 84 ms."_s);
    QCOMPARE(test->text(), u"Test again"_s);
    test->click();
    QCOMPARE(asked.size(), 2);
    QVERIFY(saved.isEmpty() && dialog.isVisible());
}

void TestEnvironmentDialog::testNeedsAKeyAndAnAddress()
{
    EnvironmentDialog dialog({}, someContext());
    auto *test = dialog.findChild<QPushButton *>(u"test"_s);
    QVERIFY(!test->isEnabled());
    field(dialog, u"API key"_s)->setText(u"sk_test_abc"_s);
    QVERIFY(test->isEnabled());
    field(dialog, u"Base URL"_s)->setText(u"http://api.workos.com"_s);
    QVERIFY(!test->isEnabled());
    field(dialog, u"Base URL"_s)->setText(u"https://api.workos.com"_s);
    for (auto *radio : dialog.findChildren<QRadioButton *>()) {
        if (radio->text().contains(u"WORKOS_API_KEY"_s)) {
            radio->click();
        }
    }
    QVERIFY(!test->isEnabled()); // The variable is not set.
    EnvironmentDialogContext kept = someContext();
    kept.hasKeyInMemory = true;
    Environment old;
    old.id = 3;
    const EnvironmentDialog other(old, kept);
    QVERIFY(other.findChild<QPushButton *>(u"test"_s)->isEnabled());
    Environment demo;
    demo.keySource = KeySource::Demo;
    const EnvironmentDialog demoDialog(demo, someContext());
    QVERIFY(demoDialog.findChild<QPushButton *>(u"test"_s)->isHidden());
}

void TestEnvironmentDialog::testAnswersInPlace_data()
{
    QTest::addColumn<Result<KeyAnswer>>("answer");
    QTest::addColumn<QString>("text");
    const auto failed = [](ErrorCode code, int status) {
        return Result<KeyAnswer>(
            tl::unexpected(Error{code, u"Something. Do that."_s, u"detail"_s, status}));
    };
    QTest::newRow("no events") << Result<KeyAnswer>(KeyAnswer{false, {}, 20ms})
                               << u"The key works. No events in the last 30 days."_s;
    QTest::newRow("age unknown") << Result<KeyAnswer>(KeyAnswer{true, {}, 1234ms})
                                 << u"The key works. Events came, 1,234 ms."_s;
    QTest::newRow("401")
        << failed(ErrorCode::KeyRefused, 401)
        << u"WorkOS refused the API key. The server answered 401. The key was revoked, or it belongs to another environment."_s;
    QTest::newRow("403") << failed(ErrorCode::Forbidden, 403)
                         << u"This key may not read events. The server answered 403."_s;
    QTest::newRow("502")
        << failed(ErrorCode::ServerFailed, 502)
        << u"WorkOS had a problem (502). It says nothing about the key. Test again in a moment."_s;
    QTest::newRow("redirect")
        << failed(ErrorCode::Redirected, 302)
        << u"api.workos.com points to another address (302). The key was not sent there. Check the base URL."_s;
    QTest::newRow("name")
        << failed(ErrorCode::NameNotResolved, 0)
        << u"No connection to api.workos.com. The name could not be resolved. Check the network and the base URL."_s;
    QTest::newRow("refused connection")
        << failed(ErrorCode::ConnectionRefused, 0)
        << u"No connection to api.workos.com. Nobody answers there. Check the base URL and that the server runs."_s;
    QTest::newRow("certificate")
        << failed(ErrorCode::TlsFailed, 0)
        << u"The certificate of api.workos.com is not trusted. Nothing was sent."_s;
    QTest::newRow("too slow")
        << failed(ErrorCode::TimedOut, 0)
        << u"api.workos.com does not answer in time. Check the network and try again."_s;
    QTest::newRow("others speak for themselves")
        << failed(ErrorCode::BadRequest, 400) << u"Something. Do that."_s;
}

void TestEnvironmentDialog::testAnswersInPlace()
{
    QFETCH(const Result<KeyAnswer>, answer);
    QFETCH(const QString, text);
    EnvironmentDialog dialog({}, someContext());
    dialog.open();
    field(dialog, u"API key"_s)->setText(u"sk_test_abc"_s);
    dialog.findChild<QPushButton *>(u"test"_s)->click();
    dialog.showTestResult(answer);
    QCOMPARE(noticeText(dialog), text);
}

void TestEnvironmentDialog::changesTakeTheAnswerAway_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("takesAway");
    QTest::newRow("key") << u"API key"_s << true;
    QTest::newRow("address") << u"Base URL"_s << true;
    QTest::newRow("name") << u"Name"_s << false;
}

void TestEnvironmentDialog::changesTakeTheAnswerAway()
{
    QFETCH(const QString, name);
    QFETCH(const bool, takesAway);
    EnvironmentDialog dialog({}, someContext());
    dialog.open();
    QSignalSpy cancelled(&dialog, &EnvironmentDialog::testCancelled);
    field(dialog, u"API key"_s)->setText(u"sk_test_abc"_s);
    auto *test = dialog.findChild<QPushButton *>(u"test"_s);
    test->click();
    dialog.showTestResult(KeyAnswer{true, 14s, 84ms});
    QTest::keyClicks(field(dialog, name), u"x"_s);
    QCOMPARE(noticeText(dialog).isEmpty(), takesAway);
    QCOMPARE(test->text(), takesAway ? u"Test"_s : u"Test again"_s);
    QCOMPARE(cancelled.size(), 0); // It had been answered.
    test->click();
    QTest::keyClicks(field(dialog, name), u"y"_s);
    QCOMPARE(cancelled.size(), takesAway ? 1 : 0);
    // Too late: it was about something else.
    dialog.showTestResult(KeyAnswer{true, 14s, 84ms});
    QCOMPARE(noticeText(dialog).isEmpty(), takesAway);
}

void TestEnvironmentDialog::closingCancelsTheTest()
{
    EnvironmentDialog dialog({}, someContext());
    dialog.open();
    QSignalSpy cancelled(&dialog, &EnvironmentDialog::testCancelled);
    field(dialog, u"API key"_s)->setText(u"sk_test_abc"_s);
    dialog.findChild<QPushButton *>(u"test"_s)->click();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(cancelled.size(), 1);
}

void TestEnvironmentDialog::problemsStandBesideTheirFields()
{
    EnvironmentDialog dialog({}, someContext());
    dialog.open();
    QTest::keyClicks(field(dialog, u"Name"_s), u"x"_s);
    QTest::keyClick(field(dialog, u"Name"_s), Qt::Key_Backspace);
    field(dialog, u"API key"_s)->setText(u"a b"_s);
    field(dialog, u"Base URL"_s)->clear();
    for (const QString &name : {u"Name"_s, u"API key"_s, u"Base URL"_s}) {
        const QLineEdit *edit = field(dialog, name);
        const QString said = edit->accessibleDescription();
        QVERIFY2(!said.isEmpty() && edit->property("invalid").toBool(), qPrintable(name));
        QVERIFY2(!said.contains(u"a b"_s), "A key is never repeated.");
        const auto isBelow = [&dialog, edit, said] {
            for (const auto *problem : dialog.findChildren<FieldProblem *>()) {
                const int gap = problem->mapTo(&dialog, QPoint()).y()
                                - edit->mapTo(&dialog, QPoint(0, edit->height())).y();
                if (problem->isVisible() && problem->text() == said && gap >= 0 && gap < 10) {
                    return true;
                }
            }
            return false;
        };
        QTRY_VERIFY2(isBelow(), qPrintable(name));
    }
    QVERIFY(!dialog.findChild<QPushButton *>(u"save"_s)->isEnabled());
    grab(dialog, u"environment-problems"_s);
}

void TestEnvironmentDialog::enterSavesAndEscapeLeaves()
{
    EnvironmentDialog dialog({}, someContext());
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(field(dialog, u"Name"_s)->hasFocus());
    QSignalSpy saved(&dialog, &EnvironmentDialog::saved);
    QSignalSpy asked(&dialog, &EnvironmentDialog::testRequested);
    QTest::keyClicks(field(dialog, u"Name"_s), u"Acme"_s);
    QTest::keyClicks(field(dialog, u"API key"_s), u"sk_test_abc"_s);
    dialog.findChild<QPushButton *>(u"test"_s)->setFocus();
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Space);
    QCOMPARE(asked.size(), 1);
    QTest::keyClick(field(dialog, u"Base URL"_s), Qt::Key_Return);
    QCOMPARE(saved.size(), 1);
    EnvironmentDialog other({}, someContext());
    QSignalSpy otherSaved(&other, &EnvironmentDialog::saved);
    other.open();
    QTest::keyClick(&other, Qt::Key_Escape);
    QVERIFY(!other.isVisible() && otherSaved.isEmpty());
}

void TestEnvironmentDialog::everyInputHasAName()
{
    EnvironmentDialog dialog({}, someContext());
    QCOMPARE(unnamedInputs(dialog), QStringList());
}

void TestEnvironmentDialog::looks()
{
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(theme);
        EnvironmentDialog dialog({}, someContext());
        dialog.open();
        field(dialog, u"Name"_s)->setText(u"Acme EU"_s);
        field(dialog, u"API key"_s)->setText(u"sk_live_12345678"_s);
        dialog.findChild<QPushButton *>(u"test"_s)->click();
        dialog.showTestResult(KeyAnswer{true, 14s, 84ms});
        const QImage picture = grab(dialog,
                                    theme == ThemeChoice::Dark ? u"environment-dark"_s
                                                               : u"environment-light"_s);
        QCOMPARE(picture.pixelColor(3, 3), tokens().window);
    }
    applyTheme(ThemeChoice::Light);
}

void TestEnvironmentDialog::aFieldsNameLeadsToTheField()
{
    EnvironmentDialog dialog({}, someContext());
    for (const QString &name : {u"Name"_s, u"API key"_s, u"Base URL"_s}) {
        for (QWidget *widget : dialog.findChildren<QWidget *>()) {
            const QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(widget);
            if (seen && seen->text(QAccessible::Name) == name) {
                QVERIFY2(qobject_cast<QLineEdit *>(widget), qPrintable(name));
            }
        }
    }
}

} // namespace playhead

QTEST_MAIN(playhead::TestEnvironmentDialog)
#include "tst_environmentdialog.moc"
