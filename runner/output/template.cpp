#include "output/template.hpp"

#include "output/value_writer.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iterator>

namespace ketenplan::runner {

namespace {

using parameters::Row;
using parameters::Size;

/// Writes each table as its own keys first and its sub-tables after them, as TOML needs.
class TemplateVisitor : public ValueWriter {
public:
    TemplateVisitor() { tables_.emplace_back(); }

    [[nodiscard]] std::string finish() { return tables_.back().own + tables_.back().inner; }

protected:
    bool enter_table(const Row& row) override {
        open(path(row.key), row.meaning, true);
        return PathVisitor::enter_table(row);
    }
    void leave_table() override {
        close();
        PathVisitor::leave_table();
    }
    bool enter_keyed(const Row& row, Size size, std::vector<std::string>& keys) override {
        open(path(row.key), row.meaning, false);
        return PathVisitor::enter_keyed(row, size, keys);
    }
    void leave_keyed() override {
        close();
        PathVisitor::leave_keyed();
    }
    bool enter_item(const std::string& key) override {
        open(path(key), "", true);
        return PathVisitor::enter_item(key);
    }
    void leave_item() override {
        close();
        PathVisitor::leave_item();
    }
    bool enter_list(const Row& row, Size size, std::size_t& count) override {
        lists_.push_back(path(row.key));
        tables_.back().inner += fmt::format("\n# {}\n", row.meaning);
        return PathVisitor::enter_list(row, size, count);
    }
    void leave_list() override {
        lists_.pop_back();
        PathVisitor::leave_list();
    }
    bool enter_element(std::size_t index) override {
        tables_.push_back({fmt::format("[[{}]]\n", lists_.back()), ""});
        return PathVisitor::enter_element(index);
    }
    void leave_element() override {
        close();
        PathVisitor::leave_element();
    }

    void write(const Row& row, const std::string& toml) override {
        std::string& own = tables_.back().own;
        fmt::format_to(std::back_inserter(own), "# {}\n{} = {}\n", row.meaning, row.key, toml);
    }

private:
    struct Table {
        std::string own;
        std::string inner;
    };
    void open(const std::string& where, std::string_view meaning, bool header) {
        Table table;
        const auto out = std::back_inserter(table.own);
        if (!meaning.empty())
            fmt::format_to(out, "\n# {}\n", meaning);
        else
            fmt::format_to(out, "\n");
        if (header)
            fmt::format_to(out, "[{}]\n", where);
        tables_.push_back(std::move(table));
    }
    void close() {
        const Table done = std::move(tables_.back());
        tables_.pop_back();
        tables_.back().inner += done.own + done.inner;
    }

    std::vector<Table> tables_;
    std::vector<std::string> lists_; ///< paths of the lists that are being visited
};

constexpr std::string_view introduction =
    R"(#:schema ./scenario.schema.json
# Scenario voor ketenplan. Regels met # zijn toelichting.
#
# Elke waarde mag ook een tabel zijn, met waar zij vandaan komt en hoe zeker zij is:
#   quorum_mist = { waarde = "5%", laag = "2%", hoog = "10%", aanname = "geschat door de ketenmanager" }
#   inwoners = { waarde = 71189, bron = "CBS, 1 januari 2015" }
# `bron` en `aanname` mogen ook één keer in een tabel staan; dan gelden zij voor alles daarin.
#
# Werktijd of termijn die wisselt is een kansverdeling:
#   minuten = { familie = "gamma", gemiddelde = "10 minuten", variatie = 0.5 }
# Families, en wat zij nodig hebben:
)";

constexpr std::string_view introduction_of_basis = R"(#
# Een scenario dat maar weinig verschilt van een ander begint met
#   basis = "ander-scenario.toml"
# en geeft alleen wat anders is; zonder = ["gemeenten.noordstad"] haalt iets weg.

)";

/// "#   gamma           gemiddelde, variatie", for every family.
std::string families() {
    std::string text;
    for (std::size_t f = 0; f < parameters::family_names.size(); ++f) {
        const auto keys = parameters::keys_of(static_cast<engine::Family>(f));
        text += fmt::format("#   {:<14} {}\n",
                            parameters::family_names[f],
                            fmt::join(keys.begin(), keys.end(), ", "));
    }
    return text;
}

} // namespace

std::string scenario_template(const parameters::Parameters& p) {
    TemplateVisitor visitor;
    parameters::look(visitor, p);
    return std::string(introduction) + families() + std::string(introduction_of_basis) +
           visitor.finish();
}

} // namespace ketenplan::runner
