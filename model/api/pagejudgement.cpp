// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/pagejudgement.h"

#include "model/api/backfillerrors.h"
#include "model/api/cursorcheck.h"
#include "model/api/pagenotes.h"

namespace playhead {

using Verdict = WindowPage::Verdict;

WindowPage judgePage(const WindowRead &window,
                     const PageReply &reply,
                     const EventSnapshot &stored,
                     const QString &server,
                     RequestRecord &record)
{
    if (!reply.page) {
        return {};
    }
    WindowPage page = window.read(*reply.page);
    // The page before holds events before the cursor too, but may come again for a fault on the way.
    const bool mayBeginAnew = page.verdict != Verdict::BeforeCursor && !page.isSamePage;
    if (mayBeginAnew && beginsBeforeStored(*reply.page, reply.request.after, stored)) {
        page.verdict = Verdict::BeforeCursor;
    }
    record.notes = notesOn(*reply.page, reply.request, page.verdict);
    switch (page.verdict) {
    case Verdict::Repeated:
        record.error = repeatedPageError(server);
        break;
    case Verdict::NewestFirst:
        record.error = newestFirstError(server);
        break;
    case Verdict::BeforeCursor:
        record.error = beforeCursorError(server, reply.request.after);
        break;
    case Verdict::Usable:
        break;
    }
    return page;
}

} // namespace playhead
