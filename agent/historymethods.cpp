// SPDX-License-Identifier: Apache-2.0
#include "agent/methods.h"

#include "agent/history/delaytrack.h"
#include "agent/history/overview.h"
#include "agent/poolparams.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate::agent {

namespace {

using nlohmann::json;

constexpr int defaultRuns = 50;
constexpr int mostRuns = 300; ///< of at most about three kilobytes each
constexpr int mostCells = 500;
constexpr int mostPoints = 4000;

Result<json> overview(History& history, const json& params)
{
    const auto pool = RequestPool::read(params);
    if (!pool)
        return pool.error();
    OverviewRequest request;
    request.place = (*pool)->place();
    request.hours = params.value("hours", request.hours);
    request.cells = params.value("cells", request.cells);
    request.after = params.value("after", json()).is_string() ? params.at("after").get<std::string>() : "";
    request.limit = std::max(1, params.value("limit", request.limit));
    if (request.hours < 1 || request.hours > 24 * 31 || request.cells < 1 || request.cells > mostCells)
        return Error{ErrorCode::Usage,
                     fmt::format("{} cells over {} hours are out of range", request.cells, request.hours),
                     fmt::format("ask for 1 to {} cells over 1 to {} hours", mostCells, 24 * 31)};
    history.store.note(history.runs.closeOrphans());
    history.ledger.refresh(request.place); // for the next time
    return readOverview(history, (*pool)->pool(), request);
}

Result<json> runs(History& history, const json& params)
{
    const auto pool = RequestPool::read(params);
    if (!pool)
        return pool.error();
    const auto text = [&params](const char* key) {
        const json value = params.value(key, json());
        return value.is_string() ? value.get<std::string>() : std::string();
    };
    const json before = params.value("before", json());
    const auto page = history.runs.page((*pool)->place(), text("job"),
                                        before.is_null() ? std::nullopt : std::optional(before.get<std::int64_t>()),
                                        std::clamp(params.value("limit", defaultRuns), 1, mostRuns));
    if (!page)
        return page.error();
    json answer = {{"runs", json::array()}, {"next", nullptr}};
    for (const PastRun& run : page->runs)
        answer["runs"].push_back(toJson(run));
    if (page->next)
        answer["next"] = *page->next;
    return answer;
}

Result<TimePoint> timeParam(const json& params, const char* key)
{
    const auto text = params.at(key).get<std::string>();
    const auto time = parseTime(text, "UTC");
    if (!time)
        return Error{ErrorCode::Usage, fmt::format("`{}`: `{}` is no time", key, text), "send ISO 8601, UTC"};
    return *time;
}

json pointJson(const SamplePoint& point)
{
    json fields = {{"at", isoTime(point.at)},
                   {"rowsPerSecond", nullptr},
                   {"stagedPerSecond", nullptr},
                   {"bytesPerSecond", nullptr},
                   {"sourceWait", nullptr},
                   {"targetWait", nullptr},
                   {"seconds", 0}};
    if (!point.sample || point.sample->seconds <= 0)
        return fields;
    const Sample& sample = *point.sample;
    fields["rowsPerSecond"] = static_cast<double>(sample.rows) / sample.seconds;
    if (sample.staged)
        fields["stagedPerSecond"] = static_cast<double>(*sample.staged) / sample.seconds;
    fields["bytesPerSecond"] = static_cast<double>(sample.bytes) / sample.seconds;
    fields["sourceWait"] = std::min(1.0, sample.sourceWait / sample.seconds);
    fields["targetWait"] = std::min(1.0, sample.targetWait / sample.seconds);
    fields["seconds"] = sample.seconds;
    return fields;
}

/// Of the job's watermark; empty: not named.
std::string zoneOf(const Pool& pool, const std::string& job)
{
    const auto* file = pool.job(job);
    return file != nullptr && file->definition && file->definition->watermark ? file->definition->watermark->zone
                                                                              : std::string();
}

Result<json> series(History& history, const json& params)
{
    const auto pool = RequestPool::read(params);
    if (!pool)
        return pool.error();
    const auto from = timeParam(params, "from");
    const auto to = timeParam(params, "to");
    if (!from || !to)
        return from ? to.error() : from.error();
    if (*from >= *to)
        return Error{ErrorCode::Usage, "`from` is not before `to`", "swap them"};
    const auto name = params.at("job").get<std::string>();
    const auto id = history.store.series((*pool)->place(), name);
    if (!id)
        return id.error();
    const auto points = history.rings.read(*id, *from, *to, std::clamp(params.value("points", 300), 1, mostPoints));
    const auto delay = DelayTrack::load(history.store, *id, *from, *to, zoneOf((*pool)->pool(), name));
    if (!points || !delay)
        return points ? delay.error() : points.error();
    json answer = {{"points", json::array()}};
    for (const SamplePoint& point : *points) {
        json fields = pointJson(point);
        const auto seconds = delay->at(point.at);
        fields["delaySeconds"] = seconds ? json(*seconds) : json(nullptr);
        answer["points"].push_back(std::move(fields));
    }
    return answer;
}

} // namespace

void addHistoryMethods(rpc::Peer& peer, History& history)
{
    const auto add = [&](const std::string& method, Result<json> (*answer)(History&, const json&)) {
        peer.handle(method, rpc::Execution::Background,
                    [&history, answer](const json& params, const std::stop_token&) { return answer(history, params); });
    };
    add("history.overview", overview);
    add("history.runs", runs);
    add("history.series", series);
}

} // namespace tidegate::agent
