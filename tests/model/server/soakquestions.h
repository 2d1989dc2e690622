// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/model/server/serveddemo.h"
#include "tests/support/keptconnection.h"

#include <QHash>

#include <random>

namespace playhead {

/// One question and the only right answer to it.
struct Question
{
    QByteArray request;
    int status = 200;
    QByteArray body;
    bool isPacked = false;
    bool hasBody = true;
};

/// What is asked of the served demo, with answers made from its events without asking the server.
class Questions
{
public:
    explicit Questions(const ServedDemo &demo)
        : m_demo(&demo)
    {
        addPages();
        addFilters();
        addRefusals();
    }

    const Question &any(std::mt19937 &random) const { return m_all[random() % m_all.size()]; }

private:
    QByteArray pageOf(const std::vector<size_t> &rows, bool hasMore) const
    {
        QByteArrayList events;
        for (const size_t row : rows) {
            events.append(m_demo->source[row]);
        }
        return R"({"object":"list","data":[)" + events.join(',') + R"(],"list_metadata":{"after":)"
               + (hasMore ? '"' + m_demo->fields[rows.back()].id + '"' : QByteArray("null")) + "}}";
    }
    static QByteArray requestOf(const QByteArray &target,
                                const QByteArray &headers = kKeyHeader,
                                const QByteArray &method = "GET")
    {
        return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
    }
    void add(const QByteArray &target, const QByteArray &body)
    {
        m_all.push_back({requestOf(target), 200, body});
        m_all.push_back({requestOf(target, kKeyHeader, "HEAD"), 200, {}, false, false});
        m_all.push_back({requestOf(target, kKeyHeader + QByteArray("Accept-Encoding: gzip\r\n")),
                         200,
                         body,
                         true});
    }

    void addPages()
    {
        const size_t count = m_demo->source.size();
        for (const size_t limit : {size_t(1), size_t(10), size_t(37), size_t(100)}) {
            for (size_t first = 0; first < count; first += 45) {
                std::vector<size_t> rows;
                for (size_t row = first; row < std::min(first + limit, count); ++row) {
                    rows.push_back(row);
                }
                QByteArray target = "/events?limit=" + QByteArray::number(qulonglong(limit));
                if (first > 0) {
                    target += "&after=" + m_demo->fields[first - 1].id;
                }
                add(target, pageOf(rows, rows.back() + 1 < count));
            }
        }
    }
    void addFilters()
    {
        QHash<QByteArray, std::vector<size_t>> byType;
        QHash<QByteArray, std::vector<size_t>> byOrganization;
        for (size_t row = 0; row < m_demo->fields.size(); ++row) {
            byType[m_demo->fields[row].type].push_back(row);
            byOrganization[m_demo->fields[row].organizationId].push_back(row);
        }
        byOrganization.remove({});
        const auto addAll = [this](const QByteArray &name, const auto &groups) {
            for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
                const size_t size = std::min<size_t>(group->size(), 20);
                const std::vector<size_t> rows(group->begin(),
                                               group->begin() + std::ptrdiff_t(size));
                add("/events?limit=20&" + name + '=' + group.key(),
                    pageOf(rows, size < group->size()));
            }
        };
        addAll("events", byType);
        addAll("organization_id", byOrganization);
    }
    void addRefusals()
    {
        const auto refuse = [this](const QByteArray &request, int status, const QByteArray &body) {
            for (int often = 0; often < 10; ++often) {
                m_all.push_back({request, status, body});
            }
        };
        refuse(requestOf("/events", {}),
               401,
               R"({"message":"Unauthorized","code":"unauthorized"})");
        refuse(requestOf("/none?after=event_1"), 404, R"({"message":"Not Found"})");
        refuse(requestOf("/events", kKeyHeader + QByteArray("Content-Length: 4\r\n"), "POST")
                   + "body",
               405,
               R"({"message":"Method Not Allowed"})");
        refuse(requestOf("/events?after=event_01ARZ3NDEKTSV4RRFFQ69G5FAV"),
               400,
               R"({"message":"Event not found: 'event_01ARZ3NDEKTSV4RRFFQ69G5FAV'."})");
        refuse(
            requestOf("/events?limit=0"),
            422,
            R"({"message":"Validation failed.","errors":[{"code":"invalid","field":"limit","message":"limit must be a whole number from 1 to 100."}]})");
        refuse(requestOf("/events", "Origin: https://page.example\r\n"),
               403,
               R"({"message":"This server answers only to its own computer."})");
    }

    const ServedDemo *m_demo;
    std::vector<Question> m_all;
};

/// Whether a gzip stream says that it holds so many bytes (RFC 1952: its last four).
inline bool holds(QByteArrayView packed, qsizetype size)
{
    if (packed.size() < 18 || !packed.startsWith("\x1f\x8b")) {
        return false;
    }
    qsizetype told = 0;
    for (int i = 4; i > 0; --i) {
        told = told << 8 | quint8(packed[packed.size() - 5 + i]);
    }
    return told == size;
}

inline bool isRight(const Question &question, const KeptConnection::Answer &answer)
{
    return answer.isWhole && answer.status == question.status
           && answer.head.contains("Content-Encoding: gzip") == question.isPacked
           && (question.isPacked ? holds(answer.body, question.body.size())
                                 : answer.body == question.body);
}

} // namespace playhead
