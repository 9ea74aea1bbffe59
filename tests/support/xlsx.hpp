#pragma once

#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>
#include <zip.h>

namespace ketenplan::tests {

/// The parts of a workbook, by name.
using Parts = std::map<std::string, std::string>;

inline void add_part(zip_t* archive, const std::string& name, const std::string& text) {
    zip_source_t* const source = zip_source_buffer(archive, text.data(), text.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0)
        throw std::runtime_error("no part " + name);
    // Always the same bytes, whatever the clock says.
    zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), 1'600'000'000, 0);
}

/// A zip file of these parts, in memory.
inline std::string zipped(const Parts& parts, const char* password = nullptr) {
    zip_source_t* const source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(source);
    zip_t* const archive = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
    for (const auto& [name, text] : parts)
        add_part(archive, name, text);
    if (password != nullptr) {
        for (zip_uint64_t i = 0; i < parts.size(); ++i)
            zip_file_set_encryption(archive, i, ZIP_EM_AES_256, password);
    }
    if (zip_close(archive) != 0)
        throw std::runtime_error("no zip");
    zip_stat_t stat;
    zip_source_stat(source, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(source);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

constexpr const char* main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* office_relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

inline std::string relation(const std::string& id, const std::string& type, const std::string& to) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + office_relations + "/" + type +
           "\" Target=\"" + to + "\"/>";
}

inline std::string relations(const std::string& items) {
    return "<Relationships "
           "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
           items + "</Relationships>";
}

/// A sheet of these rows ("<row>...</row>").
inline std::string worksheet(const std::string& rows) {
    return std::string("<worksheet xmlns=\"") + main_space + "\"><sheetData>" + rows +
           "</sheetData></worksheet>";
}

/// A workbook of sheets (name, rows), the first in the part of the highest number. `strings` are
/// <si> elements, `styles` what a <styleSheet> holds, `options` what comes before the sheets.
inline Parts workbook_parts(const std::vector<std::pair<std::string, std::string>>& sheets,
                            const std::string& strings = "",
                            const std::string& styles = "",
                            const std::string& options = "") {
    Parts parts;
    std::string list;
    std::string related = relation("rId90", "sharedStrings", "sharedStrings.xml") +
                          relation("rId91", "styles", "/xl/styles.xml");
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string id = "rId" + std::to_string(i + 1);
        const std::string part = "worksheets/sheet" + std::to_string(sheets.size() - i) + ".xml";
        list += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + std::to_string(i + 7) +
                "\" r:id=\"" + id + "\"/>";
        related += relation(id, "worksheet", part);
        parts["xl/" + part] = worksheet(sheets[i].second);
    }
    parts["_rels/.rels"] = relations(relation("rId1", "officeDocument", "xl/workbook.xml"));
    parts["xl/workbook.xml"] = std::string("<workbook xmlns=\"") + main_space + "\" xmlns:r=\"" +
                               office_relations + "\">" + options + "<sheets>" + list +
                               "</sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"] = relations(related);
    parts["xl/sharedStrings.xml"] =
        std::string("<sst xmlns=\"") + main_space + "\">" + strings + "</sst>";
    parts["xl/styles.xml"] =
        std::string("<styleSheet xmlns=\"") + main_space + "\">" + styles + "</styleSheet>";
    return parts;
}

} // namespace ketenplan::tests
