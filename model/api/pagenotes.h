// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/eventsclient.h"
#include "model/api/requestrecord.h"
#include "model/api/windowread.h"

namespace playhead {

/// The record of a request that was answered, without notes.
RequestRecord recordOf(const PageReply &reply, RequestPurpose purpose, int tryNumber);

/// What a page's own data says against the server, for people: a sentence each. `asked` is the request that it answers,
/// `verdict` what its window made of it. Empty = nothing.
QStringList notesOn(const Page &page, const PageRequest &asked, WindowPage::Verdict verdict);

} // namespace playhead
