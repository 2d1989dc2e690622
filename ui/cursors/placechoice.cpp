// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/placechoice.h"

#include "ui/cursors/placetext.h"
#include "ui/shared/dialogparts.h"

namespace playhead {

PlaceChoice::PlaceChoice(const QTimeZone &zone, Instant now, QWidget *parent)
    : QComboBox(parent)
    , m_zone(zone)
    , m_now(now)
    , m_hint(smallText({}, parent))
{
    // A long name must not widen the form.
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(1);
    connect(this, &QComboBox::currentIndexChanged, this, &PlaceChoice::showHint);
}

void PlaceChoice::setPlaces(const QList<OfferedPlace> &places, const QString &none)
{
    clear();
    m_places.clear();
    setPlaceholderText(none);
    for (const OfferedPlace &place : places) {
        addPlace(place);
    }
    setCurrentIndex(places.isEmpty() ? -1 : 0);
    showHint();
}

void PlaceChoice::addPlace(const OfferedPlace &place)
{
    m_places.append(place);
    addItem(place.name.isEmpty() ? tr("Its earlier place") : place.name);
    setItemData(count() - 1, textOf(place), Qt::ToolTipRole);
}

void PlaceChoice::choose(const OfferedPlace &place)
{
    for (int i = 0; i < m_places.size(); ++i) {
        const OfferedPlace &known = m_places[i];
        if (known.of == place.of && known.name == place.name && known.position == place.position) {
            setCurrentIndex(i);
            return;
        }
    }
    addPlace(place);
    setCurrentIndex(count() - 1);
}

std::optional<OfferedPlace> PlaceChoice::chosen() const
{
    return currentIndex() < 0 ? std::nullopt : std::optional(m_places[currentIndex()]);
}

QString PlaceChoice::textOf(const OfferedPlace &place) const
{
    const QString at = minuteText(positionTime(place.position), m_zone, m_now);
    const QString text = std::holds_alternative<AfterEvent>(place.position) ? at
                                                                            : tr("From %1").arg(at);
    return place.from.isEmpty() ? text : tr("%1, of %2").arg(text, place.from);
}

void PlaceChoice::showHint()
{
    const std::optional<OfferedPlace> place = chosen();
    const bool isOther = place && !place->differs.isEmpty();
    m_hint->setText(!place ? QString() : isOther ? place->differs : textOf(*place));
    m_hint->setTone(isOther ? ToneLabel::Tone::Warning : ToneLabel::Tone::Secondary);
    m_hint->setVisible(place.has_value());
    setAccessibleDescription(m_hint->text());
}

} // namespace playhead
