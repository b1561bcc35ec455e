/* SPDX-License-Identifier: MIT */
#include "random-acyclic.h"

#include <string.h>

enum
{
  MAX_PATHS = 4000,
};

static void
list_paths (RandomAcyclic *r)
{
  guint n_arrows = chase_presentation_n_arrows (r->presentation);

  for (guint32 o = 0; o < chase_presentation_n_objects (r->presentation); o++)
    {
      g_ptr_array_add (r->paths, g_array_new (FALSE, FALSE, sizeof (guint32)));
      g_array_append_val (r->source, o);
      g_array_append_val (r->target, o);
    }
  for (guint i = 0; i < r->paths->len && r->paths->len < MAX_PATHS; i++)
    for (guint32 a = 0; a < n_arrows; a++)
      {
        const ChaseArrow *arrow = chase_presentation_arrow (r->presentation, a);
        guint32 source = g_array_index (r->source, guint32, i);
        GArray *longer;

        if (arrow->source != g_array_index (r->target, guint32, i))
          continue;
        longer = g_array_copy (g_ptr_array_index (r->paths, i));
        g_array_append_val (longer, a);
        g_ptr_array_add (r->paths, longer);
        g_array_append_val (r->source, source);
        g_array_append_val (r->target, arrow->target);
      }
}

ChaseWord
random_acyclic_path (RandomAcyclic *r, guint path)
{
  GArray *letters = g_ptr_array_index (r->paths, path);

  return (ChaseWord){ (guint32 *)(gpointer)letters->data, letters->len };
}

guint
random_acyclic_class (RandomAcyclic *r, guint path)
{
  while (g_array_index (r->parent, guint, path) != path)
    path = g_array_index (r->parent, guint, path);
  return path;
}

static guint
path_number (RandomAcyclic *r, GArray *letters, guint32 source)
{
  ChaseWord word = { (guint32 *)(gpointer)letters->data, letters->len };

  for (guint i = 0; i < r->paths->len; i++)
    if (g_array_index (r->source, guint32, i) == source
        && chase_word_equal (random_acyclic_path (r, i), word))
      return i;
  g_assert_not_reached ();
}

static void
close_under (RandomAcyclic *r, const ChaseEquation *e)
{
  for (guint i = 0; i < r->paths->len; i++)
    {
      ChaseWord path = random_acyclic_path (r, i);

      for (guint32 at = 0; at + e->left.length <= path.length; at++)
        {
          g_autoptr (GArray) other = g_array_new (FALSE, FALSE, sizeof (guint32));
          guint a, b;

          if (memcmp (path.letters + at, e->left.letters, e->left.length * sizeof (guint32)) != 0)
            continue;
          g_array_append_vals (other, path.letters, at);
          g_array_append_vals (other, e->right.letters, e->right.length);
          g_array_append_vals (other, path.letters + at + e->left.length,
                               path.length - at - e->left.length);
          a = random_acyclic_class (r, i);
          b = random_acyclic_class (r,
                                    path_number (r, other, g_array_index (r->source, guint32, i)));
          g_array_index (r->parent, guint, MAX (a, b)) = MIN (a, b);
        }
    }
}

static void
add_random_equation (RandomAcyclic *r, GRand *rand)
{
  for (guint tries = 0; tries < 200; tries++)
    {
      guint i = g_rand_int_range (rand, 0, (gint)r->paths->len);
      guint j = g_rand_int_range (rand, 0, (gint)r->paths->len);

      if (i != j && g_array_index (r->source, guint32, i) == g_array_index (r->source, guint32, j)
          && g_array_index (r->target, guint32, i) == g_array_index (r->target, guint32, j)
          && random_acyclic_path (r, i).length > 0)
        {
          chase_presentation_add_equation (r->presentation, g_array_index (r->source, guint32, i),
                                           random_acyclic_path (r, i), random_acyclic_path (r, j),
                                           NULL, 0);
          return;
        }
    }
}

RandomAcyclic *
random_acyclic_new (GRand *rand, guint n_objects, guint n_arrows, guint n_equations)
{
  RandomAcyclic *r = g_new0 (RandomAcyclic, 1);

  r->presentation = chase_presentation_new ();
  r->paths = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  r->source = g_array_new (FALSE, FALSE, sizeof (guint32));
  r->target = g_array_new (FALSE, FALSE, sizeof (guint32));
  r->parent = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_objects; i++)
    {
      g_autofree char *text = g_strdup_printf ("A%u", i);
      g_autoptr (ChaseName) name = chase_name_new (text);

      chase_presentation_add_object (r->presentation, name);
    }
  for (guint i = 0; i < n_arrows; i++)
    {
      g_autofree char *text = g_strdup_printf ("f%u", i);
      g_autoptr (ChaseName) name = chase_name_new (text);
      guint x = g_rand_int_range (rand, 0, (gint)n_objects);
      guint y = g_rand_int_range (rand, 0, (gint)n_objects);

      if (x != y)
        chase_presentation_add_arrow (r->presentation, name, MIN (x, y), MAX (x, y),
                                      CHASE_PROPERTY_NONE);
    }
  list_paths (r);
  for (guint i = 0; i < n_equations; i++)
    add_random_equation (r, rand);
  for (guint i = 0; i < r->paths->len; i++)
    g_array_append_val (r->parent, i);
  for (guint i = 0; i < chase_presentation_n_equations (r->presentation); i++)
    close_under (r, chase_presentation_equation (r->presentation, i));
  return r;
}

void
random_acyclic_free (RandomAcyclic *r)
{
  chase_presentation_unref (r->presentation);
  g_ptr_array_unref (r->paths);
  g_array_unref (r->source);
  g_array_unref (r->target);
  g_array_unref (r->parent);
  g_free (r);
}
