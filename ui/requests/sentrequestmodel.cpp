// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/requests/sentrequestmodel.h"

#include "ui/requests/sentrequestwords.h"
#include "ui/shared/requestwords.h"
#include "ui/shared/timetext.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

QString clockText(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toUs(at) / 1000, zone).toString(u"HH:mm:ss.zzz"_s);
}

} // namespace

SentRequestModel::SentRequestModel(RequestLog &log, QObject *parent)
    : LogModel(kColumnCount, parent)
    , m_log(log)
{
    connect(&m_log, &RequestLog::grew, this, &SentRequestModel::take);
    connect(&m_log, &RequestLog::cleared, this, &SentRequestModel::start);
    start();
}

bool SentRequestModel::isNumber(Column column)
{
    return column == Column::Number || column == Column::Try || column == Column::Events
           || column == Column::Bytes || column == Column::Milliseconds;
}

void SentRequestModel::setProblemsOnly(bool isOn)
{
    m_isProblemsOnly = isOn;
    start();
}

void SentRequestModel::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    emit headerDataChanged(Qt::Horizontal, int(Column::Time), int(Column::Time));
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1), {Qt::DisplayRole});
    }
}

int SentRequestModel::rowOf(quint64 number) const
{
    const auto at = std::lower_bound(m_shown.begin(),
                                     m_shown.end(),
                                     number,
                                     [](const LoggedRequestPtr &one, quint64 wanted) {
                                         return one->number < wanted;
                                     });
    return at != m_shown.end() && (*at)->number == number ? int(at - m_shown.begin()) : -1;
}

std::vector<LoggedRequestPtr> SentRequestModel::newOnes()
{
    std::vector<LoggedRequestPtr> added = m_log.following(m_place);
    if (m_isProblemsOnly) {
        std::erase_if(added, [](const LoggedRequestPtr &one) { return !isProblem(one->record); });
    }
    return added;
}

void SentRequestModel::start()
{
    beginResetModel();
    m_place = 0;
    const std::vector<LoggedRequestPtr> all = newOnes();
    m_shown.assign(all.begin(), all.end());
    endResetModel();
}

void SentRequestModel::take()
{
    const std::vector<LoggedRequestPtr> added = newOnes();
    dropGone();
    if (!added.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + int(added.size()) - 1);
        m_shown.insert(m_shown.end(), added.begin(), added.end());
        endInsertRows();
    }
}

/// What the log keeps no longer.
void SentRequestModel::dropGone()
{
    const quint64 gone = m_log.count() - std::min<quint64>(m_log.count(), RequestLog::kKept);
    const auto firstKept = std::find_if(m_shown.begin(),
                                        m_shown.end(),
                                        [gone](const LoggedRequestPtr &one) {
                                            return one->number > gone;
                                        });
    if (firstKept != m_shown.begin()) {
        beginRemoveRows({}, 0, int(firstKept - m_shown.begin()) - 1);
        m_shown.erase(m_shown.begin(), firstKept);
        endRemoveRows();
    }
}

int SentRequestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QString SentRequestModel::text(const LoggedRequest &request, Column column) const
{
    const QLocale locale;
    const RequestRecord &record = request.record;
    // A page may have come and still not be usable: one that was there before.
    const bool hasPage = record.facts.status == 200
                         && (record.error.message.isEmpty() || record.events > 0
                             || !record.next.isEmpty());
    switch (column) {
    case Column::Number:
        return locale.toString(request.number);
    case Column::Time:
        return clockText(record.sentAt, m_zone);
    case Column::Asked:
        return sentText(record, m_zone);
    case Column::Cursor:
        return idTailText(record.request.after.value);
    case Column::Code:
        return sentStatusText(record);
    case Column::Try:
        return locale.toString(record.tryNumber);
    case Column::Events:
        return hasPage ? locale.toString(record.events) : QString();
    case Column::Next:
        return !hasPage                ? QString()
               : record.next.isEmpty() ? tr("end")
                                       : idTailText(record.next.value);
    case Column::Bytes:
        return locale.toString(record.facts.bodyBytes);
    case Column::Milliseconds:
        return locale.toString(qint64(record.facts.elapsed.count()));
    case Column::Http:
        return httpVersionText(record.facts.httpVersion);
    case Column::RequestId:
        return QString::fromUtf8(record.facts.requestId);
    }
    return {};
}

QString SentRequestModel::rowText(const LoggedRequest &request) const
{
    QStringList cells;
    for (int column = 0; column < kColumnCount; ++column) {
        cells << text(request, Column(column));
    }
    return cells.join(u'\t');
}

QString SentRequestModel::toolTip(const LoggedRequest &request, Column column) const
{
    const RequestRecord &record = request.record;
    switch (column) {
    case Column::Time:
        return fullTimeText(record.sentAt, m_zone);
    case Column::Asked:
        return record.url.toDisplayString();
    case Column::Cursor:
        return record.request.after.toString();
    case Column::Code:
        return (QStringList{record.error.message} + record.notes).join(u'\n').trimmed();
    case Column::Next:
        return record.next.toString();
    case Column::RequestId:
        return text(request, column);
    default:
        return {};
    }
}

QString SentRequestModel::cellSpoken(int row, int column) const
{
    const QString text = cellText(row, column);
    return Column(column) == Column::Code && !requestAt(row).record.notes.isEmpty()
               ? tr("%1, with a note").arg(text)
               : text;
}

QVariant SentRequestModel::factAt(int row, int role) const
{
    switch (role) {
    case FailedRole:
        return !requestAt(row).record.error.message.isEmpty();
    case NotedRole:
        return !requestAt(row).record.notes.isEmpty();
    default:
        return {};
    }
}

QString SentRequestModel::title(int column) const
{
    static constexpr const char *kTitles[] = {QT_TR_NOOP("#"),
                                              QT_TR_NOOP("Sent (%1)"),
                                              QT_TR_NOOP("Asked"),
                                              QT_TR_NOOP("After"),
                                              QT_TR_NOOP("Status"),
                                              QT_TR_NOOP("Try"),
                                              QT_TR_NOOP("Events"),
                                              QT_TR_NOOP("Next"),
                                              QT_TR_NOOP("Bytes"),
                                              QT_TR_NOOP("ms"),
                                              QT_TR_NOOP("HTTP"),
                                              QT_TR_NOOP("X-Request-ID")};
    static_assert(std::size(kTitles) == kColumnCount);
    if (Column(column) == Column::Time) {
        const Instant at = m_shown.empty() ? Instant{} : m_shown.back()->record.sentAt;
        return tr(kTitles[column]).arg(zoneName(m_zone, at));
    }
    return tr(kTitles[column]);
}

} // namespace playhead
