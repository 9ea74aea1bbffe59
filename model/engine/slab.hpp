#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ketenplan::engine {

/// Objects that come and go under ids that are used again, so that memory follows the number alive
/// and not the number ever made. References are valid until the next `add`.
template <class T, class Id>
class Slab {
public:
    Id add(const T& item) {
        ++alive_;
        if (free_.empty()) {
            items_.push_back(item);
            in_use_.push_back(1);
            return Id(items_.size() - 1);
        }
        const Id id(free_.back());
        free_.pop_back();
        items_[id.index()] = item;
        in_use_[id.index()] = 1;
        return id;
    }
    void remove(Id id) {
        --alive_;
        in_use_[id.index()] = 0;
        free_.push_back(id.value());
    }
    /// Calls `visit(id, item)` for everything alive, in the order of the ids.
    template <class Visit>
    void for_each(Visit visit) const {
        for (std::size_t i = 0; i < items_.size(); ++i) {
            if (in_use_[i] != 0)
                visit(Id(i), items_[i]);
        }
    }
    [[nodiscard]] T& operator[](Id id) { return items_[id.index()]; }
    [[nodiscard]] const T& operator[](Id id) const { return items_[id.index()]; }
    [[nodiscard]] std::size_t alive() const { return alive_; }
    void reserve(std::size_t capacity) {
        items_.reserve(capacity);
        in_use_.reserve(capacity);
        free_.reserve(capacity);
    }

private:
    std::vector<T> items_;
    std::vector<std::uint8_t> in_use_;
    std::vector<std::uint32_t> free_;
    std::size_t alive_ = 0;
};

} // namespace ketenplan::engine
