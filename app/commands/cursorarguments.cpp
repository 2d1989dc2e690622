// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/cursorarguments.h"

#include "app/commands/cursorverb.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct CursorCommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CursorCommandLine)
};
using Line = CursorCommandLine;

QString overview()
{
    QString lines = Line::tr(
        "usage: playhead cursor VERB --env NAME [OPTIONS]\n"
        "\n"
        "Lists, makes and moves the cursors of an environment, the demo or a capture. A move is\n"
        "shown and not done without --yes; nothing is ever sent to a consumer.\n"
        "\n");
    for (const CursorVerb &verb : cursorVerbs()) {
        lines += u"  "_s + verb.name.leftJustified(14) + u' ' + verb.text + u'\n';
    }
    return lines
           + Line::tr(
               "\n`playhead cursor VERB --help` lists the options of one.\n"
               "Exit codes: 0 done (or shown), 1 failed, 2 wrong usage, 3 key refused, 130 interrupted.\n");
}

OptionTable tableOf(const CursorVerb &verb)
{
    return OptionTable(
        u"cursor "_s + verb.name,
        verb.options
            + QList<OptionRow>{{u"json"_s,
                                {},
                                Line::tr("one JSON document instead of text"),
                                false},
                               {u"env"_s,
                                u"NAME"_s,
                                Line::tr("whose cursors: an environment or a capture"),
                                false},
                               {u"data-dir"_s,
                                u"DIR"_s,
                                Line::tr("where events, cursors and environments are kept"),
                                false},
                               {u"help"_s, {}, Line::tr("show this text"), false}});
}

QString helpOf(const CursorVerb &verb)
{
    const QString head = u"usage: playhead cursor %1 --env NAME %2\n\n%3\n\n"_s.arg(verb.name,
                                                                                    verb.arguments,
                                                                                    verb.text);
    return head + tableOf(verb).help()
           + (verb.details.isEmpty() ? QString() : u'\n' + verb.details);
}

tl::unexpected<Error> wrong(const QString &message, const QString &verb = {})
{
    return failure(ErrorCode::WrongUsage,
                   message + seeHelp(verb.isEmpty() ? u"cursor"_s : u"cursor "_s + verb));
}

Status checkWords(const CursorVerb &verb, const GivenOptions &given)
{
    const QStringList &words = given.positional();
    if (words.size() < verb.leastNames) {
        return wrong(Line::tr("cursor %1 needs more words: %2.").arg(verb.name, verb.arguments),
                     verb.name);
    }
    if (words.size() > verb.mostNames) {
        return wrong(Line::tr("cursor %1 does not take '%2'.").arg(verb.name, words.last()),
                     verb.name);
    }
    if (!given.has(u"env"_s)) {
        return wrong(Line::tr("Say whose cursors: --env NAME."), verb.name);
    }
    return verb.check ? verb.check(given) : Status();
}

/// Where the sub-verb stands: behind nothing but --data-dir and --env, like the verb itself. -1: there is none.
qsizetype verbPlace(const QStringList &arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (word == u"--data-dir"_s || word == u"--env"_s) {
            ++i;
        } else if (!word.startsWith(u'-')) {
            return i;
        }
    }
    return -1;
}

} // namespace

Result<Command> parseCursorArguments(const QStringList &arguments)
{
    const qsizetype place = verbPlace(arguments);
    if (place < 0) {
        if (arguments.contains(u"--help"_s)) {
            return ShowText{overview()};
        }
        return wrong(Line::tr("Say what to do with cursors, for instance playhead cursor list."));
    }
    QStringList others = arguments;
    const QString name = others.takeAt(place);
    const QList<CursorVerb> &verbs = cursorVerbs();
    const auto verb = std::find_if(verbs.cbegin(), verbs.cend(), [&name](const CursorVerb &known) {
        return known.name == name;
    });
    if (verb == verbs.cend()) {
        QStringList names;
        for (const CursorVerb &known : verbs) {
            names << known.name;
        }
        return wrong(Line::tr("Cursors know no '%1'.").arg(name) + suggestion(name, names));
    }
    const Result<GivenOptions> given = tableOf(*verb).parse(others);
    if (!given) {
        return tl::unexpected(given.error());
    }
    if (given->has(u"help"_s)) {
        return ShowText{helpOf(*verb)};
    }
    if (const Status checked = checkWords(*verb, *given); !checked) {
        return tl::unexpected(checked.error());
    }
    return CursorArguments{verb->name, *given};
}

} // namespace playhead
