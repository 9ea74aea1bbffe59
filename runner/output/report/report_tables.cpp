#include "output/report/report_tables.hpp"

#include "output/csv.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace ketenplan::runner::report {

namespace {

using finance::in_euro;

constexpr std::array house_figures{
    "doorlooptijd_weging_gemiddeld",
    "wachttijd_overleg_gemiddeld",
    "contacten_te_laat",
    "vacature_fte",
    "caseload_per_fte_focus",
    "caseload_per_fte_top60",
};

bool is_of_house(const std::string& name) {
    return std::ranges::any_of(house_figures, [&](const char* figure) {
        return name.substr(0, name.find(' ')) == figure;
    });
}

std::int32_t calendar_year(const BudgetStudy& study, std::size_t y) {
    return study.jaar + static_cast<std::int32_t>(y);
}

Table kinds_table(const BudgetOutcome& o, DecimalMark mark) {
    Csv csv(mark, {"variant", "jaar", "soort", "euro"});
    for (std::size_t v = 0; v < o.varianten.size(); ++v) {
        const BudgetVariant& variant = o.study->varianten[v];
        for (std::size_t y = 0; y < o.study->jaren; ++y) {
            for (std::size_t s = 0; s < finance::soort_namen.size(); ++s)
                csv.text(variant.key)
                    .whole(calendar_year(*o.study, y))
                    .text(finance::soort_namen[s])
                    .number(in_euro(
                        of_kind(variant, o.varianten[v].jaren[y], static_cast<finance::Soort>(s))))
                    .end_row();
        }
    }
    return {"soorten.csv", csv.content()};
}

Table spreads_table(const BudgetOutcome& o, DecimalMark mark) {
    Csv csv(mark, {"variant", "jaar", "wat", "n", "gemiddeld", "p05", "p50", "p95"});
    for (std::size_t v = 0; v < o.varianten.size(); ++v) {
        std::vector<Spread> spreads = house_spreads(*o.study, o.varianten[v]);
        spreads.insert(spreads.begin(), realised_costs(*o.study, o.varianten[v]));
        for (const Spread& spread : spreads) {
            for (std::size_t y = 0; y < spread.jaren.size(); ++y) {
                const analysis::Estimate& e = spread.jaren[y];
                csv.text(o.study->varianten[v].key)
                    .whole(calendar_year(*o.study, y))
                    .text(spread.wat)
                    .whole(static_cast<std::int64_t>(e.n))
                    .number(e.mean)
                    .number(e.p05)
                    .number(e.p50)
                    .number(e.p95)
                    .end_row();
            }
        }
    }
    return {"spreiding.csv", csv.content()};
}

Table order_table(const BudgetOutcome& o, DecimalMark mark) {
    Csv csv(mark,
            {"variant",
             "plaats",
             "euro",
             "gemiddeld_over_trekkingen",
             "kans_goedkoopst",
             "kans_omgekeerd"});
    const std::vector<std::size_t> order = by_costs(o);
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t k = 0; k < order.size(); ++k)
        csv.text(o.study->varianten[order[k]].key)
            .whole(static_cast<std::int64_t>(k) + 1)
            .number(in_euro(contributions_over_years(o.varianten[order[k]])))
            .number(o.trekkingen.empty() ? none : mean_over_draws(o, order[k]))
            .number(o.trekkingen.empty() ? none : probability_cheapest(o, order[k]))
            .number(o.trekkingen.empty() || k == 0 ? none
                                                   : flip_probability(o, order[k - 1], order[k]))
            .end_row();
    return {"volgorde.csv", csv.content()};
}

} // namespace

finance::Centen
of_kind(const BudgetVariant& variant, const finance::Begrotingsjaar& year, finance::Soort soort) {
    finance::Centen sum = 0;
    for (std::size_t i = 0; i < variant.regels.size(); ++i)
        sum += variant.regels[i].regel.soort == soort ? year.bedragen[i] : 0;
    return sum;
}

Spread realised_costs(const BudgetStudy& study, const VariantOutcome& outcome) {
    Spread spread{"lasten_min_baten", {}};
    for (std::size_t y = 0; y < study.jaren; ++y) {
        std::vector<double> values;
        for (const finance::Realisatie& r : outcome.realisaties[y])
            values.push_back(in_euro(r.lasten - r.baten));
        spread.jaren.push_back(analysis::estimate(values));
    }
    return spread;
}

std::vector<Spread> house_spreads(const BudgetStudy& study, const VariantOutcome& outcome) {
    std::vector<Spread> spreads;
    for (const BudgetQuantity& q : outcome.ernaast) {
        if (!is_of_house(q.naam))
            continue;
        Spread spread{q.naam, {}};
        for (std::size_t y = 0; y < study.jaren; ++y)
            spread.jaren.push_back(outcome.beside(q.naam, y));
        spreads.push_back(std::move(spread));
    }
    return spreads;
}

std::vector<std::size_t> by_costs(const BudgetOutcome& outcome) {
    std::vector<std::size_t> order(outcome.varianten.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(
        order, {}, [&](std::size_t v) { return contributions_over_years(outcome.varianten[v]); });
    return order;
}

std::vector<Table> report_tables(const BudgetOutcome& outcome, DecimalMark mark) {
    return {kinds_table(outcome, mark), spreads_table(outcome, mark), order_table(outcome, mark)};
}

} // namespace ketenplan::runner::report
