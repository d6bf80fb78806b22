// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobfiles.h"
#include "models/phrase.h"
#include "models/tablenames.h"

#include <QObject>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace tidegate {

class JobSheet;

/// The fields of a new job, in a sheet: where it reads, what it is called, where it writes. The rest is proposed from
/// the source's catalogue.
class NewJobSheet final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewJobSheet)

public:
    /// Lives as long as the sheet.
    NewJobSheet(JobSheet* sheet, JobFiles* files, PoolModel* pool, TableNames* tables, const QString& connection);
    /// Where the keyboard goes.
    [[nodiscard]] QWidget* first() const;

private:
    QComboBox* addCombo(const QString& name, const Phrase& label, const QStringList& values, bool editable);
    QLineEdit* addLine(const QString& name, const Phrase& label);
    void offerTables();
    void follow(const QString& table);
    void create();

    JobSheet* m_sheet;
    JobFiles* m_files;
    TableNames* m_tables;
    QComboBox* m_customer;
    QComboBox* m_source;
    QComboBox* m_table;
    QLineEdit* m_name;
    QComboBox* m_target;
    QLineEdit* m_targetTable;
    QPushButton* m_go;
};

} // namespace tidegate
