// SPDX-License-Identifier: Apache-2.0
#include "agent/poolreads.h"

#include <doctest/doctest.h>

#include <atomic>
#include <future>
#include <semaphore>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace tidegate;
using namespace tidegate::agent;

namespace {

/// A reader that says when it begins and ends when it may.
struct SlowReader
{
    std::atomic<int> begun = 0;
    std::counting_semaphore<> may{0};

    Result<Pool> operator()(const std::filesystem::path& root)
    {
        const int number = ++begun;
        begun.notify_all();
        may.acquire();
        if (root == "/nowhere")
            return Error{ErrorCode::NotFound, "no such folder", "look again"};
        Pool pool;
        pool.name = std::to_string(number);
        return pool;
    }
};

} // namespace

TEST_CASE("A question gets a read that began after it")
{
    SlowReader reader;
    PoolReads reads(std::ref(reader));
    auto first = std::async(std::launch::async, [&] { return reads.read("/pool"); });
    reader.begun.wait(0);
    auto second = std::async(std::launch::async, [&] { return reads.read("/pool"); });
    reader.may.release(2);
    CHECK((*first.get())->name == "1");
    CHECK((*second.get())->name == "2");
}

TEST_CASE("Questions that wait together are answered by one read")
{
    SlowReader reader;
    PoolReads reads(std::ref(reader));
    auto first = std::async(std::launch::async, [&] { return reads.read("/pool"); });
    reader.begun.wait(0);
    std::atomic<int> asking = 0;
    std::vector<std::future<PoolReads::Shared>> others;
    for (int i = 0; i < 9; ++i)
        others.push_back(std::async(std::launch::async, [&] {
            ++asking;
            return reads.read("/pool");
        }));
    while (asking < 9)
        std::this_thread::yield();
    reader.may.release(10);
    CHECK((*first.get())->name == "1");
    for (auto& other : others)
        CHECK((*other.get())->name != "1");
    CHECK(reader.begun < 10);
}

TEST_CASE("Another pool is not waited for, and an error reaches all who asked")
{
    SlowReader reader;
    PoolReads reads(std::ref(reader));
    auto slow = std::async(std::launch::async, [&] { return reads.read("/pool"); });
    reader.begun.wait(0);
    auto other = std::async(std::launch::async, [&] { return reads.read("/nowhere"); });
    while (reader.begun < 2)
        std::this_thread::yield();
    reader.may.release(2);
    CHECK(slow.get());
    CHECK(other.get().error().code == ErrorCode::NotFound);
}

TEST_CASE("A read that breaks down is an answer, and the next question gets its own")
{
    int reading = 0;
    PoolReads reads([&](const std::filesystem::path&) -> Result<Pool> {
        if (++reading == 1)
            throw std::runtime_error("out of handles");
        return Pool();
    });
    const auto broken = reads.read("/pool");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().message == "the pool /pool can't be read: out of handles");
    CHECK(reads.read("/pool"));
}
