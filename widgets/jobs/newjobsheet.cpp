// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/newjobsheet.h"

#include "models/qtconvert.h"
#include "sql/identifier.h"
#include "widgets/components/formfield.h"
#include "widgets/jobs/jobsheet.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int fieldWidth = 300;

bool isTarget(DatabaseType type)
{
    return type == DatabaseType::Postgres || type == DatabaseType::Greenplum;
}

QStringList connectionNames(const PoolModel& pool, bool targets)
{
    QStringList names;
    if (pool.pool())
        for (const auto& file : pool.pool()->connections)
            if (!targets || !file.definition || isTarget(file.definition->type))
                names << toQt(file.name);
    return names;
}

/// A job is called as its table is: without its schema, in the letters that a name may have.
QString jobNameOf(const QString& table)
{
    const auto parts = sql::parseQualifiedName(toStd(table));
    auto name = parts && !parts->empty() ? toQt(parts->back()) : table;
    static const QRegularExpression other(u"[^\\p{L}\\p{N}_]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return name.toLower().replace(other, u"_"_s);
}

} // namespace

NewJobSheet::NewJobSheet(JobSheet* sheet, JobFiles* files, PoolModel* pool, TableNames* tables,
                         const QString& connection)
    : QObject(sheet), m_sheet(sheet), m_files(files), m_tables(tables)
{
    auto customers = files->customers();
    if (customers.isEmpty())
        customers << u"customer"_s;
    m_customer = addCombo(
        u"customer"_s, [] { return tr("Customer"); }, customers, true);
    m_source = addCombo(
        u"source"_s, [] { return tr("Source"); }, connectionNames(*pool, false), false);
    m_table = addCombo(
        u"table"_s, [] { return tr("Table"); }, {}, true);
    m_name = addLine(u"name"_s, [] { return tr("Name"); });
    m_target = addCombo(
        u"target"_s, [] { return tr("Target"); }, connectionNames(*pool, true), false);
    m_targetTable = addLine(u"targetTable"_s, [] { return tr("Target table"); });
    if (!connection.isEmpty())
        m_source->setCurrentText(connection);
    for (int i = 0; i < m_target->count(); ++i)
        if (m_target->itemText(i) != m_source->currentText())
            m_target->setCurrentIndex(i);
    m_go = sheet->addAction(
        ButtonRole::Primary, u"newJob.go"_s, [] { return tr("Make the job"); }, true);
    connect(m_go, &QPushButton::clicked, this, &NewJobSheet::create);
    connect(m_source, &QComboBox::currentTextChanged, this, &NewJobSheet::offerTables);
    connect(tables, &TableNames::changed, this, &NewJobSheet::offerTables);
    connect(m_table, &QComboBox::currentTextChanged, this, &NewJobSheet::follow);
    connect(files, &JobFiles::failed, this, [this] { m_go->setEnabled(true); });
    offerTables();
    follow({});
}

QWidget* NewJobSheet::first() const
{
    return m_table;
}

QComboBox* NewJobSheet::addCombo(const QString& name, const Phrase& label, const QStringList& values, bool editable)
{
    auto* combo = new QComboBox;
    combo->setObjectName(u"newJob."_s + name);
    combo->setFont(Theme::instance().mono(12));
    combo->setFixedWidth(fieldWidth);
    combo->setEditable(editable);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->addItems(values);
    if (editable) {
        combo->lineEdit()->setFont(Theme::instance().mono(12));
        combo->completer()->setFilterMode(Qt::MatchContains);
        combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    }
    m_sheet->content()->addWidget(new FormField(label, combo));
    return combo;
}

QLineEdit* NewJobSheet::addLine(const QString& name, const Phrase& label)
{
    auto* line = new QLineEdit;
    line->setObjectName(u"newJob."_s + name);
    line->setFont(Theme::instance().mono(12));
    line->setFixedWidth(fieldWidth);
    m_sheet->content()->addWidget(new FormField(label, line));
    return line;
}

void NewJobSheet::offerTables()
{
    const auto names = m_tables->of(m_source->currentText());
    const auto typed = m_table->currentText();
    const QSignalBlocker quiet(m_table);
    m_table->clear();
    m_table->addItems(names);
    m_table->setEditText(typed);
}

/// Names follow the table until a person has written others.
void NewJobSheet::follow(const QString& table)
{
    const auto name = jobNameOf(table);
    const auto target = name.isEmpty() ? QString() : u"ods."_s + name;
    if (!m_name->isModified())
        m_name->setText(name);
    if (!m_targetTable->isModified())
        m_targetTable->setText(target);
    m_go->setEnabled(!table.isEmpty());
}

void NewJobSheet::create()
{
    m_sheet->clearProblem();
    m_go->setEnabled(false);
    m_files->create(m_customer->currentText().trimmed(), m_table->currentText().trimmed(),
                    {.name = toStd(m_name->text().trimmed()),
                     .sourceConnection = toStd(m_source->currentText()),
                     .targetConnection = toStd(m_target->currentText()),
                     .targetTable = toStd(m_targetTable->text().trimmed())});
}

} // namespace tidegate
