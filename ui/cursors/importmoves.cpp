// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/importmoves.h"

#include "ui/cursors/movetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportMoves)
};

QString shortTextOf(const MovePlan &plan)
{
    const QString count = QLocale().toString(plan.events);
    switch (plan.direction) {
    case MovePlan::Direction::Back:
        return plan.isAtLeast ? Text::tr("At least %1 read again").arg(count)
                              : Text::tr("%1 read again").arg(count);
    case MovePlan::Direction::Forward:
        return plan.isAtLeast ? Text::tr("Skips at least %1").arg(count)
                              : Text::tr("Skips %1").arg(count);
    case MovePlan::Direction::Nowhere:
        break;
    }
    return Text::tr("Another place");
}

} // namespace

bool isMove(const ImportEntry<Cursor> &entry)
{
    return entry.state == ImportEntry<Cursor>::State::Differs && entry.stored
           && entry.stored->position != entry.wanted.position;
}

ImportMoves::ImportMoves(const CursorImportPlan &plan)
{
    std::copy_if(plan.cursors.cbegin(), plan.cursors.cend(), std::back_inserter(m_entries), isMove);
}

QList<ImportEntry<Cursor>> ImportMoves::uncounted(const QSet<QString> &names) const
{
    QList<ImportEntry<Cursor>> entries;
    for (const ImportEntry<Cursor> &entry : m_entries) {
        if (names.contains(entry.wanted.name) && !m_plans.contains(entry.wanted.name)) {
            entries.append(entry);
        }
    }
    return entries;
}

void ImportMoves::set(const QList<ImportEntry<Cursor>> &entries,
                      const QList<Result<MovePlan>> &plans)
{
    for (qsizetype i = 0; i < std::min(entries.size(), plans.size()); ++i) {
        m_plans.insert_or_assign(entries[i].wanted.name, plans[i]);
    }
}

bool ImportMoves::moves(const QString &name) const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(), [&name](const auto &entry) {
        return entry.wanted.name == name;
    });
}

QString ImportMoves::shortText(const QString &name) const
{
    const auto found = m_plans.find(name);
    if (found == m_plans.cend()) {
        return Text::tr("Counting…");
    }
    return found->second ? shortTextOf(*found->second) : Text::tr("Not counted");
}

QStringList ImportMoves::lines(const QSet<QString> &names) const
{
    QStringList lines;
    for (const auto &[name, plan] : m_plans) {
        if (!names.contains(name)) {
            continue;
        }
        if (!plan) {
            lines.append(Text::tr("%1: %2", "cursor, problem").arg(name, plan.error().message));
            continue;
        }
        QString line = Text::tr("%1: %2.", "cursor, what happens").arg(name, moveHeadline(*plan));
        if (plan->deletes > 0) {
            line += u' ' + deletesLead(*plan);
            const QString types = deletesByType(*plan);
            line += types.isEmpty() ? QString() : u' ' + Text::tr("%1.", "types").arg(types);
        }
        lines.append(line);
    }
    return lines;
}

bool ImportMoves::haveDeletes(const QSet<QString> &names) const
{
    return std::any_of(m_plans.cbegin(), m_plans.cend(), [&names](const auto &counted) {
        return names.contains(counted.first) && counted.second && counted.second->deletes > 0;
    });
}

} // namespace playhead
