/* SPDX-License-Identifier: MIT */
#include "interchange/dot-private.h"

#include <math.h>
#include <string.h>

/* Reading the diagrams of Typst's packages fletcher and commute, as far as they are written with
 * plain calls. */

/* Calls longer than this have lost their parenthesis. */
#define CALL_MAX 5000

typedef struct
{
  ChaseSource *source;
  ChaseSketch *sketch;
  gboolean commute;  /* its coordinates are row, column */
  GHashTable *nodes; /* "x y" or a name -> number of the cell + 1 */
  GPtrArray *arrows; /* of GPtrArray: the arguments of each, its place first as "x y" of the node
                        before it */
} Reader;

/* Behind the string or the `$...$` that begins at @at. */
static gsize
skip_quoted (const char *text, gsize at, gsize end)
{
  char close = text[at];

  for (at++; at < end; at++)
    if (text[at] == '\\' && at + 1 < end)
      at++;
    else if (text[at] == close)
      return at + 1;
  return end;
}

/* Behind the bracket that closes the one at @at, whichever it is; strings, mathematics and comments
 * do not count. */
static gsize
skip_brackets (const char *text, gsize at, gsize end)
{
  gint depth = 0;

  while (at < end)
    {
      char c = text[at];

      if (c == '"' || c == '$')
        {
          at = skip_quoted (text, at, end);
          continue;
        }
      if (c == '/' && at + 1 < end && text[at + 1] == '/' && (at == 0 || text[at - 1] != ':'))
        {
          const char *newline = memchr (text + at, '\n', end - at);

          at = newline != NULL ? (gsize)(newline - text) : end;
          continue;
        }
      if (c == '\\' && at + 1 < end)
        at++;
      else if (strchr ("([{", c) != NULL && c != '\0')
        depth++;
      else if (strchr (")]}", c) != NULL && c != '\0' && --depth == 0)
        return at + 1;
      at++;
    }
  return end;
}

/* The arguments of the call whose parenthesis opens at @open and closes before @close. */
static GPtrArray *
split_arguments (const char *text, gsize open, gsize close)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  gsize start = open + 1;

  for (gsize at = start; at < close; at++)
    {
      char c = text[at];

      if (c == '"' || c == '$')
        at = skip_quoted (text, at, close) - 1;
      else if (c == '(' || c == '[' || c == '{')
        at = skip_brackets (text, at, close) - 1;
      else if (c == ',' || at + 1 == close)
        {
          g_ptr_array_add (parts, g_strstrip (g_strndup (text + start, at - start)));
          start = at + 1;
        }
    }
  return parts;
}

static gboolean
read_coordinate (const Reader *reader, const char *text, double *x, double *y)
{
  char *end;
  double first, second;

  if (*text != '(')
    return FALSE;
  first = g_ascii_strtod (text + 1, &end);
  while (*end == ' ')
    end++;
  if (*end != ',')
    return FALSE;
  second = g_ascii_strtod (end + 1, &end);
  while (*end == ' ' || *end == ',')
    end++;
  if (*end != ')' || !isfinite (first) || !isfinite (second) || fabs (first) > 1e6
      || fabs (second) > 1e6)
    return FALSE;
  *x = reader->commute ? second : first;
  *y = reader->commute ? first : second;
  return TRUE;
}

static char *
coordinate_key (double x, double y)
{
  return g_strdup_printf ("%.6g %.6g", x + 0.0, y + 0.0);
}

/* `[$...$]`, `$...$` or text. NULL when it is no content. */
static char *
read_content (const char *text)
{
  g_autofree char *inside = g_strdup (text);
  gsize n;

  g_strstrip (inside);
  n = strlen (inside);
  if (n >= 2 && inside[0] == '[' && inside[n - 1] == ']')
    {
      inside[n - 1] = '\0';
      memmove (inside, inside + 1, n - 1);
      g_strstrip (inside);
    }
  else if (n < 2 || inside[0] != '$')
    return NULL;
  n = strlen (inside);
  if (n >= 2 && inside[0] == '$' && inside[n - 1] == '$')
    {
      inside[n - 1] = '\0';
      return chase_typst_to_latex (inside + 1);
    }
  return n > 0 ? g_strdup_printf ("\\text{%s}", inside) : g_strdup ("");
}

static guint32
node_at (Reader *reader, double x, double y)
{
  g_autofree char *key = coordinate_key (x, y);
  gpointer found = g_hash_table_lookup (reader->nodes, key);
  guint32 node;

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;
  node = chase_sketch_add_node (reader->sketch, "", x, y, NULL);
  g_hash_table_insert (reader->nodes, g_steal_pointer (&key), GUINT_TO_POINTER (node + 1));
  return node;
}

static void
note_node_name (Reader *reader, const char *name, guint32 node)
{
  g_autofree char *bare = g_strdup (name);

  g_strdelimit (bare, "<>\"", ' ');
  g_strstrip (bare);
  if (*bare != '\0')
    g_hash_table_replace (reader->nodes, g_steal_pointer (&bare), GUINT_TO_POINTER (node + 1));
}

static void
read_node (Reader *reader, const GPtrArray *arguments, gsize offset)
{
  const char *first = arguments->len > 0 ? g_ptr_array_index (arguments, 0) : "";
  double x, y;
  guint32 node;

  if (!read_coordinate (reader, first, &x, &y))
    {
      chase_source_warn (reader->source, offset, 4, NULL,
                         "this node is left out: it begins with no (x, y)");
      return;
    }
  node = node_at (reader, x, y);
  for (guint i = 1; i < arguments->len; i++)
    {
      const char *argument = g_ptr_array_index (arguments, i);
      char *content = read_content (argument);

      if (content != NULL)
        {
          ChaseSketchCell *cell = chase_sketch_get (reader->sketch, node);

          g_free (cell->label);
          cell->label = content;
        }
      else if (g_str_has_prefix (argument, "name:"))
        note_node_name (reader, argument + strlen ("name:"), node);
      else if (*argument == '"')
        note_node_name (reader, argument, node);
    }
}

static const char *
after (const char *text, const char *prefix)
{
  return g_str_has_prefix (text, prefix) ? text + strlen (prefix) : NULL;
}

/* "hook->", "=>", "|->": a tail, a line, a head. */
static gboolean
read_marks (const char *text, ChaseStyle *style, guint *lines)
{
  static const struct
  {
    const char *mark;
    ChaseTail tail;
  } tails[] = { { "hook'", CHASE_TAIL_HOOK_BOTTOM },
                { "hook", CHASE_TAIL_HOOK_TOP },
                { ">", CHASE_TAIL_MONO },
                { "|", CHASE_TAIL_MAPS_TO },
                { "<", CHASE_TAIL_ARROW } };
  static const struct
  {
    const char *mark;
    ChaseBody body;
    guint lines;
  } bodies[] = { { "-||-", CHASE_BODY_DOUBLE_BARRED, 1 },
                 { "-|-", CHASE_BODY_BARRED, 1 },
                 { "-@-", CHASE_BODY_BULLET_SOLID, 1 },
                 { "-O-", CHASE_BODY_BULLET_HOLLOW, 1 },
                 { "==", CHASE_BODY_SOLID, 3 },
                 { "=", CHASE_BODY_SOLID, 2 },
                 { "--", CHASE_BODY_DASHED, 1 },
                 { "-", CHASE_BODY_SOLID, 1 },
                 { "..", CHASE_BODY_DOTTED, 1 },
                 { "~", CHASE_BODY_SQUIGGLY, 1 },
                 { " ", CHASE_BODY_NONE, 1 } };
  static const struct
  {
    const char *mark;
    ChaseHead head;
  } heads[] = { { "", CHASE_HEAD_NONE },
                { ">", CHASE_HEAD_DEFAULT },
                { ">>", CHASE_HEAD_EPI },
                { "harpoon", CHASE_HEAD_HARPOON_TOP },
                { "harpoon'", CHASE_HEAD_HARPOON_BOTTOM },
                { "O", CHASE_HEAD_MULTIMAP } };
  ChaseStyle read = *style;
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (tails) && !found; i++)
    if (after (text, tails[i].mark) != NULL)
      {
        read.tail = tails[i].tail;
        text = after (text, tails[i].mark);
        found = TRUE;
      }
  found = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (bodies) && !found; i++)
    if (after (text, bodies[i].mark) != NULL)
      {
        read.body = bodies[i].body;
        *lines = bodies[i].lines;
        text = after (text, bodies[i].mark);
        found = TRUE;
      }
  if (!found)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (strcmp (text, heads[i].mark) == 0)
      {
        read.head = heads[i].head;
        *style = read;
        return TRUE;
      }
  return FALSE;
}

/* commute's words for an arrow. */
static gboolean
read_word (const char *word, ChaseStyle *style)
{
  if (strcmp (word, "dashed") == 0)
    style->body = CHASE_BODY_DASHED;
  else if (strcmp (word, "dotted") == 0)
    style->body = CHASE_BODY_DOTTED;
  else if (strcmp (word, "inj") == 0)
    style->tail = CHASE_TAIL_HOOK_TOP;
  else if (strcmp (word, "surj") == 0)
    style->head = CHASE_HEAD_EPI;
  else if (strcmp (word, "def") == 0)
    style->tail = CHASE_TAIL_MAPS_TO;
  else if (strcmp (word, "nat") == 0)
    style->level = 2;
  else if (strcmp (word, "bij") == 0)
    {
      style->tail = CHASE_TAIL_HOOK_TOP;
      style->head = CHASE_HEAD_EPI;
    }
  else
    return FALSE;
  return TRUE;
}

static double
leading_number (const char *text)
{
  double value = g_ascii_strtod (text, NULL);

  return isfinite (value) ? CLAMP (value, -360.0, 360.0) : 0.0;
}

static double
rounded (double value)
{
  return round (100.0 * value) / 100.0 + 0.0;
}

static void
read_label_place (const Reader *reader, const char *value, ChaseStyle *style)
{
  if (g_str_has_prefix (value, "right"))
    style->label_side = CHASE_LABEL_RIGHT;
  else if (g_str_has_prefix (value, "left"))
    style->label_side = CHASE_LABEL_LEFT;
  else if (g_str_has_prefix (value, "center"))
    style->label_side = CHASE_LABEL_CENTRE;
  else if (!reader->commute)
    style->label_at = CLAMP (leading_number (value), 0.0, 1.0);
  else if (leading_number (value) == 0.0)
    style->label_side = CHASE_LABEL_CENTRE;
  else
    style->label_side = *value == '-' ? CHASE_LABEL_RIGHT : CHASE_LABEL_LEFT;
}

static void
read_option (const Reader *reader, const char *option, ChaseStyle *style)
{
  g_autofree char *key = g_strdup (option);
  char *value = strchr (key, ':');
  ChaseColour colour;
  const char *hex;

  if (value == NULL)
    return;
  *value++ = '\0';
  g_strstrip (value);
  if (strcmp (key, "label-pos") == 0 || strcmp (key, "label-side") == 0)
    read_label_place (reader, value, style);
  else if (strcmp (key, "label-angle") == 0 && style->label_side == CHASE_LABEL_CENTRE)
    style->label_side = CHASE_LABEL_OVER;
  else if (strcmp (key, "bend") == 0)
    style->curve = rounded (-leading_number (value) / 18.0);
  else if (strcmp (key, "curve") == 0)
    style->curve = rounded (-leading_number (value) / 15.0);
  else if (strcmp (key, "shift") == 0)
    style->offset = rounded (-20.0 * leading_number (value));
  else if (strcmp (key, "dash") == 0)
    read_word (g_strdelimit (value, "\"", ' ') != NULL ? g_strstrip (value) : value, style);
  else if (strcmp (key, "stroke") == 0 && (hex = strchr (value, '#')) != NULL)
    {
      g_autofree char *bare = g_strndup (hex, strspn (hex, "#0123456789abcdefABCDEF"));

      if (chase_colour_parse_hex (bare, &colour))
        style->colour = colour;
    }
}

static gboolean
is_direction (const char *text)
{
  return *text != '\0' && strspn (text, "udlr,") == strlen (text);
}

/* An end: a coordinate, a name, or for a target the steps from the source. */
static gboolean
read_end (Reader *reader, const char *text, gboolean target, guint32 *end)
{
  g_autofree char *bare = g_strdup (text);
  gpointer found;
  double x, y;

  if (read_coordinate (reader, text, &x, &y))
    {
      *end = node_at (reader, x, y);
      return TRUE;
    }
  g_strdelimit (bare, "<>\"", ' ');
  g_strstrip (bare);
  found = g_hash_table_lookup (reader->nodes, bare);
  if (found != NULL)
    *end = GPOINTER_TO_UINT (found) - 1;
  else if (target && *text == '"' && is_direction (bare))
    {
      const ChaseSketchCell *cell = chase_sketch_get (reader->sketch, *end);

      x = cell->x;
      y = cell->y;
      for (const char *p = bare; *p != '\0'; p++)
        {
          x += (*p == 'r') - (*p == 'l');
          y += (*p == 'd') - (*p == 'u');
        }
      *end = node_at (reader, x, y);
    }
  else
    return FALSE;
  return TRUE;
}

static void
read_arrow (Reader *reader, const GPtrArray *arguments, gsize offset)
{
  ChaseStyle *style;
  g_autofree char *label = NULL;
  guint32 ends[2] = { 0, 0 };
  guint lines = 1;

  if (arguments->len < 2 || !read_end (reader, g_ptr_array_index (arguments, 0), FALSE, &ends[0]))
    {
      chase_source_warn (reader->source, offset, 4, NULL,
                         "this arrow is left out: where it begins is not clear");
      return;
    }
  ends[1] = ends[0];
  if (!read_end (reader, g_ptr_array_index (arguments, 1), TRUE, &ends[1]))
    {
      chase_source_warn (reader->source, offset, 4, NULL,
                         "this arrow is left out: where it ends is not clear");
      return;
    }
  style = chase_style_new ();
  style->label_side = CHASE_LABEL_LEFT;
  if (!reader->commute)
    style->head = CHASE_HEAD_NONE;
  for (guint i = 2; i < arguments->len; i++)
    {
      const char *argument = g_ptr_array_index (arguments, i);
      gsize n = strlen (argument);
      char *content = label == NULL ? read_content (argument) : NULL;

      if (content != NULL)
        label = content;
      else if (n >= 2 && *argument == '"')
        {
          g_autofree char *word = g_strndup (argument + 1, n - 2);

          if (!read_word (word, style) && !read_marks (word, style, &lines))
            chase_source_warn (reader->source, offset, 4, NULL, "marks not known here: %s", word);
        }
      else
        read_option (reader, argument, style);
    }
  if (lines > 1)
    style->level = lines;
  if (label == NULL || *label == '\0')
    style->label_side = CHASE_LABEL_AUTO;
  chase_sketch_add_edge (reader->sketch, ends[0], ends[1], label != NULL ? label : "", style);
}

static gboolean
begins_call (const char *text, gsize at, gsize end, const char *name)
{
  gsize n = strlen (name);

  return end - at > n && memcmp (text + at, name, n) == 0 && text[at + n] == '('
         && (at == 0
             || (!g_ascii_isalnum (text[at - 1]) && text[at - 1] != '-' && text[at - 1] != '.'));
}

/* Reads the calls of one kind between @start and @end: nodes first, for an arrow may come before
 * its node. */
static void
read_calls (Reader *reader, gsize start, gsize end, gboolean arrows)
{
  const char *text = reader->source->text;

  for (gsize at = start; at < end;)
    {
      gboolean node = begins_call (text, at, end, "node");
      gboolean arrow = begins_call (text, at, end, "arr") || begins_call (text, at, end, "edge");
      gsize open, close;
      g_autoptr (GPtrArray) arguments = NULL;

      if (!node && !arrow)
        {
          at = text[at] == '"' || text[at] == '$' ? skip_quoted (text, at, end) : at + 1;
          continue;
        }
      open = (gsize)((const char *)memchr (text + at, '(', end - at) - text);
      close = skip_brackets (text, open, MIN (end, open + CALL_MAX));
      if (arrow == arrows)
        {
          arguments = split_arguments (text, open, close);
          if (arrow)
            read_arrow (reader, arguments, at);
          else
            read_node (reader, arguments, at);
        }
      at = close;
    }
}

/* An end without a node of its own would come after the arrows before it: all ends are made first.
 */
static void
read_bare_ends (Reader *reader, gsize start, gsize end)
{
  const char *text = reader->source->text;

  for (gsize at = start; at < end; at++)
    {
      gsize open, close;
      g_autoptr (GPtrArray) arguments = NULL;

      if (!begins_call (text, at, end, "arr") && !begins_call (text, at, end, "edge"))
        continue;
      open = (gsize)((const char *)memchr (text + at, '(', end - at) - text);
      close = skip_brackets (text, open, MIN (end, open + CALL_MAX));
      arguments = split_arguments (text, open, close);
      for (guint i = 0; i < 2 && i < arguments->len; i++)
        {
          guint32 node = 0;

          if (!read_end (reader, g_ptr_array_index (arguments, i), FALSE, &node))
            break;
        }
      at = close - 1;
    }
}

static ChaseSketch *
read_diagram (ChaseSource *source, gsize start, gsize end, gboolean commute)
{
  Reader reader = { .source = source, .commute = commute, .sketch = chase_sketch_new () };

  reader.nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_calls (&reader, start, end, FALSE);
  read_bare_ends (&reader, start, end);
  read_calls (&reader, start, end, TRUE);
  g_hash_table_unref (reader.nodes);
  return reader.sketch;
}

void
chase_fletcher_read (ChaseSource *source, GPtrArray *sketches)
{
  const char *text = source->text;
  guint before = sketches->len;

  for (gsize at = 0; at < source->length;)
    {
      gboolean commute = begins_call (text, at, source->length, "commutative-diagram");
      gsize open, close;
      ChaseSketch *sketch;

      if (!commute && !begins_call (text, at, source->length, "diagram")
          && !begins_call (text, at, source->length, "fletcher.diagram"))
        {
          at++;
          continue;
        }
      open = (gsize)((const char *)memchr (text + at, '(', source->length - at) - text);
      close = skip_brackets (text, open, source->length);
      if (text[close - 1] != ')')
        {
          chase_source_error (source, at, 8, NULL, "this diagram has no closing parenthesis");
          return;
        }
      sketch = read_diagram (source, open + 1, close - 1, commute);
      sketch->line = chase_source_line (source, at);
      g_ptr_array_add (sketches, sketch);
      at = close;
    }
  if (sketches->len == before)
    chase_source_error (source, 0, 1, NULL, "there is no fletcher or commute diagram in this text");
}
