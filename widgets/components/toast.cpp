// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/toast.h"

#include "widgets/components/buttons.h"
#include "widgets/components/textlabel.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QPainter>
#include <QPropertyAnimation>
#include <QPushButton>
#include <QStyle>

#include <chrono>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int margin = 16;
constexpr int aboveStatusBar = 24;
constexpr int textLeft = 44;
constexpr int fadeTime = 150;
} // namespace

Toast::Toast(QWidget* window)
    : QWidget(window), m_window(window), m_title(new TextLabel({13, 600, Token::Text}, this)),
      m_text(new TextLabel(TextLabel::note, this)), m_action(makeButton(ButtonRole::Link, u"toast.action"_s, {}, this)),
      m_close(makeIconButton(
          u"toast.close"_s, u"close"_s, [] { return tr("Close"); }, this)),
      m_opacity(new QGraphicsOpacityEffect(this))
{
    setObjectName(u"toast"_s);
    setGraphicsEffect(m_opacity);
    m_opacity->setEnabled(false);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(textLeft, 8, 8, 8);
    row->setSpacing(12);
    row->addLayout(words, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, &QWidget::hide);
    m_timer.setSingleShot(true);
    m_timer.setInterval(6s);
    connect(&m_timer, &QTimer::timeout, this, [this] { fade(0); });
    if (!window)
        return;
    hide();
    window->installEventFilter(this);
}

void Toast::setContent(State state, const Phrase& title, const Phrase& text, const Phrase& action)
{
    m_state = state;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!m_text->text().isEmpty());
    m_action->setText(action.text());
    m_action->setVisible(!action.text().isEmpty());
    setAccessibleName(title.text());
    setAccessibleDescription(text.text());
    update();
}

void Toast::showText(const QString& title, const QString& text)
{
    setContent(State::Ok, title, text);
    place();
    fade(1);
    show();
    raise();
    m_timer.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toast::fade(double to)
{
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0) {
        setVisible(to > 0);
        return;
    }
    m_opacity->setEnabled(true);
    auto* animation = new QPropertyAnimation(m_opacity, "opacity", this);
    animation->setDuration(fadeTime);
    animation->setStartValue(1 - to);
    animation->setEndValue(to);
    connect(animation, &QPropertyAnimation::finished, this, [this, to] {
        m_opacity->setEnabled(false);
        setVisible(to > 0);
    });
    animation->start(QAbstractAnimation::DeleteWhenStopped);
}

void Toast::place()
{
    resize(std::clamp(sizeHint().width(), 280, 480), sizeHint().height());
    move(m_window->width() - width() - margin, m_window->height() - height() - margin - aboveStatusBar);
}

void Toast::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Token::LineStrong));
    painter.setBrush(theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    paintState(painter, QRectF(16, (height() - 16) / 2.0, 16, 16), m_state);
}

void Toast::enterEvent(QEnterEvent*)
{
    m_timer.stop();
}

void Toast::leaveEvent(QEvent*)
{
    if (m_window)
        m_timer.start();
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace tidegate
