// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/requestlogwindow.h"

#include "model/api/curlcommand.h"
#include "model/server/sliceserver.h"
#include "ui/capture/requestdetail.h"
#include "ui/capture/requestlogview.h"
#include "ui/capture/servewords.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QSplitter>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDetailHeight = 200;

} // namespace

RequestLogWindow::RequestLogWindow(SliceServer &server, QWidget *parent)
    : LogWindow(parent)
    , m_server(server)
{
    setObjectName(u"requestLogWindow"_s);
    setWindowTitle(tr("Request log of the local Events API - Playhead"));
    QWidget *empty = makeEmpty();
    QWidget *log = makeLog();
    fillHead();
    compose(empty, log);
    setTabOrder(m_stop, m_view);
    connect(&m_server, &SliceServer::stateChanged, this, &RequestLogWindow::showState);
    connect(&m_server, &SliceServer::requestsCame, this, &RequestLogWindow::take);
    m_server.watch(this);
    showState();
    take();
    // Not the first button, which would throw the rows away.
    (m_model.rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_copyExample)->setFocus();
}

void RequestLogWindow::fillHead()
{
    m_clear = new QPushButton(icon(u"trash"_s), tr("Clear"), head());
    m_clear->setObjectName(u"clear"_s);
    m_editFaults = new QPushButton(icon(u"warning"_s), tr("Faults…"), head());
    m_editFaults->setObjectName(u"faults"_s);
    m_stop = new QPushButton(icon(u"stop"_s), tr("Stop"), head());
    m_stop->setObjectName(u"stop"_s);
    QHBoxLayout *row = headRow();
    row->addWidget(m_clear);
    row->addWidget(m_editFaults);
    row->addWidget(m_stop);
    connect(m_clear, &QPushButton::clicked, this, &RequestLogWindow::clear);
    connect(m_editFaults, &QPushButton::clicked, this, &RequestLogWindow::faultsRequested);
    connect(m_stop, &QPushButton::clicked, this, &RequestLogWindow::stopRequested);
}

QWidget *RequestLogWindow::makeEmpty()
{
    m_empty = new EmptyLog(this);
    m_example = new ToneLabel({}, monoFont(12), ToneLabel::Tone::Text, m_empty);
    m_example->setObjectName(u"example"_s);
    m_example->setWordWrap(true);
    m_example->setAlignment(Qt::AlignHCenter);
    m_example->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copyExample = new QPushButton(icon(u"copy"_s), tr("Copy command"), m_empty);
    m_copyExample->setObjectName(u"copyExample"_s);
    m_empty->add(m_example);
    m_empty->add(m_copyExample, Qt::AlignHCenter);
    connect(m_copyExample, &QPushButton::clicked, this, [this] { emit copied(m_example->text()); });
    return m_empty;
}

QWidget *RequestLogWindow::makeLog()
{
    m_view = new RequestLogView(m_model, this);
    m_detail = new RequestDetail(this);
    QSplitter *parts = makeSplit(m_view, m_detail, kDetailHeight);
    parts->setObjectName(u"requestLogParts"_s);
    connect(m_view->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &RequestLogWindow::showSelected);
    addCopyActions(
        m_view, [this] { copyRow(); }, [this] { copyCurl(); });
    showInFull({});
    connect(m_detail, &RequestDetail::copyCurlRequested, this, &RequestLogWindow::copyCurl);
    connect(m_detail, &RequestDetail::copyRowRequested, this, &RequestLogWindow::copyRow);
    return parts;
}

void RequestLogWindow::showState()
{
    const bool isRunning = m_server.isRunning();
    if (m_server.state() == SliceServer::State::Starting) {
        m_place = 0;
        clear();
    }
    title().setText(titleText());
    m_stop->setEnabled(isRunning);
    m_editFaults->setEnabled(isRunning);
    showCounts();
    showEmpty();
    showPage();
}

QString RequestLogWindow::titleText() const
{
    if (m_server.state() == SliceServer::State::Starting) {
        return tr("Starting to serve %1").arg(servedEventsText(m_server.eventCount()));
    }
    return m_server.isRunning() ? tr("Serving %1 (%2) at %3")
                                      .arg(servedEventsText(m_server.eventCount()),
                                           servedSourceText(m_server.label()),
                                           m_server.url().toString())
                                : tr("The local Events API is stopped");
}

void RequestLogWindow::showEmpty()
{
    const bool isRunning = m_server.isRunning();
    m_empty->setWords(
        isRunning ? tr("No request yet") : tr("Nothing is served"),
        isRunning
            ? tr("Point your consumer at %1 instead of https://api.workos.com, with the API key %2. Or try it:")
                  .arg(m_server.url().toString(), QString::fromUtf8(m_server.apiKey()))
            : tr(
                "Tools, Serve a Slice… starts a server for your own consumer. Its requests appear here."));
    m_example->setText(isRunning ? exampleCommand(m_server.url(), m_server.apiKey()) : QString());
    m_example->setVisible(isRunning);
    m_copyExample->setVisible(isRunning);
}

void RequestLogWindow::showPage()
{
    const bool hasRows = m_model.rowCount() > 0;
    showLog(hasRows);
    m_clear->setEnabled(hasRows);
}

void RequestLogWindow::showCounts()
{
    const quint64 count = m_server.journal().count();
    const quint64 faultCount = m_server.faultCount();
    counts().setText(count == 0 ? QString() : servedRequestsText(count, faultCount));
    counts().setTone(faultCount == 0 ? ToneLabel::Tone::Secondary : ToneLabel::Tone::Warning);
}

void RequestLogWindow::take()
{
    // Of more than the journal keeps, the oldest are never seen.
    m_model.append(m_server.journal().following(m_place));
    showCounts();
    showPage();
}

void RequestLogWindow::clear()
{
    m_model.clear();
    showInFull({});
    showPage();
}

void RequestLogWindow::showSelected()
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (!rows.isEmpty()) {
        showInFull(m_model.requestAt(rows.first().row()));
    }
}

void RequestLogWindow::showInFull(const std::optional<ServedRequest> &request)
{
    m_shown = request;
    m_detail->setRequest(request);
    for (QAction *action : m_view->actions()) {
        action->setEnabled(request.has_value());
    }
}

void RequestLogWindow::copyCurl()
{
    if (m_shown) {
        emit copied(QString::fromUtf8(
            curlCommand(m_server.url(), m_shown->method, m_shown->target, m_server.apiKey())));
    }
}

void RequestLogWindow::copyRow()
{
    if (m_shown) {
        emit copied(rowText(*m_shown));
    }
}

} // namespace playhead
