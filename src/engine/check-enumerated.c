/* SPDX-License-Identifier: MIT */
#include "engine/grading.h"
#include "engine/check-private.h"
#include "engine/normal-cycle.h"
#include "engine/count.h"
#include "engine/systems.h"
#include "engine/cosets-private.h"
#include "engine/engine-private.h"
#include "model/by-equations.h"
#include "i18n.h"

/* Finite categories for the questions that have to look at every morphism. */

#define FEW_ROWS 4000

static ChaseHomTable *
table_of (ChaseCosets *c)
{
  guint32 n_arrows = c->index->n_arrows;
  ChaseHomTable *table = g_new0 (ChaseHomTable, 1);
  g_autofree guint32 *number = g_new (guint32, (gsize)c->n_rows + 1);

  for (guint32 i = 0; i < c->n_rows; i++)
    number[i] = chase_row_lives (c, c->rows[i].at) ? table->n_rows++ : CHASE_NO_ROW;
  table->object = g_new (guint32, table->n_rows + 1);
  table->next = g_new (guint32, (gsize)table->n_rows * n_arrows + 1);
  for (guint32 i = 0; i < c->n_rows; i++)
    for (guint32 f = 0; number[i] != CHASE_NO_ROW && f < n_arrows; f++)
      {
        guint32 *cell = &table->next[(gsize)number[i] * n_arrows + f];

        table->object[number[i]] = c->rows[i].object;
        *cell = G_MAXUINT32;
        if (c->index->source[f] == c->rows[i].object)
          *cell = number[chase_cosets_follow (c, i, f)];
      }
  if (n_arrows == 0)
    table->object[0] = c->source;
  return table;
}

static ChaseHomTable *
enumerate_from (const ChaseIndex *index, guint32 source, guint32 rows, ChaseClock *clock)
{
  guint32 limit = MIN (rows, 40000000 / (index->n_arrows + 1));
  g_autoptr (ChaseCosets) cosets
      = chase_cosets_new (index, source, G_MAXUINT32, FALSE, CHASE_STRATEGY_HLT, clock);
  guint32 first = chase_cosets_insert (cosets, (ChaseWord){ NULL, 0 });

  if (first == G_MAXUINT32
      || chase_cosets_run (cosets, G_MAXUINT32, G_MAXUINT32, limit, G_MAXUINT64)
             != CHASE_COSETS_CLOSED)
    return NULL;
  return table_of (cosets);
}

/* Has every arrow what is declared of it? Then that says no more than the equations. */
static gboolean
keeps_declared (const ChaseEnumerated *enumerated)
{
  static const ChaseProperty properties[] = { CHASE_PROPERTY_SPLIT_MONO, CHASE_PROPERTY_SPLIT_EPI,
                                              CHASE_PROPERTY_MONO, CHASE_PROPERTY_EPI };

  for (guint32 i = 0; i < chase_presentation_n_arrows (enumerated->presentation); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (enumerated->presentation, i);
      guint32 value = chase_enumerated_value (enumerated, arrow->source, (ChaseWord){ &i, 1 });

      for (guint k = 0; k < G_N_ELEMENTS (properties) && arrow->inverse == G_MAXUINT32; k++)
        if ((arrow->properties & properties[k]) != 0
            && !chase_finite_has_property (enumerated->finite, value, properties[k]))
          return FALSE;
    }
  return TRUE;
}

static ChaseEnumerated *
enumerate_within (const ChaseIndex *index, ChasePresentation *presentation, guint32 rows,
                  ChaseClock *clock)
{
  g_autoptr (GPtrArray) tables
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_hom_table_free);

  for (guint32 s = 0; s < chase_presentation_n_objects (index->presentation); s++)
    {
      ChaseHomTable *table = enumerate_from (index, s, rows, clock);

      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }
  return chase_enumerated_new (presentation, tables);
}

/* Few rows first: where they do not do, a complete system may show that none will. */
static ChaseEnumerated *
enumerate_by (ChaseChecker *checker, const ChaseCategory *category, const ChaseIndex *index)
{
  guint32 rows
      = checker->budget != NULL && checker->budget->rows > 0 ? checker->budget->rows : 1000000;
  g_autoptr (JsonObject) infinite = NULL;
  ChaseEnumerated *enumerated;
  ChaseClock clock;

  chase_clock_start (&clock, checker->budget, checker->cancellable);
  enumerated = enumerate_within (index, category->presentation, MIN (rows, FEW_ROWS), &clock);
  if (enumerated != NULL || rows <= FEW_ROWS)
    return enumerated;
  if (!chase_presentation_is_acyclic (category->presentation))
    infinite = chase_infinite_json (checker, category, NULL);
  if (infinite != NULL)
    return NULL;
  chase_clock_start (&clock, checker->budget, checker->cancellable);
  return enumerate_within (index, category->presentation, rows, &clock);
}

/* What is declared mono, epi or split is said by equations, or left aside at first. */
static ChaseEnumerated *
enumerate (ChaseChecker *checker, const ChaseCategory *category)
{
  ChaseEngine *engine = chase_checker_engine (checker, category->presentation);
  g_autoptr (ChasePresentation) plain = NULL;
  g_autoptr (ChaseEngine) own = NULL;
  g_autoptr (ChaseEnumerated) enumerated = NULL;
  gboolean cancels = engine->index.cancels;

  if (cancels)
    {
      ChasePresentation *said = chase_presentation_by_equations (category->presentation);

      plain = said != NULL ? chase_presentation_ref (said)
                           : chase_presentation_undeclared (category->presentation);
      engine = own = chase_engine_new (plain);
    }
  enumerated = enumerate_by (checker, category, &engine->index);
  return enumerated == NULL || (cancels && !keeps_declared (enumerated))
             ? NULL
             : g_steal_pointer (&enumerated);
}

const ChaseEnumerated *
chase_checker_enumerated (ChaseChecker *checker, const ChaseCategory *category)
{
  const ChaseTestedTable *table;
  ChaseEnumerated *enumerated = NULL;
  gpointer known;

  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  if (g_hash_table_lookup_extended (checker->enumerated, category->presentation, NULL, &known))
    return known;
  table = chase_checker_table (checker, category->presentation);
  if (table == NULL)
    enumerated = enumerate (checker, category);
  else if (table->associative)
    enumerated = chase_enumerated_new_table (category->presentation);
  g_hash_table_insert (checker->enumerated, category->presentation, enumerated);
  return enumerated;
}

JsonObject *
chase_infinite_evidence (ChaseEvidence *system, ChasePresentation *presentation, guint32 from,
                         guint32 to, char **words)
{
  JsonObject *object = chase_evidence_object (system, presentation);
  g_autoptr (ChaseNormalCycle) cycle
      = chase_normal_cycle_find (presentation, &system->normal, from, to);

  *words = NULL;
  if (cycle == NULL)
    return object;
  json_object_set_object_member (object, "cycle", chase_normal_cycle_json (cycle, presentation));
  *words = chase_normal_cycle_text (cycle, presentation);
  return object;
}

/* Of what is declared mono or epi, a system by the equations alone may show that it says no more.
 */
static ChaseCount *
count_declared (ChaseChecker *checker, ChasePresentation *presentation, guint32 from, guint32 to,
                const ChaseBudget *budget, ChaseRoll **roll, ChaseEvidence **system)
{
  g_autoptr (ChasePresentation) plain = chase_presentation_undeclared (presentation);
  g_autoptr (ChaseEngine) engine = chase_engine_new (plain);
  ChaseCount *count
      = chase_count_roll (engine, from, to, budget, checker->cancellable, roll, system);

  if (*system != NULL && chase_system_keeps_declared (&(*system)->normal, presentation))
    return count;
  chase_count_free (count);
  g_clear_pointer (roll, chase_roll_free);
  g_clear_pointer (system, chase_evidence_unref);
  return chase_count_roll (chase_checker_engine (checker, presentation), from, to, budget,
                           checker->cancellable, roll, system);
}

static ChaseCount *
count_within (ChaseChecker *checker, ChasePresentation *presentation, guint32 from, guint32 to,
              const ChaseBudget *budget, ChaseRoll **roll, ChaseEvidence **system)
{
  ChaseEngine *engine = chase_checker_engine (checker, presentation);

  if (engine->index.cancels)
    return count_declared (checker, presentation, from, to, budget, roll, system);
  return chase_count_roll (engine, from, to, budget, checker->cancellable, roll, system);
}

/* Long enough for what is soon found, by which more is known; most categories are. A grading of the
 * elements of models then has a part of the time. */
#define BRIEF_SECONDS 0.25
#define LESS_BRIEF_SECONDS 0.5

static double
seconds_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

ChaseCount *
chase_checker_count_roll (ChaseChecker *checker, ChasePresentation *presentation, guint32 from,
                          guint32 to, ChaseRoll **roll, ChaseEvidence **system,
                          JsonObject **grading, char **words)
{
  gint64 start = g_get_monotonic_time ();
  ChaseBudget budget = checker->budget != NULL ? *checker->budget : (ChaseBudget){ 0 };
  double seconds = budget.seconds > 0 ? budget.seconds : CHASE_STANDARD_SECONDS;
  gboolean acyclic = chase_presentation_is_acyclic (presentation);
  gboolean whole = acyclic || budget.rules > 0 || budget.rows > 0;
  g_autoptr (JsonObject) graded
      = acyclic ? NULL : chase_grading_json (presentation, NULL, from, to, words);
  ChaseCount *count;

  *grading = NULL;
  if (!whole)
    budget.seconds = MIN (graded != NULL ? BRIEF_SECONDS : LESS_BRIEF_SECONDS, seconds * 0.6);
  count = count_within (checker, presentation, from, to, &budget, roll, system);
  if (count->finite == CHASE_VERDICT_UNDECIDED && graded == NULL && !acyclic)
    graded = chase_grading_by_models (&chase_checker_engine (checker, presentation)->index, from,
                                      to, MIN (1, seconds * 0.2), checker->cancellable, words);
  if (count->finite == CHASE_VERDICT_UNDECIDED && graded == NULL && !whole
      && seconds_since (start) < seconds)
    {
      budget.seconds = seconds - seconds_since (start);
      chase_count_free (count);
      g_clear_pointer (roll, chase_roll_free);
      g_clear_pointer (system, chase_evidence_unref);
      count = count_within (checker, presentation, from, to, &budget, roll, system);
    }
  if (count->finite == CHASE_VERDICT_UNDECIDED && graded != NULL)
    {
      count->finite = CHASE_VERDICT_FAILS;
      *grading = g_steal_pointer (&graded);
    }
  else
    g_clear_pointer (words, g_free);
  return count;
}

JsonObject *
chase_infinite_json (ChaseChecker *checker, const ChaseCategory *category, char **words)
{
  g_autoptr (ChaseRoll) roll = NULL;
  g_autoptr (ChaseEvidence) system = NULL;
  g_autoptr (ChaseCount) count = NULL;
  g_autofree char *unused = NULL;
  JsonObject *grading = NULL;

  if (words == NULL)
    words = &unused;
  *words = NULL;
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED || category->table)
    return NULL;
  count = chase_checker_count_roll (checker, category->presentation, G_MAXUINT32, G_MAXUINT32,
                                    &roll, &system, &grading, words);
  if (grading != NULL)
    return grading;
  if (count->finite != CHASE_VERDICT_FAILS || system == NULL)
    return NULL;
  return chase_infinite_evidence (system, category->presentation, G_MAXUINT32, G_MAXUINT32, words);
}

void
chase_result_not_listed (ChaseResult *result, const ChaseCategory *category)
{
  if (category == NULL)
    chase_result_undecided (result, "The morphisms of this category are not listed one by one.");
  else if (category->kind != CHASE_CATEGORY_PRESENTED)
    chase_result_undecided (result, "The morphisms of %s are not listed one by one.",
                            category->key);
  else if (category->table)
    chase_result_undecided (result, "The table is not a category.");
  else
    chase_result_undecided (
        result,
        "The morphisms of %s could not all be listed (it is infinite, or too large for the limits, "
        "or what is declared mono or epi says more than its equations), and no complete rewriting "
        "system, proof or model was found that decides this.",
        category->key);
}

JsonArray *
chase_path_names (const ChaseEnumerated *enumerated, guint32 morphism)
{
  ChaseWord word = chase_enumerated_word (enumerated, morphism);

  return chase_arrow_names (enumerated->presentation, word.letters, word.length);
}

char *
chase_morphism_text (const ChaseEnumerated *enumerated, guint32 morphism)
{
  ChaseWord word = chase_enumerated_word (enumerated, morphism);
  GString *text = g_string_new (NULL);

  if (word.length == 0)
    g_string_append_printf (text, "id(%s)",
                            chase_presentation_object_name (enumerated->presentation,
                                                            enumerated->finite->source[morphism]));
  for (guint32 i = word.length; i > 0; i--)
    g_string_append_printf (
        text, "%s%s", i < word.length ? " . " : "",
        chase_presentation_arrow (enumerated->presentation, word.letters[i - 1])->name);
  return g_string_free (text, FALSE);
}
