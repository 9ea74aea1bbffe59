#include "output/budget_outcome.hpp"

#include "casus/opzet.hpp"
#include "casus/stromen.hpp"
#include "engine/draws.hpp"
#include "units/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace ketenplan::runner {

using finance::Centen;
using finance::Hoeveelheden;
using finance::in_euro;
using finance::Soort;

namespace {

constexpr std::string_view partner_hours = "partneruren";
constexpr std::string_view body_hours = "uren_overlegstructuur";
/// Per place: a sum of caseloads per fte means nothing.
constexpr std::string_view caseload_name = "caseload_per_fte_";

/// Measures of the house or region that every report on money shows.
constexpr std::array beside_names{
    "doorlooptijd_weging_gemiddeld",
    "wachttijd_overleg_gemiddeld",
    "contacten_te_laat",
    "gewogen",
    "besluit_focus",
    "besluit_top60",
    "besluit_focus_of_top60",
    "besluit_nazorg",
    "besluit_bilateraal",
    "besluit_geen_vervolg",
    "uren_product_weging",
    "uren_product_bilateraal",
    "uren_product_focus",
    "uren_product_top60",
    "uren_product_nazorg",
    "uren_product_organen",
    "uren_product_vast_werk",
    "partneruren",
};

bool is_whole_place(std::string_view cell) {
    return cell == "regio" || cell == "huis";
}

struct Made {
    const char* naam;
    const char* uren;
    const char* aantal;
};
/// What a house makes, the measure of its hours and of its number.
constexpr std::array products{
    Made{"weging", "uren_product_weging", "gewogen"},
    Made{"bilateraal", "uren_product_bilateraal", "besluit_bilateraal"},
    Made{"focus", "uren_product_focus", "besluit_focus"},
    Made{"top60", "uren_product_top60", "besluit_top60"},
    Made{"nazorg", "uren_product_nazorg", "besluit_nazorg"},
};
/// Kinds of case with a printed weight, and the measure of their number.
constexpr std::array weighted{
    std::pair{"focus", "besluit_focus_of_top60"},
    std::pair{"nazorg", "besluit_nazorg"},
    std::pair{"bilateraal", "besluit_bilateraal"},
    std::pair{"geen_vervolg", "besluit_geen_vervolg"},
};

/// What a line deviates because its price is not known.
constexpr std::string_view price_part = " (prijs)";

/// What varies in the results of a year: `parts[p][r]`, with a name per part.
struct Parts {
    std::vector<std::string> names;
    std::vector<std::vector<double>> values;

    std::vector<double>& part(const std::string& name, std::size_t replications) {
        names.push_back(name);
        return values.emplace_back(replications, 0.0);
    }
};

double sign_of(const BudgetLine& line) {
    return finance::is_bate(line.regel.soort) ? -1.0 : 1.0;
}

engine::Stream stream_for(const BudgetStudy& study,
                          std::uint32_t replication,
                          std::string_view what,
                          std::uint32_t year) {
    return {{study.zaad, replication},
            {.purpose = static_cast<std::uint8_t>(casus::Doel::aanname),
             .part = 1 + year, // 0 is that of the assumptions themselves
             .a = units::stable_hash(what)}};
}

double drawn_value(const UncertainNumber& n, double u) {
    return n.low < n.high ? at_quantile(n, u) : n.value;
}

/// What a listed risk costs in a year of a replication: usually nothing.
double cost_of(const BudgetStudy& study,
               const BudgetRisk& risk,
               std::uint32_t replication,
               std::uint32_t year) {
    engine::Stream stream = stream_for(study, replication, risk.gevolg.path, year);
    const double happens = engine::uniform(stream);
    const double how_much = engine::uniform(stream);
    // How likely it is belongs to the world, not to the year.
    engine::Stream world = stream_for(study, replication, risk.kans.path, 0);
    if (happens >= drawn_value(risk.kans, engine::uniform(world)))
        return 0.0;
    return in_euro(finance::centen(drawn_value(risk.gevolg, how_much)));
}

/// The numbers of the study that have a range, the listed risks' own aside: they are drawn when a
/// risk happens.
std::vector<UncertainNumber> uncertain_prices(const BudgetStudy& study) {
    std::vector<UncertainNumber> numbers;
    for (const ParameterRecord& r : study.records) {
        if (can_vary(r) && !r.path.starts_with("risicos."))
            numbers.push_back({r.path,
                               r.dimension,
                               *r.number,
                               *r.low,
                               *r.high,
                               r.path.ends_with(".periodiek"),
                               r.spread,
                               r.assumption});
    }
    return numbers;
}

std::vector<Change> drawn(const BudgetStudy& study,
                          const std::vector<UncertainNumber>& numbers,
                          std::uint32_t replication) {
    std::vector<Change> changes;
    for (const UncertainNumber& n : numbers) {
        engine::Stream stream({study.zaad, replication},
                              {.purpose = static_cast<std::uint8_t>(casus::Doel::aanname),
                               .a = units::stable_hash(n.path)});
        changes.push_back({&n, at_quantile(n, engine::uniform(stream))});
    }
    return changes;
}

RiskYear summary_of(const Parts& parts, Centen reserve) {
    RiskYear year;
    std::vector<double> sums(parts.values.front().size(), 0.0);
    for (const std::vector<double>& part : parts.values) {
        for (std::size_t r = 0; r < sums.size(); ++r)
            sums[r] += part[r];
    }
    for (double& sum : sums) {
        sum = in_euro(finance::centen(sum)); // parts are cents; so is their sum
        year.mean += sum / static_cast<double>(sums.size());
        year.kans_tekort += sum > 0.0 ? 1.0 / static_cast<double>(sums.size()) : 0.0;
    }
    year.resultaten = sums;
    std::ranges::sort(sums);
    constexpr double low = 0.05;
    constexpr double middle = 0.5;
    constexpr double usual = 0.8;
    constexpr double high = 0.95;
    year.p05 = analysis::quantile(sums, low);
    year.p50 = analysis::quantile(sums, middle);
    year.p80 = analysis::quantile(sums, usual);
    year.p95 = analysis::quantile(sums, high);
    if (year.p95 > 0.0)
        year.ratio = in_euro(reserve) / year.p95;
    for (const analysis::Aandrijver& a : analysis::aandrijvers(parts.values))
        year.drijvers.push_back({parts.names[a.deel], a.aandeel, a.spreiding});
    for (const RiskDriver& d : year.drijvers)
        year.aandeel_prijzen += d.naam.ends_with(price_part) ? d.aandeel : 0.0;
    return year;
}

/// Every line at drawn prices: `[variant][year][replication]`.
using Priced = std::vector<std::vector<std::vector<std::vector<Centen>>>>;

Priced priced(const BudgetStudy& study, const std::vector<VariantOutcome>& variants) {
    Priced found(variants.size());
    for (auto& years : found)
        years.resize(study.jaren);
    for (std::size_t r = 0; r < variants.front().replicaties.size(); ++r) {
        const BudgetStudy prices = drawn_study(study, static_cast<std::uint32_t>(r));
        for (std::size_t v = 0; v < variants.size(); ++v) {
            const auto model = prices.varianten[v].model(study.jaar, study.jaren);
            for (std::size_t y = 0; y < study.jaren; ++y)
                found[v][y].push_back(finance::bedragen(model, variants[v].replicaties[r], y));
        }
    }
    return found;
}

Parts parts_of(const BudgetStudy& study,
               const BudgetVariant& variant,
               const VariantOutcome& outcome,
               const std::vector<std::vector<Centen>>& at_prices,
               std::size_t year) {
    const std::size_t replications = outcome.replicaties.size();
    const auto lines = variant.regels.size();
    Parts parts;
    for (const BudgetLine& line : variant.regels)
        parts.part(line.regel.naam + " (verloop van het jaar)", replications);
    for (const BudgetLine& line : variant.regels)
        parts.part(line.regel.naam + std::string(price_part), replications);
    for (const BudgetRisk& risk : study.risicos)
        parts.part(risk.naam, replications);
    for (std::size_t r = 0; r < replications; ++r) {
        const auto& nominal = outcome.realisaties[year][r].bedragen;
        for (std::size_t i = 0; i < lines; ++i) {
            const double sign = sign_of(variant.regels[i]);
            parts.values[i][r] = sign * in_euro(nominal[i] - outcome.jaren[year].bedragen[i]);
            parts.values[lines + i][r] = sign * in_euro(at_prices[r][i] - nominal[i]);
        }
        for (std::size_t k = 0; k < study.risicos.size(); ++k)
            parts.values[2 * lines + k][r] = cost_of(study,
                                                     study.risicos[k],
                                                     static_cast<std::uint32_t>(r),
                                                     static_cast<std::uint32_t>(year));
    }
    return parts;
}

/// The estimate's mean; nothing when it was not observed.
std::optional<double>
mean_of_beside(const VariantOutcome& v, std::string_view name, std::size_t y) {
    const analysis::Estimate e = v.beside(name, y);
    return e.n == 0 ? std::nullopt : std::optional(e.mean);
}

std::optional<CostPrices> spread(Centen costs, std::vector<finance::Product> products_) {
    auto prices = finance::kostprijs(std::max(Centen{0}, costs), products_);
    if (!prices)
        return std::nullopt;
    return CostPrices{std::move(products_), std::move(*prices)};
}

} // namespace

BudgetStudy drawn_study(const BudgetStudy& study, std::uint32_t draw) {
    const std::vector<UncertainNumber> numbers = uncertain_prices(study);
    VariedBudget world = with_changes(study, drawn(study, numbers, draw));
    return world.study ? *std::move(world.study) : study;
}

std::vector<BudgetQuantity> figures_beside(const BudgetVariant& variant) {
    const casus::Opzet opzet(variant.scenario.parameters);
    std::vector<BudgetQuantity> found;
    for (const analysis::Column& c : analysis::columns_of(opzet)) {
        const std::string_view name = analysis::measures()[c.measure].name;
        const bool wanted =
            is_whole_place(c.cell) && std::ranges::find(beside_names, name) != beside_names.end();
        const bool partner = name == body_hours;
        const bool vacancy = name == "vacature_fte";
        const bool caseload =
            name.starts_with(caseload_name) && c.cell.starts_with("procesregisseur@");
        if (!c.year || !(wanted || partner || vacancy || caseload))
            continue;
        const std::string label =
            partner || caseload ? std::string(name) + " " + c.cell : std::string(name);
        auto known = std::ranges::find(found, label, &BudgetQuantity::naam);
        if (known == found.end())
            known = found.insert(found.end(), {label, {}});
        const auto same = [&](const analysis::Figure& f) {
            return f.cell == c.cell;
        };
        if (std::ranges::none_of(known->figuren, same))
            known->figuren.push_back({std::string(name), c.cell});
    }
    return found;
}

std::vector<analysis::Figure> figures_of(const BudgetVariant& variant) {
    std::vector<analysis::Figure> figures;
    for (const auto& list : {variant.hoeveelheden, figures_beside(variant)}) {
        for (const BudgetQuantity& q : list)
            figures.insert(figures.end(), q.figuren.begin(), q.figuren.end());
    }
    return figures;
}

Hoeveelheden
sums_of(const std::vector<BudgetQuantity>& quantities, const Hoeveelheden& row, std::size_t first) {
    Hoeveelheden sums{row.jaren, {}};
    for (const BudgetQuantity& q : quantities) {
        for (std::size_t y = 0; y < row.jaren; ++y) {
            double sum = 0.0;
            for (std::size_t f = 0; f < q.figuren.size(); ++f)
                sum += row.op(first + f, y);
            sums.values.push_back(sum);
        }
        first += q.figuren.size();
    }
    return sums;
}

VariantOutcome cost_variant(const BudgetStudy& study,
                            const BudgetVariant& variant,
                            const std::vector<Hoeveelheden>& rows) {
    VariantOutcome outcome;
    outcome.ernaast = figures_beside(variant);
    std::size_t paid = 0;
    for (const BudgetQuantity& q : variant.hoeveelheden)
        paid += q.figuren.size();
    for (const Hoeveelheden& row : rows) {
        outcome.replicaties.push_back(sums_of(variant.hoeveelheden, row, 0));
        outcome.naast_replicaties.push_back(sums_of(outcome.ernaast, row, paid));
    }
    const finance::Begrotingsmodel model = variant.model(study.jaar, study.jaren);
    outcome.hoeveelheden = finance::begrote_hoeveelheden(outcome.replicaties);
    outcome.jaren = finance::begroot(model, outcome.replicaties);
    for (std::size_t y = 0; y < study.jaren; ++y) {
        auto& results = outcome.realisaties.emplace_back();
        for (const Hoeveelheden& r : outcome.replicaties)
            results.push_back(finance::realiseer(model, outcome.jaren[y], r, y));
    }
    return outcome;
}

analysis::Estimate VariantOutcome::beside(std::string_view naam, std::size_t jaar) const {
    const auto found = std::ranges::find(ernaast, naam, &BudgetQuantity::naam);
    if (found == ernaast.end())
        return {};
    std::vector<double> values;
    for (const Hoeveelheden& r : naast_replicaties)
        values.push_back(r.op(static_cast<std::size_t>(found - ernaast.begin()), jaar));
    return analysis::estimate(values);
}

void add_risks(const BudgetStudy& study, std::vector<VariantOutcome>& variants) {
    const Priced at_prices = priced(study, variants);
    for (std::size_t v = 0; v < variants.size(); ++v) {
        variants[v].risico.clear();
        for (std::size_t y = 0; y < study.jaren; ++y)
            variants[v].risico.push_back(
                summary_of(parts_of(study, study.varianten[v], variants[v], at_prices[v][y], y),
                           study.varianten[v].reserve));
    }
}

Centen contributions_over_years(const VariantOutcome& variant) {
    Centen sum = 0;
    for (const finance::Begrotingsjaar& year : variant.jaren)
        sum += year.bijdragen;
    return sum;
}

double flip_probability(const BudgetOutcome& outcome, std::size_t a, std::size_t b) {
    const bool first = contributions_over_years(outcome.varianten[a]) <=
                       contributions_over_years(outcome.varianten[b]);
    double flips = 0.0;
    for (const std::vector<double>& draw : outcome.trekkingen)
        flips += draw[first ? b : a] < draw[first ? a : b] ? 1.0 : 0.0;
    return flips / static_cast<double>(outcome.trekkingen.size());
}

double mean_over_draws(const BudgetOutcome& outcome, std::size_t variant) {
    double sum = 0.0;
    for (const std::vector<double>& draw : outcome.trekkingen)
        sum += draw[variant];
    return sum / static_cast<double>(outcome.trekkingen.size());
}

finance::Verdeling
spread_over_gemeenten(const BudgetOutcome& outcome, std::size_t variant, std::size_t jaar) {
    const BudgetStudy& study = *outcome.study;
    const Centen amount = outcome.varianten[variant].jaren[jaar].bijdragen;
    if (!study.bijdragen || amount < 0)
        return {};
    finance::Verdeling found = finance::verdeel(
        amount, study.bijdragen->sleutels[study.sleutel].sleutel, study.bijdragen->doet_mee);
    if (found.bezwaar != finance::Bezwaar::geen)
        found.bijdragen.clear();
    return found;
}

double probability_cheapest(const BudgetOutcome& outcome, std::size_t variant) {
    double times = 0.0;
    for (const std::vector<double>& draw : outcome.trekkingen)
        times +=
            std::ranges::min_element(draw) - draw.begin() == static_cast<std::ptrdiff_t>(variant)
                ? 1.0
                : 0.0;
    return times / static_cast<double>(outcome.trekkingen.size());
}

bool is_casework(const finance::Regel& regel) {
    return !finance::is_bate(regel.soort) && !regel.incidenteel &&
           regel.soort != Soort::trajecten && regel.soort != Soort::doorstroomhuis &&
           regel.soort != Soort::transitie && regel.casuistiek;
}

Centen
casework_costs(const BudgetVariant& variant, const VariantOutcome& outcome, std::size_t jaar) {
    Centen sum = 0;
    for (std::size_t i = 0; i < variant.regels.size(); ++i)
        sum += is_casework(variant.regels[i].regel) ? outcome.jaren[jaar].bedragen[i] : 0;
    return sum;
}

std::optional<CostPrices> by_hours(const BudgetOutcome& outcome, std::size_t v, std::size_t jaar) {
    const VariantOutcome& o = outcome.varianten[v];
    std::vector<finance::Product> made;
    for (const Made& p : products) {
        const auto hours = mean_of_beside(o, p.uren, jaar);
        if (!hours)
            return std::nullopt;
        if (*hours > 0.0)
            made.push_back({p.naam, mean_of_beside(o, p.aantal, jaar).value_or(0.0), *hours});
    }
    return spread(casework_costs(outcome.study->varianten[v], o, jaar), std::move(made));
}

std::optional<CostPrices>
by_weights(const BudgetOutcome& outcome, std::size_t v, std::size_t jaar) {
    std::vector<finance::Product> made;
    for (const auto& [name, minutes] : outcome.study->gewichten) {
        const auto* const kind = std::ranges::find_if(
            weighted, [&](const auto& pair) { return std::string_view(pair.first) == name; });
        const double number =
            mean_of_beside(outcome.varianten[v], kind->second, jaar).value_or(0.0);
        made.push_back({name, number, number * minutes});
    }
    return spread(casework_costs(outcome.study->varianten[v], outcome.varianten[v], jaar),
                  std::move(made));
}

std::vector<InKind> in_kind(const BudgetOutcome& outcome, std::size_t v, std::size_t jaar) {
    std::vector<InKind> found;
    const BudgetStudy& study = *outcome.study;
    if (!study.partnertarief)
        return found;
    for (const BudgetQuantity& q : outcome.varianten[v].ernaast) {
        const bool body = q.naam.starts_with(body_hours);
        if (!body && q.naam != partner_hours)
            continue;
        const std::string who = body ? q.naam.substr(body_hours.size() + 1) : "casusoverleggen";
        const auto own = study.tarief_per_organisatie.find(who);
        const double rate =
            own == study.tarief_per_organisatie.end() ? *study.partnertarief : own->second;
        constexpr double decimals = 1e4;
        const double hours =
            std::round(outcome.varianten[v].beside(q.naam, jaar).mean * decimals) / decimals;
        found.push_back({who, hours, rate, finance::centen(hours * rate)});
    }
    return found;
}

} // namespace ketenplan::runner
