/* SPDX-License-Identifier: MIT */
#include "model/label-path.h"

#include <string.h>

/* Steps of one search: a label that has more readings than this is no composite. */
#define STEPS_MAX 4000

#define POWER_MAX 9

typedef struct
{
  const ChaseLabels *labels;
  const GPtrArray *tokens;
  guint from, to;
  guint32 goal;
  gboolean diagram_order; /* left factor first */
  guint steps;
  guint found;
  GArray *path;  /* of ChaseFactor, in the order of the label */
  GArray *first; /* the first reading */
} Search;

void
chase_labels_init (ChaseLabels *labels)
{
  labels->morphisms
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  labels->objects = NULL;
  labels->longest = 0;
  labels->learnt = NULL;
}

void
chase_labels_clear (ChaseLabels *labels)
{
  g_clear_pointer (&labels->morphisms, g_hash_table_unref);
  g_clear_pointer (&labels->learnt, g_ptr_array_unref);
}

void
chase_labels_learn (ChaseLabels *labels, const GPtrArray *tokens, const ChaseNamed *named)
{
  g_autofree char *key = chase_label_key (tokens, 0, tokens->len);
  GArray *list = g_hash_table_lookup (labels->morphisms, key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (ChaseNamed));
      g_hash_table_insert (labels->morphisms, g_steal_pointer (&key), list);
    }
  g_array_append_vals (list, named, 1);
  if (labels->learnt != NULL)
    g_ptr_array_add (labels->learnt, list);
  labels->longest = MAX (labels->longest, tokens->len);
}

void
chase_labels_mark (ChaseLabels *labels)
{
  labels->learnt = g_ptr_array_new ();
  labels->longest_marked = labels->longest;
}

void
chase_labels_reset (ChaseLabels *labels)
{
  for (guint i = labels->learnt->len; i > 0; i--)
    {
      GArray *list = g_ptr_array_index (labels->learnt, i - 1);

      g_array_set_size (list, list->len - 1);
    }
  g_ptr_array_set_size (labels->learnt, 0);
  labels->longest = labels->longest_marked;
}

static const char *
token (const GPtrArray *tokens, guint at)
{
  return at < tokens->len ? g_ptr_array_index (tokens, at) : "";
}

static gboolean
is_token (const GPtrArray *tokens, guint at, guint to, const char *text)
{
  return at < to && strcmp (token (tokens, at), text) == 0;
}

/* Behind an argument: one token, or a group. */
static guint
skip_argument (const GPtrArray *tokens, guint at, guint to)
{
  if (is_token (tokens, at, to, "{"))
    return chase_label_skip_group (tokens, at, to);
  return MIN (at + 1, to);
}

/* If the tokens at @at begin an identity, returns what is behind it, else @at. */
static guint
skip_identity (const GPtrArray *tokens, guint at, guint to, const char *key)
{
  static const char *const words[]
      = { "id", "Id", "1", "\\id", "\\Id", "\\1", "\\one", "\\identity", "\\idty", "\\ID", NULL };
  guint end = at + 1;
  g_autofree char *said = NULL;
  guint from;

  if (at >= to)
    return at;
  if (is_token (tokens, at, to, "i") && is_token (tokens, at + 1, to, "d"))
    end = at + 2;
  else if (is_token (tokens, at, to, "\\mathbb") && is_token (tokens, at + 1, to, "1"))
    end = at + 2;
  else if (!g_strv_contains (words, token (tokens, at)))
    return at;
  if (!is_token (tokens, end, to, "_") && !is_token (tokens, end, to, "{"))
    return end;
  from = end + is_token (tokens, end, to, "_");
  end = skip_argument (tokens, from, to);
  if (is_token (tokens, from, to, "{"))
    said = chase_label_key (tokens, from + 1, MAX (end, from + 2) - 1);
  else
    said = chase_label_key (tokens, from, end);
  return key == NULL || strcmp (said, key) == 0 ? end : at;
}

gboolean
chase_label_says_identity (const GPtrArray *tokens, guint from, guint to, const char *key)
{
  return from < to && skip_identity (tokens, from, to, key) == to;
}

static gboolean
is_separator (const char *text)
{
  static const char *const words[] = { "\\circ", "\\cdot", ".", ";", "\\ast",  "\\fatsemi", "(",
                                       ")",      "[",      "]", "⨟", "\\comp", NULL };

  return g_strv_contains (words, text);
}

/* `^{-1}` or `^n` at @at: the power, and where it ends; else 1. */
static gint
read_power (const GPtrArray *tokens, guint *at, guint to)
{
  guint i = *at;

  if (is_token (tokens, i, to, "^") && is_token (tokens, i + 1, to, "{")
      && is_token (tokens, i + 2, to, "-") && is_token (tokens, i + 3, to, "1")
      && is_token (tokens, i + 4, to, "}"))
    {
      *at = i + 5;
      return -1;
    }
  if (is_token (tokens, i, to, "^") && i + 1 < to && strlen (token (tokens, i + 1)) == 1
      && g_ascii_isdigit (*token (tokens, i + 1)))
    {
      *at = i + 2;
      return *token (tokens, i + 1) - '0';
    }
  return 1;
}

static void
search (Search *s, guint at, guint32 object);

/* Goes on behind a factor that was read @power times. */
static void
go_through (Search *s, const ChaseNamed *named, gint power, guint at, guint32 object)
{
  gboolean inverse = power < 0;
  /* In the usual order the label is read from the end of the path. */
  gboolean from_source = s->diagram_order != inverse;
  guint32 here = from_source ? named->source : named->target;
  guint32 there = from_source ? named->target : named->source;
  guint before = s->path->len;

  if (here != object || (ABS (power) > 1 && here != there))
    return;
  for (gint i = 0; i < ABS (power); i++)
    {
      ChaseFactor factor = { named->edge, inverse };

      g_array_append_val (s->path, factor);
    }
  search (s, at, there);
  g_array_set_size (s->path, before);
}

static void
try_labels (Search *s, guint at, guint32 object)
{
  guint most = MIN (s->to - at, s->labels->longest);

  for (guint n = most; n > 0 && s->found < 2 && s->steps < STEPS_MAX; n--)
    {
      g_autofree char *key = chase_label_key (s->tokens, at, at + n);
      const GArray *named = g_hash_table_lookup (s->labels->morphisms, key);
      guint next = at + n;
      gint power;

      s->steps++;
      if (named == NULL)
        continue;
      power = read_power (s->tokens, &next, s->to);
      for (guint i = 0; i < named->len && s->found < 2; i++)
        {
          const ChaseNamed *one = &g_array_index (named, ChaseNamed, i);

          s->steps++;
          go_through (s, one, power, next, object);
        }
    }
}

static void
note_found (Search *s)
{
  if (s->first != NULL && s->first->len == s->path->len
      && memcmp (s->first->data, s->path->data, s->path->len * sizeof (ChaseFactor)) == 0)
    return;
  s->found++;
  if (s->first != NULL)
    return;
  s->first = g_array_new (FALSE, TRUE, sizeof (ChaseFactor));
  g_array_append_vals (s->first, s->path->data, s->path->len);
}

/* `1` is an identity where it is a factor of its own, and not a part of `f1`. */
static gboolean
stands_alone (const Search *s, guint at, guint next)
{
  if (strcmp (token (s->tokens, next - 1), "}") == 0 || is_token (s->tokens, at + 1, next, "_")
      || is_token (s->tokens, at + 2, next, "_"))
    return TRUE;
  return (at == s->from || is_separator (token (s->tokens, at - 1)))
         && (next == s->to || is_separator (token (s->tokens, next)));
}

static void
search (Search *s, guint at, guint32 object)
{
  guint next;

  if (s->found > 1 || s->steps++ > STEPS_MAX)
    return;
  if (at >= s->to)
    {
      if (object == s->goal)
        note_found (s);
      return;
    }
  try_labels (s, at, object);
  next = skip_identity (s->tokens, at, s->to, s->labels->objects[object]);
  if (next > at && stands_alone (s, at, next))
    search (s, next, object);
  if (is_separator (token (s->tokens, at)))
    search (s, at + 1, object);
}

static GArray *
read_in_order (const ChaseLabels *labels, const GPtrArray *tokens, guint from, guint to,
               guint32 source, guint32 target, gboolean diagram_order)
{
  Search s = { .labels = labels,
               .tokens = tokens,
               .from = from,
               .to = to,
               .goal = diagram_order ? target : source,
               .diagram_order = diagram_order };

  s.path = g_array_new (FALSE, TRUE, sizeof (ChaseFactor));
  search (&s, from, diagram_order ? source : target);
  g_array_unref (s.path);
  if (s.found != 1 || s.steps > STEPS_MAX)
    {
      g_clear_pointer (&s.first, g_array_unref);
      return NULL;
    }
  for (guint i = 0; !diagram_order && i < s.first->len / 2; i++)
    {
      ChaseFactor *a = &g_array_index (s.first, ChaseFactor, i);
      ChaseFactor *b = &g_array_index (s.first, ChaseFactor, s.first->len - 1 - i);
      ChaseFactor swapped = *a;

      *a = *b;
      *b = swapped;
    }
  return s.first;
}

static gboolean
has_token (const GPtrArray *tokens, guint from, guint to, const char *const *words)
{
  for (guint i = from; i < to; i++)
    if (g_strv_contains (words, token (tokens, i)))
      return TRUE;
  return FALSE;
}

/* Functors */

/* The pieces [@from, @to) of what a functor is applied to: at each `\circ`, or where the pieces are
 * known under the functor. */
static gboolean
append_pieces (const ChaseLabels *labels, const GPtrArray *tokens, guint head, guint open,
               guint from, guint to, GPtrArray *out)
{
  for (guint stop = to; stop > from; stop--)
    {
      g_autoptr (GPtrArray) whole = g_ptr_array_new ();
      g_autofree char *key = NULL;
      guint before = out->len;

      for (guint i = head; i <= open; i++)
        g_ptr_array_add (whole, g_ptr_array_index (tokens, i));
      for (guint i = from; i < stop; i++)
        g_ptr_array_add (whole, g_ptr_array_index (tokens, i));
      g_ptr_array_add (whole, (gpointer) ")");
      key = chase_label_key (whole, 0, whole->len);
      if (!g_hash_table_contains (labels->morphisms, key))
        continue;
      g_ptr_array_extend (out, whole, NULL, NULL);
      while (stop < to && is_separator (token (tokens, stop)))
        g_ptr_array_add (out, g_ptr_array_index (tokens, stop++));
      if (stop >= to || append_pieces (labels, tokens, head, open, stop, to, out))
        return TRUE;
      g_ptr_array_set_size (out, (gint)before);
      return FALSE;
    }
  return from >= to;
}

/* Writes F(g f) as F(g) F(f), for each F in front of a parenthesis. Returns the new tokens, which
 * borrow from the old, or NULL where there is nothing of the kind. */
static GPtrArray *
spread_functors (const ChaseLabels *labels, const GPtrArray *tokens, guint from, guint to)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  gboolean spread = FALSE;
  guint head = from;

  for (guint at = from; at < to; at++)
    {
      guint stop;

      if (is_separator (token (tokens, at)) && !is_token (tokens, at, to, "("))
        head = at + 1;
      if (!is_token (tokens, at, to, "(") || at == head)
        {
          if (is_token (tokens, at, to, "("))
            head = at + 1;
          g_ptr_array_add (out, g_ptr_array_index (tokens, at));
          continue;
        }
      stop = chase_label_skip_group (tokens, at, to);
      g_ptr_array_set_size (out, (gint)(out->len - (at - head)));
      if (chase_label_says_identity (tokens, at + 1, stop - 1, NULL))
        g_ptr_array_add (out, (gpointer) "1");
      else if (!append_pieces (labels, tokens, head, at, at + 1, stop - 1, out))
        return NULL;
      spread = TRUE;
      at = stop - 1;
      head = stop;
    }
  return spread ? g_steal_pointer (&out) : NULL;
}

/* Both orders, where the label does not say which. */
static GArray *
read_orders (const ChaseLabels *labels, const GPtrArray *tokens, guint from, guint to,
             guint32 source, guint32 target)
{
  static const char *const usual[] = { "\\circ", "\\comp", NULL };
  static const char *const other[] = { ";", "\\fatsemi", "⨟", NULL };
  GArray *path = NULL;

  if (!has_token (tokens, from, to, other))
    path = read_in_order (labels, tokens, from, to, source, target, FALSE);
  if (path == NULL && !has_token (tokens, from, to, usual))
    path = read_in_order (labels, tokens, from, to, source, target, TRUE);
  return path;
}

GArray *
chase_labels_read (const ChaseLabels *labels, const GPtrArray *tokens, guint from, guint to,
                   guint32 source, guint32 target, gboolean single)
{
  GArray *path;

  if (from >= to)
    return NULL;
  path = read_orders (labels, tokens, from, to, source, target);
  if (path == NULL)
    {
      g_autoptr (GPtrArray) spread = spread_functors (labels, tokens, from, to);

      if (spread != NULL)
        path = read_orders (labels, spread, 0, spread->len, source, target);
    }
  if (path != NULL && path->len == 1 && !single && !g_array_index (path, ChaseFactor, 0).inverse)
    g_clear_pointer (&path, g_array_unref);
  return path;
}
