// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filternarrowing.h"
#include "model/events/filterparser.h"
#include "model/events/filterprinter.h"
#include "tests/model/events/filterstages.h"
#include "tests/model/events/randomfilters.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using Kind = FilterExpression::Kind;

namespace {

FilterExpression joined(Kind kind, FilterExpression a, FilterExpression b)
{
    FilterExpression expression;
    expression.kind = kind;
    expression.operands = {std::move(a), std::move(b)};
    return expression;
}

FilterExpression negated(FilterExpression of)
{
    FilterExpression expression;
    expression.kind = Kind::Not;
    expression.operands = {std::move(of)};
    return expression;
}

/// A small change, as typing makes them: a letter, a star, a value, a term more or less.
FilterExpression changed(FilterExpression expression,
                         RandomFilters &filters,
                         QRandomGenerator &random)
{
    if (expression.kind != Kind::Term && !expression.operands.empty() && random.bounded(3) != 0) {
        auto &operand =
            expression.operands[size_t(random.bounded(int(expression.operands.size())))];
        operand = changed(operand, filters, random);
        return expression;
    }
    switch (random.bounded(4)) {
    case 0:
        return joined(Kind::And, expression, filters.next(0));
    case 1:
        return joined(Kind::Or, expression, filters.next(0));
    case 2:
        return negated(expression);
    default:
        break;
    }
    if (expression.kind != Kind::Term) {
        return expression;
    }
    std::vector<FilterValue> &values = expression.term.values;
    FilterValue &value = values[size_t(random.bounded(int(values.size())))];
    if (random.bounded(4) == 0 && expression.term.field != FilterField::Text) {
        values.push_back(value);
    }
    QString &text = values.front().text;
    switch (random.bounded(5)) {
    case 0:
        text += u'*';
        break;
    case 1:
        text.prepend(u'*');
        break;
    case 2:
        text = u'*' + text.mid(1) + u'*';
        break;
    case 3:
        text = text.left(std::max<qsizetype>(1, text.size() / 2)) + u'*';
        break;
    default:
        text = text.mid(text.size() / 3, std::max<qsizetype>(1, text.size() / 3));
        break;
    }
    return expression;
}

bool isSubset(const Rows &inner, const Rows &outer)
{
    return std::includes(outer.begin(), outer.end(), inner.begin(), inner.end());
}

} // namespace

class TestFilterNarrowing : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void typingNarrows_data()
    {
        QTest::addColumn<QString>("narrow");
        QTest::addColumn<QString>("wide");
        QTest::addColumn<bool>("isNarrower");
        const auto row = [](const char *narrow, const char *wide, bool isNarrower) {
            QTest::addRow("%s | %s", narrow, wide)
                << QString::fromUtf8(narrow) << QString::fromUtf8(wide) << isNarrower;
        };
        row("okta", "", true);
        row("okta", "okt", true);
        row("okt", "okta", false);
        row("okta sso", "okta", true);
        row("okta type:user.*", "type:user.* okta", true);
        row("okta type:user.created", "okta type:user.*", true);
        row("okta", "okta type:user.*", false);
        row("type:user.created", "type:user.created,user.deleted", true);
        row("type:user.created,user.deleted", "type:user.created", false);
        row("type!=user.created,user.deleted", "type!=user.created", true);
        row("type!=user.created", "type!=user.created,user.deleted", false);
        row("data.email:*ada@*", "data.email:*da*", true);
        row("data.email:ada@x", "data.email:ada*", true);
        row("data.email:*ada", "data.email:ada*", false);
        row("data.email:a?a", "data.email:*a*", false);
        row("data.email:ada", "data.name:*a*", false);
        row("data.tries:1e1", "data.tries:*e*", false); // also found where 10 is written
        row("data.tries:10", "data.tries:*", false);
        row("-okt", "-okta", true);
        row("-okta", "-okt", false);
        row("okta", "okta OR sso", true);
        row("okta OR sso", "okta", false);
        row("oktas OR ssos", "okta OR sso", true);
        row("okta (a OR b)", "okta (a OR b OR c)", true);
        row("-(a OR b)", "-a", true);
        row("-(a b)", "-a", false);
        row("after:1d", "after:2d", false);
    }
    void typingNarrows()
    {
        QFETCH(QString, narrow);
        QFETCH(QString, wide);
        QTEST(isNarrower(parseFilter(narrow).value(), parseFilter(wide).value()), "isNarrower");
    }

    void whatIsNarrowerShowsNoMore()
    {
        const DemoStage stage(300);
        RandomFilters filters(stage.m_events, stage.m_context, 31);
        QRandomGenerator random(17);
        int narrower = 0;
        int rounds = 0;
        while (narrower < 400 && rounds < 4000) {
            ++rounds;
            const FilterExpression wide = filters.next(random.bounded(3));
            const FilterExpression narrow = changed(wide, filters, random);
            for (const auto &[inner, outer] : {std::pair(narrow, wide), std::pair(wide, narrow)}) {
                if (isNarrower(inner, outer) && inner != outer
                    && CompiledFilter::compile(inner, stage.m_context)
                    && CompiledFilter::compile(outer, stage.m_context)) {
                    ++narrower;
                    QVERIFY2(isSubset(stage.shownPlainly(inner), stage.shownPlainly(outer)),
                             qPrintable(filterText(inner) + u" | "_s + filterText(outer)));
                }
            }
        }
        QVERIFY2(narrower >= 400, qPrintable(QString::number(rounds)));
    }

    void contextsAreComparedByWhatIsAsked()
    {
        FilterContext a;
        a.now = kMadeStart;
        a.cursors = {{u"c"_s, {kMadeStart, 3}}};
        FilterContext b = a;
        const auto same = [&](const char *text) {
            return meansTheSame(parseFilter(QString::fromUtf8(text)).value(), a, b);
        };
        QVERIFY(same("after:2d cursor>c is:selected data.x < 3d"));
        QVERIFY(!same("result:done"));
        b.now += std::chrono::seconds(1);
        QVERIFY(same("after:2026-11-22 okta data.x:2d"));
        QVERIFY(!same("okta after:2d"));
        QVERIFY(!same("data.x > 2d"));
        b = a;
        b.zone = QTimeZone("Europe/Berlin");
        QVERIFY(same("after:2d at:2026-11-22T10:00Z"));
        QVERIFY(!same("-at:2026-11-22"));
        b = a;
        b.cursors[u"c"_s].row = 4;
        QVERIFY(same("okta"));
        QVERIFY(!same("okta OR cursor>c"));
        b = a;
        b.selected.insert(70);
        QVERIFY(same("is:stale"));
        QVERIFY(!same("is:stale,selected"));
        b.selected.remove(70);
        QVERIFY(same("is:selected"));
    }

    void needsAreWhatTheTermsSay()
    {
        const auto needs = [](const char *text) {
            return needsOf(parseFilter(QString::fromUtf8(text)).value());
        };
        QVERIFY(!needs("type:a.b org:x at:today family:auth id:e after:1d has:object").bytes);
        QVERIFY(needs("type:a.b data.x:1").bytes);
        QVERIFY(needs("-(type:a.b OR okta)").bytes);
        QVERIFY(needs("has:data.x").bytes);
        QVERIFY(needs("is:stale").freshness);
        QVERIFY(!needs("is:outoforder").freshness);
        QVERIFY(needs("is:outoforder").marks);
        QVERIFY(needs("org:x").organizationNames);
        QVERIFY(needs("okta").organizationNames);
        QVERIFY(needs("a cursor>b").cursors);
        QVERIFY(needs("is:selected").selected);
    }
};

QTEST_GUILESS_MAIN(TestFilterNarrowing)
#include "tst_filternarrowing.moc"
