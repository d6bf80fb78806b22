// SPDX-License-Identifier: Apache-2.0
#include "models/jobfiles.h"

#include "job/jobedit.h"
#include "job/valuekinds.h"
#include "models/qtconvert.h"
#include "sql/identifier.h"

#include <QFuture>
#include <QtConcurrentRun>

#include <utility>

namespace tidegate {

namespace {

Result<std::string> edited(const std::string& text, const Result<TextPatch>& patch)
{
    return patch ? Result<std::string>(applied(text, *patch)) : patch.error();
}

/// The same schema, the new job's name.
std::string siblingTable(const std::string& table, const std::string& name)
{
    auto parts = sql::parseQualifiedName(table);
    if (!parts || parts->empty())
        return name;
    parts->back() = name;
    const auto joined = sql::joinQualifiedName(*parts);
    return joined ? *joined : name;
}

} // namespace

JobFiles::JobFiles(AgentClient* agent, PoolModel* pool, QObject* parent) : QObject(parent), m_agent(agent), m_pool(pool)
{
}

QStringList JobFiles::customers() const
{
    QStringList names;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(m_pool->root() / "customers", problem))
        if (entry.is_directory(problem))
            names << toQt(entry.path().filename().string());
    names.sort();
    return names;
}

void JobFiles::create(const QString& customer, const QString& table, const ProposalRequest& request)
{
    if (std::exchange(m_busy, true))
        return;
    m_agent->call("catalogue.table",
                  {{"pool", m_pool->root().string()},
                   {"environment", toStd(m_pool->environment())},
                   {"connection", request.sourceConnection},
                   {"table", toStd(table)}},
                  this, [=, this](const auto& answer) { propose(customer, request, answer); });
}

void JobFiles::propose(const QString& customer, const ProposalRequest& request, const Result<nlohmann::json>& answer)
{
    if (!answer)
        return fail(answer.error());
    if (answer->is_null())
        return fail({ErrorCode::NotFound, toStd(tr("The source has no such table.")),
                     toStd(tr("Write it as SQL does, for example sales.orders."))});
    if (m_pool->pool() && m_pool->pool()->job(request.name))
        return fail({ErrorCode::Conflict, toStd(tr("There is a job %1 already.").arg(toQt(request.name))), {}});
    try {
        const auto text = proposeJob(sql::tableInfoFromJson(*answer), request);
        if (!text)
            return fail(text.error());
        const auto folder = std::filesystem::path("customers") / toStd(customer) / "jobs";
        write(toQt(request.name), {{folder / (request.name + ".yaml"), std::nullopt, *text}});
    } catch (const nlohmann::json::exception& problem) {
        fail({ErrorCode::Internal, std::string("The agent's answer was not understood: ") + problem.what()});
    }
}

void JobFiles::duplicate(const JobBuffer& buffer, const QString& name)
{
    if (std::exchange(m_busy, true))
        return;
    const auto wanted = toStd(name);
    if (const auto problem = kindProblem("identifier", wanted))
        return fail({ErrorCode::Usage, problem->message, problem->hint});
    if (buffer.pool()->job(wanted))
        return fail({ErrorCode::Conflict, toStd(tr("There is a job %1 already.").arg(name)), {}});
    auto text = edited(buffer.text(), setJobValue(buffer.text(), "job", wanted));
    if (const auto& job = buffer.parsed().definition; text && job) {
        const auto table = siblingTable(job->target.table, wanted);
        text = edited(*text, setJobValue(*text, "target.table", table));
        if (text && job->id != job->name)
            text = edited(*text, unsetJobValue(*text, "id"));
    }
    if (!text)
        return fail(text.error());
    write(name, {{buffer.path().parent_path() / (wanted + ".yaml"), std::nullopt, *text}});
}

void JobFiles::rename(const QString& job, const QString& name)
{
    if (!m_pool->pool() || std::exchange(m_busy, true))
        return;
    auto changes = renameJob(*m_pool->pool(), toStd(job), toStd(name));
    if (!changes)
        return fail(changes.error());
    write(name, *std::move(changes));
}

void JobFiles::remove(const QString& job)
{
    const auto* file = m_pool->pool() ? m_pool->pool()->job(toStd(job)) : nullptr;
    if (file && !std::exchange(m_busy, true))
        write({}, {{file->path, file->text, std::nullopt}});
}

void JobFiles::write(const QString& job, std::vector<FileChange> changes)
{
    QtConcurrent::run([root = m_pool->root(), changes = std::move(changes)] {
        for (const auto& change : changes)
            if (std::error_code problem; change.after)
                std::filesystem::create_directories((root / change.path).parent_path(), problem);
        return applyFileChanges(root, changes);
    }).then(this, [this, job](const Result<void>& done) {
        if (!done)
            return fail(done.error());
        m_busy = false;
        m_pool->reload();
        Q_EMIT finished(job);
    });
}

void JobFiles::fail(const Error& error)
{
    m_busy = false;
    Q_EMIT failed(error);
}

} // namespace tidegate

#include "moc_jobfiles.cpp"
