// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/savedplacesdialog.h"

#include "ui/cursors/plaintable.h"
#include "ui/cursors/savedplacesmodel.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 640;
constexpr int kRows = 7;

QPushButton *smallButton(const QString &iconName, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(icon(iconName), text, parent);
    button->setAutoDefault(false);
    button->setFont(uiFont(12, QFont::Medium));
    return button;
}
} // namespace

SavedPlacesDialog::SavedPlacesDialog(const QTimeZone &zone,
                                     Instant now,
                                     const QString &cursorName,
                                     QWidget *parent)
    : QDialog(parent)
    , m_model(new SavedPlacesModel(zone, now, this))
    , m_view(new PlainTable(m_model,
                            int(SavedPlacesModel::Column::Name),
                            {206, 168, 130},
                            kRows,
                            this))
    , m_empty(new Notice(Notice::Kind::Info, this))
    , m_problem(new Notice(Notice::Kind::Danger, this))
    , m_rename(smallButton(u"edit"_s, tr("Rename"), this))
    , m_remove(smallButton(u"trash"_s, tr("Remove"), this))
    , m_undo(smallButton(u"history"_s, tr("Undo remove"), this))
    , m_move(new QPushButton(cursorName.isEmpty() ? tr("Move cursor…")
                                                  : tr("Move %1 there…").arg(cursorName),
                             this))
    , m_canMove(!cursorName.isEmpty())
{
    setObjectName(u"savedPlacesDialog"_s);
    setWindowTitle(tr("Saved places"));
    m_view->setObjectName(u"savedPlaces"_s);
    m_view->setAccessibleName(tr("Saved places"));
    m_empty->setText(tr("No saved places yet."),
                     tr("Cursor ▸ Save Position As… keeps the place of the active cursor."));
    const DialogColumn column = makeDialogColumn(this);
    auto *head = new QHBoxLayout;
    head->addWidget(groupTitle(tr("Saved places"), this));
    head->addStretch(1);
    for (QPushButton *button : {m_undo, m_rename, m_remove}) {
        head->addWidget(button);
    }
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_view);
    column.body->addLayout(head);
    column.body->addWidget(card, 1);
    column.body->addWidget(m_empty);
    column.body->addWidget(m_problem);
    m_problem->hide();
    m_undo->hide();
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"close"_s);
    close->setDefault(true);
    m_move->setAutoDefault(false);
    m_move->setObjectName(u"move"_s);
    QHBoxLayout *buttons = makeDialogFooter(this, column.whole);
    buttons->addWidget(m_move);
    buttons->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_remove, &QPushButton::clicked, this, &SavedPlacesDialog::remove);
    auto *del = new QShortcut(QKeySequence::Delete, m_view);
    del->setContext(Qt::WidgetShortcut);
    connect(del, &QShortcut::activated, this, &SavedPlacesDialog::remove);
    connect(m_rename, &QPushButton::clicked, this, [this] {
        m_view->setFocus();
        m_view->edit(m_model->index(m_view->chosenRow(), int(SavedPlacesModel::Column::Name)));
    });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (!m_removed.isEmpty()) {
            emit restoreRequested(SavedPlace(m_removed.last()));
        }
    });
    connect(m_move, &QPushButton::clicked, this, [this] {
        const SavedPlace place = m_model->placeAt(m_view->chosenRow());
        accept();
        emit moveRequested(place);
    });
    connect(m_model, &SavedPlacesModel::renameRequested, this, &SavedPlacesDialog::renameRequested);
    connect(m_view->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &SavedPlacesDialog::enable);
    setPlaces({});
    keepHighEnough(this, kWidth);
    m_view->setFocus();
}

void SavedPlacesDialog::setPlaces(const QList<SavedPlace> &places)
{
    const int row = m_view->chosenRow();
    const qint64 chosen = row >= 0 ? m_model->placeAt(row).id : 0;
    const bool wasEmpty = m_model->rowCount() == 0;
    m_model->setPlaces(places);
    if (!places.isEmpty() && (wasEmpty || (chosen != 0 && chosen == m_removing))) {
        // The next one of those that were removed here; what others removed leaves nothing chosen.
        m_view->selectRow(std::clamp(row, 0, int(places.size()) - 1));
    }
    select(chosen);
    m_empty->setVisible(places.isEmpty());
    showProblem({});
    enable();
}

void SavedPlacesDialog::showProblem(const QString &problem)
{
    m_problem->setText({}, problem);
    m_problem->setVisible(!problem.isEmpty());
    m_removing = problem.isEmpty() ? m_removing : 0;
}

void SavedPlacesDialog::select(qint64 id)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->placeAt(row).id == id) {
            m_view->selectRow(row);
        }
    }
}

void SavedPlacesDialog::remove()
{
    if (const int row = m_view->chosenRow(); row >= 0) {
        const SavedPlace place = m_model->placeAt(row);
        m_removing = place.id;
        emit removeRequested(place);
    }
}

void SavedPlacesDialog::placeRemoved(const SavedPlace &place)
{
    m_removed.append(place);
    m_removing = 0;
    enable();
}

void SavedPlacesDialog::placeRestored(const SavedPlace &place)
{
    m_removed.removeIf([&place](const SavedPlace &removed) { return removed.id == place.id; });
    select(place.id);
    enable();
}

void SavedPlacesDialog::enable()
{
    const bool isChosen = m_view->chosenRow() >= 0;
    m_rename->setEnabled(isChosen);
    m_remove->setEnabled(isChosen);
    m_move->setEnabled(isChosen && m_canMove);
    m_undo->setVisible(!m_removed.isEmpty());
    m_undo->setToolTip(
        m_removed.isEmpty()
            ? QString()
            : tr("Bring “%1” back, until this is closed").arg(m_removed.last().name));
}

} // namespace playhead
