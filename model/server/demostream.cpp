// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demostream.h"

#include "model/server/demostory.h"
#include "model/server/demotimes.h"

#include <algorithm>

namespace playhead {

namespace {

/// From here on every story is told at least once, so that all types are there.
constexpr quint32 kCountForAllTypes = 400;

struct Telling
{
    const DemoStory *story = nullptr;
    int organization = -1; ///< -1 = by chance.
    bool isFixed = false; ///< Keeps its place in the order.
};

/// All stories, with those of the beginning apart.
struct Repertoire
{
    DemoStory founded = organizationFounded();
    DemoStory setUp = organizationSetUp();
    DemoStory groups = directoryGroupsCreated();
    DemoStory join = directoryJoin();
    DemoStory planSync = nightlyPlanSync();
    std::vector<DemoStory> stories;
    std::vector<const DemoStory *> single; ///< Of one event.
    quint64 totalWeight = 0;

    Repertoire();
    const DemoStory *pick(DemoRandom &random) const;
};

Repertoire::Repertoire()
{
    for (const auto part : {signInStories,
                            directoryStories,
                            directoryGroupStories,
                            peopleStories,
                            organizationStories,
                            connectionStories,
                            accessStories,
                            platformStories,
                            vaultStories,
                            agentStories}) {
        for (DemoStory &story : part()) {
            stories.push_back(std::move(story));
        }
    }
    for (const DemoStory &story : stories) {
        totalWeight += quint64(story.weight);
        if (story.steps.size() == 1) {
            single.push_back(&story);
        }
    }
}

const DemoStory *Repertoire::pick(DemoRandom &random) const
{
    quint64 left = random.below(totalWeight);
    for (const DemoStory &story : stories) {
        if (left < quint64(story.weight)) {
            return &story;
        }
        left -= quint64(story.weight);
    }
    return &stories.front();
}

/// Chooses the stories of a stream of exactly `count` events.
class Programme
{
public:
    Programme(const Repertoire &repertoire, quint32 count, DemoRandom &random)
        : m_repertoire(repertoire)
        , m_random(random)
        , m_left(count)
    {
        addBeginning();
        if (count >= kCountForAllTypes) {
            addEveryStory();
        }
        while (m_left > 0) {
            const DemoStory *story = repertoire.pick(random);
            if (story->steps.size() > m_left) {
                story = random.pick(std::span<const DemoStory *const>(repertoire.single));
            }
            add({story});
        }
        mix();
    }

    std::vector<Telling> tellings;

private:
    void add(Telling telling)
    {
        if (telling.story->steps.size() <= m_left) {
            m_left -= quint32(telling.story->steps.size());
            tellings.push_back(telling);
        }
    }
    void addBeginning();
    void addEveryStory();
    void mix();

    const Repertoire &m_repertoire;
    DemoRandom &m_random;
    quint32 m_left;
};

void Programme::addBeginning()
{
    const int organizations = int(demoCompanies().size());
    for (const DemoStory *story : {&m_repertoire.founded,
                                   &m_repertoire.setUp,
                                   &m_repertoire.groups,
                                   &m_repertoire.join,
                                   &m_repertoire.join}) {
        for (int organization = 0; organization < organizations; ++organization) {
            add({story, organization, true});
        }
    }
}

void Programme::addEveryStory()
{
    for (const DemoStory &story : m_repertoire.stories) {
        add({&story});
    }
    add({&m_repertoire.planSync});
}

void Programme::mix()
{
    const auto begin = std::find_if(tellings.begin(), tellings.end(), [](const Telling &t) {
        return !t.isFixed;
    });
    for (auto left = tellings.end() - begin; left > 1; --left) {
        std::swap(begin[left - 1], begin[qsizetype(m_random.below(quint64(left)))]);
    }
}

/// The nightly run that names all organizations is put into the last day: who reads only that day sees names too.
void pinPlanSync(std::vector<Telling> &tellings,
                 const DemoStory *planSync,
                 const std::vector<qint64> &times,
                 qint64 endMs)
{
    const auto found = std::find_if(tellings.begin(),
                                    tellings.end(),
                                    [planSync](const Telling &telling) {
                                        return telling.story == planSync;
                                    });
    if (found == tellings.end()) {
        return;
    }
    const qint64 lastDay = endMs - 24 * 3'600'000 + 60'000;
    const auto place = std::lower_bound(times.begin(), times.end(), lastDay) - times.begin();
    const auto target = std::min<qsizetype>(place, qsizetype(tellings.size()) - 1);
    std::swap(*found, tellings[size_t(target)]);
    tellings[size_t(target)].isFixed = true;
}

/// Gives the mornings more sign-ins: a story there changes places with a sign-in of the same day's rest.
void gatherSignIns(std::vector<Telling> &tellings,
                   const std::vector<qint64> &times,
                   DemoRandom &random)
{
    constexpr qint64 kDayMs = 86'400'000;
    size_t dayBegin = 0;
    while (dayBegin < tellings.size()) {
        size_t dayEnd = dayBegin;
        while (dayEnd < tellings.size() && times[dayEnd] / kDayMs == times[dayBegin] / kDayMs) {
            ++dayEnd;
        }
        size_t other = dayBegin;
        for (size_t i = dayBegin; i < dayEnd; ++i) {
            if (tellings[i].isFixed || tellings[i].story->isSignIn || !isDemoMorning(times[i])
                || !random.chance(70)) {
                continue;
            }
            while (other < dayEnd
                   && (tellings[other].isFixed || !tellings[other].story->isSignIn
                       || isDemoMorning(times[other]))) {
                ++other;
            }
            if (other < dayEnd) {
                std::swap(tellings[i], tellings[other]);
            }
        }
        dayBegin = dayEnd;
    }
}

DemoScene castScene(DemoWorld &world, const Telling &telling, Instant now)
{
    const size_t organization = telling.organization >= 0 ? size_t(telling.organization)
                                                          : world.anyOrganization();
    size_t person = 0;
    switch (telling.story->casting) {
    case DemoCasting::User:
        person = world.anyUser(organization, now);
        break;
    case DemoCasting::Staff:
        person = world.anyStaff(organization, now);
        break;
    case DemoCasting::NewStaff:
        person = world.newPerson(organization, now, true);
        break;
    case DemoCasting::NewGuest:
        person = world.newPerson(organization, now, false);
        break;
    case DemoCasting::Leaver:
        person = world.takeLeaver(organization, now);
        break;
    }
    return DemoScene(world, person, organization);
}

} // namespace

std::vector<QByteArray> makeDemoStream(const DemoPlan &plan, const std::stop_token &stop)
{
    if (plan.count == 0) {
        return {};
    }
    const Repertoire repertoire;
    DemoRandom random(plan.seed);
    std::vector<Telling> tellings = Programme(repertoire, plan.count, random).tellings;

    const qint64 endMs =
        std::chrono::floor<std::chrono::milliseconds>(plan.end).time_since_epoch().count();
    const std::vector<qint64> storyTimes = demoStoryTimes(endMs, tellings.size(), random);
    pinPlanSync(tellings, &repertoire.planSync, storyTimes, endMs);
    gatherSignIns(tellings, storyTimes, random);
    std::vector<const DemoStory *> order;
    order.reserve(tellings.size());
    for (const Telling &telling : tellings) {
        order.push_back(telling.story);
    }
    const std::vector<qint64> times = demoEventTimes(endMs, storyTimes, order, random);

    DemoWorld world(random.next(), plan.end - kDemoLength);
    std::vector<QByteArray> events;
    events.reserve(plan.count);
    for (const Telling &telling : tellings) {
        if (stop.stop_requested()) {
            return {};
        }
        const auto timeOf = [&times](size_t index) {
            return Instant(std::chrono::milliseconds(times[index]));
        };
        DemoScene scene = castScene(world, telling, timeOf(events.size()));
        for (const DemoStep step : telling.story->steps) {
            const bool isLast = events.size() + 1 == times.size();
            scene.now = isLast ? plan.end : timeOf(events.size());
            step(scene);
            events.emplace_back(scene.bytes().constData(), scene.bytes().size());
            ++scene.step;
        }
    }
    return events;
}

} // namespace playhead
