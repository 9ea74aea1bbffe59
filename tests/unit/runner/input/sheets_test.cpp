#include "input/quantity_text.hpp"
#include "input/sheets.hpp"
#include "support/scenario_folder.hpp"
#include "support/xlsx.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace ketenplan;
using namespace ketenplan::runner;
using tests::Parts;

namespace {

struct Read {
    std::optional<Workbook> workbook;
    std::string complaints; ///< with the path of the file left out
};

Read read(const std::string& bytes, const std::string& name = "boek.xlsx") {
    const tests::Folder folder;
    Diagnostics diagnostics;
    auto workbook = read_sheets(folder.write(name, bytes), diagnostics);
    std::string text = diagnostics.text();
    const std::string path = folder.str() + "/";
    for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path))
        text.erase(at, path.size());
    return {std::move(workbook), text};
}

/// A workbook of one sheet, which must be readable.
Sheet sheet_of(const std::string& rows,
               const std::string& strings = "",
               const std::string& styles = "",
               const std::string& options = "") {
    Read r = read(tests::zipped(tests::workbook_parts({{"Blad", rows}}, strings, styles, options)));
    INFO(r.complaints);
    REQUIRE(r.workbook);
    REQUIRE(r.workbook->sheets.size() == 1);
    return std::move(r.workbook->sheets.front());
}

/// What is said of a workbook of one sheet that cannot be read.
std::string complaints_of(const std::string& rows, const std::string& strings = "") {
    const Read r = read(tests::zipped(tests::workbook_parts({{"Blad", rows}}, strings)));
    CHECK_FALSE(r.workbook);
    return r.complaints;
}

std::string complaints_of(const Parts& parts) {
    const Read r = read(tests::zipped(parts));
    CHECK_FALSE(r.workbook);
    return r.complaints;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const Cell& cell(const Sheet& sheet, std::size_t row, std::uint32_t column) {
    const Cell* const found = sheet.rows.at(row).at(column);
    REQUIRE(found != nullptr);
    return *found;
}

using Kind = Cell::Kind;

} // namespace

TEST_CASE("texts of a workbook: shared, rich, inline, cut in pieces") {
    const Sheet s = sheet_of("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c>"
                             "<c r=\"C2\" t=\"s\"><v>1</v></c>"
                             "<c r=\"D2\" t=\"inlineStr\"><is><t>in</t></is></c>"
                             "<c r=\"E2\" t=\"inlineStr\"><is><r><t>lijn</t></r></is></c>"
                             "<c r=\"F2\" t=\"s\"><v>2</v></c><c r=\"G2\" t=\"s\"><v>3</v></c>"
                             "<c r=\"H2\" t=\"s\"><v>4</v></c></row>",
                             "<si><t>één &amp; twee</t></si>"
                             "<si><r><rPr><b/></rPr><t>vet</t></r><r><t xml:space=\"preserve\"> "
                             "</t></r><r><t>dun</t></r><rPh sb=\"0\" eb=\"1\"><t>klank</t></rPh>"
                             "<phoneticPr fontId=\"1\"/></si>"
                             "<si><t><![CDATA[a<]]>b_x000D__x000A_c_x005F_x0041_ _xD800_</t></si>"
                             "<si><t>\xc2\xa0 12\xe2\x80\xaf </t></si><si><t>  </t></si>");
    REQUIRE(s.rows.size() == 1);
    CHECK(s.rows[0].number == 2);
    CHECK(cell(s, 0, 1).text == "één & twee");
    CHECK(cell(s, 0, 1).kind == Kind::text);
    CHECK(s.rows[0].at(2) == nullptr);
    CHECK(cell(s, 0, 3).text == "vet dun");
    CHECK(cell(s, 0, 4).text == "in");
    CHECK(cell(s, 0, 5).text == "lijn");
    CHECK(cell(s, 0, 6).text == "a<b \nc_x0041_ _xD800_");
    CHECK(cell(s, 0, 7).text == "12"); // stays a text
    CHECK(cell(s, 0, 7).kind == Kind::text);
    CHECK(s.rows[0].at(8) == nullptr); // blanks are nothing
    CHECK(place_text(s.place(s.rows[0], 3)).ends_with("boek.xlsx, blad Blad, cel C2"));
}

TEST_CASE("numbers, flags, percentages and dates of a workbook") {
    const std::string rows =
        "<row r=\"1\"><c r=\"A1\"><v>1234.5</v></c><c r=\"B1\" t=\"n\"><v>-1E-3</v></c>"
        "<c r=\"C1\" t=\"b\"><v>1</v></c><c r=\"D1\" t=\"b\"><v>0</v></c>"
        "<c r=\"E1\" s=\"1\"><v>0.04</v></c><c r=\"F1\" s=\"2\"><v>44226</v></c>"
        "<c r=\"G1\" s=\"3\"><v>44226.5</v></c><c r=\"H1\" s=\"3\"><v>0.5</v></c>"
        "<c r=\"I1\" t=\"d\"><v>2025-01-31T00:00:00</v></c><c r=\"J1\" s=\"9\"><v>7</v></c>"
        "<c r=\"K1\" s=\"3\"><v>-2</v></c><c r=\"L1\" s=\"4\"><v>7</v></c></row>";
    const std::string styles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"d\\-m\\-yyyy\"/>"
        "<numFmt numFmtId=\"165\" formatCode=\"0&quot;d&quot;\"/></numFmts>"
        "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/>"
        "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>";
    const Sheet s = sheet_of(rows, "", styles);
    CHECK(cell(s, 0, 1).number == 1234.5);
    CHECK_FALSE(cell(s, 0, 1).percent);
    CHECK(cell(s, 0, 2).number == -0.001);
    CHECK(cell(s, 0, 3).kind == Kind::flag);
    CHECK(cell(s, 0, 3).number == 1.0);
    CHECK(cell(s, 0, 4).kind == Kind::flag);
    CHECK(cell(s, 0, 4).number == 0.0);
    CHECK(cell(s, 0, 5).percent);
    CHECK(cell(s, 0, 5).number == 0.04);
    CHECK(cell(s, 0, 6).kind == Kind::date);
    CHECK(date_text(cell(s, 0, 6).date) == "2021-01-30");
    CHECK(date_text(cell(s, 0, 7).date) == "2021-01-30");
    CHECK(cell(s, 0, 8).kind == Kind::number); // a time of the day
    CHECK(date_text(cell(s, 0, 9).date) == "2025-01-31");
    CHECK(cell(s, 0, 10).kind == Kind::number); // a style that is not there
    CHECK(cell(s, 0, 11).kind == Kind::fault);  // before the calendar
    CHECK(cell(s, 0, 12).kind == Kind::number);
    const Sheet mac = sheet_of(rows, "", styles, "<workbookPr date1904=\"1\"/>");
    CHECK(date_text(cell(mac, 0, 6).date) == "2025-01-31");
}

TEST_CASE("formulas give what they came to, or are known never to have been worked out") {
    const std::string rows = "<row><c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1&amp;\"\"</f>"
                             "<v>twee</v></c><c t=\"str\"><f>\"\"</f><v></v></c>"
                             "<c><f>B9</f><v></v></c><c t=\"str\"><f>B9</f></c><c><f>B9</f></c>"
                             "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c><f t=\"shared\" si=\"0\"/>"
                             "<v>3</v></c><c t=\"b\"><f>TRUE()</f><v>1</v></c></row>";
    const Sheet s = sheet_of(rows);
    CHECK(s.rows[0].number == 1); // neither row nor cells say where they are
    CHECK(cell(s, 0, 1).number == 2.0);
    CHECK(cell(s, 0, 2).text == "twee");
    CHECK(s.rows[0].at(3) == nullptr);
    for (const std::uint32_t column : {4U, 5U, 6U})
        CHECK(cell(s, 0, column).kind == Kind::uncalculated);
    CHECK(cell(s, 0, 7).kind == Kind::fault);
    CHECK(cell(s, 0, 7).text == "#DIV/0!");
    CHECK(cell(s, 0, 8).number == 3.0);
    CHECK(cell(s, 0, 9).kind == Kind::flag);

    const auto said = [&](const std::string& cells) {
        return read(tests::zipped(tests::workbook_parts(
                        {{"Blad", cells}}, "", "", "<calcPr fullCalcOnLoad=\"1\"/>")))
            .complaints;
    };
    CHECK(has(said(rows), "boek.xlsx: let op: heeft formules waarvan de uitkomsten verouderd"));
    CHECK(said("<row><c><v>2</v></c></row>").empty());
}

TEST_CASE("rows and cells may be left out, or not say where they are") {
    const Sheet s = sheet_of("<row r=\"3\"><c r=\"B3\"><v>1</v></c><c><v>2</v></c>"
                             "<c r=\"F3\" s=\"1\"/><c><v>3</v></c></row><row/>"
                             "<row><c><v>4</v></c></row><row r=\"9\"><c r=\"XFD9\"><v>5</v></c>"
                             "</row>");
    REQUIRE(s.rows.size() == 3);
    CHECK(cell(s, 0, 3).number == 2.0);
    CHECK(s.rows[0].at(6) == nullptr);
    CHECK(cell(s, 0, 7).number == 3.0);
    CHECK(s.rows[1].number == 5);
    CHECK(s.rows[2].number == 9);
    CHECK(cell(s, 2, 16'384).number == 5.0);
}

TEST_CASE("sheets come in the order of their tabs, whatever their parts are called") {
    Parts parts = tests::workbook_parts({{"Salarissen", "<row><c><v>1</v></c></row>"},
                                         {"Regels &amp; meer", "<row><c><v>2</v></c></row>"}});
    const Read r = read(tests::zipped(parts));
    REQUIRE(r.workbook);
    REQUIRE(r.workbook->sheets.size() == 2);
    CHECK(r.workbook->sheets[0].name == "Salarissen");
    CHECK(cell(r.workbook->sheets[0], 0, 1).number == 1.0);
    CHECK(r.workbook->sheets[1].name == "Regels & meer");
    CHECK(cell(r.workbook->sheets[1], 0, 1).number == 2.0);
    CHECK(r.workbook->file.hash == hash_of(tests::zipped(parts)));

    Diagnostics diagnostics;
    CHECK(r.workbook->sheet(" salarissen", diagnostics) == r.workbook->sheets.data());
    CHECK(r.workbook->has_sheet("SALARISSEN"));
    CHECK_FALSE(r.workbook->has_sheet("Gemeenten"));
    CHECK_FALSE(diagnostics.has_errors());
    CHECK(r.workbook->sheet("Gemeenten", diagnostics) == nullptr);
    CHECK(has(diagnostics.text(), "boek.xlsx: fout: heeft geen blad \"Gemeenten\""));
    CHECK(has(diagnostics.text(), "er zijn: Salarissen, Regels & meer"));
}

TEST_CASE("prefixes, charts on a tab, hidden sheets and absolute names of parts") {
    Parts parts;
    parts["_rels/.rels"] = tests::relations(
        "<Relationship Id=\"a\" Target=\"/boek/map.xml\" "
        "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\"/>");
    parts["boek/map.xml"] =
        "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:q=\"u\">"
        "<x:sheets><x:sheet name=\"Grafiek\" sheetId=\"1\" q:id=\"r1\"/>"
        "<x:sheet name=\"Prijzen\" id=\"r1\" state=\"veryHidden\" q:id=\"r2\"/></x:sheets>"
        "</x:workbook>";
    parts["boek/_rels/map.xml.rels"] =
        tests::relations(tests::relation("r1", "chartsheet", "grafiek.xml") +
                         tests::relation("r2", "worksheet", "../Blad.XML"));
    parts["blad.xml"] = "\xef\xbb\xbf<?xml version=\"1.0\"?><x:worksheet xmlns:x=\"u\">"
                        "<x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:r>"
                        "<x:t>ja</x:t></x:r></x:is></x:c><x:c r=\"B1\"><x:f>1</x:f><x:v>8</x:v>"
                        "</x:c></x:row></x:sheetData></x:worksheet>";
    const Read r = read(tests::zipped(parts), "boek.XLSM");
    INFO(r.complaints);
    REQUIRE(r.workbook);
    REQUIRE(r.workbook->sheets.size() == 1);
    CHECK(r.workbook->sheets[0].name == "Prijzen");
    CHECK(cell(r.workbook->sheets[0], 0, 1).text == "ja");
    CHECK(cell(r.workbook->sheets[0], 0, 2).number == 8.0);
}

TEST_CASE("a sheet that Excel would not write is refused with its cell") {
    CHECK(has(complaints_of("<row r=\"2\"><c r=\"C2\" t=\"s\"><v>0</v></c></row>"),
              "boek.xlsx, blad Blad, cel C2: fout: is beschadigd: een cel verwijst naar tekst 0"));
    CHECK(has(complaints_of("<row><c t=\"s\"><v>-1</v></c></row>", "<si><t>a</t></si>"),
              "verwijst naar tekst -1"));
    CHECK(has(complaints_of("<row><c><v>1,5</v></c></row>"),
              "cel A1: fout: is beschadigd: een "
              "cel heeft het getal \"1,5\""));
    CHECK(has(complaints_of("<row><c><v>nan</v></c></row>"), "het getal \"nan\""));
    CHECK(has(complaints_of("<row><c><v>1e999</v></c></row>"), "het getal \"1e999\""));
    CHECK(has(complaints_of("<row><c t=\"b\"><v>ja</v></c></row>"), "waar noch onwaar"));
    CHECK(has(complaints_of("<row><c t=\"d\"><v>2025-02-30</v></c></row>"), "de datum"));
    CHECK(has(complaints_of("<row><c t=\"q\"><v>1</v></c></row>"), "van de soort \"q\""));
    CHECK(has(complaints_of("<row r=\"2\"><c r=\"A3\"><v>1</v></c></row>"), "de plaats \"A3\""));
    CHECK(has(complaints_of("<row><c r=\"B1\"/><c r=\"A1\"/></row>"), "de plaats \"A1\""));
    CHECK(has(complaints_of("<row><c r=\"XFE1\"/></row>"), "de plaats \"XFE1\""));
    CHECK(has(complaints_of("<row><c r=\"XFD1\"/><c/></row>"), "te veel cellen"));
    CHECK(has(complaints_of("<row r=\"2\"/><row r=\"2\"/>"), "rij heeft het nummer \"2\""));
    CHECK(has(complaints_of("<row r=\"1048577\"/>"), "rij heeft het nummer \"1048577\""));
    CHECK(has(complaints_of("<row r=\"" + std::string(1000, 'x') + "\"/>"), "xxx…\""));
    CHECK(has(complaints_of("<row><c t=\"inlineStr\"><is><t>\xe9</t></is></c></row>"),
              "tekst die geen Unicode is"));
    CHECK(has(complaints_of("<row>"), "het onderdeel van blad Blad is geen XML"));
}

TEST_CASE("what a terminal would obey does not reach it") {
    const Sheet s =
        sheet_of("<row><c t=\"inlineStr\"><is><t>a&#27;[2J&#127;b_x001B_c</t></is></c></row>");
    CHECK(cell(s, 0, 1).text == "a[2Jbc");
}

TEST_CASE("a workbook that misses a part says which") {
    const Parts whole = tests::workbook_parts({{"Blad", ""}});
    for (const char* const name : {"_rels/.rels",
                                   "xl/workbook.xml",
                                   "xl/_rels/workbook.xml.rels",
                                   "xl/sharedStrings.xml",
                                   "xl/styles.xml",
                                   "xl/worksheets/sheet1.xml"}) {
        Parts parts = whole;
        parts.erase(name);
        CHECK(has(complaints_of(parts), std::string("het onderdeel ") + name + " ontbreekt"));
    }
    Parts parts = whole;
    parts["_rels/.rels"] = tests::relations("");
    CHECK(has(complaints_of(parts), "nergens staat waar de bladen zijn"));
    parts = whole;
    parts["xl/worksheets/sheet1.xml"] = "<chartsheet/>";
    CHECK(has(complaints_of(parts), "blad Blad: fout: is beschadigd: dit is geen werkblad"));
    parts = tests::workbook_parts({});
    CHECK(has(complaints_of(parts), "heeft geen werkbladen"));
    parts = whole;
    parts["xl/_rels/workbook.xml.rels"] = tests::relations("");
    CHECK(has(complaints_of(parts), "blad Blad: fout: is beschadigd: de inhoud van dit blad"));
    parts["xl/_rels/workbook.xml.rels"] =
        tests::relations("<Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"http://x/a\" "
                         "TargetMode=\"External\"/>");
    CHECK(has(complaints_of(parts), "de inhoud van dit blad ontbreekt"));
}

TEST_CASE("files of another kind than a workbook") {
    const std::string whole = tests::zipped(tests::workbook_parts({{"Blad", ""}}));
    CHECK(has(read("schaal;bedrag\n").complaints, "is geen Excel-werkmap, of beschadigd"));
    CHECK(has(read("").complaints, "boek.xlsx: fout: is leeg"));
    CHECK(has(read("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 en zo voort").complaints,
              "is met een wachtwoord beveiligd, of een oude werkmap (.xls)"));
    CHECK(has(read(tests::zipped(tests::workbook_parts({{"B", ""}}), "geheim")).complaints,
              "is met een wachtwoord beveiligd"));
    CHECK(has(complaints_of(Parts{{"mimetype", "x"}, {"content.xml", "<a/>"}}), "(.ods)"));
    CHECK(has(complaints_of(Parts{{"xl/workbook.bin", "x"}}), "(.xlsb)"));
    CHECK(has(complaints_of(Parts{{"word/document.xml", "x"}}), "document van Word"));
    CHECK(has(complaints_of(Parts{{"iets.txt", "x"}}), "_rels/.rels ontbreekt"));
    CHECK(has(read(whole, "boek.csv").complaints, "is geen CSV-bestand maar een werkmap"));
    CHECK(has(read("\xff\xfe\x61", "boek.csv").complaints, "is een tekst in UTF-16"));
    CHECK(has(read("x", "boek.xls").complaints, "is een bestand van de soort .xls"));
    CHECK(has(read("x", "boek.ods").complaints, "sla het op als .xlsx of als CSV"));
    CHECK(has(read("x", "boek").complaints, "heeft geen extensie"));
    Diagnostics diagnostics;
    CHECK_FALSE(read_sheets("/nergens/boek.xlsx", diagnostics));
    CHECK(has(diagnostics.text(), "bestaat niet"));
}

TEST_CASE("workbooks that unpack to more than a table needs are refused") {
    Parts parts = tests::workbook_parts({{"Blad", ""}});
    parts["xl/worksheets/sheet1.xml"] = std::string((std::size_t{64} << 20U) + 1, ' ');
    CHECK(has(complaints_of(parts), "is uitgepakt te groot: meer dan 64 MiB"));
    parts["xl/worksheets/sheet1.xml"] = std::string(6'000'001, '<');
    CHECK(has(complaints_of(parts), "meer dan een miljoen cellen"));
    // One part that many sheets share.
    std::string list;
    for (int i = 0; i < 5; ++i)
        list += "<sheet name=\"B\" sheetId=\"1\" r:id=\"rId1\"/>";
    parts = tests::workbook_parts({{"Blad", ""}}, "", "", "<sheets>" + list + "</sheets>");
    parts["xl/worksheets/sheet1.xml"] =
        tests::worksheet("") + std::string(std::size_t{30} << 20U, ' ');
    CHECK(has(complaints_of(parts), "128 MiB in alle samen"));
    // A million cells and one.
    std::string row = "<row>";
    for (int i = 0; i < 10'000; ++i)
        row += "<c><v>1</v></c>";
    row += "</row>";
    std::string rows;
    for (int i = 0; i < 100; ++i)
        rows += row;
    CHECK(has(complaints_of(rows + "<row><c><v>1</v></c></row>"), "meer dan 1000000 gevulde"));
    // One long text that many cells refer to.
    std::string references = "<row>";
    for (int i = 0; i < 100; ++i)
        references += "<c t=\"s\"><v>0</v></c>";
    CHECK(has(complaints_of(references + "</row>",
                            "<si><t>" + std::string(std::size_t{1} << 20U, 'x') + "</t></si>"),
              "meer dan 64 MiB tekst"));
}

TEST_CASE("a damaged workbook is read or refused, and never more than that") {
    const std::string whole = tests::zipped(tests::workbook_parts(
        {{"Een",
          "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>3</v></c>"
          "</row>"},
         {"Twee", "<row><c t=\"e\"><v>#REF!</v></c></row>"}},
        "<si><t>schaal</t></si>",
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"));
    const tests::Folder folder;
    std::size_t refused = 0;
    const auto attempt = [&](const std::string& bytes) {
        Diagnostics diagnostics;
        const auto workbook = read_sheets(folder.write("boek.xlsx", bytes), diagnostics);
        refused += workbook ? 0U : 1U;
        return workbook.has_value() != diagnostics.has_errors();
    };
    REQUIRE(attempt(whole));
    REQUIRE(refused == 0);
    std::size_t wrong = 0;
    for (std::size_t length = 0; length < whole.size(); ++length)
        wrong += attempt(whole.substr(0, length)) ? 0U : 1U;
    CHECK(refused == whole.size()); // the directory is at the end
    std::uint32_t state = 20250131;
    const auto random = [&] { // Numerical Recipes' congruential generator
        state = state * 1'664'525U + 1'013'904'223U;
        return state >> 8U;
    };
    refused = 0;
    for (int i = 0; i < 2000; ++i) {
        std::string bytes = whole;
        for (std::uint32_t flips = 1 + random() % 4; flips > 0; --flips)
            bytes[random() % bytes.size()] ^= static_cast<char>(1U << (random() % 8));
        wrong += attempt(bytes) ? 0U : 1U;
    }
    CHECK(wrong == 0);
    CHECK(refused > 500);
    CHECK(refused < 2000);
}

TEST_CASE("damaged XML inside a whole zip is read or refused too") {
    const Parts parts = tests::workbook_parts(
        {{"Een",
          "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>3</v></c>"
          "</row>"}},
        "<si><t>schaal_x000D_</t></si>",
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[h]\\d\"/></numFmts>"
        "<cellXfs><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs>");
    const tests::Folder folder;
    std::uint32_t state = 7;
    const auto random = [&] {
        state = state * 1'664'525U + 1'013'904'223U;
        return state >> 8U;
    };
    std::size_t refused = 0;
    std::size_t wrong = 0;
    for (int i = 0; i < 2000; ++i) {
        Parts broken = parts;
        auto part = broken.begin();
        std::advance(part, random() % broken.size());
        std::string& text = part->second;
        for (std::uint32_t flips = 1 + random() % 3; flips > 0; --flips)
            text[random() % text.size()] ^= static_cast<char>(1U << (random() % 8));
        Diagnostics diagnostics;
        const auto workbook =
            read_sheets(folder.write("boek.xlsx", tests::zipped(broken)), diagnostics);
        refused += workbook ? 0U : 1U;
        wrong += workbook.has_value() == diagnostics.has_errors() ? 1U : 0U;
    }
    CHECK(wrong == 0);
    CHECK(refused > 500);
    CHECK(refused < 2000);
}

TEST_CASE("a workbook as LibreOffice writes it") {
    Diagnostics diagnostics;
    const auto workbook =
        read_sheets(KETENPLAN_SOURCE_DIR "/tests/workbooks/begroting.xlsx", diagnostics);
    INFO(diagnostics.text());
    REQUIRE(workbook);
    CHECK(diagnostics.items().empty());
    REQUIRE(workbook->sheets.size() == 2);
    const Sheet& scales = workbook->sheets[0];
    CHECK(scales.name == "Salarissen");
    REQUIRE(scales.rows.size() == 4);
    CHECK(cell(scales, 0, 3).text == "Maandsalaris");
    CHECK(cell(scales, 1, 1).text == "10A");
    CHECK(cell(scales, 1, 3).number == 5331.5);
    CHECK(scales.rows[2].number == 5);
    CHECK(cell(scales, 2, 3).number == 5864.65); // by a formula
    CHECK(cell(scales, 3, 3).text == "€ 6.000,50");
    const Sheet& hidden = workbook->sheets[1];
    CHECK(cell(hidden, 0, 2).percent);
    CHECK(cell(hidden, 0, 2).number == 0.045);
    CHECK(date_text(cell(hidden, 0, 3).date) == "2025-01-31");
    CHECK(cell(hidden, 0, 5).text == "#DIV/0!");
    CHECK(cell(hidden, 0, 6).text == "ab");
    CHECK(hidden.rows[0].at(7) == nullptr); // a formula that comes to no text at all
    CHECK(cell(hidden, 0, 8).text == "vette & één");
}

TEST_CASE("a CSV file is a workbook of one sheet") {
    const Read r =
        read("\xef\xbb\xbfschaal;bedrag\r\n10;\"1.234,56\"\r\n;;\r\n11\r\n", "Salarissen 2025.csv");
    INFO(r.complaints);
    REQUIRE(r.workbook);
    REQUIRE(r.workbook->sheets.size() == 1);
    const Sheet& s = r.workbook->sheets.front();
    CHECK(s.name == "Salarissen 2025");
    REQUIRE(s.rows.size() == 4);
    CHECK(cell(s, 0, 1).text == "schaal");
    CHECK(cell(s, 1, 2).text == "1.234,56");
    CHECK(s.rows[2].is_blank());
    CHECK_FALSE(s.rows[3].is_blank());
    CHECK(place_text(s.place(s.rows[1], 2)).ends_with("Salarissen 2025.csv:2:4"));
    CHECK(place_text(s.place(s.rows[3], 2)).ends_with("Salarissen 2025.csv:4:1"));
    Diagnostics diagnostics;
    CHECK(r.workbook->sheet("Regels", diagnostics) == &s); // whatever it is called
    CHECK(r.workbook->has_sheet("Regels"));
    const Read broken = read("a;\"b\n", "s.csv");
    CHECK_FALSE(broken.workbook);
    CHECK(has(broken.complaints, "s.csv:1:3: fout: opent een aanhalingsteken"));
    CHECK(has(read("a;\xed\xa0\x80\n", "s.csv").complaints, "geen UTF-8")); // a surrogate
}
