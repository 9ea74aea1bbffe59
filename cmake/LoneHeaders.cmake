# A header stands alone when it compiles by itself. One that has a source of the same name is the first that
# this source includes (clang-format sees to it), so that a build of each source by itself, the debug
# build, shows it. The headers without a source are compiled by all_verify_interface_header_sets.
function(verify_lone_headers target)
  set(lone)
  foreach(header IN LISTS ARGN)
    cmake_path(REPLACE_EXTENSION header LAST_ONLY ".cpp" OUTPUT_VARIABLE source)
    if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${source})
      list(APPEND lone ${header})
    endif()
  endforeach()
  target_sources(${target} PUBLIC
    FILE_SET lone_headers TYPE HEADERS BASE_DIRS ${CMAKE_CURRENT_SOURCE_DIR} FILES ${lone})
  set_target_properties(${target} PROPERTIES
    VERIFY_INTERFACE_HEADER_SETS ON INTERFACE_HEADER_SETS_TO_VERIFY lone_headers)
endfunction()
