#pragma once

#include "casus/recidivefit.hpp"
#include "engine/distribution.hpp"
#include "engine/gamma_pair.hpp"
#include "engine/hazard_clock.hpp"
#include "engine/time.hpp"
#include "parameters/parameters.hpp"

#include <array>
#include <optional>
#include <vector>

namespace ketenplan::casus {

constexpr std::size_t aantal_leefgebieden = parameters::leefgebied_namen.size();
constexpr double seconden_per_jaar = 365.2425 * 86400.0;

/// A span of whole days for the years in which follow-up is counted: 365.2425 days each.
engine::Seconds jaren(int aantal);

/// What follows from the parameters about the lives of persons: hazards, ratios, prices.
struct Levensopzet {
    explicit Levensopzet(const parameters::Parameters& p);

    engine::GammaPair frailty;
    engine::PiecewiseLinear herhaling; ///< cumulative hazard since the last melding, of frailty 1
    engine::PiecewiseLinear recidive;  ///< the same since release, without knelpunten
    engine::PiecewiseLinear per_jaar;  ///< 1 a year
    Mengsel mengsel;                   ///< of who is released
    std::vector<engine::Seconds> vervolg; ///< the follow-up times
    double vertrek = 0.0;                 ///< per year
    std::array<double, aantal_leefgebieden> knelpunt{};
    std::array<double, aantal_leefgebieden> verhouding{};
    double verhouding_nazorg = 1.0;            ///< of hazards, at the median odds ratio
    engine::Distribution detentie_na;          ///< days
    engine::Distribution verblijf;             ///< days
    std::optional<std::uint16_t> detentiebron; ///< that reports detentions after the first
    std::vector<double> herhaalgewichten;      ///< per bron

    /// From a date on, herhaalmeldingen of a bron come `factor` times as often.
    struct Stap {
        engine::Time op{};
        std::vector<double> gewichten; ///< per bron, with the factors that hold
        double factor = 1.0;           ///< of all herhaalmeldingen together
    };
    std::vector<Stap> stappen; ///< in order of time; the first holds from the beginning
    double grootste_factor = 1.0;

    [[nodiscard]] const Stap& stap(engine::Time nu) const;
    /// Whether known persons can come back at all.
    [[nodiscard]] bool keert_iemand_terug() const;
    /// The ratio of hazards under nazorg that an odds ratio on two-year recidive comes down to,
    /// when nazorg lasts its termijn and effectduur from release.
    [[nodiscard]] double nazorg_verhouding(double odds_ratio) const;

private:
    double terugkeer_ = 0.0;
    double onder_nazorg_ = 0.0; ///< hazard used up by the end of nazorg
    double in_twee_jaar_ = 0.0;
};

} // namespace ketenplan::casus
