#include "output/value_writer.hpp"

#include "input/quantity_text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace ketenplan::runner {

namespace {

using parameters::DistributionSpec;
using parameters::KeyedNumber;
using parameters::NumberRow;
using parameters::Presence;
using parameters::Row;
using parameters::Size;
using units::Dimension;

std::string in_quotes(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + "\"";
}

template <class Items, class Render>
std::string toml_list(const Items& items, Render render) {
    std::vector<std::string> texts;
    for (const auto& item : items)
        texts.push_back(render(item));
    return fmt::format("[{}]", fmt::join(texts, ", "));
}

/// A number where that is enough, else text with the unit.
std::string toml_quantity(double value, Dimension dimension) {
    if (units::may_be_bare(dimension)) {
        std::string number = exact_number(value);
        // 1.250 would be refused: it may mean a thousand. Four decimals cannot.
        const std::size_t dot = number.find('.');
        const bool may_be_thousands = dot != std::string::npos && number.size() - dot == 4 &&
                                      number[number.starts_with('-') ? 1 : 0] != '0';
        return may_be_thousands ? number + "0" : number;
    }
    return in_quotes(exact_quantity(value, dimension));
}

std::string distribution_text(const DistributionSpec& spec, Dimension dimension) {
    if (spec.family == engine::Family::constant)
        return toml_quantity(spec.mean.value_or(0.0), dimension);
    std::string text =
        fmt::format("{{ familie = {}",
                    in_quotes(parameters::family_names[static_cast<std::size_t>(spec.family)]));
    for (const auto& field : parameters::spec_fields) {
        if (const auto& value = spec.*field.member)
            text += fmt::format(
                ", {} = {}",
                field.key,
                toml_quantity(*value, field.has_dimension ? dimension : Dimension::factor));
    }
    const auto add = [&](std::string_view key, const std::vector<double>& values, Dimension d) {
        if (!values.empty())
            text += fmt::format(
                ", {} = {}", key, toml_list(values, [&](double v) { return toml_quantity(v, d); }));
    };
    add("waarden", spec.values, dimension);
    add("gewichten", spec.weights, Dimension::factor);
    return text + " }";
}

} // namespace

void ValueWriter::number(const NumberRow& row, double& value) {
    if (!std::isnan(value))
        write(row.row, toml_quantity(value, row.dimension));
}

void ValueWriter::distribution(const NumberRow& row, DistributionSpec& spec) {
    write(row.row, distribution_text(spec, row.dimension));
}

void ValueWriter::number_list(const NumberRow& row, Size, std::vector<double>& values) {
    if (!values.empty() || row.row.presence == Presence::required)
        write(row.row,
              toml_list(values, [&](double v) { return toml_quantity(v, row.dimension); }));
}

void ValueWriter::number_map(const NumberRow& row,
                             std::string_view,
                             Size,
                             std::vector<KeyedNumber>& values) {
    if (values.empty())
        return;
    std::vector<std::string> texts;
    for (const KeyedNumber& item : values)
        texts.push_back(fmt::format("{} = {}", item.key, toml_quantity(item.value, row.dimension)));
    write(row.row, fmt::format("{{ {} }}", fmt::join(texts, ", ")));
}

void ValueWriter::flag(const Row& row, bool& value) {
    write(row, value ? "true" : "false");
}

void ValueWriter::text(const Row& row, std::string& value) {
    write(row, in_quotes(value));
}

void ValueWriter::date(const Row& row, std::optional<engine::Date>& value) {
    if (value)
        write(row, date_text(*value));
}

void ValueWriter::month_day(const Row& row, parameters::MonthDay& value) {
    write(row,
          fmt::format("\"{:02}-{:02}\"",
                      static_cast<unsigned>(value.day()),
                      static_cast<unsigned>(value.month())));
}

void ValueWriter::clock(const Row& row, engine::Seconds& value) {
    write(row, in_quotes(clock_text(value)));
}

void ValueWriter::span_of_time(const Row& row, engine::CivilSpan, engine::CivilSpan& value) {
    write(row, in_quotes(span_text(value)));
}

void ValueWriter::spans_of_time(const Row& row, Size, std::vector<engine::CivilSpan>& values) {
    write(row,
          toml_list(values, [](engine::CivilSpan span) { return in_quotes(span_text(span)); }));
}

void ValueWriter::one_of(const Row& row,
                         std::span<const std::string_view> names,
                         std::size_t& value) {
    write(row, in_quotes(names[value]));
}

void ValueWriter::reference(const Row& row, std::string_view, std::string& value) {
    if (!value.empty())
        write(row, in_quotes(value));
}

void ValueWriter::references(const Row& row,
                             std::string_view,
                             Size,
                             std::vector<std::string>& values) {
    write(row, toml_list(values, [](const std::string& value) { return in_quotes(value); }));
}

} // namespace ketenplan::runner
