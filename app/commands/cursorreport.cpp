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

QString isoText(Instant instant)
{
    return QString::fromLatin1(isoUtcMs(instant));
}

} // namespace

QString placeText(const CursorPosition &position)
{
    const QString time = isoText(positionTime(position));
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
    return Line::tr("%1 days").arg(std::chrono::floor<std::chrono::days>(left).count());
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
    object.insert(u"days_left"_s,
                  qint64(std::chrono::floor<std::chrono::days>(untilLost(cursor.position, horizon))
                             .count()));
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
