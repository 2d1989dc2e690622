// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/requests/sentrequestswindow.h"

#include "model/api/curlcommand.h"
#include "model/api/eventfeed.h"
#include "ui/requests/sentrequestdetail.h"
#include "ui/requests/sentrequestmodel.h"
#include "ui/requests/sentrequestview.h"
#include "ui/requests/sentrequestwords.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/icons.h"
#include "ui/shared/requestwords.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLocale>
#include <QMenu>
#include <QSplitter>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDetailHeight = 290;

QUrl serverOf(const RequestRecord &record)
{
    // The record's address ends with what pageUrl() adds to the server's.
    QUrl server = record.url.adjusted(QUrl::RemoveQuery);
    QString path = server.path();
    path.chop(path.endsWith(u"/events"_s) ? 7 : 0);
    server.setPath(path);
    return server;
}

} // namespace

SentRequestsWindow::SentRequestsWindow(RequestLog &log, EventFeed &feed, QWidget *parent)
    : LogWindow(parent)
    , m_log(log)
    , m_feed(feed)
    , m_model(new SentRequestModel(log, this))
    , m_empty(new EmptyLog(this))
{
    setObjectName(u"sentRequestsWindow"_s);
    fillHead();
    m_empty->setObjectName(u"noRequest"_s);
    compose(m_empty, makeLog());
    connect(&m_log, &RequestLog::grew, this, &SentRequestsWindow::showCounts);
    wireFeed();
    setEnvironmentName({});
    showSelected();
    (m_log.count() > 0 ? static_cast<QWidget *>(m_view) : m_problemsOnly)->setFocus();
}

void SentRequestsWindow::fillHead()
{
    m_problemsOnly = new QCheckBox(tr("Problems only"), head());
    m_problemsOnly->setObjectName(u"problemsOnly"_s);
    m_problemsOnly->setToolTip(tr("Hide the requests whose answer was used and has no note"));
    headRow()->addWidget(m_problemsOnly);
    connect(m_problemsOnly, &QCheckBox::toggled, this, &SentRequestsWindow::setProblemsOnly);
}

QWidget *SentRequestsWindow::makeLog()
{
    m_view = new SentRequestView(*m_model, this);
    m_detail = new SentRequestDetail(this);
    connect(m_view->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &SentRequestsWindow::showSelected);
    connect(m_detail, &SentRequestDetail::copyRowsRequested, this, &SentRequestsWindow::copyRows);
    connect(m_detail, &SentRequestDetail::copyCurlRequested, this, &SentRequestsWindow::copyCurl);
    connect(m_detail, &SentRequestDetail::copySdkRequested, this, &SentRequestsWindow::copySdk);
    connect(m_detail, &SentRequestDetail::repeatRequested, this, &SentRequestsWindow::repeat);
    addCopyActions(
        m_view, [this] { copyRows(); }, [this] { copyCurl(); });
    m_again = new QAction(icon(u"refresh"_s), tr("Run Again"), m_view);
    connect(m_again, &QAction::triggered, this, &SentRequestsWindow::repeat);
    m_view->addActions({m_detail->sdkMenu()->menuAction(), m_again});
    return makeSplit(m_view, m_detail, kDetailHeight);
}

void SentRequestsWindow::wireFeed()
{
    connect(&m_feed, &EventFeed::requestRepeated, this, &SentRequestsWindow::takeRepeated);
    // Nobody answers what was asked before.
    connect(&m_feed, &EventFeed::opened, this, [this] { setRepeating({}); });
    connect(&m_feed, &EventFeed::openFailed, this, [this] { setRepeating({}); });
    connect(&m_log, &RequestLog::cleared, this, [this] {
        m_repeated.reset();
        m_refused.reset();
        m_shown.reset();
        m_detail->setRequest({});
        setRepeating({});
        showSelected(); // The table's reset tells of no selection that went.
        showCounts();
    });
}

void SentRequestsWindow::setEnvironmentName(const QString &name)
{
    m_environmentName = name;
    setWindowTitle(name.isEmpty() ? tr("Request log - Playhead")
                                  : tr("Request log of %1 - Playhead").arg(name));
    title().setText(name.isEmpty() ? tr("What was asked in this run")
                                   : tr("What was asked of %1 in this run").arg(name));
    showCounts();
}

void SentRequestsWindow::setTimeZone(const QTimeZone &zone)
{
    m_model->setTimeZone(zone);
    m_detail->setTimeZone(zone);
    showSelected();
}

void SentRequestsWindow::showCounts()
{
    const quint64 count = m_log.count();
    const QString told = sentCountText(count, m_log.retryCount());
    const QString kept = QLocale().toString(qulonglong(RequestLog::kKept));
    counts().setText(count == 0 ? QString()
                     : count <= RequestLog::kKept
                         ? told
                         : tr("%1, the newest %2 are kept").arg(told, kept));
    showLog(m_model->rowCount() > 0);
    if (count > 0) {
        // Problems may have been among those that are kept no longer.
        m_empty->setWords(tr("No problem"),
                          count <= RequestLog::kKept
                              ? tr("Every answer could be used, and none has a note: %1.").arg(told)
                              : tr("None of the newest %1 requests has a problem.").arg(kept));
    } else {
        m_empty->setWords(tr("No request yet"),
                          m_environmentName.isEmpty()
                              ? tr("Open an environment: what Playhead asks its server appears "
                                   "here.")
                              : tr("What Playhead asks the server of %1 appears here, with its "
                                   "cursors, answers and retries. Fetch sends the first request.")
                                    .arg(m_environmentName));
    }
}

void SentRequestsWindow::showSelected()
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    m_detail->setSelectedCount(rows.size());
    if (!rows.isEmpty()) {
        // The one that has the keyboard, when it is one of them.
        const QModelIndex current = m_view->currentIndex();
        const bool isIn = m_view->selectionModel()->isRowSelected(current.row());
        m_shown = m_model->pointerAt(isIn ? current.row() : rows.first().row());
        m_detail->setRequest(m_shown);
    }
    showActions();
    showRepeat();
}

void SentRequestsWindow::showActions()
{
    for (QAction *action : m_view->actions()) {
        action->setEnabled(m_shown && (action != m_again || !m_repeating));
    }
}

void SentRequestsWindow::setProblemsOnly(bool isOn)
{
    const std::vector<quint64> selected = m_view->selectedNumbers();
    m_model->setProblemsOnly(isOn);
    m_view->selectNumbers(selected);
    showSelected(); // The table's reset tells of no selection that went.
    showCounts();
}

void SentRequestsWindow::copyRows()
{
    QStringList texts;
    for (const quint64 number : m_view->selectedNumbers()) {
        texts << m_model->rowText(m_model->requestAt(m_model->rowOf(number)));
    }
    if (texts.isEmpty() && m_shown) {
        texts << m_model->rowText(*m_shown);
    }
    if (!texts.isEmpty()) {
        emit copied(texts.join(u'\n'));
    }
}

void SentRequestsWindow::copyCurl()
{
    if (m_shown) {
        const QUrl &url = m_shown->record.url;
        emit copied(QString::fromUtf8(
            curlCommand(url, "GET", url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority))));
    }
}

void SentRequestsWindow::copySdk(SdkLanguage language)
{
    if (m_shown) {
        emit copied(sdkCall(language, serverOf(m_shown->record), m_shown->record.request));
    }
}

void SentRequestsWindow::repeat()
{
    if (!m_shown || m_repeating) {
        return;
    }
    if (const Status sent = m_feed.repeat(m_shown->record); !sent) {
        m_refused = {m_shown->number, sent.error().message};
        showRepeat();
        return;
    }
    m_repeated.reset();
    m_refused.reset();
    setRepeating(m_shown->number);
}

/// Empty = none waits for its answer.
void SentRequestsWindow::setRepeating(std::optional<quint64> number)
{
    m_repeating = number;
    m_detail->setRepeating(m_repeating.has_value());
    showActions();
    showRepeat();
}

void SentRequestsWindow::takeRepeated(const RepeatedRequest &repeated)
{
    if (!m_repeating) {
        return;
    }
    m_repeated = {*m_repeating, repeated};
    setRepeating({});
}

/// What is to be said of running the shown one again: that belongs to its number, whatever was selected meanwhile.
void SentRequestsWindow::showRepeat()
{
    const quint64 shown = m_shown ? m_shown->number : 0;
    if (m_repeating == shown) {
        m_detail->setRepeat(false,
                            tr("Running again."),
                            tr("Waiting for its turn and the answer."));
    } else if (m_refused && m_refused->first == shown) {
        m_detail->setRepeat(true, tr("Not sent."), m_refused->second);
    } else if (m_repeated && m_repeated->first == shown) {
        showAnswer(m_repeated->second);
    } else {
        m_detail->clearRepeat();
    }
}

void SentRequestsWindow::showAnswer(const RepeatedRequest &repeated)
{
    const RequestRecord &record = repeated.record;
    const QString took = tr("Run again: %1, %2 ms.")
                             .arg(sentStatusText(record),
                                  QLocale().toString(qint64(record.facts.elapsed.count())));
    const QStringList words = QStringList{repeatedText(repeated, m_model->timeZone())}
                              + record.notes;
    m_detail->setRepeat(isProblem(record), took, words.join(u' '));
}

} // namespace playhead
