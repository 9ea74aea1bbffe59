#include "store/kept_trials.hpp"

#include "store/kept_rows.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace ketenplan::runner {

namespace {

/// A stage is called after set and formatie: "zoektocht 14,18".
std::string stage_name(const std::string& set, const analysis::Formatie& formatie) {
    return fmt::format("{} {}", set, fmt::join(formatie, ","));
}

struct Stage {
    std::string set;
    analysis::Formatie formatie;
};

/// Nothing when the name is not of a set of trials.
std::optional<Stage> stage_of(std::string_view name) {
    const std::size_t space = name.find(' ');
    if (space == std::string_view::npos)
        return std::nullopt;
    Stage stage{std::string(name.substr(0, space)), {}};
    const char* at = name.data() + space;
    const char* const end = name.data() + name.size();
    while (at != end) { // `at` is at a space or a comma
        analysis::Formatie::value_type steps = 0;
        const auto [next, error] = std::from_chars(at + 1, end, steps);
        if (error != std::errc{} || (next != end && *next != ','))
            return std::nullopt;
        stage.formatie.push_back(steps);
        at = next;
    }
    return stage;
}

} // namespace

void save_trials(const std::string& path, std::uint64_t question, const TrialState& state) {
    KeptRows kept(path, question);
    kept.stages().clear(); // the state has all that was read from it
    for (const auto& [set, trials] : state.sets) {
        for (const auto& [formatie, replications] : trials) {
            KeptRows::Rows& rows = kept.rows(stage_name(set, formatie));
            for (const auto& figures : replications)
                rows.push_back(bits_of(figures));
        }
    }
    kept.save();
}

TrialState load_trials(const std::string& path, std::uint64_t question) {
    KeptRows kept(path, question);
    TrialState state;
    for (const auto& [name, rows] : kept.stages()) {
        auto stage = stage_of(name);
        if (!stage)
            return {};
        auto& replications = state.sets[stage->set][stage->formatie];
        for (const KeptRows::Row& row : rows)
            replications.push_back(doubles_of(row));
    }
    return state;
}

} // namespace ketenplan::runner
