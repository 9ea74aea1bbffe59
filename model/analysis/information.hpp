#pragma once

#include "analysis/value.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

/// What it is worth to know one parameter, or to learn of it from a sample. Sources, choices and
/// limits: docs/methods/value-of-information.md.
namespace ketenplan::analysis {

/// What one parameter tells of a choice: per draw, the expected costs and effects of every strategy
/// beyond those of the first, given that draw's value of the parameter.
///
/// By nonparametric regression (Strong, Oakley and Brennan, Medical Decision Making 34, 2014), with
/// `smooth` for every increment. Costs and effects are smoothed apart, so that any willingness to
/// pay follows without another regression.
class Foreknowledge {
public:
    /// `parameter` is an index in the table; the table must outlive this.
    Foreknowledge(const PsaTable& table, std::size_t parameter);

    [[nodiscard]] const PsaTable& table() const { return *table_; }
    /// The expected net benefit beyond that of the first strategy, per strategy and draw; euro.
    [[nodiscard]] std::vector<std::vector<double>> incremental_benefits(double price) const;

private:
    const PsaTable* table_;
    std::vector<std::vector<double>> costs_;   ///< per strategy, the first all 0
    std::vector<std::vector<double>> effects_; ///< idem
};

/// A value of information in euro per decision of the table, with its standard error and 95%
/// interval, whose low end is at least 0.
struct InformationValue {
    double value = 0.0;
    double standard_error = 0.0;
    Interval interval;
};

/// The expected value of knowing the parameter exactly (EVPPI): the mean over draws of the highest
/// conditional expectation, less the highest mean.
///
/// Its standard error is that of the mean net benefit of choosing by the fitted curves, draw by
/// draw, over always choosing the best: to first order the curves may be taken as known, because at
/// the best choice a small error in them costs nothing (Luedtke and van der Laan, Annals of
/// Statistics 44, 2016, for the value of an optimal rule). It says 0 where no value of the
/// parameter would change the choice.
InformationValue evppi(const Foreknowledge& knowledge, double price);

/// The part of a parameter's variance that a sample of `persons` is expected to take away when what
/// is known beforehand is worth `prior` persons: persons / (persons + prior). `prior` above 0.
double learnt_share(double persons, double prior);

/// The expected value of sample information (EVSI): as EVPPI, but of a study of `persons` when what
/// is known now is worth `prior` persons, by the Gaussian approximation of Jalal and
/// Alarid-Escudero, Medical Decision Making 38 (2018): every basis function of the regression, and
/// with it the conditional expectation, is drawn towards its mean by the square root of
/// `learnt_share`. That is exact when the parameter and its data are normal and the net benefit is
/// linear in it.
InformationValue evsi(const Foreknowledge& knowledge, double price, double persons, double prior);

/// How many persons the knowledge of a chance is worth, from its draws: a + b of the beta
/// distribution with their mean and variance, each person being one yes or no. Nothing unless all
/// draws lie strictly between 0 and 1, differ, and that sum is above 0.
std::optional<double> persons_behind_chance(std::span<const double> draws);

} // namespace ketenplan::analysis
