// SPDX-License-Identifier: Apache-2.0
#include "models/overview/overviewcache.h"

#include "models/jsonread.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <string_view>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

constexpr int format = 1;
constexpr qint64 mostBytes = 16 * 1024 * 1024;
/// One letter a cell, in the order of CellState: a thousand jobs are read in milliseconds.
constexpr std::string_view letters = "urflon";

std::string timeText(const QDateTime& at)
{
    return at.isValid() ? toStd(at.toUTC().toString(Qt::ISODateWithMs)) : std::string();
}

json cellsJson(const JobOverview& job)
{
    std::string states;
    json rows = json::array();
    for (const OverviewCell& cell : job.cells) {
        states += letters.at(static_cast<std::size_t>(cell.state));
        rows.push_back(cell.rows);
    }
    return {{"states", states}, {"rows", rows}};
}

std::vector<OverviewCell> cellsFrom(const json& stored)
{
    const std::string states = toStd(jsonText(stored, "states"));
    const json& rows = jsonList(stored, "rows");
    std::vector<OverviewCell> cells;
    for (std::size_t i = 0; i < states.size() && i < rows.size(); ++i) {
        const auto state = letters.find(states[i]);
        const bool known = state != std::string_view::npos && rows[i].is_number_integer();
        cells.push_back(known ? OverviewCell{static_cast<CellState>(state), rows[i].get<qint64>()} : OverviewCell{});
    }
    return cells;
}

json runJson(const OverviewRun& run)
{
    return {{"state", toStd(run.state)},
            {"startedAt", timeText(run.startedAt)},
            {"endedAt", timeText(run.endedAt)},
            {"rows", {{"read", run.rowsRead}}},
            {"error", run.error ? toJson(*run.error) : json()}};
}

json proofJson(const OverviewProof& proof)
{
    static constexpr std::array words{"equal", "different", "notcomparable"};
    return {{"level", toStd(proof.level)},
            {"state", words.at(static_cast<std::size_t>(proof.result))},
            {"at", timeText(proof.at)},
            {"differences", proof.differences}};
}

template <typename Value>
json orNull(const std::optional<Value>& value)
{
    return value ? json(*value) : json();
}

json jobJson(const JobOverview& job)
{
    return {{"job", toStd(job.job)},
            {"strip", cellsJson(job)},
            {"rows24h", job.rows24h},
            {"usualLow", orNull(job.usualLow)},
            {"usualHigh", orNull(job.usualHigh)},
            {"quarantined", job.quarantined},
            {"lastRun", job.lastRun ? runJson(*job.lastRun) : json()},
            {"attempts", job.attempts},
            {"verification", job.proof ? proofJson(*job.proof) : json()},
            {"delaySeconds", orNull(job.delaySeconds)},
            // Of the schedule.
            {"label", toStd(job.label)},
            {"cron", toStd(job.cron)},
            {"paused", job.paused}};
}

} // namespace

OverviewCache::OverviewCache(const QString& folder)
    : m_folder(folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::CacheLocation) : folder)
{
}

QString OverviewCache::file(const QString& pool, const QString& environment) const
{
    const QByteArray place = (pool + u'\n' + environment).toUtf8();
    const auto digest = QCryptographicHash::hash(place, QCryptographicHash::Sha1).toHex().left(16);
    return QDir(m_folder).filePath(u"overview-%1.json"_s.arg(QLatin1StringView(digest)));
}

std::optional<OverviewSnapshot> OverviewCache::read(const QString& pool, const QString& environment) const
{
    QFile stored(file(pool, environment));
    if (stored.size() > mostBytes || !stored.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = stored.readAll();
    const json all = json::parse(text.begin(), text.end(), nullptr, false);
    if (jsonNumber<int>(all, "format") != format || jsonText(all, "pool") != pool ||
        jsonText(all, "environment") != environment)
        return {};
    OverviewSnapshot snapshot = overviewFrom(all);
    if (!snapshot.asOf.isValid() || !snapshot.from.isValid())
        return {};
    std::size_t at = 0;
    for (const json& entry : jsonList(all, "jobs")) {
        if (at == snapshot.jobs.size() || snapshot.jobs[at].job != jsonText(entry, "job"))
            continue;
        JobOverview& job = snapshot.jobs[at++];
        job.cells = cellsFrom(jsonMember(entry, "strip"));
        job.label = jsonText(entry, "label");
        job.cron = jsonText(entry, "cron");
        job.paused = jsonFlag(entry, "paused");
    }
    return snapshot;
}

void OverviewCache::write(const QString& pool, const QString& environment, const OverviewSnapshot& snapshot) const
{
    json jobs = json::array();
    for (const JobOverview& job : snapshot.jobs)
        jobs.push_back(jobJson(job));
    const json all = {{"format", format},
                      {"pool", toStd(pool)},
                      {"environment", toStd(environment)},
                      {"asOf", timeText(snapshot.asOf)},
                      {"from", timeText(snapshot.from)},
                      {"secondsPerCell", snapshot.secondsPerCell},
                      {"jobs", jobs}};
    if (!QDir().mkpath(m_folder))
        return;
    QSaveFile stored(file(pool, environment));
    if (!stored.open(QIODevice::WriteOnly))
        return;
    stored.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    stored.write(QByteArray::fromStdString(all.dump(-1, ' ', false, json::error_handler_t::replace)));
    stored.commit();
}

} // namespace tidegate
