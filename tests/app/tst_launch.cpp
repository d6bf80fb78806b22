// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/gitbranch.h"
#include "app/settings.h"
#include "models/qtconvert.h"
#include "pooltext.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

class TestLaunch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPoolIsTakenWithOrWithoutTheOption()
    {
        QCOMPARE(parseCommandLine({u"tidegate"_s, u"/pools/acme"_s})->pool, u"/pools/acme"_s);
        QCOMPARE(parseCommandLine({u"tidegate"_s, u"--pool"_s, u"/pools/acme"_s})->pool, u"/pools/acme"_s);
        QVERIFY(parseCommandLine({u"tidegate"_s})->pool.isEmpty());
    }

    void themesAreKnownByName()
    {
        QCOMPARE(parseCommandLine({u"tidegate"_s, u"--theme"_s, u"dark"_s})->theme, Theme::Choice::Dark);
        const auto wrong = parseCommandLine({u"tidegate"_s, u"--theme"_s, u"pink"_s});
        QVERIFY(!wrong);
        QCOMPARE(exitCode(wrong.error()), 2);
        QVERIFY(!wrong.error().hint.empty());
    }

    void helpAndVersionNeedNoScreen_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("answer");
        QTest::newRow("help") << u"--help"_s << u"--theme"_s;
        QTest::newRow("short help") << u"-h"_s << u"--theme"_s;
        QTest::newRow("version") << u"--version"_s << u"tidegate "_s;
    }
    void helpAndVersionNeedNoScreen()
    {
        QFETCH(QString, question);
        QFETCH(QString, answer);
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const QString& name : {u"QT_QPA_PLATFORM"_s, u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
            environment.remove(name);
        QProcess console;
        console.setProcessEnvironment(environment);
        console.start(qEnvironmentVariable("TIDEGATE_BIN") + u"/tidegate"_s, {question});
        QVERIFY(console.waitForFinished());
        QCOMPARE(console.exitStatus(), QProcess::NormalExit);
        QCOMPARE(console.exitCode(), 0);
        const QString said = QString::fromUtf8(console.readAllStandardOutput());
        QVERIFY2(said.contains(answer), qPrintable(said));
    }

    void anUnknownOptionIsRefused() { QVERIFY(!parseCommandLine({u"tidegate"_s, u"--no-such-thing"_s})); }

    void thePoolAroundAFolderIsFound()
    {
        const PoolFolder folder(smallPool());
        const QString root = toQt(folder.root().string());
        LaunchOptions options;
        options.pool = root + u"/customers/acme/jobs"_s;
        QCOMPARE(choosePool(options, {}), root);
        options.pool = root;
        QCOMPARE(choosePool(options, u"/elsewhere"_s), root);
    }

    void theLastPoolIsOpenedWhereThereIsNoOther()
    {
        const QTemporaryDir nowhere;
        const QString before = QDir::currentPath();
        QDir::setCurrent(nowhere.path());
        QCOMPARE(choosePool({}, u"/the/last/one"_s), u"/the/last/one"_s);
        QDir::setCurrent(before);
    }

    void settingsSurviveAndNonsenseIsTheDefault()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"console.ini"_s);
        {
            Settings settings(file);
            QCOMPARE(settings.theme(), Theme::Choice::System);
            QCOMPARE(settings.lastPage(), u"overview"_s);
            settings.setTheme(Theme::Choice::Dark);
            settings.setLastPool(u"/pools/乐家超市"_s);
        }
        Settings again(file);
        QCOMPARE(again.theme(), Theme::Choice::Dark);
        QCOMPARE(again.lastPool(), u"/pools/乐家超市"_s);
        QSettings(file, QSettings::IniFormat).setValue(u"view/theme"_s, u"pink"_s);
        QCOMPARE(Settings(file).theme(), Theme::Choice::System);
    }

    void branchesAreReadFromTheRepositoryAround()
    {
        const QTemporaryDir folder;
        QVERIFY(gitBranch(folder.path()).isEmpty());
        QVERIFY(QDir(folder.path()).mkpath(u"pool/customers"_s));
        QVERIFY(QDir(folder.path()).mkpath(u".git"_s));
        QFile head(folder.filePath(u".git/HEAD"_s));
        QVERIFY(head.open(QIODevice::WriteOnly));
        head.write("ref: refs/heads/feature/lag\n");
        head.close();
        QCOMPARE(gitBranch(folder.filePath(u"pool/customers"_s)), u"feature/lag"_s);
    }
};

QTEST_MAIN(TestLaunch)
#include "tst_launch.moc"
