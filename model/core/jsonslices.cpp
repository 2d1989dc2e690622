// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/json.h"

#include <array>
#include <cstring>

// Everything here walks text that a JsonDocument has accepted: it finds borders and checks nothing.

namespace playhead {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

constexpr std::array<bool, 256> makeStructure()
{
    std::array<bool, 256> structure{};
    for (const char c : {'"', '{', '}', '[', ']'}) {
        structure[static_cast<unsigned char>(c)] = true;
    }
    return structure;
}

constexpr std::array<bool, 256> kStructure = makeStructure();

class Walker
{
public:
    explicit Walker(QByteArrayView text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    {}

    const char *position() const { return m_at; }
    char next()
    {
        while (m_at < m_end && isSpace(*m_at)) {
            ++m_at;
        }
        return m_at < m_end ? *m_at : '\0';
    }
    bool take(char c)
    {
        if (next() != c) {
            return false;
        }
        ++m_at;
        return true;
    }
    /// Skips a value and returns its text.
    QByteArrayView value()
    {
        const char first = next();
        const char *begin = m_at;
        if (first == '"') {
            skipString();
        } else if (first == '{' || first == '[') {
            skipContainer();
        } else {
            while (m_at < m_end && *m_at != ',' && *m_at != ']' && *m_at != '}'
                   && !isSpace(*m_at)) {
                ++m_at;
            }
        }
        return {begin, m_at - begin};
    }

private:
    void skipString()
    {
        const char *open = m_at++;
        while (m_at < m_end) {
            const auto *quote = static_cast<const char *>(
                std::memchr(m_at, '"', static_cast<size_t>(m_end - m_at)));
            if (quote == nullptr) {
                m_at = m_end;
                return;
            }
            m_at = quote + 1;
            qsizetype backslashes = 0;
            while (quote - 1 - backslashes > open && quote[-1 - backslashes] == '\\') {
                ++backslashes;
            }
            if (backslashes % 2 == 0) {
                return;
            }
        }
    }
    void skipContainer()
    {
        int depth = 0;
        while (m_at < m_end) {
            if (!kStructure[static_cast<unsigned char>(*m_at)]) {
                ++m_at;
                continue;
            }
            if (*m_at == '"') {
                skipString();
                continue;
            }
            depth += *m_at == '{' || *m_at == '[' ? 1 : -1;
            ++m_at;
            if (depth == 0) {
                return;
            }
        }
    }

    const char *m_at;
    const char *m_end;
};

QByteArray unescaped(QByteArrayView quoted)
{
    const QByteArrayView inside = quoted.sliced(1, quoted.size() - 2);
    if (!inside.contains('\\')) {
        return inside.toByteArray();
    }
    JsonDocument document;
    return document.parse(quoted) ? document.root().string().toByteArray() : inside.toByteArray();
}

bool isKey(QByteArrayView quoted, QByteArrayView key)
{
    const QByteArrayView inside = quoted.sliced(1, quoted.size() - 2);
    return inside.contains('\\') ? unescaped(quoted) == key : inside == key;
}

/// The elements of the array that comes next. A value that is no array is skipped.
std::optional<std::vector<QByteArrayView>> takeElements(Walker &in)
{
    if (!in.take('[')) {
        in.value();
        return std::nullopt;
    }
    std::vector<QByteArrayView> elements;
    while (!in.take(']') && in.next() != '\0') {
        elements.push_back(in.value());
        in.take(',');
    }
    return elements;
}

/// Calls `visit(key, value)` for each member of an object or element of an array (with an empty key).
template<typename Visit>
void walkChildren(QByteArrayView text, Visit visit)
{
    Walker in(text);
    const bool isObject = in.take('{');
    if (!isObject && !in.take('[')) {
        return;
    }
    const char close = isObject ? '}' : ']';
    while (!in.take(close) && in.next() != '\0') {
        QByteArrayView key;
        if (isObject) {
            key = in.value();
            in.take(':');
        }
        visit(key, in.value());
        in.take(',');
    }
}

} // namespace

std::optional<std::vector<QByteArrayView>> arraySlices(QByteArrayView text)
{
    Walker in(text);
    return takeElements(in);
}

std::optional<std::vector<QByteArrayView>> arrayMemberSlices(QByteArrayView text,
                                                             QByteArrayView key)
{
    Walker in(text);
    if (!in.take('{')) {
        return std::nullopt;
    }
    std::optional<std::vector<QByteArrayView>> found;
    while (!in.take('}') && in.next() != '\0') {
        const QByteArrayView quoted = in.value();
        in.take(':');
        if (isKey(quoted, key)) {
            found = takeElements(in); // In the same walk: the member may be nearly all of the text.
        } else {
            in.value();
        }
        in.take(',');
    }
    return found;
}

JsonNode::JsonNode(QByteArray key, QByteArrayView text)
    : m_key(std::move(key))
    , m_text(text)
{}

JsonValue::Type JsonNode::type() const
{
    switch (Walker(m_text).next()) {
    case '{':
        return JsonValue::Type::Object;
    case '[':
        return JsonValue::Type::Array;
    case '"':
        return JsonValue::Type::String;
    case 't':
    case 'f':
        return JsonValue::Type::Bool;
    case 'n':
    case '\0':
        return JsonValue::Type::Null;
    default:
        return JsonValue::Type::Number;
    }
}

QString JsonNode::scalarText() const
{
    const QByteArrayView text = Walker(m_text).value();
    switch (type()) {
    case JsonValue::Type::Object:
    case JsonValue::Type::Array:
        return {};
    case JsonValue::Type::String:
        return QString::fromUtf8(unescaped(text));
    default:
        return QString::fromUtf8(text);
    }
}

qsizetype JsonNode::childCount() const
{
    if (m_read) {
        return static_cast<qsizetype>(m_children.size());
    }
    qsizetype count = 0;
    walkChildren(m_text, [&count](QByteArrayView, QByteArrayView) { ++count; });
    return count;
}

const std::vector<JsonNode> &JsonNode::children() const
{
    if (!m_read) {
        m_read = true;
        walkChildren(m_text, [this](QByteArrayView quoted, QByteArrayView value) {
            m_children.emplace_back(quoted.isEmpty() ? QByteArray() : unescaped(quoted), value);
        });
    }
    return m_children;
}

} // namespace playhead
