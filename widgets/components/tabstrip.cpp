// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/tabstrip.h"

#include "widgets/components/focusring.h"
#include "widgets/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace tidegate {

namespace {

constexpr int noteGap = 7;

class Tab final : public QAbstractButton
{
public:
    [[nodiscard]] QSize sizeHint() const override { return {textWidth() + noteWidth() + 8, 36}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Theme& theme = Theme::instance();
        painter.setFont(theme.sans(13, isChecked() ? 600 : 400));
        const bool strong = isChecked() || underMouse();
        painter.setPen(theme.color(!isEnabled() ? Token::Disabled : strong ? Token::Text : Token::Text2));
        painter.drawText(rect().adjusted(4, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
        if (noteWidth() > 0) {
            painter.setFont(theme.mono(11));
            painter.setPen(theme.color(Token::Text2));
            painter.drawText(rect().adjusted(0, 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter, note());
        }
        if (isChecked())
            painter.fillRect(QRect(4, height() - 2, width() - 8, 2), theme.color(Token::Accent));
        if (hasFocus())
            paintFocusRing(painter, QRectF(rect()).adjusted(0, 4, 0, -4), 4);
    }

private:
    [[nodiscard]] QString note() const { return property("note").toString(); }
    [[nodiscard]] int textWidth() const
    {
        return QFontMetrics(Theme::instance().sans(13, 600)).horizontalAdvance(text());
    }
    [[nodiscard]] int noteWidth() const
    {
        return note().isEmpty() ? 0 : noteGap + QFontMetrics(Theme::instance().mono(11)).horizontalAdvance(note());
    }
};

} // namespace

TabStrip::TabStrip(QWidget* parent) : ChoiceStrip(parent)
{
    row()->setSpacing(16);
}

QAbstractButton* TabStrip::makeChoice()
{
    auto* tab = new Tab;
    tab->setAttribute(Qt::WA_Hover);
    return tab;
}

} // namespace tidegate
