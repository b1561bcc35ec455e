/* SPDX-License-Identifier: MIT */
#include "interchange/dot-private.h"
#include "interchange/fletcher-private.h"
#include "interchange/linked-private.h"
#include "interchange/typst-scan-private.h"

#include <math.h>
#include <string.h>

/*
 * Reading the diagrams of Typst's packages fletcher and commute: calls of `node` and `edge` (`arr`)
 * one after the other, in code, or in the cells of a formula `$ A edge(f, ->) & B $`. Ends that are
 * not written are those of the nodes before and after.
 */

/* Calls longer than this have lost their parenthesis. */
#define CALL_MAX 5000

/* Of so many arrows none is looked at whether it stands on others. */
#define LOOSE_MAX 1000

typedef enum
{
  CALL_NODE,
  CALL_EDGE,
} CallKind;

/* A call, or a cell of a formula, which is a node. */
typedef struct
{
  gsize offset;
  GPtrArray *arguments; /* of char; NULL for a cell */
  ChaseName *content;   /* of a cell */
  double x, y;          /* the cell's; of a node, where it is */
  guint32 node;         /* its number in the sketch */
  gint before, behind;  /* the nodes before and after it, or -1 */
  CallKind kind : 2;
  guint in_cell : 1; /* of a formula */
  guint placed : 1;
} Call;

typedef struct
{
  ChaseSource *source;
  ChaseSketch *sketch;
  gboolean commute; /* its coordinates are row, column */
  gboolean upwards; /* rows are counted from below */
  GArray *calls;    /* of Call */
  ChaseNameTable *contents;
  GHashTable *nodes;  /* "x y", a name, or commute's content -> number of the cell + 1 */
  GHashTable *places; /* a column and a row -> number of the cell + 1 */
  GHashTable *lets;   /* name -> "(x, y)" */
  GHashTable *unknown;
} Reader;

/* An edge that goes between places where no node is. */
typedef struct
{
  double ends[2][2];
  ChaseFletcherEdge edge;
} Loose;

static void
call_clear (gpointer data)
{
  Call *call = data;

  g_clear_pointer (&call->arguments, g_ptr_array_unref);
  chase_name_unref (call->content);
}

static void
add_call (Reader *reader, guint at, Call call)
{
  g_array_insert_val (reader->calls, at, call);
}

/* Finding the calls */

/* An argument inside a formula as it would stand in code. */
static char *
argument_in_code (const char *argument)
{
  gsize name = chase_typst_name_length (argument);
  const char *value = argument + name;

  while (*value == ' ')
    value++;
  if (*value == '#')
    return g_strdup_printf ("%.*s%s", (int)name, argument, value + 1);
  if (strspn (value, "<>-=|~.") == strlen (value) && strpbrk (value, "-=~") != NULL)
    return g_strdup_printf ("%.*s\"%s\"", (int)name, argument, value);
  if ((*value == '"' && chase_typst_skip_quoted (value, 0, strlen (value)) == strlen (value))
      || *value == '$' || *value == '<')
    return g_strdup_printf ("%.*s%s", (int)name, argument, value);
  return g_strdup_printf ("%.*s$%s$", (int)name, argument, value);
}

/* Behind the call at @at with its content blocks; *@call gets its arguments. */
static gsize
read_call (const Reader *reader, gsize at, gsize end, gboolean formula, Call *call)
{
  const char *text = reader->source->text;
  gsize open = (gsize)((const char *)memchr (text + at, '(', end - at) - text);
  gsize close = chase_typst_skip_brackets (text, open, MIN (end, open + CALL_MAX));

  call->offset = at;
  call->arguments = chase_typst_split (text, open + 1, MAX (close, open + 2) - 1);
  for (guint i = 0; formula && i < call->arguments->len; i++)
    {
      char *before = g_ptr_array_index (call->arguments, i);

      call->arguments->pdata[i] = argument_in_code (before);
      g_free (before);
    }
  while (!formula && close < end && text[close] == '[')
    {
      gsize stop = chase_typst_skip_brackets (text, close, MIN (end, close + CALL_MAX));

      g_ptr_array_add (call->arguments, g_strndup (text + close, stop - close));
      close = stop;
    }
  return close;
}

static gboolean
at_call (const Reader *reader, gsize at, gsize end, CallKind *kind)
{
  const char *text = reader->source->text;

  *kind = chase_typst_at_call (text, at, end, "node") ? CALL_NODE : CALL_EDGE;
  return *kind == CALL_NODE || chase_typst_at_call (text, at, end, "edge")
         || chase_typst_at_call (text, at, end, "arr")
         || chase_typst_at_call (text, at, end, "fletcher.edge");
}

static void
end_cell (Reader *reader, GString *cell, guint first, double column, double row, gsize offset)
{
  Call call = { .kind = CALL_NODE, .offset = offset, .in_cell = TRUE, .x = column, .y = row };
  g_autofree char *bare = g_strstrip (g_strdup (cell->str));
  g_autofree char *formula = g_strconcat ("$", bare, "$", NULL);

  g_string_truncate (cell, 0);
  if (*bare == '\0')
    return;
  call.content = chase_name_table_intern (reader->contents, formula, strlen (formula));
  add_call (reader, first, call);
}

/* A formula: cells between `&`, rows between backslashes that escape nothing. */
static void
find_in_formula (Reader *reader, gsize at, gsize end)
{
  const char *text = reader->source->text;
  g_autoptr (GString) cell = g_string_new (NULL);
  double column = 0, row = 0;
  guint first = reader->calls->len;
  gsize start = at;

  while (at < end)
    {
      gsize next = chase_typst_skip_blanks (text, at, end);
      CallKind kind;

      if (next > at)
        {
          g_string_append_c (cell, ' ');
          at = next;
        }
      else if (at_call (reader, at, end, &kind))
        {
          Call call = { .kind = kind, .in_cell = TRUE, .x = column, .y = row };

          at = read_call (reader, at, end, TRUE, &call);
          g_array_append_val (reader->calls, call);
        }
      else if (text[at] == '&'
               || (text[at] == '\\' && (at + 1 >= end || g_ascii_isspace (text[at + 1]))))
        {
          end_cell (reader, cell, first, column, row, start);
          column = text[at] == '&' ? column + 1 : 0;
          row += text[at] != '&';
          first = reader->calls->len;
          start = ++at;
        }
      else
        {
          next = text[at] == '"'    ? chase_typst_skip_quoted (text, at, end)
                 : text[at] == '\\' ? at + 2
                 : g_ascii_isalnum (text[at])
                     ? at
                           + strspn (text + at,
                                     "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                     "0123456789")
                     : at + 1;
          next = MIN (next, end);
          g_string_append_len (cell, text + at, (gssize)(next - at));
          at = next;
        }
    }
  end_cell (reader, cell, first, column, row, start);
}

/* `let a = (0, 1)`, `let (a, b) = ((0, 0), (1, 0))`. */
static gsize
read_let (Reader *reader, gsize at, gsize end)
{
  const char *text = reader->source->text;
  gsize name = chase_typst_skip_blanks (text, at + strlen ("let"), end);
  const char *sign = memchr (text + name, '=', MIN (end - name, 200));
  gsize value, stop;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) values = NULL;
  gboolean several = name < end && text[name] == '(';

  if (sign == NULL)
    return at + 3;
  value = chase_typst_skip_blanks (text, (gsize)(sign - text) + 1, end);
  if (value >= end || text[value] != '(')
    return value;
  stop = chase_typst_skip_brackets (text, value, MIN (end, value + CALL_MAX));
  if (several)
    {
      names = chase_typst_split (text, name + 1,
                                 MAX (chase_typst_skip_brackets (text, name, end), name + 2) - 1);
      values = chase_typst_split (text, value + 1, MAX (stop, value + 2) - 1);
    }
  else
    {
      names = chase_typst_split (text, name, (gsize)(sign - text));
      values = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (values, g_strndup (text + value, stop - value));
    }
  for (guint i = 0; i < MIN (names->len, values->len); i++)
    g_hash_table_replace (reader->lets, g_strdup (g_ptr_array_index (names, i)),
                          g_strdup (g_ptr_array_index (values, i)));
  return stop;
}

static gboolean
at_word (const char *text, gsize at, gsize end, const char *word)
{
  gsize n = strlen (word);

  return end - at > n && memcmp (text + at, word, n) == 0 && !g_ascii_isalnum (text[at + n])
         && (at == 0 || !g_ascii_isalnum (text[at - 1]));
}

static void
find_in_code (Reader *reader, gsize at, gsize end)
{
  const char *text = reader->source->text;

  while (at < end)
    {
      gsize next = chase_typst_skip_blanks (text, at, end);
      CallKind kind;

      if (next > at)
        at = next;
      else if (text[at] == '"')
        at = chase_typst_skip_quoted (text, at, end);
      else if (text[at] == '$')
        {
          next = chase_typst_skip_quoted (text, at, end);
          find_in_formula (reader, at + 1, MAX (next, at + 2) - 1);
          at = next;
        }
      else if (at_word (text, at, end, "let"))
        at = read_let (reader, at, end);
      else if (at_word (text, at, end, "axes"))
        {
          reader->upwards = g_strstr_len (text + at, (gssize)MIN (end - at, 30), "btt") != NULL;
          at += 4;
        }
      else if (at_call (reader, at, end, &kind))
        {
          Call call = { .kind = kind };

          at = read_call (reader, at, end, FALSE, &call);
          g_array_append_val (reader->calls, call);
        }
      else
        at++;
    }
}

/* Coordinates */

static gboolean
read_pair (const char *text, double *first, double *second)
{
  char *end;

  if (*text != '(')
    return FALSE;
  *first = g_ascii_strtod (text + 1, &end);
  if (end == text + 1)
    return FALSE;
  end += strspn (end, " ");
  if (*end != ',')
    return FALSE;
  text = end + 1;
  *second = g_ascii_strtod (text, &end);
  if (end == text)
    return FALSE;
  end += strspn (end, " ,\n\t");
  return *end == ')' && isfinite (*first) && isfinite (*second) && fabs (*first) <= 1e6
         && fabs (*second) <= 1e6;
}

/* A place: a pair, one from (@x, @y), or what a `let` calls so. */
static gboolean
read_place (const Reader *reader, const char *text, double *x, double *y)
{
  const char *bound = g_hash_table_lookup (reader->lets, text);
  const char *relative = g_str_has_prefix (text, "(rel:") ? text + strlen ("(rel:") : NULL;
  double first, second;

  if (bound != NULL)
    text = bound;
  if (relative != NULL)
    relative += strspn (relative, " ");
  if (!read_pair (relative != NULL ? relative : text, &first, &second))
    return FALSE;
  if (reader->upwards)
    second = -second;
  if (reader->commute)
    {
      *x = second;
      *y = first;
    }
  else
    {
      *x = first + (relative != NULL ? *x : 0.0);
      *y = second + (relative != NULL ? *y : 0.0);
    }
  return TRUE;
}

/* A place in whole numbers is its own key, both numbers mixed into its lower half, which is what is
 * hashed; another place has a text for a key. */
static gpointer
place_key (double x, double y, char **text)
{
  guint32 column = (guint32)(gint32)x, row = (guint32)(gint32)y;

  *text = NULL;
  if ((gint32)x == x && (gint32)y == y)
    return GSIZE_TO_POINTER ((gsize)row << 32 | (column ^ (row * 0x9e3779b1u)));
  *text = g_strdup_printf ("%.6g %.6g", x + 0.0, y + 0.0);
  return *text;
}

/* Returns the node at a place, or NULL for a number, where there is none. */
static gboolean
find_node (const Reader *reader, double x, double y, guint32 *node)
{
  g_autofree char *text = NULL;
  gpointer key = place_key (x, y, &text);
  gpointer found = g_hash_table_lookup (text != NULL ? reader->nodes : reader->places, key);

  *node = GPOINTER_TO_UINT (found) - 1;
  return found != NULL;
}

static guint32
node_at (Reader *reader, double x, double y)
{
  char *text;
  gpointer key;
  guint32 node;

  if (find_node (reader, x, y, &node))
    return node;
  node = chase_sketch_add_node (reader->sketch, "", x, y, NULL);
  key = place_key (x, y, &text);
  g_hash_table_insert (text != NULL ? reader->nodes : reader->places, key,
                       GUINT_TO_POINTER (node + 1));
  return node;
}

static char *
bare_name (const char *text)
{
  char *bare = g_strdup (text);

  g_strdelimit (bare, "<>\"", ' ');
  return g_strstrip (bare);
}

static void
note_node_name (Reader *reader, const char *name, guint32 node)
{
  g_autofree char *bare = bare_name (name);

  if (*bare != '\0')
    g_hash_table_replace (reader->nodes, g_steal_pointer (&bare), GUINT_TO_POINTER (node + 1));
}

/* Nodes */

static gboolean
is_name (const char *text)
{
  return *text == '<' && text[strlen (text) - 1] == '>' && strlen (text) > 2;
}

static void
report_unknown (Reader *reader, gsize offset, const char *argument)
{
  gsize name = chase_typst_name_length (argument);
  g_autofree char *key = g_strndup (argument, name > 0 ? name - 1 : MIN (strlen (argument), 40));

  if (g_hash_table_contains (reader->unknown, key))
    return;
  chase_source_warn (reader->source, offset, 4, NULL, "not known here, and left out: %s", key);
  g_hash_table_add (reader->unknown, g_steal_pointer (&key));
}

/* Takes @text. */
static void
set_label (Reader *reader, guint32 node, char *text, const ChaseColour *colour)
{
  g_autofree char *label = text;
  g_autofree char *key = g_strconcat ("$", label, NULL);

  chase_sketch_set_label (reader->sketch, node, label);
  if (colour->kind != CHASE_COLOUR_NONE)
    chase_sketch_own_style (chase_sketch_get (reader->sketch, node))->label_colour = *colour;
  if (reader->commute && !g_hash_table_contains (reader->nodes, key))
    g_hash_table_insert (reader->nodes, g_steal_pointer (&key), GUINT_TO_POINTER (node + 1));
}

static void
apply_to_node (Reader *reader, const Call *call, const char *argument)
{
  ChaseColour colour = { CHASE_COLOUR_NONE, { 0, 0, 0 }, 1.0 };
  char *content = chase_fletcher_read_content (argument, &colour);

  if (content != NULL)
    set_label (reader, call->node, content, &colour);
  else if (g_str_has_prefix (argument, "name:"))
    note_node_name (reader, argument + strlen ("name:"), call->node);
  else if (is_name (argument) || (*argument == '"' && reader->commute))
    note_node_name (reader, argument, call->node);
  else if (*argument == '"')
    {
      g_autofree char *bare = bare_name (argument);

      set_label (reader, call->node, g_strdup_printf ("\\text{%s}", bare), &colour);
    }
  else
    report_unknown (reader, call->offset, argument);
}

/* Places and makes the nodes, in order: a relative place counts from the node before. */
static void
read_nodes (Reader *reader)
{
  double x = 0.0, y = 0.0;

  for (guint i = 0; i < reader->calls->len; i++)
    {
      Call *call = &g_array_index (reader->calls, Call, i);
      gint place = -1;

      if (call->kind != CALL_NODE)
        continue;
      if (call->in_cell)
        {
          x = call->x;
          y = reader->upwards ? -call->y : call->y;
        }
      for (guint j = 0; !call->in_cell && place < 0 && j < call->arguments->len; j++)
        if (read_place (reader, g_ptr_array_index (call->arguments, j), &x, &y))
          place = (gint)j;
      if (!call->in_cell && place < 0)
        {
          chase_source_warn (reader->source, call->offset, 4, NULL,
                             "this node is left out: it begins with no (x, y)");
          continue;
        }
      call->placed = TRUE;
      call->x = x;
      call->y = y;
      call->node = node_at (reader, x, y);
      if (call->content != NULL)
        apply_to_node (reader, call, call->content);
      for (guint j = 0; call->arguments != NULL && j < call->arguments->len; j++)
        if ((gint)j != place)
          apply_to_node (reader, call, g_ptr_array_index (call->arguments, j));
    }
}

/* Edges */

static gboolean
is_direction (const char *text)
{
  gsize n = strlen (text);

  return n > 2 && *text == '"' && text[n - 1] == '"' && strspn (text + 1, "utdblrnsew,") == n - 2;
}

/* Steps to the right or left, up or down. */
static void
go (const char *steps, double *x, double *y)
{
  for (; *steps != '\0'; steps++)
    {
      *x += (strchr ("re", *steps) != NULL) - (strchr ("lw", *steps) != NULL);
      *y += (strchr ("dbs", *steps) != NULL) - (strchr ("utn", *steps) != NULL);
    }
}

/* Reads one end as a place: what it says, or for a direction the steps from (@x, @y). */
static gboolean
read_end (const Reader *reader, const char *text, double *x, double *y)
{
  g_autofree char *bare = NULL;
  gpointer found = NULL;

  if (read_place (reader, text, x, y))
    return TRUE;
  if (!reader->commute && is_direction (text))
    {
      go (text, x, y);
      return TRUE;
    }
  if (is_name (text) || (reader->commute && *text == '"'))
    {
      bare = bare_name (text);
      found = g_hash_table_lookup (reader->nodes, bare);
    }
  else if (reader->commute)
    {
      ChaseColour colour;
      g_autofree char *content = chase_fletcher_read_content (text, &colour);

      bare = g_strconcat ("$", content != NULL ? content : "", NULL);
      found = g_hash_table_lookup (reader->nodes, bare);
    }
  if (found == NULL)
    return FALSE;
  *x = chase_sketch_get (reader->sketch, GPOINTER_TO_UINT (found) - 1)->x;
  *y = chase_sketch_get (reader->sketch, GPOINTER_TO_UINT (found) - 1)->y;
  return TRUE;
}

/* The place of the nearest node before or after a call. */
static gboolean
neighbour (const Reader *reader, gint call, double *x, double *y)
{
  if (call < 0)
    return FALSE;
  *x = g_array_index (reader->calls, Call, call).x;
  *y = g_array_index (reader->calls, Call, call).y;
  return TRUE;
}

static void
begin_at (const Reader *reader, const Call *call, double end[2])
{
  if (call->in_cell)
    {
      end[0] = call->x;
      end[1] = reader->upwards ? -call->y : call->y;
    }
  else if (!neighbour (reader, call->before, &end[0], &end[1]))
    end[0] = end[1] = 0.0;
}

/* Can @argument say where an edge goes? */
static gboolean
is_place (const Reader *reader, const char *argument, guint n)
{
  double x, y;

  if (reader->commute)
    return n < 2;
  return is_name (argument) || is_direction (argument) || strcmp (argument, "auto") == 0
         || read_place (reader, argument, &x, &y);
}

static gboolean
is_auto (const char *argument)
{
  return strcmp (argument, "auto") == 0;
}

/* The way of an edge: where it begins and ends, the first and the last place where it turns. */
typedef struct
{
  double ends[2][2];
  double turns[2][2];
  gboolean turned;
} Way;

static void
turn (Way *way)
{
  memcpy (way->turns[1], way->ends[1], sizeof way->turns[1]);
  if (!way->turned)
    memcpy (way->turns[0], way->turns[1], sizeof way->turns[0]);
  way->turned = TRUE;
}

/* One place further, or several: "r,dd". */
static gboolean
go_on (const Reader *reader, const char *text, Way *way)
{
  double *end = way->ends[1];
  g_auto (GStrv) parts = NULL;

  if (reader->commute || !is_direction (text))
    return read_end (reader, text, &end[0], &end[1]);
  parts = g_strsplit (text, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        turn (way);
      go (parts[i], &end[0], &end[1]);
    }
  return TRUE;
}

/*
 * Finds where the edge of @call goes; *@used of its arguments say so. A place alone is where it
 * ends. FALSE where an end is not clear.
 */
static gboolean
read_ends (const Reader *reader, const Call *call, Way *way, guint *used)
{
  double (*ends)[2] = way->ends;
  const char *const *arguments = (const char *const *)call->arguments->pdata;
  guint n = 0;
  guint first = 0;

  while (n < call->arguments->len && is_place (reader, arguments[n], n))
    n++;
  *used = n;
  begin_at (reader, call, ends[0]);
  if (n > 1 && !is_direction (arguments[0]))
    first = 1;
  if (first == 1 && !is_auto (arguments[0])
      && !read_end (reader, arguments[0], &ends[0][0], &ends[0][1]))
    return FALSE;
  memcpy (ends[1], ends[0], sizeof ends[1]);
  if (n == first || is_auto (arguments[n - 1]))
    {
      if (!reader->commute && !neighbour (reader, call->behind, &ends[1][0], &ends[1][1]))
        ends[1][0] += 1.0;
      return !reader->commute;
    }
  for (guint j = first; j < n; j++)
    {
      if (j > first)
        turn (way);
      if (!go_on (reader, arguments[j], way))
        return FALSE;
    }
  return n >= 2 || !reader->commute;
}

static void
add_edge (Reader *reader, guint32 source, guint32 target, ChaseFletcherEdge *edge)
{
  ChaseStyle *style = g_steal_pointer (&edge->style);
  g_autofree char *label = g_steal_pointer (&edge->label);
  gboolean higher = !chase_sketch_get (reader->sketch, source)->node
                    || !chase_sketch_get (reader->sketch, target)->node;

  if (edge->reversed)
    {
      guint32 other = source;

      source = target;
      target = other;
      chase_style_reverse (style);
    }
  if (edge->lines != (higher ? 2 : 1))
    style->level = edge->lines;
  if (label == NULL || *label == '\0')
    style->label_side = CHASE_LABEL_AUTO;
  if (source != target)
    {
      style->radius = 3.0;
      style->angle = 0.0;
    }
  chase_sketch_add_edge (reader->sketch, source, target, label != NULL ? label : "", style);
}

/* The middle of the edge @cell, which bows to its right where it is curved. */
static gboolean
middle_of (const Reader *reader, guint32 cell, double middle[2])
{
  const ChaseSketchCell *edge = chase_sketch_get (reader->sketch, cell);
  const ChaseSketchCell *ends[2];
  double degrees, dx, dy;

  if (edge->node)
    return FALSE;
  ends[0] = chase_sketch_get (reader->sketch, edge->source);
  ends[1] = chase_sketch_get (reader->sketch, edge->target);
  if (!ends[0]->node || !ends[1]->node)
    return FALSE;
  dx = ends[1]->x - ends[0]->x;
  dy = ends[1]->y - ends[0]->y;
  degrees = edge->style->bend != 0.0 ? edge->style->bend : 18.0 * edge->style->curve;
  degrees = tan (degrees * G_PI / 360.0) / 2.0;
  middle[0] = (ends[0]->x + ends[1]->x) / 2.0 - degrees * dy;
  middle[1] = (ends[0]->y + ends[1]->y) / 2.0 + degrees * dx;
  return TRUE;
}

/* The edge in whose middle, about, @end lies, or the number of cells where there is none. */
static guint32
edge_near (const Reader *reader, const double end[2], guint32 but)
{
  guint32 n = reader->sketch->n;
  guint32 best = n;
  double least = 0.45;

  for (guint32 i = 0; i < n; i++)
    {
      double middle[2], distance;

      if (i == but || !middle_of (reader, i, middle))
        continue;
      distance = hypot (middle[0] - end[0], middle[1] - end[1]);
      if (distance < least)
        {
          least = distance;
          best = i;
        }
    }
  return best;
}

/* The cell at an end: the node there, or else the edge. */
static guint32
cell_near (Reader *reader, const double end[2], guint32 but)
{
  guint32 node;

  return find_node (reader, end[0], end[1], &node) ? node : edge_near (reader, end, but);
}

static void
add_loose (Reader *reader, Loose *loose, gboolean few)
{
  guint32 n = reader->sketch->n;
  guint32 source = few ? cell_near (reader, loose->ends[0], n) : n;
  guint32 target = few ? cell_near (reader, loose->ends[1], source) : n;

  /* Only a double arrow is one between arrows. */
  if (source == n || target == n || loose->edge.lines < 2)
    {
      source = node_at (reader, loose->ends[0][0], loose->ends[0][1]);
      target = node_at (reader, loose->ends[1][0], loose->ends[1][1]);
    }
  add_edge (reader, source, target, &loose->edge);
}

static void
begin_edge (const Reader *reader, ChaseFletcherEdge *edge)
{
  edge->style = chase_style_new ();
  edge->style->label_side = CHASE_LABEL_LEFT;
  edge->lines = 1;
  if (!reader->commute)
    edge->style->head = CHASE_HEAD_NONE;
}

/* Right angles: the edge goes along one side of the rectangle between its ends, then the other. */
static void
turn_corner (Way *way, gint corner)
{
  double dx = way->ends[1][0] - way->ends[0][0], dy = way->ends[1][1] - way->ends[0][1];
  gboolean level_first = (dx * dy > 0.0) == (corner > 0);

  if (dx == 0.0 || dy == 0.0)
    return;
  way->turned = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      way->turns[i][0] = way->ends[level_first][0];
      way->turns[i][1] = way->ends[!level_first][1];
    }
}

static double
angle_towards (const double from[2], const double to[2])
{
  return atan2 (from[1] - to[1], to[0] - from[0]) * 180.0 / G_PI + 0.0;
}

/* An edge that turns is drawn as a curve that leaves and arrives as it does. */
static void
set_turns (const Way *way, ChaseStyle *style)
{
  if (!way->turned || memcmp (way->ends[0], way->ends[1], sizeof way->ends[0]) == 0)
    return;
  style->has_out = style->has_in = TRUE;
  style->out = angle_towards (way->ends[0], way->turns[0]);
  style->in = angle_towards (way->ends[1], way->turns[1]);
  style->curve = 0.0;
}

/* Places may stand anywhere, edge(<a>, "->", <b>): puts them in front, as they come. Behind the
 * first that is none a direction is a mark. */
static void
gather_places (const Reader *reader, const Call *call)
{
  GPtrArray *arguments = call->arguments;
  guint n = 0;

  while (n < arguments->len && is_place (reader, g_ptr_array_index (arguments, n), n))
    n++;
  for (guint i = n; !reader->commute && i < arguments->len; i++)
    {
      char *argument = g_ptr_array_index (arguments, i);

      if (is_direction (argument) || !is_place (reader, argument, i))
        continue;
      memmove (&arguments->pdata[n + 1], &arguments->pdata[n], (i - n) * sizeof (gpointer));
      arguments->pdata[n++] = argument;
    }
}

static void
read_edge (Reader *reader, const Call *call, GArray *loose)
{
  Loose one = { 0 };
  Way way = { 0 };
  guint used = 0;
  guint32 nodes[2];

  gather_places (reader, call);
  if (!read_ends (reader, call, &way, &used))
    {
      chase_source_warn (reader->source, call->offset, 4, NULL,
                         "this arrow is left out: where it begins or ends is not clear");
      return;
    }
  begin_edge (reader, &one.edge);
  for (guint j = used; j < call->arguments->len; j++)
    {
      const char *argument = g_ptr_array_index (call->arguments, j);

      if (!chase_fletcher_apply (&one.edge, argument, reader->commute))
        report_unknown (reader, call->offset, argument);
    }
  if (one.edge.corner != 0)
    turn_corner (&way, one.edge.corner);
  set_turns (&way, one.edge.style);
  memcpy (one.ends, way.ends, sizeof one.ends);
  for (guint j = 0; j < 2; j++)
    if (!find_node (reader, one.ends[j][0], one.ends[j][1], &nodes[j]))
      {
        g_array_append_val (loose, one);
        return;
      }
  add_edge (reader, nodes[0], nodes[1], &one.edge);
}

static void
find_neighbours (Reader *reader)
{
  gint last = -1;

  for (guint i = 0; i < reader->calls->len; i++)
    {
      Call *call = &g_array_index (reader->calls, Call, i);

      call->before = last;
      last = call->placed ? (gint)i : last;
    }
  last = -1;
  for (guint i = reader->calls->len; i-- > 0;)
    {
      Call *call = &g_array_index (reader->calls, Call, i);

      call->behind = last;
      last = call->placed ? (gint)i : last;
    }
}

static void
read_edges (Reader *reader)
{
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (Loose));

  find_neighbours (reader);
  for (guint i = 0; i < reader->calls->len; i++)
    if (g_array_index (reader->calls, Call, i).kind == CALL_EDGE)
      read_edge (reader, &g_array_index (reader->calls, Call, i), loose);
  for (guint i = 0; i < loose->len; i++)
    add_loose (reader, &g_array_index (loose, Loose, i), loose->len <= LOOSE_MAX);
}

static ChaseSketch *
read_diagram (ChaseSource *source, gsize start, gsize end, gboolean commute, GHashTable *unknown)
{
  Reader reader = { .source = source, .commute = commute, .sketch = chase_sketch_new () };

  reader.unknown = unknown;
  reader.contents = chase_name_table_new ();
  reader.calls = g_array_new (FALSE, FALSE, sizeof (Call));
  g_array_set_clear_func (reader.calls, call_clear);
  reader.nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader.places = g_hash_table_new (NULL, NULL);
  reader.lets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  find_in_code (&reader, start, end);
  read_nodes (&reader);
  read_edges (&reader);
  g_hash_table_unref (reader.lets);
  g_hash_table_unref (reader.nodes);
  g_hash_table_unref (reader.places);
  g_array_unref (reader.calls);
  chase_name_table_free (reader.contents);
  return reader.sketch;
}

static void
read_all (ChaseSource *source, GPtrArray *sketches)
{
  g_autoptr (GHashTable) unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *text = source->text;
  guint before = sketches->len;
  gsize last = 0;

  for (gsize at = 0; at < source->length;)
    {
      gboolean commute = chase_typst_at_call (text, at, source->length, "commutative-diagram");
      gsize open, close;
      ChaseSketch *sketch;

      if (!commute && !chase_typst_at_call (text, at, source->length, "diagram")
          && !chase_typst_at_call (text, at, source->length, "fletcher.diagram"))
        {
          at++;
          continue;
        }
      open = (gsize)((const char *)memchr (text + at, '(', source->length - at) - text);
      close = chase_typst_skip_brackets (text, open, source->length);
      if (text[close - 1] != ')')
        {
          chase_source_error (source, at, 8, NULL, "this diagram has no closing parenthesis");
          return;
        }
      sketch = read_diagram (source, open + 1, close - 1, commute, unknown);
      sketch = chase_linked_prefer (source, sketch, last, at, close);
      sketch->line = chase_source_line (source, at);
      g_ptr_array_add (sketches, sketch);
      at = last = close;
    }
  if (sketches->len == before)
    chase_source_error (source, 0, 1, NULL, "there is no fletcher or commute diagram in this text");
}

/* Labels are UTF-8, whatever the text is. */
void
chase_fletcher_read (ChaseSource *source, GPtrArray *sketches)
{
  const char *text = source->text;
  gsize length = source->length;
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (text, (gssize)length, NULL))
    {
      valid = g_utf8_make_valid (text, (gssize)length);
      source->text = valid;
      source->length = strlen (valid);
    }
  read_all (source, sketches);
  source->text = text;
  source->length = length;
}
