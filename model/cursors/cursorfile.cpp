// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorfile.h"

#include "model/cursors/cursorjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

/// Raised when a file that an older Playhead could not read rightly is written.
constexpr int kFormat = 1;
constexpr auto kFormatKey = "playhead_cursors"_L1;

QString text(const char *sentence)
{
    return QCoreApplication::translate("CursorFile", sentence);
}

tl::unexpected<Error> malformed(const QString &message)
{
    return failure(ErrorCode::Malformed, message);
}

/// `cursors[2] (billing-sync)`: where in the file.
QString whereOf(const QString &list, qsizetype index, const QJsonObject &entry)
{
    const QString where = u"%1[%2]"_s.arg(list, QString::number(index));
    const QString name = entry.value("name"_L1).toString();
    return name.isEmpty() ? where : u"%1 (%2)"_s.arg(where, name);
}

/// Reads one list; what has no meaning goes to `problems`.
template<typename Placed, typename Read>
QList<Placed> entriesOf(const QJsonObject &root,
                        const QString &list,
                        Read read,
                        QStringList &problems)
{
    const QJsonValue value = root.value(list);
    if (!value.isUndefined() && !value.isArray()) {
        problems.append(text("%1 is no list.").arg(list));
    }
    const QJsonArray array = value.toArray();
    QList<Placed> entries;
    QSet<QString> names;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonObject object = array.at(i).toObject();
        const Result<Placed> entry = read(object);
        if (!entry) {
            problems.append(text("%1: %2. It is left out.")
                                .arg(whereOf(list, i, object), entry.error().message));
        } else if (names.contains(entry->name)) {
            problems.append(
                text("%1: the name is there twice. It is left out.").arg(whereOf(list, i, object)));
        } else {
            names.insert(entry->name);
            entries.append(*entry);
        }
    }
    return entries;
}

/// Counts from 1.
qsizetype lineOf(const QByteArray &text, qsizetype offset)
{
    return text.left(offset).count('\n') + 1;
}

} // namespace

QByteArray cursorFileText(const CursorFile &file)
{
    QJsonArray cursors;
    for (const Cursor &cursor : file.cursors) {
        cursors.append(cursorJson(cursor));
    }
    QJsonArray places;
    for (const SavedPlace &place : file.places) {
        places.append(savedPlaceJson(place));
    }
    const QUrl url = file.baseUrl.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery
                                           | QUrl::RemoveFragment);
    const QJsonObject environment{{u"name"_s, file.environment},
                                  {u"base_url"_s, url.toString(QUrl::FullyEncoded)}};
    const QJsonObject root{{QString(kFormatKey), kFormat},
                           {u"environment"_s, environment},
                           {u"exported_at"_s, QString::fromLatin1(isoUtcExact(file.exportedAt))},
                           {u"cursors"_s, cursors},
                           {u"saved_places"_s, places}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

Result<CursorFile> readCursorFile(const QByteArray &content)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(content, &error);
    if (document.isNull()) {
        return malformed(
            text("Line %1 of the file is no JSON: %2. Export the cursors again, or mend it.")
                .arg(QString::number(lineOf(content, error.offset)), error.errorString()));
    }
    const QJsonObject root = document.object();
    const QJsonValue format = root.value(kFormatKey);
    if (!format.isDouble()) {
        return malformed(
            text("This is no file of cursors: it has no %1. Choose one that Playhead exported.")
                .arg(kFormatKey));
    }
    if (format.toInteger() != kFormat) {
        return malformed(text("This file of cursors has format %1, and this Playhead knows %2. "
                              "Update Playhead, then import it.")
                             .arg(QString::number(format.toInteger()), QString::number(kFormat)));
    }
    const QJsonObject environment = root.value("environment"_L1).toObject();
    CursorFile file;
    file.environment = environment.value("name"_L1).toString();
    file.baseUrl = QUrl(environment.value("base_url"_L1).toString());
    file.exportedAt =
        tryParseIsoInstant(root.value("exported_at"_L1).toString().toUtf8()).value_or(Instant{});
    file.cursors = entriesOf<Cursor>(root, u"cursors"_s, cursorOfJson, file.problems);
    file.places = entriesOf<SavedPlace>(root, u"saved_places"_s, savedPlaceOfJson, file.problems);
    return file;
}

} // namespace playhead
