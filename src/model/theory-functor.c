/* SPDX-License-Identifier: MIT */
#include "model/listed.h"
#include "model/slice-sets.h"
#include "model/theory-private.h"

#include <string.h>

#include "i18n.h"

ChaseFunctor *
chase_theory_functor_new (ChaseFunctorForm form, const ChaseCategory *source,
                          const ChaseCategory *target, char *key)
{
  ChaseFunctor *functor = g_new0 (ChaseFunctor, 1);
  guint n_objects
      = source->presentation != NULL ? chase_presentation_n_objects (source->presentation) : 0;
  guint n_arrows
      = source->presentation != NULL ? chase_presentation_n_arrows (source->presentation) : 0;

  functor->form = form;
  functor->key = key;
  functor->source = source;
  functor->target = target;
  functor->object = NOWHERE;
  if (form == CHASE_FUNCTOR_WORDS)
    {
      functor->objects = g_new0 (guint32, n_objects + 1);
      functor->words = g_new0 (ChaseWord, n_arrows + 1);
    }
  else if (form == CHASE_FUNCTOR_TABLES)
    {
      functor->functors = g_new0 (const ChaseFunctor *, n_objects + 1);
      functor->transformations = g_new0 (const ChaseTransformation *, n_arrows + 1);
    }
  return functor;
}

void
chase_theory_functor_free (ChaseFunctor *functor)
{
  if (functor == NULL)
    return;
  if (functor->shares == NULL)
    {
      for (guint i = 0; functor->words != NULL
                        && i < chase_presentation_n_arrows (functor->source->presentation);
           i++)
        g_free ((gpointer)functor->words[i].letters);
      g_free (functor->words);
      g_free (functor->objects);
      chase_sets_free (functor->sets);
      g_free (functor->functors);
      g_free (functor->transformations);
    }
  if (functor->shares == NULL)
    {
      for (guint i = 0; functor->points != NULL
                        && i < chase_presentation_n_objects (functor->source->presentation);
           i++)
        chase_term_unref (functor->points[i]);
      g_free (functor->points);
      chase_term_unref ((ChaseTerm *)functor->term);
    }
  g_free (functor->key);
  g_free (functor);
}

const ChaseFunctor *
chase_theory_keep_functor (ChaseTheory *theory, ChaseFunctor *functor)
{
  ChaseFunctor *known = g_hash_table_lookup (theory->functors, functor->key);

  if (known != NULL)
    {
      chase_theory_functor_free (functor);
      return known;
    }
  g_hash_table_insert (theory->functors, functor->key, functor);
  return functor;
}

const ChaseCategory *
chase_theory_argument (ChaseTheory *theory, const ChaseFunctor *functor)
{
  return functor->contravariant ? chase_theory_opposite (theory, functor->source) : functor->source;
}

gboolean
chase_functor_map (const ChaseFunctor *functor, ChaseWord word, GArray *image)
{
  for (guint32 i = 0; i < word.length; i++)
    {
      ChaseWord value = functor->words[word.letters[i]];

      if (value.length == G_MAXUINT32 || image->len + (gsize)value.length > CHASE_MAX_PATH)
        return FALSE;
      g_array_append_vals (image, value.letters, value.length);
    }
  return TRUE;
}

gboolean
chase_sets_equal (const ChaseSets *a, const ChaseSets *b)
{
  if (a->n_objects != b->n_objects || a->n_arrows != b->n_arrows
      || memcmp (a->sizes, b->sizes, a->n_objects * sizeof (guint32)) != 0
      || memcmp (a->functions, b->functions, a->offsets[a->n_arrows] * sizeof (guint32)) != 0)
    return FALSE;
  for (gsize i = 0; i < a->first[a->n_objects]; i++)
    if (!chase_name_equal (a->names[i], b->names[i]))
      return FALSE;
  return TRUE;
}

gboolean
chase_functor_parallel (const ChaseFunctor *a, const ChaseFunctor *b)
{
  if (a->shares != NULL)
    a = a->shares;
  if (b->shares != NULL)
    b = b->shares;
  if (a == b)
    return TRUE;
  if (a->source != b->source || a->target != b->target || a->form != b->form)
    return FALSE;
  if (a->form == CHASE_FUNCTOR_SETS)
    return chase_sets_equal (a->sets, b->sets);
  if (chase_functor_is_pair (a) && chase_functor_is_pair (b))
    return chase_functor_parallel (a->operands[0], b->operands[0])
           && chase_functor_parallel (a->operands[1], b->operands[1]);
  return a->form == CHASE_FUNCTOR_WORDS
         && memcmp (a->objects, b->objects,
                    chase_presentation_n_objects (a->source->presentation) * sizeof (guint32))
                == 0;
}

/* The values of a block, while they are gathered: for each object and arrow the statement that
 * gives it. */
typedef struct
{
  ChaseTheory *theory;
  ChaseItem *item;
  const char *name;      /* of the functor, or of the part of it that is read */
  const ChaseTerm *term; /* the same as a term */
  ChaseFunctor *functor;
  const ChaseCategory *argument;
  const ChaseStatement **objects;
  const ChaseStatement **arrows;
  const ChaseTerm **at_objects; /* the values, or what of them belongs to this part */
  const ChaseTerm **at_arrows;
  gboolean good;
} Reading;

static const ChaseName *
object_name (const Reading *reading, guint32 object)
{
  return chase_presentation_object_name (reading->functor->source->presentation, object);
}

static void
put (Reading *reading, const ChaseStatement **slot, const ChaseStatement *statement)
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
place_name (Reading *reading, const ChaseStatement *statement)
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
place_term (Reading *reading, const ChaseStatement *statement)
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
place_values (Reading *reading)
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
check_complete (Reading *reading, const ChasePresentation *p)
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

/* Into a presented category. */

static void
read_word (Reading *reading, guint32 f, GArray *word)
{
  ChaseFunctor *functor = reading->functor;
  const ChaseArrow *arrow = chase_presentation_arrow (functor->source->presentation, f);
  const ChaseTerm *value = reading->at_arrows[f];
  const ChasePresentation *d = functor->target->presentation;
  guint32 source, target;
  g_autofree char *text = NULL;

  g_array_set_size (word, 0);
  if (!chase_theory_path (reading->theory, functor->target, value, &source, &target, word,
                          reading->theory->problems))
    {
      reading->good = FALSE;
      return;
    }
  if (reading->at_objects[arrow->source] == NULL || reading->at_objects[arrow->target] == NULL
      || functor->objects[arrow->source] == NOWHERE || functor->objects[arrow->target] == NOWHERE)
    return;
  if (source == functor->objects[arrow->source] && target == functor->objects[arrow->target])
    {
      functor->words[f].letters = g_memdup2 (word->data, word->len * sizeof (guint32));
      functor->words[f].length = word->len;
      return;
    }
  text = chase_term_to_text (value);
  chase_theory_error (
      reading->theory->problems, value, NULL,
      "%s(%s) must run from %s(%s) = %s to %s(%s) = %s, but %s runs from %s to %s", reading->name,
      arrow->name, reading->name, object_name (reading, arrow->source),
      chase_presentation_object_name (d, functor->objects[arrow->source]), reading->name,
      object_name (reading, arrow->target),
      chase_presentation_object_name (d, functor->objects[arrow->target]), text,
      chase_presentation_object_name (d, source), chase_presentation_object_name (d, target));
  reading->good = FALSE;
}

static void
invert_words (ChaseFunctor *functor, const ChaseTerm **given)
{
  const ChasePresentation *p = functor->source->presentation;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      ChaseWord word;
      guint32 *letters;

      if (!arrow->formal || given[f] != NULL)
        continue;
      word = functor->words[arrow->inverse];
      letters = g_new (guint32, word.length + 1);
      functor->words[f].letters = letters;
      functor->words[f].length = word.length;
      for (guint32 i = 0; i < word.length; i++)
        {
          letters[i] = chase_category_inverse (functor->target, word.letters[word.length - 1 - i]);
          if (letters[i] == NOWHERE)
            {
              g_free (letters);
              functor->words[f].letters = NULL;
              functor->words[f].length = G_MAXUINT32;
              break;
            }
        }
    }
}

static void
read_words (Reading *reading)
{
  const ChasePresentation *p = reading->functor->source->presentation;
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    if (reading->at_objects[i] != NULL
        && !chase_theory_object (reading->theory, reading->functor->target, reading->at_objects[i],
                                 &reading->functor->objects[i], reading->theory->problems))
      {
        reading->functor->objects[i] = NOWHERE;
        reading->good = FALSE;
      }
  for (guint32 i = 0; i < chase_presentation_n_arrows (p); i++)
    if (reading->at_arrows[i] != NULL)
      read_word (reading, i, word);
  if (reading->good)
    invert_words (reading->functor, reading->at_arrows);
}

/* Into Set. */

static gboolean
check_set (Reading *reading, guint32 i)
{
  const ChaseTerm *value = reading->at_objects[i];
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (value->kind != CHASE_TERM_SET)
    {
      g_autofree char *text = chase_term_to_text (reading->objects[i]->from);

      chase_theory_error (reading->theory->problems, value, "a set is written {x, y, ...}",
                          "%s(%s) must be a finite set", reading->name, text);
      return FALSE;
    }
  for (guint32 x = 0; x < value->n_args; x++)
    {
      const ChaseTerm *element = value->args[x];
      g_autofree char *text = NULL;

      if (element->kind == CHASE_TERM_NAME && g_hash_table_add (seen, element->name))
        continue;
      text = chase_term_to_text (element);
      chase_theory_error (reading->theory->problems, element, NULL,
                          element->kind == CHASE_TERM_NAME ? "the element %s is there already"
                                                           : _ ("%s is not a name or a number"),
                          text);
      return FALSE;
    }
  return TRUE;
}

static void
read_sets (Reading *reading)
{
  ChaseFunctor *functor = reading->functor;
  const ChasePresentation *p = functor->source->presentation;
  guint n = chase_presentation_n_objects (p);
  g_autofree guint32 *sizes = g_new0 (guint32, n + 1);
  g_autofree gboolean *known = g_new0 (gboolean, n + 1);
  ChaseSets *sets;

  for (guint32 i = 0; i < n; i++)
    {
      known[i] = reading->at_objects[i] != NULL && check_set (reading, i);
      if (reading->at_objects[i] != NULL && !known[i])
        reading->good = FALSE;
      sizes[i] = known[i] ? reading->at_objects[i]->n_args : 0;
    }
  sets = functor->sets = chase_sets_new (p, sizes);
  for (guint32 i = 0; i < n; i++)
    for (guint32 x = 0; x < sizes[i]; x++)
      sets->names[sets->first[i] + x] = chase_name_ref (reading->at_objects[i]->args[x]->name);
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      g_autofree char *what = NULL;

      if (reading->at_arrows[f] == NULL || !known[arrow->source] || !known[arrow->target])
        continue;
      what = g_strdup_printf ("%s(%s)", reading->name, arrow->name);
      if (!chase_theory_read_function (
              reading->at_arrows[f], sets->names + sets->first[arrow->source], sizes[arrow->source],
              sets->names + sets->first[arrow->target], sizes[arrow->target],
              sets->functions + sets->offsets[f], what, reading->theory->problems))
        reading->good = FALSE;
    }
  chase_sets_invert_formal (sets, p);
}

/* Into a functor category. */

static void
read_tables (Reading *reading)
{
  ChaseFunctor *functor = reading->functor;
  const ChasePresentation *p = functor->source->presentation;

  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    {
      if (reading->at_objects[i] != NULL)
        functor->functors[i] = chase_theory_functor (
            reading->theory, reading->at_objects[i], functor->target->parts[0],
            functor->target->parts[1], reading->theory->problems);
      reading->good = reading->good && functor->functors[i] != NULL;
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      const ChaseFunctor *from = functor->functors[arrow->source];
      const ChaseFunctor *to = functor->functors[arrow->target];

      if (reading->at_arrows[f] == NULL || from == NULL || to == NULL)
        continue;
      functor->transformations[f] = chase_theory_transformation (
          reading->theory, reading->at_arrows[f], from, to, reading->theory->problems);
      reading->good = reading->good && functor->transformations[f] != NULL;
    }
}

static gboolean
form_of (Reading *reading, const ChaseCategory *source, const ChaseCategory *target,
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
begin (Reading *reading, ChaseFunctorForm form, const ChaseCategory *source,
       const ChaseCategory *target)
{
  reading->functor = chase_theory_functor_new (form, source, target, g_strdup (reading->name));
  reading->functor->contravariant = reading->item->contravariant;
  return reading->functor;
}

static ChaseFunctor *
build_values (Reading *reading, const ChaseCategory *source, const ChaseCategory *target);

static ChaseFunctor *
build_plain (Reading *reading, const ChaseCategory *source, const ChaseCategory *target)
{
  ChaseFunctorForm form;

  if (!form_of (reading, source, target, &form))
    return NULL;
  begin (reading, form, source, target);
  if (form == CHASE_FUNCTOR_WORDS)
    read_words (reading);
  else if (form == CHASE_FUNCTOR_SETS)
    read_sets (reading);
  else
    read_tables (reading);
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
build_opposite_sets (Reading *reading, const ChaseCategory *source, const ChaseCategory *target)
{
  const ChaseCategory *turned = chase_theory_opposite (reading->theory, source);
  Reading inner = *reading;
  ChaseFunctor *functor;

  begin (&inner, CHASE_FUNCTOR_SETS, turned, target->parts[0]);
  g_free (inner.functor->key);
  inner.functor->key = g_strdup_printf ("op(%s)", reading->name);
  inner.functor->contravariant = !inner.functor->contravariant;
  read_sets (&inner);
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
take_parts (Reading *reading, const ChaseTerm **values, guint n, guint part)
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
build_part (Reading *reading, const ChaseCategory *source, const ChaseCategory *target, guint part)
{
  guint n = chase_presentation_n_objects (source->presentation);
  guint m = chase_presentation_n_arrows (source->presentation);
  g_autofree char *name = g_strdup_printf ("%s(%s)", part == 0 ? "first" : "second", reading->name);
  g_autofree const ChaseTerm **objects
      = g_memdup2 (reading->at_objects, (n + 1) * sizeof (const ChaseTerm *));
  g_autofree const ChaseTerm **arrows
      = g_memdup2 (reading->at_arrows, (m + 1) * sizeof (const ChaseTerm *));
  g_autoptr (ChaseTerm) term = chase_part_term (reading->term, part);
  Reading inner = *reading;
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
build_pair (Reading *reading, const ChaseCategory *source, const ChaseCategory *target)
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
build_in_slice (Reading *reading, const ChaseCategory *source, const ChaseCategory *target)
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
build_values (Reading *reading, const ChaseCategory *source, const ChaseCategory *target)
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

static const ChaseFunctor *
build_block (ChaseTheory *theory, ChaseItem *item, const ChaseCategory *source,
             const ChaseCategory *target)
{
  Reading reading = { .theory = theory, .item = item, .name = item->name, .good = TRUE };
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

static const ChaseFunctor *
build_expression (ChaseTheory *theory, ChaseItem *item, const ChaseCategory *source,
                  const ChaseCategory *target)
{
  const ChaseFunctor *value
      = chase_theory_functor_term (theory, item->expression, source, target, theory->problems);
  ChaseFunctor *functor;

  if (value == NULL)
    return NULL;
  functor = g_memdup2 (value, sizeof *value);
  functor->key = g_strdup (item->name);
  functor->item = item;
  functor->contravariant = item->contravariant;
  functor->shares = value;
  return chase_theory_keep_functor (theory, functor);
}

const ChaseFunctor *
chase_theory_build_functor (ChaseTheory *theory, ChaseItem *item)
{
  const ChaseCategory *source, *target;

  if (item->from == NULL || item->to == NULL)
    return NULL;
  source = chase_theory_category (theory, item->from, theory->problems);
  target = chase_theory_category (theory, item->to, theory->problems);
  if (source == NULL || target == NULL)
    return NULL;
  if (item->contravariant)
    {
      const ChaseCategory *opposite = chase_theory_opposite (theory, source);

      if (opposite == NULL)
        chase_theory_error (theory->problems, item->from, NULL, "%s has no opposite here",
                            source->key);
      source = opposite;
    }
  if (source == NULL)
    return NULL;
  if (item->expression != NULL)
    return build_expression (theory, item, source, target);
  return build_block (theory, item, source, target);
}
