// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/democast.h"
#include "model/server/demorandom.h"

#include <QHash>

#include <deque>
#include <vector>

namespace playhead {

/// A sign-in session that has not been revoked yet.
struct DemoSession
{
    QByteArray id;
    size_t person = 0;
    QByteArray method;
    QByteArray ip;
    QByteArray agent;
    Instant created{};
};

/// All objects of the demo in their present state. Stories read and change it in stream order.
class DemoWorld
{
public:
    DemoWorld(quint64 seed, Instant windowStart);

    DemoRandom random;
    std::vector<DemoOrganization> organizations;
    std::deque<DemoPerson> people; ///< Also those that have left; indexes stay valid.
    std::deque<DemoSession> sessions; ///< The youngest few hundred.
    QByteArray environmentId;
    QByteArray clientId;
    QByteArray waitlistId;

    /// `prefix` and a ULID of that time.
    QByteArray id(QByteArrayView prefix, Instant time);
    /// Lower-case letters and digits.
    QByteArray token(int length);
    QByteArray uuid();
    QByteArray address();
    QByteArray agent();

    /// An organization, the big ones more often.
    size_t anyOrganization();
    /// Someone of the directory; created silently when there is nobody, as if long before the stream.
    size_t anyStaff(size_t organization, Instant now);
    /// Someone who can sign in, of the directory or not.
    size_t anyUser(size_t organization, Instant now);
    /// A new person with names of their own, already among the living.
    size_t newPerson(size_t organization, Instant now, bool inDirectory);
    /// A person of the directory who is no longer picked after this; the organization keeps at least two.
    size_t takeLeaver(size_t organization, Instant now);
    /// A session to be revoked: the person's, any, or a silent one when there is none.
    DemoSession takeSession(size_t person, Instant now);

private:
    void found(const DemoCompany &company, Instant windowStart);
    void nameByChance(DemoPerson &person, const DemoCompany &company);

    std::vector<std::vector<size_t>> m_staff; ///< By organization.
    std::vector<std::vector<size_t>> m_guests;
    QHash<QByteArray, int> m_mailNames; ///< How often a mail name was given.
    int m_totalWeight = 0;
};

} // namespace playhead
