// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/placechoice.h"

#include "ui/cursors/placetext.h"
#include "ui/shared/dialogparts.h"

#include <QSignalBlocker>

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
    showHint();
    connect(this, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0) {
            m_gone.clear();
        }
        showHint();
        emit chosenChanged();
    });
}

int PlaceChoice::indexOf(const OfferedPlace &place) const
{
    for (int i = 0; i < m_places.size(); ++i) {
        if (m_places[i].of == place.of && m_places[i].name == place.name) {
            return i;
        }
    }
    return -1;
}

/// Which of the new places is chosen after `was`.
int PlaceChoice::indexAfter(const std::optional<OfferedPlace> &was, bool isAsked)
{
    if (m_places.isEmpty() && !was) {
        return -1;
    }
    const OfferedPlace wanted = was ? *was : OfferedPlace(m_gone, {}, m_places.first().of);
    const int index = indexOf(wanted);
    if (index < 0 && isAsked) {
        m_gone = wanted.name;
        return -1;
    }
    m_gone.clear();
    return qMax(index, m_places.isEmpty() ? -1 : 0);
}

void PlaceChoice::setPlaces(const QList<OfferedPlace> &places, const QString &none, bool isAsked)
{
    setPlaceholderText(none);
    if (places == m_offered) {
        return;
    }
    const std::optional<OfferedPlace> was = chosen();
    {
        const QSignalBlocker blocker(this);
        clear();
        m_offered = places;
        m_places.clear();
        for (const OfferedPlace &place : places) {
            addPlace(place);
        }
        if (was && was->of == ToPlace::Of::History) {
            addPlace(*was); // it is never among those that are offered
        }
        setCurrentIndex(indexAfter(was, isAsked));
    }
    showHint();
    if (chosen() != was) {
        emit chosenChanged();
    }
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
    const bool isGone = !place && !m_gone.isEmpty();
    m_hint->setText(isGone    ? tr("“%1” is gone. Choose another place.").arg(m_gone)
                    : !place  ? QString()
                    : isOther ? place->differs
                              : textOf(*place));
    m_hint->setTone(isOther || isGone ? ToneLabel::Tone::Warning : ToneLabel::Tone::Secondary);
    m_hint->setVisible(place.has_value() || isGone);
    setAccessibleDescription(m_hint->text());
}

} // namespace playhead
