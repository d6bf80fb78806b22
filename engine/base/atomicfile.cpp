// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"

#include <fmt/format.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <optional>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace tidegate {

namespace fs = std::filesystem;

namespace {

Error ioError(std::string_view what, const fs::path& path, int number)
{
    Error error{number == ENOENT || number == ENOTDIR ? ErrorCode::NotFound : ErrorCode::Io,
                fmt::format("{} {}: {}", what, path.string(), std::generic_category().message(number))};
    if (number == ENOSPC || number == EDQUOT)
        error.hint = "free some space on that disk and save again; the old file is untouched";
    else if (number == EACCES || number == EPERM || number == EROFS)
        error.hint = "check who owns the file and its folder";
    return error.with("file", path.string());
}

class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }
    int close()
    {
        const int fd = m_fd;
        m_fd = -1;
        return fd < 0 ? 0 : ::close(fd);
    }

private:
    int m_fd;
};

/// A file beside the real one, gone with this object unless it took the real one's place.
class TemporaryFile
{
public:
    TemporaryFile(const fs::path& target, const std::optional<struct stat>& old)
        : m_old(old), m_path(freeName(target.parent_path())),
          m_fd(::open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, old ? 0600 : 0666)),
          m_failure(m_fd.get() < 0 ? errno : 0)
    {
    }
    ~TemporaryFile()
    {
        if (m_failure == 0 && !m_kept)
            ::unlink(m_path.c_str());
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] const char* path() const { return m_path.c_str(); }
    void keep() { m_kept = true; }

    /// Writes everything and brings it to the disk; 0 or an errno.
    int fill(std::string_view text)
    {
        if (m_failure != 0)
            return m_failure;
        while (!text.empty()) {
            const ssize_t written = ::write(m_fd.get(), text.data(), text.size());
            if (written < 0 && errno != EINTR)
                return errno;
            if (written > 0)
                text.remove_prefix(static_cast<std::size_t>(written));
        }
        if (m_old && ::fchown(m_fd.get(), m_old->st_uid, m_old->st_gid) != 0 && errno != EPERM)
            return errno;
        if (m_old && ::fchmod(m_fd.get(), m_old->st_mode & 07777) != 0)
            return errno;
        return ::fsync(m_fd.get()) == 0 && m_fd.close() == 0 ? 0 : errno;
    }

private:
    static std::string freeName(const fs::path& folder)
    {
        static std::atomic<unsigned> counter{0};
        return (folder / fmt::format(".tidegate-{}-{}.tmp", ::getpid(), counter++)).string();
    }

    std::optional<struct stat> m_old;
    std::string m_path;
    Descriptor m_fd;
    int m_failure;
    bool m_kept = false;
};

/// The file that a chain of symbolic links names; it need not exist.
fs::path linkTarget(fs::path path)
{
    std::error_code failure;
    for (int hops = 0; hops < 40 && fs::is_symlink(path, failure); ++hops) {
        const fs::path next = fs::read_symlink(path, failure);
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    return path.has_parent_path() ? path : fs::path(".") / path;
}

/// Held while a file of the folder is swapped, so that savers that take their exchange back don't cross each other.
class FolderLock
{
public:
    explicit FolderLock(const fs::path& file)
        : m_folder(::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
        while (::flock(m_folder.get(), LOCK_EX) != 0 && errno == EINTR) {
        }
    }
    void sync() const { ::fsync(m_folder.get()); }

private:
    Descriptor m_folder;
};

std::optional<struct stat> statusOf(const fs::path& path)
{
    struct stat status
    {
    };
    return ::stat(path.c_str(), &status) == 0 ? std::optional(status) : std::nullopt;
}

Error conflict(const fs::path& path, std::string_view what)
{
    Error error{ErrorCode::Conflict, fmt::format("{} {}", path.string(), what),
                "look at both versions, then save again or take the one on disk; nothing was overwritten"};
    return error.with("file", path.string());
}

} // namespace

Result<std::string> readFile(const fs::path& path, std::uintmax_t limit)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status
    {
    };
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0)
        return ioError("can't read", path, errno);
    if (!S_ISREG(status.st_mode))
        return Error{ErrorCode::Invalid, fmt::format("{} is no regular file", path.string())};
    std::string text;
    char buffer[65536];
    for (;;) {
        const ssize_t count = ::read(file.get(), buffer, sizeof buffer);
        if (count < 0 && errno != EINTR)
            return ioError("can't read", path, errno);
        if (count == 0)
            return text;
        if (count > 0)
            text.append(buffer, static_cast<std::size_t>(count));
        if (text.size() > limit)
            return Error{ErrorCode::Invalid, fmt::format("{} is larger than {} bytes", path.string(), limit)};
    }
}

Result<void> saveFile(const fs::path& path, std::string_view text)
{
    const fs::path target = linkTarget(path);
    TemporaryFile temporary(target, statusOf(target));
    if (const int failure = temporary.fill(text))
        return ioError("can't save", path, failure);
    const FolderLock folder(target);
    if (::rename(temporary.path(), target.c_str()) != 0)
        return ioError("can't save", path, errno);
    temporary.keep();
    folder.sync();
    return {};
}

Result<void> saveIfUnchanged(const fs::path& path, std::string_view expected, std::string_view text)
{
    const fs::path target = linkTarget(path);
    auto current = readFile(target);
    if (!current)
        return current.error().code == ErrorCode::NotFound ? conflict(path, "was removed from disk since it was read")
                                                           : std::move(current).error();
    if (*current != expected)
        return conflict(path, "changed on disk since it was read");
    TemporaryFile temporary(target, statusOf(target));
    if (const int failure = temporary.fill(text))
        return ioError("can't save", path, failure);
    const FolderLock folder(target);
    // The exchange is the test: what it gives back is what was really there, so a writer between read and rename is
    // seen.
    if (::renameat2(AT_FDCWD, temporary.path(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) != 0) {
        if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
            return ioError("can't save", path, errno);
        if (current = readFile(target); !current || *current != expected) // a file system without exchange, such as NFS
            return conflict(path, "changed on disk while it was saved");
        if (::rename(temporary.path(), target.c_str()) != 0)
            return ioError("can't save", path, errno);
        temporary.keep();
    } else if (const auto displaced = readFile(temporary.path()); !displaced || *displaced != expected) {
        if (::renameat2(AT_FDCWD, temporary.path(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) != 0)
            temporary.keep(); // their version stays beside the file
        return conflict(path, "changed on disk while it was saved");
    }
    folder.sync();
    return {};
}

Result<void> createFile(const fs::path& path, std::string_view text)
{
    const fs::path target = path.has_parent_path() ? path : fs::path(".") / path;
    TemporaryFile temporary(target, std::nullopt);
    if (const int failure = temporary.fill(text))
        return ioError("can't save", path, failure);
    const FolderLock folder(target);
    if (::renameat2(AT_FDCWD, temporary.path(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0) {
        temporary.keep();
    } else if (errno == EEXIST) {
        return conflict(path, "exists already");
    } else if (::link(temporary.path(), target.c_str()) != 0) { // a file system without RENAME_NOREPLACE
        return errno == EEXIST ? conflict(path, "exists already") : ioError("can't save", path, errno);
    }
    folder.sync();
    return {};
}

} // namespace tidegate
