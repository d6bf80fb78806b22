// SPDX-License-Identifier: Apache-2.0
#include "sync/runcontext.h"

#include "sync/copyloader.h"
#include "sync/copyreader.h"

#include <nlohmann/json.hpp>

namespace tidegate {

Result<std::int64_t> copyRange(RunContext& context, const sql::ReadRange& range, std::int64_t attempt,
                               const std::string& relation, bool staging)
{
    const auto extract = sql::extractSql(context.plan, range, attempt, 0);
    const auto out = sql::copyOutSql(context.plan, range, attempt, 0);
    const auto in = sql::copyInSql(context.plan, relation, staging);
    for (const auto* text : {&extract, &out, &in}) {
        if (!*text)
            return text->error();
    }
    context.teller.enter(RunPhase::Read);
    context.teller.expect(estimatedRows(context, *extract));
    if (auto begun = context.source->query("begin isolation level repeatable read read only", context.stop); !begun)
        return begun.error();
    CopyReader reader(*context.source, *out, context.job.tuning.frame);
    CopyLoader loader(*context.target, *in);
    CopyOptions options;
    options.rateLimit = context.job.tuning.rateLimit;
    const auto copied = copyRows(
        reader, loader, options, [&](const CopyCounts& counts) { context.teller.copying(counts); }, context.stop);
    context.source->rollback();
    if (!copied)
        return copied.error();
    return copied->rowsRead;
}

std::int64_t estimatedRows(RunContext& context, const std::string& extract)
{
    const auto rows = context.source->query("explain (format json) " + extract, context.stop);
    if (!rows || rows->empty())
        return -1;
    const auto plan = nlohmann::json::parse(rows->text(0, 0), nullptr, false);
    if (!plan.is_array() || plan.empty() || !plan[0].contains("Plan"))
        return -1;
    const auto estimate = plan[0]["Plan"].value("Plan Rows", -1.0);
    return static_cast<std::int64_t>(estimate);
}

} // namespace tidegate
