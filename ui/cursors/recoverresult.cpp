// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/recoverresult.h"

#include "ui/cursors/recoveryoutcome.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

RecoverResult::RecoverResult(const RecoverDialogContext &context, bool isNew, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_reading(new QWidget(this))
    , m_readingText(new ToneLabel({}, uiFont(12), ToneLabel::Tone::Secondary, m_reading))
    , m_outcome(addNotice(u"outcome"_s))
    , m_moved(addNotice(u"moved"_s))
    , m_gone(addNotice(u"gone"_s))
    , m_refusal(addNotice(u"refusal"_s))
{
    m_gone->setKind(Notice::Kind::Warning);
    m_refusal->setKind(Notice::Kind::Danger);
    m_readingText->setObjectName(u"reading"_s);
    auto *stop = new QPushButton(tr("Stop"), m_reading);
    stop->setObjectName(u"stop"_s);
    stop->setAutoDefault(false);
    auto *row = new QHBoxLayout(m_reading);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_readingText, 1);
    row->addWidget(stop);
    m_reading->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    for (QWidget *part : QWidgetList{m_reading, m_outcome, m_moved, m_gone, m_refusal}) {
        column->addWidget(part);
    }
    if (!isNew) {
        auto *note = new Notice(Notice::Kind::Info, this);
        note->setText({}, tr("The old position stays in the cursor’s history."));
        column->addWidget(note);
    }
    connect(stop, &QPushButton::clicked, this, &RecoverResult::stopRequested);
}

Notice *RecoverResult::addNotice(const QString &objectName)
{
    auto *notice = new Notice(Notice::Kind::Info, this);
    notice->setObjectName(objectName);
    notice->hide();
    return notice;
}

void RecoverResult::showReading(const std::optional<quint64> &read)
{
    m_reading->setVisible(read.has_value());
    if (read) {
        m_readingText->setText(
            *read == 0 ? tr("Reading what is not stored…")
                       : tr("Reading, %1 events so far").arg(QLocale().toString(*read)));
    }
}

void RecoverResult::showPlan(const RecoveryPlan *plan, bool saysGone)
{
    const RecoveryOutcome said = plan ? outcomeOf(*plan, m_context.zone, m_context.now)
                                      : RecoveryOutcome();
    m_outcome->setKind(said.isGood ? Notice::Kind::Ok : Notice::Kind::Info);
    m_outcome->setText(said.lead, said.text);
    m_outcome->setVisible(plan != nullptr);
    m_moved->setKind(said.hasDeletes ? Notice::Kind::Warning : Notice::Kind::Info);
    m_moved->setText(said.moveLead, said.moveText);
    m_moved->setVisible(!said.moveLead.isEmpty());
    m_gone->setText({}, said.gone);
    m_gone->setVisible(saysGone && !said.gone.isEmpty());
}

void RecoverResult::showRefusal(const QString &text)
{
    m_refusal->setText({}, text);
    m_refusal->setVisible(!text.isEmpty());
}

} // namespace playhead
