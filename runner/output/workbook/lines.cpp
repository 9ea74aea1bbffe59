#include "input/budget_lines.hpp"
#include "output/workbook/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ketenplan::runner::workbook {

namespace {

using finance::Grondslag;
using finance::in_euro;
using finance::Regel;
using finance::Soort;

/// Costs first, income after them, each in the order of the study.
std::vector<std::size_t> order_of(const BudgetVariant& variant) {
    std::vector<std::size_t> order;
    for (const bool income : {false, true}) {
        for (std::size_t i = 0; i < variant.regels.size(); ++i) {
            if (finance::is_bate(variant.regels[i].regel.soort) == income)
                order.push_back(i);
        }
    }
    return order;
}

class Lines {
public:
    Lines(Workbook& w, XlsxSheet& sheet, std::size_t v)
        : w_(w), sheet_(sheet), v_(v), variant_(w.study.varianten[v]), at_(w.lines[v]) {}

    void fill() {
        at_.sheet = &sheet_;
        at_.jaren = w_.study.jaren;
        at_.row.assign(variant_.regels.size(), 0);
        const std::vector<std::size_t> order = order_of(variant_);
        std::uint32_t row = heading_row + 1;
        at_.first_row = row;
        for (const std::size_t i : order)
            at_.row[i] = row++;
        at_.last_row = row - 1;
        at_.lasten_row = row + 1;
        at_.baten_row = row + 2;
        at_.bijdragen_row = row + 3;
        head();
        for (const std::size_t i : order) {
            for (std::size_t y = 0; y < w_.study.jaren; ++y)
                parts(i, y);
        }
        for (const std::size_t i : order)
            line(i);
        totals();
        layout();
    }

private:
    [[nodiscard]] const Regel& regel(std::size_t i) const { return variant_.regels[i].regel; }
    [[nodiscard]] const finance::Begrotingsjaar& year(std::size_t y) const {
        return w_.outcome.varianten[v_].jaren[y];
    }
    [[nodiscard]] std::string amount_name(std::size_t i, std::size_t y) const {
        return cell_name(at_.amount(at_.row[i], y));
    }

    void head() {
        sheet_.text({0, 0}, "Regels: " + variant_.naam, CellStyle::title);
        sheet_.text(
            {1, 0},
            "Bedrag = prijs x index x deel x hoeveelheid, op de cent. De hoeveelheid is het "
            "gemiddelde van de simulatie.",
            CellStyle::note);
        std::vector<std::string> names{"Regel", "Naam", "Soort", "Aard"};
        for (const char* what : {"Bedrag", "Hoeveelheid", "Prijs", "Index", "Deel"}) {
            if (std::string_view(what) == "Hoeveelheid")
                names.emplace_back("Grondslag");
            for (std::size_t y = 0; y < w_.study.jaren; ++y)
                names.push_back(fmt::format("{} {}", what, w_.year(y)));
        }
        names.emplace_back("BTW");
        names.emplace_back("Parameter");
        headings(sheet_, {heading_row, 0}, names);
    }

    /// Price, index, share and quantity of a line in a year.
    void parts(std::size_t i, std::size_t y) {
        const BudgetLine& line = variant_.regels[i];
        const Regel& r = line.regel;
        const std::uint32_t row = at_.row[i];
        price(i, y);
        if (!line.index.empty() && w_.factors.contains(line.index))
            sheet_.formula(
                at_.index(row, y), w_.factors.at(line.index)[y], r.index[y], CellStyle::factor);
        else
            sheet_.number(at_.index(row, y), r.index[y], CellStyle::factor);
        sheet_.number(at_.share(row, y), r.deel[y], CellStyle::quantity);
        if (r.grondslag == Grondslag::hoeveelheid)
            sheet_.number(at_.quantity(row, y),
                          w_.outcome.varianten[v_].hoeveelheden.op(r.hoeveelheid, y),
                          CellStyle::quantity);
    }

    void price(std::size_t i, std::size_t y) {
        const BudgetLine& line = variant_.regels[i];
        const Regel& r = line.regel;
        const CellAt at = at_.price(at_.row[i], y);
        if (line.loon) {
            const std::string salary = fmt::format(
                "salarissen.schalen.{}[{}]", line.loon->schaal, line.loon->periodiek[y]);
            sheet_.formula(at,
                           fmt::format("12*{}*(1+werkgeverslasten)", w_.inputs.at(salary)),
                           r.prijs[y],
                           CellStyle::euro);
        } else if (r.grondslag == Grondslag::btw) {
            tax_price(at, r.prijs[y], y);
        } else {
            const bool share = r.grondslag == Grondslag::loonsom;
            sheet_.formula(at,
                           w_.inputs.at(line.pad),
                           r.prijs[y],
                           share ? CellStyle::percent : CellStyle::euro);
        }
    }

    /// The share of VAT that a form cannot recover.
    [[nodiscard]] std::string tax_share(const std::string& form) const {
        const auto found = w_.inputs.find("varianten." + form + ".btw_last");
        return found == w_.inputs.end() ? std::string("0") : found->second;
    }

    /// That of the form of the day, over the year.
    void tax_price(CellAt at, double cached, std::size_t y) {
        const std::string own = tax_share(variant_.vorm);
        const double after = share_after(w_.study, variant_.ingang)[y];
        const std::string formula = v_ == 0
                                        ? own
                                        : fmt::format("{}*{:.17g}+{}*(1-{:.17g})",
                                                      own,
                                                      after,
                                                      tax_share(w_.study.varianten.front().vorm),
                                                      after);
        sheet_.formula(at, formula, cached, CellStyle::percent);
    }

    void line(std::size_t i) {
        const BudgetLine& line = variant_.regels[i];
        const Regel& r = line.regel;
        const std::uint32_t row = at_.row[i];
        sheet_.text({row, 0}, r.key);
        sheet_.text({row, 1}, r.naam);
        sheet_.text({row, 2}, finance::naam_van(r.soort));
        sheet_.text({row, 3}, r.incidenteel ? "incidenteel" : "structureel");
        sheet_.text({row, static_cast<std::uint16_t>(4 + w_.study.jaren)}, basis(i));
        sheet_.number(at_.tax(row), r.btw, CellStyle::percent);
        sheet_.text({row, static_cast<std::uint16_t>(at_.tax(row).column + 1)}, line.pad);
        for (std::size_t y = 0; y < w_.study.jaren; ++y)
            sheet_.formula(at_.amount(row, y),
                           "ROUND(" + amount(i, y) + ",2)",
                           in_euro(year(y).bedragen[i]),
                           CellStyle::euro);
    }

    [[nodiscard]] std::string basis(std::size_t i) const {
        const Regel& r = regel(i);
        switch (r.grondslag) {
        case Grondslag::vast:
            return "per jaar";
        case Grondslag::hoeveelheid:
            return variant_.hoeveelheden[r.hoeveelheid].naam;
        case Grondslag::loonsom:
            return "deel van de loonsom";
        case Grondslag::btw:
            return regel(i).incidenteel ? "BTW over incidentele lasten"
                                        : "BTW over structurele lasten";
        case Grondslag::subsidie:
            return "ten hoogste de toekenning, gemiddeld over replicaties";
        }
        return "";
    }

    std::string amount(std::size_t i, std::size_t y) {
        const std::uint32_t row = at_.row[i];
        const std::string price = cell_name(at_.price(row, y));
        const std::string share = cell_name(at_.share(row, y));
        switch (regel(i).grondslag) {
        case Grondslag::vast:
            return fmt::format("{}*{}*{}", price, cell_name(at_.index(row, y)), share);
        case Grondslag::hoeveelheid:
            return fmt::format("{}*{}*{}*{}",
                               price,
                               cell_name(at_.index(row, y)),
                               share,
                               cell_name(at_.quantity(row, y)));
        case Grondslag::loonsom:
            return fmt::format("{}*{}*({})", price, share, wages(y));
        case Grondslag::btw:
            return fmt::format("{}*({})", share, taxed(i, y));
        case Grondslag::subsidie:
            return subsidy(i, y);
        }
        return "0";
    }

    [[nodiscard]] std::string wages(std::size_t y) const {
        std::string sum;
        for (std::size_t i = 0; i < variant_.regels.size(); ++i) {
            const bool direct = regel(i).grondslag == Grondslag::vast ||
                                regel(i).grondslag == Grondslag::hoeveelheid;
            if (regel(i).soort == Soort::personeel && direct)
                sum += (sum.empty() ? "" : "+") + amount_name(i, y);
        }
        return sum.empty() ? "0" : sum;
    }

    /// The VAT over lines that stays a cost, of which line `tax` is the sum.
    [[nodiscard]] std::string taxed(std::size_t tax, std::size_t y) const {
        std::string sum;
        for (std::size_t i = 0; i < variant_.regels.size(); ++i) {
            if (regel(i).btw_last.empty() || regel(i).incidenteel != regel(tax).incidenteel)
                continue;
            const std::string& form = variant_.regels[i].btw_vorm;
            sum +=
                fmt::format("{}{}*{}*{}",
                            sum.empty() ? "" : "+",
                            amount_name(i, y),
                            cell_name(at_.tax(at_.row[i])),
                            form.empty() ? cell_name(at_.price(at_.row[tax], y)) : tax_share(form));
        }
        return sum.empty() ? "0" : sum;
    }

    /// The mean over replications of what the costs of each allow: a column of the sheet
    /// Replicaties per cost that varies, and one for the subsidy.
    std::string subsidy(std::size_t i, std::size_t y) {
        constexpr std::uint32_t first = 3;
        const std::size_t count = w_.outcome.replicaties;
        const std::uint16_t here = write_spent(i, y);
        XlsxSheet& sheet = *w_.replications;
        const std::uint16_t column = w_.next_column++;
        sheet.text(
            {1, column}, fmt::format("{}: {}", variant_.key, regel(i).naam), CellStyle::heading);
        sheet.text({2, column}, w_.year(y), CellStyle::heading);
        const std::string price = sheet_.reference(at_.price(at_.row[i], y));
        const std::string share = sheet_.reference(at_.share(at_.row[i], y));
        const std::string cofinanced = w_.inputs.at(variant_.regels[i].pad + ".cofinanciering");
        for (std::size_t r = 0; r < count; ++r) {
            const auto row = static_cast<std::uint32_t>(first + r);
            sheet.formula({row, column},
                          fmt::format("ROUND(MIN({}*{},(1-{})*({})),2)",
                                      price,
                                      share,
                                      cofinanced,
                                      spent(i, y, here, row)),
                          in_euro(w_.outcome.varianten[v_].realisaties[y][r].bedragen[i]),
                          CellStyle::euro);
        }
        return fmt::format(
            "AVERAGE({})",
            sheet.reference({first, column},
                            {static_cast<std::uint32_t>(first + count - 1), column}));
    }

    /// The quantities of each replication that subsidised lines are paid by, from a new column on.
    std::uint16_t write_spent(std::size_t subsidy, std::size_t y) {
        constexpr std::uint32_t first = 3;
        const std::uint16_t begin = w_.next_column;
        for (const std::size_t i : regel(subsidy).voor) {
            if (regel(i).grondslag != Grondslag::hoeveelheid)
                continue;
            const std::uint16_t column = w_.next_column++;
            w_.replications->text({1, column},
                                  fmt::format("{}: {}, hoeveelheid", variant_.key, regel(i).naam),
                                  CellStyle::heading);
            w_.replications->text({2, column}, w_.year(y), CellStyle::heading);
            for (std::size_t r = 0; r < w_.outcome.replicaties; ++r)
                w_.replications->number(
                    {static_cast<std::uint32_t>(first + r), column},
                    w_.outcome.varianten[v_].replicaties[r].op(regel(i).hoeveelheid, y),
                    CellStyle::quantity);
        }
        return begin;
    }

    [[nodiscard]] std::string
    spent(std::size_t subsidy, std::size_t y, std::uint16_t column, std::uint32_t row) const {
        std::string sum;
        for (const std::size_t i : regel(subsidy).voor) {
            sum += sum.empty() ? "" : "+";
            if (regel(i).grondslag == Grondslag::hoeveelheid)
                sum += fmt::format("ROUND({}*{}*{}*{},2)",
                                   sheet_.reference(at_.price(at_.row[i], y)),
                                   sheet_.reference(at_.index(at_.row[i], y)),
                                   sheet_.reference(at_.share(at_.row[i], y)),
                                   cell_name({row, column++}));
            else
                sum += sheet_.reference(at_.amount(at_.row[i], y));
        }
        return sum.empty() ? "0" : sum;
    }

    void totals() {
        std::uint32_t first_income = at_.last_row + 1;
        for (std::size_t i = 0; i < variant_.regels.size(); ++i) {
            if (finance::is_bate(regel(i).soort))
                first_income = std::min(first_income, at_.row[i]);
        }
        for (std::size_t y = 0; y < w_.study.jaren; ++y) {
            const auto sum = [&](std::uint32_t from, std::uint32_t to) {
                return from > to ? std::string("0")
                                 : fmt::format("ROUND(SUM({}),2)",
                                               range_name(at_.amount(from, y), at_.amount(to, y)));
            };
            total(
                at_.lasten_row, "Lasten", y, sum(at_.first_row, first_income - 1), year(y).lasten);
            total(at_.baten_row,
                  "Baten zonder bijdragen",
                  y,
                  sum(first_income, at_.last_row),
                  year(y).baten);
            total(at_.bijdragen_row,
                  "Bijdragen van gemeenten",
                  y,
                  fmt::format("ROUND({}-{},2)",
                              cell_name(at_.amount(at_.lasten_row, y)),
                              cell_name(at_.amount(at_.baten_row, y))),
                  year(y).bijdragen);
        }
    }

    void total(std::uint32_t row,
               const char* name,
               std::size_t y,
               const std::string& formula,
               finance::Centen cached) {
        sheet_.text({row, 1}, name);
        sheet_.formula(at_.amount(row, y), formula, in_euro(cached), CellStyle::total);
    }

    void layout() {
        constexpr double key = 18.0;
        constexpr double name = 40.0;
        constexpr double amount_width = 15.0;
        sheet_.width(0, 0, key);
        sheet_.width(1, 1, name);
        sheet_.width(2, 3, key);
        sheet_.width(4, at_.tax(0).column, amount_width);
        sheet_.width(static_cast<std::uint16_t>(4 + w_.study.jaren),
                     static_cast<std::uint16_t>(4 + w_.study.jaren),
                     name);
        sheet_.freeze({heading_row + 1, 2});
        sheet_.print({at_.bijdragen_row, static_cast<std::uint16_t>(at_.tax(0).column + 1)},
                     true,
                     heading_row);
    }

    Workbook& w_;
    XlsxSheet& sheet_;
    std::size_t v_;
    const BudgetVariant& variant_;
    LineSheet& at_;
};

} // namespace

void fill_lines(Workbook& w, XlsxSheet& sheet, std::size_t v) {
    Lines(w, sheet, v).fill();
}

} // namespace ketenplan::runner::workbook
