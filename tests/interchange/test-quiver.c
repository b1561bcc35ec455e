/* SPDX-License-Identifier: MIT */
#include "vectors.h"

#include <string.h>

#define LINK "https://q.uiver.app/#q="

static ChaseJson *
load_vectors (void)
{
  g_autofree char *text = shared_file ("quiver-vectors.json");
  const char *message;
  gsize at;

  return text != NULL ? chase_json_parse (text, strlen (text), NULL, &at, &message) : NULL;
}

static void
test_vectors (void)
{
  g_autoptr (ChaseJson) vectors = load_vectors ();

  for (guint i = 0; vectors != NULL && i < chase_json_length (vectors); i++)
    {
      const ChaseJson *vector = chase_json_nth (vectors, i);
      g_autofree char *input = json_text (chase_json_get (vector, "input"));
      g_autofree char *canonical = json_text (chase_json_get (vector, "canonical"));
      g_autofree char *expected_link
          = g_strconcat (LINK, chase_json_get (vector, "base64")->string, "\n", NULL);
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autofree char *json
          = convert (CHASE_FORMAT_QUIVER_JSON, input, CHASE_FORMAT_QUIVER_JSON, problems);
      g_autofree char *link
          = convert (CHASE_FORMAT_QUIVER_JSON, input, CHASE_FORMAT_QUIVER_URL, problems);
      g_autofree char *again
          = convert (CHASE_FORMAT_QUIVER_URL, link, CHASE_FORMAT_QUIVER_JSON, problems);

      g_test_message ("%s", chase_json_get (vector, "name")->string);
      g_assert_cmpstr (g_strchomp (json), ==, canonical);
      g_assert_cmpstr (link, ==, expected_link);
      g_assert_cmpstr (g_strchomp (again), ==, canonical);
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

/* The JSON inside the first link of @text, by GLib's own base64. */
static char *
decoded (const char *text)
{
  const char *payload = strstr (text, "q=");
  g_autofree char *alone = NULL;
  g_autofree guchar *bytes = NULL;
  gsize length;

  g_assert_nonnull (payload);
  payload += 2;
  alone = g_strndup (
      payload,
      strspn (payload, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="));
  if (*alone == '\0')
    return g_strdup ("[0,0]");
  bytes = g_base64_decode (alone, &length);
  return g_strndup ((const char *)bytes, length);
}

static void
test_corpus (void)
{
  g_auto (GStrv) names = shared_files ("corpus/quiver");

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *text = shared_file (names[i]);
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autofree char *link
          = convert (CHASE_FORMAT_QUIVER_URL, text, CHASE_FORMAT_QUIVER_URL, problems);
      g_autofree char *before = decoded (text);
      g_autofree char *after = decoded (link);
      g_autofree char *canonical
          = convert (CHASE_FORMAT_QUIVER_JSON, before, CHASE_FORMAT_QUIVER_JSON, problems);
      g_autofree char *said = messages (problems);

      g_test_message ("%s", names[i]);
      g_assert_cmpstr (said, ==, "");
      g_assert_cmpstr (g_strchomp (canonical), ==, after);
    }
}

/* The corpus is almost wholly in canonical form already: reading and writing must not touch it. */
static void
test_corpus_unchanged (void)
{
  g_auto (GStrv) names = shared_files ("corpus/quiver");
  guint same = 0, all = 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *text = shared_file (names[i]);
      g_autofree char *before = decoded (text);
      g_autofree char *after
          = convert (CHASE_FORMAT_QUIVER_JSON, before, CHASE_FORMAT_QUIVER_JSON, NULL);

      same += strcmp (before, g_strchomp (after)) == 0;
      if (strcmp (before, after) != 0)
        g_test_message ("%s\n  %s\n  %s", names[i], before, after);
      all++;
    }
  g_test_message ("%u of %u unchanged", same, all);
  g_assert_cmpuint (20 * same, >=, 19 * all); /* the rest is of 2020 */
}

static void
check_json (const char *input, const char *expected, const char *expected_messages)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autofree char *json
      = convert (CHASE_FORMAT_QUIVER_JSON, input, CHASE_FORMAT_QUIVER_JSON, problems);
  g_autofree char *said = messages (problems);

  g_assert_cmpstr (g_strchomp (json), ==, expected);
  g_assert_cmpstr (said, ==, expected_messages);
}

static void
test_holes (void)
{
  check_json (
      "[0,3,[0,0,\"A\"],[-1,0,\"B\"],[1,0,\"C\"],\n[0,1,\"f\"],[0,2,\"g\"],[4,3,\"a\"]]",
      "[0,2,[0,0,\"A\"],[1,0,\"C\"],[0,1,\"g\"]]",
      "1:16 cell 1 (vertex 1): column and row must be natural numbers; this object is left out\n"
      "2:4 cell 3 (edge 0): its target is cell 1, which is missing; this arrow is left out\n"
      "2:24 cell 5 (edge 2): its target is cell 3, which is missing; this arrow is left out\n");
  check_json (
      "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,5,\"f\"],[0,1,\"g\"],[1,\"x\"],[0]]",
      "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"g\"]]",
      "1:29 cell 2 (edge 0): its target is cell 5, which does not come before it; this arrow is "
      "left out\n"
      "1:49 cell 4 (edge 2): its target must be the number of a cell; this arrow is left out\n"
      "1:54 cell 5 (edge 3): an edge must be an array [source, target, label, alignment, options, "
      "colour]\n");
  check_json ("[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",4,{\"curve\":1.5,\"offset\":2},[1,2]]]",
              "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"offset\":2}]]",
              "1:35 cell 2 (edge 0): the alignment must be 0, 1, 2 or 3; this is left out\n"
              "1:46 cell 2 (edge 0): curve must be a whole number; this is left out\n"
              "1:62 cell 2 (edge 0): a colour must be [hue, saturation, lightness] in whole "
              "numbers; this is left out\n");
  check_json ("[0,2,[0,0,\"A\"],[0,0,\"B\"],[0,1,\"f\"]]",
              "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]",
              "1:16 cell 1 (vertex 1): another object is at column 0, row 0 already\n"
              "0:0 objects moved right, to a free place of the grid: 1\n");
}

static void
test_not_quiver (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "1:1 there is nothing to read\n" },
    { "[1,0]", "1:1 this is a later version of quiver's format than 0, the one that is known\n" },
    { "[0,-1]", "1:1 the number of vertices must be a natural number\n" },
    { "[0,1,\n  [0,0,\"A\"", "2:11 the text breaks off here\n" },
    { "{}", "1:1 a quiver diagram must be an array [version, number of vertices, cells...]\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autoptr (ChaseDocument) document G_GNUC_UNUSED
          = read_text (CHASE_FORMAT_QUIVER_JSON, cases[i].text, 0, problems);
      g_autofree char *said = messages (problems);

      g_assert_cmpstr (said, ==, cases[i].message);
      g_assert_true (chase_problems_has_error (problems));
    }
}

static void
test_unknown_survives (void)
{
  check_json (
      "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"level\":9,\"zig\":{\"a\":[1,true,null]},"
      "\"style\":{\"tail\":{\"name\":\"whisker\",\"side\":\"top\"},\"head\":{\"name\":\"epi\"}}}]]",
      "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"level\":9,\"style\":{\"head\":{\"name\":"
      "\"epi\"},"
      "\"tail\":{\"name\":\"whisker\",\"side\":\"top\"}},\"zig\":{\"a\":[1,true,null]}}]]",
      "");
  check_json (
      "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"length\":60,\"offset\":99,\"curve\":-50}]]",
      "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"offset\":99,\"curve\":-50,"
      "\"shorten\":{\"source\":20,\"target\":20}}]]",
      "");
}

/* Both forms of the link, wrapped as people wrap them; "WzAsMSxbMCwwLCJBIl1d" is [0,1,[0,0,"A"]].
 */
static void
test_link_forms (void)
{
  static const char *const texts[] = {
    "https://q.uiver.app/#q=WzAsMSxbMCwwLCJBIl1d",
    "https://q.uiver.app/?q=WzAsMSxbMCwwLCJBIl1d",
    "http://localhost:8080/#q=WzAsMSxbMCwwLCJBIl1d",
    "% https://q.uiver.app/#q=WzAsMSxbMCwwLCJBIl1d\n\\[x\\]",
    "see (https://q.uiver.app/#q=WzAsMSxbMCwwLCJBIl1d), [it](https://example.org/?q=hello).",
    "\\href{https://q.uiver.app/\\#q=WzAsMSxbMCwwLCJBIl1d}{here}",
    "https://q.uiver.app/#q=WzAsMSxbMCwwLCJBIl1d%3D",
    "https://q.uiver.app/#q=%5B0%2C1%2C%5B0%2C0%2C%22A%22%5D%5D",
    "https://q.uiver.app/?q=WzAsMSxbMCwwLCJBIl1d#q=WzAsMF0=",
    "<iframe class='quiver-embed' src='https://q.uiver.app/#q=WzAsMSxbMCwwLCJBIl1d'></iframe>",
    "WzAsMSxbMCwwLCJBIl1d\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autofree char *json
          = convert (CHASE_FORMAT_QUIVER_URL, texts[i], CHASE_FORMAT_QUIVER_JSON, problems);

      g_test_message ("%s", texts[i]);
      g_assert_cmpstr (json, ==, "[0,1,[0,0,\"A\"]]\n");
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

static void
check_link (const char *input, const char *expected)
{
  g_autofree char *link = convert (CHASE_FORMAT_QUIVER_URL, input, CHASE_FORMAT_QUIVER_URL, NULL);

  g_assert_cmpstr (link, ==, expected);
}

static void
test_link_parameters (void)
{
  g_autoptr (ChaseDocument) document = NULL;
  g_autofree char *macros = NULL;

  check_link ("https://q.uiver.app/#r=typst&q=WzAsMF0=&macro_url=https%3A%2F%2Fa.b%2Fc.tex",
              "https://q.uiver.app/#r=typst&q=WzAsMF0=&macro_url=https%3A%2F%2Fa.b%2Fc.tex\n");
  check_link (
      "<iframe src=\"https://q.uiver.app/?q=WzAsMF0&amp;embed&amp;scale=-1&amp;theme=dark\">",
      "https://q.uiver.app/#q=WzAsMF0=&embed&scale=-1&theme=dark\n");
  document = read_text (
      CHASE_FORMAT_QUIVER_URL,
      "https://q.uiver.app/#q=WzAsMF0=&macros=%5Cnewcommand%7B%5CZZ%7D%7B%5Cmathbb%20Z%7D", 1,
      NULL);
  macros = chase_interchange_get_macros (chase_document_get_item (document, 0));
  g_assert_cmpstr (macros, ==, "\\newcommand{\\ZZ}{\\mathbb Z}");
}

static void
test_several_links (void)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = read_text (CHASE_FORMAT_QUIVER_URL,
                                                  LINK "WzAsMSxbMCwwLCJBIl1d one\n" LINK
                                                       "WzAsMSxbMCw two\n" LINK "WzA*\n" LINK "\n",
                                                  2, problems);
  g_autofree char *said = messages (problems);

  g_assert_cmpstr (
      said, ==,
      "2:1 this quiver link is damaged: at byte 9 of its JSON, the text breaks off here\n"
      "3:1 this quiver link is damaged: character 4 of what follows q= is not base64\n");
  g_assert_cmpstr (chase_document_get_item (document, 0)->name, ==, "test");
  g_assert_cmpstr (chase_document_get_item (document, 1)->name, ==, "test_2");
  g_assert_cmpuint (chase_document_get_item (document, 1)->line, ==, 4);
}

static const ChaseStatement *
statement_at (const ChaseDocument *document, guint index)
{
  return chase_item_get_statement (chase_document_get_item (document, 0), index);
}

static void
test_names (void)
{
  g_autoptr (ChaseDocument) document = read_text (
      CHASE_FORMAT_QUIVER_JSON,
      "[0,6,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"A\"],[3,0],[0,1,\"A \\\\times B\"],[1,1,\"B\"],"
      "[0,1,\"f\"],[2,5,\"f\"],[3,1,\"f\"],[0,1],[0,1,\"\",0,{\"curve\":2}],[9,10,\"\\\\alpha\"]]",
      1, NULL);

  g_assert_cmpstr (statement_at (document, 0)->name, ==, "A");
  g_assert_null (statement_at (document, 0)->label);
  g_assert_cmpstr (statement_at (document, 2)->name, ==, "A2");
  g_assert_cmpstr (statement_at (document, 2)->value->name, ==, "A");
  g_assert_null (statement_at (document, 2)->label);
  g_assert_cmpstr (statement_at (document, 3)->name, ==, "n4");
  g_assert_cmpstr (statement_at (document, 3)->label, ==, "");
  g_assert_cmpstr (statement_at (document, 4)->name, ==, "A \\times B");
  g_assert_cmpstr (statement_at (document, 6)->name, ==, "f");
  g_assert_cmpstr (statement_at (document, 7)->name, ==, "f2");
  g_assert_cmpstr (statement_at (document, 7)->value->name, ==, "f");
  g_assert_cmpstr (statement_at (document, 8)->name, ==, "f_2");
  g_assert_null (statement_at (document, 8)->value);
  g_assert_cmpstr (statement_at (document, 8)->label, ==, "f");
  g_assert_cmpstr (statement_at (document, 9)->name, ==, "e10");
  g_assert_cmpstr (statement_at (document, 9)->label, ==, "");
  g_assert_cmpstr (statement_at (document, 11)->name, ==, "\\alpha");
  g_assert_cmpuint (statement_at (document, 11)->level, ==, 2);
  g_assert_cmpstr (statement_at (document, 11)->from->name, ==, "e10");
}

/* What nobody draws in quiver: places between the columns, no places at all, sides to be found. */
static void
test_hand_drawn (void)
{
  static const double places[][2] = { { 0.5, -1 }, { 0, 0 }, { 1, 0 } };
  static const char *const names[] = { "P", "A", "B" };
  static const char *const ends[][3] = { { "f", "P", "A" }, { "g", "P", "B" }, { "h", "A", "B" } };
  g_autoptr (ChaseDocument) empty = chase_document_new ();
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autofree char *json = NULL;
  g_autofree char *said = NULL;

  item->name = chase_name_new ("D");
  for (guint i = 0; i < 3; i++)
    {
      ChaseStatement *node = chase_statement_new (CHASE_STATEMENT_NODE);

      node->name = chase_name_new (names[i]);
      node->has_position = TRUE;
      node->x = places[i][0];
      node->y = places[i][1];
      chase_item_take_statement (item, node);
    }
  for (guint i = 0; i < 3; i++)
    {
      ChaseStatement *edge = chase_statement_new (CHASE_STATEMENT_ARROW);

      edge->name = chase_name_new (ends[i][0]);
      edge->from = chase_term_new_name (ends[i][1]);
      edge->to = chase_term_new_name (ends[i][2]);
      chase_item_take_statement (item, edge);
    }
  document = chase_document_insert (empty, -1, item);
  json = chase_interchange_write (CHASE_FORMAT_QUIVER_JSON, document, NULL, NULL, problems);
  said = messages (problems);
  g_assert_cmpstr (
      json, ==,
      "[0,3,[1,0,\"P\"],[0,1,\"A\"],[2,1,\"B\"],[0,1,\"f\",2],[0,2,\"g\"],[1,2,\"h\",2]]\n");
  g_assert_cmpstr (
      said, ==, "0:0 columns and rows were scaled so that positions between them become whole\n");
}

static void
test_formats (void)
{
  g_assert_cmpint (chase_format_from_name ("a/b.JSON"), ==, CHASE_FORMAT_QUIVER_JSON);
  g_assert_cmpint (chase_format_from_name ("notes.agda"), ==, CHASE_FORMAT_TIKZCD);
  g_assert_cmpint (chase_format_from_name ("a.b/c"), ==, CHASE_FORMAT_UNKNOWN);
  g_assert_cmpint (chase_format_sniff (" [0,0]", 6), ==, CHASE_FORMAT_QUIVER_JSON);
  g_assert_cmpint (chase_format_sniff (LINK, strlen (LINK)), ==, CHASE_FORMAT_QUIVER_URL);
  g_assert_cmpint (chase_format_sniff ("digraph { a -> b }", 18), ==, CHASE_FORMAT_DOT);
  g_assert_cmpint (chase_format_sniff ("category C { }", 14), ==, CHASE_FORMAT_CHASE);
  g_assert_cmpint (chase_format_sniff ("\xff\xfe\0", 3), ==, CHASE_FORMAT_UNKNOWN);
}

/* What can be opened, and nothing that is only written. */
static void
test_open_endings (void)
{
  static const char *const opened[] = { "chase", "tex", "lhs", "tree", "agda", "url",  "dot",
                                        "typ",   "txt", "svg", "png",  "pdf",  "html", NULL };
  static const char *const written[] = { "v", "lean", NULL };
  g_auto (GStrv) endings = chase_format_dup_open_endings ();

  for (guint i = 0; opened[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const *)endings, opened[i]));
  for (guint i = 0; written[i] != NULL; i++)
    g_assert_false (g_strv_contains ((const char *const *)endings, written[i]));
}

/* A text of our own may speak of others, and others' may begin with a word of ours. */
static void
test_sniffed (void)
{
  static const struct
  {
    const char *text;
    ChaseFormat format;
  } cases[] = {
    { "# from \\begin{tikzcd}\ncategory C { object A }", CHASE_FORMAT_CHASE },
    { "category C \"" LINK "\" { object A }", CHASE_FORMAT_CHASE },
    { "# for fletcher\r\n\r\ndiagram `a b`{ A at 0,0 }", CHASE_FORMAT_CHASE },
    { "diagram d \"\\xymatrix\" in C^op {}", CHASE_FORMAT_CHASE },
    { "contravariant functor F\342\202\201' : C -> Set {} # \\ar[r]", CHASE_FORMAT_CHASE },
    { "category theory in \\begin{tikzcd} A \\ar[r] & B \\end{tikzcd}", CHASE_FORMAT_TIKZCD },
    { "diagram chases in \\xymatrix{A \\ar[r] & B}", CHASE_FORMAT_TIKZCD },
    { "#diagram({\n\tnode((0, 0), [$A$])\n})", CHASE_FORMAT_FLETCHER },
    { "#align(center, diagram(edge((0, 0), (1, 0))))", CHASE_FORMAT_FLETCHER },
    { "// a graph\n/* of\n two */ DiGraph \"G\" { a -> b }", CHASE_FORMAT_DOT },
    { "# 1 \"x\"\nstrict graph g /* empty */ { }", CHASE_FORMAT_DOT },
    { "graph theory: \\begin{CD} A @>>> B \\end{CD}", CHASE_FORMAT_TIKZCD },
    { "\xef\xbb\xbf<!-- made --><svg/>", CHASE_FORMAT_SVG },
    { "<!DOCTYPE html>\n<html>", CHASE_FORMAT_HTML },
    { "", CHASE_FORMAT_CHASE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (chase_format_sniff (cases[i].text, strlen (cases[i].text)), ==,
                     cases[i].format);
}

/* Text of any size and depth is read in one pass. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new ("[0,20000");
  g_autofree char *json = NULL;
  g_autofree char *deep = g_strnfill (1000000, '[');
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, ",[%u,%u,\"A\"]", i % 200, i / 200);
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, ",[%u,%u,\"f\"]", i, (i + 1) % 20000);
  g_string_append (text, "]");
  json = convert (CHASE_FORMAT_QUIVER_JSON, text->str, CHASE_FORMAT_QUIVER_JSON, NULL);
  g_assert_cmpstr (g_strchomp (json), ==, text->str);
  chase_document_unref (read_text (CHASE_FORMAT_QUIVER_JSON, deep, 0, NULL));
  g_test_message ("40000 cells in %.0f ms", (double)(g_get_monotonic_time () - start) / 1000.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quiver/vectors", test_vectors);
  g_test_add_func ("/quiver/corpus", test_corpus);
  g_test_add_func ("/quiver/corpus-unchanged", test_corpus_unchanged);
  g_test_add_func ("/quiver/holes", test_holes);
  g_test_add_func ("/quiver/not-quiver", test_not_quiver);
  g_test_add_func ("/quiver/unknown-survives", test_unknown_survives);
  g_test_add_func ("/quiver/link-forms", test_link_forms);
  g_test_add_func ("/quiver/link-parameters", test_link_parameters);
  g_test_add_func ("/quiver/several-links", test_several_links);
  g_test_add_func ("/quiver/names", test_names);
  g_test_add_func ("/quiver/hand-drawn", test_hand_drawn);
  g_test_add_func ("/quiver/formats", test_formats);
  g_test_add_func ("/quiver/open-endings", test_open_endings);
  g_test_add_func ("/quiver/sniffed", test_sniffed);
  g_test_add_func ("/quiver/large", test_large);
  return g_test_run ();
}
