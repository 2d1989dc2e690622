// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QTimeZone>

class QDateTimeEdit;
class QWidget;

namespace playhead {

/// A field for a moment in a zone: QDateTimeEdit knows no zones before Qt 6.7, so it holds wall clock digits only.
QDateTimeEdit *makeMomentEdit(Instant at, const QTimeZone &zone, QWidget *parent);
Instant momentOf(const QDateTimeEdit *edit, const QTimeZone &zone);
void setMoment(QDateTimeEdit *edit, Instant at, const QTimeZone &zone);

} // namespace playhead
