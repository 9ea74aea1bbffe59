#include "output/report/context.hpp"

namespace ketenplan::runner::report {

std::string Context::year(std::size_t y) const {
    return std::to_string(study.jaar + static_cast<std::int32_t>(y));
}

std::vector<std::string> Context::years() const {
    std::vector<std::string> all;
    for (std::size_t y = 0; y < study.jaren; ++y)
        all.push_back(year(y));
    return all;
}

FigureName Context::figure_name(std::string_view table,
                                std::size_t v,
                                std::size_t y,
                                std::string_view what,
                                std::string_view column) const {
    return {table, {key(v), year(y), std::string(what)}, column};
}

Cell Context::cents_cell(const FigureName& name, finance::Centen amount) const {
    return number_cell(figure(name, finance::in_euro(amount), words.cents(amount)));
}

Cell Context::number_cell_of(const FigureName& name, double value, int decimals) const {
    return number_cell(figure(name, value, words.number(value, decimals)));
}

std::function<std::string(double, int)> Context::numbers() const {
    return [this](double value, int decimals) {
        return words.number(value, decimals);
    };
}

} // namespace ketenplan::runner::report
