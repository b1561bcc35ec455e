/* SPDX-License-Identifier: MIT */
#include "interchange/fletcher-read-private.h"

#include <math.h>
#include <string.h>

/* Places, and the nodes on them. */

/* No place takes more to say. */
#define PLACE_MAX 200

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

/* `(30deg, 1)` or `(angle: 30deg, radius: 1)`: a pair by an angle and a distance. */
static gboolean
read_polar (const char *text, double *first, double *second)
{
  static const char *const units[] = { "deg", "rad", "turn" };
  static const double degrees[] = { 1.0, 180.0 / G_PI, 360.0 };
  g_autoptr (GPtrArray) parts = NULL;
  double angle, radius;
  char *end;

  if (*text != '(' || strlen (text) > PLACE_MAX)
    return FALSE;
  parts = chase_typst_split (text, 1, strlen (text) - 1);
  if (parts->len != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      char *part = g_ptr_array_index (parts, i);
      gsize name = chase_typst_name_length (part);

      if (name > 0 && !g_str_has_prefix (part, i == 0 ? "angle:" : "radius:"))
        return FALSE;
      memmove (part, part + name, strlen (part + name) + 1);
      g_strchug (part);
    }
  angle = g_ascii_strtod (g_ptr_array_index (parts, 0), &end);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (end, units[i]) == 0)
      {
        angle *= degrees[i] * G_PI / 180.0;
        radius = g_ascii_strtod (g_ptr_array_index (parts, 1), &end);
        if (*end != '\0' || !isfinite (angle) || !(fabs (radius) <= 1e5))
          return FALSE;
        *first = round (1e4 * radius * cos (angle)) / 1e4 + 0.0;
        *second = round (1e4 * radius * sin (angle)) / 1e4 + 0.0;
        return TRUE;
      }
  return FALSE;
}

gboolean
chase_fletcher_find_named (const ChaseFletcherReader *reader, const char *name, double *x,
                           double *y)
{
  gpointer found = g_hash_table_lookup (reader->nodes, name);
  const ChaseSketchCell *cell;

  if (found == NULL)
    return FALSE;
  cell = chase_sketch_get (reader->sketch, GPOINTER_TO_UINT (found) - 1);
  *x = cell->x;
  *y = cell->y;
  return TRUE;
}

static gboolean
read_place (const ChaseFletcherReader *reader, const char *text, double *x, double *y, guint depth);

/* `(rel: (1, 0))` from (*@x, *@y), `(rel: (1, 0), to: <a>)` from there. */
static gboolean
read_relative (const ChaseFletcherReader *reader, const char *text, double *x, double *y,
               guint depth)
{
  g_autoptr (GPtrArray) parts = NULL;
  double first = 0.0, second = 0.0;
  gboolean found = FALSE;

  if (*text != '(' || strstr (text, "rel:") == NULL || strlen (text) > PLACE_MAX || depth > 4)
    return FALSE;
  parts = chase_typst_split (text, 1, strlen (text) - 1);
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      const char *value = part + chase_typst_name_length (part);

      value += strspn (value, " ");
      if (g_str_has_prefix (part, "rel:"))
        found = read_pair (value, &first, &second) || read_polar (value, &first, &second);
      else if (!g_str_has_prefix (part, "to:") || !read_place (reader, value, x, y, depth + 1))
        return FALSE;
    }
  *x += first;
  *y += reader->upwards ? -second : second;
  return found;
}

static gboolean
read_place (const ChaseFletcherReader *reader, const char *text, double *x, double *y, guint depth)
{
  const char *bound = g_hash_table_lookup (reader->lets, text);
  double first, second;

  if (bound != NULL)
    text = bound;
  if (depth > 0 && chase_fletcher_is_name (text))
    {
      g_autofree char *name = chase_fletcher_bare_name (text);

      return chase_fletcher_find_named (reader, name, x, y);
    }
  if (!read_pair (text, &first, &second) && !read_polar (text, &first, &second))
    return !reader->commute && read_relative (reader, text, x, y, depth);
  if (reader->upwards)
    second = -second;
  *x = reader->commute ? second : first;
  *y = reader->commute ? first : second;
  return TRUE;
}

/* A place: a pair, one from (@x, @y) or another place, or what a `let` calls so. */
gboolean
chase_fletcher_read_place (const ChaseFletcherReader *reader, const char *text, double *x,
                           double *y)
{
  double place[2] = { *x, *y };

  if (!read_place (reader, text, &place[0], &place[1], 0))
    return FALSE;
  *x = place[0];
  *y = place[1];
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
gboolean
chase_fletcher_find_node (const ChaseFletcherReader *reader, double x, double y, guint32 *node)
{
  g_autofree char *text = NULL;
  gpointer key = place_key (x, y, &text);
  gpointer found = g_hash_table_lookup (text != NULL ? reader->nodes : reader->places, key);

  *node = GPOINTER_TO_UINT (found) - 1;
  return found != NULL;
}

guint32
chase_fletcher_node_at (ChaseFletcherReader *reader, double x, double y)
{
  char *text;
  gpointer key;
  guint32 node;

  if (chase_fletcher_find_node (reader, x, y, &node))
    return node;
  node = chase_sketch_add_node (reader->sketch, "", x, y, NULL);
  key = place_key (x, y, &text);
  g_hash_table_insert (text != NULL ? reader->nodes : reader->places, key,
                       GUINT_TO_POINTER (node + 1));
  return node;
}

char *
chase_fletcher_bare_name (const char *text)
{
  char *bare = g_strdup (text);

  g_strdelimit (bare, "<>\"", ' ');
  return g_strstrip (bare);
}

static void
note_node_name (ChaseFletcherReader *reader, const char *name, guint32 node)
{
  g_autofree char *bare = chase_fletcher_bare_name (name);

  if (*bare != '\0')
    g_hash_table_replace (reader->nodes, g_steal_pointer (&bare), GUINT_TO_POINTER (node + 1));
}

gboolean
chase_fletcher_is_name (const char *text)
{
  return *text == '<' && text[strlen (text) - 1] == '>' && strlen (text) > 2;
}

void
chase_fletcher_report_unknown (ChaseFletcherReader *reader, gsize offset, const char *argument)
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
set_label (ChaseFletcherReader *reader, guint32 node, char *text, const ChaseColour *colour)
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
apply_to_node (ChaseFletcherReader *reader, const ChaseFletcherCall *call, const char *argument,
               ChaseNodeOutline *outline)
{
  ChaseColour colour = { CHASE_COLOUR_NONE, { 0, 0, 0 }, 1.0 };
  char *content = chase_fletcher_read_content (argument, &colour);

  if (content != NULL)
    set_label (reader, call->node, content, &colour);
  else if (g_str_has_prefix (argument, "name:"))
    note_node_name (reader, argument + strlen ("name:"), call->node);
  else if (chase_fletcher_is_name (argument) || (*argument == '"' && reader->commute))
    note_node_name (reader, argument, call->node);
  else if (*argument == '"')
    {
      g_autofree char *bare = chase_fletcher_bare_name (argument);

      set_label (reader, call->node, g_strdup_printf ("\\text{%s}", bare), &colour);
    }
  else if (reader->commute || !chase_fletcher_outline_apply (outline, argument))
    chase_fletcher_report_unknown (reader, call->offset, argument);
}

/* What stands in a call beside its place; a node without an outline keeps the style that it shares.
 */
static void
fill_node (ChaseFletcherReader *reader, const ChaseFletcherCall *call, gint place)
{
  ChaseNodeOutline outline;
  ChaseSketchCell *cell;

  chase_node_outline_copy (&reader->outline, &outline);
  if (call->content != NULL)
    apply_to_node (reader, call, call->content, &outline);
  for (guint i = 0; call->arguments != NULL && i < call->arguments->len; i++)
    if ((gint)i != place)
      apply_to_node (reader, call, g_ptr_array_index (call->arguments, i), &outline);
  cell = chase_sketch_get (reader->sketch, call->node);
  if (outline.drawn || outline.fill != NULL)
    chase_fletcher_outline_put (&outline, cell->label, chase_sketch_own_style (cell));
  chase_node_outline_clear (&outline);
}

/* Places and makes the nodes, in order: a relative place counts from the node before. */
void
chase_fletcher_read_nodes (ChaseFletcherReader *reader)
{
  double x = 0.0, y = 0.0;

  for (guint i = 0; i < reader->calls->len; i++)
    {
      ChaseFletcherCall *call = &g_array_index (reader->calls, ChaseFletcherCall, i);
      gint place = -1;

      if (call->kind != CALL_NODE)
        continue;
      if (call->in_cell)
        {
          x = call->x;
          y = reader->upwards ? -call->y : call->y;
        }
      for (guint j = 0; !call->in_cell && place < 0 && j < call->arguments->len; j++)
        if (chase_fletcher_read_place (reader, g_ptr_array_index (call->arguments, j), &x, &y))
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
      call->node = chase_fletcher_node_at (reader, x, y);
      fill_node (reader, call, place);
    }
}
