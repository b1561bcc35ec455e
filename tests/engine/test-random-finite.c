/* SPDX-License-Identifier: MIT */
/*
 * Random finite categories, functors, transformations and cones, and tables with one wrong entry:
 * every property against brute force, and all evidence against the verifier. CHASE_CASE=n runs one
 * case and prints its document.
 */
#include "../support/sanitized.h"
#include "engine/check.h"
#include "engine/count-natural.h"
#include "evidence/listing.h"
#include "engine/natural-transformations.h"
#include "engine/functor-search.h"
#include "engine/functoriality.h"
#include "evidence/conditions.h"
#include "evidence/functors.h"
#include "evidence/report.h"
#include "model/dual.h"
#include "model/problem.h"
#include "model/validate.h"
#include "notation/notation.h"
#include "random-category.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  GRand *rand;
  GString *text;
  GString *verdicts; /* what is expected: h, f; a capital where it may stay undecided */
  GString *values;
  RandomCategory *c;
  RandomCategory *d;
} Case;

static guint
below (Case *t, guint n)
{
  return (guint)g_rand_int_range (t->rand, 0, (gint32)n);
}

G_GNUC_PRINTF (3, 4)
static void
check (Case *t, gboolean holds, const char *format, ...)
{
  gboolean negated = below (t, 6) == 0;
  va_list args;

  g_string_append (t->text, negated ? "check not " : "check ");
  va_start (args, format);
  g_string_append_vprintf (t->text, format, args);
  va_end (args);
  g_string_append_c (t->text, '\n');
  g_string_append_c (t->verdicts, holds != negated ? 'h' : 'f');
}

/* What may stay undecided. */
static void
check_softly (Case *t, gboolean holds, const char *what)
{
  g_string_append_printf (t->text, "check %s\n", what);
  g_string_append_c (t->verdicts, holds ? 'H' : 'F');
}

/* A count that is @count, asked for rightly or wrongly. */
G_GNUC_PRINTF (3, 4)
static void
check_count (Case *t, guint count, const char *format, ...)
{
  gboolean wrong = below (t, 4) == 0;
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  check (t, !wrong, "|%s| = %u%s%s", what, count + wrong, strstr (what, "Hom") ? " in " : "",
         strstr (what, "Hom") ? t->c->name : "");
  g_string_append_printf (t->values, "%u ", count);
}

/* Objects, morphisms, categories. */

static void
ask_objects (Case *t, const RandomCategory *category)
{
  const Brute *c = category->brute;
  g_autoptr (Brute) op = brute_opposite (c);
  char l = category->object_letter;
  guint a = below (t, c->n_objects), b = below (t, c->n_objects);

  check (t, brute_is_terminal (c, a), "%c%u is terminal in %s", l, a, category->name);
  check (t, brute_is_terminal (op, a), "%c%u is initial in %s", l, a, category->name);
  check (t, brute_is_terminal (c, b) && brute_is_terminal (op, b), "%c%u is zero in %s", l, b,
         category->name);
  check (t, brute_are_isomorphic (c, a, b), "%c%u isomorphic %c%u in %s", l, a, l, b,
         category->name);
  if (category == t->c)
    check_count (t, brute_count_hom (c, a, b), "Hom(%c%u, %c%u)", l, a, l, b);
  check_count (t, c->n, "Mor(%s)", category->name);
  check_count (t, c->n_objects, "Ob(%s)", category->name);
}

static void
ask_morphism (Case *t, const RandomCategory *category)
{
  const Brute *c = category->brute;
  g_autoptr (Brute) op = brute_opposite (c);
  guint f = below (t, c->n), g = below (t, c->n);
  const char *path = category->text[f];
  gboolean endo = c->source[f] == c->target[f];
  const char *in = category->name;

  check (t, brute_is_mono (c, f), "%s is mono in %s", path, in);
  check (t, brute_is_mono (op, f), "%s is epi in %s", path, in);
  check (t, brute_is_split_mono (c, f), "%s is split mono in %s", path, in);
  check (t, brute_is_split_mono (op, f), "%s is split epi in %s", path, in);
  check (t, brute_is_iso (c, f), "%s is iso in %s", path, in);
  check (t, endo, "%s is endo in %s", path, in);
  check (t, endo && brute_is_iso (c, f), "%s is auto in %s", path, in);
  check (t, endo && brute_compose (c, f, f) == f, "%s is idempotent in %s", path, in);
  check (t, f == c->identity[c->source[f]], "%s is identity in %s", path, in);
  check (t, brute_is_mono (c, f) && brute_is_mono (op, f), "%s is mono, epi in %s", path, in);
  if (c->source[f] == c->source[g] && c->target[f] == c->target[g])
    check (t, f == g, "%s = %s in %s", path, category->text[g], in);
  else if (c->target[f] == c->source[g])
    check (t, TRUE, "%s . %s = %s in %s", category->text[g], path,
           category->text[brute_compose (c, f, g)], in);
}

static void
ask_category (Case *t, const RandomCategory *category)
{
  const Brute *c = category->brute;
  const char *name = category->name;

  check (t, TRUE, "%s is category", name);
  check (t, TRUE, "%s is finite", name);
  check (t, brute_is_thin (c), "%s is thin", name);
  check (t, brute_is_thin (c), "%s is preorder", name);
  check (t, brute_is_thin (c) && brute_is_skeletal (c), "%s is poset", name);
  check (t, brute_is_groupoid (c), "%s is groupoid", name);
  check (t, c->n_objects == 1, "%s is monoid", name);
  check (t, c->n == c->n_objects, "%s is discrete", name);
  check (t, brute_is_connected (c), "%s is connected", name);
  check (t, brute_is_skeletal (c), "%s is skeletal", name);
}

/* Universal properties. */

/* A random cone over the feet; where @good, the first limit that is found, if there is one. */
static gboolean
random_cone (Case *t, const Brute *c, BruteCone *cone, gboolean good)
{
  guint start = below (t, c->n_objects * 64);

  for (guint k = 0; k < c->n_objects; k++)
    {
      cone->apex = (start + k) % c->n_objects;
      for (guint i = 0; i < 4; i++)
        cone->legs[i] = 0;
      for (;;)
        {
          guint i = 0;
          gboolean typed = TRUE;

          for (guint j = 0; j < cone->n_feet; j++)
            typed = typed && c->source[cone->legs[j]] == cone->apex
                    && c->target[cone->legs[j]] == cone->feet[j];
          if (typed && (good ? brute_is_limit (c, cone) : below (t, 3) == 0))
            return TRUE;
          while (i < cone->n_feet && ++cone->legs[i] == c->n)
            cone->legs[i++] = 0;
          if (i == cone->n_feet)
            break;
        }
    }
  return FALSE;
}

static char *
object_text (const RandomCategory *category, guint a)
{
  return g_strdup_printf ("%c%u", category->object_letter, a);
}

static void
append_cone (GString *text, const RandomCategory *category, const BruteCone *cone, guint n_legs)
{
  g_string_append_printf (text, "%c%u with ", category->object_letter, cone->apex);
  for (guint i = 0; i < n_legs; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", category->text[cone->legs[i]]);
}

static void
ask_product (Case *t, const RandomCategory *category, const Brute *c, gboolean dual)
{
  BruteCone cone = { .n_feet = 2 };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  cone.feet[0] = below (t, c->n_objects);
  cone.feet[1] = below (t, c->n_objects);
  if (!random_cone (t, c, &cone, below (t, 2) == 0))
    return;
  a = object_text (category, cone.feet[0]);
  b = object_text (category, cone.feet[1]);
  append_cone (text, category, &cone, 2);
  check (t, brute_is_limit (c, &cone), "%s is %s of %s, %s in %s", text->str,
         dual ? "coproduct" : "product", a, b, category->name);
}

/* A morphism of @c with these ends, or BRUTE_NONE. */
static guint
random_morphism (Case *t, const Brute *c, guint source, guint target)
{
  guint start = below (t, c->n);

  for (guint k = 0; k < c->n; k++)
    {
      guint f = (start + k) % c->n;

      if ((source == BRUTE_NONE || c->source[f] == source)
          && (target == BRUTE_NONE || c->target[f] == target))
        return f;
    }
  return BRUTE_NONE;
}

static void
ask_pullback (Case *t, const RandomCategory *category, const Brute *c, gboolean dual)
{
  guint f = below (t, c->n);
  guint g = random_morphism (t, c, BRUTE_NONE, c->target[f]);
  BruteCone cone = { .n_feet = 3, .n_edges = 2, .from = { 0, 1 }, .to = { 2, 2 } };
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean valid;

  cone.arrow[0] = f;
  cone.arrow[1] = g;
  cone.feet[0] = c->source[f];
  cone.feet[1] = c->source[g];
  cone.feet[2] = c->target[f];
  if (below (t, 2) == 0)
    valid = random_cone (t, c, &cone, TRUE);
  else
    {
      /* Legs that need not commute. */
      BruteCone two = cone;

      two.n_feet = 2;
      two.n_edges = 0;
      valid = random_cone (t, c, &two, FALSE);
      two.n_feet = 3;
      two.n_edges = 2;
      two.legs[2] = brute_compose (c, two.legs[0], f);
      cone = two;
    }
  if (!valid)
    return;
  append_cone (text, category, &cone, 2);
  check (t, brute_is_limit (c, &cone), "%s is %s of %s, %s in %s", text->str,
         dual ? "pushout" : "pullback", category->text[f], category->text[g], category->name);
}

static void
ask_equalizer (Case *t, const RandomCategory *category, const Brute *c, gboolean dual)
{
  guint f = below (t, c->n);
  guint g = random_morphism (t, c, c->source[f], c->target[f]);
  BruteCone cone = { .n_feet = 2, .n_edges = 2, .from = { 0, 0 }, .to = { 1, 1 } };
  g_autoptr (GString) text = g_string_new (NULL);

  cone.feet[0] = c->source[f];
  cone.feet[1] = c->target[f];
  cone.arrow[0] = f;
  cone.arrow[1] = g;
  if (below (t, 2) == 0)
    {
      if (!random_cone (t, c, &cone, TRUE))
        return;
    }
  else
    {
      cone.legs[0] = random_morphism (t, c, BRUTE_NONE, c->source[f]);
      cone.apex = c->source[cone.legs[0]];
      cone.legs[1] = brute_compose (c, cone.legs[0], f);
    }
  append_cone (text, category, &cone, 1);
  check (t, brute_is_limit (c, &cone), "%s is %s of %s, %s in %s", text->str,
         dual ? "coequalizer" : "equalizer", category->text[f], category->text[g], category->name);
}

/* Three nodes at most, so that brute force stays small. */
static void
ask_limit (Case *t, const RandomCategory *category, const Brute *c, gboolean dual, guint number)
{
  BruteCone cone = { .n_feet = 1 + below (t, 3) };
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "diagram Shape%u in %s {\n", number, category->name);
  for (guint i = 0; i < cone.n_feet; i++)
    {
      cone.feet[i] = below (t, c->n_objects);
      g_string_append_printf (text, "  n%u : %c%u at %u, 0\n", i, category->object_letter,
                              cone.feet[i], i);
    }
  for (guint k = below (t, 4); k > 0; k--)
    {
      guint i = below (t, cone.n_feet), j = below (t, cone.n_feet);
      guint f = random_morphism (t, c, cone.feet[i], cone.feet[j]);

      if (f == BRUTE_NONE)
        continue;
      cone.from[cone.n_edges] = i;
      cone.to[cone.n_edges] = j;
      cone.arrow[cone.n_edges] = f;
      g_string_append_printf (text, "  e%u : n%u -> n%u = %s\n", cone.n_edges, dual ? j : i,
                              dual ? i : j, category->text[f]);
      cone.n_edges++;
    }
  g_string_append (text, "}\n");
  if (!random_cone (t, c, &cone, below (t, 2) == 0))
    return;
  g_string_append (t->text, text->str);
  g_string_truncate (text, 0);
  append_cone (text, category, &cone, cone.n_feet);
  check (t, brute_is_limit (c, &cone), "%s is %s of Shape%u", text->str, dual ? "colimit" : "limit",
         number);
}

static void
ask_universal (Case *t, const RandomCategory *category)
{
  g_autoptr (Brute) op = brute_opposite (category->brute);

  for (guint dual = 0; dual < 2; dual++)
    {
      const Brute *c = dual ? op : category->brute;

      ask_product (t, category, c, dual == 1);
      ask_pullback (t, category, c, dual == 1);
      ask_equalizer (t, category, c, dual == 1);
      if (category->brute->n <= 12)
        ask_limit (t, category, c, dual == 1, dual);
    }
}

/* Functors and transformations between C and D. */

static void
print_functor (Case *t, const char *name, const BruteFunctor *f, const RandomCategory *from,
               const RandomCategory *to)
{
  const Brute *c = from->brute;

  g_string_append_printf (t->text, "functor %s : %s -> %s {\n", name, from->name, to->name);
  for (guint a = 0; a < c->n_objects; a++)
    g_string_append_printf (t->text, "  %c%u |-> %c%u\n", from->object_letter, a, to->object_letter,
                            f->objects[a]);
  for (guint g = 0; g < c->n; g++)
    if (from->generator[g])
      g_string_append_printf (t->text, "  %s |-> %s\n", from->text[g], to->text[f->arrows[g]]);
  g_string_append (t->text, "}\n");
}

static void
ask_functor (Case *t, const char *name, const BruteFunctor *f)
{
  const Brute *c = t->c->brute, *d = t->d->brute;
  gboolean faithful = brute_is_faithful (c, f);
  gboolean full = brute_is_full (c, d, f);
  gboolean surjective = brute_is_essentially_surjective (c, d, f);

  check (t, TRUE, "%s is functor", name);
  check (t, faithful, "%s is faithful", name);
  check (t, full, "%s is full", name);
  check (t, full && faithful, "%s is fully faithful", name);
  check (t, surjective, "%s is essentially surjective", name);
  check (t, full && faithful && surjective, "%s is equivalence", name);
  check (t, brute_is_bijective (c, d, f), "%s is isomorphism", name);
}

static void
print_transformation (Case *t, const char *name, const char *between, const guint *alpha)
{
  g_string_append_printf (t->text, "transformation %s : %s {\n", name, between);
  for (guint a = 0; a < t->c->brute->n_objects; a++)
    g_string_append_printf (t->text, "  %c%u |-> %s\n", t->c->object_letter, a,
                            t->d->text[alpha[a]]);
  g_string_append (t->text, "}\n");
}

static gboolean
has_inverses (const Brute *d, const guint *alpha, guint n)
{
  for (guint a = 0; a < n; a++)
    if (!brute_is_iso (d, alpha[a]))
      return FALSE;
  return TRUE;
}

static void
ask_naturals (Case *t, const BruteFunctor *f, const BruteFunctor *g)
{
  const Brute *c = t->c->brute, *d = t->d->brute;
  g_autoptr (GPtrArray) all = brute_naturals (c, d, f, g, 20000);
  g_autofree guint *alpha = g_new0 (guint, c->n_objects + 1);
  gboolean isomorphic = FALSE, typed = TRUE, natural;

  if (all != NULL)
    {
      check_count (t, all->len, "Nat(F, G)");
      for (guint i = 0; i < all->len; i++)
        isomorphic = isomorphic || has_inverses (d, g_ptr_array_index (all, i), c->n_objects);
      if (all->len <= 10000)
        check (t, isomorphic, "F isomorphic G");
      else
        check_softly (t, isomorphic, "F isomorphic G");
    }
  for (guint a = 0; a < c->n_objects && typed; a++)
    {
      alpha[a] = random_morphism (t, d, f->objects[a], g->objects[a]);
      typed = alpha[a] != BRUTE_NONE;
    }
  if (!typed)
    return;
  if (all != NULL && all->len > 0 && below (t, 2) == 0)
    memcpy (alpha, g_ptr_array_index (all, below (t, all->len)), c->n_objects * sizeof (guint));
  natural = brute_is_natural (c, d, f, g, alpha);
  print_transformation (t, "alpha", "F => G", alpha);
  check (t, natural, "alpha is natural");
  if (natural)
    check (t, has_inverses (d, alpha, c->n_objects), "alpha is isomorphism");
}

static void
ask_categories (Case *t, const GPtrArray *functors)
{
  const Brute *c = t->c->brute, *d = t->d->brute;
  gboolean isomorphic = FALSE, equivalent = FALSE;

  for (guint i = 0; i < functors->len; i++)
    {
      const BruteFunctor *f = g_ptr_array_index (functors, i);

      isomorphic = isomorphic || brute_is_bijective (c, d, f);
      equivalent = equivalent
                   || (brute_is_faithful (c, f) && brute_is_full (c, d, f)
                       && brute_is_essentially_surjective (c, d, f));
    }
  check_softly (t, isomorphic, "C isomorphic D");
  check_softly (t, equivalent, "C equivalent D");
}

/* Values at random that fit, and no more: is it a functor? */
static void
ask_no_functor (Case *t, const BruteFunctor *good)
{
  const Brute *c = t->c->brute, *d = t->d->brute;
  g_autoptr (BruteFunctor) f = brute_functor_new (c);
  guint changes = 1 + below (t, 2);

  if (t->c->presented)
    return;
  memcpy (f->objects, good->objects, c->n_objects * sizeof (guint));
  memcpy (f->arrows, good->arrows, c->n * sizeof (guint));
  while (changes-- > 0)
    {
      guint g = below (t, c->n);
      guint v = random_morphism (t, d, f->objects[c->source[g]], f->objects[c->target[g]]);

      if (g != c->identity[c->source[g]])
        f->arrows[g] = v;
    }
  print_functor (t, "Perhaps", f, t->c, t->d);
  check (t, brute_is_functor (c, d, f), "Perhaps is functor");
}

static void
ask_functors (Case *t)
{
  g_autoptr (GPtrArray) all = brute_functors (t->c->brute, t->d->brute, 30000);
  const BruteFunctor *f, *g;

  if (all == NULL)
    return;
  check_count (t, all->len, "Fun(C, D)");
  ask_categories (t, all);
  if (all->len == 0)
    return;
  f = g_ptr_array_index (all, below (t, all->len));
  g = g_ptr_array_index (all, below (t, all->len));
  print_functor (t, "F", f, t->c, t->d);
  print_functor (t, "G", g, t->c, t->d);
  ask_functor (t, "F", f);
  ask_naturals (t, f, g);
  ask_no_functor (t, f);
}

/* L -| R with eta, eps: where the unit and the counit are natural, both triangles. */
static gboolean
are_adjoint (const Brute *c, const Brute *d, const BruteFunctor *l, const BruteFunctor *r,
             const guint *eta, const guint *eps)
{
  for (guint a = 0; a < c->n_objects; a++)
    if (brute_compose (d, l->arrows[eta[a]], eps[l->objects[a]]) != d->identity[l->objects[a]])
      return FALSE;
  for (guint b = 0; b < d->n_objects; b++)
    if (brute_compose (c, eta[r->objects[b]], r->arrows[eps[b]]) != c->identity[r->objects[b]])
      return FALSE;
  return TRUE;
}

static BruteFunctor *
after (const Brute *c, const BruteFunctor *f, const BruteFunctor *g)
{
  BruteFunctor *both = brute_functor_new (c);

  for (guint a = 0; a < c->n_objects; a++)
    both->objects[a] = g->objects[f->objects[a]];
  for (guint h = 0; h < c->n; h++)
    both->arrows[h] = g->arrows[f->arrows[h]];
  return both;
}

static BruteFunctor *
identity_functor (const Brute *c)
{
  BruteFunctor *one = brute_functor_new (c);

  for (guint a = 0; a < c->n_objects; a++)
    one->objects[a] = a;
  for (guint h = 0; h < c->n; h++)
    one->arrows[h] = h;
  return one;
}

static void
print_unit (Case *t, const char *name, const char *type, const RandomCategory *over,
            const guint *alpha)
{
  g_string_append_printf (t->text, "transformation %s : %s {\n", name, type);
  for (guint a = 0; a < over->brute->n_objects; a++)
    g_string_append_printf (t->text, "  %c%u |-> %s\n", over->object_letter, a,
                            over->text[alpha[a]]);
  g_string_append (t->text, "}\n");
}

static gboolean
any_adjoint (const Brute *c, const Brute *d, const BruteFunctor *l, const BruteFunctor *r,
             const GPtrArray *units, const GPtrArray *counits)
{
  for (guint i = 0; i < units->len; i++)
    for (guint k = 0; k < counits->len; k++)
      if (are_adjoint (c, d, l, r, g_ptr_array_index (units, i), g_ptr_array_index (counits, k)))
        return TRUE;
  return FALSE;
}

static void
ask_adjunction (Case *t)
{
  const Brute *c = t->c->brute, *d = t->d->brute;
  g_autoptr (GPtrArray) there = brute_functors (c, d, 10000);
  g_autoptr (GPtrArray) back = brute_functors (d, c, 10000);
  g_autoptr (BruteFunctor) one = identity_functor (c);
  g_autoptr (BruteFunctor) two = identity_functor (d);

  for (guint tries = 0; there != NULL && back != NULL && there->len * back->len > 0 && tries < 40;
       tries++)
    {
      const BruteFunctor *l = g_ptr_array_index (there, below (t, there->len));
      const BruteFunctor *r = g_ptr_array_index (back, below (t, back->len));
      g_autoptr (BruteFunctor) rl = after (c, l, r);
      g_autoptr (BruteFunctor) lr = after (d, r, l);
      g_autoptr (GPtrArray) units = brute_naturals (c, c, one, rl, 5000);
      g_autoptr (GPtrArray) counits = brute_naturals (d, d, lr, two, 5000);
      const guint *eta, *eps;

      if (units == NULL || counits == NULL || units->len * counits->len == 0)
        continue;
      eta = g_ptr_array_index (units, below (t, units->len));
      eps = g_ptr_array_index (counits, below (t, counits->len));
      if (!are_adjoint (c, d, l, r, eta, eps) && tries < 30)
        continue;
      print_functor (t, "L", l, t->c, t->d);
      print_functor (t, "R", r, t->d, t->c);
      print_unit (t, "eta", "Id(C) => R . L", t->c, eta);
      print_unit (t, "eps", "L . R => Id(D)", t->d, eps);
      check (t, are_adjoint (c, d, l, r, eta, eps), "L -| R with eta, eps");
      check (t, any_adjoint (c, d, l, r, units, counits), "L -| R");
      return;
    }
}

/* Functors to finite sets. */

static void
append_values (GString *text, const BruteSets *m, const Brute *c, guint f)
{
  guint a = c->source[f];

  g_string_append (text, "{");
  for (guint x = 0; x < m->sizes[a]; x++)
    g_string_append_printf (text, "%sx%u |-> x%u", x > 0 ? ", " : "", x, m->values[f][x]);
  g_string_append (text, "}");
}

static void
print_sets (Case *t, const char *name, const BruteSets *m, const Brute *c, gboolean contravariant)
{
  g_string_append_printf (t->text, "functor %s : C%s -> Set {\n", name, contravariant ? "^op" : "");
  for (guint a = 0; a < c->n_objects; a++)
    {
      g_string_append_printf (t->text, "  %c%u |-> {", t->c->object_letter, a);
      for (guint x = 0; x < m->sizes[a]; x++)
        g_string_append_printf (t->text, "%sx%u", x > 0 ? ", " : "", x);
      g_string_append (t->text, "}\n");
    }
  for (guint f = 0; f < c->n; f++)
    if (t->c->generator[f])
      {
        g_string_append_printf (t->text, "  %s |-> ", t->c->text[f]);
        append_values (t->text, m, c, f);
        g_string_append_c (t->text, '\n');
      }
  g_string_append (t->text, "}\n");
}

static gboolean
is_bijection (const Brute *c, const BruteSets *m, const BruteSets *n, const guint *alpha)
{
  guint first = 0;

  for (guint a = 0; a < c->n_objects; first += m->sizes[a++])
    {
      if (m->sizes[a] != n->sizes[a])
        return FALSE;
      for (guint x = 0; x < m->sizes[a]; x++)
        for (guint y = 0; y < x; y++)
          if (alpha[first + x] == alpha[first + y])
            return FALSE;
    }
  return TRUE;
}

static void
print_functions (Case *t, const char *between, const Brute *c, const BruteSets *m,
                 const guint *alpha)
{
  guint first = 0;

  g_string_append_printf (t->text, "transformation beta : %s {\n", between);
  for (guint a = 0; a < c->n_objects; first += m->sizes[a++])
    {
      g_string_append_printf (t->text, "  %c%u |-> {", t->c->object_letter, a);
      for (guint x = 0; x < m->sizes[a]; x++)
        g_string_append_printf (t->text, "%sx%u |-> x%u", x > 0 ? ", " : "", x, alpha[first + x]);
      g_string_append (t->text, "}\n");
    }
  g_string_append (t->text, "}\n");
}

/* A value of one arrow changed: is it a functor? */
static void
ask_no_sets (Case *t, const Brute *c, const BruteSets *m)
{
  guint f = below (t, c->n);
  guint x, old;

  if (t->c->presented || f == c->identity[c->source[f]] || m->sizes[c->source[f]] == 0)
    return;
  x = below (t, m->sizes[c->source[f]]);
  old = m->values[f][x];
  m->values[f][x] = below (t, m->sizes[c->target[f]]);
  print_sets (t, "Broken", m, c, FALSE);
  check (t, brute_is_sets (c, m), "Broken is functor");
  m->values[f][x] = old;
}

static void
ask_representable (Case *t, const Brute *c, const BruteSets *m)
{
  gboolean any = FALSE;
  guint a = below (t, c->n_objects);

  for (guint b = 0; b < c->n_objects; b++)
    any = any || brute_sets_represents (c, m, b);
  check (t, any, "M is representable");
  check (t, brute_sets_represents (c, m, a), "M is representable by %c%u", t->c->object_letter, a);
  check (t, TRUE, "yoneda M at %c%u", t->c->object_letter, a);
  check_count (t, m->sizes[a], "M(%c%u)", t->c->object_letter, a);
}

static void
ask_sets (Case *t)
{
  const Brute *c = t->c->brute;
  g_autoptr (BruteSets) m = random_sets_new (t->rand, t->c);
  g_autoptr (BruteSets) n = random_sets_new (t->rand, t->c);
  g_autoptr (GPtrArray) all = NULL;
  gboolean isomorphic = FALSE;

  if (m == NULL || n == NULL)
    return;
  g_assert_true (brute_is_sets (c, m) && brute_is_sets (c, n));
  print_sets (t, "M", m, c, FALSE);
  print_sets (t, "N", n, c, FALSE);
  ask_representable (t, c, m);
  all = brute_sets_naturals (c, m, n, 20000);
  if (all != NULL)
    {
      check_count (t, all->len, "Nat(M, N)");
      for (guint i = 0; i < all->len; i++)
        isomorphic = isomorphic || is_bijection (c, m, n, g_ptr_array_index (all, i));
      /* Isomorphisms are looked for among at most 10,000. */
      if (all->len <= 10000)
        check (t, isomorphic, "M isomorphic N");
      else
        check_softly (t, isomorphic, "M isomorphic N");
    }
  if (all != NULL && all->len > 0)
    {
      const guint *beta = g_ptr_array_index (all, below (t, all->len));

      print_functions (t, "M => N", c, m, beta);
      check (t, TRUE, "beta is natural");
      check (t, is_bijection (c, m, n, beta), "beta is isomorphism");
    }
  ask_no_sets (t, c, m);
}

/* The Yoneda embedding: objects are isomorphic exactly when their Hom functors are. */
static void
ask_embedding (Case *t, const Brute *op, guint a)
{
  guint b = below (t, op->n_objects);

  g_string_append_printf (t->text, "functor K : C^op -> Set = Hom(-, %c%u)\n", t->c->object_letter,
                          b);
  check (t, brute_are_isomorphic (op, a, b), "H isomorphic K");
  if (below (t, 3) > 0)
    return;
  g_string_append (t->text, "functor Y : C -> [C^op, Set] = yoneda(C)\n");
  check (t, TRUE, "Y is functor");
  check (t, TRUE, "Y is fully faithful");
}

static void
ask_presheaf (Case *t)
{
  g_autoptr (Brute) op = brute_opposite (t->c->brute);
  RandomCategory turned = *t->c;
  g_autoptr (BruteSets) p = NULL;
  guint a = below (t, op->n_objects);
  gboolean any = FALSE;

  turned.brute = op;
  turned.functions = NULL;
  p = random_sets_new (t->rand, &turned);
  if (p == NULL)
    return;
  print_sets (t, "P", p, op, TRUE);
  for (guint b = 0; b < op->n_objects; b++)
    any = any || brute_sets_represents (op, p, b);
  check (t, any, "P is representable");
  check (t, TRUE, "yoneda P at %c%u", t->c->object_letter, a);
  g_string_append_printf (t->text, "functor H : C^op -> Set = Hom(-, %c%u)\n", t->c->object_letter,
                          a);
  check_count (t, p->sizes[a], "Nat(H, P)");
  ask_embedding (t, op, a);
}

/* A table with one entry changed to another parallel morphism. */
static void
ask_wrong (Case *t)
{
  const Brute *c = t->c->brute;
  guint f = below (t, c->n), g = random_morphism (t, c, c->target[f], BRUTE_NONE);
  guint wrong[3] = { f, g, 0 };
  Brute *changed = t->c->brute;
  guint old = brute_compose (c, f, g);

  if (t->c->presented || f == c->identity[c->source[f]] || g == c->identity[c->source[g]])
    return;
  wrong[2] = random_morphism (t, c, c->source[f], c->target[g]);
  g_free (t->c->name);
  t->c->name = g_strdup ("Wrong");
  random_category_print (t->c, t->text, wrong);
  changed->compose[f * c->n + g] = wrong[2];
  check (t, brute_is_category (changed), "Wrong is category");
  changed->compose[f * c->n + g] = old;
}

/* Asking. */

static gboolean
is_expected (char expected, char verdict)
{
  return expected == verdict
         || (g_ascii_isupper (expected)
             && (verdict == 'u' || verdict == g_ascii_tolower (expected)));
}

/* However few they are: counted and found one by one, by the engine and by the verifier. Counting
 * may give up where finding does not. */
static gboolean
counts_agree (ChaseTheory *theory, const ChaseProposition *proposition, const char *value)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseNaturality) naturality
      = chase_naturality_of (theory, proposition, chase_listing_get, listing);
  g_autoptr (ChaseConditions) conditions = chase_conditions_of (theory, proposition, listing);
  g_autoptr (GPtrArray) list = chase_conditions_solve (conditions, NULL);
  g_autoptr (GPtrArray) parts = NULL;
  guint64 fingerprints[3], count;
  g_autofree char *counted = NULL;
  g_autofree char *recounted = NULL;
  g_autofree char *listed = NULL;
  ChaseClock clock;

  chase_clock_start (&clock, NULL, NULL);
  counted = chase_natural_count (naturality, &clock, &fingerprints[0]);
  recounted = chase_conditions_recount (conditions, &fingerprints[1], NULL);
  chase_clock_start (&clock, NULL, NULL);
  parts = chase_natural_solve (naturality, &clock);
  /* A machine under load may run out of time. */
  if (parts == NULL)
    return TRUE;
  chase_natural_total (parts, &count, &fingerprints[2]);
  listed = g_strdup_printf ("%" G_GUINT64_FORMAT, count);
  return strcmp (listed, value) == 0 && (list == NULL || list->len == count)
         && (counted == NULL
             || (strcmp (counted, value) == 0 && fingerprints[0] == fingerprints[2]))
         && (recounted == NULL
             || (strcmp (recounted, value) == 0 && fingerprints[1] == fingerprints[2]));
}

/* Functors found one by one and counted, by the engine and by the verifier. Counting by elimination
 * is for sources with few equations: where it is not done at once, it is not the way. */
static gboolean
functor_counts_agree (ChaseTheory *theory, const ChaseProposition *proposition, const char *value)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  const ChasePresentation *source
      = chase_theory_category_listed (theory, g_ptr_array_index (proposition->terms, 0), NULL)
            ->presentation;
  const ChaseEnumerated *target = chase_listing_get (
      chase_theory_category_listed (theory, g_ptr_array_index (proposition->terms, 1), NULL),
      listing);
  g_autoptr (ChaseNaturality) functoriality = chase_functoriality_new (source, target, 100000);
  g_autoptr (ChaseFoundFunctors) found = NULL;
  guint64 fingerprints[2] = { 0 };
  g_autofree char *counted = NULL;
  g_autofree char *recounted = NULL;
  g_autofree char *listed = NULL;
  ChaseBudget little = { .seconds = 0.03 };
  ChaseClock clock;

  chase_clock_start (&clock, NULL, NULL);
  found = chase_functors_find (source, target, 10000000, &clock);
  if (found == NULL || functoriality == NULL)
    return TRUE;
  listed = g_strdup_printf ("%" G_GUINT64_FORMAT, found->tally.count);
  chase_clock_start (&clock, &little, NULL);
  counted = chase_natural_count (functoriality, &clock, &fingerprints[0]);
  if (counted != NULL)
    recounted = chase_functors_recount (source, target, &fingerprints[1], NULL);
  return strcmp (listed, value) == 0
         && (counted == NULL
             || (strcmp (counted, value) == 0 && fingerprints[0] == found->tally.weight))
         && (recounted == NULL
             || (strcmp (recounted, value) == 0 && fingerprints[1] == found->tally.weight));
}

/* The written checks' verdicts, and what is wrong with the evidence of any, or NULL. */
static char *
compare (Case *t, const ChaseDocument *document)
{
  g_autoptr (GPtrArray) results = chase_check_document (document, NULL, NULL, NULL, NULL);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const ChaseResult *result = g_ptr_array_index (results, i);
      const ChaseClaim *claim = result->claim;
      const char *verdict = chase_verdict_word (result->verdict);
      g_autoptr (JsonNode) evidence = chase_result_evidence_json (result);
      g_autoptr (GError) error = NULL;
      g_autofree char *statement = chase_notation_print_proposition (
          claim->proposition, claim->negated, CHASE_NOTATION_ASCII);

      if (result->value != NULL)
        g_string_append_printf (values, "%s ", result->value);
      if (!claim->implicit && !is_expected (t->verdicts->str[at++], verdict[0]))
        return g_strdup_printf ("%s: %s, %s", statement, verdict, result->reason);
      if (result->verdict == CHASE_VERDICT_UNDECIDED)
        continue;
      if (claim->proposition->kind == CHASE_PROPOSITION_COUNT
          && ((claim->proposition->count == CHASE_COUNT_NAT
               && !counts_agree (theory, claim->proposition, result->value))
              || (claim->proposition->count == CHASE_COUNT_FUN
                  && !functor_counts_agree (theory, claim->proposition, result->value))))
        return g_strdup_printf ("%s: the counts differ", statement);
      if (!chase_verify_result (theory, claim->proposition, claim->negated, verdict, result->value,
                                evidence, &error))
        return g_strdup_printf ("%s: the evidence is refused: %s", statement, error->message);
      if (chase_verify_result (theory, claim->proposition, claim->negated,
                               verdict[0] == 'h' ? "fails" : "holds", result->value, evidence,
                               NULL))
        return g_strdup_printf ("%s: the verifier accepts the contrary", statement);
    }
  if (strcmp (values->str, t->values->str) != 0)
    return g_strdup_printf ("values %s instead of %s", values->str, t->values->str);
  return NULL;
}

static ChaseDocument *
read_text (const char *text)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  ChaseDocument *document = chase_notation_parse (text, strlen (text), problems);

  if (problems->len == 0)
    chase_validate (document, problems);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *shown = chase_problem_format (g_ptr_array_index (problems, i), "text", text,
                                                     strlen (text), FALSE);

      g_printerr ("%s", shown);
    }
  g_assert_cmpuint (problems->len, ==, 0);
  return document;
}

static void
run_case (guint number, gboolean loud)
{
  Case t = { .rand = g_rand_new_with_seed (number) };
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (ChaseDocument) dual = NULL;
  g_autofree char *fault = NULL;
  guint most = number % 4 == 0 ? 26 : 10;

  t.text = g_string_new (NULL);
  t.verdicts = g_string_new (NULL);
  t.values = g_string_new (NULL);
  t.c = random_category_new (t.rand, most, "C", 'A', 'f');
  t.d = random_category_new (t.rand, 10, "D", 'B', 'g');
  g_assert_true (brute_is_category (t.c->brute) && brute_is_category (t.d->brute));
  random_category_print (t.c, t.text, NULL);
  random_category_print (t.d, t.text, NULL);
  ask_objects (&t, t.c);
  ask_objects (&t, t.d);
  ask_morphism (&t, t.c);
  ask_morphism (&t, t.c);
  ask_category (&t, t.c);
  ask_universal (&t, t.c);
  ask_functors (&t);
  ask_adjunction (&t);
  ask_sets (&t);
  ask_presheaf (&t);
  ask_wrong (&t);
  if (loud)
    g_print ("%s", t.text->str);
  document = read_text (t.text->str);
  fault = compare (&t, document);
  if (fault == NULL && number % 4 == 1)
    {
      g_autofree char *text = NULL;
      g_autofree char *dual_fault = NULL;
      g_autoptr (ChaseDocument) turned = chase_document_dual (document);

      text = chase_notation_print (turned, CHASE_NOTATION_ASCII);
      dual = read_text (text);
      dual_fault = compare (&t, dual);
      if (dual_fault != NULL)
        fault = g_strdup_printf ("of the dual: %s\n%s", dual_fault, text);
    }
  if (fault != NULL)
    g_error ("case %u: %s\n%s", number, fault, t.text->str);
  random_category_free (t.c);
  random_category_free (t.d);
  g_string_free (t.text, TRUE);
  g_string_free (t.verdicts, TRUE);
  g_string_free (t.values, TRUE);
  g_rand_free (t.rand);
}

static void
test_random (void)
{
  const char *only = g_getenv ("CHASE_CASE");
  guint n = g_getenv ("CHASE_LONG") != NULL ? 20000 : SANITIZED ? 120 : 500;

  if (only != NULL)
    run_case ((guint)atoi (only), TRUE);
  else
    for (guint i = 0; i < n; i++)
      run_case (i, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/random-finite", test_random);
  return g_test_run ();
}
