// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/rewinddialog.h"

#include "ui/cursors/placetext.h"
#include "ui/cursors/rewindform.h"
#include "ui/cursors/rewindhead.h"
#include "ui/cursors/rewindpreview.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/formscroll.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 856;
constexpr int kInset = 20;
constexpr int kColumnGap = 18;
constexpr int kMostReason = 500;
} // namespace

struct RewindDialog::Private
{
    RewindDialog *dialog = nullptr;
    Cursor cursor;
    MoveReader reader;
    RewindDialogContext context;
    quint64 request = 0;
    std::optional<MovePlan> plan; ///< What can be applied.
    bool isGone = false; ///< The cursor was deleted meanwhile.
    bool isStoring = false; ///< What was wanted is being stored.
    std::optional<Cursor> changedWhileStoring; ///< It may be the wanted change itself.

    RewindHead *head = nullptr;
    FormScroll *scroll = nullptr;
    Notice *changed = nullptr;
    Notice *problem = nullptr;
    RewindForm *form = nullptr;
    RewindPreview *preview = nullptr;
    QLineEdit *reason = nullptr;
    QPushButton *cancel = nullptr;
    QPushButton *apply = nullptr;

    QWidget *makeBody();
    QWidget *makeScroll();
    QWidget *makeLeft(QWidget *parent);
    QLayout *makeReason(QWidget *parent);
    QLayout *makeInfo(QWidget *parent) const;
    void makeButtons(QVBoxLayout *layout);
    bool isNarrow() const;
    void ask();
    void send(bool mayRead);
    void drop();
    void take(const MoveReply &reply);
    void showButton() const;
    void wantMove();
    void showChanged(const Cursor &now);
};

QLayout *RewindDialog::Private::makeReason(QWidget *parent)
{
    auto *reasonLabel = groupTitle(tr("Reason"), parent);
    auto *reasonHint = new ToneLabel(tr("(optional, kept in the history)"),
                                     uiFont(13),
                                     ToneLabel::Tone::Secondary,
                                     parent);
    auto *reasonHead = new QHBoxLayout;
    reasonHead->setSpacing(4);
    reasonHead->addWidget(reasonLabel);
    reasonHead->addWidget(reasonHint, 1);
    reason = new QLineEdit(parent);
    reason->setMaxLength(kMostReason);
    reason->setFixedHeight(scaledPx(28));
    padField(reason);
    nameField(reasonLabel, reason, tr("Reason"));
    auto *box = new QVBoxLayout;
    box->setSpacing(6);
    box->addLayout(reasonHead);
    box->addWidget(reason);
    return box;
}

QWidget *RewindDialog::Private::makeLeft(QWidget *parent)
{
    auto *left = new QWidget(parent);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(13);
    form = new RewindForm(
        {context.zone, positionTime(cursor.position), context.now, context.places, context.picked},
        left);
    form->setTitle(tr("Move the cursor"));
    column->addWidget(form);
    column->addWidget(hairLine(left));
    column->addLayout(makeReason(left));
    column->addStretch(1);
    return left;
}

QLayout *RewindDialog::Private::makeInfo(QWidget *parent) const
{
    auto *info = new QHBoxLayout;
    info->setSpacing(8);
    auto *mark = new IconMark(icon(u"info"_s), 16, parent);
    info->addWidget(mark, 0, Qt::AlignTop);
    info->addWidget(
        smallText(
            tr("This moves the saved position only. Nothing is sent, and Edit ▸ Undo puts the cursor back."),
            parent),
        1);
    return info;
}

/// Whether the two columns do not fit beside each other, with a large font or in a small window.
bool RewindDialog::Private::isNarrow() const
{
    const QWidget *below = dialog->parentWidget();
    const int room = below ? below->window()->width()
                           : dialog->screen()->availableGeometry().width();
    return form->width() + kColumnGap + scaledPx(preview->minimumWidth()) + 2 * kInset > room;
}

QWidget *RewindDialog::Private::makeBody()
{
    auto *body = new QWidget(dialog);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(kInset, 16, kInset, 12);
    layout->setSpacing(14);
    changed = new Notice(Notice::Kind::Info, body);
    problem = new Notice(Notice::Kind::Danger, body);
    for (Notice *notice : {changed, problem}) {
        notice->hide();
        layout->addWidget(notice);
    }
    QWidget *left = makeLeft(body);
    preview = new RewindPreview(context.zone, context.now, context.organizationName, body);
    auto *columns = new QBoxLayout(isNarrow() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    columns->setSpacing(kColumnGap);
    columns->addWidget(left);
    columns->addWidget(preview, 1);
    layout->addLayout(columns, 1);
    layout->addLayout(makeInfo(body));
    return body;
}

QWidget *RewindDialog::Private::makeScroll()
{
    scroll = new FormScroll(makeBody(), dialog);
    scroll->setAccessibleName(tr("The move and its preview"));
    scroll->setReserved(head->sizeHint().height());
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Only what scrolls needs the keyboard.
    connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, scroll, [this](int, int most) {
        scroll->setFocusPolicy(most > 0 ? Qt::TabFocus : Qt::NoFocus);
    });
    return scroll;
}

void RewindDialog::Private::ask()
{
    drop();
    if (isGone) {
        return;
    }
    if (form->target()) {
        send(true);
    } else {
        preview->showHint(tr("Say where the cursor shall go; what that means is counted here."));
    }
}

void RewindDialog::Private::send(bool mayRead)
{
    reader({*form->target(), mayRead},
           [this, asked = ++request, alive = QPointer<RewindDialog>(dialog)](
               const MoveReply &reply) {
               if (alive && asked == request) {
                   take(reply);
               }
           });
}

/// Another question is coming: what was counted before must not be applied for it.
void RewindDialog::Private::drop()
{
    ++request;
    plan.reset();
    preview->showCounting({});
    showButton();
}

void RewindDialog::Private::take(const MoveReply &reply)
{
    plan.reset();
    if (reply.error) {
        preview->showError(*reply.error);
    } else if (!reply.plan) {
        preview->showCounting(reply.read);
    } else {
        preview->showReply(*reply.plan, reply);
        preview->showWarnings(context.warnings ? context.warnings(reply.plan->target)
                                               : QStringList());
        // What is skipped is never weighed, so that nothing is missing there.
        const bool isWeighing = !reply.isLast && reply.plan->events > 0
                                && reply.plan->direction == MovePlan::Direction::Back;
        if (reply.plan->direction != MovePlan::Direction::Nowhere && !reply.read && !isWeighing) {
            plan = reply.plan;
        }
    }
    showButton();
}

void RewindDialog::Private::showButton() const
{
    const bool isForward = plan && plan->direction == MovePlan::Direction::Forward;
    dialog->setWindowTitle(isForward ? tr("Move cursor") : tr("Rewind cursor"));
    const bool isReady = plan && !isStoring;
    apply->setEnabled(isReady);
    apply->setIcon(icon(isForward ? u"forward"_s : u"rewind"_s,
                        isReady ? IconTint::OnAccent : IconTint::Text3));
    apply->setText(moveButtonText(plan));
}

void RewindDialog::Private::makeButtons(QVBoxLayout *layout)
{
    QHBoxLayout *buttons = makeDialogFooter(dialog, layout);
    cancel = new QPushButton(tr("Cancel"), dialog);
    apply = new QPushButton(dialog);
    apply->setObjectName(u"apply"_s);
    setRole(apply, u"primary"_s);
    buttons->addWidget(cancel);
    buttons->addWidget(apply);
    // In production Enter alone must not move anything.
    (context.isProduction ? cancel : apply)->setDefault(true);
    cancel->setAutoDefault(context.isProduction);
    apply->setAutoDefault(!context.isProduction);
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(apply, &QPushButton::clicked, dialog, [this] { wantMove(); });
}

void RewindDialog::Private::wantMove()
{
    if (plan && !isStoring) {
        isStoring = true;
        problem->hide();
        showButton();
        emit dialog->moveWanted(MovePlan(*plan), reason->text().trimmed());
    }
}

void RewindDialog::Private::showChanged(const Cursor &now)
{
    const bool isElsewhere = now.position != cursor.position;
    isGone = false;
    cursor = now;
    head->showCursor(now, context.lag);
    if (isElsewhere) {
        changed->setText(tr("%1 was moved meanwhile.").arg(now.name),
                         tr("The preview counts from its new place, %1.")
                             .arg(momentText(positionTime(now.position),
                                             context.zone,
                                             context.now)));
        changed->show();
    }
    ask();
}

RewindDialog::RewindDialog(const Cursor &cursor,
                           MoveReader reader,
                           const RewindDialogContext &context,
                           QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"rewindDialog"_s);
    d->dialog = this;
    d->cursor = cursor;
    d->reader = std::move(reader);
    d->context = context;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    d->head = new RewindHead(context.zone, context.now, this);
    layout->addWidget(d->head);
    layout->addWidget(d->makeScroll(), 1);
    d->makeButtons(layout);
    connect(d->head->history(), &QPushButton::clicked, this, [this] {
        emit historyRequested(d->cursor.id);
    });
    connect(d->form, &RewindForm::changing, this, [this] { d->drop(); });
    connect(d->form, &RewindForm::edited, this, [this] { d->ask(); });
    connect(d->preview, &RewindPreview::stopRequested, this, [this] { d->send(false); });
    setTabOrder(d->form->lastField(), d->reason);
    setTabOrder(d->reason, d->preview->stopButton());
    setTabOrder(d->preview->stopButton(), d->cancel);
    setTabOrder(d->cancel, d->apply);
    setTabOrder(d->apply, d->head->history());
    d->head->showCursor(cursor, context.lag);
    d->ask();
    keepHighEnough(this, kWidth);
    d->form->focusField();
}

RewindDialog::~RewindDialog() = default;

bool RewindDialog::focusNextPrevChild(bool next)
{
    const bool isMoved = QDialog::focusNextPrevChild(next);
    // A scroll area sees only to what gets the keyboard from within it.
    QWidget *focus = focusWidget();
    if (isMoved && focus && d->scroll->widget()->isAncestorOf(focus)) {
        d->scroll->ensureWidgetVisible(focus);
    }
    return isMoved;
}

void RewindDialog::setTarget(const MoveTarget &target)
{
    d->form->setTarget(target);
    d->ask();
    d->form->focusField();
}

void RewindDialog::setCursor(const Cursor &cursor, const std::optional<Lag> &lag)
{
    d->context.lag = lag;
    if (d->isStoring) {
        d->changedWhileStoring = cursor;
    } else {
        d->showChanged(cursor);
    }
}

bool RewindDialog::isGone() const
{
    return d->isGone;
}

void RewindDialog::showRefusal(const Error &error)
{
    d->isStoring = false;
    d->problem->setText({}, error.message);
    d->problem->show();
    d->scroll->ensureWidgetVisible(d->problem);
    if (const auto now = std::exchange(d->changedWhileStoring, std::nullopt); now && !d->isGone) {
        d->showChanged(*now);
    }
    d->showButton();
}

void RewindDialog::setGone()
{
    if (d->isGone) {
        return;
    }
    d->isGone = true;
    d->drop();
    d->preview->showError(
        {ErrorCode::NotFound,
         tr("%1 was deleted meanwhile. Edit ▸ Undo brings it back.").arg(d->cursor.name),
         {}});
}

void RewindDialog::setPlaces(const QList<OfferedPlace> &places)
{
    d->form->setPlaces(places);
}

} // namespace playhead
