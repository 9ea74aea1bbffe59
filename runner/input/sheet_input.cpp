#include "input/sheet_input.hpp"

#include "input/quantity_text.hpp"
#include "input/sheet_table.hpp"
#include "input/value_reader.hpp"
#include "units/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace ketenplan::runner {

using units::Dimension;

namespace {

Node table_at(const Place& place) {
    Node node;
    node.kind = Node::Kind::table;
    node.place = place;
    return node;
}

Node text_at(std::string text, const Place& place) {
    Node node;
    node.kind = Node::Kind::text;
    node.place = place;
    node.text = std::move(text);
    return node;
}

Node quantity_at(double value, Dimension dimension, const Place& place) {
    if (!units::may_be_bare(dimension))
        return text_at(exact_quantity(value, dimension), place);
    Node node;
    node.kind = Node::Kind::real;
    node.place = place;
    node.number = value;
    return node;
}

Node flag_at(bool value, const Place& place) {
    Node node;
    node.kind = Node::Kind::flag;
    node.place = place;
    node.flag = value;
    return node;
}

Node whole_at(double value, const Place& place) {
    Node node = quantity_at(value, Dimension::count, place);
    node.kind = Node::Kind::whole;
    return node;
}

Node& put(Node& table, const std::string& key, Node value) {
    value.key = key;
    value.key_place = value.place;
    return table.members.emplace_back(std::move(value));
}

/// The table of that name within another, made when it is not there.
Node& table_in(Node& table, const std::string& key, const Place& place) {
    Node* found = table.find(key);
    return found != nullptr ? *found : put(table, key, table_at(place));
}

/// Reads the sheets of one file into a tree.
class SheetInput {
public:
    SheetInput(Node& root, Diagnostics& problems) : root_(root), problems_(problems) {}

    void read(const Sheet& sheet) {
        const std::string name = folded(sheet.name);
        made_ = table_at(sheet.place());
        if (name == "salarissen")
            salaries(sheet);
        else if (name == "regels")
            lines(sheet);
        else if (name == "jaarcijfers")
            years(sheet);
        else if (name == "gemeenten")
            people(sheet);
        refuse_what_is_there(root_, made_, "");
        lay_over(root_, std::move(made_));
        made_ = table_at(sheet.place());
    }

private:
    /// Numbers and lists that the study gives too: which of the two counts would be a guess.
    void refuse_what_is_there(const Node& study, const Node& sheet, const std::string& where) {
        for (const Node& member : sheet.members) {
            const Node* other = study.find(member.key);
            const std::string at = where.empty() ? member.key : where + "." + member.key;
            if (other == nullptr)
                continue;
            const bool goes_on = other->kind == Node::Kind::table &&
                                 member.kind == Node::Kind::table && !is_value_table(*other);
            if (goes_on && member.find("bedrag") == nullptr && member.find("aandeel") == nullptr)
                refuse_what_is_there(*other, member, at);
            else if (!is_provenance(member))
                problems_.error(
                    member.key_place, at, "staat ook in de studie zelf", "haal een van beide weg");
        }
    }

    /// The columns that say where a number comes from, and how far it may be off.
    struct Origins {
        std::vector<std::string> bron;
        std::vector<std::string> aanname;
        std::vector<std::optional<double>> laag;
        std::vector<std::optional<double>> hoog;
    };
    static Origins origins(SheetTable& table, Dimension dimension) {
        Origins found{table.texts("bron"), table.texts("aanname"), {}, {}};
        found.laag = table.numbers("laag", dimension);
        found.hoog = table.numbers("hoog", dimension);
        return found;
    }

    static Node value_with(Node value, const Origins& from, std::size_t row, Dimension dimension) {
        const Place place = value.place;
        Node table = table_at(place);
        put(table, "waarde", std::move(value));
        if (from.laag[row])
            put(table, "laag", quantity_at(*from.laag[row], dimension, place));
        if (from.hoog[row])
            put(table, "hoog", quantity_at(*from.hoog[row], dimension, place));
        if (!from.bron[row].empty())
            put(table, "bron", text_at(from.bron[row], place));
        if (!from.aanname[row].empty())
            put(table, "aanname", text_at(from.aanname[row], place));
        return table;
    }

    static std::vector<SheetColumn> with_origin(std::vector<SheetColumn> columns) {
        for (const char* name : {"laag", "hoog", "bron", "aanname"})
            columns.push_back({name, Filled::if_any});
        return columns;
    }

    void salaries(const Sheet& sheet) {
        SheetTable table(
            sheet, with_origin({{"schaal"}, {"periodiek"}, {"maandsalaris"}}), problems_);
        const auto scales = table.texts("schaal");
        const auto steps = table.numbers("periodiek", Dimension::count);
        const auto amounts = table.numbers("maandsalaris", Dimension::euro);
        const Origins from = origins(table, Dimension::euro);
        Node& list =
            table_in(table_in(made_, "salarissen", sheet.place()), "schalen", sheet.place());
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (scales[row].empty() || !steps[row] || !amounts[row])
                continue;
            Node* scale = list.find(scales[row]);
            if (scale == nullptr) {
                scale = &put(list, scales[row], table_at(table.place(row, "schaal")));
                scale->kind = Node::Kind::array;
            }
            if (std::llround(*steps[row]) != std::ssize(scale->members) + 1)
                table.complain(row,
                               "periodiek",
                               fmt::format("is niet {}: de periodieken van een schaal staan onder "
                                           "elkaar, van 1 af",
                                           scale->members.size() + 1));
            scale->members.push_back(value_with(
                quantity_at(*amounts[row], Dimension::euro, table.place(row, "maandsalaris")),
                from,
                row,
                Dimension::euro));
        }
    }

    void lines(const Sheet& sheet) {
        std::vector<SheetColumn> columns{{"regel"}, {"kant"}};
        for (const char* name : {"naam",
                                 "soort",
                                 "bedrag",
                                 "aandeel",
                                 "per",
                                 "index",
                                 "btw",
                                 "van",
                                 "tot",
                                 "incidenteel"})
            columns.push_back({name, Filled::if_any});
        SheetTable table(sheet, with_origin(columns), problems_);
        const auto keys = table.texts("regel");
        const auto sides = table.texts("kant");
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (keys[row].empty() || sides[row].empty())
                continue;
            const std::string side = folded(sides[row]);
            if (side != "lasten" && side != "baten") {
                table.complain(row, "kant", R"(moet "lasten" of "baten" zijn)");
                continue;
            }
            Node& all = table_in(made_, side, sheet.place());
            if (all.find(keys[row]) != nullptr)
                table.complain(row, "regel", "staat er al", "geef elke regel een eigen naam");
            else
                put(all, keys[row], table_at(table.place(row, "regel")));
        }
        fill_lines(table, keys, sides);
    }

    void fill_lines(SheetTable& table,
                    const std::vector<std::string>& keys,
                    const std::vector<std::string>& sides) {
        const Origins from = origins(table, Dimension::euro);
        const auto line = [&](std::size_t row) -> Node* {
            Node* all = made_.find(folded(sides[row]));
            return all == nullptr ? nullptr : all->find(keys[row]);
        };
        const auto each = [&](const std::string& column, auto values, auto node) {
            for (std::size_t row = 0; row < table.rows(); ++row) {
                Node* const to = line(row);
                if (to != nullptr && to->find(column) == nullptr && is_given(values[row]))
                    put(*to, column, node(values[row], table.place(row, column), row));
            }
        };
        const auto as_text = [](const std::string& text, const Place& place, std::size_t) {
            return text_at(text, place);
        };
        for (const char* column : {"naam", "soort", "per", "index"})
            each(column, table.texts(column), as_text);
        each("bedrag",
             table.numbers("bedrag", Dimension::euro),
             [&](const std::optional<double>& euro, const Place& place, std::size_t row) {
                 return value_with(
                     quantity_at(*euro, Dimension::euro, place), from, row, Dimension::euro);
             });
        for (const char* column : {"aandeel", "btw"})
            each(column,
                 table.numbers(column, Dimension::probability),
                 [](const std::optional<double>& share, const Place& place, std::size_t) {
                     return quantity_at(*share, Dimension::probability, place);
                 });
        each("incidenteel",
             table.texts("incidenteel"),
             [&](const std::string& word, const Place& place, std::size_t row) {
                 if (folded(word) != "ja" && folded(word) != "nee")
                     table.complain(row, "incidenteel", R"(moet "ja" of "nee" zijn)");
                 return flag_at(folded(word) == "ja", place);
             });
        for (const char* column : {"van", "tot"})
            each(column,
                 table.numbers(column, Dimension::count),
                 [](const std::optional<double>& year, const Place& place, std::size_t) {
                     return whole_at(*year, place);
                 });
    }

    static bool is_given(const std::string& text) { return !text.empty(); }
    static bool is_given(const std::optional<double>& number) { return number.has_value(); }

    void years(const Sheet& sheet) {
        SheetTable table(sheet,
                         {{"jaar"}, {"kolom"}, {"soort"}, {"bedrag"}, {"bron", Filled::if_any}},
                         problems_);
        const auto years = table.numbers("jaar", Dimension::count);
        const auto kinds = table.texts("kolom");
        const auto rows = table.texts("soort");
        const auto amounts = table.numbers("bedrag", Dimension::euro);
        const auto sources = table.texts("bron");
        Node& all = table_in(made_, "eerder", sheet.place());
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (!years[row] || kinds[row].empty() || rows[row].empty() || !amounts[row])
                continue;
            Node& year =
                table_in(all, fmt::format("{:.0f}", *years[row]), table.place(row, "jaar"));
            const Node* const kind = year.find("soort");
            if (kind == nullptr)
                put(year, "soort", text_at(kinds[row], table.place(row, "kolom")));
            else if (kind->text != kinds[row])
                table.complain(row, "kolom", "is voor dit jaar eerder iets anders");
            Node& into = table_in(year, "bedragen", table.place(row, "bedrag"));
            if (into.find(rows[row]) != nullptr) {
                table.complain(row, "soort", "staat er voor dit jaar al");
                continue;
            }
            Node value = table_at(table.place(row, "bedrag"));
            put(value, "waarde", quantity_at(*amounts[row], Dimension::euro, value.place));
            if (!sources[row].empty())
                put(value, "bron", text_at(sources[row], table.place(row, "bron")));
            put(into, rows[row], std::move(value));
        }
    }

    void people(const Sheet& sheet) {
        SheetTable table(
            sheet, {{"gemeente"}, {"bron", Filled::if_any}}, problems_, OtherColumns::take);
        const auto names = table.texts("gemeente");
        const auto sources = table.texts("bron");
        for (const std::string& column : table.other_columns()) {
            const auto numbers = table.numbers(column, Dimension::count);
            Node& figures =
                table_in(table_in(made_, "cijfers", sheet.place()), folded(column), sheet.place());
            for (std::size_t row = 0; row < table.rows(); ++row) {
                if (names[row].empty() || !numbers[row])
                    continue;
                Node value = table_at(table.place(row, column));
                put(value, "waarde", quantity_at(*numbers[row], Dimension::count, value.place));
                if (!sources[row].empty())
                    put(value, "bron", text_at(sources[row], value.place));
                if (figures.find(names[row]) != nullptr)
                    table.complain(row, "gemeente", "staat er al");
                else
                    put(figures, names[row], std::move(value));
            }
        }
    }

    Node& root_;
    Diagnostics& problems_;
    Node made_;
};

/// The files that the study names: one, or a list.
std::vector<Node> files_of(const Node& root, Diagnostics& problems) {
    const Node* given = root.find("invoer");
    if (given == nullptr)
        return {};
    if (given->kind == Node::Kind::text)
        return {*given};
    const bool list = given->kind == Node::Kind::array &&
                      std::ranges::all_of(given->members, [](const Node& member) {
                          return member.kind == Node::Kind::text;
                      });
    if (list)
        return given->members;
    problems.error(given->place,
                   "invoer",
                   "moet een bestand of een lijst van bestanden zijn",
                   R"(schrijf invoer = "invoer.xlsx")");
    return {};
}

} // namespace

const std::vector<SheetShape>& input_sheets() {
    static const std::vector<SheetShape> shapes{
        {"Salarissen",
         {"schaal", "periodiek", "maandsalaris", "laag", "hoog", "bron", "aanname"},
         "bruto maandsalaris bij 36 uur; periodieken van 1 af onder elkaar"},
        {"Regels",
         {"regel",
          "kant",
          "naam",
          "soort",
          "bedrag",
          "aandeel",
          "per",
          "index",
          "btw",
          "van",
          "tot",
          "incidenteel",
          "laag",
          "hoog",
          "bron",
          "aanname"},
         "kant: lasten of baten; per: jaar, fte of loonsom (dan aandeel in plaats van bedrag)"},
        {"Jaarcijfers",
         {"jaar", "kolom", "soort", "bedrag", "bron"},
         "eerdere jaren; kolom: realisatie of begroting"},
        {"Gemeenten",
         {"gemeente", "bron"},
         "een kolom per cijfer waarnaar een sleutel kan verdelen, voor een studie van bijdragen"}};
    return shapes;
}

void lay_sheets_over(Node& root,
                     const std::string& study,
                     std::vector<InputFile>& files,
                     Diagnostics& problems) {
    std::vector<std::string> known;
    for (const SheetShape& shape : input_sheets())
        known.push_back(shape.name);
    for (const Node& named : files_of(root, problems)) {
        const std::string path =
            (std::filesystem::path(study).parent_path() / named.text).lexically_normal().string();
        const auto book = read_sheets(path, problems);
        if (!book)
            continue;
        files.push_back(book->file);
        SheetInput input(root, problems);
        bool any = false;
        for (const Sheet& sheet : book->sheets) {
            const bool ours = std::ranges::any_of(
                known, [&](const std::string& name) { return folded(name) == folded(sheet.name); });
            any = any || ours;
            if (ours)
                input.read(sheet);
            else if (const std::string meant = units::nearest(sheet.name, known); !meant.empty())
                problems.error(named.place,
                               "invoer",
                               fmt::format(R"({} heeft een blad "{}", dat niet wordt gelezen)",
                                           named.text,
                                           sheet.name),
                               fmt::format("bedoelde u \"{}\"?", meant));
        }
        if (!any)
            problems.error(named.place,
                           "invoer",
                           fmt::format("{} heeft geen blad dat wordt gelezen", named.text),
                           fmt::format("noem een blad {}", fmt::join(known, ", ")));
    }
}

} // namespace ketenplan::runner
