#pragma once

#include "parameters/visitor.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::parameters {

/// A visitor that knows where it is: the base of those that only look. It enters everything; a
/// subclass overrides what it has something to do with.
class PathVisitor : public Visitor {
public:
    void number(const NumberRow&, double&) override {}
    void distribution(const NumberRow&, DistributionSpec&) override {}
    void number_list(const NumberRow&, Size, std::vector<double>&) override {}
    void number_map(const NumberRow&, std::string_view, Size, std::vector<KeyedNumber>&) override {}
    void flag(const Row&, bool&) override {}
    void text(const Row&, std::string&) override {}
    void date(const Row&, std::optional<engine::Date>&) override {}
    void month_day(const Row&, MonthDay&) override {}
    void clock(const Row&, engine::Seconds&) override {}
    void span_of_time(const Row&, engine::CivilSpan, engine::CivilSpan&) override {}
    void spans_of_time(const Row&, Size, std::vector<engine::CivilSpan>&) override {}
    void one_of(const Row&, std::span<const std::string_view>, std::size_t&) override {}
    void reference(const Row&, std::string_view, std::string&) override {}
    void references(const Row&, std::string_view, Size, std::vector<std::string>&) override {}

protected:
    /// The path of a key in the table that is being visited.
    [[nodiscard]] std::string path(std::string_view key) const {
        return here().empty() ? std::string(key) : here() + "." + std::string(key);
    }
    /// The path of the table that is being visited; empty at the root.
    [[nodiscard]] const std::string& here() const { return paths_.back(); }
    [[nodiscard]] std::size_t depth() const { return paths_.size() - 1; }

    bool enter_table(const Row& row) override { return enter(path(row.key)); }
    void leave_table() override { leave(); }
    bool enter_keyed(const Row& row, Size, std::vector<std::string>&) override {
        return enter(path(row.key));
    }
    void leave_keyed() override { leave(); }
    bool enter_item(const std::string& key) override { return enter(path(key)); }
    void leave_item() override { leave(); }
    bool enter_list(const Row& row, Size, std::size_t&) override { return enter(path(row.key)); }
    void leave_list() override { leave(); }
    bool enter_element(std::size_t index) override {
        return enter(here() + "[" + std::to_string(index + 1) + "]");
    }
    void leave_element() override { leave(); }

private:
    bool enter(std::string where) {
        paths_.push_back(std::move(where));
        return true;
    }
    void leave() { paths_.pop_back(); }

    std::vector<std::string> paths_{""};
};

} // namespace ketenplan::parameters
