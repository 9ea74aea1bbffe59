#include "output/nazorg_report.hpp"

#include "output/csv.hpp"
#include "output/dutch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace ketenplan::runner {

namespace {

using analysis::Armuitkomst;
using analysis::Estimate;
using analysis::Nazorgopdracht;
using analysis::Nazorgrij;
using parameters::Kosteneenheid;

constexpr std::size_t zonder = 0; ///< the arm without nazorg
constexpr std::size_t nu = 1;     ///< the scenario's own

/// One figure of an arm, with its name for tables.
struct Figure {
    std::string name;
    std::string_view unit;
    double (*value)(const Armuitkomst&, std::size_t);
    std::size_t index = 0;

    [[nodiscard]] double of(const Armuitkomst& arm) const { return value(arm, index); }
};

double quantity(const Armuitkomst& arm, std::size_t unit) {
    return arm.hoeveelheden[unit];
}
double at_average(const Armuitkomst& arm, std::size_t payer) {
    return arm.gemiddeld[payer];
}
double at_margin(const Armuitkomst& arm, std::size_t payer) {
    return arm.marginaal[payer];
}

std::vector<Figure> figures() {
    constexpr std::array<std::string_view, analysis::aantal_eenheden> units{
        "aantal", "dagen", "uur", "euro", "dagen"};
    constexpr std::array<std::string_view, analysis::aantal_eenheden> names{
        "recidive", "detentiedagen_na_recidive", "nazorguren", "trajecten", "plaatsdagen"};
    std::vector<Figure> all{{"nazorgzaken", "aantal", [](const Armuitkomst& arm, std::size_t) {
                                 return arm.nazorgzaken;
                             }}};
    for (std::size_t u = 0; u < units.size(); ++u)
        all.push_back({std::string(names[u]), units[u], quantity, u});
    for (const bool margin : {false, true}) {
        const std::string_view price = margin ? "marginaal" : "gemiddeld";
        for (std::size_t b = 0; b < analysis::aantal_betalers; ++b)
            all.push_back({fmt::format("kosten_{}_{}", price, parameters::betaler_namen[b]),
                           "euro",
                           margin ? at_margin : at_average,
                           b});
        all.push_back({fmt::format("kosten_{}_totaal", price),
                       "euro",
                       margin ? [](const Armuitkomst& a, std::size_t) { return a.totaal(true); }
                              : [](const Armuitkomst& a, std::size_t) { return a.totaal(false); }});
    }
    return all;
}

Estimate arm_estimate(const std::vector<Nazorgrij>& rows, std::size_t arm, const Figure& figure) {
    return analysis::schat(rows, arm, [&](const Armuitkomst& a) { return figure.of(a); });
}
Estimate difference(const std::vector<Nazorgrij>& rows, std::size_t arm, const Figure& figure) {
    return analysis::schat_verschil(
        rows, arm, zonder, [&](const Armuitkomst& a) { return figure.of(a); });
}

void add_estimate(Csv& csv, const Estimate& e) {
    csv.number(e.mean)
        .number(e.standard_error)
        .number(e.low)
        .number(e.high)
        .number(e.p05)
        .number(e.p50)
        .number(e.p95);
}

class NazorgText {
public:
    NazorgText(const casus::Opzet& opzet,
               const Nazorgopdracht& order,
               const std::vector<Nazorgrij>& rows,
               const Certainty& certainty)
        : opzet_(opzet), order_(order), rows_(rows), certainty_(certainty) {}

    std::string text(const std::vector<std::string>& warnings) {
        title();
        if (!warnings.empty())
            line("\nLet op:");
        for (const std::string& warning : warnings)
            line("  ! " + warning);
        for (std::size_t arm = nu; arm < order_.armen.size(); ++arm)
            effects(arm);
        for (const bool margin : {true, false})
            payers(margin);
        sureness();
        reading();
        return text_;
    }

private:
    void line(const std::string& what) { fmt::format_to(back_inserter(text_), "{}\n", what); }

    [[nodiscard]] Estimate change(std::size_t arm, Kosteneenheid unit) const {
        return difference(rows_, arm, {"", "", quantity, static_cast<std::size_t>(unit)});
    }

    void title() {
        const auto& studie = opzet_.parameters.nazorgstudie;
        line(opzet_.parameters.naam + ": wat levert nazorg op?");
        line(fmt::format("{} keer nagespeeld, telkens met en zonder nazorg, met dezelfde personen. "
                         "Tussen haakjes de 95%-marge.",
                         dutch(static_cast<double>(rows_.size()), 0)));
        line(fmt::format("Euro's van {}, contant gemaakt naar {} met {}% reëel per jaar.",
                         studie.prijspeil,
                         engine::year_of(opzet_.start),
                         dutch(100.0 * studie.discontovoet.value(), 2)));
    }

    void effects(std::size_t arm) {
        const Estimate cases =
            difference(rows_, arm, {"", "", [](const Armuitkomst& a, std::size_t) {
                                        return a.nazorgzaken;
                                    }});
        const Estimate events = change(arm, Kosteneenheid::gebeurtenis);
        const Estimate days = change(arm, Kosteneenheid::detentiedag);
        line(fmt::format("\n{} tegenover zonder nazorg", order_.armen[arm].naam));
        line(fmt::format("  nazorgzaken, verschil                {:>20}", with_margin(cases, 1)));
        line(fmt::format("  nieuwe delicten, verschil            {:>20}   in 9 van de 10 "
                         "replicaties {} tot {}",
                         with_margin(events, 1),
                         dutch(events.p05, 0),
                         dutch(events.p95, 0)));
        line(fmt::format("  dagen detentie na recidive, verschil {:>20}   in 9 van de 10 "
                         "replicaties {} tot {}",
                         with_margin(days, 0),
                         dutch(days.p05, 0),
                         dutch(days.p95, 0)));
    }

    void payers(bool margin) {
        line(margin ? "\nKosten en besparingen per betaler, tegen marginale prijzen (wat echt "
                      "scheelt); min is een besparing"
                    : "\nHetzelfde tegen gemiddelde prijzen (wat het lijkt te schelen: een cel die "
                      "leeg staat kost ook geld)");
        std::string head = fmt::format("  {:<20}", "euro");
        for (std::size_t arm = nu; arm < order_.armen.size(); ++arm)
            head += fmt::format("{:>26}", order_.armen[arm].naam);
        line(head);
        for (std::size_t b = 0; b < analysis::aantal_betalers; ++b)
            payer_line(std::string(parameters::betaler_namen[b]),
                       {"", "", margin ? at_margin : at_average, b});
        payer_line("samen",
                   {"", "", margin ? [](const Armuitkomst& a, std::size_t) { return a.totaal(true); }
                                   : [](const Armuitkomst& a, std::size_t) {
                                         return a.totaal(false);
                                     }});
    }

    void payer_line(const std::string& name, const Figure& figure) {
        std::string row = fmt::format("  {:<20}", name);
        for (std::size_t arm = nu; arm < order_.armen.size(); ++arm)
            row += fmt::format("{:>26}", with_margin(difference(rows_, arm, figure), 0));
        line(row);
    }

    /// In how many replications nazorg costs less than it saves.
    void sureness() {
        line("\nHoe zeker is dit?");
        for (const bool margin : {true, false}) {
            const auto pays = std::ranges::count_if(rows_, [&](const Nazorgrij& row) {
                return row.armen[nu].totaal(margin) < row.armen[zonder].totaal(margin);
            });
            const double share = static_cast<double>(pays) / static_cast<double>(rows_.size());
            line(fmt::format("  In {}% van de replicaties levert de nazorg van nu meer op dan zij "
                             "kost, tegen {} prijzen.",
                             dutch(100.0 * share, 0),
                             margin ? "marginale" : "gemiddelde"));
        }
        if (order_.odds_ratio) {
            line(fmt::format("  Gerekend met een vast effect: odds ratio {}.",
                             dutch(*order_.odds_ratio, 2)));
        } else {
            const auto& e = opzet_.parameters.nazorg.effect;
            line(fmt::format("  Het effect is per replicatie getrokken: odds ratio {} (95% {} tot "
                             "{}){}.",
                             dutch(e.odds_ratio.value(), 2),
                             dutch(e.laag95.value(), 2),
                             dutch(e.hoog95.value(), 2),
                             e.laag95.value() < 1.0 && e.hoog95.value() > 1.0
                                 ? "; geen effect (1) ligt daarbinnen"
                                 : ""));
        }
        line("  Dat effect geldt voor wie vanaf vrijlating de hele termijn nazorg heeft. Gemiddeld "
             "over");
        line("  cliënten is het kleiner: nazorg die eerder sluit werkt minder lang, en wie al in "
             "het begin");
        line("  recidiveert heeft er weinig van gehad.");
        line(fmt::format("  Aannames: {}.", origin_words(certainty_, "het scenario")));
    }

    void reading() {
        line("\nHoe is gerekend?");
        line(fmt::format(
            "  Alleen in de gemeten periode ({} tot {}) verschilt de nazorg; gevolgd wordt tot {}.",
            fmt::format("{}", engine::year_of(opzet_.start)),
            fmt::format("{}", engine::year_of(opzet_.einde)),
            fmt::format("{}", engine::year_of(opzet_.afloop))));
        line("  Wat daarna nog wordt bespaard of uitgegeven telt niet mee. Recidive is een nieuw "
             "delict waarop");
        line(
            "  justitie handelt. De marges zeggen hoe nauwkeurig het gemiddelde is, niet hoe zeker "
            "de aannames zijn.");
    }

    const casus::Opzet& opzet_;
    const Nazorgopdracht& order_;
    const std::vector<Nazorgrij>& rows_;
    const Certainty& certainty_;
    std::string text_;
};

} // namespace

std::string nazorg_summary(const casus::Opzet& opzet,
                           const Nazorgopdracht& order,
                           const std::vector<Nazorgrij>& rows,
                           const Certainty& certainty,
                           const std::vector<std::string>& warnings) {
    return NazorgText(opzet, order, rows, certainty).text(warnings);
}

Table nazorg_table(const Nazorgopdracht& order,
                   const std::vector<Nazorgrij>& rows,
                   DecimalMark mark) {
    Csv csv(mark,
            {"arm",
             "wat",
             "maat",
             "eenheid",
             "gemiddelde",
             "standaardfout",
             "laag95",
             "hoog95",
             "p5",
             "p50",
             "p95"});
    for (std::size_t arm = 0; arm < order.armen.size(); ++arm) {
        for (const Figure& figure : figures()) {
            csv.text(order.armen[arm].naam).text("totaal").text(figure.name).text(figure.unit);
            add_estimate(csv, arm_estimate(rows, arm, figure));
            csv.end_row();
            if (arm == zonder)
                continue;
            csv.text(order.armen[arm].naam)
                .text("verschil met zonder nazorg")
                .text(figure.name)
                .text(figure.unit);
            add_estimate(csv, difference(rows, arm, figure));
            csv.end_row();
        }
    }
    return {"nazorg.csv", csv.content()};
}

Table nazorg_draws(const Nazorgopdracht& order,
                   const std::vector<Nazorgrij>& rows,
                   DecimalMark mark) {
    Csv csv(mark,
            {"replicatie",
             "arm",
             "odds_ratio",
             "verhouding",
             "nazorgzaken",
             "recidive",
             "detentiedagen_na_recidive",
             "kosten_gemiddeld",
             "kosten_marginaal"});
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t arm = 0; arm < order.armen.size(); ++arm) {
            const Armuitkomst& a = rows[r].armen[arm];
            csv.whole(static_cast<std::int64_t>(r))
                .text(order.armen[arm].naam)
                .number(rows[r].odds_ratio)
                .number(rows[r].verhouding)
                .number(a.nazorgzaken)
                .number(a.hoeveelheden[0])
                .number(a.hoeveelheden[1])
                .number(a.totaal(false))
                .number(a.totaal(true))
                .end_row();
        }
    }
    return {"trekkingen.csv", csv.content()};
}

std::string dutch_intensity(double intensity) {
    std::string text = fmt::format("{:g}", intensity);
    std::ranges::replace(text, '.', ',');
    return text;
}

} // namespace ketenplan::runner
