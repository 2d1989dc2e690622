// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaObject>
#include <QThread>

namespace playhead {

/// Ends a worker in its own thread, by its shutDown(), and waits until that thread has ended: for the destructor of the
/// object that owns both. The thread runs. Short, because shutDown() breaks off what is under way.
template<typename Worker>
void shutDownAndWait(Worker &worker, QThread &thread)
{
    QMetaObject::invokeMethod(
        &worker,
        [&worker, &thread] {
            worker.shutDown();
            thread.quit();
        },
        Qt::QueuedConnection);
    thread.wait();
}

} // namespace playhead
