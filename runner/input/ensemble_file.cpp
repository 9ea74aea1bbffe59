#include "input/ensemble_file.hpp"

#include "declarations/declared.hpp"
#include "input/study_document.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace ketenplan::runner {

namespace {

using Fields = std::vector<std::string>;

/// One line of a table, at its separators; a field between quotes may hold them.
Fields fields_of(std::string_view line, char separator) {
    Fields fields{""};
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            fields.back() += line[i++];
        else if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == separator && !quoted)
            fields.emplace_back();
        else
            fields.back() += line[i];
    }
    return fields;
}

class EnsembleReader {
public:
    explicit EnsembleReader(std::string path) : path_(std::move(path)) {}

    std::vector<EnsembleMember> read() {
        Diagnostics problems;
        const auto bytes = read_file(path_, problems);
        if (!bytes)
            throw InputError(problems.text());
        split(*bytes);
        const std::size_t lid = column(ensemble_columns::lid);
        const std::size_t round = column(ensemble_columns::ronde);
        const std::size_t rounds = column(ensemble_columns::rondes);
        const std::size_t state = column(ensemble_columns::toestand);
        find_parameters(column(ensemble_columns::misfit) + 1);
        double last = 0.0;
        for (line_ = 0; line_ < rows_.size(); ++line_)
            last = std::max(last, number(round));
        std::vector<EnsembleMember> members;
        for (line_ = 0; line_ < rows_.size(); ++line_) {
            if (number(round) != last || rows_[line_][state] != ensemble_columns::meegeteld)
                continue;
            if (last < number(rounds))
                fail(fmt::format("is de stand na ronde {} van {}: de kalibratie is niet afgemaakt",
                                 last,
                                 number(rounds)),
                     "laat `ketenplan kalibreer` uitrekenen");
            members.push_back({static_cast<std::size_t>(number(lid)), changes()});
        }
        if (members.empty())
            fail("heeft geen leden die meetellen", "laat `ketenplan kalibreer` het maken");
        return members;
    }

private:
    struct Parameter {
        std::size_t column = 0;
        std::string path;
        units::Dimension dimension = units::Dimension::count;
    };

    [[noreturn]] void fail(const std::string& what, const std::string& suggestion) const {
        throw InputError(fmt::format("{}: {}\n    -> {}", path_, what, suggestion));
    }

    void split(std::string_view bytes) {
        constexpr std::string_view mark = "\xef\xbb\xbf";
        const bool dutch = bytes.starts_with(mark);
        if (dutch)
            bytes.remove_prefix(mark.size());
        comma_ = dutch;
        while (!bytes.empty()) {
            const std::size_t end = std::min(bytes.find('\n'), bytes.size());
            std::string_view line = bytes.substr(0, end);
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            if (header_.empty())
                header_ = fields_of(line, dutch ? ';' : ',');
            else if (!line.empty())
                rows_.push_back(fields_of(line, dutch ? ';' : ','));
            bytes.remove_prefix(std::min(end + 1, bytes.size()));
        }
        for (line_ = 0; line_ < rows_.size(); ++line_) {
            if (rows_[line_].size() != header_.size())
                fail(fmt::format("regel {} heeft {} velden, de kop {}",
                                 line_ + 2,
                                 rows_[line_].size(),
                                 header_.size()),
                     "laat het bestand zoals `ketenplan kalibreer` het schreef");
        }
    }

    [[nodiscard]] std::size_t column(std::string_view name) const {
        const auto found = std::ranges::find(header_, name);
        if (found == header_.end())
            fail(fmt::format("mist de kolom \"{}\"", name),
                 "geef het ensemble.csv dat `ketenplan kalibreer` schrijft");
        return static_cast<std::size_t>(found - header_.begin());
    }

    void find_parameters(std::size_t from) {
        for (std::size_t c = from; c < header_.size(); ++c) {
            const auto dimension = dimension_of(header_[c]);
            if (!dimension)
                fail(fmt::format("heeft een kolom \"{}\", maar dat is geen getal van een scenario",
                                 header_[c]),
                     "zie `ketenplan parameters`");
            parameters_.push_back({c, header_[c], *dimension});
        }
    }

    [[nodiscard]] double number(std::size_t column) const {
        std::string text = rows_[line_][column];
        if (comma_)
            std::ranges::replace(text, ',', '.');
        double value = 0.0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
            fail(fmt::format("regel {}, kolom {}: \"{}\" is geen getal",
                             line_ + 2,
                             header_[column],
                             rows_[line_][column]),
                 "laat het bestand zoals `ketenplan kalibreer` het schreef");
        return value;
    }

    [[nodiscard]] std::vector<ParameterChange> changes() const {
        std::vector<ParameterChange> changes;
        for (const Parameter& p : parameters_)
            changes.push_back({p.path, change_text(number(p.column), p.dimension)});
        return changes;
    }

    std::string path_;
    bool comma_ = false;
    Fields header_;
    std::vector<Fields> rows_;
    std::vector<Parameter> parameters_;
    std::size_t line_ = 0; ///< of rows_
};

} // namespace

std::string change_text(double value, units::Dimension dimension) {
    std::string number = units::number_text(value, ',');
    if (const std::size_t mark = number.find('e'); mark != std::string::npos) {
        int exponent = 0;
        const bool negative = number[mark + 1] == '-';
        std::from_chars(number.data() + mark + 2, number.data() + number.size(), exponent);
        const int decimals =
            std::max(0, units::table_digits - 1 + (negative ? exponent : -exponent));
        number = fmt::format("{:.{}f}", value, decimals);
        std::ranges::replace(number, '.', ',');
    }
    const std::string_view unit = units::native_unit(dimension);
    return unit.empty() ? number : fmt::format("{} {}", number, unit);
}

ScenarioTree with_changes(const ScenarioTree& basis,
                          std::span<const ParameterChange> changes,
                          const Place& place) {
    ScenarioTree tree = basis;
    for (const ParameterChange& change : changes) {
        Node value;
        value.kind = Node::Kind::text;
        value.text = change.value;
        value.place = place;
        lay_over(tree.root, change_of(change.path, std::move(value)));
    }
    return tree;
}

std::vector<EnsembleMember> read_ensemble(const std::string& path) {
    return EnsembleReader(path).read();
}

} // namespace ketenplan::runner
