// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/requestlogmodel.h"

#include "ui/capture/servewords.h"
#include "ui/shared/requestwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QThread>
#include <QTimeZone>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

/// `after …V83QT` of `after=event_…V83QT`; of both cursors `after …V83QT, before …9Q3TC`.
QString cursorText(const QByteArray &cursors)
{
    QStringList texts;
    const QList<QByteArray> parts = cursors.split('&');
    for (const QByteArray &cursor : parts) {
        if (const qsizetype equals = cursor.indexOf('='); equals >= 0) {
            texts += u"%1 %2"_s.arg(QString::fromUtf8(cursor.left(equals)),
                                    idTailText(cursor.mid(equals + 1)));
        }
    }
    return texts.join(u", "_s);
}

QString timeText(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(toUs(at) / 1000, QTimeZone::utc())
        .toString(u"HH:mm:ss.zzz'Z'"_s);
}

} // namespace

bool RequestLogModel::isNumber(Column column)
{
    return column == Column::Number || column == Column::Events || column == Column::Bytes
           || column == Column::Milliseconds;
}

void RequestLogModel::append(std::vector<ServedRequest> requests)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (requests.size() > size_t(kKept)) {
        requests.erase(requests.begin(), requests.end() - kKept);
    }
    if (requests.empty()) {
        return;
    }
    // They come as their answers end, which on several connections is not the order in which they arrived.
    std::sort(requests.begin(),
              requests.end(),
              [](const ServedRequest &one, const ServedRequest &other) {
                  return one.number < other.number;
              });
    const int added = int(requests.size());
    const int gone = std::max(0, rowCount() + added - kKept);
    if (gone > 0) {
        beginRemoveRows({}, 0, gone - 1);
        m_requests.erase(m_requests.begin(), m_requests.begin() + gone);
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount() + added - 1);
    std::move(requests.begin(), requests.end(), std::back_inserter(m_requests));
    endInsertRows();
}

void RequestLogModel::clear()
{
    beginResetModel();
    m_requests.clear();
    endResetModel();
}

int RequestLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_requests.size());
}

QString RequestLogModel::text(const ServedRequest &request, Column column)
{
    const QLocale locale;
    switch (column) {
    case Column::Number:
        return locale.toString(request.number);
    case Column::Time:
        return timeText(request.at);
    case Column::Method:
        return QString::fromUtf8(request.method);
    case Column::Asked:
        return askedText(request.target);
    case Column::Cursor:
        return cursorText(request.cursor);
    case Column::Code:
        return statusText(request);
    case Column::Events:
        return request.events < 0 ? QString() : locale.toString(request.events);
    case Column::Next:
        return request.events < 0        ? QString()
               : request.after.isEmpty() ? tr("end")
                                         : idTailText(request.after);
    case Column::Bytes:
        return locale.toString(request.bytes);
    case Column::Milliseconds:
        return locale.toString(double(request.microseconds) / 1000, 'f', 2);
    case Column::Fault:
        return QString::fromUtf8(request.faults);
    case Column::Client:
        return QString::fromUtf8(request.client);
    }
    return {};
}

QString RequestLogModel::toolTip(const ServedRequest &request, Column column)
{
    switch (column) {
    case Column::Time:
        return QString::fromUtf8(isoUtcMs(request.at));
    case Column::Asked:
        return QString::fromUtf8(request.target);
    case Column::Cursor:
        return QString::fromUtf8(request.cursor);
    case Column::Code:
        return QString::fromUtf8(request.message);
    case Column::Next:
        return QString::fromUtf8(request.after);
    case Column::Fault:
    case Column::Client:
        return text(request, column);
    default:
        return {};
    }
}

QString RequestLogModel::cellSpoken(int row, int column) const
{
    const QString text = cellText(row, column);
    return Column(column) == Column::Code && isRefused(requestAt(row)) ? tr("%1, refused").arg(text)
                                                                       : text;
}

QVariant RequestLogModel::factAt(int row, int role) const
{
    switch (role) {
    case RefusedRole:
        return isRefused(requestAt(row));
    case FaultyRole:
        return !requestAt(row).faults.isEmpty();
    default:
        return {};
    }
}

QString RequestLogModel::title(int column) const
{
    static constexpr const char *kTitles[] = {QT_TR_NOOP("#"),
                                              QT_TR_NOOP("Server time"),
                                              QT_TR_NOOP("Method"),
                                              QT_TR_NOOP("Asked"),
                                              QT_TR_NOOP("Cursor"),
                                              QT_TR_NOOP("Status"),
                                              QT_TR_NOOP("Fault"),
                                              QT_TR_NOOP("Events"),
                                              QT_TR_NOOP("Next"),
                                              QT_TR_NOOP("Bytes"),
                                              QT_TR_NOOP("ms"),
                                              QT_TR_NOOP("Client")};
    static_assert(std::size(kTitles) == kColumnCount);
    return tr(kTitles[column]);
}

QString rowText(const ServedRequest &request)
{
    QStringList cells;
    for (int column = 0; column < RequestLogModel::kColumnCount; ++column) {
        cells << RequestLogModel::text(request, RequestLogModel::Column(column));
    }
    return cells.join(u'\t');
}

} // namespace playhead
