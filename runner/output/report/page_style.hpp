#pragma once

#include <string>

namespace ketenplan::runner::report {

/// How the page looks on a wide screen, on a telephone and on A4.
const std::string& page_style();

} // namespace ketenplan::runner::report
