// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/palette/palettemodel.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QListView;

namespace tidegate {

class SearchField;
class TextLabel;

/// A list over the window that does or opens what is typed. Esc and a click beside it close it; the keyboard goes back
/// where it was.
class CommandPalette final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    using Source = std::function<QList<PaletteItem>()>;

    explicit CommandPalette(QWidget* window);

    /// `what` stands in the empty field: "Jobs, tables, commands". The items are asked for now.
    void open(const QString& what, const Source& source);
    void close();

Q_SIGNALS:
    void chosen(const tidegate::PaletteItem& item);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void search(const QString& query);
    void choose(const QModelIndex& index);
    bool onFieldKey(int key);
    void step(int rows);

    PaletteModel m_model;
    SearchField* m_field;
    QListView* m_list;
    TextLabel* m_nothing;
    QPointer<QWidget> m_before; ///< had the keyboard
};

} // namespace tidegate
