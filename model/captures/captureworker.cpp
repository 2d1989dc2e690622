// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/captureworker.h"

namespace playhead {

using namespace std::chrono_literals;

namespace {

constexpr auto kSoon = 150ms;
constexpr auto kPoll = 1s;
constexpr auto kBetweenProgress = 100ms;
/// An index takes 50 bytes an event.
constexpr qsizetype kKeptCaches = 20;

} // namespace

CaptureWorker::CaptureWorker(const TypeCatalogue &catalogue, QString cacheFolder)
    : m_catalogue(catalogue)
    , m_cacheFolder(std::move(cacheFolder))
    , m_soon(this)
    , m_poll(this)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    m_poll.setInterval(kPoll);
    connect(&m_soon, &QTimer::timeout, this, &CaptureWorker::follow);
    connect(&m_poll, &QTimer::timeout, this, &CaptureWorker::follow);
}

CaptureWorker::~CaptureWorker() = default;

void CaptureWorker::identify(const QString &path, const QList<KnownCapture> &known)
{
    const auto file = CaptureFile::open(path);
    if (!file) {
        emit refused(path, file.error());
        return;
    }
    emit identified(identifyCapture(**file, path, known));
}

void CaptureWorker::open(const QString &path, quint64 number, const std::stop_token &stop)
{
    close();
    m_number = number;
    m_stop = stop;
    m_told = std::chrono::steady_clock::now();
    auto file = CaptureFile::open(path);
    if (!file) {
        emit openFailed(number, file.error());
        return;
    }
    const QString cache = captureCacheFolder(m_cacheFolder, path);
    auto store = CaptureStore::open(
        *file,
        cache,
        m_catalogue,
        [this](qint64 done, qint64 all) { tellProgress(done, all); },
        stop);
    if (!store) {
        emit openFailed(number, store.error());
        return;
    }
    m_store = std::move(*store);
    watch(path);
    dropOldCaptureCaches(m_cacheFolder, cache, kKeptCaches);
    emit opened(number, m_store->snapshot(), m_store->facts());
}

void CaptureWorker::tellProgress(qint64 done, qint64 all)
{
    const auto now = std::chrono::steady_clock::now();
    if (now - m_told >= kBetweenProgress) {
        m_told = now;
        emit progressChanged(m_number, done, all);
    }
}

void CaptureWorker::watch(const QString &path)
{
    m_watcher = std::make_unique<QFileSystemWatcher>();
    m_watcher->addPath(path);
    connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, this, [this] {
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    });
    m_poll.start();
}

void CaptureWorker::follow()
{
    const Result<CaptureGrowth> growth = m_store->follow(m_stop);
    if (!growth && growth.error().code != ErrorCode::Unreadable) {
        emit followStopped(m_number, growth.error());
    } else if (!growth) {
        const quint64 number = m_number;
        close(); // nothing that was read may be touched any more
        emit followFailed(number, growth.error());
    } else if (growth->added > 0 || growth->marked > 0 || growth->hasFacts) {
        emit grown(m_number, m_store->snapshot(), growth->added, growth->marked, m_store->facts());
    }
}

void CaptureWorker::close()
{
    m_soon.stop();
    m_poll.stop();
    m_watcher.reset();
    m_store.reset();
}

void CaptureWorker::shutDown()
{
    close();
}

} // namespace playhead

#include "moc_captureworker.cpp"
