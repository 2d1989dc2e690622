// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/servingpopup.h"

#include "model/server/sliceserver.h"
#include "ui/capture/servewords.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {
constexpr int kInset = 14;
} // namespace

ServingPopup::ServingPopup(SliceServer &server, QWidget *parent)
    : StatusPopup(tr("Serving %1").arg(servedEventsText(server.eventCount())), parent)
    , m_server(server)
{
    setObjectName(u"servingPopup"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(kInset, 12, kInset, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(groupTitle(accessibleName(), this), 0, 0, 1, 3);
    addFact(grid, tr("From"))->setText(servedSourceText(server.label()));
    addCopied(grid, tr("URL"), server.url().toString());
    addCopied(grid, tr("API key"), QString::fromUtf8(server.apiKey()));
    m_requests = addFact(grid, tr("Requests so far"));
    m_faults = addFact(grid, tr("Faults so far"));
    grid->addLayout(makeButtons(), grid->rowCount(), 0, 1, 3);
    connect(&m_server, &SliceServer::requestsCame, this, &ServingPopup::showCounts);
    connect(&m_server, &SliceServer::stateChanged, this, &QWidget::close);
    m_server.watch(this);
    showCounts();
}

void ServingPopup::addCopied(QGridLayout *grid, const QString &name, const QString &value)
{
    auto *copy = new QPushButton(icon(u"copy"_s), tr("Copy"), this);
    copy->setAccessibleName(tr("Copy %1").arg(name));
    auto *text = new ToneLabel(value, monoFont(12), ToneLabel::Tone::Text, this);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int row = grid->rowCount();
    grid->addWidget(new ToneLabel(name, uiFont(12), ToneLabel::Tone::Secondary, this), row, 0);
    grid->addWidget(text, row, 1);
    grid->addWidget(copy, row, 2);
    connect(copy, &QPushButton::clicked, this, [this, value] { emit copied(value); });
}

ToneLabel *ServingPopup::addFact(QGridLayout *grid, const QString &name)
{
    auto *value = new ToneLabel({}, uiFont(12), ToneLabel::Tone::Text, this);
    value->setAccessibleDescription(name);
    const int row = grid->rowCount();
    grid->addWidget(new ToneLabel(name, uiFont(12), ToneLabel::Tone::Secondary, this), row, 0);
    grid->addWidget(value, row, 1, 1, 2);
    return value;
}

QHBoxLayout *ServingPopup::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 6, 0, 0);
    row->setSpacing(8);
    const auto add = [this, row](const QString &iconName,
                                 const QString &text,
                                 const QString &name,
                                 void (ServingPopup::*order)()) {
        auto *button = new QPushButton(icon(iconName), text, this);
        button->setObjectName(name);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, order] {
            close();
            emit(this->*order)();
        });
    };
    add(u"history"_s, tr("Request log"), u"openLog"_s, &ServingPopup::logRequested);
    add(u"warning"_s, tr("Faults…"), u"editFaults"_s, &ServingPopup::faultsRequested);
    row->addStretch(1);
    add(u"stop"_s, tr("Stop"), u"stopServing"_s, &ServingPopup::stopRequested);
    return row;
}

void ServingPopup::showCounts()
{
    const QLocale locale;
    m_requests->setText(locale.toString(m_server.journal().count()));
    m_faults->setText(locale.toString(m_server.faultCount()));
}

void ServingPopup::keyPressEvent(QKeyEvent *event)
{
    // Enter presses what has the keyboard, as in dialogs.
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (button != nullptr && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        button->click();
        return;
    }
    StatusPopup::keyPressEvent(event);
}

} // namespace playhead
