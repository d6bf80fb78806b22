// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/formsection.h"

#include "widgets/components/sectionheader.h"

#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

FormSection::FormSection(const JobSection& section, QWidget* parent)
    : QWidget(parent), m_section(section),
      m_header(new SectionHeader(u"section."_s + QLatin1StringView(section.id), [&section] { return title(section); })),
      m_content(new QWidget), m_rows(new QVBoxLayout(m_content))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_content);
    if (section.seldom)
        m_header->setFoldable(m_content, true);
}

void FormSection::setSummary(const QString& summary)
{
    m_header->setSummary(summary);
}

void FormSection::unfold()
{
    if (m_header->isFolded())
        m_header->setChecked(true);
}

} // namespace tidegate
