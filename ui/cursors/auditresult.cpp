// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/auditresult.h"

#include "ui/cursors/insetdelegate.h"
#include "ui/cursors/placetext.h"
#include "ui/cursors/plaintable.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr int kRow = 25;
constexpr int kMostRows = 7;
constexpr int kIdRole = Qt::UserRole;

enum Column {
    Time,
    Type,
    Organization,
    Late,
    ColumnCount
};

QString counted(quint64 events)
{
    return events == 1 ? AuditResult::tr("1 event")
                       : AuditResult::tr("%1 events").arg(QLocale().toString(events));
}

} // namespace

AuditResult::AuditResult(const AuditDialogContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_notices(new QVBoxLayout)
    , m_list(makeList())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_notices->setSpacing(8);
    column->addLayout(m_notices);
    column->addWidget(m_list, 1);
    m_list->hide();
}

QWidget *AuditResult::makeList()
{
    auto *list = new QWidget(this);
    m_events = new QStandardItemModel(0, ColumnCount, this);
    m_events->setHorizontalHeaderLabels(
        {tr("Time, %1").arg(zoneName(m_context.zone, m_context.now)),
         tr("Type"),
         tr("Organization"),
         tr("Became visible")});
    m_table = new PlainTable(m_events, Time, {132, 168, 104}, 1, list);
    m_table->setObjectName(u"missedEvents"_s);
    m_table->setAccessibleName(tr("Missed events"));
    m_table->setItemDelegate(new InsetDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_show = new QPushButton(tr("Show in table"), list);
    m_show->setObjectName(u"showEvent"_s);
    m_show->setAutoDefault(false);
    m_show->setEnabled(false);
    auto *card = new Card(list);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_table);
    auto *below = new QHBoxLayout;
    below->addWidget(m_show);
    below->addStretch(1);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(card, 1);
    column->addLayout(below);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_show->setEnabled(m_table->selectionModel()->hasSelection());
    });
    connect(m_table, &QTableView::activated, this, &AuditResult::choose);
    connect(m_show, &QPushButton::clicked, this, &AuditResult::choose);
    return list;
}

void AuditResult::choose()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (!rows.isEmpty()) {
        emit eventChosen(EventId(rows.first().data(kIdRole).toByteArray()));
    }
}

QString AuditResult::span(const TimeRange &range) const
{
    return spanText(range.since, range.until, m_context.zone, m_context.now);
}

void AuditResult::setReport(const AuditReport &report)
{
    while (const std::unique_ptr<QLayoutItem> item{m_notices->takeAt(0)}) {
        const std::unique_ptr<QWidget> widget(item->widget());
    }
    addNotices(report);
    listEvents(report);
}

void AuditResult::addNotices(const AuditReport &report)
{
    const auto add = [this](Notice::Kind kind, const QString &lead, const QString &text) {
        auto *notice = new Notice(kind, this);
        notice->setText(lead, text);
        m_notices->addWidget(notice);
    };
    if (report.isLost) {
        add(Notice::Kind::Danger,
            tr("%1 stands before everything that WorkOS keeps.").arg(report.cursor.name),
            tr("Nothing before it can be read any more. Recover it first."));
    } else {
        addOutcome(report);
        if (report.readError) {
            add(Notice::Kind::Warning,
                tr("Not all of it was read again."),
                tr("%1 The result is about what is stored here.").arg(report.readError->message));
        }
    }
    for (const CursorWarning &warning : report.warnings) {
        add(Notice::Kind::Warning, {}, textOf(warning));
    }
    if (!report.isLost) {
        addUntold(report);
    }
}

void AuditResult::addOutcome(const AuditReport &report)
{
    auto *notice = new Notice(Notice::Kind::Ok, this);
    m_notices->addWidget(notice);
    if (report.stretch.isEmpty()) {
        notice->setKind(Notice::Kind::Info);
        notice->setText(tr("Whether something was missed cannot be told."),
                        tr("Nothing before the cursor can be read any more: WorkOS keeps 90 days, "
                           "and it stands at their beginning."));
        return;
    }
    const QString read = report.eventsRead == 1
                             ? tr("1 event was read again, %1.").arg(span(report.stretch))
                             : tr("%1 events were read again, %2.")
                                   .arg(QLocale().toString(report.eventsRead),
                                        span(report.stretch));
    if (!report.missed.empty()) {
        notice->setKind(Notice::Kind::Danger);
        notice->setText(report.missed.size() == 1
                            ? tr("1 event was missed.")
                            : tr("%1 events were missed.")
                                  .arg(QLocale().toString(quint64(report.missed.size()))),
                        tr("A consumer with this cursor never saw what became visible after the "
                           "cursor was past it. %1")
                            .arg(read));
    } else if (!report.maybeMissed.empty()) {
        notice->setKind(Notice::Kind::Warning);
        notice->setText(
            tr("%1 may have been missed.").arg(counted(report.maybeMissed.size())),
            tr("It has the very moment of the cursor’s own event, and only the server knows which "
               "of them comes first. %1")
                .arg(read));
    } else if (report.sinceSet.isEmpty() && report.sinceStart.empty()) {
        notice->setKind(Notice::Kind::Info);
        notice->setText(tr("Whether something was missed cannot be told."), read);
    } else {
        const bool isWhole = report.untold.empty() && report.sinceStart.empty()
                             && !report.readError;
        notice->setKind(isWhole ? Notice::Kind::Ok : Notice::Kind::Info);
        notice->setText(isWhole ? tr("Nothing was missed.")
                                : tr("Nothing was missed as far as can be told."),
                        read);
    }
}

void AuditResult::addUntold(const AuditReport &report)
{
    QStringList lines;
    for (const TimeRange &range : report.sinceStart) {
        lines.append(
            tr("%1: what came before this audit began is not told, because it is not known "
               "what had been read when the cursor was set.")
                .arg(span(range)));
    }
    for (const TimeRange &range : report.untold) {
        lines.append(
            tr("%1: nothing can be told, because it had not been read before.").arg(span(range)));
    }
    if (!lines.isEmpty()) {
        auto *text = smallText(lines.join(u'\n'), this);
        text->setObjectName(u"untold"_s);
        m_notices->addWidget(text);
    }
}

void AuditResult::listEvents(const AuditReport &report)
{
    m_events->removeRows(0, m_events->rowCount());
    for (const MissedEvent &event : report.missed) {
        addEvent(event, false);
    }
    for (const MissedEvent &event : report.maybeMissed) {
        addEvent(event, true);
    }
    const int rows = std::clamp(m_events->rowCount(), 1, kMostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * scaledPx(kRow)
                            + 2);
    m_list->setVisible(m_events->rowCount() > 0);
    if (m_events->rowCount() > 0) {
        m_table->selectRow(0);
    }
}

void AuditResult::addEvent(const MissedEvent &event, bool isMaybe)
{
    const QString name = m_context.organizationName ? m_context.organizationName(event.organization)
                                                    : QString();
    const QString organization = name.isEmpty() ? event.organization.toString() : name;
    const QString late = tr("at least %1 later").arg(durationText(event.lateAtLeast));
    QList<QStandardItem *> row{new QStandardItem(
                                   momentText(event.createdAt, m_context.zone, m_context.now)),
                               new QStandardItem(QString::fromUtf8(event.type)),
                               new QStandardItem(organization),
                               new QStandardItem(isMaybe ? tr("maybe missed") : late)};
    for (QStandardItem *item : std::as_const(row)) {
        item->setFont(uiFont(12));
        item->setToolTip(tr("%1, %2").arg(event.id.toString(), item->text()));
    }
    row.first()->setData(event.id.toString().toUtf8(), kIdRole);
    m_events->appendRow(row);
}

} // namespace playhead
