/* SPDX-License-Identifier: MIT */
#include "vectors.h"

#include "notation/notation.h"

#include <string.h>

static void
test_vectors (void)
{
  g_autofree char *text = shared_file ("quiver-vectors.json");
  g_autoptr (ChaseJson) vectors = NULL;
  const char *message;
  gsize at;
  guint bad = 0;

  if (text == NULL)
    return;
  vectors = chase_json_parse (text, strlen (text), NULL, &at, &message);
  for (guint i = 0; i < chase_json_length (vectors); i++)
    {
      const ChaseJson *vector = chase_json_nth (vectors, i);
      const ChaseJson *tikz = chase_json_get (vector, "tikzcd_170");
      g_autofree char *canonical = json_text (chase_json_get (vector, "canonical"));
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autofree char *json = NULL;
      g_autofree char *said = NULL;

      if (tikz == NULL)
        continue;
      json = convert (CHASE_FORMAT_TIKZCD, tikz->string, CHASE_FORMAT_QUIVER_JSON, problems);
      said = messages (problems);
      if (strcmp (g_strchomp (json), canonical) != 0 || *said != '\0')
        {
          bad++;
          g_test_message ("%s\n%s\n%s\n%s\n%s", chase_json_get (vector, "name")->string,
                          tikz->string, canonical, json, said);
        }
    }
  g_assert_cmpuint (bad, ==, 0);
}

static char *
convert_with (ChaseFormat from, const char *text, ChaseFormat to,
              const ChaseInterchangeOptions *options, GPtrArray *problems)
{
  g_autoptr (ChaseDocument) document
      = chase_interchange_read (from, text, strlen (text), "test", problems);

  return chase_interchange_write (to, document, NULL, options, problems);
}

/* What quiver itself exports, to the character. */
static void
test_export_vectors (void)
{
  g_autofree char *text = shared_file ("quiver-vectors.json");
  g_autoptr (ChaseJson) vectors = NULL;
  const char *message;
  gsize at;
  guint bad = 0;

  if (text == NULL)
    return;
  vectors = chase_json_parse (text, strlen (text), NULL, &at, &message);
  for (guint i = 0; i < chase_json_length (vectors); i++)
    {
      const ChaseJson *vector = chase_json_nth (vectors, i);
      const ChaseJson *tikz = chase_json_get (vector, "tikzcd_170");
      ChaseInterchangeOptions options = { .centre = TRUE, .quiver_sty = TRUE };
      g_autofree char *input = json_text (chase_json_get (vector, "input"));
      g_autofree char *written = NULL;

      if (tikz == NULL)
        continue;
      written = convert_with (CHASE_FORMAT_QUIVER_JSON, input, CHASE_FORMAT_TIKZCD, &options, NULL);
      if (strcmp (g_strchomp (written), tikz->string) != 0)
        {
          bad++;
          g_test_message ("%s\n%s\n%s", chase_json_get (vector, "name")->string, tikz->string,
                          written);
        }
    }
  g_assert_cmpuint (bad, ==, 0);
}

/* Text that plain tikz-cd takes reads back as what it was written from. */
static void
test_plain_vectors (void)
{
  g_autofree char *text = shared_file ("quiver-vectors.json");
  g_autoptr (ChaseJson) vectors = NULL;
  const char *message;
  gsize at;
  guint bad = 0;

  if (text == NULL)
    return;
  vectors = chase_json_parse (text, strlen (text), NULL, &at, &message);
  for (guint i = 0; i < chase_json_length (vectors); i++)
    {
      const ChaseJson *vector = chase_json_nth (vectors, i);
      g_autofree char *canonical = json_text (chase_json_get (vector, "canonical"));
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autofree char *written
          = convert (CHASE_FORMAT_QUIVER_JSON, canonical, CHASE_FORMAT_TIKZCD, problems);
      g_autofree char *again
          = convert (CHASE_FORMAT_TIKZCD, written, CHASE_FORMAT_QUIVER_JSON, NULL);

      g_assert_null (strstr (written, "curve="));
      g_assert_null (strstr (written, "between="));
      g_assert_null (strstr (written, "nfold"));
      if (strcmp (g_strchomp (again), canonical) != 0 && problems->len == 0)
        {
          bad++;
          g_test_message ("%s\n%s\n%s\n%s", chase_json_get (vector, "name")->string, written,
                          canonical, again);
        }
    }
  g_assert_cmpuint (bad, ==, 0);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The cells of quiver's JSON in an order that does not depend on who wrote them: objects keep their
 * numbers anyway. */
static char *
sorted_cells (const char *text)
{
  const char *message;
  gsize at;
  g_autoptr (ChaseJson) json = chase_json_parse (text, strlen (text), NULL, &at, &message);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; json != NULL && i < chase_json_length (json); i++)
    g_ptr_array_add (cells, json_text (chase_json_nth (json, i)));
  g_ptr_array_sort (cells, compare_strings);
  g_ptr_array_add (cells, NULL);
  return g_strjoinv ("\n", (char **)cells->pdata);
}

/* A paper's diagrams, written out again, are the same diagrams; arrows that stand in cells come in
 * the cells' order. */
static void
test_corpus_again (void)
{
  g_auto (GStrv) names = shared_files ("corpus/tikzcd");
  guint all = 0, same = 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *text = shared_file (names[i]);
      g_autofree char *before = convert (CHASE_FORMAT_TIKZCD, text, CHASE_FORMAT_QUIVER_JSON, NULL);
      ChaseInterchangeOptions options = { .fresh = TRUE };
      g_autofree char *written
          = convert_with (CHASE_FORMAT_TIKZCD, text, CHASE_FORMAT_TIKZCD, &options, NULL);
      g_autofree char *after
          = convert (CHASE_FORMAT_TIKZCD, written, CHASE_FORMAT_QUIVER_JSON, NULL);

      g_autofree char *cells_before = sorted_cells (before);
      g_autofree char *cells_after = sorted_cells (after);
      gboolean equal = strstr (written, "from=") != NULL ? strcmp (before, after) == 0
                                                         : strcmp (cells_before, cells_after) == 0;

      all++;
      same += equal;
      if (!equal)
        g_test_message ("%s\n%s\n%s\n%s\n%s", names[i], text, written, before, after);
    }
  g_test_message ("%u of %u the same", same, all);
  g_assert_cmpuint (100 * same, >=, 99 * all);
}

/* What was read and not touched comes out to the character, also by way of the notation's text. */
static void
test_corpus_verbatim (void)
{
  g_auto (GStrv) names = shared_files ("corpus/tikzcd");

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *text = shared_file (names[i]);
      g_autoptr (ChaseDocument) document = read_text (CHASE_FORMAT_TIKZCD, text, 1, NULL);
      g_autofree char *chase = chase_notation_print (document, CHASE_NOTATION_ASCII);
      g_autoptr (ChaseDocument) again = chase_notation_parse (chase, strlen (chase), NULL);
      g_autofree char *written
          = chase_interchange_write (CHASE_FORMAT_TIKZCD, again, NULL, NULL, NULL);

      g_test_message ("%s", names[i]);
      g_assert_cmpstr (written, ==, text);
    }
}

static void
test_verbatim_forms (void)
{
  static const struct
  {
    const char *text, *written;
  } cases[] = {
    { "text \\[ \\begin{tikzcd}  A \\rar{f} & B \t\\\\ \n\\end{tikzcd} \\] more",
      "\\[ \\begin{tikzcd}  A \\rar{f} & B \t\\\\ \n\\end{tikzcd} \\]\n" },
    { "x\r\n\\begin{tikzcd}\r\n A & \"B\" \r\n\n\\end{tikzcd}\r\ny",
      "\\begin{tikzcd}\r\n A & \"B\" \r\n\n\\end{tikzcd}\n" },
    { "A \\arrow[r] & B", "\\begin{tikzcd}\nA \\arrow[r] & B\n\\end{tikzcd}\n" },
    { "$$\\begin{tikzcd} A & B \\end{tikzcd}$$", "$$\\begin{tikzcd} A & B \\end{tikzcd}$$" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *written
          = convert (CHASE_FORMAT_TIKZCD, cases[i].text, CHASE_FORMAT_TIKZCD, NULL);

      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

/* Another label, another place, another look: then it is written anew. */
static void
test_verbatim_touched (void)
{
  static const char text[] = "#| \\begin{tikzcd}A\\ar[r,\"f\"]&B\\end{tikzcd}\n";
  static const char *const bodies[] = {
    "A at 0, 0; B at 1, 0; f : A -> B [label = left]",
    "X at 0, 0 \"A\"; B at 1, 0; g : X -> B \"f\" [label = left]; mono g",
    "A at 0, 0; B at 1, 0; f : A -> B \"g\" [label = left]",
    "A at 0, 0; B at 1, 1; f : A -> B [label = left]",
    "A at 0, 0; B at 1, 0; f : A -> B [label = left, dashed]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *chase = g_strdup_printf ("%sdiagram d {\n%s\n}\n", text, bodies[i]);
      g_autoptr (ChaseDocument) document = chase_notation_parse (chase, strlen (chase), NULL);
      g_autofree char *written
          = chase_interchange_write (CHASE_FORMAT_TIKZCD, document, NULL, NULL, NULL);

      g_assert_cmpint (strcmp (written, "\\begin{tikzcd}A\\ar[r,\"f\"]&B\\end{tikzcd}") == 0, ==,
                       i == 0);
    }
}

/* What is malformed is an error at its place; the others of the file are read. */
static void
test_malformed (void)
{
  static const struct
  {
    const char *body, *said;
  } cases[] = {
    { "{A \\ar[r] & B", "2:2 this brace is not closed" },
    { "A} \\ar[r] & B", "2:3 this brace closes nothing" },
    { "A \\ar[r, \"f] & B", "2:4 a label of this arrow has no closing quote" },
    { "A \\ar[r, \"f\" & B", "2:4 the options of this arrow have no closing bracket" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "\\begin{tikzcd}\n %s \\end{tikzcd}\n\\begin{tikzcd} X \\end{tikzcd}", cases[i].body);
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autoptr (ChaseDocument) document = read_text (CHASE_FORMAT_TIKZCD, text, 1, problems);
      g_autofree char *said = messages (problems);

      g_assert_true (g_str_has_prefix (said, cases[i].said));
      g_assert_cmpstr (chase_document_get_item (document, 0)->name, ==, "test");
    }
}

/* What tikz-cd has and quiver has not comes back from all formats that carry it. */
static void
test_beyond_quiver (void)
{
  static const char *const bodies[]
      = { "A \\ar[r, \"f\", \"\\sim\"', bend left=20] & B",
          "A \\ar[r, out=30, in=150, looseness=1.5, \"f\"{sloped, pos=0.3}] & B",
          "A \\ar[loop left, \"f\"] \\ar[r, \"a\"description, \"b\"{marking}, \"c\"'] & B",
          "A \\ar[r, <-, bend right=40, \"f\", \"g\"'] &[2em] B \\\\[1em] C" };
  static const ChaseFormat formats[] = { CHASE_FORMAT_QUIVER_JSON, CHASE_FORMAT_QUIVER_URL,
                                         CHASE_FORMAT_TIKZCD, CHASE_FORMAT_DOT };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    for (guint j = 0; j < G_N_ELEMENTS (formats); j++)
      {
        g_autofree char *text = g_strdup_printf ("\\begin{tikzcd}%s\\end{tikzcd}", bodies[i]);
        ChaseInterchangeOptions options = { .fresh = TRUE };
        g_autofree char *before
            = convert (CHASE_FORMAT_TIKZCD, text, CHASE_FORMAT_QUIVER_JSON, NULL);
        g_autofree char *written
            = convert_with (CHASE_FORMAT_TIKZCD, text, formats[j], &options, NULL);
        g_autofree char *after = convert (formats[j], written, CHASE_FORMAT_QUIVER_JSON, NULL);

        g_test_message ("%s", written);
        g_assert_cmpstr (before, ==, after);
      }
}

static guint
count_kind (const ChaseItem *item, ChaseStatementKind kind)
{
  guint n = 0;

  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);

      n += statement->kind == kind
           && (kind != CHASE_STATEMENT_NODE || statement->label == NULL
               || *statement->label != '\0');
    }
  return n;
}

/* How many problems tell of a loss, and not of a TikZ style that was kept. */
static guint
count_losses (const GPtrArray *problems)
{
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);

      n += strstr (problem->message, "kept for LaTeX") == NULL;
    }
  return n;
}

/* Reads each file of the index that begins with @folder; returns how many of *@all came without
 * loss. */
static guint
read_corpus (const char *folder, guint *all)
{
  g_autofree char *index = shared_file ("corpus/index.tsv");
  g_auto (GStrv) lines = index != NULL ? g_strsplit (index, "\n", -1) : NULL;
  guint good = 0;

  *all = 0;
  for (guint i = 1; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autoptr (ChaseDocument) document = NULL;
      g_autofree char *said = NULL;
      guint cells = 0, arrows = 0;

      if (g_strv_length (fields) < 12 || !g_str_has_prefix (fields[0], folder))
        continue;
      name = g_build_filename ("corpus", fields[0], NULL);
      text = shared_file (name);
      document
          = chase_interchange_read (CHASE_FORMAT_TIKZCD, text, strlen (text), "test", problems);
      said = messages (problems);
      if (chase_document_n_items (document) == 1)
        {
          const ChaseItem *item = chase_document_get_item (document, 0);

          cells = count_kind (item, CHASE_STATEMENT_NODE);
          arrows = count_kind (item, CHASE_STATEMENT_ARROW);
        }
      (*all)++;
      if (chase_document_n_items (document) == 1 && count_losses (problems) == 0
          && cells == g_ascii_strtoull (fields[10], NULL, 10)
          && arrows >= g_ascii_strtoull (fields[11], NULL, 10))
        good++;
      else
        g_test_message ("%s: %u cells for %s, %u arrows for %s\n%s", name, cells, fields[10],
                        arrows, fields[11], said);
    }
  return good;
}

static void
test_corpus (void)
{
  guint all;
  guint good = read_corpus ("tikzcd/", &all);

  g_test_message ("%u of %u without loss", good, all);
  g_assert_cmpuint (100 * good, >=, 99 * all);
}

static void
test_xymatrix (void)
{
  guint all;
  guint good = read_corpus ("xymatrix/", &all);

  g_test_message ("%u of %u without loss", good, all);
  g_assert_cmpuint (100 * good, >=, 90 * all);
}

/* Reads @text without a word, as @expected. */
static void
check_quietly (const char *text, const char *expected)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document
      = chase_interchange_read (CHASE_FORMAT_TIKZCD, text, strlen (text), "x", problems);
  g_autofree char *said = messages (problems);
  g_autofree char *json
      = chase_interchange_write (CHASE_FORMAT_QUIVER_JSON, document, NULL, NULL, NULL);

  g_assert_cmpstr (said, ==, "");
  g_assert_cmpstr (g_strchomp (json), ==, expected);
}

/* Styles that the text defines are what they stand for, with their value. */
static void
test_styles (void)
{
  check_quietly ("\\tikzset{my iso/.style={\"\\cong\"', dashed, #1}}\n"
                 "\\begin{tikzcd}[onto/.style={two heads}]\n"
                 "A \\ar[r, my iso=red] & B \\ar[r, onto] & C\n"
                 "\\end{tikzcd}\n"
                 "",
                 "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"\\\\cong\",2,{\"colour\":[0,100,"
                 "50],\"style\":{\"body\":{\"name\":\"dashed\"}}},[0,100,50,1]],[1,2,\"\",0,{"
                 "\"style\":{\"head\":{\"name\":\"epi\"}}}]]");
}

/* Colours that the text defines, and those of dvipsnames. */
static void
test_colours (void)
{
  check_quietly ("\\definecolor{mine}{HTML}{336699}\n"
                 "\\colorlet{half}{mine!50}\n"
                 "\\begin{tikzcd}\n"
                 "|[mine]| A \\ar[r, half] & B \\ar[r, ForestGreen, \"f\"{text=half}] & C\n"
                 "\\end{tikzcd}\n"
                 "",
                 "[0,3,[0,0,\"A\",[210,50,40,1]],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"\",0,{\"colour\":["
                 "209,33,70]}],[1,2,\"f\",0,{\"colour\":[153,100,30]},[209,33,70,1]]]");
}

/* Lines that Markdown quotes, and its fences. */
static void
test_quoted (void)
{
  check_quietly ("> \\begin{tikzcd}\n"
                 "> A \\ar[r, \"f\"] & B \\\\\n"
                 "> C \\ar[u]\n"
                 "> \\end{tikzcd}\n"
                 "\n"
                 "```tikzcd\n"
                 "X \\ar[r] & Y\n"
                 "```\n"
                 "",
                 "[0,3,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[0,1,\"f\"],[2,0]]\n"
                 "[0,2,[0,0,\"X\"],[1,0,\"Y\"],[0,1]]");
}

/* Labels of labels, and a path between what is called so: a 2-cell. */
static void
test_old_labels (void)
{
  check_quietly (
      "\\begin{tikzcd}\n"
      "C \\arrow[bend left=45]{r}[name=P,label=above:$\\scriptstyle F$]{} \\arrow[bend "
      "right=45]{r}[name=Q]{G}\n"
      "  \\arrow[phantom,to path={(P) -- node[] {$\\Downarrow$} (Q)}]{} & D\n"
      "\\end{tikzcd}\n"
      "",
      "[0,2,[0,0,\"C\"],[1,0,\"D\"],[0,1,\"F\",0,{\"curve\":-3,\"arrowchase\":{\"bend\":-45}}],[0,"
      "1,\"G\",0,{\"curve\":3,\"arrowchase\":{\"bend\":45}}],[2,3,\"\\\\Downarrow\",1,{\"style\":{"
      "\"body\":{\"name\":\"none\"},\"head\":{\"name\":\"none\"}}}]]");
}

/* Keys that change a picture by a shade are kept, and nothing is said. */
static void
test_fine_print (void)
{
  check_quietly ("\\begin{tikzcd}\n"
                 "A \\ar[r, crossing over, start anchor=10, to path={(\\tikztostart.east) |- "
                 "(\\tikztotarget.west)}, \"\\ge\"{rotate=30}] & B\n"
                 "\\end{tikzcd}\n"
                 "",
                 "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"\\\\ge\",0,{\"arrowchase\":{\"out\":0,\"in\":"
                 "180,\"tikz\":\"crossing over, start anchor=10, to path={(\\\\tikztostart.east) "
                 "|- (\\\\tikztotarget.west)}\",\"tikzlabel\":\"rotate=30\"}}]]");
}

/* Curves by their controls are drawn as near as out, in and looseness can say, and kept. */
static void
test_controls (void)
{
  check_quietly (
      "\\begin{tikzcd}\n"
      "A \\ar[r, controls={+(60:1) and +(120:1)}] \\ar[d, out=180, in=180, distance=1cm] & "
      "|(B)| B \\\\ C\n"
      "\\ar[ur, to path={(\\tikztostart.east) .. controls (B) and "
      "([yshift=-10mm]\\tikztotarget) .. (\\tikztotarget)}]\n"
      "\\ar[loop, to path={.. controls +(150:1) and +(210:1) .. (\\tikztotarget)}]\n"
      "\\end{tikzcd}\n",
      "[0,3,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[0,1,\"\",0,{\"curve\":-4,\"arrowchase\":{\"out\":"
      "60,\"in\":120,\"looseness\":2.076,\"tikz\":\"controls={+(60:1) and "
      "+(120:1)}\",\"target\":{\"tikz\":\"alias=B\"}}}],[0,2,\"\",0,{\"curve\":6,\"arrowchase\":{"
      "\"out\":180,\"in\":180,\"looseness\":2.907}}],[2,1,\"\",0,{\"curve\":2,\"arrowchase\":{"
      "\"out\":39.289,\"in\":-90,\"looseness\":2.489,\"tikz\":\"to path={(\\\\tikztostart.east) .. "
      "controls (B) and ([yshift=-10mm]\\\\tikztotarget) .. "
      "(\\\\tikztotarget)}\"}}],[2,2,\"\",0,{\"radius\":-3,\"angle\":90,\"arrowchase\":{\"tikz\":"
      "\"to path={.. controls +(150:1) and +(210:1) .. "
      "(\\\\tikztotarget)}\",\"tikzloop\":\"loop\"}}]]");
}

/* Those that count from a place that is not known are reported. */
static void
test_lost_controls (void)
{
  static const char *const keys[] = {
    "controls={(1,2) and (3,4)}",      "controls={+(1,2) and (nobody)}",       "controls=",
    "to path={.. controls +(0,0) ..}", "to path={.. controls +(1:1) and +(2}", "controls={($(}"
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("\\begin{tikzcd}\nA \\ar[r, %s] & B\n\\end{tikzcd}", keys[i]);
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autofree char *json
          = convert (CHASE_FORMAT_TIKZCD, text, CHASE_FORMAT_QUIVER_JSON, problems);
      g_autofree char *said = messages (problems);

      g_test_message ("%s: %s: %s", keys[i], said, json);
      g_assert_nonnull (strstr (json, "\"B\""));
      g_assert_nonnull (strstr (said, "controls"));
    }
}

/* Outlines of cells are drawn, and kept. */
static void
test_outlines (void)
{
  check_quietly (
      "\\begin{tikzcd}[cells={nodes={draw=red, fill=none, inner sep=2pt}}]\n"
      "A \\ar[r] & |[circle, dotted, fill={rgb,255:red,1;green,2;blue,3}]| B \\ar[r] & "
      "|[draw=none]| C \\ar[r] & |[draw, blue, rounded corners=2pt]| D\n"
      "\\end{tikzcd}\n",
      "[0,4,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\",[240,100,50,1]],[0,1,\"\",0,{"
      "\"arrowchase\":{\"source\":{\"outline\":\"rectangle\",\"outlinecolour\":\"#ff0000\"},"
      "\"target\":{\"outline\":\"circle\",\"outlinestyle\":\"dotted\",\"outlinecolour\":\"#"
      "ff0000\",\"outlinefill\":\"#010203\",\"tikz\":\"circle, dotted, "
      "fill={rgb,255:red,1;green,2;blue,3}\"}}}],[1,2,\"\",0,{\"arrowchase\":{\"target\":{\"tikz\":"
      "\"draw=none\"}}}],[2,3,\"\",0,{\"arrowchase\":{\"target\":{\"outline\":\"rounded\","
      "\"outlinecolour\":\"#0000ff\",\"tikz\":\"draw, blue, rounded corners=2pt\"}}}]]");
  check_quietly ("\\xymatrix{*+[F]{A} \\ar[r] & *+[o][F--]{B} \\ar[r] & *+[F-:<3pt>]{C}}",
                 "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"\",0,{\"arrowchase\":{\"source\":"
                 "{\"outline\":\"rectangle\",\"tikz\":\"draw\"},\"target\":{\"outline\":\"circle\","
                 "\"outlinestyle\":\"dashed\",\"tikz\":\"circle, draw, "
                 "dashed\"}}}],[1,2,\"\",0,{\"arrowchase\":{\"target\":{\"outline\":\"rounded\","
                 "\"tikz\":\"draw, rounded corners\"}}}]]");
}

/* Tails of arrows of xy-pic that point to their start. */
static void
test_tails_back (void)
{
  check_quietly (
      "\\xymatrix{A \\ar@{<-<}[r] & B \\ar@{<-^{)}}[r] & C \\ar@{<-|}[r] & D}",
      "[0,4,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[1,0,\"\",0,{\"style\":{\"tail\":{"
      "\"name\":\"mono\"}}}],[2,1,\"\",0,{\"style\":{\"tail\":{\"name\":\"hook\",\"side\":"
      "\"bottom\"}}}],[3,2,\"\",0,{\"style\":{\"tail\":{\"name\":\"maps to\"}}}]]");
}

/* By a style that the text defines; with colours and sizes of xy-pic. */
static void
test_outline_styles (void)
{
  check_quietly ("\\tikzset{ob/.style={circle, draw}}\n"
                 "\\begin{tikzcd}[box/.style={draw=#1, fill=yellow}]\n"
                 "|[box=red]| A \\ar[r] & |[ob, dashed]| B\n"
                 "\\end{tikzcd}\n",
                 "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"\",0,{\"arrowchase\":{\"source\":{"
                 "\"outline\":\"rectangle\",\"outlinecolour\":\"#ff0000\",\"outlinefill\":\"#"
                 "ffff00\",\"tikz\":\"box=red\"},\"target\":{\"outline\":\"circle\","
                 "\"outlinestyle\":\"dashed\",\"tikz\":\"ob, dashed\"}}}]]");
  check_quietly ("\\xymatrix{*+<10pt>[F-:red]{A} \\ar[r] & *[blue][F.]{B}}",
                 "[0,2,[0,0,\"A\"],[1,0,\"B\",[240,100,50,1]],[0,1,\"\",0,{\"arrowchase\":{"
                 "\"source\":{\"outline\":\"rectangle\",\"outlinecolour\":\"#ff0000\",\"tikz\":"
                 "\"draw=red\"},\"target\":{\"outline\":\"rectangle\",\"outlinestyle\":\"dotted\","
                 "\"outlinecolour\":\"#0000ff\",\"tikz\":\"blue, draw, dotted\"}}}]]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tikzcd/vectors", test_vectors);
  g_test_add_func ("/tikzcd/export-vectors", test_export_vectors);
  g_test_add_func ("/tikzcd/plain-vectors", test_plain_vectors);
  g_test_add_func ("/tikzcd/corpus-again", test_corpus_again);
  g_test_add_func ("/tikzcd/corpus-verbatim", test_corpus_verbatim);
  g_test_add_func ("/tikzcd/verbatim-forms", test_verbatim_forms);
  g_test_add_func ("/tikzcd/verbatim-touched", test_verbatim_touched);
  g_test_add_func ("/tikzcd/malformed", test_malformed);
  g_test_add_func ("/tikzcd/beyond-quiver", test_beyond_quiver);
  g_test_add_func ("/tikzcd/corpus", test_corpus);
  g_test_add_func ("/tikzcd/xymatrix", test_xymatrix);
  g_test_add_func ("/tikzcd/styles", test_styles);
  g_test_add_func ("/tikzcd/colours", test_colours);
  g_test_add_func ("/tikzcd/quoted", test_quoted);
  g_test_add_func ("/tikzcd/old-labels", test_old_labels);
  g_test_add_func ("/tikzcd/fine-print", test_fine_print);
  g_test_add_func ("/tikzcd/controls", test_controls);
  g_test_add_func ("/tikzcd/lost-controls", test_lost_controls);
  g_test_add_func ("/tikzcd/outlines", test_outlines);
  g_test_add_func ("/tikzcd/outline-styles", test_outline_styles);
  g_test_add_func ("/tikzcd/tails-back", test_tails_back);
  return g_test_run ();
}
