// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/sidebar/organizationsection.h"

#include "ui/shared/dialogparts.h"
#include "ui/sidebar/facetdelegate.h"
#include "ui/sidebar/facetview.h"
#include "ui/sidebar/organizationlistmodel.h"
#include "ui/sidebar/sectionhead.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kCheckInset = 14;
constexpr int kInset = 14;
constexpr int kRows = 5;
} // namespace

struct OrganizationSection::Private
{
    OrganizationListModel *model = nullptr;
    QSortFilterProxyModel *found = nullptr;
    FacetView *view = nullptr;
    QToolButton *clear = nullptr;
    QToolButton *search = nullptr;
    QWidget *fieldBox = nullptr;
    QLineEdit *field = nullptr;
    QWidget *none = nullptr; ///< Stands in the list's place while there is nothing to count.
    QWidget *noneFound = nullptr;
    bool hasHidden = false;

    void buildField(OrganizationSection *section);
    void buildView(OrganizationSection *section);
    void wire(OrganizationSection *section);
    void showWhatThereIs() const;
};

OrganizationSection::OrganizationSection(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new SectionHead(tr("Organizations"), true, this);
    d->clear = head->addTextButton(tr("Clear"), tr("Show all organizations"));
    d->search = head->addIconButton(u"search"_s, tr("Find an organization"));
    d->search->setCheckable(true);
    d->buildField(this);
    d->buildView(this);
    d->none = sectionText(tr("Counts appear after the first fetch."), {}, this);
    d->noneFound = sectionText(tr("No organization is called so."), {}, this);
    layout->addWidget(head);
    layout->addWidget(d->fieldBox);
    layout->addWidget(d->view, 1);
    layout->addWidget(d->none);
    layout->addWidget(d->noneFound);
    layout->addStretch(0);
    d->wire(this);
    d->showWhatThereIs();
}

OrganizationSection::~OrganizationSection() = default;

void OrganizationSection::Private::buildField(OrganizationSection *section)
{
    fieldBox = new QWidget(section);
    auto *box = new QVBoxLayout(fieldBox);
    box->setContentsMargins(kInset, 0, kInset, 6);
    field = new QLineEdit(fieldBox);
    field->setAccessibleName(tr("Find an organization"));
    field->setPlaceholderText(tr("Name or id"));
    field->setClearButtonEnabled(true);
    field->installEventFilter(section);
    padField(field);
    box->addWidget(field);
    fieldBox->hide();
}

void OrganizationSection::Private::buildView(OrganizationSection *section)
{
    model = new OrganizationListModel(section);
    found = new QSortFilterProxyModel(section);
    found->setFilterRole(OrganizationListModel::SearchTextRole);
    found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    found->setSourceModel(model);
    view = new FacetView(section);
    view->setAccessibleName(tr("Organizations"));
    view->setObjectName(u"organizations"_s);
    view->setRootIsDecorated(false);
    view->setIndentation(0);
    view->setMostHintRows(kRows);
    view->setRenameText(tr("Name This Organization…"));
    view->setSearchesElsewhere(true);
    view->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    view->setItemDelegate(
        new FacetDelegate(OrganizationListModel::CountRole, -1, kCheckInset, section));
    view->setModel(found);
}

void OrganizationSection::Private::wire(OrganizationSection *section)
{
    connect(clear, &QToolButton::clicked, model, &OrganizationListModel::showAll);
    connect(view, &FacetView::allRequested, model, &OrganizationListModel::showAll);
    connect(view, &FacetView::onlyThisRequested, section, [this](const QModelIndex &index) {
        model->showOnly(found->mapToSource(index));
    });
    connect(view, &FacetView::renameRequested, section, [section](const QModelIndex &index) {
        emit section->nameRequested(OrganizationId(
            index.data(OrganizationListModel::OrganizationIdRole).toString().toUtf8()));
    });
    connect(view, &FacetView::searchTyped, section, [this](const QString &text) {
        search->setChecked(true);
        field->setText(field->text() + text);
        field->setFocus(Qt::OtherFocusReason);
    });
    connect(search, &QToolButton::toggled, section, [this](bool isOn) {
        fieldBox->setVisible(isOn);
        if (isOn) {
            field->setFocus(Qt::OtherFocusReason);
        } else {
            field->clear();
        }
    });
    connect(field, &QLineEdit::textChanged, section, [this](const QString &text) {
        found->setFilterFixedString(text.trimmed());
        showWhatThereIs();
    });
    connect(model,
            &OrganizationListModel::hiddenOrganizationsEdited,
            section,
            [this, section](const QSet<OrganizationId> &hidden) {
                hasHidden = !hidden.isEmpty();
                showWhatThereIs();
                emit section->hiddenOrganizationsEdited(hidden);
            });
}

void OrganizationSection::Private::showWhatThereIs() const
{
    const bool hasAny = model->rowCount() > 0;
    const bool hasFound = found->rowCount() > 0;
    view->setVisible(hasAny && hasFound);
    none->setVisible(!hasAny);
    noneFound->setVisible(hasAny && !hasFound);
    search->setVisible(hasAny);
    fieldBox->setVisible(hasAny && search->isChecked());
    clear->setVisible(hasHidden);
}

void OrganizationSection::setOrganizations(
    const QList<FacetCounts::OrganizationCount> &organizations, const QSet<OrganizationId> &hidden)
{
    d->hasHidden = !hidden.isEmpty();
    d->model->setOrganizations(organizations, hidden);
    d->showWhatThereIs();
}

FacetView &OrganizationSection::view()
{
    return *d->view;
}

bool OrganizationSection::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != d->field || event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        d->search->setChecked(false);
        d->view->setFocus(Qt::OtherFocusReason);
        return true;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (d->found->rowCount() > 0) {
            d->view->setFocus(Qt::OtherFocusReason);
            d->view->setCurrentIndex(d->found->index(0, 0));
        }
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace playhead
