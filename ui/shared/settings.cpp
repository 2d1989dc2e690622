// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/settings.h"

#include "model/core/logging.h"

#include <QSettings>

#include <algorithm>
#include <array>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

// Keys, in one place.
constexpr QLatin1StringView kTheme("window/theme");
constexpr QLatin1StringView kTimeMode("window/timeMode");
constexpr QLatin1StringView kCompactRows("window/compactRows");
constexpr QLatin1StringView kTimelineShown("window/timelineShown");
constexpr QLatin1StringView kSquareRootScale("window/squareRootScale");
constexpr QLatin1StringView kLastEnvironment("window/lastEnvironment");
constexpr QLatin1StringView kExportFolder("window/exportFolder");
constexpr QLatin1StringView kRecentCaptures("window/recentCaptures");
constexpr QLatin1StringView kFetchWindows("fetch/windows");
constexpr QLatin1StringView kFetchRate("fetch/rate");
constexpr QLatin1StringView kServeChoice("window/serveChoice");
constexpr QLatin1StringView kGeometry("window/geometry");
constexpr QLatin1StringView kDetailShown("window/detailShown");
constexpr QLatin1StringView kSidebarState("window/sidebarState");

constexpr qsizetype kMostRecentCaptures = 10;

constexpr std::array<const char *, 3> kThemeNames = {"system", "light", "dark"};
constexpr std::array<const char *, 4> kTimeModeNames = {"local", "utc", "relative", "delta"};
constexpr std::array<const char *, 3> kWidthNames = {"narrow", "normal", "wide"};

template<size_t N>
size_t indexOf(const std::array<const char *, N> &names,
               const QVariant &stored,
               const QLatin1StringView &key)
{
    if (!stored.isValid()) {
        return 0;
    }
    const QString name = stored.toString();
    for (size_t i = 0; i < N; ++i) {
        if (name == QLatin1StringView(names[i])) {
            return i;
        }
    }
    qCWarning(lcUi) << "unknown value in the settings" << key << name;
    return 0;
}

template<size_t N>
QString nameOf(const std::array<const char *, N> &names, size_t index)
{
    return QString::fromLatin1(names[index]);
}

QString widthKey(const QString &name, WidthClass width)
{
    return u"layout/%1/%2"_s.arg(nameOf(kWidthNames, size_t(width)), name);
}

QString environmentKey(qint64 environmentId, const QString &name)
{
    return u"environment-%1/%2"_s.arg(environmentId).arg(name);
}

QStringList toStrings(const QList<QByteArray> &list)
{
    QStringList strings;
    for (const QByteArray &entry : list) {
        strings << QString::fromUtf8(entry);
    }
    return strings;
}

std::optional<bool> maybe(const QVariant &stored)
{
    return stored.isValid() ? std::optional(stored.toBool()) : std::nullopt;
}

} // namespace

Settings::Settings()
    : m_stored(std::make_unique<QSettings>())
{}

Settings::~Settings() = default;

bool Settings::boolean(const QString &key, bool fallback) const
{
    return m_stored->value(key, fallback).toBool();
}

ThemeChoice Settings::theme() const
{
    return ThemeChoice(indexOf(kThemeNames, m_stored->value(kTheme), kTheme));
}

void Settings::setTheme(ThemeChoice choice)
{
    m_stored->setValue(kTheme, nameOf(kThemeNames, size_t(choice)));
}

TimeMode Settings::timeMode() const
{
    return TimeMode(indexOf(kTimeModeNames, m_stored->value(kTimeMode), kTimeMode));
}

void Settings::setTimeMode(TimeMode mode)
{
    m_stored->setValue(kTimeMode, nameOf(kTimeModeNames, size_t(mode)));
}

bool Settings::hasCompactRows() const
{
    return boolean(kCompactRows, false);
}

void Settings::setCompactRows(bool isCompact)
{
    m_stored->setValue(kCompactRows, isCompact);
}

bool Settings::isTimelineShown() const
{
    return boolean(kTimelineShown, true);
}

void Settings::setTimelineShown(bool isShown)
{
    m_stored->setValue(kTimelineShown, isShown);
}

bool Settings::hasSquareRootScale() const
{
    return boolean(kSquareRootScale, false);
}

void Settings::setSquareRootScale(bool hasSquareRootScale)
{
    m_stored->setValue(kSquareRootScale, hasSquareRootScale);
}

qint64 Settings::lastEnvironment() const
{
    return m_stored->value(kLastEnvironment, 0).toLongLong();
}

void Settings::setLastEnvironment(qint64 id)
{
    m_stored->setValue(kLastEnvironment, id);
}

QString Settings::exportFolder() const
{
    return m_stored->value(kExportFolder).toString();
}

void Settings::setExportFolder(const QString &folder)
{
    m_stored->setValue(kExportFolder, folder);
}

QStringList Settings::recentCaptures() const
{
    return m_stored->value(kRecentCaptures).toStringList().mid(0, kMostRecentCaptures);
}

void Settings::addRecentCapture(const QString &path)
{
    QStringList paths = recentCaptures();
    paths.removeAll(path);
    paths.prepend(path);
    m_stored->setValue(kRecentCaptures, QStringList(paths.mid(0, kMostRecentCaptures)));
}

void Settings::removeRecentCapture(const QString &path)
{
    QStringList paths = recentCaptures();
    paths.removeAll(path);
    m_stored->setValue(kRecentCaptures, paths);
}

FetchLimits Settings::fetchLimits() const
{
    FetchLimits limits;
    const int windows = m_stored->value(kFetchWindows, limits.windows).toInt();
    if (windows >= 1 && windows <= kMostWindows) {
        limits.windows = windows;
    } else {
        qCInfo(lcUi) << kFetchWindows << "makes no sense:" << windows;
    }
    if (const QVariant rate = m_stored->value(kFetchRate); rate.isValid()) {
        bool isNumber = false;
        const int perSecond = rate.toInt(&isNumber);
        if (isNumber && perSecond >= 0 && perSecond <= kHighestRate) {
            limits.rate = perSecond;
        } else {
            qCInfo(lcUi) << kFetchRate << "makes no sense:" << rate;
        }
    }
    return limits;
}

void Settings::setFetchLimits(const FetchLimits &limits)
{
    m_stored->setValue(kFetchWindows, limits.windows);
    if (limits.rate) {
        m_stored->setValue(kFetchRate, *limits.rate);
    } else {
        m_stored->remove(kFetchRate);
    }
}

QByteArray Settings::serveChoice() const
{
    return m_stored->value(kServeChoice).toByteArray();
}

void Settings::setServeChoice(const QByteArray &choice)
{
    m_stored->setValue(kServeChoice, choice);
}

QByteArray Settings::windowGeometry() const
{
    return m_stored->value(kGeometry).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_stored->setValue(kGeometry, geometry);
}

QByteArray Settings::splitter(const QString &name, WidthClass width) const
{
    return m_stored->value(widthKey(name, width)).toByteArray();
}

void Settings::setSplitter(const QString &name, WidthClass width, const QByteArray &state)
{
    m_stored->setValue(widthKey(name, width), state);
}

std::optional<bool> Settings::isSidebarShown(WidthClass width) const
{
    return maybe(m_stored->value(widthKey(u"sidebarShown"_s, width)));
}

void Settings::setSidebarShown(WidthClass width, bool isShown)
{
    m_stored->setValue(widthKey(u"sidebarShown"_s, width), isShown);
}

bool Settings::isDetailShown() const
{
    return boolean(kDetailShown, true);
}

void Settings::setDetailShown(bool isShown)
{
    m_stored->setValue(kDetailShown, isShown);
}

std::optional<bool> Settings::isDetailAtBottom(WidthClass width) const
{
    return maybe(m_stored->value(widthKey(u"detailAtBottom"_s, width)));
}

void Settings::setDetailAtBottom(WidthClass width, bool isAtBottom)
{
    m_stored->setValue(widthKey(u"detailAtBottom"_s, width), isAtBottom);
}

QByteArray Settings::sidebarState() const
{
    return m_stored->value(kSidebarState).toByteArray();
}

void Settings::setSidebarState(const QByteArray &state)
{
    m_stored->setValue(kSidebarState, state);
}

QByteArray Settings::columns(qint64 environmentId) const
{
    return m_stored->value(environmentKey(environmentId, u"columns"_s)).toByteArray();
}

void Settings::setColumns(qint64 environmentId, const QByteArray &state)
{
    m_stored->setValue(environmentKey(environmentId, u"columns"_s), state);
}

EventFilter Settings::filter(qint64 environmentId) const
{
    EventFilter filter;
    const auto read = [this, environmentId](const QString &name) {
        return m_stored->value(environmentKey(environmentId, name)).toStringList();
    };
    for (const QString &type : read(u"hiddenTypes"_s)) {
        filter.hiddenTypes.insert(type.toUtf8());
    }
    // "No organization" has an empty id, which a list of one would lose: each id has a mark in front.
    for (const QString &organization : read(u"hiddenOrganizations"_s)) {
        filter.hiddenOrganizations.insert(OrganizationId(organization.mid(1).toUtf8()));
    }
    filter.text = m_stored->value(environmentKey(environmentId, u"filterText"_s)).toString();
    const auto instant = [this, environmentId](const QString &name) {
        return instantFromUs(m_stored->value(environmentKey(environmentId, name), 0).toLongLong());
    };
    filter.range = {instant(u"filterSinceUs"_s), instant(u"filterUntilUs"_s)};
    if (filter.range.isEmpty()) {
        filter.range = {};
    }
    return filter;
}

void Settings::setFilter(qint64 environmentId, const EventFilter &filter)
{
    QStringList organizations;
    for (const OrganizationId &organization : filter.hiddenOrganizations) {
        organizations << u"="_s + organization.toString();
    }
    const QList<QByteArray> types(filter.hiddenTypes.cbegin(), filter.hiddenTypes.cend());
    m_stored->setValue(environmentKey(environmentId, u"hiddenTypes"_s), toStrings(types));
    m_stored->setValue(environmentKey(environmentId, u"hiddenOrganizations"_s), organizations);
    m_stored->setValue(environmentKey(environmentId, u"filterText"_s), filter.text);
    m_stored->setValue(environmentKey(environmentId, u"filterSinceUs"_s), toUs(filter.range.since));
    m_stored->setValue(environmentKey(environmentId, u"filterUntilUs"_s), toUs(filter.range.until));
}

QStringList Settings::recentFilters(qint64 environmentId) const
{
    const QString key = environmentKey(environmentId, u"recentFilters"_s);
    QStringList recents = m_stored->value(key).toStringList();
    recents.resize(std::min(recents.size(), kMostRecentFilters));
    return recents;
}

void Settings::addRecentFilter(qint64 environmentId, const QString &text)
{
    QStringList recents = recentFilters(environmentId);
    recents.removeAll(text);
    recents.prepend(text);
    recents.resize(std::min(recents.size(), kMostRecentFilters));
    m_stored->setValue(environmentKey(environmentId, u"recentFilters"_s), recents);
}

qint64 Settings::activeCursor(qint64 environmentId) const
{
    return m_stored->value(environmentKey(environmentId, u"activeCursor"_s), 0).toLongLong();
}

void Settings::setActiveCursor(qint64 environmentId, qint64 cursorId)
{
    m_stored->setValue(environmentKey(environmentId, u"activeCursor"_s), cursorId);
}

QByteArray Settings::fetchChoice(qint64 environmentId) const
{
    return m_stored->value(environmentKey(environmentId, u"fetchChoice"_s)).toByteArray();
}

void Settings::setFetchChoice(qint64 environmentId, const QByteArray &choice)
{
    m_stored->setValue(environmentKey(environmentId, u"fetchChoice"_s), choice);
}

QByteArray Settings::lastFetch(qint64 environmentId) const
{
    return m_stored->value(environmentKey(environmentId, u"lastFetch"_s)).toByteArray();
}

void Settings::setLastFetch(qint64 environmentId, const QByteArray &choice)
{
    m_stored->setValue(environmentKey(environmentId, u"lastFetch"_s), choice);
}

Settings &settings()
{
    static Settings stored;
    return stored;
}

} // namespace playhead
