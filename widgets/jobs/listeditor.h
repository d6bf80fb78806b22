// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listfieldmodel.h"
#include "models/phrase.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace tidegate {

class TextLabel;

/// A list of the job as a small table. Insert or Enter in the last line adds, Delete removes, Alt+Up and Alt+Down move,
/// Ctrl+V puts in lines that were copied from a spreadsheet.
class ListEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListEditor)

public:
    ListEditor(JobDraft* draft, const JobField& field, QWidget* parent = nullptr);

    [[nodiscard]] ListFieldModel* model() { return &m_model; }
    [[nodiscard]] QTableView* view() const { return m_view; }
    /// Names to choose from, and to add at once where they are missing.
    void setOffers(const QStringList& names);
    void takeFocus();

Q_SIGNALS:
    void entered();
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeView();
    QPushButton* makeTool(const QString& name, const QString& icon, const Phrase& meaning, void (ListEditor::*does)());
    void refresh();
    void addRow();
    void addMissing();
    void removeRows();
    void moveUp() { move(-1); }
    void moveDown() { move(1); }
    void move(int by);
    void paste();
    bool act(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] QStringList missing() const;

    ListFieldModel m_model;
    QTableView* m_view;
    QPushButton* m_addMissing;
    TextLabel* m_note;
    QStringList m_offers;
};

} // namespace tidegate
