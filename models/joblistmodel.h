// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/joblistitem.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace tidegate {

/// The pool's jobs, grouped by customer. A pool that was read again is merged in, so selections survive.
class JobListModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit JobListModel(QObject* parent = nullptr);
    ~JobListModel() override;

    void setPool(const std::shared_ptr<const Pool>& pool);
    void setEdited(const QString& job, bool edited);
    /// Findings of an unsaved text instead of the file's.
    void setProblems(const QString& job, int errors);
    void setRunning(const QString& job);
    void setFinished(const QString& job, bool well);

    [[nodiscard]] QModelIndex indexOf(const QString& job) const;
    [[nodiscard]] int jobCount() const;
    [[nodiscard]] int count(JobState state) const;
    [[nodiscard]] int editedCount() const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// Numbers of jobs, states or edits.
    void countsChanged();

private:
    struct Group
    {
        QString name;
        std::vector<JobListItem> jobs;
    };
    using Groups = std::vector<std::unique_ptr<Group>>;

    void mergeGroup(int row, Group fresh);
    template <typename Change>
    void change(const QString& job, Change apply);
    [[nodiscard]] const JobListItem* jobAt(const QModelIndex& index) const;
    [[nodiscard]] QVariant groupData(const Group& group, int role) const;
    [[nodiscard]] QVariant jobData(const JobListItem& job, int role) const;

    Groups m_groups; ///< sorted by name, as are the jobs in each; children point at their Group
};

} // namespace tidegate
