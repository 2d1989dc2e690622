// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/faultrow.h"

#include "ui/capture/servewords.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/formscroll.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyleOptionSlider>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr int kSteps = 100;
constexpr double kLeastShare = 0.001;
constexpr int kTitleWidth = 168;
constexpr int kNumberWidth = 104;
constexpr int kMostNumber = 1'000'000'000;
constexpr int kMostSkew = 86'400 * 365;
constexpr int kHandle = 14;
constexpr int kGroove = 4;

bool isShare(FaultMeasure measure)
{
    return measure == FaultMeasure::ShareOfRequests || measure == FaultMeasure::ShareOfEvents;
}

QString unitOf(FaultMeasure measure)
{
    switch (measure) {
    case FaultMeasure::ShareOfRequests:
        return FaultRow::tr("percent of the requests");
    case FaultMeasure::ShareOfEvents:
        return FaultRow::tr("percent of the events");
    case FaultMeasure::Requests:
        return FaultRow::tr("after so many requests");
    case FaultMeasure::Seconds:
        return FaultRow::tr("seconds");
    }
    return {};
}

/// What it does, and its name where no slider is: on the command line, in files, in the request log.
QString toolTipOf(const FaultSpec &spec)
{
    return FaultRow::tr("%1\nOn the command line: --fault %2")
        .arg(withoutMarks(spec.meaning), QString::fromLatin1(spec.name));
}

/// The meaning stands behind a name on the command line; here it begins a line.
QString labelOf(const FaultParameter &parameter)
{
    return parameter.meaning.left(1).toUpper() + parameter.meaning.mid(1);
}

} // namespace

ShareSlider::ShareSlider(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
    setRange(0, kSteps);
    setPageStep(10);
}

double ShareSlider::share() const
{
    const double part = double(value()) / kSteps;
    return value() == 0 ? 0 : std::max(kLeastShare, std::round(part * part * 1000) / 1000);
}

void ShareSlider::setShare(double share)
{
    const int place = int(std::lround(std::sqrt(share) * kSteps));
    setValue(share > 0 ? std::max(1, place) : 0);
}

void ShareSlider::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRectF handle =
        style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
    const qreal side = std::min<qreal>(scaledPx(kHandle), height());
    const QRectF knob(handle.center().x() - side / 2, (height() - side) / 2, side, side);
    const QRectF groove(side / 2, (height() - kGroove) / 2.0, width() - side, kGroove);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.softBorder);
    painter.drawRoundedRect(groove, kGroove / 2.0, kGroove / 2.0);
    if (value() > 0) {
        painter.setBrush(t.accentFill);
        painter.drawRoundedRect(QRectF(groove.topLeft(),
                                       QPointF(knob.center().x(), groove.bottom())),
                                kGroove / 2.0,
                                kGroove / 2.0);
    }
    painter.setPen(QPen(value() > 0 ? t.accentFill : t.strong, value() > 0 ? 2 : 1));
    painter.setBrush(t.control);
    painter.drawEllipse(knob.adjusted(1, 1, -1, -1));
    if (hasFocus()) {
        paintFocusRing(&painter, QRectF(rect()), 4);
    }
}

FaultRow::FaultRow(const FaultSpec &spec, QWidget *parent)
    : QWidget(parent)
    , m_spec(spec)
{
    setObjectName(u"fault-"_s + QString::fromLatin1(spec.name));
    auto *title = new ToneLabel(spec.title, uiFont(13), ToneLabel::Tone::Text, this);
    title->setFixedWidth(scaledPx(kTitleWidth));
    title->setToolTip(toolTipOf(spec));
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(title);
    QWidget *number = isShare(spec.measure) ? makeShare() : makeNumber();
    title->setBuddy(number);
    if (m_slider != nullptr) {
        line->addWidget(m_slider, 1);
    } else {
        line->addWidget(new ToneLabel(unitOf(spec.measure),
                                      uiFont(12),
                                      ToneLabel::Tone::Secondary,
                                      this),
                        1,
                        Qt::AlignRight);
    }
    line->addWidget(number);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    addParameters(layout);
    showParameters();
}

QWidget *FaultRow::makeShare()
{
    m_slider = new ShareSlider(this);
    m_slider->setAccessibleName(m_spec.title);
    m_slider->setAccessibleDescription(withoutMarks(m_spec.meaning));
    m_slider->setToolTip(toolTipOf(m_spec));
    keepWheelCalm(m_slider);
    m_percent = new QDoubleSpinBox(this);
    m_percent->setDecimals(1);
    m_percent->setRange(0, 100);
    m_percent->setSingleStep(1);
    m_percent->setSuffix(tr(" %"));
    m_percent->setFixedWidth(scaledPx(kNumberWidth));
    m_percent->setAccessibleName(tr("%1, %2").arg(m_spec.title, unitOf(m_spec.measure)));
    m_percent->setToolTip(unitOf(m_spec.measure));
    m_percent->setAlignment(Qt::AlignRight);
    keepWheelCalm(m_percent);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        m_percent->setValue(m_slider->share() * 100);
    });
    connect(m_percent, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        const QSignalBlocker blocker(m_slider);
        m_slider->setShare(percent / 100);
        m_slider->update();
        showParameters();
        emit edited();
    });
    return m_percent;
}

QWidget *FaultRow::makeNumber()
{
    m_number = new QSpinBox(this);
    const bool isSeconds = m_spec.measure == FaultMeasure::Seconds;
    m_number->setRange(isSeconds ? -kMostSkew : 0, isSeconds ? kMostSkew : kMostNumber);
    m_number->setFixedWidth(scaledPx(kNumberWidth));
    m_number->setAccessibleName(tr("%1, %2").arg(m_spec.title, unitOf(m_spec.measure)));
    m_number->setToolTip(toolTipOf(m_spec));
    m_number->setAlignment(Qt::AlignRight);
    if (!isSeconds) {
        m_number->setSpecialValueText(tr("Off"));
    }
    keepWheelCalm(m_number);
    connect(m_number, &QSpinBox::valueChanged, this, [this] {
        showParameters();
        emit edited();
    });
    return m_number;
}

void FaultRow::addParameters(QVBoxLayout *layout)
{
    if (m_spec.parameters.empty()) {
        return;
    }
    m_shape = new QWidget(this);
    auto *column = new QVBoxLayout(m_shape);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(2);
    for (const FaultParameter &parameter : m_spec.parameters) {
        auto *line = new QHBoxLayout;
        line->setSpacing(12);
        line->addStretch(1);
        const bool isYesOrNo = parameter.least == 0 && parameter.most == 1;
        if (!isYesOrNo) {
            line->addWidget(
                new ToneLabel(labelOf(parameter), uiFont(12), ToneLabel::Tone::Secondary, m_shape));
        }
        line->addWidget(isYesOrNo ? addYesOrNo(parameter) : addParameterNumber(parameter));
        column->addLayout(line);
    }
    layout->addWidget(m_shape);
}

QWidget *FaultRow::addParameterNumber(const FaultParameter &parameter)
{
    auto *value = new QSpinBox(m_shape);
    value->setObjectName(u"parameter-"_s + QString::fromLatin1(parameter.name));
    value->setRange(int(parameter.least), int(parameter.most));
    value->setValue(int(parameter.usual));
    value->setFixedWidth(scaledPx(kNumberWidth));
    value->setAlignment(Qt::AlignRight);
    value->setAccessibleName(tr("%1, %2").arg(m_spec.title, parameter.meaning));
    keepWheelCalm(value);
    connect(value, &QSpinBox::valueChanged, this, &FaultRow::edited);
    m_parameters << Parameter{value, nullptr};
    return value;
}

QWidget *FaultRow::addYesOrNo(const FaultParameter &parameter)
{
    // Its meaning begins with what the 1 of the command line stands for.
    const QString meaning = QString(parameter.meaning).remove(u"1: "_s);
    auto *yes = new QCheckBox(meaning, m_shape);
    yes->setObjectName(u"parameter-"_s + QString::fromLatin1(parameter.name));
    yes->setFont(uiFont(12));
    yes->setAccessibleName(tr("%1, %2").arg(m_spec.title, meaning));
    yes->setMinimumWidth(scaledPx(kNumberWidth));
    yes->setChecked(parameter.usual != 0);
    connect(yes, &QCheckBox::toggled, this, &FaultRow::edited);
    m_parameters << Parameter{nullptr, yes};
    return yes;
}

qint64 FaultRow::Parameter::value() const
{
    return number != nullptr ? number->value() : qint64(yes->isChecked());
}

void FaultRow::Parameter::setValue(qint64 value)
{
    number != nullptr ? number->setValue(int(value)) : yes->setChecked(value != 0);
}

void FaultRow::showParameters()
{
    if (m_shape != nullptr) {
        m_shape->setVisible(setting().amount != 0);
    }
}

FaultSetting FaultRow::setting() const
{
    FaultSetting setting = faultSetting(m_spec.kind, 0);
    setting.amount = m_percent != nullptr ? std::round(m_percent->value() * 10) / 1000
                                          : double(m_number->value());
    for (qsizetype i = 0; i < m_parameters.size(); ++i) {
        setting.values.at(size_t(i)) = m_parameters[i].value();
    }
    return setting;
}

void FaultRow::setSetting(const FaultSetting &setting)
{
    for (qsizetype i = 0; i < m_parameters.size(); ++i) {
        m_parameters[i].setValue(setting.values.at(size_t(i)));
    }
    if (m_percent != nullptr) {
        m_percent->setValue(setting.amount * 100);
    } else {
        m_number->setValue(int(std::clamp(setting.amount, -1.0 * kMostNumber, 1.0 * kMostNumber)));
    }
}

} // namespace playhead
