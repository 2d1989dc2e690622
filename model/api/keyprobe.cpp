// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/keyprobe.h"

#include "model/api/keyprobeworker.h"
#include "model/api/workerthread.h"

#include <QThread>

namespace playhead {

struct KeyProbe::Private
{
    QThread thread;
    // Moved to the thread; all that it owns is made and destroyed there (shutDown()).
    std::unique_ptr<KeyProbeWorker> worker;
    quint64 number = 0; ///< Of the question that an answer is awaited for.
};

KeyProbe::KeyProbe(const TypeCatalogue &catalogue,
                   const Clock &clock,
                   const ClientSettings &limits,
                   QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->worker = std::make_unique<KeyProbeWorker>(catalogue, clock, limits);
    d->worker->moveToThread(&d->thread);
    connect(d->worker.get(),
            &KeyProbeWorker::answered,
            this,
            [this](quint64 number, const Result<KeyAnswer> &answer) {
                if (number == d->number) {
                    emit answered(answer);
                }
            });
    d->thread.setObjectName(QStringLiteral("key probe"));
}

KeyProbe::~KeyProbe()
{
    KeyProbeWorker *worker = d->worker.get();
    worker->disconnect(this);
    if (!d->thread.isRunning()) {
        return;
    }
    shutDownAndWait(*worker, d->thread);
}

void KeyProbe::ask(const FetchTarget &target)
{
    if (!d->thread.isRunning()) {
        d->thread.start(); // Most runs of the program test no key.
    }
    KeyProbeWorker *worker = d->worker.get();
    QMetaObject::invokeMethod(
        worker,
        [worker, target, number = ++d->number] { worker->ask(target, number); },
        Qt::QueuedConnection);
}

void KeyProbe::cancel()
{
    ++d->number;
    if (!d->thread.isRunning()) {
        return;
    }
    KeyProbeWorker *worker = d->worker.get();
    QMetaObject::invokeMethod(
        worker, [worker] { worker->drop(); }, Qt::QueuedConnection);
}

} // namespace playhead
