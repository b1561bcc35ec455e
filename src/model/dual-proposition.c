/* SPDX-License-Identifier: MIT */
#include "model/dual.h"

#include "model/dual-private.h"

/* What a check says, of the opposite. */

void
chase_dual_replace (ChaseTerm **slot, ChaseTerm *term)
{
  chase_term_unref (*slot);
  *slot = term;
}

static GPtrArray *
dual_list (const ChaseDualizer *dualizer, const GPtrArray *terms,
           ChaseTerm *(*dual) (const ChaseDualizer *dualizer, const ChaseTerm *term))
{
  GPtrArray *list = NULL;

  for (guint i = 0; terms != NULL && i < terms->len; i++)
    chase_proposition_take (&list, dual (dualizer, g_ptr_array_index (terms, i)));
  return list;
}

void
chase_dual_replace_list (const ChaseDualizer *dualizer, GPtrArray **slot,
                         ChaseTerm *(*dual) (const ChaseDualizer *dualizer, const ChaseTerm *term))
{
  GPtrArray *list = dual_list (dualizer, *slot, dual);

  g_clear_pointer (slot, g_ptr_array_unref);
  *slot = list;
}

/* A limit or colimit of a diagram in Cat, as is said by its name. */
static gboolean
is_limit_in_cat (const ChaseDualizer *dualizer, const ChaseProposition *proposition)
{
  const ChaseTerm *base = proposition->base != NULL && proposition->base->len > 0
                              ? g_ptr_array_index (proposition->base, 0)
                              : NULL;
  const ChaseItem *item;

  if ((proposition->kind != CHASE_PROPOSITION_UNIVERSAL
       && proposition->kind != CHASE_PROPOSITION_EXISTS)
      || proposition->shape < CHASE_SHAPE_LIMIT || base == NULL || base->kind != CHASE_TERM_NAME)
    return FALSE;
  item = chase_document_find (dualizer->document, base->name);
  return item != NULL && item->kind == CHASE_ITEM_DIAGRAM && item->to != NULL
         && chase_term_is_name (item->to, "Cat");
}

/* What is said in a product of Set and another category is said of the same thing. */
static void
stay_mixed (const ChaseDualizer *dualizer, const ChaseTerm *in, GPtrArray **list)
{
  GPtrArray *made = NULL;

  for (guint i = 0; *list != NULL && i < (*list)->len; i++)
    chase_proposition_take (&made,
                            chase_dual_mixed_path (dualizer, in, g_ptr_array_index (*list, i)));
  g_clear_pointer (list, g_ptr_array_unref);
  *list = made;
}

ChaseAdjective
chase_dual_adjective (ChaseAdjective adjective)
{
  static const ChaseAdjective pairs[][2] = {
    { CHASE_ADJECTIVE_INITIAL, CHASE_ADJECTIVE_TERMINAL },
    { CHASE_ADJECTIVE_MONO, CHASE_ADJECTIVE_EPI },
    { CHASE_ADJECTIVE_SPLIT_MONO, CHASE_ADJECTIVE_SPLIT_EPI },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint k = 0; k < 2; k++)
      if (adjective == pairs[i][k])
        return pairs[i][1 - k];
  return adjective;
}

/* Product with coproduct, and so on: they stand in the list pair by pair. */
static ChaseUniversalShape
dual_shape (ChaseUniversalShape shape)
{
  return shape ^ 1;
}

static void
dual_is (const ChaseDualizer *dualizer, ChaseProposition *proposition)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->terms, 0);
  gboolean stays
      = chase_dual_stays_path (dualizer, term)
        || (proposition->in != NULL && chase_dual_stays_category (dualizer, proposition->in));

  for (guint i = 0; proposition->adjectives != NULL && !stays && i < proposition->adjectives->len;
       i++)
    {
      ChaseAdjective *adjective = &g_array_index (proposition->adjectives, ChaseAdjective, i);

      *adjective = chase_dual_adjective (*adjective);
    }
}

static void
reverse_list (GPtrArray *list)
{
  for (guint i = 0, j = list != NULL ? list->len : 0; i + 1 < j; i++)
    {
      gpointer item = list->pdata[i];

      list->pdata[i] = list->pdata[--j];
      list->pdata[j] = item;
    }
}

/* A term whose sort only its kind and the document tell: a category, a functor, a transformation,
 * or a path. */
static ChaseTerm *
dual_any (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_OPPOSITE:
    case CHASE_TERM_FUNCTOR_CATEGORY:
    case CHASE_TERM_SLICE_OVER:
    case CHASE_TERM_SLICE_UNDER:
    case CHASE_TERM_ELEMENTS:
      return chase_dual_category (dualizer, term);
    case CHASE_TERM_HOM:
    case CHASE_TERM_YONEDA:
    case CHASE_TERM_FORGET:
    case CHASE_TERM_FREE:
    case CHASE_TERM_COFREE:
    case CHASE_TERM_UNIT:
    case CHASE_TERM_COUNIT:
    case CHASE_TERM_IDENTITY_FUNCTOR:
    case CHASE_TERM_OPPOSITE_FUNCTOR:
    case CHASE_TERM_CONST:
      return chase_dual_transformation (dualizer, term);
    case CHASE_TERM_TIMES:
      return chase_dual_is_transformation (dualizer, term->args[0])
                     || chase_dual_is_transformation (dualizer, term->args[1])
                 ? chase_dual_transformation (dualizer, term)
                 : chase_dual_category (dualizer, term);
    default:
      return chase_dual_is_transformation (dualizer, term)
                 ? chase_dual_transformation (dualizer, term)
                 : chase_dual_path (dualizer, term);
    }
}

static ChaseTerm *
dual_functor_or_any (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  return chase_dual_is_functor (dualizer, term) ? chase_dual_functor (dualizer, term)
                                                : dual_any (dualizer, term);
}

/* Of what can be no path: a composite whose names are those of arrows as well. */
static ChaseTerm *
dual_no_path (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  return term->kind == CHASE_TERM_PAIR
                 || ((term->kind == CHASE_TERM_COMPOSE || term->kind == CHASE_TERM_THEN)
                     && !chase_dual_is_transformation (dualizer, term))
             ? chase_dual_functor (dualizer, term)
             : dual_functor_or_any (dualizer, term);
}

static gboolean
stays_hom (const ChaseDualizer *dualizer, const ChaseProposition *proposition)
{
  return proposition->in != NULL
             ? chase_dual_stays_category (dualizer, proposition->in)
             : chase_dual_stays_path (dualizer, g_ptr_array_index (proposition->terms, 0));
}

static void
dual_count (const ChaseDualizer *dualizer, ChaseProposition *proposition)
{
  const ChaseTerm *first = g_ptr_array_index (proposition->terms, 0);
  gboolean turned
      = (proposition->count == CHASE_COUNT_HOM && !stays_hom (dualizer, proposition))
        || (proposition->count == CHASE_COUNT_NAT && !chase_dual_stays_functor (dualizer, first));
  gboolean of_categories = proposition->count == CHASE_COUNT_OB
                           || proposition->count == CHASE_COUNT_MOR
                           || proposition->count == CHASE_COUNT_FUN;

  if (of_categories)
    chase_dual_replace_list (dualizer, &proposition->terms, chase_dual_category);
  else if (proposition->count == CHASE_COUNT_NAT)
    chase_dual_replace_list (dualizer, &proposition->terms, chase_dual_functor);
  else
    chase_dual_replace_list (dualizer, &proposition->terms, chase_dual_path);
  if (turned)
    reverse_list (proposition->terms);
}

/* Is a universal property one of sets, or of functors to them, which keep their direction? */
static gboolean
stays_universal (const ChaseDualizer *dualizer, const ChaseProposition *proposition)
{
  const ChaseTerm *base = proposition->base != NULL && proposition->base->len > 0
                              ? g_ptr_array_index (proposition->base, 0)
                              : NULL;
  const ChaseItem *item = NULL;

  if (proposition->in != NULL)
    return chase_dual_stays_category (dualizer, proposition->in);
  if (proposition->shape < CHASE_SHAPE_LIMIT)
    return chase_dual_stays_path (
        dualizer, proposition->terms != NULL ? g_ptr_array_index (proposition->terms, 0) : base);
  if (base != NULL && base->kind == CHASE_TERM_NAME)
    item = chase_document_find (dualizer->document, base->name);
  return item != NULL && item->kind == CHASE_ITEM_DIAGRAM && item->to != NULL
         && chase_dual_stays_category (dualizer, item->to);
}

/* `F is representable by A`, `yoneda F at A`. */
static void
dual_at_object (const ChaseDualizer *dualizer, ChaseProposition *proposition)
{
  const ChaseTerm *functor = g_ptr_array_index (proposition->terms, 0);
  GPtrArray *made = NULL;

  chase_proposition_take (&made, dual_functor_or_any (dualizer, functor));
  chase_proposition_take (
      &made, chase_dual_argument (dualizer, functor, g_ptr_array_index (proposition->terms, 1)));
  g_ptr_array_unref (proposition->terms);
  proposition->terms = made;
}

/* In Cat, turning all categories round is a functor that keeps the direction of functors. */
static void
dual_in_cat (const ChaseDualizer *dualizer, ChaseProposition *proposition)
{
  gboolean objects = proposition->kind != CHASE_PROPOSITION_EQUATION;
  gboolean of_objects
      = proposition->shape == CHASE_SHAPE_PRODUCT || proposition->shape == CHASE_SHAPE_COPRODUCT;

  if (proposition->kind == CHASE_PROPOSITION_IS && proposition->adjectives != NULL
      && proposition->adjectives->len > 0)
    objects = g_array_index (proposition->adjectives, ChaseAdjective, 0) <= CHASE_ADJECTIVE_ZERO;
  chase_dual_replace_list (dualizer, &proposition->terms,
                           objects ? chase_dual_category : chase_dual_functor);
  chase_dual_replace_list (dualizer, &proposition->legs, chase_dual_functor);
  chase_dual_replace_list (dualizer, &proposition->base,
                           of_objects ? chase_dual_category : chase_dual_functor);
}

/* The drawing by whose nodes and edges a term speaks, where no category has an arrow of the name.
 */
static const ChaseItem *
drawing_with (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  while (term->kind == CHASE_TERM_COMPOSE || term->kind == CHASE_TERM_THEN
         || term->kind == CHASE_TERM_POWER || term->kind == CHASE_TERM_IDENTITY)
    term = term->args[0];
  return term->kind == CHASE_TERM_NAME && !g_hash_table_contains (dualizer->arrows, term->name)
             ? g_hash_table_lookup (dualizer->drawn, term->name)
             : NULL;
}

/* The drawing by whose nodes and edges a proposition speaks, or NULL. */
static const ChaseItem *
drawing_of (const ChaseDualizer *dualizer, const ChaseProposition *proposition)
{
  const GPtrArray *terms
      = proposition->kind == CHASE_PROPOSITION_EXISTS ? proposition->base : proposition->terms;
  const ChaseItem *drawing = NULL;

  if (proposition->in != NULL)
    return chase_dual_drawing (dualizer, proposition->in);
  for (guint i = 0; terms != NULL && i < terms->len && drawing == NULL; i++)
    drawing = drawing_with (dualizer, g_ptr_array_index (terms, i));
  return drawing;
}

/* Does it say what only a functor or a transformation is? */
static gboolean
is_of_functor (const ChaseProposition *proposition)
{
  return proposition->adjectives != NULL && proposition->adjectives->len > 0
         && g_array_index (proposition->adjectives, ChaseAdjective, 0) >= CHASE_ADJECTIVE_FUNCTOR;
}

static gboolean
is_of_functors (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  if (term->kind == CHASE_TERM_PAIR)
    return is_of_functors (dualizer, term->args[0]) && is_of_functors (dualizer, term->args[1]);
  return chase_dual_is_functor (dualizer, term);
}

/* Does @proposition say something of functors, one of them a pair? */
static gboolean
is_of_pairs (const ChaseDualizer *dualizer, const ChaseProposition *proposition)
{
  gboolean pair = FALSE;

  if (proposition->in != NULL || is_of_functor (proposition))
    return is_of_functor (proposition);
  for (guint i = 0; proposition->terms != NULL && i < proposition->terms->len; i++)
    {
      const ChaseTerm *term = g_ptr_array_index (proposition->terms, i);

      if (!is_of_functors (dualizer, term))
        return FALSE;
      pair = pair || term->kind == CHASE_TERM_PAIR;
    }
  return pair;
}

/* Can no term of @proposition be a path? */
static gboolean
are_no_paths (const ChaseDualizer *dualizer, const ChaseProposition *proposition)
{
  const ChaseTerm *first = g_ptr_array_index (proposition->terms, 0);

  if (proposition->kind == CHASE_PROPOSITION_ISOMORPHIC && proposition->in == NULL
      && (first->kind == CHASE_TERM_COMPOSE || first->kind == CHASE_TERM_THEN))
    return TRUE;
  return is_of_pairs (dualizer, proposition);
}

ChaseProposition *
chase_dual_proposition (const ChaseDualizer *dualizer, const ChaseProposition *original)
{
  ChaseProposition *proposition = chase_proposition_copy (original);
  const ChaseItem *drawing = drawing_of (dualizer, proposition);

  if (drawing != NULL           ? chase_term_is_name (drawing->to, "Cat")
      : proposition->in != NULL ? chase_term_is_name (proposition->in, "Cat")
                                : is_limit_in_cat (dualizer, proposition))
    {
      dual_in_cat (dualizer, proposition);
      return proposition;
    }
  if (chase_dual_is_mixed (dualizer, proposition->in))
    {
      stay_mixed (dualizer, proposition->in, &proposition->terms);
      stay_mixed (dualizer, proposition->in, &proposition->legs);
      stay_mixed (dualizer, proposition->in, &proposition->base);
      chase_dual_replace (&proposition->in, chase_dual_category (dualizer, proposition->in));
      return proposition;
    }
  if (drawing != NULL && chase_dual_stays_category (dualizer, drawing->to))
    {
      stay_mixed (dualizer, drawing->to, &proposition->terms);
      stay_mixed (dualizer, drawing->to, &proposition->legs);
      stay_mixed (dualizer, drawing->to, &proposition->base);
      return proposition;
    }
  switch (proposition->kind)
    {
    case CHASE_PROPOSITION_IS:
      dual_is (dualizer, proposition);
      chase_dual_replace_list (dualizer, &proposition->terms,
                               are_no_paths (dualizer, proposition) ? dual_no_path
                                                                    : dual_functor_or_any);
      break;
    case CHASE_PROPOSITION_COUNT:
      dual_count (dualizer, proposition);
      break;
    case CHASE_PROPOSITION_UNIVERSAL:
      if (!stays_universal (dualizer, proposition))
        proposition->shape = dual_shape (proposition->shape);
      chase_dual_replace_list (dualizer, &proposition->terms, chase_dual_path);
      break;
    case CHASE_PROPOSITION_EXISTS:
      if (!stays_universal (dualizer, proposition))
        proposition->shape = dual_shape (proposition->shape);
      break;
    case CHASE_PROPOSITION_REPRESENTABLE:
    case CHASE_PROPOSITION_YONEDA:
      dual_at_object (dualizer, proposition);
      break;
    case CHASE_PROPOSITION_ADJUNCTION:
      chase_dual_replace_list (dualizer, &proposition->terms, chase_dual_functor);
      reverse_list (proposition->terms);
      break;
    default:
      chase_dual_replace_list (dualizer, &proposition->terms,
                               are_no_paths (dualizer, proposition) ? dual_no_path
                                                                    : dual_functor_or_any);
    }
  chase_dual_replace_list (dualizer, &proposition->legs, dual_any);
  if (proposition->kind == CHASE_PROPOSITION_ADJUNCTION)
    reverse_list (proposition->legs);
  chase_dual_replace_list (dualizer, &proposition->base, chase_dual_path);
  chase_dual_replace (&proposition->in, chase_dual_category (dualizer, proposition->in));
  return proposition;
}
