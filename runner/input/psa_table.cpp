#include "input/psa_table.hpp"

#include "input/csv_document.hpp"
#include "units/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace ketenplan::runner {

namespace {

constexpr FileLimit table_limit{256, "neem minder trekkingen of minder kolommen"};
constexpr std::size_t most_cells_named = 3; ///< of one column, in which something is wrong
constexpr std::size_t few_draws = 1000;

enum class Kind : std::uint8_t { number_of_draw, cost, effect, other };

struct Column {
    Kind kind = Kind::other;
    std::string name;    ///< of the strategy or the parameter
    std::string heading; ///< as in the file
    std::vector<double> values;
    std::size_t wrong = 0; ///< cells that hold no number
};

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

Column column_of(const std::string& heading, bool first) {
    static constexpr std::array prefixes{std::pair{"kosten_", Kind::cost},
                                         std::pair{"cost_", Kind::cost},
                                         std::pair{"effect_", Kind::effect}};
    const std::string name = lower(heading);
    if (first && (name == "trekking" || name == "replicatie" || name == "draw"))
        return {Kind::number_of_draw, heading, heading, {}};
    for (const auto& [prefix, kind] : prefixes) {
        const std::string_view text = prefix;
        if (name.starts_with(text))
            return {kind, heading.substr(text.size()), heading, {}};
    }
    return {Kind::other, heading, heading, {}};
}

bool looks_like_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789.,+-eE") == std::string_view::npos &&
           text.find_first_of("0123456789") != std::string_view::npos;
}

/// Dots between groups of three digits, before any comma: "1.234.567", "12.345,6".
bool groups_thousands(std::string_view text) {
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    text = text.substr(0, text.find(','));
    std::size_t group = text.find('.');
    if (group == 0 || group > 3 || text.front() == '0')
        return false;
    while (group < text.size()) {
        const std::size_t next = std::min(text.find('.', group + 1), text.size());
        if (next - group != 4)
            return false;
        group = next;
    }
    return true;
}

std::optional<double> plain_number(std::string text) {
    if (text.starts_with('+'))
        text.erase(0, 1);
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

class TableReader {
public:
    TableReader(const CsvDocument& document, std::string file, Diagnostics& diagnostics)
        : document_(document), file_(std::move(file)), diagnostics_(diagnostics) {
        comma_ = document_.separator == ';' && std::ranges::any_of(document_.rows, [&](auto& row) {
                     return &row != &document_.rows.front() &&
                            std::ranges::any_of(row, [](const CsvCell& cell) {
                                return cell.text.find(',') != std::string::npos &&
                                       looks_like_number(cell.text);
                            });
                 });
    }

    void read(PsaInput& input) {
        if (document_.rows.empty()) {
            diagnostics_.error(
                {file_, 0, 0}, "", "is leeg", "begin met een regel met de namen van de kolommen");
            return;
        }
        headings();
        for (std::size_t r = 1; r < document_.rows.size(); ++r)
            draw(document_.rows[r]);
        rest_of_cells();
        pairs();
        enough_draws();
        if (!diagnostics_.has_errors())
            hand_over(input);
    }

private:
    [[nodiscard]] Place place(const CsvCell& cell) const { return {file_, cell.line, cell.column}; }
    [[nodiscard]] const std::vector<CsvCell>& header() const { return document_.rows.front(); }

    void headings() {
        for (std::size_t c = 0; c < header().size(); ++c) {
            const CsvCell& cell = header()[c];
            Column column = column_of(cell.text, c == 0);
            if (column.name.empty())
                diagnostics_.error(place(cell),
                                   cell.text,
                                   cell.text.empty() ? "kolom zonder naam" : "noemt geen strategie",
                                   cell.text.empty() ? "geef elke kolom een naam"
                                                     : fmt::format("schrijf {}NAAM", cell.text));
            const auto same = [&](const Column& other) {
                return other.kind == column.kind && other.name == column.name;
            };
            if (!column.name.empty() && std::ranges::any_of(columns_, same))
                diagnostics_.error(place(cell),
                                   cell.text,
                                   "staat er al; elke kolom heeft een eigen naam",
                                   "haal een van beide weg of geef haar een andere naam");
            columns_.push_back(std::move(column));
        }
        // Text is no mistake in a column without any number.
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (columns_[c].kind == Kind::other)
                text_only_.push_back(document_.rows.size() > 1 && !has_number(c));
            else
                text_only_.push_back(false);
        }
    }

    [[nodiscard]] bool has_number(std::size_t c) const {
        return std::ranges::any_of(
            document_.rows.begin() + 1, document_.rows.end(), [&](const auto& row) {
                return c < row.size() && (row[c].text.empty() || looks_like_number(row[c].text));
            });
    }

    void draw(const std::vector<CsvCell>& row) {
        if (row.size() != columns_.size()) {
            diagnostics_.error(
                {file_, row.front().line, 1},
                "",
                fmt::format("heeft {} velden, maar de eerste regel noemt {} kolommen",
                            row.size(),
                            columns_.size()),
                fmt::format("scheid velden met \"{}\" en zet tekst met dat teken tussen "
                            "aanhalingstekens",
                            document_.separator));
            return;
        }
        ++draws_;
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (columns_[c].kind != Kind::number_of_draw && !text_only_[c])
                columns_[c].values.push_back(number(row[c], columns_[c]));
        }
    }

    double number(const CsvCell& cell, Column& column) {
        std::string text = cell.text;
        if (comma_ && text.find('.') != std::string::npos && groups_thousands(text) &&
            (text.find(',') != std::string::npos || std::ranges::count(text, '.') > 1))
            std::erase(text, '.');
        else if (comma_ && text.find('.') != std::string::npos)
            return wrong(cell,
                         column,
                         "heeft een punt, terwijl elders een komma het decimaalteken is",
                         "schrijf duizendtallen zonder punt en decimalen na een komma");
        if (comma_)
            std::ranges::replace(text, ',', '.');
        const auto value = plain_number(text);
        if (value)
            return *value;
        if (text.empty())
            return wrong(cell, column, "is leeg", "vul in elke trekking elke kolom in");
        if (document_.separator == ',' && text.find(',') != std::string::npos)
            return wrong(cell,
                         column,
                         fmt::format("is \"{}\"; een komma scheidt hier de kolommen", text),
                         "schrijf decimalen na een punt, of scheid de kolommen met \";\"");
        return wrong(cell,
                     column,
                     fmt::format("is \"{}\" en geen getal", cell.text),
                     "schrijf een getal zonder eenheid, zoals 1250.5");
    }

    double wrong(const CsvCell& cell, Column& column, std::string what, std::string how) {
        if (++column.wrong <= most_cells_named)
            diagnostics_.error(place(cell), column.heading, std::move(what), std::move(how));
        return 0.0;
    }

    /// Says of columns with many wrong cells how many there are, and no more.
    void rest_of_cells() {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (columns_[c].wrong > most_cells_named)
                diagnostics_.error(place(header()[c]),
                                   columns_[c].heading,
                                   fmt::format("heeft zo nog {} verkeerde velden",
                                               columns_[c].wrong - most_cells_named));
        }
    }

    [[nodiscard]] std::vector<std::string> names(Kind kind) const {
        std::vector<std::string> names;
        for (const Column& column : columns_) {
            if (column.kind == kind)
                names.push_back(column.name);
        }
        return names;
    }

    void needs_other_half(Kind kind, Kind other, std::string_view prefix) {
        const std::vector<std::string> there = names(other);
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const std::string& name = columns_[c].name;
            if (columns_[c].kind != kind || name.empty() ||
                std::ranges::find(there, name) != there.end())
                continue;
            const std::string guess = units::nearest(name, there);
            diagnostics_.error(place(header()[c]),
                               columns_[c].heading,
                               fmt::format("mist een kolom `{}{}`", prefix, name),
                               guess.empty() ? "elke strategie heeft kosten en een effect"
                                             : fmt::format("hoort `{}{}` hierbij? Schrijf de naam "
                                                           "dan gelijk",
                                                           prefix,
                                                           guess));
        }
    }

    void pairs() {
        needs_other_half(Kind::cost, Kind::effect, "effect_");
        needs_other_half(Kind::effect, Kind::cost, "kosten_");
        if (const std::size_t strategies = names(Kind::cost).size();
            strategies < 2 && names(Kind::effect).size() < 2)
            diagnostics_.error(place(header().front()),
                               "",
                               fmt::format("noemt {}, en kiezen kan pas tussen twee",
                                           strategies == 0 ? "geen strategie" : "één strategie"),
                               "noem de kolommen kosten_NAAM en effect_NAAM, voor elke strategie");
    }

    void enough_draws() {
        if (draws_ < fewest_draws && draws_ + 1 == document_.rows.size())
            diagnostics_.error(
                {file_, 0, 0},
                "",
                fmt::format("heeft {} trekkingen; met minder dan {} is er niets over zekerheid te "
                            "zeggen",
                            draws_,
                            fewest_draws),
                "neem er duizend of meer");
    }

    /// "12.345" in every cell: a decimal point to a computer, thousands to a Dutch reader.
    [[nodiscard]] bool may_be_thousands(std::size_t c) const {
        if (document_.separator != ';' || comma_)
            return false;
        bool dots = false;
        for (std::size_t r = 1; r < document_.rows.size(); ++r) {
            const std::string& text = document_.rows[r][c].text;
            const bool dot = text.find('.') != std::string::npos;
            if (dot && !groups_thousands(text))
                return false;
            dots = dots || dot;
        }
        return dots;
    }

    void warn(PsaInput& input) {
        if (draws_ < few_draws)
            input.warnings.push_back(
                fmt::format("{} trekkingen zijn weinig: de marges zijn ruim, en onder de {} worden "
                            "kansen en waarden grof.",
                            draws_,
                            few_draws));
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const Column& column = columns_[c];
            if (text_only_[c])
                input.warnings.push_back(
                    fmt::format("Kolom `{}` bevat tekst en telt niet mee.", column.heading));
            else if (column.kind == Kind::other &&
                     std::ranges::min(column.values) == std::ranges::max(column.values))
                input.warnings.push_back(
                    fmt::format("Parameter `{}` is in elke trekking hetzelfde: hem beter te leren "
                                "kennen is hier niets waard.",
                                column.heading));
            if (column.kind != Kind::number_of_draw && !text_only_[c] && may_be_thousands(c))
                input.warnings.push_back(
                    fmt::format("Alle getallen van kolom `{}` hebben drie cijfers na een punt; "
                                "gelezen als decimalen, niet als duizendtallen.",
                                column.heading));
        }
    }

    void hand_over(PsaInput& input) {
        warn(input);
        for (Column& column : columns_) {
            if (column.kind != Kind::cost)
                continue;
            input.table.strategies.push_back(column.name);
            input.table.costs.push_back(std::move(column.values));
            const auto effect = std::ranges::find_if(columns_, [&](const Column& other) {
                return other.kind == Kind::effect && other.name == column.name;
            });
            input.table.effects.push_back(std::move(effect->values));
        }
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (columns_[c].kind != Kind::other || text_only_[c])
                continue;
            input.table.parameters.push_back(columns_[c].name);
            input.table.values.push_back(std::move(columns_[c].values));
        }
    }

    const CsvDocument& document_;
    std::string file_;
    Diagnostics& diagnostics_;
    bool comma_ = false; ///< is the decimal mark
    std::vector<Column> columns_;
    std::vector<bool> text_only_; ///< per column
    std::size_t draws_ = 0;
};

} // namespace

PsaInput read_psa_table(std::string_view bytes, const std::string& path, Diagnostics& diagnostics) {
    PsaInput input{{}, {path, hash_of(bytes)}, {}};
    const CsvDocument document = parse_csv(bytes, path, diagnostics);
    TableReader(document, path, diagnostics).read(input);
    diagnostics.sort_by_place();
    return input;
}

PsaInput read_psa_table(const std::string& path) {
    Diagnostics diagnostics;
    PsaInput input;
    if (const auto bytes = read_file(path, diagnostics, table_limit))
        input = read_psa_table(*bytes, path, diagnostics);
    if (diagnostics.has_errors())
        throw InputError(fmt::format("{}{} {} in {}.",
                                     diagnostics.text(),
                                     diagnostics.errors(),
                                     diagnostics.errors() == 1 ? "fout" : "fouten",
                                     path));
    return input;
}

} // namespace ketenplan::runner
