// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/support/serveddemo.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace playhead {

ServedDemo::ServedDemo(const QString &programPath, const QStringList &options)
    : m_server(std::make_unique<Program>(programPath,
                                         QStringList{u"serve"_s, u"--port"_s, u"0"_s} + options))
{
    const QJsonObject ready = QJsonDocument::fromJson(m_server->readOutputLine()).object();
    m_url = QUrl(ready.value(u"url"_s).toString());
}

void ServedDemo::kill()
{
    m_server.reset();
}

QList<QByteArray> linesOf(const QByteArray &text)
{
    QList<QByteArray> lines = text.split('\n');
    if (!lines.takeLast().isEmpty()) {
        return {};
    }
    return lines;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isAnywhereBelow(const QString &folder, const QByteArray &bytes)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (contentOf(files.next()).contains(bytes)) {
            return true;
        }
    }
    return false;
}

} // namespace playhead
