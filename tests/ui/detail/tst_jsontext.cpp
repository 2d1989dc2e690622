// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/json.h"
#include "tests/ui/uisupport.h"
#include "ui/detail/jsontext.h"
#include "ui/detail/jsontextedit.h"
#include "ui/detail/jsontreemodel.h"
#include "ui/shared/theme.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QRandomGenerator>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

// A JSON text with everything in it that a viewer could change by mistake.
QByteArray randomJson(QRandomGenerator &random, int depth)
{
    static const QList<QByteArray> scalars{"null",
                                           "true",
                                           "1e400",
                                           "12345678901234567890",
                                           "-0",
                                           "1.50",
                                           "\"\"",
                                           "\"a\\u0041\\/\\\"\\\\\"",
                                           "\"caf\xC3\xA9 \xF0\x9F\x98\x80\"",
                                           "\"\xE2\x80\xA8x\xE2\x80\xA9y\xC2\xA0z\"",
                                           "\"{[,:]}\""};
    if (depth == 0 || random.bounded(3) == 0) {
        return scalars[random.bounded(scalars.size())];
    }
    const bool isObject = random.bounded(2) == 0;
    QByteArray text(isObject ? "{" : "[");
    const int count = random.bounded(5);
    for (int i = 0; i < count; ++i) {
        text += i > 0 ? "," : "";
        if (isObject) {
            // Equal keys on purpose.
            text += "\"k\\u006" + QByteArray::number(random.bounded(3)) + "\":";
        }
        text += randomJson(random, depth - 1);
    }
    return text + (isObject ? "}" : "]");
}

QByteArray withoutSpaces(const QByteArray &json)
{
    QByteArray out;
    bool isInString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isInString && c == '\\') {
            out += c;
            out += json[++i];
            continue;
        }
        isInString = c == '"' ? !isInString : isInString;
        if (isInString || !(c == ' ' || c == '\n')) {
            out += c;
        }
    }
    return out;
}

QByteArray largeEvent()
{
    QByteArray json(
        "{\"object\":\"event\",\"id\":\"event_01KD9F41ZC8Q5M2ZT4WW7RX4AB\",\"data\":{\"items\":[");
    for (int i = 0; json.size() < 5 * 1024 * 1024; ++i) {
        json += (i > 0 ? "," : "") + QByteArray("{\"n\":") + QByteArray::number(i)
                + ",\"name\":\"person " + QByteArray::number(i) + "\"}";
    }
    return json + "],\"text\":\"" + QByteArray(200'000, 'x') + "\"}}";
}

} // namespace

class TestJsonText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(anyRealWarning()); }
    void storedTextIsTheBytes();
    void prettyTextKeepsEveryToken();
    void prettyTextHasOneMemberALine();
    void deepTextDoesNotGrowAThousandfold();
    void editShowsAndCopiesExactly_data();
    void editShowsAndCopiesExactly();
    void longTextsAreNotHighlighted();
    void findGoesRoundAndCrossesPieces();
    void treeShowsWhatTheTextSays();
    void treeReadsOnlyWhatIsOpen();
    void treeExplainsIdsAndTimes();
    void treeCutsLongStringsButCopiesThem();
    void treeTellsTheRestOfAHugeList();
};

void TestJsonText::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(ThemeChoice::Light);
}

void TestJsonText::storedTextIsTheBytes()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 300; ++i) {
        const QByteArray json = randomJson(random, 5);
        QCOMPARE(jsonText(json, JsonForm::Stored).text.toUtf8(), json);
    }
}

void TestJsonText::prettyTextKeepsEveryToken()
{
    QRandomGenerator random(8);
    for (int i = 0; i < 300; ++i) {
        const QByteArray json = randomJson(random, 5);
        const QByteArray pretty = prettyJson(json);
        QVERIFY2(JsonDocument().parse(pretty), pretty.constData());
        QCOMPARE(withoutSpaces(pretty), withoutSpaces(json));
    }
}

void TestJsonText::prettyTextHasOneMemberALine()
{
    QCOMPARE(
        prettyJson("{\"a\":1,\"b\":{},\"c\":[ ],\"d\":[1,{\"e\":null}]}"),
        QByteArray(
            "{\n  \"a\": 1,\n  \"b\": {},\n  \"c\": [],\n  \"d\": [\n    1,\n    {\n      \"e\": null\n    }\n  ]\n}"));
}

void TestJsonText::deepTextDoesNotGrowAThousandfold()
{
    const QByteArray deep = QByteArray(900, '[') + QByteArray(900, ']');
    QVERIFY(prettyJson(deep).size() < deep.size() * 60);
}

void TestJsonText::editShowsAndCopiesExactly_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("separators") << QByteArray(
        "{\"a\":\"x\xE2\x80\xA8y\xE2\x80\xA9z\xC2\xA0\xEF\xB7\x90 w\"}");
    QTest::newRow("emoji in long lines")
        << "\"" + QByteArray("\xF0\x9F\x98\x80").repeated(60'000) + "\"";
    QTest::newRow("long line") << "[" + QByteArray("\"0123456789\",").repeated(20'000) + "0]";
    QTest::newRow("escapes") << QByteArray(R"({"a":"\u0000\n\r","b":1.0e+3})");
}

void TestJsonText::editShowsAndCopiesExactly()
{
    QFETCH(QByteArray, json);
    for (const JsonForm form : {JsonForm::Stored, JsonForm::Pretty}) {
        JsonTextEdit edit;
        edit.setText(jsonText(json, form));
        edit.selectAll();
        QCOMPARE(edit.selectedText().toUtf8(), form == JsonForm::Stored ? json : prettyJson(json));
        QTextCursor part = edit.textCursor();
        const int end = int(edit.document()->characterCount()) - 1;
        part.setPosition(end / 3);
        part.setPosition(end - 2, QTextCursor::KeepAnchor);
        edit.setTextCursor(part);
        QVERIFY(edit.text().text.contains(edit.selectedText()));
    }
}

void TestJsonText::longTextsAreNotHighlighted()
{
    JsonTextEdit edit;
    edit.setText(jsonText("{\"a\":1}", JsonForm::Stored));
    QVERIFY(edit.isHighlighted());
    edit.setText(jsonText("\"" + QByteArray(600 * 1024, 'x') + "\"", JsonForm::Stored));
    QVERIFY(!edit.isHighlighted());
    // No paragraph is so long that laying it out would be felt.
    for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next()) {
        QVERIFY(block.length() <= 4096);
    }
}

void TestJsonText::findGoesRoundAndCrossesPieces()
{
    JsonTextEdit edit;
    QByteArray json = "\"" + QByteArray(100'000, 'x') + "\"";
    json.replace(2040, 20, "needle-over-a-border");
    json.replace(90'000, 6, "NEEDLE");
    edit.setText(jsonText(json, JsonForm::Stored));
    QCOMPARE(edit.matchCount(u"needle"_s), 2);
    QCOMPARE(edit.find(u"needle-over-a-border"_s, false), 1);
    QCOMPARE(edit.selectedText(), u"needle-over-a-border"_s);
    QCOMPARE(edit.find(u"needle"_s, false), 2);
    QCOMPARE(edit.selectedText(), u"NEEDLE"_s);
    QCOMPARE(edit.find(u"needle"_s, false), 1);
    QCOMPARE(edit.find(u"needle"_s, true), 2);
    QCOMPARE(edit.find(u"absent"_s, true), 0);
}

void TestJsonText::treeShowsWhatTheTextSays()
{
    JsonTreeModel model;
    model.setTree(std::make_shared<JsonTree>(
        R"({"a":1.50,"a":12345678901234567890,"b":{"c d":null,"e":[true,"x\ny"]},"one":{"k":0},"f":[]})"));
    // From here on: the tester itself fetches more while a reset is told, and takes that for a fault.
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 5);
    const auto value = [&model](int row, const QModelIndex &parent = {}) {
        return model.index(row, 1, parent).data().toString();
    };
    QCOMPARE(value(0), u"1.50"_s);
    QCOMPARE(value(1), u"12345678901234567890"_s);
    QCOMPARE(model.index(1, 0).data().toString(), u"a"_s);
    QCOMPARE(value(2), u"2 keys"_s);
    QCOMPARE(value(3), u"1 key"_s);
    QCOMPARE(value(4), u"0 items"_s);
    QVERIFY(!model.hasChildren(model.index(4, 0)));
    const QModelIndex b = model.index(2, 0);
    QCOMPARE(value(0, b), u"null"_s);
    QCOMPARE(model.index(0, 0, b).data(JsonTreeModel::PathRole).toString(), u"b[\"c d\"]"_s);
    const QModelIndex e = model.index(1, 0, b);
    if (model.canFetchMore(e)) {
        model.fetchMore(e);
    }
    QCOMPARE(model.index(1, 0, e).data().toString(), u"[1]"_s);
    QCOMPARE(value(1, e), u"\"x↵y\""_s);
    QCOMPARE(model.index(1, 1, e).data(JsonTreeModel::ValueTextRole).toString(), u"x\ny"_s);
    QCOMPARE(model.index(1, 1, e).data(JsonTreeModel::JsonTextRole).toByteArray(),
             QByteArray("\"x\\ny\""));
    QCOMPARE(model.index(1, 0, e).data(JsonTreeModel::PathRole).toString(), u"b.e[1]"_s);
}

void TestJsonText::treeReadsOnlyWhatIsOpen()
{
    JsonTreeModel model;
    const QByteArray json = largeEvent();
    model.setTree(std::make_shared<JsonTree>(json));
    QVERIFY2(model.readCount() < 20, qPrintable(QString::number(model.readCount())));
    const QModelIndex items = model.index(0, 0, model.index(2, 0));
    QCOMPARE(items.data().toString(), u"items"_s);
    QVERIFY(items.data(JsonTreeModel::ChildCountRole).toLongLong() > 100'000);
    QVERIFY(model.readCount() < 20);
}

void TestJsonText::treeExplainsIdsAndTimes()
{
    JsonTreeModel model;
    model.setOrganizationNames([](const OrganizationId &id) {
        return id.value == "org_01EZTR6WYX1A0DSE2CYMGXQ24Y" ? u"Foo Corp"_s : QString();
    });
    model.setTree(std::make_shared<JsonTree>(
        R"({"o":"org_01EZTR6WYX1A0DSE2CYMGXQ24Y","p":"org_other","t":"2026-11-23T13:58:51.306Z","u":"user_01ARZ3NDEKTSV4RRFFQ69G5FAV","d":"2026-11-23","n":2026})"));
    QCOMPARE(model.index(0, 1).data(JsonTreeModel::OrganizationNameRole).toString(), u"Foo Corp"_s);
    QCOMPARE(model.index(1, 1).data(JsonTreeModel::OrganizationNameRole).toString(), QString());
    QCOMPARE(model.index(2, 1).data(JsonTreeModel::InstantRole).toLongLong(),
             toUs(*tryParseIsoInstant("2026-11-23T13:58:51.306Z")));
    QCOMPARE(model.index(3, 1).data(JsonTreeModel::InstantRole).toLongLong(),
             1469922850259LL * 1000);
    QVERIFY(!model.index(4, 1).data(JsonTreeModel::InstantRole).isValid());
    QVERIFY(!model.index(5, 1).data(JsonTreeModel::InstantRole).isValid());
}

void TestJsonText::treeCutsLongStringsButCopiesThem()
{
    JsonTreeModel model;
    for (const QByteArray &unit : {QByteArray("\\u00e9"),
                                   QByteArray("\xC3\xA9"),
                                   QByteArray("\\\"x"),
                                   QByteArray("ab\\\\")}) {
        for (int shift = 0; shift < 8; ++shift) {
            const QByteArray text = "\"" + QByteArray(shift, '.') + unit.repeated(5000) + "\"";
            model.setTree(std::make_shared<JsonTree>("{\"a\":" + text + "}"));
            const QModelIndex value = model.index(0, 1);
            QVERIFY(value.data().toString().size() < 700);
            QVERIFY(!value.data().toString().contains(QChar::ReplacementCharacter));
            const QString whole = value.data(JsonTreeModel::ValueTextRole).toString();
            const QString shown = value.data().toString();
            QVERIFY(whole.startsWith(shown.mid(1, shown.size() - 3)));
            QVERIFY(whole.size() >= 5000);
        }
    }
}

void TestJsonText::treeTellsTheRestOfAHugeList()
{
    JsonTreeModel model;
    model.setTree(std::make_shared<JsonTree>("[" + QByteArray("1,").repeated(30'000) + "1]"));
    QCOMPARE(model.rowCount(), int(JsonTreeModel::kMostChildren) + 1);
    QCOMPARE(model.index(model.rowCount() - 1, 1).data().toString(), u"10,001 more, see JSON"_s);
}

} // namespace playhead

QTEST_MAIN(playhead::TestJsonText)
#include "tst_jsontext.moc"
