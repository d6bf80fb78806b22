// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/problemsbar.h"

#include "models/language.h"
#include "widgets/components/focusring.h"
#include "widgets/components/statelabel.h"
#include "widgets/components/textlabel.h"
#include "widgets/jobs/findingwords.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

State stateOf(const Finding& finding)
{
    return finding.severity == Severity::Error ? State::Failed : State::Late;
}

} // namespace

ProblemsBar::ProblemsBar(QWidget* parent)
    : QWidget(parent), m_first(new StateLabel(this)), m_key(new TextLabel(TextLabel::age, u"F8"_s, this)),
      m_second(new StateLabel(this)), m_summary(new TextLabel(TextLabel::note, this))
{
    setObjectName(u"problemsBar"_s);
    setFixedHeight(32);
    setCursor(Qt::PointingHandCursor);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 1, 16, 0);
    row->setSpacing(8);
    row->addWidget(m_first);
    row->addWidget(m_key);
    row->addSpacing(8);
    row->addWidget(m_second);
    row->addStretch(1);
    row->addWidget(m_summary);
    translated(this, [this] { refresh(); });
}

void ProblemsBar::setFindings(const Findings& findings)
{
    m_problems.clear();
    std::ranges::copy_if(findings, std::back_inserter(m_problems),
                         [](const auto& finding) { return finding.severity != Severity::Note; });
    m_next = std::min(m_next, m_problems.size());
    refresh();
}

void ProblemsBar::refresh()
{
    setVisible(!m_problems.empty());
    if (m_problems.empty())
        return;
    m_first->setMessage(stateOf(m_problems[0]), sentence(m_problems[0]));
    m_second->setVisible(m_problems.size() > 1);
    if (m_problems.size() > 1)
        m_second->setMessage(stateOf(m_problems[1]), sentence(m_problems[1]), true);
    const auto count = m_problems.size() == 1 ? tr("1 problem") : tr("%1 problems").arg(m_problems.size());
    m_summary->setText(hasErrors(m_problems) ? tr("%1 · can be saved, not run").arg(count) : count);
    setAccessibleName(m_summary->text());
    setAccessibleDescription(m_first->text());
}

const Finding* ProblemsBar::next()
{
    if (m_problems.empty())
        return nullptr;
    if (m_next >= m_problems.size())
        m_next = 0;
    return &m_problems[m_next++];
}

const Finding* ProblemsBar::previous()
{
    if (m_problems.empty())
        return nullptr;
    const auto count = m_problems.size();
    m_next = (m_next + count - 2) % count + 1; // the one before the last that was given
    return &m_problems[m_next - 1];
}

void ProblemsBar::mousePressEvent(QMouseEvent*)
{
    m_next = 0;
    Q_EMIT firstWanted();
}

void ProblemsBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintHairline(painter, 0, 0, width());
}

} // namespace tidegate
