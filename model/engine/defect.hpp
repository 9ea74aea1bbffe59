#pragma once

#include <stdexcept>

namespace ketenplan::engine {

/// An error of ours, never of the user: the program is in a state that it should not reach.
class Defect : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// Throws Defect with `what` when `holds` is false. For checks that stay on in release builds.
inline void ensure(bool holds, const char* what) {
    if (!holds) [[unlikely]]
        throw Defect(what);
}

} // namespace ketenplan::engine
