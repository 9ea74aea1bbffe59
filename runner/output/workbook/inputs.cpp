#include "output/workbook/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace ketenplan::runner::workbook {

namespace {

constexpr std::uint32_t first_input = 4;
constexpr std::uint16_t value_column = 1;
constexpr std::uint16_t original_column = 6;

/// A number that may be changed.
struct Input {
    std::string pad;
    std::string label;
    double value = 0.0;
    CellStyle style = CellStyle::input_euro;
    std::string name; ///< by which formulas may call it; empty for none
};

/// What may stand in a name of a cell.
std::string defined_name(const std::string& prefix, const std::string& text) {
    std::string name = prefix;
    for (const char c : text) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        name += plain ? c : '_';
    }
    return name;
}

/// "varianten.stichting.lasten.accountant.bedrag" -> "stichting_accountant".
std::string short_path(std::string pad) {
    for (const std::string part : {"varianten.", "lasten.", "baten.", "personeel."}) {
        for (std::size_t at = pad.find(part); at != std::string::npos; at = pad.find(part))
            pad.erase(at, part.size());
    }
    const std::size_t dot = pad.rfind('.');
    return dot == std::string::npos ? pad : pad.substr(0, dot);
}

const ParameterRecord* record_of(const BudgetStudy& study, const std::string& pad) {
    const auto own = std::ranges::find(study.records, pad, &ParameterRecord::path);
    if (own != study.records.end())
        return &*own;
    const auto& there = study.varianten.front().scenario.records;
    const auto other = std::ranges::find(there, pad, &ParameterRecord::path);
    return other == there.end() ? nullptr : &*other;
}

std::vector<Input> wages(const BudgetStudy& study) {
    std::vector<Input> inputs{{"salarissen.werkgeverslasten",
                               "Werkgeverslasten, deel van het salaris",
                               study.werkgeverslasten,
                               CellStyle::input_percent,
                               "werkgeverslasten"}};
    for (const Salarisschaal& scale : study.schalen) {
        for (std::size_t p = 0; p < scale.maandbedragen.size(); ++p)
            inputs.push_back({fmt::format("salarissen.schalen.{}[{}]", scale.key, p + 1),
                              fmt::format("Schaal {}, periodiek {}: per maand", scale.key, p + 1),
                              scale.maandbedragen[p],
                              CellStyle::input_euro,
                              ""});
    }
    return inputs;
}

std::vector<Input> rises(const BudgetStudy& study) {
    std::vector<Input> inputs;
    for (const auto& [name, list] : study.indices) {
        for (std::size_t k = 0; k < list.size(); ++k) {
            const std::int32_t year = study.prijspeil + 1 + static_cast<std::int32_t>(k);
            inputs.push_back({fmt::format("index.{}.{}", name, year),
                              fmt::format("Index {}, stijging in {}", name, year),
                              list[k],
                              CellStyle::input_percent,
                              defined_name("index_", fmt::format("{}_{}", name, year))});
        }
    }
    return inputs;
}

/// Whether the simulation counts euros for it, at the prices of the scenario.
bool is_spent_in_simulation(const BudgetLine& line) {
    return line.pad == "vrijwillig_traject.prijs" || line.pad == "nazorg.traject.prijs";
}

CellStyle style_of(const BudgetLine& line) {
    if (line.regel.grondslag == finance::Grondslag::loonsom)
        return CellStyle::input_percent;
    return is_spent_in_simulation(line) ? CellStyle::input_factor : CellStyle::input_euro;
}

/// The prices of lines that are given as one number, each once.
std::vector<Input> prices(const BudgetStudy& study) {
    std::vector<Input> inputs;
    std::set<std::string> seen;
    for (const BudgetVariant& variant : study.varianten) {
        for (const BudgetLine& line : variant.regels) {
            const finance::Regel& r = line.regel;
            if (line.loon || r.grondslag == finance::Grondslag::btw ||
                !seen.insert(line.pad).second)
                continue;
            inputs.push_back({line.pad,
                              is_spent_in_simulation(line)
                                  ? r.naam + ": maal wat de simulatie uitgeeft"
                                  : r.naam,
                              r.prijs.front(),
                              style_of(line),
                              defined_name("prijs_", short_path(line.pad))});
            if (r.grondslag == finance::Grondslag::subsidie)
                inputs.push_back({line.pad + ".cofinanciering",
                                  r.naam + ": cofinanciering",
                                  r.cofinanciering,
                                  CellStyle::input_percent,
                                  ""});
        }
    }
    return inputs;
}

/// The share of VAT that each form cannot recover.
std::vector<Input> taxes(const BudgetStudy& study) {
    std::vector<Input> inputs;
    for (const BudgetVariant& variant : study.varianten) {
        const std::string pad = "varianten." + variant.key + ".btw_last";
        const ParameterRecord* record = record_of(study, pad);
        if (record != nullptr)
            inputs.push_back({pad,
                              "BTW die blijft drukken: " + variant.naam,
                              record->number.value_or(0.0),
                              CellStyle::input_percent,
                              defined_name("btw_last_", variant.key)});
    }
    return inputs;
}

void write_input(Workbook& w, XlsxSheet& sheet, std::uint32_t row, const Input& input) {
    const CellAt at{row, value_column};
    sheet.text({row, 0}, input.label);
    sheet.number(at, input.value, input.style);
    sheet.number({row, original_column}, input.value, CellStyle::number);
    w.inputs[input.pad] = sheet.reference(at);
    if (!input.name.empty())
        w.file.define(input.name, sheet.reference(at));
    const ParameterRecord* record = record_of(w.study, input.pad);
    if (record == nullptr && input.pad.starts_with("index."))
        record = record_of(w.study, input.pad.substr(0, input.pad.rfind('.')) + ".alle");
    if (record == nullptr && input.pad.starts_with("salarissen.schalen."))
        record = record_of(w.study, input.pad.substr(0, input.pad.find('[')));
    if (record == nullptr)
        return;
    const CellStyle plain =
        input.style == CellStyle::input_percent ? CellStyle::percent : CellStyle::euro;
    if (record->low && record->high) {
        sheet.number({row, 2}, *record->low, plain);
        sheet.number({row, 3}, *record->high, plain);
    }
    sheet.text({row, 4}, record->source);
    sheet.text({row, 5}, record->assumption);
}

/// The product of the rises from prijspeil to each year, as formulas.
void write_factors(Workbook& w, XlsxSheet& sheet, std::uint32_t row) {
    sheet.text({row, 0},
               "Indexfactoren: prijzen van het prijspeil in euro's van het jaar",
               CellStyle::title);
    std::vector<std::string> names{"Index"};
    for (std::size_t y = 0; y < w.study.jaren; ++y)
        names.push_back(w.year(y));
    headings(sheet, {row + 1, 0}, names);
    row += 2;
    const auto before = static_cast<std::size_t>(w.study.jaar - w.study.prijspeil);
    for (const auto& [name, list] : w.study.indices) {
        sheet.text({row, 0}, name);
        for (std::size_t y = 0; y < w.study.jaren; ++y) {
            std::string product;
            for (std::size_t k = 0; k < before + y; ++k) {
                const std::int32_t year = w.study.prijspeil + 1 + static_cast<std::int32_t>(k);
                product += fmt::format("{}(1+{})",
                                       k == 0 ? "" : "*",
                                       w.inputs.at(fmt::format("index.{}.{}", name, year)));
            }
            const CellAt at{row, static_cast<std::uint16_t>(1 + y)};
            sheet.formula(at,
                          product.empty() ? "1" : product,
                          w.study.index_factor(name, y),
                          CellStyle::factor);
            w.factors[name].push_back(sheet.reference(at));
        }
        ++row;
    }
}

} // namespace

std::string same_amount(const std::string& one, const std::string& other) {
    return fmt::format(R"(IF(ABS({}-{})<0.005,"klopt","KLOPT NIET"))", one, other);
}

void headings(XlsxSheet& sheet, CellAt at, const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < names.size(); ++i)
        sheet.text(
            {at.row, static_cast<std::uint16_t>(at.column + i)}, names[i], CellStyle::heading);
}

void fill_inputs(Workbook& w, XlsxSheet& sheet) {
    sheet.text({0, 0}, "Invoer", CellStyle::title);
    sheet.text({1, 0},
               "Gele cellen mag u veranderen: alle bedragen in dit werkboek rekenen mee. Wat de "
               "simulatie gaf (hoeveelheden, percentielen) verandert niet mee.",
               CellStyle::note);
    headings(sheet,
             {first_input - 1, 0},
             {"Wat", "Waarde", "Laag", "Hoog", "Bron", "Aanname", "Bij de simulatie"});
    std::uint32_t row = first_input;
    for (const auto& group : {wages(w.study), rises(w.study), prices(w.study), taxes(w.study)}) {
        for (const Input& input : group)
            write_input(w, sheet, row++, input);
    }
    if (w.study.bijdragen) {
        std::vector<std::string> keys;
        for (const ContributionKey& k : w.study.bijdragen->sleutels)
            keys.push_back(k.key);
        sheet.text({row, 0}, "Verdeelsleutel van de bijdragen");
        sheet.text({row, value_column}, keys[w.study.sleutel], CellStyle::input_text);
        sheet.text({row, original_column}, keys[w.study.sleutel]);
        sheet.choose({row, value_column}, keys);
        w.key_cell = sheet.reference({row, value_column});
        w.file.define("sleutel", w.key_cell);
        ++row;
    }
    sheet.text({row, 0}, "Aantal veranderde cellen");
    const CellAt changed{row, value_column};
    sheet.formula(
        changed,
        fmt::format("SUMPRODUCT(--({}<>{}))",
                    range_name({first_input, value_column}, {row - 1, value_column}),
                    range_name({first_input, original_column}, {row - 1, original_column})),
        0.0,
        CellStyle::whole);
    w.changed_cell = sheet.reference(changed);
    w.file.define("aantal_gewijzigd", w.changed_cell);
    write_factors(w, sheet, row + 2);
    constexpr double wide = 46.0;
    constexpr double middle = 16.0;
    sheet.width(0, 0, wide);
    sheet.width(1, 3, middle);
    sheet.width(4, 5, wide);
    sheet.width(original_column, original_column, middle, true);
    sheet.freeze({first_input, 1});
    sheet.print(
        {row + 3 + static_cast<std::uint32_t>(w.study.indices.size()), 5}, true, first_input - 1);
}

} // namespace ketenplan::runner::workbook
