// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/demoscene.h"

#include <vector>

namespace playhead {

/// Who a story is about.
enum class DemoCasting {
    User,
    Staff,
    NewStaff,
    NewGuest,
    Leaver
};

/// How far apart a story's events are.
enum class DemoPace {
    Seconds,
    Minutes
};

/// Tells one event.
using DemoStep = void (*)(DemoScene &scene);

/// A short run of events that belong together, such as a sign-in. Each step is exactly one event.
struct DemoStory
{
    int weight =
        0; ///< How often, against the others; 0 = told only where the stream's beginning needs it.
    DemoCasting casting = DemoCasting::User;
    DemoPace pace = DemoPace::Seconds;
    bool isSignIn = false; ///< Prefers the morning.
    std::vector<DemoStep> steps;
};

// The stories by subject; together their steps cover all types of the catalogue.
std::vector<DemoStory> signInStories();
std::vector<DemoStory> directoryStories();
std::vector<DemoStory> directoryGroupStories();
std::vector<DemoStory> peopleStories();
std::vector<DemoStory> organizationStories();
std::vector<DemoStory> connectionStories();
std::vector<DemoStory> accessStories();
std::vector<DemoStory> platformStories();
std::vector<DemoStory> vaultStories();
std::vector<DemoStory> agentStories();

// What the beginning of the stream and its last day need by name.
DemoStory organizationFounded(); ///< organization.created
DemoStory organizationSetUp(); ///< Domain, connection and directory.
DemoStory directoryGroupsCreated(); ///< The groups of the directory.
DemoStory directoryJoin(); ///< A new person comes from the directory.
DemoStory nightlyPlanSync(); ///< organization.updated for every organization.

/// Steps that stories of another subject tell too.
namespace demosteps {

void directoryUserCreated(DemoScene &scene);
void directoryUserDeleted(DemoScene &scene);
void directoryUserAdded(DemoScene &scene);
void directoryUserRemoved(DemoScene &scene);
void directoryTokenCreated(DemoScene &scene);
void sessionEnded(DemoScene &scene);
void domainCreated(DemoScene &scene);
void domainVerified(DemoScene &scene);
void connectionActivated(DemoScene &scene);
void directoryActivated(DemoScene &scene);

} // namespace demosteps

/// The members of a directory user, into an object that is open.
void writeDirectoryUser(CompactJson &json,
                        const DemoOrganization &organization,
                        const DemoPerson &person);

} // namespace playhead
