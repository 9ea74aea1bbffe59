#include "output/budget_report.hpp"
#include "output/report/context.hpp"
#include "output/report/side_bars.hpp"
#include "output/report/texts.hpp"

#include <algorithm>

namespace ketenplan::runner::report {

namespace {

using finance::in_euro;

/// More bars than this for one gemeente cannot be told apart.
constexpr std::size_t most_drawn = 4;

/// What gemeenten that take part pay: `[variant][gemeente]`, an empty one where nothing can be
/// spread.
std::vector<std::vector<finance::Centen>> paid_in(const Context& c, std::size_t y) {
    std::vector<std::vector<finance::Centen>> paid;
    for (std::size_t v = 0; v < c.outcome.varianten.size(); ++v)
        paid.push_back(contributions_of(c.outcome, v, y));
    return paid;
}

Cell paid_cell(const Context& c,
               const std::vector<finance::Centen>& paid,
               std::size_t v,
               std::size_t y,
               std::size_t g) {
    if (paid.empty())
        return number_cell("-");
    return c.cents_cell(
        c.figure_name("bijdragen.csv", v, y, c.study.bijdragen->gemeenten[g], "euro"), paid[g]);
}

/// One year, or all of them.
Markup
paid_table_of(const Context& c, std::size_t first, std::size_t count, const Markup& caption = {}) {
    TableText made;
    made.caption = caption;
    made.label = c.words.plain(texts::paid_heading);
    made.header = {c.words.plain(texts::gemeente), c.words.plain(texts::year)};
    for (std::size_t v = 0; v < c.outcome.varianten.size(); ++v)
        made.header.push_back(c.key(v));
    for (std::size_t y = first; y < first + count; ++y) {
        const auto paid = paid_in(c, y);
        for (std::size_t g = 0; g < c.study.bijdragen->gemeenten.size(); ++g) {
            if (!c.study.bijdragen->doet_mee[g])
                continue;
            Row row{{cell(c.study.bijdragen->gemeenten[g]), cell(c.year(y))}};
            for (std::size_t v = 0; v < paid.size(); ++v)
                row.cells.push_back(paid_cell(c, paid[v], v, y, g));
            made.rows.push_back(std::move(row));
        }
    }
    return table(made);
}

SideBars paid_chart(const Context& c) {
    SideBars chart;
    const auto paid = paid_in(c, 0);
    std::string description;
    std::vector<std::size_t> drawn;
    for (std::size_t v = 0; v < paid.size() && drawn.size() < most_drawn; ++v) {
        if (!paid[v].empty())
            drawn.push_back(v);
    }
    for (const std::size_t v : drawn)
        chart.series.push_back(c.name(v));
    for (std::size_t g = 0; g < c.study.bijdragen->gemeenten.size(); ++g) {
        if (!c.study.bijdragen->doet_mee[g])
            continue;
        SideRow row{c.study.bijdragen->gemeenten[g], {}};
        std::string amounts;
        for (const std::size_t v : drawn) {
            row.values.push_back(in_euro(paid[v][g]));
            amounts += (amounts.empty() ? "" : ", ") + c.words.cents(paid[v][g]);
        }
        description += c.words.plain(texts::paid_item, row.label, amounts);
        chart.rows.push_back(std::move(row));
    }
    chart.axis = c.words.plain(texts::paid_axis);
    chart.number = c.numbers();
    chart.text = {
        "figuur-bijdragen", c.words.plain(texts::paid_title, c.first_year()), description};
    return chart;
}

} // namespace

Markup contributions_part(const Context& c) {
    if (!c.study.bijdragen || contributions_of(c.outcome, 0, 0).empty())
        return {};
    Markup caption = c.words.say(texts::paid_caption,
                                 text(c.first_year()),
                                 text(c.study.bijdragen->sleutels[c.study.sleutel].naam));
    if (c.outcome.varianten.size() > most_drawn)
        caption += c.words.say(texts::paid_some, text(std::to_string(most_drawn)));
    Markup part = heading(3, c.words.say(texts::paid_heading), "gemeenten");
    part += figure({"bijdragen",
                    c.words.plain(texts::paid_title, c.first_year()),
                    caption,
                    svg(paid_chart(c)),
                    paid_table_of(c, 0, 1),
                    c.words.plain(texts::table_behind),
                    true});
    if (c.study.jaren > 1)
        part +=
            folded(c.words.plain(texts::paid_all),
                   paid_table_of(c, 1, c.study.jaren - 1, c.words.say(texts::paid_all_caption)));
    return part;
}

} // namespace ketenplan::runner::report
