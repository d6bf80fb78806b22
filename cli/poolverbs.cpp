// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"
#include "cli/verbs.h"

#include "db/catalogueservice.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <set>

namespace tidegate::cli {

namespace {

struct Counts
{
    int errors = 0;
    int warnings = 0;
    int notes = 0;
};

Counts printFindings(const Findings& findings, Output& output)
{
    Counts counts;
    for (const Finding& finding : findings) {
        output.finding(finding);
        ++(finding.severity == Severity::Error     ? counts.errors
           : finding.severity == Severity::Warning ? counts.warnings
                                                   : counts.notes);
    }
    return counts;
}

std::string plural(int count, std::string_view word)
{
    return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

/// The connections that the valid jobs of the pool really use, by what they mean in the environment.
std::set<std::string> usedConnections(const Pool& pool)
{
    std::set<std::string> names;
    for (const auto& job : pool.jobs) {
        if (job.definition) {
            names.insert(job.definition->source.connection);
            names.insert(job.definition->target.connection);
        }
    }
    return names;
}

/// Opens every connection once. Returns the exit code of the first failure, or 0.
int checkServers(const Workplace& place, Output& output)
{
    int worst = 0;
    for (const std::string& name : usedConnections(place.pool)) {
        const auto server = readServer(place.pool, place.environment, name, {});
        if (!server) {
            const int code = output.fail(server.error());
            worst = worst == 0 ? code : worst;
            continue;
        }
        output.event("server", {{"connection", name}, {"server", sql::toJson(*server)}});
        output.line(fmt::format("{}: {}, time zone {}{}{}", name, server->versionText, server->zone,
                                server->standby ? ", a standby" : "",
                                server->seesAllSessions ? "" : ", can't see other sessions' transactions"));
        if (!server->seesAllSessions)
            output.note(fmt::format(
                "{}: grant pg_read_all_stats, or give the jobs that read here a lag: open writers are unknown", name));
    }
    return worst;
}

int check(CommandContext& context, bool live)
{
    Output& output = context.output();
    const auto pool = context.readPool();
    if (!pool)
        return output.fail(pool.error());
    const Counts counts = printFindings(pool->findings(), output);
    int code = counts.errors > 0 ? 2 : 0;
    if (live) {
        const auto place = context.workplace();
        if (!place)
            return output.fail(place.error());
        const int servers = checkServers(**place, output);
        code = code == 0 ? servers : code;
    }
    output.event("pool.checked", {{"pool", pool->name},
                                  {"root", pool->root.string()},
                                  {"jobs", pool->jobs.size()},
                                  {"errors", counts.errors},
                                  {"warnings", counts.warnings},
                                  {"notes", counts.notes}});
    output.line(fmt::format("{}: {}, {}, {}, {}", pool->name, plural(static_cast<int>(pool->jobs.size()), "job"),
                            plural(counts.errors, "error"), plural(counts.warnings, "warning"),
                            plural(counts.notes, "note")));
    return code;
}

} // namespace

void addPoolVerbs(CLI::App& root, Action& chosen)
{
    CLI::App* pool = root.add_subcommand("pool", "Look at the pool as a whole");
    pool->require_subcommand(1);
    CLI::App* verb = pool->add_subcommand("check", "Check every file: all findings, with file:line:column");
    const auto live = std::make_shared<bool>(false);
    verb->add_flag("--live", *live, "Also connect to what the jobs use");
    verb->callback([&chosen, live] { chosen = [live](CommandContext& context) { return check(context, *live); }; });
}

} // namespace tidegate::cli
