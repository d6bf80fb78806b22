// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/watermarkpreview.h"

#include "models/language.h"
#include "models/qtconvert.h"
#include "widgets/components/buttons.h"
#include "widgets/components/formfield.h"
#include "widgets/components/statelabel.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int rowHeight = 22;
}

WatermarkPreview::WatermarkPreview(WatermarkRows* rows, QWidget* parent)
    : QWidget(parent), m_rows(rows),
      m_show(makeButton(ButtonRole::Link, u"previewWatermark"_s, [] { return tr("Show ten rows"); })),
      m_state(new StateLabel), m_view(new QTableView(this))
{
    setObjectName(u"watermarkPreview"_s);
    makeView();
    auto* top = new QHBoxLayout;
    top->setContentsMargins(FormField::labelWidth + 8, 0, 0, 0);
    top->setSpacing(8);
    top->addWidget(m_show);
    top->addWidget(m_state, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 2);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(m_view);
    connect(m_show, &QPushButton::clicked, this, &WatermarkPreview::wanted);
    connect(rows, &WatermarkRows::stateChanged, this, &WatermarkPreview::refresh);
    translated(this, [this] { refresh(); });
}

void WatermarkPreview::makeView()
{
    m_view->setObjectName(u"watermarkRows"_s);
    m_view->setModel(m_rows);
    m_view->setFont(Theme::instance().mono(12));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setShowGrid(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setMinimumSectionSize(rowHeight);
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void WatermarkPreview::refresh()
{
    m_view->setAccessibleName(tr("Ten rows and their watermark"));
    m_view->setVisible(m_rows->rowCount() > 0);
    m_view->setFixedHeight(32 + rowHeight * m_rows->rowCount());
    m_show->setEnabled(!m_rows->isReading());
    if (m_rows->isReading())
        m_state->setMessage({}, tr("asking the source"));
    else if (const auto error = m_rows->error())
        m_state->setMessage(State::Failed, toQt(error->message));
    else if (m_rows->rowCount() > 0)
        m_state->setMessage({}, tr("the rows that the source gives first"));
    else
        m_state->setMessage({}, m_rows->columnCount() > 0 ? tr("the source has no row") : QString());
}

} // namespace tidegate
