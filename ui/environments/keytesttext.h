// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/keyprobe.h"
#include "ui/shared/dialogparts.h"

#include <QUrl>

namespace playhead {

/// What a test of a key says to people (design, section 11).
struct KeyTestText
{
    Notice::Kind kind = Notice::Kind::Ok;
    QString lead; ///< What happened.
    QString text; ///< Why, and what helps.
};

/// While it is asked.
KeyTestText askingText(const QUrl &baseUrl);
KeyTestText answerText(const Result<KeyAnswer> &answer, const QUrl &baseUrl);

} // namespace playhead
