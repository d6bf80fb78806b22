// SPDX-License-Identifier: Apache-2.0
#include "agent/methods.h"
#include "agent/poolparams.h"

#include "sync/ledger.h"
#include "sync/sourceclock.h"
#include "verify/verify.h"
#include "verify/verifylevel.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate::agent {

namespace {

using nlohmann::json;

constexpr int defaultLedgerRows = 100;
constexpr int maxLedgerRows = 500; ///< of about a kilobyte each

Result<json> readLedgerPage(const json& params, const std::stop_token& stop)
{
    const auto place = RequestPool::read(params);
    if (!place)
        return place.error();
    std::optional<std::int64_t> before;
    if (const auto found = params.find("before"); found != params.end() && !found->is_null())
        before = found->get<std::int64_t>();
    const auto page = readLedger((*place)->pool(), (*place)->environment(), params.at("job").get<std::string>(), before,
                                 std::min(params.value("limit", defaultLedgerRows), maxLedgerRows), stop);
    if (!page)
        return page.error();
    json result = {{"rows", json::array()}, {"next", nullptr}};
    for (const LedgerRow& row : page->rows)
        result["rows"].push_back(toJson(row));
    if (page->next)
        result["next"] = *page->next;
    return result;
}

Result<json> readClock(const json& params, const std::stop_token& stop)
{
    const auto place = RequestPool::read(params);
    if (!place)
        return place.error();
    const auto clock =
        readSourceClock((*place)->pool(), (*place)->environment(), params.at("job").get<std::string>(), stop);
    return clock ? Result<json>(toJson(*clock)) : clock.error();
}

class SilentObserver : public VerifyObserver
{
public:
    void onProgress(std::int64_t, std::int64_t) override {}
    void onStatement(Side, std::string_view, std::string_view) override {}
};

Result<json> verify(History& history, const json& params, const std::stop_token& stop)
{
    const auto place = RequestPool::read(params);
    if (!place)
        return place.error();
    VerifyOptions options;
    const auto level = params.value("level", "L1");
    const auto known = verifyLevelFrom(level);
    if (!known)
        return Error{ErrorCode::Usage, fmt::format("no level `{}`", level), "L1 or L3"};
    options.level = *known;
    SilentObserver observer;
    const auto report = verifyJob((*place)->pool(), (*place)->environment(), params.at("job").get<std::string>(),
                                  options, observer, stop);
    if (!report)
        return report.error();
    history.store.note(history.verifications.add((*place)->place(), params.at("job").get<std::string>(), *report));
    return toJson(*report);
}

} // namespace

void addStateMethods(rpc::Peer& peer, History& history)
{
    peer.handle("job.clock", rpc::Execution::Background, readClock);
    peer.handle("ledger.read", rpc::Execution::Background, readLedgerPage);
    peer.handle("verify.run", rpc::Execution::Background,
                [&history](const json& params, const std::stop_token& stop) { return verify(history, params, stop); });
}

} // namespace tidegate::agent
