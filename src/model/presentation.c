/* SPDX-License-Identifier: MIT */
#include "model/presentation.h"

#include <string.h>

typedef enum
{
  NAMED_OBJECTS,
  NAMED_ARROWS,
} NamedKind;

static void
arrow_clear (gpointer data)
{
  chase_name_unref (((ChaseArrow *)data)->name);
}

static void
equation_clear (gpointer data)
{
  ChaseEquation *equation = data;

  g_free ((gpointer)equation->left.letters);
  g_free ((gpointer)equation->right.letters);
  chase_name_unref (equation->name);
}

ChasePresentation *
chase_presentation_new (void)
{
  ChasePresentation *presentation = g_new0 (ChasePresentation, 1);

  g_atomic_ref_count_init (&presentation->ref_count);
  presentation->objects = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_name_unref);
  presentation->arrows = g_array_new (FALSE, TRUE, sizeof (ChaseArrow));
  g_array_set_clear_func (presentation->arrows, arrow_clear);
  presentation->equations = g_array_new (FALSE, TRUE, sizeof (ChaseEquation));
  g_array_set_clear_func (presentation->equations, equation_clear);
  return presentation;
}

/* What is added later has no number yet. */
static void
forget_numbers (ChasePresentation *presentation, NamedKind kind)
{
  if (presentation->numbers[kind] != 0)
    g_hash_table_unref ((GHashTable *)presentation->numbers[kind]);
  presentation->numbers[kind] = 0;
}

ChasePresentation *
chase_presentation_ref (ChasePresentation *presentation)
{
  g_atomic_ref_count_inc (&presentation->ref_count);
  return presentation;
}

void
chase_presentation_unref (ChasePresentation *presentation)
{
  if (presentation == NULL || !g_atomic_ref_count_dec (&presentation->ref_count))
    return;
  for (guint kind = 0; kind < G_N_ELEMENTS (presentation->numbers); kind++)
    forget_numbers (presentation, kind);
  if (presentation->by_equations != (gsize)presentation)
    chase_presentation_unref ((ChasePresentation *)presentation->by_equations);
  g_ptr_array_unref (presentation->objects);
  g_array_unref (presentation->arrows);
  g_array_unref (presentation->equations);
  g_free (presentation);
}

guint32
chase_presentation_add_object (ChasePresentation *presentation, const ChaseName *name)
{
  forget_numbers (presentation, NAMED_OBJECTS);
  g_ptr_array_add (presentation->objects, chase_name_ref (name));
  return presentation->objects->len - 1;
}

static guint32
append_arrow (ChasePresentation *presentation, const ChaseArrow *arrow)
{
  forget_numbers (presentation, NAMED_ARROWS);
  g_array_append_val (presentation->arrows, *arrow);
  return presentation->arrows->len - 1;
}

gboolean
chase_presentation_says_more (const ChasePresentation *p)
{
  const guint known = CHASE_PROPERTY_ISO | CHASE_PROPERTY_IDEMPOTENT;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      if ((arrow->properties & ~known) != 0 && arrow->inverse == G_MAXUINT32)
        return TRUE;
    }
  return FALSE;
}

ChaseProperty
chase_property_dual (ChaseProperty p)
{
  ChaseProperty dual = p & (CHASE_PROPERTY_ISO | CHASE_PROPERTY_IDEMPOTENT);

  if (p & CHASE_PROPERTY_MONO)
    dual |= CHASE_PROPERTY_EPI;
  if (p & CHASE_PROPERTY_EPI)
    dual |= CHASE_PROPERTY_MONO;
  if (p & CHASE_PROPERTY_SPLIT_MONO)
    dual |= CHASE_PROPERTY_SPLIT_EPI;
  if (p & CHASE_PROPERTY_SPLIT_EPI)
    dual |= CHASE_PROPERTY_SPLIT_MONO;
  return dual;
}

guint32
chase_presentation_add_arrow (ChasePresentation *presentation, const ChaseName *name,
                              guint32 source, guint32 target, ChaseProperty properties)
{
  ChaseArrow arrow = { chase_name_ref (name), source, target, G_MAXUINT32, properties, FALSE };
  guint32 index = presentation->arrows->len;

  g_return_val_if_fail (source < presentation->objects->len, G_MAXUINT32);
  g_return_val_if_fail (target < presentation->objects->len, G_MAXUINT32);
  if (properties & CHASE_PROPERTY_ISO)
    {
      g_autofree char *text = g_strconcat (name, "^-1", NULL);
      ChaseArrow inverse
          = { chase_name_new (text), target, source, index, CHASE_PROPERTY_ISO, TRUE };

      arrow.inverse = index + 1;
      append_arrow (presentation, &arrow);
      append_arrow (presentation, &inverse);
    }
  else
    append_arrow (presentation, &arrow);
  return index;
}

static ChaseWord
word_dup (ChaseWord word)
{
  ChaseWord copy = { g_memdup2 (word.letters, word.length * sizeof (guint32)), word.length };

  return copy;
}

guint32
chase_presentation_add_equation (ChasePresentation *presentation, guint32 source, ChaseWord left,
                                 ChaseWord right, const ChaseName *name, guint line)
{
  ChaseEquation equation = { .source = source, .line = line };
  guint32 end;

  g_return_val_if_fail (
      chase_presentation_path_target (presentation, source, left, &equation.target), G_MAXUINT32);
  g_return_val_if_fail (chase_presentation_path_target (presentation, source, right, &end),
                        G_MAXUINT32);
  g_return_val_if_fail (end == equation.target, G_MAXUINT32);
  equation.left = word_dup (left);
  equation.right = word_dup (right);
  equation.name = chase_name_ref (name);
  g_array_append_val (presentation->equations, equation);
  return presentation->equations->len - 1;
}

guint
chase_presentation_n_objects (const ChasePresentation *presentation)
{
  return presentation->objects->len;
}

guint
chase_presentation_n_arrows (const ChasePresentation *presentation)
{
  return presentation->arrows->len;
}

guint
chase_presentation_n_equations (const ChasePresentation *presentation)
{
  return presentation->equations->len;
}

const ChaseName *
chase_presentation_object_name (const ChasePresentation *presentation, guint32 object)
{
  return g_ptr_array_index (presentation->objects, object);
}

const ChaseArrow *
chase_presentation_arrow (const ChasePresentation *presentation, guint32 arrow)
{
  return &g_array_index (presentation->arrows, ChaseArrow, arrow);
}

const ChaseEquation *
chase_presentation_equation (const ChasePresentation *presentation, guint32 equation)
{
  return &g_array_index (presentation->equations, ChaseEquation, equation);
}

static void
number (GHashTable *numbers, const char *name, guint32 index)
{
  if (name != NULL && !g_hash_table_contains (numbers, name))
    g_hash_table_insert (numbers, (gpointer)name, GUINT_TO_POINTER (index));
}

static GHashTable *
number_all (const ChasePresentation *presentation, NamedKind kind)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = kind == NAMED_OBJECTS ? presentation->objects->len : presentation->arrows->len;

  for (guint32 i = 0; i < n; i++)
    number (numbers,
            kind == NAMED_OBJECTS ? chase_presentation_object_name (presentation, i)
                                  : chase_presentation_arrow (presentation, i)->name,
            i);
  return numbers;
}

/* Any thread may be the first to ask. */
static guint32
find_named (const ChasePresentation *presentation, NamedKind kind, const char *name)
{
  gsize *numbers = &((ChasePresentation *)presentation)->numbers[kind];
  gpointer index;

  if (g_once_init_enter (numbers))
    g_once_init_leave (numbers, (gsize)number_all (presentation, kind));
  if (!g_hash_table_lookup_extended ((GHashTable *)*numbers, name, NULL, &index))
    return G_MAXUINT32;
  return GPOINTER_TO_UINT (index);
}

guint32
chase_presentation_find_arrow (const ChasePresentation *presentation, const char *name)
{
  return find_named (presentation, NAMED_ARROWS, name);
}

guint32
chase_presentation_find_object (const ChasePresentation *presentation, const char *name)
{
  return find_named (presentation, NAMED_OBJECTS, name);
}

gboolean
chase_presentation_path_target (const ChasePresentation *presentation, guint32 source,
                                ChaseWord word, guint32 *target)
{
  guint32 at = source;

  if (source >= presentation->objects->len)
    return FALSE;
  for (guint32 i = 0; i < word.length; i++)
    {
      const ChaseArrow *arrow;

      if (word.letters[i] >= presentation->arrows->len)
        return FALSE;
      arrow = chase_presentation_arrow (presentation, word.letters[i]);
      if (arrow->source != at)
        return FALSE;
      at = arrow->target;
    }
  *target = at;
  return TRUE;
}

gboolean
chase_word_equal (ChaseWord a, ChaseWord b)
{
  return a.length == b.length
         && (a.length == 0 || memcmp (a.letters, b.letters, a.length * sizeof (guint32)) == 0);
}

/* Kahn's algorithm: objects without incoming arrows are taken away until none is left. */
gboolean
chase_presentation_is_acyclic (const ChasePresentation *presentation)
{
  guint n = presentation->objects->len;
  guint m = presentation->arrows->len;
  g_autofree guint32 *incoming = g_new0 (guint32, n + 1);
  g_autofree guint32 *first = g_new0 (guint32, n + 2);
  g_autofree guint32 *outgoing = g_new (guint32, m + 1);
  g_autofree guint32 *queue = g_new (guint32, n + 1);
  guint head = 0, tail = 0;

  for (guint i = 0; i < m; i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, i);

      incoming[arrow->target]++;
      first[arrow->source + 2]++;
    }
  for (guint i = 1; i <= n; i++)
    first[i + 1] += first[i];
  for (guint i = 0; i < m; i++)
    outgoing[first[chase_presentation_arrow (presentation, i)->source + 1]++] = i;
  for (guint i = 0; i < n; i++)
    if (incoming[i] == 0)
      queue[tail++] = i;
  while (head < tail)
    {
      guint32 object = queue[head++];

      for (guint32 i = first[object]; i < first[object + 1]; i++)
        {
          guint32 target = chase_presentation_arrow (presentation, outgoing[i])->target;

          if (--incoming[target] == 0)
            queue[tail++] = target;
        }
    }
  return tail == n;
}

static ChaseWord
word_reversed (ChaseWord word)
{
  guint32 *letters = g_new (guint32, word.length + 1);
  ChaseWord reversed = { letters, word.length };

  for (guint32 i = 0; i < word.length; i++)
    letters[i] = word.letters[word.length - 1 - i];
  return reversed;
}

ChasePresentation *
chase_presentation_opposite (const ChasePresentation *presentation)
{
  ChasePresentation *opposite = chase_presentation_new ();

  for (guint i = 0; i < presentation->objects->len; i++)
    chase_presentation_add_object (opposite, chase_presentation_object_name (presentation, i));
  for (guint i = 0; i < presentation->arrows->len; i++)
    {
      ChaseArrow arrow = *chase_presentation_arrow (presentation, i);
      guint32 source = arrow.source;

      arrow.source = arrow.target;
      arrow.target = source;
      arrow.name = chase_name_ref (arrow.name);
      arrow.properties = chase_property_dual (arrow.properties);
      append_arrow (opposite, &arrow);
    }
  for (guint i = 0; i < presentation->equations->len; i++)
    {
      ChaseEquation equation = *chase_presentation_equation (presentation, i);
      guint32 source = equation.source;

      equation.source = equation.target;
      equation.target = source;
      equation.left = word_reversed (equation.left);
      equation.right = word_reversed (equation.right);
      equation.name = chase_name_ref (equation.name);
      g_array_append_val (opposite->equations, equation);
    }
  return opposite;
}
