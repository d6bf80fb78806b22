// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/listeditor.h"

#include "models/language.h"
#include "widgets/components/buttons.h"
#include "widgets/components/textlabel.h"
#include "widgets/jobs/listdelegate.h"
#include "widgets/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int rowHeight = 26;
constexpr int headerHeight = 30;
constexpr int mostRows = 10; ///< more of them scroll
} // namespace

ListEditor::ListEditor(JobDraft* draft, const JobField& field, QWidget* parent)
    : QWidget(parent), m_model(draft, field), m_view(new QTableView(this)),
      m_addMissing(makeButton(ButtonRole::Link, u"list.addMissing"_s, {}, this)), m_note(new TextLabel(TextLabel::note))
{
    setObjectName(u"list."_s + QString::fromStdString(field.path));
    makeView();
    auto* tools = new QHBoxLayout;
    tools->setSpacing(2);
    tools->addWidget(makeTool(
        u"list.add"_s, u"plus"_s, [] { return tr("Add a line (Insert)"); }, &ListEditor::addRow));
    tools->addWidget(makeTool(
        u"list.remove"_s, u"close"_s, [] { return tr("Remove the lines (Delete)"); }, &ListEditor::removeRows));
    tools->addWidget(makeTool(
        u"list.up"_s, u"chevron-up"_s, [] { return tr("Move up (Alt+Up)"); }, &ListEditor::moveUp));
    tools->addWidget(makeTool(
        u"list.down"_s, u"chevron-down"_s, [] { return tr("Move down (Alt+Down)"); }, &ListEditor::moveDown));
    tools->addSpacing(8);
    tools->addWidget(m_addMissing);
    tools->addWidget(m_note, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 4);
    column->setSpacing(2);
    column->addWidget(m_view);
    column->addLayout(tools);
    connect(m_addMissing, &QPushButton::clicked, this, &ListEditor::addMissing);
    connect(&m_model, &ListFieldModel::refused, m_note, &QLabel::setText);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &ListEditor::refresh);
    connect(draft, &JobDraft::changed, this, &ListEditor::refresh);
    translated(this, [this] {
        m_view->setAccessibleName(label(m_model.field()));
        refresh();
    });
}

void ListEditor::makeView()
{
    m_view->setObjectName(objectName() + u".table"_s);
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new ListDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->horizontalHeader()->setVisible(m_model.columnCount() > 1);
    m_view->installEventFilter(this);
}

QPushButton* ListEditor::makeTool(const QString& name, const QString& icon, const Phrase& meaning,
                                  void (ListEditor::*does)())
{
    auto* button = makeIconButton(name, icon, meaning, this);
    connect(button, &QPushButton::clicked, this, does);
    return button;
}

QStringList ListEditor::missing() const
{
    QStringList names;
    for (const auto& name : m_offers)
        if (m_model.match(m_model.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchCaseSensitive)
                .isEmpty())
            names << name;
    return names;
}

void ListEditor::setOffers(const QStringList& names)
{
    if (m_offers == names)
        return;
    m_offers = names;
    static_cast<ListDelegate*>(m_view->itemDelegate())->setOffers(names);
    refresh();
}

void ListEditor::refresh()
{
    const auto header = m_view->horizontalHeader()->isVisibleTo(m_view) ? headerHeight : 0;
    m_view->setFixedHeight(header + rowHeight * std::clamp(m_model.rowCount(), 1, mostRows) + 2);
    const bool wholeTable = m_model.field().kind == FieldKind::Rows;
    const auto more = wholeTable ? missing().size() : 0;
    m_addMissing->setVisible(more > 0);
    m_addMissing->setText(m_model.rowCount() == 0 ? tr("List all %1").arg(more) : tr("Add all %1 missing").arg(more));
    m_addMissing->setAccessibleName(m_addMissing->text());
    m_note->setText(wholeTable && m_model.rowCount() == 0 ? tr("Every column of the source is loaded, by name.")
                                                          : QString());
}

void ListEditor::takeFocus()
{
    m_view->setFocus(Qt::OtherFocusReason);
    if (!m_view->currentIndex().isValid() && m_model.rowCount() > 0)
        m_view->setCurrentIndex(m_model.index(0, 0));
}

/// A new line is the first name that is not there yet, ready to be typed over.
void ListEditor::addRow()
{
    const auto names = missing();
    const auto before = m_model.rowCount();
    m_model.addItems({{names.isEmpty() ? tr("column_%1").arg(before + 1) : names.first()}});
    if (m_model.rowCount() == before)
        return;
    m_view->setCurrentIndex(m_model.index(before, 0));
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->edit(m_view->currentIndex());
}

void ListEditor::addMissing()
{
    std::vector<QStringList> items;
    for (const auto& name : missing())
        items.push_back({name});
    m_model.addItems(items);
}

void ListEditor::removeRows()
{
    auto rows = m_view->selectionModel()->selectedRows();
    std::ranges::sort(rows, std::greater(), &QModelIndex::row);
    if (rows.isEmpty())
        return;
    const int first = rows.last().row();
    const bool together = rows.first().row() - first + 1 == rows.size();
    if (together)
        m_model.removeItems(first, static_cast<int>(rows.size()));
    else
        for (const auto& row : rows)
            m_model.removeItems(row.row(), 1);
    m_view->setCurrentIndex(m_model.index(std::min(first, m_model.rowCount() - 1), 0));
}

void ListEditor::move(int by)
{
    const auto at = m_view->currentIndex();
    if (at.isValid() && m_model.moveItem(at.row(), by))
        m_view->setCurrentIndex(m_model.index(at.row() + by, at.column()));
}

void ListEditor::paste()
{
    std::vector<QStringList> items;
    for (const auto& line : QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts)) {
        QStringList cells;
        for (const auto& cell : line.split(u'\t'))
            cells << cell.trimmed();
        items.push_back(cells);
    }
    m_model.addItems(items);
}

bool ListEditor::act(int key, Qt::KeyboardModifiers modifiers)
{
    const bool plain = (modifiers & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (key == Qt::Key_Insert && plain)
        return addRow(), true;
    if ((key == Qt::Key_Delete || key == Qt::Key_Backspace) && plain)
        return removeRows(), true;
    if ((key == Qt::Key_Up || key == Qt::Key_Down) && modifiers == Qt::AltModifier)
        return move(key == Qt::Key_Up ? -1 : 1), true;
    if (key == Qt::Key_V && modifiers == Qt::ControlModifier)
        return paste(), true;
    return false;
}

bool ListEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT entered();
    else if (event->type() == QEvent::FocusOut)
        Q_EMIT left();
    else if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (act(key->key(), key->modifiers()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tidegate
