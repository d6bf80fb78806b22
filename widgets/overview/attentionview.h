// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/overview/attentionmodel.h"

#include <QListView>

namespace tidegate {

/// The banners of the jobs that need a person: painted, but a list underneath, so that arrows walk and screen readers
/// read it. As high as its rows, hidden without any.
class AttentionView final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttentionView)

public:
    explicit AttentionView(AttentionModel* model, QWidget* parent = nullptr);

    /// The current row's, or the first one's.
    [[nodiscard]] QString currentJob() const;
    /// In this widget's coordinates.
    [[nodiscard]] QRect currentRow() const { return visualRect(currentIndex()); }

    /// The keyboard is here because somebody used it.
    [[nodiscard]] bool hasRing() const { return m_ring; }

Q_SIGNALS:
    void jobOpened(const QString& job);
    void logWanted(const QString& job);
    void monitorWanted(const QString& job);
    void rowChosen();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void fit();

    bool m_ring = false;
};

} // namespace tidegate
