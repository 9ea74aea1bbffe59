#include "output/atomic_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace ketenplan::runner {

namespace {

namespace fs = std::filesystem;

std::string reason(int error) {
    switch (error) {
    case ENOSPC:
        return "de schijf is vol";
    case EACCES:
    case EPERM:
        return "geen schrijfrechten";
    case EROFS:
        return "de schijf is alleen te lezen";
    case ENOTDIR:
        return "een deel van het pad is geen map";
    case EISDIR:
        return "het is een map";
    default:
        return std::strerror(error);
    }
}

[[noreturn]] void fail(const std::string& path, int error) {
    throw OutputError(fmt::format("kan \"{}\" niet schrijven: {}", path, reason(error)));
}

/// An open file that is closed, and removed unless it was kept.
class TemporaryFile {
public:
    TemporaryFile(std::string path, std::string wanted)
        : path_(std::move(path)), wanted_(std::move(wanted)),
          file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
        if (file_ < 0)
            fail(wanted_, errno);
    }
    ~TemporaryFile() {
        if (file_ >= 0)
            ::close(file_);
        if (!kept_)
            ::unlink(path_.c_str());
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    void write(std::string_view content) {
        while (!content.empty()) {
            const ssize_t written = ::write(file_, content.data(), content.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                fail(wanted_, errno);
            content.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    void keep_as(const std::string& path) {
        const bool flushed = ::fsync(file_) == 0;
        const int flush_error = errno;
        const bool closed = ::close(file_) == 0;
        const int close_error = errno;
        file_ = -1;
        if (!flushed)
            fail(wanted_, flush_error);
        if (!closed)
            fail(wanted_, close_error);
        if (std::rename(path_.c_str(), path.c_str()) != 0)
            fail(wanted_, errno);
        kept_ = true;
    }

private:
    std::string path_;
    std::string wanted_;
    int file_;
    bool kept_ = false;
};

} // namespace

void make_directory(const std::string& directory) {
    std::error_code error;
    fs::create_directories(directory, error);
    if (error || !fs::is_directory(directory))
        fail(directory, error ? error.value() : ENOTDIR);
}

void write_atomically(const std::string& path, std::string_view content) {
    const fs::path target(path);
    const fs::path temporary =
        target.parent_path() / fmt::format(".{}.{}.tmp", target.filename().string(), ::getpid());
    TemporaryFile file(temporary.string(), path);
    file.write(content);
    file.keep_as(path);
}

void remove_file(const std::string& path) {
    std::error_code error;
    fs::remove(path, error);
    if (error)
        fail(path, error.value());
}

} // namespace ketenplan::runner
