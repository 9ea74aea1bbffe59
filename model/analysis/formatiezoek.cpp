#include "analysis/formatiezoek.hpp"

#include "analysis/numbers.hpp"
#include "analysis/werklast.hpp"
#include "engine/defect.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace ketenplan::analysis {

namespace {

/// The share of the whole error that the k-th test may have; adds up to 1 over all k.
double error_share(std::size_t k) {
    const double pi_k = std::numbers::pi * static_cast<double>(k);
    return 6.0 / (pi_k * pi_k);
}

std::vector<std::optional<bool>> met_in(std::span<const Norm> norms,
                                        std::span<const double> figures) {
    std::vector<std::optional<bool>> met;
    for (const Norm& norm : norms)
        met.push_back(meets(norm.jaar, figures[norm.cijfer]));
    return met;
}

Haalbaar haalbaar(Oordeel oordeel) {
    if (oordeel == Oordeel::voldoet)
        return Haalbaar::ja;
    return oordeel == Oordeel::voldoet_niet ? Haalbaar::nee : Haalbaar::onbeslist;
}

Formatie largest_of(std::span<const Zoekpost> posten) {
    Formatie largest;
    for (const Zoekpost& post : posten)
        largest.push_back(post.maximum);
    return largest;
}

LatticeProblem problem_of(std::span<const Zoekpost> posten, const Formatie& begin) {
    constexpr double hundredths = 100.0;
    LatticeProblem problem{.lowest = begin, .highest = largest_of(posten), .step_costs = {}};
    for (const Zoekpost& post : posten)
        problem.step_costs.push_back(std::llround(post.gewicht * hundredths));
    return problem;
}

/// Asks the judge until it is stopped; from then on nothing counts.
class Ondervraging {
public:
    Ondervraging(Beoordelaar& judge, const std::function<void(const Beoordeling&)>& meld)
        : judge_(judge), meld_(meld) {}

    Haalbaar ask(const Formatie& formatie) {
        const auto known = answers_.find(formatie);
        if (gestopt || known != answers_.end())
            return gestopt ? Haalbaar::nee : known->second;
        const Beoordeling& b = judge_.beoordeel(formatie);
        gestopt = b.oordeel == Oordeel::loopt;
        if (gestopt)
            return Haalbaar::nee;
        meld_(b);
        return answers_[formatie] = haalbaar(b.oordeel);
    }

    bool gestopt = false;

private:
    Beoordelaar& judge_;
    const std::function<void(const Beoordeling&)>& meld_;
    std::map<Formatie, Haalbaar> answers_;
};

/// The bound by arithmetic where a test agrees with it, the minimum where it does not.
Formatie
tested_bound(std::span<const Zoekpost> posten, const Formatie& ondergrens, Ondervraging& judge) {
    Formatie begin;
    for (std::size_t d = 0; d < posten.size(); ++d) {
        begin.push_back(posten[d].minimum);
        if (ondergrens[d] <= posten[d].minimum)
            continue;
        Formatie below = largest_of(posten);
        below[d] = ondergrens[d] - 1;
        if (judge.ask(below) == Haalbaar::nee)
            begin[d] = ondergrens[d];
    }
    return begin;
}

} // namespace

double kosten_van(const Formatie& formatie, std::span<const Zoekpost> posten) {
    double sum = 0.0;
    for (std::size_t d = 0; d < formatie.size(); ++d)
        sum += formatie[d] * posten[d].gewicht;
    return sum;
}

const Beoordeling& Beoordelaar::beoordeel(const Formatie& formatie) {
    const double error = plan_.fout * error_share(done_.size() + 1);
    std::vector<ProportionPlan> plans;
    for (const Norm& norm : normen_)
        plans.push_back(below_norm(norm.kans, plan_.onverschillig, error, plan_.meeste));
    NormenTest test(plans, error, error);
    Beoordeling& b = done_.emplace_back();
    b.formatie = formatie;
    std::size_t asked = std::min(plan_.eerste, plan_.meeste);
    while (true) {
        const std::size_t made = proeven_.maak(formatie, asked);
        for (; b.replicaties < made && test.oordeel() == Oordeel::loopt; ++b.replicaties)
            test.add(met_in(normen_, proeven_.cijfers(formatie, b.replicaties)));
        if (made < asked || test.oordeel() != Oordeel::loopt || made >= plan_.meeste)
            break;
        asked = std::min(plan_.meeste, asked + asked / 2);
    }
    for (const ProportionTest& one : test.tests()) {
        b.gehaald.push_back(one.successes());
        b.waargenomen.push_back(one.trials());
    }
    b.oordeel = test.oordeel();
    // A norm with hardly any years to judge it by does not keep the search waiting.
    if (b.oordeel == Oordeel::loopt && b.replicaties >= plan_.meeste)
        b.oordeel = Oordeel::niet_te_onderscheiden;
    return b;
}

Zoekuitkomst zoek_kleinste(std::span<const Zoekpost> posten,
                           const Formatie& ondergrens,
                           std::span<const Norm> normen,
                           const Zoekplan& plan,
                           Proeven& proeven,
                           const std::function<void(const Beoordeling&)>& meld) {
    engine::ensure(!posten.empty() && !normen.empty() && ondergrens.size() == posten.size(),
                   "a search for a formatie without posts or norms");
    Beoordelaar judge(proeven, normen, plan);
    Ondervraging asked(judge, meld);
    Zoekuitkomst outcome;
    const Formatie largest = largest_of(posten);
    // When not even the largest is enough, it is the one to tell of.
    const bool possible = asked.ask(largest) == Haalbaar::ja;
    outcome.begin = possible ? tested_bound(posten, ondergrens, asked) : largest;
    const LatticeResult found =
        cheapest_feasible(problem_of(posten, outcome.begin),
                          [&](const LatticePoint& point) { return asked.ask(point); });
    outcome.gestopt = asked.gestopt;
    outcome.beoordeeld = judge.beoordeeld();
    outcome.volledig = found.complete;
    outcome.onbeslist = found.undecided;
    if (!outcome.gestopt && !found.cheapest.empty()) {
        outcome.kleinste = found.cheapest.front();
        outcome.even_duur.assign(found.cheapest.begin() + 1, found.cheapest.end());
    }
    return outcome;
}

std::optional<Bewijs> bewijs(const Formatie& formatie,
                             std::span<const Norm> normen,
                             std::size_t count,
                             std::size_t many,
                             Proeven& proeven) {
    if (proeven.maak(formatie, count) < count)
        return std::nullopt;
    std::vector<std::size_t> met(normen.size());
    std::vector<std::size_t> seen(normen.size());
    std::size_t all_met = 0;
    std::vector<std::vector<double>> columns(proeven.cijfers(formatie, 0).size());
    for (std::size_t r = 0; r < count; ++r) {
        const auto figures = proeven.cijfers(formatie, r);
        for (std::size_t c = 0; c < columns.size(); ++c)
            columns[c].push_back(figures[c]);
        const auto outcome = met_in(normen, figures);
        for (std::size_t i = 0; i < normen.size(); ++i) {
            seen[i] += outcome[i].has_value() ? 1U : 0U;
            met[i] += outcome[i].value_or(false) ? 1U : 0U;
        }
        const bool all =
            std::ranges::all_of(outcome, [](const auto& m) { return m.value_or(true); });
        all_met += all ? 1U : 0U;
    }
    const double each = 1.0 - (1.0 - usual_confidence) / static_cast<double>(many);
    Bewijs b{.formatie = formatie, .replicaties = count, .normen = {}, .alle = {}, .cijfers = {}};
    for (std::size_t i = 0; i < normen.size(); ++i)
        b.normen.push_back(clopper_pearson(met[i], seen[i], each));
    b.alle = clopper_pearson(all_met, count, usual_confidence);
    for (const auto& values : columns)
        b.cijfers.push_back(estimate(values));
    return b;
}

Oordeel oordeel_van(const Proportion& chance, const Norm& norm) {
    if (chance.interval.low >= norm.kans)
        return Oordeel::voldoet;
    return chance.interval.high < norm.kans ? Oordeel::voldoet_niet
                                            : Oordeel::niet_te_onderscheiden;
}

Formatie werklast_ondergrens(const parameters::Parameters& basis,
                             std::span<const Zoekpost> posten,
                             double stap) {
    const Formatie largest = largest_of(posten);
    const Werklast load =
        bereken_werklast(casus::Opzet(met_formatie(basis, posten, largest, stap)));
    Formatie least;
    for (std::size_t d = 0; d < posten.size(); ++d) {
        int steps = posten[d].minimum;
        for (const Belasting& part : load.delen) {
            if (part.onderdeel != "werk" || part.cel != posten[d].naam || part.ruimte <= 0.0)
                continue;
            const double needed = largest[d] * part.gevraagd / part.ruimte;
            steps = std::max(steps, static_cast<int>(std::ceil(needed)));
        }
        least.push_back(std::min(steps, posten[d].maximum));
    }
    return least;
}

} // namespace ketenplan::analysis
