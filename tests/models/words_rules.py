# SPDX-License-Identifier: Apache-2.0
"""What tools/words finds wrong with a translation, and what it lets pass."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "tools/words"))
import rules  # noqa: E402
import tsfile  # noqa: E402


def wrong(source, *forms, finished=True, numerus=False):
    return list(rules.findings(tsfile.Message("tidegate::Any", source, forms, finished, numerus), han=True))


class Rules(unittest.TestCase):
    def test_good_translations_pass(self):
        for source, form in [("%1, %2: %3", "%2，%1：%3"), ("&Pool", "项目池(&P)"), ("Dry run…", "试运行…"),
                             ("Its file has %1 errors, so it can't run.", "文件有 %1 个错误，不能运行。"), ("failed %1 ago", "%1前失败"),
                             ("Review && deploy", "检查 && 发布"), ("read by %1 (Ctrl+R)", "由 %1 读取（Ctrl+R）")]:
            self.assertEqual(wrong(source, form), [], source)
        self.assertEqual(wrong("%n rows", "%n 行", numerus=True), [])
        self.assertEqual(wrong("%n rows", "one row", "%n rows", numerus=True), [])

    def test_bad_translations_are_found(self):
        for source, form, what in [("Save", "", "is not translated"), ("%1 of %2", "%1 之 %1", "other placeholders"),
                                   ("%1 of %2", "共 %2", "other placeholders"), ("&Pool", "项目池", "other accelerators"),
                                   ("Review && deploy", "检查并发布", "other accelerators"), ("Dry run…", "试运行", "another end"),
                                   ("Ready", "好了！", "exclamation"), ("%1, %2", "任务,%1 %2", "narrow punctuation"),
                                   ("Job (new)", "任务(新)", "narrow bracket"), ("SQL of it", "它的SQL", "no space"),
                                   ("%1: %2", "%1： %2", "space beside a wide mark")]:
            findings = wrong(source, form, finished=bool(form))
            self.assertTrue(any(what in each for each in findings), f"{source} → {form}: {findings}")
        self.assertTrue(wrong("%1 and %n", "%n", numerus=True))


if __name__ == "__main__":
    unittest.main()
