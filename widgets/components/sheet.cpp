// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/sheet.h"

#include "widgets/components/statelabel.h"
#include "widgets/components/textlabel.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace tidegate {

namespace {

constexpr int radius = 8;
constexpr int margin = 24;
constexpr int sheetWidth = 560;
constexpr int topGap = 32;

/// Lies over the page while a sheet is open.
class Dimmer final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), QColor(0, 0, 0, Theme::instance().isDark() ? 110 : 34));
    }
};

} // namespace

Sheet::Sheet(const QString& name, QWidget* page)
    : QDialog(page->window(), Qt::Dialog | Qt::FramelessWindowHint), m_page(page), m_dimmer(new Dimmer(page)),
      m_title(new TextLabel({16, 650, Token::Text}, {}, this)), m_sentence(new TextLabel(TextLabel::field, {}, this)),
      m_facts(new QFormLayout), m_column(new QVBoxLayout(this)), m_buttons(new QHBoxLayout)
{
    setObjectName(name);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_TranslucentBackground);
    m_dimmer->hide();
    m_sentence->setWordWrap(true);
    m_facts->setHorizontalSpacing(margin);
    m_facts->setVerticalSpacing(8);
    m_facts->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_buttons->setSpacing(8);
    m_buttons->addStretch(1);
    m_column->setContentsMargins(margin, margin, margin, margin - 4);
    m_column->setSpacing(12);
    m_column->addWidget(m_title);
    m_column->addWidget(m_sentence);
    m_column->addLayout(m_facts);
    m_column->addSpacing(4);
    m_column->addLayout(m_buttons);
    setFixedWidth(sheetWidth);
}

Sheet::~Sheet()
{
    delete m_dimmer;
}

void Sheet::setWords(const Phrase& title, const Phrase& sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    setAccessibleName(title.text());
    setAccessibleDescription(sentence.text());
    setWindowTitle(title.text());
}

TextLabel* Sheet::addFact(const Phrase& label, const Phrase& text, std::optional<State> state)
{
    auto* name = new TextLabel(TextLabel::note, label, this);
    auto* words = new TextLabel(TextLabel::field, text, this);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (!state) {
        m_facts->addRow(name, words);
        return words;
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* glyph = new StateLabel(this);
    glyph->setMessage(state, {});
    glyph->setFixedWidth(16);
    row->addWidget(glyph, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    m_facts->addRow(name, row);
    return words;
}

void Sheet::clearFacts()
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
}

void Sheet::setBody(QWidget* body)
{
    m_body = body;
    m_column->insertWidget(m_column->count() - 2, body, 1);
}

QPushButton* Sheet::addButton(QPushButton* button)
{
    button->setAutoDefault(true);
    m_buttons->addWidget(button);
    if (!m_first) {
        m_first = button;
        button->setDefault(true);
    }
    return button;
}

void Sheet::openOver(QWidget* focus)
{
    // Before it is shown: a button that once had the keyboard keeps the Enter key of a dialog that is not active yet.
    if (auto* taking = focus ? focus : m_first)
        taking->setFocus(Qt::TabFocusReason);
    m_dimmer->show();
    m_dimmer->raise();
    place();
    m_page->installEventFilter(this);
    open();
}

void Sheet::place()
{
    m_dimmer->setGeometry(m_page->rect());
    fitInto(m_page->size() - QSize(2 * margin, 2 * topGap));
    const QPoint middle = m_page->mapToGlobal(m_page->rect().center());
    const int highest = m_page->mapToGlobal(QPoint(0, 0)).y() + topGap;
    move(middle.x() - width() / 2, std::max(highest, middle.y() - height() * 2 / 3));
}

void Sheet::fitInto(const QSize&)
{
    if (!m_body && m_column->hasHeightForWidth())
        setFixedHeight(m_column->totalHeightForWidth(width()));
}

bool Sheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_page && event->type() == QEvent::Resize && isVisible())
        place();
    return QDialog::eventFilter(watched, event);
}

void Sheet::done(int result)
{
    const bool hadKeyboard = isActiveWindow();
    m_dimmer->hide();
    m_page->removeEventFilter(this);
    QDialog::done(result);
    if (hadKeyboard && !QApplication::activeModalWidget())
        m_page->window()->activateWindow(); // not every display hands the keyboard back to the window below
}

void Sheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(themeColor(Token::LineStrong));
    painter.setBrush(themeColor(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (m_dangerous) {
        painter.setClipRect(QRect(0, 0, width(), 4));
        painter.setPen(Qt::NoPen);
        painter.setBrush(themeColor(Token::Production));
        painter.drawRoundedRect(rect(), radius, radius);
    }
}

} // namespace tidegate
