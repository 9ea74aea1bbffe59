#include "store/trial_state.hpp"

#include "output/atomic_file.hpp"

#include <fmt/format.h>

#include <bit>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>

namespace ketenplan::runner {

namespace {

constexpr std::string_view kind = "ketenplan-tussenstand 1";

/// A number as the hexadecimal digits of its bits: nothing is lost, whatever it is.
std::string bits_of(double value) {
    return fmt::format("{:016x}", std::bit_cast<std::uint64_t>(value));
}

/// A row is "zoektocht 14,18 0123456789abcdef ...": set, formatie, figures.
std::string row_text(const std::string& set,
                     const analysis::Formatie& formatie,
                     const std::vector<double>& figures) {
    std::string text = set + " ";
    for (std::size_t d = 0; d < formatie.size(); ++d)
        text += fmt::format("{}{}", d == 0 ? "" : ",", formatie[d]);
    for (const double figure : figures)
        text += " " + bits_of(figure);
    return text + "\n";
}

bool read_row(const std::string& line, TrialState& state) {
    std::istringstream words(line);
    std::string set;
    std::string posts;
    if (!(words >> set >> posts))
        return false;
    analysis::Formatie formatie;
    std::istringstream numbers(posts);
    for (std::string one; std::getline(numbers, one, ',');)
        formatie.push_back(std::stoi(one));
    std::vector<double> figures;
    for (std::string one; words >> one;)
        figures.push_back(std::bit_cast<double>(std::uint64_t{std::stoull(one, nullptr, 16)}));
    state.sets[set][formatie].push_back(std::move(figures));
    return true;
}

std::string first_line(std::uint64_t question) {
    return fmt::format("{} {:016x}", kind, question);
}

} // namespace

void save_trials(const std::string& path, std::uint64_t question, const TrialState& state) {
    std::string text = first_line(question) + "\n";
    std::size_t rows = 0;
    for (const auto& [set, trials] : state.sets) {
        for (const auto& [formatie, replications] : trials) {
            for (const auto& figures : replications) {
                text += row_text(set, formatie, figures);
                ++rows;
            }
        }
    }
    text += fmt::format("einde {}\n", rows); // a file without it was cut short
    write_atomically(path, text);
}

TrialState load_trials(const std::string& path, std::uint64_t question) {
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line) || line != first_line(question))
        return {};
    TrialState state;
    std::size_t rows = 0;
    try {
        while (std::getline(file, line)) {
            if (line.starts_with("einde "))
                return line == fmt::format("einde {}", rows) ? state : TrialState{};
            if (!read_row(line, state))
                return {};
            ++rows;
        }
    } catch (const std::logic_error&) { // no number where one should be
        return {};
    }
    return {};
}

} // namespace ketenplan::runner
