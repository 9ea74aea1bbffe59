#pragma once

#include "command_line.hpp"
#include "finance/centen.hpp"
#include "output/report/markup.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace ketenplan::runner::report {

/// A text in both languages, with "{}" for what is filled in, or "{0}", "{1}", ... where the order
/// of the words differs. Fails to compile when the two do not have as many.
class Phrase {
public:
    consteval Phrase(const char* dutch, const char* english) : nl_(dutch), en_(english) {
        if (blanks(nl_) != blanks(en_))
            throw "the languages differ in the number of blanks";
    }
    [[nodiscard]] constexpr std::string_view in(Language language) const {
        return language == Language::nl ? nl_ : en_;
    }

private:
    static consteval std::size_t blanks(std::string_view text) {
        std::size_t count = 0;
        for (const char c : text)
            count += c == '{' ? 1 : 0;
        return count;
    }

    std::string_view nl_;
    std::string_view en_;
};

/// Speaks one language: texts, numbers and terms of art.
class Words {
public:
    explicit Words(Language language) : language_(language) {}

    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] bool english() const { return language_ == Language::en; }

    /// A text that may hold tags, with markup in its blanks.
    template <class... Parts>
    [[nodiscard]] Markup say(const Phrase& phrase, const Parts&... parts) const {
        return Markup::trusted(fmt::format(fmt::runtime(phrase.in(language_)), parts.html()...));
    }
    /// A text without tags, with plain texts in its blanks.
    template <class... Parts>
    [[nodiscard]] std::string plain(const Phrase& phrase, const Parts&... parts) const {
        return fmt::format(fmt::runtime(phrase.in(language_)), parts...);
    }

    /// "1.234,5", or "1,234.5" in English; "-" for none.
    [[nodiscard]] std::string number(double value, int decimals) const;
    /// With as many decimals as a sentence needs.
    [[nodiscard]] std::string number(double value) const;
    [[nodiscard]] std::string cents(finance::Centen amount) const;
    [[nodiscard]] std::string euros(double euro) const; ///< "€ 1.234"
    [[nodiscard]] std::string percentage(double share) const;

    /// A term of art or the name of a figure; in English with what it means after it, the first
    /// time on a page.
    [[nodiscard]] Markup term(std::string_view name);
    /// What it means: of figures in both languages, of other terms in English; empty when nothing
    /// is known.
    [[nodiscard]] std::string meaning(std::string_view name) const;

private:
    Language language_;
    std::set<std::string, std::less<>> explained_;
};

} // namespace ketenplan::runner::report
