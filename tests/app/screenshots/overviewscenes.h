// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage.h"

namespace tidegate {

/// A shop's day with 42 jobs in production, two of which need somebody.
void prepareShop(const std::filesystem::path& pool, FakeAgent& agent);
/// The same on a day when nothing is wrong.
void prepareQuiet(const std::filesystem::path& pool, FakeAgent& agent);
/// An agent that does not answer.
void prepareWaiting(const std::filesystem::path& pool, FakeAgent& agent);
/// An agent that can't read its history.
void prepareError(const std::filesystem::path& pool, FakeAgent& agent);

void openFold(Stage& stage);
void loseAgent(Stage& stage);

} // namespace tidegate
