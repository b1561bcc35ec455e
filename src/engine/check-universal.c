/* SPDX-License-Identifier: MIT */
#include "engine/check-cat.h"
#include "engine/clock.h"
#include "engine/cones.h"
#include "model/set-maps.h"
#include "i18n.h"

/* Universal properties: every competing cone is listed with the one morphism that leads to the
 * given one. */

#define LISTED 10000
#define NOWHERE G_MAXUINT32

typedef struct
{
  const ChaseCones *cones;
  ChaseClock *clock;
  guint32 apex; /* of the competing cones */
  guint32 *legs;
  guint64 count;
  JsonArray *list;
  guint64 found[2]; /* mediating morphisms of the cone at hand */
  guint n_found;
} Competition;

static JsonArray *
legs_json (const Competition *competition)
{
  JsonArray *legs = json_array_new ();

  for (guint i = 0; i < competition->cones->feet->len; i++)
    json_array_add_array_element (legs,
                                  chase_path_names (competition->cones->all, competition->legs[i]));
  return legs;
}

/* Says in @cone (returned) which one it is. */
static JsonObject *
cone_json (const Competition *competition, JsonObject *cone)
{
  const ChaseCones *cones = competition->cones;

  json_object_set_string_member (
      cone, cones->outward ? "from" : "to",
      chase_presentation_object_name (cones->all->presentation, competition->apex));
  json_object_set_array_member (cone, "legs", legs_json (competition));
  return cone;
}

static gboolean
leads_there (const Competition *competition, guint32 morphism)
{
  for (guint i = 0; i < competition->cones->feet->len; i++)
    if (chase_cones_along (competition->cones, morphism, i) != competition->legs[i])
      return FALSE;
  return TRUE;
}

static void
find_mediating (Competition *competition)
{
  const ChaseCones *cones = competition->cones;

  competition->n_found = 0;
  for (guint32 m = 0; m < chase_finite_n_morphisms (cones->all->finite); m++)
    if (competition->n_found < 2 && chase_cones_mediates (cones, competition->apex, m)
        && leads_there (competition, m))
      competition->found[competition->n_found++] = m;
}

static void
note_cone (Competition *competition)
{
  JsonObject *cone;

  if (competition->count++ >= LISTED)
    return;
  cone = cone_json (competition, json_object_new ());
  json_object_set_array_member (
      cone, "mediating",
      chase_path_names (competition->cones->all, (guint32)competition->found[0]));
  json_array_add_object_element (competition->list, cone);
}

static gboolean
leg_fits (const Competition *competition, guint i, guint32 morphism)
{
  const ChaseCones *cones = competition->cones;

  if (!chase_cones_is_leg (cones, competition->apex, i, morphism))
    return FALSE;
  competition->legs[i] = morphism;
  for (guint k = 0; k < cones->conditions->len; k++)
    {
      const ChaseConeCondition *condition
          = &g_array_index (cones->conditions, ChaseConeCondition, k);

      if (MAX (condition->i, condition->j) == i
          && !chase_cones_agree (cones, condition, competition->legs[condition->i],
                                 competition->legs[condition->j]))
        return FALSE;
    }
  return TRUE;
}

/* TRUE when each cone of this apex has its one mediating morphism. */
static gboolean
compete (Competition *competition)
{
  guint32 n = chase_finite_n_morphisms (competition->cones->all->finite);
  guint n_legs = competition->cones->feet->len;
  g_autofree guint32 *from = g_new0 (guint32, n_legs + 1);
  gint64 depth = 0;

  while (depth >= 0 && !chase_clock_tick (competition->clock))
    {
      if (depth == n_legs)
        {
          find_mediating (competition);
          if (competition->n_found != 1)
            return FALSE;
          note_cone (competition);
          depth--;
          continue;
        }
      while (from[depth] < n && !leg_fits (competition, (guint)depth, from[depth]))
        from[depth]++;
      if (from[depth] == n)
        {
          depth--;
          continue;
        }
      competition->legs[depth] = from[depth];
      from[depth]++;
      from[++depth] = 0;
    }
  return TRUE;
}

/* The first condition that the given cone breaks, or NOWHERE. */
static guint32
broken_condition (const ChaseCones *cones)
{
  for (guint k = 0; k < cones->conditions->len; k++)
    {
      const ChaseConeCondition *condition
          = &g_array_index (cones->conditions, ChaseConeCondition, k);

      if (!chase_cones_agree (cones, condition, g_array_index (cones->legs, guint32, condition->i),
                              g_array_index (cones->legs, guint32, condition->j)))
        return k;
    }
  return NOWHERE;
}

static void
fail_at_cone (const Competition *competition, ChaseResult *result)
{
  JsonObject *object = cone_json (competition, chase_evidence_typed ("cone"));
  JsonArray *found = json_array_new ();

  for (guint i = 0; i < competition->n_found; i++)
    json_array_add_array_element (
        found, chase_path_names (competition->cones->all, (guint32)competition->found[i]));
  json_object_set_array_member (object, "mediating", found);
  chase_result_set_object (
      result, CHASE_VERDICT_FAILS, object,
      competition->n_found == 0 ? _ ("A cone of %s has no mediating morphism.")
                                : _ ("A cone of %s has more than one mediating morphism."),
      chase_presentation_object_name (competition->cones->all->presentation, competition->apex));
}

static void
hold (const Competition *competition, ChaseResult *result)
{
  JsonObject *object = chase_evidence_typed ("cone");

  if (competition->count <= LISTED)
    json_object_set_array_member (object, "cones", json_array_ref (competition->list));
  else
    json_object_set_int_member (object, "count", (gint64)competition->count);
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           _ ("Each of %" PRIu64 " competing cones has one mediating "
                              "morphism."),
                           competition->count);
}

static void
try_all (ChaseChecker *checker, const ChaseCones *cones, ChaseResult *result)
{
  g_autofree guint32 *legs = g_new0 (guint32, cones->feet->len + 1);
  g_autoptr (JsonArray) list = json_array_new ();
  Competition competition = { .cones = cones, .legs = legs, .list = list };
  gboolean good = TRUE;
  ChaseClock clock;

  chase_clock_start (&clock, checker->budget, checker->cancellable);
  competition.clock = &clock;
  while (good && competition.apex < cones->all->finite->n_objects)
    {
      good = compete (&competition);
      competition.apex += good;
    }
  if (!good)
    fail_at_cone (&competition, result);
  else if (clock.stop != CHASE_STOP_NONE)
    chase_result_undecided (result, "Not all cones were tried: %s.", chase_clock_why (&clock));
  else
    hold (&competition, result);
}

void
chase_decide_universal (ChaseChecker *checker, const ChaseProposition *proposition,
                        ChaseResult *result)
{
  const ChaseCategory *category
      = chase_theory_proposition_category (checker->theory, proposition, NULL);
  g_autoptr (ChaseCones) cones
      = chase_cones_new (checker->theory, proposition, chase_checker_list, checker);
  JsonObject *object;
  guint32 broken;

  if (chase_category_of_sets (category))
    {
      chase_decide_universal_sets (checker, category, proposition, result);
      return;
    }
  if (category != NULL && category->kind == CHASE_CATEGORY_ALL)
    {
      chase_decide_universal_in_cat (checker, proposition, result);
      return;
    }
  if (cones == NULL)
    {
      chase_result_undecided (result, "The morphisms of this category could not all be listed.");
      return;
    }
  broken = broken_condition (cones);
  if (broken == NOWHERE)
    {
      try_all (checker, cones, result);
      return;
    }
  object = chase_evidence_typed ("cone");
  json_object_set_int_member (object, "broken", broken);
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "The given legs do not commute with the arrows.");
}
