// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/cursorhistoryview.h"

#include "ui/cursors/cursorhistorymodel.h"
#include "ui/cursors/plaintable.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kRows = 5;
} // namespace

CursorHistoryView::CursorHistoryView(const QTimeZone &zone, Instant now, QWidget *parent)
    : QWidget(parent)
    , m_model(new CursorHistoryModel(zone, now, this))
    , m_view(new PlainTable(m_model,
                            int(CursorHistoryModel::Column::Change),
                            {100, 196, 140, 140},
                            kRows,
                            this))
    , m_restore(new QPushButton(icon(u"history"_s), tr("Restore…"), this))
{
    m_view->setObjectName(u"history"_s);
    m_view->setAccessibleName(tr("History"));
    m_restore->setObjectName(u"restore"_s);
    m_restore->setAutoDefault(false);
    m_restore->setFont(uiFont(12, QFont::Medium));
    m_restore->setToolTip(tr("Move the cursor to the place of the selected entry, with a preview"));
    auto *head = new QHBoxLayout;
    head->addWidget(groupTitle(tr("History"), this));
    head->addStretch(1);
    head->addWidget(m_restore);
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_view);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(6);
    box->addLayout(head);
    box->addWidget(card, 1);
    connect(m_view->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &CursorHistoryView::enable);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (const int row = m_view->chosenRow(); row >= 0) {
            emit restoreRequested(m_model->entryAt(row));
        }
    });
    enable();
}

void CursorHistoryView::setEntries(const QList<CursorHistoryEntry> &entries)
{
    const int was = m_view->chosenRow();
    const qint64 chosen = was < 0 ? 0 : m_model->entryAt(was).id;
    m_model->setEntries(entries);
    for (int row = 0; was >= 0 && row < m_model->rowCount(); ++row) {
        if (m_model->entryAt(row).id == chosen) {
            m_view->selectRow(row);
            break;
        }
    }
    enable();
}

void CursorHistoryView::setStanding(const CursorPosition &position)
{
    m_standing = position;
    enable();
}

void CursorHistoryView::focusList()
{
    m_view->setFocus();
    m_view->selectRow(0);
}

void CursorHistoryView::enable()
{
    const int row = m_view->chosenRow();
    m_restore->setEnabled(row >= 0 && m_model->entryAt(row).after.position != m_standing);
}

} // namespace playhead
