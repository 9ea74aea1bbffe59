#pragma once

#include "analysis/replications.hpp"
#include "parameters/parameters.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
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

/// A figure that is kept of each simulated year.
struct Cijfer {
    std::string maat;
    std::string plaats; ///< the cell
};

/// Reads some figures off an outcome.
class Cijferlezer {
public:
    /// Throws Defect when a figure is not an outcome of the scenario. `opzet` must stay alive.
    Cijferlezer(const casus::Opzet& opzet, std::span<const Cijfer> cijfers);
    /// One per figure: the mean over measured years; not a number when nothing was observed.
    [[nodiscard]] std::vector<double> lees(const casus::Uitkomst& uitkomst) const;

private:
    const casus::Opzet* opzet_;
    std::vector<Column> columns_;
    std::vector<std::vector<std::size_t>> wanted_; ///< per figure the columns of its years
};

/// Years under one formatie after another, replication by replication; each formatie meets the same
/// chance in the same replication. What has been simulated is kept.
class Proeven {
public:
    virtual ~Proeven() = default;
    /// Makes replications 0 to `count` - 1 of this formatie, as far as they are not there, and
    /// returns how many there are: fewer when stopped.
    virtual std::size_t maak(const Formatie& formatie, std::size_t count) = 0;
    /// The figures of one replication that has been made: one per Cijfer, the mean over measured
    /// years; not a number when nothing was observed.
    [[nodiscard]] virtual std::span<const double> cijfers(const Formatie& formatie,
                                                          std::size_t replication) const = 0;
};

/// The parameters with another formatie: each post gets its steps times `stap` fte, divided over
/// appointments as the scenario divides fte.
parameters::Parameters met_formatie(parameters::Parameters parameters,
                                    std::span<const Zoekpost> posten,
                                    const Formatie& formatie,
                                    double stap);

/// Years simulated by the model.
class GesimuleerdeProeven final : public Proeven {
public:
    /// Replications from `first` on are used, so that two sets of trials with one seed can be
    /// independent of each other. Throws Defect when a figure is not an outcome of the scenario.
    GesimuleerdeProeven(parameters::Parameters basis,
                        std::vector<Zoekpost> posten,
                        double stap,
                        std::vector<Cijfer> cijfers,
                        std::uint32_t seed,
                        std::uint32_t first,
                        Executor& executor);

    std::size_t maak(const Formatie& formatie, std::size_t count) override;
    [[nodiscard]] std::span<const double> cijfers(const Formatie& formatie,
                                                  std::size_t replication) const override;

    /// All that has been simulated, per formatie a row per replication, for who keeps it on a disk.
    using Stand = std::map<Formatie, std::vector<std::vector<double>>>;
    [[nodiscard]] const Stand& stand() const { return rows_; }
    /// What an earlier run of the same question kept; replaces what is there.
    void hervat(Stand stand) { rows_ = std::move(stand); }
    [[nodiscard]] std::size_t gesimuleerd() const {
        return made_;
    } ///< replications, by this object

private:
    parameters::Parameters basis_;
    std::vector<Zoekpost> posten_;
    double stap_;
    std::vector<Cijfer> cijfers_;
    std::uint32_t seed_;
    std::uint32_t first_;
    Executor& executor_;
    Stand rows_;
    std::size_t made_ = 0;
};

} // namespace ketenplan::analysis
