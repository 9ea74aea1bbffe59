#pragma once

#include "analysis/measures.hpp"
#include "input/document.hpp"
#include "input/scenario_files.hpp"
#include "input/value_reader.hpp"

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ketenplan::runner {

/// Seeds are whole numbers of 32 bits.
inline constexpr double largest_seed = 4'294'967'295.0;

/// A tree that says nothing but `path` ("personen.vertrek") = `value`; to be laid over a scenario.
Node change_of(std::string_view path, Node value);

/// What every kind of study shares: a TOML file beside the scenario that it is based on, read with
/// every problem reported at its place.
class StudyDocument {
public:
    explicit StudyDocument(std::string path)
        : path_(std::move(path)), values_(records_, problems_) {}

protected:
    /// The tree of the file; nothing, and a problem, when it cannot be read.
    std::optional<Node> parse(InputFile& file);
    /// Throws InputError with all problems, in order of place, if there is an error among them.
    void stop_on_errors();

    void complain(const Node& node,
                  const std::string& where,
                  std::string what,
                  std::string suggestion = "");
    void refuse_unknown(const Node& table,
                        const std::string& where,
                        const std::vector<std::string>& known);

    /// The member, if it is there and of this kind; what is there but is not gets a complaint.
    const Node* find(const Node& table,
                     std::string_view key,
                     Node::Kind kind,
                     const std::string& where,
                     std::string_view write);
    /// Empty when it is not there, or no text.
    std::string text(const Node& table, std::string_view key, const std::string& where);
    /// Leaves `value` as it is when there is no such number.
    void whole(const Node& table,
               const std::string& key,
               double least,
               double most,
               auto& value,
               const std::string& inside = "") {
        const std::string where = inside.empty() ? key : inside + "." + key;
        if (const auto number = whole_in(table, key, least, most, where))
            value = static_cast<std::uint32_t>(*number);
    }

    /// Whether the node is a table; a complaint with what to `write` when it is not.
    bool is_table(const Node& node, const std::string& where, std::string write = "");
    /// The number at `key`, in native units; nothing when it is not there or cannot be read, which
    /// gets a complaint. It is noted in `records_`.
    std::optional<double> quantity(const Node& table,
                                   const std::string& key,
                                   const std::string& where,
                                   units::Dimension dimension,
                                   const Origin& origin = {});
    /// The same; what is not between these limits gets a complaint, and is nothing.
    std::optional<double> limited(const Node& table,
                                  const std::string& key,
                                  const std::string& where,
                                  units::Dimension dimension,
                                  std::pair<double, double> limits,
                                  const Origin& origin = {});

    /// Path of a file that the study names, which stands beside it.
    [[nodiscard]] std::string beside(const std::string& file) const;
    /// Reads `basis`; `what` says in a complaint what it is for.
    std::optional<ScenarioTree> read_basis(const Node& root, const std::string& what);
    /// Whether `parameter` ("personen.vertrek") names something in the basis; `node` is where it is
    /// asked for.
    bool is_in_basis(const Node& basis,
                     const Node& node,
                     const std::string& parameter,
                     const std::string& where);

    /// Whether the columns have this measure in this cell; `node` is the table that asks for it.
    bool is_known(const Node& node,
                  const std::string& measure,
                  const std::string& cell,
                  const std::string& where,
                  std::span<const analysis::Column> columns);
    /// The region, or the house: the place that a measure without a choice of places has.
    static std::string standard_place(const std::string& measure,
                                      std::span<const analysis::Column> columns);

    std::string path_;
    Diagnostics problems_;
    std::vector<ParameterRecord> records_; ///< of the numbers that were read
    ValueReader values_;

private:
    std::optional<double> whole_in(const Node& table,
                                   const std::string& key,
                                   double least,
                                   double most,
                                   const std::string& where);
};

/// Whether the file has one of these tables; not when it cannot be read, of which who reads it next
/// tells.
bool is_study_with(const std::string& path, std::initializer_list<std::string_view> tables);

} // namespace ketenplan::runner
