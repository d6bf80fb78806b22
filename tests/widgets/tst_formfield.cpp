// SPDX-License-Identifier: GPL-3.0-or-later
#include "strict.h"
#include "widgets/components/formfield.h"
#include "widgets/components/statelabel.h"
#include "widgets/theme/theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The label of the row that says something.
const StateLabel* shownFact(const FormField& field)
{
    for (const auto* label : field.findChildren<StateLabel*>()) {
        if (label->isVisible() && !label->text().isEmpty())
            return label;
    }
    return nullptr;
}

QLineEdit* shrinkingLine()
{
    auto* edit = new QLineEdit;
    edit->setMinimumWidth(120);
    edit->setMaximumWidth(240);
    return edit;
}

} // namespace

class TestFormField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init() { failOnWarnings(); }

    void aFieldSaysWhatIsWrongAndOffersTheFix()
    {
        auto* edit = new QLineEdit;
        edit->setObjectName(u"lag"_s);
        FormField field(u"Lag"_s, edit);
        field.show();
        QCOMPARE(edit->accessibleName(), u"Lag"_s);
        const int before = field.sizeHint().height();
        field.setError(u"A duration needs a unit."_s, u"2m"_s);
        QCOMPARE(field.message(), u"A duration needs a unit."_s);
        QVERIFY(edit->property("invalid").toBool());
        QCOMPARE(edit->accessibleDescription(), u"A duration needs a unit."_s);
        QTRY_VERIFY(field.sizeHint().height() > before);
        QSignalSpy fix(&field, &FormField::fixRequested);
        auto* link = field.findChild<QPushButton*>(u"lag.fix"_s);
        QCOMPARE(link->text(), u"Use 2m"_s);
        QTest::mouseClick(link, Qt::LeftButton);
        QCOMPARE(fix.count(), 1);
        field.setError({});
        QVERIFY(!edit->property("invalid").toBool());
        QVERIFY(!link->isVisible());
    }

    void anEditorGivesWayBeforeAFactIsCut()
    {
        auto* edit = shrinkingLine();
        FormField field(u"Watermark"_s, edit);
        field.setFact(State::Ok, u"timestamptz, indexed"_s);
        field.resize(700, 32);
        field.show();
        QVERIFY(QTest::qWaitForWindowExposed(&field));
        QCOMPARE(edit->width(), 240);
        field.resize(400, 32);
        QTRY_VERIFY(edit->width() < 240);
        const StateLabel* fact = shownFact(field);
        QVERIFY(fact && fact->width() >= fact->sizeHint().width());
    }

    void aNarrowFormPutsTheFactUnderItsEditor()
    {
        auto* edit = shrinkingLine();
        FormField field(u"Watermark"_s, edit);
        field.setFact(State::Ok, u"timestamptz, indexed"_s);
        field.resize(700, 64);
        field.show();
        QVERIFY(QTest::qWaitForWindowExposed(&field));
        QVERIFY(field.minimumSizeHint().width() <= FormField::labelWidth + 8 + 120);
        field.setMinimumWidth(1);
        field.resize(290, 64);
        QTRY_VERIFY(shownFact(field) && shownFact(field)->y() > edit->y());
        field.resize(700, 64);
        QTRY_VERIFY(shownFact(field) && shownFact(field)->y() < edit->geometry().bottom());
    }

    void aLongFactStandsUnderItsEditor()
    {
        auto* edit = new QLineEdit;
        edit->setMaximumWidth(240);
        FormField field(u"Watermark"_s, edit);
        field.show();
        field.setFact(State::Late, u"timestamptz; t.updated_at is not indexed: each run scans the whole table"_s);
        QTRY_VERIFY(shownFact(field) && shownFact(field)->y() > edit->y());
        field.setFact(State::Ok, u"indexed"_s);
        QTRY_VERIFY(shownFact(field) && shownFact(field)->y() < edit->geometry().bottom());
    }
};

QTEST_MAIN(TestFormField)
#include "tst_formfield.moc"
