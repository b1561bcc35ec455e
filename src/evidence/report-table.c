/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"

#include "evidence/table.h"

#include <string.h>

#include "i18n.h"

/* Composition tables: what a report says of one, tried on the table itself. */

static guint32
arrow_named (const ChasePresentation *presentation, JsonArray *names, guint i)
{
  JsonNode *node = json_array_get_element (names, i);

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return G_MAXUINT32;
  return chase_presentation_find_arrow (presentation, json_node_get_string (node));
}

static gboolean
composable (const ChasePresentation *presentation, guint32 f, guint32 g)
{
  return f != G_MAXUINT32 && g != G_MAXUINT32
         && chase_presentation_arrow (presentation, f)->target
                == chase_presentation_arrow (presentation, g)->source;
}

static gboolean
verify_missing (const ChasePresentation *presentation, JsonArray *names, GError **error)
{
  guint32 f, g;

  if (json_array_get_length (names) != 2)
    return chase_refuse (error, "a missing entry is of two arrows");
  f = arrow_named (presentation, names, 0);
  g = arrow_named (presentation, names, 1);
  if (!composable (presentation, f, g))
    return chase_refuse (error, "these arrows do not compose");
  for (guint e = 0; e < chase_presentation_n_equations (presentation); e++)
    {
      ChaseWord left = chase_presentation_equation (presentation, e)->left;

      if (left.length == 2 && left.letters[0] == f && left.letters[1] == g)
        return chase_refuse (error, "the table has this entry");
    }
  return TRUE;
}

static gboolean
verify_unit (const ChasePresentation *presentation, gint64 number, GError **error)
{
  const ChaseEquation *equation;

  if (number >= chase_presentation_n_equations (presentation))
    return chase_refuse (error, "there is no such entry");
  equation = chase_presentation_equation (presentation, (guint32)number);
  return (equation->left.length < 2 && !chase_word_equal (equation->left, equation->right))
         || chase_refuse (error, "this entry changes nothing");
}

/* Is @name what a person calls the morphism @f: an arrow's name, or "id(A)"? */
static gboolean
is_named (const ChasePresentation *presentation, const ChaseFinite *finite, guint32 f,
          const char *name)
{
  g_autofree char *identity = NULL;

  if (f < finite->n_arrows)
    return g_strcmp0 (name, chase_presentation_arrow (presentation, f)->name) == 0;
  identity = g_strdup_printf ("id(%s)",
                              chase_presentation_object_name (presentation, finite->source[f]));
  return g_strcmp0 (name, identity) == 0;
}

static gboolean
verify_triple (const ChaseFinite *finite, const ChasePresentation *presentation, JsonObject *object,
               GError **error)
{
  JsonArray *names = chase_report_array (object, "triple");
  guint32 f, g, h, left, right;

  if (json_array_get_length (names) != 3)
    return chase_refuse (error, "three arrows are needed");
  f = arrow_named (presentation, names, 0);
  g = arrow_named (presentation, names, 1);
  h = arrow_named (presentation, names, 2);
  if (!composable (presentation, f, g) || !composable (presentation, g, h))
    return chase_refuse (error, "these arrows do not compose");
  left = chase_finite_compose (finite, chase_finite_compose (finite, f, g), h);
  right = chase_finite_compose (finite, f, chase_finite_compose (finite, g, h));
  if (left == right)
    return chase_refuse (error, "these three arrows associate");
  return (is_named (presentation, finite, right, chase_report_string (object, "left"))
          && is_named (presentation, finite, left, chase_report_string (object, "right")))
         || chase_refuse (error, "the composites of these arrows are others");
}

static gboolean
declared_false (const ChaseFinite *finite, const ChaseCategory *category, const char *arrow,
                const char *word)
{
  for (guint i = 0; category->item != NULL && i < chase_item_n_statements (category->item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (category->item, i);
      ChaseProperty property;
      guint32 f;

      if (statement->kind != CHASE_STATEMENT_PROPERTY)
        continue;
      property
          = category->opposite ? chase_property_dual (statement->property) : statement->property;
      if (arrow != NULL
          && (strcmp (arrow, statement->name) != 0
              || g_strcmp0 (word, chase_property_word (property)) != 0))
        continue;
      f = chase_presentation_find_arrow (category->presentation, statement->name);
      if (f != G_MAXUINT32 && !chase_table_has (finite, f, property))
        return TRUE;
    }
  return FALSE;
}

static gboolean
verify_fault (const ChaseCategory *category, JsonObject *object, GError **error)
{
  const ChasePresentation *presentation = category->presentation;
  JsonArray *missing = chase_report_array (object, "missing");
  JsonArray *triple = chase_report_array (object, "triple");
  const char *arrow = chase_report_string (object, "arrow");
  gint64 unit = chase_report_number (object, "unit");
  g_autoptr (ChaseFinite) finite = NULL;

  if (!chase_report_is (object, "table", error))
    return FALSE;
  if (missing != NULL)
    return verify_missing (presentation, missing, error);
  if (unit >= 0)
    return verify_unit (presentation, unit, error);
  finite = chase_table_read (presentation);
  if (finite == NULL)
    return chase_refuse (error, "the table has another fault: it is not closed");
  if (triple != NULL)
    return verify_triple (finite, presentation, object, error);
  return (arrow != NULL
          && declared_false (finite, category, arrow, chase_report_string (object, "property")))
         || chase_refuse (error, "the evidence shows no fault of the table");
}

/* Fills in what the arrows @marked reach when one of them is composed behind what is reached, again
 * and again; returns how many that are. */
static guint32
reach (const ChaseFinite *finite, const gboolean *marked, gboolean *reached)
{
  g_autofree guint32 *queue = g_new (guint32, finite->n_arrows + 1);
  guint32 head = 0, tail = 0;

  memcpy (reached, marked, finite->n_arrows * sizeof (gboolean));
  for (guint32 f = 0; f < finite->n_arrows; f++)
    if (marked[f])
      queue[tail++] = f;
  while (head < tail)
    {
      guint32 f = queue[head++];
      guint32 b = finite->target[f];

      for (guint32 k = finite->first[b]; k < finite->first[b + 1]; k++)
        {
          guint32 product = chase_finite_compose (finite, f, finite->out[k]);

          if (!marked[finite->out[k]] || product >= finite->n_arrows || reached[product])
            continue;
          reached[product] = TRUE;
          queue[tail++] = product;
        }
    }
  return tail;
}

static gboolean
generate (const ChaseFinite *finite, const gboolean *marked)
{
  g_autofree gboolean *reached = g_new0 (gboolean, finite->n_arrows + 1);

  return reach (finite, marked, reached) == finite->n_arrows;
}

/* Marks arrows that generate all. */
static void
mark_generators (const ChaseFinite *finite, gboolean *marked)
{
  g_autofree gboolean *reached = g_new0 (gboolean, finite->n_arrows + 1);

  for (guint32 f = 0; f < finite->n_arrows; f++)
    if (!reached[f])
      {
        marked[f] = TRUE;
        reach (finite, marked, reached);
      }
}

/* Light's test: with the generators in the middle all triples associate. */
static gboolean
associative (const ChaseFinite *finite, const gboolean *marked)
{
  for (guint32 x = 0; x < finite->n_arrows; x++)
    {
      guint32 a = finite->target[x];

      for (guint32 i = finite->first[a]; i < finite->first[a + 1]; i++)
        {
          guint32 middle = finite->out[i];
          guint32 b = finite->target[middle];
          guint32 left = chase_finite_compose (finite, x, middle);

          for (guint32 k = finite->first[b]; marked[middle] && k < finite->first[b + 1]; k++)
            if (chase_finite_compose (finite, left, finite->out[k])
                != chase_finite_compose (finite, x,
                                         chase_finite_compose (finite, middle, finite->out[k])))
              return FALSE;
        }
    }
  return TRUE;
}

/* Is the table a category, by Light's test with the generators that @object names? Then the table,
 * else NULL. */
static ChaseFinite *
tested_table (const ChasePresentation *presentation, JsonObject *object, GError **error)
{
  JsonArray *generators = chase_report_array (object, "generators");
  g_autoptr (ChaseFinite) finite = NULL;
  g_autofree gboolean *marked = NULL;

  if (generators == NULL)
    {
      chase_refuse (error, "the generators for Light's test are missing");
      return NULL;
    }
  finite = chase_table_read (presentation);
  if (finite == NULL)
    {
      chase_refuse (error, "the table is not closed, or breaks a unit law");
      return NULL;
    }
  marked = g_new0 (gboolean, finite->n_arrows + 1);
  for (guint i = 0; i < json_array_get_length (generators); i++)
    {
      guint32 f = arrow_named (presentation, generators, i);

      if (f == G_MAXUINT32 || marked[f])
        {
          chase_refuse (error, "the generator number %u is no arrow, or stands there twice", i);
          return NULL;
        }
      marked[f] = TRUE;
    }
  if (generate (finite, marked) && associative (finite, marked))
    return g_steal_pointer (&finite);
  chase_refuse (error, "the table is not associative, or the generators do not reach every arrow");
  return NULL;
}

static gboolean
is_known_table (ChaseTheory *theory, const ChaseCategory *category, GError **error)
{
  g_autoptr (ChaseFinite) finite = NULL;
  g_autofree gboolean *marked = NULL;

  if (!category->table || chase_theory_is_verified (theory, category->presentation))
    return TRUE;
  finite = chase_table_read (category->presentation);
  marked = finite != NULL ? g_new0 (gboolean, finite->n_arrows + 1) : NULL;
  if (marked != NULL)
    mark_generators (finite, marked);
  if (marked == NULL || !associative (finite, marked))
    return chase_refuse (error, "the table is not a category");
  chase_theory_set_verified (theory, category->presentation);
  return TRUE;
}

gboolean
chase_report_known_category (ChaseTheory *theory, const ChaseCategory *category, GError **error)
{
  if (category == NULL)
    return TRUE;
  return is_known_table (theory, category, error)
         && chase_report_known_category (theory, category->parts[0], error)
         && chase_report_known_category (theory, category->parts[1], error)
         && (category->elements == NULL
             || (chase_report_known_category (theory, category->elements->source, error)
                 && chase_report_known_elements (category->elements, error)));
}

gboolean
chase_report_table_paths (const ChaseCategory *category, guint32 source, ChaseWord left,
                          ChaseWord right, gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (ChaseFinite) finite = tested_table (category->presentation, object, error);
  guint32 one, two;

  if (finite == NULL)
    return FALSE;
  one = two = chase_finite_identity (finite, source);
  for (guint32 i = 0; i < left.length; i++)
    one = chase_finite_compose (finite, one, left.letters[i]);
  for (guint32 i = 0; i < right.length; i++)
    two = chase_finite_compose (finite, two, right.letters[i]);
  if ((one == two) != holds)
    return chase_refuse (error, one == two ? _ ("by the table the paths are equal")
                                           : _ ("by the table the paths are different"));
  return (is_named (category->presentation, finite, one, chase_report_string (object, "left"))
          && is_named (category->presentation, finite, two, chase_report_string (object, "right")))
         || chase_refuse (error, "by the table the paths have other values");
}

gboolean
chase_report_table (const ChaseCategory *category, gboolean holds, JsonObject *object,
                    GError **error)
{
  g_autoptr (ChaseFinite) finite = NULL;

  if (!holds)
    return verify_fault (category, object, error);
  if (!chase_report_is (object, "laws", error))
    return FALSE;
  finite = tested_table (category->presentation, object, error);
  if (finite == NULL)
    return FALSE;
  return !declared_false (finite, category, NULL, NULL)
         || chase_refuse (error, "an arrow does not have the property that is declared of it");
}
