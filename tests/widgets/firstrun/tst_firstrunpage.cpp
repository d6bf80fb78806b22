// SPDX-License-Identifier: GPL-3.0-or-later
#include "../strict.h"
#include "models/qtconvert.h"
#include "pooltext.h"
#include "widgets/components/banner.h"
#include "widgets/firstrun/firstrunpage.h"
#include "widgets/theme/theme.h"

#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

class TestFirstRunPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        failOnWarnings();
        m_folder = std::make_unique<PoolFolder>(smallPool());
        m_home = std::make_unique<QTemporaryDir>();
        m_page = std::make_unique<FirstRunPage>(m_home->path());
        m_page->resize(1100, 860);
        m_page->setVisible(true);
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_chosen = std::make_unique<QSignalSpy>(m_page.get(), &FirstRunPage::poolChosen);
    }
    void cleanup()
    {
        m_chosen.reset();
        m_page.reset();
    }

    void aPathIsTypedAndOpened()
    {
        press(u"firstrun.showOpen"_s);
        QTRY_VERIFY(line(u"firstrun.path"_s)->hasFocus());
        QTest::keyClicks(line(u"firstrun.path"_s), root() + u"/customers"_s);
        QTest::keyClick(line(u"firstrun.path"_s), Qt::Key_Return);
        QCOMPARE(m_chosen->at(0).at(0).toString(), root());
    }

    void aFolderThatIsNoPoolIsExplained()
    {
        press(u"firstrun.showOpen"_s);
        QTest::keyClicks(line(u"firstrun.path"_s), m_home->path());
        press(u"firstrun.open"_s);
        QVERIFY(m_chosen->isEmpty());
        QVERIFY(banner()->isVisible());
        QVERIFY2(banner()->text().contains(u"is empty"), qPrintable(banner()->text()));
        QVERIFY(!banner()->accessibleDescription().isEmpty());
        line(u"firstrun.path"_s)->setText(root());
        press(u"firstrun.open"_s);
        QVERIFY(!banner()->isVisible());
        QCOMPARE(m_chosen->size(), 1);
    }

    void aFolderIsChosenInTheDialog()
    {
        press(u"firstrun.showOpen"_s);
        press(u"firstrun.browse"_s);
        auto* dialog = m_page->findChild<QFileDialog*>(u"firstrun.chooser"_s);
        QVERIFY(dialog && dialog->isVisible());
        Q_EMIT dialog->fileSelected(root());
        QCOMPARE(m_chosen->at(0).at(0).toString(), root());
        dialog->close();
    }

    void aRecentPoolIsOneKeyAway()
    {
        auto* recent = m_page->findChild<QListView*>(u"firstrun.recent"_s);
        QVERIFY(!recent->isVisible());
        m_page->setRecent({u"/no/such/pool"_s, root()});
        QVERIFY(recent->isVisible());
        recent->setFocus();
        recent->setCurrentIndex(recent->model()->index(0, 0));
        QTest::keyClick(recent, Qt::Key_Return);
        QVERIFY(banner()->text().contains(u"does not exist"));
        recent->setCurrentIndex(recent->model()->index(1, 0));
        QTest::keyClick(recent, Qt::Key_Return);
        QCOMPARE(m_chosen->at(0).at(0).toString(), root());
    }

    void aCloneIsOpened()
    {
        for (const QStringList& words : {QStringList{u"init"_s, u"-q"_s}, QStringList{u"add"_s, u"."_s},
                                         QStringList{u"-c"_s, u"user.name=t"_s, u"-c"_s, u"user.email=t@example.org"_s,
                                                     u"commit"_s, u"-qm"_s, u"first"_s}}) {
            QProcess git;
            git.setWorkingDirectory(root());
            git.start(u"git"_s, words);
            QVERIFY(git.waitForFinished() && git.exitCode() == 0);
        }
        press(u"firstrun.showClone"_s);
        QTRY_VERIFY(line(u"firstrun.address"_s)->hasFocus());
        QTest::keyClicks(line(u"firstrun.address"_s), u"file://"_s + root());
        QVERIFY(line(u"firstrun.cloneFolder"_s)->text().endsWith(root().section(u'/', -1)));
        line(u"firstrun.cloneFolder"_s)->setText(m_home->filePath(u"clone"_s));
        press(u"firstrun.clone"_s);
        QTRY_COMPARE(m_chosen->size(), 1);
        QCOMPARE(m_chosen->at(0).at(0).toString(), m_home->filePath(u"clone"_s));
    }

    void aCloneThatFailsSaysWhy()
    {
        press(u"firstrun.showClone"_s);
        line(u"firstrun.address"_s)->setText(u"https://me:word@host.invalid/pool.git"_s);
        press(u"firstrun.clone"_s);
        QTRY_VERIFY(banner()->isVisible());
        QCOMPARE(banner()->text(), u"The address contains a password."_s);
        QVERIFY(line(u"firstrun.address"_s)->isEnabled());
    }

    void withoutASourceTreeTheDemoIsAWord()
    {
        QVERIFY(!button(u"firstrun.demo"_s)->isVisible());
        const auto* note = m_page->findChild<QLabel*>(u"firstrun.demoNote"_s);
        QVERIFY(note->isVisible());
        QVERIFY2(note->text().contains(u"./dev demo"), qPrintable(note->text()));
    }

    void fromAnotherPoolOneCanGoBack()
    {
        QVERIFY(!button(u"firstrun.back"_s)->isVisible());
        m_page->setAnother(true);
        QSignalSpy back(m_page.get(), &FirstRunPage::backWanted);
        press(u"firstrun.back"_s);
        QTest::keyClick(button(u"firstrun.showOpen"_s), Qt::Key_Escape);
        QCOMPARE(back.size(), 2);
    }

private:
    [[nodiscard]] QString root() const { return toQt(m_folder->root().string()); }
    [[nodiscard]] Banner* banner() const { return m_page->findChild<Banner*>(u"firstrun.banner"_s); }
    [[nodiscard]] QLineEdit* line(const QString& name) const { return m_page->findChild<QLineEdit*>(name); }
    [[nodiscard]] QPushButton* button(const QString& name) const { return m_page->findChild<QPushButton*>(name); }
    void press(const QString& name) const { QTest::mouseClick(button(name), Qt::LeftButton); }

    std::unique_ptr<PoolFolder> m_folder;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FirstRunPage> m_page;
    std::unique_ptr<QSignalSpy> m_chosen;
};

QTEST_MAIN(TestFirstRunPage)
#include "tst_firstrunpage.moc"
