#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace ketenplan::runner {

// Workbooks name their elements with any prefix or none ("row", "x:row"); here they go by the name
// after it.

/// The name of an element or attribute without its prefix.
std::string_view local_name(const char* name);

/// The first child of that name; an empty node when there is none.
pugi::xml_node xml_child(const pugi::xml_node& node, std::string_view name);

/// Text as a user sees it: "_x000D_" is the character of that number, and what a terminal would
/// obey is left out. Throws WorkbookError when it is not UTF-8.
std::string xml_shown(std::string_view raw);

/// The text of a <t> or <v>: its own, whatever the parser has cut it into.
std::string xml_text(const pugi::xml_node& node);

/// The text of an <si> or <is>: all its runs, without how they are pronounced.
std::string rich_text(const pugi::xml_node& node);

/// Parses a part of a workbook. Throws WorkbookError when it is no XML.
void load_xml(pugi::xml_document& document, const std::string& bytes, std::string_view part);

} // namespace ketenplan::runner
