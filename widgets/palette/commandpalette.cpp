// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/commandpalette.h"

#include "models/language.h"
#include "widgets/components/searchfield.h"
#include "widgets/components/textlabel.h"
#include "widgets/palette/palettedelegate.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int widest = 640;
constexpr int fromTop = 52; // under the environment bar
constexpr int shadow = 12;
constexpr int fieldHeight = 36;
constexpr int mostRowsSeen = 12;

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window), m_field(new SearchField(u"palette.field"_s, QString(), this)), m_list(new QListView(this)),
      m_nothing(new TextLabel(
          TextLabel::field, [] { return tr("Nothing has this name."); }, this))
{
    setObjectName(u"palette"_s);
    translated(this, [this] {
        setAccessibleName(tr("Command palette"));
        m_list->setAccessibleName(tr("Matches"));
    });
    m_list->setObjectName(u"palette.list"_s);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_field->setMinimumHeight(fieldHeight);
    m_nothing->setContentsMargins(16, 4, 16, 12);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(shadow + 8, shadow + 8, shadow + 8, shadow + 8);
    column->setSpacing(8);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

void CommandPalette::open(const QString& what, const Source& source)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_field->clear();
    m_field->setPlaceholderText(what);
    m_field->setAccessibleName(what);
    m_model.setItems(source());
    search({});
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    const bool mine = m_field->hasFocus();
    hide();
    if (mine && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::search(const QString& query)
{
    m_model.setQuery(query);
    m_list->setCurrentIndex({});
    step(1);
    m_nothing->setVisible(m_model.rowCount() == 0);
    m_list->setVisible(m_model.rowCount() > 0);
    place();
}

void CommandPalette::place()
{
    const QWidget* window = parentWidget();
    const int wide = std::min(widest, window->width() - 48) + 2 * shadow;
    const int rows = std::clamp(m_model.rowCount(), 1, mostRowsSeen);
    const int high = rows * PaletteDelegate::rowHeight + fieldHeight + 2 * shadow + 26;
    setGeometry((window->width() - wide) / 2, fromTop - shadow, wide, std::min(high, window->height() - fromTop));
}

void CommandPalette::step(int rows)
{
    const int count = m_model.rowCount();
    int row = m_list->currentIndex().row();
    for (int tried = 0; tried < count; ++tried) {
        row = (row + rows + count) % count;
        const QModelIndex index = m_model.index(row);
        if (index.flags().testFlag(Qt::ItemIsEnabled)) {
            m_list->setCurrentIndex(index);
            // The keyboard stays in the field: what it stands on is read there.
            m_field->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
            return;
        }
    }
}

void CommandPalette::choose(const QModelIndex& index)
{
    if (!index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    const PaletteItem item = m_model.item(index.row());
    close();
    Q_EMIT chosen(item);
}

bool CommandPalette::onFieldKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere else to go
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return onFieldKey(static_cast<QKeyEvent*>(event)->key());
    if (watched == m_field && event->type() == QEvent::FocusOut && isVisible()) {
        // Something else was clicked: it keeps the keyboard.
        if (static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason)
            hide();
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == parentWidget() && event->type() == QEvent::MouseButtonPress)
        close();
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF sheet = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 5));
    for (int ring = 1; ring <= shadow; ring += 2)
        painter.drawRoundedRect(sheet.adjusted(-ring, -ring + 2, ring, ring), 8 + ring, 8 + ring);
    painter.setPen(themeColor(Token::LineStrong));
    painter.setBrush(themeColor(Token::Raised));
    painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace tidegate
