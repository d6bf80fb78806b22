// SPDX-License-Identifier: GPL-3.0-or-later
// What the form shows of the draft: values, facts, findings, and which rows there are.
#include "widgets/jobs/jobform.h"

#include "models/qtconvert.h"
#include "widgets/components/banner.h"
#include "widgets/components/formfield.h"
#include "widgets/jobs/fieldcontrol.h"
#include "widgets/jobs/findingwords.h"
#include "widgets/jobs/formsection.h"
#include "widgets/jobs/listeditor.h"

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

State stateOf(JobFact::Kind kind)
{
    switch (kind) {
    case JobFact::Kind::Good:
        return State::Ok;
    case JobFact::Kind::Careful:
        return State::Late;
    case JobFact::Kind::Neutral:
        return State::Info;
    }
    return State::Info;
}

} // namespace

void JobForm::setFacts(std::map<std::string, JobFact> facts)
{
    m_facts = std::move(facts);
    for (const auto& row : m_rows)
        refreshRow(row);
}

void JobForm::refresh()
{
    for (auto& [path, control] : m_controls) {
        if (path != m_typingIn)
            control->setText(m_draft->value(path).text);
        control->setReadOnly(m_draft->isReadOnly() || !m_draft->buffer());
    }
    for (const auto& row : m_rows) {
        refreshRow(row);
        if (row.list)
            row.list->setEnabled(!m_draft->isReadOnly() && m_draft->buffer());
    }
    refreshVisibility();
    refreshSummaries();
    if (const auto problem = m_draft->unreadable())
        m_unreadable->showMessage(State::Failed, tr("Line %1: %2").arg(problem->range.line).arg(toQt(problem->message)),
                                  tr("The form follows again when the text can be read."));
    else
        m_unreadable->clear();
}

const Finding* JobForm::shownFinding(const Row& row) const
{
    for (const auto& path : row.paths) {
        const auto& value = m_draft->value(path);
        const bool seen = value.present || m_touched.contains(toQt(path));
        if (value.finding && seen && path != m_typingIn)
            return &*value.finding;
    }
    return nullptr;
}

const JobFact* JobForm::shownFact(const Row& row) const
{
    const auto& path = row.paths.front();
    const auto found = m_facts.find(path);
    if (found == m_facts.end() || (!m_draft->value(path).present && found->second.proposal.isEmpty()))
        return nullptr;
    return &found->second;
}

void JobForm::refreshRow(const Row& row)
{
    if (!row.field)
        return;
    const auto* finding = shownFinding(row);
    const auto* fact = shownFact(row);
    const bool note = finding && finding->severity == Severity::Note;
    const bool proposes = fact && !fact->proposal.isEmpty() && row.paths.front() != m_typingIn;
    const auto fix = !finding || !finding->fix.empty() || !fact ? QString() : fact->proposal;
    if (finding && finding->severity == Severity::Error)
        row.field->setError(finding->fix.empty() ? whole(*finding) : words(*finding),
                            finding->fix.empty() ? fix : toQt(finding->fix));
    else if (finding && !note)
        row.field->setWarning(words(*finding), toQt(finding->fix));
    else if (proposes)
        row.field->setProposal(fact->text, fact->proposal);
    else
        row.field->setError({});
    if (note)
        row.field->setFact(State::Info, words(*finding));
    else if (fact && !finding && !proposes)
        row.field->setFact(stateOf(fact->kind), fact->text);
    else
        row.field->setFact({}, help(*jobField(row.paths.front())));
}

bool JobForm::isHidden(const std::string& path) const
{
    const auto has = [this](const std::string& key) { return m_draft->value(key).present; };
    if (has(path) || m_draft->value(path).finding)
        return false;
    const auto& mode = m_draft->value("mode").text;
    const bool full = mode.isEmpty() || mode == u"full";
    if (path.starts_with("watermark."))
        return full || (path == "watermark.join.on" && !has("watermark.join.table"));
    if (path.starts_with("partition."))
        return m_draft->value("apply").text != u"replace_partition";
    if (path.starts_with("schedule.") && path != "schedule.cron")
        return !has("schedule.cron");
    if (path == "target.shrink_guard")
        return !full;
    if (path == "exclude")
        return has("columns");
    return path == (has("source.query") ? "source.table" : "source.query");
}

void JobForm::refreshVisibility()
{
    std::map<FormSection*, bool> used;
    for (const auto& row : m_rows) {
        const bool shown = !isHidden(row.paths.front());
        used[row.section] |= shown;
        if (row.field)
            row.field->setVisible(shown);
        if (!shown && row.list)
            row.list->hide();
    }
    for (auto* section : m_sections)
        section->setVisible(used[section]);
}

void JobForm::refreshSummaries()
{
    for (auto* section : m_sections) {
        if (!section->section().seldom)
            continue;
        const auto problems = std::ranges::count_if(m_rows, [&](const Row& row) {
            const auto* finding = row.section == section ? shownFinding(row) : nullptr;
            return finding && finding->severity != Severity::Note;
        });
        const auto summary = m_draft->summary(section->section());
        section->setSummary(problems == 0 ? summary : tr("problems: %1 · %2").arg(QString::number(problems), summary));
    }
    for (auto* section : m_sections)
        if (section->section().id == std::string_view("schedule"))
            section->setSummary(m_draft->value("schedule.zone").text);
}

} // namespace tidegate
