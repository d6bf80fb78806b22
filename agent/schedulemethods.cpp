// SPDX-License-Identifier: Apache-2.0
#include "agent/methods.h"

#include "agent/history/history.h"
#include "agent/poolparams.h"
#include "agent/schedule/jobschedule.h"

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

Result<json> list(History& history, const json& params)
{
    const auto pool = RequestPool::read(params);
    if (!pool)
        return pool.error();
    const Place place = (*pool)->place();
    const auto since = history.schedules.enabledSince(place);
    const auto pausedJobs = history.schedules.paused(place);
    if (!since || !pausedJobs)
        return since ? pausedJobs.error() : since.error();
    json answer = {{"enabled", since->has_value()}, {"jobs", json::array()}};
    for (const auto& file : (*pool)->pool().jobs) {
        const auto schedule = file.definition ? jobSchedule(*file.definition) : std::nullopt;
        if (!schedule)
            continue;
        const bool paused = schedule->paused || pausedJobs->count("") > 0 || pausedJobs->count(file.name) > 0;
        json job = describe(*file.definition, *schedule, paused, history.store.now());
        job["last"] = nullptr;
        job["state"] = !since->has_value() ? "off" : paused ? "paused" : "waiting";
        answer["jobs"].push_back(std::move(job));
    }
    return answer;
}

Result<json> change(History& history, const json& params,
                    const std::function<Result<void>(ScheduleBook&, const Place&, const std::string& job)>& what)
{
    const auto pool = RequestPool::read(params);
    if (!pool)
        return pool.error();
    const json job = params.value("job", json());
    const auto done = what(history.schedules, (*pool)->place(), job.is_string() ? job.get<std::string>() : "");
    return done ? Result<json>(json::object()) : done.error();
}

} // namespace

void addScheduleMethods(rpc::Peer& peer, History& history)
{
    peer.handle("schedule.list", rpc::Execution::Background,
                [&history](const json& params, const std::stop_token&) { return list(history, params); });
    const auto add = [&](const std::string& method, auto what) {
        peer.handle(method, rpc::Execution::Background, [&history, what](const json& params, const std::stop_token&) {
            return change(history, params, what);
        });
    };
    add("schedule.enable",
        [](ScheduleBook& book, const Place& place, const std::string&) { return book.enable(place); });
    add("schedule.disable",
        [](ScheduleBook& book, const Place& place, const std::string&) { return book.disable(place); });
    add("schedule.pause",
        [](ScheduleBook& book, const Place& place, const std::string& job) { return book.pause(place, job); });
    add("schedule.resume",
        [](ScheduleBook& book, const Place& place, const std::string& job) { return book.resume(place, job); });
}

} // namespace tidegate::agent
