// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"
#include "cli/progressbar.h"
#include "cli/stopsignals.h"
#include "cli/verbs.h"

#include "sync/ledger.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <limits>
#include <memory>
#include <optional>

namespace tidegate::cli {

namespace {

constexpr int pageRows = 500;
constexpr int defaultRows = 50;

struct LedgerWords
{
    std::string job;
    std::optional<std::string> adopt;
    int limit = defaultRows;
};

void addRow(const LedgerRow& row, TextTable& table)
{
    table.add({std::to_string(row.seq), row.kind, row.lo.value_or("-"), row.hi.value_or("-"),
               std::to_string(row.rowsRead), std::to_string(row.rowsInserted), std::to_string(row.rowsDeleted),
               std::to_string(row.rowsUnchanged), row.appliedAt, row.heldBy});
}

TextTable ledgerTable()
{
    using enum TextTable::Align;
    return TextTable({{"SEQ", Right},
                      {"KIND"},
                      {"LO"},
                      {"HI"},
                      {"READ", Right},
                      {"INSERTED", Right},
                      {"DELETED", Right},
                      {"UNCHANGED", Right},
                      {"APPLIED AT"},
                      {"HELD BY"}});
}

/// Pages until `limit` rows were shown; 0: all.
int showLedger(CommandContext& context, const Workplace& place, const LedgerWords& words, const std::stop_token& stop)
{
    Output& output = context.output();
    TextTable table = ledgerTable();
    std::optional<std::int64_t> before;
    int left = words.limit > 0 ? words.limit : std::numeric_limits<int>::max();
    while (left > 0) {
        const auto page = readLedger(place.pool, place.environment, words.job, before, std::min(left, pageRows), stop);
        if (!page)
            return output.fail(page.error());
        for (const LedgerRow& row : page->rows) {
            output.event("ledger.row", toJson(row));
            addRow(row, table);
        }
        left -= static_cast<int>(page->rows.size());
        before = page->next;
        if (!before)
            break;
    }
    if (table.isEmpty())
        output.line(fmt::format("{}: nothing applied yet", words.job));
    else
        output.table(table);
    return 0;
}

int ledger(CommandContext& context, const LedgerWords& words)
{
    Output& output = context.output();
    const StopSignals signals([](int) {});
    const auto place = context.workplace();
    if (!place)
        return output.fail(place.error());
    if (const auto job = validJob((*place)->pool, words.job, output); !job)
        return output.fail(job.error());
    if (!words.adopt)
        return showLedger(context, **place, words, signals.token());
    const auto row = adoptLedger((*place)->pool, (*place)->environment, words.job, *words.adopt, signals.token());
    if (!row)
        return output.fail(row.error());
    output.event("ledger.adopted", toJson(*row));
    output.line(fmt::format("{}: adopted; the next window starts at {}", words.job, row->hi.value_or("-")));
    return 0;
}

void printReport(const StateReport& report, Output& output)
{
    output.line(fmt::format("{}, schema {}: {}", report.connection, report.schema,
                            report.present ? fmt::format("version {}", report.version) : "no run has made it yet"));
    TextTable owners({{"JOB"},
                      {"EPOCH", TextTable::Align::Right},
                      {"OWNER"},
                      {"HOST"},
                      {"PID", TextTable::Align::Right},
                      {"SINCE"},
                      {"STATE"}});
    for (const StateOwner& owner : report.owners)
        owners.add({owner.jobId, std::to_string(owner.epoch), owner.owner, owner.host, std::to_string(owner.pid),
                    owner.takenAt, owner.holding ? "running" : "idle"});
    if (!owners.isEmpty())
        output.table(owners);
    for (const StagingLeftover& leftover : report.leftovers)
        output.line(fmt::format("  leftover: {} ({})", leftover.table, shortBytes(leftover.bytes)));
    for (const std::string& problem : report.problems)
        output.line(fmt::format("  problem: {}", problem));
}

/// What the first target answers that can't be looked at; else 6 where a ledger has a problem.
int check(CommandContext& context)
{
    Output& output = context.output();
    const StopSignals signals([](int) {});
    const auto place = context.workplace();
    if (!place)
        return output.fail(place.error());
    const auto reports = checkState((*place)->pool, (*place)->environment, signals.token());
    if (reports.empty())
        output.line("no job of the pool has a target");
    int unseen = 0;
    bool sound = true;
    for (const auto& report : reports) {
        if (!report) {
            const int code = output.fail(report.error());
            unseen = unseen == 0 ? code : unseen;
            continue;
        }
        output.event("state", toJson(*report));
        printReport(*report, output);
        sound = sound && report->problems.empty();
    }
    return unseen != 0 ? unseen : sound ? 0 : 6;
}

} // namespace

void addStateVerbs(CLI::App& root, Action& chosen)
{
    CLI::App* verb = root.add_subcommand("ledger", "What was applied, newest first");
    const auto words = std::make_shared<LedgerWords>();
    verb->add_option("JOB", words->job, "The job's name")->required();
    verb->add_option("--adopt", words->adopt, "Take over from another tool: the next window starts at HI")
        ->type_name("HI");
    verb->add_option("--limit", words->limit, "Rows to show; 0: all")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    verb->callback([&chosen, words] { chosen = [words](CommandContext& context) { return ledger(context, *words); }; });

    CLI::App* state = root.add_subcommand("state", "Look at ledgers, owners and leftovers in the targets");
    state->require_subcommand(1);
    state->add_subcommand("check", "Every target of the pool; changes nothing")->callback([&chosen] {
        chosen = check;
    });
}

} // namespace tidegate::cli
