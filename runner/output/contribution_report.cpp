#include "output/contribution_report.hpp"

#include "output/csv.hpp"
#include "output/dutch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <limits>
#include <numeric>
#include <utility>

namespace ketenplan::runner {

namespace {

using finance::Centen;
using finance::in_euro;
using finance::Uittredingsjaar;

/// "-1.234,56": to the cent, as a begroting has it.
std::string euro(Centen cents) {
    return dutch(in_euro(cents), 2);
}

std::string signed_euro(Centen cents) {
    return (cents > 0 ? "+" : "") + euro(cents);
}

std::vector<Centen> by_key(const ContributionStudy& study, std::size_t key) {
    return finance::verdeel(study.bedrag, study.sleutels[key].sleutel, study.doet_mee).bijdragen;
}

Centen total_of(const std::vector<Centen>& cents) {
    return std::accumulate(cents.begin(), cents.end(), Centen{0});
}

double per_person(Centen cents, double people) {
    return people > 0.0 ? in_euro(cents) / people : std::numeric_limits<double>::quiet_NaN();
}

/// What everybody pays when this gemeente takes part too.
std::vector<Centen> with(const ContributionStudy& study, std::size_t joining) {
    std::vector<bool> who = study.doet_mee;
    who[joining] = true;
    return finance::verdeel(study.bedrag, study.sleutels[study.referentie].sleutel, who).bijdragen;
}

std::vector<Uittredingsjaar> years_after(const ContributionStudy& study, const Departure& m) {
    return finance::treed_uit(
        study.bedrag, study.sleutels[m.sleutel].sleutel, study.doet_mee, m.uittreding);
}

class ContributionText {
public:
    explicit ContributionText(const ContributionStudy& study) : study_(study) {
        for (const std::string& name : study.gemeenten)
            width_ = std::max(width_, name.size());
    }

    std::string text(const std::vector<std::string>& warnings) {
        const std::string name = study_.naam.empty() ? "Wie betaalt wat?" : study_.naam;
        line(name);
        line(std::string(name.size(), '='));
        line(fmt::format("{} euro, over {} gemeenten. Elke kolom telt op de cent op.",
                         euro(study_.bedrag),
                         std::ranges::count(study_.doet_mee, true)));
        if (!warnings.empty())
            line("\nLet op:");
        for (const std::string& warning : warnings)
            line("  ! " + warning);
        if (study_.sleutels.size() > 1)
            in_short();
        one_key(study_.referentie);
        for (std::size_t key = 0; key < study_.sleutels.size(); ++key) {
            if (key != study_.referentie)
                one_key(key);
        }
        for (const Departure& m : study_.uittredingen)
            leaving(m);
        for (const std::size_t who : study_.toetredingen)
            joining(who);
        reading();
        return text_;
    }

private:
    void line(const std::string& what) { fmt::format_to(back_inserter(text_), "{}\n", what); }

    /// Per key how much changes hands against the reference, and who notices most.
    void in_short() {
        const std::vector<Centen> reference = by_key(study_, study_.referentie);
        line(fmt::format("\nIn het kort, tegenover {}", study_.sleutels[study_.referentie].naam));
        for (std::size_t key = 0; key < study_.sleutels.size(); ++key) {
            if (key == study_.referentie)
                continue;
            std::vector<Centen> change = by_key(study_, key);
            std::ranges::transform(change, reference, change.begin(), std::minus{});
            if (moved(change) == 0) {
                line(fmt::format("  {}: voor niemand iets anders", study_.sleutels[key].naam));
                continue;
            }
            const auto [least, most] = std::ranges::minmax_element(change);
            line(fmt::format("  {}: {} euro verschuift; {} {}, {} {}",
                             study_.sleutels[key].naam,
                             euro(moved(change)),
                             study_.gemeenten[static_cast<std::size_t>(most - change.begin())],
                             signed_euro(*most),
                             study_.gemeenten[static_cast<std::size_t>(least - change.begin())],
                             signed_euro(*least)));
        }
    }

    static Centen moved(const std::vector<Centen>& change) {
        Centen sum = 0;
        for (const Centen c : change)
            sum += std::max(Centen{0}, c);
        return sum;
    }

    void one_key(std::size_t key) {
        const std::vector<Centen> paid = by_key(study_, key);
        const std::vector<Centen> reference = by_key(study_, study_.referentie);
        const bool is_reference = key == study_.referentie;
        line(fmt::format("\nSleutel {}: {}{}",
                         study_.sleutels[key].key,
                         study_.sleutels[key].naam,
                         is_reference ? " (waar de andere mee worden vergeleken)" : ""));
        line(fmt::format("  {:<{}}{:>16}{:>14}{}",
                         "gemeente",
                         width_,
                         "euro",
                         "per inwoner",
                         is_reference ? "" : "        verschil"));
        for (std::size_t i = 0; i < paid.size(); ++i) {
            if (study_.doet_mee[i])
                line(fmt::format("  {:<{}}{:>16}{:>14}{}",
                                 study_.gemeenten[i],
                                 width_,
                                 euro(paid[i]),
                                 dutch(per_person(paid[i], study_.inwoners[i]), 2),
                                 is_reference
                                     ? ""
                                     : fmt::format("{:>16}", signed_euro(paid[i] - reference[i]))));
        }
        line(fmt::format("  {:<{}}{:>16}", "samen", width_, euro(total_of(paid))));
    }

    void leaving(const Departure& m) {
        const std::vector<Centen> now = by_key(study_, m.sleutel);
        line(fmt::format("\nAls {} uittreedt ({}, sleutel {})",
                         study_.gemeenten[m.uittreding.deelnemer],
                         m.naam,
                         study_.sleutels[m.sleutel].key));
        line(fmt::format("  nu betaalt zij {} euro; de begroting wordt {} euro lager",
                         euro(now[m.uittreding.deelnemer]),
                         euro(m.uittreding.besparing)));
        const auto years = years_after(study_, m);
        for (std::size_t y = 0; y < years.size(); ++y)
            after(m, now, years[y], y, y + 1 == years.size());
    }

    void after(const Departure& m,
               const std::vector<Centen>& now,
               const Uittredingsjaar& year,
               std::size_t number,
               bool last) {
        std::vector<Centen> more(now.size(), 0);
        for (std::size_t i = 0; i < now.size(); ++i)
            more[i] = i == m.uittreding.deelnemer ? 0 : year.verdeling.bijdragen[i] - now[i];
        const std::size_t most = largest(more);
        const std::string who =
            more[most] == 0
                ? "voor niemand verandert er iets"
                : fmt::format("{} het meest: {}", study_.gemeenten[most], signed_euro(more[most]));
        line(fmt::format(
            "  jaar {}{}: zij betaalt nog {} en houdt {} over; de anderen betalen samen {} "
            "({})",
            number + 1,
            last ? " en later" : "",
            euro(year.verdeling.bijdragen[m.uittreding.deelnemer]),
            euro(now[m.uittreding.deelnemer] - year.verdeling.bijdragen[m.uittreding.deelnemer]),
            signed_euro(total_of(more)),
            who));
    }

    /// Whose change is the largest, up or down.
    static std::size_t largest(const std::vector<Centen>& changes) {
        return static_cast<std::size_t>(
            std::ranges::max_element(changes, {}, [](Centen c) { return std::abs(c); }) -
            changes.begin());
    }

    void joining(std::size_t who) {
        const std::vector<Centen> now = by_key(study_, study_.referentie);
        const std::vector<Centen> then = with(study_, who);
        line(fmt::format(
            "\nAls {} toetreedt (sleutel {}, zelfde bedrag): zij betaalt {} euro, en dat "
            "houden de anderen samen over.",
            study_.gemeenten[who],
            study_.sleutels[study_.referentie].key,
            euro(then[who])));
        Centen saved = 0;
        for (std::size_t i = 0; i < now.size(); ++i)
            saved += i == who ? 0 : now[i] - then[i];
        line(fmt::format("  de anderen: {} euro minder", euro(saved)));
    }

    void reading() {
        line("\nHoe is gerekend?");
        line(
            "  Eerst de vaste bedragen, dan de rest naar de cijfers van de sleutel; wie onder zijn "
            "minimum of boven zijn");
        line("  maximum komt, schuift het verschil door naar de anderen. Losse centen gaan naar de "
             "grootste resten.");
        const auto assumed = std::ranges::count_if(
            study_.records, [](const ParameterRecord& r) { return !r.assumption.empty(); });
        const auto sourced = std::ranges::count_if(
            study_.records, [](const ParameterRecord& r) { return !r.source.empty(); });
        line(fmt::format(
            "  Van de {} getallen in deze studie hebben er {} een bron en zijn er {} een "
            "aanname; zie herkomst.csv.",
            study_.records.size(),
            sourced,
            assumed));
    }

    const ContributionStudy& study_;
    std::size_t width_ = 12;
    std::string text_;
};

void add_year(Csv& csv,
              const ContributionStudy& study,
              const std::pair<std::string, std::string>& what,
              std::size_t year,
              const std::vector<Centen>& paid,
              const std::vector<Centen>& now) {
    for (std::size_t i = 0; i < paid.size(); ++i) {
        if (paid[i] == 0 && now[i] == 0 && !study.doet_mee[i])
            continue;
        csv.text(what.first)
            .text(what.second)
            .whole(static_cast<std::int64_t>(year))
            .text(study.gemeenten[i])
            .number(in_euro(paid[i]))
            .number(in_euro(paid[i] - now[i]))
            .end_row();
    }
}

} // namespace

Table contributions_table(const ContributionStudy& study, DecimalMark mark) {
    Csv csv(mark, {"sleutel", "gemeente", "euro", "euro_per_inwoner", "verschil_met_referentie"});
    const std::vector<Centen> reference = by_key(study, study.referentie);
    for (std::size_t key = 0; key < study.sleutels.size(); ++key) {
        const std::vector<Centen> paid = by_key(study, key);
        for (std::size_t i = 0; i < paid.size(); ++i) {
            if (study.doet_mee[i])
                csv.text(study.sleutels[key].key)
                    .text(study.gemeenten[i])
                    .number(in_euro(paid[i]))
                    .number(per_person(paid[i], study.inwoners[i]))
                    .number(in_euro(paid[i] - reference[i]))
                    .end_row();
        }
    }
    return {"bijdragen.csv", csv.content()};
}

Table membership_table(const ContributionStudy& study, DecimalMark mark) {
    Csv csv(mark, {"vraag", "wat", "jaar", "gemeente", "euro", "verschil_met_nu"});
    for (const Departure& m : study.uittredingen) {
        const std::vector<Centen> now = by_key(study, m.sleutel);
        const auto years = years_after(study, m);
        for (std::size_t y = 0; y < years.size(); ++y)
            add_year(csv,
                     study,
                     {m.naam, "uittreding van " + study.gemeenten[m.uittreding.deelnemer]},
                     y + 1,
                     years[y].verdeling.bijdragen,
                     now);
    }
    for (const std::size_t who : study.toetredingen)
        add_year(csv,
                 study,
                 {"toetreding", "toetreding van " + study.gemeenten[who]},
                 1,
                 with(study, who),
                 by_key(study, study.referentie));
    return {"lidmaatschap.csv", csv.content()};
}

Table contribution_sources(const ContributionStudy& study, DecimalMark mark) {
    Csv csv(mark, {"getal", "waarde", "bron", "aanname"});
    for (const ParameterRecord& r : study.records)
        csv.text(r.path)
            .number(r.number.value_or(std::numeric_limits<double>::quiet_NaN()))
            .text(r.source)
            .text(r.assumption)
            .end_row();
    return {"herkomst.csv", csv.content()};
}

std::string contributions_summary(const ContributionStudy& study,
                                  const std::vector<std::string>& warnings) {
    return ContributionText(study).text(warnings);
}

} // namespace ketenplan::runner
