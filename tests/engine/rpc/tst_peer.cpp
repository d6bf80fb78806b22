// SPDX-License-Identifier: Apache-2.0
#include "rpc/linebuffer.h"
#include "rpc/peer.h"
#include "rpc/pipetransport.h"

#include <doctest/doctest.h>

#include <array>
#include <future>
#include <latch>
#include <thread>
#include <vector>

using namespace tidegate;
using namespace tidegate::rpc;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

/// Far beyond any answer of a test that passes.
constexpr auto patience = 30s;

/// Both ends in one process.
struct Pair
{
    Pair() : Pair(makePipe()) {}
    explicit Pair(std::pair<TransportPtr, TransportPtr> pipe)
        : left(std::move(pipe.first)), right(std::move(pipe.second))
    {
    }

    void start()
    {
        left.start();
        right.start();
    }

    Peer left;
    Peer right;
};

/// A peer against raw bytes.
struct Wire
{
    Wire() : Wire(makePipe()) {}
    explicit Wire(std::pair<TransportPtr, TransportPtr> pipe)
        : peer(std::move(pipe.first)), wire(std::move(pipe.second))
    {
    }

    void write(std::string_view bytes) { REQUIRE(wire->write(bytes)); }

    json read()
    {
        while (true) {
            if (const auto line = lines.next())
                return json::parse(line->text);
            std::array<char, 4096> bytes{};
            const auto count = wire->read(bytes);
            REQUIRE(count);
            REQUIRE(*count > 0);
            lines.append({bytes.data(), *count});
        }
    }

    Peer peer;
    TransportPtr wire;
    LineBuffer lines;
};

Result<json> echo(const json& params, std::stop_token)
{
    return params;
}

/// Waits until it is asked to stop, then says so.
Result<json> waitForStop(const json&, std::stop_token stop)
{
    std::promise<void> stopped;
    const std::stop_callback callback(stop, [&stopped] { stopped.set_value(); });
    stopped.get_future().wait();
    return Error{ErrorCode::Cancelled, "stopped as asked"};
}

} // namespace

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

TEST_CASE("inline requests and notifications are taken in order")
{
    Wire wire;
    std::string seen;
    wire.peer.handle("append", Execution::Inline, [&](const json& params, std::stop_token) -> Result<json> {
        seen += params.at("text").get<std::string>();
        return json(seen);
    });
    wire.peer.onNotification("add", [&](const json& params) { seen += params.at("text").get<std::string>(); });
    wire.peer.start();
    for (int number = 1; number <= 5; ++number) {
        wire.write(R"({"method":"add","params":{"text":"n"}})"
                   "\n");
        wire.write(*encode(Request{number, "append", {{"text", std::to_string(number)}}}) + "\n");
    }
    for (int number = 1; number <= 5; ++number)
        CHECK(wire.read().at("id") == number);
    wire.peer.close();
    wire.peer.waitForEnd();
    CHECK(seen == "n1n2n3n4n5");
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

TEST_CASE("the sender of a raw request cancels it by its number")
{
    Wire wire;
    wire.peer.handle("wait", Execution::Background, waitForStop);
    wire.peer.start();
    wire.write(R"({"id":41,"method":"wait"})"
               "\n");
    wire.write(R"({"method":"cancel","params":{"id":41}})"
               "\n");
    const json answer = wire.read();
    CHECK(answer.at("id") == 41);
    CHECK(answer.at("error").at("data").at("code") == "cancelled");
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

TEST_CASE("garbage and over-long lines are answered and the connection goes on")
{
    Wire wire;
    wire.peer.handle("echo", Execution::Inline, echo);
    wire.peer.start();
    wire.write("not json\n");
    CHECK(wire.read().at("error").at("code") == -32700);
    const std::string chunk(64 * 1024, 'x');
    for (int count = 0; count < 40; ++count) // 2.5 MiB
        wire.write(chunk);
    wire.write("\n");
    const json refusal = wire.read();
    CHECK(refusal.at("error").at("code") == -32600);
    CHECK(refusal.at("id").is_null());
    wire.write(R"({"id":1,"method":"echo","params":{"n":1}})"
               "\n");
    CHECK(wire.read().at("result").at("n") == 1);
}

TEST_CASE("an answer for nobody is dropped")
{
    Wire wire;
    wire.peer.handle("echo", Execution::Inline, echo);
    wire.peer.start();
    wire.write(R"({"id":99,"result":1})"
               "\n"
               R"({"id":98,"error":{"code":-1,"message":"x"}})"
               "\n"
               R"({"id":null,"error":{"code":-1,"message":"x"}})"
               "\n");
    wire.write(R"({"id":1,"method":"echo"})"
               "\n");
    CHECK(wire.read().at("id") == 1);
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

TEST_CASE("too many requests at once are refused as busy, and the first ones still end")
{
    Wire wire;
    wire.peer.handle("wait", Execution::Background, waitForStop);
    wire.peer.start();
    const auto limit = static_cast<std::int64_t>(Peer::maxBackgroundRequests);
    for (std::int64_t id = 1; id <= limit + 1; ++id)
        wire.write(*encode(Request{id, "wait"}) + "\n");
    const json refused = wire.read();
    CHECK(refused.at("id") == limit + 1);
    CHECK(refused.at("error").at("data").at("code") == "busy");
    wire.write(R"({"method":"cancel","params":{"id":1}})"
               "\n");
    CHECK(wire.read().at("id") == 1);
}
