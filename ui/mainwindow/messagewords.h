// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/mainwindow/fetchmessages.h"

namespace playhead {

// Words that the messages of the fetch row share. Numbers are written as the system's language does.

QString numberText(quint64 n); ///< `2,412`
QString eventsText(quint64 n); ///< `1 event`, `2,412 events`
QString requestsText(quint64 n); ///< `1 request`, `26 requests`
/// `The 764 events already loaded stay here.`; empty for none.
QString keptText(quint32 loaded);
/// `14:06`, on other days than that of the situation's now `22 Nov 14:06`.
QString minuteText(Instant at, const FetchSituation &situation);
/// `9 minutes ago`, `just now`; written out, as in running text.
QString agoText(Instant at, Instant now);

MessageChoice messageChoice(const char *id, const QString &text, const QString &iconName = {});

} // namespace playhead
