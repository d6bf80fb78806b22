// SPDX-License-Identifier: Apache-2.0
#include "secret/secretref.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace tidegate;

namespace {

class SecretFile
{
public:
    SecretFile(const std::string& text, mode_t mode)
        : m_path(std::filesystem::temp_directory_path() / ("tidegate-secret-" + std::to_string(::getpid())))
    {
        std::ofstream(m_path) << text;
        std::filesystem::permissions(m_path, static_cast<std::filesystem::perms>(mode));
    }
    ~SecretFile() { std::filesystem::remove(m_path); }
    [[nodiscard]] SecretRef ref() const { return {SecretRef::Kind::File, m_path.string()}; }

private:
    std::filesystem::path m_path;
};

} // namespace

TEST_CASE("a secret prints as stars and is taken out of a driver's text in every form it may have there")
{
    const Secret secret("p'w/d 1");
    CHECK(fmt::format("{}", secret) == "******");
    CHECK(secret.redacted("got p'w/d 1 and p%27w%2Fd%201 and p\\'w/d 1") == "got ****** and ****** and ******");
    CHECK(Secret().redacted("as it is") == "as it is");
}

TEST_CASE("a moved secret leaves nothing behind")
{
    Secret first("abc");
    const Secret second(std::move(first));
    CHECK(second.reveal() == "abc");
    CHECK(first.empty());
}

TEST_CASE("what is no reference is refused without repeating it")
{
    for (const char* text : {"hunter2", "env:", "vault:x", ":"}) {
        const auto ref = parseSecretRef(text);
        REQUIRE(!ref);
        CHECK(ref.error().code == ErrorCode::Invalid);
        CHECK(ref.error().message.find("hunter2") == std::string::npos);
    }
    CHECK(parseSecretRef("")->kind == SecretRef::Kind::None);
}

TEST_CASE("a variable is read where it is set, and named where it is not")
{
    ::setenv("TIDEGATE_TEST_SECRET", "value", 1);
    CHECK(resolveSecret({SecretRef::Kind::Env, "TIDEGATE_TEST_SECRET"})->reveal() == "value");
    ::unsetenv("TIDEGATE_TEST_SECRET");
    const auto missing = resolveSecret({SecretRef::Kind::Env, "TIDEGATE_TEST_SECRET"});
    REQUIRE(!missing);
    CHECK(missing.error().message.find("TIDEGATE_TEST_SECRET") != std::string::npos);
}

TEST_CASE("a secret file must be closed to others; its last line end is not part of the secret")
{
    const SecretFile closed("top secret\n", 0600);
    CHECK(resolveSecret(closed.ref())->reveal() == "top secret");
    const SecretFile open("top secret\n", 0640);
    const auto refused = resolveSecret(open.ref());
    REQUIRE(!refused);
    CHECK(refused.error().message.find("0640") != std::string::npos);
    CHECK(refused.error().hint.find("chmod 600") != std::string::npos);
    CHECK(resolveSecret({SecretRef::Kind::File, "relative/path"}).error().code == ErrorCode::Invalid);
}

TEST_CASE("a keyring is not in this version")
{
    CHECK(resolveSecret({SecretRef::Kind::Keyring, "x"}).error().code == ErrorCode::Unsupported);
}
