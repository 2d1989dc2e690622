// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/optiontable.h"

#include "model/core/nearestword.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace

QString spelledOption(const QString &name)
{
    return (name.size() == 1 ? u"-"_s : u"--"_s) + name;
}

QString suggestion(const QString &given, const QStringList &candidates)
{
    const QString nearest = nearestWord(given, candidates);
    return nearest.isEmpty() ? QString() : CommandLine::tr(" Did you mean %1?").arg(nearest);
}

QString seeHelp(const QString &verb)
{
    return verb.isEmpty() ? CommandLine::tr(" See playhead --help.")
                          : CommandLine::tr(" See playhead %1 --help.").arg(verb);
}

GivenOptions::GivenOptions(QString verb, const QCommandLineParser &parser)
    : m_verb(std::move(verb))
    , m_positional(parser.positionalArguments())
{
    const QStringList names = parser.optionNames();
    for (const QString &name : names) {
        m_values.insert(name, parser.values(name));
    }
}

bool GivenOptions::has(const QString &name) const
{
    return m_values.contains(name);
}

std::optional<QString> GivenOptions::value(const QString &name) const
{
    const auto found = m_values.constFind(name);
    // A switch has no value.
    return found == m_values.cend() || found->isEmpty() ? std::nullopt
                                                        : std::optional(found->constLast());
}

QStringList GivenOptions::values(const QString &name) const
{
    return m_values.value(name);
}

Result<quint64> GivenOptions::number(const QString &name,
                                     quint64 least,
                                     quint64 most,
                                     quint64 fallback) const
{
    const std::optional<QString> text = value(name);
    if (!text) {
        return fallback;
    }
    bool isNumber = false;
    const quint64 number = text->toULongLong(&isNumber);
    if (!isNumber || number < least || number > most) {
        return failure(ErrorCode::WrongUsage,
                       CommandLine::tr("%1 takes a whole number from %2 to %3, not '%4'.%5")
                           .arg(spelledOption(name),
                                QString::number(least),
                                QString::number(most),
                                *text,
                                seeHelp(m_verb)));
    }
    return number;
}

OptionTable::OptionTable(QString verb, QList<OptionRow> rows)
    : m_verb(std::move(verb))
    , m_rows(std::move(rows))
{}

Result<GivenOptions> OptionTable::parse(const QStringList &arguments) const
{
    QCommandLineParser parser;
    QStringList spelled;
    for (const OptionRow &row : m_rows) {
        parser.addOption(QCommandLineOption(row.name, row.text, row.valueName));
        spelled.append(spelledOption(row.name));
    }
    // The parser skips the first word, the program's name.
    if (!parser.parse(QStringList(u"playhead"_s) + arguments)) {
        const QStringList unknown = parser.unknownOptionNames();
        if (unknown.isEmpty()) {
            return failure(ErrorCode::WrongUsage, parser.errorText() + seeHelp(m_verb));
        }
        const QString given = spelledOption(unknown.constFirst());
        const QString message =
            m_verb.isEmpty() ? CommandLine::tr("There is no option %1.").arg(given)
                             : CommandLine::tr("There is no option %1 for %2.").arg(given, m_verb);
        return failure(ErrorCode::WrongUsage,
                       message + suggestion(given, spelled) + seeHelp(m_verb));
    }
    for (const OptionRow &row : m_rows) {
        const QStringList values = parser.values(row.name);
        if (values.size() > 1 && !row.isRepeatable) {
            return failure(ErrorCode::WrongUsage,
                           CommandLine::tr("%1 is given more than once; give it one value.")
                               .arg(spelledOption(row.name)));
        }
        if (values.contains(QString())) {
            return failure(ErrorCode::WrongUsage,
                           CommandLine::tr("%1 needs a value.%2")
                               .arg(spelledOption(row.name), seeHelp(m_verb)));
        }
    }
    return GivenOptions(m_verb, parser);
}

QString OptionTable::help() const
{
    constexpr qsizetype kTextColumn = 26;
    QString lines;
    for (const OptionRow &row : m_rows) {
        QString option = u"  "_s + spelledOption(row.name);
        if (!row.valueName.isEmpty()) {
            option += u' ' + row.valueName;
        }
        lines += option.leftJustified(kTextColumn - 1) + u' ' + row.text + u'\n';
    }
    return lines;
}

} // namespace playhead
