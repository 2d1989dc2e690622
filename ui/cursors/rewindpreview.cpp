// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/rewindpreview.h"

#include "ui/cursors/minitimeline.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/icons.h"
#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QLocale>
#include <QPainter>
#include <QStringList>
#include <QVBoxLayout>
#include <QtMath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kInset = 13;
constexpr int kFamilyRow = 25;
constexpr int kMostVerbs = 3;
constexpr int kWidth = 484;
// Room for a usual plan's, so that the dialog does not grow when the first one is there.
constexpr int kUsualFamilies = 5;

/// One family of the preview: glyph, name, count, and what happened.
class FamilyLine : public QWidget
{
public:
    FamilyLine(Family family, quint64 count, QString breakdown, QWidget *parent)
        : QWidget(parent)
        , m_family(family)
        , m_count(QLocale().toString(count))
        , m_breakdown(std::move(breakdown))
    {
        setFixedHeight(scaledPx(kFamilyRow));
        setAccessibleName(u"%1, %2, %3"_s.arg(familyLabel(family), m_count, m_breakdown));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens();
        QPainter painter(this);
        painter.fillRect(0, 0, width(), 1, t.hair);
        const int glyph = scaledPx(10);
        paintFamilyGlyph(&painter,
                         QRectF(kInset - 1, (height() - glyph) / 2.0 + 0.5, glyph, glyph),
                         m_family);
        painter.setFont(uiFont(13));
        painter.setPen(t.text);
        painter.drawText(QRect(scaledPx(29), 0, scaledPx(101), height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         familyLabel(m_family));
        const QFont countFont = uiFont(13, QFont::DemiBold);
        const int countLeft = scaledPx(130);
        const int countRight = qMax(scaledPx(172),
                                    countLeft + qCeil(tabularWidth(m_count, countFont)));
        drawTabular(&painter,
                    QRectF(countLeft, 0, countRight - countLeft, height()),
                    Qt::AlignRight,
                    m_count,
                    countFont);
        painter.setFont(uiFont(12));
        painter.setPen(t.text2);
        const QRect rest(countRight + 16, 0, width() - countRight - 16 - kInset, height());
        painter.drawText(rest,
                         Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_breakdown,
                                                          Qt::ElideRight,
                                                          rest.width()));
    }

private:
    Family m_family;
    QString m_count;
    QString m_breakdown;
};

class HairLine : public QWidget
{
public:
    explicit HairLine(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), tokens().hair); }
};

QString headlineOf(const MovePlan &plan)
{
    const QString count = QLocale().toString(plan.events);
    const bool isOne = plan.events == 1 && !plan.isAtLeast;
    switch (plan.direction) {
    case MovePlan::Direction::Back:
        return plan.isAtLeast
                   ? RewindPreview::tr("At least %1 events will be read again").arg(count)
               : isOne ? RewindPreview::tr("1 event will be read again")
                       : RewindPreview::tr("%1 events will be read again").arg(count);
    case MovePlan::Direction::Forward:
        return plan.isAtLeast ? RewindPreview::tr("At least %1 events will be skipped").arg(count)
               : isOne        ? RewindPreview::tr("1 event will be skipped")
                              : RewindPreview::tr("%1 events will be skipped").arg(count);
    case MovePlan::Direction::Nowhere:
        break;
    }
    return RewindPreview::tr("The cursor stands there already");
}
} // namespace

QString breakdownText(const std::vector<TypeMoveCount> &types, Family family)
{
    QList<std::pair<QString, quint64>> verbs;
    for (const TypeMoveCount &type : types) {
        if (type.family != family) {
            continue;
        }
        QString verb =
            QString::fromUtf8(type.type.mid(type.type.lastIndexOf('.') + 1)).replace(u'_', u' ');
        const auto known = std::find_if(verbs.begin(), verbs.end(), [&verb](const auto &v) {
            return v.first == verb;
        });
        if (known == verbs.end()) {
            verbs.append({std::move(verb), type.count});
        } else {
            known->second += type.count;
        }
    }
    std::stable_sort(verbs.begin(), verbs.end(), [](const auto &a, const auto &b) {
        return a.second > b.second;
    });
    QStringList parts;
    quint64 rest = 0;
    for (qsizetype i = 0; i < verbs.size(); ++i) {
        if (i < kMostVerbs) {
            parts.append(RewindPreview::tr("%1 %2", "count, what happened")
                             .arg(QLocale().toString(verbs[i].second), verbs[i].first));
        } else {
            rest += verbs[i].second;
        }
    }
    if (rest > 0) {
        parts.append(rest == 1 ? RewindPreview::tr("1 other")
                               : RewindPreview::tr("%1 others").arg(QLocale().toString(rest)));
    }
    return parts.join(u", "_s);
}

RewindPreview::RewindPreview(const QTimeZone &zone, Instant now, QWidget *parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_now(now)
    , m_card(new Card(this))
    , m_timeline(new MiniTimeline(zone, now, m_card))
    , m_timelineLine(new HairLine(m_card))
    , m_headline(new ToneLabel({}, uiFont(17, QFont::DemiBold), ToneLabel::Tone::Text, m_card))
    , m_span(smallText({}, m_card))
    , m_place(smallText({}, m_card))
    , m_cardLayout(new QVBoxLayout(m_card))
    , m_deletes(new Notice(Notice::Kind::Warning, this))
    , m_horizon(new Notice(Notice::Kind::Danger, this))
{
    m_place->setTextFormat(Qt::RichText);
    m_headline->setWordWrap(true);
    m_headline->setAccessibleName(tr("Preview"));
    auto *facts = new QVBoxLayout;
    facts->setContentsMargins(kInset, 11, kInset, 10);
    facts->setSpacing(3);
    facts->addWidget(m_headline);
    facts->addWidget(m_span);
    facts->addWidget(m_place);
    m_cardLayout->setContentsMargins(1, 0, 1, 1);
    m_cardLayout->setSpacing(0);
    m_cardLayout->addWidget(m_timeline);
    m_cardLayout->addWidget(m_timelineLine);
    m_cardLayout->addLayout(facts);
    m_cardLayout->addStretch(1);
    m_families = new QWidget(m_card);
    m_families->setFixedHeight(kUsualFamilies * scaledPx(kFamilyRow));
    m_cardLayout->insertWidget(m_cardLayout->count() - 1, m_families);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(groupTitle(tr("Preview"), this));
    layout->addWidget(m_card);
    layout->addWidget(m_deletes);
    layout->addWidget(m_horizon);
    layout->addStretch(1);
    setMinimumWidth(kWidth);
    m_deletes->hide();
    m_horizon->hide();
    showCounting();
}

void RewindPreview::showQuiet(const QString &text)
{
    m_timeline->hide();
    m_timelineLine->hide();
    m_headline->hide();
    m_place->hide();
    m_span->setText(text);
    m_span->setTone(ToneLabel::Tone::Secondary);
    m_deletes->hide();
    m_horizon->hide();
    showFamilies({});
}

void RewindPreview::showHint(const QString &text)
{
    showQuiet(text);
}

void RewindPreview::showCounting()
{
    // What stood there before keeps the dialog's height, so that it does not jump at every key.
    m_headline->show();
    m_headline->setText(tr("Counting…"));
    m_headline->setAccessibleDescription(m_headline->text());
    m_span->setTone(ToneLabel::Tone::Secondary);
}

void RewindPreview::showError(const Error &error)
{
    showQuiet(error.message);
    m_span->setTone(ToneLabel::Tone::Danger);
}

void RewindPreview::showPlan(const MovePlan &plan)
{
    m_timeline->setPlan(plan);
    m_timeline->show();
    m_timelineLine->show();
    m_headline->show();
    m_headline->setText(headlineOf(plan));
    m_headline->setAccessibleDescription(m_headline->text());
    m_span->setTone(ToneLabel::Tone::Secondary);
    m_span->setText(spanLine(plan));
    m_span->setVisible(!m_span->text().isEmpty());
    m_place->setText(placeLine(plan));
    m_place->setVisible(plan.direction != MovePlan::Direction::Nowhere);
    showFamilies(plan);
    showNotices(plan);
}

QString RewindPreview::headline() const
{
    return m_headline->text();
}

QString RewindPreview::spanLine(const MovePlan &plan) const
{
    if (plan.events == 0) {
        return plan.direction == MovePlan::Direction::Nowhere
                   ? QString()
                   : tr("No event lies between the two places.");
    }
    QString line = tr("%1, %2").arg(spanText(plan.spanStart, plan.spanEnd, m_zone, m_now),
                                    durationText(plan.spanEnd - plan.spanStart));
    if (plan.organizations > 0) {
        line = plan.organizations == 1
                   ? tr("%1, 1 organization").arg(line)
                   : tr("%1, %2 organizations").arg(line, QLocale().toString(plan.organizations));
    }
    return line;
}

QString RewindPreview::placeLine(const MovePlan &plan) const
{
    QStringList lines;
    if (const auto *after = std::get_if<AfterEvent>(&plan.target)) {
        lines.append(tr("New place: after %1, %2")
                         .arg(idRichText(after->id.toString()),
                              momentText(after->createdAt, m_zone, m_now)));
    } else {
        lines.append(tr("New place: from %1")
                         .arg(momentText(std::get<FromTime>(plan.target).from, m_zone, m_now)));
    }
    if (!plan.firstAgain.isEmpty()) {
        const QString id = idRichText(plan.firstAgain.toString());
        lines.append(plan.direction == MovePlan::Direction::Back
                         ? tr("First event read again: %1").arg(id)
                         : tr("First event skipped: %1").arg(id));
    }
    if (plan.asked > plan.events) {
        lines.append(tr("%1 were asked for; no more are stored before the cursor.")
                         .arg(QLocale().toString(plan.asked)));
    }
    if (plan.isAtLeast) {
        lines.append(tr("Part of this span has not been fetched yet, so there may be more."));
    }
    return lines.join(u"<br>"_s);
}

void RewindPreview::showFamilies(const MovePlan &plan)
{
    if (m_families) {
        m_families->hide();
        m_families->deleteLater();
    }
    m_families = new QWidget(m_card);
    auto *lines = new QVBoxLayout(m_families);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    for (int i = 0; i < kFamilyCount; ++i) {
        quint64 count = 0;
        for (const TypeMoveCount &type : plan.types) {
            count += type.family == Family(i) ? type.count : 0;
        }
        if (count > 0) {
            lines->addWidget(
                new FamilyLine(Family(i), count, breakdownText(plan.types, Family(i)), m_families));
        }
    }
    m_cardLayout->insertWidget(m_cardLayout->count() - 1, m_families);
}

void RewindPreview::showNotices(const MovePlan &plan)
{
    const bool isBack = plan.direction == MovePlan::Direction::Back;
    m_deletes->setVisible(plan.deletes > 0);
    m_deletes
        ->setText(plan.deletes == 1
                      ? tr("1 delete is in this span.")
                      : tr("%1 deletes are in this span.").arg(QLocale().toString(plan.deletes)),
                  isBack
                      ? tr("A consumer that sends email or calls other services may do so again.")
                      : tr("A consumer that goes on from there never hears of them."));
    m_horizon->setVisible(plan.isBeyondHorizon);
    m_horizon->setText(tr("The new place is beyond the 90 days that WorkOS keeps."),
                       tr("What lies before them cannot be fetched again."));
}

} // namespace playhead
