// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/cursorverb.h"

namespace playhead {

const QList<CursorVerb> &cursorVerbs()
{
    static const QList<CursorVerb> verbs{cursorListVerb(),
                                         cursorShowVerb(),
                                         cursorSaveVerb(),
                                         cursorEditVerb(),
                                         cursorMoveVerb(),
                                         cursorRewindVerb(),
                                         cursorHistoryVerb(),
                                         cursorUndoVerb(),
                                         cursorRedoVerb(),
                                         cursorDeleteVerb(),
                                         cursorPlacesVerb(),
                                         cursorSavePlaceVerb(),
                                         cursorDeletePlaceVerb(),
                                         cursorAuditVerb(),
                                         cursorRecoverVerb(),
                                         cursorExportVerb(),
                                         cursorImportVerb()};
    return verbs;
}

} // namespace playhead
