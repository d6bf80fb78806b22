// SPDX-License-Identifier: Apache-2.0
#include "pool/pool.h"

#include "base/atomicfile.h"
#include "pool/filecheck.h"
#include "pool/poolfiles.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largestFile = 4 * 1024 * 1024; // what is larger than 1 MiB gets its finding from the parser

/// The plain files of a folder, sorted by name; none where there is no such folder.
std::vector<fs::path> filesIn(const fs::path& root, const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code failure;
    for (auto it = fs::directory_iterator(root / folder, failure); !failure && it != fs::directory_iterator();
         it.increment(failure)) {
        if (it->path().filename().string().front() != '.' && !it->is_directory(failure))
            files.push_back(folder / it->path().filename());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<fs::path> jobFolders(const fs::path& root)
{
    std::vector<fs::path> folders;
    std::error_code failure;
    for (auto it = fs::directory_iterator(root / "customers", failure); !failure && it != fs::directory_iterator();
         it.increment(failure)) {
        if (it->is_directory(failure) && it->path().filename().string().front() != '.')
            folders.push_back(fs::path("customers") / it->path().filename() / "jobs");
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

/// Reads the files of one folder that are what the folder is for, and says what became of the others.
template <typename Definition, typename Parse>
void readFolder(Pool& pool, const fs::path& folder, std::vector<PoolFile<Definition>>& files, Parse parse)
{
    for (const fs::path& path : filesIn(pool.root, folder)) {
        const std::string ending = path.extension().string();
        if (ending == ".yml")
            pool.poolFindings.push_back(Finding{Severity::Warning,
                                                "not_read",
                                                path.generic_string(),
                                                {},
                                                {},
                                                "files that end in .yml are not read",
                                                "rename it to .yaml",
                                                {}});
        if (ending != ".yaml")
            continue;
        const auto text = readFile(pool.root / path, largestFile);
        if (!text) {
            pool.poolFindings.push_back(Finding{Severity::Error,
                                                "unreadable",
                                                path.generic_string(),
                                                {},
                                                {},
                                                text.error().message,
                                                text.error().hint,
                                                {}});
            continue;
        }
        files.push_back(parse(*text, path.stem().string(), path));
    }
}

template <typename Definition>
void sortByName(std::vector<PoolFile<Definition>>& files)
{
    std::stable_sort(files.begin(), files.end(),
                     [](const auto& left, const auto& right) { return left.name < right.name; });
}

} // namespace

Result<Pool> readPool(const fs::path& root)
{
    Pool pool;
    pool.root = root;
    const auto text = readFile(root / "pool.yaml", largestFile);
    if (!text) {
        Error error = text.error();
        if (error.code == ErrorCode::NotFound)
            error.hint = "a pool has a file pool.yaml at its root, with `pool: NAME` and `format: 1`";
        return error;
    }
    FileCheck file(*text, "pool.yaml");
    file.check(Schema::pool());
    pool.name = file.textAt("pool");
    pool.poolFindings = file.takeFindings();

    readFolder(pool, "connections", pool.connections, parseConnection);
    readFolder(pool, "environments", pool.environments, parseEnvironment);
    checkEnvironmentReferences(pool);
    std::vector<PoolFile<JobDefinition>> jobs; // parseJob looks at the pool, which must not grow meanwhile
    for (const fs::path& folder : jobFolders(root)) {
        readFolder(pool, folder, jobs, [&pool](std::string_view jobText, std::string_view name, const fs::path& path) {
            return parseJob(jobText, name, path, &pool);
        });
    }
    pool.jobs = std::move(jobs);
    sortByName(pool.connections);
    sortByName(pool.environments);
    sortByName(pool.jobs);
    checkJobsTogether(pool);
    return pool;
}

} // namespace tidegate
