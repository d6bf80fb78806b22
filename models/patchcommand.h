// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/jobbuffer.h"

#include <QUndoCommand>

namespace tidegate {

/// A byte patch of a JobBuffer that knows its way back.
class PatchCommand final : public QUndoCommand
{
public:
    PatchCommand(JobBuffer* buffer, TextPatch patch, const QString& what, int source, int typing);

    void undo() override { m_buffer->patchText(m_backward); }
    void redo() override { m_buffer->patchText(m_forward); }
    int id() const override { return m_source; }
    bool mergeWith(const QUndoCommand* other) override;

private:
    JobBuffer* m_buffer;
    TextPatch m_forward;
    TextPatch m_backward;
    int m_source;
    int m_typing;
};

} // namespace tidegate
