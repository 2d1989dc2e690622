// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/cursors/offeredplace.h"

#include <QComboBox>
#include <QTimeZone>

namespace playhead {

class ToneLabel;

/// A list of named places to choose one from, with a line below it that says where the chosen one is.
class PlaceChoice : public QComboBox
{
    Q_OBJECT

public:
    PlaceChoice(const QTimeZone &zone, Instant now, QWidget *parent = nullptr);

    /// `none`: what stands there without any place.
    void setPlaces(const QList<OfferedPlace> &places, const QString &none);
    /// Chooses it; one that is not in the list is added.
    void choose(const OfferedPlace &place);
    std::optional<OfferedPlace> chosen() const;
    ToneLabel *hint() const { return m_hint; } ///< To be put below.

private:
    void addPlace(const OfferedPlace &place);
    void showHint();
    QString textOf(const OfferedPlace &place) const;

    QTimeZone m_zone;
    Instant m_now;
    QList<OfferedPlace> m_places;
    ToneLabel *m_hint;
};

} // namespace playhead
