// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/compactjson.h"
#include "model/server/demoworld.h"

#include <optional>

namespace playhead {

/// What an event says about its surroundings.
enum class DemoContext {
    None, ///< No `context` member at all.
    Empty, ///< `{}`
    Client, ///< `client_id`; some with what a browser's analytics add.
    Actor, ///< `client_id` and the scene's person as `actor`, in the dashboard.
    System, ///< `actor` with the source `system`.
};

/// One story while it is told: who acts where and when, what its steps have to remember, and the event being written.
class DemoScene
{
public:
    DemoScene(DemoWorld &demoWorld, size_t personIndex, size_t organizationIndex);

    DemoWorld &world;
    Instant now{}; ///< `created_at` of the event being told.
    size_t step = 0; ///< 0 for the first event of the story.
    size_t personIndex = 0;
    size_t organizationIndex = 0;
    QByteArray ip;
    QByteArray agent;

    // What one step leaves to the next ones.
    QByteArray objectId;
    QByteArray otherId;
    QByteArray name;
    QByteArray slug;
    Instant created{};
    std::optional<DemoPerson>
        olderBefore; ///< The version that a stale event brings, and the one before it.
    std::optional<DemoPerson> older;

    DemoPerson &person() { return world.people[personIndex]; }
    DemoOrganization &organization() { return world.organizations[organizationIndex]; }
    DemoRandom &random() { return world.random; }
    /// When the objects in this event changed: shortly before the event was made.
    Instant changed() const;

    /// Opens an event and its `data`; its members are then written to what is returned.
    CompactJson &begin(QByteArrayView type);
    /// Closes `data` and the event.
    void end(DemoContext context = DemoContext::None);
    /// Closes `data` and opens `context`, for the types that require their own.
    CompactJson &endWithOwnContext();
    void closeOwnContext();
    /// The event before once more, under another id.
    void repeat();

    const QByteArray &bytes() const { return m_json.bytes(); }

private:
    void writeContext(DemoContext context);
    void writeCreatedAt();

    CompactJson m_json;
    QByteArray m_type;
    QByteArray m_data; ///< Of the latest event.
    qsizetype m_dataBegin = 0;
    DemoContext m_context = DemoContext::None;
};

} // namespace playhead
