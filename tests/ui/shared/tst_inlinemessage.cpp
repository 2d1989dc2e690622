// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/inlinemessage.h"
#include "ui/shared/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

Message waiting(int seconds)
{
    Message message;
    message.kind = MessageKind::Warning;
    message.iconName = u"clock"_s;
    message.title = u"Slowed down by WorkOS, going on in %1 s"_s.arg(seconds);
    message.text = u"The server answered 429 and asked for a pause."_s;
    message.choices = {{u"stop"_s, u"Stop here"_s, u"stop"_s}};
    return message;
}

} // namespace

class TestInlineMessage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init()
    {
        // The offscreen platform says this of every window.
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void staysHiddenUntilItSaysSomething()
    {
        InlineMessage strip;
        QVERIFY(strip.isHidden());
        strip.setMessage(waiting(18));
        QVERIFY(!strip.isHidden());
        strip.clear();
        QVERIFY(strip.isHidden());
    }

    void countdownKeepsTheButton()
    {
        InlineMessage strip;
        strip.setMessage(waiting(18));
        const auto *before = strip.findChild<QPushButton *>(u"message-stop"_s);
        QVERIFY(before);
        strip.setMessage(waiting(17));
        QCOMPARE(strip.findChild<QPushButton *>(u"message-stop"_s), before);
        QVERIFY(strip.accessibleDescription().contains(u"17 s"_s));
    }

    void choiceComesBackById()
    {
        InlineMessage strip;
        QSignalSpy chosen(&strip, &InlineMessage::chosen);
        strip.setMessage(waiting(18));
        strip.findChild<QPushButton *>(u"message-stop"_s)->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"stop"_s);
    }

    void serverTextIsShownAsTextOnly()
    {
        InlineMessage strip;
        Message message = waiting(1);
        message.title = u"<img src=x>"_s;
        message.detail = u"<b>502</b>"_s;
        strip.setMessage(message);
        for (const QLabel *label : strip.findChildren<QLabel *>()) {
            QVERIFY(!label->text().contains(u"<img"_s));
        }
        const QPushButton *details = nullptr;
        for (QPushButton *button : strip.findChildren<QPushButton *>()) {
            if (button->isCheckable()) {
                details = button;
                button->click();
            }
        }
        QVERIFY(details);
    }

    void growsWhenItIsNarrow()
    {
        InlineMessage strip;
        Message message = waiting(18);
        message.text = u"The key was revoked, or it belongs to another environment. "_s.repeated(3);
        strip.setMessage(message);
        QVERIFY(strip.heightForWidth(300) > strip.heightForWidth(1200));
    }
};

QTEST_MAIN(TestInlineMessage)
#include "tst_inlinemessage.moc"
