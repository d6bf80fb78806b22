// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/runstatus.h"

#include "models/qtconvert.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

QString text(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? toQt(found->get_ref<const std::string&>()) : QString();
}

template <typename Number>
Number number(const json& object, const char* key, Number fallback)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? found->get<Number>() : fallback;
}

void takeRows(RunStatus& status, const json& event)
{
    const auto rows = event.find("rows");
    if (rows == event.end() || !rows->is_object())
        return;
    status.rows = {number(*rows, "read", qint64{0}),       number(*rows, "inserted", qint64{0}),
                   number(*rows, "deleted", qint64{0}),    number(*rows, "unchanged", qint64{0}),
                   number(*rows, "superseded", qint64{0}), number(*rows, "quarantined", qint64{0})};
}

void takeProgress(RunStatus& status, const json& event)
{
    status.phase = text(event, "phase");
    takeRows(status, event);
    status.bytes = number(event, "bytes", status.bytes);
    status.rowsExpected = number(event, "rowsExpected", status.rowsExpected);
    status.seconds = number(event, "seconds", status.seconds);
}

void takeWindow(RunStatus& status, const json& window)
{
    status.hasWindow = true;
    status.lo = text(window, "lo");
    status.hi = text(window, "hi");
    const QString heldBy = text(window, "heldBy");
    status.heldBy = heldBy.isEmpty() ? text(window, "held_by") : heldBy;
}

void takeEnd(RunStatus& status, const json& event)
{
    status.stage = RunStatus::Stage::Ended;
    status.phase = u"finished"_s;
    status.outcome = text(event, "state");
    takeRows(status, event);
    status.seconds = number(event, "seconds", status.seconds);
    if (const auto window = event.find("window"); window != event.end() && window->is_object())
        takeWindow(status, *window);
    if (const auto verified = event.find("verified"); verified != event.end() && verified->is_boolean())
        status.verified = verified->get<bool>();
    if (const auto error = event.find("error"); error != event.end() && error->is_object())
        status.error = errorFromJson(*error);
    if (const auto warnings = event.find("warnings"); warnings != event.end() && warnings->is_array()) {
        for (const json& warning : *warnings)
            status.warnings << toQt(warning.get<std::string>());
    }
}

} // namespace

bool RunStatus::isActive() const
{
    return stage == Stage::Starting || stage == Stage::Running || stage == Stage::Stopping;
}

bool RunStatus::isWell() const
{
    return stage == Stage::Ended && (outcome == u"applied" || outcome == u"nothing_to_do") && verified.value_or(true);
}

std::optional<double> RunStatus::fraction() const
{
    if (stage == Stage::Ended && isWell())
        return 1.0;
    if (rowsExpected <= 0)
        return {};
    return std::clamp(static_cast<double>(rows.read) / static_cast<double>(rowsExpected), 0.0, 1.0);
}

void takeEvent(RunStatus& status, const json& event)
{
    const auto run = number(event, "run", qint64{0});
    if (run < status.run)
        return;
    if (run > status.run || status.stage == RunStatus::Stage::Never) {
        const bool stopping = status.stage == RunStatus::Stage::Stopping && status.run == 0;
        status = {};
        status.run = run;
        status.job = text(event, "job");
        status.stage = stopping ? RunStatus::Stage::Stopping : RunStatus::Stage::Running;
    }
    const QString kind = text(event, "event");
    if (kind == u"run.started")
        status.startedAt = QDateTime::fromString(text(event, "startedAt"), Qt::ISODateWithMs);
    else if (kind == u"run.window")
        takeWindow(status, event);
    else if (kind == u"run.progress")
        takeProgress(status, event);
    else if (kind == u"run.finished")
        takeEnd(status, event);
}

RunStatus statusFromList(const json& run)
{
    RunStatus status;
    status.run = number(run, "run", qint64{0});
    status.job = text(run, "job");
    status.startedAt = QDateTime::fromString(text(run, "startedAt"), Qt::ISODateWithMs);
    status.stage = RunStatus::Stage::Running;
    if (const auto progress = run.find("progress"); progress != run.end() && progress->is_object())
        takeProgress(status, *progress);
    if (const auto summary = run.find("summary"); summary != run.end() && summary->is_object())
        takeEnd(status, *summary);
    return status;
}

} // namespace tidegate
