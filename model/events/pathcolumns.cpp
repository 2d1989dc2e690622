// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/pathcolumns.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <span>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kCachedCharacters = 4'000'000;
constexpr qsizetype kMostShown = 300;
/// Of a text that is cut, more bytes than this are not made readable.
constexpr qsizetype kMostShownBytes = 2'000;

using Steps = std::span<const FilterStep>;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EventTableModel)
};

/// Of equal keys the last one counts, as in JSON.parse.
const JsonNode *memberOf(const JsonNode &node, const QByteArray &key)
{
    if (node.type() != JsonValue::Type::Object) {
        return nullptr;
    }
    const auto &members = node.children();
    const auto found = std::find_if(members.rbegin(), members.rend(), [&key](const JsonNode &each) {
        return each.key() == key;
    });
    return found == members.rend() ? nullptr : &*found;
}

const JsonNode *nodeAt(const JsonNode &event, std::initializer_list<const char *> keys)
{
    const JsonNode *at = &event;
    for (const char *key : keys) {
        at = at != nullptr ? memberOf(*at, key) : nullptr;
    }
    return at;
}

/// As anyValueAt() finds values, but with each value's own bytes.
void collect(const JsonNode &from, Steps steps, std::vector<const JsonNode *> &found)
{
    if (steps.empty()) {
        found.push_back(&from);
        return;
    }
    const FilterStep &step = steps.front();
    if (step.kind == FilterStep::Kind::Key) {
        if (const JsonNode *member = memberOf(from, step.key.toUtf8())) {
            collect(*member, steps.subspan(1), found);
        }
        return;
    }
    if (from.type() != JsonValue::Type::Array) {
        return;
    }
    const std::vector<JsonNode> &elements = from.children();
    for (size_t i = 0; i < elements.size(); ++i) {
        if (step.kind == FilterStep::Kind::AnyElement || i == step.index) {
            collect(elements[i], steps.subspan(1), found);
        }
    }
}

/// Where the values of a field begin; see anyValueOf().
std::vector<const JsonNode *> rootsOf(const JsonNode &event, FilterField field)
{
    if (field != FilterField::Prev) {
        return {nodeAt(event, {field == FilterField::Data ? "data" : "context"})};
    }
    std::vector<const JsonNode *> roots{nodeAt(event, {"data", "previous_attributes"})};
    const JsonNode *inContext = nodeAt(event, {"context", "previous_attributes"});
    if (inContext != nullptr) {
        const JsonNode *data = memberOf(*inContext, "data");
        const JsonNode *context = memberOf(*inContext, "context");
        roots.push_back(data == nullptr && context == nullptr ? inContext : data);
        roots.push_back(context);
    }
    return roots;
}

QString wholeText(const JsonNode &node)
{
    return node.type() == JsonValue::Type::String ? node.scalarText()
                                                  : QString::fromUtf8(node.text());
}

QString shownText(const JsonNode &node)
{
    const auto count = [&node] { return QLocale().toString(node.childCount()); };
    switch (node.type()) {
    case JsonValue::Type::Object:
        return node.childCount() == 1 ? Text::tr("1 key") : Text::tr("%1 keys").arg(count());
    case JsonValue::Type::Array:
        return node.childCount() == 1 ? Text::tr("1 item") : Text::tr("%1 items").arg(count());
    case JsonValue::Type::String:
        if (node.text().size() > kMostShownBytes) {
            // Cut inside its quotes, which the end may have lost: shown as it is written.
            return QString::fromUtf8(node.text().sliced(1, kMostShownBytes)).left(kMostShown);
        }
        return node.scalarText();
    default:
        return QString::fromUtf8(node.text().first(std::min(node.text().size(), kMostShownBytes)));
    }
}

} // namespace

PathColumns::Value valueAtPath(QByteArrayView event, const WrittenPath &path)
{
    const JsonNode root({}, event);
    std::vector<const JsonNode *> found;
    for (const JsonNode *from : rootsOf(root, path.field)) {
        // What data tells of previous values comes before what the context does.
        if (from != nullptr && found.empty()) {
            collect(*from, path.path, found);
        }
    }
    PathColumns::Value value;
    for (const JsonNode *node : found) {
        const QString separator = node == found.front() ? QString() : u", "_s;
        value.whole += separator + wholeText(*node);
        if (value.shown.size() <= kMostShown) {
            value.shown += separator + shownText(*node);
        }
    }
    value.shown = value.shown.left(kMostShown + 1).simplified();
    if (value.shown.size() > kMostShown) {
        value.shown = value.shown.left(kMostShown) + u'…';
    }
    return value;
}

PathColumns::PathColumns()
    : m_cache(kCachedCharacters)
{}

void PathColumns::append(const WrittenPath &path)
{
    m_paths.append(filterPathText(path.field, path.path));
    m_written.push_back(path);
    m_cache.clear();
}

void PathColumns::removeAt(qsizetype column)
{
    m_paths.removeAt(column);
    m_written.erase(m_written.begin() + column);
    m_cache.clear();
}

PathColumns::Value PathColumns::value(const EventSnapshot &events,
                                      EventRow row,
                                      qsizetype column) const
{
    const auto at = static_cast<size_t>(column);
    if (const Values *known = m_cache.object(row)) {
        return (*known)[at];
    }
    auto values = std::make_unique<Values>();
    qsizetype cost = 0;
    for (const WrittenPath &path : m_written) {
        values->push_back(valueAtPath(events.raw(row), path));
        cost += 100 + values->back().shown.size() + values->back().whole.size();
    }
    const Value value = (*values)[at];
    m_cache.insert(row, values.release(), cost); // a value that is too large for it is not kept
    return value;
}

} // namespace playhead
