/* SPDX-License-Identifier: MIT */
#include "engine/tale-words.h"

#include <string.h>

/* From so many equal arrows in a row on a power is written. */
#define POWER_FROM 4
/* A path says by itself which arrow is meant; a subscript of more characters would hide the rest.
 */
#define LONGEST_MARK 6

/* What a path is spelled with. */
typedef struct
{
  const ChaseShape *shape;
  const guint32 *cells; /* of its nodes, then of its edges */
  const ChaseDiagram *diagram;
  gboolean in_path;
} Speller;

static const char *
label_of (const Speller *speller, guint32 place)
{
  return chase_diagram_get_cell (speller->diagram, speller->cells[place])->label;
}

/* Does @at begin with a sign that stands between two things? */
static gboolean
is_infix (const char *at)
{
  static const char *const infix[] = { "\\circ", "\\otimes", "\\times", "\\oplus", "\\cdot" };

  for (guint i = 0; i < G_N_ELEMENTS (infix); i++)
    if (g_str_has_prefix (at, infix[i]))
      return TRUE;
  return strchr ("+-=,", *at) != NULL;
}

/* A label that is more than a name is bracketed where others stand beside it. */
static gboolean
is_compound (const char *label)
{
  guint depth = 0;

  for (const char *at = label; *at != '\0'; at++)
    {
      depth += *at == '{' || *at == '(';
      depth -= depth > 0 && (*at == '}' || *at == ')');
      if (depth == 0 && is_infix (at))
        return TRUE;
    }
  return FALSE;
}

static char *
object_math (const Speller *speller, guint32 object)
{
  for (guint32 i = 0; i < chase_shape_n_nodes (speller->shape); i++)
    if (chase_shape_node (speller->shape, i)->object == object && *label_of (speller, i) != '\0')
      return g_strdup (label_of (speller, i));
  return chase_name_to_label (
      chase_presentation_object_name (speller->shape->presentation, object));
}

/* What arrows of one label are told apart by. */
typedef enum
{
  BY_SOURCE,
  BY_TARGET,
  BY_ENDS,
  BY_NUMBER,
} Difference;

/* The arrows that edges of their own call @label (of guint32), in the order of the edges. */
static GArray *
list_namesakes (const Speller *speller, const char *label)
{
  guint32 n_nodes = chase_shape_n_nodes (speller->shape);
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < chase_shape_n_edges (speller->shape); i++)
    {
      ChaseWord word = chase_shape_edge (speller->shape, i)->word;
      gboolean there = word.length != 1 || !g_str_equal (label_of (speller, n_nodes + i), label);

      for (guint k = 0; k < letters->len && !there; k++)
        there = g_array_index (letters, guint32, k) == word.letters[0];
      if (!there)
        g_array_append_val (letters, word.letters[0]);
    }
  return letters;
}

static char *
difference_math (const Speller *speller, const GArray *letters, guint i, Difference by)
{
  const ChaseArrow *arrow = chase_presentation_arrow (speller->shape->presentation,
                                                      g_array_index (letters, guint32, i));
  g_autofree char *source = object_math (speller, arrow->source);
  g_autofree char *target = object_math (speller, arrow->target);

  if (by == BY_NUMBER)
    return g_strdup_printf ("%u", i + 1);
  if (by == BY_ENDS)
    return g_strdup_printf ("%s \\to %s", source, target);
  return g_strdup (by == BY_SOURCE ? source : target);
}

static gboolean
tells_apart (const Speller *speller, const GArray *letters, Difference by)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < letters->len; i++)
    if (!g_hash_table_add (seen, difference_math (speller, letters, i, by)))
      return FALSE;
  return TRUE;
}

/* The characters of @math that are seen, a command being one. */
static guint
count_seen (const char *math)
{
  guint n = 0;

  for (const char *at = math; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == '\\')
        while (g_ascii_isalpha (at[1]))
          at++;
      n += strchr ("{}^_ ", *at) == NULL;
    }
  return n;
}

/* Can the subscripts be left out? Not where they stand between the same objects, nor where they are
 * short. */
static gboolean
is_plain_in_path (const Speller *speller, const GArray *letters, Difference by)
{
  guint longest = 0;

  for (guint i = 0; i < letters->len; i++)
    {
      g_autofree char *mark = difference_math (speller, letters, i, by);

      longest = MAX (longest, count_seen (mark));
    }
  return speller->in_path && by != BY_NUMBER && longest > LONGEST_MARK;
}

/* @label, with a subscript that tells @letter from other arrows of the drawing that are called the
 * same: where they start, as in "!_A", where they end, both, or else a number. */
static char *
set_apart (const Speller *speller, guint32 letter, const char *label)
{
  g_autoptr (GArray) letters = list_namesakes (speller, label);
  g_autofree char *mark = NULL;
  Difference by = BY_SOURCE;
  guint at = 0;

  if (letters->len < 2)
    return g_strdup (label);
  while (g_array_index (letters, guint32, at) != letter)
    at++;
  while (by < BY_NUMBER && !tells_apart (speller, letters, by))
    by++;
  if (is_plain_in_path (speller, letters, by))
    return g_strdup (label);
  mark = difference_math (speller, letters, at, by);
  return g_strdup_printf (is_compound (label) ? "(%s)_{%s}" : "{%s}_{%s}", label, mark);
}

/* The edge that shows the arrow @letter alone and is labelled; else its name. */
static char *
letter_math (const Speller *speller, guint32 letter)
{
  const ChaseArrow *arrow = chase_presentation_arrow (speller->shape->presentation, letter);
  guint32 n_nodes = chase_shape_n_nodes (speller->shape);

  for (guint32 i = 0; i < chase_shape_n_edges (speller->shape); i++)
    {
      ChaseWord word = chase_shape_edge (speller->shape, i)->word;
      const char *label = label_of (speller, n_nodes + i);

      if (word.length == 1 && word.letters[0] == letter && *label != '\0')
        return set_apart (speller, letter, label);
    }
  if (arrow->formal)
    {
      g_autofree char *inverse = letter_math (speller, arrow->inverse);

      return g_strdup_printf (is_compound (inverse) ? "(%s)^{-1}" : "{%s}^{-1}", inverse);
    }
  return chase_name_to_label (arrow->name);
}

static guint32
find_edge (const Speller *speller, guint32 cell)
{
  guint32 n_nodes = chase_shape_n_nodes (speller->shape);

  for (guint32 i = 0; i < chase_shape_n_edges (speller->shape); i++)
    if (speller->cells[n_nodes + i] == cell)
      return i;
  g_return_val_if_reached (0);
}

/* What is composed, in the order of travel: an edge for one arrow by its own label, others arrow by
 * arrow. */
static GPtrArray *
list_factors (const Speller *speller, const GArray *path)
{
  GPtrArray *factors = g_ptr_array_new_with_free_func (g_free);
  guint32 n_nodes = chase_shape_n_nodes (speller->shape);

  for (guint i = 0; i < path->len; i++)
    {
      guint32 edge = find_edge (speller, g_array_index (path, guint32, i));
      ChaseWord word = chase_shape_edge (speller->shape, edge)->word;
      const char *label = label_of (speller, n_nodes + edge);

      if (word.length == 1 && *label != '\0')
        g_ptr_array_add (factors, set_apart (speller, word.letters[0], label));
      else
        for (guint32 k = 0; k < word.length; k++)
          g_ptr_array_add (factors, letter_math (speller, word.letters[k]));
    }
  return factors;
}

static gboolean
is_labelled (const Speller *speller, guint32 letter)
{
  guint32 n_nodes = chase_shape_n_nodes (speller->shape);

  for (guint32 i = 0; i < chase_shape_n_edges (speller->shape); i++)
    {
      ChaseWord word = chase_shape_edge (speller->shape, i)->word;

      if (word.length == 1 && word.letters[0] == letter && *label_of (speller, n_nodes + i) != '\0')
        return TRUE;
    }
  return FALSE;
}

/* Is there one edge alone between the ends of @edge, and are those labelled? */
static gboolean
is_known_by_ends (const Speller *speller, guint32 edge)
{
  const ChaseEdge *asked = chase_shape_edge (speller->shape, edge);
  guint n = 0;

  for (guint32 i = 0; i < chase_shape_n_edges (speller->shape); i++)
    {
      const ChaseEdge *other = chase_shape_edge (speller->shape, i);

      n += other->source == asked->source && other->target == asked->target;
    }
  return n == 1 && *label_of (speller, asked->source) != '\0'
         && *label_of (speller, asked->target) != '\0';
}

/* The objects that @path goes through, "A \to B \to C", where one of its arrows has no label that
 * is seen and the objects say which arrows are meant; else NULL. */
static char *
spell_by_objects (const Speller *speller, const GArray *path)
{
  gboolean hidden = FALSE;
  g_autoptr (GString) math = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++)
    {
      guint32 number = find_edge (speller, g_array_index (path, guint32, i));
      const ChaseEdge *edge = chase_shape_edge (speller->shape, number);

      if (!is_known_by_ends (speller, number))
        return NULL;
      hidden |= edge->word.length == 1 && !is_labelled (speller, edge->word.letters[0]);
      if (i == 0)
        g_string_append_printf (math, "{%s}", label_of (speller, edge->source));
      g_string_append_printf (math, " \\to {%s}", label_of (speller, edge->target));
    }
  return hidden ? g_strdup (math->str) : NULL;
}

/* How many factors up to the @end-th are equal to the last of them. */
static guint
count_run (const GPtrArray *factors, guint end)
{
  guint n = 1;

  while (n < end && g_str_equal (factors->pdata[end - 1], factors->pdata[end - 1 - n]))
    n++;
  return n;
}

/* The composite of @factors, which are in the order of travel. */
static char *
compose (const GPtrArray *factors)
{
  GString *math = g_string_new (NULL);

  for (guint end = factors->len, n; end > 0; end -= n)
    {
      const char *factor = factors->pdata[end - 1];
      gboolean bracketed = factors->len > 1 && is_compound (factor);

      n = count_run (factors, end);
      n = n >= POWER_FROM ? n : 1;
      g_string_append_printf (math, "%s%s%s%s", math->len > 0 ? " \\circ " : "",
                              bracketed ? "(" : "{", factor, bracketed ? ")" : "}");
      if (n > 1)
        g_string_append_printf (math, "^{%u}", n);
    }
  return g_string_free (math, FALSE);
}

char *
chase_tale_spell_path (const ChaseShape *shape, const guint32 *cells, const ChaseDiagram *diagram,
                       guint32 source, const GArray *path)
{
  Speller speller = { shape, cells, diagram, TRUE };
  g_autoptr (GPtrArray) factors = NULL;
  g_autofree char *object = NULL;
  char *objects = spell_by_objects (&speller, path);

  if (objects != NULL)
    return objects;
  factors = list_factors (&speller, path);
  if (factors->len > 0)
    return compose (factors);
  object = object_math (&speller, source);
  return g_strdup_printf ("1_{%s}", object);
}

char *
chase_tale_spell_word (const ChaseShape *shape, const guint32 *cells, const ChaseDiagram *diagram,
                       ChaseWord word)
{
  Speller speller = { shape, cells, diagram, TRUE };
  g_autoptr (GPtrArray) factors = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 0; i < word.length; i++)
    g_ptr_array_add (factors, letter_math (&speller, word.letters[i]));
  return compose (factors);
}

/* "f", or "id(A)". */
static char *
factor_math (const Speller *speller, const char *name)
{
  const ChasePresentation *presentation = speller->shape->presentation;
  guint32 letter = chase_presentation_find_arrow (presentation, name);
  gboolean identity = g_str_has_prefix (name, "id(") && g_str_has_suffix (name, ")");
  g_autofree char *inside = identity ? g_strndup (name + 3, strlen (name) - 4) : NULL;
  guint32 object
      = inside != NULL ? chase_presentation_find_object (presentation, inside) : G_MAXUINT32;

  if (letter != G_MAXUINT32)
    return letter_math (speller, letter);
  if (object != G_MAXUINT32)
    {
      g_autofree char *label = object_math (speller, object);

      return g_strdup_printf ("\\mathrm{id}_{%s}", label);
    }
  return chase_name_to_label (name);
}

char *
chase_tale_spell_morphism (const ChaseShape *shape, const guint32 *cells,
                           const ChaseDiagram *diagram, const char *name)
{
  Speller speller = { shape, cells, diagram, FALSE };
  g_auto (GStrv) factors = g_strsplit (name, " . ", -1);
  GString *math = g_string_new (NULL);

  for (guint i = 0; factors[i] != NULL; i++)
    {
      g_autofree char *factor = factor_math (&speller, factors[i]);
      gboolean bracketed = factors[1] != NULL && is_compound (factor);

      g_string_append_printf (math, bracketed ? "%s(%s)" : "%s%s", i > 0 ? " \\circ " : "", factor);
    }
  return g_string_free (math, FALSE);
}
