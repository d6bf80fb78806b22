# SPDX-License-Identifier: Apache-2.0
"""Where a run can be held: patterns of the statements that a target gets."""
EPOCH = r"insert\s+into\s+\S*job_epoch"
DELETE = r"delete\s+from\s+\S*ods\S*item"
INSERT = r"insert\s+into\s+\S*ods\S*item"
LEDGER = r"insert\s+into\s+\S*ledger"
COMMIT = r"^\s*commit"
