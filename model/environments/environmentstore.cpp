// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/environments/environmentstore.h"

#include "model/environments/baseurl.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <array>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

// AUTOINCREMENT: folders and cursors are known by the id, so a removed one may not come again.
constexpr std::array kSteps{
    "CREATE TABLE environments ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " name TEXT NOT NULL UNIQUE,"
    " base_url TEXT NOT NULL,"
    " key_source TEXT NOT NULL,"
    " colour TEXT NOT NULL,"
    " is_production INTEGER NOT NULL,"
    " demo_end_us INTEGER NOT NULL,"
    " demo_seed INTEGER NOT NULL,"
    " demo_events INTEGER NOT NULL,"
    " origin_url TEXT,"
    " origin_key BLOB);"
    "CREATE UNIQUE INDEX one_demo ON environments (key_source) WHERE key_source = 'demo';"
    "CREATE TABLE environment_salt (id INTEGER PRIMARY KEY CHECK (id = 1), salt BLOB NOT NULL);",
    "CREATE TABLE organization_aliases ("
    " environment_id INTEGER NOT NULL REFERENCES environments (id) ON DELETE CASCADE,"
    " organization_id TEXT NOT NULL,"
    " alias TEXT NOT NULL,"
    " PRIMARY KEY (environment_id, organization_id)) WITHOUT ROWID;",
    "ALTER TABLE environments ADD COLUMN capture_size INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE environments ADD COLUMN capture_sample INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE environments ADD COLUMN is_listed INTEGER NOT NULL DEFAULT 1;"};

constexpr auto kColumns =
    "SELECT id, name, base_url, key_source, colour, is_production, demo_end_us, demo_seed, demo_events, capture_size,"
    " capture_sample, is_listed FROM environments ";

constexpr std::array kKeySources{std::pair{KeySource::Variable, "variable"_L1},
                                 std::pair{KeySource::Memory, "memory"_L1},
                                 std::pair{KeySource::Demo, "demo"_L1},
                                 std::pair{KeySource::Capture, "capture"_L1}};
constexpr std::array kColours{std::pair{EnvironmentColour::Green, "green"_L1},
                              std::pair{EnvironmentColour::Blue, "blue"_L1},
                              std::pair{EnvironmentColour::Purple, "purple"_L1},
                              std::pair{EnvironmentColour::Amber, "amber"_L1},
                              std::pair{EnvironmentColour::Red, "red"_L1}};

template<typename Value, size_t n>
QString wordOf(const std::array<std::pair<Value, QLatin1StringView>, n> &words, Value value)
{
    for (const auto &[known, word] : words) {
        if (known == value) {
            return word;
        }
    }
    return {};
}

/// A word that is not known becomes `fallback`.
template<typename Value, size_t n>
Value valueOf(const std::array<std::pair<Value, QLatin1StringView>, n> &words,
              const QString &word,
              Value fallback)
{
    for (const auto &[value, known] : words) {
        if (known == word) {
            return value;
        }
    }
    return fallback;
}

QString text(const char *sentence)
{
    return QCoreApplication::translate("EnvironmentStore", sentence);
}

Environment read(const Statement &row)
{
    Environment environment;
    environment.id = row.integer(0);
    environment.name = row.text(1);
    environment.baseUrl = QUrl(row.text(2));
    environment.keySource = valueOf(kKeySources, row.text(3), KeySource::Memory);
    environment.colour = valueOf(kColours, row.text(4), EnvironmentColour::Green);
    environment.isProduction = row.integer(5) != 0;
    environment.demoEndUs = row.integer(6);
    environment.demoSeed = static_cast<quint64>(row.integer(7));
    environment.demoEvents = static_cast<quint32>(row.integer(8));
    environment.captureSize = row.integer(9);
    environment.captureSample = static_cast<quint64>(row.integer(10));
    environment.isListed = row.integer(11) != 0;
    return environment;
}

Result<QList<Environment>> readAll(Result<Statement> statement)
{
    if (!statement) {
        return tl::unexpected<Error>(statement.error());
    }
    QList<Environment> found;
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row) {
            return tl::unexpected<Error>(row.error());
        }
        if (!*row) {
            return found;
        }
        found.append(read(*statement));
    }
}

Result<Environment> firstOf(const Result<QList<Environment>> &found, const QString &notFound)
{
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    if (found->isEmpty()) {
        return failure(ErrorCode::NotFound, notFound);
    }
    return found->first();
}

/// With the name trimmed and the URL in one spelling.
Result<Environment> checked(Environment environment)
{
    environment.name = environment.name.trimmed();
    if (environment.name.isEmpty()) {
        return failure(ErrorCode::WrongUsage, text("The environment has no name. Give it one."));
    }
    if (environment.isDemo()) {
        environment.baseUrl.clear(); // its server gets another port at each start
        return environment;
    }
    if (environment.isCapture()) {
        return environment;
    }
    const Result<QUrl> url = parseBaseUrl(environment.baseUrl.toString());
    if (!url) {
        return tl::unexpected<Error>(url.error());
    }
    environment.baseUrl = *url;
    return environment;
}

} // namespace

EnvironmentStore::EnvironmentStore(Database &database)
    : m_database(&database)
{}

Result<EnvironmentStore> EnvironmentStore::open(Database &database)
{
    if (Status migrated = database.migrate(u"environments"_s, kSteps); !migrated) {
        return tl::unexpected<Error>(migrated.error());
    }
    return EnvironmentStore(database);
}

Result<QList<Environment>> EnvironmentStore::environments()
{
    static const QByteArray sql = QByteArray(kColumns)
                                  + "ORDER BY key_source <> 'demo', key_source = 'capture',"
                                    " name COLLATE NOCASE, name";
    return readAll(m_database->prepare(sql.constData()));
}

Result<Environment> EnvironmentStore::environment(qint64 id)
{
    static const QByteArray sql = QByteArray(kColumns) + "WHERE id = ?1";
    auto statement = m_database->prepare(sql.constData());
    if (statement) {
        statement->bind(1, id);
    }
    return firstOf(readAll(std::move(statement)),
                   text("The environment does not exist any more. Choose another one."));
}

Result<Environment> EnvironmentStore::environment(const QString &name)
{
    static const QByteArray sql = QByteArray(kColumns) + "WHERE name = ?1";
    auto statement = m_database->prepare(sql.constData());
    if (statement) {
        statement->bind(1, name.trimmed());
    }
    return firstOf(
        readAll(std::move(statement)),
        text("There is no environment named %1. Check the name, or make it in the window.")
            .arg(name));
}

Result<Environment> EnvironmentStore::save(const Environment &environment)
{
    Result<Environment> stored = checked(environment);
    if (!stored) {
        return stored;
    }
    // The origin columns stay as they are: only a person's word changes them.
    auto statement = m_database->prepare(
        environment.id == 0
            ? "INSERT INTO environments (name, base_url, key_source, colour, is_production, demo_end_us, demo_seed,"
              " demo_events, capture_size, capture_sample, is_listed)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
            : "UPDATE environments SET name = ?1, base_url = ?2, key_source = ?3, colour = ?4, is_production = ?5,"
              " demo_end_us = ?6, demo_seed = ?7, demo_events = ?8, capture_size = ?9, capture_sample = ?10,"
              " is_listed = ?11 WHERE id = ?12");
    if (!statement) {
        return tl::unexpected<Error>(statement.error());
    }
    statement->bind(1, stored->name).bind(2, stored->baseUrl.toString(QUrl::FullyEncoded));
    statement->bind(3, wordOf(kKeySources, stored->keySource))
        .bind(4, wordOf(kColours, stored->colour));
    statement->bind(5, qint64(stored->isProduction)).bind(6, stored->demoEndUs);
    statement->bind(7, static_cast<qint64>(stored->demoSeed)).bind(8, qint64(stored->demoEvents));
    statement->bind(9, stored->captureSize)
        .bind(10, static_cast<qint64>(stored->captureSample))
        .bind(11, qint64(stored->isListed));
    if (environment.id != 0) {
        statement->bind(12, environment.id);
    }
    const Status done = statement->run();
    if (!done) {
        return done.error().code != ErrorCode::AlreadyExists ? tl::unexpected<Error>(done.error())
                                                             : taken(*stored);
    }
    if (environment.id == 0) {
        stored->id = m_database->lastInsertedId();
    } else if (m_database->changedRows() == 0) {
        return failure(ErrorCode::NotFound,
                       text("The environment %1 was removed meanwhile. Make it anew to keep it.")
                           .arg(stored->name));
    }
    return stored;
}

tl::unexpected<Error> EnvironmentStore::taken(const Environment &environment)
{
    const Result<Environment> other = this->environment(environment.name);
    if (environment.isDemo() && !(other && other->id != environment.id)) {
        return failure(ErrorCode::AlreadyExists,
                       text("There is a demo environment already. Choose it from the list."));
    }
    return failure(ErrorCode::AlreadyExists,
                   text("The name %1 is taken by another environment. Choose another name.")
                       .arg(environment.name));
}

Status EnvironmentStore::remove(qint64 id)
{
    auto statement = m_database->prepare("DELETE FROM environments WHERE id = ?1");
    return statement ? statement->bind(1, id).run()
                     : Status(tl::unexpected<Error>(statement.error()));
}

Result<QByteArray> EnvironmentStore::salt()
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->generate(random.begin(), random.end());
    const QByteArray fresh(reinterpret_cast<const char *>(random.data()), sizeof(random));
    // Of two processes that start together, the second keeps the first one's salt.
    auto insert = m_database->prepare(
        "INSERT OR IGNORE INTO environment_salt (id, salt) VALUES (1, ?1)");
    auto select = m_database->prepare("SELECT salt FROM environment_salt");
    if (!insert || !select) {
        return tl::unexpected<Error>(insert ? select.error() : insert.error());
    }
    Result<bool> row = select->step();
    if (row && !*row) {
        if (Status inserted = insert->bind(1, fresh).run(); !inserted) {
            return tl::unexpected<Error>(inserted.error());
        }
        select->reset();
        row = select->step();
    }
    if (!row) {
        return tl::unexpected<Error>(row.error());
    }
    return select->blob(0);
}

Result<bool> EnvironmentStore::isOtherOrigin(const Environment &environment, const QByteArray &key)
{
    if (environment.isDemo() || environment.isCapture()) {
        return false;
    }
    const Result<QByteArray> ownSalt = salt();
    auto select = m_database->prepare(
        "SELECT origin_url, origin_key FROM environments WHERE id = ?1");
    if (!ownSalt || !select) {
        return tl::unexpected<Error>(ownSalt ? select.error() : ownSalt.error());
    }
    const Result<bool> row = select->bind(1, environment.id).step();
    if (!row) {
        return tl::unexpected<Error>(row.error());
    }
    if (!*row || select->isNull(0)) {
        return false;
    }
    return select->text(0) != environment.baseUrl.toString(QUrl::FullyEncoded)
           || select->blob(1) != keyFingerprint(key, *ownSalt);
}

Status EnvironmentStore::setOrigin(const Environment &environment, const QByteArray &key)
{
    const Result<QByteArray> ownSalt = salt();
    auto update = m_database->prepare(
        "UPDATE environments SET origin_url = ?2, origin_key = ?3 WHERE id = ?1");
    if (!ownSalt || !update) {
        return tl::unexpected<Error>(ownSalt ? update.error() : ownSalt.error());
    }
    update->bind(1, environment.id).bind(2, environment.baseUrl.toString(QUrl::FullyEncoded));
    return update->bind(3, keyFingerprint(key, *ownSalt)).run();
}

} // namespace playhead
