// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace tidegate::cli {

class CommandContext;

/// What a verb does once its words are parsed; returns the exit code.
using Action = std::function<int(CommandContext&)>;

// Each adds its verbs to `root`; the one that was typed puts its action into `chosen`.
void addPoolVerbs(CLI::App& root, Action& chosen);
void addJobVerbs(CLI::App& root, Action& chosen);
void addJobFileVerbs(CLI::App& job, Action& chosen); ///< the verbs below `job` that change files
void addJobNewVerb(CLI::App& job, Action& chosen);
void addJobDiffVerb(CLI::App& job, Action& chosen);
void addJobRenameVerb(CLI::App& job, Action& chosen);
void addSqlVerb(CLI::App& root, Action& chosen);
void addRunVerb(CLI::App& root, Action& chosen);
void addStateVerbs(CLI::App& root, Action& chosen);
void addVerifyVerb(CLI::App& root, Action& chosen);
void addAgentVerbs(CLI::App& root, Action& chosen);
void addScheduleVerbs(CLI::App& root, Action& chosen);
void addHistoryVerb(CLI::App& root, Action& chosen);
void addUnbuiltVerbs(CLI::App& root, Action& chosen);

} // namespace tidegate::cli
