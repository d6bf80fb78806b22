// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"
#include "widgets/theme/statepainter.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QWidget>

#include <optional>

namespace tidegate {

class StatCell;

/// Numbers that one watches, each with its name above and its unit behind. Cells have fixed widths: nothing moves when
/// a number grows. Where they don't fit beside each other they are spread over
/// as few lines as will hold them.
class StatRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatRow)

public:
    /// `valuePixels` is the height of the numbers' type.
    explicit StatRow(const QString& name, QWidget* parent = nullptr, int valuePixels = 17);

    /// `widest` is the longest value, `widestUnit` the longest unit that the cell will show.
    void addStat(const QString& id, const Phrase& label, const QString& widest, const QString& widestUnit = {});
    void setStat(const QString& id, const QString& value, const QString& unit = {}, std::optional<State> state = {});
    /// A sentence that says what exactly is counted.
    void setHint(const QString& id, const Phrase& hint);
    [[nodiscard]] QString value(const QString& id) const;
    [[nodiscard]] QString unit(const QString& id) const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();
    /// The number of lines that it took.
    int placeAtMost(qsizetype mostInLine);

    int m_valuePixels;
    QList<StatCell*> m_order;
    QHash<QString, StatCell*> m_cells;
};

} // namespace tidegate
