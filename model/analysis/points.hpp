#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace ketenplan::analysis {

/// Points of a space of some dimensions: `dimensions` coordinates of the first, then of the second,
/// and so on.
struct Points {
    std::size_t dimensions = 0;
    std::vector<double> coordinates;

    [[nodiscard]] std::size_t size() const {
        return dimensions == 0 ? 0 : coordinates.size() / dimensions;
    }
    [[nodiscard]] std::span<const double> operator[](std::size_t point) const {
        return std::span(coordinates).subspan(point * dimensions, dimensions);
    }
    void add(std::span<const double> point) {
        coordinates.insert(coordinates.end(), point.begin(), point.end());
    }
};

} // namespace ketenplan::analysis
