// SPDX-License-Identifier: Apache-2.0
#include "sync/verifyafter.h"

#include "verify/verify.h"

#include <fmt/format.h>

namespace tidegate {

namespace {

class Forwarder : public VerifyObserver
{
public:
    explicit Forwarder(RunTeller& teller) : m_teller(teller) {}
    void onProgress(std::int64_t, std::int64_t) override { m_teller.enter(RunPhase::Verify); }
    void onStatement(Side side, std::string_view title, std::string_view sql) override
    {
        m_teller.statement(side, title, sql);
    }

private:
    RunTeller& m_teller;
};

} // namespace

std::optional<bool> verifyAfterRun(const Pool& pool, const EnvironmentDefinition* environment, const JobDefinition& job,
                                   RunTeller& teller, std::stop_token stop)
{
    const auto level = job.verify.afterRun;
    if (level == VerifyLevel::None)
        return std::nullopt;
    if (level != VerifyLevel::L1 && level != VerifyLevel::L3) {
        teller.warn("verify.after_run: this level is not in this version; nothing was verified (L1 and L3 are)");
        return std::nullopt;
    }
    teller.enter(RunPhase::Verify);
    VerifyOptions options;
    options.level = level;
    Forwarder observer(teller);
    const auto report = verifyJob(pool, environment, job.name, options, observer, std::move(stop));
    if (!report) {
        teller.warn(fmt::format("applied, but not verified: {}", report.error().message));
        return std::nullopt;
    }
    if (!report->comparable) {
        teller.warn(fmt::format("applied, but not verified: {}", report->notComparable));
        return std::nullopt;
    }
    if (!report->same)
        teller.warn(fmt::format("source and target differ: {}", differencesOf(*report)));
    return report->same;
}

} // namespace tidegate
