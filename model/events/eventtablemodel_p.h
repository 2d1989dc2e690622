// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventlisting.h"
#include "model/events/eventorder.h"
#include "model/events/eventtablemodel.h"
#include "model/events/eventtexts.h"
#include "model/events/filtersearch.h"
#include "model/events/organizationnames.h"
#include "model/events/pathcolumns.h"

#include <QHash>

namespace playhead {

/// What the model holds. Shared by the model's two files: its rows, and what its cells say.
struct EventTableModel::Private
{
    explicit Private(const TypeCatalogue &types);

    /// From here on one pass over all loaded events takes less time than a place for each new row.
    static constexpr size_t kMaxPlaced = 20'000;

    /// A text as it was read.
    struct Read
    {
        QString text;
        tl::expected<FilterExpression, FilterError> filter;
    };

    // Filter.
    std::optional<FilterQuestion> readQuestion() const; ///< Of the filter's text.
    FilterContext filterContext() const; ///< What filters mean now.
    bool isRefused(const QString &text) const;
    void startSearch(); ///< For the question, if there is one.

    // Rows.
    void findShown(); ///< Lists anew under scope, filter and order.
    void applyOrder();
    bool hasText() const { return hits.has_value(); }
    void shownChanged(); ///< Forgets what was worked out from the shown rows.
    int rowAt(EventRow row) const; ///< Table row of an event, or -1.
    int nearestRowAt(EventRow row) const;
    QByteArray sortText(EventOrder::Key key, quint32 number, EventRow sample);

    // Cells.
    const EventType &typeNumbered(quint16 number) const;
    const EventType &typeOf(EventRow row) const { return typeNumbered(snapshot.type(row)); }
    const EventText &textOf(EventRow row) const;
    QString organizationText(EventRow row) const;
    QString display(EventRow row, Column column) const;
    QString fullText(EventRow row, Column column) const;
    QVariant instant(EventRow row, Column column) const;
    bool isProcessed(EventRow row) const;
    QStringList cursorNames(EventRow row) const;
    QString accessibleText(EventRow row, Column column) const;
    QString accessibleDescription(EventRow row) const;
    int activeTableRow() const;
    QVariant pathData(EventRow row, int column, int role) const;
    QVariant pathHeader(int column, int role) const;
    FacetCounts makeFacets() const;

    const TypeCatalogue &catalogue;
    EventSnapshot snapshot;
    FetchScope scope;
    EventFilter filter;
    Read inForce; ///< The filter's text.
    mutable Read asked; ///< The last other one.
    FilterSurroundings surroundings;
    // As they were when the filter's text was set.
    Instant filterNow{};
    RowSet filterSelected;
    QList<CursorMark> marks;
    std::optional<EventRow> activeRow; ///< Last processed row of the active cursor.
    QString activeName; ///< Empty = no active cursor.

    EventListing listing;
    EventOrder order;
    std::vector<EventRow> shown; ///< In the table's order.
    /// The filter's text as it is evaluated; empty when there is none, or one with a mistake.
    std::optional<FilterQuestion> question;
    struct Refused
    {
        QString text;
        FilterError mistake;
    };
    std::optional<Refused> refused; ///< The last text whose mistake only the search could tell.
    QString workingText; ///< The last one that was answered; empty = none.
    QHash<OrganizationId, QString> aliases;
    std::optional<RowSet> hits; ///< Rows that the question finds; empty optional = all.
    FilterSearch search;
    quint64 request = 0; ///< The search whose answers are wanted; 0 = none.
    bool isFirstAnswer = false; ///< Until it comes, `hits` are those of the text before.
    bool isSearching = false;
    EventRow searched = 0; ///< While something is looked for.

    OrganizationNames names;
    mutable std::vector<EventType> types; ///< By type number, as far as they were needed.
    mutable EventTexts texts;
    PathColumns paths;
    mutable std::vector<quint32>
        tableRows; ///< By event row: table row + 1; built when first needed, 0 = not shown.
    mutable std::optional<int> activeAt;
    mutable std::optional<FacetCounts> facets;
    bool sortsObjectsById = false;
};

} // namespace playhead
