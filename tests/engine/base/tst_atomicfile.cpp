// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"

#include <doctest/doctest.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>
#include <vector>

using namespace tidegate;
namespace fs = std::filesystem;

namespace {

class Folder
{
public:
    Folder()
    {
        std::string name = (fs::temp_directory_path() / "tidegate-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_path = name;
    }
    ~Folder() { fs::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] fs::path file(const std::string& name) const { return m_path / name; }
    [[nodiscard]] std::size_t count() const
    {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(m_path), fs::directory_iterator()));
    }

private:
    fs::path m_path;
};

void put(const fs::path& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text;
}

} // namespace

TEST_CASE("a save replaces the text and leaves nothing beside the file")
{
    const Folder folder;
    const auto path = folder.file("门店.yaml");
    REQUIRE(saveFile(path, "one\r\n").has_value());
    CHECK(*readFile(path) == "one\r\n");
    REQUIRE(saveFile(path, std::string(1 << 20, 'x')).has_value());
    CHECK(readFile(path)->size() == 1 << 20);
    CHECK(folder.count() == 1);
}

TEST_CASE("a save keeps the mode of the file")
{
    const Folder folder;
    const auto path = folder.file("a.yaml");
    put(path, "old");
    ::chmod(path.c_str(), 0640);
    REQUIRE(saveFile(path, "new").has_value());
    REQUIRE(saveIfUnchanged(path, "new", "newer").has_value());
    struct stat status
    {
    };
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 07777) == 0640);
}

TEST_CASE("a save goes through symbolic links")
{
    const Folder folder;
    fs::create_directory(folder.file("real"));
    put(folder.file("real/a.yaml"), "old");
    fs::create_symlink("real/a.yaml", folder.file("link.yaml"));
    REQUIRE(saveIfUnchanged(folder.file("link.yaml"), "old", "new").has_value());
    CHECK(fs::is_symlink(folder.file("link.yaml")));
    CHECK(*readFile(folder.file("real/a.yaml")) == "new");
}

TEST_CASE("a file that changed underneath is a conflict and keeps what the other side wrote")
{
    const Folder folder;
    const auto path = folder.file("a.yaml");
    put(path, "theirs");
    const auto saved = saveIfUnchanged(path, "what we read", "ours");
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error().code == ErrorCode::Conflict);
    CHECK_FALSE(saved.error().hint.empty());
    CHECK(*readFile(path) == "theirs");
    CHECK(folder.count() == 1);

    fs::remove(path);
    CHECK(saveIfUnchanged(path, "theirs", "ours").error().code == ErrorCode::Conflict);
    CHECK(folder.count() == 0);
}

TEST_CASE("of many writers that read the same text exactly one wins")
{
    const Folder folder;
    const auto path = folder.file("a.yaml");
    for (int round = 0; round < 20; ++round) {
        put(path, "old");
        std::atomic<int> winners{0};
        std::atomic<int> winner{-1};
        {
            std::vector<std::jthread> writers;
            for (int i = 0; i < 4; ++i)
                writers.emplace_back([&, i] {
                    if (saveIfUnchanged(path, "old", "writer " + std::to_string(i))) {
                        ++winners;
                        winner = i;
                    }
                });
        }
        CHECK(winners == 1);
        CHECK(*readFile(path) == "writer " + std::to_string(winner));
        CHECK(folder.count() == 1);
    }
}

TEST_CASE("a full disk leaves the old file whole and no litter")
{
    const Folder folder;
    const auto path = folder.file("a.yaml");
    put(path, "old");
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4096, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const auto saved = saveFile(path, std::string(100'000, 'x'));
    const auto savedIfUnchanged = saveIfUnchanged(path, "old", std::string(100'000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, oldHandler);
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error().code == ErrorCode::Io);
    CHECK_FALSE(savedIfUnchanged.has_value());
    CHECK(*readFile(path) == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("a new file never overwrites an old one")
{
    const Folder folder;
    REQUIRE(createFile(folder.file("a.yaml"), "first").has_value());
    CHECK(createFile(folder.file("a.yaml"), "second").error().code == ErrorCode::Conflict);
    CHECK(*readFile(folder.file("a.yaml")) == "first");
    CHECK(folder.count() == 1);
    CHECK(createFile(folder.file("missing/a.yaml"), "x").error().code == ErrorCode::NotFound);
}

TEST_CASE("what can't be read says why")
{
    const Folder folder;
    CHECK(readFile(folder.file("nothing")).error().code == ErrorCode::NotFound);
    CHECK(readFile(folder.file(".")).error().code == ErrorCode::Invalid);
    put(folder.file("big"), std::string(1000, 'x'));
    CHECK(readFile(folder.file("big"), 999).error().code == ErrorCode::Invalid);
    CHECK(readFile("/dev/null").error().code == ErrorCode::Invalid);
}
