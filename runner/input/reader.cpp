#include "input/reader.hpp"

#include "input/quantity_text.hpp"
#include "input/scenario_files.hpp"
#include "units/nearest.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace ketenplan::runner {

using parameters::DistributionSpec;
using parameters::KeyedNumber;
using parameters::MonthDay;
using parameters::NumberRow;
using parameters::Parameters;
using parameters::Presence;
using parameters::Row;
using parameters::Size;
using units::Dimension;

const std::vector<std::string> spread_names{
    "driehoek", "lognormaal", "normaal", "pert", "uniform"};

namespace {

constexpr std::string_view source_key = "bron";
constexpr std::string_view assumption_key = "aanname";
const std::vector<std::string> value_keys{
    "waarde", "laag", "hoog", "verdeling", "bron", "aanname"};

/// Where numbers come from, as said by the value itself or by a table around it.
struct Origin {
    std::string source;
    std::string assumption;
};

class Reader : public parameters::Visitor {
public:
    Reader(const Node& root, std::vector<ParameterRecord>& records, Diagnostics& diagnostics)
        : records_(records), diagnostics_(diagnostics) {
        levels_.push_back({&root, "", origin_in(root, {}), {}, false});
    }

    /// Reports the keys of the root that nobody asked for.
    void finish() { refuse_unknown_keys(); }

    void number(const NumberRow& row, double& value) override {
        if (const Node* node = take(row.row))
            read_number(*node, path(row.row.key), row.dimension, value);
    }

    void distribution(const NumberRow& row, DistributionSpec& spec) override {
        const Node* node = take(row.row);
        if (node == nullptr)
            return;
        const std::string where = path(row.row.key);
        spec = DistributionSpec{};
        if (node->kind == Node::Kind::table && node->find("familie") != nullptr) {
            read_distribution(*node, where, row.dimension, spec);
            return;
        }
        double value = 0.0;
        read_number(*node, where, row.dimension, value);
        spec.mean = value;
    }

    void number_list(const NumberRow& row, Size, std::vector<double>& values) override {
        const Node* node = take(row.row);
        if (node == nullptr)
            return;
        const std::string where = path(row.row.key);
        const Value value = open_value(*node, where);
        if (value.node != nullptr)
            read_numbers(*value.node, where, row.dimension, values);
    }

    void number_map(const NumberRow& row,
                    std::string_view,
                    Size,
                    std::vector<KeyedNumber>& values) override {
        const Node* node = take(row.row);
        if (node == nullptr)
            return;
        const std::string where = path(row.row.key);
        if (!is(*node, Node::Kind::table, where, "{ politie = \"12 per jaar\" }"))
            return;
        values.clear();
        levels_.push_back({node, where, origin_in(*node, level().origin), {}, true});
        for (const Node& member : node->members) {
            if (is_provenance(member))
                continue;
            double value = 0.0;
            read_number(member, path(member.key), row.dimension, value);
            values.push_back({member.key, value});
        }
        levels_.pop_back();
    }

    void flag(const Row& row, bool& value) override {
        read_scalar(row, Node::Kind::flag, "true of false, zonder aanhalingstekens", [&](const Node& n) {
            value = n.flag;
            return n.flag ? "true" : "false";
        });
    }

    void text(const Row& row, std::string& value) override {
        read_scalar(row, Node::Kind::text, "tekst tussen aanhalingstekens", [&](const Node& n) {
            value = n.text;
            return n.text;
        });
    }

    void date(const Row& row, std::optional<engine::Date>& value) override {
        const Node* node = take(row);
        if (node == nullptr)
            return;
        const std::string where = path(row.key);
        const Value read = open_value(*node, where);
        if (read.node == nullptr)
            return;
        std::optional<engine::Date> parsed;
        if (read.node->kind == Node::Kind::date)
            parsed = read.node->date;
        else if (read.node->kind == Node::Kind::text)
            parsed = parse_date(read.node->text);
        if (parsed) {
            value = parsed;
            note(where, date_text(*parsed), read);
        } else {
            complain(*read.node, where, "is geen bestaande datum", "schrijf 2015-01-31");
        }
    }

    void month_day(const Row& row, MonthDay& value) override {
        read_text(row, value, parse_month_day, "is geen dag van het jaar", "schrijf \"15-07\" (dag-maand)");
    }

    void clock(const Row& row, engine::Seconds& value) override {
        const Node* node = take(row);
        if (node == nullptr)
            return;
        const std::string where = path(row.key);
        const Value read = open_value(*node, where);
        if (read.node == nullptr)
            return;
        std::optional<engine::Seconds> parsed;
        if (read.node->kind == Node::Kind::clock)
            parsed = read.node->clock;
        else if (read.node->kind == Node::Kind::text)
            parsed = parse_clock(read.node->text);
        if (parsed) {
            value = *parsed;
            note(where, clock_text(*parsed), read);
        } else {
            complain(*read.node, where, "is geen tijdstip van de dag", "schrijf \"09:30\"");
        }
    }

    void span_of_time(const Row& row, engine::CivilSpan, engine::CivilSpan& value) override {
        read_text(row, value, parse_span, "is geen tijdsduur in hele dagen, weken, maanden of jaren",
                  "schrijf \"6 maanden\" of \"7 dagen\"");
    }

    void
    spans_of_time(const Row& row, Size, std::vector<engine::CivilSpan>& values) override {
        const Node* node = take(row);
        if (node == nullptr)
            return;
        const std::string where = path(row.key);
        const Value read = open_value(*node, where);
        if (read.node == nullptr ||
            !is(*read.node, Node::Kind::array, where, "[\"7 dagen\", \"1 maand\"]"))
            return;
        values.clear();
        std::vector<std::string> texts;
        for (const Node& item : read.node->members) {
            const auto span =
                item.kind == Node::Kind::text ? parse_span(item.text) : std::nullopt;
            values.push_back(span.value_or(engine::CivilSpan{}));
            texts.push_back(item.text);
            if (!span)
                complain(item,
                         where,
                         "is geen tijdsduur in hele dagen, weken, maanden of jaren",
                         "schrijf \"6 maanden\" of \"7 dagen\"");
        }
        note(where, fmt::format("{}", fmt::join(texts, ", ")), read);
    }

    void
    one_of(const Row& row, std::span<const std::string_view> names, std::size_t& value) override {
        read_scalar(row, Node::Kind::text, "tekst tussen aanhalingstekens", [&](const Node& n) {
            const auto found = std::ranges::find(names, n.text);
            if (found != names.end()) {
                value = static_cast<std::size_t>(found - names.begin());
            } else {
                const std::vector<std::string> known(names.begin(), names.end());
                complain(n,
                         path(row.key),
                         fmt::format("is \"{}\", maar kan dat niet zijn", n.text),
                         suggest(n.text, known));
            }
            return n.text;
        });
    }

    void reference(const Row& row, std::string_view, std::string& value) override {
        text(row, value);
    }

    void references(const Row& row,
                    std::string_view,
                    Size,
                    std::vector<std::string>& values) override {
        const Node* node = take(row);
        if (node == nullptr)
            return;
        const std::string where = path(row.key);
        const Value read = open_value(*node, where);
        if (read.node == nullptr || !is(*read.node, Node::Kind::array, where, "[\"politie\"]"))
            return;
        values.clear();
        for (const Node& item : read.node->members) {
            if (is(item, Node::Kind::text, where, "een naam tussen aanhalingstekens"))
                values.push_back(item.text);
        }
        note(where, fmt::format("{}", fmt::join(values, ", ")), read);
    }

protected:
    bool enter_table(const Row& row) override {
        const Node* node = take(row);
        if (node == nullptr || !is(*node, Node::Kind::table, path(row.key), fmt::format("[{}]", path(row.key))))
            return false;
        push(*node, path(row.key), false);
        return true;
    }
    void leave_table() override { pop(); }

    bool enter_keyed(const Row& row, Size size, std::vector<std::string>& keys) override {
        const Node* node = take(row);
        const std::string where = path(row.key);
        keys.clear();
        if (node == nullptr || !is(*node, Node::Kind::table, where, fmt::format("[{}.naam]", where)))
            return false;
        for (const Node& member : node->members) {
            if (!is_provenance(member) && keys.size() <= size.most)
                keys.push_back(member.key);
        }
        push(*node, where, true);
        return true;
    }
    void leave_keyed() override { levels_.pop_back(); }

    bool enter_item(const std::string& key) override {
        const Node* node = level().node->find(key);
        if (!is(*node, Node::Kind::table, path(key), fmt::format("[{}]", path(key))))
            return false;
        push(*node, path(key), false);
        return true;
    }
    void leave_item() override { pop(); }

    bool enter_list(const Row& row, Size size, std::size_t& count) override {
        const Node* node = take(row);
        const std::string where = path(row.key);
        if (node == nullptr ||
            !is(*node, Node::Kind::array, where, fmt::format("[[{}]] of een lijst van tabellen", where)))
            return false;
        count = std::min(node->members.size(), size.most + 1);
        push(*node, where, true);
        return true;
    }
    void leave_list() override { levels_.pop_back(); }

    bool enter_element(std::size_t index) override {
        const Node& node = level().node->members[index];
        const std::string where = fmt::format("{}[{}]", level().path, index + 1);
        if (!is(node, Node::Kind::table, where, "{ sleutel = waarde }"))
            return false;
        push(node, where, false);
        return true;
    }
    void leave_element() override { pop(); }

private:
    struct Level {
        const Node* node;
        std::string path;
        Origin origin;
        std::vector<std::string> known; ///< keys that were asked for
        bool free_keys;                 ///< the keys are the user's
    };
    /// The value itself, without the table around it that says where it comes from.
    struct Value {
        const Node* node = nullptr;
        Origin origin;
        const Node* low = nullptr;
        const Node* high = nullptr;
        std::string spread;
    };

    [[nodiscard]] const Level& level() const { return levels_.back(); }
    [[nodiscard]] std::string path(std::string_view key) const {
        return level().path.empty() ? std::string(key) : level().path + "." + std::string(key);
    }

    void push(const Node& node, std::string where, bool free_keys) {
        levels_.push_back({&node, std::move(where), origin_in(node, level().origin), {}, free_keys});
    }
    void pop() {
        refuse_unknown_keys();
        levels_.pop_back();
    }

    static bool is_provenance(const Node& member) {
        return member.kind == Node::Kind::text &&
               (member.key == source_key || member.key == assumption_key);
    }

    /// What a table says of the origin of everything in it; the nearest one counts.
    static Origin origin_in(const Node& table, Origin outer) {
        const Node* source = table.find(source_key);
        const Node* assumption = table.find(assumption_key);
        const bool says = (source != nullptr && is_provenance(*source)) ||
                          (assumption != nullptr && is_provenance(*assumption));
        if (!says)
            return outer;
        Origin origin;
        if (source != nullptr)
            origin.source = source->text;
        if (assumption != nullptr)
            origin.assumption = assumption->text;
        return origin;
    }

    /// The member for `row`; reports a required one that is missing.
    const Node* take(const Row& row) {
        levels_.back().known.emplace_back(row.key);
        const Node* node = level().node->find(row.key);
        if (node == nullptr && row.presence == Presence::required) {
            const std::string table =
                level().path.empty() ? "" : fmt::format(" in [{}]", level().path);
            diagnostics_.error(level().node->place,
                               path(row.key),
                               fmt::format("ontbreekt{}: {}", table, row.meaning),
                               "zie `ketenplan sjabloon` voor een voorbeeld");
        }
        return node;
    }

    void refuse_unknown_keys() {
        if (level().free_keys)
            return;
        for (const Node& member : level().node->members) {
            if (is_provenance(member) ||
                std::ranges::find(level().known, member.key) != level().known.end())
                continue;
            diagnostics_.error(
                member.key_place,
                path(member.key),
                fmt::format("is geen sleutel {}",
                            level().path.empty() ? "van een scenario"
                                                 : fmt::format("van [{}]", level().path)),
                suggest(member.key, level().known));
        }
    }

    static std::string suggest(const std::string& word, const std::vector<std::string>& known) {
        const std::string guess = units::nearest(word, known);
        if (!guess.empty())
            return fmt::format("bedoelde u \"{}\"?", guess);
        return known.empty() ? "" : fmt::format("kies uit: {}", fmt::join(known, ", "));
    }

    void complain(const Node& node,
                  const std::string& where,
                  std::string what,
                  std::string suggestion = "") {
        diagnostics_.error(node.place, where, std::move(what), std::move(suggestion));
    }

    bool is(const Node& node, Node::Kind kind, const std::string& where, std::string_view write) {
        if (node.kind == kind)
            return true;
        complain(node,
                 where,
                 fmt::format("is {}, maar moet {} zijn", kind_name(node.kind), kind_name(kind)),
                 fmt::format("schrijf {}", write));
        return false;
    }

    /// Unpacks `{ waarde = ..., laag = ..., bron = ... }`; a bare value stands for itself.
    Value open_value(const Node& node, const std::string& where) {
        Value value;
        value.origin = level().origin;
        if (node.kind != Node::Kind::table) {
            value.node = &node;
            return value;
        }
        for (const Node& member : node.members) {
            if (std::ranges::find(value_keys, member.key) == value_keys.end())
                diagnostics_.error(member.key_place,
                                   where + "." + member.key,
                                   "hoort niet bij een waarde",
                                   suggest(member.key, value_keys));
        }
        value.origin = origin_in(node, value.origin);
        value.low = node.find("laag");
        value.high = node.find("hoog");
        if (const Node* spread = node.find("verdeling"))
            value.spread = read_spread(*spread, where);
        value.node = node.find("waarde");
        if (value.node == nullptr)
            complain(node, where, "mist `waarde`", "schrijf { waarde = ..., bron = \"...\" }");
        if ((value.low == nullptr) != (value.high == nullptr))
            complain(node, where, "heeft maar één grens", "geef `laag` en `hoog` allebei");
        return value;
    }

    std::string read_spread(const Node& node, const std::string& where) {
        if (node.kind == Node::Kind::text &&
            std::ranges::find(spread_names, node.text) != spread_names.end())
            return node.text;
        complain(node,
                 where + ".verdeling",
                 fmt::format("is geen bekende verdeling van de onzekerheid"),
                 fmt::format("kies uit: {}", fmt::join(spread_names, ", ")));
        return "";
    }

    /// A number with its unit; reports what is wrong.
    std::optional<double>
    quantity(const Node& node, const std::string& where, Dimension dimension) {
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

    /// Notes a value that is no number, and where it comes from.
    void note(const std::string& where, std::string text, const Value& value) {
        records_.push_back({.path = where,
                            .value = std::move(text),
                            .number = {},
                            .low = {},
                            .high = {},
                            .spread = {},
                            .source = value.origin.source,
                            .assumption = value.origin.assumption,
                            .place = value.node->place});
    }

    void
    read_number(const Node& node, const std::string& where, Dimension dimension, double& target) {
        const Value value = open_value(node, where);
        if (value.node == nullptr)
            return;
        const auto number = quantity(*value.node, where, dimension);
        if (!number)
            return;
        target = *number;
        ParameterRecord record{.path = where,
                               .value = units::quantity_text(*number, dimension),
                               .number = *number,
                               .dimension = dimension,
                               .low = {},
                               .high = {},
                               .spread = value.spread,
                               .source = value.origin.source,
                               .assumption = value.origin.assumption,
                               .place = value.node->place};
        if (value.low != nullptr && value.high != nullptr) {
            record.low = quantity(*value.low, where + ".laag", dimension);
            record.high = quantity(*value.high, where + ".hoog", dimension);
            if (record.low && record.high && (*record.low > *number || *number > *record.high))
                complain(node,
                         where,
                         fmt::format("ligt niet tussen `laag` ({}) en `hoog` ({})",
                                     units::quantity_text(*record.low, dimension),
                                     units::quantity_text(*record.high, dimension)));
        }
        records_.push_back(std::move(record));
    }

    void read_numbers(const Node& node,
                      const std::string& where,
                      Dimension dimension,
                      std::vector<double>& values) {
        if (!is(node, Node::Kind::array, where, "[waarde, waarde]"))
            return;
        values.clear();
        for (std::size_t i = 0; i < node.members.size(); ++i) {
            double value = 0.0;
            read_number(
                node.members[i], fmt::format("{}[{}]", where, i + 1), dimension, value);
            values.push_back(value);
        }
    }

    void read_distribution(const Node& node,
                           const std::string& where,
                           Dimension dimension,
                           DistributionSpec& spec) {
        push(node, where, false);
        Level& here = levels_.back();
        here.known = {"familie", "waarden", "gewichten"};
        for (const auto& field : parameters::spec_fields)
            here.known.emplace_back(field.key);
        const Node& family = *node.find("familie");
        const auto& names = parameters::family_names;
        const auto found = family.kind == Node::Kind::text ? std::ranges::find(names, family.text)
                                                           : names.end();
        if (found == names.end())
            complain(family,
                     where + ".familie",
                     "is geen bekende kansverdeling",
                     suggest(family.text, {names.begin(), names.end()}));
        else
            spec.family = static_cast<engine::Family>(found - names.begin());
        for (const auto& field : parameters::spec_fields) {
            const Node* member = node.find(field.key);
            if (member == nullptr)
                continue;
            double value = 0.0;
            read_number(*member,
                        path(field.key),
                        field.has_dimension ? dimension : Dimension::factor,
                        value);
            spec.*field.member = value;
        }
        if (const Node* values = node.find("waarden"))
            read_numbers(*values, path("waarden"), dimension, spec.values);
        if (const Node* weights = node.find("gewichten"))
            read_numbers(*weights, path("gewichten"), Dimension::factor, spec.weights);
        pop();
    }

    /// A value that is not a number, of one kind; `accept` takes it and gives its text.
    template <class Accept>
    void read_scalar(const Row& row, Node::Kind kind, std::string_view write, Accept accept) {
        const Node* node = take(row);
        if (node == nullptr)
            return;
        const std::string where = path(row.key);
        const Value value = open_value(*node, where);
        if (value.node != nullptr && is(*value.node, kind, where, write))
            note(where, accept(*value.node), value);
    }

    template <class T, class Parse>
    void read_text(const Row& row,
                   T& target,
                   Parse parse,
                   std::string_view what,
                   std::string_view suggestion) {
        const Node* node = take(row);
        if (node == nullptr)
            return;
        const std::string where = path(row.key);
        const Value value = open_value(*node, where);
        if (value.node == nullptr)
            return;
        const auto parsed =
            value.node->kind == Node::Kind::text ? parse(value.node->text) : std::nullopt;
        if (parsed) {
            target = *parsed;
            note(where, value.node->text, value);
        } else {
            complain(*value.node, where, std::string(what), std::string(suggestion));
        }
    }

    std::vector<Level> levels_;
    std::vector<ParameterRecord>& records_;
    Diagnostics& diagnostics_;
};

} // namespace

Parameters read_parameters(const Node& root,
                           std::vector<ParameterRecord>& records,
                           Diagnostics& diagnostics) {
    Parameters p;
    Reader reader(root, records, diagnostics);
    declare(reader, p);
    reader.finish();
    return p;
}

Place place_of(const Node& root, const std::string& path) {
    const Node* node = &root;
    Place place = root.place;
    std::string_view rest = path;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(".["), rest.size());
        const Node* next = nullptr;
        if (rest.front() == '[') {
            const std::size_t close = rest.find(']');
            const auto index = static_cast<std::size_t>(std::stoul(std::string(rest.substr(1, close - 1))));
            if (node->kind == Node::Kind::table && node->find("waarde") != nullptr)
                node = node->find("waarde");
            if (index >= 1 && index <= node->members.size())
                next = &node->members[index - 1];
            rest.remove_prefix(std::min(close + 1, rest.size()));
        } else {
            next = node->find(rest.substr(0, end));
            rest.remove_prefix(end);
        }
        if (next == nullptr)
            return place;
        node = next;
        place = node->kind == Node::Kind::table || node->key.empty() ? node->place : node->key_place;
        if (place.line == 0)
            place = node->key_place;
        if (rest.starts_with('.'))
            rest.remove_prefix(1);
    }
    return place;
}

} // namespace ketenplan::runner
