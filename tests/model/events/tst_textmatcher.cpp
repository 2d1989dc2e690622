// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/jsonspellings.h"
#include "model/events/textmatcher.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

using Rows = std::vector<quint32>;

/// One of the spellings that JSON allows for `text`, each character by chance.
QByteArray randomSpelling(const QString &text, QRandomGenerator &random)
{
    static const QHash<char16_t, char> kShort{{u'"', '"'},
                                              {u'\\', '\\'},
                                              {u'/', '/'},
                                              {u'\b', 'b'},
                                              {u'\f', 'f'},
                                              {u'\n', 'n'},
                                              {u'\r', 'r'},
                                              {u'\t', 't'}};
    QByteArray bytes;
    for (const uint character : text.toUcs4()) {
        const char32_t one = character;
        const QString whole = QString::fromUcs4(&one, 1);
        const char16_t unit = whole[0].unicode();
        const bool mustEscape = character == '"' || character == '\\' || character < 0x20;
        const int way = random.bounded(3);
        if (kShort.contains(unit) && (way == 0 || (mustEscape && way == 1))) {
            bytes += '\\';
            bytes += kShort.value(unit);
        } else if (way == 2 || mustEscape) {
            for (const QChar part : whole) {
                const QByteArray hex =
                    QByteArray::number(part.unicode(), 16).rightJustified(4, '0');
                bytes += "\\u" + (random.bounded(2) == 0 ? hex : hex.toUpper());
            }
        } else {
            bytes += whole.toUtf8();
        }
    }
    return bytes;
}

QString randomText(QRandomGenerator &random, int maxSize)
{
    static const QString kLetters = u"abcABC01 \"\\/<>&'\n\tñÑäÖяЖ漢字😀_-"_s;
    QString text;
    const auto letters = kLetters.toUcs4();
    for (int size = 1 + random.bounded(maxSize); size > 0; --size) {
        const char32_t letter = letters[random.bounded(int(letters.size()))];
        text += QString::fromUcs4(&letter, 1);
    }
    return text;
}

QByteArray randomJson(QRandomGenerator &random, int depth, QStringList &values);

/// Short texts that look like other things in JSON, or like escapes.
QString trickyText(QRandomGenerator &random)
{
    static const QStringList kTexts{u"true"_s,  u"user"_s,  u":"_s,   u", "_s,     u"12"_s,
                                    u"-1e5"_s,  u"E"_s,     u"nul"_s, u"\""_s,     u"\\"_s,
                                    u"u00e4"_s, u"ä"_s,     u"},{"_s, u"TRUE"_s,   u"u"_s,
                                    u"n"_s,     u"\n"_s,    u"x"_s,   u"false "_s, u"["_s,
                                    u"]"_s,     u"\\u00"_s, u"é\\"_s};
    QString text;
    for (int count = random.bounded(4); count > 0; --count) {
        text += kTexts[random.bounded(int(kTexts.size()))];
    }
    return random.bounded(40) == 0 ? text + QString(5000, u'1') + text : text;
}

QByteArray randomScalar(QRandomGenerator &random, QStringList &values)
{
    static constexpr const char *kOthers[] =
        {"true", "false", "null", "12", "-1e5", "0.5E+12", "2026"};
    if (random.bounded(2) == 0) {
        return kOthers[random.bounded(7)];
    }
    values.append(trickyText(random));
    return '"' + randomSpelling(values.last(), random) + '"';
}

QByteArray space(QRandomGenerator &random)
{
    return random.bounded(5) == 0 ? " \t" : "";
}

QByteArray randomJson(QRandomGenerator &random, int depth, QStringList &values)
{
    const int way = depth == 0 ? 0 : random.bounded(3);
    if (way == 0) {
        return randomScalar(random, values);
    }
    QByteArrayList parts;
    for (int count = random.bounded(5); count > 0; --count) {
        QByteArray part = randomJson(random, depth - 1, values);
        if (way == 1) {
            part = '"' + randomSpelling(trickyText(random), random) + '"' + space(random) + ':'
                   + space(random) + part;
        }
        parts.append(space(random) + part + space(random));
    }
    return way == 1 ? '{' + parts.join(',') + '}' : '[' + parts.join(',') + ']';
}

bool holds(TextMatcher &matcher, const QByteArray &line)
{
    const quint32 end = static_cast<quint32>(line.size());
    return !matcher.find(line, {&end, 1}).empty();
}

} // namespace

class TestTextMatcher : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void findsEverySpelling_data()
    {
        QTest::addColumn<QString>("needle");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("plain") << u"okta"_s << QByteArray(R"({"a":"use okta now"})");
        QTest::newRow("key") << u"job_title"_s << QByteArray(R"({"job_title":1})");
        QTest::newRow("other case") << u"OKTA"_s << QByteArray(R"({"a":"Okta"})");
        QTest::newRow("quote") << u"say \"hi\""_s << QByteArray("{\"a\":\"say \\\"hi\\\"\"}");
        QTest::newRow("backslash") << u"C:\\temp"_s << QByteArray("{\"a\":\"C:\\\\temp\"}");
        QTest::newRow("plain slash") << u"a/b"_s << QByteArray(R"({"a":"a/b"})");
        QTest::newRow("escaped slash") << u"a/b"_s << QByteArray("{\"a\":\"a\\/b\"}");
        QTest::newRow("umlaut as it is") << u"Möller"_s << QByteArray(R"({"a":"Möller"})");
        QTest::newRow("umlaut escaped") << u"Möller"_s << QByteArray("{\"a\":\"M\\u00f6ller\"}");
        QTest::newRow("umlaut escaped in capitals")
            << u"Möller"_s << QByteArray("{\"a\":\"M\\u00F6ller\"}");
        QTest::newRow("umlaut in the other case") << u"möller"_s << QByteArray(R"({"a":"MÖLLER"})");
        QTest::newRow("umlaut escaped in the other case")
            << u"möller"_s << QByteArray("{\"a\":\"M\\u00d6LLER\"}");
        QTest::newRow("cyrillic") << u"ЖУК"_s << QByteArray(R"({"a":"жук"})");
        QTest::newRow("ascii escaped") << u"okta"_s << QByteArray("{\"a\":\"\\u006fkta\"}");
        QTest::newRow("ascii escaped, other case")
            << u"okta"_s << QByteArray("{\"a\":\"o\\u004bta\"}");
        QTest::newRow("html escapes")
            << u"<b>&"_s << QByteArray("{\"a\":\"\\u003cb\\u003e\\u0026\"}");
        QTest::newRow("surrogate pair") << u"a😀b"_s << QByteArray("{\"a\":\"a\\ud83d\\uDE00b\"}");
        QTest::newRow("line break") << u"a\nb"_s << QByteArray("{\"a\":\"a\\nb\"}");
        QTest::newRow("mixture") << u"/é/é"_s << QByteArray("{\"a\":\"\\/é/\\u00e9\"}");
        QTest::newRow("as in the bytes") << u"\"a\":"_s << QByteArray(R"({"a":1})");
        QTest::newRow("escape as typed") << u"\\u00f6"_s << QByteArray("{\"a\":\"M\\u00f6ller\"}");
        QTest::newRow("very long")
            << QString(20'000, u'x') << QByteArray("{\"a\":\"" + QByteArray(20'000, 'X') + "\"}");
        QTest::newRow("many letters with case")
            << QString(40, u'ä') << QByteArray("{\"a\":\"" + QString(40, u'Ä').toUtf8() + "\"}");
    }
    void findsEverySpelling()
    {
        QFETCH(QString, needle);
        QFETCH(QByteArray, json);
        TextMatcher matcher(needle);
        QVERIFY(holds(matcher, json));
        QVERIFY(!holds(matcher, R"({"z":"nothing like it"})"));
    }

    void anySpellingOfAnyTextIsFound()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 400; ++round) {
            const QString needle = randomText(random, 6);
            TextMatcher matcher(needle);
            for (int i = 0; i < 10; ++i) {
                const QString text = randomText(random, 12);
                const bool isIn = random.bounded(2) == 0;
                const QString whole = isIn ? text + needle + randomText(random, 4) : text;
                const QByteArray json = "{\"k\":\"" + randomSpelling(whole, random) + "\"}";
                const bool isThere = u"{\"k\":\"%1\"}"_s.arg(whole).contains(needle,
                                                                             Qt::CaseInsensitive);
                if (isThere) {
                    QVERIFY2(holds(matcher, json), json.constData());
                } else if (holds(matcher, json)) {
                    // The bytes themselves count too: what a person sees in the JSON tab.
                    QVERIFY2(QString::fromUtf8(json).contains(needle, Qt::CaseInsensitive),
                             json.constData());
                }
            }
        }
    }

    void escapesAreResolved()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 500; ++round) {
            const QString text = randomText(random, 20);
            QCOMPARE(withoutEscapes(randomSpelling(text, random)), text);
        }
        QCOMPARE(withoutEscapes("\\q \\u12 \\"), u"\\q \\u12 \\"_s);
    }

    /// A place that is told from what is around it is told right, and few are not told.
    void valuesAreToldFromKeysAndNumbers()
    {
        QRandomGenerator random(13);
        int told = 0;
        int doubted = 0;
        for (int round = 0; round < 1500; ++round) {
            QString needle = trickyText(random).left(6);
            needle = needle.isEmpty() ? u"1"_s : needle;
            TextMatcher matcher(needle);
            for (int blocks = 0; blocks < 3; ++blocks) {
                QByteArray block;
                std::vector<quint32> ends;
                std::vector<bool> expected;
                for (int line = 0; line < 6; ++line) {
                    QStringList values;
                    block += line == 0 ? "" : "\n";
                    block += "{\"k\":" + randomJson(random, 3, values) + '}';
                    ends.push_back(static_cast<quint32>(block.size()));
                    expected.push_back(
                        std::any_of(values.begin(), values.end(), [&](const QString &value) {
                            return value.contains(needle, Qt::CaseInsensitive);
                        }));
                }
                const TextMatcher::ValueLines lines = matcher.findInValues(block, ends);
                for (quint32 line = 0; line < 6; ++line) {
                    const bool isHit = std::binary_search(lines.hits.begin(),
                                                          lines.hits.end(),
                                                          line);
                    const bool isDoubtful = std::binary_search(lines.doubtful.begin(),
                                                               lines.doubtful.end(),
                                                               line);
                    QVERIFY2(isDoubtful || isHit == expected[line],
                             qPrintable(needle + u" in "_s + QString::fromUtf8(block)));
                    QVERIFY(!isHit || !isDoubtful);
                    doubted += isDoubtful ? 1 : 0;
                    told += isHit ? 1 : 0;
                }
            }
        }
        QVERIFY2(told > 500, qPrintable(QString::number(told)));
        QVERIFY2(doubted < 27'000 / 2, qPrintable(QString::number(doubted)));
    }

    void linesAreToldApart()
    {
        const QByteArray block = "one okta\ntwo\nokta okta okta\n\nlast OKTA";
        const std::vector<quint32> ends{8, 12, 27, 28, 38};
        TextMatcher matcher(u"okta"_s);
        const auto found = matcher.find(block, ends);
        QCOMPARE(Rows(found.begin(), found.end()), (Rows{0, 2, 4}));
        QVERIFY(matcher.find({}, {}).empty());
    }

    void denseLinesAreToldApartToo()
    {
        QRandomGenerator random(9);
        TextMatcher matcher(u"añ"_s);
        for (int round = 0; round < 100; ++round) {
            // Many hits make the next block be read line by line.
            const int chance = 1 + random.bounded(10);
            QByteArray block;
            std::vector<quint32> ends;
            std::vector<quint32> expected;
            for (quint32 line = 0; line < 30; ++line) {
                block += line == 0 ? "" : "\n";
                if (random.bounded(chance) == 0) {
                    block += "x" + randomSpelling(u"aña añ"_s, random);
                    expected.push_back(line);
                } else {
                    block += "b\\u00e1";
                }
                ends.push_back(static_cast<quint32>(block.size()));
            }
            const auto found = matcher.find(block, ends);
            QCOMPARE(Rows(found.begin(), found.end()), expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestTextMatcher)
#include "tst_textmatcher.moc"
