#include "input/reader.hpp"

#include "input/node_path.hpp"
#include "input/quantity_text.hpp"
#include "input/value_reader.hpp"
#include "units/nearest.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ketenplan::runner {

using parameters::DistributionSpec;
using parameters::KeyedNumber;
using parameters::MonthDay;
using parameters::NumberRow;
using parameters::Parameters;
using parameters::Presence;
using parameters::Row;
using parameters::Size;

namespace {

constexpr std::string_view quoted_text = "tekst tussen aanhalingstekens";

/// Follows the declarations through the tree: takes the member for each row, and at the end of each
/// table reports the members that no row asked for.
class Reader : public parameters::Visitor {
public:
    Reader(const Node& root, std::vector<ParameterRecord>& records, Diagnostics& diagnostics)
        : values_(records, diagnostics), diagnostics_(diagnostics) {
        push(root, "");
    }

    void finish() { pop(); }

    void number(const NumberRow& row, double& value) override {
        const Node* node = take(row.row);
        if (node == nullptr)
            return;
        const std::string where = path(row.row.key);
        values_.number(*node, where, origin(), row.dimension, value);
        if (row.range.whole && std::floor(value) != value)
            values_.complain(
                *node,
                where,
                fmt::format("is {}, maar moet een geheel getal zijn", units::number_text(value)));
    }
    void distribution(const NumberRow& row, DistributionSpec& spec) override {
        if (const Node* node = take(row.row))
            values_.distribution(*node, path(row.row.key), origin(), row.dimension, spec);
    }
    void number_list(const NumberRow& row, Size, std::vector<double>& values) override {
        if (const Node* node = take(row.row))
            values_.numbers(*node, path(row.row.key), origin(), row.dimension, values);
    }

    void number_map(const NumberRow& row,
                    std::string_view,
                    Size,
                    std::vector<KeyedNumber>& values) override {
        const Node* node = take(row.row);
        const std::string where = path(row.row.key);
        if (node == nullptr ||
            !values_.is(*node, Node::Kind::table, where, "{ politie = \"12 per jaar\" }"))
            return;
        values.clear();
        const Origin inner = origin_in(*node, origin());
        for (const Node& member : node->members) {
            if (is_provenance(member))
                continue;
            values.push_back({member.key, 0.0});
            values_.number(
                member, where + "." + member.key, inner, row.dimension, values.back().value);
        }
    }

    void flag(const Row& row, bool& value) override {
        read(row, Node::Kind::flag, "true of false, zonder aanhalingstekens", [&](const Node& n) {
            value = n.flag;
            return std::string(n.flag ? "true" : "false");
        });
    }
    void text(const Row& row, std::string& value) override {
        read(row, Node::Kind::text, quoted_text, [&](const Node& n) {
            value = n.text;
            return n.text;
        });
    }
    void reference(const Row& row, std::string_view, std::string& value) override {
        text(row, value);
    }
    void
    one_of(const Row& row, std::span<const std::string_view> names, std::size_t& value) override {
        read(row, Node::Kind::text, quoted_text, [&](const Node& n) {
            const auto found = std::ranges::find(names, n.text);
            if (found != names.end())
                value = static_cast<std::size_t>(found - names.begin());
            else
                values_.complain(n,
                                 path(row.key),
                                 fmt::format("is \"{}\", maar kan dat niet zijn", n.text),
                                 suggestion_for(n.text, {names.begin(), names.end()}));
            return n.text;
        });
    }

    void date(const Row& row, std::optional<engine::Date>& value) override {
        parse(row, "is geen bestaande datum", "schrijf 2015-01-31", [&](const Node& n) {
            const auto parsed =
                n.kind == Node::Kind::date ? std::optional(n.date) : parse_date(n.text);
            if (parsed)
                value = parsed;
            return parsed ? date_text(*parsed) : "";
        });
    }
    void clock(const Row& row, engine::Seconds& value) override {
        parse(row, "is geen tijdstip van de dag", "schrijf \"09:30\"", [&](const Node& n) {
            const auto parsed =
                n.kind == Node::Kind::clock ? std::optional(n.clock) : parse_clock(n.text);
            value = parsed.value_or(value);
            return parsed ? clock_text(*parsed) : "";
        });
    }
    void month_day(const Row& row, MonthDay& value) override {
        parse(row, "is geen dag van het jaar", "schrijf \"15-07\" (dag-maand)", [&](const Node& n) {
            const auto parsed = parse_month_day(n.text);
            value = parsed.value_or(value);
            return parsed ? n.text : "";
        });
    }
    void span_of_time(const Row& row, engine::CivilSpan, engine::CivilSpan& value) override {
        parse(row, no_span, write_span, [&](const Node& n) {
            const auto parsed = parse_span(n.text);
            value = parsed.value_or(value);
            return parsed ? n.text : "";
        });
    }

    void spans_of_time(const Row& row, Size, std::vector<engine::CivilSpan>& values) override {
        std::vector<std::string> texts;
        const bool read = elements(row, R"(["7 dagen", "1 maand"])", [&](const Node& item) {
            if (texts.empty())
                values.clear();
            const auto span = parse_span(item.text);
            values.push_back(span.value_or(engine::CivilSpan{}));
            texts.push_back(item.text);
            if (!span)
                values_.complain(
                    item, path(row.key), std::string(no_span), std::string(write_span));
        });
        if (read && texts.empty())
            values.clear();
    }
    void
    references(const Row& row, std::string_view, Size, std::vector<std::string>& values) override {
        values.clear();
        elements(row, "[\"politie\"]", [&](const Node& item) {
            if (values_.is(item, Node::Kind::text, path(row.key), quoted_text))
                values.push_back(item.text);
        });
    }

protected:
    bool enter_table(const Row& row) override {
        const Node* node = take(row);
        return node != nullptr && enter(*node, path(row.key));
    }
    void leave_table() override { pop(); }

    bool enter_keyed(const Row& row, Size size, std::vector<std::string>& keys) override {
        const Node* node = take(row);
        const std::string where = path(row.key);
        keys.clear();
        if (node == nullptr ||
            !values_.is(*node, Node::Kind::table, where, fmt::format("[{}.naam]", where)))
            return false;
        for (const Node& member : node->members) {
            if (!is_provenance(member) && keys.size() <= size.most)
                keys.push_back(member.key);
        }
        push(*node, where);
        return true;
    }
    void leave_keyed() override { levels_.pop_back(); } // its keys are the user's

    bool enter_item(const std::string& key) override {
        return enter(*level().node->find(key), path(key));
    }
    void leave_item() override { pop(); }

    bool enter_list(const Row& row, Size size, std::size_t& count) override {
        const Node* node = take(row);
        const std::string where = path(row.key);
        if (node == nullptr ||
            !values_.is(
                *node, Node::Kind::array, where, fmt::format("[[{}]] boven elke tabel", where)))
            return false;
        count = std::min(node->members.size(), size.most + 1);
        push(*node, where);
        return true;
    }
    void leave_list() override { levels_.pop_back(); }

    bool enter_element(std::size_t index) override {
        return enter(level().node->members[index], fmt::format("{}[{}]", level().path, index + 1));
    }
    void leave_element() override { pop(); }

private:
    static constexpr std::string_view no_span =
        "is geen tijdsduur in hele dagen, weken, maanden of jaren";
    static constexpr std::string_view write_span = R"(schrijf "6 maanden" of "7 dagen")";

    struct Level {
        const Node* node;
        std::string path;
        Origin origin;
        std::vector<std::string> known; ///< keys that were asked for
    };

    [[nodiscard]] const Level& level() const { return levels_.back(); }
    [[nodiscard]] const Origin& origin() const { return level().origin; }
    [[nodiscard]] std::string path(std::string_view key) const {
        return level().path.empty() ? std::string(key) : level().path + "." + std::string(key);
    }

    void push(const Node& node, std::string where) {
        const Origin outer = levels_.empty() ? Origin{} : origin();
        levels_.push_back({&node, std::move(where), origin_in(node, outer), {}});
    }
    void pop() {
        values_.refuse_unknown(*level().node, level().path, level().known);
        levels_.pop_back();
    }
    bool enter(const Node& node, std::string where) {
        if (!values_.is(node, Node::Kind::table, where, "een tabel: { sleutel = waarde }"))
            return false;
        push(node, std::move(where));
        return true;
    }

    /// The member for `row`; reports a required one that is missing.
    const Node* take(const Row& row) {
        levels_.back().known.emplace_back(row.key);
        const Node* node = level().node->find(row.key);
        if (node == nullptr && row.presence == Presence::required &&
            !diagnostics_.is_unreadable(row.key))
            diagnostics_.error(
                level().node->place,
                path(row.key),
                fmt::format("ontbreekt{}: {}",
                            level().path.empty() ? "" : fmt::format(" in [{}]", level().path),
                            row.meaning),
                near_sibling().value_or("zie `ketenplan sjabloon` voor een voorbeeld"));
        return node;
    }

    /// A table with a name of its own that lacks something may be another one, misspelt.
    [[nodiscard]] std::optional<std::string> near_sibling() const {
        if (levels_.size() < 2)
            return std::nullopt;
        const std::string& where = level().path;
        const std::string own = where.substr(where.rfind('.') + 1);
        std::vector<std::string> others;
        for (const Node& member : levels_[levels_.size() - 2].node->members) {
            if (member.key != own && member.kind == Node::Kind::table)
                others.push_back(member.key);
        }
        const std::string guess = units::nearest(own, others);
        return guess.empty()
                   ? std::nullopt
                   : std::optional(fmt::format(
                         "bedoelde u [{}{}]?", where.substr(0, where.size() - own.size()), guess));
    }

    /// Reads a value of one kind; `accept` takes it and gives its text.
    template <class Accept>
    void read(const Row& row, Node::Kind kind, std::string_view write, Accept accept) {
        const Node* node = take(row);
        if (node == nullptr)
            return;
        const std::string where = path(row.key);
        const auto value = values_.open(*node, where, origin());
        if (value.node != nullptr && values_.is(*value.node, kind, where, write))
            values_.note(where, accept(*value.node), value);
    }

    /// Reads a value with a form of its own; `accept` gives its text, or nothing when it is not
    /// one.
    template <class Accept>
    void parse(const Row& row, std::string_view what, std::string_view suggestion, Accept accept) {
        const Node* node = take(row);
        if (node == nullptr)
            return;
        const std::string where = path(row.key);
        const auto value = values_.open(*node, where, origin());
        if (value.node == nullptr)
            return;
        std::string text = accept(*value.node);
        if (text.empty())
            values_.complain(*value.node, where, std::string(what), std::string(suggestion));
        else
            values_.note(where, std::move(text), value);
    }

    /// Hands each element of an array to `accept`; false when there is no array.
    template <class Accept>
    bool elements(const Row& row, std::string_view write, Accept accept) {
        const Node* node = take(row);
        if (node == nullptr)
            return false;
        const std::string where = path(row.key);
        const auto value = values_.open(*node, where, origin());
        if (value.node == nullptr || !values_.is(*value.node, Node::Kind::array, where, write))
            return false;
        std::vector<std::string> texts;
        for (const Node& item : value.node->members) {
            accept(item);
            texts.push_back(item.text);
        }
        values_.note(where, fmt::format("{}", fmt::join(texts, ", ")), value);
        return true;
    }

    std::vector<Level> levels_;
    ValueReader values_;
    Diagnostics& diagnostics_;
};

} // namespace

Parameters
read_parameters(const Node& root, std::vector<ParameterRecord>& records, Diagnostics& diagnostics) {
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
        const std::size_t end = std::min(rest.find_first_of(".[", 1), rest.size());
        node = step_into(*node, rest.substr(0, end));
        if (node == nullptr)
            break;
        place = node->key.empty() || node->place.line == 0 ? node->place : node->key_place;
        rest.remove_prefix(end);
        if (rest.starts_with('.'))
            rest.remove_prefix(1);
    }
    return place;
}

} // namespace ketenplan::runner
