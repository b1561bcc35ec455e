/* SPDX-License-Identifier: MIT */
#include "model/dual-private.h"

#include <string.h>

#define MAX_HOPS 1000

static ChaseItem *
find (const ChaseDualizer *dualizer, const ChaseTerm *term, ChaseItemKind kind)
{
  ChaseItem *item
      = term->kind == CHASE_TERM_NAME ? chase_document_find (dualizer->document, term->name) : NULL;

  return item != NULL && item->kind == kind ? item : NULL;
}

const ChaseItem *
chase_dual_drawing (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  const ChaseItem *item = term != NULL ? find (dualizer, term, CHASE_ITEM_DIAGRAM) : NULL;

  return item != NULL && item->to != NULL && item->view == CHASE_VIEW_NONE ? item : NULL;
}

/* What the name of a category, or of a diagram in one, stands for; else NULL. */
static const ChaseTerm *
meant (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  const ChaseItem *item = find (dualizer, term, CHASE_ITEM_CATEGORY);
  const ChaseItem *drawing = chase_dual_drawing (dualizer, term);

  return item != NULL ? item->expression : drawing != NULL ? drawing->to : NULL;
}

gboolean
chase_dual_stays_category (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  for (guint hops = 0; term != NULL && hops < MAX_HOPS; hops++)
    switch ((ChaseTermKind)term->kind)
      {
      case CHASE_TERM_NAME:
        if (strcmp (term->name, "Set") == 0)
          return TRUE;
        term = meant (dualizer, term);
        break;
      case CHASE_TERM_OPPOSITE:
      case CHASE_TERM_SLICE_OVER:
      case CHASE_TERM_SLICE_UNDER:
        term = term->args[0];
        break;
      case CHASE_TERM_FUNCTOR_CATEGORY:
        term = term->args[1];
        break;
      case CHASE_TERM_TIMES:
        if (!chase_dual_stays_category (dualizer, term->args[0]))
          return FALSE;
        term = term->args[1];
        break;
      default:
        return FALSE;
      }
  return FALSE;
}

/* The product that @term, or what it is a name of, is, or is the opposite of; else NULL. */
static const ChaseTerm *
product_term (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  for (guint hops = 0; term != NULL && hops < MAX_HOPS; hops++)
    {
      if (term->kind == CHASE_TERM_TIMES)
        return term;
      term = term->kind == CHASE_TERM_OPPOSITE ? term->args[0] : meant (dualizer, term);
    }
  return NULL;
}

gboolean
chase_dual_is_mixed (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  term = term != NULL ? product_term (dualizer, term) : NULL;
  return term != NULL
         && (chase_dual_stays_category (dualizer, term->args[0])
                 != chase_dual_stays_category (dualizer, term->args[1])
             || chase_dual_is_mixed (dualizer, term->args[0])
             || chase_dual_is_mixed (dualizer, term->args[1]));
}

/* The target of the functor called @term, or of the functors that the transformation is between. */
static const ChaseTerm *
target_of (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  const ChaseItem *item = find (dualizer, term, CHASE_ITEM_FUNCTOR);

  if (item == NULL)
    item = find (dualizer, term, CHASE_ITEM_TRANSFORMATION);
  return item == NULL                       ? NULL
         : item->kind == CHASE_ITEM_FUNCTOR ? item->to
                                            : target_of (dualizer, item->from);
}

static gboolean
keeps (const ChaseDualizer *dualizer, const ChaseTerm *category)
{
  return chase_dual_stays_category (dualizer, category) || chase_dual_is_mixed (dualizer, category);
}

/* Is @term first(X) or second(X), of what goes to a product? *@turns: that part of it, unlike X,
 * is turned round in the dual. */
static gboolean
is_part (const ChaseDualizer *dualizer, const ChaseTerm *term, gboolean *turns)
{
  const ChaseTerm *word = term->kind == CHASE_TERM_APPLY ? term->args[0] : NULL;
  gboolean first = word != NULL && chase_term_is_name (word, "first");
  const ChaseTerm *to, *product;

  *turns = FALSE;
  if (!(first || (word != NULL && chase_term_is_name (word, "second")))
      || chase_document_find (dualizer->document, word->name) != NULL)
    return FALSE;
  to = target_of (dualizer, term->args[1]);
  product = to != NULL && keeps (dualizer, to) ? product_term (dualizer, to) : NULL;
  *turns = product != NULL && !keeps (dualizer, product->args[first ? 0 : 1]);
  return TRUE;
}

gboolean
chase_dual_stays_functor (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  for (guint hops = 0; term != NULL && hops < MAX_HOPS; hops++)
    {
      ChaseItem *item;
      gboolean turns;

      if (is_part (dualizer, term, &turns))
        return !turns && chase_dual_stays_transformation (dualizer, term->args[1]);
      switch ((ChaseTermKind)term->kind)
        {
        case CHASE_TERM_NAME:
          item = find (dualizer, term, CHASE_ITEM_FUNCTOR);
          return item != NULL && keeps (dualizer, item->to);
        case CHASE_TERM_COMPOSE:
        case CHASE_TERM_OPPOSITE_FUNCTOR:
        case CHASE_TERM_APPLY:
          term = term->args[0];
          break;
        case CHASE_TERM_THEN:
          term = term->args[term->n_args - 1];
          break;
        case CHASE_TERM_PAIR:
          return chase_dual_stays_functor (dualizer, term->args[0])
                 || chase_dual_stays_functor (dualizer, term->args[1]);
        case CHASE_TERM_IDENTITY_FUNCTOR:
          return chase_dual_stays_category (dualizer, term->args[0]);
        case CHASE_TERM_HOM:
        case CHASE_TERM_YONEDA:
        case CHASE_TERM_FORGET:
        case CHASE_TERM_FREE:
        case CHASE_TERM_COFREE:
          return TRUE;
        default:
          return FALSE;
        }
    }
  return FALSE;
}

gboolean
chase_dual_stays_transformation (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  for (guint hops = 0; term != NULL && hops < MAX_HOPS; hops++)
    {
      ChaseItem *item;

      switch ((ChaseTermKind)term->kind)
        {
        case CHASE_TERM_NAME:
          item = find (dualizer, term, CHASE_ITEM_TRANSFORMATION);
          return item != NULL ? chase_dual_stays_functor (dualizer, item->from)
                              : chase_dual_stays_functor (dualizer, term);
        case CHASE_TERM_THEN:
          if (!chase_dual_is_transformation (dualizer, term))
            return chase_dual_stays_functor (dualizer, term);
          term = term->args[0];
          break;
        case CHASE_TERM_COMPOSE:
        case CHASE_TERM_TIMES:
        case CHASE_TERM_OPPOSITE_FUNCTOR:
          term = term->args[0];
          break;
        case CHASE_TERM_IDENTITY:
          return chase_dual_stays_functor (dualizer, term->args[0]);
        case CHASE_TERM_YONEDA:
        case CHASE_TERM_UNIT:
        case CHASE_TERM_COUNIT:
          return TRUE;
        default:
          return chase_dual_stays_functor (dualizer, term);
        }
    }
  return FALSE;
}

static gboolean
stays (const ChaseDualizer *dualizer, const ChaseTerm *term, guint depth)
{
  if (depth > MAX_HOPS)
    return FALSE;
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_SET:
    case CHASE_TERM_FUNCTION:
      return TRUE;
    case CHASE_TERM_APPLY:
      return chase_dual_stays_functor (dualizer, term->args[0]);
    case CHASE_TERM_COMPONENT:
      return chase_dual_stays_transformation (dualizer, term->args[0]);
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
    case CHASE_TERM_POWER:
    case CHASE_TERM_IDENTITY:
      return stays (dualizer, term->args[0], depth + 1);
    default:
      return FALSE;
    }
}

gboolean
chase_dual_stays_path (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  return stays (dualizer, term, 0);
}

/* What a term means whose sort its kind alone does not tell. */
typedef enum
{
  SORT_UNKNOWN,
  SORT_PATH,
  SORT_FUNCTOR,
  SORT_TRANSFORMATION,
} Sort;

static Sort
sort_of_name (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  gboolean arrow = g_hash_table_contains (dualizer->arrows, term->name);

  if (find (dualizer, term, CHASE_ITEM_FUNCTOR) != NULL)
    return arrow ? SORT_UNKNOWN : SORT_FUNCTOR;
  if (find (dualizer, term, CHASE_ITEM_TRANSFORMATION) != NULL)
    return arrow ? SORT_UNKNOWN : SORT_TRANSFORMATION;
  return arrow ? SORT_PATH : SORT_UNKNOWN;
}

/* Of a composite any factor tells. */
static Sort
sort_of (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  Sort sort = SORT_UNKNOWN;
  gboolean turns;

  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_NAME:
      return sort_of_name (dualizer, term);
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      for (guint32 i = 0; i < term->n_args && sort == SORT_UNKNOWN; i++)
        sort = sort_of (dualizer, term->args[i]);
      return sort;
    case CHASE_TERM_OPPOSITE_FUNCTOR:
      return sort_of (dualizer, term->args[0]) == SORT_TRANSFORMATION ? SORT_TRANSFORMATION
                                                                      : SORT_FUNCTOR;
    case CHASE_TERM_APPLY:
      return is_part (dualizer, term, &turns) ? sort_of (dualizer, term->args[1]) : SORT_UNKNOWN;
    case CHASE_TERM_HOM:
    case CHASE_TERM_FORGET:
    case CHASE_TERM_FREE:
    case CHASE_TERM_COFREE:
    case CHASE_TERM_IDENTITY_FUNCTOR:
    case CHASE_TERM_CONST:
      return SORT_FUNCTOR;
    case CHASE_TERM_YONEDA:
      return term->n_args == 1 ? SORT_FUNCTOR : SORT_TRANSFORMATION;
    case CHASE_TERM_TIMES:
    case CHASE_TERM_UNIT:
    case CHASE_TERM_COUNIT:
      return SORT_TRANSFORMATION;
    case CHASE_TERM_IDENTITY:
      return find (dualizer, term->args[0], CHASE_ITEM_FUNCTOR) != NULL ? SORT_TRANSFORMATION
                                                                        : SORT_UNKNOWN;
    default:
      return SORT_UNKNOWN;
    }
}

gboolean
chase_dual_is_functor (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  return sort_of (dualizer, term) == SORT_FUNCTOR;
}

gboolean
chase_dual_is_transformation (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  return sort_of (dualizer, term) == SORT_TRANSFORMATION;
}

/* Terms like @term with other arguments, whose references are taken. */
static ChaseTerm *
with_args (const ChaseTerm *term, ChaseTermKind kind, ChaseTerm **args)
{
  if (term->kind == CHASE_TERM_NAME)
    return chase_term_ref (term);
  return chase_term_new_take (kind, args, term->n_args, chase_term_get_number (term), term->line,
                              term->column);
}

static ChaseTerm *
wrap (ChaseTermKind kind, ChaseTerm *argument)
{
  ChaseTerm *args[1] = { argument };

  return chase_term_new_take (kind, args, 1, 0, argument->line, argument->column);
}

typedef ChaseTerm *(*Dual) (const ChaseDualizer *dualizer, const ChaseTerm *term);

static ChaseTerm *
each (const ChaseDualizer *dualizer, const ChaseTerm *term, Dual dual, gboolean reversed)
{
  g_autofree ChaseTerm **args = g_new (ChaseTerm *, term->n_args + 1);

  for (guint32 i = 0; i < term->n_args; i++)
    args[i] = dual (dualizer, term->args[reversed ? term->n_args - 1 - i : i]);
  return with_args (term, term->kind, args);
}

/* The dual of @term with `^op` put on or taken off: the category itself, in the dual's words. */
static ChaseTerm *
same_category (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  if (term->kind == CHASE_TERM_OPPOSITE)
    return chase_dual_category (dualizer, term->args[0]);
  return wrap (CHASE_TERM_OPPOSITE, chase_dual_category (dualizer, term));
}

/* The factor of a product with sets. */
static ChaseTerm *
same_factor (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  return chase_dual_stays_category (dualizer, term) || chase_dual_is_mixed (dualizer, term)
             ? chase_dual_category (dualizer, term)
             : same_category (dualizer, term);
}

/* Is what @functor is applied to a path of the category that it is contravariant on, also with `op`
 * put on or taken off? */
static gboolean
reads_turned (const ChaseDualizer *dualizer, const ChaseTerm *functor)
{
  const ChaseItem *item;

  for (guint hops = 0; hops < MAX_HOPS; hops++)
    switch ((ChaseTermKind)functor->kind)
      {
      case CHASE_TERM_COMPOSE:
        functor = functor->args[functor->n_args - 1];
        break;
      case CHASE_TERM_THEN:
      case CHASE_TERM_OPPOSITE_FUNCTOR:
        functor = functor->args[0];
        break;
      default:
        item = find (dualizer, functor, CHASE_ITEM_FUNCTOR);
        return item != NULL && item->contravariant;
      }
  return FALSE;
}

static ChaseTerm *
same (const ChaseDualizer *dualizer, const ChaseTerm *term);

/* The path or object itself, in the dual's words: of D in Set * D, which is D^op in Set * D^op. */
static ChaseTerm *
same_path (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  ChaseTerm *args[2];

  if (chase_dual_stays_path (dualizer, term))
    return chase_dual_path (dualizer, term);
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
    case CHASE_TERM_IDENTITY:
    case CHASE_TERM_POWER:
    case CHASE_TERM_PAIR:
      return each (dualizer, term, same_path, FALSE);
    case CHASE_TERM_APPLY:
    case CHASE_TERM_COMPONENT:
      args[0] = same (dualizer, term->args[0]);
      args[1] = (term->kind == CHASE_TERM_APPLY && reads_turned (dualizer, term->args[0])
                     ? chase_dual_path
                     : same_path) (dualizer, term->args[1]);
      return with_args (term, term->kind, args);
    default:
      return chase_term_ref (term);
    }
}

/* Is what @functor is applied to written in the same category in the dual, by whose opposite the
 * functor or the first of its factors goes there? */
static gboolean
keeps_argument (const ChaseDualizer *dualizer, const ChaseTerm *functor)
{
  gboolean turns;

  if (is_part (dualizer, functor, &turns))
    return turns && !reads_turned (dualizer, functor->args[1]);
  switch ((ChaseTermKind)functor->kind)
    {
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      if (chase_dual_stays_functor (dualizer, functor))
        return !reads_turned (dualizer, functor);
      return keeps_argument (
          dualizer, functor->args[functor->kind == CHASE_TERM_THEN ? 0 : functor->n_args - 1]);
    case CHASE_TERM_FREE:
    case CHASE_TERM_COFREE:
      return TRUE;
    case CHASE_TERM_FORGET:
      return !reads_turned (dualizer, functor->args[1]);
    case CHASE_TERM_OPPOSITE_FUNCTOR:
      return keeps_argument (dualizer, functor->args[0]);
    case CHASE_TERM_PAIR:
      return chase_dual_stays_functor (dualizer, functor)
             && !chase_dual_stays_transformation (dualizer, functor->args[0])
             && !reads_turned (dualizer, functor->args[0]);
    default:
      return FALSE;
    }
}

ChaseTerm *
chase_dual_argument (const ChaseDualizer *dualizer, const ChaseTerm *functor, const ChaseTerm *term)
{
  return keeps_argument (dualizer, functor) ? same_path (dualizer, term)
                                            : chase_dual_path (dualizer, term);
}

ChaseTerm *
chase_dual_mixed_path (const ChaseDualizer *dualizer, const ChaseTerm *in, const ChaseTerm *term)
{
  const ChaseTerm *product = product_term (dualizer, in);
  g_autofree ChaseTerm **args = g_new (ChaseTerm *, term->n_args + 1);
  gboolean pair = term->kind == CHASE_TERM_PAIR && product != NULL;

  if (pair || term->kind == CHASE_TERM_COMPOSE || term->kind == CHASE_TERM_THEN
      || term->kind == CHASE_TERM_POWER || term->kind == CHASE_TERM_IDENTITY)
    {
      for (guint32 i = 0; i < term->n_args; i++)
        args[i] = chase_dual_mixed_path (dualizer, pair ? product->args[i] : in, term->args[i]);
      return with_args (term, term->kind, args);
    }
  return chase_dual_stays_category (dualizer, in) ? chase_dual_path (dualizer, term)
                                                  : same_path (dualizer, term);
}

ChaseTerm *
chase_dual_category (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  ChaseTerm *args[2];

  if (term == NULL)
    return NULL;
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_OPPOSITE:
    case CHASE_TERM_TIMES:
      return each (dualizer, term,
                   chase_dual_is_mixed (dualizer, term) ? same_factor : chase_dual_category, FALSE);
    case CHASE_TERM_FUNCTOR_CATEGORY:
      if (!chase_dual_stays_category (dualizer, term->args[1]))
        return each (dualizer, term, chase_dual_category, FALSE);
      args[0] = same_category (dualizer, term->args[0]);
      args[1] = chase_dual_category (dualizer, term->args[1]);
      return with_args (term, term->kind, args);
    case CHASE_TERM_SLICE_OVER:
    case CHASE_TERM_SLICE_UNDER:
      args[0] = chase_dual_category (dualizer, term->args[0]);
      args[1] = chase_dual_path (dualizer, term->args[1]);
      return with_args (term,
                        (term->kind == CHASE_TERM_SLICE_OVER)
                                == chase_dual_stays_category (dualizer, term->args[0])
                            ? CHASE_TERM_SLICE_OVER
                            : CHASE_TERM_SLICE_UNDER,
                        args);
    case CHASE_TERM_ELEMENTS:
      return each (dualizer, term, chase_dual_functor, FALSE);
    default:
      return chase_term_ref (term);
    }
}

/* The functor or transformation itself, in the dual's words: with `op` put on or taken off. */
static ChaseTerm *
same (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  if (term->kind == CHASE_TERM_OPPOSITE_FUNCTOR)
    return chase_dual_transformation (dualizer, term->args[0]);
  if (chase_dual_stays_transformation (dualizer, term))
    return chase_dual_transformation (dualizer, term);
  return wrap (CHASE_TERM_OPPOSITE_FUNCTOR, chase_dual_transformation (dualizer, term));
}

/* first(X) or second(X), or op of that; NULL of others. */
static ChaseTerm *
dual_part (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  gboolean opposite = term->kind == CHASE_TERM_OPPOSITE_FUNCTOR, turns;
  const ChaseTerm *inner = opposite ? term->args[0] : term;
  ChaseTerm *args[2], *made;

  if (!is_part (dualizer, inner, &turns) || (opposite && !turns))
    return NULL;
  args[0] = chase_term_ref (inner->args[0]);
  args[1] = chase_dual_transformation (dualizer, inner->args[1]);
  made = with_args (inner, inner->kind, args);
  return turns && !opposite ? wrap (CHASE_TERM_OPPOSITE_FUNCTOR, made) : made;
}

/* The dual of @term: of the part of a functor that it is, or what @by_kind makes of it. Takes NULL
 * quietly. */
static ChaseTerm *
dual_term (const ChaseDualizer *dualizer, const ChaseTerm *term, Dual by_kind)
{
  ChaseTerm *part = term != NULL ? dual_part (dualizer, term) : NULL;

  if (term == NULL || part != NULL)
    return part;
  return by_kind (dualizer, term);
}

/* A value in a product: what stands in it for sets and functors to them is dualised, paths of D in
 * Set * D are those of D^op in Set * D^op. */
ChaseTerm *
chase_dual_pair_value (const ChaseDualizer *dualizer, const ChaseTerm *to, const ChaseTerm *value)
{
  const ChaseTerm *product = product_term (dualizer, to);
  ChaseTerm *args[2];

  if (value->kind == CHASE_TERM_PAIR && product != NULL)
    {
      for (guint i = 0; i < 2; i++)
        args[i] = chase_dual_pair_value (dualizer, product->args[i], value->args[i]);
      return with_args (value, value->kind, args);
    }
  if (value->kind == CHASE_TERM_SET || value->kind == CHASE_TERM_FUNCTION
      || !chase_dual_stays_category (dualizer, to))
    return chase_term_ref (value);
  return chase_dual_transformation (dualizer, value);
}

const ChaseTerm *
chase_dual_product_of (const ChaseDualizer *dualizer, const ChaseTerm *functor)
{
  const ChaseTerm *to = target_of (dualizer, functor);

  return to != NULL && keeps (dualizer, to) ? product_term (dualizer, to) : NULL;
}

/* The last factor goes to Set; what is applied before it is taken as it is. */
static ChaseTerm *
staying_composite (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  guint32 last = term->kind == CHASE_TERM_COMPOSE ? 0 : term->n_args - 1;
  g_autofree ChaseTerm **args = g_new (ChaseTerm *, term->n_args);

  for (guint32 i = 0; i < term->n_args; i++)
    args[i]
        = i == last ? chase_dual_functor (dualizer, term->args[i]) : same (dualizer, term->args[i]);
  return with_args (term, term->kind, args);
}

static ChaseTerm *
functor_by_kind (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  ChaseTerm *args[2];

  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      if (chase_dual_stays_functor (dualizer, term))
        return staying_composite (dualizer, term);
      return each (dualizer, term, chase_dual_functor, FALSE);
    case CHASE_TERM_IDENTITY_FUNCTOR:
    case CHASE_TERM_IDENTITY: /* in Cat */
      return each (dualizer, term, chase_dual_category, FALSE);
    case CHASE_TERM_CONST:
      return each (dualizer, term,
                   chase_dual_is_functor (dualizer, term->args[0]) ? chase_dual_functor
                                                                   : chase_dual_path,
                   FALSE);
    case CHASE_TERM_PAIR:
      return each (dualizer, term,
                   chase_dual_stays_functor (dualizer, term) ? same : chase_dual_functor, FALSE);
    case CHASE_TERM_OPPOSITE_FUNCTOR:
      return each (dualizer, term, chase_dual_functor, FALSE);
    case CHASE_TERM_HOM:
      return each (dualizer, term, chase_dual_path, TRUE);
    case CHASE_TERM_YONEDA:
      if (term->n_args != 1)
        return chase_term_ref (term);
      args[0] = same_category (dualizer, term->args[0]);
      return with_args (term, term->kind, args);
    case CHASE_TERM_FORGET:
    case CHASE_TERM_FREE:
    case CHASE_TERM_COFREE:
      args[0] = chase_dual_functor (dualizer, term->args[0]);
      args[1] = same (dualizer, term->args[1]);
      return with_args (term, term->kind, args);
    case CHASE_TERM_APPLY:
      return chase_dual_path (dualizer, term);
    default:
      return chase_term_ref (term);
    }
}

ChaseTerm *
chase_dual_functor (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  return dual_term (dualizer, term, functor_by_kind);
}

static ChaseTerm *
dual_horizontal (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  ChaseTerm *args[2];

  if (!chase_dual_stays_transformation (dualizer, term))
    return each (dualizer, term, chase_dual_transformation, FALSE);
  args[0] = chase_dual_transformation (dualizer, term->args[0]);
  args[1] = same (dualizer, term->args[1]);
  return with_args (term, term->kind, args);
}

/* Also of a functor, which may stand in a horizontal composite. */
static ChaseTerm *
transformation_by_kind (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  ChaseTerm *args[3];

  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      if (!chase_dual_is_transformation (dualizer, term))
        return chase_dual_functor (dualizer, term);
      return each (dualizer, term, chase_dual_transformation,
                   !chase_dual_stays_transformation (dualizer, term));
    case CHASE_TERM_TIMES:
      return dual_horizontal (dualizer, term);
    case CHASE_TERM_IDENTITY:
    case CHASE_TERM_UNIT:
    case CHASE_TERM_COUNIT:
      return each (dualizer, term, chase_dual_functor, FALSE);
    case CHASE_TERM_OPPOSITE_FUNCTOR:
      return each (dualizer, term, chase_dual_transformation, FALSE);
    case CHASE_TERM_YONEDA:
      if (term->n_args != 3)
        return chase_dual_functor (dualizer, term);
      args[0] = chase_term_ref (term->args[0]);
      args[1] = chase_dual_path (dualizer, term->args[1]);
      args[2] = chase_dual_functor (dualizer, term->args[2]);
      return with_args (term, term->kind, args);
    default:
      return chase_dual_functor (dualizer, term);
    }
}

ChaseTerm *
chase_dual_transformation (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  return dual_term (dualizer, term, transformation_by_kind);
}

static ChaseTerm *
path_by_kind (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  ChaseTerm *args[2];

  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      return each (dualizer, term, chase_dual_path, !chase_dual_stays_path (dualizer, term));
    case CHASE_TERM_IDENTITY:
    case CHASE_TERM_POWER:
    case CHASE_TERM_PAIR:
      return each (dualizer, term, chase_dual_path, FALSE);
    case CHASE_TERM_APPLY:
      args[0] = chase_dual_functor (dualizer, term->args[0]);
      args[1] = chase_dual_argument (dualizer, term->args[0], term->args[1]);
      return with_args (term, term->kind, args);
    case CHASE_TERM_COMPONENT:
      args[0] = chase_dual_transformation (dualizer, term->args[0]);
      args[1] = chase_dual_path (dualizer, term->args[1]);
      return with_args (term, term->kind, args);
    default:
      return chase_term_ref (term);
    }
}

ChaseTerm *
chase_dual_path (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  return dual_term (dualizer, term, path_by_kind);
}
