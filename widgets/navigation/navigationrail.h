// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace tidegate {

class RailModel;

/// The pages down the left edge: 188 px with words, 48 px with icons.
class NavigationRail final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NavigationRail)

public:
    static constexpr int wideWidth = 188;
    static constexpr int narrowWidth = 48;

    explicit NavigationRail(RailModel* model, QWidget* parent = nullptr);

    void setNarrow(bool narrow);
    /// Where a page is drawn and can be clicked: its row, or the lower end of it.
    [[nodiscard]] static QRect itemRect(const QRect& row);
    /// Height of a row: the first one of the foot takes all the room that is left.
    [[nodiscard]] int rowHeight(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;
    [[nodiscard]] bool isNarrow() const { return width() == narrowWidth; }

Q_SIGNALS:
    /// By mouse, keys or setCurrentIndex().
    void rowChosen(int row);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void restyle();
};

} // namespace tidegate
