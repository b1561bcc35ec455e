/* SPDX-License-Identifier: MIT */
#include "engine/view-private.h"

#include "i18n.h"

/* Squares of a row of `naturality alpha`, and the columns that each of them takes. */
#define SQUARES_IN_ROW 3
#define SQUARE_PITCH 2.5

/* The label of F (A), F (f) or alpha_A: @kind of the term @operator at @argument. */
char *
chase_view_applied_label (ChaseTermKind kind, const ChaseTerm *operator, const ChaseTerm * argument)
{
  ChaseTerm *args[] = { (ChaseTerm *)operator, (ChaseTerm *) argument };
  g_autoptr (ChaseTerm) term = chase_term_new (kind, args, 2, 0);

  return chase_term_to_label (term);
}

/* A name as a label shows it; one that spells a Greek letter becomes that letter. */
ChaseTerm *
chase_view_label_term (const char *name)
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
ChaseTerm *
chase_view_functor_term (const ChaseFunctor *functor)
{
  if (functor->item != NULL && functor->item->name != NULL)
    return chase_view_label_term (functor->item->name);
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
  gboolean missing[2]; /* the components at left and right are not given yet */
  double x, y;
} Square;

static void
add_corners (ChaseView *view, const Square *square)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *label
          = chase_view_applied_label (CHASE_TERM_APPLY, i < 2 ? square->from : square->to,
                                      i % 2 == 0 ? square->left : square->right);

      chase_diagram_add_node (view->diagram, label, TRUE, square->x + i % 2, square->y + i / 2,
                              NULL);
    }
}

static void
add_component (ChaseView *view, const Square *square, guint32 first, guint which)
{
  g_autofree char *label = chase_view_applied_label (
      CHASE_TERM_COMPONENT, square->alpha, which == 0 ? square->left : square->right);
  g_autoptr (ChaseStyle) style = chase_style_new ();

  if (square->missing[which])
    chase_view_mark_missing (style, &label);
  chase_diagram_add_edge (view->diagram, first + which, first + which + 2, label, style);
}

static void
add_sides (ChaseView *view, const Square *square, guint32 first)
{
  g_autofree char *top = chase_view_applied_label (CHASE_TERM_APPLY, square->from, square->arrow);
  g_autofree char *bottom = chase_view_applied_label (CHASE_TERM_APPLY, square->to, square->arrow);

  chase_diagram_add_edge (view->diagram, first, first + 1, top, NULL);
  add_component (view, square, first, 0);
  add_component (view, square, first, 1);
  chase_diagram_add_edge (view->diagram, first + 2, first + 3, bottom, NULL);
}

/* Does a transformation in the making lack its component, or a part of it, at the object @at? */
static gboolean
is_missing (const ChaseTransformation *alpha, const ChaseTerm *at)
{
  const ChaseTerm *value;
  guint32 object;

  if (alpha->form != CHASE_TRANSFORMATION_TERM || alpha->term != NULL)
    return FALSE;
  value = chase_item_value_at (alpha->item, at->name);
  if (value == NULL || alpha->from->sets == NULL)
    return value == NULL;
  object = chase_presentation_find_object (alpha->from->source->presentation, at->name);
  return object != G_MAXUINT32
         && alpha->from->sets->sizes[object]
                > (value->kind == CHASE_TERM_FUNCTION ? value->n_args / 2 : 0);
}

ChaseTerm *
chase_view_object_term (const ChaseCategory *category, guint32 object)
{
  return chase_term_new_name (chase_presentation_object_name (category->presentation, object));
}

/* The squares at the paths @arrows (of ChaseTerm) of @category, which go from ends[2 i] to ends[2 i
 * + 1]. */
static void
add_squares (ChaseView *view, const ChaseTransformation *alpha, const ChaseCategory *category,
             const GPtrArray *arrows, const GArray *ends)
{
  gboolean turned = alpha->from->contravariant;
  g_autoptr (ChaseTerm) from = chase_view_functor_term (alpha->from);
  g_autoptr (ChaseTerm) to = chase_view_functor_term (alpha->to);
  g_autoptr (ChaseTerm) name = alpha->item != NULL && alpha->item->name != NULL
                                   ? chase_view_label_term (alpha->item->name)
                                   : chase_term_ref (view->item->expression);

  /* Nodes come before all edges. */
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < arrows->len; i++)
        {
          guint32 source = g_array_index (ends, guint32, 2 * i);
          guint32 target = g_array_index (ends, guint32, 2 * i + 1);
          g_autoptr (ChaseTerm) left = chase_view_object_term (category, turned ? target : source);
          g_autoptr (ChaseTerm) right = chase_view_object_term (category, turned ? source : target);
          Square square = { name,
                            from,
                            to,
                            left,
                            right,
                            g_ptr_array_index (arrows, i),
                            { is_missing (alpha, left), is_missing (alpha, right) },
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

/* The objects of @ends as terms, those of each arrow in the order in which its square goes from left to right. */
static GPtrArray *
end_terms (const ChaseCategory *category, const GArray *ends, gboolean turned)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);

  for (guint i = 0; i < ends->len; i++)
    g_ptr_array_add (
        terms, chase_view_object_term (category, g_array_index (ends, guint32, turned ? i ^ 1 : i)));
  return terms;
}

/* A composite is drawn with what it is composed of. */
static gboolean
is_composite (const ChaseTerm *term)
{
  return term->kind == CHASE_TERM_COMPOSE || term->kind == CHASE_TERM_THEN;
}

/* The transformation of the view while its text lacks components: of no form, with its functors
 * alone. FALSE where these are not there, or are not parallel. */
static gboolean
find_unfinished (ChaseView *view, ChaseTransformation *alpha)
{
  const ChaseTerm *term = view->item->expression;
  ChaseItem *item = term->kind == CHASE_TERM_NAME
                        ? chase_document_find (chase_theory_document (view->theory), term->name)
                        : NULL;

  if (item == NULL || item->kind != CHASE_ITEM_TRANSFORMATION || item->expression != NULL
      || item->from == NULL || item->to == NULL)
    return FALSE;
  *alpha = (ChaseTransformation){ .item = item, .form = CHASE_TRANSFORMATION_TERM };
  alpha->from = chase_theory_functor (view->theory, item->from, NULL, NULL, NULL);
  alpha->to = chase_theory_functor (view->theory, item->to, NULL, NULL, NULL);
  return alpha->from != NULL && alpha->to != NULL && alpha->from->source == alpha->to->source
         && alpha->from->target == alpha->to->target && alpha->from->source->presentation != NULL;
}

gboolean
chase_view_naturality (ChaseView *view)
{
  const ChaseTransformation *alpha
      = chase_theory_transformation (view->theory, view->item->expression, NULL, NULL, NULL);
  ChaseTransformation unfinished;
  g_autoptr (GPtrArray) arrows = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  const ChaseCategory *category;
  guint32 pair[2];

  if (alpha == NULL && find_unfinished (view, &unfinished))
    alpha = &unfinished;
  if (alpha == NULL)
    alpha = chase_theory_transformation (view->theory, view->item->expression, NULL, NULL,
                                         view->problems);
  if (alpha == NULL)
    return FALSE;
  category = alpha->from->source;
  if (alpha->from->contravariant)
    category = chase_theory_opposite (view->theory, category);
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return chase_view_wrong (view, _ ("its source is not a category with generators"));
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
  if (is_composite (view->item->expression))
    {
      g_autoptr (GPtrArray) terms = end_terms (category, ends, alpha->from->contravariant);

      return chase_view_prisms (view, arrows, terms);
    }
  add_squares (view, alpha, category, arrows, ends);
  return TRUE;
}
