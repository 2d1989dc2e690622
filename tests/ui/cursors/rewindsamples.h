// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/cursors/dialogwords.h"
#include "ui/cursors/rewinddialog.h"
#include "ui/cursors/rewindform.h"

#include <QHash>
#include <QRadioButton>

namespace playhead {

using namespace Qt::StringLiterals;

// A cursor, plans and answers for tests of the Rewind dialog: those of the mock.

inline Cursor someCursor()
{
    Cursor cursor;
    cursor.id = 1;
    cursor.name = u"billing-sync"_s;
    cursor.position = AfterEvent{EventId("event_01KD9F14TB0000000000AQKZ5C"),
                                 at("2026-11-23T13:56:40.611Z")};
    return cursor;
}

/// As the mock's: from 10:00 to 14:10 in bins of ten minutes.
inline TimelineBins someBins()
{
    constexpr quint32 kHeights[] = {26, 30, 41, 40, 29, 37, 25, 26, 28, 30, 34, 33, 33,
                                    33, 27, 36, 29, 21, 33, 23, 31, 21, 29, 33, 28};
    TimelineBins bins;
    bins.range = {at("2026-11-23T10:00:00Z"), at("2026-11-23T14:10:00Z")};
    for (const quint32 height : kHeights) {
        TimelineBins::Bin bin{};
        bin[size_t(Family::DirectorySync)] = height * 45 / 100;
        bin[size_t(Family::Authentication)] = height * 35 / 100;
        bin[size_t(Family::Users)] = height * 8 / 100;
        bin[size_t(Family::Organizations)] = height * 7 / 100;
        bin[size_t(Family::RolesAccess)] = height * 5 / 100;
        bins.bins.push_back(bin);
    }
    return bins;
}

inline MovePlan somePlan(quint64 events = 100)
{
    MovePlan plan;
    plan.cursor = someCursor();
    plan.target = AfterEvent{EventId("event_01KD9AV0TB0000000000AAB12D"),
                             at("2026-11-23T12:44:01.200Z")};
    plan.change = CursorChange::RewoundByEvents;
    plan.direction = MovePlan::Direction::Back;
    plan.events = events;
    plan.asked = events;
    plan.firstAgain = EventId("event_01KD9AV1TB0000000000AAB77E");
    plan.spanStart = at("2026-11-23T12:44:02.318Z");
    plan.spanEnd = at("2026-11-23T13:56:40.611Z");
    plan.types = {{"dsync.user.updated", Family::DirectorySync, 31},
                  {"dsync.group.user_added", Family::DirectorySync, 11},
                  {"dsync.user.deleted", Family::DirectorySync, 3, true},
                  {"dsync.group.deleted", Family::DirectorySync, 1, true},
                  {"authentication.sso_succeeded", Family::Authentication, 33},
                  {"authentication.sso_failed", Family::Authentication, 5},
                  {"user.created", Family::Users, 5},
                  {"invitation.accepted", Family::Users, 3},
                  {"organization_membership.updated", Family::Organizations, 6},
                  {"role.updated", Family::RolesAccess, 2}};
    plan.byOrganization = {{OrganizationId("org_foo"), 40},
                           {OrganizationId("org_lumen"), 24},
                           {OrganizationId(), 16},
                           {OrganizationId("org_01EZTR6WYX1A0DSE2CYMGXQ24Y"), 10},
                           {OrganizationId("org_birch"), 6},
                           {OrganizationId("org_kestrel"), 3},
                           {OrganizationId("org_pinegrove"), 1}};
    plan.organizations = 6;
    plan.deletes = 4;
    plan.expected = ExpectedCounts{79, 21};
    plan.horizon = at("2026-08-25T14:06:00Z");
    plan.ahead = Lag{115, true};
    plan.around = someBins();
    return plan;
}

/// A target as a value of a data row.
struct TargetCase
{
    MoveTarget target;
};

/// Keeps the questions, so that a test answers when and in which order it likes.
struct Questions
{
    QList<MoveTarget> targets;
    QList<bool> mayRead;
    QList<std::function<void(const MoveReply &)>> answers;

    MoveReader reader()
    {
        return [this](const MoveInquiry &question, std::function<void(const MoveReply &)> answer) {
            targets.append(question.target);
            mayRead.append(question.mayRead);
            answers.append(std::move(answer));
        };
    }
};

inline MoveReply reading(const MovePlan &plan, quint64 events)
{
    MoveReply reply{plan};
    reply.read = events;
    return reply;
}

inline MoveReply unread(const MovePlan &plan, const QString &because)
{
    MoveReply reply{plan};
    reply.unreadBecause = because;
    return reply;
}

inline RewindDialogContext someContext(bool isProduction = false)
{
    RewindDialogContext context;
    context.lag = Lag{15, true};
    context.zone = QTimeZone::utc();
    context.now = at("2026-11-23T14:06:00Z");
    context.isProduction = isProduction;
    context.places = {{u"Before release 4.12"_s,
                       AfterEvent{EventId("event_release"), at("2026-11-20T16:02:11Z")},
                       ToPlace::Of::SavedPlace,
                       u"billing-sync"_s,
                       {}},
                      {u"crm-mirror"_s,
                       AfterEvent{EventId("event_crm"), at("2026-11-23T10:41:09Z")},
                       ToPlace::Of::OtherCursor,
                       {},
                       {}},
                      {u"audit-archive"_s,
                       FromTime{at("2026-11-22T18:00:00.123456Z")},
                       ToPlace::Of::OtherCursor,
                       {},
                       u"Counts all types; this one 2 types."_s}};
    context.picked = AfterEvent{EventId("event_01KD9F41ZC8Q5M2ZT00ZTWW7RX4"),
                                at("2026-11-23T13:58:51.306Z")};
    context.organizationName = [](const OrganizationId &id) {
        const QHash<QByteArray, QString> names{{"org_foo", u"Foo Corp"_s},
                                               {"org_lumen", u"Lumen Health"_s}};
        return names.value(id.value);
    };
    return context;
}

inline QRadioButton *radio(const QWidget &dialog, const QString &text)
{
    for (auto *button : dialog.findChildren<QRadioButton *>()) {
        if (button->text() == text) {
            return button;
        }
    }
    return nullptr;
}

inline QPushButton *applyOf(const QWidget &dialog)
{
    return dialog.findChild<QPushButton *>(u"apply"_s);
}

inline RewindFormContext formContext(const QTimeZone &zone)
{
    return {zone, at("2026-11-23T13:56:40.611Z"), at("2026-11-23T14:06:00Z"), {}, {}};
}

} // namespace playhead
