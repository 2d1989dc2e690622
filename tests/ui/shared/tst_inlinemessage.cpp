// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/inlinemessage.h"
#include "ui/shared/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

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
            QCOMPARE(label->textFormat(), Qt::PlainText);
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

    void firstChoiceHasTheFrame()
    {
        InlineMessage strip;
        Message message = waiting(18);
        message.choices.append({u"other"_s, u"Other"_s, {}});
        strip.setMessage(message);
        const auto roleOf = [&strip](const QString &name) {
            return strip.findChild<QPushButton *>(name)->property("role").toString();
        };
        QCOMPARE(roleOf(u"message-stop"_s), QString());
        QCOMPARE(roleOf(u"message-other"_s), u"flat"_s);
        // The order on screen is that of the keyboard.
        strip.resize(440, strip.heightForWidth(440));
        strip.show();
        QVERIFY(strip.findChild<QPushButton *>(u"message-stop"_s)->x()
                < strip.findChild<QPushButton *>(u"message-other"_s)->x());
    }

    void closesOnlyWhereItMay()
    {
        InlineMessage strip;
        Message message = waiting(18);
        strip.setMessage(message);
        auto *close = strip.findChild<QToolButton *>();
        QVERIFY(close->isHidden());
        message.canClose = true;
        strip.setMessage(message);
        QVERIFY(!close->isHidden());
        QSignalSpy closing(&strip, &InlineMessage::aboutToClose);
        close->click();
        QCOMPARE(closing.size(), 1);
        QVERIFY(strip.isHidden());
    }

    void runningReadIsOneRow()
    {
        InlineMessage strip;
        Message message;
        message.kind = MessageKind::Progress;
        message.title = u"Fetching the last 24 hours"_s;
        message.text = u"300 events, 4 requests"_s;
        message.share = 0.25;
        message.choices = {{u"stop"_s, u"Stop"_s, u"stop"_s}};
        strip.setMessage(message);
        strip.resize(792, strip.heightForWidth(792));
        QCOMPARE(strip.height(), scaledPx(34) + 2);
        const QImage picture = strip.grab().toImage();
        const int last = picture.height() - 1;
        QCOMPARE(picture.pixelColor(100, last), tokens().accentFill);
        QCOMPARE(picture.pixelColor(700, last), tokens().hover);
        QCOMPARE(picture.pixelColor(100, last - 2), tokens().base);
        // From one row to a message with a text of its own, and back.
        strip.setMessage(waiting(18));
        QVERIFY(strip.heightForWidth(792) > scaledPx(60));
        strip.setMessage(message);
        QCOMPARE(strip.heightForWidth(792), scaledPx(34) + 2);
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
