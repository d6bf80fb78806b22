// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/navigation/environmentbar.h"

#include "models/language.h"
#include "models/stagewords.h"
#include "widgets/navigation/palettebutton.h"
#include "widgets/navigation/placebutton.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace tidegate {

namespace {
constexpr int barHeight = 44;
constexpr int blockWidth = 188;
} // namespace

EnvironmentBar::EnvironmentBar(QWidget* parent)
    : QWidget(parent), m_button(new PlaceButton(this)), m_search(new PaletteButton(this))
{
    setObjectName(QStringLiteral("environmentBar"));
    setFixedHeight(barHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(blockWidth + 16, 0, 16, 0);
    row->addStretch(1);
    row->addWidget(m_search);
    translated(this, [this] { describe(); });
}

void EnvironmentBar::setPlace(const Place& place)
{
    m_place = place;
    setFixedHeight(isProduction() ? barHeight + bandHeight : barHeight);
    layout()->setContentsMargins(blockWidth + 16, isProduction() ? bandHeight : 0, 16, 0);
    describe();
    update();
}

void EnvironmentBar::describe()
{
    const QString name = m_place.name.isEmpty() ? tr("No environment")
                         : m_place.stage.isEmpty()
                             ? tr("Pool %1").arg(m_place.name)
                             : tr("Environment %1 %2").arg(m_place.name, stageWord(m_place.stage));
    setAccessibleName(name);
    setAccessibleDescription(m_place.path);
    m_button->setAccessibleName(name);
    m_button->setAccessibleDescription(tr("Opens the choice of environments and pools"));
    m_button->setToolTip(name);
}

void EnvironmentBar::resizeEvent(QResizeEvent*)
{
    m_button->setGeometry(0, 0, blockWidth, height());
}

void EnvironmentBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(isProduction() ? Token::ProductionTint : Token::Chrome));
    paintBlock(painter, QRect(0, 0, blockWidth, height()));
    painter.fillRect(blockWidth, height() - 1, width() - blockWidth, 1, theme.color(Token::Line));
    painter.setFont(theme.mono(12));
    painter.setPen(theme.color(Token::Text2));
    const QRect rest(blockWidth + 16, 0, m_search->x() - blockWidth - 32, height());
    painter.drawText(rest, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_place.path, Qt::ElideMiddle, rest.width()));
    if (isProduction())
        painter.fillRect(0, 0, width(), bandHeight, theme.color(Token::Production));
}

void EnvironmentBar::paintBlock(QPainter& painter, const QRect& block) const
{
    const Theme& theme = Theme::instance();
    painter.fillRect(block, theme.color(isProduction() ? Token::Production : Token::SelectionQuiet));
    painter.setFont(theme.sans(14, 650));
    painter.setPen(theme.color(isProduction() ? Token::OnProduction : Token::Text));
    const QRect words = block.adjusted(16, 0, m_place.stage.isEmpty() ? -32 : -88, 0);
    const QString whole = m_place.name.isEmpty() ? tr("No environment") : m_place.name;
    const QString name = painter.fontMetrics().elidedText(whole, Qt::ElideRight, words.width());
    painter.drawText(words, Qt::AlignVCenter, name);
    const int end = words.left() + painter.fontMetrics().horizontalAdvance(name);
    if (!m_place.stage.isEmpty())
        paintTag(painter, end + 8, block);
}

void EnvironmentBar::paintTag(QPainter& painter, int left, const QRect& block) const
{
    const Theme& theme = Theme::instance();
    const QString word = stageWord(m_place.stage).toUpper();
    painter.setFont(theme.sans(11, 650));
    const QRect tag(left, block.center().y() - 8, painter.fontMetrics().horizontalAdvance(word) + 12, 18);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(isProduction() ? Token::OnProduction : Token::Text2));
    painter.drawRoundedRect(tag, 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(theme.color(isProduction() ? Token::Production : Token::Canvas));
    painter.drawText(tag, Qt::AlignCenter, word);
}

} // namespace tidegate
