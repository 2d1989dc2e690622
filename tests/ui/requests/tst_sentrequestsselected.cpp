// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/requests/sentrequestsstand.h"
#include "ui/requests/sentrequestmodel.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"

#include <QCheckBox>
#include <QSettings>

using namespace playhead;
using namespace Qt::StringLiterals;
using Column = SentRequestModel::Column;

namespace {

using Stand = SentRequestsStand;

RequestRecord good()
{
    RequestRecord record;
    record.facts.status = 200;
    record.events = 100;
    return record;
}

RequestRecord failed()
{
    RequestRecord record;
    record.facts.status = 503;
    record.error = {ErrorCode::ServerFailed, u"It went wrong."_s, {}, 503};
    return record;
}

QString wordsOn(const QWidget &root, const QString &name)
{
    QStringList words;
    const auto labels = root.findChild<QWidget *>(name)->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        words << label->text();
    }
    return words.join(u'\n');
}

} // namespace

/// What the request log's window says of the selected request, and what it lets one do with it.
class TestSentRequestsSelected : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCoreApplication::setApplicationName(u"tst_sentrequestsselected"_s);
        applyTheme(ThemeChoice::Light);
    }
    void init()
    {
        // The offscreen platform says such things of every window.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )."_s));
        QSettings().clear();
    }

    void problemsThatWentAreNotDenied()
    {
        Stand s;
        QVERIFY(s.open());
        SentRequestsWindow *log = s.openLog();
        const QTableView *table = tableNamed(*log, u"Request log"_s);
        auto *only = Stand::part<QCheckBox>(*log, u"problemsOnly"_s);
        s.window.requests().add(good());
        QTRY_COMPARE(table->model()->rowCount(), 1);
        only->click();
        QVERIFY2(wordsOn(*log, u"noRequest"_s).contains(u"none has a note: 1 request."_s),
                 qPrintable(wordsOn(*log, u"noRequest"_s)));
        RequestRecord retry = failed();
        retry.tryNumber = 2;
        s.window.requests().add(retry);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        for (size_t i = 0; i < RequestLog::kKept; ++i) {
            s.window.requests().add(good());
        }
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QTRY_COMPARE(wordsOn(*log, u"noRequest"_s),
                     u"No problem\nNone of the newest 10,000 requests has a problem."_s);
    }

    void partsAreWrittenForPeople()
    {
        Stand s;
        QVERIFY(s.open());
        SentRequestsWindow *log = s.openLog();
        QTableView *table = tableNamed(*log, u"Request log"_s);
        RequestRecord one = good();
        one.facts.bodyBytes = 612;
        one.events = 1;
        s.window.requests().add(one);
        one.events = 2;
        s.window.requests().add(one);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        const auto size = [log] {
            const auto labels = log->findChildren<QLabel *>();
            for (const QLabel *label : labels) {
                if (label->accessibleDescription() == u"Size"_s) {
                    return label->text();
                }
            }
            return QString();
        };
        // As its neighbours, in sentence case.
        QCOMPARE(Stand::part<QPushButton>(*log, u"repeat"_s)->text(), u"Run again"_s);
        select(table, 0);
        QCOMPARE(size(), u"612 bytes, 1 event"_s);
        select(table, 1);
        QCOMPARE(size(), u"612 bytes, 2 events"_s);
    }
};

QTEST_MAIN(TestSentRequestsSelected)

#include "tst_sentrequestsselected.moc"
