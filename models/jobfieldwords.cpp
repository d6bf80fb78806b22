// SPDX-License-Identifier: Apache-2.0
#include "models/jobfieldwords.h"

#include <QtGlobal>

#define WORDS(text) QT_TRANSLATE_NOOP("JobField", text)

namespace tidegate {

const std::vector<JobSection>& jobSections()
{
    static const std::vector<JobSection> sections{
        {"source", WORDS("Source")},
        {"columns", WORDS("Columns"), true},
        {"target", WORDS("Target")},
        {"key", WORDS("Key")},
        {"watermark", WORDS("Mode and watermark")},
        {"window", WORDS("Window"), true},
        {"apply", WORDS("Apply")},
        {"schedule", WORDS("Schedule")},
        {"tuning", WORDS("Tuning"), true},
        {"verify", WORDS("Verify"), true},
        {"job", WORDS("About"), true},
        {"more", WORDS("More"), true},
    };
    return sections;
}

const std::vector<JobField::Words>& jobFieldWords()
{
    static const std::vector<JobField::Words> words{
        {"source.connection", "source", WORDS("Connection")},
        {"source.table", "source", WORDS("Table"), "", "sales.order_item"},
        {"source.query", "source", WORDS("Query"), WORDS("instead of a table"), "select …"},
        {"source.where", "source", WORDS("Only rows where"), "", WORDS("every row")},
        {"delete_when", "source", WORDS("Deleted when"), WORDS("deleted in the target"), WORDS("never")},
        {"columns", "columns", WORDS("Columns"), "", "", WORDS("only %1"), WORDS("every column of the source")},
        {"exclude", "columns", WORDS("Without"), WORDS("columns that stay behind"), WORDS("none"), WORDS("without %1")},
        {"target.connection", "target", WORDS("Connection")},
        {"target.table", "target", WORDS("Table"), "", "ods.order_item"},
        {"target.create", "target", WORDS("Create it"), WORDS("if it does not exist")},
        {"target.distributed_by", "target", WORDS("Distributed by"), "", WORDS("the key")},
        {"key", "key", WORDS("Columns"), "", WORDS("none")},
        {"mode", "watermark", WORDS("Mode")},
        {"watermark.column", "watermark", WORDS("Watermark"), "", "t.updated_at"},
        {"watermark.join.table", "watermark", WORDS("Joined from"), "", WORDS("no other table")},
        {"watermark.join.alias", "watermark", WORDS("as"), "", "o"},
        {"watermark.join.on", "watermark", WORDS("On"), "", "o.order_id = t.order_id"},
        {"watermark.lag", "watermark", WORDS("Lag"), WORDS("how far the window stays behind the source's clock"), "0s",
         WORDS("lag %1"), WORDS("no lag")},
        {"watermark.overlap", "watermark", WORDS("Overlap"), WORDS("read again below the last window"), "0s",
         WORDS("overlap %1"), WORDS("no overlap")},
        {"watermark.nulls", "watermark", WORDS("NULL watermark")},
        {"watermark.zone", "window", WORDS("Zone"), WORDS("of columns without one"), WORDS("the server's"),
         WORDS("zone %1"), WORDS("the server's zone")},
        {"watermark.start", "window", WORDS("Start"), WORDS("of the first window"), WORDS("everything"),
         WORDS("starts at %1"), WORDS("from the beginning")},
        {"watermark.step", "window", WORDS("Step"), WORDS("the longest window"), WORDS("unlimited"),
         WORDS("steps of %1"), WORDS("one window")},
        {"watermark.hold", "window", WORDS("Hold"), WORDS("how long an idle writer may hold it back"), "15m",
         WORDS("held at most %1"), WORDS("held at most 15m")},
        {"apply", "apply", WORDS("Write by")},
        {"partition.column", "apply", WORDS("Partition"), WORDS("column of the target"), "sold_on"},
        {"partition.by", "apply", WORDS("One for each")},
        {"on_duplicate_key", "apply", WORDS("Repeated key")},
        {"on_bad_row", "apply", WORDS("Bad row")},
        {"target.shrink_guard", "apply", WORDS("Shrink guard"), WORDS("per cent of the rows that must stay"), "50"},
        {"schedule.cron", "schedule", WORDS("Runs"), "", WORDS("only by hand")},
        {"schedule.zone", "schedule", WORDS("Zone"), WORDS("of the cron line"), WORDS("the agent's")},
        {"schedule.missed", "schedule", WORDS("Missed runs")},
        {"schedule.paused", "schedule", WORDS("Paused"), WORDS("kept, but starts nothing")},
        {"transport", "tuning", WORDS("Transport"), "", "", WORDS("over %1"), ""},
        {"tuning.streams", "tuning", WORDS("Streams"), WORDS("reads at once"), "1", WORDS("streams %1"),
         WORDS("one stream")},
        {"tuning.frame", "tuning", WORDS("Frame"), WORDS("bytes forwarded at once"), "1MiB", WORDS("frames of %1"),
         WORDS("frames of 1MiB")},
        {"tuning.rate_limit", "tuning", WORDS("Rate limit"), WORDS("over all streams"), WORDS("none"),
         WORDS("at most %1"), WORDS("no limit")},
        {"verify.after_run", "verify", WORDS("After a run"), "", "", WORDS("%1 after each run"),
         WORDS("not after runs")},
        {"verify.again", "verify", WORDS("Again after"), "", WORDS("never"), WORDS("again after %1"), ""},
        {"description", "job", WORDS("Description"), WORDS("for people"), "", "%1"},
        {"job", "job", WORDS("Name"), WORDS("Rename moves the file, too"), "", "%1"},
        {"id", "job", WORDS("Ledger name"), WORDS("what the ledger calls it"), WORDS("the job's name"),
         WORDS("%1 in the ledger")},
    };
    return words;
}

} // namespace tidegate
