/* SPDX-License-Identifier: MIT */
#include "interchange/meaning-private.h"

#include "model/label-path.h"

#include <string.h>

/* A label of more tokens than this is not looked into. */
#define TOKENS_MAX 60

typedef struct
{
  ChaseSketch *sketch;
  const guint *levels;
  ChaseMeaning *meaning;
  GPtrArray **tokens; /* of each edge's sense; NULL: too long, or a sign */
  ChaseName **keys;   /* of each object's label, or NULL */
  ChaseLabels labels;
  GHashTable *first; /* what a morphism is known by -> its first edge + 1 */
} Reader;

gboolean
chase_sketch_is_decoration (const ChaseSketchCell *cell)
{
  const ChaseStyle *style = cell->style;

  if (style->form != CHASE_EDGE_ARROW)
    return TRUE;
  return style->body == CHASE_BODY_NONE && style->head == CHASE_HEAD_NONE
         && (style->tail == CHASE_TAIL_NONE || style->tail == CHASE_TAIL_DEFAULT);
}

static gboolean
is_edge (const ChaseSketchCell *cell)
{
  return !cell->node && !cell->hole;
}

/* Objects */

static guint32
find (guint32 *same, guint32 i)
{
  while (same[i] != i)
    i = same[i] = same[same[i]];
  return i;
}

static void
unite (guint32 *same, guint32 a, guint32 b)
{
  a = find (same, a);
  b = find (same, b);
  same[MAX (a, b)] = MIN (a, b);
}

static void
join_equal_nodes (Reader *reader)
{
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < reader->meaning->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (reader->sketch, i);
      char *sense = reader->meaning->senses[i];
      gpointer found;

      if (!cell->node || chase_label_is_sign (cell->label))
        continue;
      found = g_hash_table_lookup (first, sense);
      if (found == NULL)
        g_hash_table_insert (first, sense, GUINT_TO_POINTER (i + 1));
      else if (cell->placed)
        unite (reader->meaning->same, i, GPOINTER_TO_UINT (found) - 1);
    }
}

static gboolean
says_equal (const char *label)
{
  return *label == '\0' || strcmp (label, "=") == 0 || strcmp (label, "\\equiv") == 0;
}

/* Two strokes without heads between two objects, or an equality sign in the place of an arrow. */
static gboolean
is_equality (const Reader *reader, guint32 i)
{
  const ChaseSketchCell *cell = chase_sketch_get (reader->sketch, i);
  const ChaseStyle *style = cell->style;

  if (!is_edge (cell) || reader->levels[i] != 1 || style->form != CHASE_EDGE_ARROW
      || style->head != CHASE_HEAD_NONE
      || (style->tail != CHASE_TAIL_NONE && style->tail != CHASE_TAIL_DEFAULT))
    return FALSE;
  if (style->body == CHASE_BODY_NONE)
    return strcmp (cell->label, "=") == 0;
  return style->level == 2 && style->body == CHASE_BODY_SOLID && says_equal (cell->label);
}

static void
join_nodes (Reader *reader)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, TRUE, sizeof (ChaseFactor));

  join_equal_nodes (reader);
  for (guint32 i = 0; i < reader->meaning->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (reader->sketch, i);

      if (!is_equality (reader, i))
        continue;
      unite (reader->meaning->same, cell->source, cell->target);
      reader->meaning->paths[i] = g_array_ref (nothing);
    }
  for (guint32 i = 0; i < reader->meaning->n; i++)
    if (chase_sketch_get (reader->sketch, i)->node)
      reader->meaning->same[i] = find (reader->meaning->same, i);
}

/* Morphisms */

static gboolean
says_morphism (const ChaseSketchCell *cell)
{
  return is_edge (cell) && !chase_sketch_is_decoration (cell) && !chase_label_is_sign (cell->label);
}

/* What two edges must agree in to show the same morphism. */
static char *
edge_key (const Reader *reader, guint32 i)
{
  const ChaseSketchCell *cell = chase_sketch_get (reader->sketch, i);

  return g_strdup_printf ("%x %x %s", reader->meaning->same[cell->source],
                          reader->meaning->same[cell->target], reader->meaning->senses[i]);
}

static void
learn (Reader *reader, guint32 i)
{
  const ChaseSketchCell *cell = chase_sketch_get (reader->sketch, i);
  ChaseNamed named
      = { i, reader->meaning->same[cell->source], reader->meaning->same[cell->target] };

  if (reader->tokens[i] != NULL && reader->levels[i] == 1)
    chase_labels_learn (&reader->labels, reader->tokens[i], &named);
}

/* Puts the paths of factors that are composites themselves in their place. NULL where that cannot
 * be. Takes @path. */
static GArray *
flatten (const Reader *reader, GArray *path)
{
  GArray *flat = g_array_new (FALSE, TRUE, sizeof (ChaseFactor));

  for (guint i = 0; flat != NULL && i < path->len; i++)
    {
      const ChaseFactor *factor = &g_array_index (path, ChaseFactor, i);
      const GArray *inner = reader->meaning->paths[factor->edge];

      if (inner == NULL)
        g_array_append_val (flat, *factor);
      else if (!factor->inverse)
        g_array_append_vals (flat, inner->data, inner->len);
      if ((inner != NULL && factor->inverse) || flat->len > 1000)
        g_clear_pointer (&flat, g_array_unref);
    }
  g_array_unref (path);
  return flat;
}

static GArray *
read_part (Reader *reader, guint32 i, guint from, guint to, gboolean single)
{
  const ChaseSketchCell *cell = chase_sketch_get (reader->sketch, i);
  guint32 source = reader->meaning->same[cell->source];
  guint32 target = reader->meaning->same[cell->target];
  GArray *path;

  if (source == target
      && (chase_label_says_identity (reader->tokens[i], from, to, reader->keys[source])
          || chase_label_says_identity (reader->tokens[i], from, to, reader->keys[cell->source])
          || chase_label_says_identity (reader->tokens[i], from, to, reader->keys[cell->target])))
    return g_array_new (FALSE, TRUE, sizeof (ChaseFactor));
  path = chase_labels_read (&reader->labels, reader->tokens[i], from, to, source, target, single);
  return path != NULL ? flatten (reader, path) : NULL;
}

/* The parts of a label between the equality signs: `h = g \circ f`. */
static void
read_equation (Reader *reader, guint32 i, const GArray *signs)
{
  GArray **path = &reader->meaning->paths[i];
  guint from = 0;

  for (guint k = 0; k <= signs->len; k++)
    {
      guint to = k < signs->len ? g_array_index (signs, guint, k) : reader->tokens[i]->len;
      GArray *part = read_part (reader, i, from, to, TRUE);

      from = to + 1;
      if (part == NULL)
        continue;
      if (*path == NULL)
        *path = part;
      else
        {
          g_ptr_array_add (reader->meaning->equations, g_array_ref (*path));
          g_ptr_array_add (reader->meaning->equations, part);
        }
    }
}

static void
read_label (Reader *reader, guint32 i)
{
  const GPtrArray *tokens = reader->tokens[i];
  g_autoptr (GArray) signs = g_array_new (FALSE, FALSE, sizeof (guint));

  if (tokens == NULL || reader->levels[i] != 1)
    return;
  for (guint at = 0; at < tokens->len; at++)
    {
      const char *token = g_ptr_array_index (tokens, at);

      if (strcmp (token, "(") == 0 || strcmp (token, "[") == 0 || strcmp (token, "{") == 0)
        at = chase_label_skip_group (tokens, at, tokens->len) - 1;
      else if (strcmp (token, "=") == 0)
        g_array_append_val (signs, at);
    }
  if (signs->len > 0)
    read_equation (reader, i, signs);
  else
    reader->meaning->paths[i] = read_part (reader, i, 0, tokens->len, FALSE);
}

static guint
token_count (const Reader *reader, guint32 i)
{
  return reader->tokens[i] != NULL ? reader->tokens[i]->len : TOKENS_MAX + 1;
}

static int
compare_lengths (gconstpointer a, gconstpointer b, gpointer data)
{
  guint32 i = *(const guint32 *)a, j = *(const guint32 *)b;
  guint left = token_count (data, i), right = token_count (data, j);

  if (left != right)
    return left < right ? -1 : 1;
  return i < j ? -1 : i > j;
}

/* A label is read by shorter ones, so the shortest come first, and no reading goes round. */
static void
read_morphisms (Reader *reader, GArray *edges)
{
  guint learnt = 0;

  g_array_sort_with_data (edges, compare_lengths, reader);
  for (guint k = 0; k < edges->len; k++)
    {
      guint32 i = g_array_index (edges, guint32, k);
      g_autofree char *key = edge_key (reader, i);
      gpointer found = g_hash_table_lookup (reader->first, key);

      for (; learnt < k
             && token_count (reader, g_array_index (edges, guint32, learnt))
                    < token_count (reader, i);
           learnt++)
        {
          guint32 shorter = g_array_index (edges, guint32, learnt);

          if (reader->meaning->same[shorter] == shorter)
            learn (reader, shorter);
        }
      if (found != NULL)
        {
          reader->meaning->same[i] = GPOINTER_TO_UINT (found) - 1;
          continue;
        }
      g_hash_table_insert (reader->first, g_steal_pointer (&key), GUINT_TO_POINTER (i + 1));
      read_label (reader, i);
    }
}

static void
read_edges (Reader *reader)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < reader->meaning->n; i++)
    if (says_morphism (chase_sketch_get (reader->sketch, i)) && reader->meaning->paths[i] == NULL)
      {
        g_array_append_val (edges, i);
        reader->meaning->morphism[i] = TRUE;
      }
  read_morphisms (reader, edges);
  /* What shows what another does shows a path where that does. */
  for (guint k = 0; k < edges->len; k++)
    {
      guint32 i = g_array_index (edges, guint32, k);
      guint32 first = reader->meaning->same[i];

      if (first != i && reader->meaning->paths[first] != NULL)
        reader->meaning->paths[i] = g_array_ref (reader->meaning->paths[first]);
      if (reader->meaning->paths[i] != NULL)
        {
          reader->meaning->same[i] = i;
          reader->meaning->morphism[i] = FALSE;
        }
    }
}

/* Properties */

static ChaseProperty
looks_like (const ChaseSketchCell *cell)
{
  const ChaseStyle *style = cell->style;
  ChaseProperty properties = CHASE_PROPERTY_NONE;

  if (style->tail == CHASE_TAIL_MONO || style->tail == CHASE_TAIL_HOOK_TOP
      || style->tail == CHASE_TAIL_HOOK_BOTTOM)
    properties |= CHASE_PROPERTY_MONO;
  if (style->head == CHASE_HEAD_EPI)
    properties |= CHASE_PROPERTY_EPI;
  if (cell->iso || chase_label_is_iso (cell->label))
    properties |= CHASE_PROPERTY_ISO;
  return properties;
}

static void
read_properties (Reader *reader)
{
  ChaseMeaning *meaning = reader->meaning;

  for (guint32 i = 0; i < meaning->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (reader->sketch, i);
      ChaseProperty properties;

      for (guint k = 0; meaning->paths[i] != NULL && k < meaning->paths[i]->len; k++)
        {
          const ChaseFactor *factor = &g_array_index (meaning->paths[i], ChaseFactor, k);

          if (factor->inverse)
            meaning->properties[factor->edge] |= CHASE_PROPERTY_ISO;
        }
      if (!is_edge (cell) || reader->levels[i] != 1 || meaning->paths[i] != NULL
          || chase_sketch_is_decoration (cell))
        continue;
      properties = looks_like (cell);
      if (properties == CHASE_PROPERTY_NONE)
        continue;
      meaning->properties[meaning->same[i]] |= properties;
      meaning->morphism[i] = TRUE;
    }
}

static void
read_tokens (Reader *reader)
{
  for (guint32 i = 0; i < reader->meaning->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (reader->sketch, i);

      g_autoptr (GPtrArray) tokens = NULL;
      g_autofree char *key = NULL;

      if (cell->hole || chase_label_is_sign (cell->label))
        continue;
      tokens = chase_label_tokens (reader->meaning->senses[i], TOKENS_MAX);
      if (tokens == NULL)
        continue;
      if (!cell->node)
        {
          reader->tokens[i] = g_steal_pointer (&tokens);
          continue;
        }
      key = chase_label_key (tokens, 0, tokens->len);
      reader->keys[i] = chase_sketch_intern (reader->sketch, key);
    }
}

static void
read_all (Reader *reader)
{
  guint32 n = reader->meaning->n;

  reader->tokens = g_new0 (GPtrArray *, n + 1);
  reader->keys = g_new0 (ChaseName *, n + 1);
  reader->first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  chase_labels_init (&reader->labels);
  reader->labels.objects = (const char *const *)reader->keys;
  read_tokens (reader);
  join_nodes (reader);
  read_edges (reader);
  read_properties (reader);
  for (guint32 i = 0; i < n; i++)
    {
      g_clear_pointer (&reader->tokens[i], g_ptr_array_unref);
      chase_name_unref (reader->keys[i]);
    }
  g_free (reader->tokens);
  g_free (reader->keys);
  g_hash_table_unref (reader->first);
  chase_labels_clear (&reader->labels);
}

static ChaseName *
sense_of (ChaseSketch *sketch, const ChaseSketchCell *cell)
{
  g_autofree char *sense = chase_label_sense (cell->label);

  return chase_sketch_intern (sketch, sense);
}

ChaseMeaning *
chase_meaning_new (ChaseSketch *sketch, const guint *levels, gboolean drawing_only)
{
  ChaseMeaning *meaning = g_new0 (ChaseMeaning, 1);
  Reader reader = { .sketch = sketch, .levels = levels, .meaning = meaning };

  meaning->n = sketch->n;
  meaning->senses = g_new0 (ChaseName *, meaning->n + 1);
  meaning->same = g_new0 (guint32, meaning->n + 1);
  meaning->morphism = g_new0 (guint8, meaning->n + 1);
  meaning->paths = g_new0 (GArray *, meaning->n + 1);
  meaning->properties = g_new0 (guint8, meaning->n + 1);
  meaning->equations = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint32 i = 0; i < meaning->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (sketch, i);

      meaning->same[i] = i;
      meaning->senses[i] = drawing_only ? chase_name_ref (cell->label) : sense_of (sketch, cell);
      meaning->morphism[i] = drawing_only && says_morphism (cell);
    }
  if (!drawing_only)
    read_all (&reader);
  return meaning;
}

void
chase_meaning_drop_senses (ChaseMeaning *meaning)
{
  for (guint32 i = 0; meaning->senses != NULL && i < meaning->n; i++)
    chase_name_unref (meaning->senses[i]);
  g_clear_pointer (&meaning->senses, g_free);
}

void
chase_meaning_free (ChaseMeaning *meaning)
{
  if (meaning == NULL)
    return;
  chase_meaning_drop_senses (meaning);
  for (guint32 i = 0; i < meaning->n; i++)
    g_clear_pointer (&meaning->paths[i], g_array_unref);
  g_free (meaning->same);
  g_free (meaning->morphism);
  g_free (meaning->paths);
  g_free (meaning->properties);
  g_ptr_array_unref (meaning->equations);
  g_free (meaning);
}
