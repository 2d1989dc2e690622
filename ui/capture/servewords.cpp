// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/servewords.h"

#include "model/server/faultplan.h"
#include "model/server/servedrequest.h"
#include "ui/shared/requestwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <QUrlQuery>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ServeWords)
};

/// All spellings of `events`: repeated, with brackets, in one comma list.
bool isTypes(const QString &name)
{
    return name == u"events"_s || name.startsWith(u"events["_s);
}

QString orderText(const QString &order)
{
    return order == u"desc"_s  ? Text::tr("newest first")
           : order == u"asc"_s ? Text::tr("oldest first")
                               : Text::tr("order %1").arg(order);
}

/// One parameter beside types and cursor.
QString parameterText(const QString &name, const QString &value)
{
    if (name == u"limit"_s) {
        return Text::tr("limit %1").arg(value);
    }
    if (name == u"order"_s) {
        return orderText(value);
    }
    if (name == u"range_start"_s) {
        return Text::tr("from %1").arg(value);
    }
    if (name == u"range_end"_s) {
        return Text::tr("until %1").arg(value);
    }
    if (name == u"organization_id"_s) {
        return value;
    }
    return u"%1=%2"_s.arg(name, value);
}

} // namespace

QString servedEventsText(quint64 count)
{
    return count == 1 ? Text::tr("1 event") : Text::tr("%1 events").arg(QLocale().toString(count));
}

QString servedSourceText(const QString &label)
{
    return label.isEmpty() ? Text::tr("demo events") : label;
}

QString servedRequestsText(quint64 count, quint64 faultCount)
{
    if (faultCount == 0) {
        return requestCountText(count);
    }
    return count == 1 ? Text::tr("1 request, with a fault")
                      : Text::tr("%1, %2 with a fault")
                            .arg(requestCountText(count), QLocale().toString(faultCount));
}

QString askedText(const QByteArray &target)
{
    const qsizetype mark = target.indexOf('?');
    const QByteArray path = mark < 0 ? target : target.left(mark);
    if (path != "/events") {
        return QString::fromUtf8(target);
    }
    QStringList types;
    QStringList others;
    // A plus is a space, as forms write it; once decoded it could not be told from a real one.
    QByteArray form = mark < 0 ? QByteArray() : target.mid(mark + 1);
    const QUrlQuery query(QString::fromUtf8(form.replace('+', "%20")));
    const QList<std::pair<QString, QString>> items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (isTypes(name)) {
            types << value.split(u',', Qt::SkipEmptyParts);
        } else if (name != u"after"_s && name != u"before"_s) {
            others << parameterText(name, value);
        }
    }
    return (QStringList{typesText(types)} + others).join(u", "_s);
}

QString statusText(const ServedRequest &request)
{
    return request.status == 0 ? Text::tr("no answer") : QString::number(request.status);
}

bool isRefused(const ServedRequest &request)
{
    return request.status == 0 || request.status >= 400;
}

QString faultOptions(const FaultPlan &plan)
{
    QStringList options;
    for (const FaultSetting &setting : plan.settings) {
        options << u"--fault %1"_s.arg(QString::fromUtf8(spelledFault(setting)));
    }
    if (!options.isEmpty()) {
        options << u"--fault-seed %1"_s.arg(plan.seed);
    }
    return options.join(u' ');
}

QString withoutMarks(QString text)
{
    return text.remove(u'`');
}

QString exampleCommand(const QUrl &url, const QByteArray &apiKey)
{
    return u"curl '%1/events?limit=5' -H 'Authorization: Bearer %2'"_s.arg(url.toString(),
                                                                           QString::fromUtf8(
                                                                               apiKey));
}

} // namespace playhead
