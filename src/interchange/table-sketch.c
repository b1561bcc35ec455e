/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-private.h"

#include "interchange/tex-private.h"
#include "model/label-tokens.h"

#include <math.h>
#include <string.h>

#include "i18n.h"

/* A table of more rows or columns than this is a mistake. */
#define EXTENT_MAX 100000

/* Rounds of resolving arrows whose ends are later arrows; nobody nests names that deep. */
#define ROUNDS_MAX 16

/* Names are looked for in no more of the keys that are kept. */
#define MENTIONS_MAX 4000

/* One end of an arrow: a cell of the table, or another arrow. */
typedef struct
{
  guint known : 1;
  guint on_arrow : 1;
  guint midpoint : 1; /* of the curve between the objects, not of what is drawn of it */
  union
  {
    guint row;
    guint arrow;
  };
  guint column;
} End;

/* An arrow on its way into the sketch. */
typedef struct
{
  const ChaseTikzArrow *arrow;
  End ends[2];
  guint done : 1;
  guint helper : 1; /* only there for others to stand on: drawn as nothing */
  guint32 edge;
  double x, y;      /* its middle, in columns and rows */
  ChaseSpot points; /* and in points, in print */
} Draft;

typedef struct
{
  ChaseTable *table;
  ChaseSketch *sketch;
  GHashTable *names; /* name -> End */
  GString *mentions; /* keys that are kept, in which places may be named */
  Draft *drafts;
  guint n;
} Builder;

/* What is kept but not drawn is said once for each key. */
void
chase_table_report (ChaseTable *table, gsize offset, gsize bytes, const char *options)
{
  g_autoptr (GPtrArray) parts = chase_tex_split (options, ',', TRUE);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      gsize n = strcspn (part, "=");
      g_autofree char *key = g_strchomp (g_strndup (part, n > 0 ? MIN (n, 40) : 40));

      if (chase_tikz_is_fine_print (key) || g_hash_table_contains (table->reported, key))
        continue;
      chase_source_warn (table->source, offset, bytes, NULL,
                         "TikZ key not known here, kept for LaTeX: %s", key);
      g_hash_table_add (table->reported, g_steal_pointer (&key));
    }
}

/* Ends */

static gboolean
read_row_column (const char *text, End *end)
{
  char *rest;
  guint64 row = g_ascii_strtoull (text, &rest, 10);
  guint64 column;

  if (!g_ascii_isdigit (*text) || *rest != '-' || !g_ascii_isdigit (rest[1]))
    return FALSE;
  column = g_ascii_strtoull (rest + 1, &rest, 10);
  if ((*rest != '\0' && *rest != '.') || row < 1 || column < 1 || row > EXTENT_MAX
      || column > EXTENT_MAX)
    return FALSE;
  *end = (End){ .known = TRUE, .row = (guint)row - 1, .column = (guint)column - 1 };
  return TRUE;
}

static gboolean
read_direction (const ChaseTikzArrow *arrow, const char *text, End *end)
{
  gint64 row = arrow->row, column = arrow->column;

  for (; *text != '\0'; text++)
    switch (*text)
      {
      case 'u':
        row--;
        break;
      case 'd':
        row++;
        break;
      case 'l':
        column--;
        break;
      case 'r':
        column++;
        break;
      default:
        return FALSE;
      }
  if (row < 0 || column < 0)
    return FALSE;
  *end = (End){ .known = TRUE, .row = (guint)row, .column = (guint)column };
  return TRUE;
}

static gboolean
read_name (const Builder *builder, const char *text, End *end)
{
  const End *found = g_hash_table_lookup (builder->names, text);
  g_autofree char *stem = NULL;
  const char *dot = strrchr (text, '.');

  if (found == NULL && dot != NULL)
    {
      stem = g_strndup (text, (gsize)(dot - text));
      found = g_hash_table_lookup (builder->names, stem);
    }
  if (found != NULL)
    *end = *found;
  return found != NULL;
}

/* `V|-T` is a point beside T; the arrow goes to it. */
static const char *
after_intersection (const char *text)
{
  const char *found = strstr (text, "|-");

  if (found == NULL)
    found = strstr (text, "-|");
  return found != NULL ? found + 2 : text;
}

static End
find_end (const Builder *builder, const ChaseTikzArrow *arrow, const char *text)
{
  static const char matrix[] = "\\tikzcdmatrixname-";
  End end = { .known = TRUE, .row = arrow->row, .column = arrow->column };
  g_autofree char *name = NULL;

  if (text == NULL)
    return end;
  name = g_strdup (after_intersection (text));
  chase_tex_unbrace (name);
  if (*name == '(' && name[strlen (name) - 1] == ')')
    {
      name[strlen (name) - 1] = '\0';
      memmove (name, name + 1, strlen (name));
    }
  if (g_str_has_prefix (name, matrix))
    memmove (name, name + strlen (matrix), strlen (name + strlen (matrix)) + 1);
  if (*name == '\0' || read_row_column (name, &end) || read_name (builder, name, &end)
      || read_direction (arrow, name, &end))
    return end;
  end.known = FALSE;
  return end;
}

static void
note_name (Builder *builder, const char *name, End end)
{
  if (name != NULL && *name != '\0')
    g_hash_table_replace (builder->names, g_strdup (name), g_memdup2 (&end, sizeof end));
}

static gboolean
same_cell (const End *a, const End *b)
{
  return a->known && b->known && !a->on_arrow && !b->on_arrow && a->row == b->row
         && a->column == b->column;
}

/* Quiver writes an invisible copy of an arrow, called `0p`, for those that stand on its middle
 * between the objects. */
static void
find_helper (Builder *builder, Draft *draft, const char *name)
{
  gsize n = strlen (name);
  g_autofree char *stem = NULL;
  const End *found;
  const Draft *original;

  if (!draft->arrow->phantom || draft->arrow->centred_anchors < 2 || n < 2 || name[n - 1] != 'p')
    return;
  stem = g_strndup (name, n - 1);
  found = g_hash_table_lookup (builder->names, stem);
  if (found == NULL || !found->on_arrow)
    return;
  original = &builder->drafts[found->arrow];
  if (!same_cell (&draft->ends[0], &original->ends[0])
      || !same_cell (&draft->ends[1], &original->ends[1]))
    return;
  draft->helper = TRUE;
  note_name (builder, name,
             (End){ .known = TRUE, .on_arrow = TRUE, .arrow = found->arrow, .midpoint = TRUE });
}

static void
note_names (Builder *builder)
{
  for (guint i = 0; i < builder->table->cells->len; i++)
    {
      const ChaseTableCell *cell = &g_array_index (builder->table->cells, ChaseTableCell, i);

      note_name (builder, cell->extra != NULL ? cell->extra->name : NULL,
                 (End){ .known = TRUE, .row = cell->row, .column = cell->column });
    }
  for (guint i = 0; i < builder->n; i++)
    for (const ChaseTikzLabel *label = builder->drafts[i].arrow->labels; label != NULL;
         label = label->next)
      note_name (builder, label->name, (End){ .known = TRUE, .on_arrow = TRUE, .arrow = i });
}

static void
find_helpers (Builder *builder)
{
  for (guint i = 0; i < builder->n; i++)
    for (const ChaseTikzLabel *label = builder->drafts[i].arrow->labels; label != NULL;
         label = label->next)
      if (label->name != NULL)
        find_helper (builder, &builder->drafts[i], label->name);
}

static void
find_ends (Builder *builder)
{
  for (guint i = 0; i < builder->n; i++)
    {
      Draft *draft = &builder->drafts[i];

      draft->ends[0] = find_end (builder, draft->arrow, draft->arrow->from);
      draft->ends[1] = find_end (builder, draft->arrow, draft->arrow->to);
    }
}

static void
report_end (Builder *builder, const ChaseTikzArrow *arrow, const char *text)
{
  chase_source_warn (builder->table->source, arrow->offset, arrow->bytes, NULL,
                     "this arrow is left out: nothing is called or lies at %s",
                     text != NULL ? text : _ ("its end"));
}

/* Every cell at which an arrow ends is an object. */
static void
mark_cells (Builder *builder)
{
  for (guint i = 0; i < builder->n; i++)
    for (guint j = 0; j < 2; j++)
      {
        const End *end = &builder->drafts[i].ends[j];

        if (end->known && !end->on_arrow)
          chase_table_cell (builder->table, end->row, end->column)->present = TRUE;
      }
}

/* Objects */

/* `\textcolor{c}{x}`, if that is all: takes the colour, leaves the x. */
static void
take_colour (const ChaseTexStyles *styles, char **text, ChaseColour *colour)
{
  static const char command[] = "\\textcolor";
  gsize n = strlen (*text);
  gsize at = strlen (command);
  gsize middle;
  g_autofree char *name = NULL;

  if (!chase_tex_at (*text, 0, n, command) || at >= n || (*text)[at] != '{')
    return;
  middle = chase_tex_skip_group (*text, at, n);
  if (middle >= n || (*text)[middle] != '{' || chase_tex_skip_group (*text, middle, n) != n)
    return;
  name = g_strndup (*text + at, middle - at);
  if (!chase_tikz_read_colour (styles, name, colour))
    return;
  memmove (*text, *text + middle, n - middle + 1);
  chase_tex_unbrace (*text);
}

/* `\uncover<2->{x}` of beamer, if that is all: the x appears at that step. */
static void
take_overlay (char *text, ChaseStyle *style)
{
  static const char *const commands[] = { "\\uncover", "\\visible", "\\onslide", "\\only" };
  gsize n = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gsize at = strlen (commands[i]);
      char *rest;
      guint64 slide;

      if (!chase_tex_at_command (text, 0, n, commands[i]) || text[at] != '<')
        continue;
      slide = g_ascii_strtoull (text + at + 1, &rest, 10);
      if (slide < 1 || slide > 10000 || !g_str_has_prefix (rest, "->"))
        return;
      at = chase_tex_skip_blanks (text, (gsize)(rest - text) + 2, n);
      if (at >= n || text[at] != '{' || chase_tex_skip_group (text, at, n) != n)
        return;
      style->step = (guint)slide - 1;
      memmove (text, text + at, n - at + 1);
      chase_tex_unbrace (text);
      return;
    }
}

/* An array of one column is how several lines are put into a cell. */
static void
take_array (char *text)
{
  static const char begin[] = "\\begin{array}{c}";
  static const char end[] = "\\end{array}";
  gsize n = strlen (text);

  if (!g_str_has_prefix (text, begin) || !g_str_has_suffix (text, end)
      || strstr (text + 1, "\\begin{array}") != NULL)
    return;
  n -= strlen (begin) + strlen (end);
  memmove (text, text + strlen (begin), n);
  text[n] = '\0';
  g_strstrip (text);
}

static gboolean
take_cell_option (const ChaseTexStyles *styles, const char *option, ChaseStyle *style)
{
  if (chase_tikz_read_step (option, &style->step))
    return TRUE;
  if (g_str_has_prefix (option, "text=") || g_str_has_prefix (option, "color="))
    return chase_tikz_read_colour (styles, strchr (option, '=') + 1, &style->label_colour);
  return chase_tikz_read_colour (styles, option, &style->label_colour);
}

static void
add_cell_options (Builder *builder, const ChaseTableCell *cell, ChaseStyle *style)
{
  g_autoptr (GPtrArray) options = NULL;
  g_autoptr (GString) kept = g_string_new (NULL);

  if (cell->extra == NULL || cell->extra->options == NULL)
    return;
  options = chase_tex_split (cell->extra->options, ',', TRUE);
  for (guint i = 0; i < options->len; i++)
    {
      const char *option = g_ptr_array_index (options, i);

      if (!take_cell_option (builder->table->source->styles, option, style))
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? ", " : "", option);
    }
  if (kept->len == 0)
    return;
  chase_style_set_extra (style, "tikz", kept->str);
  chase_table_report (builder->table, builder->table->offset, 1, kept->str);
}

static void
add_node (Builder *builder, ChaseTableCell *cell)
{
  const char *kept = cell->text != NULL ? cell->text : "";
  g_autofree char *text = chase_tex_tidy (kept, 0, strlen (kept));
  g_autoptr (ChaseStyle) style = NULL;

  /* A tie keeps a place open for an arrow. */
  if (strcmp (text, "~") == 0)
    *text = '\0';
  if (*text == '\0' && !cell->present)
    return;
  style = chase_style_new ();
  chase_tex_unbrace (text);
  take_overlay (text, style);
  take_colour (builder->table->source->styles, &text, &style->label_colour);
  take_array (text);
  add_cell_options (builder, cell, style);
  cell->node = chase_sketch_add_node (builder->sketch, text, cell->column, cell->row,
                                      g_steal_pointer (&style));
}

static void
add_nodes (Builder *builder)
{
  chase_table_sort (builder->table);
  for (guint i = 0; i < builder->table->cells->len; i++)
    add_node (builder, &g_array_index (builder->table->cells, ChaseTableCell, i));
}

/* Arrows */

static void
end_place (Builder *builder, const End *end, double *x, double *y)
{
  *x = end->on_arrow ? builder->drafts[end->arrow].x : end->column;
  *y = end->on_arrow ? builder->drafts[end->arrow].y : end->row;
}

static ChaseSpot
end_points (Builder *builder, const End *end)
{
  if (end->on_arrow)
    return builder->drafts[end->arrow].points;
  return (ChaseSpot){ builder->table->pitch.x * end->column, builder->table->pitch.y * end->row };
}

static ChaseLabelSide
side_towards (double x, double y, double dx, double dy)
{
  double left = x * dy - y * dx;

  return left < -1e-9 ? CHASE_LABEL_RIGHT : CHASE_LABEL_LEFT;
}

static const ChaseTikzLabel *
defaults_of (const ChaseTikzArrow *arrow)
{
  static const ChaseTikzLabel none = { 0 };

  return arrow->defaults != NULL ? arrow->defaults : &none;
}

/* Which side of an arrow in direction (@dx, @dy) the label stands on. The left of a way right is
 * up. */
static ChaseLabelSide
label_side (const ChaseTikzArrow *arrow, const ChaseTikzLabel *label, double dx, double dy)
{
  const ChaseTikzLabel *defaults = defaults_of (arrow);
  ChaseTikzPlace place = label->place != CHASE_TIKZ_AUTO ? label->place : defaults->place;

  if (place == CHASE_TIKZ_AUTO && label->anchored && label->sloped && !arrow->invisible)
    place = CHASE_TIKZ_OVER;
  if (place == CHASE_TIKZ_AUTO && (label->anchored || arrow->phantom))
    place = CHASE_TIKZ_CENTRE;
  switch (place)
    {
    case CHASE_TIKZ_CENTRE:
      return CHASE_LABEL_CENTRE;
    case CHASE_TIKZ_OVER:
      return CHASE_LABEL_OVER;
    case CHASE_TIKZ_ABOVE:
      return side_towards (0.0, -1.0, dx, dy);
    case CHASE_TIKZ_BELOW:
      return side_towards (0.0, 1.0, dx, dy);
    case CHASE_TIKZ_WEST:
      return side_towards (-1.0, 0.0, dx, dy);
    case CHASE_TIKZ_EAST:
      return side_towards (1.0, 0.0, dx, dy);
    case CHASE_TIKZ_AUTO:
    default:
      return label->swapped != defaults->swapped ? CHASE_LABEL_RIGHT : CHASE_LABEL_LEFT;
    }
}

static double
label_at (const ChaseTikzArrow *arrow, const ChaseTikzLabel *label)
{
  const ChaseTikzLabel *from = label->has_at ? label : defaults_of (arrow);

  return from->has_at ? from->at : 0.5;
}

/* A stroke or a bullet in the middle of the line, which LaTeX says with a label. */
static gboolean
take_mark (const ChaseTikzArrow *arrow, const ChaseTikzLabel *label, ChaseStyle *style)
{
  static const struct
  {
    const char *text;
    ChaseBody body;
  } marks[] = {
    { "\\shortmid", CHASE_BODY_BARRED },
    { "\\mid", CHASE_BODY_BARRED },
    { "|", CHASE_BODY_BARRED },
    { "\\shortmid\\shortmid", CHASE_BODY_DOUBLE_BARRED },
    { "\\bullet", CHASE_BODY_BULLET_SOLID },
  };

  if (label->place != CHASE_TIKZ_OVER || arrow->invisible)
    return FALSE;
  if (strcmp (label->text, "\\circ") == 0 && style->body == CHASE_BODY_BULLET_SOLID)
    {
      style->body = CHASE_BODY_BULLET_HOLLOW;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strcmp (label->text, marks[i].text) == 0 && style->body == CHASE_BODY_SOLID)
      {
        style->body = marks[i].body;
        if (i == 1 || i == 2)
          chase_style_set_extra (style, "tikzmark", label->text);
        return TRUE;
      }
  return FALSE;
}

/* Was the label taken for the mark that the line with @body now carries? */
static gboolean
is_mark (const ChaseTikzArrow *arrow, const ChaseTikzLabel *label, ChaseBody body)
{
  g_autoptr (ChaseStyle) style = chase_style_new ();

  if (body == CHASE_BODY_BULLET_HOLLOW && strcmp (label->text, "\\circ") == 0)
    return label->place == CHASE_TIKZ_OVER;
  return take_mark (arrow, label, style)
         && (style->body == body || body == CHASE_BODY_BULLET_HOLLOW);
}

/*
 * A corner sign near one end of an invisible arrow is a pullback or a pushout, by whether its
 * vertex points along the arrow or back. Returns FALSE where it is a mere label. *@from_target: it
 * stands at the target.
 */
static gboolean
take_corner (const ChaseTikzArrow *arrow, const ChaseTikzLabel *label, double dx, double dy,
             ChaseStyle *style, gboolean *from_target)
{
  static const struct
  {
    const char *text;
    double vertex; /* degrees clockwise from the right */
  } corners[] = { { "\\lrcorner", 45.0 },
                  { "\\llcorner", 135.0 },
                  { "\\ulcorner", 225.0 },
                  { "\\urcorner", 315.0 } };
  double at = label_at (arrow, label);

  if (!arrow->invisible || (at > 0.3 && at < 0.7) || (dx == 0.0 && dy == 0.0))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      double away;

      if (strcmp (label->text, corners[i].text) != 0)
        continue;
      *from_target = at > 0.5;
      away = atan2 (dy, dx) * 180.0 / G_PI + (*from_target ? 180.0 : 0.0);
      away = fabs (chase_tikz_turned (corners[i].vertex - label->rotate - away));
      if (away > 67.5 && away < 112.5)
        return FALSE;
      style->form = away <= 67.5 ? CHASE_EDGE_PULLBACK : CHASE_EDGE_PUSHOUT;
      return TRUE;
    }
  return FALSE;
}

/* A turnstile is one where it points along the arrow on which it stands. */
static gboolean
is_adjunction (const Draft *draft, const ChaseTikzLabel *label, double dx, double dy)
{
  double off = chase_tikz_turned (label->rotate + atan2 (dy, dx) * 180.0 / G_PI);

  if (!draft->arrow->invisible || strcmp (label->text, "\\dashv") != 0)
    return FALSE;
  if (dx == 0.0 && dy == 0.0)
    return label->rotated || draft->ends[0].on_arrow;
  return fabs (off) <= 45.0;
}

static gboolean
take_sign (const Draft *draft, const ChaseTikzLabel *label, double dx, double dy, ChaseStyle *style,
           gboolean *from_target)
{
  if (take_corner (draft->arrow, label, dx, dy, style, from_target))
    style->label_side = CHASE_LABEL_CENTRE;
  else if (is_adjunction (draft, label, dx, dy))
    style->form = CHASE_EDGE_ADJUNCTION;
  else
    return FALSE;
  style->colour = label->colour;
  return TRUE;
}

/* A loop that is not one of quiver's keeps its own keys. */
static void
set_loop (const ChaseTikzArrow *arrow, ChaseStyle *style)
{
  g_autoptr (GString) canonical = g_string_new (NULL);

  chase_tikz_set_loop (arrow, style);
  if (arrow->curls == NULL || arrow->reversed)
    return;
  chase_tikz_write_loop (style, canonical);
  if (strcmp (arrow->curls->str, canonical->str) != 0)
    {
      chase_style_set_extra (style, "tikzloop", arrow->curls->str);
      style->looseness = 1.0;
    }
}

/* An arrow may say in which directions it leaves and arrives. */
static void
set_in_out (const ChaseTikzArrow *arrow, ChaseStyle *style)
{
  style->has_out = arrow->has_out;
  style->has_in = arrow->has_in;
  style->out = arrow->has_out ? arrow->out : 0.0;
  style->in = arrow->has_in ? arrow->in : 0.0;
}

/* In per cent of its length; one between two arrows must not vanish, for it may be
 * longer in print than is known here. */
static void
set_shorten (Builder *builder, const Draft *draft, ChaseStyle *style)
{
  ChaseSpot from = end_points (builder, &draft->ends[0]);
  ChaseSpot to = end_points (builder, &draft->ends[1]);
  gboolean between = draft->ends[0].on_arrow || draft->ends[1].on_arrow;
  double length = chase_tikz_length (&from, &to, between);
  double most = between ? 30.0 : 40.0;
  const double *points = draft->arrow->shorten_pt;

  if (points[0] != 0.0)
    style->shorten_source = CLAMP (round (100.0 * points[0] / length), 0.0, most);
  if (points[1] != 0.0)
    style->shorten_target = CLAMP (round (100.0 * points[1] / length), 0.0, most);
}

static guint32
cell_number (Builder *builder, const End *end)
{
  return end->on_arrow ? builder->drafts[end->arrow].edge
                       : chase_table_cell (builder->table, end->row, end->column)->node;
}

static guint
level_of (Builder *builder, const guint32 ends[2], GArray *levels)
{
  return 1 + MAX (g_array_index (levels, guint, ends[0]), g_array_index (levels, guint, ends[1]));
}

static void
set_label (const ChaseTikzArrow *arrow, const ChaseTikzLabel *label, double dx, double dy,
           ChaseStyle *style)
{
  g_autoptr (GString) kept = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  style->label_side = label_side (arrow, label, dx, dy);
  style->label_at = label_at (arrow, label);
  style->label_sloped
      = (label->sloped || defaults_of (arrow)->sloped) && style->label_side != CHASE_LABEL_OVER;
  style->label_colour
      = label->colour.kind != CHASE_COLOUR_NONE ? label->colour : defaults_of (arrow)->colour;
  kept = g_string_new (label->unknown != NULL ? label->unknown->str : NULL);
  if (label->rotated)
    g_string_append_printf (kept, "%srotate=%s", kept->len > 0 ? ", " : "",
                            g_ascii_formatd (number, sizeof number, "%g", label->rotate));
  if (kept->len > 0)
    chase_style_set_extra (style, "tikzlabel", kept->str);
}

/* The labels of the arrow beside @first. */
static void
add_more_labels (const Draft *draft, const ChaseTikzLabel *first, double dx, double dy,
                 ChaseStyle *style)
{
  for (const ChaseTikzLabel *label = draft->arrow->labels; label != NULL; label = label->next)
    {
      g_autoptr (ChaseStyle) more = NULL;
      ChaseStyleLabel placement;
      const char *kept;

      if (label == first || *label->text == '\0' || is_mark (draft->arrow, label, style->body))
        continue;
      more = chase_style_new ();
      set_label (draft->arrow, label, dx, dy, more);
      chase_style_label_init (&placement);
      placement.side = more->label_side;
      placement.at = more->label_at;
      placement.sloped = more->label_sloped;
      placement.colour = more->label_colour;
      chase_style_add_label (style, label->text, &placement);
      kept = chase_style_get_extra (more, "tikzlabel");
      if (kept != NULL)
        {
          g_autofree char *key = g_strdup_printf ("tikzlabel%u", chase_style_n_labels (style) + 1);

          chase_style_set_extra (style, key, kept);
        }
    }
}

/* Finds the label that the arrow itself carries, and takes the signs and marks among the others
 * into @style. */
static const ChaseTikzLabel *
take_labels (const Draft *draft, double dx, double dy, ChaseStyle *style, gboolean *from_target)
{
  const ChaseTikzLabel *main_label = NULL;

  for (const ChaseTikzLabel *label = draft->arrow->labels; label != NULL; label = label->next)
    {
      if (*label->text == '\0' || take_mark (draft->arrow, label, style))
        continue;
      if (main_label == NULL
          || (chase_label_is_iso (main_label->text) && !chase_label_is_iso (label->text)))
        main_label = label;
    }
  if (main_label != NULL && take_sign (draft, main_label, dx, dy, style, from_target))
    return NULL;
  if (main_label != NULL)
    set_label (draft->arrow, main_label, dx, dy, style);
  return main_label;
}

/* Is there a `(name)` or `(name.east)` in the keys that are kept? */
static gboolean
is_mentioned (const Builder *builder, const char *name)
{
  gsize n = strlen (name);

  for (const char *p = builder->mentions->str; (p = strchr (p, '(')) != NULL; p++)
    if (strncmp (p + 1, name, n) == 0 && (p[n + 1] == ')' || p[n + 1] == '.'))
      return TRUE;
  return FALSE;
}

/* Keys of others speak of places on this arrow: it keeps their names. */
static void
keep_names (Builder *builder, const ChaseTikzArrow *arrow, ChaseStyle *style)
{
  for (const ChaseTikzLabel *label = arrow->labels; label != NULL; label = label->next)
    if (label->name != NULL && *label->name != '\0' && is_mentioned (builder, label->name))
      {
        const char *kept = chase_style_get_extra (style, "tikz");
        g_autoptr (GString) all = g_string_new (kept);

        g_string_append_printf (all, "%s\"\"{name=%s, anchor=center, inner sep=0",
                                all->len > 0 ? ", " : "", label->name);
        if (label->has_at)
          {
            char buffer[G_ASCII_DTOSTR_BUF_SIZE];

            g_string_append_printf (all, ", pos=%s",
                                    g_ascii_formatd (buffer, sizeof buffer, "%g", label->at));
          }
        g_string_append_c (all, '}');
        chase_style_set_extra (style, "tikz", all->str);
      }
}

static void
add_unknown (Builder *builder, const ChaseTikzArrow *arrow, ChaseStyle *style)
{
  if (arrow->unknown != NULL)
    {
      chase_style_set_extra (style, "tikz", arrow->unknown->str);
      chase_table_report (builder->table, arrow->offset, arrow->bytes, arrow->unknown->str);
    }
  keep_names (builder, arrow, style);
  for (const ChaseTikzLabel *label = arrow->labels; label != NULL; label = label->next)
    if (label->unknown != NULL)
      chase_table_report (builder->table, arrow->offset, arrow->bytes, label->unknown->str);
}

/* Where the middle of a curve lies that is @aside to the right of the way. */
static ChaseSpot
middle_of (ChaseSpot from, ChaseSpot to, double aside)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  ChaseSpot middle = { (from.x + to.x) / 2.0, (from.y + to.y) / 2.0 };

  if (length > 0.0)
    {
      middle.x -= aside * (to.y - from.y) / length;
      middle.y += aside * (to.x - from.x) / length;
    }
  return middle;
}

static void
set_middle (Builder *builder, Draft *draft, const ChaseSpot places[2], const ChaseStyle *style)
{
  double curve = style->bend != 0.0 ? style->bend / CHASE_TIKZ_BEND : style->curve;
  ChaseSpot from = end_points (builder, &draft->ends[0]);
  ChaseSpot to = end_points (builder, &draft->ends[1]);
  ChaseSpot middle = middle_of (places[0], places[1], (24.0 * curve + 8.0 * style->offset) / 128.0);

  draft->x = middle.x;
  draft->y = middle.y;
  draft->points
      = middle_of (from, to, chase_tikz_aside (style, hypot (to.x - from.x, to.y - from.y), FALSE));
}

static void
set_lines (const ChaseTikzArrow *arrow, guint level, ChaseStyle *style)
{
  if (style->form != CHASE_EDGE_ARROW)
    style->level = level == 1 ? 0 : 1;
  else if (!arrow->invisible && arrow->lines != level)
    style->level = arrow->lines;
}

static void
set_shape (Builder *builder, const Draft *draft, ChaseStyle *style)
{
  gboolean loop = same_cell (&draft->ends[0], &draft->ends[1]);

  if (draft->arrow->invisible && style->form == CHASE_EDGE_ARROW)
    {
      style->body = CHASE_BODY_NONE;
      style->head = CHASE_HEAD_NONE;
      style->tail = CHASE_TAIL_DEFAULT;
    }
  if (loop)
    set_loop (draft->arrow, style);
  else
    {
      style->radius = 3.0;
      style->angle = 0.0;
      set_in_out (draft->arrow, style);
    }
  set_shorten (builder, draft, style);
}

static gboolean
says_iso (const ChaseTikzArrow *arrow)
{
  if (!arrow->invisible)
    for (const ChaseTikzLabel *label = arrow->labels; label != NULL; label = label->next)
      if (chase_label_is_iso (label->text))
        return TRUE;
  return FALSE;
}

static void
add_edge (Builder *builder, Draft *draft, GArray *levels)
{
  const ChaseTikzArrow *arrow = draft->arrow;
  ChaseStyle *style = chase_style_copy (arrow->style);
  gboolean from_target = FALSE;
  ChaseSpot places[2];
  double dx, dy;
  guint32 ends[2];
  const ChaseTikzLabel *label;
  guint level;

  for (guint i = 0; i < 2; i++)
    end_place (builder, &draft->ends[i], &places[i].x, &places[i].y);
  dx = places[1].x - places[0].x;
  dy = places[1].y - places[0].y;
  add_unknown (builder, arrow, style);
  label = take_labels (draft, dx, dy, style, &from_target);
  set_shape (builder, draft, style);
  set_middle (builder, draft, places, style);
  for (guint i = 0; i < 2; i++)
    ends[i] = cell_number (builder, &draft->ends[arrow->reversed != from_target ? 1 - i : i]);
  style->source_midpoint = draft->ends[0].midpoint;
  style->target_midpoint = draft->ends[1].midpoint;
  if (style->form == CHASE_EDGE_ARROW)
    add_more_labels (draft, label, dx, dy, style);
  if (arrow->reversed)
    chase_style_reverse (style);
  level = level_of (builder, ends, levels);
  set_lines (arrow, level, style);
  g_array_set_size (levels, builder->sketch->n + 1);
  g_array_index (levels, guint, builder->sketch->n) = level;
  if (label == NULL && style->form == CHASE_EDGE_ARROW)
    style->label_side = CHASE_LABEL_AUTO;
  draft->edge = chase_sketch_add_edge (builder->sketch, ends[0], ends[1],
                                       label != NULL ? label->text : "", style);
  chase_sketch_get (builder->sketch, draft->edge)->iso = says_iso (arrow);
  g_array_set_size (levels, builder->sketch->n);
}

static gboolean
is_ready (const Builder *builder, const Draft *draft)
{
  for (guint i = 0; i < 2; i++)
    if (draft->ends[i].on_arrow && !builder->drafts[draft->ends[i].arrow].done)
      return FALSE;
  return TRUE;
}

static void
drop (Builder *builder, Draft *draft)
{
  const ChaseTikzArrow *arrow = draft->arrow;

  if (!draft->ends[0].known)
    report_end (builder, arrow, arrow->from);
  else if (!draft->ends[1].known)
    report_end (builder, arrow, arrow->to);
  else
    chase_source_warn (builder->table->source, arrow->offset, arrow->bytes, NULL,
                       "this arrow is left out: the arrow on which it stands is missing");
}

static void
add_edges (Builder *builder)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, TRUE, sizeof (guint));
  gboolean progress = TRUE;

  g_array_set_size (levels, builder->sketch->n);
  for (guint round = 0; progress && round < ROUNDS_MAX; round++)
    {
      progress = FALSE;
      for (guint i = 0; i < builder->n; i++)
        {
          Draft *draft = &builder->drafts[i];

          if (draft->done || draft->helper || !draft->ends[0].known || !draft->ends[1].known
              || !is_ready (builder, draft))
            continue;
          add_edge (builder, draft, levels);
          draft->done = progress = TRUE;
          /* What the sketch has is not held twice. */
          draft->arrow = NULL;
          g_clear_pointer (&builder->table->arrows->pdata[i], chase_tikz_arrow_free);
        }
    }
  for (guint i = 0; i < builder->n; i++)
    if (!builder->drafts[i].done && !builder->drafts[i].helper)
      drop (builder, &builder->drafts[i]);
}

ChaseSketch *
chase_table_to_sketch (ChaseTable *table)
{
  Builder builder = { .table = table, .sketch = chase_sketch_new (), .n = table->arrows->len };

  builder.mentions = g_string_new (NULL);
  builder.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  builder.drafts = g_new0 (Draft, builder.n + 1);
  for (guint i = 0; i < builder.n; i++)
    {
      const ChaseTikzArrow *arrow = g_ptr_array_index (table->arrows, i);

      builder.drafts[i].arrow = arrow;
      if (arrow->unknown != NULL && strchr (arrow->unknown->str, '(') != NULL
          && builder.mentions->len < MENTIONS_MAX)
        g_string_append (builder.mentions, arrow->unknown->str);
    }
  note_names (&builder);
  find_ends (&builder);
  find_helpers (&builder);
  find_ends (&builder);
  mark_cells (&builder);
  add_nodes (&builder);
  add_edges (&builder);
  g_hash_table_unref (builder.names);
  g_string_free (builder.mentions, TRUE);
  g_free (builder.drafts);
  return builder.sketch;
}
