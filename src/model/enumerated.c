/* SPDX-License-Identifier: MIT */
#include "model/enumerated.h"

#define NOWHERE G_MAXUINT32

void
chase_hom_table_free (ChaseHomTable *table)
{
  if (table == NULL)
    return;
  g_free (table->object);
  g_free (table->next);
  g_free (table);
}

void
chase_enumerated_free (ChaseEnumerated *enumerated)
{
  if (enumerated == NULL)
    return;
  chase_presentation_unref (enumerated->presentation);
  chase_finite_free (enumerated->finite);
  g_ptr_array_unref (enumerated->words);
  g_free (enumerated->generators);
  g_free (enumerated);
}

static ChaseEnumerated *
enumerated_new (ChasePresentation *presentation)
{
  ChaseEnumerated *enumerated = g_new0 (ChaseEnumerated, 1);

  enumerated->presentation = chase_presentation_ref (presentation);
  enumerated->words = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  enumerated->generators = g_new (guint32, chase_presentation_n_arrows (presentation) + 1);
  return enumerated;
}

/* One morphism while they are numbered: its table, its row, and how it was reached. */
typedef struct
{
  guint32 source;
  guint32 row;
  guint32 before; /* morphism, NOWHERE for the identity */
  guint32 arrow;
} Found;

/* Breadth first from every identity, so that words are shortest; rows get the numbers of morphisms,
 * identities last. */
static GArray *
number_rows (const ChasePresentation *presentation, GPtrArray *tables, guint32 **numbers)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));
  guint32 n_arrows = chase_presentation_n_arrows (presentation);

  for (guint32 s = 0; s < tables->len; s++)
    {
      const ChaseHomTable *table = g_ptr_array_index (tables, s);
      guint begin = found->len;
      Found identity = { s, 0, NOWHERE, NOWHERE };

      numbers[s] = g_new (guint32, table->n_rows + 1);
      for (guint32 row = 0; row < table->n_rows; row++)
        numbers[s][row] = NOWHERE;
      for (guint head = begin; head == begin || head <= found->len; head++)
        {
          Found at = head == begin ? identity : g_array_index (found, Found, head - 1);

          for (guint32 f = 0; f < n_arrows; f++)
            {
              guint32 next = table->next[(gsize)at.row * n_arrows + f];
              Found one = { s, next, head == begin ? NOWHERE : head - 1, f };

              if (next == NOWHERE || next == 0 || numbers[s][next] != NOWHERE)
                continue;
              numbers[s][next] = found->len;
              g_array_append_val (found, one);
            }
        }
    }
  return found;
}

static void
set_words (ChaseEnumerated *enumerated, const GArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const Found *one = &g_array_index (found, Found, i);
      GArray *word = g_array_new (FALSE, FALSE, sizeof (guint32));

      if (one->before != NOWHERE)
        {
          const GArray *before = g_ptr_array_index (enumerated->words, one->before);

          g_array_append_vals (word, before->data, before->len);
        }
      g_array_append_val (word, one->arrow);
      g_ptr_array_add (enumerated->words, word);
    }
}

/* f then g, where g is “b, then arrow a”: one step of f's table from f then b. */
static void
set_products (ChaseEnumerated *enumerated, const GArray *found, GPtrArray *tables,
              guint32 *const *numbers)
{
  ChaseFinite *finite = enumerated->finite;
  guint32 n_arrows = chase_presentation_n_arrows (enumerated->presentation);

  for (guint32 f = 0; f < finite->n_arrows; f++)
    {
      const Found *first = &g_array_index (found, Found, f);
      const ChaseHomTable *table = g_ptr_array_index (tables, first->source);
      guint32 b = finite->target[f];

      for (guint32 k = finite->first[b]; k < finite->first[b + 1]; k++)
        {
          const Found *second = &g_array_index (found, Found, finite->out[k]);
          guint32 so_far
              = second->before == NOWHERE ? f : chase_finite_compose (finite, f, second->before);
          guint32 row = chase_finite_is_identity (finite, so_far)
                            ? 0
                            : g_array_index (found, Found, so_far).row;
          guint32 next = table->next[(gsize)row * n_arrows + second->arrow];

          chase_finite_set (finite, f, finite->out[k],
                            next == 0 ? chase_finite_identity (finite, first->source)
                                      : numbers[first->source][next]);
        }
    }
}

ChaseEnumerated *
chase_enumerated_new (ChasePresentation *presentation, GPtrArray *tables)
{
  g_autoptr (ChaseEnumerated) enumerated = enumerated_new (presentation);
  guint32 n = chase_presentation_n_objects (presentation);
  guint32 n_arrows = chase_presentation_n_arrows (presentation);
  guint32 **numbers = g_new0 (guint32 *, n + 1);
  g_autoptr (GArray) found = number_rows (presentation, tables, numbers);
  g_autofree guint32 *sources = g_new (guint32, found->len + 1);
  g_autofree guint32 *targets = g_new (guint32, found->len + 1);
  gboolean fits;

  for (guint i = 0; i < found->len; i++)
    {
      const Found *one = &g_array_index (found, Found, i);
      const ChaseHomTable *table = g_ptr_array_index (tables, one->source);

      sources[i] = one->source;
      targets[i] = table->object[one->row];
    }
  fits = chase_finite_n_pairs (n, found->len, sources, targets) <= CHASE_ENUMERATED_MAX_PAIRS;
  if (fits)
    {
      enumerated->finite = chase_finite_new (n, found->len, sources, targets);
      set_words (enumerated, found);
      set_products (enumerated, found, tables, numbers);
      for (guint32 f = 0; f < n_arrows; f++)
        {
          guint32 source = chase_presentation_arrow (presentation, f)->source;
          const ChaseHomTable *table = g_ptr_array_index (tables, source);
          guint32 row = table->next[f];

          enumerated->generators[f] = row == 0 ? found->len + source : numbers[source][row];
        }
    }
  for (guint32 s = 0; s < n; s++)
    g_free (numbers[s]);
  g_free (numbers);
  return fits ? g_steal_pointer (&enumerated) : NULL;
}

ChaseEnumerated *
chase_enumerated_new_table (ChasePresentation *presentation)
{
  ChaseEnumerated *enumerated = enumerated_new (presentation);
  ChaseFiniteFault fault;
  guint32 first, second;

  enumerated->finite = chase_finite_new_table (presentation, &fault, &first, &second);
  for (guint32 f = 0; f < chase_presentation_n_arrows (presentation); f++)
    {
      GArray *word = g_array_new (FALSE, FALSE, sizeof (guint32));

      g_array_append_val (word, f);
      g_ptr_array_add (enumerated->words, word);
      enumerated->generators[f] = f;
    }
  return enumerated;
}

guint32
chase_enumerated_value (const ChaseEnumerated *enumerated, guint32 source, ChaseWord word)
{
  guint32 value = chase_finite_identity (enumerated->finite, source);

  for (guint32 i = 0; i < word.length; i++)
    value
        = chase_finite_compose (enumerated->finite, value, enumerated->generators[word.letters[i]]);
  return value;
}

ChaseWord
chase_enumerated_word (const ChaseEnumerated *enumerated, guint32 morphism)
{
  ChaseWord word = { NULL, 0 };

  if (!chase_finite_is_identity (enumerated->finite, morphism))
    {
      const GArray *letters = g_ptr_array_index (enumerated->words, morphism);

      word.letters = (const guint32 *)(gpointer)letters->data;
      word.length = letters->len;
    }
  return word;
}
