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

using namespace Qt::StringLiterals;

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
        field(dialog, u"Name"_s)->setText(u"Staging"_s);
        field(dialog, u"API key"_s)->setText(u"sk_live_12345678"_s);
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
