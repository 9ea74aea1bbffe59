#pragma once

#include "input/ensemble_file.hpp"
#include "input/scenario.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// A number of a scenario that is not known: somewhere from `low` to `high`, in native units.
struct UncertainNumber {
    std::string path;
    units::Dimension dimension = units::Dimension::count;
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    bool whole = false; ///< only whole numbers
    std::string spread; ///< `verdeling`; empty is uniform
    std::string assumption;
};

/// The numbers of a scenario with `laag` below `hoog` that are asked for, in the order of the file.
std::vector<UncertainNumber>
uncertain_numbers(const Scenario& scenario,
                  const std::function<bool(const ParameterRecord&)>& asked_for);

/// Whether a number is assumed: no document gives it.
bool is_assumption(const ParameterRecord& record);

/// Whether a record has `laag` below `hoog`.
bool can_vary(const ParameterRecord& record);

/// The value of a number below which a share `u` (0 to 1) of its uncertainty lies, by its
/// `verdeling` between `laag` and `hoog`: pert (a beta distribution; Malcolm, Roseboom, Clark and
/// Fazar, Operations Research 7, 1959, with their weight of four for the top), also when none is
/// given; uniform; driehoek with its top at the value; normaal and lognormaal with 95% between the
/// bounds, cut off there. A whole number is one of these from half below the lowest to half above
/// the highest, rounded.
double at_quantile(const UncertainNumber& number, double u);

struct Change {
    const UncertainNumber* number = nullptr;
    double value = 0.0;
};

/// A scenario with other numbers: its parameters, or what rule it would break, in words.
struct Varied {
    std::optional<parameters::Parameters> parameters;
    std::string problem;
};
Varied with_changes(ScenarioTree tree, std::span<const Change> changes);

/// Scenarios in which everything that is not known is drawn: what a calibration fitted from its
/// ensemble, the members taking turns; `numbers`, which it does not give, each from its range by
/// itself. Draws that contradict one another are made again.
class UncertainScenarios {
public:
    UncertainScenarios(ScenarioTree basis,
                       std::vector<UncertainNumber> numbers,
                       std::vector<EnsembleMember> ensemble,
                       std::uint32_t seed);

    /// A scenario that was drawn, and what for each of the numbers, in their order, in native
    /// units; those of the ensemble are not among them.
    struct Drawn {
        parameters::Parameters parameters;
        std::vector<double> values;
    };

    /// The same for the same replication, whoever asks. A draw belongs to the path of its number:
    /// one number more changes no other's. Throws InputError when a hundred draws in a row
    /// contradict themselves. `again` gives other draws, for a scenario that turned out too large
    /// to be simulated; below 100. May be called from several threads.
    [[nodiscard]] Drawn drawn(std::uint32_t replication, std::uint32_t again = 0) const;
    [[nodiscard]] parameters::Parameters of(std::uint32_t replication,
                                            std::uint32_t again = 0) const {
        return drawn(replication, again).parameters;
    }

private:
    [[nodiscard]] std::vector<Change> draw(std::uint32_t replication, std::uint32_t attempt) const;

    ScenarioTree basis_;
    std::vector<UncertainNumber> numbers_;
    std::vector<EnsembleMember> ensemble_;
    std::uint32_t seed_;
};

} // namespace ketenplan::runner
