// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/partsbar.h"

#include "models/language.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace tidegate {

namespace {
constexpr int gap = 2;
constexpr double hatchStep = 6;
} // namespace

PartsBar::PartsBar(const QString& name, QWidget* parent) : QWidget(parent)
{
    setObjectName(name);
    translated(this, [this] { setAccessibleName(tr("Progress")); });
    setAccessibleDescription(tr("no run"));
    setFixedHeight(10);
}

void PartsBar::setParts(const QList<double>& parts)
{
    if (m_parts == parts || parts.isEmpty())
        return;
    m_parts = parts;
    const auto done = std::count_if(parts.begin(), parts.end(), [](double part) { return part >= 1; });
    const double first = parts.first();
    setAccessibleDescription(parts.size() > 1 ? tr("%1 of %2 parts").arg(done).arg(parts.size())
                             : first < 0      ? tr("under way")
                                              : tr("%1 %").arg(qRound(first * 100)));
    update();
}

void PartsBar::setStopped(bool stopped)
{
    if (m_stopped == stopped)
        return;
    m_stopped = stopped;
    update();
}

void PartsBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    const double wide = static_cast<double>(width() + gap) / static_cast<double>(m_parts.size());
    for (qsizetype index = 0; index < m_parts.size(); ++index) {
        const int from = qRound(static_cast<double>(index) * wide);
        const int to = qRound(static_cast<double>(index + 1) * wide) - gap;
        const QRect part(from, 0, to - from, height());
        painter.fillRect(part, theme.color(Token::Hover));
        const double done = m_parts.at(index);
        const QColor color = theme.color(m_stopped ? Token::OffFill : done >= 1 ? Token::OkSoft : Token::RunFill);
        if (done < 0)
            paintUnknown(painter, part, color);
        else
            painter.fillRect(QRect(from, 0, qRound(part.width() * std::min(done, 1.0)), height()), color);
    }
}

void PartsBar::paintUnknown(QPainter& painter, const QRect& part, const QColor& color) const
{
    painter.save();
    painter.setClipRect(part);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5));
    for (double x = part.left() - height(); x < part.right(); x += hatchStep)
        painter.drawLine(QPointF(x, height()), QPointF(x + height(), 0));
    painter.restore();
}

} // namespace tidegate
