/* SPDX-License-Identifier: MIT */

/* However dense a text is, reading it takes no more than a hundred times its size. */
#include "interchange/interchange.h"
#include "notation/notation.h"

#include "../fuzz/fuzz.h"
#include "../support/sanitized.h"

#include <string.h>

#define SIZE 40000
/* What the tables of a reader take, whatever it reads. */
#define FLOOR 65536
/* The sanitizer's allocator moves whatever grows, and so holds it twice for a moment. */
#define FACTOR (SANITIZED ? FUZZ_MEMORY_FACTOR * 5 / 4 : FUZZ_MEMORY_FACTOR)

typedef enum
{
  SAME,     /* the unit as it is */
  DISTINCT, /* with another word each time in the place of its %s */
  COLUMNS,  /* with another number */
  GRID,     /* what stands before the line's end fills one row, what stands behind it the next */
} Unit;

/* A text of @open, then @unit again and again, then @close. */
typedef struct
{
  const char *name;
  ChaseFormat format;
  Unit kind;
  const char *open, *unit, *close;
} Dense;

static const Dense texts[] = {
#define LATEX(name, kind, open, unit, close)                                                       \
  {                                                                                                \
    name, CHASE_FORMAT_TIKZCD, kind, open, unit, close                                             \
  }
#define TIKZ(name, kind, unit) LATEX (name, kind, "\\begin{tikzcd} ", unit, "x\\end{tikzcd}")
#define XY(name, kind, unit) LATEX (name, kind, "\\xymatrix{ ", unit, "x}")
#define CD(name, kind, unit) LATEX (name, kind, "\\begin{CD} ", unit, "x\\end{CD}")
  TIKZ ("tikzcd/row", SAME, "a&"),
  TIKZ ("tikzcd/column", SAME, "a\\\\"),
  TIKZ ("tikzcd/words", DISTINCT, "%s&"),
  TIKZ ("tikzcd/braces", SAME, "{}&"),
  TIKZ ("tikzcd/arrows", SAME, "\\rar&"),
  TIKZ ("tikzcd/loops", SAME, "\\ar "),
  TIKZ ("tikzcd/labels", DISTINCT, "\\ar[r,\"%s\"]&"),
  TIKZ ("tikzcd/many labels", SAME,
        "\\ar[r,\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\"]&"),
  TIKZ ("tikzcd/keys", SAME, "\\ar[r,q,w,e,t,y,a,s,f,g,h,j,k,z,x]&"),
  TIKZ ("tikzcd/tails", SAME, "\\ar[tail]&"),
  TIKZ ("tikzcd/separators", SAME, "&"),
  LATEX ("tikzcd/environments", SAME, "", "\\begin{tikzcd}a\\end{tikzcd}", ""),
  LATEX ("tikzcd/open environments", SAME, "", "\\begin{tikzcd}}", ""),
  LATEX ("tikzcd/open matrices", SAME, "", "\\xymatrix{", ""),
  LATEX ("tikzcd/open comments", SAME, "", "\\iffalse ", "\\begin{tikzcd}a\\end{tikzcd}"),
  LATEX ("macros/definitions", DISTINCT, "", "\\def\\%s{a}", "\\begin{tikzcd}a\\end{tikzcd}"),
  LATEX ("macros/styles", DISTINCT, "\\tikzset{", "%s/.style=a,", "}\\begin{tikzcd}a\\end{tikzcd}"),
  LATEX ("macros/diagrams", SAME, "\\def\\d{\\begin{tikzcd}a&a&a&a&a&a&a&a&a&a&a&a&a\\end{tikzcd}}",
         "\\d ", ""),
  LATEX ("xymatrix/diagrams", SAME, "", "\\xymatrix{a}", ""),
  XY ("xymatrix/row", SAME, "a&"),
  XY ("xymatrix/loops", SAME, "\\ar"),
  XY ("xymatrix/labels", SAME, "\\ar^a"),
  XY ("xymatrix/two labels", SAME, "\\ar[r]_a^b&"),
  CD ("amscd/row", SAME, "@>>>a"),
  CD ("amscd/column", SAME, "a\\\\"),
  CD ("amscd/equals", SAME, "@="),
  CD ("amscd/upright equals", SAME, "@|"),
  CD ("amscd/nothing", SAME, "@."),
  CD ("amscd/arrows", SAME, "@>>>"),
  CD ("amscd/equal objects", SAME, "a@="),
  CD ("amscd/column of equals", SAME, "a\\\\@|\\\\"),
  CD ("amscd/objects and arrows", SAME, "a@>>>"),
  CD ("amscd/words", DISTINCT, "%s@="),
  CD ("amscd/labels", DISTINCT, "@>%s>>"),
  { "amscd/grid", CHASE_FORMAT_TIKZCD, GRID, "\\begin{CD} ", "a@=\n@|", "x\\end{CD}" },
  LATEX ("amscd/diagrams", SAME, "", "\\begin{CD}a@=a\\end{CD}", ""),
  TIKZ ("tikzcd/both ways", SAME, "\\rar\\dar&"),
  TIKZ ("tikzcd/both ways and object", SAME, "a\\rar\\dar&"),
  TIKZ ("tikzcd/short arrows", SAME, "\\ar[d]&"),
  TIKZ ("tikzcd/targets", SAME, "\\ar[dddd]"),
  TIKZ ("tikzcd/down", SAME, "\\dar&"),
  TIKZ ("tikzcd/no label", SAME, "\\rar[\"\"]&"),
  TIKZ ("tikzcd/one label", SAME, "\\rar[\"a\"]&"),
  TIKZ ("tikzcd/old labels", SAME, "\\rar{a}&"),
  TIKZ ("tikzcd/styles", SAME, "\\rar[hook]&"),
  XY ("xymatrix/arrows", SAME, "\\ar[r]&"),
  XY ("xymatrix/both ways", SAME, "\\ar[r]\\ar[d]&"),
  XY ("xymatrix/both ways and object", SAME, "a\\ar[r]\\ar[d]&"),
  XY ("xymatrix/old", SAME, "\\rto&"),
  XY ("xymatrix/old label", SAME, "\\rto^a&"),
  XY ("xymatrix/pair of labels", SAME, "\\ar^a_b"),
  XY ("xymatrix/styles", SAME, "\\ar@{=}"),
  XY ("xymatrix/lines", SAME, "\\ar@2"),
  LATEX ("xymatrix/pairs", SAME, "", "\\xymatrix{a&b}", ""),
  LATEX ("xymatrix/pairs with an arrow", SAME, "", "\\xymatrix{\\ar[r]&b}", ""),
  LATEX ("xymatrix/pairs with a loop", SAME, "", "\\xymatrix{\\ar}", ""),
  LATEX ("tikzcd/diagrams of an arrow", SAME, "", "\\begin{tikzcd}\\rar&\\end{tikzcd}", ""),
  LATEX ("tikzcd/diagrams of cells", SAME, "", "\\begin{tikzcd}a&a&a\\end{tikzcd}", ""),
  { "quiver/vertices", CHASE_FORMAT_QUIVER_JSON, COLUMNS, "[0,9999999", ",[%u,0]", "]" },
  { "quiver/edges", CHASE_FORMAT_QUIVER_JSON, SAME, "[0,1,[0,0]", ",[0,0]", "]" },
  { "quiver/options", CHASE_FORMAT_QUIVER_JSON, SAME, "[0,1,[0,0]", ",[0,0,\"\",0,{\"a\":{}}]",
    "]" },
  { "quiver/holes", CHASE_FORMAT_QUIVER_JSON, SAME, "[0,0", ",0", "]" },
  { "quiver/diagrams", CHASE_FORMAT_QUIVER_JSON, SAME, "", "[0,0]", "" },
  { "quiver/links", CHASE_FORMAT_QUIVER_URL, SAME, "",
    "https://q.uiver.app/#q=WzAsMSxbMCwwXV0= ", "" },
  { "dot/nodes", CHASE_FORMAT_DOT, DISTINCT, "digraph{", "%s;", "}" },
  { "dot/chain", CHASE_FORMAT_DOT, DISTINCT, "digraph{a", ";b->%s", "}" },
  { "dot/every pair", CHASE_FORMAT_DOT, DISTINCT, "digraph{{", "%s;", "}->{a b c d e f g h}}" },
  { "dot/every pair with a name", CHASE_FORMAT_DOT, DISTINCT, "digraph{{", "%s;",
    "}->subgraph s{a b c d e}}" },
  { "dot/loops", CHASE_FORMAT_DOT, SAME, "digraph{a", "->a", "}" },
  { "dot/lines", CHASE_FORMAT_DOT, SAME, "graph{a", "--a", "}" },
  { "dot/quick lines", CHASE_FORMAT_DOT, DISTINCT, "graph{a", "--%s", "}" },
  { "dot/clusters", CHASE_FORMAT_DOT, DISTINCT, "digraph{", "subgraph cluster%s{a->b}", "}" },
  { "dot/graphs", CHASE_FORMAT_DOT, SAME, "", "digraph{a->b}", "" },
  { "dot/subgraphs", CHASE_FORMAT_DOT, SAME, "digraph{", "{}", "}" },
  { "fletcher/nodes", CHASE_FORMAT_FLETCHER, SAME, "#diagram(", "node((0,0),$a$),", ")" },
  { "fletcher/edges", CHASE_FORMAT_FLETCHER, SAME, "#diagram(", "edge(),", ")" },
  { "fletcher/row", CHASE_FORMAT_FLETCHER, SAME, "#diagram($", "a&", "a$)" },
  { "fletcher/column", CHASE_FORMAT_FLETCHER, SAME, "#diagram($", "a\\\n", "a$)" },
  { "fletcher/bare edges", CHASE_FORMAT_FLETCHER, SAME, "#diagram($a", "edge()&", "$)" },
  { "fletcher/edges in a row", CHASE_FORMAT_FLETCHER, SAME, "#diagram($a", "edge(->)&", "$)" },
  { "fletcher/edges with a way", CHASE_FORMAT_FLETCHER, SAME, "#diagram($", "edge(\"r\",->)&",
    "$)" },
  { "fletcher/nodes of words", CHASE_FORMAT_FLETCHER, DISTINCT, "#diagram(", "node((0,0),$%s$),",
    ")" },
  { "fletcher/diagrams", CHASE_FORMAT_FLETCHER, SAME, "", "#diagram($a edge(->)&b$)", "" },
  { "commute/nodes", CHASE_FORMAT_FLETCHER, SAME, "#commutative-diagram(", "node((0,0),$$),", ")" },
  { "commute/names", CHASE_FORMAT_FLETCHER, DISTINCT, "#commutative-diagram(",
    "node((0,0),$$,\"%s\"),", ")" },
  { "commute/diagrams", CHASE_FORMAT_FLETCHER, SAME, "", "#commutative-diagram(node((0,0),$$))",
    "" },
  { "commute/arrows", CHASE_FORMAT_FLETCHER, SAME, "#commutative-diagram(node((0,0),$a$),",
    "arr((0,0),(0,0),$$),", ")" },
  { "chase/objects", CHASE_FORMAT_CHASE, SAME, "category C { objects a", ",a", "}" },
  { "chase/words", CHASE_FORMAT_CHASE, DISTINCT, "category C { objects a", ",%s", "}" },
  { "chase/arrows", CHASE_FORMAT_CHASE, SAME, "category C { a", ",f", ":a->a}" },
  { "chase/draws", CHASE_FORMAT_CHASE, SAME, "diagram D { a", ";a", "}" },
  { "chase/path", CHASE_FORMAT_CHASE, SAME, "check f", ".f", "=f" },
  { "chase/set", CHASE_FORMAT_CHASE, SAME, "functor F:C->Set{A|->{a", ",a", "}}" },
  { "chase/styles", CHASE_FORMAT_CHASE, SAME, "diagram D {", "a[x];", "a}" },
};

static void
append_word (GString *text, guint number)
{
  for (guint i = 0; i < 4; i++, number /= 26)
    g_string_append_c (text, (char)('a' + number % 26));
}

/* As many columns of two rows as there is room for. */
static void
append_rows (GString *text, const char *unit)
{
  gsize n = strlen (unit) - 1, first = strcspn (unit, "\n");

  for (guint row = 0; row < 2; row++)
    {
      for (guint i = 0; i < SIZE / n; i++)
        g_string_append_len (text, unit + (row == 0 ? 0 : first + 1),
                             (gssize)(row == 0 ? first : n - first));
      g_string_append (text, "\\\\ ");
    }
}

static GString *
make (const Dense *dense)
{
  const char *hole = strchr (dense->unit, '%');
  GString *text = g_string_new (dense->open);

  for (guint i = 0; text->len < SIZE; i++)
    {
      if (dense->kind == GRID)
        {
          append_rows (text, dense->unit);
          break;
        }
      if (dense->kind == SAME)
        {
          g_string_append (text, dense->unit);
          continue;
        }
      g_string_append_len (text, dense->unit, hole - dense->unit);
      if (dense->kind == DISTINCT)
        append_word (text, i);
      else
        g_string_append_printf (text, "%u", i);
      g_string_append (text, hole + 2);
    }
  g_string_append (text, dense->close);
  return text;
}

static void
test_dense (gconstpointer data)
{
  const Dense *dense = data;
  g_autoptr (GString) text = make (dense);
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = NULL;
  gsize peak;

  fuzz_memory_begin ();
  if (dense->format == CHASE_FORMAT_CHASE)
    document = chase_notation_parse (text->str, text->len, problems);
  else
    document = chase_interchange_read (dense->format, text->str, text->len, "x", problems);
  peak = fuzz_memory_peak ();
  g_test_message ("%zu bytes were read with %.0f times as much", text->len,
                  (double)peak / (double)text->len);
  g_assert_cmpuint (peak, <=, FLOOR + FACTOR * text->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strconcat ("/memory/", texts[i].name, NULL);

      g_test_add_data_func (path, &texts[i], test_dense);
    }
  return g_test_run ();
}
