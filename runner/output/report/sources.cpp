#include "output/report/context.hpp"
#include "output/report/limits.hpp"
#include "output/report/texts.hpp"
#include "units/number_text.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>

namespace ketenplan::runner::report {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

std::string file_text(const InputFile& file) {
    return fmt::format(
        "{} ({:016x})", std::filesystem::path(file.path).filename().string(), file.hash);
}

/// Words of the study stay in Dutch, and are read aloud so.
Cell study_words(const std::string& what) {
    return cell(Markup::trusted("<span lang=\"nl\">" + escaped(what) + "</span>"));
}

Row record_row(const Context& c, const ParameterRecord& r) {
    const auto number = [&](std::string_view column, const std::optional<double>& value) {
        if (!value)
            return number_cell("");
        const char decimal = c.words.english() ? '.' : ',';
        return number_cell(figure(
            {"aannames.csv", {r.path}, column}, *value, units::number_text(*value, decimal)));
    };
    return {{cell(r.path),
             number("waarde", r.number.value_or(unknown)),
             number("laag", r.low),
             number("hoog", r.high),
             study_words(r.source),
             study_words(r.assumption)}};
}

std::string rerun_command(const Context& c) {
    return fmt::format("ketenplan begroting {} --replicaties {} --trekkingen {} --zaad {}{}",
                       std::filesystem::path(c.study.file.path).filename().string(),
                       c.outcome.replicaties,
                       c.outcome.trekkingen.size(),
                       c.study.zaad,
                       c.words.english() ? " --taal en" : "");
}

} // namespace

Markup sources_section(const Context& c) {
    const auto count = [&](const auto& has) {
        return text(std::to_string(std::ranges::count_if(c.study.records, has)));
    };
    Markup made = heading(2, c.words.say(texts::sources), "bronnen");
    made += paragraph(c.words.say(
        texts::origin,
        text(std::to_string(c.study.records.size())),
        count([](const ParameterRecord& r) { return !r.source.empty(); }),
        count([](const ParameterRecord& r) { return !r.assumption.empty(); }),
        count([](const ParameterRecord& r) { return r.low && r.high && *r.low < *r.high; })));
    made += paragraph(c.words.say(texts::origin_own));
    return made;
}

Markup limits_section(const Context& c) {
    std::vector<Markup> items;
    for (const Phrase& limit : limits)
        items.push_back(c.words.say(limit));
    Markup made = heading(2, c.words.say(texts::left_out), "weggelaten");
    made += list(items);
    return made;
}

Markup rerun_section(const Context& c) {
    TableText made;
    made.caption = c.words.say(texts::facts_caption);
    made.label = c.words.plain(texts::rerun);
    made.header = {c.words.plain(texts::fact), c.words.plain(texts::value)};
    for (const auto& [label, value] : c.facts)
        made.rows.push_back({{cell(label), cell(value)}});
    made.rows.push_back({{cell(c.words.plain(texts::study_file)), cell(file_text(c.study.file))}});
    if (c.study.bijdragen)
        made.rows.push_back(
            {{cell(c.words.plain(texts::key_file)), cell(file_text(c.study.bijdragen->file))}});
    Markup part = heading(2, c.words.say(texts::rerun), "narekenen");
    part += paragraph(c.words.say(texts::rerun_text));
    part += Markup::trusted(
        fmt::format("<pre tabindex=\"0\"><code>{}</code></pre>\n", escaped(rerun_command(c))));
    part += table(made);
    part += paragraph(c.words.say(texts::rerun_files));
    return part;
}

Markup appendix_section(const Context& c) {
    TableText made;
    made.label = c.words.plain(texts::appendix);
    for (const Phrase* phrase : {&texts::number,
                                 &texts::value,
                                 &texts::low,
                                 &texts::high,
                                 &texts::source,
                                 &texts::assumption})
        made.header.push_back(c.words.plain(*phrase));
    for (const ParameterRecord& r : c.study.records)
        made.rows.push_back(record_row(c, r));
    Markup part = heading(2, c.words.say(texts::appendix), "bijlage");
    part += folded(c.words.plain(texts::all_numbers, std::to_string(c.study.records.size())),
                   table(made));
    return part;
}

} // namespace ketenplan::runner::report
