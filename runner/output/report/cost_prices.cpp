#include "output/budget_report.hpp"
#include "output/report/context.hpp"
#include "output/report/texts.hpp"

#include <limits>

namespace ketenplan::runner::report {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

Markup price_table(const Context& c, const std::string& method, const CostPrices& prices) {
    TableText made;
    made.caption =
        c.words.say(texts::price_caption,
                    text(c.first_year()),
                    text(c.name(0)),
                    c.words.term(method),
                    c.words.say(method == "gemeten uren" ? texts::in_hours : texts::in_minutes));
    made.label = method;
    made.header = {c.words.plain(texts::product),
                   c.words.plain(texts::amount),
                   c.words.plain(texts::effort),
                   c.words.plain(texts::euro),
                   c.words.plain(texts::each)};
    finance::Centen sum = 0;
    for (std::size_t i = 0; i < prices.producten.size(); ++i) {
        const finance::Product& p = prices.producten[i];
        const auto name = [&](std::string_view column) {
            return FigureName{"kostprijs.csv", {c.key(0), c.first_year(), method, p.naam}, column};
        };
        sum += prices.prijzen[i].kosten;
        made.rows.push_back(
            {{cell(c.words.term(p.naam)),
              c.number_cell_of(name("aantal"), p.aantal, 1),
              c.number_cell_of(name("inspanning"), p.inspanning, 1),
              c.cents_cell(name("euro"), prices.prijzen[i].kosten),
              c.number_cell_of(
                  name("per_stuk"), prices.prijzen[i].per_stuk.value_or(nothing), 2)}});
    }
    made.rows.push_back({{cell(c.words.say(texts::together)),
                          number_cell(""),
                          number_cell(""),
                          number_cell(c.words.cents(sum)),
                          number_cell("")},
                         true});
    return table(made);
}

Cell maybe_cents(const Context& c,
                 const Reconciliation& r,
                 std::string_view column,
                 const std::optional<finance::Centen>& amount) {
    return amount ? c.cents_cell({"aansluiting.csv", {std::to_string(r.gedrukt->jaar)}, column},
                                 *amount)
                  : number_cell("-");
}

} // namespace

Markup cost_price_part(const Context& c) {
    const auto hours = by_hours(c.outcome, 0, 0);
    const auto weights = by_weights(c.outcome, 0, 0);
    if (!hours && !weights)
        return {};
    Markup part = heading(3, c.words.say(texts::price_heading), "kostprijs");
    part += paragraph(c.words.say(texts::price_text));
    if (hours)
        part += price_table(c, "gemeten uren", *hours);
    if (weights)
        part += price_table(c, "gedrukte minuten", *weights);
    return part;
}

Markup partners_part(const Context& c) {
    const std::vector<InKind> rows = in_kind(c.outcome, 0, 0);
    if (rows.empty())
        return {};
    TableText made;
    made.caption = c.words.say(texts::partner_caption, text(c.first_year()), text(c.name(0)));
    made.label = c.words.plain(texts::partner_heading);
    made.header = {c.words.plain(texts::who),
                   c.words.plain(texts::hours),
                   c.words.plain(texts::rate),
                   c.words.plain(texts::euro)};
    double hours = 0.0;
    finance::Centen worth = 0;
    for (const InKind& row : rows) {
        const auto name = [&](std::string_view column) {
            return c.figure_name("partners.csv", 0, 0, row.wie, column);
        };
        hours += row.uren;
        worth += row.waarde;
        made.rows.push_back({{cell(c.words.term(row.wie)),
                              c.number_cell_of(name("uren"), row.uren, 1),
                              c.number_cell_of(name("uurtarief"), row.tarief, 2),
                              c.cents_cell(name("euro"), row.waarde)}});
    }
    Markup part = heading(3, c.words.say(texts::partner_heading), "partners");
    part += paragraph(c.words.say(texts::partner_text,
                                  text(c.first_year()),
                                  text(c.words.number(hours, 0)),
                                  text(c.words.euros(finance::in_euro(worth)))));
    part += table(made);
    return part;
}

Markup printed_part(const Context& c) {
    const std::vector<Reconciliation> rows = reconcile(c.outcome);
    if (rows.empty())
        return {};
    TableText made;
    made.caption = c.words.say(texts::printed_caption, text(c.name(0)));
    made.label = c.words.plain(texts::printed_heading);
    made.header = {c.words.plain(texts::year),
                   "gedrukt",
                   "groei",
                   "verklaard",
                   "onverklaard",
                   "begroot",
                   "verschil",
                   c.words.plain(texts::source)};
    for (const Reconciliation& r : rows)
        made.rows.push_back({{cell(std::to_string(r.gedrukt->jaar)),
                              maybe_cents(c, r, "gedrukt", r.gedrukt->totaal),
                              maybe_cents(c, r, "groei", r.groei),
                              maybe_cents(c, r, "verklaard", r.verklaard),
                              maybe_cents(c, r, "onverklaard", r.onverklaard),
                              maybe_cents(c, r, "begroot", r.begroot),
                              maybe_cents(c, r, "verschil", r.verschil),
                              cell(r.gedrukt->bron)}});
    Markup part = heading(3, c.words.say(texts::printed_heading), "gedrukt");
    part += table(made);
    return part;
}

} // namespace ketenplan::runner::report
