#pragma once

#include "engine/civil.hpp"
#include "engine/time.hpp"
#include "parameters/distribution_spec.hpp"
#include "parameters/row.hpp"
#include "units/dimension.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ketenplan::parameters {

/// A named number in a table whose keys are the user's: inflow per bron, for one.
struct KeyedNumber {
    std::string key;
    double value = 0.0;
};

/// A day in any year.
using MonthDay = std::chrono::month_day;

/// Something that walks the declarations and does one thing with each parameter: read it from text,
/// print it, check its range, describe it. Every `declare(visitor, struct)` names each parameter
/// once; whatever is done with parameters is a Visitor.
///
/// A visitor that reads assigns to the references it is given, and reports a number that should be
/// whole and is not; the others leave them alone. The
/// public functions are what declarations call; the virtual ones are what a visitor implements.
class Visitor {
public:
    virtual ~Visitor() = default;

    template <class Unit>
    void quantity(const Row& row, Range range, units::Quantity<Unit>& value) {
        double raw = value.value();
        number({row, Unit::dimension, range}, raw);
        value = units::Quantity<Unit>(raw);
    }
    template <class Unit>
    void quantity(const Row& row, Range range, std::optional<units::Quantity<Unit>>& value) {
        double raw = value ? value->value() : std::nan("");
        number({row, Unit::dimension, range}, raw);
        if (std::isnan(raw))
            value.reset();
        else
            value = units::Quantity<Unit>(raw);
    }
    void whole(const Row& row, Range range, std::int32_t& value) {
        range.whole = true;
        double raw = value;
        number({row, units::Dimension::count, range}, raw);
        constexpr double most = std::numeric_limits<std::int32_t>::max();
        value = static_cast<std::int32_t>(std::clamp(raw, -most, most));
    }
    template <class Unit>
    void spread(const Row& row, Range range, Spread<Unit>& value) {
        distribution({row, Unit::dimension, range}, value.spec);
    }
    template <class Unit>
    void
    quantities(const Row& row, Range range, Size size, std::vector<units::Quantity<Unit>>& values) {
        std::vector<double> raw;
        for (const auto& value : values)
            raw.push_back(value.value());
        number_list({row, Unit::dimension, range}, size, raw);
        values.clear();
        for (const double value : raw)
            values.emplace_back(value);
    }
    template <class Enum>
    void choice(const Row& row, std::span<const std::string_view> names, Enum& value) {
        auto index = static_cast<std::size_t>(value);
        one_of(row, names, index);
        value = static_cast<Enum>(index);
    }

    /// A table with fixed keys.
    template <class Struct>
    void table(const Row& row, Struct& value) {
        if (!enter_table(row))
            return;
        declare(*this, value);
        leave_table();
    }
    /// A table whose keys are the user's and whose values are tables; `Item::key` receives the key.
    template <class Item>
    void keyed(const Row& row, Size size, std::vector<Item>& items) {
        std::vector<std::string> keys;
        for (const Item& item : items)
            keys.push_back(item.key);
        if (!enter_keyed(row, size, keys))
            return;
        match_keys(items, keys);
        for (Item& item : items) {
            if (!enter_item(item.key))
                continue;
            declare(*this, item);
            leave_item();
        }
        leave_keyed();
    }
    /// An array of tables.
    template <class Item>
    void list(const Row& row, Size size, std::vector<Item>& items) {
        std::size_t count = items.size();
        if (!enter_list(row, size, count))
            return;
        items.resize(count);
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (!enter_element(i))
                continue;
            declare(*this, items[i]);
            leave_element();
        }
        leave_list();
    }

    virtual void number(const NumberRow& row, double& value) = 0;
    virtual void distribution(const NumberRow& row, DistributionSpec& value) = 0;
    virtual void number_list(const NumberRow& row, Size size, std::vector<double>& values) = 0;
    /// Keys are those of the keyed table at `target`.
    virtual void number_map(const NumberRow& row,
                            std::string_view target,
                            Size size,
                            std::vector<KeyedNumber>& values) = 0;
    virtual void flag(const Row& row, bool& value) = 0;
    virtual void text(const Row& row, std::string& value) = 0;
    virtual void date(const Row& row, std::optional<engine::Date>& value) = 0;
    virtual void month_day(const Row& row, MonthDay& value) = 0;
    virtual void clock(const Row& row, engine::Seconds& value) = 0;
    /// `most` is the longest span allowed.
    virtual void span_of_time(const Row& row, engine::CivilSpan most, engine::CivilSpan& value) = 0;
    virtual void
    spans_of_time(const Row& row, Size size, std::vector<engine::CivilSpan>& values) = 0;
    virtual void
    one_of(const Row& row, std::span<const std::string_view> names, std::size_t& value) = 0;
    /// A key of the keyed table at `target` (a path from the root).
    virtual void reference(const Row& row, std::string_view target, std::string& value) = 0;
    virtual void references(const Row& row,
                            std::string_view target,
                            Size size,
                            std::vector<std::string>& values) = 0;

protected:
    // Each returns false to skip what is inside; then the matching leave is not called.
    virtual bool enter_table(const Row& row) = 0;
    virtual void leave_table() = 0;
    /// May replace `keys` by those that are to be there.
    virtual bool enter_keyed(const Row& row, Size size, std::vector<std::string>& keys) = 0;
    virtual void leave_keyed() = 0;
    virtual bool enter_item(const std::string& key) = 0;
    virtual void leave_item() = 0;
    /// May change `count`.
    virtual bool enter_list(const Row& row, Size size, std::size_t& count) = 0;
    virtual void leave_list() = 0;
    virtual bool enter_element(std::size_t index) = 0;
    virtual void leave_element() = 0;

private:
    template <class Item>
    static void match_keys(std::vector<Item>& items, const std::vector<std::string>& keys) {
        std::vector<Item> matched;
        for (const std::string& key : keys) {
            Item made;
            for (Item& item : items) {
                if (item.key == key)
                    made = std::move(item);
            }
            made.key = key;
            matched.push_back(std::move(made));
        }
        items = std::move(matched);
    }
};

} // namespace ketenplan::parameters
