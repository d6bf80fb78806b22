// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobsheet.h"

#include "widgets/components/banner.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

JobSheet::JobSheet(const QString& name, QWidget* page)
    : Sheet(name, page), m_problem(new Banner(name + u".problem"_s)), m_content(new QVBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_problem);
    column->addLayout(m_content);
    m_content->setSpacing(2);
    setBody(body);
    auto* cancel = addButton(makeButton(ButtonRole::Plain, name + u".cancel"_s, [] { return tr("Cancel"); }));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

QPushButton* JobSheet::addAction(ButtonRole role, const QString& name, const Phrase& text, bool byEnter)
{
    auto* button = addButton(makeButton(role, name, text));
    if (byEnter)
        button->setDefault(true);
    return button;
}

void JobSheet::showProblem(const QString& text, const QString& hint)
{
    m_problem->showMessage(State::Failed, text, hint);
    fit();
}

void JobSheet::clearProblem()
{
    m_problem->clear();
    fit();
}

void JobSheet::ask(QWidget* focus)
{
    fit();
    openOver(focus);
}

void JobSheet::fit()
{
    layout()->activate();
    resize(width(), std::max(layout()->totalHeightForWidth(width()), layout()->totalMinimumSize().height()));
}

} // namespace tidegate
