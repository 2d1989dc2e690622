// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/requestdetail.h"

#include "ui/capture/servewords.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QGridLayout>
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
    , m_target(new QPlainTextEdit(this))
    , m_refusal(new Notice(Notice::Kind::Danger, this))
    , m_fault(new Notice(Notice::Kind::Warning, this))
    , m_copyCurl(new QPushButton(icon(u"copy"_s), tr("Copy as cURL"), this))
    , m_copyRow(new QPushButton(tr("Copy row"), this))
{
    setObjectName(u"requestDetail"_s);
    m_target->setObjectName(u"target"_s);
    m_target->setAccessibleName(tr("Request in full"));
    m_target->setReadOnly(true);
    m_target->setTabChangesFocus(true);
    m_target->setFont(monoFont(12));
    m_target->setFrameShape(QFrame::NoFrame);
    m_target->setFixedHeight(kTargetLines * QFontMetrics(monoFont(12)).lineSpacing() + 12);
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
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(6, 3, 2, 3);
    inside->addWidget(m_target);
    layout->addWidget(card);
    layout->addWidget(m_refusal);
    layout->addWidget(m_fault);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    m_cursor = addFact(grid, tr("Cursor"));
    m_requestId = addFact(grid, tr("X-Request-ID"));
    m_next = addFact(grid, tr("Next"));
    m_client = addFact(grid, tr("Client"));
    layout->addLayout(grid);
    layout->addStretch(1);
    connect(m_copyCurl, &QPushButton::clicked, this, &RequestDetail::copyCurlRequested);
    connect(m_copyRow, &QPushButton::clicked, this, &RequestDetail::copyRowRequested);
    setTabOrder(m_copyRow, m_copyCurl);
    setTabOrder(m_copyCurl, m_target);
    setRequest({});
}

/// Two facts a line.
ToneLabel *RequestDetail::addFact(QGridLayout *grid, const QString &name)
{
    const int count = grid->count() / 2;
    auto *value = new ToneLabel({}, monoFont(12), ToneLabel::Tone::Text, this);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setAccessibleDescription(name);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    grid->addWidget(new ToneLabel(name, uiFont(12), ToneLabel::Tone::Secondary, this),
                    count / 2,
                    count % 2 * 2);
    grid->addWidget(value, count / 2, count % 2 * 2 + 1);
    return value;
}

void RequestDetail::setFact(ToneLabel *value, const QString &text)
{
    value->setText(text.isEmpty() ? tr("none") : text);
    value->setToolTip(text);
}

void RequestDetail::setRequest(const std::optional<ServedRequest> &request)
{
    setEnabled(request.has_value());
    const ServedRequest shown = request.value_or(ServedRequest{});
    const auto text = [](const QByteArray &bytes) { return QString::fromUtf8(bytes); };
    m_title->setText(
        !request ? tr("Select a request to see it in full.")
                 : tr("Request %1, %2").arg(QLocale().toString(shown.number), statusText(shown)));
    m_target->setPlainText(text(shown.method) + u' ' + text(shown.target));
    setFact(m_cursor, text(shown.cursor));
    setFact(m_requestId, text(shown.requestId));
    setFact(m_next, text(shown.after));
    setFact(m_client, text(shown.client));
    m_refusal->setText(tr("Refused with %1.").arg(statusText(shown)), text(shown.message));
    m_refusal->setVisible(request && !shown.message.isEmpty());
    m_fault->setText(tr("Fault:"), text(shown.faults));
    m_fault->setVisible(request && !shown.faults.isEmpty());
}

} // namespace playhead
