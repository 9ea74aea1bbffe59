#include "output/month_figures.hpp"

#include "output/dutch.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace ketenplan::runner {

namespace {

using analysis::Ending;
using analysis::Estimate;
using analysis::MonthSeries;
using analysis::Paired;
using analysis::Scope;

/// How a measure is spoken of. In the sentences {waar} is "in Gouda", {maand} "maart 2015",
/// {verschil} "12,3 dagen", {meer} the word for its direction, {even} "vrijwel even", {niveau}
/// "21,0 tot 34,5 dagen".
struct Words {
    std::string_view measure;
    std::string_view file;
    std::string_view heading;
    std::string_view unit;
    double scale;
    std::string_view more;
    std::string_view less;
    std::string_view different;
    std::string_view unproven;
    std::string_view alike;
    std::string_view level;
};

constexpr std::array vocabulary{
    Words{"wacht_focus",
          "wachttijd-focus",
          "Dagen van besluit tot eerste overleg, van focuscasussen, naar de maand van het besluit",
          "dagen",
          1.0,
          "langer",
          "korter",
          "{waar} wacht een focuscasus met besluit in {maand} gemiddeld {verschil} {meer} op het "
          "eerste overleg",
          "{waar} wacht een focuscasus niet aantoonbaar langer of korter op het eerste overleg",
          "{waar} wacht een focuscasus {even} lang op het eerste overleg",
          "{waar} wacht een focuscasus gemiddeld {niveau} op het eerste overleg"},
    Words{"wacht_top60",
          "wachttijd-top60",
          "Dagen van besluit tot eerste overleg, van Top60-casussen, naar de maand van het besluit",
          "dagen",
          1.0,
          "langer",
          "korter",
          "{waar} wacht een Top60-casus met besluit in {maand} gemiddeld {verschil} {meer} op het "
          "eerste overleg",
          "{waar} wacht een Top60-casus niet aantoonbaar langer of korter op het eerste overleg",
          "{waar} wacht een Top60-casus {even} lang op het eerste overleg",
          "{waar} wacht een Top60-casus gemiddeld {niveau} op het eerste overleg"},
    Words{"wachtend_overleg",
          "wachtend-overleg",
          "Casussen die op hun eerste overleg wachten, gemiddeld over de maand",
          "casussen",
          1.0,
          "meer",
          "minder",
          "{waar} wachten in {maand} gemiddeld {verschil} {meer} op hun eerste overleg",
          "{waar} wachten niet aantoonbaar meer of minder casussen op hun eerste overleg",
          "{waar} wachten {even} veel casussen op hun eerste overleg",
          "{waar} wachten gemiddeld {niveau} op hun eerste overleg"},
    Words{"doorlooptijd_weging",
          "doorlooptijd-weging",
          "Dagen van melding tot laatste besluit, naar de maand van het besluit",
          "dagen",
          1.0,
          "langer",
          "korter",
          "{waar} duurt de weging van een melding met besluit in {maand} gemiddeld {verschil} "
          "{meer}",
          "{waar} duurt de weging niet aantoonbaar langer of korter",
          "{waar} duurt de weging {even} lang",
          "{waar} duurt de weging van een melding gemiddeld {niveau}"},
    Words{"contacten_te_laat_maand",
          "contacten-te-laat",
          "Deel van de contacten met de casushouder dat na de termijn komt, in procenten",
          "procentpunt",
          100.0,
          "hoger",
          "lager",
          "{waar} ligt het deel van de contacten dat te laat komt in {maand} {verschil} {meer}",
          "{waar} komen niet aantoonbaar meer of minder contacten te laat",
          "{waar} komen {even} veel contacten te laat",
          "{waar} komt gemiddeld {niveau} van de contacten te laat"},
    Words{"open_werk",
          "open-werk",
          "Uren werk die nog te doen zijn, gemiddeld over de maand",
          "uur",
          1.0,
          "meer",
          "minder",
          "{waar} ligt er in {maand} gemiddeld {verschil} {meer} werk te wachten",
          "{waar} ligt er niet aantoonbaar meer of minder werk te wachten",
          "{waar} ligt er {even} veel werk te wachten",
          "{waar} ligt er gemiddeld {niveau} werk te wachten"},
};

/// What there is to say of a difference.
enum class Verdict : std::uint8_t {
    equal,     ///< to the last bit, in every month
    unproven,  ///< not to be told from chance
    slight,    ///< real, but below two percent of what it is a difference of
    different, ///< real, and worth a word
};

Verdict verdict_on(const MonthSeries& series, const std::optional<analysis::Course>& course) {
    const auto equal = [](const Paired& p) {
        return p.verschil.p05 == 0.0 && p.verschil.p95 == 0.0 && p.verschil.mean == 0.0;
    };
    if (!course)
        return std::ranges::all_of(series.months, equal) ? Verdict::equal : Verdict::unproven;
    constexpr double slight = 0.02;
    const Paired& p = series.months[course->peak];
    return std::abs(p.verschil.mean) < slight * std::abs(p.basis.mean) ? Verdict::slight
                                                                       : Verdict::different;
}

std::string number(double value) {
    const double size = std::abs(value);
    return dutch(value, size >= 100.0 ? 0 : size >= 0.995 ? 1 : 2);
}

/// "95%: 9,8 tot 14,8", in the direction of the difference: its sign is in a word.
std::string interval(const Estimate& e, double scale) {
    const bool down = e.mean < 0.0;
    return fmt::format("95%: {} tot {}",
                       number(scale * (down ? -e.high : e.low)),
                       number(scale * (down ? -e.low : e.high)));
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// "in de regio", "in Gouda", "bij procesregisseur in Gouda".
std::string where(const casus::Opzet& opzet, Scope scope, const std::string& cell) {
    const auto place = [&](const std::string& key) -> std::string {
        for (const auto& subregio : opzet.parameters.subregios) {
            if (subregio.key == key)
                return "in " + subregio.naam;
        }
        return scope == Scope::role ? "in het hele huis" : "in de regio";
    };
    if (scope != Scope::role)
        return place(cell);
    const std::size_t at = cell.find('@');
    return fmt::format("voor de rol {} {}", cell.substr(0, at), place(cell.substr(at + 1)));
}

/// The sentences about one series.
class Narrator {
public:
    Narrator(const MonthStudy& study, const MonthSeries& series, const Words& words)
        : study_(study), series_(series), words_(words),
          months_(analysis::measured_months(*study.opzetten[0])) {
        const auto scope = analysis::month_measures()[series.measure].scope;
        where_ = where(*study.opzetten[0], scope, series.cell);
        if (!study.paired())
            return;
        course_ = analysis::course_of(series);
        verdict_ = verdict_on(series, course_);
    }

    [[nodiscard]] std::optional<std::size_t> peak() const {
        return verdict_ == Verdict::different && course_ ? std::optional(course_->peak)
                                                         : std::nullopt;
    }
    [[nodiscard]] bool notable() const { return verdict_ == Verdict::different; }

    [[nodiscard]] std::string title() const {
        if (!study_.paired())
            return say(words_.level, {{"niveau", levels()}});
        switch (verdict_) {
        case Verdict::equal:
            return say(words_.alike, {{"even", "precies even"}});
        case Verdict::slight:
            return say(words_.alike, {{"even", "vrijwel even"}});
        case Verdict::unproven:
            return say(words_.unproven, {});
        case Verdict::different:
            break;
        }
        const double difference = largest().verschil.mean;
        return say(words_.different,
                   {{"maand", month_name(months_[course_->peak])},
                    {"verschil", size(difference)},
                    {"meer", std::string(direction(difference))}});
    }

    [[nodiscard]] std::string subtitle() const {
        if (!study_.paired())
            return extremes();
        switch (verdict_) {
        case Verdict::equal:
            return "Wat er anders is, raakt dit niet.";
        case Verdict::slight:
            return fmt::format("Het grootste verschil is {} {}, in {} ({}): minder dan 2% van {}.",
                               size(largest().verschil.mean),
                               direction(largest().verschil.mean),
                               month_name(months_[course_->peak]),
                               interval(largest().verschil, words_.scale),
                               number(words_.scale * largest().basis.mean));
        case Verdict::unproven:
            return fmt::format("In geen maand is het verschil, met zijn 95%-marge, groter dan {}.",
                               size(largest_bound()));
        case Verdict::different:
            break;
        }
        return ending();
    }

    /// The numbers behind the title.
    [[nodiscard]] std::string numbers() const {
        if (!notable() || !course_)
            return "";
        const Paired& p = largest();
        return fmt::format(" ({}): {} in plaats van {}",
                           interval(p.verschil, words_.scale),
                           number(words_.scale * p.variant.mean),
                           number(words_.scale * p.basis.mean));
    }

private:
    [[nodiscard]] const Paired& largest() const { return series_.months[course_->peak]; }

    /// "12,3 dagen", without sign.
    [[nodiscard]] std::string size(double value) const {
        return fmt::format("{} {}", number(std::abs(words_.scale * value)), words_.unit);
    }
    [[nodiscard]] std::string_view direction(double difference) const {
        return difference < 0.0 ? words_.less : words_.more;
    }

    [[nodiscard]] std::string
    say(std::string_view pattern,
        const std::vector<std::pair<const char*, std::string>>& replacements) const {
        fmt::dynamic_format_arg_store<fmt::format_context> arguments;
        arguments.push_back(fmt::arg("waar", where_));
        for (const auto& [name, text] : replacements)
            arguments.push_back(fmt::arg(name, text));
        return capitalised(fmt::vformat(pattern, arguments));
    }

    [[nodiscard]] std::pair<std::size_t, std::size_t> lowest_and_highest() const {
        std::size_t low = 0;
        std::size_t high = 0;
        const auto mean = [&](std::size_t m) {
            return series_.months[m].basis.mean;
        };
        for (std::size_t m = 0; m < series_.complete; ++m) {
            if (mean(m) < mean(low) || std::isnan(mean(low)))
                low = m;
            if (mean(m) > mean(high) || std::isnan(mean(high)))
                high = m;
        }
        return {low, high};
    }

    [[nodiscard]] std::string levels() const {
        const auto [low, high] = lowest_and_highest();
        const std::string unit = words_.scale > 1.0 ? "procent" : std::string(words_.unit);
        return fmt::format("{} tot {} {}",
                           number(words_.scale * series_.months[low].basis.mean),
                           number(words_.scale * series_.months[high].basis.mean),
                           unit);
    }

    [[nodiscard]] std::string extremes() const {
        const auto [low, high] = lowest_and_highest();
        if (!(series_.months[low].basis.high < series_.months[high].basis.low))
            return "De maanden verschillen niet aantoonbaar van elkaar.";
        return fmt::format("Het laagst in {}, het hoogst in {}.",
                           month_name(months_[low]),
                           month_name(months_[high]));
    }

    [[nodiscard]] double largest_bound() const {
        double largest = 0.0;
        for (std::size_t m = 0; m < series_.complete; ++m) {
            const Estimate& e = series_.months[m].verschil;
            if (e.n >= 2)
                largest = std::max({largest, std::abs(e.low), std::abs(e.high)});
        }
        return largest;
    }

    [[nodiscard]] std::string ending() const {
        const std::size_t last = series_.complete - 1;
        if (course_->peak == last)
            return fmt::format("In {}, de laatste maand, is het verschil het grootst.",
                               month_name(months_[last]));
        const std::size_t after = course_->ended - course_->peak;
        switch (course_->ending) {
        case Ending::gone:
            return fmt::format(
                "Vanaf {}, {} later, is het verschil weg (minder dan een tiende van toen).",
                month_name(months_[course_->ended]),
                months_later(after));
        case Ending::unclear:
            return fmt::format("Vanaf {}, {} later, is het verschil niet meer aan te tonen.",
                               month_name(months_[course_->ended]),
                               months_later(after));
        case Ending::lasting:
            break;
        }
        const Estimate& e = series_.months[last].verschil;
        const bool turned = e.mean * largest().verschil.mean < 0.0;
        return fmt::format("In {} is het {} {} {}({}).",
                           month_name(months_[last]),
                           turned ? "verschil de andere kant op:" : "verschil nog",
                           size(e.mean),
                           turned ? std::string(direction(e.mean)) + " " : "",
                           interval(e, words_.scale));
    }

    static std::string months_later(std::size_t n) {
        return fmt::format("{} {}", n, n == 1 ? "maand" : "maanden");
    }

    const MonthStudy& study_;
    const MonthSeries& series_;
    const Words& words_;
    std::vector<engine::Date> months_;
    std::string where_;
    std::optional<analysis::Course> course_;
    Verdict verdict_ = Verdict::different;
};

/// One field of every month, with nothing where the months are not complete.
template <class Field>
std::vector<double> values(const MonthSeries& series, double scale, const Field& field) {
    std::vector<double> all(series.months.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t m = 0; m < series.complete; ++m)
        all[m] = scale * field(series.months[m]);
    return all;
}

Line level_line(const MonthSeries& series,
                double scale,
                Estimate Paired::* arm,
                const std::string& label,
                Ink ink) {
    return {label,
            ink,
            values(series, scale, [&](const Paired& p) { return (p.*arm).mean; }),
            values(series, scale, [&](const Paired& p) { return (p.*arm).p05; }),
            values(series, scale, [&](const Paired& p) { return (p.*arm).p95; })};
}

/// A tenth of the level: a difference below that is drawn as small as it is.
double reach_for(const MonthSeries& series, double scale) {
    constexpr double share = 0.1;
    double highest = 0.0;
    for (std::size_t m = 0; m < series.complete; ++m) {
        if (series.months[m].basis.n > 0)
            highest = std::max(highest, series.months[m].basis.mean);
    }
    return share * scale * highest;
}

Panel difference_panel(const MonthSeries& series, const Words& words, double least_reach) {
    const auto part = [&](double Estimate::* field) {
        return values(series, words.scale, [&](const Paired& p) { return p.verschil.*field; });
    };
    Panel panel{
        .heading = fmt::format("Verschil, in {}", words.unit), .lines = {}, .height = 120.0};
    panel.difference = true;
    panel.least_reach = least_reach;
    panel.lines.push_back({"variant min basis",
                           Ink::verschil,
                           part(&Estimate::mean),
                           part(&Estimate::low),
                           part(&Estimate::high)});
    return panel;
}

std::vector<std::string> notes_for(const MonthStudy& study,
                                   const MonthSeries& series,
                                   const std::vector<engine::Date>& months) {
    std::vector<std::string> notes;
    if (study.paired())
        notes.push_back(fmt::format("Basis: {}. Variant: {}.",
                                    study.opzetten[0]->parameters.naam,
                                    study.opzetten[1]->parameters.naam));
    else
        notes.push_back(fmt::format("Scenario: {}.", study.opzetten[0]->parameters.naam));
    notes.push_back(fmt::format("Lijn: gemiddelde van {} keer naspelen. Lichte band: 9 van de 10 "
                                "keer ligt de maand daarin.",
                                dutch(static_cast<double>(study.replications), 0)));
    if (study.paired())
        notes.emplace_back("Onderaan: het gemiddelde verschil bij hetzelfde toeval, met zijn "
                           "95%-marge als band.");
    if (series.complete < months.size())
        notes.push_back(fmt::format("Vanaf {} ontbreekt de lijn: van meer dan 5% van die besluiten "
                                    "was het overleg er aan het "
                                    "einde van de periode nog niet.",
                                    month_name(months[series.complete])));
    return notes;
}

Chart chart_of(const MonthStudy& study,
               const MonthSeries& series,
               const Words& words,
               const Narrator& narrator) {
    Chart chart{.title = narrator.title(),
                .subtitle = narrator.subtitle(),
                .months = analysis::measured_months(*study.opzetten[0]),
                .panels = {},
                .marked = narrator.peak(),
                .notes = {}};
    chart.notes = notes_for(study, series, chart.months);
    Panel levels{.heading = std::string(words.heading), .lines = {}};
    if (!study.paired()) {
        levels.lines.push_back(level_line(series, words.scale, &Paired::basis, "", Ink::variant));
        chart.panels.push_back(std::move(levels));
        return chart;
    }
    const auto [basis, variant] =
        short_names(study.opzetten[0]->parameters.naam, study.opzetten[1]->parameters.naam);
    levels.lines.push_back(level_line(series, words.scale, &Paired::basis, basis, Ink::basis));
    levels.lines.push_back(
        level_line(series, words.scale, &Paired::variant, variant, Ink::variant));
    chart.panels.push_back(std::move(levels));
    chart.panels.push_back(difference_panel(series, words, reach_for(series, words.scale)));
    return chart;
}

bool has_values(const MonthSeries& series) {
    return series.complete > 0 &&
           std::ranges::any_of(series.months, [](const Paired& p) { return p.basis.n > 0; });
}

} // namespace

std::pair<std::string, std::string> short_names(const std::string& basis,
                                                const std::string& variant) {
    // "Huis Gouda 2015" and "Gouda 2015, een zieke": what they share ends the one, begins the
    // other.
    for (std::size_t from = 0; from != std::string::npos;) {
        const std::string_view shared = std::string_view(basis).substr(from);
        if (variant.starts_with(shared)) {
            const std::size_t rest = variant.find_first_not_of(" ,:;-", shared.size());
            return {"basis", rest == std::string::npos ? "variant" : variant.substr(rest)};
        }
        const std::size_t space = basis.find(' ', from);
        from = space == std::string::npos ? space : space + 1;
    }
    return {basis, variant};
}

std::vector<MonthFigure> month_figures(const MonthStudy& study) {
    std::vector<MonthFigure> figures;
    const bool one_subregio = study.opzetten[0]->parameters.subregios.size() == 1;
    for (const Words& w : vocabulary) {
        const std::size_t measure = analysis::month_measure(w.measure);
        const bool areas = analysis::month_measures()[measure].scope == Scope::area;
        for (const MonthSeries& series : study.series) {
            // A region of one subregio is that subregio.
            if (series.measure != measure || !has_values(series) ||
                (areas && one_subregio && series.index > 0))
                continue;
            std::string file = fmt::format("{}-{}.svg", w.file, series.cell);
            std::ranges::replace(file, '@', '-');
            const Narrator narrator(study, series, w);
            figures.push_back(
                {file,
                 chart_of(study, series, w, narrator),
                 fmt::format("{}{}. {}", narrator.title(), narrator.numbers(), narrator.subtitle()),
                 narrator.notable()});
        }
    }
    return figures;
}

} // namespace ketenplan::runner
