/* SPDX-License-Identifier: MIT */
#include "engine/normal-cycle.h"

#include <string.h>

#define NONE G_MAXUINT32
#define MAX_STATES 20000

/*
 * The automaton of the left sides, after Aho and Corasick: a state is an object and the longest end
 * of the path that a left side begins with; what would end with a whole left side is no state. It
 * is walked depth first; a state that is met again on the way, and from which the end can be
 * reached, makes the cycle.
 */
typedef struct
{
  const ChasePresentation *p;
  const ChaseNormal *normal;
  guint32 to;
  GPtrArray *ends;     /* of each state: GArray of letters */
  GArray *objects;     /* of each state */
  GHashTable *numbers; /* key -> state + 1 */
  GArray *arrows;      /* triples: state, arrow, state */
} Automaton;

void
chase_normal_cycle_free (ChaseNormalCycle *cycle)
{
  if (cycle == NULL)
    return;
  g_clear_pointer (&cycle->before, g_array_unref);
  g_clear_pointer (&cycle->loop, g_array_unref);
  g_clear_pointer (&cycle->after, g_array_unref);
  g_free (cycle);
}

static gboolean
ends_with (const GArray *word, guint n, ChaseWord left, guint32 length)
{
  return length <= n
         && memcmp (&g_array_index (word, guint32, n - length), left.letters,
                    length * sizeof (guint32))
                == 0;
}

static guint32
state_of (Automaton *automaton, GArray *end, guint32 object)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gpointer known;

  g_string_append_printf (key, "%u", object);
  for (guint i = 0; i < end->len; i++)
    g_string_append_printf (key, " %u", g_array_index (end, guint32, i));
  known = g_hash_table_lookup (automaton->numbers, key->str);
  if (known != NULL)
    {
      g_array_unref (end);
      return GPOINTER_TO_UINT (known) - 1;
    }
  g_ptr_array_add (automaton->ends, end);
  g_array_append_val (automaton->objects, object);
  g_hash_table_insert (automaton->numbers, g_strdup (key->str),
                       GUINT_TO_POINTER (automaton->ends->len));
  return automaton->ends->len - 1;
}

/* The longest end of @word that a left side begins with and does not fill; NULL where it ends with
 * a whole one. */
static GArray *
end_of (const Automaton *automaton, const GArray *word)
{
  guint32 longest = 0;
  GArray *end;

  for (guint32 r = 0; r < automaton->normal->n_rules; r++)
    {
      ChaseWord left = automaton->normal->rules[r].left;

      if (ends_with (word, word->len, left, left.length))
        return NULL;
      for (guint32 n = MIN (left.length - 1, word->len); n > longest; n--)
        if (ends_with (word, word->len, left, n))
          longest = n;
    }
  end = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (longest > 0)
    g_array_append_vals (end, &g_array_index (word, guint32, word->len - longest), longest);
  return end;
}

static gboolean
build (Automaton *automaton, guint32 from)
{
  for (guint32 a = 0; a < chase_presentation_n_objects (automaton->p); a++)
    if (from == NONE || from == a)
      state_of (automaton, g_array_new (FALSE, FALSE, sizeof (guint32)), a);
  for (guint32 s = 0; s < automaton->ends->len; s++)
    for (guint32 f = 0; f < chase_presentation_n_arrows (automaton->p); f++)
      {
        const ChaseArrow *arrow = chase_presentation_arrow (automaton->p, f);
        g_autoptr (GArray) word = NULL;
        guint32 triple[3] = { s, f, 0 };
        GArray *end;

        if (arrow->source != g_array_index (automaton->objects, guint32, s))
          continue;
        word = g_array_copy (g_ptr_array_index (automaton->ends, s));
        g_array_append_val (word, f);
        end = end_of (automaton, word);
        if (end == NULL)
          continue;
        triple[2] = state_of (automaton, end, arrow->target);
        g_array_append_vals (automaton->arrows, triple, 3);
        if (automaton->ends->len > MAX_STATES)
          return FALSE;
      }
  return TRUE;
}

/* Which triple leads on from each state by a shortest way to the end; NONE where none does, and
 * NONE - 1 at the end. */
static guint32 *
ways_out (const Automaton *automaton)
{
  guint32 *way = g_new (guint32, automaton->ends->len + 1);
  gboolean changed = TRUE;

  for (guint32 s = 0; s < automaton->ends->len; s++)
    way[s]
        = automaton->to == NONE || g_array_index (automaton->objects, guint32, s) == automaton->to
              ? NONE - 1
              : NONE;
  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < automaton->arrows->len; i += 3)
        {
          const guint32 *triple = &g_array_index (automaton->arrows, guint32, i);

          if (way[triple[0]] != NONE || way[triple[2]] == NONE)
            continue;
          way[triple[0]] = i;
          changed = TRUE;
        }
    }
  return way;
}

/* A way by triples, from its last one back by @before (of each state the triple that came to it).
 */
static GArray *
trace (const Automaton *automaton, const guint32 *came, guint32 start, guint32 s)
{
  GArray *word = g_array_new (FALSE, FALSE, sizeof (guint32));

  while (s != start && came[s] != NONE)
    {
      const guint32 *triple = &g_array_index (automaton->arrows, guint32, came[s]);

      g_array_prepend_val (word, triple[1]);
      s = triple[0];
    }
  return word;
}

/* Breadth first from @start over states with a way out; @came as in trace. */
static void
spread (const Automaton *automaton, const guint32 *way, const guint32 *first, guint32 start,
        guint32 *came, GArray *queue)
{
  gboolean any = start == NONE;

  g_array_set_size (queue, 0);
  for (guint32 s = 0; s < automaton->ends->len; s++)
    {
      came[s] = NONE;
      if (!any && s == start)
        g_array_append_val (queue, s);
    }
  for (guint i = 0; i < queue->len; i++)
    {
      guint32 s = g_array_index (queue, guint32, i);

      for (guint k = first[s]; k < first[s + 1]; k += 3)
        {
          const guint32 *triple = &g_array_index (automaton->arrows, guint32, k);

          if (way[triple[2]] == NONE || came[triple[2]] != NONE)
            continue;
          came[triple[2]] = k;
          if (triple[2] != start)
            g_array_append_val (queue, triple[2]);
        }
    }
}

static GArray *
way_out (const Automaton *automaton, const guint32 *way, guint32 s)
{
  GArray *word = g_array_new (FALSE, FALSE, sizeof (guint32));

  while (way[s] != NONE - 1)
    {
      const guint32 *triple = &g_array_index (automaton->arrows, guint32, way[s]);

      g_array_append_val (word, triple[1]);
      s = triple[2];
    }
  return word;
}

/* States that lie on a cycle: those that are left when, again and again, what nothing comes to (or
 * nothing useful leaves) is taken away. */
static guint32
state_on_cycle (const Automaton *automaton, const guint32 *way, const guint32 *first, guint32 *came,
                GArray *queue)
{
  for (guint32 s = 0; s < automaton->ends->len; s++)
    {
      if (way[s] == NONE)
        continue;
      spread (automaton, way, first, s, came, queue);
      if (came[s] != NONE)
        return s;
      if (s > 2000)
        break;
    }
  return NONE;
}

static ChaseNormalCycle *
find (Automaton *automaton, guint32 n_starts)
{
  guint32 n = automaton->ends->len;
  g_autofree guint32 *way = ways_out (automaton);
  g_autofree guint32 *came = g_new (guint32, n + 1);
  g_autofree guint32 *first = g_new0 (guint32, n + 2);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ChaseNormalCycle) cycle = g_new0 (ChaseNormalCycle, 1);
  const guint32 *last;
  guint32 s;

  /* The triples stand in the order of their first states. */
  for (guint i = 0; i < automaton->arrows->len; i += 3)
    first[g_array_index (automaton->arrows, guint32, i) + 1] += 3;
  for (guint32 i = 0; i < n; i++)
    first[i + 1] += first[i];
  s = state_on_cycle (automaton, way, first, came, queue);
  if (s == NONE)
    return NULL;
  last = &g_array_index (automaton->arrows, guint32, came[s]);
  cycle->loop = trace (automaton, came, s, last[0]);
  g_array_append_val (cycle->loop, last[1]);
  cycle->after = way_out (automaton, way, s);
  for (guint32 start = 0; start < n_starts; start++)
    {
      spread (automaton, way, first, start, came, queue);
      if (start != s && came[s] == NONE)
        continue;
      cycle->before = trace (automaton, came, start, s);
      return g_steal_pointer (&cycle);
    }
  return NULL;
}

ChaseNormalCycle *
chase_normal_cycle_find (const ChasePresentation *presentation, const ChaseNormal *normal,
                         guint32 from, guint32 to)
{
  g_autoptr (GPtrArray) ends = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autoptr (GArray) objects = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) arrows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Automaton automaton = { presentation, normal, to, ends, objects, numbers, arrows };

  if (!build (&automaton, from))
    return NULL;
  return find (&automaton, from == NONE ? chase_presentation_n_objects (presentation) : 1);
}

static JsonArray *
names (const GArray *word, const ChasePresentation *p)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < word->len; i++)
    json_array_add_string_element (
        list, chase_presentation_arrow (p, g_array_index (word, guint32, i))->name);
  return list;
}

JsonObject *
chase_normal_cycle_json (const ChaseNormalCycle *cycle, const ChasePresentation *p)
{
  JsonObject *object = json_object_new ();

  json_object_set_array_member (object, "before", names (cycle->before, p));
  json_object_set_array_member (object, "loop", names (cycle->loop, p));
  json_object_set_array_member (object, "after", names (cycle->after, p));
  return object;
}

/* In the order of composition, "g . f". */
static void
append (GString *text, const GArray *word, const ChasePresentation *p)
{
  for (guint i = word->len; i-- > 0;)
    g_string_append_printf (text, "%s%s", i + 1 < word->len ? " . " : "",
                            chase_presentation_arrow (p, g_array_index (word, guint32, i))->name);
}

char *
chase_normal_cycle_text (const ChaseNormalCycle *cycle, const ChasePresentation *p)
{
  GString *text = g_string_new (NULL);

  append (text, cycle->after, p);
  g_string_append (text, cycle->after->len > 0 ? " . " : "");
  if (cycle->loop->len > 1)
    g_string_append_c (text, '(');
  append (text, cycle->loop, p);
  g_string_append (text, cycle->loop->len > 1 ? ")^n" : "^n");
  g_string_append (text, cycle->before->len > 0 ? " . " : "");
  append (text, cycle->before, p);
  return g_string_free (text, FALSE);
}
