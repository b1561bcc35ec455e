/* SPDX-License-Identifier: MIT */
#include "evidence/paths.h"

#include "model/listed.h"

#define NOWHERE G_MAXUINT32

void
chase_paths_free (ChasePaths *paths)
{
  if (paths == NULL)
    return;
  g_free (paths->object);
  g_free (paths->next);
  g_free (paths->before);
  g_free (paths->last);
  g_free (paths->place);
  g_free (paths->sizes);
  g_free (paths);
}

/* Breadth first from the identity. */
static void
number_rows (ChasePaths *paths, const ChaseHomTable *table, guint32 *row_of, guint32 *number)
{
  for (guint32 row = 0; row < table->n_rows; row++)
    number[row] = NOWHERE;
  row_of[0] = number[0] = 0;
  paths->n = 1;
  for (guint32 i = 0; i < paths->n; i++)
    for (guint32 f = 0; f < paths->n_arrows; f++)
      {
        guint32 row = table->next[(gsize)row_of[i] * paths->n_arrows + f];

        if (row == NOWHERE || number[row] != NOWHERE)
          continue;
        paths->before[paths->n] = i;
        paths->last[paths->n] = f;
        row_of[paths->n] = row;
        number[row] = paths->n++;
      }
}

ChasePaths *
chase_paths_new (const ChaseHomTable *table, guint32 n_objects, guint32 n_arrows)
{
  ChasePaths *paths = g_new0 (ChasePaths, 1);
  gsize room = (gsize)table->n_rows + 1;
  g_autofree guint32 *row_of = g_new (guint32, room);
  g_autofree guint32 *number = g_new (guint32, room);

  paths->n_arrows = n_arrows;
  paths->before = g_new0 (guint32, room);
  paths->last = g_new0 (guint32, room);
  number_rows (paths, table, row_of, number);
  paths->object = g_new (guint32, room);
  paths->place = g_new (guint32, room);
  paths->next = g_new (guint32, (gsize)paths->n * n_arrows + 1);
  paths->sizes = g_new0 (guint32, (gsize)n_objects + 1);
  for (guint32 i = 0; i < paths->n; i++)
    {
      paths->object[i] = table->object[row_of[i]];
      for (guint32 f = 0; f < n_arrows; f++)
        {
          guint32 row = table->next[(gsize)row_of[i] * n_arrows + f];

          paths->next[(gsize)i * n_arrows + f] = row == NOWHERE ? NOWHERE : number[row];
        }
    }
  for (guint32 i = 1; i <= paths->n; i++)
    {
      guint32 k = i < paths->n ? i : 0;

      paths->place[k] = paths->sizes[paths->object[k]]++;
    }
  return paths;
}

guint32
chase_paths_follow (const ChasePaths *paths, guint32 from, ChaseWord word)
{
  for (guint32 i = 0; i < word.length; i++)
    from = paths->next[(gsize)from * paths->n_arrows + word.letters[i]];
  return from;
}

void
chase_paths_spell (const ChasePaths *paths, guint32 i, GArray *letters)
{
  g_array_set_size (letters, 0);
  for (; i != 0; i = paths->before[i])
    g_array_append_val (letters, paths->last[i]);
}

static ChaseName *
name_path (const ChasePaths *paths, const ChasePresentation *p, guint32 i, gboolean turned)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GString) text = g_string_new (NULL);

  if (i == 0)
    g_string_printf (text, "id(%s)", chase_presentation_object_name (p, paths->object[0]));
  chase_paths_spell (paths, i, letters);
  for (guint k = 0; k < letters->len; k++)
    {
      guint32 letter = g_array_index (letters, guint32, turned ? letters->len - 1 - k : k);

      if (k > 0)
        g_string_append (text, " . ");
      g_string_append (text, chase_presentation_arrow (p, letter)->name);
    }
  return chase_name_new (text->str);
}

ChaseSets *
chase_paths_sets (const ChasePaths *paths, const ChasePresentation *presentation, gboolean turned)
{
  ChaseSets *sets = chase_sets_new (presentation, paths->sizes);

  for (guint32 i = 0; i < paths->n; i++)
    {
      guint32 at = paths->object[i];

      sets->names[sets->first[at] + paths->place[i]] = name_path (paths, presentation, i, turned);
      for (guint32 f = 0; f < paths->n_arrows; f++)
        if (paths->next[(gsize)i * paths->n_arrows + f] != NOWHERE)
          sets->functions[sets->offsets[f] + paths->place[i]]
              = paths->place[paths->next[(gsize)i * paths->n_arrows + f]];
    }
  return sets;
}
