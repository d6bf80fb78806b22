// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"
#include "cli/verbs.h"

#include "base/atomicfile.h"
#include "job/jobedit.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <functional>
#include <memory>

namespace tidegate::cli {

namespace {

struct Edit
{
    std::string job;
    std::string path;
    std::string value;
};

using MakePatch = std::function<Result<TextPatch>(std::string_view text, const Edit& edit)>;

/// The first error that the new text has at the edited value or inside it: a value that can't be right there. What only
/// lacks a companion (incremental without a watermark yet) is not one.
const Finding* errorAt(const Findings& findings, std::string_view path)
{
    if (path.ends_with("[+]"))
        path.remove_suffix(2);
    for (const Finding& finding : findings) {
        const std::string_view found = finding.path;
        const bool needsMore = finding.code.ends_with("_missing") || finding.code.starts_with("append_");
        if (finding.severity != Severity::Error || needsMore || !found.starts_with(path))
            continue;
        const auto rest = found.substr(path.size());
        if (rest.empty() || rest.front() == '.' || rest.front() == '[' || path.ends_with('['))
            return &finding;
    }
    return nullptr;
}

/// Patches the file of one job and saves it, unless the value can't be right or the file changed on disk meanwhile.
/// What is wrong elsewhere in the job is said, and does not stop it: a job is often edited in several steps.
int editJob(CommandContext& context, const Edit& edit, const MakePatch& makePatch)
{
    Output& output = context.output();
    const auto pool = context.readPool();
    if (!pool)
        return output.fail(pool.error());
    const auto file = findJob(*pool, edit.job);
    if (!file)
        return output.fail(file.error());
    const PoolFile<JobDefinition>& before = **file;
    auto patch = makePatch(before.text, edit);
    if (!patch)
        return output.fail(std::move(patch).error().with("file", before.path.string()));
    const std::string text = applied(before.text, *patch);
    const auto after = parseJob(text, before.name, before.path, &*pool);
    if (const Finding* wrong = text == before.text ? nullptr : errorAt(after.findings, edit.path)) {
        Error error{ErrorCode::Invalid, wrong->message, wrong->hint};
        error.with("path", edit.path).with("file", before.path.string());
        return output.fail(error);
    }
    if (text != before.text) {
        if (const auto saved = saveIfUnchanged(pool->root / before.path, before.text, text); !saved)
            return output.fail(saved.error());
    }
    for (const Finding& finding : after.findings)
        output.diagnostic(finding);
    output.event("job.saved", {{"job", before.name},
                               {"file", before.path.string()},
                               {"path", edit.path},
                               {"changed", text != before.text},
                               {"valid", !hasErrors(after.findings)}});
    output.line(fmt::format("{}: {}", before.path.string(), text != before.text ? "saved" : "nothing to change"));
    return 0;
}

CLI::App* addEditVerb(CLI::App& job, const std::string& name, const std::string& help,
                      const std::shared_ptr<Edit>& edit)
{
    CLI::App* verb = job.add_subcommand(name, help);
    verb->add_option("JOB", edit->job, "The job's name")->required();
    verb->add_option("PATH", edit->path, "Dots between keys, [n] for an item, [+] for a new one: watermark.column[0]")
        ->required();
    return verb;
}

} // namespace

void addJobFileVerbs(CLI::App& job, Action& chosen)
{
    const auto setting = std::make_shared<Edit>();
    CLI::App* set = addEditVerb(job, "set", "Set one value; every other byte of the file stays as it is", setting);
    set->add_option("VALUE", setting->value, "As people write it: 10m, ods.store; lists and maps as YAML: [a, b]")
        ->required();
    set->footer("\nA value that can't be right is refused. What else the job lacks is said, and the file is saved." +
                set->get_footer());
    set->callback([&chosen, setting] {
        chosen = [setting](CommandContext& context) {
            return editJob(context, *setting, [](std::string_view text, const Edit& edit) {
                return setJobValue(text, edit.path, edit.value);
            });
        };
    });

    const auto removing = std::make_shared<Edit>();
    CLI::App* unset = addEditVerb(job, "unset", "Remove one value with its own line", removing);
    unset->callback([&chosen, removing] {
        chosen = [removing](CommandContext& context) {
            return editJob(context, *removing,
                           [](std::string_view text, const Edit& edit) { return unsetJobValue(text, edit.path); });
        };
    });
}

} // namespace tidegate::cli
