#pragma once

#include "output/budget_outcome.hpp"
#include "output/budget_workbook.hpp"
#include "output/xlsx_writer.hpp"

#include <map>
#include <string>
#include <vector>

/// The sheets of the workbook of a begroting, each made by one function. A sheet that others refer
/// to leaves its addresses in Workbook.
namespace ketenplan::runner::workbook {

/// The row with the names of the columns, on most sheets.
inline constexpr std::uint32_t heading_row = 3;

/// Where the lines of a variant stand.
struct LineSheet {
    XlsxSheet* sheet = nullptr;
    std::vector<std::uint32_t> row; ///< per line of the study
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;
    std::uint32_t lasten_row = 0;
    std::uint32_t baten_row = 0;
    std::uint32_t bijdragen_row = 0;
    std::size_t jaren = 0;
    std::size_t first_amount = 4; ///< column

    [[nodiscard]] CellAt amount(std::uint32_t row_, std::size_t y) const {
        return {row_, static_cast<std::uint16_t>(first_amount + y)};
    }
    [[nodiscard]] CellAt quantity(std::uint32_t row_, std::size_t y) const {
        return {row_, static_cast<std::uint16_t>(5 + jaren + y)};
    }
    [[nodiscard]] CellAt price(std::uint32_t row_, std::size_t y) const {
        return {row_, static_cast<std::uint16_t>(5 + 2 * jaren + y)};
    }
    [[nodiscard]] CellAt index(std::uint32_t row_, std::size_t y) const {
        return {row_, static_cast<std::uint16_t>(5 + 3 * jaren + y)};
    }
    [[nodiscard]] CellAt share(std::uint32_t row_, std::size_t y) const {
        return {row_, static_cast<std::uint16_t>(5 + 4 * jaren + y)};
    }
    [[nodiscard]] CellAt tax(std::uint32_t row_) const {
        return {row_, static_cast<std::uint16_t>(5 + 5 * jaren)};
    }
};

struct Workbook {
    XlsxFile& file;
    const BudgetOutcome& outcome;
    const BudgetStudy& study;
    std::map<std::string, std::string> inputs;               ///< path of a number -> its cell
    std::map<std::string, std::vector<std::string>> factors; ///< index -> cell per year
    std::string key_cell;                                    ///< which key is chosen
    std::string changed_cell;          ///< how many inputs differ from those of the simulation
    std::vector<LineSheet> lines;      ///< per variant
    std::vector<std::string> checks;   ///< cells that say "klopt"
    std::vector<std::string> failing;  ///< and those of them that do not
    XlsxSheet* replications = nullptr; ///< per replication, for what is not linear
    std::uint16_t next_column = 1;     ///< of it

    [[nodiscard]] std::string year(std::size_t y) const {
        return std::to_string(study.jaar + static_cast<std::int32_t>(y));
    }
    [[nodiscard]] const finance::Regel& regel(std::size_t v, std::size_t i) const {
        return study.varianten[v].regels[i].regel;
    }
};

/// Sheets are made in the order in which people see them, and filled in the order of reference.
void fill_inputs(Workbook& w, XlsxSheet& sheet);
void fill_lines(Workbook& w, XlsxSheet& sheet, std::size_t v);
void fill_budget(Workbook& w, XlsxSheet& sheet, std::size_t v);
void fill_contributions(Workbook& w, XlsxSheet& keys, XlsxSheet& working, XlsxSheet& paid);
void fill_summary(Workbook& w, XlsxSheet& sheet, const std::vector<std::string>& warnings);
void fill_variants(Workbook& w, XlsxSheet& sheet);
void fill_staff(Workbook& w, XlsxSheet& sheet);
void fill_cost_prices(Workbook& w, XlsxSheet& sheet);
void fill_risk(Workbook& w, XlsxSheet& sheet);
void fill_sources(Workbook& w, XlsxSheet& sheet);
void fill_run(const RunFacts& facts, XlsxSheet& sheet);

/// A formula that says "klopt" when two amounts are the same, to the cent.
std::string same_amount(const std::string& one, const std::string& other);

/// What lines of a kind come to in a year, in cents, and as a formula.
finance::Centen
of_kind(const BudgetVariant& variant, const finance::Begrotingsjaar& year, finance::Soort soort);
std::string sum_of_kind(const LineSheet& lines, finance::Soort soort, std::size_t y);

/// A row of headings from a column on.
void headings(XlsxSheet& sheet, CellAt at, const std::vector<std::string>& names);

} // namespace ketenplan::runner::workbook
