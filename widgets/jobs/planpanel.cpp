// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/planpanel.h"

#include "models/language.h"
#include "models/qtconvert.h"
#include "widgets/components/buttons.h"
#include "widgets/components/focusring.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/components/statelabel.h"
#include "widgets/components/textlabel.h"
#include "widgets/jobs/plandelegate.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int rowHeight = 24;
constexpr int mostRows = 7; ///< more of them scroll
} // namespace

PlanPanel::PlanPanel(JobExplain* explain, QWidget* parent)
    : QWidget(parent), m_explain(explain), m_side(new SegmentSwitch), m_title(new TextLabel(TextLabel::section)),
      m_age(new TextLabel(TextLabel::age)), m_view(new QTableView(this)), m_note(new StateLabel)
{
    setObjectName(u"planPanel"_s);
    m_side->setObjectName(u"planSide"_s);
    m_side->addChoice(u"source"_s, [] { return tr("Source"); });
    m_side->addChoice(u"target"_s, [] { return tr("Target"); });
    auto* close = makeIconButton(u"closePlan"_s, u"close"_s, [] { return tr("Close the plan"); });
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    makeView();
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 0, 0);
    top->setSpacing(8);
    top->addWidget(m_title);
    top->addWidget(m_age);
    top->addStretch(1);
    top->addWidget(m_side);
    top->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 6, 8, 10);
    column->setSpacing(4);
    column->addLayout(top);
    column->addWidget(m_view);
    column->addWidget(m_note);
    connect(m_side, &ChoiceStrip::currentChanged, this, &PlanPanel::refresh);
    connect(explain, &JobExplain::changed, this, &PlanPanel::refresh);
    translated(this, [this] { refresh(); });
}

void PlanPanel::makeView()
{
    m_view->setObjectName(u"planTable"_s);
    m_view->setItemDelegate(new PlanDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setShowGrid(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto palette = m_view->palette();
    palette.setColor(QPalette::Base, Qt::transparent);
    m_view->setPalette(palette);
}

JobExplain::End& PlanPanel::shownEnd() const
{
    return m_side->current() == u"target" ? m_explain->target() : m_explain->source();
}

void PlanPanel::refresh()
{
    auto& end = shownEnd();
    const bool target = &end == &m_explain->target();
    m_title->setText(target ? tr("Plan at target") : tr("Plan at source"));
    m_view->setAccessibleName(m_title->text());
    m_age->setText(m_explain->isReading()       ? tr("asking the servers")
                   : !m_explain->at().isValid() ? QString()
                                                : tr("as of %1").arg(m_explain->at().toString(u"HH:mm"_s)));
    if (m_view->model() != &end.plan) {
        m_view->setModel(&end.plan);
        m_view->horizontalHeader()->setSectionResizeMode(PlanModel::Step, QHeaderView::Stretch);
        for (const int column : {PlanModel::Rows, PlanModel::Cost}) {
            m_view->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
            m_view->setColumnWidth(column, 76);
        }
    }
    m_view->setVisible(end.plan.rowCount() > 0);
    m_view->setFixedHeight(30 + rowHeight * std::clamp(end.plan.rowCount(), 1, mostRows));
    showNote(end);
}

void PlanPanel::showNote(const JobExplain::End& end)
{
    if (end.error)
        m_note->setMessage(end.error->code == ErrorCode::NotFound ? State::Info : State::Failed,
                           toQt(end.error->message + (end.error->hint.empty() ? "" : "; " + end.error->hint)));
    else if (m_explain->isReading() || !m_explain->at().isValid())
        m_note->setMessage({}, {});
    else if (end.plan.rowCount() == 0)
        m_note->setMessage(State::Info, tr("A full load is copied beside and swapped in; there is nothing to plan."));
    else if (const auto tables = end.plan.scannedTables(); !tables.isEmpty())
        m_note->setMessage(State::Info, tr("Every run reads all of %1; an index would help.").arg(tables.join(u", "_s)),
                           true);
    else
        m_note->setMessage(State::Ok, tr("No large table is read from end to end."), true);
}

void PlanPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect().adjusted(1, 0, 0, 0), themeColor(Token::Chrome));
    paintHairline(painter, 0, 0, width());
    painter.fillRect(QRect(0, 0, 1, height()), themeColor(Token::Line));
}

} // namespace tidegate
