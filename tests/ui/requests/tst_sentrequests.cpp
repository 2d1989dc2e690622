// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/requestrepeat.h"
#include "tests/ui/uisupport.h"
#include "ui/requests/sentrequestmodel.h"
#include "ui/requests/sentrequestview.h"
#include "ui/requests/sentrequestwords.h"
#include "ui/shared/theme.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QTextDocument>
#include <QTextDocumentFragment>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Column = SentRequestModel::Column;

namespace {

RequestRecord request()
{
    RequestRecord made;
    made.sentAt = *tryParseIsoInstant("2026-11-23T14:06:37.665Z");
    made.request.since = tryParseIsoInstant("2026-10-24T08:00:00Z");
    made.request.until = tryParseIsoInstant("2026-11-23T12:00:00Z");
    made.url = pageUrl(QUrl(u"https://api.workos.com"_s), made.request);
    made.facts.status = 200;
    made.facts.requestId = "req_01M84";
    made.facts.elapsed = 1234ms;
    made.facts.bodyBytes = 20'447;
    made.facts.httpVersion = 2;
    made.events = 100;
    made.next = EventId{"event_01M84BNV312SDAW7Y1RSSQ5A2R"};
    return made;
}

RequestRecord failed(ErrorCode code, int status)
{
    RequestRecord made = request();
    made.facts.status = status;
    made.facts.httpVersion = status == 0 ? 0 : 1;
    made.error = {code, u"It went wrong."_s, u"{\"message\":\"no\"}"_s, status};
    made.events = 0;
    made.next = {};
    return made;
}

struct Stand
{
    Stand() { model.setTimeZone(QTimeZone::utc()); }

    void add(int count)
    {
        for (int i = 0; i < count; ++i) {
            log.add(request());
        }
    }
    QString cell(int row, Column column) const
    {
        return model.index(row, int(column)).data().toString();
    }
    bool is(int row, SentRequestModel::Role role) const
    {
        return model.index(row, 0).data(role).toBool();
    }

    RequestLog log{0ms};
    SentRequestModel model{log};
    QAbstractItemModelTester tester{&model};
};

} // namespace

class TestSentRequests : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(ThemeChoice::Light);
    }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void cellsSayWhatHappened()
    {
        Stand s;
        RequestRecord second = request();
        second.request.after = EventId{"event_01M84BF5AJNY6ZRTC12Q38P8DX"};
        second.tryNumber = 2;
        second.next = {};
        second.notes << u"The order was ignored."_s;
        RequestRecord cut = failed(ErrorCode::ConnectionLost, 0);
        cut.facts.bodyBytes = 0;
        s.log.add(request());
        s.log.add(second);
        s.log.add(failed(ErrorCode::RateLimited, 429));
        s.log.add(cut);
        QTRY_COMPARE(s.model.rowCount(), 4);
        QCOMPARE(s.model.rowText(s.model.requestAt(0)),
                 u"1\t14:06:37.665\tall types, 24 Oct 08:00 to 23 Nov 12:00, limit 100\t\t200\t1\t"
                 "100\t…Q5A2R\t20,447\t1,234\t2\treq_01M84"_s);
        QCOMPARE(s.cell(1, Column::Cursor), u"…8P8DX"_s);
        QCOMPARE(s.cell(1, Column::Try), u"2"_s);
        QCOMPARE(s.cell(1, Column::Next), u"end"_s);
        QCOMPARE(s.cell(1, Column::Asked), u"all types, until 23 Nov 12:00, limit 100"_s);
        QCOMPARE(s.cell(2, Column::Code), u"429 rate limited"_s);
        QCOMPARE(s.cell(2, Column::Events), QString());
        QCOMPARE(s.cell(2, Column::Next), QString());
        QCOMPARE(s.cell(2, Column::Http), u"1.1"_s);
        QCOMPARE(s.cell(3, Column::Code), u"connection lost"_s);
        QCOMPARE(s.cell(3, Column::Http), QString());
        QCOMPARE(s.model.headerData(int(Column::Time), Qt::Horizontal, Qt::DisplayRole).toString(),
                 u"Sent (UTC)"_s);
        QVERIFY(!s.is(0, SentRequestModel::FailedRole) && !s.is(0, SentRequestModel::NotedRole));
        QVERIFY(!s.is(1, SentRequestModel::FailedRole) && s.is(1, SentRequestModel::NotedRole));
        QVERIFY(s.is(2, SentRequestModel::FailedRole) && s.is(3, SentRequestModel::FailedRole));
        // Not by a mark alone.
        QCOMPARE(s.model.index(1, int(Column::Code)).data(Qt::AccessibleTextRole).toString(),
                 u"200, with a note"_s);
        QCOMPARE(s.model.index(1, int(Column::Code)).data(Qt::ToolTipRole).toString(),
                 u"The order was ignored."_s);
    }

    void aPageThatCannotBeUsedStillTellsWhatItHad()
    {
        Stand s;
        RequestRecord again = failed(ErrorCode::Malformed, 200);
        again.events = 100;
        s.log.add(again);
        QTRY_COMPARE(s.model.rowCount(), 1);
        QCOMPARE(s.cell(0, Column::Code), u"200 malformed"_s);
        QCOMPARE(s.cell(0, Column::Events), u"100"_s);
    }

    void askedNamesEveryParameter_data()
    {
        QTest::addColumn<RequestRecord>("record");
        QTest::addColumn<QString>("text");
        RequestRecord record = request();
        record.request.types = {"user.created"};
        QTest::newRow("one type") << record
                                  << u"user.created, 24 Oct 08:00 to 23 Nov 12:00, limit 100"_s;
        record.request.types = {"user.created", "user.updated", "user.deleted"};
        record.request.organization = OrganizationId{"org_01EHWNCE74X7JSDV0X3SZ3KJNY"};
        QTest::newRow("types and organization")
            << record << u"user.created +2, org …3KJNY, 24 Oct 08:00 to 23 Nov 12:00, limit 100"_s;
        record = request();
        record.request.until.reset();
        record.request.order = PageOrder::NewestFirst;
        record.request.limit = 2;
        QTest::newRow("newest first")
            << record << u"all types, from 24 Oct 08:00, newest first, limit 2"_s;
        record = request();
        record.purpose = RequestPurpose::LiveTail;
        record.request.since.reset();
        record.request.until.reset();
        QTest::newRow("live tail") << record << u"live tail: all types, limit 100"_s;
        record.purpose = RequestPurpose::Repeat;
        QTest::newRow("run again") << record << u"run again: all types, limit 100"_s;
    }
    void askedNamesEveryParameter()
    {
        QFETCH(RequestRecord, record);
        QFETCH(QString, text);
        QCOMPARE(sentText(record, QTimeZone::utc()), text);
    }

    void countsAreWrittenForPeople()
    {
        QCOMPARE(sentCountText(0, 0), u"0 requests"_s);
        QCOMPARE(sentCountText(1, 0), u"1 request"_s);
        QCOMPARE(sentCountText(38, 2), u"38 requests, 2 retries"_s);
        QCOMPARE(sentCountText(2600, 1), u"2,600 requests, 1 retry"_s);
    }

    void answerOfARepeatIsToldInWords()
    {
        const QTimeZone utc = QTimeZone::utc();
        RepeatedRequest repeated{request(), {}, {}};
        QCOMPARE(repeatedText(repeated, utc), u"No event. Nothing follows it."_s);
        repeated.first = {EventId{"event_01AAAAA"}, "user.created", request().sentAt};
        repeated.last = {EventId{"event_01BBBBB"}, "user.deleted", request().sentAt + 1min};
        QCOMPARE(repeatedText(repeated, utc),
                 u"100 events: first user.created of 23 Nov 2026, 14:06:37.665 (…AAAAA), last "
                 "user.deleted of 23 Nov 2026, 14:07:37.665 (…BBBBB). More follow it."_s);
        repeated.record.next = {};
        repeated.record.events = 1;
        QVERIFY(repeatedText(repeated, utc).endsWith(u"(…AAAAA). It is the last page."_s));
        repeated.record = failed(ErrorCode::KeyRefused, 401);
        QCOMPARE(repeatedText(repeated, utc), u"It went wrong."_s);
    }

    void keepsWhatTheLogKeeps()
    {
        Stand s;
        s.add(int(RequestLog::kKept));
        QTRY_COMPARE(s.model.rowCount(), int(RequestLog::kKept));
        s.add(70);
        QTRY_COMPARE(s.model.requestAt(s.model.rowCount() - 1).number,
                     quint64(RequestLog::kKept + 70));
        QCOMPARE(s.model.rowCount(), int(RequestLog::kKept));
        QCOMPARE(s.model.requestAt(0).number, 71u);
        QCOMPARE(s.model.rowOf(70), -1);
        QCOMPARE(s.model.rowOf(72), 1);
        s.log.clear();
        QCOMPARE(s.model.rowCount(), 0);
        s.add(1);
        QTRY_COMPARE(s.model.rowCount(), 1);
        QCOMPARE(s.model.requestAt(0).number, 1u);
    }

    void problemsStandAlone()
    {
        Stand s;
        RequestRecord noted = request();
        noted.notes << u"A page came again."_s;
        s.add(3);
        s.log.add(failed(ErrorCode::ServerFailed, 503));
        s.add(1);
        QTRY_COMPARE(s.model.rowCount(), 5);
        s.model.setProblemsOnly(true);
        QCOMPARE(s.model.rowCount(), 1);
        s.add(2);
        s.log.add(noted);
        QTRY_COMPARE(s.model.rowCount(), 2);
        QCOMPARE(s.model.requestAt(1).number, 8u);
        // They go with the log's own rows.
        s.add(int(RequestLog::kKept) - 1);
        QTRY_COMPARE(s.model.rowCount(), 1);
        QCOMPARE(s.model.requestAt(0).number, 8u);
        s.model.setProblemsOnly(false);
        QCOMPARE(s.model.rowCount(), int(RequestLog::kKept));
    }

    void followsAtItsEndAndKeepsTheSelection()
    {
        Stand s;
        SentRequestView view(s.model);
        QCOMPARE(view.accessibleName(), u"Request log"_s);
        view.resize(900, 300);
        view.show();
        s.add(50);
        QTRY_COMPARE(s.model.rowCount(), 50);
        QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        view.selectNumbers({10, 12});
        view.verticalScrollBar()->setValue(0);
        s.add(20);
        QTRY_COMPARE(s.model.rowCount(), 70);
        QCOMPARE(view.verticalScrollBar()->value(), 0);
        QVERIFY(!view.isFollowing());
        QCOMPARE(view.selectedNumbers(), (std::vector<quint64>{10, 12}));
        view.goToNewest();
        s.add(5);
        QTRY_COMPARE(s.model.rowCount(), 75);
        QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        QCOMPARE(view.selectedNumbers(), (std::vector<quint64>{10, 12}));
    }

    void staysAtItsEndWhenOldProblemsGo()
    {
        Stand s;
        SentRequestView view(s.model);
        view.resize(900, 300);
        view.show();
        for (int i = 0; i < 200; ++i) {
            s.log.add(failed(ErrorCode::ServerFailed, 503));
        }
        s.add(int(RequestLog::kKept) - 200);
        s.model.setProblemsOnly(true);
        QCOMPARE(s.model.rowCount(), 200);
        const QScrollBar &bar = *view.verticalScrollBar();
        QTRY_VERIFY(bar.maximum() > 0 && bar.value() == bar.maximum());
        s.add(50);
        QTRY_COMPARE(s.model.rowCount(), 150);
        QVERIFY(view.isFollowing());
        QVERIFY(bar.maximum() > 0);
        QCOMPARE(bar.value(), bar.maximum());
    }

    void serversWordsAreNoMarkupInToolTips()
    {
        Stand s;
        RequestRecord marked = failed(ErrorCode::BadRequest, 400);
        marked.error.message = u"It said <img src=x> & no."_s;
        marked.notes << u"A second line."_s;
        s.log.add(marked);
        s.log.add(request());
        QTRY_COMPARE(s.model.rowCount(), 2);
        const QString tip = s.model.index(0, int(Column::Code)).data(Qt::ToolTipRole).toString();
        QVERIFY(Qt::mightBeRichText(tip));
        QCOMPARE(QTextDocumentFragment::fromHtml(tip).toPlainText(),
                 u"It said <img src=x> & no.\nA second line."_s);
        // What is no markup stands as it is: its "&" would be seen as "&amp;".
        QCOMPARE(s.model.index(1, int(Column::Asked)).data(Qt::ToolTipRole).toString(),
                 request().url.toDisplayString());
    }
};

QTEST_MAIN(TestSentRequests)

#include "tst_sentrequests.moc"
