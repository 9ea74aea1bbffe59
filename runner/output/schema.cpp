#include "output/parameter_table.hpp"
#include "parameters/parameters.hpp"
#include "parameters/path_visitor.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ketenplan::runner {

namespace {

using Json = nlohmann::ordered_json;
using parameters::DistributionSpec;
using parameters::NumberRow;
using parameters::Row;
using parameters::Size;

Json described(Json schema, std::string_view meaning) {
    schema["description"] = meaning;
    return schema;
}

/// A value as such, or in a table that says where it comes from.
Json or_value_table(const Json& value) {
    Json table = {{"type", "object"},
                  {"required", {"waarde"}},
                  {"additionalProperties", false},
                  {"properties",
                   {{"waarde", value},
                    {"laag", value},
                    {"hoog", value},
                    {"verdeling", {{"type", "string"}}},
                    {"bron", {{"type", "string"}}},
                    {"aanname", {{"type", "string"}}}}}};
    return {{"anyOf", {value, table}}};
}

Json value_of(const NumberRow& row) {
    const Json text = {{"type", "string"}};
    if (!units::may_be_bare(row.dimension))
        return text;
    Json number = {{"type", row.range.whole ? "integer" : "number"},
                   {"minimum", row.range.low},
                   {"maximum", row.range.high}};
    return {{"anyOf", {number, text}}};
}

Json distribution_table(const NumberRow& row) {
    const Json value = or_value_table(value_of(row));
    const Json plain = or_value_table({{"type", {"number", "string"}}});
    Json properties;
    properties["familie"] = {{"enum", parameters::family_names}};
    for (const auto& field : parameters::spec_fields)
        properties[std::string(field.key)] = field.has_dimension ? value : plain;
    properties["waarden"] = {{"type", "array"}, {"items", value}};
    properties["gewichten"] = {{"type", "array"}, {"items", plain}};
    properties["bron"] = {{"type", "string"}};
    properties["aanname"] = {{"type", "string"}};
    return {{"type", "object"},
            {"required", {"familie"}},
            {"additionalProperties", false},
            {"properties", properties}};
}

/// Builds the schema of the table that is being visited, on a stack.
class SchemaVisitor : public parameters::PathVisitor {
public:
    SchemaVisitor() { tables_.push_back(empty_table()); }

    [[nodiscard]] Json finish() { return tables_.back(); }

    void number(const NumberRow& row, double&) override {
        add(row.row, or_value_table(value_of(row)));
    }
    void distribution(const NumberRow& row, DistributionSpec&) override {
        Json schema = or_value_table(value_of(row));
        schema["anyOf"].push_back(distribution_table(row));
        add(row.row, schema);
    }
    void number_list(const NumberRow& row, Size size, std::vector<double>&) override {
        add(row.row, or_value_table(array(or_value_table(value_of(row)), size)));
    }
    void number_map(const NumberRow& row,
                    std::string_view,
                    Size,
                    std::vector<parameters::KeyedNumber>&) override {
        add(row.row, {{"type", "object"}, {"additionalProperties", or_value_table(value_of(row))}});
    }
    void flag(const Row& row, bool&) override { add(row, or_value_table({{"type", "boolean"}})); }
    void text(const Row& row, std::string&) override { add(row, string_value()); }
    void date(const Row& row, std::optional<engine::Date>&) override { add(row, string_value()); }
    void month_day(const Row& row, parameters::MonthDay&) override { add(row, string_value()); }
    void clock(const Row& row, engine::Seconds&) override { add(row, string_value()); }
    void span_of_time(const Row& row, engine::CivilSpan, engine::CivilSpan&) override {
        add(row, string_value());
    }
    void spans_of_time(const Row& row, Size size, std::vector<engine::CivilSpan>&) override {
        add(row, or_value_table(array({{"type", "string"}}, size)));
    }
    void one_of(const Row& row, std::span<const std::string_view> names, std::size_t&) override {
        add(row, or_value_table({{"enum", std::vector<std::string>(names.begin(), names.end())}}));
    }
    void reference(const Row& row, std::string_view, std::string&) override {
        add(row, string_value());
    }
    void
    references(const Row& row, std::string_view, Size size, std::vector<std::string>&) override {
        add(row, or_value_table(array({{"type", "string"}}, size)));
    }

protected:
    bool enter_table(const Row& row) override {
        open(row);
        return PathVisitor::enter_table(row);
    }
    void leave_table() override {
        close([](Json inner) { return inner; });
        PathVisitor::leave_table();
    }
    bool enter_keyed(const Row& row, Size size, std::vector<std::string>& keys) override {
        open(row);
        keys = {"naam"};
        return PathVisitor::enter_keyed(row, size, keys);
    }
    void leave_keyed() override {
        close([](Json inner) {
            return Json{
                {"type", "object"},
                {"properties", {{"bron", {{"type", "string"}}}, {"aanname", {{"type", "string"}}}}},
                {"additionalProperties", inner}};
        });
        PathVisitor::leave_keyed();
    }
    bool enter_list(const Row& row, Size size, std::size_t& count) override {
        open(row);
        count = 1;
        return PathVisitor::enter_list(row, size, count);
    }
    void leave_list() override {
        close([](Json inner) { return Json{{"type", "array"}, {"items", inner}}; });
        PathVisitor::leave_list();
    }

private:
    static Json empty_table() {
        // Nothing is required: a file that builds on another says only what differs.
        return {
            {"type", "object"},
            {"additionalProperties", false},
            {"properties", {{"bron", {{"type", "string"}}}, {"aanname", {{"type", "string"}}}}}};
    }
    static Json string_value() { return or_value_table({{"type", "string"}}); }
    static Json array(const Json& items, Size size) {
        return {
            {"type", "array"}, {"items", items}, {"minItems", size.least}, {"maxItems", size.most}};
    }

    void add(const Row& row, Json schema) {
        tables_.back()["properties"][std::string(row.key)] =
            described(std::move(schema), row.meaning);
    }
    void open(const Row& row) {
        open_rows_.push_back(row);
        tables_.push_back(empty_table());
    }
    template <class Wrap>
    void close(Wrap wrap) {
        Json inner = std::move(tables_.back());
        tables_.pop_back();
        const Row row = open_rows_.back();
        open_rows_.pop_back();
        add(row, wrap(std::move(inner)));
    }

    std::vector<Json> tables_;
    std::vector<Row> open_rows_;
};

} // namespace

std::string parameter_schema() {
    SchemaVisitor visitor;
    parameters::look(visitor, parameters::Parameters{});
    Json root = visitor.finish();
    root["properties"]["basis"] = {{"type", "string"},
                                   {"description", "scenario waarop dit bestand voortbouwt"}};
    root["properties"]["zonder"] = {
        {"type", "array"},
        {"items", {{"type", "string"}}},
        {"description", "onderdelen van de basis die hier niet gelden"}};
    Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                   {"title", "Scenario van ketenplan"}};
    schema.update(root);
    return schema.dump(2) + "\n";
}

} // namespace ketenplan::runner
