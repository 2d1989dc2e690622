// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/dialogparts.h"

#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kDialogInset = 20;
constexpr int kNoticeIcon = 16;
constexpr int kRadius = 6;
constexpr int kFieldPadding = 1; // Together with the style's own, 9 px from the frame.
constexpr int kFrameRoom = 20;

QColor colourOf(ToneLabel::Tone tone)
{
    switch (tone) {
    case ToneLabel::Tone::Text:
        return tokens().text;
    case ToneLabel::Tone::Secondary:
        return tokens().text2;
    case ToneLabel::Tone::Danger:
        return tokens().danger;
    case ToneLabel::Tone::Warning:
        return tokens().warning;
    }
    return {};
}

/// What a dialog may take of its screen, with room for its frame.
QSize mostSize(const QDialog *dialog)
{
    return dialog->screen()->availableSize() - QSize(kFrameRoom, 2 * kFrameRoom);
}

class HeightKeeper : public QObject
{
public:
    explicit HeightKeeper(QDialog *dialog)
        : QObject(dialog)
    {}

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *dialog = qobject_cast<QDialog *>(watched);
        if (dialog && event->type() == QEvent::LayoutRequest) {
            const int needed = std::min(dialog->layout()->totalHeightForWidth(dialog->width()),
                                        mostSize(dialog).height());
            if (needed > dialog->height()) {
                dialog->resize(dialog->width(), needed);
            }
        }
        return QObject::eventFilter(watched, event);
    }
};
} // namespace

ToneLabel::ToneLabel(const QString &text, const QFont &font, Tone tone, QWidget *parent)
    : QLabel(text, parent)
    , m_tone(tone)
{
    setFont(font);
    setTextFormat(Qt::PlainText);
    applyColour();
}

void ToneLabel::setTone(Tone tone)
{
    m_tone = tone;
    applyColour();
}

void ToneLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColour();
    }
}

void ToneLabel::applyColour()
{
    QPalette changed = palette();
    if (changed.color(QPalette::Active, QPalette::WindowText) != colourOf(m_tone)) {
        changed.setColor(QPalette::WindowText, colourOf(m_tone));
        changed.setColor(QPalette::Disabled, QPalette::WindowText, tokens().text3);
        setPalette(changed);
    }
}

ToneLabel *groupTitle(const QString &text, QWidget *parent)
{
    return new ToneLabel(text, uiFont(13, QFont::DemiBold), ToneLabel::Tone::Text, parent);
}

ToneLabel *smallText(const QString &text, QWidget *parent)
{
    auto *label = new ToneLabel(text, uiFont(12), ToneLabel::Tone::Secondary, parent);
    label->setWordWrap(true);
    return label;
}

FieldProblem::FieldProblem(QWidget *field, QWidget *parent)
    : ToneLabel({}, uiFont(12), Tone::Danger, parent)
    , m_field(field)
{
    setWordWrap(true);
    hide();
}

void FieldProblem::setProblem(const QString &problem)
{
    setText(problem);
    setVisible(!problem.isEmpty());
    m_field->setProperty("invalid", !problem.isEmpty());
    m_field->setAccessibleDescription(problem);
    m_field->update();
}

Notice::Notice(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_label(smallText({}, this))
{
    m_label->setTextFormat(Qt::RichText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12 + scaledPx(kNoticeIcon) + 10, 10, 12, 10);
    layout->addWidget(m_label);
}

void Notice::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Notice::setText(const QString &lead, const QString &text)
{
    m_lead = lead;
    m_text = text;
    showText();
}

void Notice::showText()
{
    const QString lead = m_lead.isEmpty() ? QString()
                                          : u"<span style='font-weight:600; color:%1'>%2</span> "_s
                                                .arg(tokens().text.name(), m_lead.toHtmlEscaped());
    const QString shown = lead + m_text.toHtmlEscaped();
    if (m_label->text() != shown) {
        m_label->setText(shown);
    }
}

void Notice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showText();
    }
}

void Notice::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    struct Look
    {
        QColor ground;
        QString icon;
        IconTint tint;
    };
    const Look look = m_kind == Kind::Warning ? Look{t.warningSoft, u"warning"_s, IconTint::Warning}
                      : m_kind == Kind::Danger ? Look{t.dangerSoft, u"error"_s, IconTint::Danger}
                      : m_kind == Kind::Ok     ? Look{t.okSoft, u"check"_s, IconTint::Ok}
                                               : Look{t.infoSoft, u"info"_s, IconTint::Accent};
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.ground);
    painter.drawRoundedRect(rect(), kRadius, kRadius);
    icon(look.icon, look.tint)
        .paint(&painter, 12, 10, scaledPx(kNoticeIcon), scaledPx(kNoticeIcon));
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens().line);
    painter.setBrush(tokens().base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

QHBoxLayout *makeDialogFooter(QDialog *dialog, QLayout *into, QWidget *left)
{
    auto *footer = new Band(Band::Ground::Chrome, Band::Line::Top, dialog);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(kDialogInset, 13, kDialogInset, 12);
    row->setSpacing(8);
    if (left) {
        row->addWidget(left);
    }
    row->addStretch(1);
    into->addWidget(footer);
    return row;
}

QPushButton *makeCloseFooter(QDialog *dialog, QLayout *into, QWidget *left)
{
    auto *close = new QPushButton(QCoreApplication::translate("Dialog", "Close"), dialog);
    close->setObjectName(u"close"_s);
    close->setDefault(true);
    setRole(close, u"primary"_s);
    makeDialogFooter(dialog, into, left)->addWidget(close);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    return close;
}

DialogColumn makeDialogColumn(QDialog *dialog)
{
    auto *whole = new QVBoxLayout(dialog);
    whole->setContentsMargins({});
    whole->setSpacing(0);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(kDialogInset, kDialogInset, kDialogInset, 16);
    body->setSpacing(6);
    whole->addLayout(body, 1);
    return {whole, body};
}

void padField(QWidget *field)
{
    auto *edit = qobject_cast<QLineEdit *>(field);
    edit = edit ? edit : field->findChild<QLineEdit *>();
    if (edit) {
        edit->setTextMargins(kFieldPadding, 0, kFieldPadding, 0);
    }
}

int indicatorTextLeft(const QWidget *widget)
{
    const QStyle *style = widget->style();
    return style->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth)
           + style->pixelMetric(QStyle::PM_RadioButtonLabelSpacing);
}

void keepHighEnough(QDialog *dialog, int width)
{
    const QSize most = mostSize(dialog);
    const int wide = std::max({width,
                               dialog->layout()->totalMinimumSize().width(),
                               std::min(scaledPx(width), most.width())});
    dialog->setMinimumWidth(wide);
    dialog->resize(wide, std::min(dialog->layout()->totalHeightForWidth(wide), most.height()));
    dialog->installEventFilter(new HeightKeeper(dialog));
}

QString boldThen(const QString &lead, const QString &text)
{
    const QString bold = lead.isEmpty() ? QString()
                                        : u"<span style='font-weight:600'>%1</span> "_s.arg(
                                            lead.toHtmlEscaped());
    return bold + text.toHtmlEscaped();
}

void nameField(QLabel *label, QWidget *field, const QString &name)
{
    label->setBuddy(field);
    label->setAccessibleName(QCoreApplication::translate("DialogParts", "%1, label").arg(name));
    field->setAccessibleName(name);
}

} // namespace playhead
