/* SPDX-License-Identifier: MIT */
#include "drawing/draw.h"
#include "drawing/export.h"
#include "engine/view.h"
#include "model/problem.h"
#include "notation/notation.h"
#include "typeset/typeset.h"

#include <string.h>

/* Computed diagrams: what is in them, and how each of them was drawn when it was last approved. */

typedef struct
{
  ChaseDocument *document;
  ChaseTheory *theory;
} Fixture;

static char *
source_file (const char *name)
{
  return g_build_filename (g_getenv ("CHASE_SOURCE_ROOT"), "tests", "engine", "views", name, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = source_file ("views.chase"), *text = NULL;
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  fixture->document = chase_notation_parse (text, length, problems);
  fixture->theory = chase_theory_new (fixture->document, problems);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  chase_theory_unref (fixture->theory);
  chase_document_unref (fixture->document);
}

static ChaseDiagram *
compute (Fixture *fixture, const char *text, GPtrArray *problems)
{
  g_autoptr (ChaseItem) item = chase_notation_parse_view (text, problems);

  g_assert_nonnull (item);
  return chase_view_compute (fixture->theory, item, NULL, problems);
}

/* One letter for every label: how formulas are set is not this room's business. */
static void
use_letters (ChaseDiagram *diagram)
{
  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    {
      ChaseCell *cell = &g_array_index (diagram->cells, ChaseCell, i);

      if (strlen (cell->label) > 1)
        cell->label = cell->level == 0 ? "M" : "m";
    }
}

static void
compare (ChaseDiagram *diagram, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL), *path = source_file (file);
  g_autoptr (ChaseFonts) fonts = NULL;
  g_autoptr (ChaseScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *expected = NULL;

  fonts = chase_fonts_new (NULL, &error);
  g_assert_no_error (error);
  if (strcmp (chase_fonts_get_math_family (fonts), "Latin Modern Math") != 0)
    {
      g_test_skip ("Latin Modern Math is not installed");
      return;
    }
  use_letters (diagram);
  scene = chase_draw_diagram (diagram, fonts, NULL, NULL);
  text = chase_scene_to_text (scene);
  if (g_getenv ("CHASE_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_golden (Fixture *fixture, gconstpointer data)
{
  const char *const *view = data;
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDiagram) diagram = compute (fixture, view[1], problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_nonnull (diagram);
  compare (diagram, view[0]);
}

static const ChaseDiagramFrame *
frame_at (const ChaseDiagram *diagram, guint index)
{
  g_assert_cmpuint (index, <, diagram->frames->len);
  return g_ptr_array_index (diagram->frames, index);
}

/* The colour of the first node or edge of that label. */
static ChaseColour
colour_of (const ChaseDiagram *diagram, const char *label)
{
  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    if (strcmp (chase_diagram_get_cell (diagram, i)->label, label) == 0)
      return chase_diagram_get_cell (diagram, i)->style->colour;
  g_assert_not_reached ();
}

static gboolean
alike (const ChaseDiagram *diagram, const char *a, const char *b)
{
  ChaseColour one = colour_of (diagram, a), other = colour_of (diagram, b);

  return chase_colour_equal (&one, &other);
}

/* An element runs both ways: each way has its colour, what is met both times a third, and what is
 * never met none. */
static void
test_chase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) diagram = compute (fixture, "sets M at a along h . f = k . g", NULL);
  g_autoptr (ChaseDiagram) large = compute (fixture, "sets Q at 9 along s = t", NULL);
  g_autoptr (ChaseDiagram) dual = compute (fixture, "sets P at v along s = t", NULL);
  g_autoptr (ChaseDiagram) hom = compute (fixture, "sets Hom(A, -) at f along h", NULL);
  g_autoptr (ChaseDiagram) orbit = compute (fixture, "sets Q at 3", NULL);

  g_assert_true (alike (diagram, "a", "d"));
  g_assert_true (alike (diagram, "b", "M(f)"));
  g_assert_true (alike (diagram, "c", "M(k)"));
  g_assert_false (alike (diagram, "b", "c"));
  g_assert_false (alike (diagram, "a", "b"));
  g_assert_true (alike (diagram, "a'", "b'"));
  g_assert_false (alike (diagram, "a'", "c"));
  /* The ninth of ten is seen. */
  g_assert_true (alike (large, "9", "u"));
  g_assert_false (alike (large, "1", "u"));
  g_assert_true (alike (dual, "y", "P(s)"));
  g_assert_true (alike (dual, "x", "P(t)"));
  g_assert_true (alike (hom, "f", "h \\circ f"));
  g_assert_false (alike (hom, "f", "g"));
  g_assert_true (alike (orbit, "v", "w"));
  g_assert_false (alike (orbit, "v", "u"));
  g_assert_null (compute (fixture, "sets M at x along h . f", NULL));
  g_assert_null (compute (fixture, "sets M at b along h . f", NULL));
  g_assert_null (compute (fixture, "sets M at a along h . f = g", NULL));
  g_assert_null (compute (fixture, "sets M at x", NULL));
}

static void
test_sets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) diagram = compute (fixture, "sets M", NULL);
  g_autoptr (ChaseDiagram) large = compute (fixture, "sets Q", NULL);
  g_autoptr (ChaseDiagram) hom = compute (fixture, "sets Hom(-, D)", NULL);

  g_assert_cmpuint (diagram->n_nodes, ==, 8);
  g_assert_cmpuint (chase_diagram_n_cells (diagram), ==, 8 + 2 + 2 + 2 + 1);
  g_assert_cmpuint (diagram->frames->len, ==, 4);
  g_assert_cmpstr (frame_at (diagram, 1)->label, ==, "M(B)");
  g_assert_cmpuint (frame_at (diagram, 3)->n_nodes, ==, 3);
  /* Ten elements: six, and dots; arrows from the six alone. */
  g_assert_cmpuint (large->n_nodes, ==, 7 + 3);
  g_assert_cmpstr (chase_diagram_get_cell (large, 6)->label, ==, "\\vdots");
  g_assert_cmpuint (chase_diagram_n_cells (large), ==, 10 + 12);
  g_assert_cmpstr (frame_at (large, 0)->label, ==, "Q(E)\\ \\text{(10)}");
  g_assert_cmpuint (hom->n_nodes, ==, 4);
  g_assert_cmpstr (chase_diagram_get_cell (hom, 1)->label, ==, "h");
  g_assert_cmpuint (chase_diagram_n_cells (hom), ==, 8);
}

static guint
count_body (const ChaseDiagram *diagram, ChaseBody body)
{
  guint n = 0;

  for (guint32 i = diagram->n_nodes; i < chase_diagram_n_cells (diagram); i++)
    n += chase_diagram_get_cell (diagram, i)->style->body == body;
  return n;
}

static void
test_image (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) diagram = compute (fixture, "image H", NULL);
  const ChaseCell *y = chase_diagram_get_cell (diagram, 1),
                  *z = chase_diagram_get_cell (diagram, 2);
  const ChaseCell *b = chase_diagram_get_cell (diagram, 4),
                  *c = chase_diagram_get_cell (diagram, 5);

  g_assert_cmpuint (diagram->n_nodes, ==, 7);
  g_assert_cmpuint (diagram->frames->len, ==, 2);
  g_assert_cmpuint (count_body (diagram, CHASE_BODY_DASHED), ==, 3);
  g_assert_cmpuint (count_body (diagram, CHASE_BODY_DOTTED), ==, 1);
  /* What is identified has one colour; what is missed has none of those. */
  g_assert_true (chase_colour_equal (&y->style->colour, &z->style->colour));
  g_assert_true (chase_colour_equal (&y->style->colour, &b->style->colour));
  g_assert_false (chase_colour_equal (&y->style->colour, &c->style->colour));
  for (guint32 i = 0; i < 3; i++)
    for (guint32 j = 3; j < 7; j++)
      g_assert_cmpfloat (chase_diagram_get_cell (diagram, i)->x, <,
                         chase_diagram_get_cell (diagram, j)->x);
}

static void
test_yoneda (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) diagram = compute (fixture, "yoneda P at V", NULL);

  g_assert_cmpuint (diagram->n_nodes, ==, 6);
  g_assert_cmpuint (chase_diagram_n_cells (diagram), ==, 9);
  g_assert_cmpstr (chase_diagram_get_cell (diagram, 1)->label, ==, "\\mathrm{id}_{V} \\mapsto v");
  g_assert_cmpstr (chase_diagram_get_cell (diagram, 4)->label, ==, "v");
  g_assert_cmpstr (frame_at (diagram, 0)->label, ==, "\\mathrm{Nat}(\\mathrm{Hom}(-, V), P)");
}

/* The apex is the node after those of the drawing. */
static void
assert_apex (Fixture *fixture, const char *view, guint32 n, const char *label, guint n_cells)
{
  g_autoptr (ChaseDiagram) diagram = compute (fixture, view, NULL);

  g_assert_nonnull (diagram);
  g_assert_cmpuint (diagram->n_nodes, ==, n + 1);
  g_assert_cmpstr (chase_diagram_get_cell (diagram, n)->label, ==, label);
  g_assert_cmpuint (chase_diagram_n_cells (diagram), ==, n_cells);
}

static void
assert_none (Fixture *fixture, const char *view, const char *reason)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDiagram) diagram = compute (fixture, view, problems);

  g_assert_null (diagram);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (((ChaseProblem *)problems->pdata[0])->message, reason));
}

static void
test_cone (Fixture *fixture, gconstpointer data)
{
  /* Two arrows, two legs and the sign in the corner. */
  assert_apex (fixture, "cone cospan", 3, "A", 4 + 5);
  assert_apex (fixture, "cocone span", 3, "D", 4 + 5);
  assert_apex (fixture, "cone pair", 2, "A", 3 + 2);
  assert_apex (fixture, "cocone pair", 2, "D", 3 + 2);
  assert_apex (fixture, "cone square", 4, "A", 5 + 4 + 1);
  assert_none (fixture, "cone parallel", "no limit");
  assert_none (fixture, "cocone parallel", "no colimit");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDiagram) infinite = compute (fixture, "all Loop", problems);

  g_assert_null (infinite);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_null (compute (fixture, "cone around", NULL));
  g_assert_null (compute (fixture, "sets F", NULL));
  g_assert_null (compute (fixture, "sets nothing", NULL));
  g_assert_null (compute (fixture, "image Id(Set)", NULL));
  g_assert_null (compute (fixture, "yoneda P at nowhere", NULL));
  g_assert_null (compute (fixture, "cone nothing", NULL));
}

/* The two ways round a square that need not commute. */
static void
test_countermodel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseTerm) term = chase_term_new_name ("Par");
  const ChaseCategory *category = chase_theory_category (fixture->theory, term, NULL);
  g_autoptr (ChaseEngine) engine = chase_engine_new (category->presentation);
  const guint32 s = 0, t = 1;
  const ChaseWord left = { &s, 1 }, right = { &t, 1 };
  g_autoptr (ChaseAnswer) answer = chase_engine_equal (engine, 0, left, right, NULL, NULL);
  g_autoptr (ChaseDiagram) diagram = NULL;
  guint n_coloured = 0;

  g_assert_cmpint (answer->verdict, ==, CHASE_VERDICT_FAILS);
  g_assert_cmpint (answer->evidence->kind, ==, CHASE_EVIDENCE_MODEL);
  diagram = chase_view_countermodel (category, &answer->evidence->model, 0, left, right);
  g_assert_cmpuint (diagram->frames->len, ==, 2);
  for (guint32 i = diagram->n_nodes; i < chase_diagram_n_cells (diagram); i++)
    for (guint32 j = diagram->n_nodes; j < i; j++)
      {
        const ChaseCell *a = chase_diagram_get_cell (diagram, i);
        const ChaseCell *b = chase_diagram_get_cell (diagram, j);

        /* From the element, to the two results, each in its colour. */
        n_coloured
            += a->source == b->source && a->target != b->target
               && !chase_colour_equal (&a->style->colour, &b->style->colour)
               && chase_colour_equal (&a->style->colour,
                                      &chase_diagram_get_cell (diagram, a->target)->style->colour);
      }
  g_assert_cmpuint (n_coloured, >=, 1);
  compare (diagram, "countermodel");
}

/* In a set too large to be shown the elements that matter come first. */
static void
test_large_countermodel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseTerm) term = chase_term_new_name ("Par");
  const ChaseCategory *category = chase_theory_category (fixture->theory, term, NULL);
  const guint32 sizes[] = { 20, 30 }, s = 0, t = 1;
  g_autoptr (ChaseEvidence) model = chase_model_new (category->presentation, sizes, 15, 20, 25);
  g_autoptr (ChaseDiagram) diagram = NULL;

  for (guint32 x = 0; x < 20; x++)
    {
      chase_model_set (model, s, x, x + 5);
      chase_model_set (model, t, x, x + 10);
    }
  diagram = chase_view_countermodel (category, &model->model, 0, (ChaseWord){ &s, 1 },
                                     (ChaseWord){ &t, 1 });
  g_assert_cmpuint (diagram->n_nodes, ==, 14);
  g_assert_cmpstr (chase_diagram_get_cell (diagram, 0)->label, ==, "15");
  g_assert_cmpstr (chase_diagram_get_cell (diagram, 7)->label, ==, "20");
  g_assert_cmpstr (chase_diagram_get_cell (diagram, 8)->label, ==, "25");
  g_assert_cmpuint (chase_diagram_get_cell (diagram, 14)->target, ==, 7);
}

static void
test_proof_step (Fixture *fixture, gconstpointer data)
{
  ChaseItem *item = chase_document_find (fixture->document, "square");
  g_autofree guint32 *cells = NULL;
  g_autoptr (ChaseShape) shape = chase_theory_shape (fixture->theory, item, &cells, NULL);
  g_autoptr (ChaseEngine) engine = chase_engine_new (shape->presentation);
  const guint32 around[] = { 0, 2 }, below[] = { 1, 3 };
  g_autoptr (ChaseAnswer) answer = chase_engine_equal (engine, 0, (ChaseWord){ around, 2 },
                                                       (ChaseWord){ below, 2 }, NULL, NULL);
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_assert_cmpint (answer->evidence->kind, ==, CHASE_EVIDENCE_PROOF);
  g_assert_cmpuint (answer->evidence->proof.n_steps, ==, 1);
  g_assert_true (
      chase_view_proof_step (shape, cells, &answer->evidence->proof, 0, 0, before, after));
  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpuint (g_array_index (before, guint32, 0), ==, 4);
  g_assert_cmpuint (g_array_index (before, guint32, 1), ==, 6);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpuint (g_array_index (after, guint32, 0), ==, 5);
  g_assert_cmpuint (g_array_index (after, guint32, 1), ==, 7);
  g_assert_false (
      chase_view_proof_step (shape, cells, &answer->evidence->proof, 0, 3, before, after));
  g_assert_cmpuint (before->len, ==, 0);
}

/* A proof tells arrows that the drawing calls the same apart. */
static void
test_proof_namesakes (void)
{
  static const char text[] = "diagram square {\n  A at 0, 0; B at 1, 0; C at 0, 1; D at 1, 1\n"
                             "  f : A -> B \"!\"; g : A -> C; h : B -> D; k : C -> D \"!\"\n"
                             "  h . f = k . g\n}\ndiagram steps = proof h . f = k . g in square\n";
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), NULL);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  g_autoptr (ChaseDiagram) diagram
      = chase_view_compute (theory, chase_document_find (document, "steps"), NULL, NULL);

  g_assert_nonnull (diagram);
  g_assert_cmpuint (diagram->frames->len, ==, 1);
  g_assert_nonnull (strstr (frame_at (diagram, 0)->label, "{{h} \\circ {{!}_{A}}}"));
  g_assert_nonnull (strstr (frame_at (diagram, 0)->label, "{{{!}_{C}} \\circ {g}}"));
}

/* Styles of a written drawing ask for frames and dots too, and positions keep them. */
static void
test_frames (Fixture *fixture, gconstpointer data)
{
  ChaseItem *item = chase_document_find (fixture->document, "framed");
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new (fixture->document, item, NULL);
  const double positions[] = { 0, 0, 2, 0, 0, 2 };
  g_autoptr (ChaseDiagram) moved = chase_diagram_with_positions (diagram, positions);

  g_assert_cmpuint (diagram->frames->len, ==, 2);
  g_assert_cmpstr (frame_at (diagram, 0)->label, ==, "S");
  g_assert_cmpint (frame_at (diagram, 0)->shape, ==, CHASE_FRAME_BOX);
  g_assert_cmpuint (frame_at (diagram, 0)->n_nodes, ==, 2);
  g_assert_cmpint (frame_at (diagram, 1)->shape, ==, CHASE_FRAME_ELLIPSE);
  g_assert_cmpuint (frame_at (diagram, 1)->nodes[0], ==, 2);
  g_assert_cmpuint (moved->frames->len, ==, 2);
  g_assert_cmpstr (frame_at (moved, 1)->label, ==, "T");
  compare (diagram, "framed");
}

static void
test_description (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) sets = compute (fixture, "sets N", NULL);
  g_autoptr (ChaseDiagram) pushout = compute (fixture, "cocone span", NULL);
  g_autoptr (ChaseFonts) fonts = chase_fonts_new (NULL, NULL);
  g_autofree char *one = chase_describe_diagram (sets, fonts, NULL, NULL, 0);
  g_autofree char *two = chase_describe_diagram (pushout, fonts, NULL, NULL, 0);

  g_assert_nonnull (strstr (one, " holds p and q."));
  g_assert_nonnull (strstr (two, "A pushout sign stands at D."));
}

static const char *const views[][2] = {
  { "sets-square", "sets M" },
  { "sets-large", "sets Q" },
  { "sets-empty", "sets N" },
  { "sets-hom", "sets Hom(A, -)" },
  { "sets-within", "sets S" },
  { "sets-chase", "sets M at a along h . f = k . g" },
  { "sets-orbit", "sets S at b" },
  { "image-arrow", "image F" },
  { "image-chain", "image H" },
  { "image-square", "image I" },
  { "image-sets", "image M" },
  { "image-functors", "image yoneda(Chain)" },
  { "yoneda", "yoneda P at V" },
  { "cone-cospan", "cone cospan" },
  { "cocone-span", "cocone span" },
  { "cone-pair", "cone pair" },
  { "cocone-pair", "cocone pair" },
  { "all-square", "all Square" },
  { "all-chain", "all Chain" },
  { "prism", "naturality beta . alpha at a" },
  { "prisms", "naturality id(K) . beta . alpha" },
  { "proof", "proof h . f = k . g in square" },
};

/* Charts: what is given so far, and which cell of the picture is what. */

#define CHART                                                                                      \
  "category C { objects X, Y; p : X -> Y; q : X -> Y }\n"                                          \
  "functor M : C -> Set { X |-> {a, b}; Y |-> {c}; p |-> {b |-> c} }\n"                            \
  "contravariant functor K : C -> Set { X |-> {u}; p |-> {} }\n"                                   \
  "functor N : C -> Set { X |-> {1}; Y |-> {2}; p |-> {1 |-> 2}; q |-> {1 |-> 2} }\n"              \
  "transformation alpha : N => N { X |-> {1 |-> 1}; Y |-> {2 |-> 2} }\n"                           \
  "diagram d = sets alpha\ncheck d commutes\n"

static ChaseSetChart *
chart_of (ChaseTheory *theory, const char *name)
{
  g_autoptr (ChaseTerm) term = chase_term_new_name (name);

  return chase_set_chart_new (theory, term);
}

static void
test_chart (void)
{
  g_autoptr (ChaseDocument) document = chase_notation_parse (CHART, strlen (CHART), NULL);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  g_autoptr (ChaseSetChart) m = chart_of (theory, "M");
  g_autoptr (ChaseSetChart) k = chart_of (theory, "K");
  g_autoptr (ChaseSetChart) alpha = chart_of (theory, "alpha");
  g_autoptr (ChaseItem) item = chase_notation_parse_view ("sets M", NULL);
  g_autoptr (ChaseDiagram) drawn = chase_view_compute (theory, item, NULL, NULL);
  const ChaseChartFunction *p;
  ChaseChartCell cell;

  g_assert_null (chart_of (theory, "C"));
  p = chase_set_chart_function (m, 0);
  g_assert_cmpuint (p->values[0], ==, CHASE_CHART_MISSING);
  g_assert_cmpuint (p->values[1], ==, 0);
  /* Three elements, and the one value that there is. */
  g_assert_cmpuint (chase_diagram_n_cells (drawn), ==, 4);
  cell = chase_view_chart_cell (m, 3);
  g_assert_cmpint (cell.kind, ==, CHASE_CHART_FUNCTION);
  g_assert_cmpuint (cell.element, ==, 1);
  cell = chase_view_chart_cell (m, 2);
  g_assert_cmpint (cell.kind, ==, CHASE_CHART_SET);
  g_assert_cmpuint (cell.index, ==, 1);
  g_assert_cmpint (chase_view_chart_cell (m, 4).kind, ==, CHASE_CHART_NOTHING);

  /* The function of a contravariant functor runs the other way, and a set may be missing. */
  g_assert_null (chase_set_chart_set (k, 1)->elements);
  g_assert_cmpuint (chase_set_chart_function (k, 0)->source, ==, 1);
  g_assert_cmpuint (chase_set_chart_function (k, 0)->target, ==, 0);
  g_assert_cmpuint (chase_set_chart_n_sets (alpha), ==, 4);
  g_assert_cmpuint (chase_set_chart_n_functions (alpha), ==, 6);
  g_assert_true (chase_set_chart_function (alpha, 5)->component);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *path = g_strconcat ("/view/golden/", views[i][0], NULL);

      g_test_add (path, Fixture, views[i], set_up, test_golden, tear_down);
    }
  g_test_add ("/view/chase", Fixture, NULL, set_up, test_chase, tear_down);
  g_test_add ("/view/sets", Fixture, NULL, set_up, test_sets, tear_down);
  g_test_add ("/view/image", Fixture, NULL, set_up, test_image, tear_down);
  g_test_add ("/view/yoneda", Fixture, NULL, set_up, test_yoneda, tear_down);
  g_test_add ("/view/cone", Fixture, NULL, set_up, test_cone, tear_down);
  g_test_add ("/view/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/view/countermodel", Fixture, NULL, set_up, test_countermodel, tear_down);
  g_test_add ("/view/large-countermodel", Fixture, NULL, set_up, test_large_countermodel,
              tear_down);
  g_test_add_func ("/view/proof-namesakes", test_proof_namesakes);
  g_test_add ("/view/proof-step", Fixture, NULL, set_up, test_proof_step, tear_down);
  g_test_add ("/view/frames", Fixture, NULL, set_up, test_frames, tear_down);
  g_test_add ("/view/description", Fixture, NULL, set_up, test_description, tear_down);
  g_test_add_func ("/view/chart", test_chart);
  return g_test_run ();
}
