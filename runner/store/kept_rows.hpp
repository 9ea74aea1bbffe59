#pragma once

#include "input/scenario_files.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner {

/// All that the numbers of a command depend on. How many replications are wanted is left out when a
/// longer run simply goes on from a shorter one.
struct Question {
    std::string_view command;
    std::uint32_t seed = 0;
    std::vector<InputFile> files;      ///< the study and every scenario file, in a fixed order
    std::vector<std::uint64_t> counts; ///< whatever else changes the numbers
};

/// A digest of the question, of the version of the program and of its compiler. Where the files
/// stand is not in it: a folder may be moved.
std::uint64_t digest_of(const Question& question);

/// What a stopped command leaves for the next run of the same question: rows of 64-bit words
/// (doubles as their bits) in named stages, in a file of text. A stage is always a whole beginning:
/// rows 0 to k - 1 of what the command works out in a fixed order, or rows that each say what they
/// are of.
class KeptRows {
public:
    using Row = std::vector<std::uint64_t>;
    using Rows = std::vector<Row>;

    /// Reads what is at `path`. A file that is not there, belongs to another question, was cut
    /// short or was damaged counts as none.
    KeptRows(std::string path, std::uint64_t question);

    /// By name; a name is one line of text.
    [[nodiscard]] std::map<std::string, Rows>& stages() { return stages_; }
    /// The rows of one stage; none when it has not been kept.
    [[nodiscard]] Rows& rows(const std::string& stage) { return stages_[stage]; }

    /// Whether no stage has a row.
    [[nodiscard]] bool empty() const;

    /// Replaces the file. Throws OutputError.
    void save() const;
    /// Removes the file: the question has been answered. Throws OutputError.
    void forget() const;

private:
    std::string path_;
    std::uint64_t question_;
    std::map<std::string, Rows> stages_;
};

/// Where a command that writes to `directory` keeps its rows.
std::string kept_rows_path(const std::string& directory);

/// Tells on standard error how much of an earlier run was found: "312 replicaties". Nothing at 0.
void tell_found(std::size_t count, std::string_view what);

/// Saves, and says that the same command goes on from there. Nothing when there are no rows.
void keep_for_next_run(const KeptRows& kept);

/// The bits of numbers, and back.
KeptRows::Row bits_of(std::span<const double> values);
std::vector<double> doubles_of(std::span<const std::uint64_t> words);

} // namespace ketenplan::runner
