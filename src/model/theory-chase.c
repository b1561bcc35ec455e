/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

#include <string.h>

#include "i18n.h"

/* The chase of an element through a functor to sets: `sets M at x along h . f = k . g`. */

guint32
chase_functor_find_element (const ChaseFunctor *functor, guint32 object, const char *name)
{
  const ChaseSets *sets = functor->sets;

  for (guint32 x = 0; sets != NULL && x < sets->sizes[object]; x++)
    {
      const char *known = sets->names != NULL ? sets->names[sets->first[object] + x] : NULL;
      g_autofree char *number = known == NULL ? g_strdup_printf ("%u", x) : NULL;

      if (strcmp (known != NULL ? known : number, name) == 0)
        return x;
    }
  return NOWHERE;
}

static void
report (GPtrArray *problems, const ChaseTerm *at, const char *what)
{
  g_autofree char *text = chase_term_to_text (at);

  chase_problems_error (problems, at->line, at->column, (guint)strlen (text), NULL, what, text);
}

static void
reverse (GArray *word)
{
  for (guint i = 0; i < word->len / 2; i++)
    {
      guint32 *letters = &g_array_index (word, guint32, 0), letter = letters[i];

      letters[i] = letters[word->len - 1 - i];
      letters[word->len - 1 - i] = letter;
    }
}

/* The paths are written where the functor's arguments are; the words are its source's. */
static gboolean
find_paths (ChaseTheory *theory, const ChaseItem *item, const ChaseFunctor *functor,
            ChaseChased *chased, GPtrArray *problems)
{
  const ChaseCategory *argument = chase_theory_argument (theory, functor);
  const GPtrArray *terms = item->proposition->terms;
  guint32 ends[2][2];

  for (guint i = 0; i < terms->len; i++)
    {
      if (!chase_theory_path (theory, argument, g_ptr_array_index (terms, i), &ends[i][0],
                              &ends[i][1], chased->words[i], problems))
        return FALSE;
      if (ends[i][0] != ends[0][0] || ends[i][1] != ends[0][1])
        {
          report (problems, g_ptr_array_index (terms, i),
                  _ ("the two paths are not parallel: %s starts or ends elsewhere"));
          return FALSE;
        }
      if (argument != functor->source)
        reverse (chased->words[i]);
    }
  chased->n_words = terms->len;
  chased->object = ends[0][argument != functor->source];
  return TRUE;
}

/* Without a path the element has to be in one set alone. */
static gboolean
find_set (const ChaseItem *item, const ChaseFunctor *functor, ChaseChased *chased,
          GPtrArray *problems)
{
  chased->object = NOWHERE;
  for (guint32 i = 0; i < chase_presentation_n_objects (functor->source->presentation); i++)
    {
      if (chase_functor_find_element (functor, i, item->at->name) == NOWHERE)
        continue;
      if (chased->object != NOWHERE)
        {
          report (problems, item->at, _ ("several sets have an element %s: say along which path"));
          return FALSE;
        }
      chased->object = i;
    }
  if (chased->object == NOWHERE)
    report (problems, item->at, _ ("no set has an element %s"));
  return chased->object != NOWHERE;
}

gboolean
chase_theory_chase (ChaseTheory *theory, const ChaseItem *item, const ChaseFunctor *functor,
                    ChaseChased *chased, GPtrArray *problems)
{
  for (guint i = 0; i < 2; i++)
    chased->words[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  chased->n_words = 0;
  if (functor->source->kind != CHASE_CATEGORY_PRESENTED)
    return FALSE;
  if (item->proposition == NULL)
    return find_set (item, functor, chased, problems);
  if (!find_paths (theory, item, functor, chased, problems))
    return FALSE;
  if (functor->sets == NULL
      || chase_functor_find_element (functor, chased->object, item->at->name) != NOWHERE)
    return TRUE;
  report (problems, item->at, "the set where the path starts has no element %s");
  return FALSE;
}

void
chase_chased_clear (ChaseChased *chased)
{
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&chased->words[i], g_array_unref);
}
