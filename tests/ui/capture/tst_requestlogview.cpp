// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/faultplan.h"
#include "tests/ui/uisupport.h"
#include "ui/capture/requestdetail.h"
#include "ui/capture/requestlogmodel.h"
#include "ui/capture/requestlogview.h"
#include "ui/capture/servewords.h"
#include "ui/shared/theme.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>

using namespace playhead;
using namespace Qt::StringLiterals;
using Column = RequestLogModel::Column;

namespace {

ServedRequest request(quint64 number)
{
    ServedRequest made;
    made.number = number;
    made.at = *tryParseIsoInstant("2026-11-23T14:06:37.665Z");
    made.method = "GET";
    made.target = "/events?limit=20&after=event_01M84BF5AJNY6ZRTC12Q38P8DX";
    made.cursor = "after=event_01M84BF5AJNY6ZRTC12Q38P8DX";
    made.client = "workos-node/7.0";
    made.status = 200;
    made.events = 20;
    made.after = "event_01M84BNV312SDAW7Y1RSSQ5A2R";
    made.bytes = 20'447;
    made.microseconds = 1'234;
    return made;
}

std::vector<ServedRequest> requests(quint64 first, quint64 count)
{
    std::vector<ServedRequest> made;
    for (quint64 i = 0; i < count; ++i) {
        made.push_back(request(first + i));
    }
    return made;
}

QString cell(const RequestLogModel &model, int row, Column column)
{
    return model.index(row, int(column)).data().toString();
}

/// The number of the request in the first row that is seen.
quint64 firstSeen(const RequestLogView &view, const RequestLogModel &model)
{
    return model.requestAt(view.rowAt(1)).number;
}

QPushButton *newRequests(const RequestLogView &view)
{
    return view.findChild<QPushButton *>(u"newRequests"_s);
}

} // namespace

class TestRequestLogView : public QObject
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
        RequestLogModel model;
        const QAbstractItemModelTester tester(&model);
        ServedRequest refused = request(2);
        refused.status = 401;
        refused.events = -1;
        refused.after.clear();
        ServedRequest last = request(3);
        last.cursor += "&before=event_01M84BF5AJNY6ZRTC12Q38P9QT";
        last.after.clear();
        ServedRequest reset = request(4);
        reset.status = 0;
        reset.events = -1;
        reset.faults = "reset";
        model.append({request(1), refused, last, reset});
        QCOMPARE(
            rowText(model.requestAt(0)),
            u"1\t14:06:37.665Z\tGET\tall types, limit 20\tafter …8P8DX\t200\t\t20\t…Q5A2R\t20,447\t1.23\tworkos-node/7.0"_s);
        QCOMPARE(cell(model, 1, Column::Code), u"401"_s);
        QCOMPARE(cell(model, 1, Column::Next), QString());
        QCOMPARE(cell(model, 1, Column::Cursor), u"after …8P8DX"_s);
        QCOMPARE(cell(model, 2, Column::Cursor), u"after …8P8DX, before …8P9QT"_s);
        QCOMPARE(cell(model, 2, Column::Next), u"end"_s);
        QCOMPARE(cell(model, 3, Column::Code), u"no answer"_s);
        const auto isRefusedRow = [&model](int row) {
            return model.index(row, 0).data(RequestLogModel::RefusedRole).toBool();
        };
        QVERIFY(!isRefusedRow(0) && isRefusedRow(1) && !isRefusedRow(2) && isRefusedRow(3));
        QVERIFY(model.index(3, 0).data(RequestLogModel::FaultyRole).toBool());
        // Not by colour alone.
        QCOMPARE(model.index(1, int(Column::Code)).data(Qt::AccessibleTextRole).toString(),
                 u"401, refused"_s);
    }

    void askedReadsLikeASentence_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *target, const QString &text) {
            QTest::newRow(name) << QByteArray(target) << text;
        };
        row("nothing", "/events", u"all types"_s);
        row("one type", "/events?events=user.created", u"user.created"_s);
        row("repeated", "/events?events=a.b&events=c.d&limit=5", u"a.b +1, limit 5"_s);
        row("brackets", "/events?events[]=a.b&events%5B%5D=c.d&events[2]=e.f", u"a.b +2"_s);
        row("one list", "/events?events=a.b,c.d", u"a.b +1"_s);
        row("order", "/events?order=desc", u"all types, newest first"_s);
        row("cursor is elsewhere", "/events?after=event_1&limit=1", u"all types, limit 1"_s);
        row("range",
            "/events?range_start=2026-11-01T00%3A00%3A00Z&organization_id=org_1",
            u"all types, from 2026-11-01T00:00:00Z, org_1"_s);
        row("plus",
            "/events?range_start=2026-11-01T00:00:00%2B01:00&x=a+b",
            u"all types, from 2026-11-01T00:00:00+01:00, x=a b"_s);
        row("unknown", "/events?x=y", u"all types, x=y"_s);
        row("elsewhere", "/users?limit=1", u"/users?limit=1"_s);
    }
    void askedReadsLikeASentence()
    {
        QFETCH(QByteArray, target);
        QFETCH(QString, text);
        QCOMPARE(askedText(target), text);
    }

    void faultsAreCopiedAsTheCommandLineReadsThem()
    {
        FaultPlan plan;
        plan.seed = 7;
        QCOMPARE(faultOptions(plan), QString());
        plan.set(faultSetting(FaultKind::RateLimit, 0.05));
        FaultSetting delay = faultSetting(FaultKind::Delay, 1);
        delay.values = {300, 50};
        plan.set(delay);
        const QString options = faultOptions(plan);
        QVERIFY2(options.endsWith(u" --fault-seed 7"_s), qPrintable(options));
        FaultPlan again;
        again.seed = plan.seed;
        const QStringList words = options.split(u' ');
        for (qsizetype i = 0; i + 1 < words.size(); i += 2) {
            if (words[i] == u"--fault"_s) {
                again.set(parseFault(words[i + 1].toUtf8()).value());
            }
        }
        QCOMPARE(again, plan);
    }

    void countsReadLikeASentence()
    {
        QCOMPARE(servedRequestsText(1), u"1 request"_s);
        QCOMPARE(servedRequestsText(1, 1), u"1 request, with a fault"_s);
        QCOMPARE(servedRequestsText(2'600), u"2,600 requests"_s);
        QCOMPARE(servedRequestsText(12'600, 1'234), u"12,600 requests, 1,234 with a fault"_s);
    }

    void theKeyboardGoesDownTheDetail()
    {
        RequestDetail detail;
        detail.setRequest(request(1));
        detail.show();
        QVERIFY(QTest::qWaitForWindowActive(&detail));
        detail.findChild<QPushButton *>(u"copyRow"_s)->setFocus();
        QTest::keyClick(detail.focusWidget(), Qt::Key_Tab);
        QCOMPARE(detail.focusWidget()->objectName(), u"copyCurl"_s);
        QTest::keyClick(detail.focusWidget(), Qt::Key_Tab);
        QCOMPARE(detail.focusWidget()->objectName(), u"target"_s);
        // Then the facts, but for the request id, which this request has not.
        for (const QString &fact : {u"Cursor"_s, u"Next"_s, u"Client"_s}) {
            QTest::keyClick(detail.focusWidget(), Qt::Key_Tab);
            QCOMPARE(detail.focusWidget()->accessibleDescription(), fact);
        }
    }

    void numbersAndStatusFitTheirColumns()
    {
        RequestLogModel model;
        const RequestLogView view(model);
        ServedRequest wide = request(9'999'999);
        wide.status = 0;
        wide.bytes = 1'048'576;
        wide.microseconds = 99'990;
        model.append({wide});
        const QFontMetrics metrics(uiFont(12));
        const int insets = 16;
        const int mark = 18;
        for (const auto column :
             {Column::Number, Column::Code, Column::Bytes, Column::Milliseconds}) {
            const QString text = cell(model, 0, column);
            const int needed = metrics.horizontalAdvance(text) + insets
                               + (column == Column::Code ? mark : 0);
            QVERIFY2(view.columnWidth(int(column)) >= needed,
                     qPrintable(u"%1 needs %2"_s.arg(text).arg(needed)));
        }
    }

    void aBatchStandsInTheOrderOfArrival()
    {
        RequestLogModel model;
        model.append({request(2), request(3), request(1)});
        QCOMPARE(model.requestAt(0).number, 1);
        QCOMPARE(model.requestAt(2).number, 3);
    }

    void keepsTheNewestTenThousand()
    {
        RequestLogModel model;
        const QAbstractItemModelTester tester(&model);
        model.append(requests(1, 9'990));
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.append(requests(9'991, 30));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(model.rowCount(), RequestLogModel::kKept);
        QCOMPARE(model.requestAt(0).number, 21);
        QCOMPARE(model.requestAt(model.rowCount() - 1).number, 10'020);
        model.append(requests(10'021, 12'000));
        QCOMPARE(model.rowCount(), RequestLogModel::kKept);
        QCOMPARE(model.requestAt(0).number, 12'021);
        model.append({});
        QCOMPARE(inserted.size(), 2);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void followsItsEndUntilScrolledUp()
    {
        RequestLogModel model;
        RequestLogView view(model);
        view.resize(900, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto isAtEnd = [&view] {
            return view.verticalScrollBar()->value() == view.verticalScrollBar()->maximum();
        };
        model.append(requests(1, 5));
        model.append(requests(6, 100));
        QVERIFY(isAtEnd());
        QVERIFY(view.isFollowing());
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - 300);
        QVERIFY(!view.isFollowing());
        const quint64 seen = firstSeen(view, model);
        model.append(requests(106, 40));
        QCOMPARE(firstSeen(view, model), seen);
        QVERIFY(newRequests(view)->isVisible());
        QCOMPARE(newRequests(view)->text(), u"40 new requests"_s);
        QTest::mouseClick(newRequests(view), Qt::LeftButton);
        QVERIFY(isAtEnd() && view.isFollowing());
        QVERIFY(!newRequests(view)->isVisible());
        model.append(requests(146, 40));
        QVERIFY(isAtEnd());
        // End and Home do the same by the keyboard.
        QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
        QVERIFY(!view.isFollowing());
        QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
        QVERIFY(view.isFollowing());
    }

    void noOtherIsSelectedWhenTheSelectedOneGoes()
    {
        RequestLogModel model;
        RequestLogView view(model);
        view.resize(900, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        model.append(requests(1, quint64(RequestLogModel::kKept)));
        view.selectRow(200);
        model.append(requests(quint64(RequestLogModel::kKept) + 1, 150));
        QCOMPARE(model.requestAt(view.currentIndex().row()).number, 201);
        QVERIFY(view.selectionModel()->isRowSelected(50));
        model.append(requests(quint64(RequestLogModel::kKept) + 151, 150));
        QVERIFY(!view.selectionModel()->hasSelection());
    }

    void whatIsSeenStaysWhenOldOnesGo_data()
    {
        QTest::addColumn<bool>("isNearItsEnd");
        QTest::newRow("in the middle") << false;
        // Less far from the end than what goes.
        QTest::newRow("a row from the end") << true;
    }
    void whatIsSeenStaysWhenOldOnesGo()
    {
        QFETCH(bool, isNearItsEnd);
        RequestLogModel model;
        RequestLogView view(model);
        view.resize(900, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        model.append(requests(1, quint64(RequestLogModel::kKept)));
        QVERIFY(view.isFollowing());
        const int most = view.verticalScrollBar()->maximum();
        view.verticalScrollBar()->setValue(isNearItsEnd ? most - view.rowHeight(0) : most / 2);
        QVERIFY(!view.isFollowing());
        const quint64 seen = firstSeen(view, model);
        model.append(requests(quint64(RequestLogModel::kKept) + 1, 250));
        QCOMPARE(firstSeen(view, model), seen);
        QVERIFY(!view.isFollowing());
    }
};

QTEST_MAIN(TestRequestLogView)
#include "tst_requestlogview.moc"
