// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/joblistpanel.h"

#include "models/joblistmodel.h"
#include "models/language.h"
#include "widgets/components/buttons.h"
#include "widgets/components/chip.h"
#include "widgets/components/searchfield.h"
#include "widgets/jobs/joblistdelegate.h"
#include "widgets/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QTreeView>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int panelWidth = 233; // with its hairline
}

JobListPanel::JobListPanel(JobListModel* model, QWidget* parent)
    : QWidget(parent), m_model(model), m_search(new SearchField(
                                           u"jobSearch"_s, [] { return tr("Search jobs"); }, this)),
      m_view(new QTreeView(this)), m_all(makeChip(u"chipAll"_s, JobListProxy::Show::All)),
      m_failing(makeChip(u"chipFailing"_s, JobListProxy::Show::Failing)),
      m_edited(makeChip(u"chipEdited"_s, JobListProxy::Show::Edited))
{
    setFixedWidth(panelWidth);
    m_proxy.setSourceModel(model);
    makeView();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy.setSearch(text);
        m_view->expandAll();
    });
    connect(m_search, &SearchField::listWanted, this, [this] {
        m_view->setFocus(Qt::TabFocusReason);
        if (currentJob().isEmpty())
            selectFirst();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        selectFirst();
        Q_EMIT jobActivated();
    });

    auto* chips = new QHBoxLayout;
    chips->setSpacing(6);
    auto* group = new QButtonGroup(this);
    for (auto* chip : {m_all, m_failing, m_edited}) {
        group->addButton(chip);
        chips->addWidget(chip);
    }
    m_all->setChecked(true);
    chips->addStretch();
    auto* top = new QVBoxLayout;
    top->setContentsMargins(12, 12, 12, 8);
    top->setSpacing(8);
    top->addWidget(m_search);
    top->addLayout(chips);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    connect(model, &JobListModel::countsChanged, this, &JobListPanel::updateCounts);
    translated(this, [this] {
        m_view->setAccessibleName(tr("Jobs"));
        updateCounts();
    });
}

void JobListPanel::addTools(QAction* make, QMenu* more)
{
    auto* button = makeActionButton(ButtonRole::Link, make, this);
    auto* dots = makeIconButton(
        u"jobMenu"_s, u"more"_s, [] { return tr("More with this job"); }, this);
    dots->setMenu(more);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(20, 5, 8, 5);
    row->addWidget(button);
    row->addStretch(1);
    row->addWidget(dots);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addSpacing(1);
    column->addLayout(row);
}

Chip* JobListPanel::makeChip(const QString& name, JobListProxy::Show show)
{
    auto* chip = new Chip(name, this);
    chip->setFilter(true);
    connect(chip, &QAbstractButton::clicked, this, [this, show] {
        m_proxy.setShow(show);
        m_view->expandAll();
    });
    return chip;
}

void JobListPanel::makeView()
{
    m_view->setObjectName(u"jobList"_s);
    m_view->setModel(&m_proxy);
    m_view->setItemDelegate(new JobListDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setIndentation(0);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->viewport()->setAutoFillBackground(false);
    connect(&m_proxy, &QAbstractItemModel::rowsInserted, m_view, &QTreeView::expandAll);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (const auto job = currentJob(); !job.isEmpty())
            Q_EMIT jobSelected(job);
    });
    connect(m_view, &QTreeView::activated, this, &JobListPanel::jobActivated);
    m_view->expandAll();
}

QString JobListPanel::currentJob() const
{
    const auto index = m_view->currentIndex();
    return index.data(JobListRole::IsGroup).toBool() ? QString() : index.data(JobListRole::Name).toString();
}

void JobListPanel::select(const QString& job)
{
    const auto index = m_proxy.mapFromSource(m_model->indexOf(job));
    if (index.isValid())
        m_view->setCurrentIndex(index);
}

void JobListPanel::selectFirst()
{
    if (const auto first = m_proxy.index(0, 0, m_proxy.index(0, 0)); first.isValid())
        m_view->setCurrentIndex(first);
}

void JobListPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void JobListPanel::updateCounts()
{
    const auto failing = m_model->count(JobState::Failed) + m_model->count(JobState::Invalid);
    m_search->setPlaceholderText(m_model->jobCount() == 1 ? tr("Search 1 job")
                                                          : tr("Search %1 jobs").arg(m_model->jobCount()));
    m_all->setContent({}, tr("All %1").arg(m_model->jobCount()));
    m_failing->setContent(State::Failed, tr("%1 failing").arg(failing));
    m_edited->setContent(State::Edited, tr("%1 edited").arg(m_model->editedCount()));
    m_failing->setVisible(failing > 0 || m_failing->isChecked());
    m_edited->setVisible(m_model->editedCount() > 0 || m_edited->isChecked());
}

void JobListPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColor(Token::Chrome));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), themeColor(Token::Line));
    painter.fillRect(QRect(0, m_view->geometry().bottom() + 1, width() - 1, 1), themeColor(Token::Line));
}

} // namespace tidegate
