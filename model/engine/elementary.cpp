#include "engine/elementary.hpp"

#include <array>
#include <cmath>

namespace ketenplan::engine {

namespace {

// NOLINTBEGIN(modernize-use-std-numbers): the digits are part of the method.
// ln 2 in two parts: the high one has zeros at its end, so that a product with a small integer is
// exact.
constexpr double ln2_high = 6.93147180369123816490e-01;
constexpr double ln2_low = 1.90821492927058770002e-10;

/// Horner's rule, from the highest coefficient down.
template <std::size_t n>
double polynomial(const std::array<double, n>& coefficients, double x) {
    double sum = 0.0;
    for (const double c : coefficients)
        sum = sum * x + c;
    return sum;
}

} // namespace

double exact_log(double x) {
    constexpr std::array remez{1.479819860511658591e-01,
                               1.531383769920937332e-01,
                               1.818357216161805012e-01,
                               2.222219843214978396e-01,
                               2.857142874366239149e-01,
                               3.999999999940941908e-01,
                               6.666666666666735130e-01};
    constexpr double sqrt_half = 0.70710678118654752440;
    int exponent = 0;
    double mantissa = std::frexp(x, &exponent); // exact
    if (mantissa < sqrt_half) {
        mantissa *= 2.0;
        --exponent;
    }
    const double f = mantissa - 1.0;
    const double s = f / (2.0 + f);
    const double z = s * s;
    const double r = z * polynomial(remez, z);
    const double half_square = 0.5 * f * f;
    const double k = exponent;
    return k * ln2_high - ((half_square - (s * (half_square + r) + k * ln2_low)) - f);
}

double exact_exp(double x) {
    constexpr std::array remez{4.13813679705723846039e-08,
                               -1.65339022054652515390e-06,
                               6.61375632143793436117e-05,
                               -2.77777777770155933842e-03,
                               1.66666666666666019037e-01};
    constexpr double inverse_ln2 = 1.44269504088896338700;
    const double k = std::floor(x * inverse_ln2 + 0.5);
    const double high = x - k * ln2_high;
    const double low = k * ln2_low;
    const double r = high - low;
    const double t = r * r;
    const double c = r - t * polynomial(remez, t);
    const double y = 1.0 - ((low - (r * c) / (2.0 - c)) - high);
    return std::ldexp(y, static_cast<int>(k)); // exact
}

double exact_pow(double x, double y) {
    return exact_exp(y * exact_log(x));
}

double exact_gamma(double x) {
    constexpr std::array lanczos{676.5203681218851,
                                 -1259.1392167224028,
                                 771.32342877765313,
                                 -176.61502916214059,
                                 12.507343278686905,
                                 -0.13857109526572012,
                                 9.9843695780195716e-6,
                                 1.5056327351493116e-7};
    constexpr double g = 7.0;
    constexpr double sqrt_two_pi = 2.50662827463100050242;
    const double shifted = x - 1.0;
    double sum = 0.99999999999980993;
    double i = 1.0;
    for (const double c : lanczos) {
        sum += c / (shifted + i);
        i += 1.0;
    }
    const double t = shifted + g + 0.5;
    // The power is taken in two halves, so that it does not overflow before the exponential.
    const double half_power = exact_pow(t, 0.5 * (shifted + 0.5));
    return sqrt_two_pi * half_power * exact_exp(-t) * half_power * sum;
}

// NOLINTEND(modernize-use-std-numbers)

} // namespace ketenplan::engine
