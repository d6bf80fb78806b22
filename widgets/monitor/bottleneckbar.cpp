// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/bottleneckbar.h"

#include "models/language.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int labelWidth = 104;
constexpr int valueWidth = 84;
constexpr int barHeight = 12;
constexpr double hatchStep = 5;
/// A share below this is nothing that one would call a bottleneck.
constexpr double noticeable = 0.25;

void paintHatch(QPainter& painter, const QRect& area)
{
    painter.save();
    painter.setClipRect(area);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColor(Token::LineStrong), 1.2));
    for (double x = area.left() - area.height(); x < area.right(); x += hatchStep)
        painter.drawLine(QPointF(x, area.bottom() + 1), QPointF(x + area.height(), area.top()));
    painter.restore();
}

} // namespace

BottleneckBar::BottleneckBar(const QString& name, QWidget* parent) : QWidget(parent)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    translated(this, [this] { describe(); });
}

void BottleneckBar::setShares(const WaitShares& shares, bool running)
{
    m_shares = shares;
    m_running = running;
    describe();
    update();
}

void BottleneckBar::describe()
{
    setAccessibleName(heading());
    setAccessibleDescription(sentence());
}

BottleneckBar::Side BottleneckBar::slowSide() const
{
    if (!m_shares.known || std::max(m_shares.source, m_shares.target) < noticeable)
        return Side::None;
    return m_shares.source > m_shares.target ? Side::Source : Side::Target;
}

QString BottleneckBar::heading() const
{
    if (!m_shares.known)
        return tr("Which side waits");
    switch (slowSide()) {
    case Side::Source:
        return m_running ? tr("The source is the bottleneck") : tr("The source was the bottleneck");
    case Side::Target:
        return m_running ? tr("The target is the bottleneck") : tr("The target was the bottleneck");
    case Side::None:
        break;
    }
    return m_running ? tr("Neither side waits for the other") : tr("Neither side waited for the other");
}

QString BottleneckBar::scope() const
{
    if (!m_shares.known)
        return tr("not measured yet");
    return m_running ? tr("last %1 s").arg(m_shares.seconds) : tr("last %1 s of the run").arg(m_shares.seconds);
}

QString BottleneckBar::sentence() const
{
    if (!m_shares.known)
        return tr("Measured while rows flow.");
    const int source = qRound(m_shares.source * 100);
    const int target = qRound(m_shares.target * 100);
    switch (slowSide()) {
    case Side::Source:
        return tr("%1 % of the last %2 s the write had nothing to write, because the source had not yet sent it.")
            .arg(source)
            .arg(m_shares.seconds);
    case Side::Target:
        return tr("%1 % of the last %2 s the read stood still, because the target had not yet taken what was there.")
            .arg(target)
            .arg(m_shares.seconds);
    case Side::None:
        break;
    }
    return tr("In the last %1 s the write waited %2 % of the time, the read %3 %.")
        .arg(m_shares.seconds)
        .arg(source)
        .arg(target);
}

void BottleneckBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setFont(theme.sans(13, 650));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(QRect(0, 0, width(), 24), Qt::AlignVCenter, heading());
    painter.setFont(theme.sans(12));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(QRect(0, 0, width(), 24), Qt::AlignRight | Qt::AlignVCenter, scope());
    paintEnd(painter, 30, tr("Source read"), m_shares.target, slowSide() == Side::Source);
    paintEnd(painter, 54, tr("Target write"), m_shares.source, slowSide() == Side::Target);
    painter.setFont(theme.sans(12));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(QRect(0, 82, width(), 48), Qt::TextWordWrap, sentence());
}

void BottleneckBar::paintEnd(QPainter& painter, int top, const QString& label, double waits, bool strong) const
{
    const Theme& theme = Theme::instance();
    painter.setFont(theme.sans(12, strong ? 650 : 400));
    painter.setPen(theme.color(strong ? Token::Text : Token::Text2));
    painter.drawText(QRect(0, top, labelWidth, 20), Qt::AlignVCenter, label);
    const QRect bar(labelWidth, top + (20 - barHeight) / 2, std::max(40, width() - labelWidth - valueWidth), barHeight);
    painter.fillRect(bar, theme.color(Token::Hover));
    const QRect value(bar.right() + 12, top, valueWidth - 12, 20);
    if (!m_shares.known) {
        painter.drawText(value, Qt::AlignVCenter, u"–"_s);
        return;
    }
    const double busy = std::clamp(1 - waits, 0.0, 1.0);
    const QRect solid(bar.left(), bar.top(), qRound(bar.width() * busy), barHeight);
    painter.fillRect(solid, theme.color(strong ? Token::Series2 : Token::OffFill));
    if (!strong)
        paintHatch(painter, QRect(solid.right() + 1, bar.top(), bar.right() - solid.right(), barHeight));
    painter.drawText(value, Qt::AlignVCenter,
                     strong ? tr("busy %1 %").arg(qRound(busy * 100)) : tr("waits %1 %").arg(qRound(waits * 100)));
}

} // namespace tidegate
