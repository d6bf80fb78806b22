// SPDX-License-Identifier: Apache-2.0
#include "models/jobfieldwords.h"

#include <QCoreApplication>

namespace tidegate {

namespace {

/// Gives the texts their context.
struct Table
{
    Q_DECLARE_TR_FUNCTIONS(tidegate::JobField)

public:
    static std::vector<JobSection> sections();
    static std::vector<JobField::Words> words();
};

std::vector<JobSection> Table::sections()
{
    return {
        {"source", QT_TR_NOOP("Source")},
        {"columns", QT_TR_NOOP("Columns"), true},
        {"target", QT_TR_NOOP("Target")},
        {"key", QT_TR_NOOP("Key")},
        {"watermark", QT_TR_NOOP("Mode and watermark")},
        {"window", QT_TR_NOOP("Window"), true},
        {"apply", QT_TR_NOOP("Apply")},
        {"schedule", QT_TR_NOOP("Schedule")},
        {"tuning", QT_TR_NOOP("Tuning"), true},
        {"verify", QT_TR_NOOP("Verify"), true},
        {"job", QT_TR_NOOP("About"), true},
        {"more", QT_TR_NOOP("More"), true},
    };
}

std::vector<JobField::Words> Table::words()
{
    return {
        {"source.connection", "source", QT_TR_NOOP("Connection")},
        {"source.table", "source", QT_TR_NOOP("Table"), "", QT_TR_NOOP("sales.order_item")},
        {"source.query", "source", QT_TR_NOOP("Query"), QT_TR_NOOP("instead of a table"), QT_TR_NOOP("select …")},
        {"source.where", "source", QT_TR_NOOP("Only rows where"), "", QT_TR_NOOP("every row")},
        {"delete_when", "source", QT_TR_NOOP("Deleted when"), QT_TR_NOOP("deleted in the target"), QT_TR_NOOP("never")},
        {"columns", "columns", QT_TR_NOOP("Columns"), "", "", QT_TR_NOOP("only %1"),
         QT_TR_NOOP("every column of the source")},
        {"exclude", "columns", QT_TR_NOOP("Without"), QT_TR_NOOP("columns that stay behind"), QT_TR_NOOP("none"),
         QT_TR_NOOP("without %1")},
        {"target.connection", "target", QT_TR_NOOP("Connection")},
        {"target.table", "target", QT_TR_NOOP("Table"), "", QT_TR_NOOP("ods.order_item")},
        {"target.create", "target", QT_TR_NOOP("Create it"), QT_TR_NOOP("if it does not exist")},
        {"target.distributed_by", "target", QT_TR_NOOP("Distributed by"), "", QT_TR_NOOP("the key")},
        {"key", "key", QT_TR_NOOP("Columns"), "", QT_TR_NOOP("none")},
        {"mode", "watermark", QT_TR_NOOP("Mode")},
        {"watermark.column", "watermark", QT_TR_NOOP("Watermark"), "", QT_TR_NOOP("t.updated_at")},
        {"watermark.join.table", "watermark", QT_TR_NOOP("Joined from"), "", QT_TR_NOOP("no other table")},
        {"watermark.join.alias", "watermark", QT_TR_NOOP("as"), "", QT_TR_NOOP("o")},
        {"watermark.join.on", "watermark", QT_TR_NOOP("On"), "", QT_TR_NOOP("o.order_id = t.order_id")},
        {"watermark.lag", "watermark", QT_TR_NOOP("Lag"), QT_TR_NOOP("behind the source's clock"), QT_TR_NOOP("0s"),
         QT_TR_NOOP("lag %1"), QT_TR_NOOP("no lag")},
        {"watermark.overlap", "watermark", QT_TR_NOOP("Overlap"), QT_TR_NOOP("read again below the last window"),
         QT_TR_NOOP("0s"), QT_TR_NOOP("overlap %1"), QT_TR_NOOP("no overlap")},
        {"watermark.nulls", "watermark", QT_TR_NOOP("NULL watermark")},
        {"watermark.zone", "window", QT_TR_NOOP("Zone"), QT_TR_NOOP("of columns without one"),
         QT_TR_NOOP("the server's"), QT_TR_NOOP("zone %1"), QT_TR_NOOP("the server's zone")},
        {"watermark.start", "window", QT_TR_NOOP("Start"), QT_TR_NOOP("of the first window"), QT_TR_NOOP("everything"),
         QT_TR_NOOP("starts at %1"), QT_TR_NOOP("from the beginning")},
        {"watermark.step", "window", QT_TR_NOOP("Step"), QT_TR_NOOP("the longest window"), QT_TR_NOOP("unlimited"),
         QT_TR_NOOP("steps of %1"), QT_TR_NOOP("one window")},
        {"watermark.hold", "window", QT_TR_NOOP("Hold"), QT_TR_NOOP("how long an idle writer may hold it back"),
         QT_TR_NOOP("15m"), QT_TR_NOOP("held at most %1"), QT_TR_NOOP("held at most 15m")},
        {"apply", "apply", QT_TR_NOOP("Write by")},
        {"partition.column", "apply", QT_TR_NOOP("Partition"), QT_TR_NOOP("column of the target"),
         QT_TR_NOOP("sold_on")},
        {"partition.by", "apply", QT_TR_NOOP("One for each")},
        {"on_duplicate_key", "apply", QT_TR_NOOP("Repeated key")},
        {"on_bad_row", "apply", QT_TR_NOOP("Bad row")},
        {"target.shrink_guard", "apply", QT_TR_NOOP("Shrink guard"), QT_TR_NOOP("per cent of the rows that must stay"),
         QT_TR_NOOP("50")},
        {"schedule.cron", "schedule", QT_TR_NOOP("Runs"), "", QT_TR_NOOP("only by hand")},
        {"schedule.zone", "schedule", QT_TR_NOOP("Zone"), QT_TR_NOOP("of the cron line"), QT_TR_NOOP("the agent's")},
        {"schedule.missed", "schedule", QT_TR_NOOP("Missed runs")},
        {"schedule.paused", "schedule", QT_TR_NOOP("Paused"), QT_TR_NOOP("kept, but starts nothing")},
        {"transport", "tuning", QT_TR_NOOP("Transport"), "", "", QT_TR_NOOP("over %1"), ""},
        {"tuning.streams", "tuning", QT_TR_NOOP("Streams"), QT_TR_NOOP("reads at once"), QT_TR_NOOP("1"),
         QT_TR_NOOP("streams %1"), QT_TR_NOOP("one stream")},
        {"tuning.frame", "tuning", QT_TR_NOOP("Frame"), QT_TR_NOOP("bytes forwarded at once"), QT_TR_NOOP("1MiB"),
         QT_TR_NOOP("frames of %1"), QT_TR_NOOP("frames of 1MiB")},
        {"tuning.rate_limit", "tuning", QT_TR_NOOP("Rate limit"), QT_TR_NOOP("over all streams"), QT_TR_NOOP("none"),
         QT_TR_NOOP("at most %1"), QT_TR_NOOP("no limit")},
        {"verify.after_run", "verify", QT_TR_NOOP("After a run"), "", "", QT_TR_NOOP("%1 after each run"),
         QT_TR_NOOP("not after runs")},
        {"verify.again", "verify", QT_TR_NOOP("Again after"), "", QT_TR_NOOP("never"), QT_TR_NOOP("again after %1"),
         ""},
        {"description", "job", QT_TR_NOOP("Description"), QT_TR_NOOP("for people"), "", QT_TR_NOOP("%1")},
        {"job", "job", QT_TR_NOOP("Name"), QT_TR_NOOP("Rename moves the file, too"), "", QT_TR_NOOP("%1")},
        {"id", "job", QT_TR_NOOP("Ledger name"), QT_TR_NOOP("what the ledger calls it"), QT_TR_NOOP("the job's name"),
         QT_TR_NOOP("%1 in the ledger")},
    };
}

} // namespace

const std::vector<JobSection>& jobSections()
{
    static const auto sections = Table::sections();
    return sections;
}

const std::vector<JobField::Words>& jobFieldWords()
{
    static const auto words = Table::words();
    return words;
}

} // namespace tidegate
