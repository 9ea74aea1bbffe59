#include "input/node_path.hpp"

#include "input/quantity_text.hpp"

#include <algorithm>
#include <charconv>

namespace ketenplan::runner {

const Node* step_into(const Node& from, std::string_view part) {
    if (part.front() != '[')
        return from.find(part);
    const Node* list = from.kind == Node::Kind::table ? from.find("waarde") : &from;
    std::size_t index = 0;
    std::from_chars(part.data() + 1, part.data() + part.size(), index);
    if (list == nullptr || index < 1 || index > list->members.size())
        return nullptr;
    return &list->members[index - 1];
}

bool set_number(Node& root, std::string_view path, double value, units::Dimension dimension) {
    const Node* found = &root;
    while (!path.empty() && found != nullptr) {
        const std::size_t end = std::min(path.find_first_of(".[", 1), path.size());
        found = step_into(*found, path.substr(0, end));
        path.remove_prefix(end);
        if (path.starts_with('.'))
            path.remove_prefix(1);
    }
    if (found != nullptr && found->kind == Node::Kind::table)
        found = found->find("waarde");
    if (found == nullptr)
        return false;
    // Of a tree that we may change.
    Node& node = const_cast<Node&>(*found); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    if (units::may_be_bare(dimension)) {
        node.kind = Node::Kind::real;
        node.number = value;
    } else {
        node.kind = Node::Kind::text;
        node.text = exact_quantity(value, dimension);
    }
    return true;
}

} // namespace ketenplan::runner
