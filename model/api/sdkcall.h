// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/pagerequest.h"

#include <QString>

namespace playhead {

/// Languages that WorkOS has an SDK for and that a request can be written in.
enum class SdkLanguage {
    JavaScript,
    Ruby,
    Python,
    Go
};
constexpr SdkLanguage kSdkLanguages[] = {SdkLanguage::JavaScript,
                                         SdkLanguage::Ruby,
                                         SdkLanguage::Python,
                                         SdkLanguage::Go};

/// `JavaScript`, `Go`: names, which no language translates.
QString sdkLanguageName(SdkLanguage language);

/// A whole program that sends `request` by WorkOS's SDK of that language, as those of autumn 2026 spell it (node 8 to 11,
/// ruby 10, python 10, go 10). The key is read from `WORKOS_API_KEY` and never written out. A `baseUrl` other than
/// https://api.workos.com is named to the client; JavaScript and Ruby take no path there. Ends with a line break. Any thread.
QString sdkCall(SdkLanguage language, const QUrl &baseUrl, const PageRequest &request);

} // namespace playhead
