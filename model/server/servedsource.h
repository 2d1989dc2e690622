// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"
#include "model/core/result.h"
#include "model/events/eventsnapshot.h"
#include "model/server/demostream.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace playhead {

class TypeCatalogue;
struct EventFields;

/// One event of a source: where its bytes lie and what serving it needs. 48 bytes, since there may be millions.
struct ServedEvent
{
    const char *begin = nullptr;
    quint32 size = 0; ///< Bytes.
    quint32 organization = 0; ///< By ServedNames; 0 = none.
    Instant createdAt{};
    quint64 idHash = 0; ///< servedHash() of the id.
    quint64 object = 0; ///< The same for events of the same object; 0 = no object.
    quint32 type = 0; ///< By ServedNames.

    QByteArrayView bytes() const { return {begin, qsizetype(size)}; }
};

/// FNV-1a. For ids and object keys: equal hashes are compared again where it matters.
quint64 servedHash(QByteArrayView text);

/// The numbers by which events name their types and organizations.
struct ServedNames
{
    QHash<QByteArray, quint32> types; ///< From 0.
    QHash<QByteArray, quint32> organizations; ///< From 1; 0 = no organization.

    quint32 typeNumber(const QByteArray &name); ///< A new one if needed.
    quint32 organizationNumber(const QByteArray &id); ///< 0 for an empty id.
};

/// What a local Events API serves, wherever it lies: a value that keeps the bytes valid as long as a copy of it lives.
struct ServedSource
{
    std::vector<ServedEvent> events; ///< Any order; ties of created_at are served in this order.
    bool isRead =
        false; ///< Whether events and names are filled; else only the bytes are, and ServedEvents::build() reads them.
    ServedNames names;

    QByteArray
        streamId; ///< X-Playhead-Stream: the same content has the same one (semantics 14). May be empty.
    QString label; ///< What it is, for people: "demo data", "events.ndjson".
    std::optional<Instant> end; ///< When the newest event happened; empty without events.
    QStringList notes; ///< What was left out and why, a sentence each; for stderr and the window.

    std::vector<std::shared_ptr<const void>> owners; ///< Of the bytes.
    std::function<bool()> wholeCheck; ///< For isWhole(); none = the bytes cannot go away.

    /// False when a file was cut or written anew: then no byte may be touched. Asked before each page. Any thread.
    bool isWhole() const { return !wholeCheck || wholeCheck(); }
};

/// One event's bytes each, in stream order; not read yet.
ServedSource bytesSource(std::vector<QByteArray> events);

/// The demo stream of this plan; not read yet. Its end is the plan's. Without events once `stop` is asked for.
ServedSource demoSource(const DemoPlan &plan, const std::stop_token &stop = {});

/// `demo;seed=1;count=2000;end=2026-11-23T14:06:12.345Z`: names a demo stream (semantics 14).
QByteArray demoStreamId(const DemoPlan &plan);

/// Rows of a store, served from its own mapping, in stream order. `label` says for people what they are. Any thread.
ServedSource selectionSource(const EventSnapshot &events,
                             const std::vector<EventRow> &rows,
                             const QString &label);

/// One or more captures, served from their maps: merged in stream order, each id once (the first bytes win, the rest is
/// counted in the notes). Fails as readCapture() does; WrongUsage without a path. Any thread.
Result<ServedSource> captureSource(const QStringList &paths,
                                   const TypeCatalogue &catalogue,
                                   const std::stop_token &stop = {});

/// What serving needs of one event: `bytes` must stay valid, `fields` are those of it.
ServedEvent servedEvent(QByteArrayView bytes, const EventFields &fields, ServedNames &names);

/// Sorts by created_at; ties keep their order (semantics 2).
void sortByTime(std::vector<ServedEvent> &events);

/// The numbers of all events, sorted by a hash of them and, where it is equal, by number.
std::vector<std::pair<quint64, quint32>> sortedByHash(const std::vector<ServedEvent> &events,
                                                      quint64 ServedEvent::*hash);

/// The id in the bytes of a valid event.
QByteArray idInEvent(QByteArrayView event);

/// `KIND;content=…;count=…;end=…`: names events by their ids and times. `events` in stream order.
QByteArray contentStreamId(const char *kind, const std::vector<ServedEvent> &events);

} // namespace playhead
