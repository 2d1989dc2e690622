// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventfilter.h"
#include "model/events/eventsnapshot.h"
#include "model/events/filterexpression.h"
#include "model/events/timelinebins.h"
#include "model/events/typecatalogue.h"

#include <QAbstractTableModel>
#include <QHash>

#include <memory>
#include <optional>
#include <tl/expected.hpp>
#include <vector>

namespace playhead {

struct FilterSurroundings;
struct FilterAnswer;
struct ListedEvents;

/// How many loaded events each value has, for the sidebar; each counted under the other active filters.
struct FacetCounts
{
    struct TypeCount
    {
        QByteArray name;
        Family family = Family::Other;
        quint32 count = 0;
        bool operator==(const TypeCount &) const = default;
    };
    struct OrganizationCount
    {
        OrganizationId id; ///< Empty = "No organization".
        QString name; ///< Empty when it has no alias and no stored event names it.
        quint32 count = 0;
        bool operator==(const OrganizationCount &) const = default;
    };
    QList<TypeCount>
        types; ///< Every type among the loaded events, by family, then by count, largest first.
    QList<OrganizationCount> organizations; ///< By count, largest first; "No organization" last.

    bool operator==(const FacetCounts &) const = default;
};

/// The cursors' place in the table: rows up to the active one are processed.
struct CursorMark
{
    QString name;
    bool isActive = false;
    /// The last processed row; empty when it is before every row that is shown or not stored.
    std::optional<EventRow> row;
    /// Set when the cursor is from a time, or its event is not stored: it stands there, whatever `row` is the last one
    /// before it now.
    std::optional<Instant> from = std::nullopt;
    bool operator==(const CursorMark &) const = default;
};

/// The shown events of one environment, over row numbers of a snapshot. Holds no event itself. Facts only; colours,
/// glyphs and texts of times are made by the delegate. Window's thread.
class EventTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Gutter,
        Time,
        Type,
        Organization,
        Object,
        Summary,
        Id,
        ObjectId,
        Actor,
        ClientId,
        Size,
        UpdatedAt
    };
    static constexpr int kColumnCount = 12; ///< The fixed ones; behind them come pathColumns().

    enum Role {
        EventRowRole = Qt::UserRole, ///< quint32
        InstantRole, ///< qint64 microseconds UTC: created_at, in column UpdatedAt updated_at
        FamilyRole, ///< int(Family)
        ProcessedRole, ///< bool: up to the active cursor
        CursorNamesRole, ///< QStringList: cursors whose last processed event this is, the active one first
        ActiveCursorRole, ///< bool: the active cursor stands on this row, or between it and the next one that is shown
        FullTextRole, ///< QString: the whole value (full id, full type, ISO time) for tool tips and copying
        OutOfOrderRole, ///< bool
    };

    explicit EventTableModel(const TypeCatalogue &catalogue, QObject *parent = nullptr);
    ~EventTableModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// By Time (either direction), Type, Organization, Object or Id; stream order breaks ties. Other columns do nothing,
    /// column -1 goes back to Time. Up to 50,000 shown events Object sorts by what is shown, beyond by the object's id.
    void sort(int column, Qt::SortOrder order) override;

    /// Another environment's events, or none: a reset. Cursor marks, which name rows, are forgotten.
    void setSnapshot(const EventSnapshot &snapshot);
    /// As setSnapshot(), with events that a worker has listed: what is left to do does not grow with them when all are
    /// shown in the order in which they were stored, but for copying their rows.
    void setEvents(ListedEvents listed);
    /// The same store, grown: the new rows that pass are inserted, in as few inserts as their places allow.
    void updateSnapshot(const EventSnapshot &snapshot);
    /// The same store: flags or organizations of rows that were there before have changed. What was counted from them is
    /// counted anew; a reset when an organization did.
    void updateMarks(const EventSnapshot &snapshot);
    const EventSnapshot &snapshot() const;

    void setScope(const FetchScope &scope);
    /// The scope's range ends later, for events that are still to come: nothing is listed anew, unless stored ones lie
    /// between. An end that is not later does nothing.
    void extendScope(Instant until);
    const FetchScope &scope() const;
    /// What filters need to know beside the events; the functions are called on the window's thread. `now` and `selected`
    /// are asked when a filter's text is set, and keep what they said; another zone is in force at once.
    void setFilterSurroundings(const FilterSurroundings &surroundings);
    /// The text as parseFilter() reads it. The one in force and the one that was asked for last are kept, so that asking for
    /// them again costs nothing. Stays valid until another text is asked for.
    const tl::expected<FilterExpression, FilterError> &parsedFilter(const QString &text) const;
    /// Why this text cannot be the filter's; empty when it can, as far as can be told at once: see filterRefused(). Cursors
    /// are the marks' ones.
    std::optional<FilterError> filterMistake(const QString &text) const;
    /// Types, organizations and the range act at once; the text is evaluated by a worker, and the old rows stay until its
    /// first answer. A text with a mistake filters nothing: ask filterMistake() before.
    void setFilter(const EventFilter &filter);
    const EventFilter &filter() const;

    /// The columns behind the fixed ones, by the path whose values they show, each as it is written in a filter.
    const QStringList &pathColumns() const;
    bool isPathColumn(int column) const;
    /// Returns the new column, or the one that has this path already; why the path cannot be read otherwise.
    tl::expected<int, FilterError> addPathColumn(const QString &path);
    void removePathColumn(int column);

    void setCursorMarks(const QList<CursorMark> &marks);
    const QList<CursorMark> &cursorMarks() const;

    quint32 loadedCount() const; ///< Stored events inside the scope.
    quint32 shownCount() const; ///< Of those, the ones that pass the filter: the table's rows.
    const FacetCounts &facets() const;
    /// The loaded events over time under the other parts of the filter than its range; linear, some ms for a million.
    TimelineBins timeline(const TimeRange &range, int bins) const;
    bool isSearching() const; ///< The worker still evaluates the filter's text.
    /// How much of the worker's evaluation of the text is done, in stored events, of snapshot().rowCount(); all when there
    /// is nothing to do.
    quint32 searchedCount() const;

    EventRow eventRowAt(int tableRow) const;
    /// The table's row of an event; -1 when it is not shown.
    int tableRowOf(EventRow row) const;
    /// As tableRowOf; of the nearest older shown event when it is not shown (-1: none).
    int nearestTableRow(EventRow row) const;
    /// The oldest shown event inside a stretch of time; empty when there is none.
    std::optional<EventRow> oldestShownIn(const TimeRange &range) const;
    bool isSortedByTime() const;
    Column sortColumn() const;
    Qt::SortOrder sortOrder() const;
    /// Shown events in the table's order, and all loaded ones in stream order: for export.
    const std::vector<EventRow> &shownRows() const;
    std::vector<EventRow> loadedRows() const;

    /// Names that a person gave; they win over stored ones, in this and every later snapshot (semantics 11).
    void setOrganizationAliases(const QHash<OrganizationId, QString> &aliases);
    /// The organization's alias, else its name if stored events tell it, else an empty text.
    QString organizationName(const OrganizationId &id) const;
    QString organizationAlias(const OrganizationId &id) const; ///< Empty when it has none.
    /// What stored events tell, whatever the alias says.
    QString storedOrganizationName(const OrganizationId &id) const;

signals:
    void organizationsNamed(); ///< organizationName() of some is another.
    void countsChanged(); ///< loadedCount, shownCount or facets changed.
    void searchingChanged(bool isSearching);
    /// The filter's text has a mistake that filterMistake() could not tell before: a pattern that is too large. The text
    /// that was evaluated before is in force again, or none.
    void filterRefused(const playhead::FilterError &mistake);
    void searchProgressed(); ///< searchedCount() changed; at most ten times a second.

private:
    struct Private;

    void takeAnswer(const FilterAnswer &answer);
    void refuse(const FilterError &mistake);
    bool changeQuestion();
    void reviewText();
    void relist();
    void announceNames();
    void insertShown(std::vector<EventRow> rows);
    void setSearching(bool isSearching);
    void announceMarks(const QList<CursorMark> &before);

    std::unique_ptr<Private> d;
};

} // namespace playhead
