// SPDX-License-Identifier: Apache-2.0
#include "memory.h"

#include <fstream>
#include <stdexcept>

#include <stdlib.h>

namespace tidegate::test {

namespace fs = std::filesystem;

Folder::Folder()
{
    std::string pattern = (fs::temp_directory_path() / "tidegate-state-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    m_path = pattern;
}

Folder::~Folder()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

void Folder::write(const std::string& name, std::string_view text) const
{
    std::ofstream(m_path / name, std::ios::binary) << text;
}

std::string Folder::read(const std::string& name) const
{
    std::ostringstream text;
    text << std::ifstream(m_path / name, std::ios::binary).rdbuf();
    return text.str();
}

int Folder::count(const std::string& prefix) const
{
    int count = 0;
    for (const auto& entry : fs::directory_iterator(m_path))
        count += entry.path().filename().string().starts_with(prefix) ? 1 : 0;
    return count;
}

int TextLog::count(std::string_view part) const
{
    const std::string all = text.str();
    int count = 0;
    for (std::size_t at = all.find(part); at != std::string::npos; at = all.find(part, at + 1))
        ++count;
    return count;
}

void recordRun(agent::History& history, FakeClock& clock, const std::string& job, RunState state, std::int64_t rows,
               std::chrono::seconds length, const std::string& hi)
{
    static std::atomic<std::int64_t> last = 0; // two agents of a test write at once
    const auto number = ++last;
    const agent::RunRequest request{place.pool, place.environment, job, {}};
    history.recorder.onStart(number, request);
    clock.advance(length);
    RunSummary summary;
    summary.job = job;
    summary.state = state;
    summary.rows.read = rows;
    summary.rows.inserted = rows;
    summary.seconds = static_cast<double>(length.count());
    if (!hi.empty())
        summary.window = WindowBounds{std::nullopt, hi, {}};
    if (state == RunState::Failed || state == RunState::Refused)
        summary.error = Error{ErrorCode::QueryFailed, "the server said no", "ask it why"};
    history.recorder.onEnd(number, request, summary, {std::nullopt, rows * 10});
}

} // namespace tidegate::test
