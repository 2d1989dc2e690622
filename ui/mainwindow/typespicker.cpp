// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/typespicker.h"

#include "ui/shared/icons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>
#include <QWidgetAction>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNameRole = Qt::UserRole;

} // namespace

TypesPicker::TypesPicker(const TypeCatalogue &catalogue, QWidget *parent)
    : PickerButton(u"types"_s, tr("Types to fetch"), parent)
    , m_catalogue(catalogue)
{
    auto *menu = new QMenu(this);
    auto *panel = new QWidget(menu);
    m_search = new QLineEdit(panel);
    m_search->setPlaceholderText(tr("Search types"));
    m_search->setAccessibleName(tr("Search types"));
    m_search->setClearButtonEnabled(true);
    m_tree = new QTreeWidget(panel);
    m_tree->setAccessibleName(tr("Types to fetch"));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    auto *all = new QPushButton(tr("All types"), panel);
    auto *none = new QPushButton(tr("None"), panel);
    all->setAutoDefault(false);
    none->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(all);
    buttons->addWidget(none);
    buttons->addStretch();
    auto *rows = new QVBoxLayout(panel);
    rows->setContentsMargins(10, 10, 10, 10);
    rows->setSpacing(8);
    rows->addWidget(m_search);
    rows->addWidget(m_tree);
    rows->addLayout(buttons);
    panel->setFixedSize(340, 440);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(panel);
    menu->addAction(action);
    setMenu(menu);
    fill();

    connect(m_search, &QLineEdit::textChanged, this, &TypesPicker::search);
    connect(all, &QPushButton::clicked, this, [this] { setAllChecked(true); });
    connect(none, &QPushButton::clicked, this, [this] { setAllChecked(false); });
    connect(menu, &QMenu::aboutToShow, this, [this] {
        m_search->clear();
        setTypes(m_types);
        m_search->setFocus();
    });
    connect(menu, &QMenu::aboutToHide, this, &TypesPicker::takeOver);
    setTypes({});
}

void TypesPicker::fill()
{
    for (int i = 0; i < kFamilyCount; ++i) {
        const auto family = static_cast<Family>(i);
        auto *item = new QTreeWidgetItem(m_tree, {familyLabel(family)});
        item->setIcon(0, familyIcon(family));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                       | Qt::ItemIsAutoTristate);
        item->setCheckState(0, Qt::Checked);
        m_families.append(item);
    }
    for (const EventType &type : m_catalogue.types()) {
        addType(type);
    }
    m_families[static_cast<int>(Family::Other)]->setHidden(
        m_families[static_cast<int>(Family::Other)]->childCount() == 0);
}

QTreeWidgetItem *TypesPicker::addType(const EventType &type)
{
    auto *item = new QTreeWidgetItem(m_families[static_cast<int>(type.family)], {type.label});
    item->setData(0, kNameRole, type.name);
    item->setToolTip(0, QString::fromUtf8(type.name));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(0, Qt::Checked);
    return item;
}

void TypesPicker::setTypes(const QList<QByteArray> &types)
{
    m_types = types;
    QList<QByteArray> unknown = types;
    for (QTreeWidgetItem *family : std::as_const(m_families)) {
        for (int i = 0; i < family->childCount(); ++i) {
            const QByteArray name = family->child(i)->data(0, kNameRole).toByteArray();
            family->child(i)->setCheckState(0,
                                            types.isEmpty() || types.contains(name)
                                                ? Qt::Checked
                                                : Qt::Unchecked);
            unknown.removeOne(name);
        }
    }
    for (const QByteArray &name : std::as_const(unknown)) {
        addType(m_catalogue.describe(name));
        m_families[static_cast<int>(Family::Other)]->setHidden(false);
    }
    if (types.isEmpty()) {
        setTexts(tr("All types"), tr("Types"));
    } else if (types.size() == 1) {
        setTexts(QString::fromUtf8(types.first()), tr("1 type"));
    } else {
        setTexts(tr("%1 types").arg(types.size()), tr("%1 types").arg(types.size()));
    }
}

void TypesPicker::search(const QString &text)
{
    const QString wanted = text.trimmed();
    for (QTreeWidgetItem *family : std::as_const(m_families)) {
        bool anyShown = false;
        const bool familyMatches = family->text(0).contains(wanted, Qt::CaseInsensitive);
        for (int i = 0; i < family->childCount(); ++i) {
            const QString name = QString::fromUtf8(
                family->child(i)->data(0, kNameRole).toByteArray());
            const bool isShown = wanted.isEmpty() || familyMatches
                                 || name.contains(wanted, Qt::CaseInsensitive);
            family->child(i)->setHidden(!isShown);
            anyShown = anyShown || isShown;
        }
        family->setHidden(!anyShown || family->childCount() == 0);
        family->setExpanded(!wanted.isEmpty() && anyShown);
    }
}

void TypesPicker::setAllChecked(bool isChecked)
{
    for (QTreeWidgetItem *family : std::as_const(m_families)) {
        for (int i = 0; i < family->childCount(); ++i) {
            if (!family->child(i)->isHidden()) {
                family->child(i)->setCheckState(0, isChecked ? Qt::Checked : Qt::Unchecked);
            }
        }
    }
}

QList<QByteArray> TypesPicker::checkedTypes() const
{
    QList<QByteArray> types;
    bool isAll = true;
    for (const QTreeWidgetItem *family : m_families) {
        for (int i = 0; i < family->childCount(); ++i) {
            if (family->child(i)->checkState(0) == Qt::Checked) {
                types.append(family->child(i)->data(0, kNameRole).toByteArray());
            } else {
                isAll = false;
            }
        }
    }
    std::sort(types.begin(), types.end());
    return isAll ? QList<QByteArray>() : types;
}

void TypesPicker::takeOver()
{
    const QList<QByteArray> types = checkedTypes();
    if (types != m_types) {
        setTypes(types);
        emit picked(types);
    }
}

} // namespace playhead
