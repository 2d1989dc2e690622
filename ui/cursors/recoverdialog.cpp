// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/recoverdialog.h"

#include "ui/cursors/placetext.h"
#include "ui/cursors/recoverform.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 560;
constexpr int kInset = 20;
using Way = RecoverForm::Way;
} // namespace

struct RecoverDialog::Private
{
    /// What is asked and known about one way.
    struct Planned
    {
        quint64 request = 0;
        std::optional<Result<MovePlan>> answer;
        bool isAsking = false; ///< The last request has no answer yet.
        bool asksAgain = false; ///< More events came meanwhile: the next one waits for that answer.
    };

    RecoverDialog *dialog = nullptr;
    Cursor cursor;
    MovePlanner planner;
    RecoverDialogContext context;
    std::array<Planned, RecoverForm::kWays.size()> planned;

    ToneLabel *title = nullptr;
    QLabel *text = nullptr;
    RecoverForm *form = nullptr;
    QPushButton *apply = nullptr;

    QWidget *makeBody();
    QLayout *makeHead(QWidget *parent);
    void showCursor() const;
    /// `keepsShown`: the same question again; the old answer stays until the new one is there.
    void ask(Way way, bool keepsShown = false);
    void drop(Way way);
    void take(Way way, const Result<MovePlan> &answer);
    void askAll(bool keepsShown = false);
    const MovePlan *plan() const;
    void showButton() const;
};

QLayout *RecoverDialog::Private::makeHead(QWidget *parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    auto *mark = new IconMark(icon(u"playhead"_s, IconTint::Danger), 18, parent);
    title = new ToneLabel({}, uiFont(13, QFont::DemiBold), ToneLabel::Tone::Text, parent);
    title->setWordWrap(true);
    text = smallText({}, parent);
    text->setTextFormat(Qt::RichText);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(title);
    texts->addWidget(text);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    return row;
}

QWidget *RecoverDialog::Private::makeBody()
{
    auto *body = new QWidget(dialog);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(kInset, 17, kInset, 26);
    layout->setSpacing(16);
    layout->addLayout(makeHead(body));
    form = new RecoverForm(context, positionTime(cursor.position), body);
    layout->addWidget(form);
    auto *note = new Notice(Notice::Kind::Info, body);
    note->setText({}, tr("The old position stays in the cursor’s history."));
    layout->addWidget(note);
    layout->addStretch(1);
    return body;
}

void RecoverDialog::Private::showCursor() const
{
    title->setText(tr("%1 points to an event WorkOS no longer has").arg(cursor.name));
    const Instant at = positionTime(cursor.position);
    const auto *after = std::get_if<AfterEvent>(&cursor.position);
    const QString id = idRichText(after ? after->id.toString() : QString());
    const QString when = minuteText(at, context.zone, context.now).toHtmlEscaped();
    const QString start = minuteText(context.horizon, context.zone, context.now).toHtmlEscaped();
    text->setText(
        at < context.horizon
            ? tr("%1, %2. WorkOS keeps 90 days of events, so the list starts on %3.")
                  .arg(id, when, start)
            : tr("%1, %2. The server says that it does not know this event.").arg(id, when));
}

void RecoverDialog::Private::ask(Way way, bool keepsShown)
{
    Planned &own = planned[size_t(way)];
    if (keepsShown && own.isAsking) {
        own.asksAgain = true; // Pages come faster than plans are made: one runs, one waits.
        return;
    }
    if (!keepsShown) {
        drop(way);
    }
    const std::optional<MoveTarget> target = form->target(way);
    if (!target) {
        return;
    }
    own.isAsking = true;
    planner(*target,
            [this, way, asked = ++own.request, alive = QPointer<RecoverDialog>(dialog)](
                const Result<MovePlan> &answer) {
                if (alive && planned[size_t(way)].request == asked) {
                    take(way, answer);
                }
            });
}

/// Another question is coming: what was counted before must not be applied for it.
void RecoverDialog::Private::drop(Way way)
{
    planned[size_t(way)] = {planned[size_t(way)].request + 1, {}};
    form->showAnswer(way, std::nullopt);
    showButton();
}

void RecoverDialog::Private::take(Way way, const Result<MovePlan> &answer)
{
    Planned &own = planned[size_t(way)];
    own.isAsking = false;
    own.answer = answer;
    form->showAnswer(way, answer);
    showButton();
    if (std::exchange(own.asksAgain, false)) {
        ask(way, true);
    }
}

void RecoverDialog::Private::askAll(bool keepsShown)
{
    for (const Way way : RecoverForm::kWays) {
        ask(way, keepsShown);
    }
}

const MovePlan *RecoverDialog::Private::plan() const
{
    const std::optional<Result<MovePlan>> &answer = planned[size_t(form->way())].answer;
    const bool isMove = answer && *answer && (*answer)->direction != MovePlan::Direction::Nowhere;
    return isMove ? &**answer : nullptr;
}

void RecoverDialog::Private::showButton() const
{
    const MovePlan *move = plan();
    apply->setEnabled(move != nullptr);
    apply->setIcon(icon(u"playhead"_s, move ? IconTint::OnAccent : IconTint::Text3));
    if (form->way() == Way::Now) {
        apply->setText(tr("Move cursor to now"));
    } else {
        apply->setText(
            move ? tr("Move cursor to %1")
                       .arg(dayOrClockText(positionTime(move->target), context.zone, context.now))
                 : tr("Move cursor"));
    }
}

RecoverDialog::RecoverDialog(const Cursor &cursor,
                             MovePlanner planner,
                             const RecoverDialogContext &context,
                             QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"recoverDialog"_s);
    setWindowTitle(tr("Recover cursor"));
    d->dialog = this;
    d->cursor = cursor;
    d->planner = std::move(planner);
    d->context = context;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(d->makeBody(), 1);
    QHBoxLayout *buttons = makeDialogFooter(this, layout);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    d->apply = new QPushButton(this);
    d->apply->setObjectName(u"apply"_s);
    setRole(d->apply, u"primary"_s);
    buttons->addWidget(cancel);
    buttons->addWidget(d->apply);
    // In production Enter alone must not move anything.
    (context.isProduction ? cancel : d->apply)->setDefault(true);
    cancel->setAutoDefault(context.isProduction);
    d->apply->setAutoDefault(!context.isProduction);
    connect(d->form, &RecoverForm::chosen, this, [this] { d->showButton(); });
    connect(d->form, &RecoverForm::changing, this, [this] { d->drop(Way::Time); });
    connect(d->form, &RecoverForm::edited, this, [this] { d->ask(Way::Time); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->apply, &QPushButton::clicked, this, [this] {
        if (const MovePlan *move = d->plan()) {
            const MovePlan plan = *move;
            accept();
            emit accepted(plan, tr("Recovered: WorkOS no longer had its event"));
        }
    });
    d->showCursor();
    d->askAll();
    keepHighEnough(this, kWidth);
    d->form->focusWay();
}

RecoverDialog::~RecoverDialog() = default;

void RecoverDialog::setSavedPlace(const std::optional<OfferedPlace> &place)
{
    if (d->context.saved != place) {
        d->context.saved = place;
        d->form->setSavedPlace(place);
        d->ask(Way::Saved);
    }
}

void RecoverDialog::setCursor(const Cursor &cursor, const std::optional<Lag> &)
{
    d->cursor = cursor;
    d->showCursor();
    d->askAll();
}

void RecoverDialog::planAgain()
{
    d->askAll(true);
}

} // namespace playhead
