// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobfields.h"

#include <QObject>
#include <QString>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QWidget;

namespace tidegate {

class SegmentSwitch;
class WordCompleter;

/// The control of one field, whatever it looks like: text in, text out.
class FieldControl final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldControl)

public:
    FieldControl(const JobField& field, QWidget* parent);

    [[nodiscard]] const JobField& field() const { return m_field; }
    [[nodiscard]] QWidget* widget() const { return m_widget; }
    [[nodiscard]] QString text() const;
    /// Emits nothing. A text that is the same already leaves caret and selection alone.
    void setText(const QString& text);
    /// What a combo offers, or what a line completes word by word.
    void setOffers(const QStringList& offers);
    void setReadOnly(bool readOnly);
    void takeFocus();

Q_SIGNALS:
    /// A person changed the text.
    void edited(const QString& text);
    void entered();
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeLine(QWidget* parent);
    void makeCombo(QWidget* parent);
    void makeChoice(QWidget* parent);
    void makeText(QWidget* parent);
    void makeSwitch(QWidget* parent);
    void makeCheck(QWidget* parent);
    void watch(QWidget* widget);
    void showWords();
    [[nodiscard]] QString defaultOr(const QString& text) const;

    const JobField& m_field;
    QWidget* m_widget = nullptr;
    QLineEdit* m_line = nullptr;
    QComboBox* m_combo = nullptr;
    QPlainTextEdit* m_text = nullptr;
    WordCompleter* m_words = nullptr;
    SegmentSwitch* m_switch = nullptr;
    QCheckBox* m_check = nullptr;
    bool m_setting = false;
};

} // namespace tidegate
