// SPDX-License-Identifier: Apache-2.0
#include "sync/copyloop.h"

#include "sync/framering.h"
#include "sync/ratelimit.h"

#include <fmt/format.h>

#include <atomic>
#include <thread>

namespace tidegate {

namespace {

constexpr std::chrono::milliseconds tick(50);

/// One copy in progress: the two ends share the ring, the counters and the first error.
class CopyLoop
{
public:
    CopyLoop(SourceReader& reader, TargetLoader& loader, const CopyOptions& options)
        : m_reader(reader), m_loader(loader), m_options(options), m_ring(options.frames)
    {
    }

    Result<CopyCounts> run(const std::function<void(const CopyCounts&)>& progress, const std::stop_token& stop)
    {
        // Both ends begin here, so that their statements are told by the thread that the observer knows.
        if (auto begun = m_reader.begin(stop); !begun)
            return begun.error();
        if (auto begun = m_loader.begin(stop); !begun) {
            m_reader.abandon();
            return begun.error();
        }
        const std::stop_callback pass(stop, [this] { m_stop.request_stop(); });
        std::jthread reading([this] { ended(read()); });
        std::jthread writing([this] { ended(write()); });
        waitTelling(progress);
        reading.join();
        writing.join();
        const auto done = counts();
        progress(done);
        if (m_error)
            return *m_error;
        if (m_told != done.rowsRead || m_taken != done.rowsRead)
            return Error{ErrorCode::Internal,
                         fmt::format("the source says it sent {} rows, {} were counted, the target says it took {}",
                                     m_told, done.rowsRead, m_taken),
                         "nothing was applied; run again, and report this"};
        return done;
    }

private:
    Result<void> read()
    {
        const auto token = m_stop.get_token();
        RateLimit limit(m_options.rateLimit);
        auto next = SourceReader::Next::Rows;
        while (next != SourceReader::Next::End) {
            auto frame = m_ring.takeEmpty(token);
            if (!frame) {
                m_reader.abandon();
                return cancelled();
            }
            const auto read = m_reader.next(*frame, token);
            if (!read)
                return read.error();
            next = *read;
            m_rowsRead += frame->rows;
            m_bytes += static_cast<std::int64_t>(frame->bytes.size());
            limit.pass(frame->bytes.size(), token);
            if (!frame->bytes.empty())
                m_ring.putFull(std::move(*frame));
        }
        m_told = m_reader.rowsTold();
        m_ring.close();
        return {};
    }

    Result<void> write()
    {
        const auto token = m_stop.get_token();
        while (auto frame = m_ring.takeFull(token)) {
            if (auto taken = m_loader.take(*frame, token); !taken)
                return taken;
            m_rowsTaken += frame->rows;
            m_ring.putEmpty(std::move(*frame));
        }
        if (token.stop_requested()) {
            m_loader.abandon();
            return cancelled();
        }
        const auto finished = m_loader.finish(token);
        if (!finished)
            return finished.error();
        m_taken = *finished;
        return {};
    }

    static Error cancelled() { return Error{ErrorCode::Cancelled, "cancelled while rows were copied"}; }

    /// An end is done. The first error counts and stops the other end, whose Cancelled is then no news.
    void ended(const Result<void>& result)
    {
        const std::scoped_lock lock(m_mutex);
        ++m_ended;
        if (!result) {
            if (!m_error)
                m_error = result.error();
            m_stop.request_stop();
        }
        m_changed.notify_all();
    }

    void waitTelling(const std::function<void(const CopyCounts&)>& progress)
    {
        std::unique_lock lock(m_mutex);
        while (!m_changed.wait_for(lock, tick, [this] { return m_ended == 2; })) {
            lock.unlock();
            progress(counts());
            lock.lock();
        }
    }

    [[nodiscard]] CopyCounts counts() const
    {
        return {m_rowsRead, m_rowsTaken, m_bytes, std::chrono::duration<double>(m_ring.writerStarved()).count(),
                std::chrono::duration<double>(m_ring.readerBlocked()).count()};
    }

    SourceReader& m_reader;
    TargetLoader& m_loader;
    CopyOptions m_options;
    FrameRing m_ring;
    std::stop_source m_stop;
    std::atomic<std::int64_t> m_rowsRead{0};
    std::atomic<std::int64_t> m_rowsTaken{0};
    std::atomic<std::int64_t> m_bytes{0};
    std::int64_t m_told = 0;
    std::int64_t m_taken = 0;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<Error> m_error;
    int m_ended = 0;
};

} // namespace

Result<CopyCounts> copyRows(SourceReader& reader, TargetLoader& loader, const CopyOptions& options,
                            const std::function<void(const CopyCounts&)>& progress, std::stop_token stop)
{
    return CopyLoop(reader, loader, options).run(progress, stop);
}

} // namespace tidegate
