// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/overviewtable.h"

#include "models/language.h"
#include "models/overview/overviewmodel.h"
#include "widgets/components/focusring.h"
#include "widgets/overview/overviewdelegate.h"
#include "widgets/theme/theme.h"

#include <QFocusEvent>
#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace tidegate {

namespace {

constexpr int rowsWidth = 84;
constexpr int delayWidth = 112;
constexpr int verifiedWidth = 128;
constexpr int nextWidth = 76;
constexpr int stripPadding = 16;
constexpr int headerHeight = 30;
constexpr int cellsWide = 48;
constexpr int widestCell = 12;

} // namespace

OverviewTable::OverviewTable(OverviewModel* model, QWidget* parent) : QTableView(parent), m_jobs(model)
{
    setObjectName(QStringLiteral("overview.jobs"));
    translated(this, [this] {
        setAccessibleName(tr("All jobs"));
        setAccessibleDescription(tr("Enter opens a job, L its log, M its run in Monitor."));
    });
    setModel(model);
    setItemDelegate(new OverviewDelegate(this));
    setItemDelegateForColumn(OverviewColumn::Strip, new StripDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setFocusPolicy(Qt::StrongFocus);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setFixedHeight(headerHeight);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    for (const auto& signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &OverviewTable::fitRows);
    connect(model, &QAbstractItemModel::modelReset, this, &OverviewTable::fitRows);
    connect(&Theme::instance(), &Theme::changed, this, &OverviewTable::fitRows);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex& index) {
        if (!isFold(index))
            activate(index);
    });
    fitRows();
}

bool OverviewTable::isFold(const QModelIndex& index) const
{
    return index.data(OverviewRole::Kind).toInt() == static_cast<int>(OverviewRow::Kind::Fold);
}

void OverviewTable::fitRows()
{
    const int rows = m_jobs->rowCount();
    const int rowHeight = Theme::instance().rowHeight();
    verticalHeader()->setDefaultSectionSize(rowHeight);
    clearSpans();
    if (rows > 0)
        setSpan(0, 0, 1, OverviewColumn::Count);
    setFixedHeight(headerHeight + rows * rowHeight);
}

void OverviewTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void OverviewTable::fitColumns()
{
    const int rest = viewport()->width() - rowsWidth - delayWidth - verifiedWidth - nextWidth;
    const int cell = std::clamp(rest * 60 / 100 / cellsWide, 2, widestCell);
    const int strip = cell * cellsWide + stripPadding;
    QHeaderView* header = horizontalHeader();
    header->resizeSection(OverviewColumn::Job, std::max(80, rest - strip));
    header->resizeSection(OverviewColumn::Strip, strip);
    header->resizeSection(OverviewColumn::Rows, rowsWidth);
    header->resizeSection(OverviewColumn::Delay, delayWidth);
    header->resizeSection(OverviewColumn::Verified, verifiedWidth);
    header->resizeSection(OverviewColumn::Next, nextWidth);
}

QString OverviewTable::currentJob() const
{
    // With the keyboard here and no row chosen yet, keys mean the first job, as Enter does.
    return m_jobs->jobAt(hasFocus() && !currentIndex().isValid() ? 1 : currentIndex().row());
}

QRect OverviewTable::currentRow() const
{
    if (!currentIndex().isValid())
        return {};
    const int top = headerHeight + rowViewportPosition(currentIndex().row());
    return {0, top, width(), Theme::instance().rowHeight()};
}

void OverviewTable::activate(const QModelIndex& index)
{
    if (isFold(index))
        m_jobs->toggle(index.row());
    else if (const QString job = m_jobs->jobAt(index.row()); !job.isEmpty())
        Q_EMIT jobOpened(job);
}

void OverviewTable::keyPressEvent(QKeyEvent* event)
{
    const bool fresh = !currentIndex().isValid();
    takeFirst();
    const QModelIndex current = currentIndex();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool open = current.data(OverviewRole::IsOpen).toBool();
    const bool turn = event->key() == Qt::Key_Space || event->key() == (open ? Qt::Key_Left : Qt::Key_Right);
    m_ring = true;
    if (enter && event->modifiers() == Qt::NoModifier)
        activate(current);
    else if (turn && isFold(current))
        m_jobs->toggle(current.row());
    else if (!fresh || event->key() != Qt::Key_Down)
        QTableView::keyPressEvent(event);
    viewport()->update();
}

void OverviewTable::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    m_ring = false;
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && isFold(index))
        m_jobs->toggle(index.row());
}

void OverviewTable::focusInEvent(QFocusEvent* event)
{
    m_ring = isByKeyboard(event->reason());
    if (event->reason() != Qt::MouseFocusReason) // the click says which row
        takeFirst();
    QTableView::focusInEvent(event);
}

void OverviewTable::takeFirst()
{
    // The section above the first job is no row to stand on.
    if (!currentIndex().isValid() && m_jobs->rowCount() > 1)
        setCurrentIndex(m_jobs->index(1, 0));
}

void OverviewTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT rowChosen();
}

void OverviewTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !m_ring || !currentIndex().isValid())
        return;
    QPainter painter(viewport());
    paintFocusRing(painter, currentRow().translated(0, -headerHeight), 4);
}

} // namespace tidegate
