// SPDX-License-Identifier: Apache-2.0
#include "peerends.h"

#include <latch>
#include <thread>
#include <vector>

using namespace tidegate;
using namespace tidegate::rpc;
using namespace tidegate::rpc::test;
using namespace std::chrono_literals;

TEST_CASE("both sides ask and answer")
{
    Pair pair;
    pair.left.handle("left.echo", Execution::Inline, echo);
    pair.right.handle("right.echo", Execution::Background, echo);
    pair.start();
    CHECK(pair.left.call("right.echo", {{"n", 1}}, patience).value() == json{{"n", 1}});
    CHECK(pair.right.call("left.echo", {{"n", 2}}, patience).value() == json{{"n", 2}});
}

TEST_CASE("a handler asks back before it answers")
{
    Pair pair;
    pair.left.handle("prompt.ask", Execution::Background, [](const json&, std::stop_token) -> Result<json> {
        return json{{"answer", "yes"}};
    });
    pair.right.handle("work", Execution::Background, [&](const json&, std::stop_token stop) {
        return pair.right.call("prompt.ask", {{"title", "go on?"}}, patience, std::move(stop));
    });
    pair.start();
    CHECK(pair.left.call("work", {}, patience).value().at("answer") == "yes");
}

TEST_CASE("answers find their question however many are under way")
{
    Pair pair;
    pair.right.handle("echo", Execution::Background, echo);
    pair.start();
    std::vector<std::future<bool>> calls;
    for (int number = 0; number < 20; ++number) {
        calls.push_back(std::async(std::launch::async, [&pair, number] {
            const auto answer = pair.left.call("echo", {{"n", number}}, patience);
            return answer && answer->at("n") == number;
        }));
    }
    for (auto& call : calls)
        CHECK(call.get());
}

TEST_CASE("a cancelled call ends at once and the handler is told")
{
    Pair pair;
    std::latch told(1);
    pair.right.handle("wait", Execution::Background, [&](const json& params, std::stop_token stop) {
        auto result = waitForStop(params, std::move(stop));
        told.count_down();
        return result;
    });
    pair.right.handle("echo", Execution::Inline, echo);
    pair.start();
    std::stop_source stop;
    auto call = std::async(std::launch::async, [&] { return pair.left.call("wait", {}, patience, stop.get_token()); });
    stop.request_stop();
    const auto answer = call.get();
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::Cancelled);
    told.wait();
    CHECK(pair.left.call("echo", {{"n", 3}}, patience).value().at("n") == 3); // the late answer did not disturb
}

TEST_CASE("a deadline ends a call and the handler")
{
    Pair pair;
    std::latch told(1);
    pair.right.handle("wait", Execution::Background, [&](const json& params, std::stop_token stop) {
        auto result = waitForStop(params, std::move(stop));
        told.count_down();
        return result;
    });
    pair.start();
    const auto answer = pair.left.call("wait", {}, 1ms);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::Io);
    told.wait();
}

TEST_CASE("closing in the middle of a request ends both sides")
{
    Pair pair;
    std::latch started(1);
    pair.right.handle("wait", Execution::Background, [&](const json& params, std::stop_token stop) {
        started.count_down();
        return waitForStop(params, std::move(stop));
    });
    std::promise<void> ended;
    pair.right.onEnd([&] { ended.set_value(); });
    pair.start();
    auto call = std::async(std::launch::async, [&] { return pair.left.call("wait", {}, patience); });
    started.wait();
    pair.left.close();
    const auto answer = call.get();
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::ConnectionLost);
    ended.get_future().wait();
    CHECK(pair.left.call("wait", {}, patience).error().code == ErrorCode::ConnectionLost);
}

TEST_CASE("a closed end wakes a writer that waits for a reader")
{
    auto [near, far] = makePipe(1024);
    Peer peer(std::move(near));
    peer.start();
    auto blocked = std::async(std::launch::async, [&] {
        return peer.notify("big", {{"text", std::string(100'000, 'x')}});
    });
    std::array<char, 16> bytes{};
    REQUIRE(far->read(bytes)); // it has begun to write
    peer.close();
    CHECK_FALSE(blocked.get());
}

TEST_CASE("an answer that is too large becomes an error that says to page")
{
    Pair pair;
    pair.right.handle("big", Execution::Background, [](const json&, std::stop_token) -> Result<json> {
        return json(std::string(2 * maxLineBytes, 'x'));
    });
    pair.start();
    const auto answer = pair.left.call("big", {}, patience);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::Usage);
    CHECK(answer.error().hint.find("page") != std::string::npos);
}

TEST_CASE("an unknown method, wrong params and a closed gate are errors of the call")
{
    Pair pair;
    pair.right.handle("needs", Execution::Inline,
                      [](const json& params, std::stop_token) -> Result<json> { return params.at("job"); });
    pair.right.handle("hidden", Execution::Inline, echo);
    pair.right.setGate([](std::string_view method) -> Result<void> {
        return method == "hidden" ? Result<void>(Error{ErrorCode::Usage, "not yet"}) : Result<void>();
    });
    pair.start();
    CHECK(pair.left.call("nothing", {}, patience).error().code == ErrorCode::Unsupported);
    CHECK(pair.left.call("needs", {}, patience).error().code == ErrorCode::Usage);
    CHECK(pair.left.call("hidden", {}, patience).error().message == "not yet");
}
