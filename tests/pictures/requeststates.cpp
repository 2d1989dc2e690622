// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/pictures/requeststates.h"

#include "tests/pictures/picturestage.h"
#include "ui/requests/sentrequestmodel.h"

#include <QTableView>
#include <QTest>

namespace playhead {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPages = 24;
// The moment at which the mocks were drawn.
constexpr Instant kEnd = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + 14h + 6min;

EventId cursor(int page)
{
    return EventId{"event_01M841EX109Z7RTHE8X1SS" + QByteArray::number(10'000 + 37 * page)};
}

RequestRecord page(int number, Instant end)
{
    RequestRecord made;
    made.sentAt = end - 3s + number * 117ms;
    made.request.types = {"dsync.user.created", "dsync.user.updated", "dsync.user.deleted"};
    if (number == 0) {
        made.request.since = end - 24h;
    } else {
        made.request.after = cursor(number);
    }
    made.request.until = end;
    made.facts.status = 200;
    made.facts.requestId = "req_01M84BNV5DH6A8Y4FQ" + QByteArray::number(60'000 + 91 * number);
    made.facts.elapsed = std::chrono::milliseconds(48 + number * 7 % 31);
    made.facts.bodyBytes = 52'417 + number * 7'919 % 9'000;
    made.facts.httpVersion = 2;
    made.events = 100;
    made.next = cursor(number + 1);
    return made;
}

void fail(RequestRecord &record, int status, const Error &error)
{
    record.facts.status = status;
    record.facts.bodyBytes = status == 0 ? 0 : 61;
    record.facts.httpVersion = status == 0 ? 0 : 2;
    record.facts.requestId = status == 0 ? QByteArray() : record.facts.requestId;
    record.events = 0;
    record.next = {};
    record.error = error;
}

std::vector<RequestRecord> madeRequests(Instant end)
{
    std::vector<RequestRecord> all;
    for (int number = 0; number < kPages; ++number) {
        RequestRecord made = page(number, end);
        if (number == 14) {
            RequestRecord again = made;
            again.error.message = u"The same page came again."_s;
            again.error.code = ErrorCode::Malformed;
            again.notes << u"The same page or the same cursor came again."_s;
            all.push_back(again);
            made.tryNumber = 2;
        } else if (number == 18) {
            RequestRecord lost = made;
            fail(lost, 0, {ErrorCode::ConnectionLost, u"The connection was cut."_s, {}});
            all.push_back(lost);
            made.tryNumber = 2;
        } else if (number == 20) {
            made.notes << u"3 events lie outside the range that was asked for."_s;
        } else if (number == 21) {
            RequestRecord slow = made;
            fail(
                slow,
                429,
                {ErrorCode::RateLimited,
                 u"api.workos.com asked to slow down (429)."_s,
                 u"HTTP 429, body {\"message\":\"Too many requests.\",\"code\":\"rate_limit_exceeded\"}"_s,
                 429});
            slow.facts.retryAfter = 18s;
            all.push_back(slow);
            made.tryNumber = 2;
        }
        all.push_back(made);
    }
    for (RequestRecord &made : all) {
        made.url = pageUrl(QUrl(u"https://api.workos.com"_s), made.request);
    }
    return all;
}

/// The one that was told to wait.
bool selectPaused(PictureStage &stage)
{
    auto *log = stage.stand().window().findChild<QTableView *>(u"sentRequests"_s);
    const QAbstractItemModel *model = log->model();
    const QModelIndexList found = model->match(model->index(0, int(SentRequestModel::Column::Code)),
                                               Qt::DisplayRole,
                                               u"429"_s);
    if (!found.isEmpty()) {
        log->selectRow(found.first().row());
    }
    return !found.isEmpty();
}

} // namespace

bool showNoRequests(PictureStage &stage)
{
    return stage.trigger(u"sentRequestLog"_s);
}

bool showMadeRequests(PictureStage &stage)
{
    RequestLog &log = stage.stand().requests();
    log.clear();
    const std::vector<RequestRecord> made = madeRequests(kEnd);
    for (const RequestRecord &one : made) {
        log.add(one);
    }
    return stage.trigger(u"sentRequestLog"_s)
           && QTest::qWaitFor([&stage] { return selectPaused(stage); }, 10'000);
}

} // namespace playhead
