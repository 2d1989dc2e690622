// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterpath.h"

#include "model/events/filterlexer.h"
#include "model/events/filterwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

using Steps = std::span<const FilterStep>;
using Visit = std::function<bool(JsonValue)>;

/// Ends a key: what needs brackets and quotes.
bool endsKey(QChar c)
{
    return c == u'.' || c == u'[' || c == u']' || c == u'"';
}

class PathReader
{
public:
    explicit PathReader(QStringView text)
        : m_text(text)
    {}

    PathResult read()
    {
        const qsizetype rootEnd = endOfKey();
        const auto field = fieldOf(m_text.first(rootEnd));
        if (!field || !isPathField(*field)) {
            return wrong(0,
                         QCoreApplication::translate("Filter",
                                                     "A path begins with data, context or prev."));
        }
        m_at = rootEnd;
        FilterPath path;
        while (m_at < m_text.size()) {
            const qsizetype begin = m_at;
            const auto step = m_text[m_at] == u'.' ? readKey() : readBracket();
            if (!step) {
                return wrong(begin,
                             QCoreApplication::translate(
                                 "Filter", "Paths look like data.groups[].name or data.list[2]."));
            }
            path.push_back(*step);
        }
        if (path.empty()) {
            return wrong(0,
                         QCoreApplication::translate("Filter",
                                                     "Name a value in it, as in %1.email.")
                             .arg(fieldWord(*field)));
        }
        return {WrittenPath{*field, std::move(path)}, {}};
    }

private:
    PathResult wrong(qsizetype at, const QString &advice) const
    {
        return {std::nullopt,
                {at,
                 m_text.size() - at,
                 QCoreApplication::translate("Filter", "\"%1\" is not a path").arg(m_text),
                 advice}};
    }
    qsizetype endOfKey() const
    {
        qsizetype end = m_at;
        while (end < m_text.size() && !endsKey(m_text[end])) {
            ++end;
        }
        return end;
    }
    std::optional<FilterStep> readKey()
    {
        const qsizetype begin = ++m_at;
        m_at = endOfKey();
        if (m_at == begin) {
            return std::nullopt;
        }
        return FilterStep{FilterStep::Kind::Key, m_text.sliced(begin, m_at - begin).toString(), 0};
    }
    std::optional<FilterStep> readBracket()
    {
        if (m_text[m_at] != u'[') {
            return std::nullopt;
        }
        const qsizetype begin = ++m_at;
        const bool isQuoted = begin < m_text.size() && m_text[begin] == u'"';
        if (isQuoted) {
            for (++m_at; m_at < m_text.size() && m_text[m_at] != u'"'; ++m_at) {
                m_at += m_text[m_at] == u'\\' ? 1 : 0;
            }
            ++m_at;
        } else {
            while (m_at < m_text.size() && m_text[m_at] != u']') {
                ++m_at;
            }
        }
        if (m_at >= m_text.size() || m_text[m_at] != u']') {
            return std::nullopt;
        }
        const QStringView inside = m_text.sliced(begin, m_at - begin);
        ++m_at;
        if (isQuoted) {
            return FilterStep{FilterStep::Kind::Key, unquoted(inside), 0};
        }
        return elementStep(inside);
    }
    static std::optional<FilterStep> elementStep(QStringView index)
    {
        if (index.isEmpty()) {
            return FilterStep{FilterStep::Kind::AnyElement, {}, 0};
        }
        bool isNumber = std::all_of(index.begin(), index.end(), [](QChar c) {
            return c >= u'0' && c <= u'9';
        });
        const quint32 number = isNumber ? index.toUInt(&isNumber) : 0;
        return isNumber ? std::optional(FilterStep{FilterStep::Kind::Element, {}, number})
                        : std::nullopt;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

QString stepText(const FilterStep &step)
{
    if (step.kind == FilterStep::Kind::AnyElement) {
        return u"[]"_s;
    }
    if (step.kind == FilterStep::Kind::Element) {
        return u"[%1]"_s.arg(step.index);
    }
    const bool isPlain = !step.key.isEmpty()
                         && std::all_of(step.key.begin(), step.key.end(), [](QChar c) {
                                return c.isLetterOrNumber() || c == u'_' || c == u'-';
                            });
    if (isPlain) {
        return u'.' + step.key;
    }
    QString key = step.key;
    return u"[\""_s + key.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u"\"]"_s;
}

bool visitSteps(JsonValue from, Steps steps, const Visit &visit)
{
    if (steps.empty()) {
        return visit(from);
    }
    const FilterStep &step = steps.front();
    const Steps rest = steps.subspan(1);
    if (step.kind == FilterStep::Kind::Key) {
        const auto member = from.isObject() ? from.member(step.key.toUtf8()) : std::nullopt;
        return member && visitSteps(*member, rest, visit);
    }
    bool isFound = false;
    quint32 index = 0;
    from.forEachElement([&](JsonValue element) {
        const bool isMeant = step.kind == FilterStep::Kind::AnyElement || index == step.index;
        ++index;
        isFound = isFound || (isMeant && visitSteps(element, rest, visit));
    });
    return isFound;
}

bool visitPrevious(JsonValue event, Steps path, const Visit &visit)
{
    const auto inData = event.at("/data/previous_attributes");
    if (inData && visitSteps(*inData, path, visit)) {
        return true;
    }
    const auto inContext = event.at("/context/previous_attributes");
    if (!inContext) {
        return false;
    }
    const auto data = inContext->member("data");
    const auto context = inContext->member("context");
    if (!data && !context) {
        return visitSteps(*inContext, path, visit);
    }
    return (data && visitSteps(*data, path, visit))
           || (context && visitSteps(*context, path, visit));
}

} // namespace

PathResult parseFilterPath(QStringView text)
{
    return PathReader(text).read();
}

QString filterPathText(FilterField field, const FilterPath &path)
{
    QString text = fieldWord(field);
    for (const FilterStep &step : path) {
        text += stepText(step);
    }
    return text;
}

bool anyValueAt(JsonValue from, const FilterPath &path, const Visit &visit)
{
    return visitSteps(from, path, visit);
}

bool anyValueOf(JsonValue event, FilterField field, const FilterPath &path, const Visit &visit)
{
    if (field == FilterField::Prev) {
        return visitPrevious(event, path, visit);
    }
    const auto root = event.member(field == FilterField::Data ? "data" : "context");
    return root && visitSteps(*root, path, visit);
}

} // namespace playhead
