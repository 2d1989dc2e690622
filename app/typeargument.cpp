// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/typeargument.h"

#include "model/events/typecatalogue.h"

#include <algorithm>

namespace playhead {

Result<QList<QByteArray>> parseTypeArguments(const QStringList &values,
                                             const TypeCatalogue &catalogue)
{
    QList<QByteArray> types;
    for (const QString &value : values) {
        const QStringList patterns = value.split(u',');
        for (const QString &pattern : patterns) {
            const auto names = catalogue.expand(pattern.trimmed().toUtf8());
            if (!names) {
                return failure(ErrorCode::WrongUsage, names.error().message);
            }
            types.append(QList<QByteArray>(names->begin(), names->end()));
        }
    }
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
    return types;
}

} // namespace playhead
