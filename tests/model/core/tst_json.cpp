// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

const char *const kSpaces[] = {"", "", " ", "\n", "\t \r\n"};

/// A random JSON text, with white space everywhere it may stand and equal keys now and then.
QByteArray randomJson(QRandomGenerator &random, int depth)
{
    const auto space = [&random] { return QByteArray(kSpaces[random.bounded(5)]); };
    switch (random.bounded(depth > 0 ? 8 : 5)) {
    case 0:
        return QByteArrayLiteral("null");
    case 1:
        return random.bounded(2) == 0 ? QByteArrayLiteral("true") : QByteArrayLiteral("false");
    case 2:
        return QByteArray::number(random.bounded(-1000, 1000))
               + (random.bounded(2) == 0 ? ".50" : "E2");
    case 3:
        return QByteArrayLiteral("\"a\\\"b\\\\\"");
    case 4:
        return "\"[{" + QByteArray::number(random.generate()) + "\xc3\xa9\\u00e9\\n\"";
    case 5:
    case 6: {
        QByteArray text = "{" + space();
        const int count = random.bounded(5);
        for (int i = 0; i < count; ++i) {
            text += (i > 0 ? "," : "") + space() + "\"k" + QByteArray::number(random.bounded(4))
                    + "\"" + space() + ":" + space() + randomJson(random, depth - 1) + space();
        }
        return text + "}";
    }
    default: {
        QByteArray text = "[" + space();
        const int count = random.bounded(5);
        for (int i = 0; i < count; ++i) {
            text += (i > 0 ? "," : "") + space() + randomJson(random, depth - 1) + space();
        }
        return text + "]";
    }
    }
}

/// Puts the text of a node together again from its parts.
QByteArray rebuilt(const JsonNode &node)
{
    const bool isObject = node.type() == JsonValue::Type::Object;
    if (!isObject && node.type() != JsonValue::Type::Array) {
        return node.text().toByteArray();
    }
    QByteArray text;
    for (const JsonNode &child : node.children()) {
        text += (text.isEmpty() ? "" : ",") + (isObject ? "\"" + child.key() + "\":" : QByteArray())
                + rebuilt(child);
    }
    return isObject ? "{" + text + "}" : "[" + text + "]";
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void refusesNonsenseAnywhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"",
                                 " ",
                                 "{",
                                 R"({"a":tru,"b":1})",
                                 R"({"a":nope 1 2 3,,,})",
                                 "[01]",
                                 "[1,2}",
                                 "[\"\\q\"]",
                                 "[1] 2",
                                 R"({"a":1}})",
                                 "[-]",
                                 "[1.]",
                                 "[1e]",
                                 "[+1]",
                                 "[.5]",
                                 "[1e400,01]",
                                 "\"\x01\"",
                                 "\"\xff\"",
                                 "[1e400,tru]",
                                 "{\"a\" 1}",
                                 "[1e400x]"}) {
            QTest::newRow(*text != '\0' ? text : "empty") << QByteArray(text);
        }
        QTest::newRow("10,000 levels") << QByteArray(10000, '[') + QByteArray(10000, ']');
    }
    void refusesNonsenseAnywhere()
    {
        QFETCH(QByteArray, text);
        JsonDocument document;
        const Status parsed = document.parse(text);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::Malformed);
    }

    /// The body of an answer that ended at once; found by the undefined behaviour sanitizer.
    void refusesNothingAtAll()
    {
        JsonDocument document;
        QVERIFY(!document.parse(QByteArrayView()));
    }

    void takesNumbersOfAnySize()
    {
        const QByteArray text(
            R"({"id":"e","n":[1e400,-1E-999,123456789012345678901234567890,12345678901234567890,0.1234567890123456789]})");
        JsonDocument document;
        QVERIFY(document.parse(text));
        QCOMPARE(document.root().at("/id")->string(), "e");
        const JsonNode root({}, text);
        QCOMPARE(root.children()[1].children()[2].scalarText(),
                 u"123456789012345678901234567890"_s);
        QCOMPARE(root.children()[1].children()[0].scalarText(), u"1e400"_s);
    }

    void numbersComeAsWhatHoldsThem()
    {
        JsonDocument document;
        QVERIFY(document.parse(R"([18446744073709551615,-1,0.5,7,"7"])"));
        QList<JsonValue> values;
        document.root().forEachElement([&values](JsonValue value) { values.append(value); });
        QCOMPARE(values[0].unsignedInteger(), std::optional(std::numeric_limits<quint64>::max()));
        QCOMPARE(values[0].integer(), std::optional<qint64>());
        QCOMPARE(values[1].unsignedInteger(), std::optional<quint64>());
        QCOMPARE(values[1].number(), std::optional(-1.0));
        QCOMPARE(values[2].number(), std::optional(0.5));
        QCOMPARE(values[2].unsignedInteger(), std::optional<quint64>());
        QCOMPARE(values[3].unsignedInteger(), std::optional<quint64>(7));
        QCOMPARE(values[3].number(), std::optional(7.0));
        QCOMPARE(values[4].number(), std::optional<double>());
    }

    void findsMembersTheLastOfEqualKeys()
    {
        JsonDocument document;
        QVERIFY(document.parse(R"({"a":1,"b":{"c":"first","c":"last"},"a":2,"t":true,"n":null})"));
        const JsonValue root = document.root();
        QCOMPARE(root.member("a")->integer(), std::optional<qint64>(2));
        QCOMPARE(root.at("/b/c")->string(), "last");
        QCOMPARE(root.at("/t")->boolean(), std::optional(true));
        QVERIFY(root.at("/n")->isNull());
        QVERIFY(!root.at("/b/x"));
        QVERIFY(!root.at("/a/c"));
        QCOMPARE(root.size(), 5);
    }

    void slicesAreExact()
    {
        const QByteArray text =
            "{ \"data\" : [1], \"x\":{\"data\":[9]}, \"da\\u0074a\" : [ {\"a\":\"]}\\\"\"} ,\n 2.50e1 , \"s\" ]}";
        JsonDocument document;
        QVERIFY(document.parse(text));
        const auto slices = arrayMemberSlices(text, "data");
        QVERIFY(slices);
        QCOMPARE(slices->size(), size_t(3));
        QCOMPARE((*slices)[0], "{\"a\":\"]}\\\"\"}");
        QCOMPARE((*slices)[1], "2.50e1");
        QCOMPARE((*slices)[2], "\"s\"");
        QVERIFY(!arrayMemberSlices(text, "none"));
        QVERIFY(!arrayMemberSlices(text, "x"));
        QVERIFY(!arraySlices(text));
    }

    void randomTextsKeepEveryByteThatMatters()
    {
        QRandomGenerator random(11);
        JsonDocument document;
        for (int i = 0; i < 3000; ++i) {
            const QByteArray text = "[" + randomJson(random, 5) + "]";
            QVERIFY2(document.parse(text), text.constData());
            const QByteArray line = singleLine(text);
            QCOMPARE(line.contains('\n') || line.contains('\r'), false);
            if (!text.contains('\n')) {
                QCOMPARE(line, text);
            }
            // The tree holds all of it: white space aside, the text comes back to the byte.
            QCOMPARE(singleLine(rebuilt(JsonNode({}, text)) + "\n"), singleLine(text + "\n"));
            const auto slices = arraySlices(text);
            QVERIFY(slices);
            QCOMPARE(slices->size(), static_cast<size_t>(document.root().size()));
            QCOMPARE(QJsonDocument::fromJson("[" + slices->front().toByteArray() + "]"),
                     QJsonDocument::fromJson(text));
        }
    }

    void singleLineTakesOutOnlyWhiteSpace()
    {
        QCOMPARE(singleLine("{\r\n  \"b\" : 1.0e+2,\n\t\"a\":\"x \\n y\", \"a\": \"\\u00e9\\/\" }"),
                 QByteArrayLiteral("{\"b\":1.0e+2,\"a\":\"x \\n y\",\"a\":\"\\u00e9\\/\"}"));
        QCOMPARE(singleLine("{ \"a\" : 1 }"), QByteArrayLiteral("{ \"a\" : 1 }"));
    }

    void childrenAreReadWhenAskedFor()
    {
        const QByteArray text(R"({"a\u0041":[1,{"b":null}],"e":{},"f":[]})");
        const JsonNode root({}, text);
        QCOMPARE(root.childCount(), 3);
        QCOMPARE(root.children()[0].key(), QByteArrayLiteral("aA"));
        QCOMPARE(root.children()[0].childCount(), 2);
        QCOMPARE(root.children()[1].childCount(), 0);
        QCOMPARE(root.children()[2].type(), JsonValue::Type::Array);
        QCOMPARE(root.children()[0].children()[1].children()[0].scalarText(), u"null"_s);
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
