// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/interrupt.h"

#include <QSocketNotifier>
#include <QTimer>

#include <atomic>
#include <csignal>
#ifndef Q_OS_WIN
#include <fcntl.h>
#include <unistd.h>
#endif

namespace playhead {

namespace {

std::atomic<bool> g_hasCome = false;

#ifdef Q_OS_WIN

void onSignal(int)
{
    g_hasCome = true;
}

#else

std::atomic<int> g_writeEnd = -1;

// Only what a signal handler may do: an atomic flag and write() (signal-safety(7)).
void onSignal(int)
{
    g_hasCome = true;
    const char byte = 1;
    const auto written = ::write(g_writeEnd.load(), &byte, 1);
    static_cast<void>(written);
}

void setHandlers(void (*handler)(int), int flags)
{
    struct sigaction action
    {
    };
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

#endif

} // namespace

struct Interrupt::Private
{
#ifdef Q_OS_WIN
    QTimer poll;
#else
    int ends[2] = {-1, -1};
    std::unique_ptr<QSocketNotifier> notifier;
#endif
};

bool Interrupt::hasCome()
{
    return g_hasCome;
}

#ifdef Q_OS_WIN

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    // The handler runs on a thread of its own that may not touch Qt objects.
    connect(&d->poll, &QTimer::timeout, this, [this] {
        if (hasCome()) {
            d->poll.stop();
            emit came();
        }
    });
    d->poll.start(std::chrono::milliseconds(50));
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

Interrupt::~Interrupt()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

#else

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    if (::pipe(d->ends) != 0) {
        return;
    }
    for (const int end : d->ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    g_writeEnd = d->ends[1];
    d->notifier = std::make_unique<QSocketNotifier>(d->ends[0], QSocketNotifier::Read);
    connect(d->notifier.get(), &QSocketNotifier::activated, this, [this] {
        d->notifier->setEnabled(false);
        emit came();
    });
    setHandlers(onSignal, static_cast<int>(SA_RESETHAND) | SA_RESTART);
}

Interrupt::~Interrupt()
{
    setHandlers(SIG_DFL, 0);
    d->notifier.reset();
    g_writeEnd = -1;
    for (const int end : d->ends) {
        if (end >= 0) {
            ::close(end);
        }
    }
}

#endif

} // namespace playhead
