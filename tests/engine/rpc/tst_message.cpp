// SPDX-License-Identifier: Apache-2.0
#include "rpc/message.h"

#include <doctest/doctest.h>

#include <vector>

using namespace tidegate;
using namespace tidegate::rpc;
using nlohmann::json;

namespace {

Message throughLine(const Message& message)
{
    const auto line = encode(message);
    REQUIRE(line);
    CHECK(line->find('\n') == std::string::npos);
    auto decoded = decode(*line);
    REQUIRE(decoded);
    return *std::move(decoded);
}

} // namespace

TEST_CASE("a request comes back with number, method and params")
{
    const auto message = throughLine(Request{7, "catalogue.table", {{"table", "销售.\"订单\n\""}}});
    const auto& request = std::get<Request>(message);
    CHECK(request.id == 7);
    CHECK(request.method == "catalogue.table");
    CHECK(request.params.at("table") == "销售.\"订单\n\"");
}

TEST_CASE("a notification has no number, an answer has the request's")
{
    CHECK(std::get<Notification>(throughLine(Notification{"log.lines", {{"lines", json::array()}}})).method ==
          "log.lines");
    const auto answer = throughLine(Response{9, nullptr});
    CHECK(std::get<Response>(answer).id == 9);
    CHECK(std::get<Response>(answer).result.is_null());
}

TEST_CASE("an engine error keeps code, side, hint and details across the line")
{
    const Error sent =
        Error{ErrorCode::QueryFailed, "relation \"x\" does not exist", "look at the table", Side::Source}.with(
            "sqlstate", "42P01");
    const auto message = throughLine(failureFrom(3, sent));
    const Error received = errorFrom(std::get<Failure>(message));
    CHECK(received.code == ErrorCode::QueryFailed);
    CHECK(received.message == sent.message);
    CHECK(received.hint == sent.hint);
    CHECK(received.side == Side::Source);
    CHECK(received.detail("sqlstate") == "42P01");
}

TEST_CASE("an unknown method tells that the other side is of another version")
{
    const Error error = errorFrom({1, static_cast<int>(FailureCode::MethodNotFound), "no method `x`", nullptr});
    CHECK(error.code == ErrorCode::Unsupported);
    CHECK_FALSE(error.hint.empty());
}

TEST_CASE("params may be left out and count as empty")
{
    const auto message = decode(R"({"jsonrpc":"2.0","id":1,"method":"ping"})");
    REQUIRE(message);
    CHECK(std::get<Request>(*message).params == json::object());
}

TEST_CASE("what is no message is an error, never an exception")
{
    const std::vector<std::string> lines = {"",
                                            "garbage",
                                            "{",
                                            "[]",
                                            "17",
                                            "\"text\"",
                                            "null",
                                            "{}",
                                            R"({"id":1})",
                                            R"({"id":"one","method":"ping"})",
                                            R"({"id":1.5,"method":"ping"})",
                                            R"({"id":1,"method":7})",
                                            R"({"id":1,"method":"x","params":[1]})",
                                            R"({"id":1,"error":"no"})",
                                            R"({"id":null,"result":1})",
                                            "{\"method\":\"\xff\xfe\"}",
                                            std::string("{\"method\":\"a\0b\"}", 16),
                                            std::string(500'000, '['),
                                            R"({"method":"x","params":)" + std::string(400'000, '{')};
    for (const std::string& line : lines) {
        CAPTURE(line.substr(0, 80));
        const auto message = decode(line);
        REQUIRE_FALSE(message);
        CHECK(message.error().code == ErrorCode::Invalid);
    }
}

TEST_CASE("a deep but closed nesting is refused, so that nothing recurses into it")
{
    const std::string deep =
        R"({"id":1,"method":"x","params":{"a":)" + std::string(200'000, '[') + std::string(200'000, ']') + "}}";
    CHECK_FALSE(decode(deep));
}

TEST_CASE("a message longer than a line says so")
{
    const auto line = encode(Response{1, std::string(maxLineBytes, 'x')});
    REQUIRE_FALSE(line);
    CHECK(line.error().code == ErrorCode::Usage);
    CHECK(line.error().hint.find("page") != std::string::npos);
}

TEST_CASE("text that is not UTF-8 is sent with replacement characters")
{
    const auto message = throughLine(Notification{"log.lines",
                                                  {{"text", "a\xff"
                                                            "b"}}});
    CHECK(std::get<Notification>(message).params.at("text") == "a\xEF\xBF\xBD"
                                                               "b");
}
