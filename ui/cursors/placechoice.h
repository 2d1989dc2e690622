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

    /// `none`: what stands there without any place. The chosen one stays chosen by its kind and name, at its new position.
    /// When it is gone, `isAsked` leaves nothing chosen, and the hint says so; otherwise the first one is. The same list once
    /// more changes nothing, and an open list stays open.
    void setPlaces(const QList<OfferedPlace> &places, const QString &none, bool isAsked);
    /// Chooses it; one that is not in the list is added.
    void choose(const OfferedPlace &place);
    std::optional<OfferedPlace> chosen() const;
    ToneLabel *hint() const { return m_hint; } ///< To be put below.

signals:
    void chosenChanged(); ///< chosen() is another one, or stands elsewhere.

private:
    int indexOf(const OfferedPlace &place) const; ///< By kind and name; -1 = none.
    int indexAfter(const std::optional<OfferedPlace> &was, bool isAsked);
    void addPlace(const OfferedPlace &place);
    void showHint();
    QString textOf(const OfferedPlace &place) const;

    QTimeZone m_zone;
    Instant m_now;
    QList<OfferedPlace> m_offered; ///< As they were set.
    QList<OfferedPlace> m_places; ///< With one that was added.
    QString m_gone; ///< The chosen one that is not offered any more.
    ToneLabel *m_hint;
};

} // namespace playhead
