// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/bench/benchview.h"

#include "tests/bench/benchgenerator.h"
#include "ui/shared/theme.h"

#include <QApplication>

namespace playhead::bench {

std::unique_ptr<QApplication> makeApplication(int &argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    auto application = std::make_unique<QApplication>(argc, argv);
    applyTheme(ThemeChoice::Light);
    return application;
}

ShownEvents::ShownEvents(const TypeCatalogue &catalogue,
                         const EventSnapshot &events,
                         const FetchScope &scope)
    : m_model(catalogue)
    , m_clock(kMadeEnd)
    , m_table(m_model, m_clock)
{
    m_model.setScope(scope);
    m_model.setSnapshot(events);
    m_table.resize(1000, 700);
    m_table.show();
    QCoreApplication::processEvents();
}

void ShownEvents::repaint()
{
    QCoreApplication::sendPostedEvents();
    m_table.viewport()->repaint();
}

void ShownEvents::filter(const EventFilter &filter)
{
    filterAll(m_model, filter);
}

void filterAll(EventTableModel &model, const EventFilter &filter)
{
    model.setFilter(filter);
    while (model.isSearching()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

EventFilter onlyType(const EventTableModel &model, const QByteArray &shown)
{
    EventFilter filter;
    for (const FacetCounts::TypeCount &type : model.facets().types) {
        if (type.name != shown) {
            filter.hiddenTypes.insert(type.name);
        }
    }
    return filter;
}

EventFilter textFilter(const QString &text)
{
    EventFilter filter;
    filter.text = text;
    return filter;
}

} // namespace playhead::bench
