#pragma once

#include <span>
#include <string_view>

namespace ketenplan::runner {

/// How a measure is spoken of. In the sentences {waar} is "in Gouda", {maand} "maart 2015",
/// {verschil} "12,3 dagen", {meer} the word for its direction, {even} "vrijwel even", {niveau}
/// "21,0 tot 34,5 dagen".
struct MonthWords {
    std::string_view measure;
    std::string_view file;
    std::string_view heading;
    std::string_view unit;
    double scale;
    std::string_view more;
    std::string_view less;
    std::string_view different;
    std::string_view unproven;
    std::string_view alike;
    std::string_view level;
};

/// The figures that matter to a board, in the order in which they are told.
std::span<const MonthWords> month_vocabulary();

} // namespace ketenplan::runner
