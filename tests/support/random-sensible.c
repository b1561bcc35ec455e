/* SPDX-License-Identifier: MIT */
#include "support/random-document.h"

typedef struct
{
  guint n_objects;
  guint n_arrows;
  guint *sources;
  guint *targets;
  const char *arrow; /* the letter of its arrows */
  const char *object;
} Quiver;

static guint
below (GRand *rand, guint n)
{
  return (guint)g_rand_int_range (rand, 0, (gint32)n);
}

static Quiver
quiver_new (GRand *rand, guint n_objects, gboolean acyclic, const char *object, const char *arrow)
{
  Quiver quiver = { n_objects, n_objects + below (rand, n_objects + 2), NULL, NULL, arrow, object };

  quiver.sources = g_new (guint, quiver.n_arrows);
  quiver.targets = g_new (guint, quiver.n_arrows);
  for (guint i = 0; i < quiver.n_arrows; i++)
    {
      guint a = below (rand, n_objects);
      guint b = below (rand, n_objects);

      if (acyclic && n_objects > 1 && a == b)
        b = (a + 1) % n_objects;
      quiver.sources[i] = acyclic ? MIN (a, b) : a;
      quiver.targets[i] = acyclic ? MAX (a, b) : b;
    }
  if (acyclic && n_objects == 1)
    quiver.n_arrows = 0;
  return quiver;
}

static void
quiver_clear (Quiver *quiver)
{
  g_free (quiver->sources);
  g_free (quiver->targets);
}

static ChaseName *
object_name (const Quiver *quiver, guint i)
{
  g_autofree char *text = g_strdup_printf ("%s%u", quiver->object, i);

  return chase_name_new (text);
}

static ChaseName *
arrow_name (const Quiver *quiver, guint i)
{
  g_autofree char *text = g_strdup_printf ("%s%u", quiver->arrow, i);

  return chase_name_new (text);
}

static ChaseTerm *
object_term (const Quiver *quiver, guint i)
{
  return chase_term_new_name_shared (object_name (quiver, i), 0, 0);
}

/* A walk of at most @steps arrows from @start; *@end is where it stops. Returns the arrows. */
static GArray *
random_walk (GRand *rand, const Quiver *quiver, guint start, guint steps, guint *end)
{
  GArray *walk = g_array_new (FALSE, FALSE, sizeof (guint));

  *end = start;
  while (steps-- > 0)
    {
      guint offset = quiver->n_arrows > 0 ? below (rand, quiver->n_arrows) : 0;
      guint found = G_MAXUINT;

      for (guint i = 0; i < quiver->n_arrows && found == G_MAXUINT; i++)
        if (quiver->sources[(i + offset) % quiver->n_arrows] == *end)
          found = (i + offset) % quiver->n_arrows;
      if (found == G_MAXUINT)
        break;
      g_array_append_val (walk, found);
      *end = quiver->targets[found];
    }
  return walk;
}

/* A path as a term; the empty one is the identity of @start. */
static ChaseTerm *
walk_term (GRand *rand, const Quiver *quiver, const GArray *walk, guint start)
{
  gboolean then = below (rand, 2) == 0;
  g_autofree ChaseTerm **args = g_new (ChaseTerm *, walk->len + 1);

  if (walk->len == 0)
    {
      args[0] = object_term (quiver, start);
      return chase_term_new_take (CHASE_TERM_IDENTITY, args, 1, 0, 0, 0);
    }
  for (guint i = 0; i < walk->len; i++)
    args[then ? i : walk->len - 1 - i]
        = chase_term_new_name_shared (arrow_name (quiver, g_array_index (walk, guint, i)), 0, 0);
  if (walk->len == 1)
    return args[0];
  return chase_term_new_take (then ? CHASE_TERM_THEN : CHASE_TERM_COMPOSE, args, walk->len, 0, 0,
                              0);
}

/* Two parallel paths, different ones where chance finds them. */
static void
random_parallel (GRand *rand, const Quiver *quiver, ChaseTerm *sides[2])
{
  guint start = below (rand, quiver->n_objects);
  guint end, other_end;
  g_autoptr (GArray) first = random_walk (rand, quiver, start, 1 + below (rand, 4), &end);

  sides[0] = walk_term (rand, quiver, first, start);
  for (guint tries = 0; tries < 20; tries++)
    {
      g_autoptr (GArray) second = random_walk (rand, quiver, start, below (rand, 5), &other_end);

      if (other_end == end)
        {
          sides[1] = walk_term (rand, quiver, second, start);
          return;
        }
    }
  sides[1] = chase_term_ref (sides[0]);
}

static ChaseItem *
new_item (GPtrArray *items, ChaseItemKind kind, const char *name)
{
  ChaseItem *item = chase_item_new (kind);

  if (name != NULL)
    item->name = chase_name_new (name);
  g_ptr_array_add (items, item);
  return item;
}

static void
add_generators (const Quiver *quiver, ChaseItem *item)
{
  for (guint i = 0; i < quiver->n_objects; i++)
    {
      ChaseStatement *statement = chase_statement_new (CHASE_STATEMENT_OBJECT);

      statement->name = object_name (quiver, i);
      statement->joined = i > 0;
      chase_item_take_statement (item, statement);
    }
  for (guint i = 0; i < quiver->n_arrows; i++)
    {
      ChaseStatement *statement = chase_statement_new (CHASE_STATEMENT_ARROW);

      statement->name = arrow_name (quiver, i);
      statement->from = object_term (quiver, quiver->sources[i]);
      statement->to = object_term (quiver, quiver->targets[i]);
      chase_item_take_statement (item, statement);
    }
}

static void
add_equations (GRand *rand, const Quiver *quiver, ChaseItem *item, guint n)
{
  while (n-- > 0)
    {
      ChaseStatement *statement = chase_statement_new (CHASE_STATEMENT_EQUATION);
      ChaseTerm *sides[2];

      random_parallel (rand, quiver, sides);
      chase_proposition_take (&statement->terms, sides[0]);
      chase_proposition_take (&statement->terms, sides[1]);
      chase_item_take_statement (item, statement);
    }
}

static void
add_properties (GRand *rand, const Quiver *quiver, ChaseItem *item)
{
  for (guint i = 0; i < quiver->n_arrows; i++)
    if (below (rand, 8) == 0)
      {
        ChaseStatement *statement = chase_statement_new (CHASE_STATEMENT_PROPERTY);

        statement->property = below (rand, 2) == 0 ? CHASE_PROPERTY_MONO : CHASE_PROPERTY_EPI;
        statement->name = arrow_name (quiver, i);
        chase_item_take_statement (item, statement);
      }
}

static void
add_category (GRand *rand, GPtrArray *items, const Quiver *quiver, const char *name)
{
  ChaseItem *item = new_item (items, CHASE_ITEM_CATEGORY, name);

  add_generators (quiver, item);
  add_equations (rand, quiver, item, below (rand, 4));
  add_properties (rand, quiver, item);
}

static void
assign (ChaseItem *item, ChaseTerm *from, ChaseTerm *value)
{
  ChaseStatement *statement = chase_statement_new (CHASE_STATEMENT_ASSIGNMENT);

  statement->from = from;
  statement->value = value;
  chase_item_take_statement (item, statement);
}

static ChaseTerm *
element (guint i)
{
  g_autofree char *text = g_strdup_printf ("%u", i);

  return chase_term_new_name (text);
}

/* Any sets and any functions between them. */
static void
add_set_functor (GRand *rand, GPtrArray *items, const Quiver *quiver, const char *category)
{
  ChaseItem *item = new_item (items, CHASE_ITEM_FUNCTOR, "M");
  g_autofree guint *sizes = g_new (guint, quiver->n_objects);
  ChaseTerm *args[8];

  item->from = chase_term_new_name (category);
  item->to = chase_term_new_name ("Set");
  for (guint i = 0; i < quiver->n_objects; i++)
    {
      sizes[i] = 1 + below (rand, 4);
      for (guint k = 0; k < sizes[i]; k++)
        args[k] = element (k);
      assign (item, object_term (quiver, i),
              chase_term_new_take (CHASE_TERM_SET, args, sizes[i], 0, 0, 0));
    }
  for (guint i = 0; i < quiver->n_arrows; i++)
    {
      guint n = sizes[quiver->sources[i]];

      for (guint k = 0; k < n; k++)
        {
          args[2 * k] = element (k);
          args[2 * k + 1] = element (below (rand, sizes[quiver->targets[i]]));
        }
      assign (item, chase_term_new_name_shared (arrow_name (quiver, i), 0, 0),
              chase_term_new_take (CHASE_TERM_FUNCTION, args, 2 * n, 0, 0, 0));
    }
}

/* Sends every object to one, and every arrow to its identity. */
static void
add_constant_functor (GRand *rand, GPtrArray *items, const Quiver *from, const Quiver *to)
{
  ChaseItem *item = new_item (items, CHASE_ITEM_FUNCTOR, "K");
  guint target = below (rand, to->n_objects);

  item->from = chase_term_new_name ("C");
  item->to = chase_term_new_name ("D");
  for (guint i = 0; i < from->n_objects; i++)
    assign (item, object_term (from, i), object_term (to, target));
  for (guint i = 0; i < from->n_arrows; i++)
    {
      ChaseTerm *object = object_term (to, target);

      assign (item, chase_term_new_name_shared (arrow_name (from, i), 0, 0),
              chase_term_new_take (CHASE_TERM_IDENTITY, &object, 1, 0, 0, 0));
    }
}

static void
add_identity_transformation (GPtrArray *items, const Quiver *quiver)
{
  ChaseItem *item = new_item (items, CHASE_ITEM_TRANSFORMATION, "one");

  item->from = chase_term_new_name ("K");
  item->to = chase_term_new_name ("K");
  for (guint i = 0; i < quiver->n_objects; i++)
    {
      ChaseTerm *apply[] = { chase_term_new_name ("K"), object_term (quiver, i) };
      ChaseTerm *image = chase_term_new_take (CHASE_TERM_APPLY, apply, 2, 0, 0, 0);

      assign (item, object_term (quiver, i),
              chase_term_new_take (CHASE_TERM_IDENTITY, &image, 1, 0, 0, 0));
    }
}

/* Every object once, every arrow, and some composites. */
static void
add_diagram (GRand *rand, GPtrArray *items, const Quiver *quiver)
{
  ChaseItem *item = new_item (items, CHASE_ITEM_DIAGRAM, "d");

  item->to = chase_term_new_name ("C");
  for (guint i = 0; i < quiver->n_objects; i++)
    {
      ChaseStatement *node = chase_statement_new (CHASE_STATEMENT_NODE);

      node->name = object_name (quiver, i);
      node->has_position = TRUE;
      node->x = i % 4;
      node->y = i / 4 + below (rand, 2) / 2.0;
      node->style = random_style (rand);
      chase_item_take_statement (item, node);
    }
  for (guint i = 0; i < quiver->n_arrows; i++)
    {
      ChaseStatement *draw = chase_statement_new (CHASE_STATEMENT_DRAW);

      draw->name = arrow_name (quiver, i);
      draw->style = random_style (rand);
      chase_item_take_statement (item, draw);
    }
  for (guint n = below (rand, 4); n > 0; n--)
    {
      guint start = below (rand, quiver->n_objects), end;
      g_autoptr (GArray) walk = random_walk (rand, quiver, start, 3, &end);
      ChaseStatement *edge = chase_statement_new (CHASE_STATEMENT_ARROW);

      edge->from = object_term (quiver, start);
      edge->to = object_term (quiver, end);
      edge->value = walk_term (rand, quiver, walk, start);
      chase_item_take_statement (item, edge);
    }
}

static ChaseProposition *
new_check (GRand *rand, GPtrArray *items, ChasePropositionKind kind, gboolean in)
{
  ChaseItem *item = new_item (items, CHASE_ITEM_CHECK, NULL);

  item->negated = below (rand, 5) == 0;
  item->proposition = chase_proposition_new (kind);
  if (in)
    item->proposition->in = chase_term_new_name ("C");
  return item->proposition;
}

static void
add_checks (GRand *rand, GPtrArray *items, const Quiver *quiver)
{
  ChaseProposition *check;
  ChaseTerm *sides[2];
  ChaseAdjective adjective = CHASE_ADJECTIVE_TERMINAL;

  for (guint n = 1 + below (rand, 4); n > 0; n--)
    {
      check = new_check (rand, items, CHASE_PROPOSITION_EQUATION, TRUE);
      random_parallel (rand, quiver, sides);
      chase_proposition_take (&check->terms, sides[0]);
      chase_proposition_take (&check->terms, sides[1]);
    }
  check = new_check (rand, items, CHASE_PROPOSITION_COMMUTES, FALSE);
  chase_proposition_take (&check->terms, chase_term_new_name ("d"));
  check = new_check (rand, items, CHASE_PROPOSITION_IS, TRUE);
  chase_proposition_take (&check->terms, object_term (quiver, 0));
  check->adjectives = g_array_new (FALSE, FALSE, sizeof (ChaseAdjective));
  g_array_append_val (check->adjectives, adjective);
  check = new_check (rand, items, CHASE_PROPOSITION_COUNT, TRUE);
  check->count = CHASE_COUNT_HOM;
  check->number = chase_name_new ("1");
  chase_proposition_take (&check->terms, object_term (quiver, 0));
  chase_proposition_take (&check->terms, object_term (quiver, quiver->n_objects - 1));
}

ChaseDocument *
random_document_new_sensible (guint32 seed, guint size)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_item_unref);
  gboolean acyclic = below (rand, 3) > 0;
  Quiver c = quiver_new (rand, MAX (size, 1), acyclic, "A", "f");
  Quiver d = quiver_new (rand, 1 + below (rand, 4), TRUE, "X", "p");

  add_category (rand, items, &c, "C");
  add_category (rand, items, &d, "D");
  add_constant_functor (rand, items, &c, &d);
  add_set_functor (rand, items, &c, "C");
  add_identity_transformation (items, &c);
  add_diagram (rand, items, &c);
  add_checks (rand, items, &c);
  quiver_clear (&c);
  quiver_clear (&d);
  return chase_document_new_take (items, NULL);
}
