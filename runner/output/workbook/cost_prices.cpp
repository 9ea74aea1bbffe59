#include "output/workbook/parts.hpp"

#include <fmt/format.h>

#include <cmath>

namespace ketenplan::runner::workbook {

namespace {

using finance::in_euro;

constexpr CellAt given{1, 3}; ///< the costs that are spread

/// Costs spread over products in proportion to effort, with the largest remainders, as formulas.
class PriceRows {
public:
    PriceRows(Workbook& w, XlsxSheet& sheet, std::uint32_t row, const CostPrices& prices)
        : w_(w), sheet_(sheet), prices_(prices), first_(row + 1),
          last_(row + static_cast<std::uint32_t>(prices.producten.size())) {
        for (std::size_t i = 0; i < prices.producten.size(); ++i) {
            effort_ += prices.producten[i].inspanning;
            sum_ += prices.prijzen[i].kosten;
        }
    }

    /// Returns the next free row.
    std::uint32_t fill(const char* effort) {
        headings(sheet_,
                 {first_ - 1, 0},
                 {"Product",
                  "Aantal",
                  effort,
                  "Kosten",
                  "Per stuk",
                  "Centen precies",
                  "Hele centen",
                  "Rest"});
        for (std::size_t i = 0; i < prices_.producten.size(); ++i) {
            work(i);
            price(i);
        }
        total();
        return last_ + 3;
    }

private:
    [[nodiscard]] std::string column(std::uint16_t c) const {
        return range_name({first_, c}, {last_, c}, true);
    }
    [[nodiscard]] std::uint32_t row_of(std::size_t i) const {
        return first_ + static_cast<std::uint32_t>(i);
    }

    /// The exact share in cents, what of it is whole, and the remainder.
    void work(std::size_t i) {
        constexpr double arithmetic = 1e-6;
        const std::uint32_t r = row_of(i);
        const finance::Product& p = prices_.producten[i];
        const double exact = static_cast<double>(sum_) * (p.inspanning / effort_);
        const double whole = std::floor(exact + arithmetic);
        sheet_.text({r, 0}, p.naam);
        sheet_.number({r, 1}, p.aantal, CellStyle::number);
        sheet_.number({r, 2}, p.inspanning, CellStyle::number);
        sheet_.formula({r, 5},
                       fmt::format("ROUND(100*{},0)*({}/SUM({}))",
                                   cell_name(given, true),
                                   cell_name({r, 2}),
                                   column(2)),
                       exact,
                       CellStyle::quantity);
        sheet_.formula(
            {r, 6}, fmt::format("INT({}+0.000001)", cell_name({r, 5})), whole, CellStyle::whole);
        sheet_.formula({r, 7},
                       fmt::format("{}-{}", cell_name({r, 5}), cell_name({r, 6})),
                       exact - whole,
                       CellStyle::quantity);
    }

    void price(std::size_t i) {
        const std::uint32_t r = row_of(i);
        sheet_.formula(
            {r, 3},
            fmt::format(
                "({whole}+IF(SUMPRODUCT(--({all}>{own}))+SUMPRODUCT(--({above}={own}))<=ROUND("
                "100*{given},0)-SUM({wholes}),1,0))/100",
                fmt::arg("whole", cell_name({r, 6})),
                fmt::arg("all", column(7)),
                fmt::arg("own", cell_name({r, 7})),
                fmt::arg("above", cell_name({first_, 7}, true) + ":" + cell_name({r, 7})),
                fmt::arg("given", cell_name(given, true)),
                fmt::arg("wholes", column(6))),
            in_euro(prices_.prijzen[i].kosten),
            CellStyle::euro);
        if (prices_.prijzen[i].per_stuk)
            sheet_.formula({r, 4},
                           fmt::format("{}/{}", cell_name({r, 3}), cell_name({r, 1})),
                           *prices_.prijzen[i].per_stuk,
                           CellStyle::euro);
    }

    void total() {
        const CellAt all{last_ + 1, 3};
        const CellAt check{last_ + 1, 4};
        sheet_.text({last_ + 1, 0}, "Samen");
        sheet_.formula(
            all, fmt::format("ROUND(SUM({}),2)", column(3)), in_euro(sum_), CellStyle::total);
        sheet_.formula_text(
            check, same_amount(cell_name(all), cell_name(given)), "klopt", CellStyle::check);
        w_.checks.push_back(sheet_.reference(check));
    }

    Workbook& w_;
    XlsxSheet& sheet_;
    const CostPrices& prices_;
    std::uint32_t first_;
    std::uint32_t last_;
    double effort_ = 0.0;
    finance::Centen sum_ = 0;
};

/// Hours of partners and what they are worth; returns the next free row.
std::uint32_t partner_rows(Workbook& w, XlsxSheet& sheet, std::uint32_t row) {
    const auto partners = in_kind(w.outcome, 0, 0);
    if (partners.empty())
        return row;
    sheet.text({row++, 0}, "Uren van partners, in natura: niet in de begroting", CellStyle::title);
    headings(sheet, {row++, 0}, {"Wie", "Uren", "Uurtarief", "Waarde"});
    const std::uint32_t first = row;
    finance::Centen all = 0;
    for (const InKind& p : partners) {
        sheet.text({row, 0}, p.wie);
        sheet.number({row, 1}, p.uren, CellStyle::quantity);
        sheet.number({row, 2}, p.tarief, CellStyle::euro);
        sheet.formula({row, 3},
                      fmt::format("ROUND({}*{},2)", cell_name({row, 1}), cell_name({row, 2})),
                      in_euro(p.waarde),
                      CellStyle::euro);
        all += p.waarde;
        ++row;
    }
    sheet.text({row, 0}, "Samen");
    sheet.formula({row, 3},
                  fmt::format("ROUND(SUM({}),2)", range_name({first, 3}, {row - 1, 3})),
                  in_euro(all),
                  CellStyle::total);
    return row + 1;
}

} // namespace

void fill_cost_prices(Workbook& w, XlsxSheet& sheet) {
    sheet.text({0, 0}, fmt::format("Kostprijs per soort zaak, {}", w.study.jaar), CellStyle::title);
    sheet.text({1, 0},
               "Kosten van casuistiek (zonder trajecten, doorstroomhuis en wat incidenteel is)");
    std::string sum;
    const LineSheet& l = w.lines.front();
    const BudgetVariant& variant = w.study.varianten.front();
    for (std::size_t i = 0; i < variant.regels.size(); ++i) {
        if (is_casework(variant.regels[i].regel))
            sum += (sum.empty() ? "" : "+") + l.sheet->reference(l.amount(l.row[i], 0));
    }
    sheet.formula({1, 3},
                  "ROUND(" + (sum.empty() ? "0" : sum) + ",2)",
                  in_euro(casework_costs(variant, w.outcome.varianten.front(), 0)),
                  CellStyle::total);
    std::uint32_t row = heading_row;
    if (const auto prices = by_hours(w.outcome, 0, 0))
        row = PriceRows(w, sheet, row, *prices).fill("Gemeten uren");
    if (const auto prices = by_weights(w.outcome, 0, 0))
        row = PriceRows(w, sheet, row, *prices).fill("Gedrukte minuten x aantal");
    row = partner_rows(w, sheet, row);
    constexpr double wide = 44.0;
    constexpr double middle = 17.0;
    sheet.width(0, 0, wide);
    sheet.width(1, 4, middle);
    sheet.width(5, 7, middle, true);
    sheet.print({row, 4}, true, heading_row);
}

} // namespace ketenplan::runner::workbook
