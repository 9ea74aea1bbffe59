#include "output/report/context.hpp"
#include "output/report/report_tables.hpp"
#include "output/report/texts.hpp"

#include <algorithm>

namespace ketenplan::runner::report {

namespace {

using finance::Centen;

std::vector<std::string> budget_header(const Context& c) {
    std::vector<std::string> header{c.words.plain(texts::kind)};
    for (const EarlierYear& e : c.study.eerder)
        header.push_back(fmt::format("{} ({})", e.jaar, e.soort));
    for (const std::string& year : c.years())
        header.push_back(year);
    return header;
}

/// Nothing when no year has any of it.
std::optional<Row> kind_row(const Context& c, std::size_t v, finance::Soort s) {
    const std::string name(finance::naam_van(s));
    std::vector<Cell> numbers;
    bool any = false;
    for (const EarlierYear& e : c.study.eerder) {
        const auto found = e.bedragen.find(name);
        any = any || found != e.bedragen.end();
        numbers.push_back(
            number_cell(found == e.bedragen.end() ? "" : c.words.cents(found->second)));
    }
    for (std::size_t y = 0; y < c.study.jaren; ++y) {
        const Centen sum = of_kind(c.study.varianten[v], c.outcome.varianten[v].jaren[y], s);
        any = any || sum != 0;
        numbers.push_back(c.cents_cell(c.figure_name("soorten.csv", v, y, name, "euro"), sum));
    }
    if (!any)
        return std::nullopt;
    const Markup term = c.words.term(name);
    Row row{{cell(finance::is_bate(s) ? c.words.say(texts::less, term) : term)}};
    row.cells.insert(row.cells.end(), numbers.begin(), numbers.end());
    return row;
}

Row total_row(const Context& c,
              std::size_t v,
              const std::string& what,
              Centen finance::Begrotingsjaar::* sum) {
    Row row{{cell(c.words.term(what))}, true};
    for (const EarlierYear& e : c.study.eerder) {
        const std::optional<Centen> total = e.totaal(what);
        row.cells.push_back(number_cell(total ? c.words.cents(*total) : ""));
    }
    for (std::size_t y = 0; y < c.study.jaren; ++y)
        row.cells.push_back(c.cents_cell(c.figure_name("varianten.csv", v, y, what, "waarde"),
                                         c.outcome.varianten[v].jaren[y].*sum));
    return row;
}

Centen incidental_of(const BudgetVariant& variant, const VariantOutcome& outcome) {
    Centen sum = 0;
    for (const finance::Begrotingsjaar& year : outcome.jaren) {
        for (std::size_t i = 0; i < variant.regels.size(); ++i) {
            const finance::Regel& r = variant.regels[i].regel;
            sum += r.incidenteel && !finance::is_bate(r.soort) ? year.bedragen[i] : 0;
        }
    }
    return sum;
}

Markup budget_of(const Context& c, std::size_t v) {
    TableText made;
    made.caption = c.words.say(texts::budget_caption, text(c.first_year()));
    made.label = c.name(v);
    made.header = budget_header(c);
    for (std::size_t s = 0; s < finance::soort_namen.size(); ++s) {
        const auto soort = static_cast<finance::Soort>(s);
        if (soort == finance::Soort::rijk)
            made.rows.push_back(total_row(c, v, "lasten", &finance::Begrotingsjaar::lasten));
        if (auto row = kind_row(c, v, soort))
            made.rows.push_back(*std::move(row));
    }
    made.rows.push_back(total_row(c, v, "baten", &finance::Begrotingsjaar::baten));
    made.rows.push_back(total_row(c, v, "bijdragen", &finance::Begrotingsjaar::bijdragen));
    Markup part = heading(3, text(c.name(v)));
    part += table(made);
    const Centen once = incidental_of(c.study.varianten[v], c.outcome.varianten[v]);
    Markup below = c.words.say(texts::balance);
    if (once > 0) {
        below += Markup::trusted(" ");
        below += c.words.say(texts::incidental, text(c.words.euros(finance::in_euro(once))));
    }
    part += paragraph(below);
    return part;
}

} // namespace

Markup money_section(const Context& c) {
    Markup made = heading(2, c.words.say(texts::money), "geld");
    for (std::size_t v = 0; v < c.outcome.varianten.size(); ++v)
        made += budget_of(c, v);
    made += paragraph(c.words.say(texts::workbook));
    made += contributions_part(c);
    made += cost_price_part(c);
    made += partners_part(c);
    made += printed_part(c);
    return made;
}

} // namespace ketenplan::runner::report
