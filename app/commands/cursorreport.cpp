// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/cursorreport.h"

#include "model/cursors/cursorage.h"
#include "model/cursors/cursorcoding.h"
#include "model/cursors/cursorjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct CursorCommand
{
    Q_DECLARE_TR_FUNCTIONS(CursorCommand)
};
using Line = CursorCommand;

} // namespace

QString utcText(Instant instant)
{
    return QString::fromLatin1(isoUtcMs(instant));
}

QString placeText(const CursorPosition &position)
{
    const QString time = utcText(positionTime(position));
    if (const auto *after = std::get_if<AfterEvent>(&position)) {
        return u"after %1 %2"_s.arg(after->id.toString(), time);
    }
    return u"from %1"_s.arg(time);
}

QString scopeText(const QList<QByteArray> &types, const OrganizationId &organization)
{
    const QString names = types.isEmpty() ? Line::tr("all types")
                                          : QString::fromUtf8(QByteArrayList(types).join(", "));
    return organization.isEmpty() ? names
                                  : Line::tr("%1 in %2").arg(names, organization.toString());
}

QString lagText(const Lag &lag)
{
    return QString::number(lag.events) + (lag.isExact ? QString() : u"+"_s);
}

QString leftText(const CursorPosition &position, Instant horizon)
{
    if (ageOf(position, horizon) == CursorAge::Lost) {
        return Line::tr("lost");
    }
    const Duration left = untilLost(position, horizon);
    if (left < Duration::zero()) {
        return Line::tr("gone in part");
    }
    const qint64 days = daysLeft(position, horizon);
    return days == 1 ? Line::tr("1 day") : Line::tr("%1 days").arg(days);
}

qint64 daysLeft(const CursorPosition &position, Instant horizon)
{
    return std::chrono::floor<std::chrono::days>(untilLost(position, horizon)).count();
}

QStringList ageNotices(const Cursor &cursor, Instant horizon)
{
    switch (ageOf(cursor.position, horizon)) {
    case CursorAge::Fine:
        return {};
    case CursorAge::Soon:
        if (untilLost(cursor.position, horizon) < Duration::zero()) {
            return {
                Line::tr("%1 starts before the 90 days that WorkOS keeps; what lay before them is "
                         "gone, and the rest is read.")
                    .arg(cursor.name)};
        }
        return {Line::tr(
                    "%1 passes the 90 days that WorkOS keeps in %2. Let its consumer go on before.")
                    .arg(cursor.name, leftText(cursor.position, horizon))};
    case CursorAge::Lost:
        return {Line::tr("%1 is lost: its event is older than the 90 days that WorkOS keeps. "
                         "playhead cursor recover finds a place to go on from.")
                    .arg(cursor.name)};
    }
    return {};
}

QString changeWords(const CursorHistoryEntry &entry)
{
    const QString word = wordOf(entry.change);
    return entry.what == entry.change ? word : word + u' ' + wordOf(entry.what);
}

QByteArray tableText(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size()) {
                widths.append(0);
            }
            if (i + 1 == row.size()) {
                break; // nothing stands to its right
            }
            widths[i] = std::max(widths[i], row.at(i).size());
        }
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            line += row.at(i).leftJustified(widths.at(i) + 2);
        }
        text += line.trimmed() + u'\n';
    }
    return text.toUtf8();
}

QJsonObject countedJson(const Cursor &cursor, const Lag &lag, Instant horizon)
{
    QJsonObject object = cursorJson(cursor);
    object.insert(u"behind"_s, qint64(lag.events));
    object.insert(u"behind_is_exact"_s, lag.isExact);
    object.insert(u"is_lost"_s, ageOf(cursor.position, horizon) == CursorAge::Lost);
    object.insert(u"days_left"_s, daysLeft(cursor.position, horizon));
    return object;
}

QJsonObject entryJson(const CursorHistoryEntry &entry)
{
    QJsonObject object{{u"entry"_s, entry.id},
                       {u"at"_s, QString::fromLatin1(isoUtcExact(entry.at))},
                       {u"cursor"_s, entry.after.name},
                       {u"change"_s, wordOf(entry.change)},
                       {u"how"_s, entry.how},
                       {u"reason"_s, entry.reason},
                       {u"is_gone"_s, entry.isGone},
                       {u"before"_s, cursorJson(entry.before)},
                       {u"after"_s, cursorJson(entry.after)}};
    if (entry.what != entry.change) {
        object.insert(u"what"_s, wordOf(entry.what));
    }
    return object;
}

QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray jsonText(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact) + '\n';
}

CursorReport cursorReport(const Cursor &cursor, const QString &sentence, bool isJson)
{
    if (isJson) {
        return {jsonText(cursorJson(cursor)), {}};
    }
    return {(sentence + u'\n').toUtf8(), {}};
}

} // namespace playhead
