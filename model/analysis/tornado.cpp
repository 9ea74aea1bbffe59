#include "analysis/tornado.hpp"

#include "analysis/intervals.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace ketenplan::analysis {

namespace {

std::array<const Estimate*, 3> differences(const Swing& swing) {
    return {&swing.across.verschil, &swing.low.verschil, &swing.high.verschil};
}

/// The largest square of a difference beyond its own error variance; 0 when all are noise.
double square_beyond_noise(const Swing& swing) {
    double largest = 0.0;
    for (const Estimate* e : differences(swing)) {
        const double square = e->mean * e->mean - e->standard_error * e->standard_error;
        if (e->n >= 2 && square > largest)
            largest = square;
    }
    return largest;
}

} // namespace

Swing swing_of(std::span<const double> basis,
               std::span<const double> low,
               std::span<const double> high) {
    return {compare(basis, low), compare(basis, high), compare(low, high)};
}

double reach(const Swing& swing) {
    double largest = std::numeric_limits<double>::quiet_NaN();
    for (const Estimate* e : differences(swing)) {
        if (std::isnan(largest) || std::abs(e->mean) > largest)
            largest = std::abs(e->mean);
    }
    return largest;
}

bool is_certain(const Swing& swing, std::size_t many) {
    return std::ranges::any_of(differences(swing), [&](const Estimate* e) {
        if (e->n < 2)
            return false;
        const double t = student_t_simultaneous(e->n - 1, 0.95, 3 * many);
        return std::abs(e->mean) > t * e->standard_error;
    });
}

std::vector<std::size_t> most_influential(std::span<const std::vector<Swing>> swings,
                                          std::size_t most) {
    std::vector<double> parts(swings.empty() ? 0 : swings.front().size(), 0.0);
    for (const std::vector<Swing>& of_measure : swings) {
        double sum = 0.0;
        for (const Swing& swing : of_measure)
            sum += square_beyond_noise(swing);
        for (std::size_t i = 0; i < parts.size() && sum > 0.0; ++i)
            parts[i] = std::max(parts[i], square_beyond_noise(of_measure[i]) / sum);
    }
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return parts[i] <= 0.0; });
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return parts[a] > parts[b]; });
    order.resize(std::min(order.size(), most));
    std::ranges::sort(order);
    return order;
}

} // namespace ketenplan::analysis
