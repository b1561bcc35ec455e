/* SPDX-License-Identifier: MIT */
#include "random-category.h"

#include <string.h>

enum
{
  MAX_SET = 3,
  MAX_FUNCTIONS = 40,
  MAX_OBJECTS = 4,
};

typedef struct
{
  guint source;
  guint target;
  guint values[MAX_SET];
  guint before; /* the morphism and the generator of which it is the composite */
  guint last;
  gboolean generator;
} Function;

typedef struct
{
  guint n_objects;
  guint sizes[MAX_OBJECTS];
  Function functions[MAX_FUNCTIONS];
  guint n;
  guint n_generators; /* functions[0 .. n_objects - 1] are identities */
  gboolean full;
} Closure;

static guint
find_or_add (Closure *closure, const Function *function, guint most)
{
  for (guint i = 0; i < closure->n; i++)
    if (closure->functions[i].source == function->source
        && closure->functions[i].target == function->target
        && memcmp (closure->functions[i].values, function->values, sizeof function->values) == 0)
      return i;
  if (closure->n >= MIN (most, MAX_FUNCTIONS))
    {
      closure->full = TRUE;
      return 0;
    }
  closure->functions[closure->n] = *function;
  return closure->n++;
}

static Function
composite (const Closure *closure, guint f, guint g)
{
  const Function *one = &closure->functions[f], *two = &closure->functions[g];
  Function result = { .source = one->source, .target = two->target, .before = f, .last = g };

  for (guint x = 0; x < closure->sizes[one->source]; x++)
    result.values[x] = two->values[one->values[x]];
  return result;
}

static void
add_random_function (GRand *rand, Closure *closure, guint most)
{
  Function function = { .generator = TRUE };
  guint n = closure->n;

  function.source = (guint)g_rand_int_range (rand, 0, (gint32)closure->n_objects);
  function.target = (guint)g_rand_int_range (rand, 0, (gint32)closure->n_objects);
  if (closure->sizes[function.target] == 0 && closure->sizes[function.source] > 0)
    return;
  for (guint x = 0; x < closure->sizes[function.source]; x++)
    function.values[x] = (guint)g_rand_int_range (rand, 0, (gint32)closure->sizes[function.target]);
  if (find_or_add (closure, &function, most) == n && !closure->full)
    closure->n_generators++;
}

/* FALSE where there are more than @most. */
static gboolean
close_functions (Closure *closure, guint most)
{
  for (guint f = 0; f < closure->n && !closure->full; f++)
    for (guint k = 0; k < closure->n_generators; k++)
      {
        guint g = closure->n_objects + k;
        Function product;

        if (closure->functions[f].target != closure->functions[g].source)
          continue;
        product = composite (closure, f, g);
        find_or_add (closure, &product, most);
      }
  return !closure->full;
}

static gboolean
fill_closure (GRand *rand, Closure *closure, guint most)
{
  memset (closure, 0, sizeof *closure);
  closure->n_objects = (guint)g_rand_int_range (rand, 1, MAX_OBJECTS + 1);
  for (guint a = 0; a < closure->n_objects; a++)
    {
      Function identity = { .source = a, .target = a };

      closure->sizes[a] = g_rand_int_range (rand, 0, 12) == 0
                              ? 0
                              : (guint)g_rand_int_range (rand, 1, MAX_SET + 1);
      for (guint x = 0; x < closure->sizes[a]; x++)
        identity.values[x] = x;
      closure->functions[closure->n++] = identity;
    }
  if (closure->n > most)
    return FALSE;
  for (gint i = g_rand_int_range (rand, 0, 6); i > 0; i--)
    add_random_function (rand, closure, most);
  return close_functions (closure, most);
}

static RandomCategory *
category_new (Brute *brute, const char *name, char object_letter)
{
  RandomCategory *category = g_new0 (RandomCategory, 1);

  category->brute = brute;
  category->name = g_strdup (name);
  category->object_letter = object_letter;
  category->generator = g_new0 (gboolean, brute->n + 1);
  category->text = g_new0 (char *, brute->n + 1);
  return category;
}

void
random_category_free (RandomCategory *category)
{
  if (category == NULL)
    return;
  for (guint f = 0; f < category->brute->n; f++)
    g_free (category->text[f]);
  g_free (category->text);
  g_free (category->generator);
  g_free (category->name);
  brute_sets_free (category->functions);
  brute_free (category->brute);
  g_free (category);
}

static void
name_morphisms (RandomCategory *category, const Closure *closure, char arrow_letter)
{
  const Brute *c = category->brute;

  for (guint f = 0; f < c->n; f++)
    if (f == c->identity[c->source[f]])
      category->text[f] = g_strdup_printf ("id(%c%u)", category->object_letter, c->source[f]);
    else if (!category->presented || closure->functions[f].generator)
      {
        category->generator[f] = TRUE;
        category->text[f] = g_strdup_printf ("%c%u", arrow_letter, f);
      }
    else
      {
        const char *before = category->text[closure->functions[f].before];
        const char *last = category->text[closure->functions[f].last];

        category->text[f] = g_strdup_printf ("%s . %s", last, before);
      }
}

static Brute *
table_of (Closure *closure)
{
  Brute *c = brute_new (closure->n_objects, closure->n);

  for (guint a = 0; a < c->n_objects; a++)
    c->identity[a] = a;
  for (guint f = 0; f < c->n; f++)
    {
      c->source[f] = closure->functions[f].source;
      c->target[f] = closure->functions[f].target;
    }
  for (guint f = 0; f < c->n; f++)
    for (guint g = 0; g < c->n; g++)
      if (c->target[f] == c->source[g])
        {
          Function product = composite (closure, f, g);

          c->compose[f * c->n + g] = find_or_add (closure, &product, closure->n);
        }
  return c;
}

static BruteSets *
functions_of (const Closure *closure, const Brute *c)
{
  BruteSets *m = brute_sets_new (c);

  for (guint a = 0; a < c->n_objects; a++)
    m->sizes[a] = closure->sizes[a];
  for (guint f = 0; f < c->n; f++)
    m->values[f] = g_memdup2 (closure->functions[f].values, sizeof closure->functions[f].values);
  return m;
}

/* A random order, as a category. */
static Brute *
random_order (GRand *rand)
{
  guint n = (guint)g_rand_int_range (rand, 1, MAX_OBJECTS + 1);
  gboolean less[MAX_OBJECTS][MAX_OBJECTS] = { { FALSE } };
  guint number[MAX_OBJECTS][MAX_OBJECTS] = { { 0 } };
  gboolean preorder = g_rand_int_range (rand, 0, 3) == 0;
  guint m = n;
  Brute *c;

  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      less[a][b] = a == b || ((a < b || preorder) && g_rand_int_range (rand, 0, 2) == 0);
  for (guint k = 0; k < n; k++)
    for (guint a = 0; a < n; a++)
      for (guint b = 0; b < n; b++)
        less[a][b] = less[a][b] || (less[a][k] && less[k][b]);
  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      number[a][b] = a == b ? a : less[a][b] ? m++ : 0;
  c = brute_new (n, m);
  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      if (less[a][b])
        {
          c->source[number[a][b]] = a;
          c->target[number[a][b]] = b;
        }
  for (guint a = 0; a < n; a++)
    c->identity[a] = a;
  for (guint f = 0; f < m; f++)
    for (guint g = 0; g < m; g++)
      if (c->target[f] == c->source[g])
        c->compose[f * m + g] = number[c->source[f]][c->target[g]];
  return c;
}

RandomCategory *
random_category_new (GRand *rand, guint most, const char *name, char object_letter,
                     char arrow_letter)
{
  gint sort = g_rand_int_range (rand, 0, 10);
  RandomCategory *category;
  Closure closure = { 0 };

  if (sort < 2)
    {
      category = category_new (random_order (rand), name, object_letter);
      name_morphisms (category, &closure, arrow_letter);
      return category;
    }
  while (!fill_closure (rand, &closure, most))
    ;
  category = category_new (table_of (&closure), name, object_letter);
  if (sort < 5)
    {
      Brute *opposite = brute_opposite (category->brute);

      brute_free (category->brute);
      category->brute = opposite;
    }
  else
    {
      category->presented = sort < 7;
      category->functions = functions_of (&closure, category->brute);
    }
  name_morphisms (category, &closure, arrow_letter);
  return category;
}

void
random_category_print (const RandomCategory *category, GString *text, const guint *wrong)
{
  const Brute *c = category->brute;

  g_string_append_printf (text, "category %s%s {\n", category->name,
                          category->presented ? "" : " table");
  for (guint a = 0; a < c->n_objects; a++)
    g_string_append_printf (text, "  object %c%u\n", category->object_letter, a);
  for (guint f = 0; f < c->n; f++)
    if (category->generator[f])
      g_string_append_printf (text, "  %s : %c%u -> %c%u\n", category->text[f],
                              category->object_letter, c->source[f], category->object_letter,
                              c->target[f]);
  for (guint f = 0; f < c->n; f++)
    for (guint g = 0; g < c->n; g++)
      {
        guint product = brute_compose (c, f, g);

        if (product == BRUTE_NONE || f == c->identity[c->source[f]] || !category->generator[g])
          continue;
        if (wrong != NULL && wrong[0] == f && wrong[1] == g)
          product = wrong[2];
        g_string_append_printf (text, "  %s . %s = %s\n", category->text[g], category->text[f],
                                category->text[product]);
      }
  g_string_append (text, "}\n");
}

static BruteSets *
hom (const Brute *c, guint object)
{
  BruteSets *m = brute_sets_new (c);
  g_autofree guint *position = g_new0 (guint, c->n + 1);

  for (guint f = 0; f < c->n; f++)
    if (c->source[f] == object)
      position[f] = m->sizes[c->target[f]]++;
  for (guint g = 0; g < c->n; g++)
    {
      m->values[g] = g_new0 (guint, m->sizes[c->source[g]] + 1);
      for (guint f = 0; f < c->n; f++)
        if (c->source[f] == object && c->target[f] == c->source[g])
          m->values[g][position[f]] = position[brute_compose (c, f, g)];
    }
  return m;
}

static BruteSets *
sum (const Brute *c, const BruteSets *m, const BruteSets *n)
{
  BruteSets *s = brute_sets_new (c);

  for (guint a = 0; a < c->n_objects; a++)
    s->sizes[a] = m->sizes[a] + n->sizes[a];
  for (guint f = 0; f < c->n; f++)
    {
      s->values[f] = g_new0 (guint, s->sizes[c->source[f]] + 1);
      for (guint x = 0; x < m->sizes[c->source[f]]; x++)
        s->values[f][x] = m->values[f][x];
      for (guint x = 0; x < n->sizes[c->source[f]]; x++)
        s->values[f][m->sizes[c->source[f]] + x] = m->sizes[c->target[f]] + n->values[f][x];
    }
  return s;
}

/* The quotient in which x and y of m(object) are one: the least congruence, by going round until
 * nothing changes. */
static BruteSets *
glue (const Brute *c, const BruteSets *m, guint object, guint x, guint y)
{
  g_autofree guint **class = g_new0 (guint *, c->n_objects + 1);
  g_autofree guint **number = g_new0 (guint *, c->n_objects + 1);
  BruteSets *q = brute_sets_new (c);
  gboolean changed = TRUE;

  for (guint a = 0; a < c->n_objects; a++)
    {
      class[a] = g_new0 (guint, m->sizes[a] + 1);
      number[a] = g_new0 (guint, m->sizes[a] + 1);
      for (guint i = 0; i < m->sizes[a]; i++)
        class[a][i] = i;
    }
  class[object][MAX (x, y)] = MIN (x, y);
  while (changed)
    {
      changed = FALSE;
      for (guint f = 0; f < c->n; f++)
        for (guint i = 0; i < m->sizes[c->source[f]]; i++)
          {
            guint *target = class[c->target[f]];
            guint one = target[m->values[f][i]];
            guint two = target[m->values[f][class[c->source[f]][i]]];

            if (one == two)
              continue;
            for (guint k = 0; k < m->sizes[c->target[f]]; k++)
              if (target[k] == MAX (one, two))
                target[k] = MIN (one, two);
            changed = TRUE;
          }
    }
  for (guint a = 0; a < c->n_objects; a++)
    for (guint i = 0; i < m->sizes[a]; i++)
      number[a][i] = class[a][i] == i ? q->sizes[a]++ : number[a][class[a][i]];
  for (guint f = 0; f < c->n; f++)
    {
      q->values[f] = g_new0 (guint, q->sizes[c->source[f]] + 1);
      for (guint i = 0; i < m->sizes[c->source[f]]; i++)
        q->values[f][number[c->source[f]][i]] = number[c->target[f]][m->values[f][i]];
    }
  for (guint a = 0; a < c->n_objects; a++)
    {
      g_free (class[a]);
      g_free (number[a]);
    }
  return q;
}

static BruteSets *
random_piece (GRand *rand, const RandomCategory *category)
{
  const Brute *c = category->brute;

  if (category->functions != NULL && g_rand_int_range (rand, 0, 4) == 0)
    {
      g_autoptr (BruteSets) nothing = brute_sets_new (c);

      for (guint f = 0; f < c->n; f++)
        nothing->values[f] = g_new0 (guint, 1);
      return sum (c, category->functions, nothing);
    }
  return hom (c, (guint)g_rand_int_range (rand, 0, (gint32)c->n_objects));
}

BruteSets *
random_sets_new (GRand *rand, const RandomCategory *category)
{
  const Brute *c = category->brute;
  BruteSets *m = random_piece (rand, category);
  guint total = 0;

  if (g_rand_int_range (rand, 0, 3) == 0)
    {
      g_autoptr (BruteSets) other = random_piece (rand, category);
      BruteSets *both = sum (c, m, other);

      brute_sets_free (m);
      m = both;
    }
  for (gint i = g_rand_int_range (rand, 0, 3); i > 0; i--)
    {
      guint a = (guint)g_rand_int_range (rand, 0, (gint32)c->n_objects);
      BruteSets *less;

      if (m->sizes[a] < 2)
        continue;
      less = glue (c, m, a, (guint)g_rand_int_range (rand, 0, (gint32)m->sizes[a]),
                   (guint)g_rand_int_range (rand, 0, (gint32)m->sizes[a]));
      brute_sets_free (m);
      m = less;
    }
  for (guint a = 0; a < c->n_objects; a++)
    total += m->sizes[a];
  if (total <= 12)
    return m;
  brute_sets_free (m);
  return NULL;
}
