#pragma once

/// Elementary functions that give the same bits on every machine. The C library's log, exp and pow
/// differ in the last place between processors with and without fused multiply-add; these use only
/// operations that IEEE 754 rounds correctly (compile with -ffp-contract=off), so every draw that
/// needs one is reproducible.
namespace ketenplan::engine {

/// Natural logarithm of a positive, finite, normal `x`; error below 1 unit in the last place.
/// Reduction and minimax coefficients of fdlibm's e_log.c (Sun Microsystems, 1993).
double exact_log(double x);

/// e to the power `x` for |x| below 700; error below 1 unit in the last place.
/// Reduction and minimax coefficients of fdlibm's e_exp.c (Sun Microsystems, 1993).
double exact_exp(double x);

/// `x` to the power `y` for positive `x`, as exp(y log x): relative error about |y log x| 2^-53.
double exact_pow(double x, double y);

/// Euler's gamma function of `x` >= 0.5; relative error below 1e-13. Lanczos approximation with
/// g = 7 and nine terms (Lanczos, SIAM J. Numer. Anal. B 1, 1964; coefficients by P. Godfrey).
double exact_gamma(double x);

} // namespace ketenplan::engine
