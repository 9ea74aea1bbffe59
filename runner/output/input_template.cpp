#include "output/input_template.hpp"

#include "input/sheet_input.hpp"
#include "output/xlsx_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace ketenplan::runner {

namespace {

using finance::Grondslag;
using finance::in_euro;

/// A sheet with its columns; rows are filled by the name of the column.
class TemplateSheet {
public:
    TemplateSheet(XlsxFile& file, const SheetShape& shape)
        : sheet_(file.add(shape.name)), columns_(shape.columns) {
        for (std::size_t c = 0; c < columns_.size(); ++c)
            sheet_.text({0, static_cast<std::uint16_t>(c)}, columns_[c], CellStyle::heading);
        constexpr double wide = 18.0;
        sheet_.width(0, static_cast<std::uint16_t>(columns_.size() + 3), wide);
        sheet_.freeze({1, 0});
    }

    void add_column(const std::string& name) {
        sheet_.text({0, static_cast<std::uint16_t>(columns_.size())}, name, CellStyle::heading);
        columns_.push_back(name);
    }
    void begin_row() { ++row_; }
    void text(const std::string& column, const std::string& value) {
        if (!value.empty())
            sheet_.text(at(column), value, CellStyle::input_text);
    }
    void number(const std::string& column, double value, CellStyle style) {
        sheet_.number(at(column), value, style);
    }
    void origin(const ParameterRecord* record) {
        if (record == nullptr)
            return;
        if (record->low && record->high) {
            number("laag", *record->low, CellStyle::euro);
            number("hoog", *record->high, CellStyle::euro);
        }
        text("bron", record->source);
        text("aanname", record->assumption);
    }

private:
    [[nodiscard]] CellAt at(const std::string& column) const {
        const auto found = std::ranges::find(columns_, column);
        return {row_, static_cast<std::uint16_t>(found - columns_.begin())};
    }

    XlsxSheet& sheet_;
    std::vector<std::string> columns_;
    std::uint32_t row_ = 0;
};

const ParameterRecord* record_at(const BudgetStudy& study, const std::string& path) {
    const auto found = std::ranges::find(study.records, path, &ParameterRecord::path);
    return found == study.records.end() ? nullptr : &*found;
}

void salaries(const BudgetStudy& study, TemplateSheet sheet) {
    for (const Salarisschaal& scale : study.schalen) {
        for (std::size_t p = 0; p < scale.maandbedragen.size(); ++p) {
            sheet.begin_row();
            sheet.text("schaal", scale.key);
            sheet.number("periodiek", static_cast<double>(p + 1), CellStyle::whole);
            sheet.number("maandsalaris", scale.maandbedragen[p], CellStyle::input_euro);
            sheet.origin(
                record_at(study, fmt::format("salarissen.schalen.{}[{}]", scale.key, p + 1)));
        }
    }
}

/// Whether a line of [lasten] or [baten] has nothing that a row of a sheet cannot say.
bool fits_in_row(const Node& line) {
    const Node* per = line.find("per");
    return line.find("eenmalig") == nullptr && line.find("casuistiek") == nullptr &&
           line.find("sluitpost") == nullptr && (per == nullptr || per->kind == Node::Kind::text);
}

void lines(const BudgetStudy& study, TemplateSheet sheet) {
    for (const char* side : {"lasten", "baten"}) {
        const Node* table = study.root.find(side);
        for (const BudgetLine& line : study.varianten.front().regels) {
            const Node* node = table == nullptr ? nullptr : table->find(line.regel.key);
            if (node == nullptr || !line.pad.starts_with(std::string(side) + ".") ||
                !fits_in_row(*node))
                continue;
            const finance::Regel& r = line.regel;
            const bool share = r.grondslag == Grondslag::loonsom;
            sheet.begin_row();
            sheet.text("regel", r.key);
            sheet.text("kant", side);
            sheet.text("naam", r.naam);
            sheet.text("soort", std::string(finance::naam_van(r.soort)));
            sheet.number(share ? "aandeel" : "bedrag",
                         r.prijs.front(),
                         share ? CellStyle::input_percent : CellStyle::input_euro);
            sheet.text("per", node->find("per") == nullptr ? "jaar" : node->find("per")->text);
            if (!share)
                sheet.text("index", line.index.empty() ? "geen" : line.index);
            if (r.btw > 0.0)
                sheet.number("btw", r.btw, CellStyle::input_percent);
            for (const char* year : {"van", "tot"}) {
                if (const Node* given = node->find(year))
                    sheet.number(year, given->number, CellStyle::whole);
            }
            if (r.incidenteel)
                sheet.text("incidenteel", "ja");
            if (!share)
                sheet.origin(record_at(study, line.pad));
        }
    }
}

void earlier(const BudgetStudy& study, TemplateSheet sheet) {
    for (const EarlierYear& year : study.eerder) {
        for (const auto& [kind, cents] : year.bedragen) {
            sheet.begin_row();
            sheet.number("jaar", year.jaar, CellStyle::whole);
            sheet.text("kolom", year.soort);
            sheet.text("soort", kind);
            sheet.number("bedrag", in_euro(cents), CellStyle::input_euro);
            if (const auto* record =
                    record_at(study, fmt::format("eerder.{}.bedragen.{}", year.jaar, kind)))
                sheet.text("bron", record->source);
        }
    }
}

void people(const BudgetStudy& study, TemplateSheet sheet) {
    std::map<std::string, std::map<std::string, double>> figures; // per name, per gemeente
    if (study.bijdragen) {
        for (const ParameterRecord& r : study.bijdragen->records) {
            const std::string prefix = "cijfers.";
            const std::size_t dot = r.path.rfind('.');
            if (r.path.starts_with(prefix) && dot > prefix.size() && r.number)
                figures[r.path.substr(prefix.size(), dot - prefix.size())][r.path.substr(dot + 1)] =
                    *r.number;
        }
    }
    if (figures.empty())
        figures["mijn_cijfer"];
    for (const auto& [name, values] : figures)
        sheet.add_column(name);
    for (const auto& g : study.varianten.front().scenario.parameters.gemeenten) {
        sheet.begin_row();
        sheet.text("gemeente", g.key);
        for (const auto& [name, values] : figures) {
            const auto found = values.find(g.key);
            if (found != values.end())
                sheet.number(name, found->second, CellStyle::number);
        }
    }
}

} // namespace

std::string input_template(const BudgetStudy& study) {
    XlsxFile file("Invoer voor een begroting", made_in(study.jaar));
    const auto& shapes = input_sheets();
    salaries(study, {file, shapes[0]});
    lines(study, {file, shapes[1]});
    earlier(study, {file, shapes[2]});
    people(study, {file, shapes[3]});
    XlsxSheet& help = file.add("Uitleg");
    help.text({0, 0}, "Invoer voor ketenplan begroting", CellStyle::title);
    help.text(
        {1, 0},
        "Schrijf in de studie: invoer = \"dit bestand.xlsx\", en haal daar weg wat hier staat.");
    std::uint32_t row = 3;
    for (const SheetShape& shape : shapes)
        help.text({row++, 0}, shape.name + ": " + shape.meaning);
    help.text(
        {row, 0},
        "Regels met een maat uit de simulatie, of eenmalig bij de ingang, blijven in de studie.");
    return file.bytes();
}

} // namespace ketenplan::runner
