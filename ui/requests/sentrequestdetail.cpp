// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/requests/sentrequestdetail.h"

#include "ui/requests/sentrequestwords.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/factgrid.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kInset = 14;
constexpr int kUrlLines = 2;
constexpr int kWordsLines = 2;

} // namespace

SentRequestDetail::SentRequestDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(uiFont(13, QFont::DemiBold), ElidedLabel::Tone::Text, this))
    , m_copyRow(new QPushButton(tr("Copy row"), this))
    , m_copyCurl(new QPushButton(icon(u"copy"_s), tr("Copy as cURL"), this))
    , m_copySdk(new QToolButton(this))
    , m_repeat(new QPushButton(icon(u"refresh"_s), tr("Run again"), this))
    , m_sdkMenu(new QMenu(tr("Copy as SDK Call"), this))
{
    setObjectName(u"sentRequestDetail"_s);
    makeButtons();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kInset, 10, kInset, 8);
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_copyRow);
    head->addWidget(m_copyCurl);
    head->addWidget(m_copySdk);
    head->addWidget(m_repeat);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(makeBody());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    clearRepeat();
    setRepeating(false);
    setRequest({});
}

void SentRequestDetail::makeButtons()
{
    m_copyRow->setObjectName(u"copyRow"_s);
    m_copyCurl->setObjectName(u"copyCurl"_s);
    m_copySdk->setObjectName(u"copySdk"_s);
    m_repeat->setObjectName(u"repeat"_s);
    m_sdkMenu->setObjectName(u"sdkMenu"_s);
    for (const SdkLanguage language : kSdkLanguages) {
        const QString name = sdkLanguageName(language);
        QAction *action = m_sdkMenu->addAction(name);
        action->setObjectName(u"copy"_s + name);
        connect(action, &QAction::triggered, this, [this, language] {
            emit copySdkRequested(language);
        });
    }
    m_copySdk->setText(tr("Copy as SDK call"));
    m_copySdk->setIcon(icon(u"copy"_s));
    m_copySdk->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copySdk->setIconSize({scaledPx(16), scaledPx(16)});
    setRole(m_copySdk, u"picker"_s);
    m_copySdk->setFocusPolicy(Qt::StrongFocus);
    m_copySdk->setPopupMode(QToolButton::InstantPopup);
    m_copySdk->setMenu(m_sdkMenu);
    connect(m_copyRow, &QPushButton::clicked, this, &SentRequestDetail::copyRowsRequested);
    connect(m_copyCurl, &QPushButton::clicked, this, &SentRequestDetail::copyCurlRequested);
    connect(m_repeat, &QPushButton::clicked, this, &SentRequestDetail::repeatRequested);
}

QWidget *SentRequestDetail::makeBody()
{
    auto *body = new QWidget(this);
    m_url = new MonoCard(tr("Request in full"), kUrlLines, body);
    m_url->edit()->setObjectName(u"sentUrl"_s);
    m_repeated = new Notice(Notice::Kind::Info, body);
    m_repeated->setObjectName(u"repeated"_s);
    m_problem = new Notice(Notice::Kind::Danger, body);
    m_problem->setObjectName(u"problem"_s);
    m_notes = new Notice(Notice::Kind::Warning, body);
    m_notes->setObjectName(u"notes"_s);
    m_facts = new FactGrid(body);
    m_after = m_facts->add(tr("After"));
    m_sent = m_facts->add(tr("Sent"));
    m_next = m_facts->add(tr("Next"));
    m_took = m_facts->add(tr("Took"));
    m_requestId = m_facts->add(tr("X-Request-ID"));
    m_size = m_facts->add(tr("Size"));
    m_why = m_facts->add(tr("Why"));
    m_retryAfter = m_facts->add(tr("Retry-After"));
    m_wordsTitle = new ToneLabel(tr("Details"), uiFont(12), ToneLabel::Tone::Secondary, body);
    m_words = new MonoCard(tr("Details"), kWordsLines, body);
    m_words->edit()->setObjectName(u"serverWords"_s);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(kInset, 0, kInset, 12);
    column->setSpacing(8);
    column->addWidget(m_url);
    column->addWidget(m_repeated);
    column->addWidget(m_problem);
    column->addWidget(m_notes);
    column->addWidget(m_facts);
    column->addWidget(m_wordsTitle);
    column->addWidget(m_words);
    column->addStretch(1);
    return body;
}

void SentRequestDetail::setSelectedCount(qsizetype count)
{
    m_copyRow->setText(count > 1 ? tr("Copy %1 rows").arg(QLocale().toString(count))
                                 : tr("Copy row"));
}

void SentRequestDetail::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    showRequest();
}

void SentRequestDetail::setRequest(const LoggedRequestPtr &request)
{
    m_request = request;
    showRequest();
}

void SentRequestDetail::showRequest()
{
    setEnabled(m_request != nullptr);
    const LoggedRequest shown = m_request ? *m_request : LoggedRequest{};
    const RequestRecord &record = shown.record;
    m_title->setText(
        !m_request
            ? tr("Select a request to see it in full.")
            : tr("Request %1, %2").arg(QLocale().toString(shown.number), sentStatusText(record)));
    m_url->setText(m_request ? u"GET "_s + QString::fromLatin1(record.url.toEncoded()) : QString());
    m_problem->setText({}, record.error.message);
    m_problem->setVisible(!record.error.message.isEmpty());
    m_notes->setText({}, record.notes.join(u' '));
    m_notes->setVisible(!record.notes.isEmpty());
    m_words->setText(record.error.detail);
    m_words->setVisible(!record.error.detail.isEmpty());
    m_wordsTitle->setVisible(!record.error.detail.isEmpty());
    showFacts(record);
    m_repeat->setEnabled(m_request && !m_isRepeating);
}

void SentRequestDetail::showFacts(const RequestRecord &record)
{
    const QLocale locale;
    const AnswerFacts &facts = record.facts;
    const bool isThere = m_request != nullptr;
    const auto when = [isThere](const QString &text) { return isThere ? text : QString(); };
    FactGrid::setFact(m_after, record.request.after.toString());
    FactGrid::setFact(m_next, record.next.toString());
    FactGrid::setFact(m_requestId, QString::fromUtf8(facts.requestId));
    FactGrid::setFact(m_sent,
                      when(tr("%1, %2").arg(fullTimeText(record.sentAt, m_zone),
                                            zoneName(m_zone, record.sentAt))));
    const QString took = tr("%1 ms").arg(locale.toString(qint64(facts.elapsed.count())));
    FactGrid::setFact(m_took,
                      when(facts.httpVersion == 0
                               ? tr("%1, no answer").arg(took)
                               : tr("%1, HTTP/%2").arg(took, httpVersionText(facts.httpVersion))));
    const QString bytes = locale.toString(facts.bodyBytes);
    FactGrid::setFact(m_size,
                      when(record.events == 1 ? tr("%1 bytes, 1 event").arg(bytes)
                                              : tr("%1 bytes, %2 events")
                                                    .arg(bytes, locale.toString(record.events))));
    FactGrid::setFact(
        m_why,
        when(tr("%1, try %2").arg(purposeText(record.purpose), locale.toString(record.tryNumber))));
    FactGrid::setFact(m_retryAfter, facts.retryAfter ? durationText(*facts.retryAfter) : QString());
}

void SentRequestDetail::setRepeat(bool isProblem, const QString &lead, const QString &text)
{
    m_repeated->setKind(isProblem ? Notice::Kind::Warning : Notice::Kind::Info);
    m_repeated->setText(lead, text);
    m_repeated->show();
}

void SentRequestDetail::clearRepeat()
{
    m_repeated->hide();
}

void SentRequestDetail::setRepeating(bool isRepeating)
{
    m_isRepeating = isRepeating;
    m_repeat->setEnabled(m_request && !m_isRepeating);
    m_repeat->setToolTip(
        isRepeating ? tr("A request was sent again and is not answered yet; they run one at a time")
                    : tr("Send this request once more and look at its answer; nothing is stored"));
}

} // namespace playhead
