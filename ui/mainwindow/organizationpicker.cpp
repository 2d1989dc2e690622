// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/organizationpicker.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace playhead {

using namespace Qt::StringLiterals;

OrganizationPicker::OrganizationPicker(QWidget *parent)
    : PickerButton(u"organization"_s, tr("Organization to fetch"), parent)
{
    auto *menu = new QMenu(this);
    auto *panel = new QWidget(menu);
    m_search = new QLineEdit(panel);
    m_search->setPlaceholderText(tr("Search, or paste an org_ id"));
    m_search->setAccessibleName(tr("Search organizations"));
    m_search->setClearButtonEnabled(true);
    m_list = new QListWidget(panel);
    m_list->setAccessibleName(tr("Organizations to fetch"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    auto *rows = new QVBoxLayout(panel);
    rows->setContentsMargins(10, 10, 10, 10);
    rows->setSpacing(8);
    rows->addWidget(m_search);
    rows->addWidget(m_list);
    panel->setFixedSize(320, 320);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(panel);
    menu->addAction(action);
    setMenu(menu);

    connect(menu, &QMenu::aboutToShow, this, [this] {
        m_search->clear();
        fill();
        m_search->setFocus();
    });
    connect(m_search, &QLineEdit::textChanged, this, &OrganizationPicker::fill);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { choose(m_list->currentItem()); });
    connect(m_list, &QListWidget::itemClicked, this, &OrganizationPicker::choose);
    connect(m_list, &QListWidget::itemActivated, this, &OrganizationPicker::choose);
    setOrganization({});
}

QString OrganizationPicker::nameOf(const OrganizationId &id) const
{
    for (const KnownOrganization &known : m_known) {
        if (known.id == id && !known.name.isEmpty()) {
            return known.name;
        }
    }
    return id.toString();
}

void OrganizationPicker::setOrganization(const OrganizationId &id)
{
    m_organization = id;
    id.isEmpty() ? setTexts(tr("All organizations"), tr("Orgs")) : setTexts(nameOf(id), nameOf(id));
}

void OrganizationPicker::setKnown(const QList<KnownOrganization> &known)
{
    if (known != m_known) {
        m_known = known;
        setOrganization(m_organization);
    }
}

void OrganizationPicker::fill()
{
    const QString wanted = m_search->text().trimmed();
    m_list->clear();
    const auto add = [this](const QString &text, const OrganizationId &id) {
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, id.value);
        item->setToolTip(id.toString());
        if (id == m_organization) {
            m_list->setCurrentItem(item);
        }
    };
    if (wanted.isEmpty()) {
        add(tr("All organizations"), {});
    }
    bool isKnown = false;
    for (const KnownOrganization &known : std::as_const(m_known)) {
        const QString id = known.id.toString();
        isKnown = isKnown || id == wanted;
        if (!known.id.isEmpty()
            && (wanted.isEmpty() || id.contains(wanted)
                || known.name.contains(wanted, Qt::CaseInsensitive))) {
            add(known.name.isEmpty() ? id : known.name, known.id);
        }
    }
    if (wanted.startsWith("org_"_L1) && !isKnown) {
        add(tr("Use %1").arg(wanted), OrganizationId(wanted.toUtf8()));
    }
    if (m_list->currentItem() == nullptr && m_list->count() > 0) {
        m_list->setCurrentRow(0);
    }
}

void OrganizationPicker::choose(const QListWidgetItem *item)
{
    if (item == nullptr) {
        return;
    }
    const OrganizationId id(item->data(Qt::UserRole).toByteArray());
    menu()->close();
    if (id != m_organization) {
        setOrganization(id);
        emit picked(id);
    }
}

} // namespace playhead
