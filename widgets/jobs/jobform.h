// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobdraft.h"
#include "models/jobfacts.h"
#include "models/listfieldmodel.h"

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
class FormSection;
class ListEditor;

/// The job as a form, made from the schema's fields. It only binds: values, findings and edits live in the JobDraft.
class JobForm final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobForm)

public:
    explicit JobForm(JobDraft* draft, QWidget* parent = nullptr);
    ~JobForm() override;

    void setFacts(std::map<std::string, JobFact> facts);
    /// What a field offers to choose from, or completes.
    void setOffers(const std::string& path, const QStringList& offers);
    /// What the empty cells of the table of columns mean.
    void setImplied(const std::string& path, ListFieldModel::Implied implied);
    /// Puts a widget under the row of a field.
    void addBelow(const std::string& path, QWidget* widget);
    /// False: the form has no such field.
    bool focusField(const std::string& path);
    /// Scrolls to a field without taking the keyboard.
    void showField(const std::string& path);
    /// Puts in what is proposed at a field.
    void applyFix(const std::string& path);
    /// What the keyboard does next is a new step, and fields show what the draft says.
    void endTyping();
    /// The field that has, or last had, the keyboard.
    [[nodiscard]] std::string currentField() const { return m_current; }

Q_SIGNALS:
    void fieldEntered(const QString& path);

private:
    /// A line of the form; the join's table and alias share one. A list has a table under it, or is one.
    struct Row
    {
        FormField* field = nullptr; ///< null: only the table
        ListEditor* list = nullptr;
        FormSection* section = nullptr;
        std::vector<std::string> paths;
    };

    void build();
    void addSection(QVBoxLayout* column, const JobSection& section);
    Row makeRow(FormSection* section, const JobField& field);
    void addToRow(Row& row, const JobField& field);
    ListEditor* makeList(const JobField& field);
    void addListButton(const Row& row);
    void addOtherKind(const Row& row);
    FieldControl* makeControl(const JobField& field);
    void enter(const JobField& field);
    void onEdited(const JobField& field, const QString& text);
    void onLeft(const JobField& field);
    void onFix(const Row& row);
    void refresh();
    void refreshRow(const Row& row);
    void refreshVisibility();
    void refreshSummaries();
    [[nodiscard]] const Row* rowOf(const std::string& path) const;
    [[nodiscard]] const Finding* shownFinding(const Row& row) const;
    [[nodiscard]] const JobFact* shownFact(const Row& row) const;
    [[nodiscard]] bool isHidden(const std::string& path) const;

    JobDraft* m_draft;
    Banner* m_unreadable;
    std::vector<FormSection*> m_sections;
    std::vector<Row> m_rows;
    std::map<std::string, FieldControl*> m_controls;
    std::map<std::string, JobFact> m_facts;
    std::string m_current;
    std::string m_typingIn; ///< its error stays away until the keyboard leaves it
    QSet<QString> m_touched;
};

} // namespace tidegate
