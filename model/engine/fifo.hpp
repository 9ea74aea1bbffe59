#pragma once

#include <boost/circular_buffer.hpp>

#include <algorithm>
#include <cstddef>

namespace ketenplan::engine {

/// A first-in, first-out queue that doubles its room when full and never gives it back, so that it
/// does not allocate once it has reached its largest length (std::deque does, as it moves along).
template <class T>
class Fifo {
public:
    using iterator = typename boost::circular_buffer<T>::iterator;
    using const_iterator = typename boost::circular_buffer<T>::const_iterator;

    [[nodiscard]] bool empty() const { return items_.empty(); }
    [[nodiscard]] std::size_t size() const { return items_.size(); }
    [[nodiscard]] T& front() { return items_.front(); }
    [[nodiscard]] const T& front() const { return items_.front(); }

    void push(const T& item) {
        if (items_.full())
            items_.set_capacity(2 * items_.capacity());
        items_.push_back(item);
    }
    T pop() {
        const T item = items_.front();
        items_.pop_front();
        return item;
    }
    iterator erase(iterator place) { return items_.erase(place); }
    /// Removes the first item for which `matches(item)` holds; false when there is none.
    template <class Matches>
    bool remove_first(Matches matches) {
        const auto found = std::ranges::find_if(items_, matches);
        if (found == items_.end())
            return false;
        items_.erase(found);
        return true;
    }

    [[nodiscard]] iterator begin() { return items_.begin(); }
    [[nodiscard]] iterator end() { return items_.end(); }
    [[nodiscard]] const_iterator begin() const { return items_.begin(); }
    [[nodiscard]] const_iterator end() const { return items_.end(); }

private:
    static constexpr std::size_t initial = 64;
    boost::circular_buffer<T> items_{initial};
};

} // namespace ketenplan::engine
