#include "output/budget_report.hpp"
#include "output/dutch.hpp"
#include "output/workbook/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ketenplan::runner::workbook {

namespace {

using finance::in_euro;
using finance::Soort;

constexpr double wide = 44.0;
constexpr double middle = 17.0;

/// A text that says whether percentiles still belong to the inputs.
void staleness(Workbook& w, XlsxSheet& sheet, CellAt at) {
    sheet.formula_text(
        at,
        fmt::format(R"(IF({}=0,"klopt",{}))",
                    w.changed_cell,
                    R"("VEROUDERD: er is invoer veranderd; reken de studie opnieuw")"),
        "klopt",
        CellStyle::check);
}

std::string first_and_last(const std::vector<std::string>& cells) {
    std::string sum;
    for (const std::string& cell : cells)
        sum += fmt::format(R"({}({}<>"klopt"))", sum.empty() ? "" : "+", cell);
    return sum.empty() ? "0" : sum;
}

/// Adds up in pieces: a formula may not become longer than 8,000 characters.
void write_checks(Workbook& w, XlsxSheet& sheet, std::uint32_t row) {
    sheet.text({row, 0}, "Controles die niet kloppen");
    constexpr std::size_t at_once = 60;
    std::string total;
    std::uint16_t column = 8;
    for (std::size_t from = 0; from < w.checks.size(); from += at_once) {
        const auto begin = w.checks.begin() + static_cast<std::ptrdiff_t>(from);
        const auto end = w.checks.begin() +
                         static_cast<std::ptrdiff_t>(std::min(from + at_once, w.checks.size()));
        const CellAt at{row, column++};
        const auto failing = std::count_if(begin, end, [&](const std::string& cell) {
            return std::ranges::find(w.failing, cell) != w.failing.end();
        });
        sheet.formula(
            at, first_and_last({begin, end}), static_cast<double>(failing), CellStyle::whole);
        total += (total.empty() ? "" : "+") + cell_name(at);
    }
    sheet.formula({row, 1},
                  total.empty() ? "0" : total,
                  static_cast<double>(w.failing.size()),
                  CellStyle::whole);
    sheet.formula_text({row, 2},
                       fmt::format(R"(IF({}=0,"klopt","KLOPT NIET"))", cell_name({row, 1})),
                       w.failing.empty() ? "klopt" : "KLOPT NIET",
                       CellStyle::check);
    sheet.width(8, static_cast<std::uint16_t>(std::max<std::uint16_t>(8, column)), middle, true);
    sheet.text({row + 1, 0}, "Percentielen horen bij deze invoer");
    staleness(w, sheet, {row + 1, 2});
}

/// Rows of contributions per variant; returns the next free row.
std::uint32_t contribution_rows(Workbook& w, XlsxSheet& sheet, std::uint32_t row) {
    std::vector<std::string> names{"Wat de gemeenten samen betalen"};
    for (std::size_t y = 0; y < w.study.jaren; ++y)
        names.push_back(w.year(y));
    names.emplace_back("Samen");
    names.emplace_back("Verschil met nu");
    headings(sheet, {row, 0}, names);
    const auto years = static_cast<std::uint16_t>(w.study.jaren);
    const std::uint32_t first = row + 1;
    const finance::Centen now = contributions_over_years(w.outcome.varianten.front());
    for (std::size_t v = 0; v < w.outcome.varianten.size(); ++v) {
        ++row;
        sheet.text({row, 0}, w.study.varianten[v].naam);
        for (std::uint16_t y = 0; y < years; ++y)
            sheet.formula(
                {row, static_cast<std::uint16_t>(1 + y)},
                w.lines[v].sheet->reference(w.lines[v].amount(w.lines[v].bijdragen_row, y)),
                in_euro(w.outcome.varianten[v].jaren[y].bijdragen),
                CellStyle::euro);
        const finance::Centen all = contributions_over_years(w.outcome.varianten[v]);
        const CellAt sum{row, static_cast<std::uint16_t>(1 + years)};
        sheet.formula(sum,
                      fmt::format("ROUND(SUM({}),2)", range_name({row, 1}, {row, years})),
                      in_euro(all),
                      CellStyle::total);
        sheet.formula({row, static_cast<std::uint16_t>(2 + years)},
                      fmt::format("ROUND({}-{},2)",
                                  cell_name(sum),
                                  cell_name({first, static_cast<std::uint16_t>(1 + years)})),
                      in_euro(all - now),
                      CellStyle::euro);
    }
    return row + 1;
}

} // namespace

void fill_summary(Workbook& w, XlsxSheet& sheet, const std::vector<std::string>& warnings) {
    sheet.text({0, 0}, w.study.naam.empty() ? "Begroting" : w.study.naam, CellStyle::title);
    sheet.text({1, 0},
               fmt::format("Begrotingsjaar {}; bedragen in euro, prijspeil {}; {} replicaties",
                           w.study.jaar,
                           w.study.prijspeil,
                           w.outcome.replicaties),
               CellStyle::note);
    std::uint32_t row = contribution_rows(w, sheet, heading_row) + 1;
    write_checks(w, sheet, row);
    row += 3;
    for (const std::string& warning : warnings)
        sheet.text({row++, 0}, "Let op: " + warning);
    ++row;
    sheet.text({row++, 0}, "De bladen", CellStyle::title);
    for (const auto& [name, what] :
         {std::pair{"Invoer",
                    "prijzen, salarissen, indexen en de sleutel: gele cellen mag u veranderen"},
          std::pair{"Begroting ...", "per rechtsvorm: begroting en meerjarenraming per soort"},
          std::pair{"Regels ...", "elke regel: prijs x index x deel x hoeveelheid"},
          std::pair{"Varianten", "rechtsvormen naast elkaar, en hoe zeker hun volgorde is"},
          std::pair{"Bijdragen", "wat elke gemeente betaalt, op de cent"},
          std::pair{"Kostprijs", "per soort zaak"},
          std::pair{"Risico", "hoe ver een jaar kan tegenvallen"},
          std::pair{"Aannames", "elk getal met zijn bron of aanname"}})
        sheet.text({row++, 0}, fmt::format("{}: {}", name, what));
    sheet.width(0, 0, wide);
    sheet.width(1, 7, middle);
    constexpr std::uint32_t chart_rows = 26;
    sheet.print({row + chart_rows, 7}, true, heading_row);
    std::vector<XlsxSeries> series;
    const auto years = static_cast<std::uint16_t>(w.study.jaren);
    for (std::size_t v = 0; v < w.outcome.varianten.size(); ++v) {
        const auto at = static_cast<std::uint32_t>(heading_row + 1 + v);
        series.push_back({"=" + sheet.reference({at, 0}),
                          sheet.reference({heading_row, 1}, {heading_row, years}),
                          sheet.reference({at, 1}, {at, years})});
    }
    w.file.columns(sheet, {row + 1, 0}, "Wat de gemeenten samen betalen", series, false);
}

namespace {

std::vector<std::string> names_after(const Workbook& w, std::string first) {
    std::vector<std::string> names{std::move(first)};
    for (const BudgetVariant& v : w.study.varianten)
        names.push_back(v.naam);
    return names;
}

/// Costs by kind in year T, variants side by side; returns the next free row.
std::uint32_t kind_rows(Workbook& w, XlsxSheet& sheet, std::uint32_t row) {
    headings(sheet, {row++, 0}, names_after(w, "Lasten per soort, " + w.year(0)));
    for (std::size_t s = 0; s < finance::soort_namen.size(); ++s) {
        const auto soort = static_cast<Soort>(s);
        const bool any = std::ranges::any_of(w.study.varianten, [&](const BudgetVariant& v) {
            return std::ranges::any_of(
                v.regels, [&](const BudgetLine& line) { return line.regel.soort == soort; });
        });
        if (!any)
            continue;
        sheet.text({row, 0}, finance::naam_van(soort));
        for (std::size_t v = 0; v < w.study.varianten.size(); ++v)
            sheet.formula(
                {row, static_cast<std::uint16_t>(1 + v)},
                sum_of_kind(w.lines[v], soort, 0),
                in_euro(of_kind(w.study.varianten[v], w.outcome.varianten[v].jaren[0], soort)),
                CellStyle::euro);
        ++row;
    }
    return row;
}

std::uint32_t chance_rows(Workbook& w, XlsxSheet& sheet, std::uint32_t row) {
    if (w.outcome.trekkingen.empty())
        return row;
    sheet.text({row, 0}, "Hoe zeker is de volgorde? (uitkomst van de simulatie)", CellStyle::title);
    staleness(w, sheet, {row++, 3});
    headings(sheet,
             {row++, 0},
             {"Variant", "Kans dat zij de goedkoopste is", "Kans dat de volgorde met nu omkeert"});
    for (std::size_t v = 0; v < w.study.varianten.size(); ++v) {
        sheet.text({row, 0}, w.study.varianten[v].naam);
        sheet.number({row, 1}, probability_cheapest(w.outcome, v), CellStyle::percent);
        if (v > 0)
            sheet.number({row, 2}, flip_probability(w.outcome, 0, v), CellStyle::percent);
        ++row;
    }
    return row + 1;
}

std::uint32_t house_rows(Workbook& w, XlsxSheet& sheet, std::uint32_t row) {
    headings(sheet, {row++, 0}, names_after(w, "Wat het huis doet, " + w.year(0)));
    for (const char* name : {"doorlooptijd_weging_gemiddeld",
                             "wachttijd_overleg_gemiddeld",
                             "contacten_te_laat",
                             "vacature_fte"}) {
        sheet.text({row, 0}, name);
        for (std::size_t v = 0; v < w.study.varianten.size(); ++v)
            sheet.number({row, static_cast<std::uint16_t>(1 + v)},
                         w.outcome.varianten[v].beside(name, 0).mean,
                         CellStyle::quantity);
        ++row;
    }
    return row;
}

} // namespace

void fill_variants(Workbook& w, XlsxSheet& sheet) {
    sheet.text({0, 0}, "Varianten naast elkaar", CellStyle::title);
    std::uint32_t row = contribution_rows(w, sheet, heading_row) + 1;
    row = kind_rows(w, sheet, row) + 1;
    row = chance_rows(w, sheet, row);
    row = house_rows(w, sheet, row);
    sheet.width(0, 0, wide);
    sheet.width(1, 8, middle);
    sheet.print({row, 7}, true, heading_row);
}

void fill_staff(Workbook& w, XlsxSheet& sheet) {
    sheet.text({0, 0}, "Formatie", CellStyle::title);
    sheet.text(
        {1, 0},
        "Wie in dienst is wordt betaald, ook bij ziekte; een vacature niet. Fte in dienst is "
        "het gemiddelde van de simulatie.",
        CellStyle::note);
    headings(
        sheet,
        {heading_row, 0},
        {"Variant", "Post", "Schaal", "Periodiek", "Fte in dienst", "Kosten per fte", "Bedrag"});
    std::uint32_t row = heading_row + 1;
    for (std::size_t v = 0; v < w.study.varianten.size(); ++v) {
        const BudgetVariant& variant = w.study.varianten[v];
        for (std::size_t i = 0; i < variant.regels.size(); ++i) {
            const BudgetLine& line = variant.regels[i];
            if (!line.loon)
                continue;
            const LineSheet& l = w.lines[v];
            sheet.text({row, 0}, variant.key);
            sheet.text({row, 1}, line.regel.naam);
            sheet.text({row, 2}, line.loon->schaal);
            sheet.number(
                {row, 3}, static_cast<double>(line.loon->periodiek.front()), CellStyle::whole);
            sheet.formula({row, 4},
                          fmt::format("{}*{}",
                                      l.sheet->reference(l.quantity(l.row[i], 0)),
                                      l.sheet->reference(l.share(l.row[i], 0))),
                          w.outcome.varianten[v].hoeveelheden.op(line.regel.hoeveelheid, 0) *
                              line.regel.deel.front(),
                          CellStyle::quantity);
            sheet.formula({row, 5},
                          l.sheet->reference(l.price(l.row[i], 0)),
                          line.regel.prijs.front(),
                          CellStyle::euro);
            sheet.formula({row, 6},
                          l.sheet->reference(l.amount(l.row[i], 0)),
                          in_euro(w.outcome.varianten[v].jaren[0].bedragen[i]),
                          CellStyle::euro);
            ++row;
        }
    }
    sheet.width(0, 1, wide);
    sheet.width(2, 6, middle);
    sheet.print({row, 6}, true, heading_row);
}

void fill_risk(Workbook& w, XlsxSheet& sheet) {
    sheet.text({0, 0}, "Risico: hoe ver een jaar kan tegenvallen", CellStyle::title);
    sheet.text({1, 0},
               "Uitkomst van de simulatie, in euro boven wat is begroot; rekent niet mee met "
               "veranderde invoer.",
               CellStyle::note);
    staleness(w, sheet, {2, 0});
    headings(sheet,
             {heading_row, 0},
             {"Variant",
              "Jaar",
              "P50",
              "P80",
              "P95",
              "Kans op tekort",
              "Reserve",
              "Weerstandsvermogen",
              "Grootste oorzaken (deel van de spreiding)"});
    std::uint32_t row = heading_row + 1;
    for (std::size_t v = 0; v < w.study.varianten.size(); ++v) {
        for (std::size_t y = 0; y < w.study.jaren; ++y) {
            const RiskYear& r = w.outcome.varianten[v].risico[y];
            sheet.text({row, 0}, w.study.varianten[v].naam);
            sheet.text({row, 1}, w.year(y));
            sheet.number({row, 2}, r.p50, CellStyle::euro);
            sheet.number({row, 3}, r.p80, CellStyle::euro);
            sheet.number({row, 4}, r.p95, CellStyle::euro);
            sheet.number({row, 5}, r.kans_tekort, CellStyle::percent);
            sheet.number({row, 6}, in_euro(w.study.varianten[v].reserve), CellStyle::euro);
            if (r.ratio)
                sheet.number({row, 7}, *r.ratio, CellStyle::quantity);
            std::string drivers;
            constexpr std::size_t shown = 4;
            constexpr double per_hundred = 100.0;
            for (std::size_t i = 0; i < std::min(shown, r.drijvers.size()); ++i)
                drivers += fmt::format("{}{} {}%",
                                       i == 0 ? "" : ", ",
                                       r.drijvers[i].naam,
                                       dutch(per_hundred * r.drijvers[i].aandeel, 0));
            sheet.text({row++, 8}, drivers);
        }
    }
    sheet.width(0, 0, wide);
    sheet.width(1, 7, middle);
    sheet.width(8, 8, 2 * wide);
    sheet.freeze({heading_row + 1, 1});
    sheet.print({row, 8}, true, heading_row);
}

void fill_sources(Workbook& w, XlsxSheet& sheet) {
    sheet.text({0, 0}, "Aannames en bronnen", CellStyle::title);
    sheet.text(
        {1, 0},
        "Elk getal van de studie. Formatie, salarissen, uren per zaak en ritme staan in geen "
        "van de documenten.",
        CellStyle::note);
    headings(sheet, {heading_row, 0}, {"Getal", "Waarde", "Laag", "Hoog", "Bron", "Aanname"});
    std::uint32_t row = heading_row + 1;
    for (const ParameterRecord& r : w.study.records) {
        sheet.text({row, 0}, r.path);
        sheet.text({row, 1}, r.value);
        if (r.low && r.high) {
            sheet.number({row, 2}, *r.low, CellStyle::quantity);
            sheet.number({row, 3}, *r.high, CellStyle::quantity);
        }
        sheet.text({row, 4}, r.source);
        sheet.text({row, 5}, r.assumption);
        ++row;
    }
    sheet.width(0, 0, wide);
    sheet.width(1, 3, middle);
    sheet.width(4, 5, wide);
    sheet.freeze({heading_row + 1, 1});
    sheet.print({row, 5}, true, heading_row);
}

void fill_run(const RunFacts& facts, XlsxSheet& sheet) {
    sheet.text({0, 0}, "Over deze run", CellStyle::title);
    std::uint32_t row = 2;
    for (const auto& [label, value] : facts) {
        sheet.text({row, 0}, label);
        sheet.text({row++, 1}, value);
    }
    sheet.width(0, 0, wide);
    sheet.width(1, 1, 2 * wide);
    sheet.print({row, 1}, true, 0);
}

} // namespace ketenplan::runner::workbook
