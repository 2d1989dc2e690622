// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/sdkcall.h"

#include <QStringDecoder>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

/// A string literal. Whatever could end it, be taken for a part of the language in it, or not be seen is written as an escape
/// that all four languages read alike.
QString literal(SdkLanguage language, const QString &text)
{
    const QChar quote = language == SdkLanguage::JavaScript ? u'\'' : u'"';
    QString written = quote;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        const bool isInterpolation = language == SdkLanguage::Ruby && c == u'#';
        if (c == quote || c == u'\\' || isInterpolation) {
            written += u'\\';
            written += c;
        } else if (unit < 0x80 ? unit < 0x20 || unit == 0x7f : !c.isPrint() && !c.isSurrogate()) {
            written += unit < 0x80 ? u"\\x%1"_s.arg(unit, 2, 16, QLatin1Char('0'))
                                   : u"\\u%1"_s.arg(unit, 4, 16, QLatin1Char('0'));
        } else {
            written += c;
        }
    }
    return written + quote;
}

QString literal(SdkLanguage language, const QByteArray &wire)
{
    // QString::fromUtf8() would drop a byte order mark at the beginning.
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return literal(language, QString(decode(wire)));
}

/// `["a", "b"]` with the language's brackets.
QString list(SdkLanguage language, const QList<QByteArray> &values)
{
    QStringList items;
    for (const QByteArray &value : values) {
        items << literal(language, value);
    }
    const QString inside = items.join(u", "_s);
    return language == SdkLanguage::Go ? u"[]string{%1}"_s.arg(inside) : u'[' + inside + u']';
}

/// One parameter: its name as the SDK spells it, its value as an expression.
using Argument = std::pair<QString, QString>;

QString parameterName(SdkLanguage language, const char *wireName, const char *go)
{
    if (language == SdkLanguage::Go) {
        return QString::fromLatin1(go);
    }
    QString name = QString::fromLatin1(wireName);
    if (language == SdkLanguage::JavaScript) {
        for (qsizetype at = name.indexOf(u'_'); at >= 0; at = name.indexOf(u'_')) {
            name.replace(at, 2, name.at(at + 1).toUpper());
        }
    }
    return name;
}

/// As pageUrl() puts them into the query.
QList<Argument> arguments(SdkLanguage language, const PageRequest &request)
{
    QList<Argument> all;
    const bool isGo = language == SdkLanguage::Go;
    const auto add = [&all,
                      language](const char *wireName, const char *go, const QString &expression) {
        all.append({parameterName(language, wireName, go), expression});
    };
    const auto text = [language, isGo](const QByteArray &value) {
        const QString written = literal(language, value);
        return isGo ? u"workos.String(%1)"_s.arg(written) : written;
    };
    if (!request.types.isEmpty()) {
        add("events", "Events", list(language, request.types));
    }
    if (!request.after.isEmpty()) {
        add("after", "After", text(request.after.value));
    } else if (request.since) {
        add("range_start", "RangeStart", text(isoUtcExact(*request.since)));
    }
    if (request.until) {
        add("range_end", "RangeEnd", text(isoUtcExact(*request.until)));
    }
    if (!request.organization.isEmpty()) {
        add("organization_id", "OrganizationID", text(request.organization.value));
    }
    // The SDKs of Ruby, Python and Go ask for the newest first unless told otherwise.
    const QString order = literal(language,
                                  request.order == PageOrder::NewestFirst ? u"desc"_s : u"asc"_s);
    add("order", "Order", isGo ? u"workos.Ptr(workos.EventsOrder(%1))"_s.arg(order) : order);
    const QString limit = QString::number(request.limit);
    add("limit", "Limit", isGo ? u"workos.Int(%1)"_s.arg(limit) : limit);
    return all;
}

/// The arguments a line each: `indent`, the name, `between`, the value, a comma.
QString argumentLines(const QList<Argument> &all, const QString &indent, const QString &between)
{
    QStringList lines;
    for (const auto &[name, expression] : all) {
        lines << indent + name + between + expression;
    }
    return lines.join(u",\n"_s);
}

/// Without a user name, a query and a slash at its end, as pageUrl() takes it; empty when the SDK asks there by itself.
QUrl otherServer(const QUrl &baseUrl)
{
    QUrl server = baseUrl.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString path = server.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    server.setPath(path);
    return server == QUrl(u"https://api.workos.com"_s) ? QUrl() : server;
}

QString javaScriptCall(const QUrl &server, const PageRequest &request)
{
    constexpr auto kLanguage = SdkLanguage::JavaScript;
    QString options;
    if (!server.isEmpty()) {
        const QString host = server.host();
        options = u", { apiHostname: %1"_s.arg(
            literal(kLanguage, host.contains(u':') ? u'[' + host + u']' : host));
        options += server.port() < 0 ? QString() : u", port: %1"_s.arg(server.port());
        options += server.scheme() == u"http"_s ? u", https: false }"_s : u" }"_s;
    }
    return uR"(import { WorkOS } from '@workos-inc/node';

const workos = new WorkOS(process.env.WORKOS_API_KEY%1);

const page = await workos.events.listEvents({
%2,
});
console.log(page.data, page.listMetadata.after);
)"_s.arg(options, argumentLines(arguments(kLanguage, request), u"  "_s, u": "_s));
}

QString rubyCall(const QUrl &server, const PageRequest &request)
{
    constexpr auto kLanguage = SdkLanguage::Ruby;
    const QString base = server.isEmpty()
                             ? QString()
                             : u", base_url: %1"_s.arg(literal(kLanguage, server.toEncoded()));
    return uR"(require "workos"

client = WorkOS::Client.new(api_key: ENV.fetch("WORKOS_API_KEY")%1)

page = client.events.list_events(
%2
)
puts page.data
)"_s.arg(base, argumentLines(arguments(kLanguage, request), u"  "_s, u": "_s));
}

QString pythonCall(const QUrl &server, const PageRequest &request)
{
    constexpr auto kLanguage = SdkLanguage::Python;
    const QString base = server.isEmpty()
                             ? QString()
                             : u", base_url=%1"_s.arg(literal(kLanguage, server.toEncoded()));
    return uR"(import os

from workos import WorkOSClient

client = WorkOSClient(api_key=os.environ["WORKOS_API_KEY"]%1)

page = client.events.list_events(
%2,
)
print(page.data)
)"_s.arg(base, argumentLines(arguments(kLanguage, request), u"    "_s, u"="_s));
}

QString goCall(const QUrl &server, const PageRequest &request)
{
    constexpr auto kLanguage = SdkLanguage::Go;
    const QString base = server.isEmpty() ? QString()
                                          : u", workos.WithBaseURL(%1)"_s.arg(
                                              literal(kLanguage, server.toEncoded()));
    QList<Argument> fields = arguments(kLanguage, request);
    qsizetype widest = 0;
    for (const Argument &field : fields) {
        widest = std::max(widest, field.first.size());
    }
    for (Argument &field : fields) {
        // As gofmt lays them out.
        field.first = (field.first + u':').leftJustified(widest + 1);
    }
    return uR"(package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/workos/workos-go/v10"
)

func main() {
	client := workos.NewClient(os.Getenv("WORKOS_API_KEY")%1)

	// Goes on to the pages that follow by itself.
	events := client.Events().List(context.Background(), &workos.EventsListParams{
%2,
	})
	for events.Next() {
		fmt.Printf("%+v\n", *events.Current())
	}
	if err := events.Err(); err != nil {
		log.Fatal(err)
	}
}
)"_s.arg(base, argumentLines(fields, u"\t\t"_s, u" "_s));
}

} // namespace

QString sdkLanguageName(SdkLanguage language)
{
    switch (language) {
    case SdkLanguage::JavaScript:
        return u"JavaScript"_s;
    case SdkLanguage::Ruby:
        return u"Ruby"_s;
    case SdkLanguage::Python:
        return u"Python"_s;
    case SdkLanguage::Go:
        return u"Go"_s;
    }
    return {};
}

QString sdkCall(SdkLanguage language, const QUrl &baseUrl, const PageRequest &request)
{
    const QUrl server = otherServer(baseUrl);
    switch (language) {
    case SdkLanguage::JavaScript:
        return javaScriptCall(server, request);
    case SdkLanguage::Ruby:
        return rubyCall(server, request);
    case SdkLanguage::Python:
        return pythonCall(server, request);
    case SdkLanguage::Go:
        return goCall(server, request);
    }
    return {};
}

} // namespace playhead
