// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/pictures/rewindstates.h"

#include "model/cursors/cursorstore.h"
#include "model/cursors/savedplacestore.h"
#include "tests/pictures/picturestage.h"
#include "ui/cursors/rewinddialog.h"
#include "ui/shared/inlinemessage.h"

#include <QAbstractButton>
#include <QTest>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPatienceMs = 10'000;
}

bool rewindToOldest(PictureStage &s)
{
    auto *dialog = s.stand().window().findChild<RewindDialog *>();
    dialog->setTarget(ToOldestKept{});
    const auto *apply = dialog->findChild<QAbstractButton *>(u"apply"_s);
    return QTest::qWaitFor([apply] { return apply->isEnabled(); }, kPatienceMs);
}

bool savePlaces(PictureStage &s)
{
    CursorBook &book = s.stand().cursors();
    for (const QString &name : {u"Before release 4.12"_s, u"After the migration"_s}) {
        book.savePlace(savedPlaceOf(book.cursors().first(), name));
    }
    return QTest::qWaitFor([&book] { return book.savedPlaces().size() == 2; }, kPatienceMs);
}

bool moveElsewhere(PictureStage &s)
{
    const QList<Cursor> cursors = s.stand().cursors().cursors();
    auto database = Database::open(s.stand().folder() + u"/playhead.sqlite"_s);
    const SystemClock clock;
    const auto moved = CursorStore::open(*database, clock)
                           ->move(cursors[1],
                                  cursors[0].position,
                                  CursorChange::CopiedFromCursor,
                                  u"Group sync dropped members, fix in 4.12.1"_s);
    const auto isSaid = [&s] {
        const auto strips = s.stand().window().findChildren<InlineMessage *>();
        return std::any_of(strips.cbegin(), strips.cend(), [](const InlineMessage *strip) {
            return strip->isVisible();
        });
    };
    return moved && QTest::qWaitFor(isSaid, kPatienceMs);
}

} // namespace playhead
