// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QCommandLineParser>
#include <QList>
#include <QStringList>

#include <optional>

namespace playhead {

/// One option of a verb. Without `valueName` it is a switch.
struct OptionRow
{
    QString name; ///< Without dashes; a single letter is written with one dash.
    QString valueName;
    QString text; ///< For the help; one line.
    bool isRepeatable = false;
};

/// What was given for the options of one verb.
class GivenOptions
{
public:
    GivenOptions() = default; ///< Nothing was given.
    GivenOptions(QString verb, const QCommandLineParser &parser);

    bool has(const QString &name) const;
    /// Empty when the option was not given.
    std::optional<QString> value(const QString &name) const;
    QStringList values(const QString &name) const;
    const QStringList &positional() const { return m_positional; }

    /// A whole number in [least, most], or `fallback` when the option was not given. WrongUsage names the option.
    Result<quint64> number(const QString &name,
                           quint64 least,
                           quint64 most,
                           quint64 fallback) const;
    bool operator==(const GivenOptions &) const = default;

private:
    QString m_verb;
    QHash<QString, QStringList> m_values;
    QStringList m_positional;
};

/// The options of the window or of one verb: reads them, refuses what it does not know, prints its help.
class OptionTable
{
public:
    /// `verb` is empty for the window.
    OptionTable(QString verb, QList<OptionRow> rows);

    /// WrongUsage for an unknown option (with the nearest known one), a missing or unexpected or empty value, and for an
    /// option that is given twice though it holds one value.
    Result<GivenOptions> parse(const QStringList &arguments) const;
    /// The lines of the options, aligned.
    QString help() const;

private:
    QString m_verb;
    QList<OptionRow> m_rows;
};

/// `-o` or `--since`.
QString spelledOption(const QString &name);

/// ` Did you mean fetch?`, or nothing when no candidate is near.
QString suggestion(const QString &given, const QStringList &candidates);

/// ` See playhead fetch --help.`
QString seeHelp(const QString &verb);

} // namespace playhead
