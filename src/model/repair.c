/* SPDX-License-Identifier: MIT */
#include "model/repair.h"
#include "model/theory-private.h"

/* How many values are offered, how long paths are among them, and how many are looked at. */
#define CHOICES_MAX 12
#define PATH_MAX_LENGTH 3
#define LOOKED_AT_MAX 4000

static void
term_free (gpointer term)
{
  chase_term_unref (term);
}

void
chase_gap_free (ChaseGap *gap)
{
  if (gap == NULL)
    return;
  chase_term_unref (gap->argument);
  g_ptr_array_unref (gap->choices);
  g_free (gap);
}

static ChaseGap *
add_gap (GPtrArray *gaps, guint item, const char *argument, gboolean component)
{
  ChaseGap *gap = g_new0 (ChaseGap, 1);

  gap->item = item;
  gap->component = component;
  gap->argument = chase_term_new_name (argument);
  gap->choices = g_ptr_array_new_with_free_func (term_free);
  g_ptr_array_add (gaps, gap);
  return gap;
}

ChaseTerm *
chase_word_to_term (const ChaseCategory *category, guint32 source, ChaseWord word)
{
  g_autoptr (GPtrArray) factors = g_ptr_array_new_with_free_func (term_free);
  const ChasePresentation *p = category->presentation;
  ChaseTerm *object;

  for (guint32 i = word.length; i > 0; i--)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, word.letters[i - 1]);
      ChaseTerm *term = chase_term_new_name (
          arrow->formal ? chase_presentation_arrow (p, arrow->inverse)->name : arrow->name);

      if (arrow->formal)
        term = chase_term_new_take (CHASE_TERM_POWER, &term, 1, -1, 0, 0);
      g_ptr_array_add (factors, term);
    }
  if (factors->len == 1)
    return chase_term_ref (g_ptr_array_index (factors, 0));
  if (factors->len > 1)
    return chase_term_new (CHASE_TERM_COMPOSE, (ChaseTerm *const *)factors->pdata, factors->len, 0);
  object = chase_term_new_name (chase_presentation_object_name (p, source));
  return chase_term_new_take (CHASE_TERM_IDENTITY, &object, 1, 0, 0, 0);
}

/* Paths */

typedef struct
{
  guint32 at;
  guint32 length;
  guint32 letters[PATH_MAX_LENGTH];
} Walk;

/* Short paths from @source to @target, breadth first. */
static void
choose_paths (const ChaseCategory *category, guint32 source, guint32 target, GPtrArray *choices)
{
  const ChasePresentation *p = category->presentation;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (Walk));
  Walk first = { source, 0, { 0 } };

  g_array_append_val (queue, first);
  for (guint k = 0; k < queue->len && choices->len < CHOICES_MAX; k++)
    {
      Walk walk = g_array_index (queue, Walk, k);

      if (walk.at == target)
        g_ptr_array_add (choices, chase_word_to_term (category, source,
                                                      (ChaseWord){ walk.letters, walk.length }));
      for (guint32 f = 0; walk.length < PATH_MAX_LENGTH && queue->len < LOOKED_AT_MAX
                          && f < chase_presentation_n_arrows (p);
           f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (p, f);
          Walk longer = walk;

          if (arrow->source != walk.at || arrow->formal)
            continue;
          longer.letters[longer.length++] = f;
          longer.at = arrow->target;
          g_array_append_val (queue, longer);
        }
    }
}

/* Functions */

/* The value that the function @given, as it is written, has at @element; NULL for none. */
static const ChaseTerm *
given_at (const ChaseTerm *given, const char *element)
{
  for (guint32 i = 0; given != NULL && given->kind == CHASE_TERM_FUNCTION && i + 1 < given->n_args;
       i += 2)
    if (chase_term_is_name (given->args[i], element))
      return given->args[i + 1];
  return NULL;
}

/* All functions between two small sets that send what @given (may be NULL) has a value for there.
 */
static void
choose_functions (const GPtrArray *from, const GPtrArray *to, const ChaseTerm *given,
                  GPtrArray *choices)
{
  g_autofree guint *values = g_new0 (guint, from->len + 1);

  if (from->len == 0)
    g_ptr_array_add (choices, chase_term_new (CHASE_TERM_SET, NULL, 0, 0));
  while (from->len > 0 && to->len > 0 && choices->len < CHOICES_MAX)
    {
      g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (term_free);
      guint i = 0;

      for (guint x = 0; x < from->len; x++)
        {
          const ChaseTerm *fixed = given_at (given, g_ptr_array_index (from, x));

          g_ptr_array_add (pairs, chase_term_new_name (g_ptr_array_index (from, x)));
          g_ptr_array_add (pairs, fixed != NULL
                                      ? chase_term_ref (fixed)
                                      : chase_term_new_name (g_ptr_array_index (to, values[x])));
        }
      g_ptr_array_add (choices, chase_term_new (CHASE_TERM_FUNCTION,
                                                (ChaseTerm *const *)pairs->pdata, pairs->len, 0));
      while (i < from->len
             && (given_at (given, g_ptr_array_index (from, i)) != NULL || ++values[i] == to->len))
        values[i++] = 0;
      if (i == from->len)
        return;
    }
}

/* The elements of a set that is written out, or NULL. Caller unrefs. */
static GPtrArray *
elements_of (const ChaseTerm *set)
{
  GPtrArray *names;

  if (set == NULL || set->kind != CHASE_TERM_SET)
    return NULL;
  names = g_ptr_array_new ();
  for (guint32 i = 0; i < set->n_args; i++)
    if (set->args[i]->kind == CHASE_TERM_NAME)
      g_ptr_array_add (names, set->args[i]->name);
  return names;
}

/* Functors */

static void
choose_objects (ChaseTheory *theory, const ChaseCategory *target, const char *argument,
                GPtrArray *choices)
{
  if (target->kind == CHASE_CATEGORY_PRESENTED)
    for (guint32 i = 0;
         i < chase_presentation_n_objects (target->presentation) && choices->len < CHOICES_MAX; i++)
      g_ptr_array_add (
          choices, chase_term_new_name (chase_presentation_object_name (target->presentation, i)));
  else if (target->kind == CHASE_CATEGORY_SETS)
    {
      g_autofree char *small = g_utf8_strdown (argument, -1);
      ChaseTerm *element = chase_term_new_name (small);

      g_ptr_array_add (choices, chase_term_new_take (CHASE_TERM_SET, &element, 1, 0, 0, 0));
    }
}

static void
choose_morphisms (ChaseTheory *theory, const ChaseCategory *target, const ChaseTerm *from,
                  const ChaseTerm *to, const ChaseTerm *given, GPtrArray *choices)
{
  guint32 source, end;

  if (from == NULL || to == NULL)
    return;
  if (target->kind == CHASE_CATEGORY_PRESENTED
      && chase_theory_object (theory, target, from, &source, NULL)
      && chase_theory_object (theory, target, to, &end, NULL))
    choose_paths (target, source, end, choices);
  else if (target->kind == CHASE_CATEGORY_SETS)
    {
      g_autoptr (GPtrArray) domain = elements_of (from);
      g_autoptr (GPtrArray) codomain = elements_of (to);

      if (domain != NULL && codomain != NULL)
        choose_functions (domain, codomain, given, choices);
    }
}

/* What is looked for: all that is missing, or what may be said at @only. */
typedef struct
{
  ChaseTheory *theory;
  GPtrArray *gaps;
  guint index; /* of the definition */
  const ChaseItem *item;
  const char *only; /* or NULL */
} Search;

/* Is @argument, where @given is said now, one of those? A function may lack values. */
static gboolean
is_wanted (const Search *search, const char *argument, const ChaseTerm *given,
           const ChaseTerm *domain)
{
  if (search->only != NULL)
    return g_str_equal (search->only, argument);
  if (given == NULL)
    return TRUE;
  return domain != NULL && domain->kind == CHASE_TERM_SET
         && (given->kind == CHASE_TERM_FUNCTION || given->kind == CHASE_TERM_SET)
         && (given->kind == CHASE_TERM_FUNCTION ? given->n_args / 2 : 0) < domain->n_args;
}

/* What is said already holds on where something is missing, and is open where it is asked about. */
static const ChaseTerm *
kept (const Search *search, const ChaseTerm *given)
{
  return search->only == NULL ? given : NULL;
}

static void
find_in_functor (const Search *search)
{
  const ChaseItem *item = search->item;
  const ChaseCategory *source = chase_theory_category (search->theory, item->from, NULL);
  const ChaseCategory *target = chase_theory_category (search->theory, item->to, NULL);
  const ChasePresentation *p = source != NULL ? source->presentation : NULL;

  if (p == NULL || target == NULL)
    return;
  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    {
      const char *name = chase_presentation_object_name (p, i);

      if (is_wanted (search, name, chase_item_value_at (item, name), NULL))
        choose_objects (search->theory, target, name,
                        add_gap (search->gaps, search->index, name, FALSE)->choices);
    }
  for (guint32 i = 0; i < chase_presentation_n_arrows (p); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, i);
      const ChaseTerm *ends[2]
          = { chase_item_value_at (item, chase_presentation_object_name (p, arrow->source)),
              chase_item_value_at (item, chase_presentation_object_name (p, arrow->target)) };
      const ChaseTerm *given = chase_item_value_at (item, arrow->name);
      gboolean turned = item->contravariant;

      if (!arrow->formal && is_wanted (search, arrow->name, given, ends[turned ? 1 : 0]))
        choose_morphisms (search->theory, target, ends[turned ? 1 : 0], ends[turned ? 0 : 1],
                          kept (search, given),
                          add_gap (search->gaps, search->index, arrow->name, FALSE)->choices);
    }
}

/* Transformations */

/* The set of a functor to Set at an object, as a term that is written out; NULL for none. */
static ChaseTerm *
set_at (ChaseTheory *theory, const ChaseFunctor *functor, guint32 object)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (term_free);
  const ChaseSets *sets = functor->sets;

  if (sets == NULL)
    return NULL;
  for (guint32 x = 0; x < sets->sizes[object]; x++)
    {
      const char *name = sets->names[sets->first[object] + x];

      if (name == NULL)
        return NULL;
      g_ptr_array_add (elements, chase_term_new_name (name));
    }
  return chase_term_new (CHASE_TERM_SET, (ChaseTerm *const *)elements->pdata, elements->len, 0);
}

static void
choose_component (ChaseTheory *theory, const ChaseFunctor *from, const ChaseFunctor *to,
                  guint32 object, const ChaseTerm *domain, const ChaseTerm *given,
                  GPtrArray *choices)
{
  if (from->form == CHASE_FUNCTOR_WORDS && to->form == CHASE_FUNCTOR_WORDS)
    choose_paths (from->target, from->objects[object], to->objects[object], choices);
  else if (from->target->kind == CHASE_CATEGORY_SETS)
    {
      g_autoptr (ChaseTerm) codomain = set_at (theory, to, object);

      choose_morphisms (theory, from->target, domain, codomain, given, choices);
    }
}

static void
find_in_transformation (const Search *search)
{
  const ChaseItem *item = search->item;
  const ChaseFunctor *from = chase_theory_functor (search->theory, item->from, NULL, NULL, NULL);
  const ChaseFunctor *to = chase_theory_functor (search->theory, item->to, NULL, NULL, NULL);
  const ChasePresentation *p = from != NULL ? from->source->presentation : NULL;

  if (p == NULL || to == NULL || to->source != from->source || to->target != from->target)
    return;
  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    {
      const char *name = chase_presentation_object_name (p, i);
      const ChaseTerm *given = chase_item_value_at (item, name);
      g_autoptr (ChaseTerm) domain = set_at (search->theory, from, i);

      if (is_wanted (search, name, given, domain))
        choose_component (search->theory, from, to, i, domain, kept (search, given),
                          add_gap (search->gaps, search->index, name, TRUE)->choices);
    }
}

static void
find (const Search *search)
{
  if (search->item->expression != NULL || search->item->from == NULL || search->item->to == NULL)
    return;
  if (search->item->kind == CHASE_ITEM_FUNCTOR)
    find_in_functor (search);
  else if (search->item->kind == CHASE_ITEM_TRANSFORMATION)
    find_in_transformation (search);
}

static GPtrArray *
gaps_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)chase_gap_free);
}

GPtrArray *
chase_theory_gaps (ChaseTheory *theory)
{
  GPtrArray *gaps = gaps_new ();
  const ChaseDocument *document = chase_theory_document (theory);

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      ChaseItem *item = chase_document_get_item (document, i);

      if ((item->kind == CHASE_ITEM_FUNCTOR || item->kind == CHASE_ITEM_TRANSFORMATION)
          && chase_theory_meaning (theory, item) == NULL)
        find (&(Search){ theory, gaps, i, item, NULL });
    }
  return gaps;
}

ChaseGap *
chase_theory_choices (ChaseTheory *theory, guint item, const char *argument)
{
  const ChaseDocument *document = chase_theory_document (theory);
  g_autoptr (GPtrArray) gaps = gaps_new ();

  if (item >= chase_document_n_items (document))
    return NULL;
  find (&(Search){ theory, gaps, item, chase_document_get_item (document, item), argument });
  return gaps->len > 0 ? g_ptr_array_steal_index (gaps, 0) : NULL;
}

/* Telling */

ChaseDocument *
chase_document_assign (ChaseDocument *document, guint item, const ChaseTerm *argument,
                       const ChaseTerm *value)
{
  g_autoptr (ChaseItem) copy = chase_item_copy (chase_document_get_item (document, item));
  ChaseStatement *said;

  for (guint i = 0; i < chase_item_n_statements (copy); i++)
    {
      const ChaseStatement *old = chase_item_get_statement (copy, i);

      if (old->kind != CHASE_STATEMENT_ASSIGNMENT || !chase_term_equal (old->from, argument))
        continue;
      said = chase_statement_copy (old);
      chase_term_set (&said->value, value);
      chase_statement_unref (g_ptr_array_index (copy->statements, i));
      g_ptr_array_index (copy->statements, i) = said;
      return chase_document_replace (document, item, copy);
    }
  said = chase_statement_new (CHASE_STATEMENT_ASSIGNMENT);
  said->from = chase_term_ref (argument);
  said->value = chase_term_ref (value);
  chase_item_take_statement (copy, said);
  return chase_document_replace (document, item, copy);
}

gboolean
chase_category_can_be_told (const ChaseCategory *category)
{
  const ChaseItem *item = category->item;

  return category->kind == CHASE_CATEGORY_PRESENTED && item != NULL && !category->opposite
         && !category->table && !category->product && category->elements == NULL
         && category->functors == NULL && item->expression == NULL
         && ((item->kind == CHASE_ITEM_CATEGORY && !item->table)
             || (item->kind == CHASE_ITEM_DIAGRAM && item->to == NULL
                 && item->view == CHASE_VIEW_NONE));
}

ChaseDocument *
chase_document_give (ChaseDocument *document, const ChaseCategory *category, guint32 source,
                     ChaseWord left, ChaseWord right)
{
  gint index = category->item != NULL ? chase_document_index_of (document, category->item) : -1;
  g_autoptr (ChaseItem) copy = NULL;
  ChaseStatement *equation;

  if (index < 0 || !chase_category_can_be_told (category))
    return NULL;
  copy = chase_item_copy (category->item);
  equation = chase_statement_new (CHASE_STATEMENT_EQUATION);
  equation->terms = g_ptr_array_new_with_free_func (term_free);
  g_ptr_array_add (equation->terms, chase_word_to_term (category, source, left));
  g_ptr_array_add (equation->terms, chase_word_to_term (category, source, right));
  chase_item_take_statement (copy, equation);
  return chase_document_replace (document, (guint)index, copy);
}
