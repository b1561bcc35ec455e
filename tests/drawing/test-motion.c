/* SPDX-License-Identifier: MIT */
#include "drawing/animate-svg.h"
#include "drawing/motion-kinds.h"
#include "drawing/paint-cairo.h"
#include "drawing/palette.h"
#include "drawing/scene-private.h"
#include "engine/tale.h"
#include "engine/view.h"
#include "model/problem.h"
#include "notation/notation.h"
#include "typeset/typeset.h"

#include <math.h>
#include <string.h>

/* What moves is a function of the time: it starts and ends where it should, and makes no jumps. */

#define DOCUMENT                                                                                   \
  "category C { objects A, B, E\n f : A -> B\n g : B -> E }\n"                                     \
  "category D { objects X, Y, Z\n u : X -> Y\n v : Y -> Z\n w : X -> Z }\n"                        \
  "functor F : C -> D { A |-> X; B |-> Z; E |-> Z; f |-> v . u; g |-> id(Z) }\n"                   \
  "functor G : C -> D { A |-> X; B |-> Z; E |-> Z; f |-> v . u; g |-> id(Z) }\n"                   \
  "transformation alpha : F => G { A |-> id(X); B |-> id(Z); E |-> id(Z) }\n"                      \
  "diagram square {\n"                                                                             \
  "  A at 0, 0; B at 1, 0; C at 0, 1; D at 1, 1\n"                                                 \
  "  f : A -> B [step = 1]; g : A -> C [curve = 1]; h : B -> D [body = dashed]; k : C -> D\n"      \
  "}\n"                                                                                            \
  "diagram ladder {\n"                                                                             \
  "  A at 0, 0; B at 1, 0; E at 2, 0; P at 0, 1; Q at 1, 1; R at 2, 1\n"                           \
  "  a : A -> B; b : B -> E; c : P -> Q; d : Q -> R; p : A -> P; q : B -> Q; r : E -> R\n"         \
  "  q . a = c . p; r . b = d . q\n"                                                               \
  "}\n"                                                                                            \
  "diagram given {\n"                                                                              \
  "  A at 0, 0; B at 1, 0; C at 0, 1; D at 1, 1\n"                                                 \
  "  f : A -> B; g : A -> C; h : B -> D; k : C -> D\n  h . f = k . g\n"                            \
  "}\n"                                                                                            \
  "functor N : given -> Set {\n"                                                                   \
  "  A |-> {x}; B |-> {y}; C |-> {z}; D |-> {s, t}\n"                                              \
  "  f |-> {x |-> y}; g |-> {x |-> z}; h |-> {y |-> s}; k |-> {z |-> s}\n"                         \
  "}\n"                                                                                            \
  "functor M : square -> Set {\n"                                                                  \
  "  A |-> {x}; B |-> {y}; C |-> {z}; D |-> {s, t}\n"                                              \
  "  f |-> {x |-> y}; g |-> {x |-> z}; h |-> {y |-> s}; k |-> {z |-> t}\n"                         \
  "}\n"                                                                                            \
  "check r . b . a = d . c . p in ladder\n"                                                        \
  "check k . g = h . f in given\n"                                                                 \
  "diagram turned = opposite square\n"                                                             \
  "diagram picture = image F\n"                                                                    \
  "diagram natural = naturality alpha at f\n"

typedef struct
{
  ChaseFonts *fonts;
  ChaseDocument *document;
  ChaseTheory *theory;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (GError) error = NULL;

  fixture->fonts = chase_fonts_new (NULL, &error);
  g_assert_no_error (error);
  fixture->document = chase_notation_parse (DOCUMENT, strlen (DOCUMENT), problems);
  g_assert_false (chase_problems_has_error (problems));
  fixture->theory = chase_theory_new (fixture->document, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  chase_theory_unref (fixture->theory);
  chase_document_unref (fixture->document);
  chase_fonts_unref (fixture->fonts);
}

static ChaseItem *
item (Fixture *fixture, const char *name)
{
  return chase_document_find (fixture->document, name);
}

static ChaseDiagram *
diagram (Fixture *fixture, const char *name)
{
  if (item (fixture, name)->view != CHASE_VIEW_NONE)
    return chase_view_compute (fixture->theory, item (fixture, name), NULL, NULL);
  return chase_diagram_new (fixture->document, item (fixture, name), NULL);
}

static ChaseScene *
draw (Fixture *fixture, const char *name, guint step)
{
  g_autoptr (ChaseDiagram) drawn = diagram (fixture, name);
  ChaseDrawOptions options;

  chase_draw_options_init (&options);
  options.step = step;
  return chase_draw_diagram (drawn, fixture->fonts, NULL, &options);
}

/* Five moments side by side, among the artifacts of the build. */
static void
show (const ChaseMotion *motion, const char *name)
{
  const char *place = g_getenv ("CHASE_SCREENSHOTS");
  ChaseRect box = chase_motion_get_bounds (motion);
  g_autofree char *path = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (place == NULL)
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(5 * (box.width + 100)),
                                        (int)box.height + 100);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (ChaseScene) scene = chase_motion_at (motion, i / 4.0);

      cairo_save (cr);
      cairo_translate (cr, i * (box.width + 100) + 50 - box.x, 50 - box.y);
      chase_paint_cairo (scene, cr, NULL, 1);
      cairo_restore (cr);
    }
  g_mkdir_with_parents (place, 0755);
  path = g_strdup_printf ("%s/motion-%s.png", place, name);
  cairo_surface_write_to_png (surface, path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
assert_scene (const ChaseMotion *motion, double t, const ChaseScene *expected)
{
  g_autoptr (ChaseScene) scene = chase_motion_at (motion, t);
  g_autofree char *text = chase_scene_to_text (scene);
  g_autofree char *wanted = chase_scene_to_text (expected);

  /* The bounds, in the first line, are those of the whole motion. */
  g_assert_cmpstr (strchr (text, '\n'), ==, strchr (wanted, '\n'));
}

/* The middle of all ink, weighted by how much of it is seen. */
static ChasePoint
weight (const ChaseScene *scene)
{
  ChasePoint sum = { 0, 0 };
  double whole = 0;

  for (guint i = 0; i < chase_scene_n_items (scene); i++)
    {
      const ChaseSceneItem *found = chase_scene_get_item (scene, i);
      double seen = (found->paint.rgba & 255) / 255.0;

      g_assert_true (isfinite (found->bounds.x) && isfinite (found->bounds.width));
      sum.x += seen * (found->bounds.x + found->bounds.width / 2);
      sum.y += seen * (found->bounds.y + found->bounds.height / 2);
      whole += seen;
    }
  g_assert_cmpfloat (whole, >, 0);
  return chase_point (sum.x / whole, sum.y / whole);
}

static void
assert_smooth (const ChaseMotion *motion)
{
  ChasePoint before = { 0, 0 };

  for (int i = 0; i <= 400; i++)
    {
      g_autoptr (ChaseScene) scene = chase_motion_at (motion, i / 400.0);
      ChasePoint now = weight (scene);

      if (i > 0)
        g_assert_cmpfloat (hypot (now.x - before.x, now.y - before.y), <, 6);
      before = now;
    }
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseScene) before = draw (fixture, "square", 0);
  g_autoptr (ChaseScene) after = draw (fixture, "square", 1);
  g_autoptr (ChaseMotion) motion = chase_motion_of_step (before, after, CHASE_THEME_LIGHT);

  assert_scene (motion, 0, before);
  assert_scene (motion, 1, after);
  assert_scene (motion, -3, before);
  assert_scene (motion, 7, after);
  assert_smooth (motion);
  show (motion, "step");
}

/* The first tale of @kind that is told of the diagram @name, as a motion. */
static ChaseMotion *
tell (Fixture *fixture, const char *name, ChaseTaleKind kind, ChaseTheme theme)
{
  g_autoptr (ChaseDiagram) drawn = diagram (fixture, name);
  ChaseBudget budget = { .seconds = 5 };
  g_autoptr (GPtrArray) faces
      = chase_tale_faces (fixture->theory, item (fixture, name), &budget, NULL);
  g_autoptr (GPtrArray) tales = chase_tales (fixture->theory, item (fixture, name), drawn, faces);

  for (guint i = 0; i < tales->len; i++)
    {
      const ChaseTale *tale = g_ptr_array_index (tales, i);

      if (tale->kind == kind)
        return chase_motion_of_tale (tale, fixture->theory, item (fixture, name), drawn,
                                     fixture->fonts, NULL, theme);
    }
  return NULL;
}

/* Arrows that turn go nowhere that a camera on the motion does not see. */
static void
assert_within (const ChaseMotion *motion)
{
  ChaseRect box = chase_motion_get_bounds (motion);

  box = chase_rect_grown (&box, 8);
  for (guint k = 0; k <= 20; k++)
    {
      g_autoptr (ChaseScene) scene = chase_motion_at (motion, k / 20.0);

      for (guint i = 0; i < chase_scene_n_items (scene); i++)
        {
          ChaseRect item = chase_scene_get_item (scene, i)->bounds;

          g_assert_cmpfloat (item.x, >=, box.x);
          g_assert_cmpfloat (item.y, >=, box.y);
          g_assert_cmpfloat (item.x + item.width, <=, box.x + box.width);
          g_assert_cmpfloat (item.y + item.height, <=, box.y + box.height);
        }
    }
}

static void
test_opposite (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseScene) first = draw (fixture, "square", G_MAXUINT);
  g_autoptr (ChaseScene) last = draw (fixture, "turned", G_MAXUINT);
  g_autoptr (ChaseMotion) motion = tell (fixture, "turned", CHASE_TALE_OPPOSITE, CHASE_THEME_LIGHT);

  assert_scene (motion, 0, first);
  assert_scene (motion, 1, last);
  assert_smooth (motion);
  assert_within (motion);
  show (motion, "opposite");
}

/* From the letter of the label of @cell to the "op" behind it, or 0 where that is not seen. */
static double
find_gap (const ChaseScene *scene, guint32 cell)
{
  double places[2] = { 0, 0 };

  for (guint i = 0; i < chase_scene_n_items (scene); i++)
    {
      const ChaseSceneItem *label = chase_scene_get_item (scene, i);

      if (label->cell == cell && (label->n_glyphs == 1 || label->n_glyphs == 2))
        places[label->n_glyphs - 1] = label->glyphs[0].x;
    }
  return places[1] != 0 ? places[1] - places[0] : 0;
}

/* The "op" of a label comes beside its letter, not over it. */
static void
test_superscript (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseMotion) motion = tell (fixture, "turned", CHASE_TALE_OPPOSITE, CHASE_THEME_LIGHT);
  g_autoptr (ChaseScene) end = chase_motion_at (motion, 1);
  guint seen = 0;

  for (guint32 cell = 4; cell < 8; cell++)
    for (guint k = 1; k < 100; k++)
      {
        g_autoptr (ChaseScene) scene = chase_motion_at (motion, k / 100.0);
        double gap = find_gap (scene, cell);

        if (gap == 0)
          continue;
        g_assert_cmpfloat (fabs (gap - find_gap (end, cell)), <, 0.01);
        seen++;
      }
  g_assert_cmpuint (seen, >, 300);
}

/* Does a straight piece of @line, or a head of it, lie in @box? */
static gboolean
lies_in (const ChaseSceneItem *line, const ChaseRect *box)
{
  for (guint i = 0; i + 1 < line->n_points; i++)
    for (guint k = 0; k <= 10; k++)
      {
        ChasePoint at = chase_point_mix (line->points[i], line->points[i + 1], k / 10.0);

        if (chase_rect_contains (box, at.x, at.y, 0))
          return TRUE;
      }
  return FALSE;
}

/* Is the label of an arrow seen on its own line, that of a copy, of another colour, on the copy's?
 * A line that is aslant may cut a corner of the box around a label, though not its letters. */
static gboolean
is_struck_out (const ChaseScene *scene, guint32 cell)
{
  for (guint i = 0; i < chase_scene_n_items (scene); i++)
    {
      const ChaseSceneItem *label = chase_scene_get_item (scene, i);
      ChaseRect box = chase_rect_grown (&label->bounds, -2);

      if (label->cell != cell || label->n_glyphs == 0 || (label->paint.rgba & 255) < 48)
        continue;
      for (guint k = 0; k < chase_scene_n_items (scene); k++)
        {
          const ChaseSceneItem *line = chase_scene_get_item (scene, k);

          if (line->cell == cell && line->role == CHASE_ROLE_BODY
              && ((line->paint.rgba ^ label->paint.rgba) & 0xffffff00) == 0 && lies_in (line, &box))
            return TRUE;
        }
    }
  return FALSE;
}

/* The first diagram of @text, and how its arrows turn. */
static ChaseMotion *
turn_first (Fixture *fixture, const char *cells)
{
  g_autofree char *text
      = g_strdup_printf ("diagram d {\n%s\n}\ndiagram turned = opposite d\n", cells);
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), NULL);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  ChaseItem *turned = chase_document_nth (document, CHASE_ITEM_DIAGRAM, 1);
  g_autoptr (ChaseDiagram) drawn = chase_view_compute (theory, turned, NULL, NULL);
  g_autoptr (GPtrArray) tales = chase_tales (theory, turned, drawn, NULL);

  g_assert_cmpuint (tales->len, ==, 1);
  return chase_motion_of_tale (g_ptr_array_index (tales, 0), theory, turned, drawn, fixture->fonts,
                               NULL, CHASE_THEME_LIGHT);
}

/* A label goes out of the way of its arrow while that turns, be it above, beside or aslant; one
 * that comes to the other side is not seen meanwhile. */
static void
test_struck_out (Fixture *fixture, gconstpointer data)
{
  static const char *const drawings[] = {
    "A at 0, 0; B at 1.8, 0; C at 1.8, 1.4\n"
    "f : A -> B \"\\text{parent of}\"; g : B -> C \"\\text{parent of}\"\n"
    "h : A -> C \"\\text{grandparent of}\" [label = right]",
    "A at 0, 0; B at 0, 1.2; C at -1, 2; D at 1, 2\n"
    "u : A -> B \"\\exists!\\, u\" [dashed]; p : B -> C [label = left]; q : B -> D [label = right]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    {
      g_autoptr (ChaseMotion) motion = turn_first (fixture, drawings[i]);

      assert_smooth (motion);
      assert_within (motion);
      for (guint k = 0; k <= 200; k++)
        {
          g_autoptr (ChaseScene) scene = chase_motion_at (motion, k / 200.0);

          for (guint32 cell = 0; cell < chase_scene_n_cells (scene); cell++)
            g_assert_false (is_struck_out (scene, cell));
        }
    }
}

static guint
count_accent (const ChaseScene *scene)
{
  guint32 accent = chase_palette_get (CHASE_THEME_LIGHT)->accent & 0xffffff00;
  guint n = 0;

  for (guint i = 0; i < chase_scene_n_items (scene); i++)
    n += (chase_scene_get_item (scene, i)->paint.rgba & 0xffffff00) == accent;
  return n;
}

static void
test_image (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseScene) scene = draw (fixture, "picture", G_MAXUINT);
  g_autoptr (ChaseMotion) motion = tell (fixture, "picture", CHASE_TALE_IMAGE, CHASE_THEME_LIGHT);
  g_autoptr (ChaseScene) first = NULL;
  g_autoptr (ChaseScene) middle = NULL;

  g_assert_nonnull (motion);
  first = chase_motion_at (motion, 0);
  middle = chase_motion_at (motion, 0.28);
  g_assert_cmpuint (chase_scene_n_items (first), <, chase_scene_n_items (scene));
  g_assert_cmpuint (count_accent (middle), >=, count_accent (first) + 3);
  assert_scene (motion, 1, scene);
  show (motion, "image");
}

static gboolean
is_seen_label (const ChaseSceneItem *item, guint32 n_nodes)
{
  return item->role == CHASE_ROLE_LABEL && item->cell < n_nodes && (item->paint.rgba & 255) > 0;
}

/* Does @item stand where @scene has a label too, though not as one of its own? */
static gboolean
covers_label (const ChaseSceneItem *item, const ChaseScene *scene, guint32 n_nodes)
{
  gboolean covers = FALSE;

  for (guint i = 0; i < chase_scene_n_items (scene); i++)
    {
      const ChaseSceneItem *label = chase_scene_get_item (scene, i);

      if (!is_seen_label (label, n_nodes))
        continue;
      if (label->bounds.x == item->bounds.x && label->bounds.y == item->bounds.y)
        return FALSE;
      covers |= chase_rect_meets (&label->bounds, &item->bounds);
    }
  return covers;
}

/* What a functor carries over is seen on the way by one name at a time, and covers neither what it
 * leaves nor what it comes to. */
static void
test_copies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) drawn = diagram (fixture, "picture");
  g_autoptr (ChaseScene) still = draw (fixture, "picture", G_MAXUINT);
  g_autoptr (ChaseMotion) motion = tell (fixture, "picture", CHASE_TALE_IMAGE, CHASE_THEME_LIGHT);
  guint most = 0;

  for (guint k = 0; k <= 200; k++)
    {
      g_autoptr (ChaseScene) scene = chase_motion_at (motion, k / 200.0);
      guint seen = 0, seen_of_x = 0;

      for (guint i = 0; i < chase_scene_n_items (scene); i++)
        {
          const ChaseSceneItem *item = chase_scene_get_item (scene, i);

          if (!is_seen_label (item, drawn->n_nodes))
            continue;
          seen_of_x += item->cell == 3;
          g_assert_false (covers_label (item, still, drawn->n_nodes));
          seen++;
        }
      g_assert_cmpuint (seen_of_x, <=, 2);
      most = MAX (most, seen);
    }
  g_assert_cmpuint (most, >=, drawn->n_nodes + 3);
}

/* The first diagram of @text in full, as the functor of its image carries it. */
static ChaseMotion *
carry (Fixture *fixture, const char *text, guint32 *n_nodes)
{
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), NULL);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  ChaseItem *image = chase_document_nth (document, CHASE_ITEM_DIAGRAM, 0);
  g_autoptr (ChaseDiagram) drawn = chase_view_compute (theory, image, NULL, NULL);
  g_autoptr (GPtrArray) tales = chase_tales (theory, image, drawn, NULL);

  *n_nodes = drawn->n_nodes;
  g_assert_cmpuint (tales->len, ==, 1);
  return chase_motion_of_tale (g_ptr_array_index (tales, 0), theory, image, drawn, fixture->fonts,
                               NULL, CHASE_THEME_LIGHT);
}

/* The most labels of cells from @first on that are seen at @t, none of which lies on another. */
static guint
count_apart (const ChaseMotion *motion, double t, guint32 first, guint32 last)
{
  g_autoptr (ChaseScene) scene = chase_motion_at (motion, t);
  guint seen = 0;

  for (guint i = 0; i < chase_scene_n_items (scene); i++)
    {
      const ChaseSceneItem *item = chase_scene_get_item (scene, i);

      if (!is_seen_label (item, last) || item->cell < first)
        continue;
      seen++;
      for (guint k = 0; k < i; k++)
        {
          const ChaseSceneItem *other = chase_scene_get_item (scene, k);

          if (is_seen_label (other, last) && other->cell >= first)
            g_assert_false (chase_rect_meets (&item->bounds, &other->bounds));
        }
    }
  return seen;
}

/* The label of an arrow that is carried over does not lie on the copy's line where it changes
 * sides. */
static void
test_copied_arrows (Fixture *fixture, gconstpointer data)
{
  guint32 n_nodes;
  g_autoptr (ChaseMotion) motion
      = carry (fixture,
               "category C { objects X, Y, Z\n i : X -> Y; j : Y -> Z }\n"
               "category D { objects P, Q, R\n a : P -> Q; b : Q -> R }\n"
               "functor T : C -> D { X |-> P; Y |-> Q; Z |-> R; i |-> a; j |-> b }\n"
               "diagram picture = image T\n",
               &n_nodes);
  guint seen = 0;

  for (guint k = 0; k <= 200; k++)
    {
      g_autoptr (ChaseScene) scene = chase_motion_at (motion, k / 200.0);

      for (guint32 cell = n_nodes; cell < chase_scene_n_cells (scene); cell++)
        g_assert_false (is_struck_out (scene, cell));
      seen = MAX (seen, count_accent (scene));
    }
  g_assert_cmpuint (seen, >, 4);
}

/* Copies that come to one object go one behind the other, be they letters or words; all arrive. */
static void
test_behind (Fixture *fixture, gconstpointer data)
{
  static const char *const targets[] = {
    "objects P \"P\"",
    "objects P \"\\text{everything}\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "category C { objects U, V, W, X, Y\n f : U -> V; g : V -> W; h : X -> Y }\n"
          "category D { %s\n a : P -> P }\n"
          "functor F : C -> D { U |-> P; V |-> P; W |-> P; X |-> P; Y |-> P\n"
          "  f |-> a; g |-> a; h |-> id(P) }\n"
          "diagram picture = image F\n",
          targets[i]);
      guint32 n_nodes;
      g_autoptr (ChaseMotion) motion = carry (fixture, text, &n_nodes);
      guint most = 0;

      for (guint k = 0; k <= 400; k++)
        most = MAX (most, count_apart (motion, k / 400.0, 5, n_nodes));
      g_assert_cmpuint (most, >, 2); /* the object's own label, and copies */
      g_assert_cmpfloat (chase_motion_get_seconds (motion), >, 5);
    }
}

static void
test_naturality (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseScene) scene = draw (fixture, "natural", G_MAXUINT);
  g_autoptr (ChaseMotion) motion
      = tell (fixture, "natural", CHASE_TALE_NATURALITY, CHASE_THEME_LIGHT);

  assert_scene (motion, 1, scene);
  assert_smooth (motion);
  show (motion, "naturality");
}

/* The longest proof comes first: the equation that the document checks. */
static void
test_proof (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseMotion) motion = tell (fixture, "ladder", CHASE_TALE_PROOF, CHASE_THEME_LIGHT);

  g_assert_nonnull (motion);
  assert_smooth (motion);
  g_assert_cmpstr (chase_motion_get_caption (motion, 0), ==, "r ∘ b ∘ a");
  g_assert_cmpstr (chase_motion_get_caption (motion, 1), ==, "r ∘ b ∘ a = d ∘ q ∘ a = d ∘ c ∘ p");
  show (motion, "proof");
}

/* The element goes both ways, and lands in two places: in the countermodel, for nothing is given.
 */
static void
test_element (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseMotion) motion = tell (fixture, "square", CHASE_TALE_ELEMENT, CHASE_THEME_LIGHT);

  g_assert_nonnull (motion);
  assert_smooth (motion);
  show (motion, "element");
}

/* What is told of the first diagram of @text, as a motion. */
static ChaseMotion *
tell_first (Fixture *fixture, const char *text, ChaseTaleKind kind)
{
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), NULL);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  ChaseItem *first = chase_document_nth (document, CHASE_ITEM_DIAGRAM, 0);
  g_autoptr (ChaseDiagram) drawn = chase_diagram_new (document, first, NULL);
  ChaseBudget budget = { .seconds = 5 };
  g_autoptr (GPtrArray) faces = chase_tale_faces (theory, first, &budget, NULL);
  g_autoptr (GPtrArray) tales = chase_tales (theory, first, drawn, faces);

  for (guint i = 0; i < tales->len; i++)
    {
      const ChaseTale *tale = g_ptr_array_index (tales, i);

      if (tale->kind == kind)
        return chase_motion_of_tale (tale, theory, first, drawn, fixture->fonts, NULL,
                                     CHASE_THEME_LIGHT);
    }
  g_assert_not_reached ();
}

/* What two boxes share, as a part of the first. */
static double
shared (const ChaseRect *a, const ChaseRect *b)
{
  double across = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double along = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return across > 0 && along > 0 ? across * along / (a->width * a->height) : 0;
}

static void
assert_clear (const ChaseMotion *motion, const ChaseScene *drawn, double t)
{
  g_autoptr (ChaseScene) scene = chase_motion_at (motion, t);
  ChaseRect box;

  for (guint i = 0; i < chase_scene_n_items (scene); i++)
    {
      const ChaseSceneItem *name = chase_scene_get_item (scene, i);

      if (name->cell != CHASE_NO_CELL || name->n_glyphs == 0)
        continue;
      for (guint32 cell = 0; cell < chase_scene_n_cells (drawn); cell++)
        if (chase_scene_label_bounds (drawn, cell, &box))
          g_assert_cmpfloat (shared (&name->bounds, &box), <, 0.25);
    }
}

/* The names of running elements, the labels of no cell, stand clear of the labels of the drawing:
 * no more than a corner of it, and that in passing. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  static const char *const drawings[] = {
    "A at 0, 0 \"\\text{home}\"; B at 1.5, 0 \"\\text{station}\"; C at 1.5, 1.5 \"\\text{work}\"\n"
    "f : A -> B \"\\text{walk}\"; g : B -> C \"\\text{ride}\"\n"
    "h : A -> C \"\\text{direct}\" [label = right]",
    "A at 0, 0; B at 2, 0; C at 3.5, 0\n w : B -> C; h : A -> C [curve = 6, label = right]\n f : A "
    "-> B \"\\text{there}\" [curve = -3]\n"
    "g : A -> B \"\\text{and there}\" [curve = 3, label = right]\n",
    "A at 0, 0 \"A\"; B at 1.6, 0 \"B\"; C at 3, 0 \"C\"\n"
    "u : A -> B [offset = -1]; v : A -> B [offset = 1, label = right]; w : B -> C\n"
    "p : A -> C \"\\text{around}\" [curve = -4]; q : A -> C [curve = 4, label = right]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    {
      g_autofree char *text = g_strdup_printf ("diagram d {\n%s\n}\n", drawings[i]);
      g_autoptr (ChaseMotion) motion = tell_first (fixture, text, CHASE_TALE_ELEMENT);
      ChaseScene *scene = chase_motion_get_last (motion);

      for (guint k = 0; k <= 200; k++)
        assert_clear (motion, scene, k / 200.0);
    }
}

static gboolean
is_dot (const ChaseSceneItem *item)
{
  return item->cell == CHASE_NO_CELL && item->role == CHASE_ROLE_MARK && item->paint.width == 0
         && item->bounds.width < 12;
}

/* A dot runs past labels without touching them, and does not leave its arrow for it. */
static void
test_past_labels (Fixture *fixture, gconstpointer data)
{
  static const char text[]
      = "diagram d {\n A at 0, 0 \"\\text{corpus}\"; B at 2, 0 \"\\text{summary}\"\n"
        "  C at 2, 1.4 \"\\text{answer}\"\n"
        "  f : A -> B \"\\text{sum up}\"; g : B -> C \"\\text{ask}\"\n"
        "  h : A -> C \"\\text{ask at once}\" [dashed, label = right]\n}\n";
  g_autoptr (ChaseMotion) motion = tell_first (fixture, text, CHASE_TALE_ELEMENT);
  const ChaseScene *scene = chase_motion_get_last (motion);
  double nearest = INFINITY, farthest = 0;

  for (guint k = 0; k <= 400; k++)
    {
      g_autoptr (ChaseScene) now = chase_motion_at (motion, k / 400.0);

      for (guint i = 0; i < chase_scene_n_items (now); i++)
        {
          const ChaseRect *box = &chase_scene_get_item (now, i)->bounds;
          ChasePoint at = chase_point (box->x + box->width / 2, box->y + box->height / 2);

          if (!is_dot (chase_scene_get_item (now, i)))
            continue;
          for (guint32 cell = 0; cell < chase_scene_n_cells (scene); cell++)
            {
              const ChaseSceneCell *near = &scene->cells[cell];
              double distance = chase_hull_distance (&near->label_hull, at) - box->width / 2, aside;

              nearest = MIN (nearest, distance);
              if (near->kind != CHASE_SCENE_EDGE || distance > box->width / 2)
                continue;
              chase_curve_nearest (&near->curve, at, &aside);
              farthest = MAX (farthest, aside);
            }
        }
    }
  g_assert_cmpfloat (nearest, >, 1);
  g_assert_cmpfloat (nearest, <, 3);
  g_assert_cmpfloat (farthest, <, 4);
}

/* The sign between two elements that end apart is beside the label of the object, at a corner of
 * the drawing too. */
static void
test_unequal (Fixture *fixture, gconstpointer data)
{
  static const char text[]
      = "diagram d {\n A at 0, 0; B at 1, 0; C at 0, 1; D at 1, 1 \"\\operatorname{Coker} c\"\n"
        "  f : A -> B; g : A -> C; h : B -> D; k : C -> D\n}\n";
  g_autoptr (ChaseMotion) motion = tell_first (fixture, text, CHASE_TALE_ELEMENT);
  g_autoptr (ChaseScene) end = chase_motion_at (motion, 1);
  ChaseRect label;
  guint seen = 0;

  g_assert_true (chase_scene_label_bounds (chase_motion_get_last (motion), 3, &label));
  for (guint i = 0; i < chase_scene_n_items (end); i++)
    {
      const ChaseSceneItem *sign = chase_scene_get_item (end, i);

      if (sign->role != CHASE_ROLE_MARK || sign->paint.width == 0)
        continue;
      g_assert_false (chase_rect_meets (&sign->bounds, &label));
      seen++;
    }
  g_assert_cmpuint (seen, ==, 1);
}

/* Elements that run around a drawing do not need much room above and below it: their names stand
 * beside them. */
static void
test_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseMotion) motion = tell (fixture, "square", CHASE_TALE_ELEMENT, CHASE_THEME_LIGHT);
  ChaseRect still = chase_scene_get_bounds (chase_motion_get_last (motion));
  ChaseRect bounds = chase_motion_get_bounds (motion);

  g_assert_cmpfloat (bounds.y, >, still.y - 25);
  g_assert_cmpfloat (bounds.y + bounds.height, <, still.y + still.height + 25);
  assert_within (motion);
}

/* By a functor of the document, where the face commutes: in one place. */
static void
test_meeting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) drawn = diagram (fixture, "given");
  ChaseBudget budget = { .seconds = 5 };
  g_autoptr (GPtrArray) faces
      = chase_tale_faces (fixture->theory, item (fixture, "given"), &budget, NULL);
  g_autoptr (GPtrArray) tales
      = chase_tales (fixture->theory, item (fixture, "given"), drawn, faces);
  const ChaseTale *tale = g_ptr_array_index (tales, tales->len - 1);
  g_autofree char *words = chase_tale_describe (tale, fixture->fonts, NULL);
  g_autoptr (ChaseMotion) motion = tell (fixture, "given", CHASE_TALE_ELEMENT, CHASE_THEME_DARK);

  g_assert_cmpint (tale->kind, ==, CHASE_TALE_ELEMENT);
  g_assert_true (tale->meet);
  g_assert_cmpstr (tale->functor, ==, "N");
  g_assert_cmpstr (words, ==,
                   "An element runs both ways round and lands in one place: x, then y, then s; and "
                   "x, then z, then s.");
  assert_smooth (motion);
  show (motion, "meeting");
}

/* An equation that is checked and is a face as well is told once. */
static void
test_once (Fixture *fixture, gconstpointer data)
{
  ChaseBudget budget = { .seconds = 5 };
  g_autoptr (GPtrArray) given
      = chase_tale_faces (fixture->theory, item (fixture, "given"), &budget, NULL);
  g_autoptr (GPtrArray) ladder
      = chase_tale_faces (fixture->theory, item (fixture, "ladder"), &budget, NULL);

  g_assert_cmpuint (given->len, ==, 1);
  g_assert_cmpuint (ladder->len, ==, 3);
}

/* All that is told of the first diagram of @text, a line each. Caller frees. */
static char *
tell_all (Fixture *fixture, const char *text)
{
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), NULL);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  ChaseItem *laws = chase_document_nth (document, CHASE_ITEM_DIAGRAM, 0);
  g_autoptr (ChaseDiagram) drawn = chase_diagram_new (document, laws, NULL);
  ChaseBudget budget = { .seconds = 5 };
  g_autoptr (GPtrArray) faces = chase_tale_faces (theory, laws, &budget, NULL);
  g_autoptr (GPtrArray) tales = chase_tales (theory, laws, drawn, faces);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < tales->len; i++)
    {
      g_autofree char *words
          = chase_tale_describe (g_ptr_array_index (tales, i), fixture->fonts, NULL);

      g_string_append_printf (told, "%s\n", words);
    }
  return g_string_free (told, FALSE);
}

/* A proof is spelled by the labels that are drawn, not by the names behind them. */
static void
test_labels (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "diagram laws {\n  A at 0, 0; B at 1, 0; C at 1, 1; D at 0, 1\n"
                             "  eta : A -> B \"\\eta\"; Ug : B -> C \"U(\\bar{g})\"; g : A -> C\n"
                             "  b1 : A -> D \"g \\circ -\"; b2 : D -> C \"1 \\otimes \\lambda\"\n"
                             "  Ug . eta = g; b2 . b1 = g\n}\n";
  g_autofree char *told = tell_all (fixture, text);

  g_assert_nonnull (strstr (told, "U(ḡ) ∘ η = g\n"));
  g_assert_nonnull (strstr (told, "(1 ⊗ λ) ∘ (g ∘ −) = g\n"));
}

/* Arrows that are called the same are told apart: by where they start, else by where they end, else
 * by both, else by a number. */
static void
test_namesakes (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "f : A -> B \"!\"; g : A -> C; h : B -> D; k : C -> D \"!\"; h . f = k . g",
      "h ∘ !_A = !_C ∘ g\n" },
    { "f : A -> B \"t\"; g : A -> C \"t\"; h : B -> D; k : C -> D; h . f = k . g",
      "h ∘ t_B = k ∘ t_C\n" },
    { "f : A -> B \"t\"; g : A -> C \"t\"; h : B -> D; k : C -> D \"t\"; h . f = k . g",
      "h ∘ t_B = t_D ∘ t_C\n" },
    { "f : A -> B \"t\"; g : A -> C \"t\"; h : B -> D \"t\"; k : C -> D \"t\"; h . f = k . g",
      "t_(B → D) ∘ t_(A → B) = t_(C → D) ∘ t_(A → C)\n" },
    { "f : A -> B \"t\"; g : A -> B \"t\"; h : B -> D; k : B -> C; h . f = h . g",
      "h ∘ t₁ = h ∘ t₂\n" },
    { "f : A -> B \"1 + u\"; g : A -> C; h : B -> D; k : C -> D \"1 + u\"; h . f = k . g",
      "h ∘ (1 + u)_A = (1 + u)_C ∘ g\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("diagram laws {\n  A at 0, 0; B at 1, 0; C at 0, 1; "
                                               "D at 1, 1\n %s\n}\n",
                                               cases[i][0]);
      g_autofree char *told = tell_all (fixture, text);

      g_test_message ("%s", told);
      g_assert_nonnull (strstr (told, cases[i][1]));
    }
}

/* A long subscript is left out where the path says which arrow is meant, but not where two go the
 * same way. */
static void
test_long_marks (Fixture *fixture, gconstpointer data)
{
  static const char ends[] = "diagram laws {\n  A at 0, 0 \"\\mathrm{Hom}(A, B)\"; "
                             "B at 1, 0 \"\\mathrm{Hom}(A, C)\"; C at 0, 1; D at 1, 1\n";
  g_autofree char *square = g_strconcat (ends,
                                         "  f : A -> B \"\\alpha\"; g : A -> C; "
                                         "h : B -> D \"\\alpha\"; k : C -> D; h . f = k . g\n}\n",
                                         NULL);
  g_autofree char *pair = g_strconcat (ends,
                                       "  f : A -> B \"\\alpha\"; g : A -> B \"\\alpha\"; "
                                       "h : B -> D; h . f = h . g\n}\n",
                                       NULL);
  g_autofree char *told = tell_all (fixture, square);
  g_autofree char *told_pair = tell_all (fixture, pair);

  g_test_message ("%s%s", told, told_pair);
  g_assert_nonnull (strstr (told, "α ∘ α = k ∘ g\n"));
  g_assert_nonnull (strstr (told_pair, "h ∘ α₁ = h ∘ α₂\n"));
}

/* Where an arrow has no label, the path is told by the objects it passes; by the arrow's name where
 * these leave it open. */
static void
test_no_labels (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "f : A -> B \"\"; g : A -> C \"\"; h : B -> D; k : C -> D \"\"; h . f = k . g",
      "A → B → D = A → C → D\n" },
    { "f : A -> B \"\"; g : A -> C; h : B -> D; k : C -> D; h . f = k . g", "A → B → D = k ∘ g\n" },
    { "f : A -> B \"\"; g : A -> B \"\"; h : B -> D; k : C -> D; h . f = h . g",
      "h ∘ f = h ∘ g\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("diagram laws {\n  A at 0, 0; B at 1, 0; C at 0, 1; "
                                               "D at 1, 1\n %s\n}\n",
                                               cases[i][0]);
      g_autofree char *told = tell_all (fixture, text);

      g_test_message ("%s", told);
      g_assert_nonnull (strstr (told, cases[i][1]));
    }
}

/* So are the elements of a Hom functor, which are morphisms. */
static void
test_morphisms (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "category C { objects A, B, D\n f : A -> B\n h : B -> D\n }\n"
                             "functor H : C -> Set = Hom(A, -)\n"
                             "diagram seen in C {\n  A at 0, 0 \"X\"; B at 1, 0; D at 1, 1\n"
                             "  f \"\\psi\"; h \"\\chi\"; _ : A -> D = h . f \"\"\n}\n";
  g_autofree char *told = tell_all (fixture, text);

  g_test_message ("%s", told);
  g_assert_nonnull (strstr (told, "ψ, then χ ∘ ψ"));
}

/* That arrows go there and back is told where there is nothing better to tell. */
static void
test_trivial (Fixture *fixture, gconstpointer data)
{
  static const char back[] = "  _ : B -> A = f^-1 \"g\"\n}\n";
  static const char start[] = "category C { objects A, B, D\n f : A -> B\n iso f\n"
                              " u : B -> D\n v : A -> D\n u . f = v }\n"
                              "diagram d in C {\n  A at 0, 0; B at 1, 0; f\n";
  g_autofree char *alone = g_strconcat (start, back, NULL);
  g_autofree char *among = g_strconcat (start, "  D at 1, 1; u; v\n", back, NULL);
  g_autofree char *all = tell_all (fixture, alone);
  g_autofree char *chosen = tell_all (fixture, among);

  g_assert_nonnull (strstr (all, "g ∘ f"));
  g_test_message ("%s", chosen);
  g_assert_nonnull (strstr (chosen, "v = u ∘ f\n"));
  g_assert_null (strstr (chosen, "g ∘ f"));
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

static void
skip_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
           GError **error)
{
}

/* All acts one after the other, well-formed, and still a picture where nothing moves. */
static void
test_svg (Fixture *fixture, gconstpointer data)
{
  const GMarkupParser parser = { .text = skip_text };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (ChaseScene) before = draw (fixture, "square", 0);
  g_autoptr (ChaseScene) after = draw (fixture, "square", 1);
  g_autoptr (ChaseMotion) step = chase_motion_of_step (before, after, CHASE_THEME_LIGHT);
  g_autoptr (ChaseMotion) proof = tell (fixture, "ladder", CHASE_TALE_PROOF, CHASE_THEME_LIGHT);
  g_autoptr (ChaseMotion) element = tell (fixture, "square", CHASE_TALE_ELEMENT, CHASE_THEME_LIGHT);
  ChaseSvgAct acts[] = { { step, 1, 1 }, { proof, 0.5, 1 }, { element, 0, 2 } };
  g_autofree char *text = chase_animate_svg (acts, 3, TRUE, "Acts", "Words & more", NULL, NULL);
  g_autofree char *again = chase_animate_svg (acts, 3, TRUE, "Acts", "Words & more", NULL, NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (text, ==, again);
  g_assert_true (g_markup_parse_context_parse (context, text, -1, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (text, "class=\"act\""), ==, 3);
  g_assert_cmpuint (count (text, "visibility=\"hidden\""), ==, 2);
  g_assert_cmpuint (count (text, "attributeName=\"d\""), >, 2);
  g_assert_cmpuint (count (text, "nan"), ==, 0);
  if (g_getenv ("CHASE_SCREENSHOTS") == NULL)
    return;
  path = g_build_filename (g_getenv ("CHASE_SCREENSHOTS"), "motion.svg", NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

#define ADD(name)                                                                                  \
  g_test_add ("/drawing/motion/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (step);
  ADD (opposite);
  ADD (superscript);
  ADD (struck_out);
  ADD (image);
  ADD (copies);
  ADD (behind);
  ADD (copied_arrows);
  ADD (naturality);
  ADD (proof);
  ADD (element);
  ADD (beside);
  ADD (past_labels);
  ADD (unequal);
  ADD (room);
  ADD (meeting);
  ADD (once);
  ADD (labels);
  ADD (namesakes);
  ADD (long_marks);
  ADD (no_labels);
  ADD (morphisms);
  ADD (trivial);
  ADD (svg);
  return g_test_run ();
}
