// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/statusparts.h"

#include "ui/mainwindow/statuspart.h"
#include "ui/requests/sentrequestwords.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/requestwords.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace playhead {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kHeight = 26;
constexpr int kSide = 6; ///< The parts' own padding comes to it: texts begin 12 px from the edge.

/// A thin line between two parts.
class Separator : public QWidget
{
public:
    explicit Separator(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(17, 14);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(8, 0, 1, height()), tokens().line);
    }
};

} // namespace

StatusParts::StatusParts(QWidget *parent)
    : QWidget(parent)
    , m_loaded(new StatusPart(u"Loaded"_s, tr("What of the range is complete"), this))
    , m_shown(new StatusPart(u"Shown"_s, tr("Go to the filter"), this))
    , m_selected(new StatusPart(u"Selected"_s, tr("Go to the selected event"), this))
    , m_word(new ElidedLabel(uiFont(12), ElidedLabel::Tone::Secondary, this))
    , m_serving(new StatusPart(u"Serving"_s, tr("What the local Events API serves"), this))
    , m_live(new StatusPart(u"Live"_s, tr("What the live tail does"), this))
    , m_connection(new StatusPart(u"Connection"_s, tr("What the last read did"), this))
    , m_requests(new StatusPart(u"Requests"_s, tr("Open the request log"), this))
    , m_cache(new ToneLabel({}, uiFont(12), ToneLabel::Tone::Secondary, this))
{
    setFixedHeight(scaledPx(kHeight));
    // The description, not the name: the name is the text.
    m_word->setObjectName(u"statusLastaction"_s);
    m_word->setAccessibleDescription(u"Last action"_s);
    m_word->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_cache->setObjectName(u"statusCache"_s);
    m_cache->setAccessibleDescription(u"Cache"_s);
    m_cache->setToolTip(tr("Size of this environment's events on the disk"));
    m_cache->setContentsMargins(6, 0, 6, 0);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSide, 1, kSide, 0);
    row->setSpacing(0);
    addParts(row);
    m_wordEnds.setSingleShot(true);
    m_wordEnds.setInterval(8s);
    connect(&m_wordEnds, &QTimer::timeout, this, [this] { m_word->setText(m_sortedBy); });
    connect(m_shown, &StatusPart::clicked, this, &StatusParts::shownPressed);
    connect(m_selected, &StatusPart::clicked, this, &StatusParts::selectedPressed);
    connect(m_serving, &StatusPart::clicked, this, &StatusParts::servingPressed);
    connect(m_requests, &StatusPart::clicked, this, &StatusParts::requestsPressed);
    m_serving->setPartIcon(u"server"_s);
    setLoadedFacts({});
    setReadFacts({});
}

void StatusParts::addParts(QHBoxLayout *row)
{
    row->addWidget(m_loaded);
    m_beforeShown = addSeparator(row);
    row->addWidget(m_shown);
    m_beforeSelected = addSeparator(row);
    row->addWidget(m_selected);
    row->addSpacing(16);
    row->addWidget(m_word, 1);
    row->addSpacing(12);
    row->addWidget(m_serving);
    m_beforeLive = addSeparator(row);
    row->addWidget(m_live);
    m_beforeConnection = addSeparator(row);
    row->addWidget(m_connection);
    m_beforeRequests = addSeparator(row);
    row->addWidget(m_requests);
    m_beforeCache = addSeparator(row);
    row->addWidget(m_cache);
}

QWidget *StatusParts::addSeparator(QHBoxLayout *row)
{
    auto *separator = new Separator(this);
    row->addWidget(separator);
    return separator;
}

void StatusParts::setLoaded(quint32 loaded, bool isComplete, bool hasEnvironment)
{
    m_loadedCount = loaded;
    m_isComplete = isComplete;
    m_hasEnvironment = hasEnvironment;
    showTexts();
}

void StatusParts::setLoadedFacts(const QList<StatusFact> &facts)
{
    m_loaded->setFacts(tr("What of the range is loaded"), facts);
}

void StatusParts::setShown(quint32 shown)
{
    m_shownCount = shown;
    showTexts();
}

void StatusParts::setSelected(qint64 selected)
{
    m_selectedCount = selected;
    showTexts();
}

void StatusParts::setConnection(const QString &text, const QString &shortText)
{
    m_connectionText = text;
    m_shortConnection = shortText;
    showTexts();
}

void StatusParts::setReadFacts(const QList<StatusFact> &facts)
{
    m_connection->setFacts(tr("The last read"), facts);
}

void StatusParts::setRequests(quint64 requests, quint64 retries)
{
    m_requestCount = requests;
    m_retryCount = retries;
    showTexts();
}

void StatusParts::setLive(const QString &text,
                          const QString &shortText,
                          bool isFailing,
                          const QList<StatusFact> &facts)
{
    isFailing ? m_live->setPartIcon(u"warning"_s, IconTint::Warning)
              : m_live->setPartIcon(u"live"_s, IconTint::Ok);
    m_liveText = text;
    m_shortLive = shortText;
    m_live->setFacts(tr("The live tail"), facts);
    showTexts();
}

void StatusParts::setServing(const QString &text, const QString &shortText)
{
    m_servingText = text;
    m_shortServing = shortText;
    showTexts();
}

QWidget &StatusParts::servingPart()
{
    return *m_serving;
}

void StatusParts::setCacheBytes(qint64 bytes)
{
    m_cacheBytes = bytes;
    showTexts();
}

void StatusParts::showTexts()
{
    // Without an environment there is nothing to count; in a narrow window the selection's own mark is enough.
    const bool hasSelected = m_hasEnvironment && !m_isNarrow;
    for (QWidget *part : {static_cast<QWidget *>(m_shown),
                          m_beforeShown,
                          static_cast<QWidget *>(m_connection),
                          m_beforeRequests,
                          static_cast<QWidget *>(m_requests),
                          m_beforeCache}) {
        part->setVisible(m_hasEnvironment);
    }
    const bool isServing = !m_servingText.isEmpty();
    m_serving->setVisible(isServing);
    const bool isLive = !m_liveText.isEmpty() && m_hasEnvironment;
    m_live->setVisible(isLive);
    m_live->setPartText(!isLive      ? tr("Live tail off") // Hidden, but not without a name.
                        : m_isNarrow ? m_shortLive
                                     : m_liveText);
    m_beforeLive->setVisible(isServing && isLive);
    m_beforeConnection->setVisible((isServing || isLive) && m_hasEnvironment);
    m_serving->setPartText(!isServing   ? tr("Nothing served") // Hidden, but not without a name.
                           : m_isNarrow ? m_shortServing
                                        : m_servingText);
    m_selected->setVisible(hasSelected);
    m_beforeSelected->setVisible(hasSelected);
    const QLocale locale;
    m_loaded->setPartText(loadedText());
    m_shown->setPartText(tr("%1 shown").arg(locale.toString(m_shownCount)));
    m_selected->setPartText(tr("%1 selected").arg(locale.toString(m_selectedCount)));
    m_selected->setPressable(m_selectedCount > 0);
    m_connection->setPartText(m_isNarrow ? m_shortConnection : m_connectionText);
    m_requests->setPartText(requestsText());
    m_cache->setText(cacheText());
}

QString StatusParts::loadedText() const
{
    const QString count = QLocale().toString(m_loadedCount);
    if (!m_hasEnvironment) {
        return tr("No events loaded");
    }
    if (m_isNarrow) {
        return tr("%1 loaded").arg(count);
    }
    return m_isComplete ? tr("%1 loaded, range complete").arg(count)
                        : tr("%1 loaded, range not read to its end").arg(count);
}

QString StatusParts::requestsText() const
{
    return m_isNarrow ? requestCountText(m_requestCount)
                      : sentCountText(m_requestCount, m_retryCount);
}

QString StatusParts::cacheText() const
{
    if (m_cacheBytes == 0) {
        return tr("Cache empty");
    }
    // Whole numbers up to kilobytes, one decimal from megabytes on.
    const int decimals = m_cacheBytes < 1'000'000 ? 0 : 1;
    const QString size = QLocale().formattedDataSize(m_cacheBytes,
                                                     decimals,
                                                     QLocale::DataSizeSIFormat);
    return m_isNarrow ? size : tr("Cache %1").arg(size);
}

void StatusParts::setSortedBy(const QString &columnName)
{
    m_sortedBy = columnName.isEmpty() ? QString()
                                      : tr("Sorted by %1, playhead hidden").arg(columnName);
    if (!m_wordEnds.isActive()) {
        m_word->setText(m_sortedBy);
    }
}

void StatusParts::announce(const QString &text)
{
    m_word->setText(text);
    m_wordEnds.start();
}

void StatusParts::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    showTexts();
}

void StatusParts::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
}

} // namespace playhead
