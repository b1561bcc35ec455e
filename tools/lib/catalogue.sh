# What has words that are translated, for tools/catalogue and the tests; sourced at the top of the project.

# The files with words in them, one a line, as po/POTFILES.in has them.
list_sources () {
  ls assets/*.desktop.in assets/*.metainfo.xml.in
  grep -lE '(^|[^A-Za-z_])(N?_|C_|ngettext) \("' src/app/*.c | LC_ALL=C sort
  grep -l 'translatable="yes"' ui/*.ui | LC_ALL=C sort
}

# extract_words OUT: the template with every word of these files.
extract_words () {
  list_sources | xgettext --files-from=- --from-code=UTF-8 --no-location --package-name=arrowchase \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=ngettext:1,2 -o "$1"
}
