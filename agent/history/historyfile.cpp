// SPDX-License-Identifier: Apache-2.0
#include "agent/history/historyfile.h"

#include "agent/history/historyschema.h"
#include "agent/isotime.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

namespace tidegate::agent {

namespace fs = std::filesystem;

namespace {

constexpr auto fileName = "history.sqlite";
constexpr std::uintmax_t mostCheckedBytes = 32U << 20;

/// Looks through a file that is read quickly; in a larger one damage is found where it is used.
Result<void> check(Database& database, const std::string& path)
{
    std::error_code failure;
    if (fs::file_size(path, failure) > mostCheckedBytes || failure)
        return {};
    const auto checked = database.query("pragma quick_check(1)");
    if (!checked)
        return checked.error();
    const std::string answer = checked->empty() ? "no answer" : checked->front().text(0);
    if (answer == "ok")
        return {};
    return Error{ErrorCode::Io, fmt::format("{}: {}", path, answer)}.with("sqlite", std::to_string(SQLITE_CORRUPT));
}

Result<std::unique_ptr<Database>> openFile(const std::string& path)
{
    auto database = Database::open(path);
    if (!database)
        return database;
    // NORMAL: what a killed process wrote is there; a power failure may take the last second.
    if (auto set = (*database)->script("pragma journal_mode = wal; pragma synchronous = normal;"
                                       "pragma journal_size_limit = 16777216; pragma cache_size = -16384;");
        !set)
        return set.error();
    if (auto migrated = migrateHistory(**database); !migrated)
        return migrated.error();
    if (auto checked = check(**database, path); !checked)
        return checked.error();
    // A file that can be read and not written shows it here and not at the end of a run.
    if (auto written = (*database)->script("begin immediate; commit"); !written)
        return written.error();
    return database;
}

bool isDamage(const Error& error)
{
    const auto code = error.detail("sqlite");
    return code == std::to_string(SQLITE_CORRUPT) || code == std::to_string(SQLITE_NOTADB);
}

/// "history.sqlite.damaged-20240501T102030Z"
Result<fs::path> setAside(const fs::path& file)
{
    std::string stamp = isoSeconds(std::chrono::floor<std::chrono::seconds>(systemNow()));
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
    const fs::path aside = file.string() + ".damaged-" + stamp;
    std::error_code failure;
    fs::rename(file, aside, failure);
    if (failure)
        return Error{ErrorCode::Io, fmt::format("{} can't be renamed: {}", file.string(), failure.message())};
    for (const char* suffix : {"-wal", "-shm"})
        fs::rename(file.string() + suffix, aside.string() + suffix, failure);
    return aside;
}

HistoryFile inMemory(std::string trouble)
{
    HistoryFile file;
    auto database = Database::open(":memory:");
    if (database && migrateHistory(**database))
        file.database = *std::move(database);
    file.trouble = std::move(trouble);
    return file;
}

} // namespace

HistoryFile openHistory(const fs::path& folder)
{
    if (folder.empty())
        return inMemory({});
    const fs::path path = folder / fileName;
    auto database = openFile(path.string());
    if (database)
        return {*std::move(database), true, {}};
    std::string trouble = database.error().message;
    if (isDamage(database.error())) {
        const auto aside = setAside(path);
        database = aside ? openFile(path.string()) : Result<std::unique_ptr<Database>>(aside.error());
        if (database)
            return {*std::move(database), true,
                    fmt::format("the history was damaged ({}) and lies now in {}; a new one begins", trouble,
                                aside->filename().string())};
        trouble = database.error().message;
    }
    return inMemory(fmt::format("no history on disk ({}): what is recorded now is gone when the agent ends", trouble));
}

} // namespace tidegate::agent
