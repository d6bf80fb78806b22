// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/statepainter.h"

#include <QHash>
#include <QString>
#include <QWidget>

#include <optional>

class QHBoxLayout;

namespace tidegate {

class StatCell;

/// Numbers that one watches, each with its name above and its unit behind. Cells have fixed widths: nothing moves when
/// a number grows.
class StatRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatRow)

public:
    explicit StatRow(const QString& name, QWidget* parent = nullptr);

    /// `widest` is the longest value, `widestUnit` the longest unit that the cell will show.
    void addStat(const QString& id, const QString& label, const QString& widest, const QString& widestUnit = {});
    void setStat(const QString& id, const QString& value, const QString& unit = {}, std::optional<State> state = {});
    [[nodiscard]] QString value(const QString& id) const;

private:
    QHBoxLayout* m_row;
    QHash<QString, StatCell*> m_cells;
};

} // namespace tidegate
