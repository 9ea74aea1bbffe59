#include "store/kept_rows.hpp"

#include "command_line.hpp"
#include "engine/fingerprint.hpp"
#include "output/atomic_file.hpp"
#include "output/manifest.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

namespace ketenplan::runner {

namespace {

constexpr std::string_view kind = "ketenplan-tussenstand 2";
constexpr std::string_view stage_word = "deel ";
constexpr std::string_view row_word = "rij";
constexpr std::string_view end_word = "einde ";

std::string first_line(std::uint64_t question) {
    return fmt::format("{} {:016x}", kind, question);
}

/// Counts and digests what a file holds: a file without the right last line was cut short, or
/// changed.
class Contents {
public:
    void add_stage(std::string_view name) { digest_.add(hash_of(name)); }
    void add_row(std::span<const std::uint64_t> row) {
        ++rows_;
        digest_.add(row.size());
        for (const std::uint64_t word : row)
            digest_.add(word);
    }
    [[nodiscard]] std::string last_line() const {
        return fmt::format("{}{} {:016x}", end_word, rows_, digest_.value());
    }

private:
    std::size_t rows_ = 0;
    engine::Fingerprint digest_;
};

/// The words of "rij 1f 3ff0000000000000"; nothing when one of them is no number.
std::optional<KeptRows::Row> words_of(std::string_view line) {
    KeptRows::Row row;
    const char* at = line.data() + row_word.size();
    const char* const end = line.data() + line.size();
    constexpr int hexadecimal = 16;
    while (at != end) {
        std::uint64_t word = 0;
        const auto [next, error] = std::from_chars(at + 1, end, word, hexadecimal);
        if (*at != ' ' || error != std::errc{})
            return std::nullopt;
        row.push_back(word);
        at = next;
    }
    return row;
}

/// What the lines after the first one hold; nothing when the file is not whole.
std::map<std::string, KeptRows::Rows> read_stages(std::istream& file) {
    std::map<std::string, KeptRows::Rows> stages;
    KeptRows::Rows* stage = nullptr;
    Contents contents;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with(stage_word)) {
            const std::string name = line.substr(stage_word.size());
            contents.add_stage(name);
            stage = &stages[name];
        } else if (line.starts_with(row_word) && stage != nullptr) {
            auto row = words_of(line);
            if (!row)
                return {};
            contents.add_row(*row);
            stage->push_back(std::move(*row));
        } else {
            return line == contents.last_line() ? std::move(stages)
                                                : std::map<std::string, KeptRows::Rows>{};
        }
    }
    return {};
}

} // namespace

std::uint64_t digest_of(const Question& question) {
    std::string all = fmt::format(
        "{} {} {} {}", program_version(), compiler_name(), question.command, question.seed);
    for (const InputFile& file : question.files)
        all += fmt::format(" {:016x}", file.hash);
    for (const std::uint64_t count : question.counts)
        all += fmt::format(" {}", count);
    return hash_of(all);
}

KeptRows::KeptRows(std::string path, std::uint64_t question)
    : path_(std::move(path)), question_(question) {
    std::ifstream file(path_);
    std::string line;
    if (std::getline(file, line) && line == first_line(question_))
        stages_ = read_stages(file);
}

bool KeptRows::empty() const {
    return std::ranges::all_of(stages_, [](const auto& stage) { return stage.second.empty(); });
}

void KeptRows::save() const {
    std::string text = first_line(question_) + "\n";
    Contents contents;
    for (const auto& [name, rows] : stages_) {
        if (rows.empty())
            continue;
        contents.add_stage(name);
        text += fmt::format("{}{}\n", stage_word, name);
        for (const Row& row : rows) {
            contents.add_row(row);
            text += row_word;
            for (const std::uint64_t word : row)
                fmt::format_to(std::back_inserter(text), " {:x}", word);
            text += '\n';
        }
    }
    text += contents.last_line() + "\n";
    write_atomically(path_, text);
}

void KeptRows::forget() const {
    remove_file(path_);
}

std::string kept_rows_path(const std::string& directory) {
    return directory + "/tussenstand.txt";
}

void tell_found(std::size_t count, std::string_view what) {
    if (count > 0)
        fmt::print(stderr, "Verder vanaf {} {} van een eerdere, gestopte run.\n", count, what);
}

void keep_for_next_run(const KeptRows& kept) {
    if (kept.empty())
        return;
    kept.save();
    fmt::print("Wat is nagespeeld is bewaard: dezelfde opdracht gaat daar verder.\n");
}

KeptRows::Row bits_of(std::span<const double> values) {
    KeptRows::Row row;
    row.reserve(values.size());
    for (const double value : values)
        row.push_back(std::bit_cast<std::uint64_t>(value));
    return row;
}

std::vector<double> doubles_of(std::span<const std::uint64_t> words) {
    std::vector<double> values;
    values.reserve(words.size());
    for (const std::uint64_t word : words)
        values.push_back(std::bit_cast<double>(word));
    return values;
}

} // namespace ketenplan::runner
