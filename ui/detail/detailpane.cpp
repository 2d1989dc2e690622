// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/detailpane.h"

#include "ui/cursors/placetext.h"
#include "ui/detail/commonfieldsview.h"
#include "ui/detail/detailhead.h"
#include "ui/detail/detailtabs.h"
#include "ui/detail/jsonpage.h"
#include "ui/detail/jsontreedelegate.h"
#include "ui/detail/selectionsummaryview.h"
#include "ui/detail/treepage.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kInset = 14;
constexpr int kLineHeadHeight = 32;
// "7 minutes ago" goes on ageing while it is shown.
constexpr std::chrono::seconds kAgeing{10};
} // namespace

struct DetailPane::Private
{
    const Clock &clock;
    DetailPane *pane = nullptr;
    std::optional<DetailEvent> event;
    std::optional<SelectionSummary> summary;
    QTimeZone zone = QTimeZone::systemTimeZone();
    std::function<QString(const OrganizationId &)> nameOf;

    QStackedWidget *pages = nullptr;
    QuietHint *hint = nullptr;
    SelectionSummaryView *summaryView = nullptr;
    QWidget *eventPage = nullptr;

    DetailHead *head = nullptr;
    Band *tabRow = nullptr;
    Band *lineHead = nullptr;
    FamilyMark *lineMark = nullptr;
    ElidedLabel *lineTitle = nullptr;
    ElidedLabel *lineId = nullptr;
    DetailTabs *tabs = nullptr;
    QStackedWidget *views = nullptr;
    TreePage *tree = nullptr;
    JsonPage *json = nullptr;

    explicit Private(const Clock &appClock)
        : clock(appClock)
    {}
    void build();
    void buildHeads(QVBoxLayout *layout);
    QString organizationText(const OrganizationId &organization) const;
    QString metaText() const;
    void showSummary() const;
};

void DetailPane::Private::build()
{
    pages = new QStackedWidget(pane);
    hint = new QuietHint(tr("Select an event to see what is in it."), pane);
    summaryView = new SelectionSummaryView(clock, pane);
    eventPage = new QWidget(pane);
    pages->addWidget(hint);
    pages->addWidget(summaryView);
    pages->addWidget(eventPage);
    auto *layout = new QVBoxLayout(eventPage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeads(layout);
    views = new QStackedWidget(eventPage);
    tree = new TreePage(clock, views);
    json = new JsonPage(views);
    views->addWidget(tree);
    views->addWidget(json);
    layout->addWidget(views, 1);
    connect(tabs, &QTabBar::currentChanged, views, &QStackedWidget::setCurrentIndex);
    connect(tree, &TreePage::columnRequested, pane, &DetailPane::columnRequested);
    connect(json, &JsonPage::copyJsonRequested, pane, &DetailPane::copyEventJson);
    connect(tree, &TreePage::valueFilterRequested, pane, &DetailPane::valueFilterRequested);
}

void DetailPane::Private::buildHeads(QVBoxLayout *layout)
{
    head = new DetailHead(eventPage);
    layout->addWidget(head);
    tabs = new DetailTabs(eventPage);
    tabs->setAccessibleName(tr("Detail tabs"));
    tabs->addTab(tr("Tree"));
    tabs->addTab(tr("JSON"));
    tabRow = new Band(Band::Ground::Side, Band::Line::Bottom, eventPage);
    auto *tabLayout = new QHBoxLayout(tabRow);
    tabLayout->setContentsMargins(8, 0, 8, 0);
    tabLayout->addWidget(tabs);
    tabLayout->addStretch(1);
    layout->addWidget(tabRow);

    lineHead = new Band(Band::Ground::Side, Band::Line::Bottom, eventPage);
    lineHead->setMinimumHeight(kLineHeadHeight);
    auto *line = new QHBoxLayout(lineHead);
    line->setContentsMargins(kInset + 1, 0, 8, 0);
    line->setSpacing(7);
    lineMark = new FamilyMark(lineHead);
    lineTitle = new ElidedLabel(uiFont(13, QFont::DemiBold), ElidedLabel::Tone::Text, lineHead);
    lineId = new ElidedLabel(monoFont(12), ElidedLabel::Tone::Secondary, lineHead);
    line->addWidget(lineMark);
    line->addWidget(lineTitle);
    line->addWidget(lineId);
    line->addStretch(1);
    lineHead->hide();
    layout->addWidget(lineHead);

    connect(head, &DetailHead::copyIdRequested, pane, &DetailPane::copyEventId);
    connect(head, &DetailHead::copyJsonRequested, pane, &DetailPane::copyEventJson);
    connect(head, &DetailHead::findRequested, pane, &DetailPane::openFind);
    connect(head, &DetailHead::setCursorHereRequested, pane, [this] {
        emit pane->setCursorHereRequested(event->id);
    });
    connect(head, &DetailHead::newCursorHereRequested, pane, [this] {
        emit pane->newCursorHereRequested(event->id);
    });
}

QString DetailPane::Private::organizationText(const OrganizationId &organization) const
{
    if (organization.isEmpty()) {
        return tr("No organization");
    }
    const QString name = nameOf ? nameOf(organization) : QString();
    return name.isEmpty() ? idTail(organization.toString()) : name;
}

QString DetailPane::Private::metaText() const
{
    const Instant at = event->createdAt;
    const QString when = tr("%1 %2").arg(fullTimeText(at, zone), zoneName(zone, at));
    return tr("%1 · %2 · %3")
        .arg(organizationText(event->organization), when, relativeText(at, clock.now()));
}

void DetailPane::Private::showSummary() const
{
    const QString organization =
        summary->organizations > 1
            ? tr("%1 different organizations").arg(QLocale().toString(summary->organizations))
            : organizationText(summary->organization);
    const QString span = tr("%1 %2\nto %3 %4\n%5")
                             .arg(fullTimeText(summary->first, zone),
                                  zoneName(zone, summary->first),
                                  fullTimeText(summary->last, zone),
                                  zoneName(zone, summary->last),
                                  durationText(summary->last - summary->first));
    summaryView->setSummary(*summary, organization, span);
}

DetailPane::DetailPane(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(clock))
{
    setObjectName(u"detail"_s);
    d->pane = this;
    d->build();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->pages);
    auto *ageing = new QTimer(this);
    connect(ageing, &QTimer::timeout, this, [this] {
        if (d->event && isVisible()) {
            d->head->setMeta(d->metaText());
        }
    });
    ageing->start(kAgeing);
}

DetailPane::~DetailPane() = default;

void DetailPane::setEvent(const DetailEvent &event)
{
    const bool isSame = d->event == event;
    d->summary.reset();
    d->event = event;
    d->head->setEvent(event, d->metaText());
    d->lineMark->setFamily(event.family);
    d->lineTitle->setText(QString::fromUtf8(event.type));
    d->lineId->setText(idTail(event.id.toString()));
    d->pages->setCurrentWidget(d->eventPage);
    if (!isSame) {
        d->json->setBytes(event.raw);
        d->tree->setBytes(event.raw, event.createdAt);
    }
}

void DetailPane::setSelectionSummary(const SelectionSummary &summary)
{
    clear();
    d->summary = summary;
    d->showSummary();
    d->summaryView->showComparing();
    d->summaryView->commonFields().delegate().setEventTime(summary.last);
    d->pages->setCurrentWidget(d->summaryView);
}

void DetailPane::setCommonFields(const CommonFields &common)
{
    if (d->summary) {
        d->summaryView->setCommonFields(common);
    }
}

void DetailPane::clear()
{
    d->event.reset();
    d->summary.reset();
    d->tree->clear();
    d->json->setBytes({});
    d->pages->setCurrentWidget(d->hint);
}

void DetailPane::setPlacement(Placement placement)
{
    const bool isLine = placement == Placement::Bottom;
    QLayout *from = isLine ? d->tabRow->layout() : d->lineHead->layout();
    from->removeWidget(d->tabs);
    if (isLine) {
        d->lineHead->layout()->addWidget(d->tabs);
    } else {
        static_cast<QHBoxLayout *>(d->tabRow->layout())->insertWidget(0, d->tabs);
    }
    d->summaryView->setPlacement(placement);
    d->head->setVisible(!isLine);
    d->tabRow->setVisible(!isLine);
    d->lineHead->setVisible(isLine);
}

void DetailPane::setTimeZone(const QTimeZone &zone)
{
    d->zone = zone;
    d->tree->setTimeZone(zone);
    d->summaryView->commonFields().delegate().setTimeZone(zone);
    updateTexts();
}

void DetailPane::setOrganizationNames(std::function<QString(const OrganizationId &)> nameOf)
{
    d->nameOf = nameOf;
    d->summaryView->commonFields().fields().setOrganizationNames(nameOf);
    d->tree->setOrganizationNames(std::move(nameOf));
}

void DetailPane::updateTexts()
{
    d->tree->updateTexts();
    d->summaryView->commonFields().viewport()->update();
    if (d->event) {
        d->head->setMeta(d->metaText());
    } else if (d->summary) {
        d->showSummary();
    }
}

void DetailPane::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isBack = isEnter && event->modifiers().testFlag(Qt::ShiftModifier);
    if (isBack || event->key() == Qt::Key_Escape) {
        emit leaveRequested();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void DetailPane::setHasActiveCursor(bool hasActiveCursor)
{
    d->head->setHasActiveCursor(hasActiveCursor);
}

DetailPane::Tab DetailPane::tab() const
{
    return Tab(d->tabs->currentIndex());
}

void DetailPane::setTab(Tab tab)
{
    d->tabs->setCurrentIndex(int(tab));
}

QByteArray DetailPane::eventBytes() const
{
    return d->event ? d->event->raw : QByteArray();
}

void DetailPane::copyEventJson()
{
    if (d->event) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(d->event->raw));
    }
}

void DetailPane::copyEventId()
{
    if (d->event) {
        QGuiApplication::clipboard()->setText(d->event->id.toString());
    }
}

void DetailPane::openFind()
{
    if (d->event) {
        setTab(Tab::Json);
        d->json->openFind();
    }
}

void DetailPane::findNext()
{
    if (d->event) {
        setTab(Tab::Json);
        d->json->findNext();
    }
}

void DetailPane::findPrevious()
{
    if (d->event) {
        setTab(Tab::Json);
        d->json->findPrevious();
    }
}

} // namespace playhead
