// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/statusparts.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

namespace playhead {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kHeight = 26;

/// A thin line between two parts.
class Separator : public QWidget
{
public:
    explicit Separator(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(25, 14);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(width() / 2, 0, 1, height()), tokens().line);
    }
};

} // namespace

StatusParts::StatusParts(QWidget *parent)
    : QWidget(parent)
    , m_loaded(addPart(u"Loaded"_s))
    , m_shown(addPart(u"Shown"_s))
    , m_selected(addPart(u"Selected"_s))
    , m_word(addPart(u"Last action"_s))
    , m_connection(addPart(u"Connection"_s))
    , m_requests(addPart(u"Requests"_s))
{
    setFixedHeight(kHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(0);
    row->addWidget(m_loaded);
    const auto addSeparator = [this, row] {
        m_separators << new Separator(this);
        row->addWidget(m_separators.last());
    };
    addSeparator();
    row->addWidget(m_shown);
    addSeparator();
    row->addWidget(m_selected);
    row->addSpacing(24);
    row->addWidget(m_word, 1);
    row->addSpacing(12);
    row->addWidget(m_connection);
    addSeparator();
    row->addWidget(m_requests);
    m_word->setMinimumWidth(0);
    m_word->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_wordEnds.setSingleShot(true);
    m_wordEnds.setInterval(8s);
    connect(&m_wordEnds, &QTimer::timeout, this, [this] { m_word->setText(m_sortedBy); });
    setLoaded(0, false, false);
    setShown(0);
    setSelected(0);
    setRequests({});
}

QLabel *StatusParts::addPart(const QString &name)
{
    auto *label = new ToneLabel({}, uiFont(12), ToneLabel::Tone::Secondary, this);
    label->setObjectName(u"status"_s + name.simplified().remove(u' '));
    // The description, not the name: a name would hide the label's text from screen readers.
    label->setAccessibleDescription(name);
    return label;
}

void StatusParts::setLoaded(quint32 loaded, bool isComplete, bool hasEnvironment)
{
    m_loadedCount = loaded;
    m_isComplete = isComplete;
    m_hasEnvironment = hasEnvironment;
    // Without an environment there is nothing to count.
    QList<QWidget *> parts = m_separators;
    parts << m_shown << m_selected << m_requests;
    for (QWidget *part : std::as_const(parts)) {
        part->setVisible(hasEnvironment);
    }
    showLoaded();
}

void StatusParts::showLoaded()
{
    const QString count = QLocale().toString(m_loadedCount);
    if (!m_hasEnvironment) {
        m_loaded->setText(tr("No events loaded"));
    } else if (m_isNarrow) {
        m_loaded->setText(tr("%1 loaded").arg(count));
    } else {
        m_loaded->setText(m_isComplete ? tr("%1 loaded, range complete").arg(count)
                                       : tr("%1 loaded, range not read to its end").arg(count));
    }
}

void StatusParts::setShown(quint32 shown)
{
    m_shown->setText(tr("%1 shown").arg(QLocale().toString(shown)));
}

void StatusParts::setSelected(qint64 selected)
{
    m_selected->setText(tr("%1 selected").arg(QLocale().toString(selected)));
}

void StatusParts::setConnection(const QString &text)
{
    m_connection->setText(text);
}

void StatusParts::setRequests(const FetchProgress &progress)
{
    const QLocale locale;
    const QString requests = progress.requests == 1
                                 ? tr("1 request")
                                 : tr("%1 requests").arg(locale.toString(progress.requests));
    if (progress.retries == 0) {
        m_requests->setText(requests);
    } else {
        const QString retries = progress.retries == 1
                                    ? tr("1 retry")
                                    : tr("%1 retries").arg(locale.toString(progress.retries));
        m_requests->setText(tr("%1, %2").arg(requests, retries));
    }
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
    showLoaded();
}

void StatusParts::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
}

} // namespace playhead
