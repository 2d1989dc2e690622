// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/rewindpreview.h"

#include "model/cursors/movewords.h"
#include "ui/cursors/minitimeline.h"
#include "ui/cursors/movefacts.h"
#include "ui/cursors/moveline.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kInset = 13;
constexpr int kWidth = 468; // With a scroll bar beside it.
// Room for a usual plan's, so that the dialog does not grow when the first one is there.
constexpr int kUsualLines = 6;
constexpr int kMostOrganizations = 3;
constexpr int kMostInToolTip = 40;
constexpr double kDim = 0.4;

QString countingText(std::optional<quint64> read)
{
    return read ? RewindPreview::tr("Counting, %1 so far").arg(QLocale().toString(*read))
                : RewindPreview::tr("Counting…");
}
} // namespace

RewindPreview::RewindPreview(const QTimeZone &zone,
                             Instant now,
                             OrganizationNames names,
                             QWidget *parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_now(now)
    , m_names(std::move(names))
    , m_card(new Card(this))
    , m_timeline(new MiniTimeline(zone, now, m_card))
    , m_timelineLine(new HairLine(m_card))
    , m_headline(new ToneLabel({}, uiFont(17, QFont::DemiBold), ToneLabel::Tone::Text, m_card))
    , m_stop(new QPushButton(icon(u"stop"_s), tr("Stop counting"), m_card))
    , m_span(smallText({}, m_card))
    , m_facts(new MoveFacts(zone, now, m_card))
    , m_note(smallText({}, m_card))
    , m_cardLayout(new QVBoxLayout(m_card))
    , m_deletes(new Notice(Notice::Kind::Warning, this))
    , m_unread(new Notice(Notice::Kind::Warning, this))
    , m_doubt(new Notice(Notice::Kind::Warning, this))
    , m_horizon(new Notice(Notice::Kind::Danger, this))
{
    m_cardLayout->setContentsMargins(1, 0, 1, 1);
    m_cardLayout->setSpacing(0);
    m_cardLayout->addWidget(m_timeline);
    m_cardLayout->addWidget(m_timelineLine);
    m_cardLayout->addWidget(makeFacts());
    m_cardLayout->addStretch(1);
    m_lines = new QWidget(m_card);
    m_lines->setFixedHeight(kUsualLines * scaledPx(MoveLine::kHeight));
    m_cardLayout->insertWidget(m_cardLayout->count() - 1, m_lines);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(groupTitle(tr("Preview"), this));
    layout->addWidget(m_card);
    for (Notice *notice : {m_deletes, m_unread, m_doubt, m_horizon}) {
        layout->addWidget(notice);
        notice->hide();
    }
    layout->addStretch(1);
    setMinimumWidth(kWidth);
    showCounting({});
}

QWidget *RewindPreview::makeFacts()
{
    m_headline->setWordWrap(true);
    m_headline->setAccessibleName(tr("Preview"));
    m_stop->setObjectName(u"stopCounting"_s);
    m_stop->setAutoDefault(false);
    m_stop->setFont(uiFont(12, QFont::Medium));
    m_stop->setToolTip(tr("Count with what has been read so far"));
    m_stop->hide();
    connect(m_stop, &QPushButton::clicked, this, &RewindPreview::stopRequested);
    auto *head = new QHBoxLayout;
    head->addWidget(m_headline, 1);
    head->addWidget(m_stop, 0, Qt::AlignTop);
    auto *widget = new QWidget(m_card);
    auto *facts = new QVBoxLayout(widget);
    facts->setContentsMargins(kInset, 11, kInset, 10);
    facts->setSpacing(3);
    facts->addLayout(head);
    facts->addWidget(m_span);
    facts->addSpacing(4);
    facts->addWidget(m_facts);
    facts->addWidget(m_note);
    return widget;
}

void RewindPreview::showQuiet(const QString &text)
{
    m_timeline->hide();
    m_timelineLine->hide();
    m_headline->hide();
    m_stop->hide();
    m_facts->hide();
    m_note->hide();
    m_span->show();
    m_span->setText(text);
    m_span->setTone(ToneLabel::Tone::Secondary);
    for (Notice *notice : {m_deletes, m_unread, m_doubt, m_horizon}) {
        notice->hide();
    }
    showLines({}, true);
    setOutdated(false);
}

void RewindPreview::setOutdated(bool isOutdated)
{
    const QList<QWidget *> parts{
        m_timeline, m_span, m_facts, m_note, m_lines, m_deletes, m_unread, m_doubt, m_horizon};
    for (QWidget *part : parts) {
        // Disabled is what a screen reader tells of it; labels of their own colours do not show it.
        part->setEnabled(!isOutdated);
        if (isOutdated && !part->graphicsEffect()) {
            auto *dim = new QGraphicsOpacityEffect(part);
            dim->setOpacity(kDim);
            part->setGraphicsEffect(dim);
        } else if (!isOutdated) {
            part->setGraphicsEffect(nullptr);
        }
    }
}

void RewindPreview::showHint(const QString &text)
{
    showQuiet(text);
}

void RewindPreview::showHeadline(const QString &text, bool isReading)
{
    m_headline->show();
    m_headline->setText(text);
    m_headline->setAccessibleDescription(text);
    m_stop->setVisible(isReading);
}

void RewindPreview::showCounting(std::optional<quint64> read)
{
    // What stood there before keeps the dialog's height, so that it does not jump at every key.
    showHeadline(countingText(read), read.has_value());
    m_span->setTone(ToneLabel::Tone::Secondary);
    setOutdated(true);
}

void RewindPreview::showError(const Error &error)
{
    showQuiet(error.message);
    m_span->setTone(ToneLabel::Tone::Danger);
}

void RewindPreview::showReply(const MovePlan &plan, const MoveReply &reply)
{
    const std::optional<quint64> &read = reply.read;
    m_timeline->setPlan(plan);
    m_timeline->show();
    m_timelineLine->show();
    showHeadline(read ? countingText(read) : moveHeadline(plan), read.has_value());
    m_span->setTone(ToneLabel::Tone::Secondary);
    m_span->setText(spanLine(plan));
    m_span->setVisible(!m_span->text().isEmpty());
    m_facts->showPlan(plan);
    m_facts->setVisible(plan.direction != MovePlan::Direction::Nowhere);
    m_note->setText(noteOf(plan));
    m_note->setVisible(!m_note->text().isEmpty());
    showLines(plan, reply.isLast);
    showNotices(plan, reply.unreadBecause);
    setOutdated(false);
}

void RewindPreview::showWarnings(const QStringList &warnings)
{
    m_doubt->setText({}, warnings.join(u' '));
    m_doubt->setVisible(!warnings.isEmpty());
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

QString RewindPreview::noteOf(const MovePlan &plan) const
{
    QStringList notes;
    if (plan.asked > plan.events) {
        const QString asked = QLocale().toString(plan.asked);
        notes.append(
            plan.direction == MovePlan::Direction::Forward
                ? tr("%1 were asked for; no more are stored after the cursor.").arg(asked)
                : tr("%1 were asked for; no more are stored before the cursor.").arg(asked));
    }
    if (!plan.isTargetStored) {
        notes.append(tr("The event of the new place is not stored; its time stands in for it."));
    }
    if (plan.isAtLeast) {
        notes.append(tr("Part of this span has not been fetched yet, so there may be more."));
    }
    return notes.join(u' ');
}

void RewindPreview::showLines(const MovePlan &plan, bool isLast)
{
    if (m_lines) {
        m_lines->hide();
        m_lines->deleteLater();
    }
    m_lines = new QWidget(m_card);
    auto *lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    for (int i = 0; i < kFamilyCount; ++i) {
        quint64 count = 0;
        QStringList types;
        for (const TypeMoveCount &type : plan.types) {
            if (type.family == Family(i)) {
                count += type.count;
                types.append(
                    tr("%1 %2", "count, type")
                        .arg(QLocale().toString(type.count), QString::fromUtf8(type.type)));
            }
        }
        if (count > 0) {
            lines->addWidget(new MoveLine({Family(i),
                                           {},
                                           familyLabel(Family(i)),
                                           QLocale().toString(count),
                                           breakdownText(plan.types, Family(i)),
                                           types.join(u'\n')},
                                          m_lines));
        }
    }
    addSummaryLines(plan, isLast, lines);
    m_cardLayout->insertWidget(m_cardLayout->count() - 1, m_lines);
}

void RewindPreview::addSummaryLines(const MovePlan &plan, bool isLast, QVBoxLayout *lines)
{
    if (plan.organizations > 0) {
        lines->addWidget(
            new MoveLine({{},
                          u"organization"_s,
                          tr("By organization"),
                          {},
                          organizationsText(plan, m_names, kMostOrganizations, u", "_s),
                          organizationsText(plan, m_names, kMostInToolTip, u"\n"_s)},
                         m_lines));
    }
    // What is skipped is never weighed by a consumer.
    const bool isWeighed = plan.direction == MovePlan::Direction::Back && plan.events > 0;
    if (isWeighed && (plan.expected || !isLast)) {
        lines->addWidget(new MoveLine(
            {{},
             u"dryrun"_s,
             tr("Careful consumer"),
             {},
             plan.expected ? expectedText(*plan.expected) : tr("counting…"),
             tr("A consumer that compares updated_at before it overwrites: it applies what is newer "
                "than what it has, and skips the rest.")},
            m_lines));
    }
}

void RewindPreview::showNotices(const MovePlan &plan, const QString &unreadBecause)
{
    const bool isBack = plan.direction == MovePlan::Direction::Back;
    m_deletes->setVisible(plan.deletes > 0);
    const QString effect =
        isBack ? tr("A consumer that sends email or calls other services may do so again.")
               : tr("A consumer that goes on from there never hears of them.");
    const QString types = deletesByType(plan);
    m_deletes->setText(deletesLead(plan),
                       types.isEmpty() ? effect : tr("%1. %2", "types, effect").arg(types, effect));
    QStringList all;
    for (const TypeMoveCount &type : plan.types) {
        if (type.isDelete) {
            all.append(tr("%1 %2", "count, type")
                           .arg(QLocale().toString(type.count), QString::fromUtf8(type.type)));
        }
    }
    m_deletes->setToolTip(all.join(u'\n'));
    m_unread->setVisible(!unreadBecause.isEmpty());
    m_unread->setText(tr("Part of this span could not be read."), unreadBecause);
    const Instant target = positionTime(plan.target);
    const bool isNear = plan.horizon != Instant{} && isNearHorizon(target, plan.horizon);
    // At the horizon itself it was asked for.
    const bool isAtHorizon = plan.change == CursorChange::MovedToOldest;
    m_horizon->setVisible(plan.isBeyondHorizon || (isNear && !isAtHorizon && isBack));
    m_horizon->setKind(plan.isBeyondHorizon ? Notice::Kind::Danger : Notice::Kind::Warning);
    if (plan.isBeyondHorizon) {
        QStringList words = beyondHorizonWords(plan);
        const QString first = words.takeFirst();
        m_horizon->setText(first, words.join(u' '));
    } else {
        m_horizon->setText(tr("The new place %1.").arg(ageSentence(target, plan.horizon)),
                           tr("Read from it before then, or the cursor is lost."));
    }
}

} // namespace playhead
