// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/heatstrip.h"

#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tidegate {

namespace {

constexpr double lateHeight = 0.62;
constexpr double lowestBar = 0.2;

/// Fill and cap of a bar that ran: soft with a line of the full colour on top.
void paintBar(QPainter& painter, const QRect& cell, double share, Token soft, Token cap)
{
    const int height = std::max(2, static_cast<int>(std::lround(cell.height() * share)));
    const QRect bar(cell.left(), cell.bottom() + 1 - height, cell.width(), height);
    painter.fillRect(bar, themeColor(soft));
    painter.fillRect(bar.left(), bar.top(), bar.width(), 1, themeColor(cap));
}

void paintHatch(QPainter& painter, const QRect& cell, Token lines, std::optional<Token> ground)
{
    if (ground)
        painter.fillRect(cell, themeColor(*ground));
    painter.save();
    painter.setClipRect(cell);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColor(lines), 1));
    // One grid for all cells, so that neighbours form one surface.
    const int first = (cell.left() - cell.height()) / 4 * 4;
    for (int x = first; x < cell.right() + cell.height(); x += 4)
        painter.drawLine(QPointF(x, cell.bottom() + 1), QPointF(x + cell.height(), cell.top()));
    painter.restore();
}

void paintFailed(QPainter& painter, const QRect& cell)
{
    painter.fillRect(cell, themeColor(Token::FailFill));
    if (cell.width() < 4)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::instance().isDark() ? themeColor(Token::Canvas) : QColor(Qt::white), 1.2));
    const double half = std::min(2.4, cell.width() / 2.0 - 1);
    const QPointF middle = QRectF(cell).center();
    painter.drawLine(middle - QPointF(half, half), middle + QPointF(half, half));
    painter.drawLine(middle - QPointF(half, -half), middle + QPointF(half, -half));
    painter.restore();
}

void paintCell(QPainter& painter, const QRect& cell, const OverviewCell& what, double share)
{
    switch (what.state) {
    case CellState::Unplanned:
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, themeColor(Token::LineStrong));
        break;
    case CellState::Ran:
        if (what.rows == 0)
            painter.fillRect(cell.left(), cell.bottom() - 1, cell.width(), 2, themeColor(Token::OkFill));
        else
            paintBar(painter, cell, share, Token::OkSoft, Token::OkFill);
        break;
    case CellState::Running:
        paintBar(painter, cell, std::max(share, lateHeight), Token::RunFill, Token::RunFill);
        break;
    case CellState::Late:
        paintBar(painter, cell, lateHeight, Token::WarnFill, Token::WarnFill);
        break;
    case CellState::Failed:
        paintFailed(painter, cell);
        break;
    case CellState::NoData:
        paintHatch(painter, cell, Token::OffFill, Token::OffTint);
        break;
    case CellState::Stale:
        paintHatch(painter, cell, Token::OffFill, {});
        break;
    }
}

} // namespace

void paintHeatStrip(QPainter& painter, const QRect& area, const std::vector<OverviewCell>& cells)
{
    if (cells.empty())
        return;
    const int pitch = std::max(2, area.width() / static_cast<int>(cells.size()));
    const int gap = pitch > 3 ? 1 : 0;
    const qint64 most = std::ranges::max(cells, {}, &OverviewCell::rows).rows;
    int left = area.left();
    for (const OverviewCell& cell : cells) {
        const double amount = most > 0 ? static_cast<double>(cell.rows) / static_cast<double>(most) : 0;
        paintCell(painter, QRect(left, area.top(), pitch - gap, area.height()), cell,
                  lowestBar + (1 - lowestBar) * amount);
        left += pitch;
    }
}

} // namespace tidegate
