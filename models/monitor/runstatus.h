// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <nlohmann/json_fwd.hpp>

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidegate {

struct RowNumbers
{
    qint64 read = 0;
    qint64 inserted = 0;
    qint64 deleted = 0;
    qint64 unchanged = 0;
    qint64 superseded = 0;
    qint64 quarantined = 0;

    friend bool operator==(const RowNumbers&, const RowNumbers&) = default;
};

/// What is known of the newest run of a job: run.event after run.event laid over each other.
struct RunStatus
{
    enum class Stage {
        Never,    ///< not run since the console started
        Starting, ///< asked for, not heard of yet
        Running,
        Stopping, ///< asked to stop
        Ended,    ///< outcome says how
        Unknown,  ///< the agent went away while it ran; the ledger knows
    };

    qint64 run = 0;
    QString job;
    Stage stage = Stage::Never;
    bool dryRun = false;
    QString phase;   ///< prepare, own, window, read, apply, swap, verify, finished
    QString outcome; ///< applied, nothing_to_do, refused, busy, cancelled, failed
    QDateTime startedAt;
    bool hasWindow = false;
    QString lo; ///< empty: unbounded
    QString hi;
    QString heldBy;
    RowNumbers rows;
    qint64 staged = 0; ///< rows that the target has taken; they count as inserted only with their commit
    int window = 0;    ///< the one in work, from 1; 0: not known, or a load in full
    int windows = 0;
    qint64 rowsBefore = 0; ///< read by the windows before the one in work
    qint64 bytes = 0;
    qint64 rowsExpected = -1; ///< -1: unknown
    double seconds = 0;
    std::optional<bool> verified;
    std::optional<Error> error;
    QStringList warnings;

    [[nodiscard]] bool isActive() const;
    [[nodiscard]] bool isWell() const;
    /// 0 to 1 of what is read of the window in work, or of the load; absent where nothing is known to compare with.
    [[nodiscard]] std::optional<double> fraction() const;
    /// The same of the whole run where it reads several windows: what is applied, and the part of the one in work.
    [[nodiscard]] std::optional<double> wholeFraction() const;
};

/// "failed", "cancelled" …: how a run ended, translated.
QString stateText(const QString& outcome);

/// Lays one run.event over what is known. An event of a newer run starts afresh; one of an older run is ignored.
void takeEvent(RunStatus& status, const nlohmann::json& event);

/// A row of run.list as a status.
RunStatus statusFromList(const nlohmann::json& run);

} // namespace tidegate
