// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/pageheader.h"

#include "widgets/components/focusring.h"
#include "widgets/components/statelabel.h"
#include "widgets/components/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace tidegate {

namespace {
constexpr int margin = 24;
} // namespace

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_title(new TextLabel(TextLabel::title, this)),
      m_scope(new TextLabel(TextLabel::field, this)), m_note(new StateLabel(this))
{
    setObjectName(QStringLiteral("pageHeader"));
    setFixedHeight(52);
    m_row->setContentsMargins(margin, 0, 16, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_title);
    m_row->addWidget(m_scope);
    m_row->addWidget(m_note);
    m_row->addStretch(1);
    m_scope->setElided(true);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_row->setStretchFactor(m_note, 100);
    m_title->hide(); // until there is one
    setState({});
}

void PageHeader::setTitle(const Phrase& title)
{
    m_title->setRole(TextLabel::title);
    m_title->setText(title);
    m_title->setVisible(!m_title->text().isEmpty());
}

void PageHeader::setObject(const QString& name)
{
    m_title->setRole(TextLabel::object);
    m_title->setText(name);
    m_title->setVisible(!name.isEmpty());
}

void PageHeader::setState(std::optional<State> state)
{
    m_state = state;
    m_row->setContentsMargins(state ? margin + 28 : margin, 0, 16, 0);
    update();
}

void PageHeader::setScope(const Phrase& sentence)
{
    m_scope->setText(sentence);
}

void PageHeader::setNote(const QString& note)
{
    m_note->setMessage({}, note);
}

void PageHeader::addMark(QWidget* widget)
{
    m_row->insertWidget(m_row->indexOf(m_scope), widget);
}

void PageHeader::addTool(QWidget* widget)
{
    m_row->addWidget(widget);
}

QString PageHeader::title() const
{
    return m_title->text();
}

void PageHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_state)
        paintState(painter, QRectF(margin + 1, (height() - 16) / 2.0, 16, 16), *m_state);
    paintHairline(painter, 0, height() - 1, width());
}

} // namespace tidegate
