// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/compactjson.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

class TestCompactJson : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void writesEscapes();
};

void TestCompactJson::writesEscapes()
{
    CompactJson json;
    json.open('{')
        .text("a\"b", QByteArrayView("\\ \b\f\n\r\t\x01\x1f\x7f é / \""))
        .open("list", '[')
        .close(']');
    json.open("all", '[')
        .element("x")
        .element("")
        .close(']')
        .boolean("yes", true)
        .boolean("no", false);
    json.number("n", -12).null("nil").textOrNull("none", "").close('}');
    QCOMPARE(
        json.bytes(),
        QByteArray(
            "{\"a\\\"b\":\"\\\\ \\b\\f\\n\\r\\t\\u0001\\u001f\x7f é / \\\"\",\"list\":[],\"all\":[\"x\",\"\"],"
            "\"yes\":true,\"no\":false,\"n\":-12,\"nil\":null,\"none\":null}"));
}

QTEST_GUILESS_MAIN(TestCompactJson)
#include "tst_compactjson.moc"
