// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/bench/benchwindow.h"

#include "app/datafolder.h"
#include "model/environments/environmentstore.h"
#include "tests/bench/benchgenerator.h"
#include "tests/bench/benchreport.h"
#include "ui/mainwindow/fetchchoice.h"
#include "ui/shared/settings.h"

#include <QDir>
#include <QFile>

namespace playhead::bench {

using namespace Qt::StringLiterals;

QString WindowFolder::storeFolder() const
{
    return u"%1/events/env-%2"_s.arg(path, QString::number(environment));
}

WindowFolder makeWindowFolder(const QString &path, quint32 demoEvents)
{
    require(QDir().mkpath(path + u"/events"_s), "making a data folder");
    Result<Database> database = Database::open(databasePath(path));
    require(database.has_value(), "making a database");
    Result<EnvironmentStore> store = EnvironmentStore::open(*database);
    Environment environment;
    environment.name = demoEvents > 0 ? u"Demo"_s : u"Bench"_s;
    environment.keySource = demoEvents > 0 ? KeySource::Demo : KeySource::Memory;
    if (demoEvents > 0) {
        environment.demoEndUs = toUs(kMadeEnd);
        environment.demoEvents = demoEvents;
    } else {
        environment.baseUrl = QUrl(u"https://127.0.0.1:9"_s); // nobody is asked: it has no key
    }
    require(store.has_value(), "making an environment");
    const Result<Environment> saved = store->save(environment);
    require(saved.has_value(), "making an environment");
    return {path, saved->id};
}

void keepSettingsIn(const QString &folder)
{
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder));
}

void setUpWindow(qint64 environment)
{
    FetchChoice choice;
    choice.preset = RangePreset::Custom;
    choice.custom = {kMadeEnd - kMadeDays - std::chrono::hours(1), kMadeEnd};
    settings().setLastEnvironment(environment);
    settings().setFetchChoice(environment, saveChoice(choice));
}

} // namespace playhead::bench
