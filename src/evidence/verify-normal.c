/* SPDX-License-Identifier: MIT */
#include "evidence/refuse.h"

#include <string.h>

#include "i18n.h"

#define NOWHERE CHASE_NO_STATE

/* A path in normal form, and the state of the index after each of its letters (the first state is
 * that before them). */
typedef struct
{
  guint32 *letters;
  guint32 *states;
  gsize length, capacity;
} Form;

typedef struct
{
  const ChasePresentation *presentation;
  const ChaseNormal *normal;
  ChaseRuleIndex index;
  Form one, other;
  GArray *rest; /* letters that are still to be read, the next one last */
  guint32 steps;
  const ChasePatience *patience;
  GError **error;
} System;

static ChaseWord
part (ChaseWord word, guint32 from, guint32 to)
{
  return (ChaseWord){ word.letters + from, to - from };
}

static ChaseWord
word_of (const Form *form)
{
  return (ChaseWord){ form->letters, (guint32)form->length };
}

static void
form_clear (Form *form)
{
  g_free (form->letters);
  g_free (form->states);
}

static void
form_begin (Form *form, guint32 source)
{
  if (form->states == NULL)
    form->states = g_new (guint32, 1);
  form->length = 0;
  form->states[0] = source;
}

/* Makes @word the next to be read, and room for all that waits. */
static void
wait_for (System *system, Form *form, ChaseWord word)
{
  guint before = system->rest->len;
  guint32 *rest;
  gsize needed;

  if (word.length == 0)
    return;
  g_array_set_size (system->rest, before + word.length);
  rest = (guint32 *)(gpointer)system->rest->data + before;
  for (guint32 i = 0; i < word.length; i++)
    rest[i] = word.letters[word.length - 1 - i];
  needed = form->length + system->rest->len;
  if (needed <= form->capacity)
    return;
  form->capacity = 2 * needed + 16;
  form->letters = g_renew (guint32, form->letters, form->capacity);
  form->states = g_renew (guint32, form->states, form->capacity + 1);
}

/* Prolongs the form by what waits, until a rule applies at its end: its number, or NOWHERE. */
static guint32
read_on (System *system, Form *form)
{
  const ChaseRuleIndex *index = &system->index;
  const guint32 *rest = (const guint32 *)(gconstpointer)system->rest->data;
  guint left = system->rest->len;
  guint32 state = form->states[form->length], whole = NOWHERE;

  while (left > 0 && whole == NOWHERE)
    {
      guint32 letter = rest[--left];

      state = chase_rule_index_step (index, state, letter);
      form->letters[form->length++] = letter;
      form->states[form->length] = state;
      whole = index->whole[state];
    }
  g_array_set_size (system->rest, left);
  return whole == NOWHERE ? NOWHERE : index->rule[whole];
}

/* Rewrites @word after the normal form in @form until no rule applies. */
static gboolean
reduce_onto (System *system, ChaseWord word, Form *form)
{
  guint32 number;

  g_array_set_size (system->rest, 0);
  wait_for (system, form, word);
  while ((number = read_on (system, form)) != NOWHERE)
    {
      const ChaseRule *rule = &system->normal->rules[number];

      if (!chase_is_patient (system->patience, &system->steps, system->error))
        return FALSE;
      form->length -= rule->left.length;
      wait_for (system, form, rule->right);
    }
  return TRUE;
}

/* Do three paths in a row from @source, and three others, have one normal form? Otherwise an error
   says so, with @what, or that there is no time. */
static gboolean
have_one_form (System *system, guint32 source, const ChaseWord *one, const ChaseWord *other,
               const char *what)
{
  form_begin (&system->one, source);
  form_begin (&system->other, source);
  for (guint i = 0; i < 3; i++)
    if (!reduce_onto (system, one[i], &system->one)
        || !reduce_onto (system, other[i], &system->other))
      return FALSE;
  return chase_word_equal (word_of (&system->one), word_of (&system->other))
         || chase_refuse (system->error, "%s", what);
}

static guint64
weight_of (const ChaseOrder *order, ChaseWord word)
{
  guint64 weight = 0;

  for (guint32 i = 0; i < word.length; i++)
    weight += order->weights != NULL ? order->weights[word.letters[i]] : 1;
  return weight;
}

static gboolean
is_less_shortlex (const ChaseOrder *order, ChaseWord less, ChaseWord more)
{
  guint64 x = weight_of (order, less), y = weight_of (order, more);

  if (x != y)
    return x < y;
  for (guint32 i = 0; i < MIN (less.length, more.length); i++)
    {
      guint32 at = order->backward ? 1 : 0;
      guint32 a = less.letters[at ? less.length - 1 - i : i];
      guint32 b = more.letters[at ? more.length - 1 - i : i];

      if (a != b)
        return order->rank[a] < order->rank[b];
    }
  return FALSE;
}

static guint32
letter_from (const ChaseOrder *order, ChaseWord word, guint32 rest)
{
  return word.letters[order->backward ? word.length - rest : rest - 1];
}

/* Sims, Computation with Finitely Presented Groups, section 2.1: the recursive path order on words.
 */
static gboolean
is_less_recursive (const ChaseOrder *order, ChaseWord less, ChaseWord more)
{
  guint32 n = less.length, m = more.length;
  gboolean when_same = FALSE;

  while (n > 0 && m > 0)
    {
      guint32 a = letter_from (order, less, n), b = letter_from (order, more, m);

      if (a == b)
        {
          n--;
          m--;
        }
      else if (order->rank[a] < order->rank[b])
        {
          n--;
          when_same = FALSE;
        }
      else
        {
          m--;
          when_same = TRUE;
        }
    }
  return m > 0 || (n == 0 && when_same);
}

static gboolean
verify_rule (const System *system, const ChaseRule *rule)
{
  const ChaseOrder *order = &system->normal->order;
  guint32 source, left, right;

  if (rule->left.length == 0)
    return chase_refuse (system->error, "a rule rewrites an identity");
  if (rule->left.letters[0] >= chase_presentation_n_arrows (system->presentation))
    return chase_refuse (system->error, "a rule is not about two parallel paths");
  source = chase_presentation_arrow (system->presentation, rule->left.letters[0])->source;
  if (!chase_presentation_path_target (system->presentation, source, rule->left, &left)
      || !chase_presentation_path_target (system->presentation, source, rule->right, &right)
      || left != right)
    return chase_refuse (system->error, "a rule is not about two parallel paths");
  if (order->kind == CHASE_ORDER_SHORTLEX ? !is_less_shortlex (order, rule->right, rule->left)
                                          : !is_less_recursive (order, rule->right, rule->left))
    return chase_refuse (system->error, "a rule does not lead to a lesser path in the order given");
  return TRUE;
}

static gboolean
verify_order (const System *system)
{
  const ChaseOrder *order = &system->normal->order;
  guint n = chase_presentation_n_arrows (system->presentation);
  g_autofree guint8 *seen = g_new0 (guint8, (gsize)n + 1);

  for (guint i = 0; i < n; i++)
    {
      if (order->rank[i] >= n || seen[order->rank[i]]++)
        return chase_refuse (system->error, "the order does not rank the arrows");
      if (order->weights != NULL && order->weights[i] == 0)
        return chase_refuse (system->error, "the order gives an arrow no weight");
    }
  return TRUE;
}

static guint32
source_of (const System *system, const ChaseRule *rule)
{
  return system->index.source[rule->left.letters[0]];
}

/* The last @k letters of the one left side are the first ones of the other. */
static gboolean
verify_overlap (System *system, const ChaseRule *one, const ChaseRule *other, guint32 k)
{
  ChaseWord by_one[3] = { one->right, part (other->left, k, other->left.length) };
  ChaseWord by_other[3] = { part (one->left, 0, one->left.length - k), other->right };

  return have_one_form (system, source_of (system, one), by_one, by_other,
                        _ ("the system is not complete: two rules overlap badly"));
}

/* A place in the left sides that go on after the @k last letters of a rule, and the state of the
 * index after the rule, without its first letter, and what of them was read since. */
typedef struct
{
  guint32 at, inner;
} Place;

/* All left sides that begin with the state @at, the @k last letters of the rule. Where all but the
   first and the last letter of the two together can be rewritten, smaller words settle it (Winkler
   and Buchberger): @inner reads them, and where a rule applies no longer left side is looked at. */
static gboolean
verify_overlaps_at (System *system, const ChaseRule *rule, guint32 at, guint32 inner, GArray *stack)
{
  const ChaseRuleIndex *index = &system->index;
  guint32 k = index->depth[at];
  Place first = { at, inner };

  g_array_append_val (stack, first);
  while (stack->len > 0)
    {
      Place place = g_array_index (stack, Place, stack->len - 1);
      guint32 object = index->object[place.at];

      g_array_set_size (stack, stack->len - 1);
      for (guint32 i = index->out_first[object]; i < index->out_first[object + 1]; i++)
        {
          guint32 arrow = index->out[i], next = chase_rule_index_step (index, place.at, arrow);
          Place further = { next, chase_rule_index_step (index, place.inner, arrow) };

          if (!chase_rule_index_prolongs (index, place.at, next))
            continue;
          for (guint32 r = index->rule[next]; r != NOWHERE; r = index->alike[r])
            if (!verify_overlap (system, rule, &system->normal->rules[r], k))
              return FALSE;
          if (index->whole[further.inner] == NOWHERE)
            g_array_append_val (stack, further);
        }
    }
  return TRUE;
}

/* @end is the state after the whole left side. */
static gboolean
verify_overlaps_of (System *system, const ChaseRule *rule, guint32 end, GArray *stack)
{
  const ChaseRuleIndex *index = &system->index;
  guint32 inner = index->target[rule->left.letters[0]], n_objects = index->n_objects;

  for (guint32 i = 1; i < rule->left.length; i++)
    {
      inner = chase_rule_index_step (index, inner, rule->left.letters[i]);
      if (index->whole[inner] != NOWHERE)
        return TRUE;
    }
  for (guint32 at = index->shorter[end]; at >= n_objects; at = index->shorter[at])
    if (!verify_overlaps_at (system, rule, at, inner, stack))
      return FALSE;
  return TRUE;
}

/* The left side number @other ends inside the one of @rule after @end letters. */
static gboolean
verify_inside (System *system, const ChaseRule *rule, guint32 end, const ChaseRule *other)
{
  ChaseWord whole[3] = { rule->right };
  ChaseWord inside[3] = { part (rule->left, 0, end - other->left.length), other->right,
                          part (rule->left, end, rule->left.length) };

  return other == rule
         || have_one_form (system, source_of (system, rule), whole, inside,
                           _ ("the system is not complete: one rule applies inside another"));
}

static gboolean
verify_insides_at (System *system, const ChaseRule *rule, guint32 state, guint32 end)
{
  const ChaseRuleIndex *index = &system->index;

  for (state = index->whole[state]; state != NOWHERE; state = index->whole[index->shorter[state]])
    for (guint32 r = index->rule[state]; r != NOWHERE; r = index->alike[r])
      if (!verify_inside (system, rule, end, &system->normal->rules[r]))
        return FALSE;
  return TRUE;
}

/* Wherever another rule applies to a part of the left side, or to what it shares with it. */
static gboolean
verify_pairs_of (System *system, const ChaseRule *rule, GArray *stack)
{
  guint32 state = source_of (system, rule);

  for (guint32 i = 0; i < rule->left.length; i++)
    {
      state = chase_rule_index_step (&system->index, state, rule->left.letters[i]);
      if (!verify_insides_at (system, rule, state, i + 1))
        return FALSE;
    }
  return verify_overlaps_of (system, rule, state, stack);
}

static gboolean
verify_given (System *system, guint32 source, ChaseWord left, ChaseWord right, const char *what)
{
  ChaseWord one[3] = { left }, other[3] = { right };

  return have_one_form (system, source, one, other, what);
}

/* Does no rule use up the arrow behind (@end) or before other paths? A rule x f -> x, where x does
 * not end with f, only takes it away again. Then f keeps apart what is in normal form, so that what
 * is declared of it is true of the equations alone. */
static gboolean
keeps_apart (const System *system, guint32 arrow, gboolean end)
{
  for (guint32 r = 0; r < system->normal->n_rules; r++)
    {
      const ChaseRule *rule = &system->normal->rules[r];
      guint32 n = rule->left.length;
      ChaseWord rest = chase_word_part (rule->left, end ? 0 : 1, n - 1);

      if (rule->left.letters[end ? n - 1 : 0] != arrow)
        continue;
      if (n < 2 || !chase_word_equal (rest, rule->right) || rest.letters[end ? n - 2 : 0] == arrow)
        return FALSE;
    }
  return TRUE;
}

/* What is declared mono or epi makes no more paths equal than the equations do. */
static gboolean
verify_declared (const System *system, guint32 f, ChaseProperty properties)
{
  if ((properties & (CHASE_PROPERTY_SPLIT_MONO | CHASE_PROPERTY_SPLIT_EPI)) == 0
      && (!(properties & CHASE_PROPERTY_MONO) || keeps_apart (system, f, TRUE))
      && (!(properties & CHASE_PROPERTY_EPI) || keeps_apart (system, f, FALSE)))
    return TRUE;
  return chase_refuse (system->error, "normal forms do not know what is declared mono or epi");
}

static gboolean
verify_equations (System *system)
{
  for (guint32 i = 0; i < chase_presentation_n_equations (system->presentation); i++)
    {
      const ChaseEquation *e = chase_presentation_equation (system->presentation, i);

      if (!verify_given (system, e->source, e->left, e->right,
                         _ ("the system does not make every given equation true")))
        return FALSE;
    }
  for (guint32 i = 0; i < chase_presentation_n_arrows (system->presentation); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (system->presentation, i);
      guint32 letters[2] = { i, arrow->inverse };
      ChaseProperty other = CHASE_PROPERTY_MONO | CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_MONO
                            | CHASE_PROPERTY_SPLIT_EPI;
      ChaseWord word = { letters, 2 };

      if (arrow->inverse != G_MAXUINT32)
        {
          if (!verify_given (system, arrow->source, word, (ChaseWord){ NULL, 0 },
                             _ ("the system does not make what is declared iso true")))
            return FALSE;
          continue;
        }
      if ((arrow->properties & other) && !verify_declared (system, i, arrow->properties))
        return FALSE;
      letters[1] = i;
      if ((arrow->properties & CHASE_PROPERTY_IDEMPOTENT) && arrow->source == arrow->target
          && !verify_given (system, arrow->source, word, (ChaseWord){ letters, 1 },
                            _ ("the system does not make what is declared idempotent true")))
        return FALSE;
    }
  return TRUE;
}

static gboolean
verify_forms (System *system, guint32 source, ChaseWord left, ChaseWord right)
{
  const ChaseNormal *normal = system->normal;

  form_begin (&system->one, source);
  form_begin (&system->other, source);
  if (!reduce_onto (system, left, &system->one) || !reduce_onto (system, right, &system->other))
    return FALSE;
  if (!chase_word_equal (word_of (&system->one), normal->left)
      || !chase_word_equal (word_of (&system->other), normal->right))
    return chase_refuse (system->error, "the normal forms given are not those of the two paths");
  if (chase_word_equal (normal->left, normal->right))
    return chase_refuse (system->error, "the two paths have the same normal form");
  return TRUE;
}

static gboolean
verify_rules (const System *system)
{
  if (!verify_order (system))
    return FALSE;
  for (guint32 i = 0; i < system->normal->n_rules; i++)
    if (!verify_rule (system, &system->normal->rules[i]))
      return FALSE;
  return TRUE;
}

static gboolean
verify_system (System *system)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint32 i = 0; i < system->normal->n_rules; i++)
    if (!chase_is_patient (system->patience, &system->steps, system->error)
        || !verify_pairs_of (system, &system->normal->rules[i], stack))
      return FALSE;
  return verify_equations (system);
}

/* Complete, and where @source is an object, with two normal forms for the two paths from it; and no
 * coarser than what is given. The index is kept if so. */
static gboolean
verify (System *system, guint32 source, ChaseWord left, ChaseWord right)
{
  gboolean good;

  if (!verify_rules (system))
    return FALSE;
  system->rest = g_array_new (FALSE, FALSE, sizeof (guint32));
  chase_rule_index_init (&system->index, system->presentation, system->normal);
  good = verify_system (system) && (source == NOWHERE || verify_forms (system, source, left, right))
         && chase_verify_derivations (system->presentation, system->normal, system->patience,
                                      system->error);
  form_clear (&system->one);
  form_clear (&system->other);
  g_array_unref (system->rest);
  if (!good)
    chase_rule_index_clear (&system->index);
  return good;
}

gboolean
chase_verify_complete (const ChasePresentation *presentation, const ChaseNormal *normal,
                       const ChasePatience *patience, ChaseRuleIndex *index, GError **error)
{
  System system = { presentation, normal, .patience = patience, .error = error };
  gboolean good = verify (&system, NOWHERE, (ChaseWord){ NULL, 0 }, (ChaseWord){ NULL, 0 });

  *index = system.index;
  return good;
}

gboolean
chase_verify_normal (const ChasePresentation *presentation, guint32 source, ChaseWord left,
                     ChaseWord right, const ChaseNormal *normal, const ChasePatience *patience,
                     GError **error)
{
  System system = { presentation, normal, .patience = patience, .error = error };
  gboolean good = verify (&system, source, left, right);

  if (good)
    chase_rule_index_clear (&system.index);
  return good;
}
