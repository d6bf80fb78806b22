// SPDX-License-Identifier: Apache-2.0
#include "rpc/eventqueue.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>

using tidegate::rpc::EventQueue;

namespace {

std::string ids(const EventQueue<int>::Batch& batch)
{
    std::string text;
    for (const auto& event : batch.events)
        text += std::to_string(event.id) + "=" + std::to_string(event.value) + " ";
    if (batch.dropped)
        text += "dropped " + std::to_string(batch.dropped->from) + "-" + std::to_string(batch.dropped->to);
    return text;
}

} // namespace

TEST_CASE("a reader gets what is newer than the last id that it saw")
{
    EventQueue<int> queue(10);
    for (int value = 10; value < 14; ++value)
        queue.push(value);
    CHECK(ids(queue.read(0, 100)) == "1=10 2=11 3=12 4=13 ");
    CHECK(ids(queue.read(2, 100)) == "3=12 4=13 ");
    CHECK(ids(queue.read(0, 2)) == "1=10 2=11 ");
    CHECK(ids(queue.read(4, 100)).empty());
}

TEST_CASE("a full queue drops the oldest and says which ids are gone")
{
    EventQueue<int> queue(3);
    for (int value = 0; value < 10; ++value)
        queue.push(value);
    CHECK(ids(queue.read(0, 100)) == "8=7 9=8 10=9 dropped 1-7");
    CHECK(ids(queue.read(5, 100)) == "8=7 9=8 10=9 dropped 6-7");
    CHECK(ids(queue.read(7, 100)) == "8=7 9=8 10=9 ");
}

TEST_CASE("an id of another process starts from the beginning")
{
    EventQueue<int> queue(3);
    queue.push(1);
    CHECK(ids(queue.read(500, 100)) == "1=1 ");
    CHECK(ids(queue.read(-1, 100)) == "1=1 ");
}

TEST_CASE("a waiting reader wakes for an event and for a stop")
{
    EventQueue<int> queue(3);
    bool woke = false;
    {
        const std::jthread reader([&](const std::stop_token& stop) { woke = queue.waitFor(0, stop); });
        queue.push(1);
    }
    CHECK(woke);
    std::jthread reader([&](const std::stop_token& stop) { woke = queue.waitFor(1, stop); });
    reader.request_stop();
    reader.join();
    CHECK_FALSE(woke);
}
