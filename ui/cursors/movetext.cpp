// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/movetext.h"

#include "model/cursors/cursorage.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kMostVerbs = 3;
constexpr int kMostDeletes = 4;

QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("MoveText", text, comment);
}

QString number(quint64 count)
{
    return QLocale().toString(count);
}

QString othersText(quint64 count)
{
    return count == 1 ? tr("1 other") : tr("%1 others").arg(number(count));
}
} // namespace

QString moveHeadline(const MovePlan &plan)
{
    const QString count = number(plan.events);
    const bool isOne = plan.events == 1 && !plan.isAtLeast;
    switch (plan.direction) {
    case MovePlan::Direction::Back:
        return plan.isAtLeast ? tr("At least %1 events will be read again").arg(count)
               : isOne        ? tr("1 event will be read again")
                              : tr("%1 events will be read again").arg(count);
    case MovePlan::Direction::Forward:
        return plan.isAtLeast ? tr("At least %1 events will be skipped").arg(count)
               : isOne        ? tr("1 event will be skipped")
                              : tr("%1 events will be skipped").arg(count);
    case MovePlan::Direction::Nowhere:
        break;
    }
    return tr("The cursor stands there already");
}

QString moveButtonText(const std::optional<MovePlan> &plan)
{
    const bool isForward = plan && plan->direction == MovePlan::Direction::Forward;
    if (!plan || (plan->events == 0 && !plan->isAtLeast)) {
        return isForward ? tr("Move cursor") : tr("Rewind");
    }
    const QString count = number(plan->events);
    const bool isOne = plan->events == 1 && !plan->isAtLeast;
    if (isForward) {
        return plan->isAtLeast ? tr("Skip at least %1 events").arg(count)
               : isOne         ? tr("Skip 1 event")
                               : tr("Skip %1 events").arg(count);
    }
    return plan->isAtLeast ? tr("Rewind at least %1 events").arg(count)
           : isOne         ? tr("Rewind 1 event")
                           : tr("Rewind %1 events").arg(count);
}

QString breakdownText(const std::vector<TypeMoveCount> &types, Family family)
{
    QList<std::pair<QString, quint64>> verbs;
    for (const TypeMoveCount &type : types) {
        if (type.family != family) {
            continue;
        }
        QString verb =
            QString::fromUtf8(type.type.mid(type.type.lastIndexOf('.') + 1)).replace(u'_', u' ');
        const auto known = std::find_if(verbs.begin(), verbs.end(), [&verb](const auto &v) {
            return v.first == verb;
        });
        if (known == verbs.end()) {
            verbs.append({std::move(verb), type.count});
        } else {
            known->second += type.count;
        }
    }
    std::stable_sort(verbs.begin(), verbs.end(), [](const auto &a, const auto &b) {
        return a.second > b.second;
    });
    QStringList parts;
    quint64 rest = 0;
    for (qsizetype i = 0; i < verbs.size(); ++i) {
        if (i < kMostVerbs) {
            parts.append(
                tr("%1 %2", "count, what happened").arg(number(verbs[i].second), verbs[i].first));
        } else {
            rest += verbs[i].second;
        }
    }
    if (rest > 0) {
        parts.append(othersText(rest));
    }
    return parts.join(u", "_s);
}

QString organizationsText(const MovePlan &plan,
                          const OrganizationNames &names,
                          int most,
                          const QString &separator)
{
    QStringList parts;
    quint64 restCount = 0;
    quint64 rest = 0;
    for (const OrganizationMoveCount &one : plan.byOrganization) {
        if (parts.size() >= most) {
            ++rest;
            restCount += one.count;
            continue;
        }
        const QString known = names && !one.organization.isEmpty() ? names(one.organization)
                                                                   : QString();
        const QString name = one.organization.isEmpty() ? tr("no organization")
                             : known.isEmpty()          ? idTail(one.organization.toString())
                                                        : known;
        parts.append(tr("%1 %2", "organization, count").arg(name, number(one.count)));
    }
    if (rest > 0) {
        parts.append(tr("%1 %2", "organization, count").arg(othersText(rest), number(restCount)));
    }
    return parts.join(separator);
}

QString deletesLead(const MovePlan &plan)
{
    bool isRevoked = false;
    bool isDeleted = false;
    for (const TypeMoveCount &type : plan.types) {
        const bool revokes = type.isDelete && type.type.endsWith(".revoked");
        isRevoked = isRevoked || revokes;
        isDeleted = isDeleted || (type.isDelete && !revokes);
    }
    const QString count = number(plan.deletes);
    if (isRevoked && isDeleted) {
        return tr("%1 deletes and revocations are in this span.").arg(count);
    }
    if (isRevoked) {
        return plan.deletes == 1 ? tr("1 revocation is in this span.")
                                 : tr("%1 revocations are in this span.").arg(count);
    }
    return plan.deletes == 1 ? tr("1 delete is in this span.")
                             : tr("%1 deletes are in this span.").arg(count);
}

QString deletesByType(const MovePlan &plan)
{
    std::vector<TypeMoveCount> deletes;
    for (const TypeMoveCount &type : plan.types) {
        if (type.isDelete) {
            deletes.push_back(type);
        }
    }
    std::stable_sort(deletes.begin(), deletes.end(), [](const auto &a, const auto &b) {
        return a.count > b.count;
    });
    QStringList parts;
    quint64 rest = 0;
    for (const TypeMoveCount &type : deletes) {
        if (parts.size() < kMostDeletes) {
            parts.append(
                tr("%1 %2", "count, type").arg(number(type.count), QString::fromUtf8(type.type)));
        } else {
            rest += type.count;
        }
    }
    if (rest > 0) {
        parts.append(othersText(rest));
    }
    return parts.join(u", "_s);
}

QString expectedText(const ExpectedCounts &expected)
{
    return tr("would apply %1, skip %2").arg(number(expected.apply), number(expected.skip));
}

QString ageText(Instant place, Instant horizon)
{
    if (place < horizon) {
        return tr("beyond the 90 days");
    }
    const Duration left = place - horizon;
    if (left < std::chrono::minutes(1)) {
        return tr("at the horizon");
    }
    // Hours matter when there are few days.
    return tr("leaves in %1")
        .arg(isNearHorizon(place, horizon)
                 ? durationText(left)
                 : tr("%1 d", "days")
                       .arg(std::chrono::floor<std::chrono::hours>(left).count() / 24));
}

QString ageSentence(Instant place, Instant horizon)
{
    return place < horizon ? tr("is beyond the 90 days that WorkOS keeps")
                           : tr("leaves the 90 days that WorkOS keeps in %1")
                                 .arg(durationText(place - horizon));
}

bool isNearHorizon(Instant place, Instant horizon)
{
    return place - horizon < kAgeWarning;
}

} // namespace playhead
