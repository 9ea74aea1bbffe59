#pragma once

#include "analysis/comparison.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// Whether a house meets its norms in enough of its years, told from as few replications as that
/// takes. See docs/methods/selection.md.
namespace ketenplan::analysis {

/// What a sequential test says.
enum class Oordeel : std::uint8_t {
    loopt, ///< not yet: more observations are needed
    voldoet,
    voldoet_niet,
    niet_te_onderscheiden, ///< `most` observations did not tell: probably near the norm
};

/// A test whether the share of successes is at least `low`..`high`: for a norm p0 with indifference
/// zone delta those are p0 - delta and p0 (strict), or p0 - delta and p0 + delta (symmetric). In
/// between either answer is right.
struct ProportionPlan {
    double low = 0.85;   ///< from here down it must not be said to meet the norm; above 0
    double high = 0.95;  ///< from here up it must be said to; between `low` and 1
    double alpha = 0.05; ///< chance of "voldoet" at or below `low`, at most
    double beta = 0.05;  ///< chance of "voldoet_niet" at or above `high`, at most; alpha + beta < 1
    std::size_t most = 2000; ///< observations, at least 1; then it is "niet_te_onderscheiden"
};

/// p0 with its zone, the errors alike.
ProportionPlan
around_norm(double p0, double delta, double error, std::size_t most); ///< p0 +- delta
ProportionPlan
below_norm(double p0, double delta, double error, std::size_t most); ///< p0 - delta to p0

/// The sequential probability ratio test of Wald (Annals of Mathematical Statistics 16, 1945) for
/// independent successes and failures. Its limits are log(1 / alpha) and log(beta), not Wald's
/// log((1 - beta) / alpha) and log(beta / (1 - alpha)): those hold the errors only in sum, these
/// hold each (the likelihood ratio is a martingale: Ville, 1939), wherever the test is cut off, for
/// 1 or 2% more observations. Throws engine::Defect for a plan outside its limits.
class ProportionTest {
public:
    explicit ProportionTest(const ProportionPlan& plan);

    /// One more observation; does nothing once there is an answer.
    void add(bool success);
    [[nodiscard]] Oordeel oordeel() const { return oordeel_of(trials_, successes_); }
    [[nodiscard]] std::size_t trials() const { return trials_; }
    [[nodiscard]] std::size_t successes() const { return successes_; }
    /// What a test with so many observations says, if it said nothing before.
    [[nodiscard]] Oordeel oordeel_of(std::size_t trials, std::size_t successes) const;

private:
    double per_success_;
    double per_failure_;
    double upper_;
    double lower_;
    std::size_t most_;
    std::size_t trials_ = 0;
    std::size_t successes_ = 0;
};

/// What a plan does when the true share is p.
struct OperatingCharacteristic {
    double voldoet = 0.0; ///< chances; together 1
    double voldoet_niet = 0.0;
    double niet_te_onderscheiden = 0.0;
    double expected_trials = 0.0;
};

/// Exact, by recursion over the numbers of trials and successes: most^2 steps at worst. `p` from 0
/// to 1.
OperatingCharacteristic operating_characteristic(const ProportionPlan& plan, double p);

/// A norm for a number that each year gives: a share of cases in time, a wait. `goed` says which
/// side of the limit is good, the limit itself included; not Richting::geen.
struct Jaarnorm {
    double grens = 0.0;
    Richting goed = Richting::lager;
};

/// Whether a year meets a norm; nothing for a year in which nothing was observed (not a number):
/// that is no observation.
std::optional<bool> meets(const Jaarnorm& norm, double value);

/// Several norms for one house: "voldoet" when it meets all.
///
/// Every norm has a test of its own. "voldoet" is said when all tests say so, so that each may err
/// with the whole of alpha: when some norm is not met, its own test already holds the chance of
/// saying that all are (intersection-union; Berger, Technometrics 24, 1982). "voldoet_niet" is said
/// as soon as one does, and any of them may do so wrongly: each has beta / m (Bonferroni, whatever
/// their dependence; as the feasibility checks of Andradottir and Kim, Naval Research Logistics 57,
/// 2010). The errors of the whole are then at most alpha and beta.
class NormenTest {
public:
    /// Of every plan `low`, `high` and `most` count; `alpha` and `beta` are those of the whole.
    NormenTest(std::span<const ProportionPlan> plans, double alpha, double beta);

    /// The outcome of one replication: per norm whether it was met; nothing where nothing was
    /// observed.
    void add(std::span<const std::optional<bool>> met);
    [[nodiscard]] Oordeel oordeel() const;
    [[nodiscard]] std::span<const ProportionTest> tests() const { return tests_; }

private:
    std::vector<ProportionTest> tests_;
};

} // namespace ketenplan::analysis
