// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/refusedtypes.h"

#include "model/core/json.h"

namespace playhead {

namespace {

bool isNamePart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
           || c == '.';
}

bool holdsWord(QByteArrayView text, QByteArrayView word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        const bool startsThere = at == 0 || !isNamePart(text[at - 1]);
        // A full stop may end the sentence; within a longer name something follows it.
        const bool isStop = end < text.size() && text[end] == '.'
                            && (end + 1 == text.size() || !isNamePart(text[end + 1]));
        if (startsThere && (end == text.size() || isStop || !isNamePart(text[end]))) {
            return true;
        }
    }
    return false;
}

} // namespace

bool saysEventsRequired(QByteArrayView body)
{
    JsonDocument document;
    if (!document.parse(body)) {
        return false;
    }
    bool isRequired = false;
    if (const std::optional<JsonValue> errors = document.root().member("errors")) {
        errors->forEachElement([&isRequired](JsonValue error) {
            const std::optional<JsonValue> code = error.member("code");
            const std::optional<JsonValue> field = error.member("field");
            isRequired = isRequired
                         || (code && field && code->string() == "required"
                             && field->string() == "events");
        });
    }
    return isRequired;
}

QList<QByteArray> refusedTypes(QByteArrayView body, const QList<QByteArray> &asked)
{
    QList<QByteArray> named;
    for (const QByteArray &type : asked) {
        if (holdsWord(body, type)) {
            named.append(type);
        }
    }
    // A server that echoes the whole list names nothing in particular.
    return named.size() == asked.size() && asked.size() > 1 ? QList<QByteArray>() : named;
}

} // namespace playhead
