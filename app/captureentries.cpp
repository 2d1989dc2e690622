// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/captureentries.h"

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

/// The file's name, with a number when another entry that stays has it.
QString freeName(const QUrl &file, qint64 ownId, const EnvironmentBook &environments)
{
    const QString fileName = file.fileName();
    const auto isTaken = [&](const QString &name) {
        const QList<Environment> &all = environments.environments();
        return std::any_of(all.cbegin(), all.cend(), [&](const Environment &one) {
            const bool isReplaced = one.isCapture() && one.baseUrl == file;
            return one.id != ownId && !isReplaced && one.name == name;
        });
    };
    QString name = fileName;
    for (int number = 2; isTaken(name); ++number) {
        name = u"%1 (%2)"_s.arg(fileName).arg(number);
    }
    return name;
}

} // namespace

QList<KnownCapture> knownCaptures(const EnvironmentBook &environments)
{
    QList<KnownCapture> known;
    for (const Environment &capture : environments.captures()) {
        known.append({capture.id,
                      capture.baseUrl.toLocalFile(),
                      capture.captureSize,
                      capture.captureSample});
    }
    return known;
}

Environment captureEntry(const KnownCapture &capture, const EnvironmentBook &environments)
{
    Environment entry;
    entry.keySource = KeySource::Capture;
    entry.colour = EnvironmentColour::Purple;
    for (const Environment &known : environments.captures()) {
        if (known.id == capture.id) {
            entry = known;
        }
    }
    entry.baseUrl = QUrl::fromLocalFile(capture.path);
    entry.captureSize = capture.size;
    entry.captureSample = capture.sample;
    entry.isListed = true;
    entry.name = freeName(entry.baseUrl, entry.id, environments);
    return entry;
}

Environment closedEntry(Environment capture)
{
    capture.isListed = false;
    capture.name = u"%1 #%2"_s.arg(capture.name).arg(capture.id);
    return capture;
}

QList<Environment> entriesReplacedBy(const Environment &entry, const EnvironmentBook &environments)
{
    QList<Environment> replaced;
    for (const Environment &known : environments.environments()) {
        if (known.isCapture() && known.id != entry.id && known.baseUrl == entry.baseUrl) {
            replaced.append(known);
        }
    }
    return replaced;
}

} // namespace playhead
