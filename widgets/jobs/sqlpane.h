// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlpreview.h"

#include <QTimer>
#include <QWidget>

namespace tidegate {

class Banner;
class SqlEditor;
class StateLabel;
class TabStrip;
class TextLabel;

/// The SQL that the job means, following the keystrokes.
class SqlPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SqlPane)

public:
    explicit SqlPane(SqlPreview* preview, QWidget* parent = nullptr);

    [[nodiscard]] SqlEditor* editor() const { return m_editor; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void refreshNotes();
    void refreshProblem();
    [[nodiscard]] SqlPreview::What what() const;

    SqlPreview* m_preview;
    TabStrip* m_tabs;
    TextLabel* m_scope;
    TextLabel* m_age;
    Banner* m_banner;
    SqlEditor* m_editor;
    QTimer m_ageTimer;
};

} // namespace tidegate
