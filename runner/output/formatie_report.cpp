#include "output/formatie_report.hpp"

#include "output/csv.hpp"
#include "output/dutch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace ketenplan::runner {

namespace {

using analysis::Bewijs;
using analysis::Formatie;
using analysis::Norm;
using analysis::Oordeel;
using analysis::Proportion;
using analysis::Richting;

constexpr std::size_t most_effects = 3; ///< of assumptions, in the summary

double fte_of(const Formatie& formatie, const FormatieStudy& study) {
    return study.stap * std::accumulate(formatie.begin(), formatie.end(), 0);
}

const analysis::Measure& measure_named(const std::string& name) {
    return *std::ranges::find(analysis::measures(), name, &analysis::Measure::name);
}

std::string value_words(double value, const std::string& measure, int decimals) {
    const std::string_view unit = measure_named(measure).unit;
    if (unit == "aandeel")
        return dutch(100.0 * value, decimals) + "%";
    return fmt::format("{} {}", dutch(value, decimals), unit);
}

/// "overleg_binnen_norm (leiden) minstens 80%".
std::string norm_words(const Norm& norm, const FormatieStudy& study) {
    const analysis::Cijfer& figure = study.cijfers[norm.cijfer];
    return fmt::format("{} ({}) {} {}",
                       figure.maat,
                       figure.plaats,
                       norm.jaar.goed == Richting::hoger ? "minstens" : "hoogstens",
                       value_words(norm.jaar.grens, figure.maat, 0));
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

/// "92,3% (90,1 tot 94,2)".
std::string chance_words(const Proportion& chance) {
    return fmt::format("{}% ({} tot {})",
                       dutch(100.0 * chance.share, 1),
                       dutch(100.0 * chance.interval.low, 1),
                       dutch(100.0 * chance.interval.high, 1));
}

class Report {
public:
    explicit Report(const FormatieOutcome& outcome) : outcome_(outcome), study_(*outcome.study) {}

    std::string text(const std::vector<std::string>& warnings) {
        title();
        if (!warnings.empty())
            line("\nLet op:");
        for (const std::string& warning : warnings)
            line("  ! " + warning);
        if (!outcome_.zoektocht.kleinste) {
            no_answer();
            return text_;
        }
        answer();
        one_fewer();
        one_more();
        frontier();
        certainties();
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
        line("\nGeen antwoord: ook met de grootste formatie van deze studie worden de normen niet "
             "gehaald.");
        const auto& b = outcome_.zoektocht.beoordeeld.front();
        line("  " + formatie_words(b.formatie, study_));
        for (std::size_t i = 0; i < study_.normen.size(); ++i)
            line(fmt::format(
                "  {}: in {}% van de jaren, gevraagd {}%",
                norm_words(study_.normen[i], study_),
                dutch(100.0 * static_cast<double>(b.gehaald[i]) /
                          static_cast<double>(std::max<std::size_t>(b.waargenomen[i], 1)),
                      0),
                dutch(100.0 * study_.normen[i].kans, 0)));
        line("  -> verhoog `maximum`, of kijk of de norm door iets anders dan fte wordt bepaald "
             "(de agenda van de briefing, de termijn van partners)");
    }

    void answer() {
        line(fmt::format("\nHet antwoord: {} fte",
                         dutch(fte_of(outcome_.antwoord.formatie, study_), 1)));
        line("  " + formatie_words(outcome_.antwoord.formatie, study_));
        for (const Formatie& other : outcome_.zoektocht.even_duur)
            line("  Even duur en ook genoeg: " + formatie_words(other, study_));
        line(fmt::format("  Nu: {}.", formatie_words(outcome_.nu.formatie, study_)));
        line(fmt::format(
            "\n  {:<52}{:>9}   {:<24}{}", "norm", "gevraagd", "kans met dit antwoord", "nu"));
        for (std::size_t i = 0; i < study_.normen.size(); ++i)
            line(fmt::format("  {:<52}{:>9}   {:<24}{}",
                             norm_words(study_.normen[i], study_),
                             dutch(100.0 * study_.normen[i].kans, 0) + "%",
                             chance_words(outcome_.antwoord.normen[i]),
                             chance_words(outcome_.nu.normen[i])));
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
                line("    haalt de normen ook; het verschil met het antwoord valt binnen de zone "
                     "van onverschilligheid");
        }
        if (outcome_.minder.empty())
            line("  Alle posten staan op hun minimum.");
    }

    void one_more() {
        line("\nEen fte meer: wat koopt dat?");
        for (const Bewijs& b : outcome_.meer) {
            line("  " + formatie_words(b.formatie, study_));
            line(fmt::format("    kans op een jaar waarin alle normen worden gehaald: {} in plaats "
                             "van {}",
                             chance_words(b.alle),
                             chance_words(outcome_.antwoord.alle)));
            for (std::size_t c = study_.normen.size(); c < study_.cijfers.size(); ++c)
                line(fmt::format(
                    "    {} ({}): {} in plaats van {}",
                    study_.cijfers[c].maat,
                    study_.cijfers[c].plaats,
                    value_words(b.cijfers[c].mean, study_.cijfers[c].maat, 1),
                    value_words(outcome_.antwoord.cijfers[c].mean, study_.cijfers[c].maat, 1)));
        }
    }

    void frontier() {
        line("\nFte tegenover wachten");
        std::string head = fmt::format("  {:>6}  {:<28}", "fte", "alle normen in een jaar");
        for (std::size_t c = study_.normen.size(); c < study_.cijfers.size(); ++c)
            head += fmt::format("{:>32}", study_.cijfers[c].maat);
        line(head);
        for (const analysis::Grenspunt& point : outcome_.grens) {
            std::string row = fmt::format("  {:>6}  {:<28}",
                                          dutch(fte_of(point.bewijs.formatie, study_), 1),
                                          chance_words(point.bewijs.alle));
            for (std::size_t c = study_.normen.size(); c < study_.cijfers.size(); ++c)
                row += fmt::format(
                    "{:>32}", value_words(point.bewijs.cijfers[c].mean, study_.cijfers[c].maat, 1));
            line(row);
        }
    }

    void certainties() {
        line("\nHoe zeker is dit? Twee zekerheden");
        line(fmt::format("  1. Gegeven de aannames: met dit antwoord haalt {} van de jaren alle "
                         "normen tegelijk.",
                         chance_words(outcome_.antwoord.alle)));
        line(fmt::format("     De kans dat de zoektocht een verkeerd antwoord gaf is ten hoogste "
                         "{}%, buiten een zone van {} procentpunt.",
                         dutch(100.0 * study_.plan.fout, 0),
                         dutch(100.0 * study_.plan.onverschillig, 0)));
        const auto& band = outcome_.bandbreedte;
        if (band.trekkingen == 0) {
            line("  2. Over de aannames: het scenario geeft geen aannames met `laag` en `hoog`.");
            return;
        }
        line(fmt::format("  2. Over de bandbreedte van de {} aannames: {} van de jaren ({} "
                         "trekkingen).",
                         outcome_.aannames.size(),
                         chance_words(band.alle),
                         dutch(static_cast<double>(band.trekkingen), 0)));
        if (band.onmogelijk > 0)
            line(fmt::format("     {} trekkingen spraken zichzelf tegen en tellen niet mee.",
                             dutch(static_cast<double>(band.onmogelijk), 0)));
        effects();
    }

    void effects() {
        line(fmt::format(
            "  De aannames die de gevraagde fte het meest bewegen (berekend: nu {} fte):",
            dutch(outcome_.gevraagd, 2)));
        for (std::size_t i = 0; i < std::min(most_effects, outcome_.effecten.size()); ++i) {
            const auto& effect = outcome_.effecten[i];
            line(fmt::format("     {:<48} laag {} fte, hoog {} fte",
                             outcome_.aannames[effect.aanname].pad,
                             dutch(effect.laag, 2),
                             dutch(effect.hoog, 2)));
        }
    }

    void reading() {
        line("\nHoe is gezocht?");
        line(fmt::format("  {} formaties nagespeeld, elk met hetzelfde toeval; het minste volgens "
                         "de werklast is {}.",
                         outcome_.zoektocht.beoordeeld.size(),
                         formatie_words(outcome_.ondergrens, study_)));
        line(fmt::format("  Kansen van het antwoord en zijn buren komen uit {} nieuwe replicaties; "
                         "de intervallen gelden samen met 95%.",
                         dutch(static_cast<double>(outcome_.antwoord.replicaties), 0)));
        line("  Aangenomen is dat meer fte geen norm slechter maakt.");
        for (const Formatie& f : outcome_.zoektocht.onbeslist)
            line(fmt::format("  Goedkoper, maar niet te onderscheiden van een norm: {}.",
                             formatie_words(f, study_)));
        if (!outcome_.zoektocht.volledig)
            line("  Niet alle mogelijkheden zijn bekeken; een goedkopere formatie is niet "
                 "uitgesloten. Neem minder posten of een grotere stap.");
    }

    const FormatieOutcome& outcome_;
    const FormatieStudy& study_;
    std::string text_;
};

/// Columns "fte_<post>" for every post.
std::vector<std::string> with_posts(std::vector<std::string> before,
                                    const FormatieStudy& study,
                                    const std::vector<std::string>& after) {
    for (const auto& post : study.posten)
        before.push_back("fte_" + post.naam);
    before.insert(before.end(), after.begin(), after.end());
    return before;
}

void add_formatie(Csv& csv, const Formatie& formatie, const FormatieStudy& study) {
    for (const int steps : formatie)
        csv.number(steps * study.stap);
}

void add_norm(Csv& csv, const Norm& norm, const FormatieStudy& study) {
    csv.text(study.cijfers[norm.cijfer].maat)
        .text(study.cijfers[norm.cijfer].plaats)
        .text(norm.jaar.goed == Richting::hoger ? "minstens" : "hoogstens")
        .number(norm.jaar.grens)
        .number(norm.kans);
}

void add_chance(Csv& csv, const Proportion& chance) {
    csv.number(chance.share).number(chance.interval.low).number(chance.interval.high);
}

Table certificate(const FormatieOutcome& outcome, DecimalMark mark) {
    const FormatieStudy& study = *outcome.study;
    Csv csv(mark,
            with_posts({"formatie"},
                       study,
                       {"replicaties",
                        "maat",
                        "plaats",
                        "richting",
                        "grens",
                        "kans_gevraagd",
                        "kans",
                        "kans_laag",
                        "kans_hoog",
                        "oordeel"}));
    const auto add = [&](std::string_view name, const Bewijs& b) {
        for (std::size_t i = 0; i < study.normen.size(); ++i) {
            csv.text(name);
            add_formatie(csv, b.formatie, study);
            csv.whole(static_cast<std::int64_t>(b.replicaties));
            add_norm(csv, study.normen[i], study);
            add_chance(csv, b.normen[i]);
            csv.text(oordeel_words(analysis::oordeel_van(b.normen[i], study.normen[i]))).end_row();
        }
    };
    add("antwoord", outcome.antwoord);
    add("nu", outcome.nu);
    for (const Bewijs& b : outcome.minder)
        add("stap minder", b);
    for (const Bewijs& b : outcome.meer)
        add("fte meer", b);
    return {"formatie.csv", csv.content()};
}

Table search_log(const FormatieOutcome& outcome, DecimalMark mark) {
    const FormatieStudy& study = *outcome.study;
    Csv csv(mark,
            with_posts({"nummer"},
                       study,
                       {"oordeel",
                        "replicaties",
                        "maat",
                        "plaats",
                        "richting",
                        "grens",
                        "kans_gevraagd",
                        "gehaald",
                        "waargenomen"}));
    for (std::size_t k = 0; k < outcome.zoektocht.beoordeeld.size(); ++k) {
        const auto& b = outcome.zoektocht.beoordeeld[k];
        for (std::size_t i = 0; i < study.normen.size(); ++i) {
            csv.whole(static_cast<std::int64_t>(k + 1));
            add_formatie(csv, b.formatie, study);
            csv.text(oordeel_words(b.oordeel)).whole(static_cast<std::int64_t>(b.replicaties));
            add_norm(csv, study.normen[i], study);
            csv.whole(static_cast<std::int64_t>(b.gehaald[i]))
                .whole(static_cast<std::int64_t>(b.waargenomen[i]))
                .end_row();
        }
    }
    return {"zoektocht.csv", csv.content()};
}

Table frontier_table(const FormatieOutcome& outcome, DecimalMark mark) {
    const FormatieStudy& study = *outcome.study;
    std::vector<std::string> after{"kosten", "replicaties", "alle_normen", "laag95", "hoog95"};
    for (const analysis::Cijfer& figure : study.cijfers)
        after.push_back(fmt::format("{}@{}", figure.maat, figure.plaats));
    Csv csv(mark, with_posts({"fte"}, study, after));
    for (const analysis::Grenspunt& point : outcome.grens) {
        csv.number(fte_of(point.bewijs.formatie, study));
        add_formatie(csv, point.bewijs.formatie, study);
        csv.number(point.kosten * study.stap)
            .whole(static_cast<std::int64_t>(point.bewijs.replicaties));
        add_chance(csv, point.bewijs.alle);
        for (const analysis::Estimate& e : point.bewijs.cijfers)
            csv.number(e.mean);
        csv.end_row();
    }
    return {"grens.csv", csv.content()};
}

Table assumptions_table(const FormatieOutcome& outcome, DecimalMark mark) {
    Csv csv(mark, {"parameter", "waarde", "laag", "hoog", "fte_bij_laag", "fte_bij_hoog"});
    for (const auto& effect : outcome.effecten) {
        const analysis::Aanname& a = outcome.aannames[effect.aanname];
        csv.text(a.pad)
            .number(a.waarde)
            .number(a.laag)
            .number(a.hoog)
            .number(effect.laag)
            .number(effect.hoog)
            .end_row();
    }
    return {"aannames.csv", csv.content()};
}

} // namespace

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
    return Report(outcome).text(warnings);
}

std::vector<Table> formatie_tables(const FormatieOutcome& outcome, DecimalMark mark) {
    std::vector<Table> tables{search_log(outcome, mark)};
    if (outcome.zoektocht.kleinste) {
        tables.push_back(certificate(outcome, mark));
        tables.push_back(frontier_table(outcome, mark));
        tables.push_back(assumptions_table(outcome, mark));
    }
    return tables;
}

} // namespace ketenplan::runner
