#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace ketenplan::engine {

/// A 128-bit sort key. Compared as one unsigned number, so that choosing the smaller of two
/// children needs no branch.
__extension__ using Key128 = unsigned __int128;

/// A binary min-heap of 128-bit keys in which a push that follows a pop fills the hole at the root
/// ("replace-top"): a handler that schedules its successor costs one sift instead of two.
///
/// Williams, Algorithm 232 (CACM 7, 1964). Keys must be unique for the order of pops to be defined
/// by the keys alone; every user of this class puts a sequence number into them.
class MinHeap {
public:
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] std::size_t size() const { return keys_.size() - (hole_ ? 1U : 0U); }
    void reserve(std::size_t capacity) { keys_.reserve(capacity); }
    [[nodiscard]] std::size_t capacity() const { return keys_.capacity(); }

    void push(Key128 key) {
        if (hole_) {
            hole_ = false;
            sink(0, key);
        } else {
            keys_.push_back(key);
            rise(keys_.size() - 1, key);
        }
    }

    /// The smallest key. The heap must not be empty.
    [[nodiscard]] Key128 top() {
        close_hole();
        return keys_.front();
    }

    /// Removes the smallest key and returns it. The heap must not be empty.
    Key128 pop() {
        close_hole();
        hole_ = true;
        return keys_.front();
    }

    /// Moves the smallest key to `key` and removes it, if it is below `bound`; else returns false.
    bool pop_below(Key128 bound, Key128& key) {
        close_hole();
        if (keys_.empty() || keys_.front() >= bound)
            return false;
        key = keys_.front();
        hole_ = true;
        return true;
    }

    /// Removes every key for which `dead(key)` holds and restores the heap; linear in the size.
    template <class Predicate>
    void erase_if(Predicate dead) {
        close_hole();
        std::erase_if(keys_, dead);
        for (std::size_t i = keys_.size() / 2; i-- > 0;)
            sink(i, keys_[i]);
    }

    void clear() {
        keys_.clear();
        hole_ = false;
    }

private:
    void close_hole() {
        if (!hole_)
            return;
        hole_ = false;
        const Key128 last = keys_.back();
        keys_.pop_back();
        if (!keys_.empty())
            sink(0, last);
    }

    void rise(std::size_t place, Key128 key) {
        while (place > 0) {
            const std::size_t parent = (place - 1) / 2;
            if (keys_[parent] < key)
                break;
            keys_[place] = keys_[parent];
            place = parent;
        }
        keys_[place] = key;
    }

    void sink(std::size_t place, Key128 key) {
        Key128* const keys = keys_.data();
        const std::size_t size = keys_.size();
        std::size_t child = 2 * place + 2;
        while (child < size) {
            child -= static_cast<std::size_t>(keys[child - 1] < keys[child]);
            if (key < keys[child]) {
                keys[place] = key;
                return;
            }
            keys[place] = keys[child];
            place = child;
            child = 2 * place + 2;
        }
        if (child == size && keys[child - 1] < key) {
            keys[place] = keys[child - 1];
            place = child - 1;
        }
        keys[place] = key;
    }

    std::vector<Key128> keys_;
    bool hole_ = false;
};

} // namespace ketenplan::engine
