// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/fieldcontrol.h"

#include "models/language.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/jobs/wordcompleter.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int shortField = 100;

/// Widths of the page, so that equal things stand in one line.
int widthOf(const JobField& field)
{
    if (field.path == "watermark.join.alias")
        return 40;
    switch (field.kind) {
    case FieldKind::Short:
        return field.path == "tuning.rate_limit" ? shortField : 76;
    case FieldKind::Name:
    case FieldKind::Columns:
        return 156;
    case FieldKind::Table:
        return 200;
    case FieldKind::Text:
    case FieldKind::Expressions:
    case FieldKind::Sql:
        return 240;
    case FieldKind::Query:
        return 340;
    case FieldKind::Choice:
    case FieldKind::Rows:
    case FieldKind::Switch:
        return -1;
    }
    return -1;
}

QString nameOf(const JobField& field)
{
    return u"field."_s + QString::fromStdString(field.path);
}

} // namespace

FieldControl::FieldControl(const JobField& field, QWidget* parent) : QObject(parent), m_field(field)
{
    switch (field.kind) {
    case FieldKind::Name:
    case FieldKind::Table:
        makeCombo(parent);
        break;
    case FieldKind::Query:
        makeText(parent);
        break;
    case FieldKind::Choice:
        makeChoice(parent);
        break;
    case FieldKind::Switch:
        makeCheck(parent);
        break;
    default:
        makeLine(parent);
        break;
    }
    m_widget->setObjectName(nameOf(field));
    translated(this, [this] { showWords(); });
    if (m_words)
        m_words->completer()->popup()->setObjectName(nameOf(field) + u".words"_s);
    if (const auto width = widthOf(field); width > 0) {
        m_widget->setMaximumWidth(width);
        m_widget->setMinimumWidth(width > shortField ? 120 : width); // long ones give way to what is beside
    }
}

/// What takes the keyboard has the name: of a combo that can be written in, its line.
void FieldControl::showWords()
{
    m_widget->setToolTip(description(m_field));
    m_widget->setAccessibleName(label(m_field));
    auto* line = m_combo ? m_combo->lineEdit() : m_line;
    if (!line)
        return;
    line->setAccessibleName(label(m_field));
    line->setPlaceholderText(placeholder(m_field));
}

void FieldControl::makeLine(QWidget* parent)
{
    m_widget = m_line = new QLineEdit(parent);
    m_line->setFont(Theme::instance().mono(12));
    connect(m_line, &QLineEdit::textEdited, this, &FieldControl::edited);
    watch(m_line);
    m_words = new WordCompleter(m_line);
    connect(m_words, &WordCompleter::completed, this, &FieldControl::edited);
}

/// Few values that have a default are segments; else there has to be a way to have none of them.
void FieldControl::makeChoice(QWidget* parent)
{
    constexpr int mostSegments = 5;
    if (!defaultChoice(m_field).isEmpty() && choices(m_field).size() <= mostSegments)
        return makeSwitch(parent);
    makeCombo(parent);
    m_combo->addItems(choices(m_field));
    m_combo->setEditText({});
    m_combo->setFixedWidth(100);
}

void FieldControl::makeCombo(QWidget* parent)
{
    m_widget = m_combo = new QComboBox(parent);
    m_combo->setEditable(true);
    m_combo->setInsertPolicy(QComboBox::NoInsert);
    m_combo->setFont(Theme::instance().mono(12));
    m_combo->lineEdit()->setObjectName(nameOf(m_field) + u".text"_s);
    m_combo->lineEdit()->setFont(Theme::instance().mono(12));
    m_combo->completer()->setFilterMode(Qt::MatchContains);
    m_combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(m_combo, &QComboBox::currentTextChanged, this, [this](const QString& text) {
        if (!m_setting)
            Q_EMIT edited(text);
    });
    watch(m_combo);
}

void FieldControl::makeText(QWidget* parent)
{
    m_widget = m_text = new QPlainTextEdit(parent);
    m_text->setFont(Theme::instance().mono(12));
    m_text->setFixedHeight(88);
    m_text->setTabChangesFocus(true);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_setting)
            Q_EMIT edited(m_text->toPlainText());
    });
    watch(m_text);
}

void FieldControl::makeSwitch(QWidget* parent)
{
    m_widget = m_switch = new SegmentSwitch(parent);
    for (const auto& value : choices(m_field))
        watch(m_switch->addChoice(value, [value] { return choiceLabel(value); }));
    connect(m_switch, &ChoiceStrip::currentChanged, this, [this](const QString& value) {
        if (!m_setting)
            Q_EMIT edited(value);
    });
}

void FieldControl::makeCheck(QWidget* parent)
{
    m_widget = m_check = new QCheckBox(parent);
    connect(m_check, &QCheckBox::clicked, this, [this](bool on) { Q_EMIT edited(on ? u"true"_s : u"false"_s); });
    watch(m_check);
}

void FieldControl::watch(QWidget* widget)
{
    widget->installEventFilter(this);
    if (auto* combo = qobject_cast<QComboBox*>(widget))
        combo->lineEdit()->installEventFilter(this);
}

QString FieldControl::text() const
{
    if (m_line)
        return m_line->text();
    if (m_combo)
        return m_combo->currentText();
    if (m_text)
        return m_text->toPlainText();
    return m_switch ? m_switch->current() : m_check->isChecked() ? u"true"_s : u"false"_s;
}

QString FieldControl::defaultOr(const QString& text) const
{
    return m_switch || m_check ? defaultChoice(m_field) : text;
}

void FieldControl::setText(const QString& text)
{
    const QScopedValueRollback setting(m_setting, true);
    const auto wanted = text.isEmpty() ? defaultOr(text) : text;
    if (this->text() == wanted)
        return;
    if (m_line)
        m_line->setText(wanted);
    else if (m_combo)
        m_combo->setEditText(wanted);
    else if (m_text)
        m_text->setPlainText(wanted);
    else if (m_switch)
        m_switch->setCurrent(wanted);
    else
        m_check->setChecked(wanted == u"true");
    if (auto* line = m_combo ? m_combo->lineEdit() : m_line; line && !line->hasFocus())
        line->setCursorPosition(0); // the beginning is what one reads
}

void FieldControl::setOffers(const QStringList& offers)
{
    if (m_words)
        m_words->setWords(offers);
    if (!m_combo || m_field.kind == FieldKind::Choice)
        return;
    QStringList known;
    for (int i = 0; i < m_combo->count(); ++i)
        known << m_combo->itemText(i);
    if (known == offers)
        return;
    const QScopedValueRollback setting(m_setting, true);
    const auto text = m_combo->currentText();
    m_combo->clear();
    m_combo->addItems(offers);
    m_combo->setEditText(text);
}

void FieldControl::setReadOnly(bool readOnly)
{
    m_widget->setEnabled(!readOnly && m_field.path != "job"); // a new name is another file: the list renames
}

void FieldControl::takeFocus()
{
    if (m_switch)
        m_switch->choice(m_switch->current())->setFocus(Qt::OtherFocusReason);
    else
        m_widget->setFocus(Qt::OtherFocusReason);
    if (m_line)
        m_line->selectAll();
}

bool FieldControl::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT entered();
    else if (event->type() == QEvent::FocusOut)
        Q_EMIT left();
    // Undo and redo belong to the page: form and text share one stack.
    else if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))
            return event->ignore(), true;
    }
    // The wheel belongs to the form: a value that changes while one scrolls past is a value nobody meant.
    if (event->type() == QEvent::Wheel && m_combo)
        return event->ignore(), true;
    return QObject::eventFilter(watched, event);
}

} // namespace tidegate
