// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QByteArray>

#include <array>
#include <random>
#include <span>

namespace playhead::bench {

/// Changes whenever the made bytes do: stores of another version are not used again.
inline constexpr int kGeneratorVersion = 2;

/// The newest made event is a little older.
inline constexpr Instant kMadeEnd = instantFromUs(1'795'420'800'000'000);
inline constexpr Duration kMadeDays = std::chrono::hours(24 * 89);

/// Texts that are made to be looked for. Case and spelling are always these.
inline constexpr char kCommonText[] = "Lighthouse"; ///< In nearly two thirds of the events.
inline constexpr char kRareText[] = "Cartographer"; ///< In about 3 of 100 events.
inline constexpr char kMissingText[] = "Quartermaster";

/// Makes events as a busy WorkOS environment sends them: 22 types, 501 organizations, about 218,000 objects and 944 MB a
/// million, of one spelling (compact), over 89 days in order of time. The same seed and count give the same bytes.
class EventGenerator
{
public:
    EventGenerator(quint64 seed, quint32 count);

    /// The next event, on one line without its end; valid until the next call.
    const QByteArray &next();

private:
    enum Kind {
        DirectoryUser,
        DirectoryGroup,
        Directory,
        Connection,
        User,
        Session,
        Membership,
        Organization,
        kKinds
    };
    struct Type;
    static const std::array<Type, 22> kTypes;

    quint32 below(quint32 limit);
    QByteArrayView any(std::span<const QByteArrayView> words)
    {
        return words[below(quint32(words.size()))];
    }
    QByteArray ulid(Instant time);
    QByteArray idOf(Kind kind, quint32 number) const;
    QByteArray knownOrNew(Kind kind);
    QByteArray organization();
    const Type &type();

    void open(QByteArrayView key, QByteArrayView text); ///< An object with its first member.
    void member(QByteArrayView key, QByteArrayView text);
    void person(QByteArrayView idKey, const QByteArray &id);
    void note(QByteArrayView key, quint32 words);
    void dates();
    void data(const Type &type);
    void directoryUser(const QByteArray &id, quint32 words);
    void directoryGroup(const QByteArray &id, quint32 words);
    void signIn(bool isFailure);
    void session(const QByteArray &id);
    void membership(const QByteArray &id);
    void user(const QByteArray &id);
    void named(Kind kind, const QByteArray &id);

    std::mt19937_64 m_random;
    const quint64 m_seed;
    const qint64 m_stepUs;
    quint32 m_made = 0;
    std::array<quint32, kKinds> m_objects{};
    Instant m_time{};
    QByteArray m_text;
};

} // namespace playhead::bench
