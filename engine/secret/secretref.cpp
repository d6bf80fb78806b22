// SPDX-License-Identifier: Apache-2.0
#include "secret/secretref.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tidegate {

namespace {

constexpr std::size_t largestSecret = 64 * 1024;

class FileDescriptor
{
public:
    explicit FileDescriptor(int fd) : m_fd(fd) {}
    ~FileDescriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

Error secretError(ErrorCode code, std::string message, std::string hint)
{
    return Error{code, std::move(message), std::move(hint)};
}

Result<std::string> absolutePath(const std::string& name)
{
    if (name.starts_with("~/")) {
        const char* home = std::getenv("HOME");
        if (!home || *home != '/')
            return secretError(ErrorCode::ConnectFailed, fmt::format("HOME is not set, so {} can't be found", name),
                               "write the secret file's path in full");
        return std::string(home) + name.substr(1);
    }
    if (!name.starts_with('/'))
        return secretError(ErrorCode::Invalid, fmt::format("the secret file {} is not an absolute path", name),
                           "write file:/full/path or file:~/path");
    return name;
}

Result<void> checkMode(const std::string& path, const struct stat& info)
{
    if (!S_ISREG(info.st_mode))
        return secretError(ErrorCode::ConnectFailed, fmt::format("the secret file {} is not a plain file", path), "");
    if (info.st_uid != ::geteuid() && info.st_uid != 0)
        return secretError(ErrorCode::ConnectFailed, fmt::format("the secret file {} belongs to another user", path),
                           "make it your own: chown");
    if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return secretError(
            ErrorCode::ConnectFailed,
            fmt::format("the secret file {} can be read by others (mode {:04o})", path, info.st_mode & 07777U),
            fmt::format("chmod 600 {}", path));
    return {};
}

Result<Secret> readSecretFile(const std::string& name)
{
    const auto path = absolutePath(name);
    if (!path)
        return path.error();
    const FileDescriptor file(::open(path->c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0)
        return secretError(ErrorCode::ConnectFailed,
                           fmt::format("the secret file {} can't be read: {}", *path, std::strerror(errno)),
                           "create it with mode 600");
    struct stat info = {};
    if (::fstat(file.get(), &info) != 0)
        return secretError(ErrorCode::Io, fmt::format("the secret file {}: {}", *path, std::strerror(errno)), "");
    if (auto checked = checkMode(*path, info); !checked)
        return checked.error();

    std::string text(largestSecret + 1, '\0');
    std::size_t size = 0;
    while (size < text.size()) {
        const auto got = ::read(file.get(), text.data() + size, text.size() - size);
        if (got < 0)
            return secretError(ErrorCode::Io, fmt::format("the secret file {}: {}", *path, std::strerror(errno)), "");
        if (got == 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    if (size > largestSecret)
        return secretError(ErrorCode::Invalid, fmt::format("the secret file {} is larger than 64 KiB", *path), "");
    text.resize(size);
    if (text.ends_with('\n'))
        text.pop_back();
    if (text.ends_with('\r'))
        text.pop_back();
    if (text.empty())
        return secretError(ErrorCode::ConnectFailed, fmt::format("the secret file {} is empty", *path), "");
    return Secret(std::move(text));
}

} // namespace

Result<SecretRef> parseSecretRef(std::string_view text)
{
    if (text.empty())
        return SecretRef{};
    const auto colon = text.find(':');
    const auto scheme = text.substr(0, colon);
    const auto name = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
    SecretRef ref{SecretRef::Kind::None, std::string(name)};
    if (scheme == "env")
        ref.kind = SecretRef::Kind::Env;
    else if (scheme == "file")
        ref.kind = SecretRef::Kind::File;
    else if (scheme == "keyring")
        ref.kind = SecretRef::Kind::Keyring;
    if (ref.kind == SecretRef::Kind::None || name.empty() || name.find('\0') != std::string_view::npos)
        return secretError(
            ErrorCode::Invalid, "the connection's secret is not a reference",
            "write env:NAME, file:PATH or keyring:NAME; the secret itself never stands in a file of the pool");
    return ref;
}

Result<Secret> resolveSecret(const SecretRef& ref)
{
    switch (ref.kind) {
    case SecretRef::Kind::None:
        return Secret{};
    case SecretRef::Kind::Env: {
        const char* value = std::getenv(ref.name.c_str());
        if (!value || *value == '\0')
            return secretError(
                ErrorCode::ConnectFailed, fmt::format("the environment variable {} is not set", ref.name),
                fmt::format("export {} before the call, or let the connection name another secret", ref.name));
        return Secret(value);
    }
    case SecretRef::Kind::File:
        return readSecretFile(ref.name);
    case SecretRef::Kind::Keyring:
        break;
    }
    return secretError(ErrorCode::Unsupported, fmt::format("keyring:{}: keyrings are not in this version", ref.name),
                       "use env:NAME or file:PATH");
}

} // namespace tidegate
