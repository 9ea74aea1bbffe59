#pragma once

#include "units/quantity.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace ketenplan::units {

/// What a number measures. Each dimension has one native unit, in which the model computes; the
/// other units exist only in text (see `units_of`).
enum class Dimension {
    days,        ///< elapsed time; native: civil days of 24 h
    workdays,    ///< elapsed time counted in workdays; native: workdays
    minutes,     ///< effort; native: minutes of work
    fte,         ///< establishment; native: full-time equivalents of 36 h a week
    probability, ///< native: a fraction of 1
    per_year,    ///< a rate; native: events per calendar year
    euro,        ///< an amount; native: euro
    factor,      ///< a dimensionless multiplier
    count,       ///< a number of things, which may be an average and so need not be whole
};

/// One way of writing a quantity of a dimension: `text` after the number, and how many native units
/// it stands for.
struct UnitName {
    std::string_view text;
    double native;
};

/// The Dutch name of the native unit, as users write it; empty for dimensionless numbers.
std::string_view native_unit(Dimension dimension);
/// The same as it follows `value` in a sentence: "1 dag", "2 dagen".
std::string_view unit_after(double value, Dimension dimension);

/// Every unit a user may write for `dimension`, the native one first. Lengths of months and years
/// are those of the Gregorian mean year of 365.2425 days.
std::span<const UnitName> units_of(Dimension dimension);

/// True when a bare number, without a unit, says enough (probabilities, factors, counts).
bool may_be_bare(Dimension dimension);

/// The number of native units in one `text` of `dimension`; nothing when that unit does not belong
/// to the dimension.
std::optional<double> unit_factor(Dimension dimension, std::string_view text);

struct DayUnit {
    static constexpr Dimension dimension = Dimension::days;
};
struct WorkdayUnit {
    static constexpr Dimension dimension = Dimension::workdays;
};
struct MinuteUnit {
    static constexpr Dimension dimension = Dimension::minutes;
};
struct FteUnit {
    static constexpr Dimension dimension = Dimension::fte;
};
struct ProbabilityUnit {
    static constexpr Dimension dimension = Dimension::probability;
};
struct PerYearUnit {
    static constexpr Dimension dimension = Dimension::per_year;
};
struct EuroUnit {
    static constexpr Dimension dimension = Dimension::euro;
};
struct FactorUnit {
    static constexpr Dimension dimension = Dimension::factor;
};
struct CountUnit {
    static constexpr Dimension dimension = Dimension::count;
};

using Days = Quantity<DayUnit>;
using Workdays = Quantity<WorkdayUnit>;
using Minutes = Quantity<MinuteUnit>;
using Fte = Quantity<FteUnit>;
using Probability = Quantity<ProbabilityUnit>;
using PerYear = Quantity<PerYearUnit>;
using Euro = Quantity<EuroUnit>;
using Factor = Quantity<FactorUnit>;
using Count = Quantity<CountUnit>;

} // namespace ketenplan::units
