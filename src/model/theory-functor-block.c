/* SPDX-License-Identifier: MIT */
#include "model/listed.h"
#include "model/slice-sets.h"
#include "model/theory-functor-private.h"

#include <string.h>

/* A functor that a block gives by its values: which statement gives which, and what is built of
 * them, by what the target is. */

static void
put (ChaseFunctorReading *reading, const ChaseStatement **slot, const ChaseStatement *statement)
{
  if (*slot != NULL)
    {
      g_autofree char *text = chase_term_to_text (statement->from);

      chase_theory_error (reading->theory->problems, statement->from, NULL,
                          "%s gives %s a second value: the first is on line %u",
                          reading->item->name, text, (*slot)->line);
      reading->good = FALSE;
      return;
    }
  *slot = statement;
}

static void
place_name (ChaseFunctorReading *reading, const ChaseStatement *statement)
{
  const ChaseTerm *from = statement->from;
  guint32 object = chase_category_find_object (reading->argument, from->name);
  guint32 arrow = chase_category_find_arrow (reading->argument, from->name);
  g_autofree char *hint = NULL;

  /* Where an object and an arrow have one name, a function is the arrow's value, and else the first
   * is the object's. */
  if (object != NOWHERE && arrow != NOWHERE
      && (statement->value->kind == CHASE_TERM_FUNCTION || reading->objects[object] != NULL))
    object = NOWHERE;
  if (object != NOWHERE)
    put (reading, &reading->objects[object], statement);
  else if (arrow != NOWHERE)
    put (reading, &reading->arrows[arrow], statement);
  else if (!g_hash_table_contains (reading->argument->failed, from->name))
    {
      hint = chase_theory_guess (reading->theory, from->name, reading->argument->object_index,
                                 reading->argument->arrow_index);
      chase_theory_error (reading->theory->problems, from, hint,
                          "%s has no object or arrow called %s", reading->argument->key,
                          from->name);
      reading->good = FALSE;
    }
}

static void
place_term (ChaseFunctorReading *reading, const ChaseStatement *statement)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  const ChaseTerm *from = statement->from;
  guint32 object, target;

  if (chase_theory_object (reading->theory, reading->argument, from, &object, NULL))
    put (reading, &reading->objects[object], statement);
  else if (chase_theory_path (reading->theory, reading->argument, from, &object, &target, word,
                              NULL)
           && word->len == 1)
    put (reading, &reading->arrows[g_array_index (word, guint32, 0)], statement);
  else
    {
      g_autofree char *text = chase_term_to_text (from);

      chase_theory_error (reading->theory->problems, from, NULL,
                          "%s is neither an object nor a generating arrow of %s", text,
                          reading->argument->key);
      reading->good = FALSE;
    }
}

static void
place_values (ChaseFunctorReading *reading)
{
  for (guint i = 0; i < chase_item_n_statements (reading->item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (reading->item, i);

      if (statement->kind != CHASE_STATEMENT_ASSIGNMENT)
        continue;
      if (statement->from->kind == CHASE_TERM_NAME)
        place_name (reading, statement);
      else
        place_term (reading, statement);
    }
}

static void
check_complete (ChaseFunctorReading *reading, const ChasePresentation *p)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    if (reading->objects[i] == NULL)
      g_ptr_array_add (missing, (gpointer)chase_presentation_object_name (p, i));
  for (guint32 i = 0; i < chase_presentation_n_arrows (p); i++)
    if (reading->arrows[i] == NULL && !chase_presentation_arrow (p, i)->formal)
      g_ptr_array_add (missing, chase_presentation_arrow (p, i)->name);
  if (missing->len == 0)
    return;
  list = chase_list_names (missing);
  chase_problems_error (reading->theory->problems, reading->item->line, reading->item->column,
                        strlen (chase_item_keyword (reading->item)), NULL,
                        "%s gives no value to %s", reading->item->name, list);
  reading->good = FALSE;
}

static gboolean
form_of (ChaseFunctorReading *reading, const ChaseCategory *source, const ChaseCategory *target,
         ChaseFunctorForm *form)
{
  const ChaseItem *item = reading->item;

  if (source->kind != CHASE_CATEGORY_PRESENTED)
    {
      chase_theory_error (reading->theory->problems, item->from, NULL,
                          "%s has no generators on which a functor could be given", source->key);
      return FALSE;
    }
  switch (target->kind)
    {
    case CHASE_CATEGORY_PRESENTED:
      *form = CHASE_FUNCTOR_WORDS;
      return TRUE;
    case CHASE_CATEGORY_SETS:
      *form = CHASE_FUNCTOR_SETS;
      return TRUE;
    case CHASE_CATEGORY_FUNCTORS:
      *form = CHASE_FUNCTOR_TABLES;
      return TRUE;
    default:
      chase_theory_error (reading->theory->problems, item->to, NULL,
                          "a functor to %s cannot be given by values", target->key);
      return FALSE;
    }
}

/* What the functor of @reading is called, with its place. */
static ChaseFunctor *
begin (ChaseFunctorReading *reading, ChaseFunctorForm form, const ChaseCategory *source,
       const ChaseCategory *target)
{
  reading->functor = chase_theory_functor_new (form, source, target, g_strdup (reading->name));
  reading->functor->contravariant = reading->item->contravariant;
  return reading->functor;
}

static ChaseFunctor *
build_values (ChaseFunctorReading *reading, const ChaseCategory *source,
              const ChaseCategory *target);

static ChaseFunctor *
build_plain (ChaseFunctorReading *reading, const ChaseCategory *source, const ChaseCategory *target)
{
  ChaseFunctorForm form;

  if (!form_of (reading, source, target, &form))
    return NULL;
  begin (reading, form, source, target);
  if (form == CHASE_FUNCTOR_WORDS)
    chase_functor_read_words (reading);
  else if (form == CHASE_FUNCTOR_SETS)
    chase_functor_read_sets (reading);
  else
    chase_functor_read_tables (reading);
  if (reading->good)
    return reading->functor;
  chase_theory_functor_free (reading->functor);
  return NULL;
}

static ChaseTerm *
opposite_term (ChaseTerm *term)
{
  return chase_term_new_take (CHASE_TERM_OPPOSITE_FUNCTOR, &term, 1, 0, 0, 0);
}

/* F : C -> Set^op by values is op(M), where M : C^op -> Set has the same values: it is op(F), and
 * so is F by its name op(op(F)). */
static ChaseFunctor *
build_opposite_sets (ChaseFunctorReading *reading, const ChaseCategory *source,
                     const ChaseCategory *target)
{
  const ChaseCategory *turned = chase_theory_opposite (reading->theory, source);
  ChaseFunctorReading inner = *reading;
  ChaseFunctor *functor;

  begin (&inner, CHASE_FUNCTOR_SETS, turned, target->parts[0]);
  g_free (inner.functor->key);
  inner.functor->key = g_strdup_printf ("op(%s)", reading->name);
  inner.functor->contravariant = !inner.functor->contravariant;
  chase_functor_read_sets (&inner);
  reading->good = inner.good;
  if (!reading->good)
    {
      chase_theory_functor_free (inner.functor);
      return NULL;
    }
  functor = begin (reading, CHASE_FUNCTOR_TERM, source, target);
  functor->term = opposite_term (opposite_term (chase_term_ref (reading->term)));
  functor->operands[0] = chase_theory_keep_functor (reading->theory, inner.functor);
  return functor;
}

/* What of each value belongs to the part number @part; NULL where it is no pair, with an error. */
static gboolean
take_parts (ChaseFunctorReading *reading, const ChaseTerm **values, guint n, guint part)
{
  for (guint i = 0; i < n; i++)
    {
      if (values[i] == NULL)
        continue;
      values[i] = chase_theory_pair_half (values[i], part, reading->theory->problems);
      reading->good = values[i] != NULL && reading->good;
    }
  return reading->good;
}

/* The part number @part of a functor to a product, by its part of every value. */
static const ChaseFunctor *
build_part (ChaseFunctorReading *reading, const ChaseCategory *source, const ChaseCategory *target,
            guint part)
{
  guint n = chase_presentation_n_objects (source->presentation);
  guint m = chase_presentation_n_arrows (source->presentation);
  g_autofree char *name = g_strdup_printf ("%s(%s)", part == 0 ? "first" : "second", reading->name);
  g_autofree const ChaseTerm **objects
      = g_memdup2 (reading->at_objects, (n + 1) * sizeof (const ChaseTerm *));
  g_autofree const ChaseTerm **arrows
      = g_memdup2 (reading->at_arrows, (m + 1) * sizeof (const ChaseTerm *));
  g_autoptr (ChaseTerm) term = chase_part_term (reading->term, part);
  ChaseFunctorReading inner = *reading;
  ChaseFunctor *functor;

  inner.name = name;
  inner.term = term;
  inner.at_objects = objects;
  inner.at_arrows = arrows;
  if (!take_parts (&inner, objects, n, part) || !take_parts (&inner, arrows, m, part))
    return NULL;
  functor = build_values (&inner, source, target);
  if (functor != NULL && functor->term == NULL)
    functor->term = chase_term_ref (term);
  return functor != NULL ? chase_theory_keep_functor (reading->theory, functor) : NULL;
}

static ChaseFunctor *
build_pair (ChaseFunctorReading *reading, const ChaseCategory *source, const ChaseCategory *target)
{
  const ChaseFunctor *parts[2];

  for (guint i = 0; i < 2; i++)
    {
      parts[i] = build_part (reading, source, target->parts[i], i);
      if (parts[i] == NULL)
        return NULL;
    }
  return chase_theory_pair_functor (reading->theory, parts[0], parts[1], reading->term,
                                    g_strdup (reading->name));
}

static ChaseFunctor *
build_in_slice (ChaseFunctorReading *reading, const ChaseCategory *source,
                const ChaseCategory *target)
{
  ChaseFunctor *functor;

  begin (reading, CHASE_FUNCTOR_TERM, source, target);
  functor = chase_theory_slice_functor (reading->theory, reading->functor, reading->term,
                                        reading->at_objects, reading->at_arrows);
  if (functor != NULL && reading->good)
    return functor;
  chase_theory_functor_free (functor);
  return NULL;
}

static ChaseFunctor *
build_values (ChaseFunctorReading *reading, const ChaseCategory *source,
              const ChaseCategory *target)
{
  if (chase_is_slice_of_sets (target))
    return build_in_slice (reading, source, target);
  if (target->kind == CHASE_CATEGORY_PRODUCT)
    return build_pair (reading, source, target);
  if (chase_category_is_opposite_of_sets (target))
    return build_opposite_sets (reading, source, target);
  return build_plain (reading, source, target);
}

static const ChaseTerm **
values_of (const ChaseStatement **statements, guint n)
{
  const ChaseTerm **values = g_new0 (const ChaseTerm *, n + 1);

  for (guint i = 0; i < n; i++)
    values[i] = statements[i] != NULL ? statements[i]->value : NULL;
  return values;
}

const ChaseFunctor *
chase_theory_functor_block (ChaseTheory *theory, ChaseItem *item, const ChaseCategory *source,
                            const ChaseCategory *target)
{
  ChaseFunctorReading reading
      = { .theory = theory, .item = item, .name = item->name, .good = TRUE };
  g_autoptr (ChaseTerm) term = chase_term_new_name (item->name);
  ChaseFunctor *functor;
  guint n, m;

  reading.term = term;
  if (source->kind != CHASE_CATEGORY_PRESENTED)
    return build_plain (&reading, source, target);
  n = chase_presentation_n_objects (source->presentation);
  m = chase_presentation_n_arrows (source->presentation);
  reading.argument = item->contravariant ? chase_theory_opposite (theory, source) : source;
  reading.objects = g_new0 (const ChaseStatement *, n + 1);
  reading.arrows = g_new0 (const ChaseStatement *, m + 1);
  place_values (&reading);
  check_complete (&reading, source->presentation);
  reading.at_objects = values_of (reading.objects, n);
  reading.at_arrows = values_of (reading.arrows, m);
  functor = build_values (&reading, source, target);
  g_free (reading.objects);
  g_free (reading.arrows);
  g_free (reading.at_objects);
  g_free (reading.at_arrows);
  if (functor == NULL)
    return NULL;
  functor->item = item;
  return chase_theory_keep_functor (theory, functor);
}
