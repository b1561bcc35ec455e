/* SPDX-License-Identifier: MIT */
/* Whole documents through the program: templates, the gallery and the examples of tests/data. */
#include "program.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Every document of @folder_name under the source root, as a full path. */
static GPtrArray *
documents_of (const char *folder_name)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHASE_SOURCE_ROOT"), folder_name, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".chase"))
        g_ptr_array_add (files, g_build_filename (path, name, NULL));
    }
  g_assert_cmpuint (files->len, >, 0);
  return files;
}

static Run *
run_on (const char *command, const char *file)
{
  const char *arguments[] = { command, file, NULL };

  return run_vector (arguments, NULL, 0);
}

/* The members of @object are @keys, in that order; an optional one ends with "?". */
static void
assert_keys (JsonObject *object, const char *const *keys)
{
  g_autoptr (GList) members = json_object_get_members (object);
  GList *member = members;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      gboolean optional = g_str_has_suffix (keys[i], "?");
      g_autofree char *key = g_strndup (keys[i], strlen (keys[i]) - (optional ? 1 : 0));

      if (member != NULL && strcmp (member->data, key) == 0)
        member = member->next;
      else
        g_assert_true (optional);
    }
  g_assert_null (member);
}

static void
assert_result (JsonObject *result, int *tally)
{
  static const char *const keys[] = { "check",  "line",     "implicit", "kind",         "verdict",
                                      "value?", "evidence", "reason",   "milliseconds", NULL };
  static const char *const verdicts[] = { "holds", "fails", "undecided" };
  static const char *const kinds[]
      = { "equation",   "commutes",  "category",   "functor", "natural", "property",
          "isomorphic", "universal", "adjunction", "count",   "yoneda",  NULL };
  const char *verdict = json_object_get_string_member (result, "verdict");
  guint found = 0;

  assert_keys (result, keys);
  g_assert_true (g_strv_contains (kinds, json_object_get_string_member (result, "kind")));
  g_assert_cmpint (json_object_get_int_member (result, "line"), >, 0);
  g_assert_cmpstr (json_object_get_string_member (result, "reason"), !=, "");
  g_assert_cmpfloat (json_object_get_double_member (result, "milliseconds"), >=, 0);
  while (found < 2 && strcmp (verdicts[found], verdict) != 0)
    found++;
  g_assert_cmpstr (verdicts[found], ==, verdict);
  tally[found]++;
  if (found < 2)
    g_assert_true (JSON_NODE_HOLDS_OBJECT (json_object_get_member (result, "evidence")));
}

/* The report has the members of the contract in their order, and its summary adds up. */
static void
assert_report (const Run *run, const char *file)
{
  static const char *const keys[] = { "arrowchase", "file", "summary", "results", NULL };
  static const char *const sums[] = { "holds", "fails", "undecided", NULL };
  g_autoptr (JsonParser) parser = json_parser_new ();
  int tally[3] = { 0 }, status;
  JsonObject *report, *summary;
  JsonArray *results;

  g_assert_true (json_parser_load_from_data (parser, run->out, -1, NULL));
  g_assert_cmpuint (strcspn (run->out, "\n"), ==, strlen (run->out) - 1);
  report = json_node_get_object (json_parser_get_root (parser));
  assert_keys (report, keys);
  g_assert_cmpstr (json_object_get_string_member (report, "file"), ==, file);
  results = json_object_get_array_member (report, "results");
  for (guint i = 0; i < json_array_get_length (results); i++)
    assert_result (json_array_get_object_element (results, i), tally);
  summary = json_object_get_object_member (report, "summary");
  assert_keys (summary, sums);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (json_object_get_int_member (summary, sums[i]), ==, tally[i]);
  status = tally[1] > 0 ? 1 : tally[2] > 0 ? 3 : 0;
  g_assert_cmpint (run->status, ==, status);
}

/* What `chase check --json` says, `chase verify` accepts; and only about the same file. */
static void
check_and_verify (const char *file)
{
  const char *check[] = { "check", "--json", file, NULL };
  const char *verify[] = { "verify", "-", file, NULL };
  g_autoptr (Run) report = run_vector (check, NULL, 0);
  g_autoptr (Run) verdict = NULL;

  g_assert_cmpstr (report->err, ==, "");
  assert_report (report, file);
  verdict = run_vector (verify, report->out, report->out_length);
  g_assert_cmpstr (verdict->err, ==, "");
  g_assert_null (strstr (verdict->out, "refused"));
  g_assert_cmpint (verdict->status, ==, 0);
}

static void
test_reports (gconstpointer folder_name)
{
  g_autoptr (GPtrArray) files = documents_of (folder_name);

  for (guint i = 0; i < files->len; i++)
    check_and_verify (g_ptr_array_index (files, i));
}

/* A report is JSON to the letter, one value on a line: its reader would lose part of others. */
static void
test_no_report (gconstpointer folder_name)
{
  static const char *const texts[]
      = { "{} {}\n", "{\"a\": []} // that's it\n", "{\"a\": /\"/ []} []\n", "{'a': []}\n" };
  g_autoptr (GPtrArray) files = documents_of (folder_name);
  const char *verify[] = { "verify", "-", g_ptr_array_index (files, 0), NULL };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Run) run = run_vector (verify, texts[i], strlen (texts[i]));

      g_assert_nonnull (strstr (run->err, "line 1: "));
      g_assert_cmpint (run->status, ==, 2);
    }
}

static gboolean
is_chinese (gunichar letter)
{
  return g_unichar_get_script (letter) == G_UNICODE_SCRIPT_HAN;
}

static gboolean
has_chinese (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_chinese (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Every check that is written holds, and no law fails but on purpose. */
static void
assert_as_told (const char *file, const char *text)
{
  const char *check[] = { "check", "--json", file, NULL };
  g_autoptr (Run) run = run_vector (check, NULL, 0);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *results;

  g_assert_true (json_parser_load_from_data (parser, run->out, -1, NULL));
  results = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                          "results");
  for (guint i = 0; i < json_array_get_length (results); i++)
    {
      JsonObject *result = json_array_get_object_element (results, i);
      gboolean holds = strcmp (json_object_get_string_member (result, "verdict"), "holds") == 0;

      g_test_message ("%s", json_object_get_string_member (result, "check"));
      if (json_object_get_boolean_member (result, "implicit"))
        g_assert_true (holds || strstr (text, "fails on purpose") != NULL);
      else
        g_assert_true (holds);
    }
}

#define LONGEST 60 /* lines: a screen and a half */
#define LEAST_DOCUMENTS 40

/* "# English. 中文", then two paragraphs: one English, one Chinese. */
static void
assert_titles (char **lines)
{
  const char *chinese = lines[0];
  guint n_paragraphs = 0;
  guint i = 1;

  while (*chinese != '\0' && !is_chinese (g_utf8_get_char (chinese)))
    chinese = g_utf8_next_char (chinese);
  g_assert_true (g_str_has_prefix (lines[0], "# ") && *chinese != '\0');
  g_assert_cmpint (chinese - lines[0], >, 10);
  g_assert_true (strchr (".:?", chinese[-2]) != NULL && chinese[-1] == ' ');
  for (; lines[i] != NULL && lines[i][0] == '#'; i++)
    if (g_str_equal (lines[i], "#"))
      g_assert_true (has_chinese (lines[i + 1]) == (++n_paragraphs == 2));
  g_assert_cmpuint (n_paragraphs, ==, 2);
}

/* Something appears at a click, each click adds something, and the teacher finds a note. */
static void
assert_steps (char **lines)
{
  guint last = 0, n_notes = 0;
  guint64 seen = 1;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *step = strstr (lines[i], "step = ");

      if (step != NULL)
        {
          guint number = (guint)g_ascii_strtoull (step + strlen ("step = "), NULL, 10);

          last = MAX (last, number);
          seen |= G_GUINT64_CONSTANT (1) << number;
        }
      n_notes += g_str_has_prefix (lines[i], "  # ")
                 || (g_str_has_prefix (lines[i], "# ") && i > 0 && lines[i + 1] != NULL
                     && g_str_has_prefix (lines[i + 1], "diagram "));
    }
  g_assert_cmpuint (last, >, 0);
  g_assert_cmpuint (seen, ==, (G_GUINT64_CONSTANT (2) << last) - 1);
  g_assert_cmpuint (n_notes, >, 0);
}

static void
assert_lesson (const char *file)
{
  const char *format[] = { "format", "--check", file, NULL };
  g_autoptr (Run) run = run_vector (format, NULL, 0);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_test_message ("%s", file);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  assert_titles (lines);
  assert_steps (lines);
  g_assert_cmpuint (g_strv_length (lines) - 1, <=, LONGEST);
  g_assert_nonnull (strstr (text, "\ndiagram "));
  g_assert_nonnull (strstr (text, "\ncheck "));
  g_assert_cmpint (run->status, ==, 0);
  assert_as_told (file, text);
}

/* The gallery: titles and a few sentences in English and Chinese, steps and notes, no more than one
 * reads at a sitting, and the verdicts that are told. */
static void
test_gallery (void)
{
  g_autoptr (GPtrArray) files = documents_of ("assets/gallery");

  g_assert_cmpuint (files->len, >=, LEAST_DOCUMENTS);
  for (guint i = 0; i < files->len; i++)
    assert_lesson (g_ptr_array_index (files, i));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The table of contents names each document once, in the order of the files, under chapters with
 * titles in both languages. */
static void
test_contents (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("CHASE_SOURCE_ROOT"), "assets/gallery/contents.ini", NULL);
  g_autoptr (GPtrArray) files = documents_of ("assets/gallery");
  g_autoptr (GKeyFile) contents = g_key_file_new ();
  g_auto (GStrv) chapters = NULL;
  guint n = 0;

  g_ptr_array_sort (files, compare_names);
  g_assert_true (g_key_file_load_from_file (contents, path, G_KEY_FILE_KEEP_TRANSLATIONS, NULL));
  chapters = g_key_file_get_groups (contents, NULL);
  for (guint i = 0; chapters[i] != NULL; i++)
    {
      g_autofree char *title = g_key_file_get_string (contents, chapters[i], "Title", NULL);
      g_autofree char *chinese
          = g_key_file_get_locale_string (contents, chapters[i], "Title", "zh_CN", NULL);
      g_auto (GStrv) names
          = g_key_file_get_string_list (contents, chapters[i], "Documents", NULL, NULL);

      g_assert_nonnull (title);
      g_assert_true (has_chinese (chinese));
      for (guint k = 0; names[k] != NULL; k++)
        {
          g_autofree char *name = g_strconcat (names[k], ".chase", NULL);

          g_assert_cmpuint (n, <, files->len);
          g_assert_true (g_str_has_suffix (g_ptr_array_index (files, n++), name));
        }
    }
  g_assert_cmpuint (n, ==, files->len);
}

/* Formatting is idempotent, and the two spellings of the signs mean the same. */
static void
test_format (gconstpointer folder_name)
{
  g_autoptr (GPtrArray) files = documents_of (folder_name);

  for (guint i = 0; i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);
      const char *unicode_call[] = { "format", "--unicode", file, NULL };
      g_autoptr (Run) once = run_on ("format", file);
      g_autoptr (Run) twice = run_input ("format -", once->out);
      g_autoptr (Run) unicode = run_vector (unicode_call, NULL, 0);
      g_autoptr (Run) back = run_input ("format -", unicode->out);

      g_assert_cmpint (once->status, ==, 0);
      g_assert_cmpstr (once->out, ==, twice->out);
      g_assert_cmpstr (once->out, ==, back->out);
    }
}

/* Every template is listed, canonical, and holds; and -o writes what is printed without it. */
static void
test_templates (void)
{
  g_autoptr (Run) list = run_line ("new --list");
  g_autoptr (Run) json = run_line ("new --list --json");
  g_autoptr (GPtrArray) files = documents_of ("assets/templates");
  g_auto (GStrv) lines = g_strsplit (list->out, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, files->len + 1);
  g_assert_true (g_str_has_prefix (json->out, "[{\"name\":\"adjunction\",\"title\":\""));
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_strndup (lines[i], strcspn (lines[i], " "));
      g_autofree char *print = g_strdup_printf ("new %s", name);
      g_autofree char *write = g_strdup_printf ("new %s -o t.chase", name);
      g_autoptr (Run) printed = run_line (print);
      g_autoptr (Run) written = run_line (write);
      g_autoptr (Run) format = run_line ("format --check t.chase");
      g_autoptr (Run) check = run_line ("check t.chase");
      g_autofree char *text = read_file ("t.chase");

      g_test_message ("%s: %s", name, check->out);
      g_assert_cmpstr (text, ==, printed->out);
      g_assert_cmpint (written->status, ==, 0);
      g_assert_cmpint (format->status, ==, 0);
      g_assert_cmpint (check->status, ==, 0);
    }
  remove_folder ();
}

/* --jobs changes nothing but the time; the reports come in the order given. */
static void
test_jobs (void)
{
  g_autoptr (GPtrArray) files = documents_of ("tests/data/documents");
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (Run) alone = NULL;
  g_autoptr (Run) together = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_ptr_array_add (one, (gpointer) "check");
  g_ptr_array_add (one, (gpointer) "--json");
  g_ptr_array_add (one, (gpointer) "--jobs=1");
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (one, g_ptr_array_index (files, i));
  g_ptr_array_add (one, NULL);
  alone = run_vector ((const char *const *)one->pdata, NULL, 0);
  one->pdata[2] = (gpointer) "--jobs=8";
  together = run_vector ((const char *const *)one->pdata, NULL, 0);
  first = without_times (alone->out);
  second = without_times (together->out);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpint (alone->status, ==, 1);
  g_assert_cmpint (together->status, ==, 1);
}

static void
add_folder (const char *name)
{
  g_autofree char *reports = g_strdup_printf ("/documents/reports/%s", name);
  g_autofree char *format = g_strdup_printf ("/documents/format/%s", name);

  g_test_add_data_func (reports, name, test_reports);
  g_test_add_data_func (format, name, test_format);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/templates", test_templates);
  g_test_add_func ("/documents/jobs", test_jobs);
  g_test_add_func ("/documents/gallery", test_gallery);
  g_test_add_func ("/documents/contents", test_contents);
  g_test_add_data_func ("/documents/no-report", "assets/templates", test_no_report);
  add_folder ("assets/templates");
  add_folder ("assets/gallery");
  add_folder ("tests/data/documents");
  status = g_test_run ();
  remove_folder ();
  return status;
}
