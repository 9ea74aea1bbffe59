#include "engine/draws.hpp"

#include <algorithm>
#include <numeric>

namespace ketenplan::engine {

namespace {

// A sum of equal fractions may fall short of the half or whole it should reach by a rounding error.
constexpr double rounding_slack = 1e-9;

} // namespace

double Draws::sample(const StreamKey& who, const Distribution& distribution) const {
    if (mode_ == DrawMode::expected || distribution.family() == Family::constant)
        return distribution.mean();
    Stream stream(key_, who);
    return distribution.sample(stream);
}

double Draws::unit_exponential(const StreamKey& who) const {
    if (mode_ == DrawMode::expected)
        return 1.0;
    Stream stream(key_, who);
    return engine::unit_exponential(stream);
}

std::pair<double, double>
Draws::gamma_pair(const StreamKey& a, const StreamKey& b, const GammaPair& law) const {
    if (mode_ == DrawMode::expected)
        return {1.0, 1.0};
    Stream first(key_, a);
    Stream second(key_, b);
    return law.sample(first, second);
}

double Draws::uniform(const StreamKey& who) const {
    if (mode_ == DrawMode::expected)
        return 0.5;
    Stream stream(key_, who);
    return engine::uniform(stream);
}

bool Draws::chance(const StreamKey& who, double probability) {
    if (mode_ == DrawMode::expected) {
        double& owed = owed_chances_[who.purpose];
        owed += probability;
        if (owed < 0.5 - rounding_slack)
            return false;
        owed -= 1.0;
        return true;
    }
    if (probability <= 0.0)
        return false;
    if (probability >= 1.0)
        return true;
    Stream stream(key_, who);
    return engine::uniform(stream) < probability;
}

std::size_t
Draws::pick(const StreamKey& who, std::span<const double> weights, std::uint32_t table) {
    if (mode_ == DrawMode::expected)
        return deal(weights, owed_picks_[{who.purpose, table}]);
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    Stream stream(key_, who);
    double target = engine::uniform(stream) * total;
    std::size_t last_possible = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] <= 0.0)
            continue;
        if (target < weights[i])
            return i;
        target -= weights[i];
        last_possible = i; // reached only when rounding leaves a crumb of the total
    }
    return last_possible;
}

std::size_t Draws::deal(std::span<const double> weights, std::vector<double>& owed) {
    owed.resize(weights.size(), 0.0);
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t i = 0; i < weights.size(); ++i)
        owed[i] += weights[i] / total;
    std::size_t most = 0;
    for (std::size_t i = 1; i < weights.size(); ++i) {
        if (owed[i] > owed[most] + rounding_slack)
            most = i;
    }
    owed[most] -= 1.0;
    return most;
}

} // namespace ketenplan::engine
