// SPDX-License-Identifier: Apache-2.0
#include "models/jobbuffer.h"
#include "pooltext.h"

#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

/// `text` with the only occurrence of `from` replaced.
std::string with(std::string text, std::string_view from, std::string_view to)
{
    return text.replace(text.find(from), from.size(), to);
}

} // namespace

class TestJobBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<PoolFolder>(smallPool());
        m_pool = m_folder->pool();
        QVERIFY(m_pool && m_pool->job("order_item"));
        m_original = m_folder->read(orderItemPath);
        m_buffer = std::make_unique<JobBuffer>(m_pool, *m_pool->job("order_item"));
    }
    void cleanup()
    {
        m_buffer.reset();
        m_folder.reset();
    }

    void aFormEditChangesExactlyThatValue()
    {
        QVERIFY(m_buffer->setValue("watermark.overlap", "20m"));
        QCOMPARE(m_buffer->text(), with(m_original, "overlap: 10m ", "overlap: 20m "));
        QVERIFY(m_buffer->isDirty());
        m_buffer->undoStack()->undo();
        QCOMPARE(m_buffer->text(), m_original);
        QVERIFY(!m_buffer->isDirty());
        m_buffer->undoStack()->redo();
        QCOMPARE(m_buffer->text(), with(m_original, "overlap: 10m ", "overlap: 20m "));
    }

    void typingInOneFieldIsOneStep()
    {
        for (const auto* text : {"1", "15", "15m"})
            QVERIFY(m_buffer->setValue("watermark.overlap", text));
        QCOMPARE(m_buffer->undoStack()->count(), 1);
        m_buffer->endTyping();
        QVERIFY(m_buffer->setValue("watermark.overlap", "16m"));
        QCOMPARE(m_buffer->undoStack()->count(), 2);
        QVERIFY(m_buffer->setValue("watermark.lag", "3m"));
        QCOMPARE(m_buffer->undoStack()->count(), 3);
        while (m_buffer->undoStack()->canUndo())
            m_buffer->undoStack()->undo();
        QCOMPARE(m_buffer->text(), m_original);
    }

    void formAndTextShareOneStack()
    {
        QVERIFY(m_buffer->setValue("watermark.lag", "5m"));
        const auto afterForm = m_buffer->text();
        m_buffer->replaceText(with(afterForm, "# late writers", "# 迟到"));
        QVERIFY(m_buffer->setValue("watermark.lag", "6m"));
        m_buffer->undoStack()->undo();
        m_buffer->undoStack()->undo();
        QCOMPARE(m_buffer->text(), afterForm);
        m_buffer->undoStack()->undo();
        QCOMPARE(m_buffer->text(), m_original);
    }

    void findingsFollowTheText()
    {
        QVERIFY(!hasErrors(m_buffer->parsed().findings));
        QVERIFY(m_buffer->setValue("watermark.lag", "2"));
        QVERIFY(hasErrors(m_buffer->parsed().findings));
        const auto& finding = m_buffer->parsed().findings.front();
        QCOMPARE(finding.path, std::string("watermark.lag"));
        QCOMPARE(finding.fix, std::string("2m"));
        m_buffer->undoStack()->undo();
        QVERIFY(!hasErrors(m_buffer->parsed().findings));
    }

    void whatIsRefusedChangesNothing()
    {
        QVERIFY(!m_buffer->setValue("watermark.lagg", "2m"));
        QCOMPARE(m_buffer->text(), m_original);
        QVERIFY(!m_buffer->undoStack()->canUndo());
    }

    void savingWritesTheBytes()
    {
        QVERIFY(m_buffer->setValue("watermark.overlap", "20m"));
        QSignalSpy saved(m_buffer.get(), &JobBuffer::saved);
        m_buffer->save();
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(m_folder->read(orderItemPath), with(m_original, "overlap: 10m ", "overlap: 20m "));
        QVERIFY(!m_buffer->isDirty());
        m_buffer->undoStack()->undo();
        QVERIFY(m_buffer->isDirty());
    }

    void aFileChangedUnderneathIsAConflict_data()
    {
        QTest::addColumn<bool>("keepMine");
        QTest::newRow("the own version can win") << true;
        QTest::newRow("the file's version can win, and undo brings the own one back") << false;
    }
    void aFileChangedUnderneathIsAConflict()
    {
        QFETCH(bool, keepMine);
        QVERIFY(m_buffer->setValue("watermark.overlap", "20m"));
        const auto mine = m_buffer->text();
        const auto theirs = with(m_original, "lag: 2m", "lag: 9m");
        m_folder->write(orderItemPath, theirs);
        QSignalSpy failed(m_buffer.get(), &JobBuffer::saveFailed);
        m_buffer->save();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].value<Error>().code == ErrorCode::Conflict);
        QVERIFY(m_buffer->hasConflict());
        QCOMPARE(m_folder->read(orderItemPath), theirs);
        QCOMPARE(m_buffer->text(), mine);
        QCOMPARE(m_buffer->diskText(), theirs);
        if (keepMine) {
            m_buffer->keepMine();
            QSignalSpy saved(m_buffer.get(), &JobBuffer::saved);
            m_buffer->save();
            QTRY_COMPARE(saved.size(), 1);
            QCOMPARE(m_folder->read(orderItemPath), mine);
        } else {
            m_buffer->takeTheirs();
            QCOMPARE(m_buffer->text(), theirs);
            QVERIFY(!m_buffer->isDirty());
            m_buffer->undoStack()->undo();
            QCOMPARE(m_buffer->text(), mine);
        }
        QVERIFY(!m_buffer->hasConflict());
    }

    void anUneditedTextFollowsTheDisk()
    {
        const auto theirs = with(m_original, "lag: 2m", "lag: 9m");
        m_folder->write(orderItemPath, theirs);
        m_buffer->setPool(m_folder->pool());
        QCOMPARE(m_buffer->text(), theirs);
        QVERIFY(!m_buffer->isDirty());
        QVERIFY(!m_buffer->hasConflict());
    }

    void anEditedTextMeetsTheDisk()
    {
        QVERIFY(m_buffer->setValue("watermark.overlap", "20m"));
        m_folder->write(orderItemPath, with(m_original, "lag: 2m", "lag: 9m"));
        QSignalSpy conflicts(m_buffer.get(), &JobBuffer::conflictChanged);
        m_buffer->setPool(m_folder->pool());
        QCOMPARE(conflicts.size(), 1);
        QVERIFY(m_buffer->hasConflict());
    }

    void theSmallestPatchNeverCutsACharacter_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("length");
        QTest::addColumn<QByteArray>("replacement");
        QTest::newRow("nothing") << QByteArray("abc") << QByteArray("abc") << 3 << 0 << QByteArray();
        QTest::newRow("one letter in a row of equal ones")
            << QByteArray("aaa") << QByteArray("aaaa") << 3 << 0 << QByteArray("a");
        QTest::newRow("removed") << QByteArray("abc") << QByteArray("ac") << 1 << 1 << QByteArray();
        QTest::newRow("the last byte of a character")
            << QByteArray("x订y") << QByteArray("x讣y") << 1 << 3 << QByteArray("讣");
        QTest::newRow("the first byte of a character")
            << QByteArray("\xe4\xb8\xad") << QByteArray("\xe5\xb8\xad") << 0 << 3 << QByteArray("\xe5\xb8\xad");
    }
    void theSmallestPatchNeverCutsACharacter()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const auto patch = smallestPatch(before.toStdString(), after.toStdString());
        QCOMPARE(applied(before.toStdString(), patch), after.toStdString());
        QTEST(static_cast<int>(patch.offset), "offset");
        QTEST(static_cast<int>(patch.length), "length");
        QTEST(QByteArray::fromStdString(patch.replacement), "replacement");
    }

private:
    std::unique_ptr<PoolFolder> m_folder;
    std::shared_ptr<const Pool> m_pool;
    std::string m_original;
    std::unique_ptr<JobBuffer> m_buffer;
};

QTEST_GUILESS_MAIN(TestJobBuffer)
#include "tst_jobbuffer.moc"
