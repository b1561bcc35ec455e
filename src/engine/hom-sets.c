/* SPDX-License-Identifier: MIT */
#include "engine/hom-sets.h"

#include "engine/cosets.h"
#include "engine/engine-private.h"

#include <string.h>

#include "i18n.h"

#define NONE G_MAXUINT32
#define MAX_MORPHISMS 100000

typedef struct
{
  ChaseHomSets *sets;
  const ChaseEngine *engine;
  const ChaseBudget *budget;
  GCancellable *cancellable;
  gint64 end;
  char **reason;
  ChaseClock clock;
  ChaseCosets **tables; /* object -> Hom(object, -), or NULL where questions are asked one by one */
  guint32 **numbers;    /* object -> row -> morphism, or NONE */
  GArray *rows;         /* morphism -> guint32 */
} Search;

static gboolean
give_up (Search *search, const char *reason)
{
  if (search->reason != NULL && *search->reason == NULL)
    *search->reason = g_strdup (reason);
  return FALSE;
}

static guint
n_arrows (const ChaseHomSets *sets)
{
  return chase_presentation_n_arrows (sets->presentation);
}

guint
chase_hom_sets_size (const ChaseHomSets *sets)
{
  return sets->morphisms->len;
}

const ChaseMorphism *
chase_hom_sets_get (const ChaseHomSets *sets, guint32 morphism)
{
  return &g_array_index (sets->morphisms, ChaseMorphism, morphism);
}

static guint32 *
next_cell (const ChaseHomSets *sets, guint32 morphism, guint32 arrow)
{
  return &g_array_index (sets->next, guint32, (gsize)morphism * n_arrows (sets) + arrow);
}

/* Adds the morphism that @letters (taken) represent. */
static void
add_morphism (ChaseHomSets *sets, guint32 source, guint32 target, guint32 *letters, guint32 length)
{
  ChaseMorphism morphism = { source, target, { letters, length } };
  guint first = sets->next->len;

  if (letters != NULL)
    g_ptr_array_add (sets->letters, letters);
  g_array_append_val (sets->morphisms, morphism);
  g_array_set_size (sets->next, first + n_arrows (sets));
  for (guint i = first; i < sets->next->len; i++)
    g_array_index (sets->next, guint32, i) = NONE;
}

/* Compares the path @word from @source with the known morphisms: *@found is one of them, or NONE.
 */
static gboolean
find (Search *search, guint32 source, guint32 target, ChaseWord word, guint32 *found)
{
  const ChaseHomSets *sets = search->sets;

  *found = NONE;
  for (guint32 i = 0; i < sets->morphisms->len; i++)
    {
      const ChaseMorphism *known = chase_hom_sets_get (sets, i);
      ChaseBudget budget = *search->budget;
      g_autoptr (ChaseAnswer) answer = NULL;

      if (known->source != source || known->target != target)
        continue;
      budget.seconds = (double)(search->end - g_get_monotonic_time ()) / G_USEC_PER_SEC;
      if (budget.seconds <= 0)
        return give_up (search, _ ("the time was over before all morphisms were found"));
      answer = chase_engine_equal (search->engine, source, known->word, word, &budget,
                                   search->cancellable);
      if (answer->verdict == CHASE_VERDICT_UNDECIDED)
        return give_up (search, answer->reason);
      if (answer->verdict == CHASE_VERDICT_HOLDS)
        {
          *found = i;
          return TRUE;
        }
    }
  return TRUE;
}

static gboolean
add_found (Search *search, guint32 source, guint32 target, const guint32 *letters, guint32 length)
{
  if (search->sets->morphisms->len >= MAX_MORPHISMS)
    return give_up (search, _ ("there are more than 100,000 morphisms"));
  add_morphism (search->sets, source, target, g_memdup2 (letters, length * sizeof (guint32)),
                length);
  return TRUE;
}

/* Looks the product up in the table of its source. */
static gboolean
look_up (Search *search, guint32 m, guint32 number, ChaseWord word, guint32 target)
{
  guint32 source = chase_hom_sets_get (search->sets, m)->source;
  guint32 row = chase_cosets_follow (search->tables[source],
                                     g_array_index (search->rows, guint32, m), number);
  guint32 *found = &search->numbers[source][row];

  if (*found == NONE)
    {
      *found = search->sets->morphisms->len;
      g_array_append_val (search->rows, row);
      if (!add_found (search, source, target, word.letters, word.length))
        return FALSE;
    }
  *next_cell (search->sets, m, number) = *found;
  return TRUE;
}

static gboolean
ask (Search *search, guint32 m, guint32 number, ChaseWord word, guint32 target)
{
  ChaseHomSets *sets = search->sets;
  guint32 source = chase_hom_sets_get (sets, m)->source, found;

  if (!find (search, source, target, word, &found))
    return FALSE;
  if (found == NONE)
    {
      found = sets->morphisms->len;
      if (!add_found (search, source, target, word.letters, word.length))
        return FALSE;
    }
  *next_cell (sets, m, number) = found;
  return TRUE;
}

/* Finds what morphism @m followed by the arrow @number is, adding it where it is new. */
static gboolean
follow (Search *search, guint32 m, guint32 number)
{
  const ChaseMorphism *morphism = chase_hom_sets_get (search->sets, m);
  guint32 target = chase_presentation_arrow (search->sets->presentation, number)->target;
  guint32 length = morphism->word.length + 1;
  g_autofree guint32 *letters = g_new (guint32, length);
  ChaseWord word = { letters, length };

  if (morphism->word.length > 0)
    memcpy (letters, morphism->word.letters, morphism->word.length * sizeof (guint32));
  letters[length - 1] = number;
  return search->tables != NULL ? look_up (search, m, number, word, target)
                                : ask (search, m, number, word, target);
}

/* Enumerates Hom(object, -) for every object: FALSE when that does not end. */
static gboolean
enumerate (Search *search)
{
  const ChaseIndex *index = &search->engine->index;

  search->tables = g_new0 (ChaseCosets *, (gsize)index->n_objects + 1);
  search->numbers = g_new0 (guint32 *, (gsize)index->n_objects + 1);
  search->rows = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (search->rows, index->n_objects);
  for (guint32 o = 0; o < index->n_objects; o++)
    {
      ChaseCosets *table
          = chase_cosets_new (index, o, NONE, FALSE, CHASE_STRATEGY_HLT, &search->clock);
      guint32 limit = search->budget->rows > 0 ? search->budget->rows : NONE - 1;
      gsize bytes;

      search->tables[o] = table;
      if (chase_cosets_run (table, NONE, NONE, limit, G_MAXUINT64) != CHASE_COSETS_CLOSED)
        {
          g_autofree char *why
              = g_strdup_printf ("Not decided: %s.", chase_clock_why (&search->clock));

          return give_up (search, why);
        }
      bytes = chase_cosets_n_rows (table) * sizeof (guint32);
      search->numbers[o] = g_malloc (bytes);
      memset (search->numbers[o], 0xff, bytes);
      search->numbers[o][0] = o;
    }
  return TRUE;
}

static void
drop_tables (Search *search)
{
  for (guint32 o = 0; search->tables != NULL && o < search->engine->index.n_objects; o++)
    {
      if (search->tables[o] != NULL)
        chase_cosets_free (search->tables[o]);
      g_free (search->numbers[o]);
    }
  g_free (search->tables);
  g_free (search->numbers);
  if (search->rows != NULL)
    g_array_unref (search->rows);
}

/* The tables know what is declared mono, iso and idempotent; epis they do not. */
gboolean
chase_hom_sets_are_tabulated (const ChasePresentation *presentation)
{
  for (guint32 i = 0; i < chase_presentation_n_arrows (presentation); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, i);

      if (arrow->inverse == G_MAXUINT32
          && (arrow->properties & (CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_all (Search *search)
{
  ChaseHomSets *sets = search->sets;

  for (guint32 m = 0; m < sets->morphisms->len; m++)
    {
      for (guint32 f = 0; f < n_arrows (sets); f++)
        {
          if (chase_presentation_arrow (sets->presentation, f)->source
              != chase_hom_sets_get (sets, m)->target)
            continue;
          if (g_cancellable_is_cancelled (search->cancellable))
            return give_up (search, _ ("it was cancelled"));
          if (!follow (search, m, f))
            return FALSE;
        }
    }
  return TRUE;
}

ChaseHomSets *
chase_hom_sets_new (const ChaseEngine *engine, const ChaseBudget *budget, GCancellable *cancellable,
                    char **reason)
{
  g_autoptr (ChaseHomSets) sets = g_new0 (ChaseHomSets, 1);
  ChaseBudget default_budget = { 0 };
  Search search = { sets, engine, budget != NULL ? budget : &default_budget, cancellable };
  double seconds = search.budget->seconds > 0 ? search.budget->seconds : 10;
  gboolean found;

  search.end = g_get_monotonic_time () + (gint64)(seconds * G_USEC_PER_SEC);
  search.reason = reason;
  sets->presentation = chase_presentation_ref (chase_engine_presentation (engine));
  sets->morphisms = g_array_new (FALSE, FALSE, sizeof (ChaseMorphism));
  sets->next = g_array_new (FALSE, FALSE, sizeof (guint32));
  sets->letters = g_ptr_array_new_with_free_func (g_free);
  for (guint32 i = 0; i < chase_presentation_n_objects (sets->presentation); i++)
    add_morphism (sets, i, i, NULL, 0);
  chase_clock_start (&search.clock, budget, cancellable);
  found = (!chase_hom_sets_are_tabulated (sets->presentation) || enumerate (&search))
          && find_all (&search);
  drop_tables (&search);
  return found ? g_steal_pointer (&sets) : NULL;
}

void
chase_hom_sets_free (ChaseHomSets *sets)
{
  chase_presentation_unref (sets->presentation);
  g_array_unref (sets->morphisms);
  g_array_unref (sets->next);
  g_ptr_array_unref (sets->letters);
  g_free (sets);
}

guint32
chase_hom_sets_compose (const ChaseHomSets *sets, guint32 first, guint32 second)
{
  const ChaseWord word = chase_hom_sets_get (sets, second)->word;

  for (guint32 i = 0; i < word.length; i++)
    first = *next_cell (sets, first, word.letters[i]);
  return first;
}

guint
chase_hom_sets_count (const ChaseHomSets *sets, guint32 source, guint32 target)
{
  guint n = 0;

  for (guint32 i = 0; i < sets->morphisms->len; i++)
    {
      const ChaseMorphism *morphism = chase_hom_sets_get (sets, i);

      n += morphism->source == source && morphism->target == target;
    }
  return n;
}

/* Cancellation: different g before f (@before), or after f, have different composites with f. */
static gboolean
is_cancellable (const ChaseHomSets *sets, guint32 f, gboolean before)
{
  const ChaseMorphism *morphism = chase_hom_sets_get (sets, f);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint32 g = 0; g < sets->morphisms->len; g++)
    {
      const ChaseMorphism *other = chase_hom_sets_get (sets, g);
      guint32 composite;

      if (before ? other->target != morphism->source : other->source != morphism->target)
        continue;
      composite
          = before ? chase_hom_sets_compose (sets, g, f) : chase_hom_sets_compose (sets, f, g);
      if (!g_hash_table_add (seen, GUINT_TO_POINTER (composite)))
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_hom_sets_is_mono (const ChaseHomSets *sets, guint32 morphism)
{
  return is_cancellable (sets, morphism, TRUE);
}

gboolean
chase_hom_sets_is_epi (const ChaseHomSets *sets, guint32 morphism)
{
  return is_cancellable (sets, morphism, FALSE);
}

gboolean
chase_hom_sets_is_iso (const ChaseHomSets *sets, guint32 f)
{
  const ChaseMorphism *morphism = chase_hom_sets_get (sets, f);

  for (guint32 g = 0; g < sets->morphisms->len; g++)
    {
      const ChaseMorphism *other = chase_hom_sets_get (sets, g);

      if (other->source == morphism->target && other->target == morphism->source
          && chase_hom_sets_compose (sets, f, g) == morphism->source
          && chase_hom_sets_compose (sets, g, f) == morphism->target)
        return TRUE;
    }
  return FALSE;
}

gboolean
chase_hom_sets_is_initial (const ChaseHomSets *sets, guint32 object)
{
  for (guint32 i = 0; i < chase_presentation_n_objects (sets->presentation); i++)
    {
      if (chase_hom_sets_count (sets, object, i) != 1)
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_hom_sets_is_terminal (const ChaseHomSets *sets, guint32 object)
{
  for (guint32 i = 0; i < chase_presentation_n_objects (sets->presentation); i++)
    {
      if (chase_hom_sets_count (sets, i, object) != 1)
        return FALSE;
    }
  return TRUE;
}
