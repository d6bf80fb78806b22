// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/sectionheader.h"

#include "models/language.h"
#include "widgets/components/focusring.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

SectionHeader::SectionHeader(const QString& name, const Phrase& title, QWidget* parent) : QAbstractButton(parent)
{
    setObjectName(name);
    translated(this, title, [this](const QString& words) {
        setText(words);
        setAccessibleName(words);
    });
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SectionHeader::setFoldable(QWidget* content, bool folded)
{
    setCheckable(true);
    setChecked(!folded);
    setFocusPolicy(Qt::TabFocus);
    content->setVisible(!folded);
    connect(this, &QAbstractButton::toggled, content, &QWidget::setVisible);
}

void SectionHeader::setSummary(const QString& summary)
{
    m_summary = summary;
    setAccessibleDescription(summary);
    update();
}

QSize SectionHeader::sizeHint() const
{
    return {120, 24};
}

void SectionHeader::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    int left = 0;
    if (isCheckable()) {
        tidegate::icon(isChecked() ? u"chevron-down"_s : u"chevron-right"_s)
            .paint(&painter, QRect(0, (height() - 16) / 2, 16, 16));
        left = 24;
    }
    painter.setFont(theme.sans(13, 650));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    left += painter.fontMetrics().horizontalAdvance(text());
    if (!m_summary.isEmpty() && (isFolded() || !isCheckable())) {
        painter.setFont(theme.sans(12));
        painter.setPen(theme.color(Token::Text2));
        left += 8;
        const QString shown = painter.fontMetrics().elidedText(m_summary, Qt::ElideRight, width() - left - 16);
        painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, shown);
        left += painter.fontMetrics().horizontalAdvance(shown);
    }
    left += 8;
    paintHairline(painter, left, height() / 2, width() - left);
    if (hasFocus())
        paintFocusRing(painter, rect(), 4);
}

} // namespace tidegate
