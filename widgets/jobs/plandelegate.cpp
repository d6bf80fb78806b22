// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/plandelegate.h"

#include "models/planmodel.h"
#include "widgets/components/focusring.h"
#include "widgets/theme/statepainter.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace tidegate {

namespace {
constexpr int indent = 14;
}

void PlanDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& theme = Theme::instance();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.color(Token::Selection));
    const bool careful = index.data(PlanRole::IsCareful).toBool();
    const bool title = index.data(PlanRole::IsTitle).toBool();
    auto area = option.rect.adjusted(4, 0, -4, 0);
    if (index.column() == PlanModel::Step) {
        area.setLeft(area.left() + indent * index.data(PlanRole::Depth).toInt());
        if (careful) {
            paintState(*painter, QRectF(area.left(), area.center().y() - 6, 13, 13), State::Late);
            area.setLeft(area.left() + 20);
        }
    }
    painter->setFont(title ? theme.sans(12, 600) : theme.mono(12));
    painter->setPen(theme.color(careful ? Token::Warn : Token::Text));
    const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
    painter->drawText(area, static_cast<int>(alignment | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect, 3);
}

} // namespace tidegate
