// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/rewinddialog.h"

#include "ui/cursors/placetext.h"
#include "ui/cursors/rewindform.h"
#include "ui/cursors/rewindpreview.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 856;
constexpr int kInset = 20;
constexpr int kMostReason = 500;
constexpr int kLeastPreview = 200;

/// Holds the preview: as high as it, and scrolling where the screen is too low for the dialog.
class PreviewScroll : public QScrollArea
{
public:
    PreviewScroll(QWidget *preview, QWidget *parent)
        : QScrollArea(parent)
    {
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setAccessibleName(RewindDialog::tr("Preview of the move"));
        setWidgetResizable(true);
        setWidget(preview);
        viewport()->setAutoFillBackground(false);
        preview->setAutoFillBackground(false);
    }

    QSize sizeHint() const override
    {
        const int wide = qMax(width(), widget()->minimumWidth());
        return {wide, widget()->heightForWidth(wide)};
    }
    QSize minimumSizeHint() const override
    {
        return {widget()->minimumWidth(), qMin(kLeastPreview, sizeHint().height())};
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest) {
            updateGeometry();
        }
        return QScrollArea::eventFilter(watched, event);
    }
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        // Only what scrolls needs the keyboard.
        setFocusPolicy(verticalScrollBar()->maximum() > 0 ? Qt::TabFocus : Qt::NoFocus);
    }
};
} // namespace

struct RewindDialog::Private
{
    RewindDialog *dialog = nullptr;
    Cursor cursor;
    MovePlanner planner;
    RewindDialogContext context;
    quint64 request = 0;
    std::optional<MovePlan> plan;
    bool isAsking = false; ///< The last request has no answer yet.
    bool asksAgain = false; ///< More events came; the next question waits for that answer.

    ToneLabel *name = nullptr;
    QLabel *place = nullptr;
    RewindForm *form = nullptr;
    RewindPreview *preview = nullptr;
    QLineEdit *reason = nullptr;
    QPushButton *history = nullptr;
    QPushButton *cancel = nullptr;
    QPushButton *apply = nullptr;

    QWidget *makeHead();
    QWidget *makeBody();
    QWidget *makeLeft(QWidget *parent);
    void showCursor() const;
    /// `keepsShown`: the same question again; the old answer stays until the new one is there.
    void ask(bool keepsShown = false);
    void drop();
    void take(const Result<MovePlan> &answer);
    void showButton();
};

QWidget *RewindDialog::Private::makeHead()
{
    auto *head = new Band(Band::Ground::Base, Band::Line::Bottom, dialog);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(kInset, 12, kInset, 13);
    row->setSpacing(12);
    auto *mark = new IconMark(icon(u"playhead-fill"_s, IconTint::Accent), 20, head);
    name = new ToneLabel({}, uiFont(15, QFont::DemiBold), ToneLabel::Tone::Text, head);
    place = smallText({}, head);
    place->setTextFormat(Qt::RichText);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    texts->addWidget(name);
    texts->addWidget(place);
    history = new QPushButton(icon(u"history"_s), tr("History"), head);
    history->setAutoDefault(false);
    history->setFont(uiFont(12, QFont::Medium));
    row->addWidget(mark);
    row->addLayout(texts, 1);
    row->addWidget(history);
    connect(history, &QPushButton::clicked, dialog, [this] {
        emit dialog->historyRequested(cursor.id);
    });
    return head;
}

QWidget *RewindDialog::Private::makeLeft(QWidget *parent)
{
    auto *left = new QWidget(parent);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(13);
    form = new RewindForm(context.zone,
                          positionTime(cursor.position),
                          context.now,
                          context.places,
                          left);
    form->setTitle(tr("Move the cursor"));
    auto *reasonLabel = groupTitle(tr("Reason"), left);
    auto *reasonHint = new ToneLabel(tr("(optional, kept in the history)"),
                                     uiFont(13),
                                     ToneLabel::Tone::Secondary,
                                     left);
    auto *reasonHead = new QHBoxLayout;
    reasonHead->setSpacing(4);
    reasonHead->addWidget(reasonLabel);
    reasonHead->addWidget(reasonHint, 1);
    reason = new QLineEdit(left);
    reason->setMaxLength(kMostReason);
    reason->setFixedHeight(scaledPx(28));
    padField(reason);
    nameField(reasonLabel, reason, tr("Reason"));
    auto *reasonBox = new QVBoxLayout;
    reasonBox->setSpacing(6);
    reasonBox->addLayout(reasonHead);
    reasonBox->addWidget(reason);
    column->addWidget(form);
    column->addWidget(hairLine(left));
    column->addLayout(reasonBox);
    column->addStretch(1);
    return left;
}

QWidget *RewindDialog::Private::makeBody()
{
    auto *body = new QWidget(dialog);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(kInset, 16, kInset, 12);
    layout->setSpacing(14);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(18);
    columns->addWidget(makeLeft(body));
    preview = new RewindPreview(context.zone, context.now, body);
    columns->addWidget(new PreviewScroll(preview, body), 1);
    layout->addLayout(columns, 1);
    auto *info = new QHBoxLayout;
    info->setSpacing(8);
    auto *mark = new IconMark(icon(u"info"_s), 16, body);
    info->addWidget(mark, 0, Qt::AlignTop);
    info->addWidget(
        smallText(
            tr("This moves the saved position only. Nothing is sent, and Edit ▸ Undo puts the cursor back."),
            body),
        1);
    layout->addLayout(info);
    return body;
}

void RewindDialog::Private::showCursor() const
{
    name->setText(cursor.name);
    const auto *after = std::get_if<AfterEvent>(&cursor.position);
    const Instant at = positionTime(cursor.position);
    const QString time = tr("%1 %2")
                             .arg(momentText(at, context.zone, context.now),
                                  zoneName(context.zone, at))
                             .toHtmlEscaped();
    QString text = after ? tr("Last processed %1, %2").arg(time, idRichText(after->id.toString()))
                         : tr("Nothing processed yet, reads from %1").arg(time);
    if (context.lag) {
        const QString count = QLocale().toString(context.lag->events);
        text = !context.lag->isExact      ? tr("%1, %2+ events behind").arg(text, count)
               : context.lag->events == 1 ? tr("%1, 1 event behind").arg(text)
                                          : tr("%1, %2 events behind").arg(text, count);
    }
    place->setText(text);
}

void RewindDialog::Private::ask(bool keepsShown)
{
    if (keepsShown && isAsking) {
        asksAgain = true; // Pages come faster than plans are made: one runs, one waits.
        return;
    }
    if (!keepsShown) {
        drop();
    }
    const std::optional<MoveTarget> target = form->target();
    if (!target) {
        preview->showHint(tr("Say where the cursor shall go; what that means is counted here."));
        return;
    }
    isAsking = true;
    planner(*target,
            [this, asked = ++request, alive = QPointer<RewindDialog>(dialog)](
                const Result<MovePlan> &answer) {
                if (alive && asked == request) {
                    isAsking = false;
                    take(answer);
                    if (std::exchange(asksAgain, false)) {
                        ask(true);
                    }
                }
            });
}

/// Another question is coming: what was counted before must not be applied for it.
void RewindDialog::Private::drop()
{
    ++request;
    isAsking = false;
    asksAgain = false;
    plan.reset();
    preview->showCounting();
    showButton();
}

void RewindDialog::Private::take(const Result<MovePlan> &answer)
{
    plan.reset();
    if (!answer) {
        preview->showError(answer.error());
    } else {
        preview->showPlan(*answer);
        if (answer->direction != MovePlan::Direction::Nowhere) {
            plan = *answer;
        }
    }
    showButton();
}

void RewindDialog::Private::showButton()
{
    const bool isForward = plan && plan->direction == MovePlan::Direction::Forward;
    dialog->setWindowTitle(isForward ? tr("Move cursor") : tr("Rewind cursor"));
    apply->setEnabled(plan.has_value());
    apply->setIcon(
        icon(isForward ? u"forward"_s : u"rewind"_s, plan ? IconTint::OnAccent : IconTint::Text3));
    if (!plan || plan->events == 0) {
        apply->setText(isForward ? tr("Move cursor") : tr("Rewind"));
        return;
    }
    const QString count = QLocale().toString(plan->events);
    const bool isOne = plan->events == 1 && !plan->isAtLeast;
    if (isForward) {
        apply->setText(plan->isAtLeast ? tr("Skip at least %1 events").arg(count)
                       : isOne         ? tr("Skip 1 event")
                                       : tr("Skip %1 events").arg(count));
    } else {
        apply->setText(plan->isAtLeast ? tr("Rewind at least %1 events").arg(count)
                       : isOne         ? tr("Rewind 1 event")
                                       : tr("Rewind %1 events").arg(count));
    }
}

RewindDialog::RewindDialog(const Cursor &cursor,
                           MovePlanner planner,
                           const RewindDialogContext &context,
                           QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"rewindDialog"_s);
    d->dialog = this;
    d->cursor = cursor;
    d->planner = std::move(planner);
    d->context = context;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(d->makeHead());
    layout->addWidget(d->makeBody(), 1);
    QHBoxLayout *buttons = makeDialogFooter(this, layout);
    d->cancel = new QPushButton(tr("Cancel"), this);
    d->apply = new QPushButton(this);
    d->apply->setObjectName(u"apply"_s);
    setRole(d->apply, u"primary"_s);
    buttons->addWidget(d->cancel);
    buttons->addWidget(d->apply);
    // In production Enter alone must not move anything.
    (context.isProduction ? d->cancel : d->apply)->setDefault(true);
    d->cancel->setAutoDefault(context.isProduction);
    d->apply->setAutoDefault(!context.isProduction);

    connect(d->form, &RewindForm::changing, this, [this] { d->drop(); });
    connect(d->form, &RewindForm::edited, this, [this] { d->ask(); });
    connect(d->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->apply, &QPushButton::clicked, this, [this] {
        if (d->plan) {
            const MovePlan plan = *d->plan;
            accept();
            emit accepted(plan, d->reason->text().trimmed());
        }
    });
    setTabOrder(d->form->lastField(), d->reason);
    setTabOrder(d->reason, d->cancel);
    setTabOrder(d->cancel, d->apply);
    setTabOrder(d->apply, d->history);
    d->showCursor();
    d->ask();
    keepHighEnough(this, kWidth);
    d->form->focusField();
}

RewindDialog::~RewindDialog() = default;

void RewindDialog::setTarget(const MoveTarget &target)
{
    d->form->setTarget(target);
    d->ask();
    d->form->focusField();
}

void RewindDialog::setCursor(const Cursor &cursor, const std::optional<Lag> &lag)
{
    d->cursor = cursor;
    d->context.lag = lag;
    d->showCursor();
    d->ask();
}

void RewindDialog::planAgain()
{
    d->ask(true);
}

} // namespace playhead
