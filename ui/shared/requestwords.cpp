// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/requestwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIdTail = 5;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RequestWords)
};

} // namespace

QString typesText(const QStringList &types)
{
    if (types.isEmpty()) {
        return Text::tr("all types");
    }
    if (types.size() == 1) {
        return types.first();
    }
    return Text::tr("%1 +%2").arg(types.first(), QLocale().toString(types.size() - 1));
}

QString idTailText(const QByteArray &id)
{
    return id.size() <= kIdTail ? QString::fromUtf8(id)
                                : u"…"_s + QString::fromUtf8(id.right(kIdTail));
}

QString requestCountText(quint64 count)
{
    return count == 1 ? Text::tr("1 request")
                      : Text::tr("%1 requests").arg(QLocale().toString(count));
}

} // namespace playhead
