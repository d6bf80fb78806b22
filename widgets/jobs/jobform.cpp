// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobform.h"

#include "models/language.h"
#include "models/qtconvert.h"
#include "widgets/components/banner.h"
#include "widgets/components/buttons.h"
#include "widgets/components/formfield.h"
#include "widgets/components/textlabel.h"
#include "widgets/jobs/fieldcontrol.h"
#include "widgets/jobs/formsection.h"
#include "widgets/jobs/listeditor.h"

#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

bool sharesRow(std::string_view path)
{
    return path == "watermark.join.alias";
}

} // namespace

JobForm::JobForm(JobDraft* draft, QWidget* parent)
    : QScrollArea(parent), m_draft(draft), m_unreadable(new Banner(u"unreadableBanner"_s))
{
    setObjectName(u"jobForm"_s);
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
    translated(this, [this] {
        setAccessibleName(tr("Form of the job"));
        refresh();
    });
}

/// A field that goes with the keyboard in it says that it was left: nobody is here any more to hear that.
JobForm::~JobForm()
{
    for (const auto& [path, control] : m_controls)
        control->disconnect(this);
    for (const auto& row : m_rows)
        if (row.list)
            row.list->disconnect(this);
}

void JobForm::build()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(24, 12, 20, 16);
    column->setSpacing(0);
    column->addWidget(m_unreadable);
    for (const auto& section : jobSections())
        addSection(column, section);
    column->addStretch(1);
    setWidget(page);
}

void JobForm::addSection(QVBoxLayout* column, const JobSection& section)
{
    auto* shown = new FormSection(section);
    for (const auto& field : jobFields())
        if (field.section == &section) {
            if (sharesRow(field.path))
                addToRow(m_rows.back(), field);
            else
                m_rows.push_back(makeRow(shown, field));
        }
    if (!m_sections.empty() && !section.seldom)
        column->addSpacing(4);
    column->addWidget(shown);
    m_sections.push_back(shown);
}

JobForm::Row JobForm::makeRow(FormSection* section, const JobField& field)
{
    Row row{nullptr, nullptr, section, {field.path}};
    if (field.kind != FieldKind::Rows) {
        auto* control = makeControl(field);
        row.field = new FormField([&field] { return label(field); }, control->widget());
        row.field->setObjectName(u"row."_s + toQt(field.path));
        section->rows()->addWidget(row.field);
        connect(row.field, &FormField::fixRequested, this, [this, path = field.path] { onFix(*rowOf(path)); });
    }
    if (field.schema->forType(SchemaType::List)) {
        row.list = makeList(field);
        section->rows()->addWidget(row.list);
    }
    if (row.list && row.field)
        addListButton(row);
    if (field.path == "source.table" || field.path == "source.query")
        addOtherKind(row);
    return row;
}

ListEditor* JobForm::makeList(const JobField& field)
{
    auto* list = new ListEditor(m_draft, field);
    connect(list, &ListEditor::entered, this, [this, &field] { enter(field); });
    connect(list, &ListEditor::left, this, &JobForm::endTyping);
    return list;
}

/// The line is quick for one or two names; the table is for more of them and for their order.
void JobForm::addListButton(const Row& row)
{
    const auto& path = row.paths.front();
    auto* button =
        makeIconButton(u"list."_s + toQt(path) + u".open"_s, u"table"_s, [] { return tr("Edit as a table"); });
    button->setCheckable(true);
    row.list->setContentsMargins(FormField::labelWidth + 8, 0, 0, 0);
    row.list->hide();
    row.field->addToRow(button);
    connect(button, &QPushButton::toggled, row.list, [list = row.list](bool open) {
        list->setVisible(open);
        if (open)
            list->takeFocus();
    });
}

void JobForm::addOtherKind(const Row& row)
{
    const bool query = row.paths.front() == "source.query";
    auto* button =
        makeIconButton(query ? u"source.useTable"_s : u"source.useQuery"_s, query ? u"table"_s : u"terminal"_s,
                       [query] { return query ? tr("Read a table instead") : tr("Read a query instead"); });
    row.field->addToRow(button);
    connect(button, &QPushButton::clicked, this, [this, query] {
        m_draft->useQuery(!query);
        focusField(query ? "source.table" : "source.query");
    });
}

void JobForm::addToRow(Row& row, const JobField& field)
{
    auto* control = makeControl(field);
    row.field->addToRow(new TextLabel(TextLabel::field, [&field] { return label(field); }));
    row.field->addToRow(control->widget());
    row.paths.emplace_back(field.path);
}

FieldControl* JobForm::makeControl(const JobField& field)
{
    auto* control = new FieldControl(field, this);
    m_controls[field.path] = control;
    connect(control, &FieldControl::edited, this, [this, &field](const QString& text) { onEdited(field, text); });
    connect(control, &FieldControl::left, this, [this, &field] { onLeft(field); });
    connect(control, &FieldControl::entered, this, [this, &field] { enter(field); });
    return control;
}

void JobForm::addBelow(const std::string& path, QWidget* widget)
{
    const auto* row = rowOf(path);
    auto* rows = row->section->rows();
    rows->insertWidget(rows->indexOf(row->field) + 1, widget);
}

void JobForm::enter(const JobField& field)
{
    m_current = field.path;
    Q_EMIT fieldEntered(toQt(field.path));
}

void JobForm::onEdited(const JobField& field, const QString& text)
{
    m_typingIn = field.path;
    m_touched.insert(toQt(field.path));
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
    if (m_touched.contains(toQt(field.path)))
        refresh();
}

void JobForm::onFix(const Row& row)
{
    if (const auto* finding = shownFinding(row); finding && !finding->fix.empty())
        m_draft->applyFix(JobDraft::fieldOf(finding->path));
    else if (const auto* fact = shownFact(row); fact && !fact->proposal.isEmpty())
        m_draft->set(row.paths.front(), QString(fact->proposal)); // facts go while it is put in
}

void JobForm::applyFix(const std::string& path)
{
    endTyping();
    if (const auto* row = rowOf(path))
        onFix(*row);
}

void JobForm::setOffers(const std::string& path, const QStringList& offers)
{
    if (const auto found = m_controls.find(path); found != m_controls.end())
        found->second->setOffers(offers);
    if (const auto* row = rowOf(path); row && row->list)
        row->list->setOffers(offers);
}

void JobForm::setImplied(const std::string& path, ListFieldModel::Implied implied)
{
    if (const auto* row = rowOf(path); row && row->list)
        row->list->model()->setImplied(std::move(implied));
}

const JobForm::Row* JobForm::rowOf(const std::string& path) const
{
    for (const auto& row : m_rows)
        if (std::ranges::find(row.paths, path) != row.paths.end())
            return &row;
    return nullptr;
}

bool JobForm::focusField(const std::string& path)
{
    const auto* row = rowOf(path);
    if (!row)
        return false;
    row->section->unfold();
    const auto found = m_controls.find(path);
    auto* widget = found == m_controls.end() ? row->list->view() : found->second->widget();
    if (found == m_controls.end())
        row->list->takeFocus();
    else
        found->second->takeFocus();
    ensureWidgetVisible(widget, 0, 60);
    return true;
}

void JobForm::showField(const std::string& path)
{
    if (const auto* row = rowOf(path))
        ensureWidgetVisible(row->field ? static_cast<QWidget*>(row->field) : row->list, 0, 60);
}

} // namespace tidegate
