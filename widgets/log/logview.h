// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/log/logsearch.h"

#include <QAbstractItemModel>
#include <QAbstractScrollArea>

namespace tidegate {

/// Lines of a log, 20 px each, painted from a model with the roles of LogRole. Follows the newest line until one
/// scrolls away from it; the lines in view then stand still, whatever arrives or falls out.
class LogView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogView)

public:
    static constexpr int lineHeight = 20;

    explicit LogView(const QString& name, QWidget* parent = nullptr);

    /// The model outlives the view.
    void setModel(QAbstractItemModel* model);
    /// Said where there are no lines.
    void setEmptyText(const QString& text);
    void setFollowing(bool following);
    [[nodiscard]] bool isFollowing() const { return m_following; }
    /// Lines that came since it stood still.
    [[nodiscard]] int unseenCount() const { return m_unseen; }
    [[nodiscard]] int firstVisibleRow() const;

    /// Marks every hit; the view stays where it is until findNext().
    void setSearch(const LogSearch& search);
    /// Goes to the next line that has a hit, round at the end. False: there is none.
    bool findNext(bool backwards = false);
    [[nodiscard]] int hitCount() const { return m_hits; }

    /// The chosen lines as they are shown, one a line.
    [[nodiscard]] QString selectedText() const;
    void copySelection() const;

Q_SIGNALS:
    void followingChanged(bool following);
    /// unseenCount() or hitCount() is another.
    void countsChanged();
    /// `/` was pressed.
    void searchWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] int rows() const;
    [[nodiscard]] QModelIndex lineAt(int row) const;
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] bool isSelected(int row) const;
    void paintEmpty(QPainter& painter) const;
    void paintLine(QPainter& painter, int row, const QRect& line);
    void paintHits(QPainter& painter, const QRect& line, const QString& text, int textLeft) const;
    void onInserted(int first, int last);
    void onAboutToRemove(int first, int last);
    void onRemoved(int first, int last);
    void onReset();
    void onScrolled();
    void updateRange();
    void moveCurrent(int row, bool extend);
    bool letterPressed(QKeyEvent* event);
    void describe();

    QAbstractItemModel* m_model = nullptr;
    LogSearch m_search;
    QString m_emptyText;
    bool m_following = true;
    bool m_ownScroll = false;
    bool m_keyboardFocus = false;
    int m_current = -1; ///< the line that keys move from
    int m_anchor = -1;  ///< the other end of the selection
    int m_widest = 0;   ///< of the lines painted so far
    int m_unseen = 0;
    int m_hits = 0;
};

} // namespace tidegate
