// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/proofbar.h"

#include "widgets/theme/theme.h"

#include <QPainter>

#include <array>

namespace tidegate {

namespace {

constexpr int barHeight = 8;
constexpr int thinnest = 4; ///< one job of a thousand is still seen

struct Share
{
    int count;
    Token color;
    bool hatched;
};

std::array<Share, 5> sharesOf(const ProofCounts& counts)
{
    return {{{counts.different, Token::WarnFill, false},
             {counts.old, Token::OkSoft, true},
             {counts.notComparable, Token::OffTint, true},
             {counts.fresh, Token::OkSoft, false},
             {counts.never, Token::OffTint, true}}};
}

} // namespace

ProofBar::ProofBar(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("overview.proofBar"));
    setFixedHeight(barHeight);
}

void ProofBar::setCounts(const ProofCounts& counts)
{
    m_counts = counts;
    setAccessibleName(tr("Verification of all jobs"));
    setAccessibleDescription(tr("Of %1 jobs %2 are different, %3 equal, %4 not verified")
                                 .arg(counts.all())
                                 .arg(counts.different)
                                 .arg(counts.fresh + counts.old)
                                 .arg(counts.never + counts.notComparable));
    update();
}

void ProofBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int all = std::max(1, m_counts.all());
    int left = 0;
    int seen = 0;
    for (const Share& share : sharesOf(m_counts)) {
        if (share.count == 0)
            continue;
        seen += share.count;
        const int end = std::max(left + thinnest, width() * seen / all);
        const QRect part(left, 0, std::min(end, width()) - left, height());
        painter.fillRect(part, themeColor(share.color));
        if (share.hatched) {
            painter.save();
            painter.setClipRect(part);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(themeColor(Token::OffFill), 1));
            for (int x = -height(); x < width(); x += 4)
                painter.drawLine(QPointF(x, height()), QPointF(x + height(), 0));
            painter.restore();
        }
        left = end;
    }
}

} // namespace tidegate
