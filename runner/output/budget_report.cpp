#include "output/budget_report.hpp"

#include "output/csv.hpp"
#include "output/dutch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>

namespace ketenplan::runner {

using finance::Centen;
using finance::in_euro;

namespace {

constexpr double not_there = std::numeric_limits<double>::quiet_NaN();
constexpr double per_hundred = 100.0;

std::string euro_text(Centen cents) {
    return dutch(in_euro(cents), 2);
}
/// To whole euros, for sentences.
std::string euros(double euro) {
    return dutch(euro, 0);
}

std::int32_t year_at(const BudgetStudy& study, std::size_t y) {
    return study.jaar + static_cast<std::int32_t>(y);
}

/// Costs of one kind in a year.
Centen
of_kind(const BudgetVariant& variant, const finance::Begrotingsjaar& year, finance::Soort s) {
    Centen sum = 0;
    for (std::size_t i = 0; i < variant.regels.size(); ++i)
        sum += variant.regels[i].regel.soort == s ? year.bedragen[i] : 0;
    return sum;
}

double share_incidental(const BudgetVariant& variant, const finance::Begrotingsjaar& year) {
    Centen sum = 0;
    for (std::size_t i = 0; i < variant.regels.size(); ++i) {
        const finance::Regel& r = variant.regels[i].regel;
        sum += r.incidenteel && !finance::is_bate(r.soort) ? year.bedragen[i] : 0;
    }
    return in_euro(sum);
}

/// The budget as text, in the order in which a stuurgroep asks.
class BudgetText {
public:
    explicit BudgetText(const BudgetOutcome& outcome) : o_(outcome), study_(*outcome.study) {
        for (const BudgetVariant& v : study_.varianten)
            width_ = std::max(width_, v.naam.size() + 2);
    }

    std::string text(const std::vector<std::string>& warnings) {
        const std::string title = study_.naam.empty() ? "Begroting" : study_.naam;
        line(title);
        line(std::string(title.size(), '='));
        line(fmt::format(
            "Begrotingsjaar {}, jaren {} tot en met {}, prijspeil {}. {} replicaties{}.",
            study_.jaar,
            study_.jaar,
            year_at(study_, study_.jaren - 1),
            study_.prijspeil,
            o_.replicaties,
            o_.trekkingen.empty() ? ""
                                  : fmt::format(", {} trekkingen van alles wat niet zeker is",
                                                o_.trekkingen.size())));
        for (const std::string& warning : warnings)
            line("  ! " + warning);
        in_short();
        for (std::size_t v = 0; v < o_.varianten.size(); ++v)
            variant(v);
        gemeenten();
        cost_prices();
        partners();
        printed();
        origin();
        return text_;
    }

private:
    void line(const std::string& what) { fmt::format_to(std::back_inserter(text_), "{}\n", what); }

    void in_short() {
        line("\nIn het kort: wat de gemeenten samen betalen (lasten min andere baten)");
        line(fmt::format("  {:<{}}{}", "variant", width_, years_header()));
        for (std::size_t v = 0; v < o_.varianten.size(); ++v) {
            std::string row = fmt::format("  {:<{}}", study_.varianten[v].naam, width_);
            for (const auto& year : o_.varianten[v].jaren)
                row += fmt::format("{:>16}", euro_text(year.bijdragen));
            line(row + fmt::format("{:>18}", euro_text(contributions_over_years(o_.varianten[v]))));
        }
        ranking();
    }

    std::string years_header() const {
        std::string header;
        for (std::size_t y = 0; y < study_.jaren; ++y)
            header += fmt::format("{:>16}", year_at(study_, y));
        return header + fmt::format("{:>18}", "samen");
    }

    void ranking() {
        if (o_.varianten.size() < 2)
            return;
        std::vector<std::size_t> order(o_.varianten.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(
            order, {}, [&](std::size_t v) { return contributions_over_years(o_.varianten[v]); });
        line("\nWelke variant is over alle jaren het goedkoopst, en hoe zeker is dat?");
        for (std::size_t k = 0; k < order.size(); ++k) {
            const std::size_t v = order[k];
            std::string row = fmt::format("  {}. {}", k + 1, study_.varianten[v].naam);
            if (k > 0)
                row += fmt::format(
                    ": {} euro duurder dan {}",
                    euros(in_euro(contributions_over_years(o_.varianten[v]) -
                                  contributions_over_years(o_.varianten[order[k - 1]]))),
                    study_.varianten[order[k - 1]].naam);
            if (!o_.trekkingen.empty()) {
                row += fmt::format("; in {}% van de trekkingen de goedkoopste",
                                   dutch(per_hundred * probability_cheapest(o_, v), 0));
                if (k > 0)
                    row +=
                        fmt::format(", en in {}% keert de volgorde met die ervoor om",
                                    dutch(per_hundred * flip_probability(o_, order[k - 1], v), 0));
            }
            line(row + ".");
            if (!o_.trekkingen.empty())
                line(fmt::format("     gemiddeld over de trekkingen {} euro",
                                 euros(mean_over_draws(o_, v))));
        }
        if (!o_.trekkingen.empty())
            line("  De begroting rekent met de waarden van de studie; waar laag en hoog niet even "
                 "ver weg liggen, is het gemiddelde over de trekkingen anders.");
        if (o_.trekkingen.empty())
            line("  Er zijn geen trekkingen: hoe zeker de volgorde is, is niet nagegaan.");
    }

    void variant(std::size_t v) {
        const BudgetVariant& variant = study_.varianten[v];
        const VariantOutcome& outcome = o_.varianten[v];
        line(fmt::format("\nVariant {}: {}", variant.key, variant.naam));
        when(variant);
        std::string header = fmt::format("  {:<34}", "euro");
        for (const EarlierYear& e : study_.eerder)
            header += fmt::format("{:>16}", fmt::format("{} ({})", e.jaar, e.soort.substr(0, 4)));
        for (std::size_t y = 0; y < study_.jaren; ++y)
            header += fmt::format("{:>16}", year_at(study_, y));
        line(header);
        for (std::size_t s = 0; s < finance::soort_namen.size(); ++s)
            kind(variant, outcome, static_cast<finance::Soort>(s));
        totals(v, outcome);
        risk(variant, outcome);
    }

    void when(const BudgetVariant& variant) {
        if (variant.ingang) {
            std::string steps;
            for (const Leadstep& step : variant.stappen)
                steps += fmt::format(
                    "{}{} {} weken", steps.empty() ? " (" : ", ", step.naam, dutch(step.weken, 0));
            line(fmt::format("  gaat in op {}{}; tot dan geldt {}",
                             date_text(*variant.ingang),
                             steps.empty() ? "" : steps + ")",
                             study_.varianten.front().naam));
        }
        if (!variant.risicodrager.empty())
            line(fmt::format("  wie het risico draagt: {}; reserve {} euro",
                             variant.risicodrager,
                             euro_text(variant.reserve)));
    }

    static std::string date_text(engine::Date day) {
        const std::chrono::year_month_day civil{std::chrono::sys_days(day.time_since_epoch())};
        return fmt::format("{} {} {}",
                           static_cast<unsigned>(civil.day()),
                           month_name(day).substr(0, month_name(day).find(' ')),
                           static_cast<int>(civil.year()));
    }

    void kind(const BudgetVariant& variant, const VariantOutcome& outcome, finance::Soort s) {
        bool any = false;
        std::string row =
            fmt::format("  {}{:<32}", finance::is_bate(s) ? "- " : "  ", finance::naam_van(s));
        for (const EarlierYear& e : study_.eerder) {
            const auto found = e.bedragen.find(std::string(finance::naam_van(s)));
            any = any || found != e.bedragen.end();
            row += fmt::format("{:>16}", found == e.bedragen.end() ? "" : euro_text(found->second));
        }
        for (const auto& year : outcome.jaren) {
            const Centen sum = of_kind(variant, year, s);
            any = any || sum != 0;
            row += fmt::format("{:>16}", euro_text(sum));
        }
        if (any)
            line(row);
    }

    void totals(std::size_t v, const VariantOutcome& outcome) {
        const auto row = [&](const std::string& name, std::string_view what, auto value) {
            std::string text = fmt::format("  {:<34}", name);
            for (const EarlierYear& e : study_.eerder) {
                const std::optional<Centen> total = e.totaal(what);
                text += fmt::format("{:>16}", total ? euro_text(*total) : "");
            }
            for (const auto& year : outcome.jaren)
                text += fmt::format("{:>16}", euro_text(value(year)));
            line(text);
        };
        row("lasten", "lasten", [](const auto& y) { return y.lasten; });
        row("baten zonder bijdragen", "baten", [](const auto& y) { return y.baten; });
        row("bijdragen van gemeenten", "bijdragen", [](const auto& y) { return y.bijdragen; });
        double incidental = 0.0;
        for (const auto& year : outcome.jaren)
            incidental += share_incidental(study_.varianten[v], year);
        if (incidental > 0.0)
            line(fmt::format("  van de lasten is {} euro incidenteel", euros(incidental)));
        line("  lasten = bijdragen + andere baten, op de cent, in elk jaar");
    }

    void risk(const BudgetVariant& variant, const VariantOutcome& outcome) {
        line("  Hoe ver een jaar kan tegenvallen (lasten min baten, boven wat is begroot):");
        for (std::size_t y = 0; y < outcome.risico.size(); ++y) {
            const RiskYear& r = outcome.risico[y];
            std::string row =
                fmt::format("    {}: in de helft van de gevallen boven {}, in een op de vijf boven "
                            "{}, in een op de twintig boven {} euro",
                            year_at(study_, y),
                            euros(r.p50),
                            euros(r.p80),
                            euros(r.p95));
            if (r.ratio && variant.reserve > 0)
                row += fmt::format("; weerstandsvermogen {}", dutch(*r.ratio, 2));
            line(row);
        }
        const RiskYear& first = outcome.risico.front();
        std::string drivers;
        constexpr std::size_t shown = 4;
        for (std::size_t i = 0; i < std::min(shown, first.drijvers.size()); ++i)
            drivers += fmt::format("{}{} ({}%)",
                                   i == 0 ? "" : ", ",
                                   first.drijvers[i].naam,
                                   dutch(per_hundred * first.drijvers[i].aandeel, 0));
        if (!drivers.empty())
            line(fmt::format("    vooral door: {}", drivers));
        line(fmt::format("    {}% van deze spreiding is prijs die nu nog niet bekend is: valt die "
                         "tegen, dan elk jaar",
                         dutch(per_hundred * first.aandeel_prijzen, 0)));
    }

    void gemeenten() {
        const std::vector<Centen> paid = contributions_of(o_, 0, 0);
        if (paid.empty())
            return;
        const ContributionStudy& who = *study_.bijdragen;
        line(fmt::format("\nBijdragen per gemeente in {} (sleutel {})",
                         study_.jaar,
                         who.sleutels[study_.sleutel].key));
        for (std::size_t i = 0; i < paid.size(); ++i) {
            if (!who.doet_mee[i])
                continue;
            std::string row = fmt::format("  {:<28}", who.gemeenten[i]);
            for (std::size_t v = 0; v < o_.varianten.size(); ++v) {
                const std::vector<Centen> each = contributions_of(o_, v, 0);
                row += fmt::format("{:>16}", each.empty() ? "-" : euro_text(each[i]));
            }
            line(row);
        }
        line(fmt::format("  (kolommen: {})", names_of_variants()));
    }

    std::string names_of_variants() const {
        std::string names;
        for (const BudgetVariant& v : study_.varianten)
            names += (names.empty() ? "" : ", ") + v.key;
        return names;
    }

    void cost_prices() {
        const auto hours = by_hours(o_, 0, 0);
        if (hours)
            cost_price_rows(fmt::format("\nKostprijs in {}, naar gemeten uren", study_.jaar),
                            *hours);
        const auto printed = by_weights(o_, 0, 0);
        if (printed)
            cost_price_rows("\nKostprijs naar de gedrukte minuten (gewichten, geen uren)",
                            *printed);
    }

    void cost_price_rows(const std::string& title, const CostPrices& prices) {
        line(title);
        Centen sum = 0;
        for (std::size_t i = 0; i < prices.producten.size(); ++i) {
            const finance::Product& p = prices.producten[i];
            sum += prices.prijzen[i].kosten;
            line(fmt::format("  {:<16}{:>12} stuks {:>16} euro samen {:>14} euro per stuk",
                             p.naam,
                             dutch(p.aantal, 1),
                             euro_text(prices.prijzen[i].kosten),
                             dutch(prices.prijzen[i].per_stuk.value_or(not_there), 2)));
        }
        line(fmt::format("  samen {} euro: alle lasten van casuïstiek, en niet meer",
                         euro_text(sum)));
    }

    void partners() {
        const auto rows = in_kind(o_, 0, 0);
        if (rows.empty())
            return;
        line(fmt::format("\nUren van partners in {}, in natura en niet in de begroting",
                         study_.jaar));
        double hours = 0.0;
        Centen worth = 0;
        for (const InKind& row : rows) {
            hours += row.uren;
            worth += row.waarde;
        }
        line(fmt::format("  {} uur, {} euro tegen het uurtarief van elke organisatie",
                         dutch(hours, 0),
                         euro_text(worth)));
    }

    void printed() {
        const auto rows = reconcile(o_);
        if (rows.empty())
            return;
        line("\nNaast de gedrukte begrotingen");
        for (const Reconciliation& r : rows) {
            std::string text = fmt::format("  {}: gedrukt {} euro ({})",
                                           r.gedrukt->jaar,
                                           euro_text(r.gedrukt->totaal),
                                           r.gedrukt->bron);
            if (r.groei)
                text +=
                    fmt::format("; {} meer dan het jaar ervoor, waarvan {} verklaard en {} niet",
                                euro_text(*r.groei),
                                euro_text(r.verklaard),
                                euro_text(*r.onverklaard));
            line(text);
            if (r.begroot)
                line(fmt::format("        uit delen komt deze studie op {} euro; verschil {} euro",
                                 euro_text(*r.begroot),
                                 euro_text(*r.verschil)));
        }
    }

    void origin() {
        const auto assumed = std::ranges::count_if(
            study_.records, [](const ParameterRecord& r) { return !r.assumption.empty(); });
        const auto sourced = std::ranges::count_if(
            study_.records, [](const ParameterRecord& r) { return !r.source.empty(); });
        line("\nWaar de getallen vandaan komen");
        line(fmt::format(
            "  Van de {} getallen in deze studie hebben er {} een bron en zijn er {} een "
            "aanname; zie aannames.csv.",
            study_.records.size(),
            sourced,
            assumed));
    }

    const BudgetOutcome& o_;
    const BudgetStudy& study_;
    std::size_t width_ = 34; ///< of the names of variants
    std::string text_;
};

void add_line(Csv& csv,
              const BudgetStudy& study,
              std::size_t v,
              const VariantOutcome& outcome,
              std::size_t i,
              std::size_t y) {
    const BudgetLine& line = study.varianten[v].regels[i];
    const finance::Regel& r = line.regel;
    std::vector<double> results;
    for (const finance::Realisatie& one : outcome.realisaties[y])
        results.push_back(in_euro(one.bedragen[i]));
    const analysis::Estimate spread = analysis::estimate(results);
    const bool counted = r.grondslag == finance::Grondslag::hoeveelheid;
    csv.text(study.varianten[v].key)
        .whole(year_at(study, y))
        .text(finance::is_bate(r.soort) ? "baten" : "lasten")
        .text(finance::naam_van(r.soort))
        .text(r.key)
        .text(r.naam)
        .number(r.prijs[y])
        .number(r.index[y])
        .number(r.deel[y])
        .text(counted ? study.varianten[v].hoeveelheden[r.hoeveelheid].naam : "")
        .number(counted ? outcome.hoeveelheden.op(r.hoeveelheid, y) : not_there)
        .number(in_euro(outcome.jaren[y].bedragen[i]))
        .number(spread.p05)
        .number(spread.p95)
        .text(r.incidenteel ? "incidenteel" : "structureel")
        .text(line.pad)
        .text(line.bron)
        .text(line.aanname)
        .end_row();
}

Table lines_table(const BudgetOutcome& o, DecimalMark mark) {
    Csv csv(mark,
            {"variant",
             "jaar",
             "kant",
             "soort",
             "regel",
             "naam",
             "prijs",
             "index",
             "deel",
             "grondslag",
             "hoeveelheid",
             "euro",
             "p05",
             "p95",
             "aard",
             "parameter",
             "bron",
             "aanname"});
    for (std::size_t v = 0; v < o.varianten.size(); ++v) {
        for (std::size_t y = 0; y < o.study->jaren; ++y) {
            for (std::size_t i = 0; i < o.study->varianten[v].regels.size(); ++i)
                add_line(csv, *o.study, v, o.varianten[v], i, y);
        }
    }
    return {"begroting.csv", csv.content()};
}

Table variants_table(const BudgetOutcome& o, DecimalMark mark) {
    Csv csv(mark, {"variant", "jaar", "wat", "waarde"});
    for (std::size_t v = 0; v < o.varianten.size(); ++v) {
        const VariantOutcome& outcome = o.varianten[v];
        for (std::size_t y = 0; y < o.study->jaren; ++y) {
            const auto row = [&](const std::string& what, double value) {
                csv.text(o.study->varianten[v].key)
                    .whole(year_at(*o.study, y))
                    .text(what)
                    .number(value)
                    .end_row();
            };
            row("lasten", in_euro(outcome.jaren[y].lasten));
            row("baten", in_euro(outcome.jaren[y].baten));
            row("bijdragen", in_euro(outcome.jaren[y].bijdragen));
            row("incidentele_lasten", share_incidental(o.study->varianten[v], outcome.jaren[y]));
            for (const BudgetQuantity& q : outcome.ernaast)
                row(q.naam, outcome.beside(q.naam, y).mean);
        }
    }
    return {"varianten.csv", csv.content()};
}

Table draws_table(const BudgetOutcome& o, DecimalMark mark) {
    std::vector<std::string> header{"trekking"};
    for (const BudgetVariant& v : o.study->varianten)
        header.push_back(v.key);
    Csv csv(mark, header);
    for (std::size_t d = 0; d < o.trekkingen.size(); ++d) {
        csv.whole(static_cast<std::int64_t>(d));
        for (const double euro : o.trekkingen[d])
            csv.number(euro);
        csv.end_row();
    }
    return {"trekkingen.csv", csv.content()};
}

Table paid_table(const BudgetOutcome& o, DecimalMark mark) {
    Csv csv(mark, {"variant", "jaar", "gemeente", "euro"});
    for (std::size_t v = 0; v < o.varianten.size(); ++v) {
        for (std::size_t y = 0; y < o.study->jaren; ++y) {
            const std::vector<Centen> paid = contributions_of(o, v, y);
            for (std::size_t i = 0; i < paid.size(); ++i) {
                if (o.study->bijdragen->doet_mee[i])
                    csv.text(o.study->varianten[v].key)
                        .whole(year_at(*o.study, y))
                        .text(o.study->bijdragen->gemeenten[i])
                        .number(in_euro(paid[i]))
                        .end_row();
            }
        }
    }
    return {"bijdragen.csv", csv.content()};
}

Table risk_table(const BudgetOutcome& o, DecimalMark mark) {
    Csv csv(mark, {"variant", "jaar", "wat", "euro_of_aandeel", "spreiding"});
    for (std::size_t v = 0; v < o.varianten.size(); ++v) {
        for (std::size_t y = 0; y < o.varianten[v].risico.size(); ++y) {
            const RiskYear& r = o.varianten[v].risico[y];
            const auto row = [&](const std::string& what, double value, double spread) {
                csv.text(o.study->varianten[v].key)
                    .whole(year_at(*o.study, y))
                    .text(what)
                    .number(value)
                    .number(spread)
                    .end_row();
            };
            row("gemiddeld", r.mean, not_there);
            row("p05", r.p05, not_there);
            row("p50", r.p50, not_there);
            row("p80", r.p80, not_there);
            row("p95", r.p95, not_there);
            row("kans_op_tekort", r.kans_tekort, not_there);
            row("aandeel_prijzen", r.aandeel_prijzen, not_there);
            row("weerstandsvermogen", r.ratio.value_or(not_there), not_there);
            for (const RiskDriver& d : r.drijvers) {
                if (d.spreiding > 0.0)
                    row("aandeel: " + d.naam, d.aandeel, d.spreiding);
            }
        }
    }
    return {"risico.csv", csv.content()};
}

/// What the percentiles are of.
Table results_table(const BudgetOutcome& o, DecimalMark mark) {
    Csv csv(mark, {"variant", "jaar", "replicatie", "tegenvaller"});
    for (std::size_t v = 0; v < o.varianten.size(); ++v) {
        for (std::size_t y = 0; y < o.varianten[v].risico.size(); ++y) {
            const std::vector<double>& results = o.varianten[v].risico[y].resultaten;
            for (std::size_t r = 0; r < results.size(); ++r)
                csv.text(o.study->varianten[v].key)
                    .whole(year_at(*o.study, y))
                    .whole(static_cast<std::int64_t>(r))
                    .number(results[r])
                    .end_row();
        }
    }
    return {"tegenvallers.csv", csv.content()};
}

/// How likely it is that two variants change places, for every pair.
Table pairs_table(const BudgetOutcome& o, DecimalMark mark) {
    Csv csv(mark, {"variant", "andere", "kans_omgekeerd"});
    for (std::size_t a = 0; a < o.varianten.size(); ++a) {
        for (std::size_t b = a + 1; b < o.varianten.size(); ++b)
            csv.text(o.study->varianten[a].key)
                .text(o.study->varianten[b].key)
                .number(flip_probability(o, a, b))
                .end_row();
    }
    return {"omkeringen.csv", csv.content()};
}

Table cost_table(const BudgetOutcome& o, DecimalMark mark) {
    Csv csv(mark,
            {"variant", "jaar", "methode", "product", "aantal", "inspanning", "euro", "per_stuk"});
    const auto rows = [&](std::size_t v, std::size_t y, const char* how, const auto& prices) {
        if (!prices)
            return;
        for (std::size_t i = 0; i < prices->producten.size(); ++i)
            csv.text(o.study->varianten[v].key)
                .whole(year_at(*o.study, y))
                .text(how)
                .text(prices->producten[i].naam)
                .number(prices->producten[i].aantal)
                .number(prices->producten[i].inspanning)
                .number(in_euro(prices->prijzen[i].kosten))
                .number(prices->prijzen[i].per_stuk.value_or(not_there))
                .end_row();
    };
    for (std::size_t v = 0; v < o.varianten.size(); ++v) {
        for (std::size_t y = 0; y < o.study->jaren; ++y) {
            rows(v, y, "gemeten uren", by_hours(o, v, y));
            rows(v, y, "gedrukte minuten", by_weights(o, v, y));
        }
    }
    return {"kostprijs.csv", csv.content()};
}

Table partner_table(const BudgetOutcome& o, DecimalMark mark) {
    Csv csv(mark, {"variant", "jaar", "wie", "uren", "uurtarief", "euro"});
    for (std::size_t v = 0; v < o.varianten.size(); ++v) {
        for (std::size_t y = 0; y < o.study->jaren; ++y) {
            for (const InKind& row : in_kind(o, v, y))
                csv.text(o.study->varianten[v].key)
                    .whole(year_at(*o.study, y))
                    .text(row.wie)
                    .number(row.uren)
                    .number(row.tarief)
                    .number(in_euro(row.waarde))
                    .end_row();
        }
    }
    return {"partners.csv", csv.content()};
}

double euro_or_none(const std::optional<Centen>& cents) {
    return cents ? in_euro(*cents) : not_there;
}

Table printed_table(const BudgetOutcome& o, DecimalMark mark) {
    Csv csv(
        mark,
        {"jaar", "gedrukt", "bron", "groei", "verklaard", "onverklaard", "begroot", "verschil"});
    for (const Reconciliation& r : reconcile(o))
        csv.whole(r.gedrukt->jaar)
            .number(in_euro(r.gedrukt->totaal))
            .text(r.gedrukt->bron)
            .number(euro_or_none(r.groei))
            .number(in_euro(r.verklaard))
            .number(euro_or_none(r.onverklaard))
            .number(euro_or_none(r.begroot))
            .number(euro_or_none(r.verschil))
            .end_row();
    return {"aansluiting.csv", csv.content()};
}

Table sources_table(const BudgetStudy& study, DecimalMark mark) {
    Csv csv(mark, {"getal", "waarde", "laag", "hoog", "bron", "aanname"});
    for (const ParameterRecord& r : study.records)
        csv.text(r.path)
            .number(r.number.value_or(not_there))
            .number(r.low.value_or(not_there))
            .number(r.high.value_or(not_there))
            .text(r.source)
            .text(r.assumption)
            .end_row();
    return {"aannames.csv", csv.content()};
}

} // namespace

std::vector<Centen>
contributions_of(const BudgetOutcome& outcome, std::size_t variant, std::size_t jaar) {
    return spread_over_gemeenten(outcome, variant, jaar).bijdragen;
}

namespace {

/// Costs that are told of: without lines that make up for what is not.
Centen of_parts(const BudgetVariant& variant, const finance::Begrotingsjaar& year) {
    Centen sum = year.lasten;
    for (std::size_t i = 0; i < variant.regels.size(); ++i)
        sum -= variant.regels[i].sluitpost ? year.bedragen[i] : 0;
    return sum;
}

} // namespace

std::vector<Reconciliation> reconcile(const BudgetOutcome& outcome) {
    std::vector<Reconciliation> rows;
    const BudgetStudy& study = *outcome.study;
    for (const PrintedTotal& p : study.gedrukt) {
        Reconciliation row;
        row.gedrukt = &p;
        for (const auto& [name, cents] : p.delen)
            row.verklaard += cents;
        const auto before = std::ranges::find(study.gedrukt, p.jaar - 1, &PrintedTotal::jaar);
        if (before != study.gedrukt.end()) {
            row.groei = p.totaal - before->totaal;
            row.onverklaard = *row.groei - row.verklaard;
        }
        const std::int32_t y = p.jaar - study.jaar;
        if (y >= 0 && y < static_cast<std::int32_t>(study.jaren)) {
            row.begroot = of_parts(study.varianten.front(),
                                   outcome.varianten.front().jaren[static_cast<std::size_t>(y)]);
            row.verschil = p.totaal - *row.begroot;
        }
        rows.push_back(row);
    }
    return rows;
}

std::vector<Table> budget_tables_of(const BudgetOutcome& outcome, DecimalMark mark) {
    std::vector<Table> tables{lines_table(outcome, mark),
                              variants_table(outcome, mark),
                              risk_table(outcome, mark),
                              cost_table(outcome, mark),
                              sources_table(*outcome.study, mark)};
    if (outcome.study->bijdragen)
        tables.push_back(paid_table(outcome, mark));
    tables.push_back(results_table(outcome, mark));
    if (!outcome.trekkingen.empty()) {
        tables.push_back(draws_table(outcome, mark));
        tables.push_back(pairs_table(outcome, mark));
    }
    if (outcome.study->partnertarief)
        tables.push_back(partner_table(outcome, mark));
    if (!outcome.study->gedrukt.empty())
        tables.push_back(printed_table(outcome, mark));
    return tables;
}

std::string budget_summary(const BudgetOutcome& outcome, const std::vector<std::string>& warnings) {
    return BudgetText(outcome).text(warnings);
}

} // namespace ketenplan::runner
