#include "declarations/declared.hpp"

#include "input/quantity_text.hpp"
#include "parameters/path_visitor.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ketenplan::runner {

namespace {

using parameters::DistributionSpec;
using parameters::NumberRow;
using parameters::Presence;
using parameters::Row;
using parameters::Size;
using Kind = Declared::Kind;

constexpr const char* own_key = "<naam>";

/// Notes each declaration; keyed tables and lists get one item that stands for all.
class Collector : public parameters::PathVisitor {
public:
    std::vector<Declared> rows;

    void number(const NumberRow& row, double& value) override {
        add_number(row, Kind::number, "getal", units::quantity_text(value, row.dimension));
        if (std::isnan(value))
            rows.back().standard.clear();
    }
    void distribution(const NumberRow& row, DistributionSpec&) override {
        add_number(row, Kind::distribution, "kansverdeling", "");
    }
    void number_list(const NumberRow& row, Size size, std::vector<double>& values) override {
        std::vector<std::string> texts;
        for (const double value : values)
            texts.push_back(units::number_text(value, '.'));
        add_number(row,
                   Kind::numbers,
                   fmt::format("lijst van {} getallen", size_text(size)),
                   fmt::format("[{}]", fmt::join(texts, ", ")));
    }
    void number_map(const NumberRow& row,
                    std::string_view target,
                    Size,
                    std::vector<parameters::KeyedNumber>&) override {
        add_number(row,
                   Kind::number_map,
                   fmt::format("tabel van getallen per sleutel van [{}]", target),
                   "");
    }
    void flag(const Row& row, bool& value) override {
        add(row, Kind::flag, "true (ja) of false (nee)", value ? "true" : "false");
    }
    void text(const Row& row, std::string& value) override { add(row, Kind::text, "tekst", value); }
    void date(const Row& row, std::optional<engine::Date>&) override {
        add(row, Kind::date, "datum", "");
        rows.back().range = "1990-01-01 tot 2100-01-01";
    }
    void month_day(const Row& row, parameters::MonthDay&) override {
        add(row, Kind::month_day, "dag-maand", "");
    }
    void clock(const Row& row, engine::Seconds& value) override {
        add(row, Kind::clock, "tijdstip", clock_text(value));
    }
    void span_of_time(const Row& row, engine::CivilSpan most, engine::CivilSpan& value) override {
        add(row, Kind::span, "tijdsduur", span_text(value));
        rows.back().range = fmt::format("0 tot {}", span_text(most));
    }
    void spans_of_time(const Row& row, Size size, std::vector<engine::CivilSpan>&) override {
        add(row, Kind::spans, fmt::format("lijst van {} tijdsduren", size_text(size)), "");
    }
    void
    one_of(const Row& row, std::span<const std::string_view> names, std::size_t& value) override {
        add(row,
            Kind::choice,
            fmt::format("een van: {}", fmt::join(names, ", ")),
            std::string(names[value]));
    }
    void reference(const Row& row, std::string_view target, std::string&) override {
        add(row, Kind::reference, fmt::format("sleutel van [{}]", target), "");
    }
    void
    references(const Row& row, std::string_view target, Size, std::vector<std::string>&) override {
        add(row, Kind::references, fmt::format("lijst van sleutels van [{}]", target), "[]");
    }

protected:
    bool enter_table(const Row& row) override {
        add(row, Kind::table, "tabel", "");
        return PathVisitor::enter_table(row);
    }
    bool enter_keyed(const Row& row, Size size, std::vector<std::string>& keys) override {
        add(row, Kind::keyed, fmt::format("{} tabellen met een eigen naam", size_text(size)), "");
        keys = {own_key};
        return PathVisitor::enter_keyed(row, size, keys);
    }
    bool enter_list(const Row& row, Size size, std::size_t& count) override {
        add(row, Kind::list, fmt::format("lijst van {} tabellen", size_text(size)), "");
        count = 1;
        return PathVisitor::enter_list(row, size, count);
    }
    bool enter_element(std::size_t) override { return PathVisitor::enter_item("[]"); }

private:
    static std::string size_text(Size size) {
        return size.least == size.most ? std::to_string(size.least)
                                       : fmt::format("{} tot {}", size.least, size.most);
    }

    void add(const Row& row, Kind kind, std::string form, std::string standard) {
        const bool required = row.presence == Presence::required;
        rows.push_back({.path = path(row.key),
                        .kind = kind,
                        .form = std::move(form),
                        .range = {},
                        .standard = required ? "" : std::move(standard),
                        .meaning = std::string(row.meaning),
                        .required = required,
                        .number = {}});
    }

    /// "getal" and "getallen" are whole ones.
    static void make_whole(std::string& form) {
        if (const std::size_t many = form.rfind("getallen"); many != std::string::npos)
            form.insert(many, "gehele ");
        else
            form = "geheel " + form;
    }

    void add_number(const NumberRow& row, Kind kind, std::string form, std::string standard) {
        const std::string_view unit = units::native_unit(row.dimension);
        if (row.range.whole)
            make_whole(form);
        if (!unit.empty())
            form += fmt::format(" {}{}", unit.starts_with("per ") ? "" : "in ", unit);
        add(row.row, kind, std::move(form), std::move(standard));
        rows.back().number = row;
        rows.back().range = fmt::format(
            "{} tot {}", units::number_text(row.range.low), units::number_text(row.range.high));
    }
};

/// The parts of a path; an element of a list is a part of its own, without its number.
std::vector<std::string> parts_of(std::string_view path) {
    std::vector<std::string> parts;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find_first_of(".[", 1), path.size());
        const std::string part(path.substr(0, end));
        parts.push_back(part.front() == '[' ? "[]" : part);
        path.remove_prefix(end);
        if (path.starts_with('.'))
            path.remove_prefix(1);
    }
    return parts;
}

bool fits(const std::vector<std::string>& declared, const std::vector<std::string>& parts) {
    return std::ranges::equal(declared, parts, [](const std::string& d, const std::string& p) {
        return d == p || d == own_key;
    });
}

/// Whether a path is one that was declared, with names of the user's own for <naam>.
bool matches(std::string_view path, std::string_view declared) {
    return fits(parts_of(declared), parts_of(path));
}

/// The dimension of a number that a declaration holds at `path`, if it is one of its.
std::optional<units::Dimension> dimension_in(const Declared& row, std::string_view path) {
    const units::Dimension own = row.number.dimension;
    if (row.kind == Kind::number_map)
        return matches(path, row.path + "." + own_key) ? std::optional(own) : std::nullopt;
    if (row.kind != Kind::number && row.kind != Kind::distribution)
        return std::nullopt;
    if (matches(path, row.path))
        return own;
    if (row.kind == Kind::number)
        return std::nullopt;
    for (const parameters::SpecField& field : parameters::spec_fields) {
        if (matches(path, row.path + "." + std::string(field.key)))
            return field.has_dimension ? own : units::Dimension::factor;
    }
    return std::nullopt;
}

} // namespace

std::optional<units::Dimension> dimension_of(std::string_view path) {
    static const std::vector<Declared> declared = declared_parameters();
    for (const Declared& row : declared) {
        if (const auto dimension = dimension_in(row, path))
            return dimension;
    }
    return std::nullopt;
}

std::vector<Declared> declared_parameters() {
    Collector collector;
    parameters::look(collector, parameters::Parameters{});
    return collector.rows;
}

std::string home_of(std::string_view key) {
    static const std::vector<Declared> declared = declared_parameters();
    std::vector<std::string> ours;
    std::vector<std::string> named_by_users;
    for (const Declared& row : declared) {
        const std::size_t dot = row.path.rfind('.');
        if (dot == std::string::npos || std::string_view(row.path).substr(dot + 1) != key)
            continue;
        const std::string home = row.path.substr(0, dot);
        (home.find(own_key) == std::string::npos ? ours : named_by_users).push_back(home);
    }
    const auto& homes = ours.empty() ? named_by_users : ours;
    return homes.size() == 1 ? homes.front() : ""; // else it could be one of several
}

std::string meaning_of(const std::string& path) {
    static const std::vector<Declared> declared = declared_parameters();
    std::vector<std::string> parts = parts_of(path);
    while (!parts.empty()) {
        for (const Declared& row : declared) {
            if (fits(parts_of(row.path), parts))
                return row.meaning;
        }
        parts.pop_back();
    }
    return "";
}

} // namespace ketenplan::runner
