/* SPDX-License-Identifier: MIT */
#include "model/set-maps.h"
#include "model/of-parts.h"
#include "model/theory-private.h"
#include "i18n.h"

/* What a check says, and of what: names resolved, ends compared, words of praise given only to what
 * can bear them. */

typedef struct
{
  ChaseTheory *theory;
  GPtrArray *problems;
} Checking;

static const ChaseTerm *
nth (const GPtrArray *list, guint i)
{
  return list != NULL && i < list->len ? g_ptr_array_index (list, i) : NULL;
}

static guint
length (const GPtrArray *list)
{
  return list != NULL ? list->len : 0;
}

/* What adjectives are said of. */
typedef enum
{
  OF_OBJECTS,
  OF_MORPHISMS,
  OF_CATEGORIES,
  OF_FUNCTORS,
  OF_TRANSFORMATIONS,
  OF_MANY,
} Subject;

static const char *const subject_words[]
    = { N_ ("objects"),  N_ ("morphisms"),       N_ ("categories"),
        N_ ("functors"), N_ ("transformations"), N_ ("functors and transformations") };

static Subject
subject_of (ChaseAdjective adjective)
{
  if (adjective <= CHASE_ADJECTIVE_ZERO)
    return OF_OBJECTS;
  if (adjective <= CHASE_ADJECTIVE_IDENTITY)
    return OF_MORPHISMS;
  if (adjective <= CHASE_ADJECTIVE_POSET)
    return OF_CATEGORIES;
  if (adjective == CHASE_ADJECTIVE_ISOMORPHISM)
    return OF_MANY;
  return adjective == CHASE_ADJECTIVE_NATURAL ? OF_TRANSFORMATIONS : OF_FUNCTORS;
}

/* The category of a proposition. */

typedef struct
{
  const ChaseTerm *term;
  gboolean object;
} Named;

static void
add_terms (GArray *list, const GPtrArray *terms, gboolean object)
{
  for (guint i = 0; i < length (terms); i++)
    {
      Named named = { nth (terms, i), object };

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
      if (length ((GPtrArray *)proposition->terms) > 0 && proposition->adjectives != NULL
          && proposition->adjectives->len > 0)
        objects
            = subject_of (g_array_index (proposition->adjectives, ChaseAdjective, 0)) == OF_OBJECTS;
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

static gboolean
is_transformation (ChaseTheory *theory, const ChaseTerm *term)
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
      || !is_transformation (theory, nth (proposition->terms, 0)))
    return NULL;
  alpha = chase_theory_transformation (theory, nth (proposition->terms, 0), NULL, NULL, NULL);
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
  for (guint i = 0; i < length (proposition->terms); i++)
    if (!is_functor (theory, nth (proposition->terms, i)))
      return NULL;
  cat = chase_term_new_name ("Cat");
  return chase_theory_category (theory, cat, NULL);
}

static void
report_unknown (Checking *checking, const GArray *list)
{
  ChaseTheory *theory = checking->theory;
  gboolean any = FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      const Named *named = &g_array_index (list, Named, i);
      const char *name = some_name (named->term);
      g_autofree char *hint = NULL;
      g_autofree char *text = NULL;
      guint k;

      for (k = 0; k < theory->named->len; k++)
        if (knows (theory, g_ptr_array_index (theory->named, k), named))
          break;
      if (k < theory->named->len)
        continue;
      any = TRUE;
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
infer (Checking *checking, const ChaseProposition *proposition)
{
  g_autoptr (GArray) list = named_terms (proposition);
  g_autoptr (GPtrArray) found = candidates (checking->theory, list);
  g_autoptr (GPtrArray) texts = NULL;
  g_autofree char *names = NULL;
  g_autofree char *hint = NULL;
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
  names = chase_list_names (texts);
  hint = g_strdup_printf (_ ("say where: `in %s`"), (char *)g_ptr_array_index (texts, 0));
  chase_theory_error (checking->problems, g_array_index (list, Named, 0).term, hint,
                      "%s all know these names", names);
  return NULL;
}

/* Of a limit or colimit: the category that the diagram is drawn in, or its own. */
static const ChaseCategory *
category_of_computed (ChaseTheory *theory, ChaseItem *item)
{
  g_autoptr (ChaseShape) shape = chase_theory_shape (theory, item, NULL, NULL);

  return shape != NULL ? chase_theory_category_of (theory, shape->presentation) : NULL;
}

static const ChaseCategory *
category_of_diagram (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const ChaseTerm *term = nth (proposition->base, 0);
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
  Checking checking = { theory, problems };
  const ChaseCategory *category, *listed;

  category = category_of_diagram (theory, proposition);
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

/* The propositions, one by one. */

static gboolean
path_ends (Checking *checking, const ChaseCategory *category, const ChaseTerm *term, guint32 *from,
           guint32 *to)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

  return chase_theory_path (checking->theory, category, term, from, to, word, checking->problems);
}

static void
report_not_parallel (Checking *checking, const ChaseCategory *category, const ChaseTerm *one,
                     const ChaseTerm *two, const guint32 *ends)
{
  const ChasePresentation *p = category->presentation;
  g_autofree char *first = chase_term_to_text (one);
  g_autofree char *second = chase_term_to_text (two);

  chase_theory_error (checking->problems, two, NULL,
                      "these paths are not parallel: %s runs from %s to %s, but %s from %s to %s",
                      first, chase_presentation_object_name (p, ends[0]),
                      chase_presentation_object_name (p, ends[1]), second,
                      chase_presentation_object_name (p, ends[2]),
                      chase_presentation_object_name (p, ends[3]));
}

static void
check_paths (Checking *checking, const ChaseCategory *category, const ChaseProposition *proposition)
{
  gboolean known = FALSE;
  guint32 ends[4] = { 0 };

  for (guint i = 0; i < length (proposition->terms); i++)
    {
      gboolean typed;

      ends[0] = ends[2];
      ends[1] = ends[3];
      typed = path_ends (checking, category, nth (proposition->terms, i), &ends[2], &ends[3]);
      if (typed && known && (ends[0] != ends[2] || ends[1] != ends[3]))
        {
          report_not_parallel (checking, category, nth (proposition->terms, i - 1),
                               nth (proposition->terms, i), ends);
          return;
        }
      known = typed;
    }
}

/* Of two functions that are written out, each may have the other's values. */
static gboolean
same_functions_type (const ChaseFunction *a, const ChaseFunction *b)
{
  g_autofree guint32 *domains
      = chase_match_sets (a->domain, a->n_domain, b->domain, b->n_domain, FALSE);
  g_autofree guint32 *codomains = NULL;

  if (domains == NULL || (a->open && b->open))
    return domains != NULL;
  if (b->open)
    codomains = chase_match_sets (b->codomain, b->n_codomain, a->codomain, a->n_codomain, TRUE);
  else
    codomains = chase_match_sets (a->codomain, a->n_codomain, b->codomain, b->n_codomain, a->open);
  return codomains != NULL;
}

static void
check_functions (Checking *checking, const ChaseProposition *proposition)
{
  g_autoptr (ChaseFunction) before = NULL;

  for (guint i = 0; i < length (proposition->terms); i++)
    {
      g_autoptr (ChaseFunction) next = chase_theory_function (
          checking->theory, nth (proposition->terms, i), checking->problems);
      ChaseFunction *old = before;

      if (next == NULL)
        return;
      if (before != NULL && !same_functions_type (before, next))
        {
          chase_theory_error (checking->problems, nth (proposition->terms, i), NULL,
                              "these functions are not parallel");
          return;
        }
      before = g_steal_pointer (&next);
      chase_function_free (old);
    }
}

static void
check_transformations (Checking *checking, const ChaseProposition *proposition)
{
  const ChaseTransformation *first = NULL;

  for (guint i = 0; i < length (proposition->terms); i++)
    {
      const ChaseTransformation *next = chase_theory_transformation (
          checking->theory, nth (proposition->terms, i), first != NULL ? first->from : NULL,
          first != NULL ? first->to : NULL, checking->problems);

      if (next == NULL)
        return;
      first = next;
    }
}

static void
check_functors (Checking *checking, const ChaseProposition *proposition)
{
  const ChaseFunctor *first = NULL;

  for (guint i = 0; i < length (proposition->terms); i++)
    {
      const ChaseFunctor *next = chase_theory_functor (
          checking->theory, nth (proposition->terms, i), first != NULL ? first->source : NULL,
          first != NULL ? first->target : NULL, checking->problems);

      if (next == NULL)
        return;
      first = next;
    }
}

static void
check_equation (Checking *checking, const ChaseProposition *proposition)
{
  const ChaseCategory *category
      = chase_theory_proposition_category (checking->theory, proposition, checking->problems);

  if (category == NULL)
    return;
  if (category->kind == CHASE_CATEGORY_PRESENTED)
    check_paths (checking, category, proposition);
  else if (category->kind == CHASE_CATEGORY_SETS)
    check_functions (checking, proposition);
  else if (category->kind == CHASE_CATEGORY_FUNCTORS)
    check_transformations (checking, proposition);
  else if (category->kind == CHASE_CATEGORY_ALL)
    check_functors (checking, proposition);
}

static ChaseItem *
find_named (Checking *checking, const ChaseTerm *term)
{
  return term->kind == CHASE_TERM_NAME ? chase_theory_find (checking->theory, term->name) : NULL;
}

static void
check_diagram (Checking *checking, const ChaseTerm *term)
{
  ChaseItem *item = find_named (checking, term);
  g_autofree char *text = NULL;
  g_autofree char *hint = NULL;

  if (item != NULL && item->kind == CHASE_ITEM_DIAGRAM)
    return;
  text = chase_term_to_text (term);
  if (item != NULL)
    hint = g_strdup_printf (_ ("%s is %s"), text, chase_item_article (item));
  else if (term->kind == CHASE_TERM_NAME)
    hint = chase_theory_guess (checking->theory, term->name, checking->theory->names, NULL);
  chase_theory_error (checking->problems, term, hint, "there is no diagram called %s", text);
}

/* Of a slice that is not written out: a path of its base to (from) the object, that is no nonsense. */
static gboolean
check_slice_object (Checking *checking, const ChaseCategory *slice, const ChaseTerm *term)
{
  gboolean over = slice->kind == CHASE_CATEGORY_OVER;
  g_autofree char *text = NULL;
  const char *base;
  guint32 from, to;

  if (!path_ends (checking, slice->parts[0], term, &from, &to))
    return FALSE;
  if ((over ? to : from) == slice->object)
    return TRUE;
  text = chase_term_to_text (term);
  base = chase_presentation_object_name (slice->parts[0]->presentation, slice->object);
  if (over)
    chase_theory_error (checking->problems, term, NULL, "%s does not lead to %s", text, base);
  else
    chase_theory_error (checking->problems, term, NULL, "%s does not start from %s", text, base);
  return FALSE;
}

/* (h, g), or a composite of such. */
static gboolean
check_slice_morphism (Checking *checking, const ChaseCategory *slice, const ChaseTerm *term)
{
  guint32 from[2], to[2];

  if (term->kind != CHASE_TERM_PAIR)
    return TRUE;
  if (!check_slice_object (checking, slice, term->args[1])
      || !path_ends (checking, slice->parts[0], term->args[0], &from[0], &to[0])
      || !path_ends (checking, slice->parts[0], term->args[1], &from[1], &to[1]))
    return FALSE;
  if (slice->kind == CHASE_CATEGORY_OVER ? to[0] == from[1] : to[1] == from[0])
    return TRUE;
  chase_theory_error (checking->problems, term, NULL, "these two paths do not compose");
  return FALSE;
}

/* FALSE, with an error, where @term is no object of @category. */
static gboolean
check_object (Checking *checking, const ChaseCategory *category, const ChaseTerm *term)
{
  g_autoptr (GPtrArray) names = NULL;
  guint32 object;

  switch (category->kind)
    {
    case CHASE_CATEGORY_PRESENTED:
      return chase_theory_object (checking->theory, category, term, &object, checking->problems);
    case CHASE_CATEGORY_SETS:
      names = chase_theory_set (checking->theory, term, checking->problems);
      return names != NULL;
    case CHASE_CATEGORY_FUNCTORS:
      return chase_theory_functor (checking->theory, term, category->parts[0], category->parts[1],
                                   checking->problems)
             != NULL;
    case CHASE_CATEGORY_ALL:
      return chase_theory_category (checking->theory, term, checking->problems) != NULL;
    case CHASE_CATEGORY_OVER:
    case CHASE_CATEGORY_UNDER:
      return check_slice_object (checking, category, term);
    default:
      return TRUE;
    }
}

/* The codomain of a function that is written out is not said, and may matter. */
static gboolean
check_function (Checking *checking, const ChaseProposition *proposition, const ChaseTerm *term)
{
  g_autoptr (ChaseFunction) function
      = chase_theory_function (checking->theory, term, checking->problems);
  const GArray *adjectives
      = proposition->kind == CHASE_PROPOSITION_IS ? proposition->adjectives : NULL;

  for (guint i = 0; function != NULL && function->open && adjectives != NULL && i < adjectives->len;
       i++)
    if (g_array_index (adjectives, ChaseAdjective, i) != CHASE_ADJECTIVE_MONO)
      {
        chase_theory_error (checking->problems, term,
                            "compose it with an identity: id({0, 1}) . {x |-> 0}",
                            "in which set the values of this function lie is not said");
        return FALSE;
      }
  return function != NULL;
}

static gboolean
check_morphism (Checking *checking, const ChaseCategory *category,
                const ChaseProposition *proposition, const ChaseTerm *term)
{
  guint32 from, to;

  switch (category->kind)
    {
    case CHASE_CATEGORY_PRESENTED:
      return path_ends (checking, category, term, &from, &to);
    case CHASE_CATEGORY_SETS:
      return check_function (checking, proposition, term);
    case CHASE_CATEGORY_FUNCTORS:
      return chase_theory_transformation (checking->theory, term, NULL, NULL, checking->problems)
             != NULL;
    case CHASE_CATEGORY_ALL:
      return chase_theory_functor (checking->theory, term, NULL, NULL, checking->problems) != NULL;
    case CHASE_CATEGORY_OVER:
    case CHASE_CATEGORY_UNDER:
      return check_slice_morphism (checking, category, term);
    default:
      return TRUE;
    }
}

static void
check_subject_in_category (Checking *checking, const ChaseProposition *proposition, Subject subject)
{
  const ChaseTerm *term = nth (proposition->terms, 0);
  const ChaseCategory *category
      = chase_theory_proposition_category (checking->theory, proposition, checking->problems);

  if (category == NULL)
    return;
  if (subject == OF_OBJECTS)
    check_object (checking, category, term);
  else
    check_morphism (checking, category, proposition, term);
}

/* Is there an object (an arrow) of this name in any category? */
static gboolean
named_inside (ChaseTheory *theory, const ChaseTerm *term, gboolean object)
{
  GPtrArray *list = g_hash_table_lookup (chase_theory_candidates (theory), term->name);

  for (guint i = 0; i < length (list); i++)
    {
      const ChaseCategory *category = g_ptr_array_index (list, i);

      if (object ? chase_theory_knows_object (theory, category, term)
                 : chase_theory_knows_path (theory, category, term))
        return TRUE;
    }
  return FALSE;
}

/* A definition of the document praised with a word for something else: an error, and TRUE. */
static gboolean
misplaced (Checking *checking, const ChaseProposition *proposition, ChaseAdjective adjective,
           Subject subject)
{
  const ChaseTerm *term = nth (proposition->terms, 0);
  ChaseItem *item = find_named (checking, term);
  gboolean fits;
  const char *hint = NULL;

  if (item == NULL || (subject <= OF_MORPHISMS && proposition->in != NULL))
    return FALSE;
  switch (item->kind)
    {
    case CHASE_ITEM_CATEGORY:
      fits = subject == OF_CATEGORIES;
      break;
    case CHASE_ITEM_DIAGRAM:
      fits = subject == OF_CATEGORIES && item->to == NULL && item->view == CHASE_VIEW_NONE;
      break;
    case CHASE_ITEM_FUNCTOR:
      fits = subject == OF_FUNCTORS || subject == OF_MANY;
      break;
    default:
      fits = subject == OF_TRANSFORMATIONS || subject == OF_MANY;
    }
  if (fits)
    return FALSE;
  /* The name may also be that of an object or an arrow, which is what the word is said of. */
  if (subject <= OF_MORPHISMS && named_inside (checking->theory, term, subject == OF_OBJECTS))
    return FALSE;
  if (adjective == CHASE_ADJECTIVE_ISO && item->kind != CHASE_ITEM_CATEGORY
      && item->kind != CHASE_ITEM_DIAGRAM)
    hint = "did you mean isomorphism?";
  chase_theory_error (checking->problems, term, hint, "%s is said of %s, but %s is %s",
                      CHASE_SAID (chase_adjective_word (adjective)), _ (subject_words[subject]),
                      term->name, chase_item_article (item));
  return TRUE;
}

static void
check_subject (Checking *checking, const ChaseProposition *proposition, Subject subject)
{
  const ChaseTerm *term = nth (proposition->terms, 0);
  ChaseItem *item = find_named (checking, term);

  if (subject <= OF_MORPHISMS)
    check_subject_in_category (checking, proposition, subject);
  else if (subject == OF_CATEGORIES)
    chase_theory_category (checking->theory, term, checking->problems);
  else if (subject == OF_FUNCTORS
           || (subject == OF_MANY && !is_transformation (checking->theory, term)
               && (item == NULL || item->kind == CHASE_ITEM_FUNCTOR)))
    chase_theory_functor (checking->theory, term, NULL, NULL, checking->problems);
  else
    chase_theory_transformation (checking->theory, term, NULL, NULL, checking->problems);
}

/* Representable is said of functors to Set alone. */
static void
check_representable (Checking *checking, const ChaseProposition *proposition)
{
  const ChaseTerm *term = nth (proposition->terms, 0);
  const ChaseFunctor *functor = chase_theory_functor (checking->theory, term, NULL, NULL, NULL);

  for (guint i = 0; functor != NULL && i < proposition->adjectives->len; i++)
    if (g_array_index (proposition->adjectives, ChaseAdjective, i) == CHASE_ADJECTIVE_REPRESENTABLE
        && functor->target->kind != CHASE_CATEGORY_SETS)
      chase_theory_error (checking->problems, term, NULL, "%s goes to %s, not to Set", functor->key,
                          functor->target->key);
}

static void
check_is (Checking *checking, const ChaseProposition *proposition)
{
  Subject subject = OF_MANY;

  for (guint i = 0; proposition->adjectives != NULL && i < proposition->adjectives->len; i++)
    {
      ChaseAdjective adjective = g_array_index (proposition->adjectives, ChaseAdjective, i);
      Subject next = subject_of (adjective);

      if (misplaced (checking, proposition, adjective, next))
        return;
      if (i > 0 && next != OF_MANY && subject != OF_MANY && next != subject)
        {
          chase_theory_error (checking->problems, nth (proposition->terms, 0), NULL,
                              "%s is said of %s, and %s of %s: nothing is both",
                              CHASE_SAID (chase_adjective_word (
                                  g_array_index (proposition->adjectives, ChaseAdjective, 0))),
                              _ (subject_words[subject]),
                              CHASE_SAID (chase_adjective_word (adjective)),
                              _ (subject_words[next]));
          return;
        }
      if (subject == OF_MANY)
        subject = next;
    }
  check_subject (checking, proposition, subject);
  if (proposition->adjectives != NULL)
    check_representable (checking, proposition);
}

static void
check_to_sets (Checking *checking, const ChaseTerm *functor_term, const ChaseTerm *object_term)
{
  const ChaseFunctor *functor
      = chase_theory_functor (checking->theory, functor_term, NULL, NULL, checking->problems);
  guint32 object;

  if (functor == NULL)
    return;
  if (functor->target->kind != CHASE_CATEGORY_SETS)
    chase_theory_error (checking->problems, functor_term, NULL, "%s goes to %s, not to Set",
                        functor->key, functor->target->key);
  else if (functor->source->kind == CHASE_CATEGORY_PRESENTED)
    chase_theory_object (checking->theory, functor->source, object_term, &object,
                         checking->problems);
}

/* Two things of one sort: two categories, two functors, or two objects. */
static void
check_isomorphic (Checking *checking, const ChaseProposition *proposition)
{
  const ChaseTerm *one = nth (proposition->terms, 0);
  const ChaseTerm *two = nth (proposition->terms, 1);
  ChaseIsomorphicSort sort = chase_theory_isomorphic_sort (checking->theory, proposition);
  const ChaseCategory *category;
  const ChaseFunctor *functor;

  if (sort == CHASE_ISOMORPHIC_CATEGORIES)
    {
      chase_theory_category (checking->theory, one, checking->problems);
      chase_theory_category (checking->theory, two, checking->problems);
      return;
    }
  if (sort == CHASE_ISOMORPHIC_FUNCTORS)
    {
      functor = chase_theory_functor (checking->theory, one, NULL, NULL, checking->problems);
      if (functor != NULL)
        chase_theory_functor (checking->theory, two, functor->source, functor->target,
                              checking->problems);
      return;
    }
  category = chase_theory_proposition_category (checking->theory, proposition, checking->problems);
  if (category != NULL && check_object (checking, category, one))
    check_object (checking, category, two);
}

ChaseIsomorphicSort
chase_theory_isomorphic_sort (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const ChaseTerm *one = nth (proposition->terms, 0);
  const ChaseItem *item
      = one->kind == CHASE_TERM_NAME ? chase_theory_find (theory, one->name) : NULL;
  ChaseTermKind kind = one->kind;

  if (proposition->in != NULL)
    return CHASE_ISOMORPHIC_OBJECTS;
  if (chase_term_is_name (one, "Set") || chase_term_is_name (one, "Cat"))
    return CHASE_ISOMORPHIC_CATEGORIES;
  if (kind == CHASE_TERM_OPPOSITE || kind == CHASE_TERM_TIMES || kind == CHASE_TERM_ELEMENTS
      || kind == CHASE_TERM_FUNCTOR_CATEGORY || kind == CHASE_TERM_SLICE_OVER
      || kind == CHASE_TERM_SLICE_UNDER
      || (item != NULL && (item->kind == CHASE_ITEM_CATEGORY || item->kind == CHASE_ITEM_DIAGRAM)))
    return CHASE_ISOMORPHIC_CATEGORIES;
  if ((item != NULL && item->kind == CHASE_ITEM_FUNCTOR) || kind == CHASE_TERM_COMPOSE
      || kind == CHASE_TERM_THEN || kind == CHASE_TERM_HOM || kind == CHASE_TERM_IDENTITY_FUNCTOR
      || kind == CHASE_TERM_OPPOSITE_FUNCTOR || kind == CHASE_TERM_FORGET || kind == CHASE_TERM_FREE
      || kind == CHASE_TERM_COFREE || kind == CHASE_TERM_YONEDA)
    return CHASE_ISOMORPHIC_FUNCTORS;
  return CHASE_ISOMORPHIC_OBJECTS;
}

/* Universal properties: the legs must end where the shape says. */

static void
leg_error (Checking *checking, const ChaseCategory *category, const ChaseTerm *leg, guint32 from,
           guint32 to, guint32 want_from, guint32 want_to)
{
  const ChasePresentation *p = category->presentation;
  g_autofree char *text = chase_term_to_text (leg);

  chase_theory_error (
      checking->problems, leg, NULL, "%s runs from %s to %s, but this leg must run from %s to %s",
      text, chase_presentation_object_name (p, from), chase_presentation_object_name (p, to),
      chase_presentation_object_name (p, want_from), chase_presentation_object_name (p, want_to));
}

/* The objects at which the legs end, in order, or NULL with an error. */
static GArray *
feet (Checking *checking, const ChaseCategory *category, const ChaseProposition *proposition)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseUniversalShape shape = proposition->shape;
  guint n = length (proposition->base);
  guint32 ends[4] = { 0 };

  if (shape == CHASE_SHAPE_PRODUCT || shape == CHASE_SHAPE_COPRODUCT)
    {
      for (guint i = 0; i < n; i++)
        {
          guint32 object;

          if (!chase_theory_object (checking->theory, category, nth (proposition->base, i), &object,
                                    checking->problems))
            return NULL;
          g_array_append_val (list, object);
        }
      return g_steal_pointer (&list);
    }
  if (n != 2)
    {
      chase_theory_error (checking->problems, nth (proposition->base, 0), NULL,
                          "a %s is of two arrows", CHASE_SHAPED (chase_shape_word (shape)));
      return NULL;
    }
  for (guint i = 0; i < 2; i++)
    if (!path_ends (checking, category, nth (proposition->base, i), &ends[2 * i], &ends[2 * i + 1]))
      return NULL;
  if (shape == CHASE_SHAPE_PULLBACK || shape == CHASE_SHAPE_PUSHOUT)
    {
      guint meet = shape == CHASE_SHAPE_PULLBACK ? 1 : 0;

      if (ends[meet] != ends[2 + meet])
        {
          chase_theory_error (checking->problems, nth (proposition->base, 1), NULL,
                              meet ? _ ("a pullback is of two arrows to one object")
                                   : "a pushout is of two arrows from one object");
          return NULL;
        }
      g_array_append_val (list, ends[1 - meet]);
      g_array_append_val (list, ends[3 - meet]);
      return g_steal_pointer (&list);
    }
  if (ends[0] != ends[2] || ends[1] != ends[3])
    {
      report_not_parallel (checking, category, nth (proposition->base, 0),
                           nth (proposition->base, 1), ends);
      return NULL;
    }
  g_array_append_val (list, ends[shape == CHASE_SHAPE_EQUALIZER ? 0 : 1]);
  return g_steal_pointer (&list);
}

/* The category of a limit's diagram, or NULL with an error. */
static const ChaseCategory *
check_base_diagram (Checking *checking, const ChaseProposition *proposition)
{
  const ChaseTerm *term = nth (proposition->base, 0);
  const ChaseCategory *category = category_of_diagram (checking->theory, proposition);
  const ChaseCategory *meant;
  guint before = checking->problems->len;

  check_diagram (checking, term);
  if (checking->problems->len > before)
    return NULL;
  if (length (proposition->base) > 1)
    {
      chase_theory_error (checking->problems, nth (proposition->base, 1), NULL,
                          "a %s is of one diagram",
                          CHASE_SHAPED (chase_shape_word (proposition->shape)));
      return NULL;
    }
  if (find_named (checking, term)->view != CHASE_VIEW_NONE && category == NULL)
    {
      chase_theory_error (checking->problems, term, NULL,
                          "%s is a computed diagram: write out whose %s is meant", term->name,
                          CHASE_SHAPED (chase_shape_word (proposition->shape)));
      return NULL;
    }
  if (category == NULL || proposition->in == NULL)
    return category;
  meant = chase_theory_proposition_category (checking->theory, proposition, checking->problems);
  if (meant == NULL || meant == category
      || (category->kind == CHASE_CATEGORY_OPPOSITE && category->parts[0] == meant))
    return meant;
  chase_theory_error (checking->problems, term, NULL, "%s is not a diagram in %s", term->name,
                      meant->key);
  return NULL;
}

static GArray *
feet_of_diagram (Checking *checking, const ChaseProposition *proposition)
{
  ChaseItem *item = find_named (checking, nth (proposition->base, 0));
  g_autoptr (ChaseShape) shape = chase_theory_shape (checking->theory, item, NULL, NULL);
  GArray *list;

  if (shape == NULL)
    return NULL;
  list = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < chase_shape_n_nodes (shape); i++)
    g_array_append_val (list, chase_shape_node (shape, i)->object);
  return list;
}

static void
check_legs (Checking *checking, const ChaseProposition *proposition, const ChaseCategory *category,
            const GArray *ends, guint32 apex)
{
  gboolean outward
      = proposition->shape == CHASE_SHAPE_PRODUCT || proposition->shape == CHASE_SHAPE_PULLBACK
        || proposition->shape == CHASE_SHAPE_EQUALIZER || proposition->shape == CHASE_SHAPE_LIMIT;

  for (guint i = 0; i < ends->len; i++)
    {
      guint32 foot = g_array_index (ends, guint32, i);
      guint32 from, to;

      if (!path_ends (checking, category, nth (proposition->legs, i), &from, &to))
        continue;
      if (from != (outward ? apex : foot) || to != (outward ? foot : apex))
        leg_error (checking, category, nth (proposition->legs, i), from, to, outward ? apex : foot,
                   outward ? foot : apex);
    }
}

/* FALSE, with an error, where there are not @n legs. */
static gboolean
check_number_of_legs (Checking *checking, const ChaseProposition *proposition, guint n)
{
  guint given = length (proposition->legs);
  g_autofree char *said = NULL;

  if (given == n)
    return TRUE;
  said = g_strdup_printf (P_ ("%u is given", "%u are given", given), given);
  chase_theory_error (checking->problems, nth (proposition->terms, 0), NULL,
                      P_ ("this %s needs %u leg, and %s", "this %s needs %u legs, and %s", n),
                      CHASE_SHAPED (chase_shape_word (proposition->shape)), n, said);
  return FALSE;
}

static guint
number_of_legs (Checking *checking, const ChaseProposition *proposition)
{
  ChaseDiagram *drawn;

  switch (proposition->shape)
    {
    case CHASE_SHAPE_PRODUCT:
    case CHASE_SHAPE_COPRODUCT:
      return length (proposition->base);
    case CHASE_SHAPE_EQUALIZER:
    case CHASE_SHAPE_COEQUALIZER:
      return 1;
    case CHASE_SHAPE_LIMIT:
    case CHASE_SHAPE_COLIMIT:
      drawn = g_hash_table_lookup (checking->theory->diagrams,
                                   find_named (checking, nth (proposition->base, 0)));
      return drawn != NULL ? drawn->n_nodes : 0;
    default:
      return 2;
    }
}

/* Of sets, functors or categories: each by itself, and then whether they fit together, where that
 * can be seen without a list. */
static void
check_universal_by_kind (Checking *checking, const ChaseProposition *proposition,
                         const ChaseCategory *category)
{
  gboolean objects = proposition->shape == CHASE_SHAPE_PRODUCT
                     || proposition->shape == CHASE_SHAPE_COPRODUCT;
  gboolean whole = proposition->shape >= CHASE_SHAPE_LIMIT;
  gboolean good = check_object (checking, category, nth (proposition->terms, 0));
  g_autoptr (ChaseSetCone) cone = NULL;

  for (guint i = 0; !whole && i < length (proposition->base); i++)
    good = (objects ? check_object (checking, category, nth (proposition->base, i))
                    : check_morphism (checking, category, proposition, nth (proposition->base, i)))
           && good;
  for (guint i = 0; i < length (proposition->legs); i++)
    good = check_morphism (checking, category, proposition, nth (proposition->legs, i)) && good;
  if (!objects && !whole && good && length (proposition->base) != 2)
    {
      chase_theory_error (checking->problems, nth (proposition->terms, 0), NULL,
                          "a %s is of two arrows",
                          CHASE_SHAPED (chase_shape_word (proposition->shape)));
      return;
    }
  if (!good
      || !check_number_of_legs (checking, proposition, number_of_legs (checking, proposition))
      || category->kind != CHASE_CATEGORY_SETS)
    return;
  cone = chase_set_cone_new (checking->theory, category, proposition, NULL, NULL);
  if (cone == NULL)
    chase_theory_error (checking->problems, nth (proposition->terms, 0), NULL,
                        "these functions do not run between the sets of a %s",
                        CHASE_SHAPED (chase_shape_word (proposition->shape)));
}

static void
check_universal (Checking *checking, const ChaseProposition *proposition)
{
  gboolean whole = proposition->shape >= CHASE_SHAPE_LIMIT;
  const ChaseCategory *category
      = whole ? check_base_diagram (checking, proposition)
              : chase_theory_proposition_category (checking->theory, proposition,
                                                   checking->problems);
  g_autoptr (GArray) ends = NULL;
  guint32 apex;

  if (category == NULL)
    return;
  if (category->kind != CHASE_CATEGORY_PRESENTED)
    {
      check_universal_by_kind (checking, proposition, category);
      return;
    }
  ends = whole ? feet_of_diagram (checking, proposition) : feet (checking, category, proposition);
  if (!chase_theory_object (checking->theory, category, nth (proposition->terms, 0), &apex,
                            checking->problems)
      || ends == NULL || !check_number_of_legs (checking, proposition, ends->len))
    return;
  check_legs (checking, proposition, category, ends, apex);
}

static void
check_exists (Checking *checking, const ChaseProposition *proposition)
{
  gboolean whole = proposition->shape >= CHASE_SHAPE_LIMIT;
  gboolean objects = proposition->shape == CHASE_SHAPE_PRODUCT
                     || proposition->shape == CHASE_SHAPE_COPRODUCT;
  const ChaseCategory *category
      = whole ? check_base_diagram (checking, proposition)
              : chase_theory_proposition_category (checking->theory, proposition,
                                                   checking->problems);
  g_autoptr (GArray) ends = NULL;
  gboolean good = TRUE;

  if (category == NULL || whole)
    return;
  if (category->kind == CHASE_CATEGORY_PRESENTED)
    {
      ends = feet (checking, category, proposition);
      return;
    }
  for (guint i = 0; i < length (proposition->base); i++)
    good = (objects ? check_object (checking, category, nth (proposition->base, i))
                    : check_morphism (checking, category, proposition, nth (proposition->base, i)))
           && good;
  if (good && !objects && length (proposition->base) != 2)
    chase_theory_error (checking->problems, nth (proposition->base, 0), NULL,
                        "a %s is of two arrows",
                        CHASE_SHAPED (chase_shape_word (proposition->shape)));
}

static void
check_adjunction (Checking *checking, const ChaseProposition *proposition)
{
  const ChaseFunctor *left = chase_theory_functor (checking->theory, nth (proposition->terms, 0),
                                                   NULL, NULL, checking->problems);
  const ChaseFunctor *right = chase_theory_functor (checking->theory, nth (proposition->terms, 1),
                                                    NULL, NULL, checking->problems);

  for (guint i = 0; i < length (proposition->legs); i++)
    chase_theory_transformation (checking->theory, nth (proposition->legs, i), NULL, NULL,
                                 checking->problems);
  if (left == NULL || right == NULL)
    return;
  if (left->source != right->target || left->target != right->source)
    chase_theory_error (checking->problems, nth (proposition->terms, 1), NULL,
                        "%s runs from %s to %s, so %s would have to run from %s to %s", left->key,
                        left->source->key, left->target->key, right->key, left->target->key,
                        left->source->key);
}

static void
check_count (Checking *checking, const ChaseProposition *proposition)
{
  const ChaseTerm *one = nth (proposition->terms, 0);
  const ChaseTerm *two = nth (proposition->terms, 1);
  const ChaseCategory *category;
  const ChaseFunctor *functor;

  switch (proposition->count)
    {
    case CHASE_COUNT_HOM:
      category
          = chase_theory_proposition_category (checking->theory, proposition, checking->problems);
      if (category != NULL && check_object (checking, category, one))
        check_object (checking, category, two);
      return;
    case CHASE_COUNT_NAT:
      functor = chase_theory_functor (checking->theory, one, NULL, NULL, checking->problems);
      if (functor != NULL)
        chase_theory_functor (checking->theory, two, functor->source, functor->target,
                              checking->problems);
      return;
    case CHASE_COUNT_OB:
    case CHASE_COUNT_MOR:
      chase_theory_category (checking->theory, one, checking->problems);
      return;
    case CHASE_COUNT_FUN:
      chase_theory_category (checking->theory, one, checking->problems);
      chase_theory_category (checking->theory, two, checking->problems);
      return;
    case CHASE_COUNT_SET:
      if (one->kind == CHASE_TERM_APPLY)
        check_to_sets (checking, one->args[0], one->args[1]);
      else if (one->kind == CHASE_TERM_SET)
        check_object (checking, chase_theory_category_of_sets (checking->theory), one);
      else
        {
          g_autofree char *text = chase_term_to_text (one);

          chase_theory_error (checking->problems, one, NULL, "%s is not a set", text);
        }
      return;
    }
}

static gboolean
check_whole (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *problems)
{
  g_autoptr (GPtrArray) own = problems == NULL ? chase_problems_new () : NULL;
  Checking checking = { theory, problems != NULL ? problems : own };
  guint before = checking.problems->len;

  switch (proposition->kind)
    {
    case CHASE_PROPOSITION_EQUATION:
      check_equation (&checking, proposition);
      break;
    case CHASE_PROPOSITION_COMMUTES:
      check_diagram (&checking, nth (proposition->terms, 0));
      break;
    case CHASE_PROPOSITION_IS:
      check_is (&checking, proposition);
      break;
    case CHASE_PROPOSITION_REPRESENTABLE:
    case CHASE_PROPOSITION_YONEDA:
      check_to_sets (&checking, nth (proposition->terms, 0), nth (proposition->terms, 1));
      break;
    case CHASE_PROPOSITION_ISOMORPHIC:
      check_isomorphic (&checking, proposition);
      break;
    case CHASE_PROPOSITION_EQUIVALENT:
      for (guint i = 0; i < 2; i++)
        chase_theory_category (theory, nth (proposition->terms, i), checking.problems);
      break;
    case CHASE_PROPOSITION_UNIVERSAL:
      check_universal (&checking, proposition);
      break;
    case CHASE_PROPOSITION_EXISTS:
      check_exists (&checking, proposition);
      break;
    case CHASE_PROPOSITION_ADJUNCTION:
      check_adjunction (&checking, proposition);
      break;
    case CHASE_PROPOSITION_COUNT:
      check_count (&checking, proposition);
      break;
    }
  return checking.problems->len == before;
}

/* Of an opposite or a product that is not written out, what is said of its parts is checked. *@known:
 * it is about such a one. */
static gboolean
check_parts (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *problems,
             gboolean *known)
{
  g_autoptr (ChaseProposition) simpler = chase_proposition_restated (theory, proposition);
  gboolean good = TRUE;

  *known = simpler != NULL;
  if (simpler != NULL)
    return chase_theory_check_proposition (theory, simpler, problems);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ChaseProposition) part = chase_proposition_of_factor (theory, proposition, i);

      *known = part != NULL;
      if (part == NULL)
        return TRUE;
      good = chase_theory_check_proposition (theory, part, problems) && good;
    }
  return good;
}

gboolean
chase_theory_check_proposition (ChaseTheory *theory, const ChaseProposition *proposition,
                                GPtrArray *problems)
{
  gboolean known;
  gboolean good = check_parts (theory, proposition, problems, &known);

  return known ? good : check_whole (theory, proposition, problems);
}
