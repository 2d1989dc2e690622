// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/capturedesk.h"

#include "model/captures/capturefeed.h"
#include "ui/capture/leftoutdialog.h"
#include "ui/shared/inlinemessage.h"

#include <QFileInfo>
#include <QLocale>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kShowLines("showLines");
constexpr QLatin1StringView kReadAgain("readAgain");

} // namespace

CaptureDesk::CaptureDesk(CaptureFeed &captures, InlineMessage &strip, QWidget *window)
    : QObject(window)
    , m_captures(captures)
    , m_strip(strip)
    , m_window(window)
{
    const CaptureFeed *feed = &m_captures;
    connect(feed, &CaptureFeed::opening, this, [this] {
        m_closedLeftOut = 0;
        m_closedDoubles = 0;
        m_strip.clear();
    });
    connect(feed, &CaptureFeed::progressChanged, this, &CaptureDesk::showProgress);
    connect(feed, &CaptureFeed::opened, this, &CaptureDesk::showFacts);
    connect(feed, &CaptureFeed::factsChanged, this, &CaptureDesk::showFacts);
    connect(feed, &CaptureFeed::openFailed, this, [this](const Error &error) {
        showFailure(tr("%1 cannot be opened").arg(fileName()), error);
    });
    connect(feed, &CaptureFeed::followingStopped, this, [this](const Error &error) {
        showFailure(tr("New lines of %1 are not shown").arg(fileName()), error);
    });
    connect(feed, &CaptureFeed::lost, this, [this](const Error &error) {
        showFailure(tr("%1 changed while it was open").arg(fileName()), error);
    });
    connect(feed, &CaptureFeed::closed, this, [this] { m_strip.clear(); });
    connect(&m_strip, &InlineMessage::chosen, this, &CaptureDesk::choose);
    connect(&m_strip, &InlineMessage::aboutToClose, this, [this] {
        m_closedLeftOut = m_captures.facts().leftOut;
        m_closedDoubles = m_captures.facts().doubles;
    });
}

QString CaptureDesk::fileName() const
{
    return QFileInfo(m_captures.path()).fileName();
}

void CaptureDesk::showProgress(qint64 done, qint64 all)
{
    const QLocale locale;
    Message message;
    message.kind = MessageKind::Progress;
    message.title = tr("Reading %1 for the first time").arg(fileName());
    message.text =
        tr("%1 of %2").arg(locale.formattedDataSize(done), locale.formattedDataSize(all));
    message.share = double(done) / double(std::max<qint64>(1, all));
    m_strip.setMessage(message);
}

void CaptureDesk::showFacts()
{
    const CaptureFacts &facts = m_captures.facts();
    if (m_lines) {
        m_lines->setFacts(facts);
    }
    if (facts.leftOut <= m_closedLeftOut && facts.doubles <= m_closedDoubles) {
        m_strip.clear();
        return;
    }
    const QLocale locale;
    const QString doubles =
        facts.doubles == 0 ? QString()
        : facts.doubles == 1
            ? tr("1 line holds an event for the second time.")
            : tr("%1 lines hold events that came before.").arg(locale.toString(facts.doubles));
    Message message;
    message.kind = MessageKind::Info;
    message.iconName = u"info"_s;
    message.canClose = true;
    if (facts.leftOut > 0) {
        message.title = facts.leftOut == 1 ? tr("1 line of %1 is no event").arg(fileName())
                                           : tr("%1 lines of %2 are no events")
                                                 .arg(locale.toString(facts.leftOut), fileName());
        message.text = tr("Everything else is shown. %1").arg(doubles).trimmed();
        message.choices = {{kShowLines, tr("Show lines…"), {}}};
    } else {
        message.title = tr("Some events are in %1 more than once").arg(fileName());
        message.text = tr("%1 Each event is shown once; is:duplicate finds them.").arg(doubles);
    }
    m_strip.setMessage(message);
}

void CaptureDesk::showFailure(const QString &title, const Error &error)
{
    Message message;
    message.kind = MessageKind::Error;
    message.iconName = u"error"_s;
    message.title = title;
    message.text = error.message;
    message.choices = {{kReadAgain, tr("Open again"), u"open"_s}};
    m_strip.setMessage(message);
}

void CaptureDesk::choose(const QString &id)
{
    if (id == kShowLines) {
        openLines();
    } else if (id == kReadAgain) {
        emit openRequested(m_captures.path());
    }
}

void CaptureDesk::openLines()
{
    if (!m_lines) {
        m_lines = new LeftOutDialog(fileName(), m_window);
        m_lines->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_lines->setFacts(m_captures.facts());
    m_lines->open();
}

} // namespace playhead
