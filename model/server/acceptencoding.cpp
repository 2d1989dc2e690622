// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/acceptencoding.h"

#include <QByteArray>
#include <QList>

namespace playhead {

namespace {

/// `q=0`, `q=0.000`; any other parameter, and a weight that is none, leaves the coding accepted.
bool isNoWeight(const QByteArray &parameter)
{
    bool isNumber = false;
    return parameter.startsWith("q=") && parameter.mid(2).toDouble(&isNumber) == 0 && isNumber;
}

} // namespace

bool acceptsGzip(QByteArrayView acceptEncoding)
{
    const QList<QByteArray> codings = acceptEncoding.toByteArray().toLower().split(',');
    for (const QByteArray &coding : codings) {
        const QList<QByteArray> parts = coding.split(';');
        const QByteArray name = parts.constFirst().trimmed();
        if (name == "gzip" || name == "x-gzip") {
            return parts.size() < 2 || !isNoWeight(parts[1].trimmed());
        }
    }
    return false;
}

} // namespace playhead
