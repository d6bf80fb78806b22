// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/knownrun.h"

#include "models/jsonread.h"

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

/// The target's clock stamps the ledger, the agent's its runs.
constexpr qint64 clockSlack = 5000;

RowNumbers rowsFrom(const json& rows)
{
    const auto count = [&rows](const char* key) { return jsonNumber<qint64>(rows, key).value_or(0); };
    return {count("read"),      count("inserted"),   count("deleted"),
            count("unchanged"), count("superseded"), count("quarantined")};
}

void add(RowNumbers& sum, const RowNumbers& more)
{
    sum.read += more.read;
    sum.inserted += more.inserted;
    sum.deleted += more.deleted;
    sum.unchanged += more.unchanged;
    sum.superseded += more.superseded;
    sum.quarantined += more.quarantined;
}

/// Whether both tell of one run: the same window, or one ended while the other ran.
bool isSame(const KnownRun& better, const KnownRun& other)
{
    if (better.outcome == u"busy" || better.outcome == u"refused" || better.outcome == u"nothing_to_do")
        return false; // these write nothing into the ledger
    if (!better.hi.isEmpty() && !other.hi.isEmpty() && other.origin == KnownRun::Origin::Ledger)
        return better.hi == other.hi && (better.lo == other.lo || other.windows > 1);
    if (!better.startedAt.isValid())
        return false;
    const QDateTime at = other.origin == KnownRun::Origin::Ledger ? other.endedAt : other.startedAt;
    const auto lasted = static_cast<qint64>(std::max(0.0, better.seconds) * 1000);
    return at >= better.startedAt.addMSecs(-clockSlack) &&
           (better.seconds < 0 || at <= better.startedAt.addMSecs(lasted + clockSlack));
}

/// Of the history: its start is our own stamp, so it needs no slack worth mentioning.
bool isSameStart(const KnownRun& session, const KnownRun& history)
{
    return std::abs(session.startedAt.msecsTo(history.startedAt)) < 1000;
}

} // namespace

KnownRun runFromStatus(const RunStatus& status)
{
    KnownRun run;
    run.run = status.run;
    run.outcome = status.isActive()                           ? u"running"_s
                  : status.stage == RunStatus::Stage::Unknown ? u"unknown"_s
                                                              : status.outcome;
    run.startedAt = status.startedAt;
    run.seconds = status.seconds;
    run.rows = status.rows;
    run.bytes = status.bytes;
    run.lo = status.lo;
    run.hi = status.hi;
    run.heldBy = status.heldBy;
    run.windows = status.windows;
    if (status.error) {
        run.error = toQt(status.error->message);
        run.hint = toQt(status.error->hint);
    }
    return run;
}

RunStatus statusOf(const KnownRun& run)
{
    RunStatus status;
    status.stage = RunStatus::Stage::Ended;
    status.phase = u"finished"_s;
    status.outcome = run.outcome;
    status.startedAt = run.startedAt;
    status.seconds = std::max(0.0, run.seconds);
    status.rows = run.rows;
    status.staged = run.rows.read;
    status.bytes = std::max<qint64>(0, run.bytes);
    status.hasWindow = !run.hi.isEmpty();
    status.lo = run.lo;
    status.hi = run.hi;
    status.window = run.windows;
    status.windows = run.windows;
    if (!run.error.isEmpty())
        status.error = Error{ErrorCode::QueryFailed, toStd(run.error), toStd(run.hint)};
    return status;
}

QList<KnownRun> runsFromHistory(const json& answer)
{
    QList<KnownRun> runs;
    for (const json& entry : jsonList(answer, "runs")) {
        KnownRun run;
        run.origin = KnownRun::Origin::History;
        run.outcome = jsonText(entry, "state");
        run.startedAt = jsonTime(entry, "startedAt");
        run.endedAt = jsonTime(entry, "endedAt");
        run.seconds = jsonNumber<double>(entry, "seconds").value_or(-1);
        run.rows = rowsFrom(jsonMember(entry, "rows"));
        run.bytes = jsonNumber<qint64>(entry, "bytes").value_or(-1);
        run.lo = jsonText(entry, "lo");
        run.hi = jsonText(entry, "hi");
        run.trigger = jsonText(entry, "trigger");
        run.error = jsonText(jsonMember(entry, "error"), "message");
        run.hint = jsonText(jsonMember(entry, "error"), "hint");
        runs << run;
    }
    return runs;
}

QList<KnownRun> runsFromLedger(const json& rows)
{
    QList<KnownRun> runs;
    if (!rows.is_array())
        return runs;
    for (const json& entry : rows) {
        const qint64 epoch = jsonNumber<qint64>(entry, "epoch").value_or(0);
        const RowNumbers counts = rowsFrom(jsonMember(entry, "rows"));
        const QString lo = jsonText(entry, "lo");
        if (epoch != 0 && !runs.isEmpty() && runs.back().epoch == epoch) {
            add(runs.back().rows, counts);
            runs.back().lo = lo;
            ++runs.back().windows;
            continue;
        }
        KnownRun run;
        run.origin = KnownRun::Origin::Ledger;
        run.epoch = epoch;
        run.outcome = u"applied"_s;
        run.endedAt = jsonTime(entry, "applied_at");
        const QDateTime taken = jsonTime(entry, "taken_at");
        run.startedAt = taken.isValid() ? taken : run.endedAt;
        run.seconds = taken.isValid() ? static_cast<double>(taken.msecsTo(run.endedAt)) / 1000 : -1;
        run.rows = counts;
        run.lo = lo;
        run.hi = jsonText(entry, "hi");
        run.heldBy = jsonText(entry, "held_by");
        run.kind = jsonText(entry, "kind");
        run.windows = 1;
        run.owner = jsonText(entry, "owner");
        run.host = jsonText(entry, "host");
        runs << run;
    }
    return runs;
}

QList<KnownRun> mergeRuns(const QList<KnownRun>& session, const QList<KnownRun>& history, const QList<KnownRun>& ledger,
                          qsizetype most)
{
    QList<KnownRun> all = session;
    const auto addUnlessKnown = [&all](const QList<KnownRun>& more, auto same) {
        const qsizetype known = all.size();
        for (const KnownRun& run : more) {
            const auto end = all.begin() + known;
            const auto found =
                std::find_if(all.begin(), end, [&](const KnownRun& better) { return same(better, run); });
            if (found == end)
                all << run;
            else if (found->kind.isEmpty())
                found->kind = run.kind;
        }
    };
    addUnlessKnown(history, isSameStart);
    addUnlessKnown(ledger, isSame);
    std::stable_sort(all.begin(), all.end(),
                     [](const KnownRun& a, const KnownRun& b) { return a.startedAt > b.startedAt; });
    if (all.size() > most)
        all.resize(most);
    return all;
}

} // namespace tidegate
