#pragma once

#include "parameters/path_visitor.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// A visitor that renders each value as it is written in a scenario file; a subclass decides what
/// becomes of it. What it renders reads back as the same value.
class ValueWriter : public parameters::PathVisitor {
public:
    void number(const parameters::NumberRow& row, double& value) override;
    void distribution(const parameters::NumberRow& row,
                      parameters::DistributionSpec& spec) override;
    void number_list(const parameters::NumberRow& row,
                     parameters::Size size,
                     std::vector<double>& values) override;
    void number_map(const parameters::NumberRow& row,
                    std::string_view target,
                    parameters::Size size,
                    std::vector<parameters::KeyedNumber>& values) override;
    void flag(const parameters::Row& row, bool& value) override;
    void text(const parameters::Row& row, std::string& value) override;
    void date(const parameters::Row& row, std::optional<engine::Date>& value) override;
    void month_day(const parameters::Row& row, parameters::MonthDay& value) override;
    void clock(const parameters::Row& row, engine::Seconds& value) override;
    void span_of_time(const parameters::Row& row,
                      engine::CivilSpan most,
                      engine::CivilSpan& value) override;
    void spans_of_time(const parameters::Row& row,
                       parameters::Size size,
                       std::vector<engine::CivilSpan>& values) override;
    void one_of(const parameters::Row& row,
                std::span<const std::string_view> names,
                std::size_t& value) override;
    void
    reference(const parameters::Row& row, std::string_view target, std::string& value) override;
    void references(const parameters::Row& row,
                    std::string_view target,
                    parameters::Size size,
                    std::vector<std::string>& values) override;

protected:
    /// Called for every value that is there; `toml` is its text.
    virtual void write(const parameters::Row& row, const std::string& toml) = 0;
};

} // namespace ketenplan::runner
