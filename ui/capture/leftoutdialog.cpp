// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/leftoutdialog.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 620;
constexpr int kInset = 20;
constexpr int kTableHeight = 280;

} // namespace

LeftOutDialog::LeftOutDialog(const QString &fileName, QWidget *parent)
    : QDialog(parent)
    , m_summary(smallText({}, this))
    , m_lines(new QStandardItemModel(0, 2, this))
    , m_table(new QTableView(this))
{
    setObjectName(u"leftOutDialog"_s);
    setWindowTitle(tr("Lines of %1 that are no events").arg(fileName));
    m_lines->setHorizontalHeaderLabels({tr("Line"), tr("Why")});
    m_table->setObjectName(u"leftOutLines"_s);
    m_table->setAccessibleName(tr("Lines left out"));
    m_table->setModel(m_lines);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setMinimumHeight(scaledPx(kTableHeight));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(scaledPx(24));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(0, scaledPx(96));
    auto *page = new QVBoxLayout;
    page->setContentsMargins(kInset, 16, kInset, 18);
    page->setSpacing(10);
    page->addWidget(m_summary);
    page->addWidget(m_table, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(page, 1);
    makeCloseFooter(this, layout);
    m_table->setFocus();
    keepHighEnough(this, kWidth);
}

void LeftOutDialog::setFacts(const CaptureFacts &facts)
{
    const QLocale locale;
    const auto listed = facts.firstLeftOut.size();
    m_summary->setText(
        facts.leftOut > listed
            ? tr("%1 lines are left out; these are the first %2 of them.")
                  .arg(locale.toString(facts.leftOut), locale.toString(quint64(listed)))
        : listed == 1 ? tr("1 line is left out. All others are shown.")
                      : tr("%1 lines are left out. All others are shown.")
                            .arg(locale.toString(facts.leftOut)));
    // A file that is followed only adds to them.
    for (size_t row = size_t(m_lines->rowCount()); row < listed; ++row) {
        const LineLeftOut &line = facts.firstLeftOut[row];
        auto *number = new QStandardItem(locale.toString(line.line));
        number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *reason = new QStandardItem(line.reason);
        reason->setToolTip(line.reason);
        m_lines->appendRow({number, reason});
    }
}

} // namespace playhead
