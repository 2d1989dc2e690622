// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/recoverhead.h"

#include "ui/cursors/placetext.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kFieldHeight = 30;
} // namespace

RecoverHead::RecoverHead(const RecoverDialogContext &context, bool isNew, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new ToneLabel({}, uiFont(13, QFont::DemiBold), ToneLabel::Tone::Text, this))
    , m_text(smallText({}, this))
    , m_changed(new Notice(Notice::Kind::Warning, this))
{
    m_title->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_changed->setObjectName(u"changed"_s);
    m_changed->hide();
    auto *mark = new IconMark(icon(u"playhead"_s, isNew ? IconTint::Accent : IconTint::Danger),
                              18,
                              this);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addLayout(row);
    column->addWidget(m_changed);
    if (isNew) {
        column->addWidget(makeName());
    }
}

QWidget *RecoverHead::makeName()
{
    auto *whole = new QWidget(this);
    m_name = new QLineEdit(whole);
    m_name->setFixedHeight(scaledPx(kFieldHeight));
    padField(m_name);
    m_nameProblem = new FieldProblem(m_name, whole);
    auto *label = new QLabel(tr("&Name"), whole);
    nameField(label, m_name, tr("Name"));
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(label);
    row->addWidget(m_name, 1);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_nameProblem);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_nameProblem->setProblem(m_context.takenNames.contains(name())
                                      ? tr("There is a cursor of this name already.")
                                      : QString());
        emit nameChanged();
    });
    return whole;
}

QString RecoverHead::name() const
{
    return m_name->text().trimmed();
}

bool RecoverHead::isNamed() const
{
    return !name().isEmpty() && !m_nameProblem->isShown();
}

void RecoverHead::showNameProblem(const QString &problem)
{
    m_nameProblem->setProblem(problem);
    m_name->setFocus();
}

void RecoverHead::focusName()
{
    m_name->setFocus();
}

void RecoverHead::say(const QString &title, const QString &richText)
{
    m_title->setText(title);
    m_text->setText(richText);
}

void RecoverHead::showNew(const Cursor &cursor)
{
    const QString types = cursor.types.isEmpty() ? tr("all types")
                                                 : QString::fromUtf8(cursor.types.join(", "));
    say(tr("A new cursor for a consumer that lost its own"),
        (cursor.organization.isEmpty() ? tr("For %1, as the fetch row says.").arg(types)
                                       : tr("For %1 of %2, as the fetch row says.")
                                             .arg(types, cursor.organization.toString()))
            .toHtmlEscaped());
}

void RecoverHead::showCursor(const Cursor &cursor, bool isUnknown)
{
    const Instant at = positionTime(cursor.position);
    const auto *after = std::get_if<AfterEvent>(&cursor.position);
    const QString when = minuteText(at, m_context.zone, m_context.now).toHtmlEscaped();
    const QString place = after ? tr("%1, %2").arg(idRichText(after->id.toString()), when)
                                : tr("From %1 on").arg(when);
    const QString start =
        minuteText(m_context.horizon, m_context.zone, m_context.now).toHtmlEscaped();
    if (at < m_context.horizon) {
        say(after ? tr("%1 points to an event WorkOS no longer has").arg(cursor.name)
                  : tr("%1 reads from a time before what WorkOS keeps").arg(cursor.name),
            tr("%1. WorkOS keeps 90 days of events, so the list starts on %2.").arg(place, start));
    } else if (isUnknown) {
        say(tr("%1 points to an event WorkOS no longer has").arg(cursor.name),
            tr("%1. The server says that it does not know this event.").arg(place));
    } else {
        say(tr("A new place for %1").arg(cursor.name),
            tr("%1. This lies within the 90 days that WorkOS keeps.").arg(place));
    }
}

void RecoverHead::showMoved(const Cursor &cursor)
{
    m_changed->setText(tr("%1 was moved meanwhile.").arg(cursor.name),
                       tr("What is said below counts from its new place, %1.")
                           .arg(momentText(positionTime(cursor.position),
                                           m_context.zone,
                                           m_context.now)));
    m_changed->show();
}

void RecoverHead::showGone(const Cursor &cursor)
{
    m_isGone = true;
    m_changed->setText(tr("%1 was deleted meanwhile.").arg(cursor.name),
                       tr("Edit ▸ Undo brings it back."));
    m_changed->show();
}

void RecoverHead::clearGone()
{
    if (m_isGone) {
        m_isGone = false;
        m_changed->hide();
    }
}

} // namespace playhead
