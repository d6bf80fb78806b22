// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobform.h"

#include "models/qtconvert.h"
#include "widgets/components/banner.h"
#include "widgets/components/buttons.h"
#include "widgets/components/formfield.h"
#include "widgets/components/sectionheader.h"
#include "widgets/components/textlabel.h"
#include "widgets/jobs/fieldcontrol.h"
#include "widgets/jobs/findingwords.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array sections{JobSection::Source, JobSection::Target, JobSection::Key, JobSection::Watermark,
                              JobSection::Apply};

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

bool sharesRow(std::string_view path)
{
    return path == "watermark.join.alias";
}

} // namespace

JobForm::JobForm(JobDraft* draft, QWidget* parent)
    : QScrollArea(parent), m_draft(draft), m_unreadable(new Banner(u"unreadableBanner"_s)), m_other(new QVBoxLayout)
{
    setObjectName(u"jobForm"_s);
    setAccessibleName(tr("Form of the job"));
    setFocusPolicy(Qt::NoFocus); // its fields take the keyboard, and scroll into view
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    build();
    connect(draft, &JobDraft::changed, this, &JobForm::refresh);
    connect(draft, &JobDraft::bufferChanged, this, [this] {
        m_touched.clear();
        m_typingIn.clear();
        m_current.clear();
        verticalScrollBar()->setValue(0);
    });
}

void JobForm::build()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(24, 12, 20, 16);
    column->setSpacing(0);
    column->addWidget(m_unreadable);
    for (const auto section : sections)
        addSection(column, section);
    m_other->setSpacing(0);
    column->addSpacing(4);
    column->addLayout(m_other);
    column->addStretch(1);
    setWidget(page);
}

void JobForm::addSection(QVBoxLayout* column, JobSection section)
{
    if (section != JobSection::Source)
        column->addSpacing(4);
    column->addWidget(new SectionHeader(u"section."_s + title(section), title(section)));
    for (const auto& field : jobFields())
        if (field.section == section) {
            if (sharesRow(field.path))
                addToRow(m_rows.back(), field);
            else
                addRow(column, field);
        }
}

JobForm::Row& JobForm::addRow(QVBoxLayout* column, const JobField& field)
{
    auto* control = makeControl(field);
    auto* row = new FormField(label(field), control->widget());
    row->setObjectName(u"row."_s + QLatin1StringView(field.path));
    column->addWidget(row);
    const std::string path = field.path;
    connect(row, &FormField::fixRequested, this, [this, index = m_rows.size()] {
        if (const auto* finding = shownFinding(m_rows[index]))
            m_draft->applyFix(JobDraft::fieldOf(finding->path));
    });
    m_rows.push_back({row, {path}});
    return m_rows.back();
}

void JobForm::addToRow(Row& row, const JobField& field)
{
    auto* control = makeControl(field);
    row.field->addToRow(new TextLabel(TextLabel::field, label(field)));
    row.field->addToRow(control->widget());
    row.paths.emplace_back(field.path);
}

FieldControl* JobForm::makeControl(const JobField& field)
{
    auto* control = new FieldControl(field, this);
    control->widget()->setAccessibleName(label(field));
    if (auto* line = control->widget()->findChild<QLineEdit*>()) // of a combo: it is what takes the keyboard
        line->setAccessibleName(label(field));
    m_controls[field.path] = control;
    connect(control, &FieldControl::edited, this, [this, &field](const QString& text) { onEdited(field, text); });
    connect(control, &FieldControl::left, this, [this, &field] { onLeft(field); });
    connect(control, &FieldControl::entered, this, [this, &field] {
        m_current = field.path;
        Q_EMIT fieldEntered(QLatin1StringView(field.path));
    });
    return control;
}

void JobForm::onEdited(const JobField& field, const QString& text)
{
    m_typingIn = field.path;
    m_touched.insert(QLatin1StringView(field.path));
    m_draft->set(field.path, text);
    refresh();
}

void JobForm::endTyping()
{
    m_typingIn.clear();
    if (m_draft->buffer())
        m_draft->buffer()->endTyping();
}

void JobForm::onLeft(const JobField& field)
{
    endTyping();
    if (m_touched.contains(QLatin1StringView(field.path)))
        refresh();
}

void JobForm::setFacts(std::map<std::string, JobFact> facts)
{
    m_facts = std::move(facts);
    for (const auto& row : m_rows)
        refreshRow(row);
}

void JobForm::setOffers(const std::string& path, const QStringList& offers)
{
    if (const auto found = m_controls.find(path); found != m_controls.end())
        found->second->setOffers(offers);
}

bool JobForm::focusField(const std::string& path)
{
    const auto found = m_controls.find(path);
    if (found == m_controls.end())
        return false;
    found->second->takeFocus();
    ensureWidgetVisible(found->second->widget(), 0, 60);
    return true;
}

void JobForm::showField(const std::string& path)
{
    if (const auto found = m_controls.find(path); found != m_controls.end())
        ensureWidgetVisible(found->second->widget(), 0, 60);
}

void JobForm::refresh()
{
    for (auto& [path, control] : m_controls) {
        if (path != m_typingIn)
            control->setText(m_draft->value(path).text);
        control->setReadOnly(m_draft->isReadOnly() || !m_draft->buffer());
    }
    for (const auto& row : m_rows)
        refreshRow(row);
    refreshVisibility();
    refreshOther();
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
        if (value.finding && value.finding->severity != Severity::Note && seen && path != m_typingIn)
            return &*value.finding;
    }
    return nullptr;
}

void JobForm::refreshRow(const Row& row)
{
    const auto& path = row.paths.front();
    const auto* finding = shownFinding(row);
    if (!finding)
        row.field->setError({});
    else if (finding->severity == Severity::Error)
        row.field->setError(whole(*finding), toQt(finding->fix));
    else
        row.field->setWarning(words(*finding));
    const auto fact = m_facts.find(path);
    if (fact != m_facts.end() && !finding && m_draft->value(path).present)
        row.field->setFact(stateOf(fact->second.kind), fact->second.text);
    else
        row.field->setFact({}, help(*jobField(path)));
}

void JobForm::refreshVisibility()
{
    const bool full = m_draft->value("mode").text == u"full" || m_draft->value("mode").text.isEmpty();
    const bool query = m_draft->value("source.query").present;
    const auto isHidden = [&](const std::string& path) {
        if (m_draft->value(path).present || m_draft->value(path).finding)
            return false;
        if (path.starts_with("watermark."))
            return full;
        return (path == "source.query" && !query) || (path == "source.table" && query);
    };
    for (const auto& row : m_rows)
        row.field->setVisible(!isHidden(row.paths.front()));
}

void JobForm::refreshOther()
{
    const auto keys = m_draft->otherKeys();
    for (auto& [key, header] : m_otherHeaders)
        header->setVisible(std::ranges::find(keys, key) != keys.end());
    for (const auto& key : keys) {
        auto*& header = m_otherHeaders[key];
        if (!header) {
            header = new SectionHeader(u"other."_s + toQt(key), choiceLabel(toQt(key)));
            auto* content = makeButton(ButtonRole::Link, u"showInText."_s + toQt(key), tr("Edit in the text"));
            content->setParent(widget());
            connect(content, &QPushButton::clicked, this, [this, key] { Q_EMIT textWanted(toQt(key)); });
            m_other->addWidget(header);
            m_other->addWidget(content, 0, Qt::AlignLeft);
            header->setFoldable(content, true);
            header->show();
        }
        header->setSummary(m_draft->summary(key));
    }
}

} // namespace tidegate
