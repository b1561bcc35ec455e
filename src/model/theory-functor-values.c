/* SPDX-License-Identifier: MIT */
#include "model/theory-functor-private.h"

#include "i18n.h"

/* The values of a functor, once it is known which belongs to what: paths, sets and functions, or
 * functors and transformations. */

static const ChaseName *
object_name (const ChaseFunctorReading *reading, guint32 object)
{
  return chase_presentation_object_name (reading->functor->source->presentation, object);
}

/* Into a presented category. */

static void
read_word (ChaseFunctorReading *reading, guint32 f, GArray *word)
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

void
chase_functor_read_words (ChaseFunctorReading *reading)
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
check_set (ChaseFunctorReading *reading, guint32 i)
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

void
chase_functor_read_sets (ChaseFunctorReading *reading)
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

void
chase_functor_read_tables (ChaseFunctorReading *reading)
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
