/* SPDX-License-Identifier: MIT */
/* Drawing and translating: what is written, how it is called, and that it can be read back. */
#include "program.h"

#include <string.h>

static void
assert_done (const char *line)
{
  g_autoptr (Run) run = run_line (line);

  if (run->status != 0)
    g_error ("%s: %s", line, run->err);
}

/* Puts tests/data/documents/@name into the folder. */
static void
take_document (const char *name)
{
  g_autofree char *inner = g_build_filename ("documents", name, NULL);
  g_autofree char *path = data_path (inner);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  write_file (name, text);
}

static gboolean
exists (const char *name)
{
  g_autofree char *path = g_build_filename (folder (), name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* The first bytes of the file @name are @magic. */
static void
assert_begins (const char *name, const char *magic)
{
  g_autofree char *text = read_file (name);

  g_assert_nonnull (text);
  g_assert_cmpint (memcmp (text, magic, strlen (magic)), ==, 0);
}

/* A picture holds the document that it was drawn from. */
static void
test_source_inside (void)
{
  static const char *const endings[] = { "svg", "png", "pdf", "html" };
  static const char *const magic[] = { "<?xml", "\x89PNG", "%PDF", "<!DOCTYPE html>" };

  take_document ("ladder.chase");
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *draw = g_strdup_printf ("export ladder.chase -o a.%s", endings[i]);
      g_autofree char *again = g_strdup_printf ("export ladder.chase -o b.%s", endings[i]);
      g_autofree char *compare = g_strdup_printf ("a.%s", endings[i]);
      g_autofree char *other = g_strdup_printf ("b.%s", endings[i]);
      g_autofree char *back = g_strdup_printf ("convert a.%s back.chase", endings[i]);
      g_autofree char *first = g_build_filename (folder (), compare, NULL);
      g_autofree char *second = g_build_filename (folder (), other, NULL);
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;
      g_autofree char *text = NULL;
      g_autoptr (Run) format = run_line ("format ladder.chase");
      gsize n_one, n_two;

      assert_done (draw);
      assert_done (again);
      assert_begins (compare, magic[i]);
      g_assert_true (g_file_get_contents (first, &one, &n_one, NULL));
      g_assert_true (g_file_get_contents (second, &two, &n_two, NULL));
      g_assert_cmpmem (one, n_one, two, n_two);
      assert_done (back);
      text = read_file ("back.chase");
      g_assert_cmpstr (text, ==, format->out);
      {
        g_autofree char *check = g_strdup_printf ("check a.%s", endings[i]);
        g_autoptr (Run) inside = run_line (check);
        g_autoptr (Run) outside = run_line ("check ladder.chase");
        g_autofree char *found = without_times (inside->out);
        g_autofree char *expected = without_times (outside->out);

        g_assert_cmpstr (found, ==, expected);
      }
    }
  remove_folder ();
}

static void
test_names (void)
{
  g_autoptr (Run) several = NULL;
  g_autoptr (Run) stdout_run = NULL;
  g_autoptr (Run) json = NULL;

  take_document ("two-diagrams.chase");
  several = run_line ("export two-diagrams.chase -o out.svg");
  g_assert_cmpint (several->status, ==, 0);
  g_assert_cmpstr (several->err, ==,
                   "chase: note: wrote out-triangle.svg\nchase: note: wrote out-chain.svg\n");
  g_assert_false (exists ("out.svg"));
  g_assert_true (exists ("out-triangle.svg"));
  g_assert_true (exists ("out-chain.svg"));
  assert_done ("export two-diagrams.chase -o one.svg --diagram chain --quiet");
  g_assert_true (exists ("one.svg"));
  assert_done ("export two-diagrams.chase -o both.pdf");
  g_assert_true (exists ("both.pdf"));
  stdout_run = run_line ("export two-diagrams.chase -o -");
  g_assert_cmpint (stdout_run->status, ==, 2);
  g_assert_cmpstr (stdout_run->out, ==, "");
  json = run_line ("export two-diagrams.chase -o x.png --json --quiet");
  g_assert_cmpstr (json->out, ==, "{\"written\":[\"x-triangle.png\",\"x-chain.png\"]}\n");
  remove_folder ();
}

static void
test_steps (void)
{
  take_document ("steps.chase");
  assert_done ("export steps.chase -o s.svg --steps --quiet");
  g_assert_true (exists ("s-1.svg"));
  g_assert_true (exists ("s-2.svg"));
  g_assert_true (exists ("s-3.svg"));
  g_assert_false (exists ("s-4.svg"));
  assert_done ("export steps.chase -o s.pdf --steps");
  assert_begins ("s.pdf", "%PDF");
  /* A picture for each step that brings something, however far apart; none is empty. */
  write_file ("far.chase", "diagram d {\n  A at 0, 0 [step = 1]\n  B at 1, 0 [step = 2]\n"
                           "  f : A -> B\n  g : A -> B [step = 1000000]\n}\n");
  assert_done ("export far.chase -o f.svg --steps --quiet");
  g_assert_true (exists ("f-3.svg"));
  g_assert_false (exists ("f-4.svg"));
  assert_done ("export far.chase -o f.html --quiet");
  assert_done ("export far.chase -o f.svg --animate --quiet");
  remove_folder ();
}

static guint
read_size (const char *png, guint at)
{
  const guchar *bytes = (const guchar *)png + at;

  return (guint)bytes[0] << 24 | (guint)bytes[1] << 16 | (guint)bytes[2] << 8 | bytes[3];
}

/* What file managers call: the line of the thumbnailer, with its words filled in. */
static void
test_thumbnail (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHASE_SOURCE_ROOT"), "assets",
                                            "arrowchase.thumbnailer", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *exec = NULL;
  g_autofree char *png = NULL;
  g_autoptr (GString) line = NULL;

  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  exec = g_key_file_get_string (file, "Thumbnailer Entry", "Exec", NULL);
  g_assert_true (g_str_has_prefix (exec, "chase "));
  line = g_string_new (exec + strlen ("chase "));
  g_string_replace (line, "%s", "128", 0);
  g_string_replace (line, "%o", "thumbnail", 0);
  g_string_replace (line, "%i", "steps.chase", 0);
  take_document ("steps.chase");
  assert_done (line->str);
  png = read_file ("thumbnail");
  g_assert_cmpint (memcmp (png, "\x89PNG", 4), ==, 0);
  g_assert_cmpuint (MAX (read_size (png, 16), read_size (png, 20)), <=, 129);
  g_assert_cmpuint (MAX (read_size (png, 16), read_size (png, 20)), >, 100);
  remove_folder ();
}

/* An SVG that moves by itself: the steps of the document, and what is told of it. */
static void
test_animate (void)
{
  g_autofree char *svg = NULL;
  g_autoptr (Run) wrong = NULL;

  take_document ("steps.chase");
  assert_done ("export steps.chase -o m.svg --animate");
  svg = read_file ("m.svg");
  g_assert_nonnull (strstr (svg, "class=\"act\""));
  g_assert_nonnull (strstr (svg, "repeatCount=\"indefinite\""));
  assert_done ("convert m.svg back.chase");
  wrong = run_line ("export steps.chase -o m.pdf --animate");
  g_assert_cmpint (wrong->status, ==, 2);
  g_assert_false (exists ("m.pdf"));
  remove_folder ();
}

/* Definitions of the document, of a file, and what is defined nowhere. */
static void
test_macros (void)
{
  g_autoptr (Run) run = NULL;
  g_autoptr (Run) back = NULL;
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;

  write_file ("own.sty", "\\newcommand{\\cDx}{\\mathcal{D}}\n\\newcommand{\\unused}{x}\n"
                         "\\def\\foo#1{\\cDx_{#1}}\n\\newcommand{\\cEx}{wrong}\n");
  write_file (
      "m.chase",
      "macros { \\newcommand{\\cEx}{E} }\n"
      "diagram d { A at 0, 0 \"\\foo{1}\" ; B at 1, 0 \"\\cEx\" ; f : A -> B \"\\qqq\" }\n");
  run = run_line ("export m.chase -o without.svg");
  g_assert_cmpint (run->status, ==, 0);
  g_assert_nonnull (strstr (run->err, "\\foo, \\qqq"));
  g_assert_null (strstr (run->err, "\\cEx"));
  run_free (g_steal_pointer (&run));
  run = run_line ("export m.chase -o with.svg --macros own.sty");
  g_assert_cmpint (run->status, ==, 0);
  g_assert_null (strstr (run->err, "\\foo"));
  g_assert_nonnull (strstr (run->err, "\\qqq"));
  with = read_file ("with.svg");
  without = read_file ("without.svg");
  g_assert_cmpstr (with, !=, without);
  back = run_line ("convert with.svg -");
  g_assert_nonnull (strstr (back->out, "\\newcommand{\\cDx}"));
  g_assert_null (strstr (back->out, "\\unused"));
  assert_done ("export m.chase -o quiet.svg --quiet");
  run_free (g_steal_pointer (&run));
  run = run_line ("export m.chase -o x.svg --macros missing.sty");
  g_assert_cmpint (run->status, ==, 2);
  g_assert_false (exists ("x.svg"));
  remove_folder ();
}

/* The options that change the picture do. */
static void
test_options (void)
{
  static const char *const options[]
      = { "--scale 2",    "--background white",       "--background '#ffe'",
          "--theme dark", "--theme contrast",         "--margin 40",
          "--verdicts",   "--view 'opposite ladder'", "--view 'category ladder'" };
  g_autofree char *plain = NULL;

  take_document ("ladder.chase");
  assert_done ("export ladder.chase -o plain.svg");
  plain = read_file ("plain.svg");
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *line = g_strdup_printf ("export ladder.chase -o x.svg %s", options[i]);
      g_autofree char *text = NULL;

      assert_done (line);
      text = read_file ("x.svg");
      g_assert_cmpstr (text, !=, plain);
    }
  assert_done ("export ladder.chase -o low.png --dpi 96");
  assert_done ("export ladder.chase -o high.png --dpi 300");
  remove_folder ();
}

/* Text formats: what has no positions gets them, and what quiver is given it gives back. */
static void
test_text_formats (void)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (Run) link = NULL;

  take_document ("unplaced.chase");
  link = run_line ("convert unplaced.chase - --to url");
  g_assert_true (g_str_has_prefix (link->out, "https://q.uiver.app/#"));
  assert_done ("convert unplaced.chase a.json");
  assert_done ("convert a.json b.url");
  assert_done ("convert b.url b.json");
  first = read_file ("a.json");
  second = read_file ("b.json");
  g_assert_true (g_str_has_prefix (first, "[0,6,"));
  g_assert_cmpstr (first, ==, second);
  assert_done ("convert unplaced.chase a.tex");
  assert_done ("convert a.tex c.chase");
  assert_done ("check unplaced.chase");
  remove_folder ();
}

/* `chase layout` writes positions, and leaves alone what has some. */
static void
test_layout (void)
{
  g_autoptr (Run) formatted = NULL;
  g_autofree char *placed = NULL;
  g_autofree char *again = NULL;

  take_document ("unplaced.chase");
  assert_done ("layout unplaced.chase -o placed.chase");
  placed = read_file ("placed.chase");
  g_assert_nonnull (strstr (placed, "  A at "));
  g_assert_null (strstr (placed, "objects"));
  assert_done ("layout placed.chase -o again.chase");
  again = read_file ("again.chase");
  g_assert_cmpstr (placed, ==, again);
  assert_done ("check placed.chase --quiet");
  assert_done ("layout placed.chase --afresh --engine circo -o circle.chase");
  assert_done ("check circle.chase --quiet");
  formatted = run_line ("layout placed.chase --diagram prism");
  g_assert_cmpstr (formatted->out, ==, placed);
  remove_folder ();
}

typedef struct
{
  const char *line;
  const char *err;
} Refusal;

static void
test_refusals (void)
{
  static const Refusal refusals[] = {
    { "export ladder.chase -o x.svg --diagram lader",
      "chase: error: ladder.chase has no diagram called lader\n  did you mean ladder?\n" },
    { "export ladder.chase -o x.svg --diagram a --view 'category ladder'",
      "chase: error: --view and --diagram exclude each other\n" },
    { "export ladder.chase -o x.svg --view 'category C'",
      "<view>:1:10: error: there is no category called C\ncategory C\n         ^\n" },
    { "export grid.chase -o x.svg --diagram Grid",
      "chase: error: Grid of grid.chase is a category, not a diagram\n  did you mean grid?\n" },
    { "export ladder.chase -o x.svg --scale 0",
      "chase: error: --scale takes a number from 0.01 to 100, not 0\n"
      "  “chase export --help” shows how to call it\n" },
    { "export ladder.chase -o ladder.chase",
      "chase: error: ladder.chase is the input itself: writing there would destroy it\n" },
  };

  take_document ("ladder.chase");
  take_document ("grid.chase");
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (Run) run = run_line (refusals[i].line);

      g_assert_cmpstr (run->err, ==, refusals[i].err);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_cmpint (run->status, ==, 2);
    }
  g_assert_false (exists ("x.svg"));
  remove_folder ();
}

/* Every published link is read, drawn, and written back as a link to the same diagram. */
static void
test_links (void)
{
  g_autofree char *shared = g_build_filename (g_getenv ("CHASE_SHARED"), "corpus", "quiver", NULL);
  g_autoptr (GDir) dir = g_dir_open (shared, 0, NULL);
  const char *name;
  guint n = 0;

  if (dir == NULL)
    {
      g_test_skip ("the collection of links is not here");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (shared, name, NULL);
      g_autofree char *draw = g_strdup_printf ("export %s -o x.svg", path);
      g_autofree char *there = g_strdup_printf ("convert %s a.json", path);
      g_autofree char *back = g_strdup_printf ("convert %s b.url", path);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      assert_done (draw);
      assert_begins ("x.svg", "<?xml");
      assert_done (there);
      assert_done (back);
      assert_done ("convert b.url b.json");
      first = read_file ("a.json");
      second = read_file ("b.json");
      g_assert_cmpstr (first, ==, second);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  remove_folder ();
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pictures/source-inside", test_source_inside);
  g_test_add_func ("/pictures/names", test_names);
  g_test_add_func ("/pictures/steps", test_steps);
  g_test_add_func ("/pictures/thumbnail", test_thumbnail);
  g_test_add_func ("/pictures/animate", test_animate);
  g_test_add_func ("/pictures/macros", test_macros);
  g_test_add_func ("/pictures/options", test_options);
  g_test_add_func ("/pictures/text-formats", test_text_formats);
  g_test_add_func ("/pictures/layout", test_layout);
  g_test_add_func ("/pictures/refusals", test_refusals);
  g_test_add_func ("/pictures/links", test_links);
  status = g_test_run ();
  remove_folder ();
  return status;
}
