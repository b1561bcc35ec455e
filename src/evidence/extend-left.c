/* SPDX-License-Identifier: MIT */
#include "evidence/cancelled.h"
#include "evidence/enumerate.h"
#include "evidence/extend.h"
#include "model/listed.h"

#define MAX_ROWS 1000000

void
chase_glued_free (ChaseGlued *glued)
{
  if (glued == NULL)
    return;
  g_clear_pointer (&glued->presentation, chase_presentation_unref);
  chase_paths_free (glued->paths);
  g_free (glued);
}

/* The object of C at which the element number @x is. */
static guint32
home (const ChaseSets *sets, guint32 x)
{
  guint32 c = 0;

  while (sets->first[c + 1] <= x)
    c++;
  return c;
}

/* “x, then F (f)” is “what M (f) makes of x”. */
static void
glue (ChaseGlued *glued, const ChaseSets *sets, guint32 start, guint32 f, guint32 x, guint32 image,
      ChaseWord word)
{
  g_autofree guint32 *long_way = g_new (guint32, (gsize)word.length + 1);
  guint32 short_way = glued->n_arrows + image;

  long_way[0] = glued->n_arrows + x;
  for (guint32 i = 0; i < word.length; i++)
    long_way[i + 1] = word.letters[i];
  chase_presentation_add_equation (glued->presentation, start,
                                   (ChaseWord){ long_way, word.length + 1 },
                                   (ChaseWord){ &short_way, 1 }, NULL, 0);
}

ChaseGlued *
chase_glued_new (const ChaseSets *sets, const ChaseFunctor *along, GError **error)
{
  const ChasePresentation *c = along->source->presentation;
  g_autoptr (ChaseGlued) glued = g_new0 (ChaseGlued, 1);
  g_autoptr (ChaseName) name = chase_name_new ("*");
  guint32 start;

  glued->presentation = chase_cancelled (along->target->presentation, MAX_ROWS, NULL, error);
  if (glued->presentation == NULL)
    return NULL;
  glued->n_arrows = chase_presentation_n_arrows (glued->presentation);
  start = chase_presentation_add_object (glued->presentation, name);
  for (guint32 i = 0; i < sets->n_objects; i++)
    for (guint32 x = 0; x < sets->sizes[i]; x++)
      chase_presentation_add_arrow (glued->presentation, sets->names[sets->first[i] + x], start,
                                    along->objects[i], CHASE_PROPERTY_NONE);
  for (guint32 f = 0; f < sets->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (c, f);

      for (guint32 x = 0; !arrow->formal && x < sets->sizes[arrow->source]; x++)
        glue (glued, sets, start, f, (guint32)sets->first[arrow->source] + x,
              (guint32)sets->first[arrow->target] + sets->functions[sets->offsets[f] + x],
              along->words[f]);
    }
  glued->paths = chase_enumerate_from (glued->presentation, FALSE, start, MAX_ROWS, error);
  return glued->paths != NULL ? g_steal_pointer (&glued) : NULL;
}

/* The name of the element number @x of @sets: with its set, where another has its name. */
static char *
name_of (const ChaseSets *sets, const ChasePresentation *c, guint32 x, GHashTable *shared)
{
  return g_hash_table_contains (shared, sets->names[x]) ? g_strdup_printf (
             "%s@%s", sets->names[x], chase_presentation_object_name (c, home (sets, x)))
                                                        : g_strdup (sets->names[x]);
}

static GHashTable *
shared_names (const ChaseSets *sets)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *shared = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize x = 0; x < sets->first[sets->n_objects]; x++)
    if (!g_hash_table_add (seen, sets->names[x]))
      g_hash_table_add (shared, sets->names[x]);
  return shared;
}

/* @letters from the end on; the element is the last. */
static ChaseName *
name_element (const ChaseGlued *glued, const ChaseSets *sets, const ChasePresentation *c,
              const GArray *letters, GHashTable *shared)
{
  guint n = letters->len - 1;
  g_autofree char *x
      = name_of (sets, c, g_array_index (letters, guint32, n) - glued->n_arrows, shared);
  g_autoptr (GString) text = g_string_new (n > 1 ? "(" : "");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (
        text, "%s%s", i > 0 ? " . " : "",
        chase_presentation_arrow (glued->presentation, g_array_index (letters, guint32, i))->name);
  if (n > 0)
    g_string_append_printf (text, "%s(%s)", n > 1 ? ")" : "", x);
  else
    g_string_append (text, x);
  return chase_name_new (text->str);
}

ChaseSets *
chase_glued_sets (const ChaseGlued *glued, const ChaseSets *sets, const ChaseFunctor *along)
{
  const ChasePaths *paths = glued->paths;
  ChaseSets *made = chase_sets_new (along->target->presentation, paths->sizes);
  g_autoptr (GHashTable) shared = shared_names (sets);
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 1; i < paths->n; i++)
    {
      const guint32 *next = &paths->next[(gsize)i * paths->n_arrows];

      chase_paths_spell (paths, i, letters);
      made->names[made->first[paths->object[i]] + paths->place[i]]
          = name_element (glued, sets, along->source->presentation, letters, shared);
      for (guint32 f = 0; f < glued->n_arrows; f++)
        if (next[f] != G_MAXUINT32)
          made->functions[made->offsets[f] + paths->place[i]] = paths->place[next[f]];
    }
  return made;
}

void
chase_glued_unit (const ChaseGlued *glued, const ChaseSets *sets, guint32 *values)
{
  for (gsize x = 0; x < sets->first[sets->n_objects]; x++)
    values[x] = glued->paths->place[glued->paths->next[glued->n_arrows + x]];
}

void
chase_glued_counit (const ChaseGlued *glued, const ChaseSets *sets, const ChaseSets *to,
                    guint32 *values)
{
  const ChasePaths *paths = glued->paths;
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 1; i < paths->n; i++)
    {
      guint32 x, value;

      chase_paths_spell (paths, i, letters);
      x = g_array_index (letters, guint32, letters->len - 1) - glued->n_arrows;
      value = x - (guint32)sets->first[home (sets, x)];
      for (guint k = letters->len - 1; k > 0; k--)
        value = to->functions[to->offsets[g_array_index (letters, guint32, k - 1)] + value];
      values[to->first[paths->object[i]] + paths->place[i]] = value;
    }
}
