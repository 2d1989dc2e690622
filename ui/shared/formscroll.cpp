// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/formscroll.h"

#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QLayout>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFooter = 88; ///< Of a dialog, with some room to the window's edges.
constexpr int kLeast = 160;
constexpr int kLineHeight = 24;
constexpr int kChevron = 12;
constexpr int kTextLeft = 20;

class CalmWheel : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
            event->ignore(); // Then the scroll area gets it.
            return true;
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

FormScroll::FormScroll(QWidget *form, QWidget *dialog)
    : QScrollArea(dialog)
    , m_form(form)
    , m_dialog(dialog)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(form);
    // The ground is the dialog's.
    viewport()->setAutoFillBackground(false);
    form->setAutoFillBackground(false);
    form->installEventFilter(this);
}

int FormScroll::mostHeight() const
{
    const QWidget *below = m_dialog->parentWidget();
    const int room = std::max(below ? below->window()->height() : 0, scaledPx(kLeast) * 3);
    return std::min(room, m_dialog->screen()->availableGeometry().height()) - scaledPx(kFooter)
           - m_reserved;
}

int FormScroll::heightForWidth(int width) const
{
    const QLayout *layout = m_form->layout();
    const int needed = layout->hasHeightForWidth() ? layout->totalHeightForWidth(width)
                                                   : layout->totalSizeHint().height();
    return std::clamp(needed, std::min(kLeast, needed), std::max(kLeast, mostHeight()));
}

QSize FormScroll::sizeHint() const
{
    const QSize hint = m_form->sizeHint();
    return {hint.width(), std::min(hint.height(), mostHeight())};
}

QSize FormScroll::minimumSizeHint() const
{
    const int width = m_form->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    return {std::min(width, m_dialog->screen()->availableGeometry().width() / 2), kLeast};
}

bool FormScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_form && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

Disclosure::Disclosure(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setText(text);
    setCheckable(true);
    setFont(uiFont(13, QFont::Medium));
    setFocusPolicy(Qt::StrongFocus);
}

void Disclosure::setContent(QWidget *content)
{
    content->setVisible(isChecked());
    connect(this, &QToolButton::toggled, content, &QWidget::setVisible);
}

QSize Disclosure::sizeHint() const
{
    return {scaledPx(kTextLeft) + fontMetrics().horizontalAdvance(text()) + 6,
            scaledPx(kLineHeight)};
}

void Disclosure::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.hover);
        painter.drawRoundedRect(QRectF(rect()), 3, 3);
    }
    if (hasFocus()) {
        paintFocusRing(&painter, QRectF(rect()), 3);
    }
    const int side = scaledPx(kChevron);
    paintIcon(&painter,
              QRectF(3, (height() - side) / 2.0, side, side),
              isChecked() ? u"chev-down"_s : u"chev-right"_s,
              t.text2);
    painter.setPen(t.text);
    painter.drawText(rect().adjusted(scaledPx(kTextLeft), 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     text());
}

void keepWheelCalm(QWidget *field)
{
    field->setFocusPolicy(Qt::StrongFocus);
    field->installEventFilter(new CalmWheel(field));
}

} // namespace playhead
