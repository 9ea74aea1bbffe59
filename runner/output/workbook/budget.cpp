#include "output/workbook/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ketenplan::runner::workbook {

namespace {

using finance::in_euro;
using finance::Soort;

/// The sheet that people read: costs and income by kind, earlier years beside those of the study.
class BudgetSheet {
public:
    BudgetSheet(Workbook& w, XlsxSheet& sheet, std::size_t v)
        : w_(w), sheet_(sheet), variant_(w.study.varianten[v]), outcome_(w.outcome.varianten[v]),
          lines_(w.lines[v]), years_(static_cast<std::uint16_t>(w.study.jaren)),
          earlier_(static_cast<std::uint16_t>(w.study.eerder.size())) {}

    void fill() {
        head();
        for (std::size_t s = 0; s < finance::soort_namen.size(); ++s)
            kind(static_cast<Soort>(s));
        const std::uint32_t costs =
            total("Lasten", lines_.lasten_row, &finance::Begrotingsjaar::lasten);
        earlier_sum("lasten", first_, last_cost_);
        total("Baten zonder bijdragen", lines_.baten_row, &finance::Begrotingsjaar::baten);
        earlier_sum("baten", last_cost_ + 1, costs - 1);
        total("Bijdragen van gemeenten", lines_.bijdragen_row, &finance::Begrotingsjaar::bijdragen);
        for (std::uint16_t k = 0; k < earlier_; ++k) {
            if (const auto paid = w_.study.eerder[k].totaal("bijdragen"))
                sheet_.number({row_ - 1, static_cast<std::uint16_t>(1 + k)},
                              in_euro(*paid),
                              CellStyle::total);
        }
        checks(costs);
        chart();
        layout();
    }

private:
    [[nodiscard]] CellAt of_year(std::uint32_t row, std::size_t y) const {
        return {row, static_cast<std::uint16_t>(1 + earlier_ + y)};
    }

    void head() {
        sheet_.text({0, 0}, "Begroting en meerjarenraming: " + variant_.naam, CellStyle::title);
        if (!variant_.risicodrager.empty())
            sheet_.text({1, 0}, "Wie het risico draagt: " + variant_.risicodrager, CellStyle::note);
        std::vector<std::string> names{"euro"};
        for (const EarlierYear& e : w_.study.eerder)
            names.push_back(fmt::format("{} {}", e.soort, e.jaar));
        for (std::size_t y = 0; y < w_.study.jaren; ++y)
            names.push_back("begroting " + w_.year(y));
        headings(sheet_, {heading_row, 0}, names);
    }

    [[nodiscard]] bool is_there(Soort soort) const {
        const std::string name(finance::naam_van(soort));
        return std::ranges::any_of(
                   variant_.regels,
                   [&](const BudgetLine& line) { return line.regel.soort == soort; }) ||
               std::ranges::any_of(w_.study.eerder,
                                   [&](const EarlierYear& e) { return e.bedragen.contains(name); });
    }

    void kind(Soort soort) {
        if (!is_there(soort))
            return;
        const std::string name(finance::naam_van(soort));
        sheet_.text({row_, 0}, finance::is_bate(soort) ? "af: " + name : name);
        for (std::uint16_t k = 0; k < earlier_; ++k) {
            const auto found = w_.study.eerder[k].bedragen.find(name);
            if (found != w_.study.eerder[k].bedragen.end())
                sheet_.number({row_, static_cast<std::uint16_t>(1 + k)},
                              in_euro(found->second),
                              CellStyle::euro);
        }
        for (std::size_t y = 0; y < years_; ++y)
            sheet_.formula(of_year(row_, y),
                           sum_of_kind(lines_, soort, y),
                           in_euro(of_kind(variant_, outcome_.jaren[y], soort)),
                           CellStyle::euro);
        if (!finance::is_bate(soort))
            last_cost_ = row_;
        ++row_;
    }

    std::uint32_t total(const char* name,
                        std::uint32_t from_row,
                        finance::Centen finance::Begrotingsjaar::* value) {
        sheet_.text({row_, 0}, name);
        for (std::size_t y = 0; y < years_; ++y)
            sheet_.formula(of_year(row_, y),
                           lines_.sheet->reference(lines_.amount(from_row, y)),
                           in_euro(outcome_.jaren[y].*value),
                           CellStyle::total);
        return row_++;
    }

    /// In the row above: what the kinds of earlier years come to.
    void earlier_sum(std::string_view what, std::uint32_t from, std::uint32_t to) {
        for (std::uint16_t k = 0; k < earlier_; ++k) {
            const auto column = static_cast<std::uint16_t>(1 + k);
            if (const auto sum = w_.study.eerder[k].totaal(what); sum && from <= to)
                sheet_.formula(
                    {row_ - 1, column},
                    fmt::format("ROUND(SUM({}),2)", range_name({from, column}, {to, column})),
                    in_euro(*sum),
                    CellStyle::total);
        }
    }

    void checks(std::uint32_t costs) {
        sheet_.text({row_, 0}, "Controle: de soorten tellen op tot de lasten");
        for (std::size_t y = 0; y < years_; ++y) {
            const CellAt at = of_year(row_, y);
            const std::string sum =
                fmt::format("SUM({})", range_name({first_, at.column}, {last_cost_, at.column}));
            sheet_.formula_text(
                at, same_amount(sum, cell_name({costs, at.column})), "klopt", CellStyle::check);
            w_.checks.push_back(sheet_.reference(at));
        }
    }

    void chart() {
        std::vector<XlsxSeries> series;
        for (std::uint32_t r = first_; r <= last_cost_; ++r)
            series.push_back(
                {fmt::format("={}", sheet_.reference({r, 0})),
                 sheet_.reference(of_year(heading_row, 0),
                                  of_year(heading_row, years_ - std::size_t{1})),
                 sheet_.reference(of_year(r, 0), of_year(r, years_ - std::size_t{1}))});
        w_.file.columns(sheet_, {row_ + 2, 0}, "Lasten per soort", series, true);
    }

    void layout() {
        constexpr double names = 44.0;
        constexpr double amounts = 19.0;
        constexpr std::uint32_t chart_rows = 26;
        const auto last = static_cast<std::uint16_t>(earlier_ + years_);
        sheet_.width(0, 0, names);
        sheet_.width(1, last, amounts);
        sheet_.freeze({heading_row + 1, 1});
        sheet_.print({row_ + chart_rows, last}, true, heading_row);
    }

    Workbook& w_;
    XlsxSheet& sheet_;
    const BudgetVariant& variant_;
    const VariantOutcome& outcome_;
    const LineSheet& lines_;
    std::uint16_t years_;
    std::uint16_t earlier_;
    std::uint32_t first_ = heading_row + 1;
    std::uint32_t row_ = heading_row + 1;
    std::uint32_t last_cost_ = heading_row + 1;
};

} // namespace

finance::Centen
of_kind(const BudgetVariant& variant, const finance::Begrotingsjaar& year, Soort soort) {
    finance::Centen sum = 0;
    for (std::size_t i = 0; i < variant.regels.size(); ++i)
        sum += variant.regels[i].regel.soort == soort ? year.bedragen[i] : 0;
    return sum;
}

std::string sum_of_kind(const LineSheet& lines, Soort soort, std::size_t y) {
    return fmt::format(
        R"(ROUND(SUMIF({},"{}",{}),2))",
        lines.sheet->reference({lines.first_row, 2}, {lines.last_row, 2}),
        finance::naam_van(soort),
        lines.sheet->reference(lines.amount(lines.first_row, y), lines.amount(lines.last_row, y)));
}

void fill_budget(Workbook& w, XlsxSheet& sheet, std::size_t v) {
    BudgetSheet(w, sheet, v).fill();
}

} // namespace ketenplan::runner::workbook
