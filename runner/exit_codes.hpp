#pragma once

namespace ketenplan::runner {

/// What the program tells the shell; the numbers of sysexits.h where it has one.
enum ExitCode : int {
    exit_ok = 0,
    exit_usage = 64,        ///< the command line is not understood
    exit_bad_input = 65,    ///< a file of the user's has errors
    exit_defect = 70,       ///< our own error: "meld dit"
    exit_no_output = 73,    ///< a result could not be written
    exit_interrupted = 130, ///< stopped by Ctrl-C; what was finished has been kept
};

} // namespace ketenplan::runner
