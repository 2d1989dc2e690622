// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/recoverdialog.h"

#include "ui/cursors/placetext.h"
#include "ui/cursors/recoverform.h"
#include "ui/cursors/recoveryoutcome.h"
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
#include <QVBoxLayout>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 560;
constexpr int kInset = 20;
constexpr int kFieldHeight = 30;
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
    };

    RecoverDialog *dialog = nullptr;
    Cursor cursor;
    RecoveryFinder finder;
    RecoverDialogContext context;
    std::array<Found, RecoverForm::kWays.size()> found;

    ToneLabel *title = nullptr;
    QLabel *text = nullptr;
    QLineEdit *name = nullptr; ///< Of a new cursor.
    FieldProblem *nameProblem = nullptr;
    RecoverForm *form = nullptr;
    Notice *outcome = nullptr;
    Notice *gone = nullptr;
    QPushButton *apply = nullptr;

    bool isNew() const { return cursor.id == 0; }
    QWidget *makeBody();
    QLayout *makeHead(QWidget *parent);
    QLayout *makeName(QWidget *parent);
    void showCursor() const;
    void checkName() const;
    /// `keepsShown`: the same question again; the old answer stays until the new one is there.
    void ask(Way way, bool keepsShown = false);
    void drop(Way way);
    void take(Way way, const Result<RecoveryPlan> &answer);
    void askAll(bool keepsShown = false);
    const RecoveryPlan *plan() const;
    void showChoice() const;
    void showOutcome() const;
    void applyPlan();
};

QLayout *RecoverDialog::Private::makeHead(QWidget *parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    auto *mark = new IconMark(icon(u"playhead"_s, isNew() ? IconTint::Accent : IconTint::Danger),
                              18,
                              parent);
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

QLayout *RecoverDialog::Private::makeName(QWidget *parent)
{
    name = new QLineEdit(parent);
    name->setFixedHeight(scaledPx(kFieldHeight));
    padField(name);
    nameProblem = new FieldProblem(name, parent);
    auto *label = new QLabel(tr("&Name"), parent);
    nameField(label, name, tr("Name"));
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(label);
    row->addWidget(name, 1);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(nameProblem);
    connect(name, &QLineEdit::textChanged, dialog, [this] {
        checkName();
        showChoice();
    });
    return column;
}

QWidget *RecoverDialog::Private::makeBody()
{
    auto *body = new QWidget(dialog);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(kInset, 17, kInset, 26);
    layout->setSpacing(16);
    layout->addLayout(makeHead(body));
    if (isNew()) {
        layout->addLayout(makeName(body));
    }
    form = new RecoverForm(context, body);
    layout->addWidget(form);
    outcome = new Notice(Notice::Kind::Info, body);
    outcome->setObjectName(u"outcome"_s);
    layout->addWidget(outcome);
    gone = new Notice(Notice::Kind::Warning, body);
    gone->setObjectName(u"gone"_s);
    layout->addWidget(gone);
    if (!isNew()) {
        auto *note = new Notice(Notice::Kind::Info, body);
        note->setText({}, tr("The old position stays in the cursor’s history."));
        layout->addWidget(note);
    }
    layout->addStretch(1);
    return body;
}

void RecoverDialog::Private::showCursor() const
{
    if (isNew()) {
        title->setText(tr("A new cursor for a consumer that lost its own"));
        const QString types = cursor.types.isEmpty() ? tr("all types")
                                                     : QString::fromUtf8(cursor.types.join(", "));
        text->setText((cursor.organization.isEmpty()
                           ? tr("For %1, as the fetch row says.").arg(types)
                           : tr("For %1 of %2, as the fetch row says.")
                                 .arg(types, cursor.organization.toString()))
                          .toHtmlEscaped());
        return;
    }
    const Instant at = positionTime(cursor.position);
    const auto *after = std::get_if<AfterEvent>(&cursor.position);
    const QString id = idRichText(after ? after->id.toString() : QString());
    const QString when = minuteText(at, context.zone, context.now).toHtmlEscaped();
    const QString start = minuteText(context.horizon, context.zone, context.now).toHtmlEscaped();
    title->setText(tr("%1 points to an event WorkOS no longer has").arg(cursor.name));
    text->setText(
        at < context.horizon
            ? tr("%1, %2. WorkOS keeps 90 days of events, so the list starts on %3.")
                  .arg(id, when, start)
            : tr("%1, %2. The server says that it does not know this event.").arg(id, when));
}

void RecoverDialog::Private::checkName() const
{
    const QString wanted = name->text().trimmed();
    nameProblem->setProblem(context.takenNames.contains(wanted)
                                ? tr("There is a cursor of this name already.")
                                : QString());
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
    RecoveryRequest request;
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
    found[size_t(way)] = {found[size_t(way)].request + 1, {}};
    form->showAnswer(way, std::nullopt);
    showChoice();
}

void RecoverDialog::Private::take(Way way, const Result<RecoveryPlan> &answer)
{
    Found &own = found[size_t(way)];
    own.isAsking = false;
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

const RecoveryPlan *RecoverDialog::Private::plan() const
{
    const std::optional<Result<RecoveryPlan>> &answer = found[size_t(form->way())].answer;
    const bool isPlace = answer && *answer
                         && (isNew() || (*answer)->move.direction != MovePlan::Direction::Nowhere);
    return isPlace ? &**answer : nullptr;
}

void RecoverDialog::Private::showChoice() const
{
    const RecoveryPlan *chosen = plan();
    const bool isNamed = !isNew() || (!name->text().trimmed().isEmpty() && !nameProblem->isShown());
    const bool isReady = chosen != nullptr && isNamed;
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
    showOutcome();
}

void RecoverDialog::Private::showOutcome() const
{
    const RecoveryPlan *chosen = plan();
    outcome->setVisible(chosen != nullptr);
    gone->setVisible(false);
    if (chosen == nullptr) {
        return;
    }
    const RecoveryOutcome said = outcomeOf(*chosen, context.zone, context.now);
    outcome->setKind(said.isGood ? Notice::Kind::Ok : Notice::Kind::Info);
    outcome->setText(said.lead, said.text);
    gone->setText({}, said.gone);
    // The oldest event's own line says it already.
    gone->setVisible(!said.gone.isEmpty() && form->way() != Way::Oldest);
}

void RecoverDialog::Private::applyPlan()
{
    const RecoveryPlan *chosen = plan();
    if (chosen == nullptr) {
        return;
    }
    RecoveryPlan accepted = *chosen;
    if (isNew()) {
        accepted.request.cursor.name = name->text().trimmed();
    }
    const QString reason = isNew() ? tr("Recovered: its consumer lost its cursor")
                                   : tr("Recovered: WorkOS no longer had its event");
    dialog->accept();
    emit dialog->accepted(accepted, reason);
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
    connect(d->form, &RecoverForm::chosen, this, [this] { d->showChoice(); });
    connect(d->form, &RecoverForm::changing, this, [this](Way way) { d->drop(way); });
    connect(d->form, &RecoverForm::edited, this, [this](Way way) { d->ask(way); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->apply, &QPushButton::clicked, this, [this] { d->applyPlan(); });
    d->showCursor();
    d->askAll();
    keepHighEnough(this, kWidth);
    d->isNew() ? d->name->setFocus() : d->form->focusWay();
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
    d->cursor = cursor;
    d->showCursor();
    d->askAll();
}

void RecoverDialog::findAgain()
{
    d->askAll(true);
}

} // namespace playhead
