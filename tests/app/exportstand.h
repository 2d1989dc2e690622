// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/environmentstore.h"
#include "tests/support/program.h"
#include "tests/support/serveddemo.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <functional>

namespace playhead {

/// The demo environment in a data folder, as `playhead fetch` stored it, and its events as a plain reader sees them.
class ExportStand
{
public:
    struct Event
    {
        QByteArray raw;
        QJsonObject json;

        QString type() const { return text("event"); }
        QString id() const { return text("id"); }
        QString at() const { return text("created_at"); }
        QJsonObject data() const { return json.value(QLatin1String("data")).toObject(); }
        QString datum(const char *key) const { return data().value(QLatin1String(key)).toString(); }

    private:
        QString text(const char *key) const { return json.value(QLatin1String(key)).toString(); }
    };
    static constexpr int kEvents = 2000;
    static inline const QString kProgram = QStringLiteral(PLAYHEAD_PROGRAM);

    /// Fetches; false when anything went wrong.
    bool prepare()
    {
        m_demo.name = QStringLiteral("Demo");
        m_demo.keySource = KeySource::Demo;
        m_demo.demoEvents = kEvents;
        m_demo.demoEndUs = toUs(*parseIsoInstant("2026-11-22T12:00:00Z"));
        {
            Result<Database> database = Database::open(databasePath());
            Result<EnvironmentStore> store = EnvironmentStore::open(*database);
            m_demo = store->save(m_demo).value_or(Environment());
        }
        const ProgramResult fetched = runProgram(kProgram,
                                                 {QStringLiteral("fetch"),
                                                  QStringLiteral("--data-dir"),
                                                  dataFolder(),
                                                  QStringLiteral("--env"),
                                                  QStringLiteral("Demo"),
                                                  QStringLiteral("-o"),
                                                  capture()});
        m_lines = linesOf(contentOf(capture()));
        for (const QByteArray &line : std::as_const(m_lines)) {
            m_events.append({line, QJsonDocument::fromJson(line).object()});
        }
        return fetched.exitCode == 0 && m_events.size() == kEvents;
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString dataFolder() const { return path(QStringLiteral("data")); }
    QString databasePath() const { return dataFolder() + QStringLiteral("/playhead.sqlite"); }
    QString capture() const { return path(QStringLiteral("capture.ndjson")); } ///< All events.
    const Environment &demo() const { return m_demo; }
    const QList<QByteArray> &lines() const { return m_lines; } ///< In stream order.
    const QList<Event> &events() const { return m_events; }

    ProgramResult run(const QStringList &options) const
    {
        return runProgram(kProgram,
                          QStringList{QStringLiteral("--data-dir"),
                                      dataFolder(),
                                      QStringLiteral("export")}
                              + options);
    }
    /// Standard output's lines; an exit code or a word on standard error fails the test.
    QList<QByteArray> exported(const QStringList &options) const
    {
        const ProgramResult result = run(options);
        if (result.exitCode != 0 || !result.error.isEmpty()) {
            qCritical("exit code %d: %s", result.exitCode, result.error.constData());
        }
        return result.output.isEmpty() ? QList<QByteArray>() : linesOf(result.output);
    }
    QList<QByteArray> kept(const std::function<bool(const Event &)> &keeps) const
    {
        QList<QByteArray> found;
        for (const Event &event : m_events) {
            if (keeps(event)) {
                found.append(event.raw);
            }
        }
        return found;
    }

private:
    QTemporaryDir m_folder;
    Environment m_demo;
    QList<QByteArray> m_lines;
    QList<Event> m_events;
};

} // namespace playhead
