// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/eventfeed.h"
#include "model/captures/capturefeed.h"
#include "ui/mainwindow/environmentswitcher.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/mainwindow/firstrunpage.h"
#include "ui/mainwindow/mainwindow_p.h"
#include "ui/shared/settings.h"

#include <QAction>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>

// How captures come into the window and go from it.
namespace playhead {

using namespace Qt::StringLiterals;

namespace {

QStringList localFiles(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile()) {
            files.append(url.toLocalFile());
        }
    }
    return files;
}

} // namespace

void MainWindow::Private::wireCaptures()
{
    q->setAcceptDrops(true);
    EnvironmentSwitcher *switcher = &frame->fetchBar().switcher();
    QAction *open = actions[ActionId::OpenCapture];
    QAction *close = actions[ActionId::CloseCapture];
    connect(open, &QAction::triggered, q, [this] { askCaptures(); });
    connect(close, &QAction::triggered, q, [this] {
        if (environment && environment->isCapture()) {
            emit q->captureClosed(environment->id);
        }
    });
    connect(switcher, &EnvironmentSwitcher::openCaptureRequested, open, &QAction::trigger);
    connect(switcher, &EnvironmentSwitcher::closeCaptureRequested, close, &QAction::trigger);
    connect(&frame->firstRunPage(), &FirstRunPage::captureRequested, open, &QAction::trigger);
    connect(&capture, &CaptureDesk::openRequested, q, [this](const QString &path) {
        emit q->capturesRequested({path});
    });
    connect(menus.recent, &QMenu::aboutToShow, q, [this] { fillRecentCaptures(); });
    connect(&parts.captures, &CaptureFeed::opened, q, [this] {
        settings().addRecentCapture(parts.captures.path());
        fillRecentCaptures();
    });
    connect(&parts.feed, &EventFeed::opened, q, [this] { showWholeRange(); });
    connect(&parts.feed, &EventFeed::snapshotChanged, q, [this] { showWholeRange(); });
    fillRecentCaptures();
}

/// Of a capture everything is shown, and the timeline reaches as far.
void MainWindow::Private::showWholeRange()
{
    if (environment && environment->isCapture()) {
        const std::vector<TimeRange> &covered = parts.feed.coverage({});
        timeline.setWholeRange(covered.empty() ? TimeRange{} : covered.front());
    }
}

void MainWindow::Private::fillRecentCaptures()
{
    menus.recent->clear();
    const QStringList paths = settings().recentCaptures();
    for (const QString &path : paths) {
        const QFileInfo info(path);
        const QString folder = QDir::toNativeSeparators(info.absolutePath());
        QAction *action = menus.recent->addAction(
            u"%1   %2"_s.arg(info.fileName(), folder).replace(u'&', u"&&"_s));
        action->setStatusTip(tr("Open the capture %1").arg(QDir::toNativeSeparators(path)));
        connect(action, &QAction::triggered, q, [this, path] {
            if (!QFileInfo::exists(path)) {
                settings().removeRecentCapture(path); // and told, by trying
            }
            emit q->capturesRequested({path});
        });
    }
    menus.recent->setEnabled(!paths.isEmpty());
}

void MainWindow::Private::askCaptures()
{
    const QStringList recent = settings().recentCaptures();
    auto *dialog = new QFileDialog(q, tr("Open captures"));
    dialog->setObjectName(u"openCaptureDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Captures (*.ndjson *.jsonl *.json)"), tr("All files (*)")});
    if (!recent.isEmpty()) {
        dialog->setDirectory(QFileInfo(recent.first()).absolutePath());
    }
    connect(dialog, &QFileDialog::filesSelected, q, &MainWindow::capturesRequested);
    dialog->open();
    // Qt's own dialog, where the system has none, leaves these two without a name.
    for (const auto &[part, name] : {std::pair(u"lookInCombo"_s, tr("Folder")),
                                     std::pair(u"fileTypeCombo"_s, tr("Files of type"))}) {
        if (auto *combo = dialog->findChild<QWidget *>(part)) {
            combo->setAccessibleName(name);
        }
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList files = localFiles(*event->mimeData());
    if (!files.isEmpty()) {
        event->acceptProposedAction();
        emit capturesRequested(files);
    }
}

} // namespace playhead
