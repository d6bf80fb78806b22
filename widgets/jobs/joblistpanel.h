// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/joblistproxy.h"

#include <QWidget>

class QAction;
class QMenu;
class QTreeView;

namespace tidegate {

class Chip;
class JobListModel;
class SearchField;

/// Search, chips and the list of jobs.
class JobListPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobListPanel)

public:
    explicit JobListPanel(JobListModel* model, QWidget* parent = nullptr);

    [[nodiscard]] QTreeView* view() const { return m_view; }
    [[nodiscard]] QString currentJob() const;
    void select(const QString& job);
    void selectFirst();
    /// The line under the list: what makes a job, and what else can be done with one.
    void addTools(QAction* make, QMenu* more);
    /// Puts the keyboard into the search field, its text selected.
    void focusSearch();

Q_SIGNALS:
    void jobSelected(const QString& job);
    /// Enter in the list or in the search field.
    void jobActivated();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Chip* makeChip(const QString& name, JobListProxy::Show show);
    void makeView();
    void updateCounts();

    JobListModel* m_model;
    JobListProxy m_proxy;
    SearchField* m_search;
    QTreeView* m_view;
    Chip* m_all;
    Chip* m_failing;
    Chip* m_edited;
};

} // namespace tidegate
