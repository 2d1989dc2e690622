// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/cursorimportdialog.h"

#include "ui/cursors/insetdelegate.h"
#include "ui/cursors/placetext.h"
#include "ui/cursors/plaintable.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr int kWidth = 660;
constexpr int kLeastRows = 3;
constexpr int kMostRows = 10;
constexpr int kMostProblems = 3;
constexpr int kMostMoves = 4;

enum Column {
    Name,
    What,
    Stored,
    InFile,
    ColumnCount
};

template<typename Placed>
bool isNew(const ImportEntry<Placed> &entry)
{
    return entry.state == ImportEntry<Placed>::State::New;
}

} // namespace

struct CursorImportDialog::Private
{
    CursorImportDialog *dialog = nullptr;
    CursorImportPlan plan;
    CursorImportContext context;
    std::optional<ImportMoves> moves;
    bool isShowing = false; ///< showChoice() changes the table itself.
    QStandardItemModel *entries = nullptr;
    PlainTable *table = nullptr;
    Notice *moved = nullptr; ///< What those that are taken read again or skip.
    QPushButton *take = nullptr; ///< Checks all that differ, or none.
    QPushButton *go = nullptr;

    void makeTable();
    template<typename Placed>
    void addEntry(const ImportEntry<Placed> &entry, const QString &name, bool isCursor);
    QString placeText(const CursorPosition &position) const;
    QString problemsText() const;
    void fill(QVBoxLayout *body);
    void addNotices(QVBoxLayout *body) const;
    void addButtons(QLayout *whole);
    QSet<QString> taken() const;
    CursorImportPlan chosen() const;
    bool hasDiffering() const;
    void takeAll() const;
    void count();
    void showMoves(const QSet<QString> &names);
    void showChoice();
};

QString CursorImportDialog::Private::placeText(const CursorPosition &position) const
{
    const QString at = shortMomentText(positionTime(position), context.zone, context.now);
    const auto *after = std::get_if<AfterEvent>(&position);
    return after ? tr("%1, %2").arg(at, idTail(after->id.toString())) : tr("from %1").arg(at);
}

/// `isCursor`: one that differs can be taken; a saved place that differs is kept.
template<typename Placed>
void CursorImportDialog::Private::addEntry(const ImportEntry<Placed> &entry,
                                           const QString &name,
                                           bool isCursor)
{
    using State = typename ImportEntry<Placed>::State;
    QString what;
    switch (entry.state) {
    case State::New:
        what = isCursor ? tr("New cursor") : tr("New saved place");
        break;
    case State::Same:
        what = tr("Stored just so");
        break;
    case State::Differs:
        what = !isCursor ? tr("Differs, kept")
               : entry.stored && entry.stored->position == entry.wanted.position
                   ? tr("Another note")
                   : tr("Another place");
        break;
    case State::OtherScope:
        what = tr("Other types, kept");
        break;
    }
    auto *first = new QStandardItem(name);
    const bool canBeTaken = isCursor && entry.state == State::Differs;
    if (canBeTaken || entry.state == State::New) {
        first->setCheckState(entry.state == State::New ? Qt::Checked : Qt::Unchecked);
    }
    first->setCheckable(canBeTaken || entry.state == State::New);
    first->setData(canBeTaken, Qt::UserRole);
    QList<QStandardItem *> row{first,
                               new QStandardItem(what),
                               new QStandardItem(entry.stored ? placeText(entry.stored->position)
                                                              : QString()),
                               new QStandardItem(placeText(entry.wanted.position))};
    for (QStandardItem *item : std::as_const(row)) {
        item->setEditable(false);
        item->setFont(uiFont(12));
        item->setToolTip(item->text());
    }
    entries->appendRow(row);
}

void CursorImportDialog::Private::makeTable()
{
    entries = new QStandardItemModel(0, ColumnCount, dialog);
    entries->setHorizontalHeaderLabels({tr("Name"),
                                        tr("What"),
                                        tr("Stored, %1").arg(zoneName(context.zone, context.now)),
                                        tr("In the file")});
    for (const ImportEntry<Cursor> &entry : std::as_const(plan.cursors)) {
        addEntry(entry, entry.wanted.name, true);
    }
    for (const ImportEntry<SavedPlace> &entry : std::as_const(plan.places)) {
        addEntry(entry, entry.wanted.name, false);
    }
    const int rows = std::clamp(entries->rowCount(), kLeastRows, kMostRows);
    table = new PlainTable(entries, Name, {186, 142, 150}, rows, dialog);
    table->setObjectName(u"importEntries"_s);
    table->setAccessibleName(tr("Cursors in the file"));
    table->setItemDelegate(new InsetDelegate(table)); // with check boxes
    connect(entries, &QStandardItemModel::itemChanged, dialog, [this] {
        if (!isShowing) {
            showChoice();
            count();
        }
    });
}

QString CursorImportDialog::Private::problemsText() const
{
    QStringList lines = plan.problems.mid(0, kMostProblems);
    if (plan.problems.size() > kMostProblems) {
        lines.append(
            tr("And %1 more.").arg(QLocale().toString(plan.problems.size() - kMostProblems)));
    }
    return lines.join(u' ');
}

void CursorImportDialog::Private::addNotices(QVBoxLayout *body) const
{
    if (plan.isOtherEnvironment) {
        auto *notice = new Notice(Notice::Kind::Warning, dialog);
        notice
            ->setText(tr("The file was made for another environment, %1.").arg(plan.environment),
                      tr("Events of %1 have other ids, so a cursor after an event of the other one "
                         "cannot go on here. Only cursors from a time hold.")
                          .arg(context.environment));
        body->addWidget(notice);
    }
    if (!plan.problems.isEmpty()) {
        auto *notice = new Notice(Notice::Kind::Warning, dialog);
        notice->setText(plan.problems.size() == 1
                            ? tr("1 entry of the file is left out.")
                            : tr("%1 entries of the file are left out.")
                                  .arg(QLocale().toString(plan.problems.size())),
                        problemsText());
        body->addWidget(notice);
    }
}

QSet<QString> CursorImportDialog::Private::taken() const
{
    QSet<QString> names;
    for (int row = 0; row < entries->rowCount(); ++row) {
        const QStandardItem *item = entries->item(row);
        if (item->data(Qt::UserRole).toBool() && item->checkState() == Qt::Checked) {
            names.insert(item->text());
        }
    }
    return names;
}

/// Without what is new and not wanted.
CursorImportPlan CursorImportDialog::Private::chosen() const
{
    CursorImportPlan wanted = plan;
    wanted.cursors.clear();
    wanted.places.clear();
    int row = 0; // As they were added.
    const auto takeOver = [this, &row](const auto &all, auto &into) {
        for (const auto &entry : all) {
            const bool isOn = entries->item(row++)->checkState() == Qt::Checked;
            if (isOn || !isNew(entry)) {
                into.append(entry);
            }
        }
    };
    takeOver(plan.cursors, wanted.cursors);
    takeOver(plan.places, wanted.places);
    return wanted;
}

bool CursorImportDialog::Private::hasDiffering() const
{
    for (int row = 0; row < entries->rowCount(); ++row) {
        if (entries->item(row)->data(Qt::UserRole).toBool()) {
            return true;
        }
    }
    return false;
}

void CursorImportDialog::Private::takeAll() const
{
    const bool isOn = taken().isEmpty();
    for (int row = 0; row < entries->rowCount(); ++row) {
        QStandardItem *item = entries->item(row);
        if (item->data(Qt::UserRole).toBool()) {
            item->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
        }
    }
}

/// Semantics 20: no cursor moves before it was said what that reads again or skips.
void CursorImportDialog::Private::count()
{
    const QList<ImportEntry<Cursor>> asked = moves->uncounted(taken());
    if (asked.isEmpty() || !context.count) {
        return;
    }
    context.count(asked,
                  [this, asked, alive = QPointer<CursorImportDialog>(dialog)](
                      const QList<Result<MovePlan>> &plans) {
                      if (alive) {
                          moves->set(asked, plans);
                          showChoice();
                      }
                  });
}

void CursorImportDialog::Private::showMoves(const QSet<QString> &names)
{
    for (int row = 0; row < entries->rowCount(); ++row) {
        const QStandardItem *item = entries->item(row);
        if (item->data(Qt::UserRole).toBool() && moves->moves(item->text())) {
            QStandardItem *what = entries->item(row, What);
            what->setText(names.contains(item->text()) ? moves->shortText(item->text())
                                                       : tr("Another place"));
            what->setToolTip(what->text());
        }
    }
    QStringList lines = moves->lines(names);
    if (lines.size() > kMostMoves) {
        const qsizetype more = lines.size() - kMostMoves;
        lines = lines.mid(0, kMostMoves);
        lines.append(tr("And %1 more, see the table.").arg(QLocale().toString(more)));
    }
    moved->setKind(moves->haveDeletes(names) ? Notice::Kind::Warning : Notice::Kind::Info);
    moved->setText({}, lines.join(u' '));
    moved->setVisible(!lines.isEmpty());
}

void CursorImportDialog::Private::showChoice()
{
    if (std::exchange(isShowing, true)) {
        return;
    }
    const QSet<QString> names = taken();
    showMoves(names);
    isShowing = false;
    const CursorImportPlan wanted = chosen();
    const auto made = std::count_if(wanted.cursors.cbegin(), wanted.cursors.cend(), isNew<Cursor>)
                      + std::count_if(wanted.places.cbegin(),
                                      wanted.places.cend(),
                                      isNew<SavedPlace>);
    const auto count = made + names.size();
    go->setEnabled(count > 0 && moves->uncounted(names).isEmpty());
    go->setText(count == 0   ? tr("Nothing to import")
                : count == 1 ? tr("Import 1 entry")
                             : tr("Import %1 entries").arg(QLocale().toString(count)));
    take->setText(names.isEmpty() ? tr("Take all that differ") : tr("Take none that differ"));
}

void CursorImportDialog::Private::fill(QVBoxLayout *body)
{
    body->setSpacing(12);
    body->addWidget(groupTitle(tr("%1 into %2").arg(plan.fileName, context.environment), dialog));
    body->addWidget(smallText(
        tr("New ones are made, unless they are unchecked. What is stored at another place stays there, unless it is "
           "checked; the old place stays in its history, and Undo puts it back."),
        dialog));
    addNotices(body);
    makeTable();
    auto *card = new Card(dialog);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(table);
    body->addWidget(card, 1);
    moved = new Notice(Notice::Kind::Info, dialog);
    moved->setObjectName(u"moved"_s);
    moved->hide();
    body->addWidget(moved);
}

void CursorImportDialog::Private::addButtons(QLayout *whole)
{
    take = new QPushButton(dialog);
    take->setObjectName(u"takeAll"_s);
    take->setAutoDefault(false);
    take->setVisible(hasDiffering());
    QHBoxLayout *buttons = makeDialogFooter(dialog, whole, take);
    auto *cancel = new QPushButton(tr("Cancel"), dialog);
    go = new QPushButton(dialog);
    go->setObjectName(u"import"_s);
    setRole(go, u"primary"_s);
    buttons->addWidget(cancel);
    buttons->addWidget(go);
    const bool isGuarded = context.isProduction || plan.isOtherEnvironment;
    (isGuarded ? cancel : go)->setDefault(true);
    cancel->setAutoDefault(isGuarded);
    go->setAutoDefault(!isGuarded);
    connect(take, &QPushButton::clicked, dialog, [this] { takeAll(); });
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(go, &QPushButton::clicked, dialog, [this] {
        dialog->accept();
        emit dialog->accepted(chosen(), taken());
    });
}

CursorImportDialog::CursorImportDialog(CursorImportPlan plan,
                                       const CursorImportContext &context,
                                       QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"cursorImport"_s);
    setWindowTitle(tr("Import cursors"));
    d->dialog = this;
    d->plan = std::move(plan);
    d->moves.emplace(d->plan);
    d->context = context;
    const DialogColumn column = makeDialogColumn(this);
    d->fill(column.body);
    d->addButtons(column.whole);
    d->showChoice();
    keepHighEnough(this, kWidth);
    d->table->setFocus();
}

CursorImportDialog::~CursorImportDialog() = default;

} // namespace playhead
