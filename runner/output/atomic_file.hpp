#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace ketenplan::runner {

/// A result could not be written; the text says which and why. Ends the program with exit code 73.
class OutputError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Makes the directory and those above it. Throws OutputError.
void make_directory(const std::string& directory);

/// Writes `content` to `path` so that a reader sees the old file or the whole new one, never a
/// part: to a temporary name beside it, flushed to disk, then renamed. Throws OutputError and
/// leaves nothing behind when that fails (disk full, no rights).
void write_atomically(const std::string& path, std::string_view content);

/// Removes a file if it is there. Throws OutputError when it cannot.
void remove_file(const std::string& path);

} // namespace ketenplan::runner
