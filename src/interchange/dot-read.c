/* SPDX-License-Identifier: MIT */
#include "interchange/dot-read-private.h"
#include "interchange/quiver-private.h"

#include <cgraph.h>
#include <math.h>
#include <string.h>

#define POINTS_PER_INCH 72.0

/* Clusters inside of others hold what those hold: so many times the graph may stand in categories.
 */
#define CLUSTERED_MAX 4

/* Text that cgraph reads from, line by line. */
typedef struct
{
  const char *text;
  gsize at;
} Input;

typedef struct
{
  ChaseSource *source;
  ChaseSketch *sketch;
  GHashTable *nodes; /* Agnode_t -> number of the cell + 1 */
  GPtrArray *edges;  /* of Agedge_t, as they were written */
  guint32 *cells;    /* of each edge its cell + 1; 0 while it is not made */
  gboolean placed;   /* all nodes have a position */
  gboolean points;   /* positions are in points, and not in inches */
  guint32 *last;   /* of each cell the last edge that leaves it + 1, or 0; NULL without clusters */
  guint32 *before; /* of each edge the one before that leaves the same cell + 1, or 0 */
  gsize room;      /* as much may stand in clusters in all */
  gboolean full;   /* there is no room left */
  ChaseDotReport report;
} Reader;

static int
read_chunk (void *channel, char *buffer, int size)
{
  Input *input = channel;
  gsize n = strlen (input->text + input->at);

  n = MIN (n, (gsize)size);
  memcpy (buffer, input->text + input->at, n);
  input->at += n;
  return (int)n;
}

static int
put_nothing (void *channel, const char *text)
{
  return 0;
}

static int
flush_nothing (void *channel)
{
  return 0;
}

/* What cgraph complains of, in parts; it offers no data of one's own. */
static char complaint[200];

static int
note_complaint (char *message)
{
  g_strlcat (complaint, message, sizeof complaint);
  return 0;
}

static gboolean
read_position (const Reader *reader, const char *text, double *x, double *y)
{
  char *end;
  double scale = reader->points ? 1.0 / POINTS_PER_INCH : 1.0;

  *x = g_ascii_strtod (text, &end);
  if (end == text || *end != ',')
    return FALSE;
  text = end + 1;
  *y = g_ascii_strtod (text, &end);
  if (end == text || !isfinite (*x) || !isfinite (*y) || fabs (*x) > 1e6 || fabs (*y) > 1e6)
    return FALSE;
  *x = round (1000.0 * *x * scale) / 1000.0;
  *y = round (-1000.0 * *y * scale) / 1000.0 + 0.0;
  return TRUE;
}

static void
read_node (Reader *reader, Agnode_t *node)
{
  ChaseStyle *style;
  ChaseSketchCell *cell;
  g_autofree char *name = g_utf8_make_valid (agnameof (node), -1);
  g_autofree char *label = NULL;
  guint32 number;

  if (*chase_dot_attribute (node, "of_edge") != '\0')
    return;
  style = chase_style_new ();
  /* A place that draws nothing. */
  label = strstr (chase_dot_attribute (node, "style"), "invis") != NULL
              ? g_strdup ("")
              : chase_dot_label (node, name);
  chase_quiver_read_node_style (chase_dot_attribute (node, "arrowchase"), style);
  chase_dot_read_node_look (&reader->report, node, style);
  number = chase_sketch_add_node (reader->sketch, label, 0.0, 0.0, style);
  cell = chase_sketch_get (reader->sketch, number);
  cell->name = chase_name_new (name);
  cell->placed = read_position (reader, chase_dot_attribute (node, "pos"), &cell->x, &cell->y) != 0;
  g_hash_table_insert (reader->nodes, node, GUINT_TO_POINTER (number + 1));
}

/* Where nothing says where nodes stand, the graph may say which way its ranks go. */
static void
note_direction (Reader *reader, Agraph_t *graph)
{
  static const char *const ways[] = { "TB", "BT", "LR", "RL" };
  const char *way = chase_dot_attribute (graph, "rankdir");

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (strcmp (way, ways[i]) == 0)
      g_ptr_array_add (reader->sketch->notes, g_strconcat (CHASE_DOT_DIRECTION, way, NULL));
}

/* Positions count from the upper left, as everywhere; if some have none, none has. Returns whether
 * all have one. */
static gboolean
settle_positions (Reader *reader)
{
  double least[2] = { INFINITY, INFINITY };
  gboolean all = TRUE;

  for (guint32 i = 0; i < reader->sketch->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (reader->sketch, i);

      all = all && cell->placed;
      least[0] = fmin (least[0], cell->x);
      least[1] = fmin (least[1], cell->y);
    }
  for (guint32 i = 0; i < reader->sketch->n; i++)
    {
      ChaseSketchCell *cell = chase_sketch_get (reader->sketch, i);

      cell->placed = all;
      if (reader->points)
        {
          cell->x = round (1000.0 * (cell->x - least[0])) / 1000.0;
          cell->y = round (1000.0 * (cell->y - least[1])) / 1000.0;
        }
    }
  return all && reader->sketch->n > 0;
}

/* Finds the cell of an end; 0 while it is an edge that is still to come. */
static guint32
find_end (const Reader *reader, Agnode_t *node)
{
  guint64 edge = g_ascii_strtoull (chase_dot_attribute (node, "of_edge"), NULL, 10);

  if (edge == 0 || edge > reader->edges->len)
    return GPOINTER_TO_UINT (g_hash_table_lookup (reader->nodes, node));
  return reader->cells[edge - 1];
}

static guint
level_of (const Reader *reader, const guint *levels, guint32 source, guint32 target)
{
  return 1 + MAX (levels[source], levels[target]);
}

static gboolean
read_edge (Reader *reader, guint i, guint *levels)
{
  Agedge_t *edge = g_ptr_array_index (reader->edges, i);
  guint32 ends[2] = { find_end (reader, agtail (edge)), find_end (reader, aghead (edge)) };
  g_autofree char *label = NULL;
  ChaseStyle *style;
  gboolean back;
  guint level;

  if (ends[0] == 0 || ends[1] == 0)
    return FALSE;
  label = chase_dot_label (edge, NULL);
  style = chase_style_new ();
  /* Where things stand is still to be seen, and on which side of an edge there is room. */
  style->label_side = *label != '\0' && reader->placed ? CHASE_LABEL_LEFT : CHASE_LABEL_AUTO;
  back = chase_dot_read_arrow (&reader->report, edge, style);
  chase_dot_add_labels (edge, style);
  level = level_of (reader, levels, ends[0] - 1, ends[1] - 1);
  if (style->level == level)
    style->level = 0;
  if (*chase_dot_attribute (edge, "quiver") != '\0')
    {
      ChaseColour colour = style->label_colour;
      ChaseStyle *exact = chase_style_new ();

      if (chase_quiver_read_edge_style (chase_dot_attribute (edge, "quiver"), level, exact))
        {
          chase_style_free (style);
          style = exact;
          style->label_colour = colour;
          if (strcmp (chase_dot_attribute (edge, CHASE_DOT_SIDE), "auto") == 0)
            style->label_side = CHASE_LABEL_AUTO;
          back = FALSE;
        }
      else
        chase_style_free (exact);
    }
  reader->cells[i]
      = 1 + chase_sketch_add_edge (reader->sketch, ends[back] - 1, ends[!back] - 1, label, style);
  levels[reader->cells[i] - 1] = level;
  return TRUE;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Agedge_t *left = *(Agedge_t *const *)a;
  const Agedge_t *right = *(Agedge_t *const *)b;

  return AGSEQ (left) < AGSEQ (right) ? -1 : AGSEQ (left) > AGSEQ (right);
}

static void
read_edges (Reader *reader)
{
  g_autofree guint *levels = g_new0 (guint, reader->sketch->n + reader->edges->len + 1);
  guint left = reader->edges->len;
  gboolean progress = TRUE;

  /* Edges on edges come after those that they stand on; a few rounds see to any order. */
  for (guint round = 0; round < 8 && progress && left > 0; round++)
    {
      progress = FALSE;
      for (guint i = 0; i < reader->edges->len; i++)
        if (reader->cells[i] == 0 && read_edge (reader, i, levels))
          {
            progress = TRUE;
            left--;
          }
    }
  if (left > 0)
    chase_source_warn (reader->source, 0, 1, NULL,
                       "edges left out, because what they stand on is missing: %u", left);
}

static ChaseSketchGroup *
add_cluster (Reader *reader, Agraph_t *cluster)
{
  const char *label = chase_dot_attribute (cluster, "label");
  const char *name = agnameof (cluster) + strlen ("cluster");
  g_autofree char *shown = NULL;
  ChaseSketchGroup *group;

  /* What the whole graph is labelled holds for its parts where they say nothing. */
  if (*label == '\0' || strcmp (label, chase_dot_attribute (agroot (cluster), "label")) == 0)
    label = name + strspn (name, "_ ");
  shown = g_utf8_make_valid (*label != '\0' ? label : "cluster", -1);
  group = chase_sketch_add_group (reader->sketch, shown);
  for (Agnode_t *node = agfstnode (cluster); node != NULL; node = agnxtnode (cluster, node))
    {
      guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (reader->nodes, node)) - 1;

      if (number != G_MAXUINT32)
        g_array_append_val (group->nodes, number);
    }
  return group;
}

static void
note_ways (Reader *reader)
{
  guint32 n = reader->sketch->n;

  reader->last = g_new0 (guint32, n + 1);
  reader->before = g_new0 (guint32, n + 1);
  reader->room = 1000 + CLUSTERED_MAX * (gsize)n;
  for (guint32 i = 0; i < n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (reader->sketch, i);

      if (cell->node)
        continue;
      reader->before[i] = reader->last[cell->source];
      reader->last[cell->source] = i + 1;
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;

  return left < right ? -1 : left > right;
}

/* The edges between the nodes of @group. */
static void
add_inside (Reader *reader, ChaseSketchGroup *group)
{
  g_autoptr (GHashTable) inside = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < group->nodes->len; i++)
    g_hash_table_add (inside, GUINT_TO_POINTER (g_array_index (group->nodes, guint32, i)));
  for (guint i = 0; i < group->nodes->len; i++)
    for (guint32 edge = reader->last[g_array_index (group->nodes, guint32, i)]; edge != 0;
         edge = reader->before[edge - 1])
      {
        guint32 number = edge - 1;

        if (reader->room == 0)
          return;
        reader->room--;
        if (g_hash_table_contains (
                inside, GUINT_TO_POINTER (chase_sketch_get (reader->sketch, number)->target)))
          g_array_append_val (group->edges, number);
      }
  g_array_sort (group->edges, compare_numbers);
}

/* A cluster that shares its nodes with many others is no category of its own, which is said. */
static void
take_cluster (Reader *reader, Agraph_t *cluster)
{
  gsize n = (gsize)agnnodes (cluster);
  g_autofree char *name = NULL;

  if (reader->last == NULL)
    note_ways (reader);
  if (reader->full)
    return;
  if (n < reader->room)
    {
      ChaseSketchGroup *group = add_cluster (reader, cluster);

      reader->room -= n;
      add_inside (reader, group);
      if (reader->room > 0)
        return;
      g_ptr_array_set_size (reader->sketch->groups, (gint)reader->sketch->groups->len - 1);
    }
  reader->full = TRUE;
  name = g_utf8_make_valid (agnameof (cluster), -1);
  chase_source_warn (reader->source, 0, 1, NULL,
                     "clusters share so many nodes that this one and those behind it are no "
                     "categories: %s",
                     name);
}

/* The ground of a graph or a cluster is not drawn. */
static void
leave_grounds (Reader *reader, Agraph_t *graph)
{
  static const char *const keys[] = { "bgcolor", "fillcolor", "color", "style" };
  Agraph_t *above = agparent (graph);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *value = chase_dot_attribute (graph, keys[i]);

      if (*value != '\0' && (above != NULL || i == 0)
          && (above == NULL || strcmp (value, chase_dot_attribute (above, keys[i])) != 0))
        chase_dot_leave_out (&reader->report, keys[i], value);
    }
}

/* `{ rank=same; b; c }`, which the layout does not see to. */
static void
leave_rank (Reader *reader, Agraph_t *part)
{
  const char *rank = chase_dot_attribute (part, "rank");

  if (*rank != '\0')
    chase_dot_leave_out (&reader->report, "rank", rank);
}

/* Each cluster is a category; braces nest no deeper than chase_dot_excess () lets them. */
static void
find_clusters (Reader *reader, Agraph_t *graph)
{
  for (Agraph_t *part = agfstsubg (graph); part != NULL; part = agnxtsubg (part))
    {
      if (g_str_has_prefix (agnameof (part), "cluster"))
        {
          leave_grounds (reader, part);
          take_cluster (reader, part);
        }
      leave_rank (reader, part);
      find_clusters (reader, part);
    }
}

static ChaseSketch *
read_graph (ChaseSource *source, Agraph_t *graph)
{
  Reader reader
      = { .source = source, .report = { .source = source }, .sketch = chase_sketch_new () };
  const char *name = agnameof (graph);

  reader.nodes = g_hash_table_new (NULL, NULL);
  reader.edges = g_ptr_array_new ();
  reader.points = *chase_dot_attribute (graph, "bb") != '\0';
  for (Agnode_t *node = agfstnode (graph); node != NULL; node = agnxtnode (graph, node))
    read_node (&reader, node);
  reader.placed = settle_positions (&reader);
  if (!reader.placed)
    note_direction (&reader, graph);
  for (Agnode_t *node = agfstnode (graph); node != NULL; node = agnxtnode (graph, node))
    for (Agedge_t *edge = agfstout (graph, node); edge != NULL; edge = agnxtout (graph, edge))
      g_ptr_array_add (reader.edges, edge);
  g_ptr_array_sort (reader.edges, compare_edges);
  reader.cells = g_new0 (guint32, reader.edges->len + 1);
  read_edges (&reader);
  leave_grounds (&reader, graph);
  find_clusters (&reader, graph);
  if (name != NULL && *name != '\0' && *name != '%')
    reader.sketch->name = g_utf8_make_valid (name, -1);
  reader.sketch->title = chase_dot_title (graph);
  reader.sketch->line = 1;
  g_hash_table_unref (reader.nodes);
  g_ptr_array_unref (reader.edges);
  g_free (reader.cells);
  g_free (reader.last);
  g_free (reader.before);
  chase_dot_report_close (&reader.report);
  return reader.sketch;
}

/* A graph that ends at a mistake is left out by cgraph, with what stands behind it. */
static void
report_complaint (ChaseSource *source)
{
  const char *where = strstr (complaint, " line ");
  const char *near = strstr (complaint, " near ");
  guint64 line = where != NULL ? g_ascii_strtoull (where + strlen (" line "), NULL, 10) : 1;
  g_autofree char *found = NULL;
  gsize at = 0;

  for (; line > 1 && at < source->length; line--)
    {
      const char *end = memchr (source->text + at, '\n', source->length - at);

      at = end != NULL ? (gsize)(end - source->text) + 1 : source->length;
    }
  found = g_strstrip (g_utf8_make_valid (near != NULL ? near + strlen (" near ") : "", -1));
  found[strcspn (found, "\n")] = '\0';
  if (*found == '\0' || strcmp (found, "''") == 0)
    chase_source_error (source, at, 1, NULL, "Graphviz cannot read this graph: it is not closed");
  else
    chase_source_error (
        source, at, 1,
        found[1] == '-' ? "an edge goes between two nodes; a chain of more than about 2,500 edges "
                          "must be several statements"
                        : NULL,
        "Graphviz cannot read this graph at %s", found);
}

/* Does the scanner of cgraph read @text as one graph? */
static gboolean
takes (Agdisc_t *discipline, const char *text)
{
  Input input = { text, 0 };
  Agraph_t *graph = agread (&input, discipline);

  if (graph != NULL)
    agclose (graph);
  return graph != NULL;
}

/* The scanner stays in a string or a comment that was not closed, and would take the next text for
 * more of it: it is led out, as often as brackets of HTML are open. */
static void
leave_scanner (Agdisc_t *discipline, const char *text)
{
  static const char probe[] = "graph{}";
  static const char *const closers[] = { "\n", "*/\n", "\"\n" };
  g_autoptr (GString) brackets = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (closers); i++)
    {
      if (takes (discipline, probe))
        return;
      takes (discipline, closers[i]);
    }
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '<')
      g_string_append_c (brackets, '>');
  g_string_append_c (brackets, '\n');
  if (!takes (discipline, probe))
    takes (discipline, brackets->str);
  takes (discipline, probe);
}

void
chase_dot_read (ChaseSource *source, GPtrArray *sketches)
{
  /* The library keeps what it reads in global variables. */
  static GMutex lock;
  static Agiodisc_t io = { read_chunk, put_nothing, flush_nothing };
  Agdisc_t discipline = { &AgMemDisc, &AgIdDisc, &io };
  g_autofree char *text = g_strndup (source->text, source->length);
  const char *excess = chase_dot_excess (text);
  Input input = { text, 0 };
  guint before = sketches->len;
  gboolean broken;
  Agraph_t *graph;

  if (excess != NULL)
    {
      chase_source_error (source, 0, 1, NULL, "%s", excess);
      return;
    }
  g_mutex_lock (&lock);
  *complaint = '\0';
  /* Lines are counted from the first. */
  agsetfile (NULL);
  agseterrf (note_complaint);
  while ((graph = agread (&input, &discipline)) != NULL)
    {
      g_ptr_array_add (sketches, read_graph (source, graph));
      agclose (graph);
    }
  broken = *complaint != '\0';
  if (broken)
    report_complaint (source);
  leave_scanner (&discipline, text);
  g_mutex_unlock (&lock);
  if (sketches->len == before && !broken)
    chase_source_error (source, MIN (input.at, source->length), 1, NULL,
                        "this is no graph that Graphviz can read");
}
