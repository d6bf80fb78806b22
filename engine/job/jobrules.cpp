// SPDX-License-Identifier: Apache-2.0
#include "job/jobrules.h"

#include "job/sqltext.h"
#include "pool/filecheck.h"
#include "pool/yamlpath.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tidegate {

namespace {

class JobRules
{
public:
    JobRules(FileCheck& file, JobDefinition& job) : m_file(file), m_job(job) {}

    void check()
    {
        checkName();
        checkSource();
        checkColumns();
        checkMode();
        checkWatermark();
        checkApply();
        noteUnsupported();
    }

private:
    void error(std::string code, std::string_view path, std::string message, std::string hint = {},
               std::string fix = {})
    {
        m_file.add(Severity::Error, std::move(code), path, std::move(message), std::move(hint), std::move(fix));
    }
    void warning(std::string code, std::string_view path, std::string message, std::string hint = {},
                 std::string fix = {})
    {
        m_file.add(Severity::Warning, std::move(code), path, std::move(message), std::move(hint), std::move(fix));
    }
    [[nodiscard]] bool has(std::string_view path) const { return m_file.node(path) != nullptr; }
    [[nodiscard]] bool good(std::string_view path) const { return has(path) && !m_file.isBroken(path); }

    void checkName();
    void checkSource();
    void checkColumns();
    void checkKeyIsLoaded(std::string_view path, const std::vector<std::string>& names);
    void checkMode();
    void checkWatermark();
    void checkJoin(const std::set<std::string>& aliases);
    void checkApply();
    void checkAppend();
    void noteUnsupported();

    FileCheck& m_file;
    JobDefinition& m_job;
};

void JobRules::checkName()
{
    if (good("job") && m_file.textAt("job") != m_job.name)
        error("name_differs", "job",
              fmt::format("the job calls itself `{}`, but its file is `{}.yaml`", m_file.textAt("job"), m_job.name),
              "a job has its file's name; `job rename` changes both and keeps the ledger", m_job.name);
}

void JobRules::checkSource()
{
    const bool table = has("source.table");
    const bool query = has("source.query");
    if (has("source") && !m_file.isBroken("source") && !table && !query)
        error("no_source", "source", "`source` has neither a `table` nor a `query`", "write `table: schema.name`");
    if (table && query)
        error("two_sources", "source.query", "`source` has a `table` and a `query`", "keep one of them");
}

void JobRules::checkColumns()
{
    std::set<std::string> seen;
    for (std::size_t i = 0; i < m_job.columns.size(); ++i) {
        const std::string path = itemPath("columns", i);
        if (!m_job.columns[i].name.empty() && !seen.insert(m_job.columns[i].name).second)
            error("repeated_column", path, fmt::format("the column `{}` is there twice", m_job.columns[i].name),
                  "keep one of them");
    }
    for (std::size_t i = 0; i < m_job.exclude.size(); ++i) {
        if (seen.contains(m_job.exclude[i]))
            error("column_excluded", itemPath("exclude", i),
                  fmt::format("`{}` is in `columns` and in `exclude`", m_job.exclude[i]), "take it out of one of them");
    }
    checkKeyIsLoaded("key", m_job.key);
    checkKeyIsLoaded("target.distributed_by", m_job.target.distributedBy);
}

void JobRules::checkKeyIsLoaded(std::string_view path, const std::vector<std::string>& names)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string& name = names[i];
        const auto isName = [&name](const JobColumn& column) { return column.name == name; };
        const bool loaded = m_job.columns.empty() || std::any_of(m_job.columns.begin(), m_job.columns.end(), isName);
        const bool excluded = std::find(m_job.exclude.begin(), m_job.exclude.end(), name) != m_job.exclude.end();
        if (!loaded || excluded)
            error("key_not_loaded", itemPath(path, i),
                  fmt::format("`{}` is in `{}`, but the job does not load it", name, path),
                  excluded ? "take it out of `exclude`" : "add it to `columns`; names are literal, exact case");
    }
}

void JobRules::checkMode()
{
    if (m_file.isBroken("mode"))
        return;
    if (m_job.mode == Mode::Incremental) {
        if (!has("watermark"))
            error("watermark_missing", "mode", "an incremental job needs a `watermark`",
                  "add `watermark: { column: t.updated_at, lag: 2m }` with the column whose value orders changes");
        return;
    }
    if (has("watermark") && !has("mode"))
        error("mode_missing", "watermark",
              "the job has a `watermark` but no `mode`; without one it would load everything",
              "add `mode: incremental`", "incremental");
    else if (has("watermark"))
        warning("unused_key", "watermark", "`watermark` is not used in a full load");
    for (const std::string_view key : {"apply", "partition", "delete_when"}) {
        if (has(key) && has("mode"))
            warning("unused_key", key, fmt::format("`{}` is not used in a full load", key),
                    key == "delete_when" ? "use `source.where` to leave rows out" : "");
    }
}

void JobRules::checkWatermark()
{
    if (!has("watermark") || m_file.isBroken("watermark.column"))
        return;
    std::set<std::string> aliases;
    for (std::size_t i = 0; i < m_job.watermark->columns.size(); ++i) {
        const auto parts = splitSqlName(m_job.watermark->columns[i]);
        if (!parts || parts->size() != 2)
            continue;
        aliases.insert(parts->front());
        const bool known =
            parts->front() == "t" || (m_job.watermark->join && m_job.watermark->join->alias == parts->front());
        const YamlNode* list = m_file.node("watermark.column");
        const std::string path =
            list && list->kind == YamlKind::Sequence ? itemPath("watermark.column", i) : "watermark.column";
        if (!known && !m_file.isBroken("watermark.join"))
            error("unknown_alias", path, fmt::format("no table here has the alias `{}`", parts->front()),
                  m_job.watermark->join ? fmt::format("the aliases are `t` and `{}`", m_job.watermark->join->alias)
                                        : "the source's alias is `t`; another table needs `watermark.join`");
    }
    if (m_job.watermark->join && !m_file.isBroken("watermark.join"))
        checkJoin(aliases);
    if (has("watermark.step") && m_job.watermark->step == std::chrono::milliseconds(0) && good("watermark.step"))
        error("out_of_range", "watermark.step", "a `step` of nothing would never end",
              "write for example `1d`, or remove it");
}

void JobRules::checkJoin(const std::set<std::string>& aliases)
{
    const WatermarkJoin& join = *m_job.watermark->join;
    const auto aliasParts = splitSqlName(join.alias);
    const std::string alias = aliasParts ? aliasParts->front() : join.alias;
    if (!aliases.contains(alias))
        error("unused_join", "watermark.join",
              fmt::format("`watermark.column` has no column of the joined table `{}`", join.alias),
              fmt::format("add `{}.updated_at` to `watermark.column`, or remove the join", join.alias));
    else if (!aliases.contains("t"))
        warning("child_only_watermark", "watermark.column", "the watermark has no column of the source table itself",
                "a row that changes without its joined row is found only by verification; add a column of `t` if there "
                "is one");
    const auto equalities = splitJoinCondition(join.on);
    if (!equalities) {
        error("bad_join", "watermark.join.on", "`on` is no AND of equalities",
              fmt::format("write `{0}.order_id = t.order_id`; anything else goes into `source.query`", join.alias));
        return;
    }
    for (const JoinEquality& equality : *equalities) {
        const std::set<std::string> sides{equality.left.front(), equality.right.front()};
        if (sides != std::set<std::string>{"t", alias})
            error("unknown_alias", "watermark.join.on",
                  fmt::format("`on` compares `{}` with `{}`", equality.left.front(), equality.right.front()),
                  fmt::format("each equality has one side of `t` and one of `{}`", join.alias));
    }
}

void JobRules::checkApply()
{
    if (m_job.mode != Mode::Incremental || m_file.isBroken("apply"))
        return;
    if (m_job.apply == Apply::Merge && !has("key"))
        error("key_missing", has("apply") ? "apply" : "mode", "`apply: merge` needs a `key`",
              "add `key: [id]` with the columns that identify a row");
    if (m_job.apply == Apply::Append)
        checkAppend();
    if (m_job.apply == Apply::ReplacePartition && !has("partition"))
        error("partition_missing", "apply", "`apply: replace_partition` needs a `partition`",
              "add `partition: { column: sold_on, by: day }`");
    if (m_job.apply != Apply::ReplacePartition && has("partition"))
        warning("unused_key", "partition", "`partition` is used by `apply: replace_partition` only");
    if (has("delete_when") && m_job.apply == Apply::Append)
        error("append_deletes", "delete_when", "`apply: append` never deletes", "use `apply: merge` with a key");
}

void JobRules::checkAppend()
{
    if (!m_job.watermark || m_file.isBroken("watermark"))
        return;
    if (m_job.watermark->overlap.count() != 0)
        error("append_overlap", "watermark.overlap", "`apply: append` with an `overlap` would load rows twice",
              "write `overlap: 0s`, or use `apply: merge` with a key", "0s");
    if (m_job.watermark->nulls != NullWatermark::Reject)
        error("append_nulls", has("watermark.nulls") ? "watermark.nulls" : "watermark",
              "`apply: append` would load rows without a watermark again in every window", "write `nulls: reject`",
              "reject");
}

void JobRules::noteUnsupported()
{
    const auto later = [this](bool is, std::string sentence) {
        if (is)
            m_job.unsupported.push_back(std::move(sentence));
    };
    later(m_job.transport == Transport::Kafka, "transport: kafka is not in this version; use transport: direct");
    later(m_job.mode == Mode::Incremental && m_job.apply == Apply::ReplacePartition,
          "apply: replace_partition is not in this version; use apply: merge");
    later(m_job.onBadRow == OnBadRow::Quarantine,
          "on_bad_row: quarantine is not in this version; use on_bad_row: stop");
    if (m_job.tuning.streams > 1 && good("tuning.streams"))
        m_file.add(Severity::Note, "not_in_this_version", "tuning.streams", "this version reads with one stream",
                   fmt::format("the job runs, with 1 instead of {}", m_job.tuning.streams));
}

} // namespace

void checkJobRules(FileCheck& file, JobDefinition& job)
{
    JobRules(file, job).check();
}

} // namespace tidegate
