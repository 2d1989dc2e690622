// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/commonfields.h"
#include "tests/model/events/madeevents.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestCommonFields : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void listsWhatIsEqualInAll_data()
    {
        QTest::addColumn<QByteArrayList>("data");
        QTest::addColumn<QStringList>("fields");
        QTest::newRow("one event has all of its own")
            << QByteArrayList{R"("a":1,"o":{"x":null,"e":{}},"l":[1, 2])"}
            << QStringList{u"data.a=1"_s, u"data.o.x=null"_s, u"data.o.e={}"_s, u"data.l=[1, 2]"_s};
        QTest::newRow("some differ")
            << QByteArrayList{R"("a":1,"b":"x","c":true)", R"("a":2,"b":"x","c":true)"}
            << QStringList{u"data.b=\"x\""_s, u"data.c=true"_s};
        QTest::newRow("one lacks it")
            << QByteArrayList{R"("a":1,"b":2)", R"("b":2)"} << QStringList{u"data.b=2"_s};
        QTest::newRow("another order of members")
            << QByteArrayList{R"("o":{"x":1,"y":2},"a":0)", R"("a":0,"o":{"y":2,"x":1})"}
            << QStringList{u"data.o.x=1"_s, u"data.o.y=2"_s, u"data.a=0"_s};
        QTest::newRow("nested, narrowed twice")
            << QByteArrayList{R"("o":{"x":1,"y":2,"z":{"k":1,"l":1}})",
                              R"("o":{"x":1,"y":3,"z":{"k":1,"l":2}})",
                              R"("o":{"x":9,"y":2,"z":{"k":1}})"}
            << QStringList{u"data.o.z.k=1"_s};
        QTest::newRow("an object against a scalar")
            << QByteArrayList{R"("o":{"x":1})", R"("o":1)"} << QStringList{};
        QTest::newRow("lists are equal or not")
            << QByteArrayList{R"("l":[1,2],"m":[1])", R"("l":[1,3],"m":[1])"}
            << QStringList{u"data.m=[1]"_s};
        QTest::newRow("of equal keys the last counts")
            << QByteArrayList{R"("o":{"a":1,"a":2})", R"("o":{"a":2,"b":1})"}
            << QStringList{u"data.o.a=2"_s};
        QTest::newRow("odd keys") << QByteArrayList{R"("a b":1,"":2)", R"("a b":1,"":2,"c":3)"}
                                  << QStringList{u"data[\"a b\"]=1"_s, u"data[\"\"]=2"_s};
    }
    void listsWhatIsEqualInAll()
    {
        QFETCH(QByteArrayList, data);
        QFETCH(QStringList, fields);
        MadeStore store;
        std::vector<EventRow> rows;
        for (const QByteArray &members : std::as_const(data)) {
            rows.push_back(store.add(qint64(rows.size()), "user.updated", members));
        }
        const CommonFields found = commonFields(store.snapshot(), rows, m_goesOn);
        QCOMPARE(textsOf(found), fields);
        QCOMPARE(found.compared, quint64(data.size()));
    }

    void contextCountsToo()
    {
        MadeStore store;
        std::vector<EventRow> rows;
        for (int i = 0; i < 3; ++i) {
            rows.push_back(store.add(i,
                                     "user.updated",
                                     "\"id\":" + QByteArray::number(i),
                                     R"("context":{"client_id":"c"})"));
        }
        QCOMPARE(textsOf(commonFields(store.snapshot(), rows, m_goesOn)),
                 QStringList{u"context.client_id=\"c\""_s});
    }

    void comparesNoMoreThanItSays()
    {
        MadeStore store;
        const EventRow first = store.addTo(kMostCompared, 0, "user.updated", R"("a":1)");
        const EventRow other = store.add(5000, "user.updated", R"("a":2)");
        std::vector<EventRow> rows;
        for (EventRow row = first; row <= other; ++row) {
            rows.push_back(row);
        }
        const CommonFields found = commonFields(store.snapshot(), rows, m_goesOn);
        QCOMPARE(found.compared, kMostCompared);
        QCOMPARE(textsOf(found), QStringList{u"data.a=1"_s});
    }

    void stopsWhenTold()
    {
        MadeStore store;
        const EventRow row = store.add(0, "user.updated", R"("a":1)");
        const std::atomic_bool isStopped = true;
        QCOMPARE(commonFields(store.snapshot(), {row, row}, isStopped), CommonFields());
        QCOMPARE(commonFields(store.snapshot(), {}, m_goesOn), CommonFields());
    }

private:
    static QStringList textsOf(const CommonFields &common)
    {
        QStringList texts;
        for (const CommonFields::Field &field : common.fields) {
            texts << field.path + u'=' + QString::fromUtf8(field.value);
        }
        return texts;
    }
    const std::atomic_bool m_goesOn = false;
};

QTEST_GUILESS_MAIN(TestCommonFields)
#include "tst_commonfields.moc"
