// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/pagenotes.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PageNotes)
};

/// Whether the ends of a range are inclusive is not documented, so an event at an end lies inside (semantics 5).
bool isOutside(Instant t, const PageRequest &asked)
{
    const bool isBefore = asked.after.isEmpty() && asked.since && t < *asked.since;
    return isBefore || (asked.until && t > *asked.until);
}

} // namespace

RequestRecord recordOf(const PageReply &reply, RequestPurpose purpose, int tryNumber)
{
    RequestRecord record;
    record.purpose = purpose;
    record.sentAt = reply.sentAt;
    record.request = reply.request;
    record.url = reply.url;
    record.tryNumber = tryNumber;
    record.facts = reply.facts;
    if (reply.page) {
        record.next = reply.page->next;
        record.events = int(reply.page->events.size());
    } else {
        record.error = reply.page.error();
    }
    return record;
}

QStringList notesOn(const Page &page, const PageRequest &asked, WindowPage::Verdict verdict)
{
    QStringList notes;
    switch (verdict) {
    case WindowPage::Verdict::Repeated:
        notes << Text::tr("The same page or the same cursor came again.");
        break;
    case WindowPage::Verdict::NewestFirst:
        notes << Text::tr("Oldest first was asked for, newest first came.");
        break;
    case WindowPage::Verdict::BeforeCursor:
        notes << Text::tr("The answer begins before the cursor: the server began anew.");
        break;
    case WindowPage::Verdict::Usable:
        break;
    }
    const auto outside = std::count_if(page.events.begin(),
                                       page.events.end(),
                                       [&asked](const DecodedEvent &event) {
                                           return isOutside(event.fields.createdAt, asked);
                                       });
    if (outside > 0) {
        notes << Text::tr("%n event(s) lie outside the range that was asked for.",
                          nullptr,
                          int(outside));
    }
    return notes;
}

} // namespace playhead
