# With CMAKE_UNITY_BUILD, the sources of a folder are compiled together: most of a source's time goes to
# the same headers. By folder, so that a new file changes nothing elsewhere. What it asks of us: a
# name in an unnamed namespace is not given twice in one folder (see docs/decisions/unity.md).
# "UnifiedSource" is by what clang's static analyzer knows that included sources are to be analysed.
function(unity_by_folder target)
  get_target_property(sources ${target} SOURCES)
  get_target_property(base ${target} SOURCE_DIR)
  foreach(source IN LISTS sources)
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${base} OUTPUT_VARIABLE path)
    cmake_path(RELATIVE_PATH path BASE_DIRECTORY ${base})
    cmake_path(GET path PARENT_PATH folder)
    string(MAKE_C_IDENTIFIER "UnifiedSource_${folder}" group)
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
endfunction()
