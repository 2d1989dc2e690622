// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/program.h"
#include "tests/support/servedevents.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace playhead {

/// `playhead serve` on any free port, from its ready line on. Killed with this object.
class ServedProgram
{
public:
    explicit ServedProgram(const QStringList &options)
        : m_program(QStringLiteral(PLAYHEAD_PROGRAM),
                    QStringList{QStringLiteral("serve"),
                                QStringLiteral("--port"),
                                QStringLiteral("0")}
                        + options)
    {
        const QJsonObject ready = QJsonDocument::fromJson(m_program.readOutputLine()).object();
        m_url = QUrl(ready.value(QStringLiteral("url")).toString());
        m_events = ready.value(QStringLiteral("events")).toInt(-1);
    }

    Program &program() { return m_program; }
    const QUrl &url() const { return m_url; } ///< Empty when it did not start.
    int events() const { return m_events; } ///< Of the ready line; -1 when it did not start.

    PlainAnswer get(const QString &query = {}) const
    {
        QUrl url(m_url);
        url.setPath(QStringLiteral("/events"));
        url.setQuery(query);
        return plainGet(url, "sk_test_playhead");
    }
    QList<QByteArray> allEvents() const { return allServedEvents(m_url, "sk_test_playhead"); }

    ProgramResult terminate()
    {
        m_program.process().terminate();
        return m_program.finish();
    }

private:
    Program m_program;
    QUrl m_url;
    int m_events = -1;
};

/// One event of a capture, `secondsAgo` before `end`; the number makes its id.
inline QByteArray captureEvent(int number, const QDateTime &end, qint64 secondsAgo)
{
    const QString time = end.addSecs(-secondsAgo).toUTC().toString(Qt::ISODateWithMs);
    return QStringLiteral(
               R"({"object":"event","id":"event_%1","event":"user.created", "data":{"object":"user","id":"user_%1"},"created_at":"%2"})")
        .arg(QStringLiteral("%1").arg(number, 26, 10, QLatin1Char('0')), time)
        .toUtf8();
}

/// Writes the events as lines; false when that cannot be.
inline bool writeCapture(const QString &path, const QList<QByteArray> &events)
{
    QFile file(path);
    const QByteArray lines = events.join('\n') + '\n';
    return file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size();
}

} // namespace playhead
