#pragma once

#include "analysis/figures.hpp"
#include "analysis/replications.hpp"
#include "engine/defect.hpp"
#include "parameters/parameters.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// Simulated years of one house under many formaties.
namespace ketenplan::analysis {

/// How many steps of fte each post that may vary has, in the order of the question.
using Formatie = std::vector<std::int32_t>;

/// A post of the scenario that may vary.
struct Zoekpost {
    std::size_t post = 0; ///< index into parameters.formatie.posten
    std::string naam;     ///< for people
    int minimum = 0;      ///< steps, from here
    int maximum = 0;      ///< to here; at least the minimum
    double gewicht = 1.0; ///< what a step costs, compared with steps of other posts; above 0
};

/// Years under one formatie after another, replication by replication; each formatie meets the same
/// chance in the same replication. What has been simulated is kept.
class Proeven {
public:
    virtual ~Proeven() = default;
    /// Makes replications 0 to `count` - 1 of this formatie, as far as they are not there, and
    /// returns how many there are: fewer when stopped.
    virtual std::size_t maak(const Formatie& formatie, std::size_t count) = 0;
    /// The figures of one replication that has been made: one per Figure; not a number when
    /// nothing was observed.
    [[nodiscard]] virtual std::span<const double> cijfers(const Formatie& formatie,
                                                          std::size_t replication) const = 0;
};

/// The parameters with another formatie: each post gets its steps times `stap` fte, divided over
/// appointments as the scenario divides fte.
parameters::Parameters met_formatie(parameters::Parameters parameters,
                                    std::span<const Zoekpost> posten,
                                    const Formatie& formatie,
                                    double stap);

/// The scenario of a replication, before its formatie; `again` counts earlier ones that turned out
/// too large to be simulated. Called from several threads at once.
using Scenariobron =
    std::function<parameters::Parameters(std::uint32_t replication, std::uint32_t again)>;

/// What `run` makes of the first scenario of a replication that is not too large to be simulated.
/// Throws engine::TooLarge when twenty in a row are.
template <class Bron, class Run>
auto in_first_that_fits(const Bron& bron, std::uint32_t replication, const Run& run) {
    constexpr std::uint32_t most_scenarios = 20;
    for (std::uint32_t again = 0;; ++again) {
        auto scenario = bron(replication, again);
        try {
            return run(std::move(scenario));
        } catch (const engine::TooLarge&) {
            if (again + 1 == most_scenarios)
                throw;
        }
    }
}

/// What is asked of simulated years.
struct Proefopzet {
    std::vector<Zoekpost> posten;
    double stap = 0.1; ///< fte
    std::vector<Figure> cijfers;
    std::uint32_t seed = 1;
    /// Replications from here on are used, so that two sets of trials with one seed can be
    /// independent of each other.
    std::uint32_t first = 0;
};

/// Years simulated by the model.
class GesimuleerdeProeven final : public Proeven {
public:
    /// All years of one scenario. They throw Defect when a figure is not an outcome of it.
    GesimuleerdeProeven(parameters::Parameters basis, Proefopzet opzet, Executor& executor)
        : basis_(std::move(basis)), opzet_(std::move(opzet)), executor_(executor) {}
    /// Each year of a scenario of its own, the same for every formatie.
    GesimuleerdeProeven(Scenariobron bron, Proefopzet opzet, Executor& executor)
        : bron_(std::move(bron)), opzet_(std::move(opzet)), executor_(executor) {}

    std::size_t maak(const Formatie& formatie, std::size_t count) override;
    [[nodiscard]] std::span<const double> cijfers(const Formatie& formatie,
                                                  std::size_t replication) const override;

    /// All that has been simulated, per formatie a row per replication, for who keeps it on a disk.
    using Stand = std::map<Formatie, std::vector<std::vector<double>>>;
    [[nodiscard]] const Stand& stand() const { return rows_; }
    /// What an earlier run of the same question kept; replaces what is there.
    void hervat(Stand stand) { rows_ = std::move(stand); }
    /// Replications simulated by this object.
    [[nodiscard]] std::size_t gesimuleerd() const { return made_; }

private:
    [[nodiscard]] casus::Opzet house(parameters::Parameters scenario,
                                     const Formatie& formatie) const;
    [[nodiscard]] std::vector<double> drawn_year(const Formatie& formatie,
                                                 engine::ReplicationKey key) const;

    std::optional<parameters::Parameters> basis_; ///< one of these two
    Scenariobron bron_;
    Proefopzet opzet_;
    Executor& executor_;
    Stand rows_;
    std::size_t made_ = 0;
};

} // namespace ketenplan::analysis
