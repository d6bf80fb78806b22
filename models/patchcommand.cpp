// SPDX-License-Identifier: Apache-2.0
#include "models/patchcommand.h"

namespace tidegate {

PatchCommand::PatchCommand(JobBuffer* buffer, TextPatch patch, const QString& what, int source, int typing)
    : QUndoCommand(what), m_buffer(buffer), m_forward(std::move(patch)), m_backward(inverse(buffer->text(), m_forward)),
      m_source(source), m_typing(typing)
{
}

bool PatchCommand::mergeWith(const QUndoCommand* other)
{
    const auto& next = static_cast<const PatchCommand&>(*other);
    const auto begin = m_forward.offset;
    const auto end = begin + m_forward.replacement.size();
    const bool inside = next.m_forward.offset >= begin && next.m_forward.offset + next.m_forward.length <= end;
    const bool newLine = next.m_forward.replacement.find('\n') != std::string::npos;
    if (next.m_typing != m_typing || !inside || newLine)
        return false;
    m_forward.replacement.replace(next.m_forward.offset - begin, next.m_forward.length, next.m_forward.replacement);
    m_backward.length = m_forward.replacement.size();
    setObsolete(m_forward.replacement == m_backward.replacement);
    return true;
}

} // namespace tidegate
