// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventvalues.h"

#include <QCoreApplication>
#include <QStringList>

#include <span>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

// These texts stand in one line of a table: what does not fit there need not be made.
constexpr qsizetype kMaxKeys = 8;
constexpr qsizetype kMaxProduct = 40;

void addKeys(const std::optional<JsonValue> &object, QStringList &keys)
{
    if (!object || !object->isObject()) {
        return;
    }
    object->forEachMember([&keys](QByteArrayView key, JsonValue value) {
        if (key == "custom_attributes" && value.isObject() && value.size() > 0) {
            addKeys(value, keys);
        } else if (keys.size() < kMaxKeys && !keys.contains(QString::fromUtf8(key))) {
            keys.append(QString::fromUtf8(key));
        }
    });
}

struct Mark
{
    QByteArrayView token;
    QLatin1StringView name;
};

// Most browsers name others as well: the ones that others never name come first.
constexpr Mark kBrowsers[] = {{"Edg", "Edge"_L1},
                              {"OPR/", "Opera"_L1},
                              {"Firefox/", "Firefox"_L1},
                              {"FxiOS/", "Firefox"_L1},
                              {"CriOS/", "Chrome"_L1},
                              {"Chrome/", "Chrome"_L1},
                              {"Safari/", "Safari"_L1}};
constexpr Mark kSystems[] = {{"Windows", "Windows"_L1},
                             {"Android", "Android"_L1},
                             {"iPhone", "iOS"_L1},
                             {"iPad", "iPadOS"_L1},
                             {"Mac OS X", "macOS"_L1},
                             {"CrOS", "ChromeOS"_L1},
                             {"Linux", "Linux"_L1}};

QString firstNamed(QByteArrayView text, std::span<const Mark> marks)
{
    for (const Mark &mark : marks) {
        if (text.contains(mark.token)) {
            return mark.name;
        }
    }
    return {};
}

} // namespace

QString joined(const QStringList &parts)
{
    QStringList filled;
    for (const QString &part : parts) {
        if (!part.isEmpty()) {
            filled.append(part);
        }
    }
    return filled.join(u" · "_s);
}

QString stringAt(JsonValue value, QByteArrayView pointer)
{
    const std::optional<JsonValue> found = value.at(pointer);
    return found ? QString::fromUtf8(found->string()) : QString();
}

qsizetype arraySizeAt(JsonValue event, QByteArrayView pointer)
{
    const std::optional<JsonValue> value = event.at(pointer);
    return value && value->isArray() ? value->size() : 0;
}

bool isTrueAt(JsonValue event, QByteArrayView pointer)
{
    const std::optional<JsonValue> value = event.at(pointer);
    return value && value->boolean().value_or(false);
}

QString changedKeys(JsonValue event)
{
    QStringList keys;
    addKeys(event.at("/data/previous_attributes"), keys);
    const std::optional<JsonValue> inContext = event.at("/context/previous_attributes");
    if (inContext) {
        const std::optional<JsonValue> data = inContext->member("data");
        const std::optional<JsonValue> context = inContext->member("context");
        addKeys(data, keys);
        addKeys(context, keys);
        if (!data && !context) {
            addKeys(inContext, keys);
        }
    }
    return keys.join(u", "_s);
}

QString personName(JsonValue event, QByteArrayView object)
{
    const std::optional<JsonValue> person = event.at(object);
    if (!person) {
        return {};
    }
    const QString name = stringAt(*person, "/name");
    if (!name.isEmpty()) {
        return name;
    }
    const QString parts = QString(stringAt(*person, "/first_name") + u' '
                                  + stringAt(*person, "/last_name"))
                              .trimmed();
    return !parts.isEmpty() ? parts : stringAt(*person, "/email");
}

QString idTail(QByteArrayView id)
{
    return id.isEmpty() ? QString() : u"…"_s + QString::fromUtf8(id.size() > 5 ? id.last(5) : id);
}

QString shortUserAgent(QByteArrayView userAgent)
{
    const QString browser = firstNamed(userAgent, kBrowsers);
    const QString system = firstNamed(userAgent, kSystems);
    if (!browser.isEmpty() && !system.isEmpty()) {
        return QCoreApplication::translate("EventSummaries", "%1 on %2").arg(browser, system);
    }
    if (!browser.isEmpty()) {
        return browser;
    }
    const QString whole = QString::fromUtf8(userAgent.first(qMin(userAgent.size(), kMaxProduct)));
    return whole.section(u' ', 0, 0);
}

} // namespace playhead
