// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorfile.h"
#include "model/cursors/rewind.h"

#include <QStringList>

#include <functional>
#include <map>

namespace playhead {

/// Works out, over what is stored, what these stored cursors read again or skip when they move to where the file has them,
/// and answers later or at once, in their order. A later question takes the place of the one before.
using ImportCounter =
    std::function<void(const QList<ImportEntry<Cursor>> &entries,
                       std::function<void(const QList<Result<MovePlan>> &)> done)>;

/// Whether its import would move a stored cursor.
bool isMove(const ImportEntry<Cursor> &entry);

/// What the moves of an import mean, as far as it is counted; by the cursors' names.
class ImportMoves
{
public:
    explicit ImportMoves(const CursorImportPlan &plan);

    /// Of the named ones those that move and are not counted yet.
    QList<ImportEntry<Cursor>> uncounted(const QSet<QString> &names) const;
    void set(const QList<ImportEntry<Cursor>> &entries, const QList<Result<MovePlan>> &plans);

    bool moves(const QString &name) const;
    /// `100 read again`, `skips at least 7`, `Counting…`: of one that moves.
    QString shortText(const QString &name) const;
    /// A line for each of the named ones that moves and is counted, its deletes among them.
    QStringList lines(const QSet<QString> &names) const;
    bool haveDeletes(const QSet<QString> &names) const;

private:
    QList<ImportEntry<Cursor>> m_entries; ///< Those that would move.
    std::map<QString, Result<MovePlan>> m_plans;
};

} // namespace playhead
