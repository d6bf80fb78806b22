// SPDX-License-Identifier: Apache-2.0
#include "rpc/peer.h"
#include "rpc/unixsocket.h"

#include <doctest/doctest.h>

#include <fstream>
#include <future>

#include <sys/stat.h>
#include <unistd.h>

using namespace tidegate;
using namespace tidegate::rpc;
using namespace std::chrono_literals;

namespace {

struct TemporaryFolder
{
    TemporaryFolder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "tidegate-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path = pattern;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }

    std::filesystem::path path;
};

} // namespace

TEST_CASE("only the owner may open the socket, and the file goes with the listener")
{
    const TemporaryFolder folder;
    const auto path = folder.path / "agent.sock";
    {
        const auto listener = UnixListener::listen(path);
        REQUIRE(listener);
        struct stat status
        {
        };
        REQUIRE(::lstat(path.c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0600U);
    }
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("two peers talk over a socket")
{
    const TemporaryFolder folder;
    const auto listener = UnixListener::listen(folder.path / "agent.sock");
    REQUIRE(listener);
    auto accepted = std::async(std::launch::async, [&] { return (*listener)->accept(); });
    auto near = connectUnix(folder.path / "agent.sock");
    REQUIRE(near);
    auto far = accepted.get();
    REQUIRE(far);
    Peer client(*std::move(near));
    Peer server(*std::move(far));
    server.handle("echo", Execution::Inline,
                  [](const nlohmann::json& params, std::stop_token) -> Result<nlohmann::json> { return params; });
    client.start();
    server.start();
    const std::string large(900'000, 'x');
    CHECK(client.call("echo", {{"text", large}}, 30s).value().at("text") == large);
    client.close();
    server.waitForEnd();
}

TEST_CASE("a second listener is told that one is there; a dead socket file is replaced")
{
    const TemporaryFolder folder;
    const auto path = folder.path / "agent.sock";
    {
        const auto first = UnixListener::listen(path);
        REQUIRE(first);
        const auto second = UnixListener::listen(path);
        REQUIRE_FALSE(second);
        CHECK(second.error().code == ErrorCode::Busy);
        std::filesystem::create_hard_link(path, folder.path / "left-behind.sock");
    }
    CHECK(connectUnix(folder.path / "left-behind.sock").error().code == ErrorCode::ConnectFailed);
    CHECK(UnixListener::listen(folder.path / "left-behind.sock"));
}

TEST_CASE("a file that is no socket is left alone")
{
    const TemporaryFolder folder;
    std::ofstream(folder.path / "notes.txt") << "precious";
    CHECK(UnixListener::listen(folder.path / "notes.txt").error().code == ErrorCode::Io);
    CHECK(std::filesystem::file_size(folder.path / "notes.txt") == 8);
}

TEST_CASE("a path that is too long says so, and nobody there says so")
{
    CHECK(UnixListener::listen("/tmp/" + std::string(200, 'x')).error().code == ErrorCode::Usage);
    CHECK(connectUnix("/nowhere/agent.sock").error().code == ErrorCode::ConnectFailed);
}

TEST_CASE("closing a listener wakes accept")
{
    const TemporaryFolder folder;
    const auto listener = UnixListener::listen(folder.path / "agent.sock");
    REQUIRE(listener);
    auto accepted = std::async(std::launch::async, [&] { return (*listener)->accept(); });
    (*listener)->close();
    const auto transport = accepted.get();
    REQUIRE(transport);
    CHECK(*transport == nullptr);
}
