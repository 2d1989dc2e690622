// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace playhead {

/// One value inside a JsonDocument. Cheap to copy; valid as long as its document lives. Any thread may read.
class JsonValue
{
public:
    enum class Type {
        Null,
        Bool,
        Number,
        String,
        Array,
        Object
    };

    Type type() const;
    bool isNull() const { return type() == Type::Null; }
    bool isString() const { return type() == Type::String; }
    bool isObject() const { return type() == Type::Object; }
    bool isArray() const { return type() == Type::Array; }

    /// The unescaped UTF-8 text of a string; empty for every other type.
    QByteArrayView string() const;
    std::optional<bool> boolean() const;
    std::optional<qint64> integer() const;
    std::optional<quint64> unsignedInteger() const; ///< All 64 bits, for seeds.
    std::optional<double> number() const;

    /// The member `key` of an object. Of equal keys the last one counts, as in JSON.parse. Empty when there is none.
    std::optional<JsonValue> member(QByteArrayView key) const;
    /// A plain path of members: `/data/user/id` (no `~` escapes, no array indexes). Empty when a step is missing.
    std::optional<JsonValue> at(QByteArrayView pointer) const;

    /// In the order of the text; equal keys are all visited.
    void forEachMember(const std::function<void(QByteArrayView key, JsonValue value)> &visit) const;
    void forEachElement(const std::function<void(JsonValue value)> &visit) const;
    /// Number of elements or members; 0 for scalars.
    qsizetype size() const;

private:
    friend class JsonDocument;
    // A simdjson DOM element, kept as its bits so that its large header stays out of ours.
    quintptr m_bits[2] = {0, 0};
};

/// A JSON text that has been validated to its last byte, with its values. Numbers beyond double or 64 bits
/// (`1e400`, 30 digits) are valid JSON and accepted; their exact text is in the bytes (see json slices and tree).
class JsonDocument
{
public:
    JsonDocument();
    ~JsonDocument();
    JsonDocument(JsonDocument &&) noexcept;
    JsonDocument &operator=(JsonDocument &&) noexcept;

    /// Malformed when anything is wrong anywhere, including text after the value and depth over 1,000.
    /// `text` need not outlive the document. Reusing one document for many texts saves allocations.
    Status parse(QByteArrayView text);

    JsonValue root() const;

private:
    struct Parsed;
    std::unique_ptr<Parsed> m_parsed;
};

/// The byte-exact slices of the elements of the array member `key` of the object in `text`, in order, without the white
/// space around them. `text` must already be valid JSON (parsed by JsonDocument). With equal keys the last one counts.
/// Empty optional when there is no such member or it is no array.
std::optional<std::vector<QByteArrayView>> arrayMemberSlices(QByteArrayView text,
                                                             QByteArrayView key);

/// The byte-exact slices of the elements of the array that `text` is; empty optional when it is no array.
std::optional<std::vector<QByteArrayView>> arraySlices(QByteArrayView text);

/// The event's bytes as they are stored: `text` itself, unless it holds a line break (which can only stand outside
/// strings); then all insignificant white space is taken out and nothing else changes. `text` must be valid JSON.
QByteArray singleLine(QByteArrayView text);

/// A JSON value as people see it: keys in the order of the text, equal keys all there, numbers with their own text.
/// Children are read only when asked for, so that a 5 MB event costs nothing until it is opened.
/// `text` must be valid JSON and outlive the node.
class JsonNode
{
public:
    JsonNode() = default;
    JsonNode(QByteArray key, QByteArrayView text);

    JsonValue::Type type() const;
    const QByteArray &key() const
    {
        return m_key;
    } ///< Unescaped; empty for elements of arrays and the root.
    QByteArrayView text() const { return m_text; } ///< The value's own bytes.
    QString scalarText() const; ///< Unescaped string, or the number's, true's or null's own text.
    qsizetype childCount() const; ///< Without reading the children's content.
    const std::vector<JsonNode> &children() const; ///< Read at the first call. One thread.

private:
    QByteArray m_key;
    QByteArrayView m_text;
    mutable std::vector<JsonNode> m_children;
    mutable bool m_read = false;
};

} // namespace playhead
