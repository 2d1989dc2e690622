// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorstore.h"
#include "model/cursors/savedplacestore.h"

#include <QRandomGenerator>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace playhead::test {

using namespace Qt::StringLiterals;

/// What a person sees of a cursor, and what an audit needs of its place.
struct Seen
{
    QString name;
    QString note;
    CursorPosition position;
    SeenStretch seen;
    bool operator==(const Seen &) const = default;
};

inline Seen seenOf(const Cursor &cursor)
{
    return {cursor.name, cursor.note, cursor.position, cursor.seen};
}

using PlainShelf = std::map<qint64, Seen>; ///< By the id of the cursor.

/// Cursors of one environment as plainly as can be: each cursor has a list of what it was, undo and redo are stacks of
/// whole shelves. Ids count from 1, as the store gives them.
struct PlainCursors
{
    PlainShelf shelf;
    std::vector<PlainShelf> undo;
    std::vector<PlainShelf> redo;
    std::map<qint64, std::vector<std::optional<Seen>>> lists; ///< Oldest first; empty = gone.
    std::map<QString, CursorPosition> places;

    void become(PlainShelf next)
    {
        for (const auto &[id, was] : shelf) {
            const auto now = next.find(id);
            if (now == next.end()) {
                lists[id].emplace_back(std::nullopt);
            } else if (now->second != was) {
                lists[id].emplace_back(now->second);
            }
        }
        for (const auto &[id, now] : next) {
            if (!shelf.contains(id)) {
                lists[id].emplace_back(now);
            }
        }
        shelf = std::move(next);
    }

    void changed(PlainShelf next)
    {
        if (next != shelf) {
            undo.push_back(shelf);
            redo.clear();
            become(std::move(next));
        }
    }

    void step(std::vector<PlainShelf> &from, std::vector<PlainShelf> &to)
    {
        if (!from.empty()) {
            to.push_back(shelf);
            PlainShelf next = from.back();
            from.pop_back();
            become(std::move(next));
        }
    }

    bool isTaken(const QString &name, qint64 byOtherThan) const
    {
        return std::any_of(shelf.begin(), shelf.end(), [&](const auto &cursor) {
            return cursor.first != byOtherThan && cursor.second.name == name;
        });
    }
};

/// One random thing that a person does; the same for the same number.
struct CursorDeed
{
    enum class What {
        Create,
        Move,
        Restore,
        Edit,
        Remove,
        Undo,
        Redo,
        SavePlace,
        RemovePlace,
        Import, ///< All of `imported`, those that are there under their names as well.
        Reopen
    } what = What::Reopen;
    qint64 id = 0; ///< Of the cursor; of a new one the next number.
    Seen wanted;
    std::vector<Seen> imported{};
};

inline CursorPosition positionFor(int place)
{
    const Instant time = instantFromUs(1763848731306123 + place);
    return place % 2 == 0
               ? CursorPosition(FromTime{time})
               : CursorPosition(AfterEvent{EventId("event_" + QByteArray::number(place)), time});
}

inline CursorDeed deedOf(const PlainCursors &plain, quint32 number)
{
    using What = CursorDeed::What;
    // Weighted: changes of place most of all, and enough undo and redo to go deep.
    constexpr What kDice[] = {What::Create,
                              What::Move,
                              What::Move,
                              What::Move,
                              What::Move,
                              What::Restore,
                              What::Restore,
                              What::Edit,
                              What::Remove,
                              What::Undo,
                              What::Undo,
                              What::Undo,
                              What::Redo,
                              What::SavePlace,
                              What::RemovePlace,
                              What::Import,
                              What::Reopen};
    QRandomGenerator random(number);
    CursorDeed deed;
    deed.what = kDice[random.bounded(static_cast<int>(std::size(kDice)))];
    const int place = random.bounded(40);
    deed.wanted.name = u"name %1"_s.arg(random.bounded(6));
    deed.wanted.note = u"note %1"_s.arg(random.bounded(3));
    deed.wanted.position = positionFor(place);
    if (place % 3 != 0) {
        deed.wanted.seen = {static_cast<quint32>(place),
                            positionTime(deed.wanted.position) - std::chrono::minutes(5),
                            EventId(place % 2 == 0 ? "event_last" : "")};
    }
    const bool isOfNone = plain.shelf.empty()
                          && (deed.what == What::Move || deed.what == What::Restore
                              || deed.what == What::Edit || deed.what == What::Remove
                              || deed.what == What::SavePlace);
    if (isOfNone) {
        deed.what = What::Create;
    }
    if (deed.what == What::Create) {
        deed.id = static_cast<qint64>(plain.lists.size()) + 1;
    } else if (!plain.shelf.empty()) {
        auto some = plain.shelf.begin();
        std::advance(some, random.bounded(static_cast<int>(plain.shelf.size())));
        deed.id = some->first;
    }
    if (deed.what == What::Import) {
        for (const int name : {random.bounded(3), 3 + random.bounded(3)}) {
            deed.imported.push_back({u"name %1"_s.arg(name),
                                     u"note %1"_s.arg(random.bounded(3)),
                                     positionFor(random.bounded(40)),
                                     {}});
        }
    }
    if (deed.what == What::Restore) {
        // Any place that it was at.
        const auto &list = plain.lists.at(deed.id);
        const auto &was = list.at(
            static_cast<size_t>(random.bounded(static_cast<int>(list.size()))));
        if (was) {
            deed.wanted.position = was->position;
            deed.wanted.seen = was->seen;
        }
    }
    return deed;
}

/// Each cursor of a file is one change, of place and note.
inline void importPlainly(PlainCursors &plain, const Seen &wanted)
{
    PlainShelf next = plain.shelf;
    const auto named = std::find_if(next.begin(), next.end(), [&wanted](const auto &cursor) {
        return cursor.second.name == wanted.name;
    });
    if (named == next.end()) {
        next[static_cast<qint64>(plain.lists.size()) + 1] = wanted;
    } else if (named->second.position == wanted.position) {
        named->second.note = wanted.note;
    } else {
        named->second = wanted;
    }
    plain.changed(std::move(next));
}

/// What the deed makes of the plain lists.
inline void doPlainly(PlainCursors &plain, const CursorDeed &deed)
{
    using What = CursorDeed::What;
    PlainShelf next = plain.shelf;
    switch (deed.what) {
    case What::Create:
        if (!plain.isTaken(deed.wanted.name, 0)) {
            next[deed.id] = deed.wanted;
        }
        break;
    case What::Move:
    case What::Restore:
        if (next[deed.id].position != deed.wanted.position) {
            next[deed.id].position = deed.wanted.position;
            next[deed.id].seen = deed.wanted.seen;
        }
        break;
    case What::Edit:
        if (!plain.isTaken(deed.wanted.name, deed.id)) {
            next[deed.id].name = deed.wanted.name;
            next[deed.id].note = deed.wanted.note;
        }
        break;
    case What::Remove:
        next.erase(deed.id);
        break;
    case What::Undo:
        plain.step(plain.undo, plain.redo);
        return;
    case What::Redo:
        plain.step(plain.redo, plain.undo);
        return;
    case What::SavePlace:
        plain.places.emplace(deed.wanted.name, plain.shelf.at(deed.id).position);
        return;
    case What::RemovePlace:
        plain.places.erase(deed.wanted.name);
        return;
    case What::Import:
        for (const Seen &wanted : deed.imported) {
            importPlainly(plain, wanted);
        }
        return;
    case What::Reopen:
        return;
    }
    plain.changed(std::move(next));
}

} // namespace playhead::test
