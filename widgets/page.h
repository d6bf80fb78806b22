// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"
#include "widgets/theme/statepainter.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <optional>

namespace tidegate {

class ActionRegistry;

/// What the rail shows at the right of a page's name: a glyph, a number, both or nothing.
struct PageBadge
{
    std::optional<State> state;
    QString text;
    QString description; ///< the same in words, for tooltips and screen readers
};

/// One place of the window. The window asks; a page tells by signals that an answer has changed.
/// A page puts its own PageHeader where its layout wants it.
class Page : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)

public:
    /// `id` is also the object name; `icon` is the name of a picture in resources/icons.
    Page(const QString& id, const Phrase& name, const QString& icon, QWidget* parent = nullptr);

    [[nodiscard]] QString id() const { return objectName(); }
    [[nodiscard]] QString name() const { return m_name.text(); }
    [[nodiscard]] QString icon() const { return m_icon; }

    [[nodiscard]] virtual PageBadge badge() const { return {}; }
    /// Number of things that would be lost if the window closed now.
    [[nodiscard]] virtual int unsavedCount() const { return 0; }
    /// Who takes the keyboard when the page is shown.
    [[nodiscard]] virtual QWidget* initialFocus() const { return nullptr; }
    /// What open() would bring back, for the next start: the job that is shown.
    [[nodiscard]] virtual QString shown() const { return {}; }
    /// The parts that F6 steps through, in order; each is, or holds, what takes the keyboard.
    [[nodiscard]] virtual QList<QWidget*> regions() const;
    /// A page makes its own actions and registers them by id; called once.
    virtual void registerActions(ActionRegistry& registry);
    /// Shows one thing of the page, for example a job by its name.
    virtual void open(const QString& what);

Q_SIGNALS:
    void badgeChanged();
    void unsavedChanged();
    /// Another page should show `what`: Jobs asks "monitor" for the job that was started.
    void pageWanted(const QString& pageId, const QString& what);
    /// Something ended well that the user may not be looking at. Never for errors: those are banners in the page.
    void toastWanted(const QString& title, const QString& text);

private:
    Phrase m_name;
    QString m_icon;
};

} // namespace tidegate
