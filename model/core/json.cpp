// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/json.h"

#include <QCoreApplication>

#include <bit>
#include <cstring>
#include <simdjson.h>
#include <string_view>

namespace playhead {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

// JsonValue keeps an element as its two words.
static_assert(sizeof(element) == 2 * sizeof(quintptr));
static_assert(std::is_trivially_copyable_v<element>);

element toElement(const quintptr (&bits)[2])
{
    element value;
    std::memcpy(static_cast<void *>(&value), bits, sizeof value);
    return value;
}

void toBits(const element &value, quintptr (&bits)[2])
{
    std::memcpy(bits, static_cast<const void *>(&value), sizeof value);
}

QByteArrayView toView(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// RFC 8259, section 6.
bool isJsonNumber(QByteArrayView token)
{
    qsizetype at = 0;
    const auto digits = [&] {
        const qsizetype begin = at;
        while (at < token.size() && isDigit(token[at])) {
            ++at;
        }
        return at - begin;
    };
    const auto take = [&](char c) { return at < token.size() && token[at] == c && ++at > 0; };
    take('-');
    const qsizetype whole = at;
    const qsizetype wholeDigits = digits();
    if (wholeDigits == 0 || (wholeDigits > 1 && token[whole] == '0')) {
        return false;
    }
    if (take('.') && digits() == 0) {
        return false;
    }
    if (take('e') || take('E')) {
        if (!take('+')) {
            take('-');
        }
        if (digits() == 0) {
            return false;
        }
    }
    return at == token.size();
}

/// A copy of `text` in which numbers that a double or 64 bits may not hold are zeros of the same length, so that the
/// parser, which refuses them, can judge everything else. Empty when a number breaks the grammar.
QByteArray withoutLargeNumbers(QByteArrayView text)
{
    QByteArray copy = text.toByteArray();
    char *data = copy.data();
    const qsizetype size = copy.size();
    for (qsizetype at = 0; at < size; ++at) {
        if (data[at] == '"') {
            for (++at; at < size && data[at] != '"'; ++at) {
                at += data[at] == '\\' ? 1 : 0;
            }
        } else if (data[at] == '-' || isDigit(data[at])) {
            const qsizetype begin = at;
            while (at < size && std::strchr(",]} \t\r\n:", data[at]) == nullptr) {
                ++at;
            }
            const QByteArrayView token(data + begin, at - begin);
            if (!isJsonNumber(token)) {
                return {};
            }
            if (token.size() > 16 || token.contains('e') || token.contains('E')) {
                std::memset(data + begin, '0', static_cast<size_t>(token.size()));
                data[begin + 1] = '.';
            }
            --at;
        }
    }
    return copy;
}

} // namespace

JsonValue::Type JsonValue::type() const
{
    switch (toElement(m_bits).type()) {
    case element_type::ARRAY:
        return Type::Array;
    case element_type::OBJECT:
        return Type::Object;
    case element_type::STRING:
        return Type::String;
    case element_type::BOOL:
        return Type::Bool;
    case element_type::NULL_VALUE:
        return Type::Null;
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
        break;
    }
    return Type::Number;
}

QByteArrayView JsonValue::string() const
{
    std::string_view text;
    return toElement(m_bits).get(text) == simdjson::SUCCESS ? toView(text) : QByteArrayView();
}

std::optional<bool> JsonValue::boolean() const
{
    bool value = false;
    return toElement(m_bits).get(value) == simdjson::SUCCESS ? std::optional(value) : std::nullopt;
}

std::optional<qint64> JsonValue::integer() const
{
    int64_t value = 0;
    return toElement(m_bits).get(value) == simdjson::SUCCESS ? std::optional<qint64>(value)
                                                             : std::nullopt;
}

std::optional<quint64> JsonValue::unsignedInteger() const
{
    uint64_t value = 0;
    return toElement(m_bits).get(value) == simdjson::SUCCESS ? std::optional<quint64>(value)
                                                             : std::nullopt;
}

std::optional<double> JsonValue::number() const
{
    double value = 0;
    return toElement(m_bits).get(value) == simdjson::SUCCESS ? std::optional(value) : std::nullopt;
}

std::optional<JsonValue> JsonValue::member(QByteArrayView key) const
{
    simdjson::dom::object object;
    if (toElement(m_bits).get(object) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    std::optional<JsonValue> found;
    for (const auto field : object) {
        if (toView(field.key) == key) {
            found.emplace();
            toBits(field.value, found->m_bits);
        }
    }
    return found;
}

std::optional<JsonValue> JsonValue::at(QByteArrayView pointer) const
{
    std::optional<JsonValue> value = *this;
    while (value && !pointer.isEmpty()) {
        if (pointer[0] != '/') {
            return std::nullopt;
        }
        qsizetype end = pointer.indexOf('/', 1);
        end = end < 0 ? pointer.size() : end;
        value = value->member(pointer.sliced(1, end - 1));
        pointer = pointer.sliced(end);
    }
    return value;
}

void JsonValue::forEachMember(const std::function<void(QByteArrayView, JsonValue)> &visit) const
{
    simdjson::dom::object object;
    if (toElement(m_bits).get(object) == simdjson::SUCCESS) {
        for (const auto field : object) {
            JsonValue value;
            toBits(field.value, value.m_bits);
            visit(toView(field.key), value);
        }
    }
}

void JsonValue::forEachElement(const std::function<void(JsonValue)> &visit) const
{
    simdjson::dom::array array;
    if (toElement(m_bits).get(array) == simdjson::SUCCESS) {
        for (const element child : array) {
            JsonValue value;
            toBits(child, value.m_bits);
            visit(value);
        }
    }
}

qsizetype JsonValue::size() const
{
    // Counted by hand: simdjson's own count saturates at 24 bits.
    qsizetype count = 0;
    if (isArray()) {
        forEachElement([&count](JsonValue) { ++count; });
    } else {
        forEachMember([&count](QByteArrayView, JsonValue) { ++count; });
    }
    return count;
}

struct JsonDocument::Parsed
{
    simdjson::dom::parser parser;
    element root;
};

JsonDocument::JsonDocument()
    : m_parsed(std::make_unique<Parsed>())
{}

JsonDocument::~JsonDocument() = default;
JsonDocument::JsonDocument(JsonDocument &&) noexcept = default;
JsonDocument &JsonDocument::operator=(JsonDocument &&) noexcept = default;

Status JsonDocument::parse(QByteArrayView text)
{
    const auto tryParse = [this](QByteArrayView json) {
        // simdjson copies from the pointer also when there is nothing to copy: it may not be null.
        return m_parsed->parser
            .parse(json.isEmpty() ? "" : json.data(), static_cast<size_t>(json.size()))
            .get(m_parsed->root);
    };
    simdjson::error_code error = tryParse(text);
    if (error == simdjson::NUMBER_ERROR) {
        const QByteArray smaller = withoutLargeNumbers(text);
        error = smaller.isEmpty() ? error : tryParse(smaller);
    }
    if (error == simdjson::SUCCESS) {
        return {};
    }
    return failure(ErrorCode::Malformed,
                   QCoreApplication::translate("JsonDocument", "This is not valid JSON."),
                   QString::fromUtf8(simdjson::error_message(error)));
}

JsonValue JsonDocument::root() const
{
    JsonValue value;
    toBits(m_parsed->root, value.m_bits);
    return value;
}

QByteArray singleLine(QByteArrayView text)
{
    if (!text.contains('\n') && !text.contains('\r')) {
        return text.toByteArray();
    }
    QByteArray line(text.size(), Qt::Uninitialized);
    size_t length = 0;
    // It validates only that strings are closed, which `text` already is.
    const auto error =
        simdjson::minify(text.data(), static_cast<size_t>(text.size()), line.data(), length);
    Q_ASSERT(error == simdjson::SUCCESS);
    Q_UNUSED(error)
    line.truncate(static_cast<qsizetype>(length));
    return line;
}

} // namespace playhead
