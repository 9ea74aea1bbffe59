// Spoils the cached values of a workbook, changes a cell, and compares two workbooks cell by cell:
// what a test of its formulas needs besides a program that calculates.
#include "input/sheets.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>
#include <zip.h>

namespace {

using ketenplan::runner::Cell;
using ketenplan::runner::read_sheets;

using Parts = std::map<std::string, std::string>;

struct CloseZip {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

Parts parts_of(const std::string& path) {
    int error = 0;
    const std::unique_ptr<zip_t, CloseZip> archive(zip_open(path.c_str(), ZIP_RDONLY, &error));
    if (!archive)
        throw std::runtime_error("cannot open " + path);
    Parts parts;
    const auto count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &stat);
        std::string bytes(stat.size, '\0');
        zip_file_t* file = zip_fopen_index(archive.get(), static_cast<zip_uint64_t>(i), 0);
        zip_fread(file, bytes.data(), stat.size);
        zip_fclose(file);
        parts[stat.name] = std::move(bytes);
    }
    return parts;
}

void write(const Parts& parts, const std::string& path) {
    int error = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const auto& [name, bytes] : parts) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE);
    }
    if (zip_close(archive) != 0)
        throw std::runtime_error("cannot write " + path);
}

void for_each_cell(std::string& xml, const std::function<void(pugi::xml_node)>& change) {
    pugi::xml_document document;
    document.load_buffer(xml.data(), xml.size());
    for (pugi::xml_node row : document.child("worksheet").child("sheetData").children("row")) {
        for (pugi::xml_node cell : row.children("c"))
            change(cell);
    }
    std::ostringstream out;
    document.save(out, "", pugi::format_raw);
    xml = out.str();
}

bool is_sheet(const std::string& name) {
    return name.starts_with("xl/worksheets/sheet");
}

/// Every formula gets a cached value that is wrong; returns how many.
std::size_t spoil(Parts& parts) {
    std::size_t formulas = 0;
    for (auto& [name, bytes] : parts) {
        if (!is_sheet(name))
            continue;
        for_each_cell(bytes, [&](pugi::xml_node cell) {
            if (!cell.child("f"))
                return;
            ++formulas;
            cell.child("v").text().set(
                std::strcmp(cell.attribute("t").value(), "str") == 0 ? "mis" : "-98765.4321");
        });
    }
    return formulas;
}

/// The part of the sheet with this name.
std::string part_of(const Parts& parts, const std::string& sheet) {
    pugi::xml_document book;
    book.load_string(parts.at("xl/workbook.xml").c_str());
    std::size_t number = 0;
    for (const pugi::xml_node node : book.child("workbook").child("sheets").children("sheet")) {
        ++number;
        if (node.attribute("name").value() == sheet)
            return fmt::format("xl/worksheets/sheet{}.xml", number);
    }
    throw std::runtime_error("no sheet " + sheet);
}

void set(Parts& parts,
         const std::string& sheet,
         const std::string& address,
         const std::string& to) {
    bool found = false;
    for_each_cell(parts.at(part_of(parts, sheet)), [&](pugi::xml_node cell) {
        if (cell.attribute("r").value() != address)
            return;
        found = true;
        const bool number = to.find_first_not_of("0123456789.-") == std::string::npos;
        cell.remove_attribute("t");
        if (!number)
            cell.append_attribute("t") = "str";
        if (!cell.child("v"))
            cell.append_child("v");
        cell.child("v").text().set(to.c_str());
    });
    if (!found)
        throw std::runtime_error("no cell " + address);
}

using Cells = std::map<std::string, Cell>;

Cells cells_of(const std::string& path) {
    ketenplan::runner::Diagnostics problems;
    const auto book = read_sheets(path, problems);
    if (!book)
        throw std::runtime_error(problems.text());
    Cells cells;
    for (const auto& sheet : book->sheets) {
        for (const auto& row : sheet.rows) {
            for (const Cell& cell : row.cells) {
                if (cell.kind != Cell::Kind::empty)
                    cells[fmt::format("{}!R{}C{}", sheet.name, row.number, cell.column)] = cell;
            }
        }
    }
    return cells;
}

std::string shown(const Cell& cell) {
    return cell.kind == Cell::Kind::number ? fmt::format("{:.17g}", cell.number) : cell.text;
}

bool same(const Cell& a, const Cell& b) {
    if (a.kind != b.kind)
        return false;
    if (a.kind != Cell::Kind::number)
        return a.text == b.text;
    // Amounts are rounded to cents by their formulas. What arithmetic leaves may differ: in
    // remainders of a cent, the last bits of the ten million cents that they are a remainder of.
    constexpr double arithmetic = 1e-7;
    constexpr double relative = 1e-12;
    return std::abs(a.number - b.number) <= std::fmax(arithmetic, relative * std::abs(a.number));
}

/// Prints every cell that differs, and returns how many do; cells with an error always do.
std::size_t compare(const std::string& left, const std::string& right) {
    const Cells a = cells_of(left);
    const Cells b = cells_of(right);
    std::size_t different = 0;
    for (const auto& [where, cell] : a) {
        const auto other = b.find(where);
        const bool fault = other != b.end() && other->second.kind == Cell::Kind::fault;
        if (other != b.end() && !fault && same(cell, other->second))
            continue;
        ++different;
        fmt::print("{}: {} / {}\n",
                   where,
                   shown(cell),
                   other == b.end() ? "(leeg)" : shown(other->second));
    }
    fmt::print("{} cellen vergeleken, {} verschillen\n", a.size(), different);
    return different;
}

int run(const std::vector<std::string>& words) {
    if (words.size() == 3 && words[0] == "spoil") {
        Parts parts = parts_of(words[1]);
        fmt::print("{} formules\n", spoil(parts));
        write(parts, words[2]);
        return 0;
    }
    if (words.size() == 6 && words[0] == "set") {
        Parts parts = parts_of(words[1]);
        set(parts, words[3], words[4], words[5]);
        write(parts, words[2]);
        return 0;
    }
    if (words.size() == 3 && words[0] == "compare")
        return compare(words[1], words[2]) == 0 ? 0 : 1;
    if (words.size() == 2 && words[0] == "list") {
        for (const auto& [where, cell] : cells_of(words[1]))
            fmt::print("{}\t{}\n", where, shown(cell));
        return 0;
    }
    fmt::print("workbook_tool spoil IN OUT | set IN OUT SHEET CELL VALUE | compare A B | list A\n");
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& problem) {
        fmt::print("{}\n", problem.what());
        return 2;
    }
}
