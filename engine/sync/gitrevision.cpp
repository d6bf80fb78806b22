// SPDX-License-Identifier: Apache-2.0
#include "sync/gitrevision.h"

#include <fmt/format.h>

#include <algorithm>
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

Result<CommittedFile> committedJob(const std::filesystem::path& root, std::string_view revision, std::string_view name)
{
    const auto wanted = std::string(revision);
    const auto commit = git(root, {"rev-parse", "--verify", "--quiet", "--end-of-options", wanted + "^{commit}"});
    if (commit.status != 0)
        return Error{ErrorCode::Usage, fmt::format("{} has no git revision {}", root.string(), wanted),
                     "`git log` in the pool shows its revisions; a pool without a repository has none"};
    const auto id = commit.output.substr(0, commit.output.find('\n'));
    const auto files = git(root, {"ls-tree", "-r", "-z", "--name-only", id, "--", "customers"});
    const auto ending = fmt::format("/jobs/{}.yaml", name);
    std::string_view rest = files.output;
    while (!rest.empty()) {
        const std::string file(rest.substr(0, rest.find('\0')));
        rest.remove_prefix(std::min(file.size() + 1, rest.size()));
        if (!file.ends_with(ending))
            continue;
        auto text = git(root, {"cat-file", "blob", fmt::format("{}:./{}", id, file)});
        if (text.status == 0)
            return CommittedFile{file, std::move(text.output)};
    }
    return Error{ErrorCode::NotFound, fmt::format("revision {} has no job {}", wanted, name),
                 "was it called otherwise then? `git log --follow` on its file tells"};
}

} // namespace tidegate
