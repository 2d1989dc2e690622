// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/cursorimportdialog.h"

#include "ui/cursors/insetdelegate.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/columntitles.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr int kWidth = 660;
constexpr int kRow = 25;
constexpr int kLeastRows = 3;
constexpr int kMostRows = 10;
constexpr int kMostProblems = 3;

enum Column {
    Name,
    What,
    Stored,
    InFile,
    ColumnCount
};
constexpr int kWidths[] = {186, 142, 150};

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
    QStandardItemModel *entries = nullptr;
    QTableView *table = nullptr;
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
    bool hasDiffering() const;
    void takeAll() const;
    void showChoice() const;
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
    first->setCheckable(canBeTaken);
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
    table = new QTableView(dialog);
    table->setObjectName(u"importEntries"_s);
    table->setAccessibleName(tr("Cursors in the file"));
    table->setFrameShape(QFrame::NoFrame);
    table->setHorizontalHeader(new ColumnTitles(InsetDelegate::kInset, 4, table));
    table->setModel(entries);
    table->setItemDelegate(new InsetDelegate(table));
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setMinimumSectionSize(scaledPx(kRow));
    table->verticalHeader()->setDefaultSectionSize(scaledPx(kRow));
    table->horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < InFile; ++column) {
        table->setColumnWidth(column, scaledPx(kWidths[column]));
    }
    const int rows = std::clamp(entries->rowCount(), kLeastRows, kMostRows);
    table->setMinimumHeight(table->horizontalHeader()->sizeHint().height() + rows * scaledPx(kRow)
                            + 2);
    connect(entries, &QStandardItemModel::itemChanged, dialog, [this] { showChoice(); });
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

void CursorImportDialog::Private::showChoice() const
{
    const auto made = std::count_if(plan.cursors.cbegin(), plan.cursors.cend(), isNew<Cursor>)
                      + std::count_if(plan.places.cbegin(), plan.places.cend(), isNew<SavedPlace>);
    const qsizetype moved = taken().size();
    go->setEnabled(made + moved > 0);
    const auto count = made + moved;
    go->setText(count == 0   ? tr("Nothing to import")
                : count == 1 ? tr("Import 1 entry")
                             : tr("Import %1 entries").arg(QLocale().toString(count)));
    take->setText(moved == 0 ? tr("Take all that differ") : tr("Take none that differ"));
}

void CursorImportDialog::Private::fill(QVBoxLayout *body)
{
    body->setSpacing(12);
    body->addWidget(groupTitle(tr("%1 into %2").arg(plan.fileName, context.environment), dialog));
    body->addWidget(
        smallText(tr("New ones are made. What is stored at another place stays there, unless it is "
                     "checked; the old place stays in its history, and Undo puts it back."),
                  dialog));
    addNotices(body);
    makeTable();
    auto *card = new Card(dialog);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(table);
    body->addWidget(card, 1);
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
        emit dialog->accepted(plan, taken());
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
