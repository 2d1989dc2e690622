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
#include <QThreadPool>

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
    void textComesInParts();
    void coloursFollowTheTheme();
    void hugePrettyTextsTellWhatIsLeftOut();
    void piecesEndAtCommas();
    void findsEveryMatch();
    void treeShowsWhatTheTextSays();
    void treeReadsOnlyWhatIsOpen();
    void treeExplainsIdsAndTimes();
    void treeCutsLongStringsButCopiesThem();
    void treeGivesTheRestOfAHugeListWhenAsked();
    void largeBranchesAreReadElsewhere();
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
        const QByteArray pretty = prettyJson(json).text;
        QVERIFY2(JsonDocument().parse(pretty), pretty.constData());
        QCOMPARE(withoutSpaces(pretty), withoutSpaces(json));
    }
}

void TestJsonText::prettyTextHasOneMemberALine()
{
    QCOMPARE(
        prettyJson("{\"a\":1,\"b\":{},\"c\":[ ],\"d\":[1,{\"e\":null}]}").text,
        QByteArray(
            "{\n  \"a\": 1,\n  \"b\": {},\n  \"c\": [],\n  \"d\": [\n    1,\n    {\n      \"e\": null\n    }\n  ]\n}"));
}

void TestJsonText::deepTextDoesNotGrowAThousandfold()
{
    const QByteArray deep = QByteArray(900, '[') + QByteArray(900, ']');
    QVERIFY(prettyJson(deep).text.size() < deep.size() * 60);
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
        QTRY_VERIFY(edit.isComplete());
        edit.selectAll();
        QCOMPARE(edit.selectedText().toUtf8(),
                 form == JsonForm::Stored ? json : prettyJson(json).text);
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
    QTRY_VERIFY(edit.isComplete());
    // No paragraph is so long that laying it out would be felt.
    for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next()) {
        QVERIFY(block.length() <= 4096);
        QVERIFY(block.layout()->formats().isEmpty());
    }
}

void TestJsonText::textComesInParts()
{
    const JsonText text = jsonText(largeEvent(), JsonForm::Stored);
    JsonTextEdit edit;
    edit.setText(text);
    // The window goes on long before all of it is in the document, and what is copied is whole all the same.
    QVERIFY(edit.document()->characterCount() < 64 * 1024);
    QVERIFY(!edit.isComplete());
    edit.selectAll();
    QCOMPARE(edit.selectedText(), text.text);
    // A place far down is shown as soon as it is there.
    const qsizetype far = text.text.size() - 100;
    edit.selectRange(far, 50);
    QCOMPARE(edit.selectedText(), text.text.mid(far, 50));
    QTRY_VERIFY_WITH_TIMEOUT(edit.isComplete(), 30'000);
    QCOMPARE(edit.selectedText(), text.text.mid(far, 50));
    QCOMPARE(edit.textCursor().selectedText(), text.text.mid(far, 50));
    QCOMPARE(edit.document()->toPlainText().remove(u'\n'), text.text);
    // Another text while one is coming in.
    edit.setText(text);
    edit.setText(jsonText("[1]", JsonForm::Stored));
    QVERIFY(edit.isComplete());
    QTest::qWait(0);
    QCOMPARE(edit.document()->toPlainText(), u"[1]"_s);
}

void TestJsonText::coloursFollowTheTheme()
{
    JsonTextEdit edit;
    edit.show();
    QByteArray json("[");
    for (int i = 0; i < 5000; ++i) {
        json += "\"text\"," + QByteArray::number(i) + ",null,";
    }
    edit.setText(jsonText(json + "0]", JsonForm::Pretty));
    QTRY_VERIFY(edit.isComplete());
    const auto colourOf = [&edit](int line) {
        const auto formats = edit.document()->findBlockByNumber(line).layout()->formats();
        return formats.isEmpty() ? QColor() : formats.first().format.foreground().color();
    };
    QTRY_COMPARE(colourOf(1), lightTokens().jsonString);
    QTRY_COMPARE(colourOf(15'000), lightTokens().jsonKeyword);
    applyTheme(ThemeChoice::Dark);
    QTRY_COMPARE(colourOf(1), darkTokens().jsonString);
    QTRY_COMPARE(colourOf(15'000), darkTokens().jsonKeyword);
    applyTheme(ThemeChoice::Light);
}

void TestJsonText::hugePrettyTextsTellWhatIsLeftOut()
{
    const PrettyJson pretty = prettyJson("[1,2,3,{\"a\":[4,5]},[]]", 4);
    QCOMPARE(pretty.text, QByteArray("[\n  1,\n  2,\n  3,"));
    QCOMPARE(pretty.linesLeftOut, 8);
    QCOMPARE(prettyJson("[1,2]", 4).linesLeftOut, 0);
    const JsonText large = jsonText(largeEvent(), JsonForm::Pretty);
    QCOMPARE(qsizetype(large.starts.size()), kMostPrettyLines);
    QVERIFY(large.linesLeftOut > 100'000);
}

void TestJsonText::piecesEndAtCommas()
{
    const QByteArray json = "[" + QByteArray("\"0123456789\",").repeated(2000) + "0]";
    const JsonText text = jsonText(json, JsonForm::Stored);
    QVERIFY(text.starts.size() > 5);
    for (size_t i = 1; i < text.starts.size(); ++i) {
        QCOMPARE(text.text[text.starts[i] - 1], u',');
    }
}

void TestJsonText::findsEveryMatch()
{
    const std::atomic_bool goesOn = false;
    QRandomGenerator random(3);
    QString text;
    while (text.size() < 300'000) {
        text += u"abAB é\"x"_s.at(random.bounded(8));
    }
    for (const QString &needle : {u"aba"_s, u"É"_s, u"x"_s, u"absent"_s}) {
        std::vector<qsizetype> wanted;
        for (qsizetype at = 0; (at = text.indexOf(needle, at, Qt::CaseInsensitive)) >= 0;
             at += needle.size()) {
            wanted.push_back(at);
        }
        QCOMPARE(findMatches(text, needle, goesOn), wanted);
    }
    QVERIFY(findMatches(text, {}, goesOn).empty());
    const std::atomic_bool isStopped = true;
    QVERIFY(findMatches(text, u"a"_s, isStopped).empty());
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

void TestJsonText::treeGivesTheRestOfAHugeListWhenAsked()
{
    JsonTreeModel model;
    QByteArray json("[");
    for (int i = 0; i < 12'000; ++i) {
        json += QByteArray::number(i) + ',';
    }
    model.setTree(std::make_shared<JsonTree>(json + "12000]"));
    const QAbstractItemModelTester tester(&model);
    const auto rest = [&model] { return model.index(model.rowCount() - 1, 1); };
    QCOMPARE(model.rowCount(), int(JsonTreeModel::kMostChildren) + 1);
    QCOMPARE(rest().data().toString(), u"7,001 more, Enter shows them"_s);
    const QPersistentModelIndex kept(rest());
    model.showMore(rest());
    QCOMPARE(model.rowCount(), 2 * int(JsonTreeModel::kMostChildren) + 1);
    QCOMPARE(rest().data().toString(), u"2,001 more, Enter shows them"_s);
    QCOMPARE(kept, QPersistentModelIndex(rest()));
    model.showMore(rest());
    QCOMPARE(model.rowCount(), 12'001);
    QVERIFY(!kept.isValid());
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(model.index(row, 1).data().toString(), QString::number(row));
    }
    QCOMPARE(model.index(12'000, 0).data(JsonTreeModel::PathRole).toString(), u"[12000]"_s);
    model.showMore(model.index(5, 1)); // no row of that kind
    QCOMPARE(model.rowCount(), 12'001);
}

void TestJsonText::largeBranchesAreReadElsewhere()
{
    JsonTreeModel model;
    model.setTree(std::make_shared<JsonTree>(largeEvent()));
    const QPersistentModelIndex items(model.index(0, 0, model.index(2, 0)));
    QVERIFY(model.hasChildren(items));
    model.fetchMore(items);
    QCOMPARE(model.rowCount(items), 0);
    QVERIFY(!model.canFetchMore(items));
    QTRY_COMPARE(model.rowCount(items), int(JsonTreeModel::kMostChildren) + 1);
    QCOMPARE(model.index(4999, 1, items).data().toString(), u"2 keys"_s);
    // An answer for a tree that is gone is dropped.
    model.setTree(std::make_shared<JsonTree>(largeEvent()));
    model.fetchMore(model.index(0, 0, model.index(2, 0)));
    model.setTree(std::make_shared<JsonTree>("[1]"));
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(0);
    QCOMPARE(model.rowCount(), 1);
}

} // namespace playhead

QTEST_MAIN(playhead::TestJsonText)
#include "tst_jsontext.moc"
