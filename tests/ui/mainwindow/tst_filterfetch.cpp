// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/horizon.h"
#include "model/events/filterparser.h"
#include "model/events/serverpart.h"
#include "model/events/typecatalogue.h"
#include "ui/mainwindow/filterfetch.h"

#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant kNow = *parseIsoInstant("2026-11-23T14:00:00Z");

std::optional<FetchChoice> choiceOf(const QString &filter, const FetchChoice &picked = {})
{
    static const TypeCatalogue catalogue = *TypeCatalogue::load();
    return choiceFor(serverPart(*parseFilter(filter)).asked,
                     picked,
                     catalogue,
                     kNow,
                     QTimeZone::utc());
}

} // namespace

class TestFilterFetch : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void patternsOfTypesBecomeTheCataloguesTypes()
    {
        const auto choice = choiceOf(u"type:connection.* data.x:1"_s);
        QVERIFY(choice);
        QVERIFY(choice->types.contains("connection.activated"));
        for (const QByteArray &type : choice->types) {
            QVERIFY(type.startsWith("connection."));
        }
        QCOMPARE(choice->preset, RangePreset::Hours24); // As picked.
        QCOMPARE(choiceOf(u"type=user.created,user.updated"_s)->types,
                 (QList<QByteArray>{"user.created", "user.updated"}));
        QVERIFY(choiceOf(u"type:*.deleted"_s)->types.contains("user.deleted"));
    }

    void timesBecomeARange_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<TimeRange>("range");
        QTest::newRow("since") << u"after:2d"_s << TimeRange{kNow - 48h, kNow};
        QTest::newRow("both ends") << u"after:2d before:1d"_s << TimeRange{kNow - 48h, kNow - 24h};
        QTest::newRow("no start") << u"before:1d"_s
                                  << TimeRange{horizonAt(kNow) + 1min, kNow - 24h};
        QTest::newRow("at") << u"at>=2d at<1d"_s << TimeRange{kNow - 48h, kNow - 24h};
        QTest::newRow("the narrowest") << u"after:3d after:2d"_s << TimeRange{kNow - 48h, kNow};
        QTest::newRow("a day") << u"after:2026-11-22"_s
                               << TimeRange{*parseIsoInstant("2026-11-22T00:00:00Z"), kNow};
    }
    void timesBecomeARange()
    {
        QFETCH(QString, filter);
        QFETCH(TimeRange, range);
        const auto choice = choiceOf(filter);
        QVERIFY(choice);
        QCOMPARE(choice->preset, RangePreset::Custom);
        QCOMPARE(choice->custom, range);
    }

    void aStartThatNobodyGaveIsNotMoved()
    {
        const auto choice = choiceOf(u"before:1d"_s);
        const QUrl server(u"https://api.workos.com"_s);
        QVERIFY(!clampSince(choice->custom.since, kNow + 5s, server).wasMoved);
        QVERIFY(
            clampSince(choiceOf(u"after:200d before:1d"_s)->custom.since, kNow, server).wasMoved);
    }

    void theOrganizationIsTakenByItsId()
    {
        QCOMPARE(choiceOf(u"org:org_1 is:stale"_s)->organization, OrganizationId("org_1"));
        QVERIFY(!choiceOf(u"org:\"Foo Corp\""_s)); // Names are known here only.
    }

    void whatTheFilterLeavesOpenStaysAsPicked()
    {
        FetchChoice picked;
        picked.preset = RangePreset::Days30;
        picked.types = {"user.created"};
        picked.organization = OrganizationId("org_2");
        const auto choice = choiceOf(u"after:2d"_s, picked);
        QCOMPARE(choice->types, picked.types);
        QCOMPARE(choice->organization, picked.organization);
        QCOMPARE(choiceOf(u"type:user.updated"_s, picked)->preset, RangePreset::Days30);
        // A cursor is read with types of its own.
        picked.preset = RangePreset::SinceCursor;
        QCOMPARE(choiceOf(u"type:user.updated"_s, picked)->preset, RangePreset::Days7);
    }

    void nothingToAskFor_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::newRow("empty") << QString();
        QTest::newRow("text") << u"foo"_s;
        QTest::newRow("alternatives") << u"type:user.created OR foo"_s;
        QTest::newRow("excluded") << u"-type:user.created"_s;
        QTest::newRow("no such types") << u"type:nothing.*"_s;
        QTest::newRow("no time at all") << u"after:1d before:2d"_s;
        QTest::newRow("before the horizon") << u"before:200d"_s;
        QTest::newRow("all of it in the future") << u"after:+2d"_s;
    }
    void nothingToAskFor()
    {
        QFETCH(QString, filter);
        QVERIFY(!choiceOf(filter));
    }

    void partsAreToldApart()
    {
        const QString both = partsText(*parseFilter(u"type:user.* data.x:\"<b>\""_s));
        QVERIFY(both.contains(u"fetch could ask for: <tt>type:user.*</tt>"_s));
        QVERIFY(both.contains(u"filtered here: <tt>data.x:&quot;&lt;b&gt;&quot;</tt>"_s));
        QVERIFY(!partsText(*parseFilter(u"foo"_s)).contains(u"fetch could"_s));
        QVERIFY(!partsText(*parseFilter(u"after:2d"_s)).contains(u"filtered here"_s));
        QVERIFY(partsText(*parseFilter(QString())).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFilterFetch)
#include "tst_filterfetch.moc"
