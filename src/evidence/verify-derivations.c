/* SPDX-License-Identifier: MIT */
#include "evidence/refuse.h"

#include <string.h>

/* A complete system could make more paths equal than the equations do; therefore each of its rules
 * has to follow from them. A derivation leads from the left side of a rule to its right side by the
 * equations, by what is declared, and by rules and lemmas that were derived before it. */

#define NOWHERE G_MAXUINT32

typedef struct
{
  const ChasePresentation *presentation;
  const ChaseNormal *normal;
  GArray *path; /* of guint32: what the derivation has led to */
  guint32 source;
  guint32 done;  /* derivations that are verified */
  guint32 steps; /* counted for the patience */
  const ChasePatience *patience;
  GError **error;
} Replay;

/* Two parallel paths that are known to be equal, and where they start. */
typedef struct
{
  guint32 source;
  ChaseWord side[2];
  guint32 letters[2]; /* of what is declared */
} Known;

static gboolean
know_equation (const Replay *replay, guint32 number, Known *known)
{
  const ChaseEquation *e;

  if (number >= chase_presentation_n_equations (replay->presentation))
    return chase_refuse (replay->error, "a rule is derived by an equation that is not given");
  e = chase_presentation_equation (replay->presentation, number);
  *known = (Known){ .source = e->source, .side = { e->left, e->right } };
  return TRUE;
}

static gboolean
know_declared (const Replay *replay, guint32 number, gboolean inverse, Known *known)
{
  const ChaseArrow *arrow = chase_presentation_arrow (replay->presentation, number);

  if (inverse ? arrow->inverse == NOWHERE
              : !(arrow->properties & CHASE_PROPERTY_IDEMPOTENT) || arrow->source != arrow->target)
    return chase_refuse (replay->error, "a rule is derived by what is not declared of “%s”",
                         arrow->name);
  known->source = arrow->source;
  known->letters[0] = number;
  known->letters[1] = inverse ? arrow->inverse : number;
  known->side[0] = (ChaseWord){ known->letters, 2 };
  known->side[1] = (ChaseWord){ known->letters, inverse ? 0 : 1 };
  return TRUE;
}

static guint32
source_of (const Replay *replay, ChaseWord path)
{
  return chase_presentation_arrow (replay->presentation, path.letters[0])->source;
}

static gboolean
know (const Replay *replay, const ChaseRuleStep *step, Known *known)
{
  ChaseRule rule;

  if (step->reason == CHASE_RULE_BY_EQUATION)
    return know_equation (replay, step->number, known);
  if (step->reason != CHASE_RULE_BY_DERIVED)
    return know_declared (replay, step->number, step->reason == CHASE_RULE_BY_INVERSE, known);
  if (step->number >= replay->done)
    return chase_refuse (replay->error, "a rule is derived by one that is not yet derived");
  rule = chase_normal_derived (replay->normal, step->number);
  *known = (Known){ .source = source_of (replay, rule.left), .side = { rule.left, rule.right } };
  return TRUE;
}

/* The object that the path passes after @at arrows. */
static guint32
object_at (const Replay *replay, guint32 at)
{
  if (at == 0)
    return replay->source;
  return chase_presentation_arrow (replay->presentation,
                                   g_array_index (replay->path, guint32, at - 1))
      ->target;
}

static gboolean
stands_at (const Replay *replay, guint32 at, ChaseWord side, guint32 source)
{
  const guint32 *letters = (const guint32 *)(gconstpointer)replay->path->data;

  if (at > replay->path->len || side.length > replay->path->len - at)
    return FALSE;
  if (side.length == 0)
    return object_at (replay, at) == source;
  return memcmp (letters + at, side.letters, side.length * sizeof (guint32)) == 0;
}

static gboolean
take_step (Replay *replay, const ChaseRuleStep *step)
{
  GArray *path = replay->path;
  ChaseWord from, to;
  Known known;

  if (!chase_is_patient (replay->patience, &replay->steps, replay->error)
      || !know (replay, step, &known))
    return FALSE;
  from = known.side[step->reverse ? 1 : 0];
  to = known.side[step->reverse ? 0 : 1];
  if (!stands_at (replay, step->at, from, known.source))
    return chase_refuse (replay->error,
                         "a step of a rule's derivation is not about the path that it has led to");
  if (from.length > to.length)
    g_array_remove_range (path, step->at, from.length - to.length);
  else if (to.length > from.length)
    g_array_insert_vals (path, step->at, to.letters, to.length - from.length);
  if (to.length > 0)
    memcpy (&g_array_index (path, guint32, step->at), to.letters, to.length * sizeof (guint32));
  return TRUE;
}

static gboolean
is_parallel (const Replay *replay, const ChaseRule *lemma)
{
  guint32 source, left, right;

  if (lemma->left.length == 0
      || lemma->left.letters[0] >= chase_presentation_n_arrows (replay->presentation))
    return FALSE;
  source = source_of (replay, lemma->left);
  return chase_presentation_path_target (replay->presentation, source, lemma->left, &left)
         && chase_presentation_path_target (replay->presentation, source, lemma->right, &right)
         && left == right;
}

static gboolean
verify_derivation (Replay *replay, const ChaseDerivation *derivation)
{
  ChaseRule rule = chase_normal_derived (replay->normal, replay->done);

  if (derivation->rule == CHASE_LEMMA && !is_parallel (replay, &derivation->lemma))
    return chase_refuse (replay->error, "a lemma is not about two parallel paths");
  replay->source = source_of (replay, rule.left);
  g_array_set_size (replay->path, 0);
  g_array_append_vals (replay->path, rule.left.letters, rule.left.length);
  for (guint32 i = 0; i < derivation->n_steps; i++)
    if (!take_step (replay, &derivation->steps[i]))
      return FALSE;
  replay->done++;
  return (replay->path->len == rule.right.length
          && stands_at (replay, 0, rule.right, replay->source))
         || chase_refuse (replay->error,
                          "a rule's derivation does not lead from its left side to its right");
}

/* The rules that are left without one. */
static gboolean
all_are_derived (const Replay *replay)
{
  g_autofree guint8 *derived = g_new0 (guint8, (gsize)replay->normal->n_rules + 1);

  for (guint32 i = 0; i < replay->normal->n_derivations; i++)
    if (replay->normal->derivations[i].rule != CHASE_LEMMA)
      derived[replay->normal->derivations[i].rule] = TRUE;
  for (guint32 i = 0; i < replay->normal->n_rules; i++)
    if (!derived[i])
      return chase_refuse (replay->error, "the rule %u is not derived from the equations", i);
  return TRUE;
}

gboolean
chase_verify_derivations (const ChasePresentation *presentation, const ChaseNormal *normal,
                          const ChasePatience *patience, GError **error)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint32));
  Replay replay = { presentation, normal, path, .patience = patience, .error = error };

  for (guint32 i = 0; i < normal->n_derivations; i++)
    if (!verify_derivation (&replay, &normal->derivations[i]))
      return FALSE;
  return all_are_derived (&replay);
}
