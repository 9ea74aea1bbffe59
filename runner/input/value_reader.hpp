#pragma once

#include "input/diagnostics.hpp"
#include "input/document.hpp"
#include "input/reader.hpp"
#include "parameters/distribution_spec.hpp"
#include "units/dimension.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner {

/// Where numbers come from, as said by the value itself or by a table around it.
struct Origin {
    std::string source;
    std::string assumption;
};

/// What a table says of the origin of everything in it; the nearest one counts.
Origin origin_in(const Node& table, const Origin& outer);

/// True for the `bron` or `aanname` of a table, which is no parameter.
bool is_provenance(const Node& member);

/// "bedoelde u ...?" when a known word is near, else the words to choose from.
std::string suggestion_for(const std::string& word, const std::vector<std::string>& known);

/// Reads single values: bare, or in a table that says where they come from. Keeps a record of each,
/// and reports what is wrong.
class ValueReader {
public:
    ValueReader(std::vector<ParameterRecord>& records, Diagnostics& diagnostics)
        : records_(records), diagnostics_(diagnostics) {}

    /// A value without the table around it.
    struct Value {
        const Node* node = nullptr; ///< null when there is none; that has been reported
        Origin origin;
        const Node* low = nullptr;
        const Node* high = nullptr;
        std::string spread;
    };
    /// Unpacks `{ waarde = ..., laag = ..., bron = ... }`; a bare value stands for itself.
    Value open(const Node& node, const std::string& where, const Origin& outer);

    /// Reads a number with its unit into `target`, which stays as it is when that fails.
    void number(const Node& node,
                const std::string& where,
                const Origin& outer,
                units::Dimension dimension,
                double& target);
    void numbers(const Node& node,
                 const std::string& where,
                 const Origin& outer,
                 units::Dimension dimension,
                 std::vector<double>& values);
    /// Reads a constant, or a table with `familie`.
    void distribution(const Node& node,
                      const std::string& where,
                      const Origin& outer,
                      units::Dimension dimension,
                      parameters::DistributionSpec& spec);

    /// Notes a value that is no number, and where it comes from.
    void note(const std::string& where, std::string text, const Value& value);

    /// Whether the node is of this kind; reports it when not, with what to `write` instead.
    bool is(const Node& node, Node::Kind kind, const std::string& where, std::string_view write);
    void complain(const Node& node,
                  const std::string& where,
                  std::string what,
                  std::string suggestion = "");
    /// Reports the members of a table that are neither known nor provenance; `table` is its path.
    void refuse_unknown(const Node& node,
                        const std::string& table,
                        const std::vector<std::string>& known);

private:
    std::string spread_of(const Node& node, const std::string& where);
    std::optional<double>
    quantity(const Node& node, const std::string& where, units::Dimension dimension);
    void read_bounds(const Value& value, const std::string& where, ParameterRecord& record);

    std::vector<ParameterRecord>& records_;
    Diagnostics& diagnostics_;
};

} // namespace ketenplan::runner
