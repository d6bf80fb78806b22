// SPDX-License-Identifier: Apache-2.0
#include "models/firstrun/demolauncher.h"
#include "models/firstrun/poolprobe.h"
#include "models/qtconvert.h"
#include "pooltext.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

class TestPoolProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPoolIsFoundFromInside()
    {
        const PoolFolder folder(smallPool());
        const QString root = toQt(folder.root().string());
        QCOMPARE(*probePool(root), root);
        QCOMPARE(*probePool(u"  %1/customers/acme  "_s.arg(root)), root);
    }

    void whatIsNoPoolSaysWhatItIs_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("hint");
        QTest::newRow("nothing") << u" "_s << u"No folder"_s << u"Type a path"_s;
        QTest::newRow("not there") << u"%1/nowhere"_s << u"does not exist"_s << u"clone"_s;
        QTest::newRow("a file") << u"%1/file"_s << u"is a file"_s << u"folder"_s;
        QTest::newRow("empty") << u"%1/empty"_s << u"is empty"_s << u"Clone"_s;
        QTest::newRow("something else") << u"%1/other"_s << u"no pool.yaml"_s << u"Choose"_s;
        QTest::newRow("above a pool") << u"%1/above"_s << u"no pool.yaml"_s << u"above/mine"_s;
    }
    void whatIsNoPoolSaysWhatItIs()
    {
        QFETCH(QString, path);
        QFETCH(QString, message);
        QFETCH(QString, hint);
        const QTemporaryDir home;
        const QDir dir(home.path());
        for (const QString& name : {u"empty"_s, u"other/sub"_s, u"above/mine"_s})
            QVERIFY(dir.mkpath(name));
        for (const QString& name : {u"file"_s, u"above/mine/pool.yaml"_s}) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const auto found = probePool(path.contains(u"%1"_s) ? path.arg(home.path()) : path);
        QVERIFY(!found);
        const QString said = toQt(found.error().message);
        QVERIFY2(said.contains(message), qPrintable(said));
        const QString advice = toQt(found.error().hint);
        QVERIFY2(advice.contains(hint), qPrintable(advice));
    }

    void aFolderWithoutRightsIsSaid()
    {
        if (geteuid() == 0)
            QSKIP("root may read everything");
        const QTemporaryDir home;
        QFile::setPermissions(home.path(), {});
        const auto found = probePool(home.path());
        QFile::setPermissions(home.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!found);
        QVERIFY(found.error().code == ErrorCode::Io);
    }

    void theDemoNeedsItsSourceTree()
    {
        const QTemporaryDir elsewhere;
        QVERIFY(!DemoLauncher(elsewhere.path()).isAvailable());
        const QDir tree(elsewhere.path());
        QVERIFY(tree.mkpath(u"tools/demo"_s) && tree.mkpath(u"build/bin"_s));
        QFile main(tree.filePath(u"tools/demo/__main__.py"_s));
        QVERIFY(main.open(QIODevice::WriteOnly));
        QFile dev(tree.filePath(u"dev"_s));
        QVERIFY(dev.open(QIODevice::WriteOnly));
        dev.write("#!/bin/sh\necho preparing\necho no display >&2\nexit 3\n");
        dev.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        dev.close();
        DemoLauncher demo(tree.filePath(u"build/bin"_s));
        QVERIFY(demo.isAvailable());
        QString reason;
        bool ended = false;
        connect(&demo, &DemoLauncher::ended, this, [&](const QString& why) {
            reason = why;
            ended = true;
        });
        demo.start();
        QTRY_VERIFY(ended);
        QCOMPARE(reason, u"It ended with exit code 3 and said: no display"_s);
    }
};

QTEST_GUILESS_MAIN(TestPoolProbe)
#include "tst_poolprobe.moc"
