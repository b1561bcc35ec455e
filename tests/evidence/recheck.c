/* SPDX-License-Identifier: MIT */
#include "recheck.h"

#include <string.h>

#define MONO (CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO | CHASE_PROPERTY_ISO)
#define EPI (CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI | CHASE_PROPERTY_ISO)

static const ChaseArrow *
arrow_of (const ChasePresentation *p, guint32 number)
{
  return chase_presentation_arrow (p, number);
}

/* Where the path leads; G_MAXUINT32 where it does not compose. */
static guint32
end_of (const ChasePresentation *p, guint32 at, ChaseWord w)
{
  for (guint32 i = 0; i < w.length && at != G_MAXUINT32; i++)
    at = w.letters[i] < chase_presentation_n_arrows (p) && arrow_of (p, w.letters[i])->source == at
             ? arrow_of (p, w.letters[i])->target
             : G_MAXUINT32;
  return at;
}

static gboolean
same (const guint32 *a, const guint32 *b, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    if (a[i] != b[i])
      return FALSE;
  return TRUE;
}

/* @n letters of @a behind the first @at against those of @b behind the first @there. */
static gboolean
same_part (ChaseWord a, guint32 at, ChaseWord b, guint32 there, guint32 n)
{
  return same (chase_word_part (a, at, n).letters, chase_word_part (b, there, n).letters, n);
}

/* before = u from v and after = u to v with |u| = at, and from starts at object @start. */
static gboolean
replaced (const ChasePresentation *p, guint32 source, ChaseWord before, ChaseWord after, guint32 at,
          guint32 start, ChaseWord from, ChaseWord to)
{
  guint32 rest;

  if (at > before.length || from.length > before.length - at)
    return FALSE;
  rest = before.length - at - from.length;
  return after.length == at + to.length + rest && same_part (before, 0, after, 0, at)
         && same_part (before, at, from, 0, from.length) && same_part (after, at, to, 0, to.length)
         && same_part (before, at + from.length, after, at + to.length, rest)
         && end_of (p, source, (ChaseWord){ before.letters, at }) == start;
}

static gboolean
proof_is_good (const ChasePresentation *p, guint32 source, const ChaseEvidence *e);

static gboolean
cancel_is_good (const ChasePresentation *p, guint32 source, ChaseWord before, const ChaseStep *s)
{
  gboolean left = s->side == CHASE_SIDE_LEFT;
  ChaseWord from, to;
  guint32 start;

  if (s->of == NULL || s->of->kind != CHASE_EVIDENCE_PROOF
      || !(arrow_of (p, s->number)->properties & (left ? EPI : MONO)))
    return FALSE;
  from = s->of->proof.start;
  to = chase_proof_end (s->of);
  if (from.length == 0 || to.length == 0 || from.letters[left ? 0 : from.length - 1] != s->number
      || to.letters[left ? 0 : to.length - 1] != s->number)
    return FALSE;
  start = left ? arrow_of (p, s->number)->source
               : end_of (p, source, (ChaseWord){ before.letters, MIN (s->at, before.length) });
  if (!proof_is_good (p, start, s->of))
    return FALSE;
  from = (ChaseWord){ from.letters + left, from.length - 1 };
  to = (ChaseWord){ to.letters + left, to.length - 1 };
  return replaced (p, source, before, s->path, s->at,
                   left ? arrow_of (p, s->number)->target : start, from, to);
}

static gboolean
step_is_good (const ChasePresentation *p, guint32 source, ChaseWord before, const ChaseStep *s)
{
  guint32 pair[2] = { s->number, s->number };
  ChaseWord two = { pair, 2 }, less = { pair, 1 };
  const ChaseArrow *a;

  if (s->kind == CHASE_STEP_EQUATION)
    {
      const ChaseEquation *q;

      if (s->number >= chase_presentation_n_equations (p))
        return FALSE;
      q = chase_presentation_equation (p, s->number);
      return replaced (p, source, before, s->path, s->at, q->source,
                       s->reverse ? q->right : q->left, s->reverse ? q->left : q->right);
    }
  if (s->number >= chase_presentation_n_arrows (p))
    return FALSE;
  if (s->kind == CHASE_STEP_CANCEL)
    return cancel_is_good (p, source, before, s);
  a = arrow_of (p, s->number);
  if (s->kind == CHASE_STEP_INVERSE)
    {
      if (a->inverse == G_MAXUINT32)
        return FALSE;
      pair[1] = a->inverse;
      less.length = 0;
    }
  else if (!(a->properties & CHASE_PROPERTY_IDEMPOTENT))
    return FALSE;
  return replaced (p, source, before, s->path, s->at, a->source, s->reverse ? less : two,
                   s->reverse ? two : less);
}

static gboolean
proof_is_good (const ChasePresentation *p, guint32 source, const ChaseEvidence *e)
{
  ChaseWord now = e->proof.start;

  if (end_of (p, source, now) == G_MAXUINT32)
    return FALSE;
  for (guint32 i = 0; i < e->proof.n_steps; i++)
    {
      if (!step_is_good (p, source, now, &e->proof.steps[i]))
        return FALSE;
      now = e->proof.steps[i].path;
    }
  return TRUE;
}

static guint32
run (const ChaseModel *m, ChaseWord w, guint32 x)
{
  for (guint32 i = 0; i < w.length; i++)
    x = m->functions[m->offsets[w.letters[i]] + x];
  return x;
}

/* The element called @name; an element without a name is called by its number. */
static guint32
named (const ChaseModel *m, guint32 object, const char *name)
{
  gsize first = 0;

  for (guint32 i = 0; i < object; i++)
    first += m->sizes[i];
  for (guint32 x = 0; x < m->sizes[object]; x++)
    {
      g_autofree char *number = g_strdup_printf ("%u", x);

      if (strcmp (m->names != NULL ? m->names[first + x] : number, name) == 0)
        return x;
    }
  return G_MAXUINT32;
}

/* The function is total and as injective, surjective, idempotent, invertible as is declared. */
static gboolean
function_is_good (const ChasePresentation *p, const ChaseModel *m, guint32 f)
{
  const ChaseArrow *a = arrow_of (p, f);
  const guint32 *value = m->functions + m->offsets[f];
  guint32 n = m->sizes[a->source], k = m->sizes[a->target];

  for (guint32 x = 0; x < n; x++)
    if (value[x] >= k)
      return FALSE;
  for (guint32 x = 0; x < n; x++)
    {
      for (guint32 y = 0; y < x; y++)
        if ((a->properties & MONO) && value[x] == value[y])
          return FALSE;
      if ((a->properties & CHASE_PROPERTY_IDEMPOTENT) && value[value[x]] != value[x])
        return FALSE;
      if (a->inverse != G_MAXUINT32 && m->functions[m->offsets[a->inverse] + value[x]] != x)
        return FALSE;
    }
  for (guint32 y = 0; y < k && (a->properties & EPI); y++)
    {
      gboolean hit = FALSE;

      for (guint32 x = 0; x < n; x++)
        hit = hit || value[x] == y;
      if (!hit)
        return FALSE;
    }
  return !(a->properties & CHASE_PROPERTY_SPLIT_MONO) || n > 0 || k == 0;
}

static gboolean
model_is_good (const ChasePresentation *p, guint32 source, ChaseWord left, ChaseWord right,
               const ChaseModel *m)
{
  guint32 x = named (m, source, m->at), target = end_of (p, source, left), y, z;

  if (m->n_objects != chase_presentation_n_objects (p)
      || m->n_arrows != chase_presentation_n_arrows (p) || x == G_MAXUINT32)
    return FALSE;
  for (guint32 f = 0; f < m->n_arrows; f++)
    if (!function_is_good (p, m, f))
      return FALSE;
  for (guint32 i = 0; i < chase_presentation_n_equations (p); i++)
    {
      const ChaseEquation *q = chase_presentation_equation (p, i);

      for (guint32 u = 0; u < m->sizes[q->source]; u++)
        if (run (m, q->left, u) != run (m, q->right, u))
          return FALSE;
    }
  y = run (m, left, x);
  z = run (m, right, x);
  return y != z && named (m, target, m->left) == y && named (m, target, m->right) == z;
}

/* Rewrites the path in place, anywhere, for as long as it goes; FALSE when that takes too long. */
static gboolean
rewrite (const ChaseNormal *n, GArray *path)
{
  guint budget = 20000;

  for (guint at = 0; at < path->len;)
    {
      guint i;

      for (i = 0; i < n->n_rules; i++)
        if (n->rules[i].left.length <= path->len - at
            && same ((guint32 *)(gpointer)path->data + at, n->rules[i].left.letters,
                     n->rules[i].left.length))
          break;
      if (i == n->n_rules)
        {
          at++;
          continue;
        }
      if (budget-- == 0)
        return FALSE;
      g_array_remove_range (path, at, n->rules[i].left.length);
      if (n->rules[i].right.length > 0)
        g_array_insert_vals (path, at, n->rules[i].right.letters, n->rules[i].right.length);
      at = 0;
    }
  return TRUE;
}

static GArray *
joined (ChaseWord a, ChaseWord b, ChaseWord c)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (a.length > 0)
    g_array_append_vals (path, a.letters, a.length);
  if (b.length > 0)
    g_array_append_vals (path, b.letters, b.length);
  if (c.length > 0)
    g_array_append_vals (path, c.letters, c.length);
  return path;
}

/* Whether u from v and u to v become one path. */
static gboolean
meet (const ChaseNormal *n, ChaseWord a, ChaseWord b, ChaseWord c, ChaseWord d)
{
  ChaseWord none = { NULL, 0 };
  g_autoptr (GArray) x = joined (a, b, none);
  g_autoptr (GArray) y = joined (c, d, none);

  return rewrite (n, x) && rewrite (n, y) && x->len == y->len
         && same ((guint32 *)(gpointer)x->data, (guint32 *)(gpointer)y->data, x->len);
}

static gboolean
overlaps_meet (const ChaseNormal *n, const ChaseRule *one, const ChaseRule *other)
{
  ChaseWord a = one->left, b = other->left, none = { NULL, 0 };

  for (guint32 k = 1; k <= MIN (a.length, b.length); k++)
    if (same (a.letters + a.length - k, b.letters, k)
        && !meet (n, one->right, (ChaseWord){ b.letters + k, b.length - k },
                  (ChaseWord){ a.letters, a.length - k }, other->right))
      return FALSE;
  for (guint32 at = 0; b.length <= a.length && at <= a.length - b.length; at++)
    if (one != other && same (a.letters + at, b.letters, b.length))
      {
        g_autoptr (GArray) whole
            = joined ((ChaseWord){ a.letters, at }, other->right,
                      (ChaseWord){ a.letters + at + b.length, a.length - at - b.length });

        if (!meet (n, one->right, none, (ChaseWord){ (guint32 *)(gpointer)whole->data, whole->len },
                   none))
          return FALSE;
      }
  return TRUE;
}

static gboolean
arrow_meets (const ChasePresentation *p, const ChaseNormal *n, guint32 f)
{
  const ChaseArrow *a = arrow_of (p, f);
  guint32 pair[2] = { f, a->inverse };
  ChaseWord none = { NULL, 0 };

  if (a->inverse != G_MAXUINT32 && !meet (n, (ChaseWord){ pair, 2 }, none, none, none))
    return FALSE;
  if (a->inverse == G_MAXUINT32 && (a->properties & (MONO | EPI)))
    return FALSE;
  pair[1] = f;
  return !(a->properties & CHASE_PROPERTY_IDEMPOTENT)
         || meet (n, (ChaseWord){ pair, 2 }, none, (ChaseWord){ pair, 1 }, none);
}

/* The path after a step of a derivation, or NULL: what it uses comes before derivation @number. */
static GArray *
derived (const ChasePresentation *p, const ChaseNormal *n, guint32 number, guint32 source,
         ChaseWord before, const ChaseRuleStep *s)
{
  guint32 pair[2] = { s->number, s->number }, start;
  ChaseWord from = { pair, 2 }, to = { pair, 1 }, swap, none = { NULL, 0 };
  g_autoptr (GArray) after = NULL;

  if (s->reason == CHASE_RULE_BY_DERIVED)
    {
      if (s->number >= number)
        return NULL;
      from = chase_normal_derived (n, s->number).left;
      to = chase_normal_derived (n, s->number).right;
      start = arrow_of (p, from.letters[0])->source;
    }
  else if (s->reason == CHASE_RULE_BY_EQUATION)
    {
      if (s->number >= chase_presentation_n_equations (p))
        return NULL;
      from = chase_presentation_equation (p, s->number)->left;
      to = chase_presentation_equation (p, s->number)->right;
      start = chase_presentation_equation (p, s->number)->source;
    }
  else
    {
      const ChaseArrow *a = arrow_of (p, s->number);

      start = a->source;
      if (s->reason == CHASE_RULE_BY_INVERSE)
        {
          pair[1] = a->inverse;
          to = none;
        }
      if (s->reason == CHASE_RULE_BY_INVERSE ? a->inverse == G_MAXUINT32
                                             : !(a->properties & CHASE_PROPERTY_IDEMPOTENT))
        return NULL;
    }
  swap = from;
  from = s->reverse ? to : from;
  to = s->reverse ? swap : to;
  if (s->at > before.length || from.length > before.length - s->at)
    return NULL;
  after
      = joined ((ChaseWord){ before.letters, s->at }, to,
                chase_word_part (before, s->at + from.length, before.length - s->at - from.length));
  return replaced (p, source, before, (ChaseWord){ (guint32 *)(gpointer)after->data, after->len },
                   s->at, start, from, to)
             ? g_steal_pointer (&after)
             : NULL;
}

/* Each rule is derived, from the given equations in the end. */
static gboolean
rules_follow (const ChasePresentation *p, const ChaseNormal *n)
{
  guint32 n_derived = 0;

  for (guint32 i = 0; i < n->n_derivations; i++)
    {
      const ChaseDerivation *d = &n->derivations[i];
      ChaseRule rule = chase_normal_derived (n, i);
      guint32 source = rule.left.length > 0 ? arrow_of (p, rule.left.letters[0])->source : 0;
      ChaseWord none = { NULL, 0 };
      g_autoptr (GArray) path = joined (rule.left, none, none);

      if (rule.left.length == 0 || end_of (p, source, rule.left) == G_MAXUINT32
          || end_of (p, source, rule.left) != end_of (p, source, rule.right))
        return FALSE;
      n_derived += d->rule != CHASE_LEMMA;
      for (guint32 k = 0; k < d->n_steps; k++)
        {
          ChaseWord before = { (guint32 *)(gpointer)path->data, path->len };
          GArray *next = derived (p, n, i, source, before, &d->steps[k]);

          if (next == NULL)
            return FALSE;
          g_array_unref (path);
          path = next;
        }
      if (path->len != rule.right.length
          || !same ((guint32 *)(gpointer)path->data, rule.right.letters, path->len))
        return FALSE;
    }
  return n_derived == n->n_rules;
}

static gboolean
normal_is_good (const ChasePresentation *p, guint32 source, ChaseWord left, ChaseWord right,
                const ChaseNormal *n)
{
  ChaseWord none = { NULL, 0 };

  if (!rules_follow (p, n))
    return FALSE;
  for (guint32 i = 0; i < n->n_rules; i++)
    {
      const ChaseRule *r = &n->rules[i];
      guint32 start, end;

      if (r->left.length == 0)
        return FALSE;
      start = arrow_of (p, r->left.letters[0])->source;
      end = end_of (p, start, r->left);
      if (end == G_MAXUINT32 || end_of (p, start, r->right) != end)
        return FALSE;
      for (guint32 k = 0; k < n->n_rules; k++)
        if (!overlaps_meet (n, r, &n->rules[k]))
          return FALSE;
    }
  for (guint32 i = 0; i < chase_presentation_n_equations (p); i++)
    {
      const ChaseEquation *q = chase_presentation_equation (p, i);

      if (!meet (n, q->left, none, q->right, none))
        return FALSE;
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (!arrow_meets (p, n, f))
      return FALSE;
  (void)source;
  return meet (n, left, none, n->left, none) && meet (n, right, none, n->right, none)
         && !chase_word_equal (n->left, n->right) && !meet (n, left, none, right, none);
}

gboolean
recheck_equation (const ChasePresentation *p, guint32 source, ChaseWord left, ChaseWord right,
                  gboolean holds, const ChaseEvidence *e)
{
  guint32 end = end_of (p, source, left);

  if (e == NULL || end == G_MAXUINT32 || end_of (p, source, right) != end)
    return FALSE;
  if (holds)
    return e->kind == CHASE_EVIDENCE_PROOF && proof_is_good (p, source, e)
           && chase_word_equal (e->proof.start, left)
           && chase_word_equal (chase_proof_end (e), right);
  if (e->kind == CHASE_EVIDENCE_MODEL)
    return model_is_good (p, source, left, right, &e->model);
  return e->kind == CHASE_EVIDENCE_NORMAL && normal_is_good (p, source, left, right, &e->normal);
}

gboolean
recheck_no_rounds (const ChaseEvidence *e)
{
  for (guint32 i = 0; i < e->proof.n_steps; i++)
    {
      if (chase_word_equal (e->proof.start, e->proof.steps[i].path))
        return FALSE;
      for (guint32 k = 0; k < i; k++)
        if (chase_word_equal (e->proof.steps[k].path, e->proof.steps[i].path))
          return FALSE;
    }
  return TRUE;
}
