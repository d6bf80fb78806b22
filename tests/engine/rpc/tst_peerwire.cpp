// SPDX-License-Identifier: Apache-2.0
#include "peerends.h"

using namespace tidegate;
using namespace tidegate::rpc;
using namespace tidegate::rpc::test;

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
