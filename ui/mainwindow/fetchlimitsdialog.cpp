// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/fetchlimitsdialog.h"

#include "ui/shared/dialogparts.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr int kWidth = 460;

QSpinBox *makeNumber(int least, int most, const QString &name, QWidget *parent)
{
    auto *number = new QSpinBox(parent);
    number->setRange(least, most);
    number->setAccessibleName(name);
    number->setGroupSeparatorShown(true);
    padField(number);
    return number;
}

} // namespace

FetchLimitsDialog::FetchLimitsDialog(const FetchLimits &limits, QWidget *parent)
    : QDialog(parent)
    , m_windows(makeNumber(1, kMostWindows, tr("Windows at once"), this))
    , m_usual(new QRadioButton(
          tr("&Usual: %1 requests a second, no limit on this computer").arg(kUsualRate), this))
    , m_atMost(new QRadioButton(tr("&At most this many requests a second"), this))
    , m_none(new QRadioButton(tr("&No limit"), this))
    , m_rate(makeNumber(1, kHighestRate, tr("Requests a second"), this))
{
    setObjectName(u"fetchLimits"_s);
    setWindowTitle(tr("Fetch limits"));
    const DialogColumn column = makeDialogColumn(this);

    auto *windowsLabel = new QLabel(tr("&Windows at once"), this);
    nameField(windowsLabel, m_windows, tr("Windows at once"));
    auto *windows = new QHBoxLayout;
    windows->addWidget(windowsLabel);
    windows->addStretch();
    windows->addWidget(m_windows);
    column.body->addLayout(windows);
    column.body->addWidget(smallText(
        tr("A range is read in so many parts at the same time, each with one request on its way. "
           "What is read, and its order, is the same with any number."),
        this));

    column.body->addSpacing(10);
    column.body->addWidget(groupTitle(tr("Rate"), this));
    column.body->addWidget(m_usual);
    auto *atMost = new QHBoxLayout;
    atMost->addWidget(m_atMost);
    atMost->addStretch();
    atMost->addWidget(m_rate);
    column.body->addLayout(atMost);
    column.body->addWidget(m_none);
    column.body->addWidget(smallText(
        tr("WorkOS answers 6,000 requests in 60 s for an address. Fetching, live tail and requests that "
           "are run again count together; with more, it answers 429 and all of them wait."),
        this));

    auto *usual = new QPushButton(tr("Reset"), this);
    QHBoxLayout *footer = makeDialogFooter(this, column.whole, usual);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *use = new QPushButton(tr("Use limits"), this);
    use->setProperty("role", u"primary"_s);
    use->setDefault(true);
    footer->addWidget(cancel);
    footer->addWidget(use);
    connect(m_atMost, &QRadioButton::toggled, m_rate, &QWidget::setEnabled);
    connect(usual, &QPushButton::clicked, this, [this] { showLimits(FetchLimits()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(use, &QPushButton::clicked, this, [this] {
        emit chosen(this->limits());
        accept();
    });
    showLimits(limits);
    keepHighEnough(this, kWidth);
}

void FetchLimitsDialog::showLimits(const FetchLimits &limits)
{
    m_windows->setValue(limits.windows);
    m_rate->setValue(limits.rate.value_or(0) > 0 ? *limits.rate : kUsualRate);
    QRadioButton *choice = !limits.rate ? m_usual : *limits.rate == 0 ? m_none : m_atMost;
    choice->setChecked(true);
    m_rate->setEnabled(m_atMost->isChecked());
}

FetchLimits FetchLimitsDialog::limits() const
{
    FetchLimits limits;
    limits.windows = m_windows->value();
    if (m_atMost->isChecked()) {
        limits.rate = m_rate->value();
    } else if (m_none->isChecked()) {
        limits.rate = 0;
    }
    return limits;
}

} // namespace playhead
