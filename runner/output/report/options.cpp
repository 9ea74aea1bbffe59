#include "output/dutch.hpp"
#include "output/report/context.hpp"
#include "output/report/report_tables.hpp"
#include "output/report/stacked_bars.hpp"
#include "output/report/texts.hpp"

#include <chrono>

namespace ketenplan::runner::report {

namespace {

using finance::in_euro;

constexpr double thousand = 1000.0;

Markup order_table_of(const Context& c) {
    TableText made;
    made.label = c.words.plain(texts::options);
    made.header = {c.words.plain(texts::variant)};
    for (const std::string& year : c.years())
        made.header.push_back(year);
    made.header.push_back(c.words.plain(texts::together));
    made.caption = c.words.say(texts::order_caption);
    for (const std::size_t v : by_costs(c.outcome)) {
        Row row{{cell(c.name(v))}};
        for (std::size_t y = 0; y < c.study.jaren; ++y)
            row.cells.push_back(
                c.cents_cell(c.figure_name("varianten.csv", v, y, "bijdragen", "waarde"),
                             c.outcome.varianten[v].jaren[y].bijdragen));
        row.cells.push_back(c.cents_cell({"volgorde.csv", {c.key(v)}, "euro"},
                                         contributions_over_years(c.outcome.varianten[v])));
        made.rows.push_back(std::move(row));
    }
    return table(made);
}

/// What draws of all that has a range say of that order.
Markup draws_table_of(const Context& c) {
    if (c.outcome.trekkingen.empty())
        return {};
    TableText made;
    made.label = c.words.plain(texts::draws_label);
    made.caption = c.words.say(texts::draws_caption);
    made.header = {c.words.plain(texts::variant),
                   "gemiddeld_over_trekkingen",
                   c.words.plain(texts::chance_cheapest),
                   c.words.plain(texts::chance_flip)};
    const std::vector<std::size_t> order = by_costs(c.outcome);
    for (std::size_t k = 0; k < order.size(); ++k) {
        const std::size_t v = order[k];
        const auto chance = [&](std::string_view what, double share) {
            return number_cell(
                figure({"volgorde.csv", {c.key(v)}, what}, share, c.words.percentage(share)));
        };
        made.rows.push_back(
            {{cell(c.name(v)),
              c.number_cell_of({"volgorde.csv", {c.key(v)}, "gemiddeld_over_trekkingen"},
                               mean_over_draws(c.outcome, v),
                               0),
              chance("kans_goedkoopst", probability_cheapest(c.outcome, v)),
              k == 0 ? number_cell("")
                     : chance("kans_omgekeerd", flip_probability(c.outcome, order[k - 1], v))}});
    }
    return table(made);
}

/// Kinds of costs that any variant has in any year.
std::vector<finance::Soort> kinds_of_costs(const Context& c) {
    std::vector<finance::Soort> kinds;
    for (std::size_t s = 0; s < finance::soort_namen.size(); ++s) {
        const auto soort = static_cast<finance::Soort>(s);
        bool any = false;
        for (std::size_t v = 0; v < c.outcome.varianten.size(); ++v) {
            for (const auto& year : c.outcome.varianten[v].jaren)
                any = any || of_kind(c.study.varianten[v], year, soort) != 0;
        }
        if (any && !finance::is_bate(soort))
            kinds.push_back(soort);
    }
    return kinds;
}

Markup kinds_table_of(const Context& c, const std::vector<finance::Soort>& kinds) {
    TableText made;
    made.label = c.words.plain(texts::kinds_title);
    made.header = {c.words.plain(texts::variant), c.words.plain(texts::year)};
    for (const finance::Soort s : kinds)
        made.header.emplace_back(finance::naam_van(s));
    made.header.emplace_back("lasten");
    made.header.emplace_back("bijdragen");
    for (std::size_t v = 0; v < c.outcome.varianten.size(); ++v) {
        for (std::size_t y = 0; y < c.study.jaren; ++y) {
            const finance::Begrotingsjaar& year = c.outcome.varianten[v].jaren[y];
            Row row{{cell(c.key(v)), cell(c.year(y))}};
            for (const finance::Soort s : kinds)
                row.cells.push_back(
                    c.cents_cell(c.figure_name("soorten.csv", v, y, finance::naam_van(s), "euro"),
                                 of_kind(c.study.varianten[v], year, s)));
            row.cells.push_back(c.cents_cell(
                c.figure_name("varianten.csv", v, y, "lasten", "waarde"), year.lasten));
            row.cells.push_back(c.cents_cell(
                c.figure_name("varianten.csv", v, y, "bijdragen", "waarde"), year.bijdragen));
            made.rows.push_back(std::move(row));
        }
    }
    return table(made);
}

StackedBars kinds_chart(const Context& c, const std::vector<finance::Soort>& kinds) {
    StackedBars chart;
    chart.axis = c.words.plain(texts::thousand_euro);
    chart.mark = c.words.plain(texts::kinds_mark);
    chart.number = c.numbers();
    for (const finance::Soort s : kinds)
        chart.kinds.emplace_back(finance::naam_van(s));
    std::string description;
    for (std::size_t v = 0; v < c.outcome.varianten.size(); ++v) {
        StackedGroup group{c.name(v), {}};
        for (std::size_t y = 0; y < c.study.jaren; ++y) {
            const finance::Begrotingsjaar& year = c.outcome.varianten[v].jaren[y];
            StackedColumn column{c.year(y), {}, in_euro(year.bijdragen) / thousand};
            for (const finance::Soort s : kinds)
                column.values.push_back(in_euro(of_kind(c.study.varianten[v], year, s)) / thousand);
            group.columns.push_back(std::move(column));
            description += c.words.plain(texts::kinds_item,
                                         c.name(v),
                                         c.year(y),
                                         c.words.cents(year.lasten),
                                         c.words.cents(year.bijdragen));
        }
        chart.groups.push_back(std::move(group));
    }
    chart.text = {"figuur-soorten", c.words.plain(texts::kinds_title), description};
    return chart;
}

Markup kinds_figure(const Context& c) {
    const std::vector<finance::Soort> kinds = kinds_of_costs(c);
    return figure({"soorten",
                   c.words.plain(texts::kinds_title),
                   c.words.say(texts::kinds_caption),
                   svg(kinds_chart(c, kinds)),
                   kinds_table_of(c, kinds),
                   c.words.plain(texts::table_behind)});
}

std::string date_in_words(const Context& c, engine::Date day) {
    const std::chrono::year_month_day civil{std::chrono::sys_days(day.time_since_epoch())};
    if (!c.words.english())
        return fmt::format("{} {}", static_cast<unsigned>(civil.day()), month_name(day));
    return fmt::format("{}-{:02}-{:02}",
                       static_cast<int>(civil.year()),
                       static_cast<unsigned>(civil.month()),
                       static_cast<unsigned>(civil.day()));
}

Markup start_part(const Context& c) {
    TableText made;
    made.caption = c.words.say(texts::start_caption);
    made.label = c.words.plain(texts::start_heading);
    for (const Phrase* phrase : {&texts::variant,
                                 &texts::start_from,
                                 &texts::start_steps,
                                 &texts::start_risk,
                                 &texts::start_reserve})
        made.header.push_back(c.words.plain(*phrase));
    bool any = false;
    for (const BudgetVariant& variant : c.study.varianten) {
        std::string steps;
        for (const Leadstep& step : variant.stappen)
            steps += (steps.empty() ? "" : ", ") +
                     c.words.plain(texts::start_weeks, step.naam, c.words.number(step.weken, 0));
        any = any || variant.ingang.has_value();
        made.rows.push_back({{cell(variant.naam),
                              cell(variant.ingang ? date_in_words(c, *variant.ingang)
                                                  : c.words.plain(texts::start_now)),
                              cell(steps),
                              cell(variant.risicodrager),
                              number_cell(c.words.cents(variant.reserve))}});
    }
    Markup part = heading(3, c.words.say(texts::start_heading));
    part += table(made);
    if (any)
        part += paragraph(c.words.say(texts::start_until, text(c.name(0))));
    return part;
}

} // namespace

Markup options_section(const Context& c) {
    Markup made = heading(2, c.words.say(texts::options), "opties");
    made += order_table_of(c);
    made += draws_table_of(c);
    made += kinds_figure(c);
    made += start_part(c);
    made += house_part(c);
    return made;
}

} // namespace ketenplan::runner::report
