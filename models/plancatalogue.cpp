// SPDX-License-Identifier: Apache-2.0
#include "models/plancatalogue.h"

#include "models/qtconvert.h"

#include <chrono>
#include <utility>

namespace tidegate {

using namespace std::chrono_literals;

namespace {

/// Everything in a job that the catalogues are asked about.
QString keyOf(const JobDefinition& job)
{
    QStringList parts{toQt(job.name),         toQt(job.source.connection), toQt(job.source.table),
                      toQt(job.source.query), toQt(job.target.connection), toQt(job.target.table)};
    if (job.watermark && job.watermark->join)
        parts << toQt(job.watermark->join->table);
    return parts.join(QChar(0));
}

Result<CataloguedInputs> parsed(const nlohmann::json& answer)
{
    try {
        CataloguedInputs known;
        known.inputs.sourceServer = sql::serverInfoFromJson(answer.at("sourceServer"));
        known.inputs.targetServer = sql::serverInfoFromJson(answer.at("targetServer"));
        known.inputs.source = sql::tableInfoFromJson(answer.at("source"));
        if (!answer.at("join").is_null())
            known.inputs.join = sql::tableInfoFromJson(answer.at("join"));
        if (!answer.at("target").is_null())
            known.inputs.target = sql::tableInfoFromJson(answer.at("target"));
        known.inputs.stateSchema = answer.at("stateSchema").get<std::string>();
        known.at = QDateTime::currentDateTime();
        return known;
    } catch (const nlohmann::json::exception& problem) {
        return Error{ErrorCode::Internal, std::string("The agent's answer was not understood: ") + problem.what()};
    }
}

} // namespace

PlanCatalogue::PlanCatalogue(AgentClient* agent, PoolModel* pool, QObject* parent)
    : QObject(parent), m_agent(agent), m_pool(pool)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(250ms);
    connect(&m_pause, &QTimer::timeout, this, &PlanCatalogue::askNext);
    connect(agent, &AgentClient::runEvent, this, &PlanCatalogue::onRunEvent);
    // Another environment means other servers under the same names.
    connect(pool, &PoolModel::environmentChanged, this, [this] {
        m_known.clear();
        m_askedKey.clear();
        Q_EMIT changed();
    });
    connect(agent, &AgentClient::stateChanged, this, [this](AgentClient::State state) {
        if (state != AgentClient::State::Ready || !m_error)
            return;
        m_askedKey.clear();
        Q_EMIT changed();
    });
}

const CataloguedInputs* PlanCatalogue::find(const JobDefinition& job) const
{
    const auto found = m_known.constFind(keyOf(job));
    return found == m_known.constEnd() ? nullptr : &*found;
}

void PlanCatalogue::want(const JobDefinition& job, const std::string& text)
{
    const auto key = keyOf(job);
    if (m_known.contains(key) || m_askedKey == key)
        return;
    m_askedKey = key;
    m_next = Question{key, job.name, text};
    if (!m_pause.isActive())
        askNext();
}

void PlanCatalogue::refresh(const JobDefinition& job, const std::string& text)
{
    ask({keyOf(job), job.name, text});
}

void PlanCatalogue::askNext()
{
    if (const auto question = std::exchange(m_next, {}))
        ask(*question);
}

void PlanCatalogue::ask(const Question& question)
{
    if (m_call != 0)
        m_agent->cancel(m_call);
    m_pause.start();
    m_askedKey = question.key;
    m_error.reset();
    m_call = m_agent->call(
        "catalogue.inputs",
        {{"pool", m_pool->root().string()},
         {"environment", toStd(m_pool->environment())},
         {"job", question.job},
         {"text", question.text}},
        this, [this, key = question.key, job = question.job](const auto& answer) { take(key, job, answer); });
    Q_EMIT changed();
}

void PlanCatalogue::take(const QString& key, const std::string& jobName, const Result<nlohmann::json>& answer)
{
    m_call = 0;
    auto known = answer ? parsed(*answer) : Result<CataloguedInputs>(answer.error());
    if (known) {
        m_known.insert(key, std::move(*known));
        askLedger(key, jobName);
    } else {
        m_error = known.error();
    }
    Q_EMIT changed();
}

void PlanCatalogue::onRunEvent(const nlohmann::json& event)
{
    // A run moves the ledger and may have made the target.
    if (event.value("event", nlohmann::json()) == "run.finished" && event.value("job", nlohmann::json()).is_string())
        forget(event.at("job").get<std::string>());
}

void PlanCatalogue::forget(const std::string& jobName)
{
    const auto prefix = toQt(jobName) + QChar(0);
    m_known.removeIf([&](const auto& entry) { return entry.key().startsWith(prefix); });
    if (m_askedKey.startsWith(prefix))
        m_askedKey.clear();
    Q_EMIT changed();
}

void PlanCatalogue::askLedger(const QString& key, const std::string& jobName)
{
    m_agent->call("ledger.read",
                  {{"pool", m_pool->root().string()},
                   {"environment", toStd(m_pool->environment())},
                   {"job", jobName},
                   {"limit", 1}},
                  this, [this, key](const Result<nlohmann::json>& answer) {
                      const auto found = m_known.find(key);
                      if (!answer || found == m_known.end() || !answer->is_object() || !answer->contains("rows"))
                          return; // no ledger yet: the preview shows the job's start
                      const auto& rows = answer->at("rows");
                      if (!rows.is_array() || rows.empty() || !rows[0].contains("hi") || !rows[0]["hi"].is_string())
                          return;
                      found->lastHi = toQt(rows[0]["hi"].get<std::string>());
                      Q_EMIT changed();
                  });
}

} // namespace tidegate

#include "moc_plancatalogue.cpp"
