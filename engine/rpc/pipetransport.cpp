// SPDX-License-Identifier: Apache-2.0
#include "rpc/pipetransport.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <string>

namespace tidegate::rpc {

namespace {

/// One direction.
class Channel
{
public:
    explicit Channel(std::size_t capacity) : m_capacity(capacity) {}

    std::size_t read(std::span<char> into)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_bytes.empty() || m_closed; });
        const std::size_t count = std::min(into.size(), m_bytes.size());
        std::copy_n(m_bytes.begin(), count, into.begin());
        m_bytes.erase(0, count);
        m_changed.notify_all();
        return count;
    }

    bool write(std::string_view bytes)
    {
        std::unique_lock lock(m_mutex);
        while (!bytes.empty()) {
            m_changed.wait(lock, [this] { return m_bytes.size() < m_capacity || m_closed; });
            if (m_closed)
                return false;
            const std::size_t count = std::min(bytes.size(), m_capacity - m_bytes.size());
            m_bytes += bytes.substr(0, count);
            bytes.remove_prefix(count);
            m_changed.notify_all();
        }
        return !m_closed;
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }

private:
    std::size_t m_capacity;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::string m_bytes;
    bool m_closed = false;
};

class PipeTransport : public Transport
{
public:
    PipeTransport(std::shared_ptr<Channel> in, std::shared_ptr<Channel> out)
        : m_in(std::move(in)), m_out(std::move(out))
    {
    }
    ~PipeTransport() override { closeBoth(); }

    Result<std::size_t> read(std::span<char> into) override { return m_in->read(into); }

    Result<void> write(std::string_view bytes) override
    {
        if (m_out->write(bytes))
            return {};
        return Error{ErrorCode::ConnectionLost, "the pipe is closed"};
    }

    void close() override { closeBoth(); }

private:
    void closeBoth()
    {
        m_in->close();
        m_out->close();
    }

    std::shared_ptr<Channel> m_in;
    std::shared_ptr<Channel> m_out;
};

} // namespace

std::pair<TransportPtr, TransportPtr> makePipe(std::size_t capacity)
{
    const auto there = std::make_shared<Channel>(capacity);
    const auto back = std::make_shared<Channel>(capacity);
    return {std::make_unique<PipeTransport>(back, there), std::make_unique<PipeTransport>(there, back)};
}

} // namespace tidegate::rpc
