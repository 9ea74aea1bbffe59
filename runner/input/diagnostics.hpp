#pragma once

#include "input/place.hpp"
#include "parameters/problem.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner {

/// A problem with the place where the user can mend it.
struct Diagnostic {
    Place place;
    parameters::Problem problem;
};

/// Everything that is wrong with an input, in the order of the files.
class Diagnostics {
public:
    void error(Place place, std::string path, std::string what, std::string suggestion = {}) {
        add({std::move(place),
             {parameters::Severity::error,
              std::move(path),
              std::move(what),
              std::move(suggestion)}});
    }
    void add(Diagnostic diagnostic) { items_.push_back(std::move(diagnostic)); }

    /// The value of `key`, in whatever table, is there but cannot be read: it must not be called
    /// missing.
    void note_unreadable(std::string key) { unreadable_.push_back(std::move(key)); }
    [[nodiscard]] bool is_unreadable(std::string_view key) const {
        return std::ranges::find(unreadable_, key) != unreadable_.end();
    }

    [[nodiscard]] const std::vector<Diagnostic>& items() const { return items_; }
    [[nodiscard]] bool has_errors() const;
    [[nodiscard]] std::size_t errors() const;
    /// Whether something has been said of the parameter at `path`, of a table that holds it, or of
    /// an element of it.
    [[nodiscard]] bool mentions(const std::string& path) const;
    void sort_by_place();

    /// One paragraph per problem: file, line, column, key, what and why, and what to do.
    [[nodiscard]] std::string text() const;

private:
    std::vector<Diagnostic> items_;
    std::vector<std::string> unreadable_;
};

/// The user's input cannot be used; the text says why. Ends the program with exit code 65.
class InputError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace ketenplan::runner
