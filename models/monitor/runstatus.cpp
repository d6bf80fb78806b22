// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/runstatus.h"

#include "models/jsonread.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tidegate::RunStatus)
};

void takeRows(RunStatus& status, const json& event)
{
    const json& rows = jsonMember(event, "rows");
    if (!rows.is_object())
        return;
    const auto count = [&rows](const char* key) { return jsonNumber<qint64>(rows, key).value_or(0); };
    status.rows = {count("read"),      count("inserted"),   count("deleted"),
                   count("unchanged"), count("superseded"), count("quarantined")};
}

void takeProgress(RunStatus& status, const json& event)
{
    status.phase = jsonText(event, "phase");
    takeRows(status, event);
    status.staged = jsonNumber<qint64>(event, "staged").value_or(status.staged);
    const int window = jsonNumber<int>(event, "window").value_or(status.window);
    if (window != status.window)
        status.rowsBefore = window > 1 ? status.rows.read : 0;
    status.window = window;
    status.windows = jsonNumber<int>(event, "windows").value_or(status.windows);
    status.bytes = jsonNumber<qint64>(event, "bytes").value_or(status.bytes);
    status.rowsExpected = jsonNumber<qint64>(event, "rowsExpected").value_or(status.rowsExpected);
    status.seconds = jsonNumber<double>(event, "seconds").value_or(status.seconds);
}

void takeWindow(RunStatus& status, const json& window)
{
    status.hasWindow = true;
    status.lo = jsonText(window, "lo");
    status.hi = jsonText(window, "hi");
    const QString heldBy = jsonText(window, "heldBy");
    status.heldBy = heldBy.isEmpty() ? jsonText(window, "held_by") : heldBy;
}

void takeEnd(RunStatus& status, const json& event)
{
    status.stage = RunStatus::Stage::Ended;
    status.phase = u"finished"_s;
    status.outcome = jsonText(event, "state");
    takeRows(status, event);
    status.seconds = jsonNumber<double>(event, "seconds").value_or(status.seconds);
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
    const qint64 expected = rowsExpected - rowsBefore;
    const qint64 done = rows.read - rowsBefore;
    if (expected <= 0 || done > expected) // the source's planner knew too little
        return {};
    return std::max(0.0, static_cast<double>(done) / static_cast<double>(expected));
}

std::optional<double> RunStatus::wholeFraction() const
{
    const auto current = fraction();
    if (windows <= 1 || !current || isWell())
        return current;
    return (static_cast<double>(window - 1) + *current) / windows;
}

QString stateText(const QString& outcome)
{
    if (outcome == u"applied")
        return Words::tr("applied");
    if (outcome == u"nothing_to_do")
        return Words::tr("nothing to do");
    if (outcome == u"refused")
        return Words::tr("refused");
    if (outcome == u"busy")
        return Words::tr("busy");
    if (outcome == u"cancelled")
        return Words::tr("cancelled");
    return outcome == u"running" ? Words::tr("running") : Words::tr("failed");
}

void takeEvent(RunStatus& status, const json& event)
{
    const auto run = jsonNumber<qint64>(event, "run").value_or(0);
    if (run < status.run)
        return;
    if (run > status.run || status.stage == RunStatus::Stage::Never) {
        const bool stopping = status.stage == RunStatus::Stage::Stopping && status.run == 0;
        status = {};
        status.run = run;
        status.job = jsonText(event, "job");
        status.stage = stopping ? RunStatus::Stage::Stopping : RunStatus::Stage::Running;
    }
    const QString kind = jsonText(event, "event");
    if (kind == u"run.started") {
        status.startedAt = jsonTime(event, "startedAt");
        status.dryRun = jsonFlag(event, "dryRun");
    }
    if (kind == u"run.window")
        takeWindow(status, event);
    else if (kind == u"run.progress")
        takeProgress(status, event);
    else if (kind == u"run.finished")
        takeEnd(status, event);
}

RunStatus statusFromList(const json& run)
{
    RunStatus status;
    status.run = jsonNumber<qint64>(run, "run").value_or(0);
    status.job = jsonText(run, "job");
    status.startedAt = jsonTime(run, "startedAt");
    status.dryRun = jsonFlag(run, "dryRun");
    status.stage = RunStatus::Stage::Running;
    if (const auto progress = run.find("progress"); progress != run.end() && progress->is_object())
        takeProgress(status, *progress);
    if (const auto summary = run.find("summary"); summary != run.end() && summary->is_object())
        takeEnd(status, *summary);
    return status;
}

} // namespace tidegate
