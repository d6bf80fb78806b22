// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/waitbar.h"

#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int labelWidth = 128;
constexpr int valueWidth = 80;
constexpr int barHeight = 12;
/// A share below this is nothing that one would call a bottleneck.
constexpr double noticeable = 0.25;

} // namespace

WaitBar::WaitBar(const QString& name, QWidget* parent) : QWidget(parent)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setShares({});
}

void WaitBar::setShares(const WaitShares& shares)
{
    m_shares = shares;
    setAccessibleName(heading());
    setAccessibleDescription(shares.known ? tr("waiting for the source %1 %, for the target %2 % of the time")
                                                .arg(qRound(shares.source * 100))
                                                .arg(qRound(shares.target * 100))
                                          : QString());
    update();
}

QString WaitBar::heading() const
{
    if (!m_shares.known)
        return tr("Which side waits");
    if (std::max(m_shares.source, m_shares.target) < noticeable)
        return tr("Neither side waits for the other");
    return m_shares.source > m_shares.target ? tr("The source is the bottleneck") : tr("The target is the bottleneck");
}

void WaitBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setFont(theme.sans(13, 650));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(QRect(0, 0, width(), 24), Qt::AlignVCenter, heading());
    painter.setFont(theme.sans(12));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(QRect(0, 0, width(), 24), Qt::AlignRight | Qt::AlignVCenter,
                     m_shares.known ? tr("last 60 s") : tr("not measured yet"));
    const double busy = std::max(0.0, 1 - m_shares.source - m_shares.target);
    const bool source = m_shares.source >= noticeable && m_shares.source > m_shares.target;
    const bool target = m_shares.target >= noticeable && !source;
    paintRow(painter, 32, tr("Waiting for source"), m_shares.source, source);
    paintRow(painter, 56, tr("Moving bytes"), busy, false);
    paintRow(painter, 80, tr("Waiting for target"), m_shares.target, target);
}

void WaitBar::paintRow(QPainter& painter, int top, const QString& label, double share, bool strong) const
{
    const Theme& theme = Theme::instance();
    painter.setFont(theme.sans(12, strong ? 650 : 400));
    painter.setPen(theme.color(strong ? Token::Text : Token::Text2));
    painter.drawText(QRect(0, top, labelWidth, 20), Qt::AlignVCenter, label);
    const QRect bar(labelWidth, top + (20 - barHeight) / 2, std::max(40, width() - labelWidth - valueWidth), barHeight);
    painter.fillRect(bar, theme.color(Token::Hover));
    if (m_shares.known) {
        const QRect part(bar.left(), bar.top(), qRound(bar.width() * std::min(share, 1.0)), barHeight);
        painter.fillRect(part, theme.color(strong ? Token::Series2 : Token::OffFill));
    }
    painter.drawText(QRect(bar.right() + 12, top, valueWidth - 12, 20), Qt::AlignVCenter,
                     m_shares.known ? tr("%1 %").arg(qRound(share * 100)) : u"–"_s);
}

} // namespace tidegate
