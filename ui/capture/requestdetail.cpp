// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/requestdetail.h"

#include "ui/capture/servewords.h"
#include "ui/shared/factgrid.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {
constexpr int kInset = 14;
constexpr int kTargetLines = 2;
} // namespace

RequestDetail::RequestDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new ToneLabel({}, uiFont(13, QFont::DemiBold), ToneLabel::Tone::Text, this))
    , m_copyRow(new QPushButton(tr("Copy row"), this))
    , m_copyCurl(new QPushButton(icon(u"copy"_s), tr("Copy as cURL"), this))
    , m_target(new MonoCard(tr("Request in full"), kTargetLines, this))
    , m_facts(new FactGrid(this))
    , m_refusal(new Notice(Notice::Kind::Danger, this))
    , m_fault(new Notice(Notice::Kind::Warning, this))
{
    setObjectName(u"requestDetail"_s);
    m_target->edit()->setObjectName(u"target"_s);
    m_copyCurl->setObjectName(u"copyCurl"_s);
    m_copyRow->setObjectName(u"copyRow"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_copyRow);
    head->addWidget(m_copyCurl);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, 10, kInset, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_target);
    layout->addWidget(m_refusal);
    layout->addWidget(m_fault);
    m_cursor = m_facts->add(tr("Cursor"));
    m_requestId = m_facts->add(tr("X-Request-ID"));
    m_next = m_facts->add(tr("Next"));
    m_client = m_facts->add(tr("Client"));
    layout->addWidget(m_facts);
    layout->addStretch(1);
    connect(m_copyCurl, &QPushButton::clicked, this, &RequestDetail::copyCurlRequested);
    connect(m_copyRow, &QPushButton::clicked, this, &RequestDetail::copyRowRequested);
    setRequest({});
}

void RequestDetail::setRequest(const std::optional<ServedRequest> &request)
{
    setEnabled(request.has_value());
    const ServedRequest shown = request.value_or(ServedRequest{});
    const auto text = [](const QByteArray &bytes) { return QString::fromUtf8(bytes); };
    m_title->setText(
        !request ? tr("Select a request to see it in full.")
                 : tr("Request %1, %2").arg(QLocale().toString(shown.number), statusText(shown)));
    m_target->setText(text(shown.method) + u' ' + text(shown.target));
    FactGrid::setFact(m_cursor, text(shown.cursor));
    FactGrid::setFact(m_requestId, text(shown.requestId));
    FactGrid::setFact(m_next, text(shown.after));
    FactGrid::setFact(m_client, text(shown.client));
    m_refusal->setText(tr("Refused with %1.").arg(statusText(shown)), text(shown.message));
    m_refusal->setVisible(request && !shown.message.isEmpty());
    m_fault->setText(tr("Fault:"), text(shown.faults));
    m_fault->setVisible(request && !shown.faults.isEmpty());
}

} // namespace playhead
