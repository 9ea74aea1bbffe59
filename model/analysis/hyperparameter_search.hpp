#pragma once

#include "analysis/gaussian_process.hpp"

namespace ketenplan::analysis {

/// See GaussianProcess::fitted, which is how to use it.
Hyperparameters most_likely(const Observations& observations, Kernel kernel);

} // namespace ketenplan::analysis
