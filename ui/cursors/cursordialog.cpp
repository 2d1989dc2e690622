// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/cursordialog.h"

#include "model/core/ulid.h"
#include "ui/cursors/cursorhistorymodel.h"
#include "ui/cursors/momentedit.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QButtonGroup>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 560;
constexpr int kInset = 20;
constexpr int kFieldHeight = 30;
constexpr int kMostName = 120;
constexpr int kMostNote = 1000;
constexpr int kTimePadding = 16;
constexpr int kHistoryRow = 25;
constexpr int kHistoryHeight = 30 + 5 * kHistoryRow;
constexpr int kCellInset = 8;

/// Texts of the history stand under the titles of their columns.
class HistoryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, tokens().selection);
        }
        const QRect rect = option.rect.adjusted(kCellInset, 0, -2, 0);
        painter->setFont(uiFont(12));
        painter->setPen(tokens().text);
        painter->drawText(rect,
                          Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(),
                                                            Qt::ElideRight,
                                                            rect.width()));
    }
};
} // namespace

struct CursorDialog::Private
{
    CursorDialog *dialog = nullptr;
    Cursor cursor;
    CursorDialogContext context;

    QLineEdit *name = nullptr;
    FieldProblem *nameProblem = nullptr;
    QLineEdit *note = nullptr;
    QRadioButton *isAfter = nullptr;
    QLineEdit *event = nullptr;
    FieldProblem *eventProblem = nullptr;
    ToneLabel *eventHint = nullptr;
    QRadioButton *isFrom = nullptr;
    QDateTimeEdit *time = nullptr;
    Notice *problem = nullptr;
    QWidget *historyBox = nullptr;
    CursorHistoryModel *history = nullptr;
    QPushButton *save = nullptr;

    bool isNew() const { return cursor.id == 0; }
    QWidget *makeBody();
    void addRow(QGridLayout *grid, const QString &label, QWidget *field) const;
    void makePlace(QGridLayout *grid, QWidget *parent);
    QWidget *makeHistory(QWidget *parent);
    QString bindingText() const;
    std::optional<CursorPosition> position() const;
    std::optional<RewindTarget> move() const;
    void check() const;
    void checkEvent() const;
    void store();
};

void CursorDialog::Private::addRow(QGridLayout *grid, const QString &label, QWidget *field) const
{
    auto *text =
        new ToneLabel(label, uiFont(13), ToneLabel::Tone::Secondary, field->parentWidget());
    nameField(text, field, label);
    field->setMinimumHeight(kFieldHeight);
    padField(field);
    const int row = grid->rowCount();
    grid->addWidget(text, row, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(field, row, 1);
}

QWidget *CursorDialog::Private::makeBody()
{
    auto *body = new QWidget(dialog);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(kInset, 16, kInset, 16);
    layout->setSpacing(14);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, 104);
    grid->setColumnStretch(1, 1);
    name = new QLineEdit(cursor.name, body);
    name->setMaxLength(kMostName);
    name->setPlaceholderText(tr("billing-sync"));
    nameProblem = new FieldProblem(name, body);
    addRow(grid, tr("Name"), name);
    grid->addWidget(nameProblem, grid->rowCount(), 1);
    note = new QLineEdit(cursor.note, body);
    note->setMaxLength(kMostNote);
    note->setPlaceholderText(tr("What it belongs to (optional)"));
    addRow(grid, tr("Note"), note);
    makePlace(grid, body);
    auto *readsLabel = new ToneLabel(tr("Counts"), uiFont(13), ToneLabel::Tone::Secondary, body);
    auto *reads = smallText(bindingText(), body);
    const int row = grid->rowCount();
    grid->addWidget(readsLabel, row, 0, Qt::AlignRight | Qt::AlignTop);
    grid->addWidget(reads, row, 1);
    layout->addLayout(grid);
    problem = new Notice(Notice::Kind::Danger, body);
    problem->hide();
    layout->addWidget(problem);
    if (!isNew()) {
        layout->addWidget(makeHistory(body));
    }
    layout->addStretch(1);
    return body;
}

void CursorDialog::Private::makePlace(QGridLayout *grid, QWidget *parent)
{
    isAfter = new QRadioButton(tr("After event"), parent);
    isFrom = new QRadioButton(tr("From time, %1").arg(zoneName(context.zone, context.now)), parent);
    auto *ways = new QButtonGroup(parent);
    ways->addButton(isAfter);
    ways->addButton(isFrom);
    const auto *after = std::get_if<AfterEvent>(&cursor.position);
    event = new QLineEdit(after ? after->id.toString() : QString(), parent);
    event->setFont(monoFont(12));
    event->setPlaceholderText(u"event_…"_s);
    event->setAccessibleName(isAfter->text());
    event->setMinimumHeight(kFieldHeight);
    padField(event);
    event->setCursorPosition(0);
    eventProblem = new FieldProblem(event, parent);
    eventHint = smallText({}, parent);
    time = makeMomentEdit(positionTime(cursor.position), context.zone, parent);
    time->setAccessibleName(isFrom->text());
    time->setMinimumHeight(kFieldHeight);
    time->setMinimumWidth(time->sizeHint().width() + kTimePadding);
    padField(time);
    const int row = grid->rowCount();
    grid->addWidget(isAfter, row, 0);
    grid->addWidget(event, row, 1);
    grid->addWidget(eventHint, row + 1, 1);
    grid->addWidget(eventProblem, row + 2, 1);
    grid->addWidget(isFrom, row + 3, 0);
    grid->addWidget(time, row + 3, 1, Qt::AlignLeft);
    connect(isAfter, &QRadioButton::toggled, dialog, [this] { check(); });
    connect(event, &QLineEdit::textChanged, dialog, [this] { check(); });
    connect(time, &QDateTimeEdit::dateTimeChanged, dialog, [this] { check(); });
    connect(name, &QLineEdit::textChanged, dialog, [this] { check(); });
    (after || (isNew() && positionTime(cursor.position) == Instant{}) ? isAfter : isFrom)
        ->setChecked(true);
}

QWidget *CursorDialog::Private::makeHistory(QWidget *parent)
{
    historyBox = new QWidget(parent);
    auto *box = new QVBoxLayout(historyBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(6);
    history = new CursorHistoryModel(context.zone, context.now, dialog);
    auto *card = new Card(historyBox);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    auto *view = new QTableView(card);
    inside->addWidget(view);
    view->setFrameShape(QFrame::NoFrame);
    view->setAccessibleName(tr("History"));
    view->setObjectName(u"history"_s);
    view->setModel(history);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setMinimumSectionSize(kHistoryRow);
    view->verticalHeader()->setDefaultSectionSize(kHistoryRow);
    view->setItemDelegate(new HistoryDelegate(view));
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setStretchLastSection(true);
    view->setColumnWidth(int(CursorHistoryModel::Column::Time), 100);
    view->setColumnWidth(int(CursorHistoryModel::Column::Change), 270);
    view->setMinimumHeight(kHistoryHeight);
    box->addWidget(groupTitle(tr("History"), historyBox));
    box->addWidget(card);
    historyBox->hide();
    return historyBox;
}

QString CursorDialog::Private::bindingText() const
{
    const QLocale locale;
    const QString types = cursor.types.isEmpty() ? tr("all types")
                          : cursor.types.size() == 1
                              ? QString::fromUtf8(cursor.types.first())
                              : tr("%1 types").arg(locale.toString(cursor.types.size()));
    QString organization = tr("all organizations");
    if (!cursor.organization.isEmpty()) {
        const QString known = context.organizationName
                                  ? context.organizationName(cursor.organization)
                                  : QString();
        organization = known.isEmpty() ? idTail(cursor.organization.toString()) : known;
    }
    return tr("Events of %1 and %2. Set by the fetch row when the cursor is made.")
        .arg(types, organization);
}

std::optional<CursorPosition> CursorDialog::Private::position() const
{
    if (isFrom->isChecked()) {
        const auto *from = std::get_if<FromTime>(&cursor.position);
        const Instant at = momentOf(time, context.zone);
        // The field shows whole seconds; untouched, the exact moment stays.
        const bool isSame = from
                            && std::chrono::floor<std::chrono::seconds>(from->from)
                                   == std::chrono::floor<std::chrono::seconds>(at);
        return isSame ? cursor.position : FromTime{at};
    }
    const EventId id(event->text().trimmed().toUtf8());
    const auto *after = std::get_if<AfterEvent>(&cursor.position);
    if (after && after->id == id) {
        return cursor.position;
    }
    std::optional<Instant> at = context.findEvent ? context.findEvent(id) : std::nullopt;
    if (!at) {
        at = ulidTime(id.value);
    }
    return id.isEmpty() || !at ? std::nullopt : std::optional<CursorPosition>(AfterEvent{id, *at});
}

std::optional<RewindTarget> CursorDialog::Private::move() const
{
    const std::optional<CursorPosition> wanted = position();
    if (isNew() || !wanted || *wanted == cursor.position) {
        return {};
    }
    if (const auto *after = std::get_if<AfterEvent>(&*wanted)) {
        return ToEvent{after->id};
    }
    return ToTime{std::get<FromTime>(*wanted).from};
}

void CursorDialog::Private::checkEvent() const
{
    const EventId id(event->text().trimmed().toUtf8());
    QString hint;
    QString wrong;
    if (isAfter->isChecked() && id.isEmpty()) {
        hint = tr("The id of the last processed event.");
    } else if (isAfter->isChecked()) {
        const auto *was = std::get_if<AfterEvent>(&cursor.position);
        const std::optional<Instant> stored = context.findEvent ? context.findEvent(id)
                                                                : std::nullopt;
        const std::optional<Instant> at = stored ? stored : ulidTime(id.value);
        const bool isUnchanged = was && was->id == id;
        if (!at && !isUnchanged) {
            wrong = tr(
                "No stored event has this id, and no time can be read from it. Fetch it first.");
        } else if (!stored && !isNew() && !isUnchanged) {
            wrong = tr(
                "No stored event has this id, so the move cannot be counted. Fetch it first.");
        } else {
            const Instant when = at.value_or(was ? was->createdAt : Instant{});
            hint = tr("%1 %2").arg(fullTimeText(when, context.zone), zoneName(context.zone, when));
            hint = stored ? hint : tr("Not stored here. Its id says %1.").arg(hint);
        }
    }
    eventHint->setText(hint);
    eventHint->setVisible(!hint.isEmpty());
    eventProblem->setProblem(wrong);
}

void CursorDialog::Private::check() const
{
    event->setEnabled(isAfter->isChecked());
    time->setEnabled(isFrom->isChecked());
    checkEvent();
    const QString typed = name->text().trimmed();
    const bool isTaken = context.takenNames.contains(typed);
    nameProblem->setProblem(isTaken ? tr("Another cursor has this name.") : QString());
    save->setText(isNew() ? tr("Create cursor") : move() ? tr("Preview move…") : tr("Save"));
    save->setEnabled(!typed.isEmpty() && !isTaken && !eventProblem->isShown()
                     && position().has_value());
}

void CursorDialog::Private::store()
{
    Cursor changed = cursor;
    changed.name = name->text().trimmed();
    changed.note = note->text().trimmed();
    const std::optional<RewindTarget> wanted = move();
    if (isNew()) {
        changed.position = *position();
    }
    dialog->accept();
    emit dialog->saved(changed, WantedMove{wanted});
}

CursorDialog::CursorDialog(const Cursor &cursor,
                           const CursorDialogContext &context,
                           QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"cursorDialog"_s);
    d->dialog = this;
    d->cursor = cursor;
    d->context = context;
    setWindowTitle(d->isNew() ? tr("New cursor") : tr("Edit cursor"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    d->save = new QPushButton(this);
    d->save->setObjectName(u"save"_s);
    layout->addWidget(d->makeBody(), 1);
    QHBoxLayout *buttons = makeDialogFooter(this, layout);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    d->save->setDefault(true);
    setRole(d->save, u"primary"_s);
    buttons->addWidget(cancel);
    buttons->addWidget(d->save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->save, &QPushButton::clicked, this, [this] { d->store(); });
    d->check();
    keepHighEnough(this, kWidth);
    setTabOrder(cancel, d->save);
    d->name->setFocus();
    d->name->selectAll();
}

CursorDialog::~CursorDialog() = default;

void CursorDialog::setHistory(const QList<CursorHistoryEntry> &entries)
{
    if (d->history) {
        d->history->setEntries(entries);
        d->historyBox->setVisible(!entries.isEmpty());
    }
}

void CursorDialog::showError(const QString &message)
{
    d->problem->setText({}, message);
    d->problem->show();
    show();
}

} // namespace playhead
