// SPDX-License-Identifier: Apache-2.0
#include "agent/methods.h"

#include "agent/history/history.h"
#include "agent/poolparams.h"
#include "agent/session.h"
#include "job/jobschedule.h"

#include <fmt/format.h>

namespace tidegate::agent {

namespace {

using nlohmann::json;

constexpr std::size_t shownTimes = 5;

json describe(const JobDefinition& job, const JobSchedule& schedule, bool paused, TimePoint now)
{
    json next = json::array();
    for (const auto time : schedule.times.next(std::chrono::floor<std::chrono::seconds>(now), shownTimes))
        next.push_back(isoSeconds(time));
    return {{"job", job.name},
            {"cron", job.schedule->cron},
            {"zone", schedule.times.zone().name()},
            {"missed", job.schedule->missed},
            {"paused", paused},
            {"next", std::move(next)}};
}

std::string stateOf(const Services& services, const Place& place, const std::string& job, bool enabled, bool paused)
{
    if (services.runs.isRunning(place.pool, place.environment, job))
        return "running";
    if (services.scheduler.isQueued(place, job))
        return "queued";
    return !enabled ? "off" : paused ? "paused" : "waiting";
}

Result<json> list(const Services& services, const json& params)
{
    const auto pool = RequestPool::read(params);
    if (!pool)
        return pool.error();
    History& history = services.history;
    const Place place = (*pool)->place();
    const auto since = history.schedules.enabledSince(place);
    const auto pausedJobs = history.schedules.paused(place);
    const auto last = history.fires.last(place);
    const auto skipped = history.fires.skippedSince(place, history.store.now() - std::chrono::hours(24));
    for (const Error* error : {since ? nullptr : &since.error(), pausedJobs ? nullptr : &pausedJobs.error(),
                               last ? nullptr : &last.error(), skipped ? nullptr : &skipped.error()}) {
        if (error != nullptr)
            return *error;
    }
    json answer = {{"enabled", since->has_value()}, {"jobs", json::array()}};
    for (const auto& file : (*pool)->pool().jobs) {
        const auto schedule = file.definition ? jobSchedule(*file.definition) : std::nullopt;
        if (!schedule)
            continue;
        const bool paused = schedule->paused || pausedJobs->count("") > 0 || pausedJobs->count(file.name) > 0;
        json job = describe(*file.definition, *schedule, paused, history.store.now());
        const auto fire = last->find(file.name);
        job["last"] = fire == last->end()
                          ? json(nullptr)
                          : json{{"due", isoTime(fire->second.due)}, {"state", toString(fire->second.state)}};
        const auto count = skipped->find(file.name);
        job["skipped24h"] = count == skipped->end() ? 0 : count->second;
        job["state"] = stateOf(services, place, file.name, since->has_value(), paused);
        answer["jobs"].push_back(std::move(job));
    }
    return answer;
}

/// What keeps a job paused although it alone is resumed.
Result<void> checkResume(const Services& services, const RequestPool& pool, const std::string& job)
{
    const auto* file = pool.pool().job(job);
    const auto schedule = file != nullptr && file->definition ? jobSchedule(*file->definition) : std::nullopt;
    if (schedule && schedule->paused)
        return Error{ErrorCode::Refused, fmt::format("{} says `paused: true`", file->path.generic_string()),
                     "take that line out: the file counts"};
    const auto paused = services.history.schedules.paused(pool.place());
    if (!paused)
        return paused.error();
    if (!job.empty() && paused->count("") > 0)
        return Error{ErrorCode::Refused, fmt::format("every job of this pool is paused, `{}` with them", job),
                     "resume all, then pause those that shall wait"};
    return {};
}

using Switch = Result<void> (*)(ScheduleBook& book, const Place& place, const std::string& job);
using Check = Result<void> (*)(const Services& services, const RequestPool& pool, const std::string& job);

Result<void> always(const Services&, const RequestPool&, const std::string&)
{
    return {};
}

Result<json> change(const Services& services, const json& params, Switch turn, Check check)
{
    const auto pool = RequestPool::read(params);
    if (!pool)
        return pool.error();
    const json given = params.value("job", json());
    const auto job = given.is_string() ? given.get<std::string>() : std::string();
    if (!job.empty() && (*pool)->pool().job(job) == nullptr)
        return noSuchJob((*pool)->pool(), job);
    if (const auto allowed = check(services, **pool, job); !allowed)
        return allowed.error();
    const auto done = turn(services.history.schedules, (*pool)->place(), job);
    if (!done)
        return done.error();
    services.scheduler.wake();
    return json::object();
}

} // namespace

void addScheduleMethods(rpc::Peer& peer, const Services& services)
{
    peer.handle("schedule.list", rpc::Execution::Background,
                [&services](const json& params, const std::stop_token&) { return list(services, params); });
    const auto add = [&](const std::string& method, Switch turn, Check check = always) {
        peer.handle(method, rpc::Execution::Background,
                    [&services, turn, check](const json& params, const std::stop_token&) {
                        return change(services, params, turn, check);
                    });
    };
    add("schedule.enable",
        [](ScheduleBook& book, const Place& place, const std::string&) { return book.enable(place); });
    add("schedule.disable",
        [](ScheduleBook& book, const Place& place, const std::string&) { return book.disable(place); });
    add("schedule.pause",
        [](ScheduleBook& book, const Place& place, const std::string& job) { return book.pause(place, job); });
    add(
        "schedule.resume",
        [](ScheduleBook& book, const Place& place, const std::string& job) { return book.resume(place, job); },
        checkResume);
}

} // namespace tidegate::agent
