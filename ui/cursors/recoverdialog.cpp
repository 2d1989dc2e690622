// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/recoverdialog.h"

#include "ui/cursors/placetext.h"
#include "ui/cursors/recoverform.h"
#include "ui/cursors/recoverhead.h"
#include "ui/cursors/recoverresult.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/formscroll.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
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
constexpr int kFieldHeight = 30;
constexpr int kMostReason = 500;
using Way = RecoverForm::Way;
} // namespace

struct RecoverDialog::Private
{
    /// What is asked and known about one way.
    struct Found
    {
        quint64 request = 0;
        std::optional<Result<RecoveryPlan>> answer;
        bool isAsking = false; ///< The last request has no answer yet.
        bool asksAgain = false; ///< More events came meanwhile: the next one waits for that answer.
        bool mayRead = false; ///< In the last request.
        bool isStopped = false; ///< A person stopped reading for it.
        std::optional<quint64> read; ///< Events read for the last request; empty = nothing is read.
    };

    RecoverDialog *dialog = nullptr;
    Cursor cursor;
    RecoveryFinder finder;
    RecoverDialogContext context;
    std::array<Found, RecoverForm::kWays.size()> found;

    RecoverHead *head = nullptr;
    RecoverForm *form = nullptr;
    QLineEdit *reason = nullptr;
    RecoverResult *result = nullptr;
    QPushButton *cancel = nullptr;
    QPushButton *apply = nullptr;
    bool isGone = false; ///< The cursor was deleted meanwhile.
    bool isStoring = false; ///< accepted() has no answer yet.
    std::optional<Cursor> waiting; ///< What came meanwhile.

    bool isNew() const { return cursor.id == 0; }
    QWidget *makeReason(QWidget *parent);
    QString usualReason() const;
    QWidget *makeBody();
    void makeButtons(QVBoxLayout *layout);
    void setDefault(bool isGuarded) const;
    void showCursor() const;
    /// `keepsShown`: the same question again; the old answer stays until the new one is there.
    void ask(Way way, bool keepsShown = false);
    void drop(Way way);
    void take(Way way, const Result<RecoveryPlan> &answer);
    void askAll(bool keepsShown = false);
    void choose();
    void takeCursor(const Cursor &changed);
    const RecoveryPlan *plan() const;
    void showChoice() const;
    void applyPlan();
};

/// Kept in the history when no other one is given.
QString RecoverDialog::Private::usualReason() const
{
    if (isNew()) {
        return tr("Recovered: its consumer lost its cursor");
    }
    return context.isUnknown || positionTime(cursor.position) < context.horizon
               ? tr("Recovered: WorkOS no longer had its event")
               : tr("Recovered: a new place was chosen");
}

QWidget *RecoverDialog::Private::makeReason(QWidget *parent)
{
    auto *whole = new QWidget(parent);
    reason = new QLineEdit(whole);
    reason->setMaxLength(kMostReason);
    reason->setFixedHeight(scaledPx(kFieldHeight));
    padField(reason);
    auto *label = new QLabel(tr("&Reason"), whole);
    nameField(label, reason, tr("Reason"));
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins({});
    row->setSpacing(12);
    row->addWidget(label);
    row->addWidget(reason, 1);
    return whole;
}

QWidget *RecoverDialog::Private::makeBody()
{
    auto *body = new QWidget(dialog);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(kInset, 17, kInset, 26);
    layout->setSpacing(16);
    head = new RecoverHead(context, isNew(), body);
    layout->addWidget(head);
    form = new RecoverForm(context, body);
    layout->addWidget(form);
    result = new RecoverResult(context, isNew(), body);
    layout->addWidget(result);
    layout->addWidget(makeReason(body));
    layout->addStretch(1);
    return body;
}

void RecoverDialog::Private::showCursor() const
{
    reason->setPlaceholderText(usualReason());
    isNew() ? head->showNew(cursor) : head->showCursor(cursor, context.isUnknown);
}

void RecoverDialog::Private::ask(Way way, bool keepsShown)
{
    Found &own = found[size_t(way)];
    if (keepsShown && own.isAsking) {
        own.asksAgain = true; // Pages come faster than places are found: one runs, one waits.
        return;
    }
    if (!keepsShown) {
        drop(way);
    }
    const std::optional<RecoveryWay> known = form->known(way);
    if (!known) {
        return;
    }
    own.isAsking = true;
    own.read.reset();
    own.mayRead = way == form->way() && !own.isStopped && !isGone;
    RecoveryRequest request;
    request.mayRead = own.mayRead;
    request.cursor = cursor;
    request.way = *known;
    request.overlap = form->overlap();
    request.isHeldBack = context.isHeldBack;
    finder(size_t(way),
           request,
           [this, way, asked = ++own.request, alive = QPointer<RecoverDialog>(dialog)](
               const Result<RecoveryPlan> &answer) {
               if (alive && found[size_t(way)].request == asked) {
                   take(way, answer);
               }
           });
}

/// Another question is coming: what was found before must not be applied for it.
void RecoverDialog::Private::drop(Way way)
{
    Found &own = found[size_t(way)];
    own = {own.request + 1, {}, false, false, false, own.isStopped, {}};
    form->showAnswer(way, std::nullopt);
    showChoice();
}

void RecoverDialog::Private::take(Way way, const Result<RecoveryPlan> &answer)
{
    Found &own = found[size_t(way)];
    own.isAsking = false;
    own.read.reset();
    own.answer = answer;
    form->showAnswer(way, answer);
    showChoice();
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

/// Reads for the way that is chosen now, where that can tell more, and for no other one.
void RecoverDialog::Private::choose()
{
    for (const Way way : RecoverForm::kWays) {
        Found &own = found[size_t(way)];
        if (way != form->way()) {
            if (own.isAsking && own.mayRead) {
                ask(way);
            }
            continue;
        }
        own.isStopped = false;
        const bool isWhole = own.answer && *own.answer && !(*own.answer)->readError;
        if (!own.mayRead && !isWhole) {
            ask(way);
        }
    }
    showChoice();
}

void RecoverDialog::Private::takeCursor(const Cursor &changed)
{
    const bool isElsewhere = changed.position != cursor.position;
    cursor = changed;
    isGone = false;
    head->clearGone();
    if (isElsewhere) {
        context.isUnknown = false;
        head->showMoved(changed);
        setDefault(true); // It may be well again: Enter alone must not move it.
    }
    showCursor();
    askAll();
}

const RecoveryPlan *RecoverDialog::Private::plan() const
{
    if (isGone) {
        return nullptr;
    }
    const std::optional<Result<RecoveryPlan>> &answer = found[size_t(form->way())].answer;
    const bool isPlace = answer && *answer
                         && (isNew() || (*answer)->move.direction != MovePlan::Direction::Nowhere);
    return isPlace ? &**answer : nullptr;
}

void RecoverDialog::Private::showChoice() const
{
    const RecoveryPlan *chosen = plan();
    const bool isReady = chosen != nullptr && (!isNew() || head->isNamed()) && !isStoring;
    apply->setEnabled(isReady);
    apply->setIcon(icon(u"playhead"_s, isReady ? IconTint::OnAccent : IconTint::Text3));
    const QString place = chosen ? dayOrClockText(positionTime(chosen->move.target),
                                                  context.zone,
                                                  context.now)
                                 : QString();
    if (isNew()) {
        apply->setText(form->way() == Way::Now ? tr("Make cursor at now")
                       : chosen                ? tr("Make cursor at %1").arg(place)
                                               : tr("Make cursor"));
    } else {
        apply->setText(form->way() == Way::Now ? tr("Move cursor to now")
                       : chosen                ? tr("Move cursor to %1").arg(place)
                                               : tr("Move cursor"));
    }
    result->showReading(found[size_t(form->way())].read);
    // The oldest event's own line says already what is gone.
    result->showPlan(chosen, form->way() != Way::Oldest);
}

void RecoverDialog::Private::applyPlan()
{
    const RecoveryPlan *chosen = plan();
    if (chosen == nullptr || isStoring) {
        return;
    }
    RecoveryPlan accepted = *chosen;
    if (isNew()) {
        accepted.request.cursor.name = head->name();
    }
    const QString given = reason->text().trimmed();
    isStoring = true;
    result->showRefusal({});
    showChoice();
    emit dialog->accepted(accepted, given.isEmpty() ? usualReason() : given);
}

/// `isGuarded`: Enter alone must not move anything, as in production.
void RecoverDialog::Private::setDefault(bool isGuarded) const
{
    cancel->setAutoDefault(isGuarded);
    apply->setAutoDefault(!isGuarded);
    (isGuarded ? cancel : apply)->setDefault(true);
}

void RecoverDialog::Private::makeButtons(QVBoxLayout *layout)
{
    QHBoxLayout *buttons = makeDialogFooter(dialog, layout);
    cancel = new QPushButton(tr("Cancel"), dialog);
    apply = new QPushButton(dialog);
    apply->setObjectName(u"apply"_s);
    setRole(apply, u"primary"_s);
    buttons->addWidget(cancel);
    buttons->addWidget(apply);
    setDefault(context.isProduction);
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(apply, &QPushButton::clicked, dialog, [this] { applyPlan(); });
}

RecoverDialog::RecoverDialog(const Cursor &cursor,
                             RecoveryFinder finder,
                             const RecoverDialogContext &context,
                             QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"recoverDialog"_s);
    setWindowTitle(tr("Recover cursor"));
    d->dialog = this;
    d->cursor = cursor;
    d->finder = std::move(finder);
    d->context = context;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new FormScroll(d->makeBody(), this), 1);
    d->makeButtons(layout);
    connect(d->head, &RecoverHead::nameChanged, this, [this] { d->showChoice(); });
    connect(d->form, &RecoverForm::chosen, this, [this] { d->choose(); });
    connect(d->result, &RecoverResult::stopRequested, this, [this] {
        d->found[size_t(d->form->way())].isStopped = true;
        d->ask(d->form->way());
        d->form->focusWay();
    });
    connect(d->form, &RecoverForm::changing, this, [this](Way way) { d->drop(way); });
    connect(d->form, &RecoverForm::edited, this, [this](Way way) {
        d->found[size_t(way)].isStopped = false;
        d->ask(way);
    });
    d->showCursor();
    d->askAll();
    keepHighEnough(this, kWidth);
    d->isNew() ? d->head->focusName() : d->form->focusWay();
}

RecoverDialog::~RecoverDialog() = default;

void RecoverDialog::setSavedPlace(const std::optional<KnownPlace> &place)
{
    if (d->context.saved != place) {
        d->context.saved = place;
        d->form->setSavedPlace(place);
        d->ask(Way::Saved);
    }
}

void RecoverDialog::setCursor(const Cursor &cursor)
{
    if (d->isStoring) {
        d->waiting = cursor; // The move itself is told before its answer.
    } else {
        d->takeCursor(cursor);
    }
}

void RecoverDialog::setGone()
{
    if (!d->isGone) {
        d->isGone = true;
        d->head->showGone(d->cursor);
        d->askAll(); // Nothing is read for it any more.
        d->showChoice();
    }
}

void RecoverDialog::showProgress(size_t way, quint64 events)
{
    if (d->found[way].isAsking) {
        d->found[way].read = events;
        d->showChoice();
    }
}

void RecoverDialog::showRefusal(const Error &error)
{
    d->isStoring = false;
    if (const std::optional<Cursor> changed = std::exchange(d->waiting, std::nullopt)) {
        d->takeCursor(*changed);
    }
    if (d->isNew() && error.code == ErrorCode::AlreadyExists) {
        d->head->showNameProblem(error.message);
    } else {
        d->result->showRefusal(error.message);
    }
    d->showChoice();
}

void RecoverDialog::findAgain()
{
    d->askAll(true);
}

} // namespace playhead
