/* SPDX-License-Identifier: MIT */
#include "engine/view.h"

#include "engine/hom-sets.h"
#include "model/problem.h"

#include <string.h>

/* Squares of a row of `naturality alpha`, and the columns that each of them takes. */
#define SQUARES_IN_ROW 3
#define SQUARE_PITCH 2.5
#define COMPOSITE_CURVE 2

typedef struct
{
  ChaseTheory *theory;
  ChaseItem *item;
  const ChaseBudget *budget;
  GPtrArray *problems;
  ChaseDiagram *diagram;
} View;

static gboolean
wrong (View *view, const char *reason)
{
  const ChaseTerm *term = view->item->expression;

  chase_problems_error (view->problems, term != NULL ? term->line : view->item->line,
                        term != NULL ? term->column : view->item->column, 1, NULL, "%s", reason);
  return FALSE;
}

/* The label that the category's block declares for the object or arrow called @name, or the name's.
 */
static char *
declared_label (const ChaseCategory *category, ChaseStatementKind kind, const char *name)
{
  const ChaseItem *item = category->item;

  for (guint i = 0; item != NULL && i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);

      if (statement->kind == kind && statement->label != NULL
          && g_strcmp0 (statement->name, name) == 0)
        return g_strdup (statement->label);
    }
  return chase_name_to_label (name);
}

static void
style_for (ChaseStyle *style, ChaseProperty properties)
{
  if (properties & (CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO))
    style->tail = CHASE_TAIL_MONO;
  if (properties & (CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI))
    style->head = CHASE_HEAD_EPI;
}

static void
add_objects (View *view, const ChaseCategory *category)
{
  for (guint32 i = 0; i < chase_presentation_n_objects (category->presentation); i++)
    {
      g_autofree char *label
          = declared_label (category, CHASE_STATEMENT_OBJECT,
                            chase_presentation_object_name (category->presentation, i));

      chase_diagram_add_node (view->diagram, label, FALSE, 0, 0, NULL);
    }
}

static const ChaseCategory *
presented_subject (View *view)
{
  const ChaseCategory *category
      = chase_theory_category (view->theory, view->item->expression, view->problems);

  if (category == NULL)
    return NULL;
  if (category->kind == CHASE_CATEGORY_PRESENTED)
    return category;
  wrong (view, "only a category with generators or a table can be drawn");
  return NULL;
}

static gboolean
add_category (View *view, const ChaseCategory *category)
{
  ChasePresentation *presentation = category->presentation;

  add_objects (view, category);
  for (guint32 i = 0; i < chase_presentation_n_arrows (presentation); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, i);
      g_autofree char *label = declared_label (category, CHASE_STATEMENT_ARROW, arrow->name);
      g_autoptr (ChaseStyle) style = chase_style_new ();

      if (arrow->formal)
        continue;
      style_for (style, arrow->properties);
      chase_diagram_add_edge (view->diagram, arrow->source, arrow->target, label, style);
    }
  return TRUE;
}

static gboolean
compute_category (View *view)
{
  const ChaseCategory *category = presented_subject (view);

  return category != NULL && add_category (view, category);
}

/* "h \circ f", the labels of the arrows of @word composed. */
static char *
word_label (const ChaseCategory *category, ChaseWord word)
{
  GString *label = g_string_new (NULL);

  for (guint32 i = word.length; i > 0; i--)
    {
      const ChaseArrow *arrow
          = chase_presentation_arrow (category->presentation, word.letters[i - 1]);
      g_autofree char *one = declared_label (
          category, CHASE_STATEMENT_ARROW,
          arrow->formal ? chase_presentation_arrow (category->presentation, arrow->inverse)->name
                        : arrow->name);

      g_string_append_printf (label, "%s%s%s", label->len > 0 ? " \\circ " : "", one,
                              arrow->formal ? "^{-1}" : "");
    }
  return g_string_free (label, FALSE);
}

static gboolean
compute_all (View *view)
{
  const ChaseCategory *category = presented_subject (view);
  g_autoptr (ChaseEngine) engine = NULL;
  g_autoptr (ChaseHomSets) sets = NULL;
  g_autofree char *reason = NULL;

  if (category == NULL)
    return FALSE;
  engine = chase_engine_new (category->presentation);
  sets = chase_hom_sets_new (engine, view->budget, NULL, &reason);
  if (sets == NULL)
    return wrong (view, reason);
  add_objects (view, category);
  for (guint32 i = chase_presentation_n_objects (category->presentation);
       i < chase_hom_sets_size (sets); i++)
    {
      const ChaseMorphism *morphism = chase_hom_sets_get (sets, i);
      g_autofree char *label = word_label (category, morphism->word);
      g_autoptr (ChaseStyle) style = chase_style_new ();

      /* A composite goes round what it is composed through. */
      if (morphism->word.length > 1 && morphism->source != morphism->target)
        style->curve = COMPOSITE_CURVE;
      chase_diagram_add_edge (view->diagram, morphism->source, morphism->target, label, style);
    }
  return TRUE;
}

static gboolean
compute_elements (View *view)
{
  g_autoptr (ChaseTerm) term = chase_term_new (CHASE_TERM_ELEMENTS, &view->item->expression, 1, 0);
  const ChaseCategory *category = chase_theory_category (view->theory, term, view->problems);

  return category != NULL && add_category (view, category);
}

/* An arrow that is turned round has its left on the other side. */
static void
turn_style (ChaseStyle *style)
{
  double shorten = style->shorten_source;

  style->curve = -style->curve;
  style->offset = -style->offset;
  style->shorten_source = style->shorten_target;
  style->shorten_target = shorten;
  style->label_at = 1 - style->label_at;
  if (style->label_side == CHASE_LABEL_LEFT)
    style->label_side = CHASE_LABEL_RIGHT;
  else if (style->label_side == CHASE_LABEL_RIGHT)
    style->label_side = CHASE_LABEL_LEFT;
}

static void
add_opposite_edge (View *view, const ChaseCell *cell)
{
  g_autoptr (ChaseStyle) style = chase_style_copy (cell->style);
  g_autofree char *label = cell->label[0] != '\0'
                               ? g_strdup_printf ("{%s}^{\\mathrm{op}}", cell->label)
                               : g_strdup ("");

  /* Only arrows between objects are reversed: a 2-cell of the opposite category goes the same way.
   */
  if (cell->level > 1)
    {
      chase_diagram_add_edge (view->diagram, cell->source, cell->target, cell->label, style);
      return;
    }
  turn_style (style);
  chase_diagram_add_edge (view->diagram, cell->target, cell->source, label, style);
}

static gboolean
compute_opposite (View *view)
{
  const ChaseDocument *document = chase_theory_document (view->theory);
  const ChaseTerm *subject = view->item->expression;
  ChaseItem *item = subject != NULL && subject->kind == CHASE_TERM_NAME
                        ? chase_document_find (document, subject->name)
                        : NULL;
  g_autoptr (ChaseDiagram) original = NULL;

  if (item == NULL || item->kind != CHASE_ITEM_DIAGRAM || item->view != CHASE_VIEW_NONE)
    return wrong (view, "there is no drawing of this name");
  original = chase_diagram_new (document, item, view->problems);
  for (guint32 i = 0; i < chase_diagram_n_cells (original); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (original, i);

      if (cell->level == 0)
        chase_diagram_add_node (view->diagram, cell->label, cell->has_position, cell->x, cell->y,
                                cell->style);
      else
        add_opposite_edge (view, cell);
    }
  return TRUE;
}

/* The label of F (A), F (f) or alpha_A: @kind of the term @operator at @argument. */
static char *
applied_label (ChaseTermKind kind, const ChaseTerm *operator, const ChaseTerm * argument)
{
  ChaseTerm *args[] = { (ChaseTerm *)operator, (ChaseTerm *) argument };
  g_autoptr (ChaseTerm) term = chase_term_new (kind, args, 2, 0);

  return chase_term_to_label (term);
}

/* A name as a label shows it; one that spells a Greek letter becomes that letter. */
static ChaseTerm *
label_term (const char *name)
{
  static const char *const greek[]
      = { "alpha", "beta",   "gamma", "delta", "epsilon", "zeta",  "eta",   "theta",  "iota",
          "kappa", "lambda", "mu",    "nu",    "xi",      "pi",    "rho",   "sigma",  "tau",
          "phi",   "chi",    "psi",   "omega", "Gamma",   "Delta", "Theta", "Lambda", "Xi",
          "Pi",    "Sigma",  "Phi",   "Psi",   "Omega",   NULL };
  g_autofree char *command = g_strconcat ("\\", name, NULL);

  return chase_term_new_name (g_strv_contains (greek, name) ? command : name);
}

/* What stands for a functor in labels: its name, or the expression that it is. */
static ChaseTerm *
functor_term (const ChaseFunctor *functor)
{
  if (functor->item != NULL && functor->item->name != NULL)
    return label_term (functor->item->name);
  return functor->term != NULL ? chase_term_ref (functor->term)
                               : chase_term_new_name (functor->key);
}

/* One naturality square: its corners F (X), F (Y), G (X), G (Y) with X on the left. */
typedef struct
{
  const ChaseTerm *alpha;
  const ChaseTerm *from;
  const ChaseTerm *to;
  const ChaseTerm *left;
  const ChaseTerm *right;
  const ChaseTerm *arrow;
  double x, y;
} Square;

static void
add_corners (View *view, const Square *square)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *label = applied_label (CHASE_TERM_APPLY, i < 2 ? square->from : square->to,
                                              i % 2 == 0 ? square->left : square->right);

      chase_diagram_add_node (view->diagram, label, TRUE, square->x + i % 2, square->y + i / 2,
                              NULL);
    }
}

static void
add_sides (View *view, const Square *square, guint32 first)
{
  g_autofree char *top = applied_label (CHASE_TERM_APPLY, square->from, square->arrow);
  g_autofree char *bottom = applied_label (CHASE_TERM_APPLY, square->to, square->arrow);
  g_autofree char *left = applied_label (CHASE_TERM_COMPONENT, square->alpha, square->left);
  g_autofree char *right = applied_label (CHASE_TERM_COMPONENT, square->alpha, square->right);

  chase_diagram_add_edge (view->diagram, first, first + 1, top, NULL);
  chase_diagram_add_edge (view->diagram, first, first + 2, left, NULL);
  chase_diagram_add_edge (view->diagram, first + 1, first + 3, right, NULL);
  chase_diagram_add_edge (view->diagram, first + 2, first + 3, bottom, NULL);
}

static ChaseTerm *
object_term (const ChaseCategory *category, guint32 object)
{
  return chase_term_new_name (chase_presentation_object_name (category->presentation, object));
}

/* The squares at the paths @arrows (of ChaseTerm) of @category, which go from ends[2 i] to ends[2 i
 * + 1]. */
static void
add_squares (View *view, const ChaseTransformation *alpha, const ChaseCategory *category,
             const GPtrArray *arrows, const GArray *ends)
{
  gboolean turned = alpha->from->contravariant;
  g_autoptr (ChaseTerm) from = functor_term (alpha->from);
  g_autoptr (ChaseTerm) to = functor_term (alpha->to);
  g_autoptr (ChaseTerm) name = alpha->item != NULL && alpha->item->name != NULL
                                   ? label_term (alpha->item->name)
                                   : chase_term_ref (view->item->expression);

  /* Nodes come before all edges. */
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < arrows->len; i++)
        {
          guint32 source = g_array_index (ends, guint32, 2 * i);
          guint32 target = g_array_index (ends, guint32, 2 * i + 1);
          g_autoptr (ChaseTerm) left = object_term (category, turned ? target : source);
          g_autoptr (ChaseTerm) right = object_term (category, turned ? source : target);
          Square square = { name,
                            from,
                            to,
                            left,
                            right,
                            g_ptr_array_index (arrows, i),
                            i % SQUARES_IN_ROW * SQUARE_PITCH,
                            i / SQUARES_IN_ROW * SQUARE_PITCH };

          if (pass == 0)
            add_corners (view, &square);
          else
            add_sides (view, &square, 4 * i);
        }
    }
}

/* The generators of @category with their ends. */
static void
list_generators (const ChaseCategory *category, GPtrArray *arrows, GArray *ends)
{
  for (guint32 i = 0; i < chase_presentation_n_arrows (category->presentation); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (category->presentation, i);

      if (arrow->formal)
        continue;
      g_ptr_array_add (arrows, chase_term_new_name (arrow->name));
      g_array_append_val (ends, arrow->source);
      g_array_append_val (ends, arrow->target);
    }
}

static gboolean
compute_naturality (View *view)
{
  const ChaseTransformation *alpha = chase_theory_transformation (
      view->theory, view->item->expression, NULL, NULL, view->problems);
  g_autoptr (GPtrArray) arrows = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  const ChaseCategory *category;
  guint32 pair[2];

  if (alpha == NULL)
    return FALSE;
  category = alpha->from->source;
  if (alpha->from->contravariant)
    category = chase_theory_opposite (view->theory, category);
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return wrong (view, "its source is not a category with generators");
  if (view->item->at == NULL)
    list_generators (category, arrows, ends);
  else
    {
      if (!chase_theory_path (view->theory, category, view->item->at, &pair[0], &pair[1], word,
                              view->problems))
        return FALSE;
      g_ptr_array_add (arrows, chase_term_ref (view->item->at));
      g_array_append_vals (ends, pair, 2);
    }
  add_squares (view, alpha, category, arrows, ends);
  return TRUE;
}

/* TRUE in @objects and @arrows for what of the target the functor hits. */
static void
find_image (const ChaseFunctor *functor, gboolean *objects, gboolean *arrows)
{
  const ChasePresentation *source = functor->source->presentation;

  for (guint32 i = 0; i < chase_presentation_n_objects (source); i++)
    objects[functor->objects[i]] = TRUE;
  for (guint32 i = 0; i < chase_presentation_n_arrows (source); i++)
    {
      const ChaseWord word = functor->words[i];

      for (guint32 j = 0; word.letters != NULL && j < word.length; j++)
        arrows[word.letters[j]] = TRUE;
    }
}

static void
highlight (ChaseStyle *style)
{
  style->colour = (ChaseColour){ CHASE_COLOUR_RGB, { 0x1c, 0x71, 0xd8 }, 1 };
  style->label_colour = style->colour;
}

/* The objects of @category in a column, those in @marked highlighted (NULL: none). */
static void
add_column (View *view, const ChaseCategory *category, double x, const gboolean *marked)
{
  for (guint32 i = 0; i < chase_presentation_n_objects (category->presentation); i++)
    {
      g_autofree char *label
          = declared_label (category, CHASE_STATEMENT_OBJECT,
                            chase_presentation_object_name (category->presentation, i));
      g_autoptr (ChaseStyle) style = chase_style_new ();

      if (marked != NULL && marked[i])
        highlight (style);
      chase_diagram_add_node (view->diagram, label, TRUE, x, i, style);
    }
}

/* The arrows between the objects of a column; those that skip a row are bent to the side @bend. */
static void
add_column_arrows (View *view, const ChaseCategory *category, guint32 first, double bend,
                   const gboolean *marked)
{
  for (guint32 i = 0; i < chase_presentation_n_arrows (category->presentation); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (category->presentation, i);
      g_autofree char *label = declared_label (category, CHASE_STATEMENT_ARROW, arrow->name);
      g_autoptr (ChaseStyle) style = chase_style_new ();
      gboolean down = arrow->target > arrow->source;

      if (arrow->formal)
        continue;
      if (marked != NULL && marked[i])
        highlight (style);
      if (arrow->target != arrow->source + 1 && arrow->target != arrow->source)
        style->curve = down ? bend : -bend;
      style_for (style, arrow->properties);
      chase_diagram_add_edge (view->diagram, first + arrow->source, first + arrow->target, label,
                              style);
    }
}

static gboolean
compute_image (View *view)
{
  const ChaseFunctor *functor
      = chase_theory_functor (view->theory, view->item->expression, NULL, NULL, view->problems);
  g_autofree gboolean *objects = NULL;
  g_autofree gboolean *arrows = NULL;
  guint32 n_source;

  if (functor == NULL)
    return FALSE;
  if (functor->form != CHASE_FUNCTOR_WORDS)
    return wrong (view, "its image is drawn where it goes to a category with generators");
  objects = g_new0 (gboolean, chase_presentation_n_objects (functor->target->presentation) + 1);
  arrows = g_new0 (gboolean, chase_presentation_n_arrows (functor->target->presentation) + 1);
  find_image (functor, objects, arrows);
  n_source = chase_presentation_n_objects (functor->source->presentation);
  add_column (view, functor->source, 0, NULL);
  add_column (view, functor->target, 2, objects);
  add_column_arrows (view, functor->source, 0, 3, NULL);
  add_column_arrows (view, functor->target, n_source, -3, arrows);
  for (guint32 i = 0; i < n_source; i++)
    {
      g_autoptr (ChaseStyle) style = chase_style_new ();

      style->body = CHASE_BODY_DASHED;
      style->tail = CHASE_TAIL_MAPS_TO;
      chase_diagram_add_edge (view->diagram, i, n_source + functor->objects[i], "", style);
    }
  return TRUE;
}

static gboolean
compute (View *view)
{
  switch (view->item->view)
    {
    case CHASE_VIEW_CATEGORY:
      return compute_category (view);
    case CHASE_VIEW_ALL:
      return compute_all (view);
    case CHASE_VIEW_ELEMENTS:
      return compute_elements (view);
    case CHASE_VIEW_OPPOSITE:
      return compute_opposite (view);
    case CHASE_VIEW_NATURALITY:
      return compute_naturality (view);
    case CHASE_VIEW_IMAGE:
      return compute_image (view);
    default:
      return wrong (view, "a diagram of this kind cannot be drawn");
    }
}

ChaseDiagram *
chase_view_compute (ChaseTheory *theory, ChaseItem *item, const ChaseBudget *budget,
                    GPtrArray *problems)
{
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new_empty (item);
  View view = { theory, item, budget, problems, diagram };

  g_return_val_if_fail (item->kind == CHASE_ITEM_DIAGRAM && item->view != CHASE_VIEW_NONE, NULL);
  return compute (&view) ? g_steal_pointer (&diagram) : NULL;
}
