// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/segmentswitch.h"

#include "widgets/components/focusring.h"
#include "widgets/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace tidegate {

namespace {

class Segment final : public QAbstractButton
{
public:
    [[nodiscard]] QSize sizeHint() const override
    {
        // The width of the heavier weight: nothing moves when the choice does.
        const QFontMetrics metrics(Theme::instance().sans(13, 600));
        return {metrics.horizontalAdvance(text()) + 24, 28};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF pill = QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5);
        if (isChecked()) {
            const bool dark = Theme::instance().isDark();
            painter.setPen(QPen(themeColor(dark ? Token::Control : Token::LineStrong), dark ? 0 : 1));
            painter.setBrush(themeColor(dark ? Token::LineStrong : Token::Raised));
            painter.drawRoundedRect(pill, 4, 4);
        }
        if (hasFocus())
            paintFocusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 5);
        const bool strong = isChecked() || underMouse();
        painter.setPen(themeColor(!isEnabled() ? Token::Disabled : strong ? Token::Text : Token::Text2));
        painter.setFont(Theme::instance().sans(13, isChecked() ? 600 : 400));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

} // namespace

SegmentSwitch::SegmentSwitch(QWidget* parent) : ChoiceStrip(parent) {}

QAbstractButton* SegmentSwitch::makeChoice()
{
    auto* segment = new Segment;
    segment->setAttribute(Qt::WA_Hover);
    return segment;
}

void SegmentSwitch::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColor(Token::Hover));
    painter.drawRoundedRect(rect(), 6, 6);
}

} // namespace tidegate
