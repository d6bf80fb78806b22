// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/sourceclocks.h"

#include "models/jsonread.h"

#include <algorithm>

namespace tidegate {

void SourceClocks::setPlace(const QString& pool, const QString& environment)
{
    if (m_pool == pool && m_environment == environment)
        return;
    m_pool = pool;
    m_environment = environment;
    m_newest.clear();
    m_facts.clear();
    m_gained.clear();
    m_asked.clear();
    ++m_place;
}

void SourceClocks::ask(const QString& job)
{
    if (job.isEmpty() || m_asked.contains(job) || !m_agent->isReady())
        return;
    m_asked.insert(job);
    m_agent->call("job.clock", {{"pool", toStd(m_pool)}, {"environment", toStd(m_environment)}, {"job", toStd(job)}},
                  this, [this, job, place = m_place](const Result<nlohmann::json>& answer) {
                      if (place != m_place)
                          return;
                      m_asked.remove(job);
                      if (answer)
                          take(job, *answer);
                  });
}

void SourceClocks::take(const QString& job, const nlohmann::json& answer)
{
    ClockFacts facts;
    facts.connection = jsonText(answer, "connection");
    facts.offsetSeconds = jsonNumber<double>(answer, "offsetSeconds").value_or(0);
    facts.roundTripSeconds = jsonNumber<double>(answer, "roundTripSeconds").value_or(0);
    facts.standby = jsonFlag(answer, "standby");
    facts.delaySeconds = jsonNumber<double>(answer, "delaySeconds");
    facts.hi = jsonText(answer, "hi");
    facts.askedAt = QDateTime::currentDateTimeUtc();
    const auto before = delayAt(job, facts.askedAt.toMSecsSinceEpoch());
    m_gained.insert(job, before && facts.delaySeconds ? *before - *facts.delaySeconds : 0);
    m_facts.insert(job, facts);
    m_newest = job;
    Q_EMIT changed(job);
}

std::optional<ClockFacts> SourceClocks::facts(const QString& job) const
{
    const auto found = m_facts.constFind(job);
    return found == m_facts.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<double> SourceClocks::delayAt(const QString& job, qint64 at) const
{
    const auto found = m_facts.constFind(job);
    if (found == m_facts.constEnd() || !found->delaySeconds)
        return {};
    const double since = static_cast<double>(at - found->askedAt.toMSecsSinceEpoch()) / 1000;
    return std::max(0.0, *found->delaySeconds + since);
}

} // namespace tidegate
