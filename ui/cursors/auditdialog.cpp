// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/auditdialog.h"

#include "ui/cursors/auditresult.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/formscroll.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr int kWidth = 560;
constexpr int kInset = 20;
constexpr int kFieldHeight = 30;
constexpr int kMostMinutes = 24 * 60;

} // namespace

struct AuditDialog::Private
{
    AuditDialog *dialog = nullptr;
    Cursor cursor;
    AuditDialogContext context;
    std::optional<AuditReport> report;
    bool isReading = false;
    bool isGone = false; ///< The cursor was deleted meanwhile.

    ToneLabel *name = nullptr;
    ToneLabel *place = nullptr;
    Notice *changed = nullptr;
    QSpinBox *minutes = nullptr;
    ToneLabel *state = nullptr;
    Notice *failure = nullptr;
    AuditResult *result = nullptr;
    QPushButton *close = nullptr;
    QPushButton *audit = nullptr;
    QPushButton *goOn = nullptr; ///< To the preview of the rewind, or to the recovery.

    QLayout *makeHead(QWidget *parent);
    QLayout *makeQuestion(QWidget *parent);
    QWidget *makeBody();
    void start();
    void showCursor();
    void showState();
};

QLayout *AuditDialog::Private::makeHead(QWidget *parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    auto *mark = new IconMark(icon(u"playhead-fill"_s, IconTint::Accent), 18, parent);
    name = new ToneLabel({}, uiFont(13, QFont::DemiBold), ToneLabel::Tone::Text, parent);
    place = smallText({}, parent);
    place->setTextFormat(Qt::RichText);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(name);
    texts->addWidget(place);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    changed = new Notice(Notice::Kind::Warning, parent);
    changed->setObjectName(u"changed"_s);
    auto *column = new QVBoxLayout;
    column->setSpacing(14);
    column->addLayout(row);
    column->addWidget(changed);
    return column;
}

void AuditDialog::Private::showCursor()
{
    const auto moment = [this](const Cursor &of) {
        return momentText(positionTime(of.position), context.zone, context.now);
    };
    const QString at = moment(cursor).toHtmlEscaped();
    const auto *after = std::get_if<AfterEvent>(&cursor.position);
    name->setText(cursor.name);
    place->setText(after ? tr("Last processed %1, %2").arg(at, idRichText(after->id.toString()))
                         : tr("Reads from %1 on").arg(at));
    const bool isElsewhere = report && report->cursor.position != cursor.position;
    changed->setVisible(isGone || isElsewhere);
    if (isGone) {
        changed->setText(tr("%1 was deleted meanwhile.").arg(cursor.name),
                         tr("Edit ▸ Undo brings it back."));
    } else if (isElsewhere) {
        changed->setText(tr("%1 was moved since this audit.").arg(cursor.name),
                         tr("The result is about its place at that time, %1.")
                             .arg(moment(report->cursor)));
    }
}

QLayout *AuditDialog::Private::makeQuestion(QWidget *parent)
{
    minutes = new QSpinBox(parent);
    minutes->setRange(1, kMostMinutes);
    minutes->setValue(int(std::chrono::duration_cast<std::chrono::minutes>(kUsualOverlap).count()));
    minutes->setSuffix(tr(" min"));
    minutes->setFixedHeight(scaledPx(kFieldHeight));
    padField(minutes);
    auto *label = new QLabel(tr("Read again &before the cursor"), parent);
    nameField(label, minutes, tr("Read again before the cursor"));
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(label);
    row->addWidget(minutes);
    row->addStretch(1);
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(
        smallText(tr("WorkOS shows some events only seconds after they happened. What became "
                     "visible when the cursor was already past it, a consumer with this cursor "
                     "never saw: the audit names it. It moves nothing."),
                  parent));
    return column;
}

QWidget *AuditDialog::Private::makeBody()
{
    auto *body = new QWidget(dialog);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(kInset, kInset, kInset, 16);
    column->setSpacing(14);
    column->addLayout(makeHead(body));
    column->addLayout(makeQuestion(body));
    state = new ToneLabel({}, uiFont(13, QFont::Medium), ToneLabel::Tone::Text, body);
    state->setObjectName(u"auditState"_s);
    column->addWidget(state);
    failure = new Notice(Notice::Kind::Danger, body);
    failure->hide();
    column->addWidget(failure);
    result = new AuditResult(context, body);
    result->hide();
    column->addWidget(result);
    column->addStretch();
    return body;
}

void AuditDialog::Private::start()
{
    report.reset();
    isReading = true;
    failure->hide();
    result->hide();
    state->setText(tr("Reading again…"));
    showState();
    AuditSettings settings;
    settings.overlap = std::chrono::minutes(minutes->value());
    settings.isHeldBack = context.isHeldBack;
    showCursor();
    emit dialog->auditRequested(settings);
}

void AuditDialog::Private::showState()
{
    state->setVisible(isReading);
    minutes->setEnabled(!isReading);
    audit->setVisible(!isReading);
    audit->setText(report ? tr("Audit again") : tr("Audit"));
    close->setText(isReading ? tr("Stop") : tr("Close"));
    const bool isLost = report && report->isLost;
    audit->setEnabled(!isGone);
    const bool leadsOn = !isReading && !isGone && report
                         && (isLost || report->suggestion.has_value());
    goOn->setVisible(leadsOn);
    goOn->setText(isLost ? tr("Recover…") : tr("Rewind to before the first…"));
    goOn->setIcon(icon(isLost ? u"history"_s : u"rewind"_s, IconTint::OnAccent));
    setRole(audit, report ? QString() : u"primary"_s);
    QPushButton *first = leadsOn ? goOn : report || isReading || isGone ? close : audit;
    first->setDefault(true);
    first->setFocus(); // A button with the focus would be the default one.
}

AuditDialog::AuditDialog(const Cursor &cursor, AuditDialogContext context, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"auditDialog"_s);
    setWindowTitle(tr("Safety audit"));
    d->dialog = this;
    d->cursor = cursor;
    d->context = std::move(context);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new FormScroll(d->makeBody(), this), 1);
    QHBoxLayout *buttons = makeDialogFooter(this, layout);
    d->close = new QPushButton(this);
    d->close->setObjectName(u"close"_s);
    d->audit = new QPushButton(this);
    d->audit->setObjectName(u"audit"_s);
    d->goOn = new QPushButton(this);
    d->goOn->setObjectName(u"goOn"_s);
    setRole(d->goOn, u"primary"_s);
    for (QPushButton *button : {d->close, d->audit, d->goOn}) {
        buttons->addWidget(button);
    }
    connect(d->close, &QPushButton::clicked, this, &AuditDialog::reject);
    connect(d->audit, &QPushButton::clicked, this, [this] { d->start(); });
    connect(d->goOn, &QPushButton::clicked, this, [this] {
        const AuditReport report = *d->report;
        accept();
        report.isLost ? emit recoverRequested() : emit rewindRequested(report);
    });
    connect(d->result, &AuditResult::eventChosen, this, &AuditDialog::eventChosen);
    d->showCursor();
    d->showState();
    keepHighEnough(this, kWidth);
}

AuditDialog::~AuditDialog() = default;

void AuditDialog::showProgress(quint64 events)
{
    if (d->isReading && events > 0) {
        d->state->setText(tr("Reading again, %1 events so far").arg(QLocale().toString(events)));
    }
}

void AuditDialog::showReport(const AuditReport &report)
{
    d->isReading = false;
    d->report = report;
    d->result->setReport(report);
    d->result->show();
    d->showCursor();
    d->showState();
}

void AuditDialog::setCursor(const Cursor &cursor)
{
    d->cursor = cursor;
    const bool wasGone = std::exchange(d->isGone, false);
    d->showCursor();
    if (wasGone) {
        d->showState();
    }
}

void AuditDialog::setGone()
{
    if (!std::exchange(d->isGone, true)) {
        d->showCursor();
        d->showState();
    }
}

void AuditDialog::showFailure(const Error &error)
{
    d->isReading = false;
    d->failure->setText(tr("The audit ended early."), error.message);
    d->failure->setVisible(error.code != ErrorCode::Cancelled);
    d->showState();
}

void AuditDialog::reject()
{
    if (d->isReading) {
        emit cancelRequested();
        return;
    }
    QDialog::reject();
}

} // namespace playhead
