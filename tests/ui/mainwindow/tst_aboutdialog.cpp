// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/mainwindow/aboutdialog.h"
#include "ui/shared/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestAboutDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(anyRealWarning());
        applyTheme(ThemeChoice::Light);
    }

    void saysWhatRunsHere()
    {
        const AboutDialog dialog;
        QStringList texts;
        for (const auto *label : dialog.findChildren<QLabel *>()) {
            texts << label->text();
        }
        const QString all = texts.join(u'\n');
        QVERIFY(all.contains(u"Playhead " PLAYHEAD_VERSION));
        QVERIFY(all.contains(QLatin1StringView(qVersion())));
        QVERIFY(all.contains(u"MIT"_s) && all.contains(u"LGPL"_s));
        QCOMPARE(unnamedInputs(dialog), QStringList());
    }

    void copiesItsVersions()
    {
        AboutDialog dialog;
        dialog.open();
        auto *copy = dialog.findChild<QPushButton *>(u"copy"_s);
        copy->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(u"Playhead " PLAYHEAD_VERSION u"\nQt: "));
        QVERIFY(copied.contains(QLatin1StringView(qVersion())));
        QCOMPARE(copy->text(), u"Copied"_s);
        QVERIFY(dialog.isVisible());
    }

    void enterAndEscapeClose()
    {
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
            AboutDialog dialog;
            dialog.open();
            QTest::keyClick(&dialog, key);
            QVERIFY(!dialog.isVisible());
        }
    }

    void looks()
    {
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(theme);
            AboutDialog dialog;
            dialog.open();
            const QImage picture = grab(dialog,
                                        theme == ThemeChoice::Dark ? u"about-dark"_s
                                                                   : u"about-light"_s);
            QCOMPARE(picture.pixelColor(3, 3), tokens().window);
        }
    }
};

QTEST_MAIN(TestAboutDialog)
#include "tst_aboutdialog.moc"
