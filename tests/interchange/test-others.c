/* SPDX-License-Identifier: MIT */
#include "vectors.h"

#include <string.h>

/* Written in another format and read back, a diagram is what quiver says it is. */
static guint
count_changed (ChaseFormat format)
{
  g_autofree char *text = shared_file ("quiver-vectors.json");
  g_autoptr (ChaseJson) vectors = NULL;
  const char *message;
  gsize at;
  guint changed = 0;

  if (text == NULL)
    return 0;
  vectors = chase_json_parse (text, strlen (text), NULL, &at, &message);
  for (guint i = 0; i < chase_json_length (vectors); i++)
    {
      const ChaseJson *vector = chase_json_nth (vectors, i);
      g_autofree char *canonical = json_text (chase_json_get (vector, "canonical"));
      g_autofree char *written = convert (CHASE_FORMAT_QUIVER_JSON, canonical, format, NULL);
      g_autofree char *json = convert (format, written, CHASE_FORMAT_QUIVER_JSON, NULL);

      if (strcmp (g_strchomp (json), canonical) == 0)
        continue;
      changed++;
      g_test_message ("%s\n%s\n%s\n%s", chase_json_get (vector, "name")->string, written, canonical,
                      json);
    }
  return changed;
}

static void
test_dot_vectors (void)
{
  g_assert_cmpuint (count_changed (CHASE_FORMAT_DOT), ==, 0);
}

static void
test_dot_corpus (void)
{
  g_auto (GStrv) names = shared_files ("corpus/quiver");

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *text = shared_file (names[i]);
      g_autofree char *before
          = convert (CHASE_FORMAT_QUIVER_URL, text, CHASE_FORMAT_QUIVER_JSON, NULL);
      g_autofree char *dot = convert (CHASE_FORMAT_QUIVER_URL, text, CHASE_FORMAT_DOT, NULL);
      g_autofree char *after = convert (CHASE_FORMAT_DOT, dot, CHASE_FORMAT_QUIVER_JSON, NULL);

      g_test_message ("%s", names[i]);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
check (ChaseFormat format, const char *text, const char *expected)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autofree char *json = convert (format, text, CHASE_FORMAT_QUIVER_JSON, problems);

  g_assert_cmpstr (g_strchomp (json), ==, expected);
  g_assert_false (chase_problems_has_error (problems));
}

/* Graphs as people write them. */
static void
test_dot_wild (void)
{
  check (CHASE_FORMAT_DOT,
         "digraph G { rankdir=LR; A -> B [label=\"f\", style=dashed]; A -> C [arrowhead=none "
         "color=red];\n"
         "  subgraph cluster_x { C; D [label=\"two words\"] } B -> D [dir=back] }",
         "[0,4,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"\\\\text{two words}\"],"
         "[0,1,\"f\",0,{\"style\":{\"body\":{\"name\":\"dashed\"}}}],"
         "[0,2,\"\",0,{\"colour\":[0,100,50],\"style\":{\"head\":{\"name\":\"none\"}}}],[3,1]]");
  check (CHASE_FORMAT_DOT,
         "graph { bb=\"0,0,72,72\"; a [pos=\"27,90\"]; b [pos=\"99,18\"]; a -- b }",
         "[0,2,[0,0,\"a\"],[1,1,\"b\"],[0,1,\"\",0,{\"style\":{\"head\":{\"name\":\"none\"}}}]]");
  check (CHASE_FORMAT_DOT, "digraph { x [pos=\"0,0!\"] } digraph { y [pos=\"0,0!\"] }",
         "[0,1,[0,0,\"x\"]]\n[0,1,[0,0,\"y\"]]");
}

/* Backslashes of TeX once and twice, ends of lines among them, and before quotes. */
static void
test_dot_backslashes (void)
{
  static const char nodes[]
      = "[0,3,[0,0,\"\\\\substack{x\\\\\\\\y}\"],[1,0,\"x\\\\\\\\y\"],[2,0,\"K\\\\\\\"a\"]]";
  g_autofree char *dot = convert (CHASE_FORMAT_QUIVER_JSON, nodes, CHASE_FORMAT_DOT, NULL);

  check (CHASE_FORMAT_DOT, dot, nodes);
  check (CHASE_FORMAT_DOT, "digraph { a [texlbl=\"$\\\\alpha\\\\,\\\\beta$\", pos=\"0,0!\"] }",
         "[0,1,[0,0,\"\\\\alpha\\\\,\\\\beta\"]]");
  check (CHASE_FORMAT_DOT, "digraph { a [label=\"$\\\\alpha \\\\times A$\", pos=\"0,0!\"] }",
         "[0,1,[0,0,\"\\\\alpha \\\\times A\"]]");
}

/* Where nothing has a place, a label has no side unless one is said. */
static void
test_dot_sides (void)
{
  g_autofree char *free
      = to_notation (CHASE_FORMAT_DOT, "digraph { a -> b [label=f]; a -> c [label=g, "
                                       "quiver=\"[0,{}]\"] }");

  g_assert_nonnull (strstr (free, "f : a -> b\n"));
  g_assert_nonnull (strstr (free, "g : a -> c [label = left]\n"));
}

/* A node's colour may be given by either name. */
static void
test_node_colour (void)
{
  static const ChaseFormat formats[]
      = { CHASE_FORMAT_QUIVER_JSON, CHASE_FORMAT_DOT, CHASE_FORMAT_TIKZCD, CHASE_FORMAT_FLETCHER };
  g_autoptr (ChaseDocument) document
      = read_text (CHASE_FORMAT_QUIVER_JSON, "[0,1,[0,0,\"A\"]]", 1, NULL);
  ChaseStatement *node = g_ptr_array_index (chase_document_get_item (document, 0)->statements, 0);

  node->style = chase_style_new ();
  g_assert_true (chase_colour_parse_hex ("#ff0000", &node->style->colour));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = chase_interchange_write (formats[i], document, NULL, NULL, NULL);

      check (formats[i], text, "[0,1,[0,0,\"A\",[0,100,50,1]]]");
    }
}

/* How nodes and lines look, in the notation. */
static void
test_dot_looks (void)
{
  static const struct
  {
    const char *text, *said;
  } cases[] = {
    { "graph { a [shape=box] }", "[outline = \"rectangle\"]" },
    { "graph { a [shape=circle, color=steelblue3] }",
      "[outline = \"circle\", outlinecolour = \"#5094cd\"]" },
    { "graph { a [shape=doublecircle] }", "[outline = \"circle\", outlinestyle = \"double\"]" },
    { "graph { a [peripheries=2] }", "[outline = \"ellipse\", outlinestyle = \"double\"]" },
    { "graph { a [style=\"filled,dashed\"] }",
      "[outline = \"ellipse\", outlinestyle = \"dashed\", outlinefill = \"#d3d3d3\"]" },
    { "graph { node [style=filled shape=plaintext fillcolor=\"0.5 1 1\"] a }",
      "[outline = \"rectangle\", outlinestyle = \"none\", outlinefill = \"#00ffff\"]" },
    { "graph { a [shape=rect, style=rounded, color=transparent, fontcolor=green] }",
      "[labelcolour = \"#00ff00\"]" },
    { "graph { a [shape=point, color=red] }", "\"\\bullet\" [labelcolour = red]" },
    { "digraph { a -> b [color=\"gray40:gray40\"] }", "[level = 2, colour = \"#666666\"]" },
    { "digraph { a -> b [color=\"red;0.3:blue\"] }", "[colour = red]" },
    { "digraph { a -> b [label=f, xlabel=g] }", "also = \"g\" [label = right]" },
    { "digraph D { label=\"Two \\\"words\\\"\" a }", "diagram D \"Two \\\"words\\\"\" {" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *notation = to_notation (CHASE_FORMAT_DOT, cases[i].text);
      g_autofree char *dot = NULL;
      g_autofree char *again = NULL;
      g_autoptr (ChaseDocument) document = read_text (CHASE_FORMAT_DOT, cases[i].text, 1, NULL);

      g_test_message ("%s", cases[i].text);
      if (strstr (notation, cases[i].said) == NULL)
        g_error ("%s is not in %s", cases[i].said, notation);
      dot = chase_interchange_write (CHASE_FORMAT_DOT, document, NULL, NULL, NULL);
      again = to_notation (CHASE_FORMAT_DOT, dot);
      if (strstr (cases[i].text, "digraph") == NULL && strstr (again, cases[i].said) == NULL)
        g_error ("%s is not in %s", cases[i].said, again);
    }
}

/* fletcher's nodes in the notation; what is written is read as the same. */
static void
test_fletcher_outlines (void)
{
  static const struct
  {
    const char *text, *said;
  } cases[] = {
    { "#diagram(node((0,0), $A$, stroke: 1pt))", "A at 0, 0 [outline = \"circle\"]" },
    { "#diagram(node((0,0), $A B$, stroke: 1pt + red))",
      "[outline = \"rectangle\", outlinecolour = \"#ff0000\"]" },
    { "#diagram(node((0,0), $A$, shape: rect, corner-radius: 3pt, fill: luma(90%)))",
      "[outline = \"rounded\", outlinestyle = \"none\", outlinefill = \"#e6e6e6\"]" },
    { "#diagram(node((0,0), $A$, shape: fletcher.shapes.ellipse, stroke: (paint: rgb(\"#123456\"), "
      "dash: \"dotted\")))",
      "[outline = \"ellipse\", outlinestyle = \"dotted\", outlinecolour = \"#123456\"]" },
    { "#diagram(node((0,0), $A$, shape: circle, stroke: black.lighten(50%), extrude: (0, 3)))",
      "[outline = \"circle\", outlinestyle = \"double\", outlinecolour = \"#808080\"]" },
    { "#diagram(node-stroke: .1em, node-fill: aqua, node-shape: rect, node((0,0), $A$))",
      "[outline = \"rectangle\", outlinefill = \"#7fdbff\"]" },
    { "#diagram(node-stroke: 1pt, node((0,0), $A$, stroke: none))", "A at 0, 0\n" },
    { "#diagram(node((0,0), align(center)[$A$]))", "A at 0, 0\n" },
    { "#diagram(node((0,0), $A$), node((1,0), $B$), edge((0,0), (1,0), \"->\", stroke: (paint: "
      "red, "
      "dash: \"dashed\")))",
      "_ : A -> B [dashed, colour = red]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autoptr (ChaseDocument) document
          = read_text (CHASE_FORMAT_FLETCHER, cases[i].text, 1, problems);
      g_autofree char *typst = NULL;
      g_autofree char *notation = to_notation (CHASE_FORMAT_FLETCHER, cases[i].text);
      g_autofree char *again = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (problems->len, ==, 0);
      if (strstr (notation, cases[i].said) == NULL)
        g_error ("%s is not in %s", cases[i].said, notation);
      typst = chase_interchange_write (CHASE_FORMAT_FLETCHER, document, NULL, NULL, NULL);
      again = to_notation (CHASE_FORMAT_FLETCHER, typst);
      if (strchr (cases[i].said, '>') == NULL && strstr (again, cases[i].said) == NULL)
        g_error ("%s is not in %s", cases[i].said, again);
      g_assert_null (strstr (typst, "// http"));
    }
}

static void
test_dot_bad (void)
{
  static const char *const texts[]
      = { "", "digraph {", "digraph { a -> }", "hello", "digraph { a [label=< ] }" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) problems = chase_problems_new ();

      chase_document_unref (read_text (CHASE_FORMAT_DOT, texts[i], 0, problems));
      g_assert_true (chase_problems_has_error (problems));
    }
}

/* A mistake is said at its line, and graphs that a few signs make large are not built. */
static void
test_dot_said (void)
{
  static const struct
  {
    const char *text, *said;
  } cases[] = {
    { "digraph {\n a -> b\n b -> -> c\n}\ndigraph { d -> e}\n",
      "3:1: error: Graphviz cannot read this graph at '->'" },
    { "digraph {\n a -> b\n", "3:1: error: Graphviz cannot read this graph: it is not closed" },
  };
  g_autoptr (GString) chain = g_string_new ("digraph { a");
  g_autoptr (GString) pairs = g_string_new ("digraph { {");
  g_autoptr (GPtrArray) problems = chase_problems_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = chase_problems_new ();
      g_autofree char *said = NULL;

      chase_document_unref (chase_interchange_read (CHASE_FORMAT_DOT, cases[i].text,
                                                    strlen (cases[i].text), "x", found));
      said = messages (found);
      g_test_message ("%s", said);
      g_assert_nonnull (strstr (said, strstr (cases[i].said, "Graphviz")));
      g_assert_cmpuint (((ChaseProblem *)g_ptr_array_index (found, 0))->line, ==, 3);
    }
  /* cgraph's parser holds no longer chain: what it lost was not said. */
  for (guint i = 0; i < 5000; i++)
    {
      g_string_append_printf (chain, "->n%u", i);
      g_string_append_printf (pairs, " n%u", i);
    }
  g_string_append (chain, "}");
  g_string_append (pairs, "} -> subgraph x { a b c d e f g h i j } }");
  chase_document_unref (
      chase_interchange_read (CHASE_FORMAT_DOT, chain->str, chain->len, "x", problems));
  g_assert_true (chase_problems_has_error (problems));
  g_ptr_array_set_size (problems, 0);
  chase_document_unref (read_text (CHASE_FORMAT_DOT, pairs->str, 0, problems));
  g_assert_true (chase_problems_has_error (problems));
  /* A grid of groups is no harm. */
  check (CHASE_FORMAT_DOT, "digraph { {a b} -> subgraph s {c d} }",
         "[0,4,[0,0,\"a\"],[1,0,\"b\"],[2,0,\"c\"],[3,0,\"d\"],[0,2],[0,3],[1,2],[1,3]]");
}

static void
test_fletcher_corpus (void)
{
  g_auto (GStrv) names = shared_files ("corpus/fletcher");

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *text = shared_file (names[i]);
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autoptr (ChaseDocument) document = read_text (CHASE_FORMAT_FLETCHER, text, 1, problems);
      g_autofree char *said = messages (problems);
      guint calls[2] = { 0, 0 }, found[2] = { 0, 0 };
      const ChaseItem *item = chase_document_get_item (document, 0);

      g_test_message ("%s", names[i]);
      g_assert_cmpstr (said, ==, "");
      for (const char *p = text; *p != '\0'; p++)
        {
          calls[0] += g_str_has_prefix (p, "node(");
          calls[1] += g_str_has_prefix (p, "arr(");
        }
      for (guint j = 0; j < chase_item_n_statements (item); j++)
        found[chase_item_get_statement (item, j)->kind == CHASE_STATEMENT_ARROW]++;
      g_assert_cmpuint (found[0], >=, calls[0]);
      g_assert_cmpuint (found[1], ==, calls[1]);
    }
}

static void
test_fletcher_forms (void)
{
  check (CHASE_FORMAT_FLETCHER,
         "#diagram(cell-size: 15mm, {\n  node((0,0), $A times B$, name: <p>)\n  node((1,0), "
         "$\"Hom\"(X_1, bb(Z))$)\n"
         "  edge(<p>, (1,0), $pi_1$, \"hook->\", label-side: right) // a remark, with (\n  "
         "edge((0,0), \"r\", \"=>\", bend: 36deg)\n})",
         "[0,2,[0,0,\"A \\\\times B\"],[1,0,\"\\\\text{Hom}(X_1, \\\\mathbb{Z})\"],"
         "[0,1,\"\\\\pi_1\",2,{\"style\":{\"tail\":{\"name\":\"hook\",\"side\":\"top\"}}}],"
         "[0,1,\"\",0,{\"curve\":-2,\"level\":2}]]");
}

/* fletcher in a formula: cells, rows, edges without ends, code behind a hash. */
static void
test_fletcher_formula (void)
{
  check (
      CHASE_FORMAT_FLETCHER,
      "#diagram(spacing: 2cm, $\n  P edge(p, ->) edge(\"d\", q, ->>) & X edge(\"d\", f, |->) \\\n"
      "  Y edge(\"r\", g, \"hook->\", bend: #(-36deg)) & Z slash 2\n$)",
      "[0,4,[0,0,\"P\"],[1,0,\"X\"],[0,1,\"Y\"],[1,1,\"Z / 2\"],[0,1,\"p\"],"
      "[0,2,\"q\",0,{\"style\":{\"head\":{\"name\":\"epi\"}}}],"
      "[1,3,\"f\",0,{\"style\":{\"tail\":{\"name\":\"maps to\"}}}],"
      "[2,3,\"g\",0,{\"curve\":2,\"style\":{\"tail\":{\"name\":\"hook\",\"side\":\"top\"}}}]]");
}

/* Ends that are not written, relative places, names bound by let, arrows that point back. */
static void
test_fletcher_ends (void)
{
  check (CHASE_FORMAT_FLETCHER,
         "#diagram({\n  let (a, b) = ((0, 0), (1, 0))\n  node(a, $A$)\n  edge(\"->\")\n  node(b, "
         "$B$)\n"
         "  edge(\"d\", \"<-\", $h$, label-side: right)\n  node((rel: (0, 1)), $C$, name: <c>)\n"
         "  edge(a, <c>, label: $k$, marks: \"-->\")\n})",
         "[0,3,[0,0,\"A\"],[1,0,\"B\"],[1,1,\"C\"],[0,1],[2,1,\"h\"],"
         "[0,2,\"k\",0,{\"style\":{\"body\":{\"name\":\"dashed\"}}}]]");
}

/* Places behind marks, content and code in formulas, colours of text, as fletcher's own documents
 * have them. */
static void
test_fletcher_arguments (void)
{
  check (CHASE_FORMAT_FLETCHER,
         "#diagram(node((0,0), $X$, name: <x>), node((1,0), $Y$, name: <y>), edge(<y>, \"-->\", "
         "<x>), edge(\"->\", <x>))",
         "[0,2,[0,0,\"X\"],[1,0,\"Y\"],[1,0,\"\",0,{\"style\":{\"body\":{\"name\":\"dashed\"}}}],["
         "1,0]]");
  check (CHASE_FORMAT_FLETCHER,
         "#diagram($ \"Hom\"(A,B) edge(->, \"f_*\"^*) & RR^n edge(\"r\", ->, #$\"ev\"_0$) & A(S) "
         "edge(\"l\", <-, script(h), #right) $)",
         "[0,3,[0,0,\"\\\\text{Hom}(A,B)\"],[1,0,\"\\\\mathbb{R}^n\"],[2,0,\"A(S)\"],[0,1,"
         "\"\\\\text{f_*}^*\"],[1,2,\"\\\\text{ev}_0\"],[1,2,\"\\\\mathord{h}\"]]");
  check (CHASE_FORMAT_FLETCHER,
         "#diagram(node((0,0), text(red, $A$)), node((1,0), [#text(blue)[$B$]]), edge((0,0),(1,0), "
         "text(green, \"lab\"), \"->\"))",
         "[0,2,[0,0,\"A\",[0,100,50,1]],[1,0,\"B\",[240,100,50,1]],[0,1,\"\\\\text{lab}\",0,{},["
         "120,100,25,1]]]");
}

/* Edges that turn leave and arrive as they do, and are written so. */
static void
test_fletcher_turns (void)
{
  static const struct
  {
    const char *edge, *written;
  } edges[] = {
    { "edge((0,0), (1,0), (1,1), \"->\")", "edge((0, 0), (1, 0), (1, 1), \"->\")" },
    { "edge((0,0), (1,1), \"->\", corner: right)", "edge((0, 0), (1, 0), (1, 1), \"->\")" },
    { "edge((0,0), (1,1), \"->\", corner: left)", "edge((0, 0), (0, 1), (1, 1), \"->\")" },
    { "edge((0,0), \"d,r\", \"->\")", "edge((0, 0), (0, 1), (1, 1), \"->\")" },
    { "edge((1,1), \"u,l\", \"->\")", "edge((1, 1), (1, 0), (0, 0), \"->\")" },
    { "edge((0,0), (1,1), \"->\", bend: 25deg)", "edge((0, 0), (1, 1), \"->\", bend: 25deg)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "#diagram({\nnode((0,0), $A$)\nnode((1,1), $B$)\n%s\n})", edges[i].edge);
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autofree char *written
          = convert (CHASE_FORMAT_FLETCHER, text, CHASE_FORMAT_FLETCHER, problems);

      g_test_message ("%s", written);
      g_assert_nonnull (strstr (written, edges[i].written));
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

/* A double arrow between two places in the middle of arrows is a 2-cell. */
static void
test_fletcher_2_cells (void)
{
  check (CHASE_FORMAT_FLETCHER,
         "#diagram({\n  node((0, 0), $A$)\n  node((1, 0), $B$)\n"
         "  edge((0, 0), (1, 0), $f$, \"->\", bend: 36deg)\n"
         "  edge((0, 0), (1, 0), $g$, \"->\", bend: -36deg)\n"
         "  edge((0.5, -0.1), (0.5, 0.1), $alpha$, \"=>\")\n})",
         "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"curve\":-2}],[0,1,\"g\",0,{\"curve\":2}],"
         "[2,3,\"\\\\alpha\"]]");
}

/* commute finds a node by what it shows, too. */
static void
test_commute_content (void)
{
  check (CHASE_FORMAT_FLETCHER,
         "#commutative-diagram(\n  node((0, 0), $X$),\n  node((0, 1), $Y$),\n"
         "  arr($X$, $Y$, $f$, \"inj\", label-pos: right),\n)",
         "[0,2,[0,0,\"X\"],[1,0,\"Y\"],"
         "[0,1,\"f\",2,{\"style\":{\"tail\":{\"name\":\"hook\",\"side\":\"top\"}}}]]");
}

/* What fletcher cannot say stands in a link above; text that was changed counts for itself. */
static void
test_fletcher_link (void)
{
  static const char json[]
      = "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",2,{\"offset\":1,\"curve\":2}]]";
  g_autofree char *written = convert (CHASE_FORMAT_QUIVER_JSON, json, CHASE_FORMAT_FLETCHER, NULL);
  g_auto (GStrv) parts = g_strsplit (written, "$B$", 2);
  g_autofree char *changed = g_strjoinv ("$C$", parts);

  g_assert_true (g_str_has_prefix (written, "// https://q.uiver.app/#q="));
  check (CHASE_FORMAT_FLETCHER, written, json);
  check (CHASE_FORMAT_FLETCHER, changed,
         "[0,2,[0,0,\"A\"],[1,0,\"C\"],[0,1,\"f\",2,{\"curve\":2}]]");
}

static void
check_typst (const char *latex, const char *expected)
{
  g_autofree char *json = g_strdup_printf ("[0,1,[0,0,\"%s\"]]", latex);
  g_auto (GStrv) parts = g_strsplit (json, "\\", -1);
  g_autofree char *escaped = g_strjoinv ("\\\\", parts);
  g_autofree char *written
      = convert (CHASE_FORMAT_QUIVER_JSON, escaped, CHASE_FORMAT_FLETCHER, NULL);
  /* Behind the comment with the link, where there is one. */
  const char *typst = strstr (written, "#diagram");
  g_autofree char *whole = g_strdup_printf ("#diagram({\n\tnode((0, 0), [$%s$])\n})\n", expected);

  g_assert_cmpstr (typst, ==, whole);
}

static void
test_typst_labels (void)
{
  check_typst ("A \\times B", "A times B");
  check_typst ("fg", "f g");
  check_typst ("x_{12}^n", "x_(12)^n");
  check_typst ("\\mathbb{Z}/2", "bb(Z)\\/2");
  check_typst ("\\mathrm{Hom}(A, -)", "\"Hom\"(A, -)");
  check_typst ("\\frac{a}{bc}", "frac(a, b c)");
  check_typst ("\\tilde f\\circ g", "tilde(f)compose g");
  check_typst ("\\hookleftarrow", "↩");
  /* What would be another thing to Typst: names, calls, arguments, scripts on nothing. */
  check_typst ("G{H}{\\beta}", "G H beta");
  check_typst ("\\cdot(x)", "dot (x)");
  check_typst ("\\alpha.b", "alpha .b");
  check_typst ("\\tilde{a,b;(c,d)}", "tilde(a\\,b\\;(c,d))");
  check_typst ("x_{[0,1)}", "x_(\\[0,1\\))");
  /* A backslash at the end would take the sign behind the formula with it. */
  check_typst ("x\\\\", "x \\ ");
  check_typst ("{}^{\\bot}Y^{}", "\"\"^(bot)Y^(\"\")");
}

/* What a graph before it left open is no part of the next one. */
static void
test_dot_after (void)
{
  static const char *const open[]
      = { "digraph { a } \"x", "digraph { a } /* y", "digraph { a } <<z",       "\"", "/*", "<",
          "digraph { a <<<",   "# 1 \"foo",          "digraph { a [label=<b> }" };

  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    {
      static const char good[] = "digraph { p -> q }";
      g_autoptr (GPtrArray) first = chase_problems_new ();
      g_autoptr (GPtrArray) second = chase_problems_new ();
      g_autoptr (ChaseDocument) broken
          = chase_interchange_read (CHASE_FORMAT_DOT, open[i], strlen (open[i]), "x", first);
      g_autoptr (ChaseDocument) document
          = chase_interchange_read (CHASE_FORMAT_DOT, good, strlen (good), "x", second);

      g_assert_nonnull (broken);
      g_assert_cmpuint (chase_document_n_items (document), ==, 1);
      g_assert_cmpuint (second->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dot/vectors", test_dot_vectors);
  g_test_add_func ("/dot/corpus", test_dot_corpus);
  g_test_add_func ("/dot/wild", test_dot_wild);
  g_test_add_func ("/dot/backslashes", test_dot_backslashes);
  g_test_add_func ("/dot/sides", test_dot_sides);
  g_test_add_func ("/interchange/node-colour", test_node_colour);
  g_test_add_func ("/dot/looks", test_dot_looks);
  g_test_add_func ("/fletcher/outlines", test_fletcher_outlines);
  g_test_add_func ("/dot/bad", test_dot_bad);
  g_test_add_func ("/dot/said", test_dot_said);
  g_test_add_func ("/fletcher/corpus", test_fletcher_corpus);
  g_test_add_func ("/fletcher/forms", test_fletcher_forms);
  g_test_add_func ("/fletcher/formula", test_fletcher_formula);
  g_test_add_func ("/fletcher/ends", test_fletcher_ends);
  g_test_add_func ("/fletcher/arguments", test_fletcher_arguments);
  g_test_add_func ("/fletcher/turns", test_fletcher_turns);
  g_test_add_func ("/fletcher/2-cells", test_fletcher_2_cells);
  g_test_add_func ("/fletcher/link", test_fletcher_link);
  g_test_add_func ("/commute/content", test_commute_content);
  g_test_add_func ("/typst/labels", test_typst_labels);
  g_test_add_func ("/others/dot/after", test_dot_after);
  return g_test_run ();
}
