// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace playhead {

/// The line with a section's title and its small buttons, under the line that parts it from the section above.
class SectionHead : public QWidget
{
    Q_OBJECT

public:
    SectionHead(const QString &title, bool hasLineAbove, QWidget *parent = nullptr);

    /// Buttons stand at the right, in the order in which they are added. `tip` is the accessible name too.
    QToolButton *addIconButton(const QString &iconName, const QString &tip);
    QToolButton *addTextButton(const QString &text, const QString &tip);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyColours();

    bool m_hasLineAbove;
    QLabel *m_title;
    QHBoxLayout *m_buttons;
};

/// A paragraph of secondary text that may hold one key chip where its text says %1.
class KeyHintText : public QWidget
{
    Q_OBJECT

public:
    KeyHintText(const QString &text, const QString &key, QWidget *parent = nullptr);

    void setKey(const QString &key);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int flow(int width, QPainter *painter) const;
    void nameIt();

    QString m_text;
    QString m_key;
};

/// What a section says while its list is empty, with the section's insets. `label` gets the text's widget.
QWidget *sectionText(const QString &text,
                     const QString &key,
                     QWidget *parent,
                     KeyHintText **label = nullptr);

} // namespace playhead
