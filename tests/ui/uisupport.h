// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStringList>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QWidget>

namespace playhead {

/// Every warning is a failure, but for the one that the offscreen platform gives for each window.
inline QRegularExpression anyRealWarning()
{
    return QRegularExpression(
        QStringLiteral("^(?!This plugin does not support propagateSizeHints)."));
}

/// What the widget looks like. Also written to $PLAYHEAD_GRABS/name.png when that folder is named, for looking at.
inline QImage grab(QWidget &widget, const QString &name)
{
    QTest::qWait(0);
    const QImage image = widget.grab().toImage();
    if (const QString folder = qEnvironmentVariable("PLAYHEAD_GRABS"); !folder.isEmpty()) {
        image.save(folder + u'/' + name + QStringLiteral(".png"));
    }
    return image;
}

/// Inputs below `root` that a screen reader could not name: no accessible name, no text of their own, no label buddy.
inline QStringList unnamedInputs(const QWidget &root)
{
    QStringList unnamed;
    const auto labels = root.findChildren<QLabel *>();
    for (const auto *child : root.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(child);
        const bool isInput = button || qobject_cast<const QLineEdit *>(child)
                             || qobject_cast<const QComboBox *>(child)
                             || qobject_cast<const QAbstractSpinBox *>(child)
                             || qobject_cast<const QAbstractItemView *>(child)
                             || qobject_cast<const QPlainTextEdit *>(child)
                             || qobject_cast<const QTabBar *>(child);
        // Parts of compound inputs are named by the whole.
        const bool isPart = qobject_cast<const QHeaderView *>(child)
                            || child->inherits("QComboBoxListView")
                            || child->objectName().startsWith(QLatin1String("qt_"))
                            || qobject_cast<const QAbstractSpinBox *>(child->parentWidget())
                            || qobject_cast<const QComboBox *>(child->parentWidget())
                            || (button && qobject_cast<const QTableView *>(child->parentWidget()))
                            || qobject_cast<const QLineEdit *>(child->parentWidget());
        // Hidden until it has something to say.
        const bool isEmptyYet = button && button->isHidden() && button->icon().isNull();
        if (!isInput || isPart || isEmptyYet || !child->accessibleName().isEmpty()
            || (button && !button->text().isEmpty())) {
            continue;
        }
        bool hasBuddy = false;
        for (const QLabel *label : labels) {
            hasBuddy = hasBuddy || label->buddy() == child;
        }
        if (!hasBuddy) {
            unnamed.append(QString::fromLatin1(child->metaObject()->className()) + u' '
                           + child->objectName());
        }
    }
    return unnamed;
}

} // namespace playhead
