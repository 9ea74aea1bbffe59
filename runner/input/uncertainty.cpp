#include "input/uncertainty.hpp"

#include "casus/stromen.hpp"
#include "engine/defect.hpp"
#include "engine/distribution.hpp"
#include "engine/elementary.hpp"
#include "input/node_path.hpp"
#include "parameters/path_visitor.hpp"
#include "units/text.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace ketenplan::runner {

namespace {

/// The paths of numbers that must be whole.
class WholeNumbers : public parameters::PathVisitor {
public:
    void number(const parameters::NumberRow& row, double&) override {
        if (row.range.whole)
            paths.insert(path(row.row.key));
    }
    void number_list(const parameters::NumberRow& row,
                     parameters::Size,
                     std::vector<double>& values) override {
        for (std::size_t i = 0; row.range.whole && i < values.size(); ++i)
            paths.insert(fmt::format("{}[{}]", path(row.row.key), i + 1));
    }
    void number_map(const parameters::NumberRow& row,
                    std::string_view,
                    parameters::Size,
                    std::vector<parameters::KeyedNumber>& values) override {
        for (const parameters::KeyedNumber& value : values) {
            if (row.range.whole)
                paths.insert(path(row.row.key) + "." + value.key);
        }
    }
    std::set<std::string> paths;
};

std::set<std::string> whole_numbers(parameters::Parameters p) {
    WholeNumbers visitor;
    declare(visitor, p);
    return std::move(visitor.paths);
}

/// The 0.025 + 0.95 u point of the standard normal, in units of the 0.975 point: from -1 to 1.
double normal_share(double u) {
    const boost::math::normal_distribution<double> normal;
    return boost::math::quantile(normal, 0.025 + 0.95 * u) / boost::math::quantile(normal, 0.975);
}

double triangle_share(double top, double u) {
    if (u <= top)
        return std::sqrt(u * top);
    return 1.0 - std::sqrt((1.0 - u) * (1.0 - top));
}

double lognormal_share(const UncertainNumber& n, double u) {
    const double low = engine::exact_log(n.low);
    const double high = engine::exact_log(n.high);
    const double at = 0.5 * (low + high) + 0.5 * (high - low) * normal_share(u);
    return (engine::exact_exp(at) - n.low) / (n.high - n.low);
}

/// How far from `low` to `high`, from 0 to 1.
double share_at(const UncertainNumber& n, double u) {
    const double top = (n.value - n.low) / (n.high - n.low);
    if (n.spread == "driehoek")
        return triangle_share(top, u);
    if (n.spread == "pert" || n.spread.empty())
        return boost::math::quantile(
            boost::math::beta_distribution<double>(1.0 + 4.0 * top, 5.0 - 4.0 * top), u);
    if (n.spread == "normaal")
        return 0.5 + 0.5 * normal_share(u);
    if (n.spread == "lognormaal" && n.low > 0.0)
        return lognormal_share(n, u);
    return u;
}

} // namespace

double at_quantile(const UncertainNumber& number, double u) {
    constexpr double half = 0.5;
    UncertainNumber n = number;
    if (n.whole) {
        n.low = std::ceil(n.low) - half;
        n.high = std::floor(n.high) + half;
    }
    // A library's last bits must not reach a draw of the simulation.
    constexpr double digits = 1e9;
    const double share = std::round(share_at(n, u) * digits) / digits;
    const double value = std::clamp(n.low + share * (n.high - n.low), n.low, n.high);
    if (!n.whole)
        return value;
    return std::clamp(std::floor(value + half), n.low + half, n.high - half);
}

bool is_assumption(const ParameterRecord& record) {
    return !record.assumption.empty();
}

bool can_vary(const ParameterRecord& record) {
    return record.number && record.low && record.high && *record.low < *record.high;
}

std::vector<UncertainNumber>
uncertain_numbers(const Scenario& scenario,
                  const std::function<bool(const ParameterRecord&)>& asked_for) {
    const std::set<std::string> whole = whole_numbers(scenario.parameters);
    std::vector<UncertainNumber> numbers;
    for (const ParameterRecord& r : scenario.records) {
        if (can_vary(r) && asked_for(r))
            numbers.push_back({r.path,
                               r.dimension,
                               *r.number,
                               *r.low,
                               *r.high,
                               whole.contains(r.path),
                               r.spread,
                               r.assumption});
    }
    return numbers;
}

Varied with_changes(ScenarioTree tree, std::span<const Change> changes) {
    for (const Change& change : changes) {
        const UncertainNumber& n = *change.number;
        engine::ensure(set_number(tree.root, n.path, change.value, n.dimension),
                       "a number of the basis that is not in its tree");
    }
    Diagnostics found;
    Varied result;
    parameters::Parameters p = read_scenario(tree, found).parameters;
    for (const Diagnostic& d : found.items()) {
        if (d.problem.severity == parameters::Severity::error && result.problem.empty())
            result.problem = fmt::format("`{}` {}", d.problem.path, d.problem.what);
    }
    if (!found.has_errors())
        result.parameters = std::move(p);
    return result;
}

UncertainScenarios::UncertainScenarios(ScenarioTree basis,
                                       std::vector<UncertainNumber> numbers,
                                       std::vector<EnsembleMember> ensemble,
                                       std::uint32_t seed)
    : basis_(std::move(basis)), numbers_(std::move(numbers)), ensemble_(std::move(ensemble)),
      seed_(seed) {}

std::vector<Change> UncertainScenarios::draw(std::uint32_t replication,
                                             std::uint32_t attempt) const {
    std::vector<Change> changes;
    for (const UncertainNumber& n : numbers_) {
        engine::Stream stream({seed_, replication},
                              {.purpose = static_cast<std::uint8_t>(casus::Doel::aanname),
                               .step = attempt,
                               .a = units::stable_hash(n.path)});
        changes.push_back({&n, at_quantile(n, engine::uniform(stream))});
    }
    return changes;
}

UncertainScenarios::Drawn UncertainScenarios::drawn(std::uint32_t replication,
                                                    std::uint32_t again) const {
    constexpr std::uint32_t most_attempts = 100;
    ScenarioTree fitted;
    if (!ensemble_.empty()) {
        const EnsembleMember& member = ensemble_[replication % ensemble_.size()];
        fitted = with_changes(basis_, member.changes, {.file = "ensemble"});
    }
    const ScenarioTree& tree = ensemble_.empty() ? basis_ : fitted;
    std::string problem;
    for (std::uint32_t attempt = 0; attempt < most_attempts; ++attempt) {
        const auto changes = draw(replication, again * most_attempts + attempt);
        Varied varied = with_changes(tree, changes);
        if (varied.parameters) {
            Drawn result{*std::move(varied.parameters), {}};
            for (const Change& change : changes)
                result.values.push_back(change.value);
            return result;
        }
        problem = std::move(varied.problem);
    }
    throw InputError(
        fmt::format("de bereiken van de aannames spreken elkaar tegen: in {} trekkingen op rij kon "
                    "het scenario niet bestaan; de laatste: {}\n    -> maak de bereiken (`laag` en "
                    "`hoog`) smaller\n",
                    most_attempts,
                    problem));
}

} // namespace ketenplan::runner
