// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/linebuffer.h"
#include "rpc/peer.h"
#include "rpc/pipetransport.h"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <future>
#include <utility>

namespace tidegate::rpc::test {

using nlohmann::json;

/// Far beyond any answer of a test that passes.
constexpr auto patience = std::chrono::seconds(30);

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

inline Result<json> echo(const json& params, std::stop_token)
{
    return params;
}

/// Waits until it is asked to stop, then says so.
inline Result<json> waitForStop(const json&, std::stop_token stop)
{
    std::promise<void> stopped;
    const std::stop_callback callback(stop, [&stopped] { stopped.set_value(); });
    stopped.get_future().wait();
    return Error{ErrorCode::Cancelled, "stopped as asked"};
}

} // namespace tidegate::rpc::test
