// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/mainwindow/statuspart.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/shared/theme.h"

#include <QAccessible>
#include <QSignalSpy>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant kNow = *tryParseIsoInstant("2026-11-23T14:06:00Z");
const TimeRange kDay{kNow - 24h, kNow};

QString valueOf(const QList<StatusFact> &facts, const QString &name)
{
    for (const StatusFact &fact : facts) {
        if (fact.name == name) {
            return fact.value;
        }
    }
    return {};
}

FetchProgress read()
{
    FetchProgress progress;
    progress.state = FetchState::Done;
    progress.range = kDay;
    progress.events = 2412;
    progress.added = 300;
    progress.requests = 26;
    progress.retries = 1;
    progress.startedAt = kNow;
    progress.endedAt = kNow + 4s;
    return progress;
}

} // namespace

class TestStatusParts : public QObject
{
    Q_OBJECT

private:
    static QString textOf(const StatusParts &status, const QString &name)
    {
        const QWidget *part = status.findChild<QWidget *>(u"status"_s + name);
        return part->property("text").toString();
    }
    static bool isShown(const StatusParts &status, const QString &name)
    {
        return !status.findChild<QWidget *>(u"status"_s + name)->isHidden();
    }

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init()
    {
        // The offscreen platform says such things of every window and popup.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )."_s));
    }

    void textsAreThoseOfTheDesign()
    {
        StatusParts status;
        status.setLoaded(2412, true, true);
        status.setShown(764);
        status.setSelected(1);
        status.setConnection(u"Reading from api.workos.com"_s, u"Reading"_s);
        status.setReadFacts(readFacts(read(), u"api.workos.com"_s, QTimeZone::utc()));
        status.setRequests(26, 1);
        status.setCacheBytes(3'412'345);
        QCOMPARE(textOf(status, u"Loaded"_s), u"2,412 loaded, range complete"_s);
        QCOMPARE(textOf(status, u"Shown"_s), u"764 shown"_s);
        QCOMPARE(textOf(status, u"Selected"_s), u"1 selected"_s);
        QCOMPARE(textOf(status, u"Connection"_s), u"Reading from api.workos.com"_s);
        QCOMPARE(textOf(status, u"Requests"_s), u"26 requests, 1 retry"_s);
        QCOMPARE(textOf(status, u"Cache"_s), u"Cache 3.4 MB"_s);
        status.setLoaded(2412, false, true);
        QCOMPARE(textOf(status, u"Loaded"_s), u"2,412 loaded, range not read to its end"_s);
        status.resize(1440, status.height());
        grab(status, u"status-wide"_s);
        status.setNarrow(true);
        QCOMPARE(textOf(status, u"Loaded"_s), u"2,412 loaded"_s);
        QCOMPARE(textOf(status, u"Connection"_s), u"Reading"_s);
        QCOMPARE(textOf(status, u"Requests"_s), u"26 requests"_s);
        QCOMPARE(textOf(status, u"Cache"_s), u"3.4 MB"_s);
        QVERIFY(!isShown(status, u"Selected"_s));
        status.resize(960, status.height());
        grab(status, u"status-narrow"_s);
    }

    void withoutAnEnvironmentOnlyTheEndsSpeak()
    {
        StatusParts status;
        status.setLoaded(0, false, false);
        QCOMPARE(textOf(status, u"Loaded"_s), u"No events loaded"_s);
        QCOMPARE(textOf(status, u"Cache"_s), u"Cache empty"_s);
        for (const QString &name : {u"Shown"_s, u"Selected"_s, u"Connection"_s, u"Requests"_s}) {
            QVERIFY(!isShown(status, name));
        }
    }

    void sizesAreWrittenForPeople_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << u"Cache empty"_s;
        QTest::newRow("bytes") << qint64(512) << u"Cache 512 bytes"_s;
        QTest::newRow("kilobytes") << qint64(61'300) << u"Cache 61 kB"_s;
        QTest::newRow("megabytes") << qint64(3'412'345) << u"Cache 3.4 MB"_s;
        QTest::newRow("gigabytes") << qint64(1'234'000'000) << u"Cache 1.2 GB"_s;
    }
    void sizesAreWrittenForPeople()
    {
        QFETCH(qint64, bytes);
        QFETCH(QString, text);
        StatusParts status;
        status.setCacheBytes(bytes);
        QCOMPARE(textOf(status, u"Cache"_s), text);
    }

    void screenReadersHearTextAndFixedName()
    {
        StatusParts status;
        status.setLoaded(2412, true, true);
        const QAccessibleInterface *part = QAccessible::queryAccessibleInterface(
            status.findChild<QWidget *>(u"statusLoaded"_s));
        QCOMPARE(part->text(QAccessible::Name), u"2,412 loaded, range complete"_s);
        QCOMPARE(part->text(QAccessible::Description), u"Loaded"_s);
    }

    void onlyPartsWithADetailArePressed()
    {
        StatusParts status;
        status.setLoaded(0, false, true);
        status.show();
        auto *loaded = status.findChild<QToolButton *>(u"statusLoaded"_s);
        QCOMPARE(loaded->focusPolicy(), Qt::NoFocus);
        loaded->click();
        QVERIFY(status.findChildren<FactsPopup *>().isEmpty());
        status.setLoadedFacts(coverageFacts(kDay, {kDay}, QTimeZone::utc()));
        QCOMPARE(loaded->focusPolicy(), Qt::TabFocus);
        loaded->click();
        const QList<FactsPopup *> open = status.findChildren<FactsPopup *>();
        QCOMPARE(open.size(), 1);
        QTest::keyClick(open.first(), Qt::Key_Escape);
        QTRY_VERIFY(status.findChildren<FactsPopup *>().isEmpty());
        QSignalSpy shown(&status, &StatusParts::shownPressed);
        status.findChild<QToolButton *>(u"statusShown"_s)->click();
        QCOMPARE(shown.size(), 1);
    }

    void coverageSaysWhatIsOpen()
    {
        const QTimeZone utc = QTimeZone::utc();
        QList<StatusFact> facts = coverageFacts(kDay, {}, utc);
        QCOMPARE(valueOf(facts, u"Range"_s), u"22 Nov 14:06 to 23 Nov 14:06, UTC"_s);
        QCOMPARE(valueOf(facts, u"Complete"_s), u"Nothing yet"_s);
        QCOMPARE(valueOf(facts, u"Still open"_s), u"22 Nov 14:06 to 23 Nov 14:06"_s);
        // The newest minute is never complete.
        facts = coverageFacts(kDay, {{kNow - 48h, kNow - 60s}}, utc);
        QCOMPARE(valueOf(facts, u"Complete"_s), u"All of it"_s);
        facts = coverageFacts(kDay, {{kNow - 24h, kNow - 20h}, {kNow - 10h, kNow}}, utc);
        QCOMPARE(valueOf(facts, u"Complete"_s),
                 u"22 Nov 14:06 to 22 Nov 18:06\n23 Nov 04:06 to 23 Nov 14:06"_s);
        QCOMPARE(valueOf(facts, u"Still open"_s), u"22 Nov 18:06 to 23 Nov 04:06"_s);
        // A short gap inside is a gap.
        facts = coverageFacts(kDay, {{kNow - 24h, kNow - 10h}, {kNow - 10h + 30s, kNow}}, utc);
        QCOMPARE(valueOf(facts, u"Still open"_s), u"23 Nov 04:06 to 23 Nov 04:06"_s);
        QVERIFY(coverageFacts({}, {}, utc).isEmpty());
    }

    void manyStretchesEndInANumber()
    {
        std::vector<TimeRange> covered;
        for (int i = 20; i > 0; --i) {
            covered.push_back({kNow - i * 1h, kNow - i * 1h + 30min});
        }
        const QString text = valueOf(coverageFacts(kDay, covered, QTimeZone::utc()), u"Complete"_s);
        QCOMPARE(text.count(u'\n'), 6);
        QVERIFY(text.endsWith(u"and 14 more"_s));
    }

    void readIsToldInNumbers()
    {
        const QTimeZone utc = QTimeZone::utc();
        FetchProgress progress = read();
        QList<StatusFact> facts = readFacts(progress, u"api.workos.com"_s, utc);
        QCOMPARE(valueOf(facts, u"Server"_s), u"api.workos.com"_s);
        QCOMPARE(valueOf(facts, u"Events"_s), u"2,412 received, 300 of them new"_s);
        QCOMPARE(valueOf(facts, u"Requests"_s), u"26, 1 of them a retry"_s);
        QCOMPARE(valueOf(facts, u"Took"_s), u"4 s"_s);
        progress.state = FetchState::Failed;
        progress.error.message = u"It broke."_s;
        progress.endedAt = progress.startedAt;
        facts = readFacts(progress, {}, utc);
        QCOMPARE(valueOf(facts, u"Reason"_s), u"It broke."_s);
        QCOMPARE(valueOf(facts, u"Took"_s), u"Less than 1 s"_s);
        QVERIFY(readFacts({}, {}, utc).isEmpty());
    }

    void wordEndsInTheSortingsWord()
    {
        StatusParts status;
        status.setSortedBy(u"Type"_s);
        QCOMPARE(textOf(status, u"Lastaction"_s), u"Sorted by Type, playhead hidden"_s);
        status.announce(u"Fetched, nothing new."_s);
        status.setSortedBy(u"Time"_s);
        QCOMPARE(textOf(status, u"Lastaction"_s), u"Fetched, nothing new."_s);
        // The whole of it for screen readers, however narrow it stands.
        const auto *word = status.findChild<QLabel *>(u"statusLastaction"_s);
        QVERIFY(word);
        QCOMPARE(word->accessibleName(), u"Fetched, nothing new."_s);
        QCOMPARE(word->accessibleDescription(), u"Last action"_s);
        QTRY_COMPARE_WITH_TIMEOUT(textOf(status, u"Lastaction"_s),
                                  u"Sorted by Time, playhead hidden"_s,
                                  12'000);
    }
};

QTEST_MAIN(TestStatusParts)
#include "tst_statusparts.moc"
