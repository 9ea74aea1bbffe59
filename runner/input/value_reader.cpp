#include "input/value_reader.hpp"

#include "declarations/declared.hpp"
#include "input/quantity_text.hpp"
#include "units/nearest.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ketenplan::runner {

using parameters::DistributionSpec;
using units::Dimension;

const std::vector<std::string> spread_names{"driehoek", "lognormaal", "normaal", "pert", "uniform"};

namespace {

constexpr std::string_view source_key = "bron";
constexpr std::string_view assumption_key = "aanname";
const std::vector<std::string> value_keys{"waarde", "laag", "hoog", "verdeling", "bron", "aanname"};

} // namespace

bool is_provenance(const Node& member) {
    return member.kind == Node::Kind::text &&
           (member.key == source_key || member.key == assumption_key);
}

Origin origin_in(const Node& table, const Origin& outer) {
    Origin origin;
    bool says = false;
    for (const Node& member : table.members) {
        if (!is_provenance(member))
            continue;
        (member.key == source_key ? origin.source : origin.assumption) = member.text;
        says = true;
    }
    return says ? origin : outer;
}

std::string suggestion_for(const std::string& word, const std::vector<std::string>& known) {
    const std::string guess = units::nearest(word, known);
    if (!guess.empty())
        return fmt::format("bedoelde u \"{}\"?", guess);
    return known.empty() ? "" : fmt::format("kies uit: {}", fmt::join(known, ", "));
}

namespace {

/// A near word, else the table where the key does belong, else the words to choose from.
std::string suggestion_or_home(const std::string& key, const std::vector<std::string>& known) {
    const std::string home = units::nearest(key, known).empty() ? home_of(key) : "";
    return home.empty() ? suggestion_for(key, known) : fmt::format("die hoort in [{}]", home);
}

} // namespace

void ValueReader::complain(const Node& node,
                           const std::string& where,
                           std::string what,
                           std::string suggestion) {
    diagnostics_.error(node.place, where, std::move(what), std::move(suggestion));
}

bool ValueReader::is(const Node& node,
                     Node::Kind kind,
                     const std::string& where,
                     std::string_view write) {
    if (node.kind == kind)
        return true;
    complain(node,
             where,
             fmt::format("is {}, maar moet {} zijn", kind_name(node.kind), kind_name(kind)),
             fmt::format("schrijf {}", write));
    return false;
}

void ValueReader::refuse_unknown(const Node& node,
                                 const std::string& table,
                                 const std::vector<std::string>& known) {
    for (const Node& member : node.members) {
        if (is_provenance(member) || std::ranges::find(known, member.key) != known.end())
            continue;
        diagnostics_.error(member.key_place,
                           table.empty() ? member.key : table + "." + member.key,
                           fmt::format("is geen sleutel van {}",
                                       table.empty() ? "een scenario" : "[" + table + "]"),
                           suggestion_or_home(member.key, known));
    }
}

ValueReader::Value
ValueReader::open(const Node& node, const std::string& where, const Origin& outer) {
    Value value;
    value.origin = outer;
    if (node.kind != Node::Kind::table) {
        value.node = &node;
        return value;
    }
    refuse_unknown(node, where, value_keys);
    value.origin = origin_in(node, outer);
    value.low = node.find("laag");
    value.high = node.find("hoog");
    if (const Node* spread = node.find("verdeling"))
        value.spread = spread_of(*spread, where);
    value.node = node.find("waarde");
    if (value.node == nullptr)
        complain(node, where, "mist `waarde`", "schrijf { waarde = ..., bron = \"...\" }");
    if ((value.low == nullptr) != (value.high == nullptr))
        complain(node, where, "heeft maar één grens", "geef `laag` en `hoog` allebei");
    return value;
}

std::string ValueReader::spread_of(const Node& node, const std::string& where) {
    if (node.kind == Node::Kind::text &&
        std::ranges::find(spread_names, node.text) != spread_names.end())
        return node.text;
    complain(node,
             where + ".verdeling",
             "is geen bekende verdeling van de onzekerheid",
             fmt::format("kies uit: {}", fmt::join(spread_names, ", ")));
    return "";
}

std::optional<double>
ValueReader::quantity(const Node& node, const std::string& where, Dimension dimension) {
    ParsedNumber parsed;
    if (node.kind == Node::Kind::text)
        parsed = parse_quantity(node.text, dimension);
    else if (node.kind == Node::Kind::whole || node.kind == Node::Kind::real)
        parsed = bare_number(node.number, dimension);
    else
        parsed.what = fmt::format("is {}, maar moet een getal zijn", kind_name(node.kind));
    if (parsed.value && !std::isfinite(*parsed.value)) {
        parsed.value.reset();
        parsed.what = "is geen eindig getal";
    }
    if (!parsed.value)
        complain(node, where, parsed.what, parsed.suggestion);
    return parsed.value;
}

void ValueReader::note(const std::string& where, std::string text, const Value& value) {
    ParameterRecord record;
    record.path = where;
    record.value = std::move(text);
    record.source = value.origin.source;
    record.assumption = value.origin.assumption;
    record.place = value.node->place;
    records_.push_back(std::move(record));
}

void ValueReader::number(const Node& node,
                         const std::string& where,
                         const Origin& outer,
                         Dimension dimension,
                         double& target) {
    const Value value = open(node, where, outer);
    if (value.node == nullptr)
        return;
    const auto number = quantity(*value.node, where, dimension);
    if (!number)
        return;
    target = *number;
    note(where, units::quantity_text(*number, dimension), value);
    ParameterRecord& record = records_.back();
    record.number = number;
    record.dimension = dimension;
    record.spread = value.spread;
    read_bounds(value, where, record);
}

void ValueReader::read_bounds(const Value& value,
                              const std::string& where,
                              ParameterRecord& record) {
    if (value.low == nullptr || value.high == nullptr)
        return;
    record.low = quantity(*value.low, where + ".laag", record.dimension);
    record.high = quantity(*value.high, where + ".hoog", record.dimension);
    if (!record.low || !record.high ||
        (*record.low <= *record.number && *record.number <= *record.high))
        return;
    complain(*value.node,
             where,
             fmt::format("ligt niet tussen `laag` ({}) en `hoog` ({})",
                         units::quantity_text(*record.low, record.dimension),
                         units::quantity_text(*record.high, record.dimension)));
}

void ValueReader::numbers(const Node& node,
                          const std::string& where,
                          const Origin& outer,
                          Dimension dimension,
                          std::vector<double>& values) {
    const Value list = open(node, where, outer);
    if (list.node == nullptr || !is(*list.node, Node::Kind::array, where, "[waarde, waarde]"))
        return;
    values.clear();
    for (std::size_t i = 0; i < list.node->members.size(); ++i) {
        values.push_back(0.0);
        number(list.node->members[i],
               fmt::format("{}[{}]", where, i + 1),
               list.origin,
               dimension,
               values.back());
    }
}

void ValueReader::distribution(const Node& node,
                               const std::string& where,
                               const Origin& outer,
                               Dimension dimension,
                               DistributionSpec& spec) {
    spec = DistributionSpec{};
    const Node* family = node.find("familie");
    if (node.kind != Node::Kind::table || family == nullptr) {
        double value = 0.0;
        number(node, where, outer, dimension, value);
        spec.mean = value;
        return;
    }
    const auto& names = parameters::family_names;
    const auto* const found =
        family->kind == Node::Kind::text ? std::ranges::find(names, family->text) : names.end();
    if (found == names.end())
        complain(*family,
                 where,
                 fmt::format("heeft de onbekende familie \"{}\"", family->text),
                 suggestion_for(family->text, {names.begin(), names.end()}));
    else
        spec.family = static_cast<engine::Family>(found - names.begin());

    const Origin origin = origin_in(node, outer);
    std::vector<std::string> known{"familie", "waarden", "gewichten"};
    for (const auto& field : parameters::spec_fields) {
        known.emplace_back(field.key);
        const Node* member = node.find(field.key);
        if (member == nullptr)
            continue;
        const Dimension own = field.has_dimension ? dimension : Dimension::factor;
        double value = 0.0;
        number(*member, where + "." + std::string(field.key), origin, own, value);
        spec.*field.member = value;
    }
    if (const Node* values = node.find("waarden"))
        numbers(*values, where + ".waarden", origin, dimension, spec.values);
    if (const Node* weights = node.find("gewichten"))
        numbers(*weights, where + ".gewichten", origin, Dimension::factor, spec.weights);
    refuse_unknown(node, where, known);
}

} // namespace ketenplan::runner
