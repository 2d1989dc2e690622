// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/model/api/stubstream.h"
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/requests/sentrequestswindow.h"

#include <QAction>
#include <QToolButton>

namespace playhead {

/// A window before a server whose second request fails and whose third page is noted.
struct SentRequestsStand
{
    SentRequestsStand()
        : stream(StubStream::even(250, now - std::chrono::hours(20), std::chrono::minutes(4)))
        , window(shortWaits())
    {
        stream.date = now + std::chrono::seconds(61);
        server.setFallback([this](const StubRequest &request) {
            return request.number == 2
                       ? StubAnswer{503, "{\"message\":\"Try later.\"}", {}, Travel::Whole}
                       : stream.answer(request);
        });
    }

    static FeedSettings shortWaits()
    {
        using namespace std::chrono_literals;
        FeedSettings settings;
        settings.retry = {8, 1ms, 4ms};
        return settings;
    }

    bool open()
    {
        Environment environment;
        environment.name = QStringLiteral("Staging");
        environment.baseUrl = server.url();
        return window.open(environment, {server.url(), kKey}, now);
    }

    bool fetch()
    {
        window.action(QStringLiteral("fetch"))->trigger();
        return QTest::qWaitFor(
            [this] { return window.feed().progress().state == FetchState::Done; }, 20'000);
    }

    SentRequestsWindow *openLog()
    {
        part<QToolButton>(window.window(), QStringLiteral("statusRequests"))->click();
        return window.window().findChild<SentRequestsWindow *>();
    }

    template<typename Part>
    static Part *part(const QWidget &root, const QString &name)
    {
        return root.findChild<Part *>(name);
    }

    static constexpr char kKey[] = "sk_test_never_seen";
    const Instant now = *tryParseIsoInstant("2026-11-23T14:06:00Z");
    StubStream stream;
    StubServer server;
    WindowStand window;
};

inline QTableView *tableNamed(const QWidget &root, const QString &name)
{
    const auto tables = root.findChildren<QTableView *>();
    for (QTableView *table : tables) {
        if (table->accessibleName() == name) {
            return table;
        }
    }
    return nullptr;
}

/// Alone, whatever keys are held.
inline void select(QTableView *table, int row)
{
    table->selectionModel()->setCurrentIndex(table->model()->index(row, 0),
                                             QItemSelectionModel::ClearAndSelect
                                                 | QItemSelectionModel::Rows);
}

} // namespace playhead
