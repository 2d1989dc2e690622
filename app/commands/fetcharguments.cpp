// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/fetcharguments.h"

#include "app/optiontable.h"
#include "app/typeargument.h"
#include "model/api/feedsettings.h"
#include "model/environments/baseurl.h"
#include "model/events/typecatalogue.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct FetchCommandLine
{
    Q_DECLARE_TR_FUNCTIONS(FetchCommandLine)
};
using Line = FetchCommandLine;

OptionTable fetchOptions()
{
    return OptionTable(
        u"fetch"_s,
        {{u"type"_s,
          u"T"_s,
          Line::tr("only these types; repeatable, a,b and dsync.* work too (all types)"),
          true},
         {u"org"_s, u"ID"_s, Line::tr("only this organization (all)"), false},
         {u"since"_s,
          u"T"_s,
          Line::tr("from this time on: ISO 8601, UTC without a zone, or 24h, 7d (90 days ago)"),
          false},
         {u"until"_s, u"T"_s, Line::tr("before this time (now)"), false},
         {u"after"_s,
          u"PLACE"_s,
          Line::tr("behind an event's id, or cursor:NAME with --env; not with --since"),
          false},
         {u"accept-scope"_s,
          {},
          Line::tr("read behind a cursor though --type or --org differ from its own"),
          false},
         {u"limit"_s, u"N"_s, Line::tr("at most N events in all"), false},
         {u"follow"_s,
          {},
          Line::tr("then go on with what is new, until interrupted; not with --until or --limit"),
          false},
         {u"base-url"_s, u"URL"_s, Line::tr("another server (https://api.workos.com)"), false},
         {u"env"_s,
          u"NAME"_s,
          Line::tr("the environment NAME, its URL and its key; not with --base-url"),
          false},
         {u"windows"_s,
          u"N"_s,
          Line::tr("read N parts of the range at once, 1 to %1 (6); with --limit or --after one")
              .arg(kMostWindows),
          false},
         {u"rate"_s,
          u"N"_s,
          Line::tr("at most N requests a second, 0 = no limit (%1; none on this computer)")
              .arg(kUsualRate),
          false},
         {u"o"_s,
          u"FILE"_s,
          Line::tr("write to FILE, by way of FILE.part (standard output)"),
          false},
         {u"json-summary"_s, {}, Line::tr("end standard error with one line of JSON"), false},
         {u"data-dir"_s, u"DIR"_s, Line::tr("keep events, cursors and environments in DIR"), false},
         {u"help"_s, {}, Line::tr("show this text"), false}});
}

QString fetchHelp()
{
    return Line::tr(
               "usage: playhead fetch [OPTIONS]\n"
               "\n"
               "Reads events, oldest first, and writes them one a line, each with the bytes that the server sent.\n"
               "The API key comes from WORKOS_API_KEY, never from an argument. A read that broke off goes on when\n"
               "the same command is given again. With --follow new events are written as soon as they are 10 s\n"
               "old, since older ones may come late until then; SIGINT and SIGTERM end that with 130.\n"
               "\n")
           + fetchOptions().help()
           + Line::tr(
               "\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 key refused, 130 interrupted.\n");
}

tl::unexpected<Error> wrong(const QString &message)
{
    return failure(ErrorCode::WrongUsage, message + seeHelp(u"fetch"_s));
}

/// An id goes into a URL and a message: it has no white space and no control character.
bool isIdText(const QString &text)
{
    return !text.isEmpty() && std::none_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control;
    });
}

Status readTypes(const QStringList &values, const TypeCatalogue &catalogue, FetchArguments &fetch)
{
    const Result<QList<QByteArray>> types = parseTypeArguments(values, catalogue);
    if (!types) {
        return wrong(types.error().message);
    }
    fetch.types = *types;
    return {};
}

Status readTime(const GivenOptions &given, const QString &name, std::optional<TimeArgument> &time)
{
    const std::optional<QString> text = given.value(name);
    if (!text) {
        return {};
    }
    const Result<TimeArgument> parsed = parseTimeArgument(spelledOption(name), *text);
    if (!parsed) {
        return wrong(parsed.error().message);
    }
    time = *parsed;
    return {};
}

/// `--after` is an event's id or `cursor:NAME`.
Status readPlace(const GivenOptions &given, FetchArguments &fetch)
{
    const std::optional<QString> place = given.value(u"after"_s);
    if (!place) {
        return {};
    }
    if (given.has(u"since"_s)) {
        return wrong(Line::tr("--after and --since both say where to start; give one of them."));
    }
    const QString prefix = u"cursor:"_s;
    if (!place->startsWith(prefix)) {
        if (!isIdText(*place)) {
            return wrong(
                Line::tr("--after takes an event's id or cursor:NAME, not '%1'.").arg(*place));
        }
        fetch.after = EventId(place->toUtf8());
        return {};
    }
    fetch.afterCursor = place->mid(prefix.size()).trimmed();
    if (fetch.afterCursor.isEmpty()) {
        return wrong(Line::tr("--after cursor: lacks the cursor's name."));
    }
    if (fetch.environment.isEmpty()) {
        return wrong(
            Line::tr("--after cursor:%1 needs --env, because cursors belong to environments.")
                .arg(fetch.afterCursor));
    }
    return {};
}

Status readSource(const GivenOptions &given, FetchArguments &fetch)
{
    fetch.dataFolder = given.value(u"data-dir"_s).value_or(QString());
    fetch.environment = given.value(u"env"_s).value_or(QString());
    const std::optional<QString> url = given.value(u"base-url"_s);
    if (!fetch.environment.isEmpty()) {
        return url ? Status(wrong(
                   Line::tr("--env and --base-url both say where to read; give one of them.")))
                   : Status();
    }
    const Result<QUrl> parsed = parseBaseUrl(url.value_or(u"https://api.workos.com"_s));
    if (!parsed) {
        return wrong(Line::tr("--base-url: %1").arg(parsed.error().message));
    }
    fetch.baseUrl = *parsed;
    return {};
}

/// How many requests there may be at once and in a second.
Status readPace(const GivenOptions &given, FetchArguments &fetch)
{
    const Result<quint64> windows =
        given.number(u"windows"_s, 1, kMostWindows, quint64(fetch.windows));
    if (!windows) {
        return tl::unexpected(windows.error());
    }
    fetch.windows = int(*windows);
    if (given.has(u"rate"_s)) {
        const Result<quint64> rate = given.number(u"rate"_s, 0, kHighestRate, 0);
        if (!rate) {
            return tl::unexpected(rate.error());
        }
        fetch.rate = int(*rate);
    }
    return {};
}

Status readFollowing(const GivenOptions &given, FetchArguments &fetch)
{
    fetch.isFollowing = given.has(u"follow"_s);
    if (fetch.isFollowing && given.has(u"limit"_s)) {
        return wrong(Line::tr(
            "--follow goes on until it is interrupted, so there is no --limit; give one of them."));
    }
    if (fetch.isFollowing && given.has(u"until"_s)) {
        return wrong(Line::tr(
            "--follow reads on without an end, so there is no --until; give one of them."));
    }
    return {};
}

Status readScope(const GivenOptions &given, const TypeCatalogue &catalogue, FetchArguments &fetch)
{
    if (Status read = readTypes(given.values(u"type"_s), catalogue, fetch); !read) {
        return read;
    }
    if (const std::optional<QString> organization = given.value(u"org"_s)) {
        if (!isIdText(*organization)) {
            return wrong(Line::tr("--org takes an organization's id, such as org_01H…, not '%1'.")
                             .arg(*organization));
        }
        fetch.organization = OrganizationId(organization->toUtf8());
    }
    const Result<quint64> limit =
        given.number(u"limit"_s, 1, std::numeric_limits<quint32>::max(), 0);
    if (!limit) {
        return tl::unexpected(limit.error());
    }
    fetch.limit = *limit;
    if (const Status read = readPace(given, fetch); !read) {
        return read;
    }
    if (const Status read = readFollowing(given, fetch); !read) {
        return read;
    }
    if (Status read = readTime(given, u"since"_s, fetch.since); !read) {
        return read;
    }
    return readTime(given, u"until"_s, fetch.until);
}

} // namespace

Result<Command> parseFetchArguments(const QStringList &arguments, const TypeCatalogue &catalogue)
{
    const Result<GivenOptions> given = fetchOptions().parse(arguments);
    if (!given) {
        return tl::unexpected(given.error());
    }
    if (given->has(u"help"_s)) {
        return ShowText{fetchHelp()};
    }
    if (!given->positional().isEmpty()) {
        return wrong(
            Line::tr("fetch takes options only, not '%1'.").arg(given->positional().constFirst()));
    }
    FetchArguments fetch;
    fetch.outputPath = given->value(u"o"_s).value_or(QString());
    fetch.hasJsonSummary = given->has(u"json-summary"_s);
    fetch.acceptsScope = given->has(u"accept-scope"_s);
    for (const Status &read : {readSource(*given, fetch),
                               readScope(*given, catalogue, fetch),
                               readPlace(*given, fetch)}) {
        if (!read) {
            return tl::unexpected(read.error());
        }
    }
    return fetch;
}

} // namespace playhead
