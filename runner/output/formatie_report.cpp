#include "output/formatie_report.hpp"

#include "output/dutch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string_view>

namespace ketenplan::runner {

namespace {

using analysis::Bewijs;
using analysis::Formatie;
using analysis::Norm;
using analysis::Oordeel;
using analysis::Proportion;
using analysis::Richting;

constexpr std::size_t most_effects = 3; ///< of assumptions, in the summary
constexpr double least_effect = 0.005;  ///< fte: less shows as nothing
constexpr std::string_view all_norms = "alle normen in hetzelfde jaar";

std::string value_words(double value, const std::string& measure, int decimals) {
    const std::string_view unit = analysis::measure_named(measure).unit;
    if (unit == "aandeel")
        return dutch(100.0 * value, decimals) + "%";
    return fmt::format("{} {}", dutch(value, decimals), unit);
}

/// "overleg_binnen_norm (leiden)".
std::string figure_words(const analysis::Figure& figure) {
    return fmt::format("{} ({})", figure.measure, figure.cell);
}

/// "overleg_binnen_norm (leiden) minstens 80%".
std::string norm_words(const Norm& norm, const FormatieStudy& study) {
    const analysis::Figure& figure = study.cijfers[norm.cijfer];
    return fmt::format("{} {} {}",
                       figure_words(figure),
                       norm.jaar.goed == Richting::hoger ? "minstens" : "hoogstens",
                       value_words(norm.jaar.grens, figure.measure, 0));
}

/// "92,3% (90,1 tot 94,2)".
std::string chance_words(const Proportion& chance) {
    return fmt::format("{}% ({} tot {})",
                       dutch(100.0 * chance.share, 1),
                       dutch(100.0 * chance.interval.low, 1),
                       dutch(100.0 * chance.interval.high, 1));
}

std::string percent(double share) {
    return dutch(100.0 * share, 0) + "%";
}

class FormatieText {
public:
    explicit FormatieText(const FormatieOutcome& outcome)
        : outcome_(outcome), study_(*outcome.study) {
        for (const Norm& norm : study_.normen)
            label_width_ = std::max(label_width_, norm_words(norm, study_).size());
        for (const analysis::Figure& figure : study_.cijfers)
            label_width_ = std::max(label_width_, figure_words(figure).size());
    }

    std::string text(const std::vector<std::string>& warnings) {
        title();
        if (!warnings.empty())
            line("\nLet op:");
        for (const std::string& warning : warnings)
            line("  ! " + warning);
        if (!outcome_.zoektocht.kleinste) {
            no_answer();
            asked();
            return text_;
        }
        answer();
        certainties();
        one_fewer();
        one_more();
        frontier();
        asked();
        reading();
        return text_;
    }

private:
    void line(const std::string& what) { fmt::format_to(back_inserter(text_), "{}\n", what); }

    void title() {
        const std::string name = study_.naam.empty() ? "Hoeveel fte is er nodig?" : study_.naam;
        line(name);
        line(std::string(name.size(), '='));
        line(study_.basis.parameters.naam);
    }

    void no_answer() {
        if (outcome_.zoektocht.gestopt) {
            line("\nGestopt voordat er een antwoord was. Wat is nagespeeld is bewaard: dezelfde "
                 "opdracht gaat daar verder.");
            return;
        }
        const auto& b = outcome_.zoektocht.beoordeeld.front();
        const bool unclear = b.oordeel == Oordeel::niet_te_onderscheiden;
        line(fmt::format("\nGeen antwoord: ook met de grootste formatie van deze studie {}.",
                         unclear ? fmt::format("is na {} replicaties niet te zeggen of de normen "
                                               "worden gehaald",
                                               b.replicaties)
                                 : "worden de normen niet gehaald"));
        line("  " + formatie_words(b.formatie, study_));
        for (std::size_t i = 0; i < study_.normen.size(); ++i) {
            const auto years = static_cast<double>(b.waargenomen[i]);
            const std::string seen =
                b.waargenomen[i] == 0
                    ? "in geen jaar waargenomen"
                    : fmt::format("in {} van de jaren",
                                  percent(static_cast<double>(b.gehaald[i]) / years));
            line(fmt::format("  {}: {}, gevraagd {}",
                             norm_words(study_.normen[i], study_),
                             seen,
                             percent(study_.normen[i].kans)));
        }
        if (unclear)
            line("  -> verhoog `replicaties_hoogstens` of `onverschillig`");
        line("  -> verhoog `maximum`, of kijk of de norm door iets anders dan fte wordt bepaald "
             "(de agenda van de briefing, de termijn van partners)");
    }

    [[nodiscard]] double price_of(const Formatie& formatie) const {
        double price = 0.0;
        for (std::size_t d = 0; d < formatie.size(); ++d)
            price += study_.stap * formatie[d] * study_.posten[d].gewicht;
        return price;
    }

    void answer() {
        const Formatie& best = outcome_.antwoord.gegeven.formatie;
        line(fmt::format(
            "\nHet antwoord: {} fte{}",
            dutch(fte_of(best, study_), 1),
            study_.geprijsd ? fmt::format(", {} euro per jaar", dutch(price_of(best), 0)) : ""));
        line("  " + formatie_words(outcome_.antwoord.gegeven.formatie, study_));
        for (const Formatie& other : outcome_.zoektocht.even_duur)
            line("  Even duur en ook genoeg: " + formatie_words(other, study_));
        line(fmt::format("  Nu: {}.", formatie_words(study_.nu(), study_)));
    }

    void row(std::string_view label,
             std::string_view asked,
             std::string_view given,
             std::string_view drawn) {
        line(fmt::format("  {:<{}}  {:>8}   {:<24}{}",
                         label,
                         label_width_,
                         asked,
                         given,
                         study_.is_onzeker() ? drawn : ""));
    }

    void norms_of(const FormatieBewijs& both) {
        line("");
        row("norm", "gevraagd", "gegeven de aannames", "over de aannames");
        for (std::size_t i = 0; i < study_.normen.size(); ++i)
            row(norm_words(study_.normen[i], study_),
                percent(study_.normen[i].kans),
                chance_words(both.gegeven.normen[i]),
                chance_words(both.breed.normen[i]));
        row(all_norms, "", chance_words(both.gegeven.alle), chance_words(both.breed.alle));
        for (std::size_t c = study_.normen.size(); c < study_.cijfers.size(); ++c) {
            const analysis::Figure& figure = study_.cijfers[c];
            row(figure_words(figure),
                "",
                value_words(both.gegeven.cijfers[c].mean, figure.measure, 1),
                value_words(both.breed.cijfers[c].mean, figure.measure, 1));
        }
    }

    void certainties() {
        line("\nHoe zeker is dit? Twee zekerheden: het deel van de jaren waarin dit antwoord de "
             "norm haalt");
        norms_of(outcome_.antwoord);
        line(fmt::format("\n  Gegeven de aannames: elke aanname op zijn waarde. De toetsen van de "
                         "zoektocht vergissen zich samen\n  in ten hoogste {} van de zoektochten, "
                         "buiten een zone van {} procentpunt onder de gevraagde kans,\n  als meer "
                         "fte geen norm slechter maakt. De kansen hierboven komen uit nieuwe "
                         "replicaties.",
                         percent(study_.plan.fout),
                         dutch(100.0 * study_.plan.onverschillig, 1)));
        if (!study_.is_onzeker()) {
            line("  Over de aannames: het scenario geeft van geen enkele aanname `laag` en `hoog`. "
                 "Er is dus niets over te zeggen.");
            return;
        }
        line("  Over de aannames: elk jaar met andere aannames, " + drawn_from() + ".");
        line(fmt::format("\n  Het werk zelf vraagt volgens de rekensom {} fte; over de aannames {} "
                         "tot {} fte (90% van de\n  trekkingen).",
                         dutch(outcome_.werk.waarde, 2),
                         dutch(outcome_.werk.laag, 2),
                         dutch(outcome_.werk.hoog, 2)));
        effects();
    }

    /// What the assumptions are drawn from.
    [[nodiscard]] std::string drawn_from() const {
        const std::string ranges =
            fmt::format("de {} bereiken van wat de documenten niet zeggen\n  (zonder `verdeling`: "
                        "PERT, met de waarde als waarschijnlijkste)",
                        study_.aannames.size());
        if (study_.ensemble.empty())
            return "uit " + ranges;
        return fmt::format(
            "wat gekalibreerd is\n  uit de {} leden van het ensemble, de rest uit {}",
            study_.ensemble.size(),
            ranges);
    }

    void effects() {
        line("  Wat het gevraagde werk het meest beweegt:");
        if (outcome_.gekalibreerd)
            line(fmt::format("     {:<52} {} tot {} fte",
                             "wat gekalibreerd is, samen (90% van de leden)",
                             dutch(outcome_.gekalibreerd->laag, 2),
                             dutch(outcome_.gekalibreerd->hoog, 2)));
        for (std::size_t i = 0; i < std::min(most_effects, outcome_.effecten.size()); ++i) {
            const auto& effect = outcome_.effecten[i];
            if (effect.verschil() < least_effect)
                break; // they come in order
            const UncertainNumber& n = study_.aannames[effect.aanname];
            line(fmt::format("     {:<52} {} tot {} fte",
                             n.path,
                             dutch(std::min(effect.laag, effect.hoog), 2),
                             dutch(std::max(effect.laag, effect.hoog), 2)));
        }
    }

    void one_fewer() {
        line("\nEen stap minder");
        for (const Bewijs& b : outcome_.minder) {
            line("  " + formatie_words(b.formatie, study_));
            bool any = false;
            for (std::size_t i = 0; i < study_.normen.size(); ++i) {
                const Oordeel verdict = analysis::oordeel_van(b.normen[i], study_.normen[i]);
                if (verdict == Oordeel::voldoet)
                    continue;
                any = true;
                line(fmt::format("    {}: {}; {}",
                                 norm_words(study_.normen[i], study_),
                                 chance_words(b.normen[i]),
                                 oordeel_words(verdict)));
            }
            if (!any)
                line("    haalt de normen in dit bewijs ook: de zoektocht kon dat met haar eigen "
                     "replicaties niet zeggen");
        }
        if (outcome_.minder.empty())
            line("  Alle posten staan op hun minimum.");
    }

    void one_more() {
        line("\nEen fte meer: wat koopt dat?");
        const Bewijs& now = outcome_.antwoord.gegeven;
        for (const Bewijs& b : outcome_.meer) {
            line("  " + formatie_words(b.formatie, study_));
            line(fmt::format("    {}: {} in plaats van {}",
                             all_norms,
                             chance_words(b.alle),
                             chance_words(now.alle)));
            for (std::size_t c = study_.normen.size(); c < study_.cijfers.size(); ++c) {
                const analysis::Figure& figure = study_.cijfers[c];
                line(fmt::format("    {}: {} in plaats van {}",
                                 figure_words(figure),
                                 value_words(b.cijfers[c].mean, figure.measure, 1),
                                 value_words(now.cijfers[c].mean, figure.measure, 1)));
            }
        }
    }

    void frontier() {
        line("\nFte tegenover wachten (alle normen in hetzelfde jaar; ook in grens.svg)");
        std::string head = fmt::format("  {:>5}  {:<23}  {:<23}",
                                       "fte",
                                       "gegeven de aannames",
                                       study_.is_onzeker() ? "over de aannames" : "");
        for (std::size_t c = study_.normen.size(); c < study_.cijfers.size(); ++c)
            head += fmt::format("  {:>29}", study_.cijfers[c].measure);
        line(head);
        for (const FormatieBewijs& point : outcome_.grens) {
            std::string row =
                fmt::format("  {:>5}  {:<23}  {:<23}",
                            dutch(fte_of(point.gegeven.formatie, study_), 1),
                            chance_words(point.gegeven.alle),
                            study_.is_onzeker() ? chance_words(point.breed.alle) : "");
            for (std::size_t c = study_.normen.size(); c < study_.cijfers.size(); ++c)
                row += fmt::format(
                    "  {:>29}",
                    value_words(point.gegeven.cijfers[c].mean, study_.cijfers[c].measure, 1));
            line(row);
        }
    }

    /// The formaties that somebody asked about.
    void asked() {
        for (const GevraagdBewijs& g : outcome_.gevraagd) {
            line(fmt::format(
                "\nMet {}: {}", g.naam, formatie_words(g.bewijs.gegeven.formatie, study_)));
            norms_of(g.bewijs);
        }
        if (outcome_.budget_te_klein)
            line(
                fmt::format("\nVoor {} euro is er geen formatie binnen de grenzen van deze studie.",
                            dutch(*study_.budget, 0)));
    }

    void reading() {
        line("\nHoe is gezocht?");
        line(fmt::format(
            "  {} formaties nagespeeld, elk met hetzelfde toeval; gezocht vanaf\n  {}\n  (het "
            "minste volgens de werklast, waar een toets het mee eens was).",
            outcome_.zoektocht.beoordeeld.size(),
            formatie_words(outcome_.zoektocht.begin, study_)));
        line(fmt::format("  Kansen van het antwoord en zijn buren komen uit {} nieuwe replicaties; "
                         "de intervallen gelden\n  samen met 95%, die van de grens en van de jaren "
                         "waarin alle normen worden gehaald elk apart.",
                         dutch(static_cast<double>(outcome_.antwoord.gegeven.replicaties), 0)));
        line("  Aangenomen is dat meer fte geen norm slechter maakt.");
        for (const Formatie& f : outcome_.zoektocht.onbeslist)
            line(fmt::format("  Goedkoper, maar niet te onderscheiden van een norm: {}.",
                             formatie_words(f, study_)));
        if (!outcome_.zoektocht.volledig)
            line("  Niet alle mogelijkheden zijn bekeken; een goedkopere formatie is niet "
                 "uitgesloten. Neem minder\n  posten of een grotere stap.");
    }

    const FormatieOutcome& outcome_;
    const FormatieStudy& study_;
    std::size_t label_width_ = all_norms.size();
    std::string text_;
};

} // namespace

double fte_of(const Formatie& formatie, const FormatieStudy& study) {
    return study.stap * std::accumulate(formatie.begin(), formatie.end(), 0);
}

std::string_view oordeel_words(Oordeel oordeel) {
    switch (oordeel) {
    case Oordeel::voldoet:
        return "haalt de norm";
    case Oordeel::voldoet_niet:
        return "haalt de norm niet";
    case Oordeel::niet_te_onderscheiden:
        return "op de grens: niet te onderscheiden";
    case Oordeel::loopt:
        break;
    }
    return "gestopt";
}

std::string formatie_words(const Formatie& formatie, const FormatieStudy& study) {
    std::string text;
    for (std::size_t d = 0; d < formatie.size(); ++d)
        text += fmt::format("{}{} {} fte",
                            d == 0 ? "" : ", ",
                            study.posten[d].naam,
                            dutch(formatie[d] * study.stap, 1));
    return fmt::format("{} (samen {} fte)", text, dutch(fte_of(formatie, study), 1));
}

std::string formatie_summary(const FormatieOutcome& outcome,
                             const std::vector<std::string>& warnings) {
    return FormatieText(outcome).text(warnings);
}

} // namespace ketenplan::runner
