// SPDX-License-Identifier: Apache-2.0
#include "job/jobreader.h"

#include "base/bytes.h"
#include "base/duration.h"
#include "pool/filecheck.h"

#include <array>
#include <charconv>

namespace tidegate {

namespace {

using std::chrono::milliseconds;

std::optional<milliseconds> durationAt(const FileCheck& file, std::string_view path)
{
    const auto parsed = parseDuration(file.textAt(path));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

int integerAt(const FileCheck& file, std::string_view path, int fallback)
{
    const std::string text = file.textAt(path);
    int number = fallback;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

bool booleanAt(const FileCheck& file, std::string_view path)
{
    const std::string text = file.textAt(path);
    return text == "true" || text == "True" || text == "TRUE";
}

/// A list of texts; a single text counts as a list of one.
std::vector<std::string> textsAt(const FileCheck& file, std::string_view path)
{
    std::vector<std::string> texts;
    const YamlNode* node = file.node(path);
    if (node && node->kind == YamlKind::Scalar)
        texts.push_back(node->text);
    if (node) {
        for (const YamlNode* item : node->items)
            texts.push_back(item->resolved().text);
    }
    return texts;
}

template <typename Value, std::size_t Count>
Value choiceAt(const FileCheck& file, std::string_view path,
               const std::array<std::pair<std::string_view, Value>, Count>& choices)
{
    const std::string text = file.textAt(path);
    for (const auto& [name, value] : choices) {
        if (name == text)
            return value;
    }
    return choices.front().second; // the default stands first
}

constexpr std::array<std::pair<std::string_view, Mode>, 2> modes{
    {{"full", Mode::Full}, {"incremental", Mode::Incremental}}};
constexpr std::array<std::pair<std::string_view, Apply>, 3> applies{
    {{"merge", Apply::Merge}, {"append", Apply::Append}, {"replace_partition", Apply::ReplacePartition}}};
constexpr std::array<std::pair<std::string_view, NullWatermark>, 3> nullPolicies{
    {{"include", NullWatermark::Include}, {"sweep", NullWatermark::Sweep}, {"reject", NullWatermark::Reject}}};
constexpr std::array<std::pair<std::string_view, OnBadRow>, 2> badRows{
    {{"stop", OnBadRow::Stop}, {"quarantine", OnBadRow::Quarantine}}};
constexpr std::array<std::pair<std::string_view, OnDuplicateKey>, 2> duplicateKeys{
    {{"stop", OnDuplicateKey::Stop}, {"newest", OnDuplicateKey::Newest}}};
constexpr std::array<std::pair<std::string_view, Transport>, 2> transports{
    {{"direct", Transport::Direct}, {"kafka", Transport::Kafka}}};
constexpr std::array<std::pair<std::string_view, VerifyLevel>, 5> levels{{{"none", VerifyLevel::None},
                                                                          {"L0", VerifyLevel::L0},
                                                                          {"L1", VerifyLevel::L1},
                                                                          {"L2", VerifyLevel::L2},
                                                                          {"L3", VerifyLevel::L3}}};

std::vector<JobColumn> readColumns(const FileCheck& file)
{
    std::vector<JobColumn> columns;
    const YamlNode* list = file.node("columns");
    for (const YamlNode* written : list ? list->items : std::vector<const YamlNode*>()) {
        const YamlNode& item = written->resolved();
        JobColumn column;
        if (item.kind == YamlKind::Scalar)
            column.name = item.text;
        const auto text = [&item](std::string_view key) -> std::optional<std::string> {
            const YamlEntry* entry = item.entry(key);
            return entry ? std::optional(entry->value->resolved().text) : std::nullopt;
        };
        if (item.kind == YamlKind::Mapping) {
            column.name = text("name").value_or("");
            column.from = text("from");
            column.type = text("type");
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

Watermark readWatermark(const FileCheck& file)
{
    Watermark watermark;
    watermark.columns = textsAt(file, "watermark.column");
    if (file.node("watermark.join"))
        watermark.join = WatermarkJoin{file.textAt("watermark.join.table"), file.textAt("watermark.join.alias"),
                                       file.textAt("watermark.join.on")};
    watermark.lag = durationAt(file, "watermark.lag").value_or(watermark.lag);
    watermark.overlap = durationAt(file, "watermark.overlap").value_or(watermark.overlap);
    watermark.hold = durationAt(file, "watermark.hold").value_or(watermark.hold);
    watermark.step = durationAt(file, "watermark.step");
    watermark.zone = file.textAt("watermark.zone");
    watermark.nulls = choiceAt(file, "watermark.nulls", nullPolicies);
    watermark.start = file.textAt("watermark.start");
    return watermark;
}

std::optional<Schedule> readSchedule(const FileCheck& file)
{
    const YamlNode* node = file.node("schedule");
    if (!node)
        return std::nullopt;
    Schedule schedule;
    schedule.missed = "run_once";
    if (node->kind == YamlKind::Scalar) {
        schedule.cron = node->text;
        return schedule;
    }
    schedule.cron = file.textAt("schedule.cron");
    schedule.zone = file.textAt("schedule.zone");
    schedule.paused = booleanAt(file, "schedule.paused");
    if (file.node("schedule.missed"))
        schedule.missed = file.textAt("schedule.missed");
    return schedule;
}

} // namespace

JobDefinition readJob(const FileCheck& file, std::string_view name)
{
    JobDefinition job;
    job.name = name;
    job.id = file.node("id") ? file.textAt("id") : job.name;
    job.description = file.textAt("description");
    job.source = JobSource{file.textAt("source.connection"), file.textAt("source.table"), file.textAt("source.query"),
                           file.textAt("source.where")};
    job.deleteWhen = file.textAt("delete_when");
    job.columns = readColumns(file);
    job.exclude = textsAt(file, "exclude");
    job.target = JobTarget{file.textAt("target.connection"), file.textAt("target.table"),
                           booleanAt(file, "target.create"), textsAt(file, "target.distributed_by"),
                           integerAt(file, "target.shrink_guard", JobTarget{}.shrinkGuard)};
    job.key = textsAt(file, "key");
    job.mode = choiceAt(file, "mode", modes);
    if (file.node("watermark"))
        job.watermark = readWatermark(file);
    job.apply = choiceAt(file, "apply", applies);
    if (file.node("partition"))
        job.partition = Partition{file.textAt("partition.column"), file.textAt("partition.by")};
    job.onBadRow = choiceAt(file, "on_bad_row", badRows);
    job.onDuplicateKey = choiceAt(file, "on_duplicate_key", duplicateKeys);
    job.transport = choiceAt(file, "transport", transports);
    job.schedule = readSchedule(file);
    job.tuning.streams = integerAt(file, "tuning.streams", job.tuning.streams);
    job.tuning.frame = parseBytes(file.textAt("tuning.frame")).value_or(job.tuning.frame);
    job.tuning.rateLimit = parseByteRate(file.textAt("tuning.rate_limit")).value_or(job.tuning.rateLimit);
    job.verify.afterRun = choiceAt(file, "verify.after_run", levels);
    for (const std::string& after : textsAt(file, "verify.again")) {
        if (const auto duration = parseDuration(after))
            job.verify.again.push_back(*duration);
    }
    return job;
}

} // namespace tidegate
