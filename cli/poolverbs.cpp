// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"
#include "cli/stopsignals.h"
#include "cli/verbs.h"

#include "db/livecheck.h"

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

/// What the valid jobs use, each as what: a connection may be the source of one and the target of another.
std::set<std::pair<Side, std::string>> usedConnections(const Pool& pool)
{
    std::set<std::pair<Side, std::string>> used;
    for (const auto& job : pool.jobs) {
        if (job.definition) {
            used.emplace(Side::Source, job.definition->source.connection);
            used.emplace(Side::Target, job.definition->target.connection);
        }
    }
    return used;
}

void printServer(const std::string& name, Side side, const sql::ServerInfo& server, Output& output)
{
    output.event("server", {{"connection", name}, {"side", toString(side)}, {"server", sql::toJson(server)}});
    const bool blind = side == Side::Source && !server.seesAllSessions;
    output.line(fmt::format("{} ({}): {}, time zone {}{}{}", name, toString(side), server.versionText, server.zone,
                            server.standby ? ", a standby" : "",
                            blind ? ", can't see other sessions' transactions" : ""));
    if (blind)
        output.note(fmt::format(
            "{}: grant pg_read_all_stats, or give the jobs that read here a lag: open writers are unknown", name));
}

/// What this version can't run is noted already.
bool isRunnable(const PoolFile<JobDefinition>& file)
{
    return file.definition && !hasErrors(file.findings) && file.definition->unsupported.empty();
}

/// Every server once, then every job against them. Returns the exit code of the first failure, or 0.
int checkLive(const Workplace& place, Output& output)
{
    const StopSignals signals([&output](int) { output.note("stopping"); });
    LiveCheck live(place.pool, place.environment, signals.token());
    int first = 0;
    const auto fail = [&](const Error& error) {
        const int code = output.fail(error);
        first = first == 0 ? code : first;
    };
    for (const auto& [side, name] : usedConnections(place.pool)) {
        const auto server = live.server(name, side);
        if (server)
            printServer(name, side, *server, output);
        else if (server.error().code == ErrorCode::Cancelled)
            return output.fail(server.error());
        else
            fail(server.error());
    }
    for (const auto& file : place.pool.jobs) {
        if (!isRunnable(file))
            continue;
        for (Error problem : live.job(*file.definition)) {
            problem.message = fmt::format("{}: {}", file.name, problem.message);
            fail(problem.with("job", file.name));
        }
        if (signals.token().stop_requested())
            return output.fail({ErrorCode::Cancelled, "cancelled; the servers were not checked to the end"});
    }
    return first;
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
        const int found = checkLive(**place, output);
        code = code == 0 ? found : code;
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
    verb->add_flag("--live", *live, "Also ask the servers: reachability, tables and columns, rights");
    verb->callback([&chosen, live] { chosen = [live](CommandContext& context) { return check(context, *live); }; });
}

} // namespace tidegate::cli
