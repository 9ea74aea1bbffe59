#pragma once

#include <span>
#include <vector>

namespace ketenplan::analysis {

/// A smooth curve through points.
struct Smooth {
    std::vector<double> fitted;      ///< the height of the curve at each x, in the order given
    double degrees_of_freedom = 0.0; ///< effective: 2 is a straight line
};

/// Regresses each of `responses` on `x` by a penalised natural cubic regression spline: at most 20
/// knots, at evenly spaced order statistics of the distinct values; the penalty is the integrated
/// squared second derivative, its weight the one that minimises generalised cross-validation
/// (Craven and Wahba, Numerische Mathematik 31, 1979) with every degree of freedom counted 1.4
/// times against undersmoothing (Kim and Gu, JRSS-B 66, 2004; Wood, Generalized Additive Models,
/// 2006, section 4.5.4).
///
/// The curve is a straight line plus functions whose second derivatives are hats at the inner
/// knots, so that a line is never penalised, however skewed x is. The mean of `fitted` is that of
/// the response. With one distinct x the curve is the mean. Throws Defect when a response is not as
/// long as x or x is empty.
std::vector<Smooth> smooth(std::span<const double> x,
                           const std::vector<std::vector<double>>& responses);

} // namespace ketenplan::analysis
