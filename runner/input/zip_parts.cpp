#include "input/zip_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <zip.h>

namespace ketenplan::runner {

namespace {

constexpr std::size_t mebibyte = std::size_t{1} << 20U;
constexpr std::size_t largest_part = 64 * mebibyte;
constexpr std::size_t largest_whole = 128 * mebibyte;

WorkbookError damaged(std::string_view part) {
    return {fmt::format("is beschadigd: het onderdeel {} is niet uit te pakken", part)};
}

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

zip* open_archive(const std::string& bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip* const archive =
        source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (archive == nullptr && source != nullptr)
        zip_source_free(source);
    return archive;
}

std::optional<zip_uint64_t> index_of(zip* archive, const std::string& name) {
    const zip_int64_t index = zip_name_locate(archive, name.c_str(), ZIP_FL_NOCASE);
    return index < 0 ? std::nullopt : std::optional(static_cast<zip_uint64_t>(index));
}

} // namespace

void ZipParts::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

ZipParts::ZipParts(const std::string& bytes) : archive_(open_archive(bytes)) {
    if (archive_ == nullptr)
        throw WorkbookError{"is geen Excel-werkmap, of beschadigd"};
}

bool ZipParts::has(const std::string& name) const {
    return index_of(archive_.get(), name).has_value();
}

std::string ZipParts::unpack(const std::string& name) {
    const auto index = index_of(archive_.get(), name);
    if (!index)
        throw WorkbookError{
            fmt::format("is geen volledige Excel-werkmap: het onderdeel {} ontbreekt", name)};
    zip_stat_t stat;
    if (zip_stat_index(archive_.get(), *index, 0, &stat) != 0)
        throw damaged(name);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        throw WorkbookError{"is met een wachtwoord beveiligd", "haal het wachtwoord eraf"};
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_.get(), *index, 0));
    if (file == nullptr)
        throw damaged(name);
    const std::size_t most = std::min(largest_part, largest_whole - unpacked_);
    std::string part;
    std::array<char, std::size_t{64} << 10U> buffer{};
    while (true) {
        const zip_int64_t count = zip_fread(file.get(), buffer.data(), buffer.size());
        if (count < 0)
            throw damaged(name);
        if (count == 0)
            break;
        part.append(buffer.data(), static_cast<std::size_t>(count));
        if (part.size() > most)
            throw WorkbookError{
                fmt::format("is uitgepakt te groot: meer dan {} MiB in één onderdeel, of {} MiB "
                            "in alle samen",
                            largest_part / mebibyte,
                            largest_whole / mebibyte),
                "zet de bladen die nodig zijn in een eigen werkmap, zonder lege rijen met opmaak"};
    }
    unpacked_ += part.size();
    return part;
}

} // namespace ketenplan::runner
