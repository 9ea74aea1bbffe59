#pragma once

#include "input/diagnostics.hpp"
#include "input/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// A file that was read, with a digest of its bytes.
struct InputFile {
    std::string path;
    std::uint64_t hash = 0; ///< FNV-1a, 64 bits
};

/// A scenario as one tree: the file itself laid over the one it is based on, and so on.
struct ScenarioTree {
    Node root;
    std::vector<InputFile> files; ///< the scenario first, its bases after it
};

/// Reads the scenario at `path` and every file it builds on (`basis = "..."`, relative to the file
/// that says so). What a file says goes before its basis, key by key; lists are replaced whole;
/// `zonder = ["gemeenten.katwijk"]` takes inherited parts away. Nothing when no tree can be made.
std::optional<ScenarioTree> read_scenario_files(const std::string& path, Diagnostics& diagnostics);

/// Lays `over` on `base`: tables are merged key by key, anything else replaces.
void lay_over(Node& base, Node&& over);

/// How large a file may be, and what to say of a larger one.
struct FileLimit {
    std::uintmax_t mebibytes = 1;
    const char* why = "een scenario is veel kleiner";
};

/// The bytes of a file, or nothing and a diagnostic that says why (missing, a directory,
/// unreadable, too large).
std::optional<std::string>
read_file(const std::string& path, Diagnostics& diagnostics, const FileLimit& limit = {});

/// A table that stands for one value (`waarde = ...` or `familie = ...` with where it comes from):
/// it replaces another such table whole, since a source belongs to its value.
bool is_value_table(const Node& node);

/// FNV-1a of 64 bits (Fowler, Noll and Vo): enough to tell files apart, not cryptographic.
std::uint64_t hash_of(std::string_view bytes);

} // namespace ketenplan::runner
