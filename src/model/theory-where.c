/* SPDX-License-Identifier: MIT */
#include "model/of-drawings.h"
#include "model/theory-checking.h"

#include "i18n.h"

/* The category that a proposition is about: the one that it names, or the only one that knows its
 * names. */

typedef struct
{
  const ChaseTerm *term;
  gboolean object;
} Named;

static void
add_terms (GArray *list, const GPtrArray *terms, gboolean object)
{
  for (guint i = 0; i < chase_said_length (terms); i++)
    {
      Named named = { chase_said_nth (terms, i), object };

      g_array_append_val (list, named);
    }
}

/* The objects and paths that a proposition names, all of one category. */
static GArray *
named_terms (const ChaseProposition *proposition)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Named));
  gboolean objects = FALSE;

  switch (proposition->kind)
    {
    case CHASE_PROPOSITION_EQUATION:
      add_terms (list, proposition->terms, FALSE);
      break;
    case CHASE_PROPOSITION_IS:
      if (chase_said_length ((GPtrArray *)proposition->terms) > 0 && proposition->adjectives != NULL
          && proposition->adjectives->len > 0)
        objects = chase_said_subject (g_array_index (proposition->adjectives, ChaseAdjective, 0))
                  == CHASE_SUBJECT_OBJECTS;
      add_terms (list, proposition->terms, objects);
      break;
    case CHASE_PROPOSITION_UNIVERSAL:
    case CHASE_PROPOSITION_EXISTS:
      objects = proposition->shape == CHASE_SHAPE_PRODUCT
                || proposition->shape == CHASE_SHAPE_COPRODUCT;
      add_terms (list, proposition->terms, TRUE);
      add_terms (list, proposition->legs, FALSE);
      if (proposition->shape < CHASE_SHAPE_LIMIT)
        add_terms (list, proposition->base, objects);
      break;
    case CHASE_PROPOSITION_ISOMORPHIC:
    case CHASE_PROPOSITION_COUNT:
      add_terms (list, proposition->terms, TRUE);
      break;
    default:
      break;
    }
  return list;
}

static gboolean
knows (ChaseTheory *theory, const ChaseCategory *category, const Named *named)
{
  return named->object ? chase_theory_knows_object (theory, category, named->term)
                       : chase_theory_knows_path (theory, category, named->term);
}

static gboolean
knows_all (ChaseTheory *theory, const ChaseCategory *category, const GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    if (!knows (theory, category, &g_array_index (list, Named, i)))
      return FALSE;
  return TRUE;
}

/* A plain name in @term, by which the categories that may be meant are looked up; or NULL. */
static const char *
some_name (const ChaseTerm *term)
{
  for (guint depth = 0; term != NULL && depth < CHASE_MAX_DEPTH; depth++)
    {
      if (term->kind == CHASE_TERM_NAME)
        return term->name;
      if (term->n_args == 0 || term->kind == CHASE_TERM_APPLY || term->kind == CHASE_TERM_COMPONENT
          || term->kind == CHASE_TERM_PAIR)
        return NULL;
      term = term->args[0];
    }
  return NULL;
}

static GPtrArray *
candidates (ChaseTheory *theory, const GArray *list)
{
  GPtrArray *fewest = theory->named;
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < list->len; i++)
    {
      const char *name = some_name (g_array_index (list, Named, i).term);
      GPtrArray *known
          = name != NULL ? g_hash_table_lookup (chase_theory_candidates (theory), name) : fewest;

      if (known == NULL)
        return found;
      if (known->len < fewest->len)
        fewest = known;
    }
  for (guint i = 0; i < fewest->len; i++)
    if (knows_all (theory, g_ptr_array_index (fewest, i), list))
      g_ptr_array_add (found, g_ptr_array_index (fewest, i));
  return found;
}

/* The target of a functor or transformation whose value the term is: that says where the
 * proposition lives. */
static const ChaseCategory *
target_of_value (ChaseTheory *theory, const ChaseTerm *term)
{
  const ChaseTransformation *alpha;
  const ChaseFunctor *functor;

  for (guint depth = 0; depth < CHASE_MAX_DEPTH; depth++)
    switch ((ChaseTermKind)term->kind)
      {
      case CHASE_TERM_APPLY:
        functor = chase_theory_functor_term (theory, term->args[0], NULL, NULL, NULL);
        return functor != NULL ? functor->target : NULL;
      case CHASE_TERM_COMPONENT:
        alpha = chase_theory_transformation (theory, term->args[0], NULL, NULL, NULL);
        return alpha != NULL ? alpha->from->target : NULL;
      case CHASE_TERM_COMPOSE:
      case CHASE_TERM_THEN:
      case CHASE_TERM_POWER:
      case CHASE_TERM_IDENTITY:
        term = term->args[0];
        break;
      case CHASE_TERM_SET:
      case CHASE_TERM_FUNCTION:
        return chase_theory_category_of_sets (theory);
      default:
        return NULL;
      }
  return NULL;
}

static gboolean
is_functor_word (const ChaseTerm *term)
{
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_IDENTITY_FUNCTOR:
    case CHASE_TERM_OPPOSITE_FUNCTOR:
    case CHASE_TERM_HOM:
    case CHASE_TERM_FORGET:
    case CHASE_TERM_FREE:
    case CHASE_TERM_COFREE:
      return TRUE;
    case CHASE_TERM_YONEDA:
      return term->n_args == 1;
    default:
      return FALSE;
    }
}

static gboolean
is_named (ChaseTheory *theory, const ChaseTerm *term, ChaseItemKind kind)
{
  ChaseItem *item = term->kind == CHASE_TERM_NAME ? chase_theory_find (theory, term->name) : NULL;

  return item != NULL && item->kind == kind;
}

gboolean
chase_said_is_transformation (ChaseTheory *theory, const ChaseTerm *term)
{
  for (guint depth = 0; depth < CHASE_MAX_DEPTH; depth++)
    switch ((ChaseTermKind)term->kind)
      {
      case CHASE_TERM_TIMES:
        if (is_named (theory, term->args[1], CHASE_ITEM_TRANSFORMATION)
            || term->args[1]->kind == CHASE_TERM_IDENTITY)
          return TRUE;
        term = term->args[0];
        break;
      case CHASE_TERM_COMPOSE:
      case CHASE_TERM_THEN:
      case CHASE_TERM_OPPOSITE_FUNCTOR:
        term = term->args[0];
        break;
      case CHASE_TERM_NAME:
        return is_named (theory, term, CHASE_ITEM_TRANSFORMATION);
      case CHASE_TERM_IDENTITY:
        return is_functor_word (term->args[0])
               || is_named (theory, term->args[0], CHASE_ITEM_FUNCTOR);
      case CHASE_TERM_YONEDA:
        return term->n_args == 3;
      case CHASE_TERM_UNIT:
      case CHASE_TERM_COUNIT:
        return TRUE;
      case CHASE_TERM_APPLY:
        return chase_theory_is_value (theory, term, FALSE);
      default:
        return FALSE;
      }
  return FALSE;
}

/* [C, D] for an equation between transformations that are named as such. */
static const ChaseCategory *
category_of_transformations (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const ChaseTransformation *alpha;

  if (proposition->kind != CHASE_PROPOSITION_EQUATION
      || !chase_said_is_transformation (theory, chase_said_nth (proposition->terms, 0)))
    return NULL;
  alpha = chase_theory_transformation (theory, chase_said_nth (proposition->terms, 0), NULL, NULL,
                                       NULL);
  if (alpha == NULL)
    return NULL;
  return chase_theory_functors_between (theory, alpha->from->source, alpha->from->target);
}

/* Is @term made of functors: a functor of the document, a word for one, or a composite of them? */
static gboolean
is_functor (ChaseTheory *theory, const ChaseTerm *term)
{
  for (guint depth = 0; depth < CHASE_MAX_DEPTH; depth++)
    {
      if (term->kind != CHASE_TERM_COMPOSE && term->kind != CHASE_TERM_THEN)
        break;
      term = term->args[0];
    }
  return is_functor_word (term) || is_named (theory, term, CHASE_ITEM_FUNCTOR)
         || chase_theory_is_value (theory, term, TRUE);
}

/* Cat for an equation between functors. */
static const ChaseCategory *
category_of_functors (ChaseTheory *theory, const ChaseProposition *proposition)
{
  g_autoptr (ChaseTerm) cat = NULL;

  if (proposition->kind != CHASE_PROPOSITION_EQUATION)
    return NULL;
  for (guint i = 0; i < chase_said_length (proposition->terms); i++)
    if (!is_functor (theory, chase_said_nth (proposition->terms, i)))
      return NULL;
  cat = chase_term_new_name ("Cat");
  return chase_theory_category (theory, cat, NULL);
}

/* These know what is asked, but none is meant more than the others. */
static void
report_several (ChaseChecking *checking, const ChaseTerm *term, GPtrArray *places)
{
  g_autofree char *names = chase_list_names (places);
  g_autofree char *hint
      = g_strdup_printf (_ ("say where: `in %s`"), (char *)g_ptr_array_index (places, 0));

  chase_theory_error (checking->problems, term, hint, "%s all know these names", names);
}

static void
report_unknown (ChaseChecking *checking, const GArray *list)
{
  ChaseTheory *theory = checking->theory;
  gboolean any = FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      const Named *named = &g_array_index (list, Named, i);
      const char *name = some_name (named->term);
      g_autoptr (GPtrArray) drawings = NULL;
      g_autofree char *hint = NULL;
      g_autofree char *text = NULL;
      guint k;

      for (k = 0; k < theory->named->len; k++)
        if (knows (theory, g_ptr_array_index (theory->named, k), named))
          break;
      if (k < theory->named->len)
        continue;
      any = TRUE;
      drawings = name != NULL ? chase_drawings_of_name (theory, name, named->object) : NULL;
      if (drawings != NULL && drawings->len > 1)
        {
          report_several (checking, named->term, drawings);
          continue;
        }
      text = chase_term_to_text (named->term);
      if (name != NULL)
        hint = chase_theory_guess (theory, name, chase_theory_candidates (theory), NULL);
      chase_theory_error (checking->problems, named->term, hint,
                          named->object ? "no category has an object %s"
                          : named->term->kind == CHASE_TERM_NAME
                              ? _ ("no category has an arrow called %s")
                              : _ ("no category has all arrows of %s"),
                          text);
    }
  if (!any && list->len > 0)
    chase_theory_error (checking->problems, g_array_index (list, Named, 0).term,
                        "say where: `in C`", "no single category knows all of these names");
}

/* TRUE when all paths of an equation have their places and the same ends in @category. */
static gboolean
makes_sense (ChaseTheory *theory, const ChaseCategory *category, const GArray *list)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 first[2] = { 0, 0 };

  for (guint i = 0; i < list->len; i++)
    {
      const Named *named = &g_array_index (list, Named, i);
      guint32 ends[2];

      g_array_set_size (word, 0);
      if (named->object)
        continue;
      if (!chase_theory_path (theory, category, named->term, &ends[0], &ends[1], word, NULL))
        return FALSE;
      if (i > 0 && (ends[0] != first[0] || ends[1] != first[1]))
        return FALSE;
      first[0] = ends[0];
      first[1] = ends[1];
    }
  return TRUE;
}

static const ChaseCategory *
infer (ChaseChecking *checking, const ChaseProposition *proposition)
{
  g_autoptr (GArray) list = named_terms (proposition);
  g_autoptr (GPtrArray) found = candidates (checking->theory, list);
  g_autoptr (GPtrArray) texts = NULL;
  const ChaseCategory *by_value = NULL;

  if (list->len == 0)
    return NULL;
  for (guint i = 0; i < list->len && by_value == NULL; i++)
    by_value = target_of_value (checking->theory, g_array_index (list, Named, i).term);
  if (by_value == NULL)
    by_value = category_of_transformations (checking->theory, proposition);
  if (by_value == NULL && found->len == 0)
    by_value = category_of_functors (checking->theory, proposition);
  if (by_value != NULL)
    return by_value;
  if (found->len > 1 && proposition->kind == CHASE_PROPOSITION_EQUATION)
    for (guint i = found->len; i-- > 0 && found->len > 1;)
      if (!makes_sense (checking->theory, g_ptr_array_index (found, i), list))
        g_ptr_array_remove_index (found, i);
  if (found->len == 1)
    return g_ptr_array_index (found, 0);
  if (found->len == 0)
    {
      report_unknown (checking, list);
      return NULL;
    }
  texts = g_ptr_array_new ();
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (texts, ((ChaseCategory *)g_ptr_array_index (found, i))->key);
  report_several (checking, g_array_index (list, Named, 0).term, texts);
  return NULL;
}

/* Of a limit or colimit: the category that the diagram is drawn in, or its own. */
static const ChaseCategory *
category_of_computed (ChaseTheory *theory, ChaseItem *item)
{
  g_autoptr (ChaseShape) shape = chase_theory_shape (theory, item, NULL, NULL);

  return shape != NULL ? chase_theory_category_of (theory, shape->presentation) : NULL;
}

const ChaseCategory *
chase_said_category_of_diagram (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const ChaseTerm *term = chase_said_nth (proposition->base, 0);
  ChaseItem *item = NULL;

  if ((proposition->kind == CHASE_PROPOSITION_UNIVERSAL
       || proposition->kind == CHASE_PROPOSITION_EXISTS)
      && proposition->shape >= CHASE_SHAPE_LIMIT && term != NULL && term->kind == CHASE_TERM_NAME)
    item = chase_theory_find (theory, term->name);
  if (item == NULL || item->kind != CHASE_ITEM_DIAGRAM)
    return NULL;
  return item->view == CHASE_VIEW_NONE ? chase_theory_meaning (theory, item)
                                       : category_of_computed (theory, item);
}

const ChaseCategory *
chase_theory_proposition_category (ChaseTheory *theory, const ChaseProposition *proposition,
                                   GPtrArray *problems)
{
  ChaseChecking checking = { theory, problems };
  const ChaseCategory *category, *listed;

  category = chase_said_category_of_diagram (theory, proposition);
  if (category != NULL && proposition->in == NULL)
    return category;
  if (proposition->in != NULL)
    {
      category = chase_theory_category (theory, proposition->in, problems);
      listed = category != NULL && proposition->kind != CHASE_PROPOSITION_EQUATION
                   ? chase_theory_listed (theory, category)
                   : NULL;
      return listed != NULL ? listed : category;
    }
  return infer (&checking, proposition);
}
