#include "output/report/context.hpp"
#include "output/report/report_tables.hpp"
#include "output/report/texts.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::runner::report {

namespace {

using finance::in_euro;

constexpr double firm_from = 0.95;
constexpr double likely_from = 0.7;
/// All of fewer draws can be chance: none of 60 leaves 5% possible.
constexpr std::size_t draws_for_firm = 60;
/// Below this many draws a percentage steps by more than one.
constexpr std::size_t enough_draws = 100;

Markup euros_over_years(const Context& c, std::size_t v) {
    const double paid = in_euro(contributions_over_years(c.outcome.varianten[v]));
    return figure({"volgorde.csv", {c.key(v)}, "euro"}, paid, c.words.euros(paid));
}

Markup who_is_cheapest(const Context& c, const std::vector<std::size_t>& order) {
    const std::size_t first = order.front();
    if (order.size() < 2)
        return paragraph(c.words.say(texts::answer_single,
                                     text(c.name(first)),
                                     euros_over_years(c, first),
                                     text(c.first_year()),
                                     text(c.last_year())));
    Markup said = c.words.say(texts::answer_cheapest,
                              text(c.name(first)),
                              text(std::to_string(order.size())),
                              euros_over_years(c, first),
                              text(c.first_year()),
                              text(c.last_year()));
    const double least = in_euro(contributions_over_years(c.outcome.varianten[first]));
    for (std::size_t k = 1; k < order.size(); ++k) {
        const double more =
            in_euro(contributions_over_years(c.outcome.varianten[order[k]])) - least;
        const std::string share =
            least > 0.0 ? "+" + c.words.number(100.0 * more / least, 1) + "%" : "-";
        said += Markup::trusted(" ");
        said += c.words.say(
            texts::answer_next, text(c.name(order[k])), text(c.words.euros(more)), text(share));
    }
    return paragraph(said);
}

const Phrase& verdict(double share, std::size_t draws) {
    if (share >= firm_from && draws >= draws_for_firm)
        return texts::verdict_firm;
    return share >= likely_from ? texts::verdict_likely : texts::verdict_open;
}

/// In draws another than in the budget may be so more often: `first` unless it is.
std::size_t most_often_cheapest(const Context& c, std::size_t first) {
    std::size_t often = first;
    for (std::size_t v = 0; v < c.outcome.varianten.size(); ++v) {
        if (probability_cheapest(c.outcome, v) > probability_cheapest(c.outcome, often))
            often = v;
    }
    return often;
}

Markup how_sure(const Context& c, const std::vector<std::size_t>& order) {
    const std::size_t draws = c.outcome.trekkingen.size();
    if (order.size() < 2)
        return {};
    if (draws == 0)
        return paragraph(c.words.say(texts::no_draws));
    const std::size_t first = order.front();
    const double share = probability_cheapest(c.outcome, first);
    const double flips = flip_probability(c.outcome, first, order[1]);
    Markup said = c.words.say(
        texts::answer_sure,
        text(c.words.number(std::round(share * static_cast<double>(draws)), 0)),
        text(std::to_string(draws)),
        figure(
            {"volgorde.csv", {c.key(first)}, "kans_goedkoopst"}, share, c.words.percentage(share)),
        text(c.name(first)),
        c.words.say(texts::answer_flips,
                    figure({"volgorde.csv", {c.key(order[1])}, "kans_omgekeerd"},
                           flips,
                           c.words.percentage(flips))));
    said += Markup::trusted(" ");
    const std::size_t often = most_often_cheapest(c, first);
    if (often != first) {
        const double times = probability_cheapest(c.outcome, often);
        said += c.words.say(texts::more_often,
                            figure({"volgorde.csv", {c.key(often)}, "kans_goedkoopst"},
                                   times,
                                   c.words.percentage(times)),
                            text(c.name(often)));
        said += Markup::trusted(" ");
    }
    said += c.words.say(verdict(share, draws));
    if (draws < enough_draws) {
        said += Markup::trusted(" ");
        said += c.words.say(texts::few_draws, text(std::to_string(draws)));
    }
    return paragraph(said);
}

Markup what_a_year_asks(const Context& c, std::size_t v) {
    const VariantOutcome& outcome = c.outcome.varianten[v];
    const finance::Begrotingsjaar& year = outcome.jaren.front();
    const RiskYear& risk = outcome.risico.front();
    const auto amount = [&](std::string_view what, double euro) {
        return figure(
            c.figure_name("varianten.csv", v, 0, what, "waarde"), euro, c.words.euros(euro));
    };
    Markup causes;
    constexpr std::size_t shown = 2;
    for (std::size_t i = 0; i < std::min(shown, risk.drijvers.size()); ++i) {
        causes += Markup::trusted(i == 0 ? "" : "; ");
        causes += text(risk.drijvers[i].naam);
    }
    if (causes.empty())
        causes = text("-");
    Markup said = c.words.say(texts::answer_year,
                              text(c.first_year()),
                              text(c.name(v)),
                              amount("bijdragen", in_euro(year.bijdragen)),
                              amount("lasten", in_euro(year.lasten)));
    const auto setback = [&](std::string_view what, double euro) {
        return figure(
            c.figure_name("risico.csv", v, 0, what, "euro_of_aandeel"), euro, c.words.euros(euro));
    };
    said += risk.p95 > 0.0 ? c.words.say(texts::answer_setback, setback("p95", risk.p95), causes)
                           : c.words.say(texts::answer_no_setback,
                                         setback("p05", risk.p05),
                                         setback("p95", risk.p95),
                                         causes);
    return paragraph(said);
}

Markup warning_box(const Context& c) {
    if (c.warnings.empty())
        return {};
    std::vector<Markup> items;
    for (const std::string& warning : c.warnings)
        items.push_back(Markup::trusted("<span lang=\"nl\">" + escaped(warning) + "</span>"));
    Markup box = Markup::trusted("<aside class=\"waarschuwing\" aria-labelledby=\"let-op\">\n");
    box += heading(3, c.words.say(texts::warnings), "let-op");
    box += list(items);
    box += Markup::trusted("</aside>\n");
    return box;
}

} // namespace

Markup answer_section(const Context& c) {
    const std::vector<std::size_t> order = by_costs(c.outcome);
    Markup made = heading(2, c.words.say(texts::answer), "antwoord");
    made += Markup::trusted("<div class=\"antwoord\">\n");
    made += who_is_cheapest(c, order);
    made += how_sure(c, order);
    made += what_a_year_asks(c, order.front());
    made += Markup::trusted("</div>\n");
    made += warning_box(c);
    return made;
}

} // namespace ketenplan::runner::report
