#pragma once

#include <stdexcept>

namespace ketenplan::engine {

/// An error of ours, never of the user: the program is in a state that it should not reach.
class Defect : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// A run asks for more than can be numbered: more entities in one place, or more of what one entity
/// has several of, than the counters of the random streams have room for. The user's to mend.
class TooLarge : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Throws Defect with `what` when `holds` is false. For checks that stay on in release builds.
inline void ensure(bool holds, const char* what) {
    if (!holds) [[unlikely]]
        throw Defect(what);
}

} // namespace ketenplan::engine
