// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/runlistview.h"

#include "models/language.h"
#include "models/monitor/runlistroles.h"
#include "widgets/monitor/runlistdelegate.h"

#include <QHeaderView>

namespace tidegate {

RunListView::RunListView(const QString& name, QAbstractItemModel* model, QWidget* parent) : QTableView(parent)
{
    setObjectName(name);
    translated(this, [this] { setAccessibleName(tr("Last runs")); });
    setModel(model);
    setItemDelegate(new RunListDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setFocusPolicy(Qt::TabFocus);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(28);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(RunColumn::Started, QHeaderView::Stretch);
    header->resizeSection(RunColumn::Took, 100);
    header->resizeSection(RunColumn::Rows, 76);
    setMinimumHeight(150);
}

} // namespace tidegate
