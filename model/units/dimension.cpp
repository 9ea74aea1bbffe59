#include "units/dimension.hpp"

#include <algorithm>
#include <array>

namespace ketenplan::units {

namespace {

constexpr double days_per_year = 365.2425;
constexpr double days_per_month = days_per_year / 12.0;
constexpr double days_per_week = 7.0;
constexpr double hours_per_workday = 7.2; // 36 h over five days, model.md section 1

constexpr std::array day_names{
    UnitName{"dagen", 1.0},
    UnitName{"dag", 1.0},
    UnitName{"uur", 1.0 / 24.0},
    UnitName{"weken", days_per_week},
    UnitName{"week", days_per_week},
    UnitName{"maanden", days_per_month},
    UnitName{"maand", days_per_month},
    UnitName{"jaar", days_per_year},
};
constexpr std::array workday_names{
    UnitName{"werkdagen", 1.0},
    UnitName{"werkdag", 1.0},
    UnitName{"werkweken", 5.0},
    UnitName{"werkweek", 5.0},
};
constexpr std::array minute_names{
    UnitName{"minuten", 1.0},
    UnitName{"minuut", 1.0},
    UnitName{"uur", 60.0},
    UnitName{"uren", 60.0},
};
constexpr std::array fte_names{
    UnitName{"fte", 1.0},
    UnitName{"uur per week", 1.0 / (5.0 * hours_per_workday)},
};
constexpr std::array probability_names{
    UnitName{"", 1.0},
    UnitName{"%", 0.01},
    UnitName{"procent", 0.01},
};
constexpr std::array per_year_names{
    UnitName{"per jaar", 1.0},
    UnitName{"per maand", 12.0},
    UnitName{"per week", days_per_year / days_per_week},
    UnitName{"per dag", days_per_year},
};
constexpr std::array euro_names{
    UnitName{"euro", 1.0},
    UnitName{"EUR", 1.0},
    UnitName{"mln euro", 1.0e6},
};
constexpr std::array factor_names{
    UnitName{"", 1.0},
    UnitName{"%", 0.01},
    UnitName{"procent", 0.01},
};
constexpr std::array count_names{
    UnitName{"", 1.0},
};

} // namespace

std::span<const UnitName> units_of(Dimension dimension) {
    switch (dimension) {
    case Dimension::days:
        return day_names;
    case Dimension::workdays:
        return workday_names;
    case Dimension::minutes:
        return minute_names;
    case Dimension::fte:
        return fte_names;
    case Dimension::probability:
        return probability_names;
    case Dimension::per_year:
        return per_year_names;
    case Dimension::euro:
        return euro_names;
    case Dimension::factor:
        return factor_names;
    case Dimension::count:
        return count_names;
    }
    return {};
}

std::string_view native_unit(Dimension dimension) {
    return units_of(dimension).front().text;
}

std::string_view unit_after(double value, Dimension dimension) {
    const auto names = units_of(dimension);
    const bool has_singular = dimension == Dimension::days || dimension == Dimension::workdays ||
                              dimension == Dimension::minutes;
    return has_singular && value == 1.0 ? names[1].text : names.front().text;
}

bool may_be_bare(Dimension dimension) {
    return native_unit(dimension).empty();
}

std::optional<double> unit_factor(Dimension dimension, std::string_view text) {
    const auto names = units_of(dimension);
    const auto found = std::ranges::find(names, text, &UnitName::text);
    if (found == names.end())
        return std::nullopt;
    return found->native;
}

} // namespace ketenplan::units
