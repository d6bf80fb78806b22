// SPDX-License-Identifier: Apache-2.0
#include "pool/poolfiles.h"

#include "base/closest.h"
#include "job/jobreader.h"
#include "job/jobrules.h"
#include "pool/connectionoptions.h"
#include "pool/filecheck.h"
#include "pool/yamlpath.h"

#include <fmt/format.h>

#include <charconv>

namespace tidegate {

namespace {

void checkOwnName(FileCheck& file, std::string_view key, std::string_view name)
{
    if (file.node(key) && !file.isBroken(key) && file.textAt(key) != name)
        file.add(Severity::Error, "name_differs", key,
                 fmt::format("the {} calls itself `{}`, but its file is `{}.yaml`", key, file.textAt(key), name),
                 "rename the file, or change the name", std::string(name));
}

std::map<std::string, std::string> textMapAt(const FileCheck& file, std::string_view path)
{
    std::map<std::string, std::string> texts;
    const YamlNode* node = file.node(path);
    for (const YamlEntry& entry : node ? node->entries : std::vector<YamlEntry>())
        texts[entry.key->text] = entry.value->resolved().text;
    return texts;
}

DatabaseType databaseType(std::string_view text)
{
    return text == "greenplum"   ? DatabaseType::Greenplum
           : text == "mysql"     ? DatabaseType::MySql
           : text == "sqlserver" ? DatabaseType::SqlServer
           : text == "oracle"    ? DatabaseType::Oracle
           : text == "sqlite"    ? DatabaseType::Sqlite
                                 : DatabaseType::Postgres;
}

bool isPostgresFamily(DatabaseType type)
{
    return type == DatabaseType::Postgres || type == DatabaseType::Greenplum;
}

void checkOptions(FileCheck& file)
{
    if (!isPostgresFamily(databaseType(file.textAt("type"))))
        return;
    for (const auto& [option, value] : textMapAt(file, "options")) {
        const auto path = keyPath("options", option);
        if (isReservedOption(option) && !file.isBroken(path))
            file.add(Severity::Error, "reserved_option", path,
                     fmt::format("`{}` can't stand here: Tidegate sets it itself", option),
                     "use the connection's own keys: host, port, database, user, secret");
    }
}

template <typename Definition>
PoolFile<Definition> emptyFile(std::string_view text, std::string_view name, const std::filesystem::path& path)
{
    PoolFile<Definition> file;
    file.name = name;
    file.path = path;
    file.text = text;
    return file;
}

/// The connection that a job's end means: a connection file, or a name that environments map.
void checkJobConnection(FileCheck& file, JobDefinition& job, const Pool& pool, bool isTarget)
{
    const std::string path = isTarget ? "target.connection" : "source.connection";
    const std::string name = isTarget ? job.target.connection : job.source.connection;
    if (name.empty() || file.isBroken(path))
        return;
    std::size_t mappedIn = 0;
    for (const auto& environment : pool.environments)
        mappedIn += environment.definition && environment.definition->connections.contains(name) ? 1 : 0;
    const auto* connection = pool.connection(name);
    if (!connection && mappedIn == 0) {
        std::vector<std::string> names;
        for (const auto& known : pool.connections)
            names.push_back(known.name);
        const std::string near = closest(name, names);
        file.add(Severity::Error, "dangling_connection", path, fmt::format("there is no connection `{}`", name),
                 near.empty() ? fmt::format("make connections/{}.yaml, or map the name in the environments", name)
                              : fmt::format("did you mean `{}`?", near),
                 near);
        return;
    }
    if (!connection && mappedIn < pool.environments.size())
        file.add(Severity::Warning, "unmapped_connection", path,
                 fmt::format("`{}` is no connection file and only some environments map it", name),
                 "in the other environments the job can't run");
    if (!connection || !connection->definition || isPostgresFamily(connection->definition->type))
        return;
    if (isTarget) {
        file.add(Severity::Error, "bad_target_type", path, fmt::format("`{}` can't be a target", name),
                 "a target is of the PostgreSQL family: postgres or greenplum");
    } else {
        job.unsupported.push_back(
            fmt::format("the source `{}` is no PostgreSQL; this version reads only that family", name));
        file.add(Severity::Note, "not_in_this_version", path, job.unsupported.back());
    }
}

} // namespace

PoolFile<ConnectionDefinition> parseConnection(std::string_view text, std::string_view name,
                                               const std::filesystem::path& path)
{
    auto result = emptyFile<ConnectionDefinition>(text, name, path);
    FileCheck file(text, path.generic_string());
    file.check(Schema::connection());
    checkOwnName(file, "connection", name);
    checkOptions(file);
    if (!file.hasErrors()) {
        ConnectionDefinition connection;
        connection.name = name;
        connection.type = databaseType(file.textAt("type"));
        connection.host = file.textAt("host");
        const std::string port = file.textAt("port");
        std::from_chars(port.data(), port.data() + port.size(), connection.port);
        connection.database = file.textAt("database");
        connection.user = file.textAt("user");
        connection.secret = file.textAt("secret");
        connection.options = textMapAt(file, "options");
        if (file.node("state_schema"))
            connection.stateSchema = file.textAt("state_schema");
        result.definition = std::move(connection);
    }
    result.findings = file.takeFindings();
    return result;
}

PoolFile<EnvironmentDefinition> parseEnvironment(std::string_view text, std::string_view name,
                                                 const std::filesystem::path& path)
{
    auto result = emptyFile<EnvironmentDefinition>(text, name, path);
    FileCheck file(text, path.generic_string());
    file.check(Schema::environment());
    checkOwnName(file, "environment", name);
    if (!file.hasErrors()) {
        EnvironmentDefinition environment;
        environment.name = name;
        environment.customer = file.textAt("customer");
        environment.stage = file.textAt("stage");
        if (const YamlNode* route = file.node("route")) {
            for (const YamlNode* hop : route->items)
                environment.route.push_back(hop->resolved().text);
        }
        const std::string access = file.textAt("access");
        environment.access = access == "forward"  ? Access::Forward
                             : access == "exec"   ? Access::Exec
                             : access == "direct" ? Access::Direct
                                                  : Access::Probe;
        environment.connections = textMapAt(file, "connections");
        const std::string mode = file.textAt("safe_mode");
        const SafeMode byStage = environment.stage == "prod" ? SafeMode::Typed : SafeMode::Ask;
        environment.safeMode = mode == "typed" ? SafeMode::Typed
                               : mode == "off" ? SafeMode::Off
                               : mode == "ask" ? SafeMode::Ask
                                               : byStage;
        environment.colour = file.node("colour") ? file.textAt("colour") : environment.stage == "prod" ? "red" : "";
        result.definition = std::move(environment);
    }
    result.findings = file.takeFindings();
    return result;
}

PoolFile<JobDefinition> parseJob(std::string_view text, std::string_view name, const std::filesystem::path& path,
                                 const Pool* pool)
{
    auto result = emptyFile<JobDefinition>(text, name, path);
    FileCheck file(text, path.generic_string());
    file.check(Schema::job());
    const YamlNode* root = file.document() ? file.document()->root() : nullptr;
    if (root && root->kind == YamlKind::Mapping) {
        JobDefinition job = readJob(file, name);
        checkJobRules(file, job);
        if (pool) {
            checkJobConnection(file, job, *pool, false);
            checkJobConnection(file, job, *pool, true);
        }
        if (!file.hasErrors())
            result.definition = std::move(job);
    }
    result.findings = file.takeFindings();
    return result;
}

void checkEnvironmentReferences(Pool& pool)
{
    for (auto& environment : pool.environments) {
        if (!environment.definition)
            continue;
        FileCheck file(environment.text, environment.path.generic_string());
        for (const auto& [name, meant] : environment.definition->connections) {
            if (!pool.connection(meant))
                file.add(Severity::Error, "dangling_connection", keyPath("connections", name),
                         fmt::format("there is no connection `{}`", meant),
                         fmt::format("make connections/{}.yaml", meant));
        }
        const Findings found = file.takeFindings();
        environment.findings.insert(environment.findings.end(), found.begin(), found.end());
        if (hasErrors(found))
            environment.definition.reset();
    }
}

} // namespace tidegate
