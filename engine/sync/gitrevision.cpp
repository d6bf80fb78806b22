// SPDX-License-Identifier: Apache-2.0
#include "sync/gitrevision.h"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace tidegate {

namespace {

struct Answer
{
    int status = -1;
    std::string output;
};

/// Runs git with these arguments; no shell, no input, no configuration that could run something else.
Answer git(const std::filesystem::path& root, const std::vector<std::string>& arguments)
{
    std::vector<std::string> words{"git", "-c", "core.fsmonitor=false", "-C", root.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (auto& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(name) + "=" + (value ? value : "");
    };
    std::string path = variable("PATH");
    std::string home = variable("HOME");
    std::string locks = "GIT_OPTIONAL_LOCKS=0";
    const std::array<char*, 4> environment{path.data(), home.data(), locks.data(), nullptr};

    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return {};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int spawned = ::posix_spawnp(&child, "git", &actions, nullptr, argv.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    Answer answer;
    std::array<char, 256> buffer{};
    for (ssize_t got = 0; spawned == 0 && (got = ::read(ends[0], buffer.data(), buffer.size())) > 0;)
        answer.output.append(buffer.data(), static_cast<std::size_t>(got));
    ::close(ends[0]);
    int status = 0;
    if (spawned == 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status))
        answer.status = WEXITSTATUS(status);
    return answer;
}

} // namespace

std::string gitRevision(const std::filesystem::path& root, const std::filesystem::path& file)
{
    auto revision = git(root, {"rev-parse", "--verify", "--quiet", "HEAD"});
    if (revision.status != 0)
        return {};
    while (!revision.output.empty() && revision.output.back() == '\n')
        revision.output.pop_back();
    const auto known = git(root, {"ls-files", "--error-unmatch", "--", file.string()});
    const auto same = git(root, {"diff", "--quiet", "--no-ext-diff", "--no-textconv", "HEAD", "--", file.string()});
    return known.status == 0 && same.status == 0 ? revision.output : revision.output + "+";
}

} // namespace tidegate
