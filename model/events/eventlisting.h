// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventfilter.h"
#include "model/events/eventpairs.h"
#include "model/events/eventsnapshot.h"
#include "model/events/rowset.h"
#include "model/events/timelinebins.h"

#include <span>
#include <vector>

namespace playhead {

struct ListedEvents;

/// The loaded events in stream order, which of them the filter shows, and how many each type and organization has. Every
/// row carries the number of its pair (type, organization): a filter is worked out once for each pair, then one pass
/// over one column finds the rows, and the counts of the sidebar are sums over pairs.
class EventListing
{
public:
    /// One pair that occurs among the loaded events.
    struct Pair
    {
        quint16 type = 0;
        quint32 organization = 0;
        quint32 loaded = 0; ///< Events of this pair.
        /// Of those, the ones that hold the text and lie in the selected stretch; all when neither is asked for.
        quint32 matching = 0;
        bool isShown = false; ///< Neither its type nor its organization is hidden.
    };
    /// How many events a value has under the other active filters; values without a loaded event are not `isLoaded`.
    struct Count
    {
        bool isLoaded = false;
        quint32 count = 0;
    };
    struct Counts
    {
        std::vector<Count> types; ///< By type number.
        std::vector<Count> organizations; ///< By organization number; 0 = no organization.
    };

    /// Takes the events of the snapshot that are inside the scope. Linear. The next filter() says what is shown.
    void load(const EventSnapshot &events, const FetchScope &scope);
    /// The same for events that are listed already: hardly any work when the scope leaves none out.
    void load(ListedEvents listed, const FetchScope &scope);

    /// Sets the filter and finds the shown rows, in stream order, into `shown`. `hits`: the rows that hold the text;
    /// nullptr when no text is asked for; it is not kept.
    void filter(const EventFilter &filter, const RowSet *hits, std::vector<EventRow> &shown);

    /// The same store, grown: takes the new rows inside the scope. Returns those that are shown, in stream order. With a
    /// text none is, until addHits() names it.
    std::vector<EventRow> extend(const EventSnapshot &events, bool hasText);

    /// The scope's range ends later. False: stored events lie between the two ends, so load() has to find them. Linear.
    bool extendScope(Instant until);

    /// More rows that hold the text, each named once. Returns those that are shown, in stream order.
    std::vector<EventRow> addHits(std::span<const EventRow> rows);

    /// Whether organizations of events changed since they were taken: then load() finds others. Linear.
    bool isOutdated(const EventSnapshot &events) const;

    const std::vector<EventRow> &loadedRows() const { return m_rows; }
    Counts counts() const;
    /// How many events of each family lie in each bin under the filter without its range. `hits` as for filter().
    TimelineBins timeline(const TimeRange &range,
                          int bins,
                          std::span<const Family> familyOfType,
                          const RowSet *hits) const;

private:
    bool isInScope(EventRow row) const;
    bool isPairInScope(quint16 type, quint32 organization) const;
    quint32 pairOf(EventRow row);
    void learnPairs();
    void learnDictionaries();
    bool isPairShown(const Pair &pair) const;
    bool isInSelection(EventRow row) const;
    void insertLoaded(const std::vector<EventRow> &rows);

    EventSnapshot m_events;
    FetchScope m_scope;
    EventFilter m_filter;
    std::vector<EventRow> m_rows; ///< Loaded, in stream order.
    std::vector<quint32> m_pairs; ///< For each of m_rows.
    std::vector<Pair> m_pairTable;
    EventPairs m_pairNumbers; ///< Of m_pairTable.
    // What scope and filter say about each number of the dictionaries; they grow with the store.
    std::vector<quint8> m_typeInScope;
    std::vector<quint8> m_typeShown;
    std::vector<quint8> m_organizationShown;
    std::optional<quint32> m_scopeOrganization;
};

} // namespace playhead
