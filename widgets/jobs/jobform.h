// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobdraft.h"
#include "models/jobfacts.h"

#include <QHash>
#include <QScrollArea>
#include <QSet>

#include <map>
#include <string>
#include <vector>

class QVBoxLayout;

namespace tidegate {

class Banner;
class FieldControl;
class FormField;
class SectionHeader;

/// The job as a form. It only binds: values, findings and edits live in the JobDraft.
class JobForm final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobForm)

public:
    explicit JobForm(JobDraft* draft, QWidget* parent = nullptr);

    void setFacts(std::map<std::string, JobFact> facts);
    void setOffers(const std::string& path, const QStringList& offers);
    /// False: the form has no such field.
    bool focusField(const std::string& path);
    /// Scrolls to a field without taking the keyboard.
    void showField(const std::string& path);
    /// What the keyboard does next is a new step, and fields show what the draft says.
    void endTyping();
    /// The field that has, or last had, the keyboard.
    [[nodiscard]] std::string currentField() const { return m_current; }

Q_SIGNALS:
    void fieldEntered(const QString& path);
    /// A section that only the text can edit.
    void textWanted(const QString& path);

private:
    /// A line of the form; the join's table and alias share one.
    struct Row
    {
        FormField* field = nullptr;
        std::vector<std::string> paths;
    };

    void build();
    void addSection(QVBoxLayout* column, JobSection section);
    Row& addRow(QVBoxLayout* column, const JobField& field);
    void addToRow(Row& row, const JobField& field);
    FieldControl* makeControl(const JobField& field);
    void onEdited(const JobField& field, const QString& text);
    void onLeft(const JobField& field);
    void refresh();
    void refreshRow(const Row& row);
    void refreshVisibility();
    void refreshOther();
    [[nodiscard]] const Finding* shownFinding(const Row& row) const;

    JobDraft* m_draft;
    Banner* m_unreadable;
    QVBoxLayout* m_other; ///< folded sections of what the form does not edit
    std::vector<Row> m_rows;
    std::map<std::string, FieldControl*> m_controls;
    std::map<std::string, JobFact> m_facts;
    std::map<std::string, SectionHeader*> m_otherHeaders;
    std::string m_current;
    std::string m_typingIn; ///< its error stays away until the keyboard leaves it
    QSet<QString> m_touched;
};

} // namespace tidegate
