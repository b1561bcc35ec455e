# What has words that are translated, for tools/catalogue and the tests; sourced at the top of the project.

# The functions that look up the format they are given, and the number of that argument; then those that look up a hint.
format_doors="chase_refuse:2 chase_malformed:2 chase_result_set:5 chase_result_undecided:2 chase_result_set_object:4
  chase_answer_new:3 chase_clock_report:2 chase_tell:2 chase_problems_error:6 chase_problems_warning:6
  chase_theory_error:4 chase_statement_error:4 notation_error:4 notation_warning:4 notation_expected:2
  chase_source_error:5 chase_source_warn:5 cli_error:3 cli_note:2 chase_read_object:3 chase_read_thing:4"
hint_doors="chase_problems_error:5 chase_problems_warning:5 chase_theory_error:3 chase_statement_error:3
  notation_error:3 notation_warning:3 notation_expected:3 chase_source_error:4 chase_source_warn:4 cli_error:2"

# The files with words in them, one a line, as po/POTFILES.in has them.
list_sources () {
  ls assets/*.desktop.in assets/*.metainfo.xml.in
  local doors
  doors=$(printf '%s %s' "$format_doors" "$hint_doors" | sed 's/:[0-9]*//g' | xargs -n 1 | LC_ALL=C sort -u | paste -sd '|')
  grep -lE "(^|[^A-Za-z_])(N?C?P?_|ngettext|$doors) \(" src/*/*.[ch] | LC_ALL=C sort
  grep -l 'translatable="yes"' ui/*.ui | LC_ALL=C sort
}

# The titles of the templates: their first lines, as C strings that are marked.
list_template_titles () {
  sed -n '1s/^# *\(.*\)$/N_ ("\1")/p' -s assets/templates/*.chase
}

# extract_words OUT: the template with every word of these files.
extract_words () {
  local common=(--files-from=- --from-code=UTF-8 --no-location --package-name=arrowchase) work
  work=$(mktemp -d)
  list_sources | xgettext "${common[@]}" --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
    --keyword=P_:1,2 --keyword=NP_:1,2 --keyword=ngettext:1,2 $(printf ' --keyword=%s' $format_doors) -o "$work/formats.pot"
  list_sources | grep '\.[ch]$' |
    xgettext "${common[@]}" --keyword $(printf ' --keyword=%s' $hint_doors) -o "$work/hints.pot"
  list_template_titles >"$work/titles.c"
  xgettext --from-code=UTF-8 --no-location --package-name=arrowchase --keyword=N_ "$work/titles.c" -o "$work/titles.pot"
  msgcat --use-first "$work/formats.pot" "$work/hints.pot" "$work/titles.pot" -o "$1"
  rm -r "$work"
}
