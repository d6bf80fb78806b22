// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/listdelegate.h"

#include "models/listfieldmodel.h"
#include "widgets/components/focusring.h"
#include "widgets/theme/statepainter.h"
#include "widgets/theme/theme.h"

#include <QCompleter>
#include <QLineEdit>
#include <QPainter>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

void ListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto& theme = Theme::instance();
    painter->fillRect(option.rect, theme.color(selected ? Token::Selection : Token::Canvas));
    auto area = option.rect.adjusted(8, 0, -6, 0);
    if (index.column() == 0 && !index.data(ListFieldRole::Problem).toString().isEmpty()) {
        paintState(*painter, QRectF(area.left(), area.center().y() - 6, 13, 13), State::Late);
        area.setLeft(area.left() + 18);
    }
    const auto own = index.data().toString();
    const auto text = own.isEmpty() ? index.data(ListFieldRole::Implied).toString() : own;
    painter->setFont(theme.mono(12));
    painter->setPen(theme.color(own.isEmpty() ? Token::Text3 : Token::Text));
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    paintHairline(*painter, option.rect.left(), option.rect.bottom(), option.rect.width());
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect, 3);
}

QWidget* ListDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    auto* line = new QLineEdit(parent);
    line->setObjectName(u"listCell"_s);
    line->setFont(Theme::instance().mono(12));
    line->setPlaceholderText(index.data(ListFieldRole::Implied).toString());
    line->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    if (index.column() == 0 && !m_offers.isEmpty()) {
        auto* completer = new QCompleter(m_offers, line);
        completer->setFilterMode(Qt::MatchContains);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        line->setCompleter(completer);
    }
    return line;
}

} // namespace tidegate
