// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace tidegate {

class OverviewModel;

/// The table of every job, as high as its rows: the page around it scrolls. Enter on a fold opens it.
class OverviewTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewTable)

public:
    explicit OverviewTable(OverviewModel* model, QWidget* parent = nullptr);

    /// The job of the current row; empty: none, or a fold.
    [[nodiscard]] QString currentJob() const;
    /// In this widget's coordinates; the page scrolls there.
    [[nodiscard]] QRect currentRow() const;

Q_SIGNALS:
    /// By Enter or a double click.
    void jobOpened(const QString& job);
    /// The current row is another one.
    void rowChosen();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void fitRows();
    void fitColumns();
    void takeFirst();
    void activate(const QModelIndex& index);
    [[nodiscard]] bool isFold(const QModelIndex& index) const;

    OverviewModel* m_jobs;
    bool m_ring = false; ///< focus came by the keyboard
};

} // namespace tidegate
