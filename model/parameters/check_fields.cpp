#include "parameters/path_visitor.hpp"
#include "parameters/spans.hpp"
#include "parameters/validate.hpp"
#include "units/nearest.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace ketenplan::parameters {

namespace {

using units::Dimension;
using units::quantity_text;

constexpr std::size_t longest_text = 500;
constexpr std::size_t longest_key = 60;
constexpr Range variation_range{0.001, 10.0};
constexpr Range shape_range{0.2, 20.0};
constexpr Size value_list{1, 1000};

std::string range_text(Range range, Dimension dimension) {
    const std::string low = quantity_text(range.low, dimension);
    const std::string high = quantity_text(range.high, dimension);
    return range.whole ? fmt::format("een geheel getal van {} tot en met {} zijn", low, high)
                       : fmt::format("tussen {} en {} liggen", low, high);
}

/// Collects the keys of every keyed table, so that references can be checked.
class KeyCollector : public PathVisitor {
public:
    [[nodiscard]] const std::map<std::string, std::vector<std::string>, std::less<>>& keys() const {
        return keys_;
    }

protected:
    bool enter_keyed(const Row& row, Size size, std::vector<std::string>& keys) override {
        keys_[path(row.key)] = keys;
        return PathVisitor::enter_keyed(row, size, keys);
    }

private:
    std::map<std::string, std::vector<std::string>, std::less<>> keys_;
};

class FieldChecker : public PathVisitor {
public:
    FieldChecker(const KeyCollector& keys, Problems& problems)
        : keys_(keys.keys()), problems_(problems) {}

    void number(const NumberRow& row, double& value) override {
        if (std::isnan(value) && row.row.presence == Presence::optional)
            return;
        check(path(row.row.key), value, row.range, row.dimension);
    }

    void distribution(const NumberRow& row, DistributionSpec& spec) override {
        const std::string where = path(row.row.key);
        const auto needed = keys_of(spec.family);
        for (const SpecField& field : spec_fields) {
            const bool needs = std::ranges::find(needed, field.key) != needed.end();
            const auto& value = spec.*field.member;
            if (needs != value.has_value())
                complain_about_field(where, field.key, spec.family, needs);
            if (needs && value)
                check(where + "." + std::string(field.key),
                      *value,
                      range_of(field, row),
                      field.has_dimension ? row.dimension : Dimension::factor);
        }
        check_order(where, spec);
        check_lists(where, row, spec);
    }

    void number_list(const NumberRow& row, Size size, std::vector<double>& values) override {
        check_values(path(row.row.key), row.range, row.dimension, size, values);
    }

    void number_map(const NumberRow& row,
                    std::string_view target,
                    Size size,
                    std::vector<KeyedNumber>& values) override {
        const std::string where = path(row.row.key);
        check_size(where, size, values.size());
        for (const KeyedNumber& item : values) {
            const std::string place = where + "." + item.key;
            check_reference(place, target, item.key);
            check(place, item.value, row.range, row.dimension);
        }
    }

    void text(const Row& row, std::string& value) override {
        if (row.presence == Presence::required && value.empty())
            problems_.error(path(row.key), "is leeg, maar moet tekst bevatten");
        if (value.size() > longest_text)
            problems_.error(
                path(row.key),
                fmt::format("is te lang: {} tekens, ten hoogste {}", value.size(), longest_text));
    }

    void date(const Row& row, std::optional<engine::Date>& value) override {
        constexpr engine::Date first{std::chrono::days{7305}}; // 1 January 1990
        constexpr engine::Date last{std::chrono::days{47482}}; // 1 January 2100
        if (!value && row.presence == Presence::required)
            problems_.error(path(row.key), "ontbreekt");
        if (value && (*value < first || *value > last))
            problems_.error(path(row.key), "ligt niet tussen 1990-01-01 en 2100-01-01");
    }

    void month_day(const Row& row, MonthDay& value) override {
        if (!value.ok())
            problems_.error(
                path(row.key), "is geen dag van het jaar", "schrijf dag-maand: \"15-07\"");
    }

    void clock(const Row& row, engine::Seconds& value) override {
        if (value < engine::Seconds{0} || value >= engine::seconds_per_day)
            problems_.error(path(row.key), "is geen tijdstip van de dag", "schrijf \"09:30\"");
    }

    void span_of_time(const Row& row, engine::CivilSpan most, engine::CivilSpan& value) override {
        check_span(path(row.key), most, value);
    }

    void spans_of_time(const Row& row, Size size, std::vector<engine::CivilSpan>& values) override {
        constexpr engine::CivilSpan most{.months = 600};
        check_size(path(row.key), size, values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            check_span(fmt::format("{}[{}]", path(row.key), i + 1), most, values[i]);
    }

    void reference(const Row& row, std::string_view target, std::string& value) override {
        if (value.empty() && row.presence == Presence::optional)
            return;
        check_reference(path(row.key), target, value);
    }

    void references(const Row& row,
                    std::string_view target,
                    Size size,
                    std::vector<std::string>& values) override {
        check_size(path(row.key), size, values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            check_reference(fmt::format("{}[{}]", path(row.key), i + 1), target, values[i]);
    }

protected:
    bool enter_keyed(const Row& row, Size size, std::vector<std::string>& keys) override {
        const std::string where = path(row.key);
        check_size(where, size, keys.size());
        for (const std::string& key : keys)
            check_key(where, key);
        return PathVisitor::enter_keyed(row, size, keys);
    }

    bool enter_list(const Row& row, Size size, std::size_t& count) override {
        check_size(path(row.key), size, count);
        return PathVisitor::enter_list(row, size, count);
    }

private:
    static Range range_of(const SpecField& field, const NumberRow& row) {
        if (field.has_dimension)
            return row.range;
        return field.key == "variatie" ? variation_range : shape_range;
    }

    void check(const std::string& where, double value, Range range, Dimension dimension) {
        const bool inside = value >= range.low && value <= range.high; // false for NaN
        const bool fits = !range.whole || std::floor(value) == value;
        if (inside && fits)
            return;
        problems_.error(where,
                        fmt::format("is {}, maar moet {}",
                                    quantity_text(value, dimension),
                                    range_text(range, dimension)));
    }

    void complain_about_field(const std::string& where,
                              std::string_view key,
                              engine::Family family,
                              bool missing) {
        const std::string_view name = family_names[static_cast<std::size_t>(family)];
        const std::string needed = fmt::format("{}", fmt::join(keys_of(family), ", "));
        if (missing)
            problems_.error(
                where,
                fmt::format("mist `{}`, dat bij de kansverdeling \"{}\" hoort", key, name),
                "geef: " + needed);
        else
            problems_.error(where + "." + std::string(key),
                            fmt::format("hoort niet bij de kansverdeling \"{}\"", name),
                            "die gebruikt alleen: " + needed);
    }

    void check_order(const std::string& where, const DistributionSpec& spec) {
        const bool zero_mean = spec.mean && *spec.mean <= 0.0;
        const bool shaped =
            spec.family == engine::Family::gamma || spec.family == engine::Family::lognormal ||
            spec.family == engine::Family::weibull || spec.family == engine::Family::exponential;
        if (zero_mean && shaped)
            problems_.error(where + ".gemiddelde",
                            "is 0, maar bij deze kansverdeling moet het groter zijn",
                            "gebruik voor altijd nul de waarde zelf, zonder `familie`");
        if (!spec.low || !spec.high)
            return;
        if (*spec.low >= *spec.high)
            problems_.error(where + ".hoog", "moet groter zijn dan `laag`");
        else if (spec.mode && (*spec.mode < *spec.low || *spec.mode > *spec.high))
            problems_.error(where + ".waarschijnlijk", "moet tussen `laag` en `hoog` liggen");
    }

    void check_lists(const std::string& where, const NumberRow& row, DistributionSpec& spec) {
        const auto needed = keys_of(spec.family);
        const bool values = std::ranges::find(needed, "waarden") != needed.end();
        const bool weights = std::ranges::find(needed, "gewichten") != needed.end();
        if (!values && !spec.values.empty())
            complain_about_field(where, "waarden", spec.family, false);
        if (!weights && !spec.weights.empty())
            complain_about_field(where, "gewichten", spec.family, false);
        if (values)
            check_values(where + ".waarden", row.range, row.dimension, value_list, spec.values);
        if (!weights)
            return;
        check_values(where + ".gewichten", {0.0, 1e9}, Dimension::factor, value_list, spec.weights);
        if (spec.weights.size() != spec.values.size())
            problems_.error(where + ".gewichten",
                            fmt::format("heeft {} getallen, maar `waarden` heeft er {}",
                                        spec.weights.size(),
                                        spec.values.size()));
        else if (std::accumulate(spec.weights.begin(), spec.weights.end(), 0.0) <= 0.0)
            problems_.error(where + ".gewichten", "zijn samen 0, dus geen waarde kan voorkomen");
    }

    void check_values(const std::string& where,
                      Range range,
                      Dimension dimension,
                      Size size,
                      const std::vector<double>& values) {
        check_size(where, size, values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            check(fmt::format("{}[{}]", where, i + 1), values[i], range, dimension);
    }

    void check_span(const std::string& where, engine::CivilSpan most, engine::CivilSpan value) {
        if (value.months < 0 || value.days < 0 || days(value) > days(most))
            problems_.error(where, fmt::format("moet tussen 0 en {} maanden liggen", most.months));
    }

    void check_size(const std::string& where, Size size, std::size_t count) {
        if (count >= size.least && count <= size.most)
            return;
        const std::string allowed = size.least == size.most
                                        ? fmt::format("precies {}", size.least)
                                        : fmt::format("{} tot {}", size.least, size.most);
        problems_.error(where,
                        fmt::format("heeft {} onderdelen, maar moet er {} hebben", count, allowed));
    }

    void check_key(const std::string& where, const std::string& key) {
        const bool plain = std::ranges::all_of(key, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        });
        if (plain && !key.empty() && key.size() <= longest_key)
            return;
        problems_.error(
            where + "." + key.substr(0, longest_key),
            "is geen geldige naam: alleen kleine letters, cijfers en _ zijn toegestaan, "
            "omdat de naam in tabellen en opdrachten terugkomt",
            "zet de volledige naam in `naam`");
    }

    void
    check_reference(const std::string& where, std::string_view target, const std::string& key) {
        if (target == paden)
            return; // a rule checks them
        const Extra extra = extra_of(target);
        const std::string table(extra.table);
        if (std::ranges::find(extra.keys, key) != extra.keys.end())
            return;
        const auto found = keys_.find(table);
        std::vector<std::string> known;
        if (found != keys_.end())
            known = found->second;
        if (std::ranges::find(known, key) != known.end())
            return;
        known.insert(known.end(), extra.keys.begin(), extra.keys.end());
        const std::string guess = units::nearest(key, known);
        std::string hint = guess.empty() ? "" : fmt::format("bedoelde u \"{}\"?", guess);
        if (hint.empty() && !known.empty())
            hint = fmt::format("kies uit: {}", fmt::join(first(known), ", "));
        problems_.error(
            where,
            fmt::format("verwijst naar \"{}\", maar dat staat niet in [{}]", key, table),
            hint);
    }

    /// A table, and names that may be referred to beside its keys.
    struct Extra {
        std::string_view table;
        std::vector<std::string_view> keys;
    };
    static Extra extra_of(std::string_view target) {
        if (target == plaatsen)
            return {"subregios", {plaats_huis}};
        if (target == organen_en_vaste)
            return {"overlegstructuur.organen", {vaste_organen.begin(), vaste_organen.end()}};
        return {target, {}};
    }

    static std::span<const std::string> first(const std::vector<std::string>& known) {
        constexpr std::size_t most = 8;
        return std::span(known).first(std::min(most, known.size()));
    }

    const std::map<std::string, std::vector<std::string>, std::less<>>& keys_;
    Problems& problems_;
};

} // namespace

void check_fields(const Parameters& p, Problems& problems) {
    KeyCollector keys;
    look(keys, p);
    FieldChecker checker(keys, problems);
    look(checker, p);
}

} // namespace ketenplan::parameters
