#pragma once

#include <cstdint>

namespace ketenplan::tests {

/// Calls of operator new, of any kind, in this program so far. Only programs that compile
/// allocation_counter.cpp have it.
std::int64_t allocations();

} // namespace ketenplan::tests
