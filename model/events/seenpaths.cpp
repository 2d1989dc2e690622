// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/seenpaths.h"

#include "model/core/json.h"
#include "model/events/filterpath.h"
#include "model/events/valuematcher.h"

#include <QHash>

#include <algorithm>

namespace playhead {

namespace {

constexpr quint32 kLargestEvent = 256 * 1024;
constexpr size_t kDeepest = 8;
constexpr qsizetype kMostPaths = 3'000;
constexpr qsizetype kMostKeys = 200; ///< Of one object: more are names, not fields.
constexpr qsizetype kMostElements = 20;
constexpr qsizetype kMostValuesKept = 200;
constexpr qsizetype kMostValuesTold = 40;
constexpr qsizetype kLongestValue = 80;

std::optional<QString> scalarText(JsonValue value)
{
    if (value.isObject() || value.isArray()) {
        return std::nullopt;
    }
    return value.isString() && value.string().size() > kLongestValue
               ? std::nullopt
               : std::optional(QString::fromUtf8(textOfScalar(value)));
}

class Collector
{
public:
    void add(JsonValue event)
    {
        ++m_event;
        addRoot(event.member("data"), FilterField::Data);
        addRoot(event.member("context"), FilterField::Context);
        // What prev reads: see anyValueOf().
        addRoot(event.at("/data/previous_attributes"), FilterField::Prev);
        const std::optional<JsonValue> inContext = event.at("/context/previous_attributes");
        if (inContext) {
            const std::optional<JsonValue> data = inContext->member("data");
            const std::optional<JsonValue> context = inContext->member("context");
            addRoot(data || context ? data : inContext, FilterField::Prev);
            addRoot(context, FilterField::Prev);
        }
    }

    QList<SeenPath> result() const
    {
        QList<SeenPath> paths;
        paths.reserve(m_seen.size());
        for (const Seen &seen : m_seen) {
            SeenPath path = seen.path;
            for (auto value = seen.values.begin(); value != seen.values.end(); ++value) {
                path.values.append({value.key(), value->count});
            }
            std::sort(path.values.begin(),
                      path.values.end(),
                      [](const SeenValue &a, const SeenValue &b) {
                          return a.count != b.count ? a.count > b.count : a.text < b.text;
                      });
            path.values.resize(std::min(path.values.size(), kMostValuesTold));
            paths.append(std::move(path));
        }
        std::sort(paths.begin(), paths.end(), [](const SeenPath &a, const SeenPath &b) {
            return a.path < b.path;
        });
        return paths;
    }

private:
    struct Counted
    {
        quint32 count = 0;
        quint32 event = 0; ///< The last one that was counted.
    };
    struct Seen
    {
        SeenPath path;
        quint32 event = 0; ///< The last one that was counted.
        QHash<QString, Counted> values;
    };

    void addRoot(const std::optional<JsonValue> &root, FilterField field)
    {
        if (root && root->isObject()) {
            FilterPath path;
            addMembers(*root, field, path);
        }
    }

    void addMembers(JsonValue object, FilterField field, FilterPath &path)
    {
        if (path.size() >= kDeepest || object.size() > kMostKeys) {
            return;
        }
        object.forEachMember([&](QByteArrayView key, JsonValue value) {
            path.push_back({FilterStep::Kind::Key, QString::fromUtf8(key), 0});
            addValue(value, field, path);
            path.pop_back();
        });
    }

    void addValue(JsonValue value, FilterField field, FilterPath &path)
    {
        if (value.isArray()) {
            path.push_back({FilterStep::Kind::AnyElement, {}, 0});
            qsizetype left = path.size() < kDeepest ? kMostElements : 0;
            value.forEachElement([&](JsonValue element) {
                if (left-- > 0) {
                    addValue(element, field, path);
                }
            });
            path.pop_back();
            return;
        }
        Seen *seen = at(filterPathText(field, path));
        if (value.isObject()) {
            addMembers(value,
                       field,
                       path); // May move what `seen` points to: it is not used behind.
        } else if (seen != nullptr) {
            addScalar(*seen, value);
        }
    }

    void addScalar(Seen &seen, JsonValue value) const
    {
        seen.path.isScalar = true;
        const std::optional<QString> text = scalarText(value);
        if (!text || (seen.values.size() >= kMostValuesKept && !seen.values.contains(*text))) {
            return;
        }
        Counted &counted = seen.values[*text];
        counted.count += counted.event == m_event ? 0 : 1;
        counted.event = m_event;
    }

    Seen *at(const QString &path)
    {
        auto found = m_seen.find(path);
        if (found == m_seen.end()) {
            if (m_seen.size() >= kMostPaths) {
                return nullptr;
            }
            found = m_seen.insert(path, Seen());
            found->path.path = path;
        }
        found->path.count += found->event == m_event ? 0 : 1;
        found->event = m_event;
        return &*found;
    }

    QHash<QString, Seen> m_seen;
    quint32 m_event = 0;
};

} // namespace

QList<SeenPath> seenPaths(const EventSnapshot &events,
                          const std::vector<EventRow> &rows,
                          const std::atomic_bool &stops)
{
    Collector collector;
    JsonDocument document;
    for (const EventRow row : rows) {
        if (stops) {
            break;
        }
        if (events.rawSize(row) <= kLargestEvent && document.parse(events.raw(row))) {
            collector.add(document.root());
        }
    }
    return collector.result();
}

} // namespace playhead
