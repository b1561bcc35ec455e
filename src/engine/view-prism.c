/* SPDX-License-Identifier: MIT */
#include "engine/view-private.h"

/*
 * The naturality of a vertical composite b . a at f: X -> Y, as a prism in perspective. The
 * triangles a_X, b_X, (b . a)_X and a_Y, b_Y, (b . a)_Y stand at its ends; the squares of a and of
 * b make the front, that of the composite the back, so that the edges of the functors between pass
 * over the back's right side.
 */

#define DEPTH 0.8
#define WIDTH 2.2
#define PRISM_PITCH 4.2
#define PRISMS_IN_ROW 2
#define ROW_GAP 1.0

/* F_0 => F_1 => ... => F_n. */
typedef struct
{
  GPtrArray *factors;  /* n ChaseTerm, borrowed: the transformations, first things first */
  GPtrArray *functors; /* n + 1 ChaseTerm */
  const ChaseTerm *whole;
} Chain;

static gboolean
open_chain (ChaseView *view, Chain *chain)
{
  const ChaseTerm *whole = view->item->expression;
  guint n = whole->n_args;

  chain->whole = whole;
  chain->factors = g_ptr_array_new ();
  chain->functors = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  for (guint i = 0; i < n; i++)
    {
      ChaseTerm *factor = whole->args[whole->kind == CHASE_TERM_COMPOSE ? n - 1 - i : i];
      const ChaseTransformation *alpha
          = chase_theory_transformation (view->theory, factor, NULL, NULL, view->problems);

      if (alpha == NULL)
        return FALSE;
      g_ptr_array_add (chain->factors, factor);
      if (i == 0)
        g_ptr_array_add (chain->functors, chase_view_functor_term (alpha->from));
      g_ptr_array_add (chain->functors, chase_view_functor_term (alpha->to));
    }
  return TRUE;
}

static void
close_chain (Chain *chain)
{
  g_ptr_array_unref (chain->factors);
  g_ptr_array_unref (chain->functors);
}

/* One prism: at the arrow @arrow from @ends[0] to @ends[1], its first corner at (@x, @y). */
typedef struct
{
  const ChaseTerm *ends[2];
  const ChaseTerm *arrow;
  double x, y;
} Prism;

/* The nodes of one end after those of the other, in the order of the functors. */
static void
add_corners (ChaseView *view, const Chain *chain, const Prism *prism)
{
  guint last = chain->factors->len;

  for (guint end = 0; end < 2; end++)
    for (guint i = 0; i <= last; i++)
      {
        g_autofree char *label = chase_view_applied_label (
            CHASE_TERM_APPLY, g_ptr_array_index (chain->functors, i), prism->ends[end]);

        chase_diagram_add_node (view->diagram, label, TRUE,
                                prism->x + end * WIDTH + (i > 0 && i < last ? DEPTH : 0),
                                prism->y + i, NULL);
      }
}

/* What stands for a factor in labels. */
static ChaseTerm *
factor_term (const ChaseTerm *factor)
{
  if (factor->kind == CHASE_TERM_NAME)
    return chase_view_label_term (factor->name);
  return chase_term_ref ((ChaseTerm *)factor);
}

static ChaseTerm *
whole_term (const Chain *chain)
{
  guint n = chain->factors->len;
  g_autoptr (GPtrArray) args = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (args, factor_term (g_ptr_array_index (chain->factors, n - 1 - i)));
  return chase_term_new (CHASE_TERM_COMPOSE, (ChaseTerm **)args->pdata, n, 0);
}

/* The triangle of components at one end, whose first node is @first. */
static void
add_components (ChaseView *view, const Chain *chain, const ChaseTerm *object, guint32 first)
{
  guint n = chain->factors->len;
  g_autoptr (ChaseTerm) whole = whole_term (chain);
  g_autofree char *label = chase_view_applied_label (CHASE_TERM_COMPONENT, whole, object);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ChaseTerm) factor = factor_term (g_ptr_array_index (chain->factors, i));
      g_autofree char *one = chase_view_applied_label (CHASE_TERM_COMPONENT, factor, object);

      chase_diagram_add_edge (view->diagram, first + i, first + i + 1, one, NULL);
    }
  chase_diagram_add_edge (view->diagram, first, first + n, label, NULL);
}

static void
add_edges (ChaseView *view, const Chain *chain, const Prism *prism, guint32 first)
{
  guint last = chain->factors->len;
  g_autoptr (ChaseStyle) over = chase_style_new ();

  chase_style_set_extra (over, "crossing", NULL);
  add_components (view, chain, prism->ends[0], first);
  add_components (view, chain, prism->ends[1], first + last + 1);
  for (guint i = 0; i <= last; i++)
    {
      g_autofree char *label = chase_view_applied_label (
          CHASE_TERM_APPLY, g_ptr_array_index (chain->functors, i), prism->arrow);

      chase_diagram_add_edge (view->diagram, first + i, first + last + 1 + i, label,
                              i > 0 && i < last ? over : NULL);
    }
}

gboolean
chase_view_prisms (ChaseView *view, const GPtrArray *arrows, const GPtrArray *ends)
{
  Chain chain;
  guint n = view->item->expression->n_args;
  gboolean fine = open_chain (view, &chain);

  /* Nodes come before all edges. */
  for (guint pass = 0; fine && pass < 2; pass++)
    for (guint i = 0; i < arrows->len; i++)
      {
        Prism prism = { { g_ptr_array_index (ends, 2 * i), g_ptr_array_index (ends, 2 * i + 1) },
                        g_ptr_array_index (arrows, i),
                        i % PRISMS_IN_ROW * PRISM_PITCH,
                        i / PRISMS_IN_ROW * (n + ROW_GAP) };

        if (pass == 0)
          add_corners (view, &chain, &prism);
        else
          add_edges (view, &chain, &prism, 2 * (n + 1) * i);
      }
  close_chain (&chain);
  return fine;
}
