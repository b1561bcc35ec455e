/* SPDX-License-Identifier: MIT */
#include "vectors.h"

#include <string.h>

/* Any of quiver's words, and of those that tikz-cd has beyond them, in the steps that a person
 * uses. */
static ChaseStyle *
some_style (GRand *rand)
{
  static const double colours[][3] = { { 0, 100, 50 }, { 240, 60, 60 }, { 120, 40, 30 } };
  ChaseStyle *style = chase_style_new ();
  guint colour = (guint)g_rand_int_range (rand, 0, 6);

  style->body = (ChaseBody)g_rand_int_range (rand, 0, CHASE_BODY_BULLET_HOLLOW + 1);
  style->head = (ChaseHead)g_rand_int_range (rand, 0, CHASE_HEAD_MULTIMAP + 1);
  style->tail = (ChaseTail)g_rand_int_range (rand, 0, CHASE_TAIL_COIL_BOTTOM + 1);
  style->level = (guint)g_rand_int_range (rand, 0, 5);
  style->curve = g_rand_int_range (rand, -5, 6) / 2.0;
  style->offset = g_rand_int_range (rand, -5, 6) / 2.0;
  style->shorten_source = 10.0 * g_rand_int_range (rand, 0, 4);
  style->shorten_target = 10.0 * g_rand_int_range (rand, 0, 4);
  style->label_side = (ChaseLabelSide)g_rand_int_range (rand, 0, CHASE_LABEL_OVER + 1);
  style->label_at = g_rand_int_range (rand, 0, 11) / 10.0;
  style->step = (guint)g_rand_int_range (rand, 0, 3);
  if (colour < G_N_ELEMENTS (colours))
    style->colour = (ChaseColour){ CHASE_COLOUR_HSL,
                                   { colours[colour][0], colours[colour][1], colours[colour][2] },
                                   1.0 };
  if (g_rand_boolean (rand))
    style->bend = 10.0 * g_rand_int_range (rand, -9, 10);
  if (style->bend != 0.0)
    style->curve = 0.0;
  if (g_rand_int_range (rand, 0, 4) == 0)
    chase_style_add_label (style, "\\sim", NULL);
  return style;
}

/* A diagram of random arrows, some between arrows, in random styles. */
static ChaseDocument *
random_diagram (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  ChaseItem *item = chase_item_new (CHASE_ITEM_DIAGRAM);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_item_unref);
  guint n_nodes = (guint)g_rand_int_range (rand, 1, 7);
  guint n_edges = (guint)g_rand_int_range (rand, 0, 8);

  item->name = chase_name_new ("d");
  for (guint i = 0; i < n_nodes + n_edges; i++)
    {
      g_autofree char *name = g_strdup_printf ("x%u", i);
      g_autofree char *label = g_strdup_printf ("L_{%u}", i);
      ChaseStatement *statement
          = chase_statement_new (i < n_nodes ? CHASE_STATEMENT_NODE : CHASE_STATEMENT_ARROW);

      statement->name = chase_name_new (name);
      statement->label = chase_name_new (label);
      statement->has_position = i < n_nodes;
      statement->x = i % 3;
      statement->y = i / 3;
      if (i >= n_nodes)
        {
          guint32 ends[2];
          gboolean higher;

          for (guint j = 0; j < 2; j++)
            {
              g_autofree char *end = NULL;

              ends[j] = (guint32)g_rand_int_range (
                  rand, 0, (gint)(g_rand_int_range (rand, 0, 4) == 0 ? i : n_nodes));
              end = g_strdup_printf ("x%u", ends[j]);
              *(j == 0 ? &statement->from : &statement->to) = chase_term_new_name (end);
            }
          higher = ends[0] >= n_nodes || ends[1] >= n_nodes;
          statement->level = higher ? 2 : 1;
          statement->style = some_style (rand);
        }
      chase_item_take_statement (item, statement);
    }
  g_ptr_array_add (items, item);
  return chase_document_new_take (items, NULL);
}

/* Written and read again, a diagram is the same as quiver's JSON has it, our keys included. */
static void
check_format (ChaseFormat format, guint n)
{
  for (guint32 seed = 0; seed < n; seed++)
    {
      g_autoptr (ChaseDocument) document = random_diagram (seed);
      g_autofree char *before
          = chase_interchange_write (CHASE_FORMAT_QUIVER_JSON, document, NULL, NULL, NULL);
      g_autofree char *written = chase_interchange_write (format, document, NULL, NULL, NULL);
      g_autofree char *after = convert (format, written, CHASE_FORMAT_QUIVER_JSON, NULL);

      if (strcmp (before, after) != 0)
        g_error ("seed %u\n%s\n%s\n%s", seed, before, written, after);
    }
}

static void
test_json (void)
{
  check_format (CHASE_FORMAT_QUIVER_JSON, 1000);
}

static void
test_links (void)
{
  check_format (CHASE_FORMAT_QUIVER_URL, 500);
}

static void
test_tikzcd (void)
{
  check_format (CHASE_FORMAT_TIKZCD, 400);
}

static void
test_dot (void)
{
  check_format (CHASE_FORMAT_DOT, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/json", test_json);
  g_test_add_func ("/random/links", test_links);
  g_test_add_func ("/random/tikzcd", test_tikzcd);
  g_test_add_func ("/random/dot", test_dot);
  return g_test_run ();
}
