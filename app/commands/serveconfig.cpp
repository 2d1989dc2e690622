// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/serveconfig.h"

#include "model/server/serveplanfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ServeConfig)
};

// So that a capture that is named by mistake is not read to its end.
constexpr qint64 kMostBytes = 1024 * 1024;

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QByteArray content = isOpen ? file.read(kMostBytes + 1) : QByteArray();
    if (!isOpen || file.error() != QFileDevice::NoError) {
        return failure(ErrorCode::Unreadable,
                       Text::tr("The configuration %1 cannot be read (%2). Name another file "
                                "behind --config.")
                           .arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    return content;
}

} // namespace

Result<ServePlan> readServeConfig(const QString &path, std::optional<quint64> seed)
{
    const Result<QByteArray> content = contentOf(path);
    if (!content) {
        return tl::unexpected(content.error());
    }
    if (content->size() > kMostBytes) {
        return failure(ErrorCode::WrongUsage,
                       Text::tr("%1 is larger than 1 MiB, so it is no configuration. A capture is "
                                "named by --data.")
                           .arg(QDir::toNativeSeparators(path)));
    }
    Result<ServePlan> plan = readServePlan(*content, seed);
    if (!plan) {
        return failure(plan.error().code,
                       Text::tr("The configuration %1 cannot be used. %2")
                           .arg(QDir::toNativeSeparators(path), plan.error().message));
    }
    const QDir folder = QFileInfo(path).absoluteDir();
    for (QString &capture : plan->captures) {
        capture = folder.absoluteFilePath(capture);
    }
    if (!plan->requestLog.isEmpty() && plan->requestLog != u"-"_s) {
        plan->requestLog = folder.absoluteFilePath(plan->requestLog);
    }
    return plan;
}

} // namespace playhead
