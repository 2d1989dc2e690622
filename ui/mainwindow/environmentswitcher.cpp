// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/environmentswitcher.h"

#include "ui/mainwindow/pickerbutton.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QActionGroup>
#include <QDir>
#include <QMenu>
#include <QPainter>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

// Design, section 2: the switcher sits over the 232 column.
constexpr int kWidth = 210;
constexpr int kNarrowWidth = 150;
constexpr int kHeight = 32;
constexpr int kLeastWidth = 96;
constexpr int kPad = 10;
constexpr int kSwatch = 10;
constexpr int kChevron = 12;
constexpr int kTagWidth = 43;
constexpr int kTagHeight = 18;

QString captureFile(const Environment &capture)
{
    return EnvironmentSwitcher::tr("%1 (read only)")
        .arg(QDir::toNativeSeparators(capture.baseUrl.toLocalFile()));
}

} // namespace

EnvironmentSwitcher::EnvironmentSwitcher(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(u"environmentSwitcher"_s);
    setAccessibleName(tr("Environment"));
    setPopupMode(InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(scaledPx(kHeight));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, &EnvironmentSwitcher::fillMenu);
    setMenu(menu);
    fillMenu();
}

void EnvironmentSwitcher::setEnvironments(const QList<Environment> &environments)
{
    m_environments = environments;
    fillMenu();
}

void EnvironmentSwitcher::setCurrent(const std::optional<Environment> &environment)
{
    m_current = environment;
    const bool isCapture = environment && environment->isCapture();
    setToolTip(isCapture     ? captureFile(*environment)
               : environment ? environment->name
                             : tr("No environment is open"));
    setAccessibleDescription(environment && environment->isProduction
                                 ? tr("%1, production").arg(environment->name)
                             : isCapture ? tr("%1, capture, read only").arg(environment->name)
                                         : toolTip());
    fillMenu();
    update();
}

void EnvironmentSwitcher::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    updateGeometry();
}

QSize EnvironmentSwitcher::sizeHint() const
{
    return {scaledPx(m_isNarrow ? kNarrowWidth : kWidth), scaledPx(kHeight)};
}

QSize EnvironmentSwitcher::minimumSizeHint() const
{
    return {scaledPx(kLeastWidth), scaledPx(kHeight)};
}

void EnvironmentSwitcher::fillMenu()
{
    menu()->clear();
    auto *group = new QActionGroup(menu());
    bool hasDemo = false;
    for (const Environment &environment : std::as_const(m_environments)) {
        hasDemo = hasDemo || environment.isDemo();
        const QString where = environment.isDemo()      ? tr("local Events API")
                              : environment.isCapture() ? tr("capture, read only")
                                                        : environment.baseUrl.toString();
        const QString text = environment.isProduction
                                 ? tr("%1 (PROD)   %2").arg(environment.name, where)
                                 : u"%1   %2"_s.arg(environment.name, where);
        QAction *action = menu()->addAction(colourIcon(environmentColour(environment)), text);
        if (environment.isCapture()) {
            action->setToolTip(captureFile(environment));
        }
        action->setCheckable(true);
        action->setChecked(m_current && m_current->id == environment.id);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = environment.id] {
            emit chosen(id);
        });
    }
    if (!hasDemo) {
        connect(menu()->addAction(playhead::icon(u"demo"_s), tr("Start Demo")),
                &QAction::triggered,
                this,
                &EnvironmentSwitcher::demoRequested);
    }
    menu()->addSeparator();
    connect(menu()->addAction(playhead::icon(u"plus"_s), tr("New Environment…")),
            &QAction::triggered,
            this,
            &EnvironmentSwitcher::newRequested);
    QAction *edit = menu()->addAction(playhead::icon(u"edit"_s), tr("Edit Environment…"));
    edit->setEnabled(m_current && !m_current->isDemo() && !m_current->isCapture());
    connect(edit, &QAction::triggered, this, &EnvironmentSwitcher::editRequested);
    menu()->addSeparator();
    addCaptureActions();
    menu()->addSeparator();
    connect(menu()->addAction(playhead::icon(u"server"_s), tr("Local Events API…")),
            &QAction::triggered,
            this,
            &EnvironmentSwitcher::localApiRequested);
}

void EnvironmentSwitcher::addCaptureActions()
{
    connect(menu()->addAction(playhead::icon(u"open"_s), tr("Open Capture…")),
            &QAction::triggered,
            this,
            &EnvironmentSwitcher::openCaptureRequested);
    QAction *close = menu()->addAction(tr("Close Capture"));
    close->setEnabled(m_current && m_current->isCapture());
    connect(close, &QAction::triggered, this, &EnvironmentSwitcher::closeCaptureRequested);
}

void EnvironmentSwitcher::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    const bool isProduction = m_current && m_current->isProduction;
    if (isProduction) {
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal inset = hasFocus() ? 1.0 : 0.5;
        painter.setPen(QPen(t.production, 2 * inset));
        painter.setBrush(t.productionSoft);
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 5, 5);
    } else {
        paintPickerFrame(&painter, *this);
    }
    const int swatch = scaledPx(kSwatch);
    const QRect mark(kPad, (height() - swatch) / 2, swatch, swatch);
    paintMark(&painter, mark);
    const int side = scaledPx(kChevron);
    const QRect chevron(width() - kPad - 1 - side, (height() - side) / 2, side, side);
    playhead::icon(u"chev-down"_s, IconTint::Text).paint(&painter, chevron);
    int right = chevron.left() - 8;
    if (isProduction) {
        paintProductionTag(&painter, right);
        right -= scaledPx(kTagWidth) + 4;
    }
    painter.setPen(m_current ? t.text : t.text2);
    painter.setFont(uiFont(13, m_current ? QFont::DemiBold : QFont::Medium));
    const int left = mark.right() + (isProduction ? 13 : 9);
    const QString name = m_current ? m_current->name : tr("No environment");
    painter.drawText(QRect(left, 0, right - left, height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(name, Qt::ElideRight, right - left));
}

void EnvironmentSwitcher::paintMark(QPainter *painter, const QRect &mark) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_current && m_current->isProduction) {
        const int more = (scaledPx(16) - mark.width()) / 2;
        playhead::icon(u"lock"_s, IconTint::Danger)
            .paint(painter, mark.adjusted(-more + 2, -more, more + 2, more));
    } else if (m_current) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(environmentColour(*m_current));
        painter->drawRoundedRect(QRectF(mark), 3, 3);
    } else {
        painter->setPen(QPen(tokens().strong, 1, Qt::DotLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(mark).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

void EnvironmentSwitcher::paintProductionTag(QPainter *painter, int right) const
{
    const Tokens &t = tokens();
    const int width = scaledPx(kTagWidth);
    const int height = scaledPx(kTagHeight);
    const QRectF tag(right - width, (this->height() - height) / 2, width, height);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.productionTag);
    painter->drawRoundedRect(tag, 3, 3);
    painter->setPen(Qt::white);
    painter->setFont(uiFont(11, QFont::DemiBold));
    painter->drawText(tag, Qt::AlignCenter, tr("PROD"));
}

} // namespace playhead
