// SPDX-License-Identifier: Apache-2.0
#include "sync/holder.h"

#include "sync/processid.h"

#include <fmt/format.h>

namespace tidegate {

namespace {

constexpr double silence = 60; ///< seconds; an owner speaks every 10

} // namespace

Result<std::vector<Holder>> readHolders(Session& session, const StateStore& state, const std::string& jobId,
                                        std::stop_token stop)
{
    const auto rows = session.run(state.sql().holders(jobId), stop);
    if (!rows)
        return rows.error();
    std::vector<Holder> holders;
    for (int row = 0; row < rows->size(); ++row) {
        Holder holder;
        holder.backendPid = static_cast<int>(rows->integer(row, 0));
        holder.owner = rows->text(row, 1) == "owner";
        holder.user = rows->text(row, 2);
        holder.client = rows->text(row, 4);
        holder.since = rows->text(row, 5);
        if (!rows->isNull(row, 6)) {
            const auto age = session.query("select extract(epoch from clock_timestamp() - $1::timestamptz)",
                                           {std::string(rows->text(row, 6))}, stop);
            if (!age)
                return age.error();
            holder.silentSeconds = age->number(0, 0);
        }
        holders.push_back(std::move(holder));
    }
    return holders;
}

Result<std::optional<HolderEngine>> readHolderEngine(Session& session, const StateStore& state,
                                                     const std::string& jobId, std::stop_token stop)
{
    const auto rows = session.run(state.sql().newestEpoch(jobId), std::move(stop));
    if (!rows)
        return rows.error();
    if (rows->empty())
        return std::optional<HolderEngine>{};
    HolderEngine engine;
    engine.epoch = rows->integer(0, 0);
    engine.owner = rows->text(0, 1);
    engine.host = rows->text(0, 2);
    engine.pid = static_cast<int>(rows->integer(0, 3));
    engine.pidStarted = rows->text(0, 4);
    engine.backendPid = static_cast<int>(rows->integer(0, 5));
    engine.takenAt = rows->text(0, 6);
    return std::optional<HolderEngine>(std::move(engine));
}

std::string whyEnded(const Holder& holder, const std::optional<HolderEngine>& engine)
{
    const bool known = engine && engine->backendPid == holder.backendPid;
    if (known && isKnownDead(engine->host, engine->pid, engine->pidStarted))
        return fmt::format("its process {} on {} is gone", engine->pid, engine->host);
    if (holder.silentSeconds > silence)
        return fmt::format("it has been silent for {:.0f} s", holder.silentSeconds);
    return {};
}

Error busyError(const std::string& jobId, const Holder& holder, const std::optional<HolderEngine>& engine)
{
    const bool known = engine && engine->backendPid == holder.backendPid;
    const std::string who =
        known
            ? fmt::format("{} on {} (process {}), since {}", engine->owner, engine->host, engine->pid, engine->takenAt)
            : fmt::format("{} from {}, since {}", holder.user,
                          holder.client.empty() ? "the server's own host" : holder.client, holder.since);
    Error error{ErrorCode::Busy, fmt::format("job {} is being run by {}", jobId, who),
                "wait until it ends, or end it with `run --take-over`", Side::Target};
    error.with("owner", known ? engine->owner : holder.user);
    error.with("host", known ? engine->host : holder.client);
    error.with("since", known ? engine->takenAt : holder.since);
    error.with("offers", "take_over");
    error.with("backend_pid", std::to_string(holder.backendPid));
    return error;
}

Result<void> terminateHolders(Session& session, const StateStore& state, const std::vector<Holder>& holders,
                              std::stop_token stop)
{
    for (const auto& holder : holders) {
        if (auto done = session.run(state.sql().terminate(holder.backendPid), stop); !done) {
            auto error = done.error();
            if (error.detail("sqlstate") == "42501")
                error.hint = fmt::format("this role may not end backend {}: ask {} or a superuser to terminate it",
                                         holder.backendPid, holder.user);
            return error;
        }
    }
    return {};
}

} // namespace tidegate
