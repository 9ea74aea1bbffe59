#include "input/xlsx_file.hpp"

#include "input/xlsx_sheet.hpp"
#include "input/xlsx_xml.hpp"
#include "input/zip_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace ketenplan::runner {

namespace {

constexpr std::size_t most_sheets = 1000;

/// How one part of a workbook names another.
struct Relation {
    std::string id;
    std::string type; ///< the last word of its address: "worksheet", "styles"
    std::string part; ///< name in the zip file; empty for what is elsewhere
};

/// "xl/worksheets/sheet1.xml" for "worksheets/sheet1.xml" in "xl/workbook.xml".
std::string resolved(const std::string& from, const std::string& target) {
    if (target.starts_with('/'))
        return target.substr(1);
    const auto folder = std::filesystem::path(from).parent_path();
    return (folder / target).lexically_normal().generic_string();
}

class XlsxReader {
public:
    XlsxReader(const std::string& bytes, std::string path)
        : parts_(bytes), path_(std::move(path)) {}

    std::vector<Sheet> read() {
        refuse_other_kinds();
        const std::string workbook = workbook_part();
        relations_ = relations_of(workbook);
        pugi::xml_document document;
        load_xml(document, parts_.unpack(workbook), workbook);
        const pugi::xml_node root = xml_child(document, "workbook");
        const std::string_view from_1904 =
            xml_child(root, "workbookPr").attribute("date1904").value();
        if (from_1904 == "1" || from_1904 == "true")
            context_.dates = DateSystem::from_1904;
        recalculates_ = xml_child(root, "calcPr").attribute("fullCalcOnLoad").as_bool();
        read_strings();
        read_styles();
        return read_listed(xml_child(root, "sheets"));
    }

    /// Whether there are values that the workbook itself says are to be computed anew.
    [[nodiscard]] bool may_be_stale() const { return recalculates_ && context_.calculated > 0; }

private:
    void refuse_other_kinds() {
        const std::string how = "open het in Excel of LibreOffice en sla het op als .xlsx";
        if (parts_.has("xl/workbook.bin"))
            throw WorkbookError{"is een binaire werkmap (.xlsb), die hier niet te lezen is", how};
        if (parts_.has("content.xml") && parts_.has("mimetype"))
            throw WorkbookError{"is een bestand van LibreOffice (.ods), dat hier niet te lezen is",
                                how};
        if (parts_.has("word/document.xml"))
            throw WorkbookError{"is een document van Word en geen werkmap", ""};
    }

    std::string workbook_part() {
        for (const Relation& relation : relations_of("")) {
            if (relation.type == "officeDocument")
                return relation.part;
        }
        throw WorkbookError{"is geen Excel-werkmap: nergens staat waar de bladen zijn"};
    }

    std::vector<Relation> relations_of(const std::string& part) {
        const std::filesystem::path path(part);
        const std::string name =
            (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
        pugi::xml_document document;
        load_xml(document, parts_.unpack(name), name);
        std::vector<Relation> relations;
        for (const pugi::xml_node& node : xml_child(document, "Relationships").children()) {
            const std::string type = node.attribute("Type").value();
            const std::string_view mode = node.attribute("TargetMode").value();
            const std::string target = xml_shown(node.attribute("Target").value());
            relations.push_back({node.attribute("Id").value(),
                                 type.substr(type.rfind('/') + 1),
                                 mode == "External" ? "" : resolved(part, target)});
        }
        return relations;
    }

    /// The XML of the first part of a type; nothing when the workbook has none.
    bool load_related(pugi::xml_document& document, std::string_view type) {
        const auto found = std::ranges::find(relations_, type, &Relation::type);
        if (found == relations_.end())
            return false;
        load_xml(document, parts_.unpack(found->part), found->part);
        return true;
    }

    void read_strings() {
        pugi::xml_document document;
        if (!load_related(document, "sharedStrings"))
            return;
        for (const pugi::xml_node& item : xml_child(document, "sst").children()) {
            if (local_name(item.name()) == "si")
                context_.strings.push_back(rich_text(item));
        }
    }

    void read_styles() {
        pugi::xml_document document;
        if (!load_related(document, "styles"))
            return;
        const pugi::xml_node sheet = xml_child(document, "styleSheet");
        std::map<unsigned, NumberFormat> own;
        for (const pugi::xml_node& format : xml_child(sheet, "numFmts").children())
            own.insert_or_assign(format.attribute("numFmtId").as_uint(),
                                 format_of(format.attribute("formatCode").value()));
        for (const pugi::xml_node& style : xml_child(sheet, "cellXfs").children()) {
            const unsigned id = style.attribute("numFmtId").as_uint();
            const auto found = own.find(id);
            context_.formats.push_back(found == own.end() ? builtin_format(id) : found->second);
        }
    }

    /// Hidden sheets too: who asks for a sheet by name means it, and prices are often hidden.
    std::vector<Sheet> read_listed(const pugi::xml_node& list) {
        std::vector<Sheet> sheets;
        for (const pugi::xml_node& node : list.children()) {
            if (local_name(node.name()) != "sheet")
                continue;
            Sheet sheet{path_, xml_shown(node.attribute("name").value()), true, {}};
            const Relation& relation = relation_of(node, sheet.name);
            if (relation.type != "worksheet") // a chart on a tab of its own, a macro
                continue;
            if (sheets.size() == most_sheets)
                throw WorkbookError{fmt::format("heeft meer dan {} bladen", most_sheets),
                                    "zet de bladen die nodig zijn in een eigen werkmap"};
            read_xlsx_sheet(parts_.unpack(relation.part), context_, sheet);
            sheets.push_back(std::move(sheet));
        }
        if (sheets.empty())
            throw WorkbookError{"heeft geen werkbladen"};
        return sheets;
    }

    [[nodiscard]] const Relation& relation_of(const pugi::xml_node& node,
                                              const std::string& name) const {
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            const std::string_view full = attribute.name();
            if (local_name(attribute.name()) != "id" || full == "id")
                continue;
            const auto found = std::ranges::find(relations_, attribute.value(), &Relation::id);
            if (found != relations_.end() && !found->part.empty())
                return *found;
        }
        throw WorkbookError{.what = "is beschadigd: de inhoud van dit blad ontbreekt",
                            .sheet = name};
    }

    ZipParts parts_;
    std::string path_;
    std::vector<Relation> relations_; ///< of the workbook
    XlsxContext context_;
    bool recalculates_ = false; ///< whoever opens it is to work out all formulas anew
};

bool is_compound_file(std::string_view bytes) {
    return bytes.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
}

void warn_of_stale(const std::string& path, Diagnostics& diagnostics) {
    diagnostics.add(
        {{path, 0, 0},
         {parameters::Severity::warning,
          "",
          "heeft formules waarvan de uitkomsten verouderd kunnen zijn",
          "open het in Excel of LibreOffice en sla het daar op: dan zijn ze berekend"}});
}

} // namespace

std::optional<std::vector<Sheet>>
read_xlsx(const std::string& bytes, const std::string& path, Diagnostics& diagnostics) {
    try {
        if (is_compound_file(bytes))
            throw WorkbookError{"is met een wachtwoord beveiligd, of een oude werkmap (.xls)",
                                "haal het wachtwoord eraf en sla het op als .xlsx"};
        XlsxReader reader(bytes, path);
        auto sheets = reader.read();
        if (reader.may_be_stale())
            warn_of_stale(path, diagnostics);
        return sheets;
    } catch (const WorkbookError& error) {
        diagnostics.error({path, error.row, error.column, error.sheet}, "", error.what, error.how);
        return std::nullopt;
    }
}

} // namespace ketenplan::runner
