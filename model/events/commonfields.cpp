// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/commonfields.h"

#include "model/core/json.h"
#include "model/core/jsonpath.h"

#include <QHash>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

/// What is still common: a value of the first event, or those members of an object that are left of it.
struct Common
{
    QByteArray key;
    QByteArray text;
    bool isWhole = true; ///< The bytes were equal so far; else only `members` count.
    std::vector<Common> members;
};

/// Of equal keys the last one counts.
QHash<QByteArray, const JsonNode *> membersByKey(const JsonNode &object)
{
    QHash<QByteArray, const JsonNode *> members;
    for (const JsonNode &child : object.children()) {
        members.insert(child.key(), &child);
    }
    return members;
}

std::vector<Common> membersOf(const JsonNode &object)
{
    const QHash<QByteArray, const JsonNode *> byKey = membersByKey(object);
    std::vector<Common> members;
    for (const JsonNode &child : object.children()) {
        if (byKey.value(child.key()) == &child) {
            members.push_back({child.key(), child.text().toByteArray(), true, {}});
        }
    }
    return members;
}

/// Narrows `common` to what `node` has too; false when nothing is left.
bool narrow(Common &common, const JsonNode &node)
{
    if (common.isWhole && common.text == node.text()) {
        return true;
    }
    const JsonNode own({}, common.text);
    if (own.type() != JsonValue::Type::Object || node.type() != JsonValue::Type::Object) {
        return false;
    }
    if (common.isWhole) {
        common.isWhole = false;
        common.members = membersOf(own);
    }
    const QHash<QByteArray, const JsonNode *> others = membersByKey(node);
    const auto isGone = [&others](Common &member) {
        const JsonNode *other = others.value(member.key);
        return !other || !narrow(member, *other);
    };
    common.members.erase(std::remove_if(common.members.begin(), common.members.end(), isGone),
                         common.members.end());
    return !common.members.empty();
}

void list(const Common &common, const QString &path, QList<CommonFields::Field> &fields)
{
    const JsonNode node({}, common.text);
    const bool isObject = node.type() == JsonValue::Type::Object && node.childCount() > 0;
    if (!isObject) {
        fields.append({path, common.text});
        return;
    }
    for (const Common &member : common.isWhole ? membersOf(node) : common.members) {
        list(member, path + jsonPathStep(QString::fromUtf8(member.key), false), fields);
    }
}

} // namespace

CommonFields commonFields(const EventSnapshot &events,
                          const std::vector<EventRow> &rows,
                          const std::atomic_bool &isStopped)
{
    CommonFields result;
    std::vector<Common> parts;
    for (const EventRow row : rows) {
        if (isStopped) {
            return {};
        }
        if (result.compared == kMostCompared) {
            break;
        }
        const QByteArray raw = events.raw(row).toByteArray();
        const JsonNode event({}, raw);
        const QHash<QByteArray, const JsonNode *> members = membersByKey(event);
        if (result.compared++ == 0) {
            for (const QByteArray &key :
                 {QByteArrayLiteral("data"), QByteArrayLiteral("context")}) {
                if (const JsonNode *part = members.value(key)) {
                    parts.push_back({key, part->text().toByteArray(), true, {}});
                }
            }
            continue;
        }
        const auto isGone = [&members](Common &part) {
            const JsonNode *other = members.value(part.key);
            return !other || !narrow(part, *other);
        };
        parts.erase(std::remove_if(parts.begin(), parts.end(), isGone), parts.end());
    }
    for (const Common &part : parts) {
        list(part, QString::fromUtf8(part.key), result.fields);
    }
    return result;
}

} // namespace playhead
