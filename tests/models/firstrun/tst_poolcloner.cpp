// SPDX-License-Identifier: Apache-2.0
#include "models/firstrun/poolcloner.h"
#include "models/qtconvert.h"
#include "pooltext.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

class TestPoolCloner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_pool = std::make_unique<PoolFolder>(smallPool());
        for (const QStringList& words : {QStringList{u"init"_s, u"-q"_s}, QStringList{u"add"_s, u"."_s},
                                         QStringList{u"-c"_s, u"user.name=t"_s, u"-c"_s, u"user.email=t@example.org"_s,
                                                     u"commit"_s, u"-qm"_s, u"first"_s}}) {
            QProcess git;
            git.setWorkingDirectory(source());
            git.start(u"git"_s, words);
            QVERIFY(git.waitForFinished());
            QCOMPARE(git.exitCode(), 0);
        }
    }

    void aRepositoryIsCloned()
    {
        PoolCloner cloner;
        const QSignalSpy done(&cloner, &PoolCloner::cloned);
        const QSignalSpy told(&cloner, &PoolCloner::progressed);
        cloner.start(u"file://"_s + source(), target(u"new/pool"_s));
        QVERIFY(cloner.isRunning());
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done.at(0).at(0).toString(), target(u"new/pool"_s));
        QVERIFY(QFile::exists(target(u"new/pool/pool.yaml"_s)));
        QVERIFY(!told.isEmpty());
    }

    void aFailureIsGitsOwnSentence()
    {
        PoolCloner cloner;
        const QSignalSpy failed(&cloner, &PoolCloner::failed);
        cloner.start(m_home.filePath(u"nowhere"_s), target(u"never"_s));
        QTRY_COMPARE(failed.size(), 1);
        const auto error = failed.at(0).at(0).value<Error>();
        QVERIFY2(toQt(error.message).contains(u"does not exist"), error.message.c_str());
        QVERIFY(!error.hint.empty());
        QVERIFY(!QFile::exists(target(u"never"_s)));
    }

    void nobodyIsAskedForAPassword()
    {
        // Something that takes ssh's place and would ask; it sees that it must not.
        QFile ssh(m_home.filePath(u"ssh"_s));
        QVERIFY(ssh.open(QIODevice::WriteOnly));
        ssh.write("#!/bin/sh\necho \"prompt=$GIT_TERMINAL_PROMPT askpass=$SSH_ASKPASS_REQUIRE\" > \"$0.saw\"\n"
                  "echo 'git@host: Permission denied (publickey).' >&2\nexit 255\n");
        ssh.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        ssh.close();
        qputenv("GIT_SSH_COMMAND", ssh.fileName().toUtf8());
        PoolCloner cloner;
        qunsetenv("GIT_SSH_COMMAND");
        const QSignalSpy failed(&cloner, &PoolCloner::failed);
        cloner.start(u"git@host.invalid:team/pool.git"_s, target(u"denied"_s));
        QTRY_COMPARE(failed.size(), 1);
        const auto error = failed.at(0).at(0).value<Error>();
        QVERIFY2(toQt(error.hint).contains(u"ssh key"), error.hint.c_str());
        QFile saw(ssh.fileName() + u".saw"_s);
        QVERIFY(saw.open(QIODevice::ReadOnly));
        QCOMPARE(saw.readAll().trimmed(), QByteArray("prompt=0 askpass=never"));
    }

    void stoppingLeavesWhatWasThereBefore()
    {
        QFile slow(m_home.filePath(u"slow"_s));
        QVERIFY(slow.open(QIODevice::WriteOnly));
        slow.write("#!/bin/sh\nexec cat\n"); // answers nothing, ends with its input
        slow.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        slow.close();
        qputenv("GIT_SSH_COMMAND", slow.fileName().toUtf8());
        PoolCloner cloner;
        qunsetenv("GIT_SSH_COMMAND");
        QVERIFY(QDir().mkpath(target(u"mine"_s)));
        const QSignalSpy stopped(&cloner, &PoolCloner::cancelled);
        const QSignalSpy failed(&cloner, &PoolCloner::failed);
        cloner.start(u"git@host.invalid:team/pool.git"_s, target(u"mine"_s));
        QTRY_VERIFY(QDir(target(u"mine"_s)).exists(u".git"_s));
        cloner.cancel();
        QTRY_COMPARE(stopped.size(), 1);
        QVERIFY(failed.isEmpty());
        QVERIFY2(QDir(target(u"mine"_s)).exists(), "a folder that was there before stays");
    }

    void badWishesAreRefusedBeforeGit_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("message");
        QTest::newRow("no address") << QString() << u"/x"_s << u"No address"_s;
        QTest::newRow("an option") << u"--upload-pack=touch"_s << u"/x"_s << u"dash"_s;
        QTest::newRow("a password") << u"https://me:secret@host/pool.git"_s << u"/x"_s << u"password"_s;
        QTest::newRow("no folder") << u"https://host/pool.git"_s << QString() << u"No folder"_s;
        QTest::newRow("a full folder") << u"https://host/pool.git"_s << source() << u"not empty"_s;
    }
    void badWishesAreRefusedBeforeGit()
    {
        QFETCH(QString, address);
        QFETCH(QString, folder);
        QFETCH(QString, message);
        const auto error = PoolCloner::check(address, folder);
        QVERIFY(error);
        QVERIFY2(toQt(error->message).contains(message), error->message.c_str());
        QVERIFY(!toQt(error->message + error->hint).contains(u"secret"));
    }

    void theFolderIsNamedAsGitWould()
    {
        QCOMPARE(PoolCloner::nameFrom(u"git@host:team/acme-pool.git"_s), u"acme-pool"_s);
        QCOMPARE(PoolCloner::nameFrom(u"host:pool"_s), u"pool"_s);
        QCOMPARE(PoolCloner::nameFrom(u"https://host/team/pool/"_s), u"pool"_s);
        QCOMPARE(PoolCloner::nameFrom(QString()), QString());
    }

private:
    [[nodiscard]] QString source() const { return m_pool ? toQt(m_pool->root().string()) : QString(); }
    [[nodiscard]] QString target(const QString& name) const { return m_home.filePath(name); }

    QTemporaryDir m_home;
    std::unique_ptr<PoolFolder> m_pool;
};

QTEST_GUILESS_MAIN(TestPoolCloner)
#include "tst_poolcloner.moc"
