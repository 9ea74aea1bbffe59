#include "input/sheets.hpp"

#include "input/csv_document.hpp"
#include "input/utf8.hpp"
#include "input/xlsx_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace ketenplan::runner {

namespace {

constexpr FileLimit workbook_limit{8, "zet de bladen die nodig zijn in een eigen werkmap"};
constexpr std::size_t most_csv_cells = 1'000'000;

/// Bytes of one blank at the front; 0 when there is none.
std::size_t blank_length(std::string_view text) {
    // Excel puts spaces that do not break into amounts.
    constexpr std::array<std::string_view, 6> blanks{
        " ", "\t", "\r", "\n", "\xc2\xa0", "\xe2\x80\xaf"};
    const auto* const found = std::ranges::find_if(
        blanks, [&](std::string_view blank) { return text.starts_with(blank); });
    return found == blanks.end() ? 0 : found->size();
}

Sheet csv_sheet(const std::string& bytes, const std::string& path, Diagnostics& diagnostics) {
    Sheet sheet{path, std::filesystem::path(path).stem().string(), false, {}};
    const CsvDocument document = parse_csv(bytes, path, diagnostics);
    std::size_t count = 0;
    for (const std::vector<CsvCell>& row : document.rows) {
        count += row.size();
        SheetRow cells{row.front().line, {}};
        for (const CsvCell& from : row) {
            Cell cell;
            cell.column = static_cast<std::uint32_t>(cells.cells.size()) + 1;
            cell.character = from.column;
            cell.text = without_edges(from.text);
            cell.kind = cell.text.empty() ? Cell::Kind::empty : Cell::Kind::text;
            cells.cells.push_back(std::move(cell));
        }
        sheet.rows.push_back(std::move(cells));
    }
    if (count > most_csv_cells)
        diagnostics.error(
            {path, 0, 0}, "", fmt::format("heeft meer dan {} velden", most_csv_cells));
    return sheet;
}

std::string lower_extension(const std::string& path) {
    return folded(std::filesystem::path(path).extension().string());
}

/// What to say of a file that is of another kind than its name says; empty when it seems right.
std::string_view other_kind(std::string_view bytes, bool csv) {
    const bool zipped = bytes.starts_with("PK");
    if (csv && (zipped || bytes.starts_with("\xd0\xcf\x11\xe0")))
        return "is geen CSV-bestand maar een werkmap";
    if (csv && (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")))
        return "is een tekst in UTF-16";
    if (!csv && bytes.empty())
        return "is leeg";
    return "";
}

} // namespace

std::string_view without_edges(std::string_view text) {
    while (const std::size_t length = blank_length(text))
        text.remove_prefix(length);
    // From the back: a blank is there when what follows some earlier byte is one blank.
    for (bool trimming = true; trimming;) {
        trimming = false;
        for (std::size_t length = 1; length <= std::min<std::size_t>(3, text.size()); ++length) {
            if (blank_length(text.substr(text.size() - length)) == length) {
                text.remove_suffix(length);
                trimming = true;
                break;
            }
        }
    }
    return text;
}

std::string folded(std::string_view name) {
    std::string text;
    name = without_edges(name);
    while (!name.empty()) {
        if (const std::size_t length = blank_length(name)) {
            if (text.back() != ' ')
                text += ' ';
            name.remove_prefix(length);
            continue;
        }
        const char c = name.front();
        text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        name.remove_prefix(1);
    }
    return text;
}

std::string excerpt(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::string_view rest = text;
    for (std::size_t count = 0; count < longest && !rest.empty(); ++count)
        rest.remove_prefix(std::max<std::size_t>(decode_utf8(rest).length, 1));
    if (rest.empty())
        return std::string(text);
    return std::string(text.substr(0, text.size() - rest.size())) + "…";
}

const Cell* SheetRow::at(std::uint32_t column) const {
    const auto found = std::ranges::lower_bound(cells, column, {}, &Cell::column);
    return found == cells.end() || found->column != column ? nullptr : &*found;
}

bool SheetRow::is_blank() const {
    return std::ranges::all_of(cells,
                               [](const Cell& cell) { return cell.kind == Cell::Kind::empty; });
}

Place Sheet::place() const {
    return {file, 0, 0, in_workbook ? name : ""};
}

Place Sheet::place(const SheetRow& row, std::uint32_t column) const {
    if (in_workbook)
        return {file, row.number, column, name};
    const Cell* const cell = row.at(column);
    return {file, row.number, cell == nullptr ? 1 : cell->character};
}

bool Workbook::has_sheet(std::string_view name) const {
    return std::ranges::any_of(sheets, [&](const Sheet& sheet) {
        return !sheet.in_workbook || folded(sheet.name) == folded(name);
    });
}

const Sheet* Workbook::sheet(std::string_view name, Diagnostics& diagnostics) const {
    std::vector<std::string> names;
    for (const Sheet& sheet : sheets) {
        if (!sheet.in_workbook || folded(sheet.name) == folded(name))
            return &sheet;
        names.push_back(sheet.name);
    }
    diagnostics.error({file.path, 0, 0},
                      "",
                      fmt::format("heeft geen blad \"{}\"", name),
                      fmt::format("geef een blad die naam; er zijn: {}", fmt::join(names, ", ")));
    return nullptr;
}

std::optional<Workbook> read_sheets(const std::string& path, Diagnostics& diagnostics) {
    const auto fail = [&](std::string_view what, std::string how) {
        diagnostics.error({path, 0, 0}, "", std::string(what), std::move(how));
        return std::nullopt;
    };
    const std::string extension = lower_extension(path);
    const bool csv = extension == ".csv";
    if (!csv && extension != ".xlsx" && extension != ".xlsm")
        return fail(extension.empty() ? "heeft geen extensie"
                                      : fmt::format("is een bestand van de soort {}", extension),
                    "open het in Excel of LibreOffice en sla het op als .xlsx of als CSV (UTF-8)");
    const auto bytes = read_file(path, diagnostics, workbook_limit);
    if (!bytes)
        return std::nullopt;
    if (const std::string_view other = other_kind(*bytes, csv); !other.empty())
        return fail(other,
                    csv ? "geef het de naam die erbij hoort, of sla het op als \"CSV UTF-8\""
                        : "open het in Excel of LibreOffice en sla het op als .xlsx");
    Workbook workbook{{path, hash_of(*bytes)}, {}};
    if (csv) {
        const std::size_t errors = diagnostics.errors();
        workbook.sheets.push_back(csv_sheet(*bytes, path, diagnostics));
        return diagnostics.errors() > errors ? std::nullopt : std::optional(std::move(workbook));
    }
    auto sheets = read_xlsx(*bytes, path, diagnostics);
    if (!sheets)
        return std::nullopt;
    workbook.sheets = std::move(*sheets);
    return workbook;
}

} // namespace ketenplan::runner
