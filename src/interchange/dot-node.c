/* SPDX-License-Identifier: MIT */
#include "interchange/dot-read-private.h"
#include "interchange/node-outline-private.h"

#include <string.h>

/* The outlines of nodes, as Graphviz says them and back. A graph that says nothing of them means
 * its names alone, though Graphviz would draw ellipses around those. */

/* What `style=filled` fills with. */
#define GROUND "lightgrey"

typedef struct
{
  const char *name;
  const char *shape; /* of the outline; NULL for none */
  gboolean exact;
} Shape;

static const Shape shapes[] = {
  { "ellipse", "ellipse", TRUE },
  { "oval", "ellipse", TRUE },
  { "circle", "circle", TRUE },
  { "doublecircle", "circle", TRUE },
  { "box", "rectangle", TRUE },
  { "rect", "rectangle", TRUE },
  { "rectangle", "rectangle", TRUE },
  { "square", "rectangle", TRUE },
  { "plaintext", NULL, TRUE },
  { "plain", NULL, TRUE },
  { "none", NULL, TRUE },
  { "point", NULL, TRUE },
  { "egg", "ellipse", FALSE },
  { "Mcircle", "circle", FALSE },
  { "Mrecord", "rounded", FALSE },
  { "underline", NULL, FALSE },
};

/* Any other shape is drawn as a rectangle, and said. */
static const char *
read_shape (ChaseDotReport *report, const char *word)
{
  const Shape *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (strcmp (word, shapes[i].name) == 0)
      found = &shapes[i];
  if (found == NULL || !found->exact)
    chase_dot_leave_out (report, "shape", word);
  return found != NULL ? found->shape : "rectangle";
}

/* The words of a style: `filled,rounded,dashed`. */
typedef struct
{
  gboolean filled, rounded, hidden;
  const char *line; /* or NULL */
  gboolean any;     /* one that shows an outline */
} Words;

static Words
read_words (ChaseDotReport *report, const char *list)
{
  g_auto (GStrv) parts = g_strsplit (list, ",", 16);
  Words words = { 0 };

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *word = g_strstrip (parts[i]);

      if (*word == '\0')
        continue;
      words.any = TRUE;
      if (strcmp (word, "filled") == 0)
        words.filled = TRUE;
      else if (strcmp (word, "rounded") == 0)
        words.rounded = TRUE;
      else if (strstr (word, "invis") != NULL)
        words.hidden = TRUE;
      else if (strcmp (word, "dashed") == 0)
        words.line = "dashed";
      else if (strcmp (word, "dotted") == 0)
        words.line = "dotted";
      else if (strcmp (word, "solid") != 0)
        chase_dot_leave_out (report, "style", word);
    }
  return words;
}

/* FALSE for a colour that nobody sees, and for one that is not known, which is said. */
static gboolean
read_colour (ChaseDotReport *report, const char *key, const char *text, ChaseColour *colour)
{
  ChaseDotColours colours;
  gboolean known = chase_dot_read_colours (text, &colours);

  *colour = colours.first;
  if (!known || colours.several || (colours.first.alpha > 0.0 && colours.first.alpha < 1.0))
    chase_dot_leave_out (report, key, text);
  return known && colours.lines > 0 && colours.first.alpha > 0.0;
}

static void
read_fill (ChaseDotReport *report, Agnode_t *node, ChaseNodeOutline *outline)
{
  const char *key = *chase_dot_attribute (node, "fillcolor") != '\0' ? "fillcolor" : "color";
  const char *text = chase_dot_attribute (node, key);
  ChaseColour colour;

  if (read_colour (report, key, *text != '\0' ? text : GROUND, &colour))
    chase_node_outline_set_colour (&outline->fill, &colour);
}

static void
read_line (ChaseDotReport *report, Agnode_t *node, ChaseNodeOutline *outline)
{
  const char *text = chase_dot_attribute (node, "color");
  const char *lines = chase_dot_attribute (node, "peripheries");
  const char *width = chase_dot_attribute (node, "penwidth");
  gint64 n = *lines != '\0' ? g_ascii_strtoll (lines, NULL, 10) : 1;
  ChaseColour colour;

  if (strcmp (chase_dot_attribute (node, "shape"), "doublecircle") == 0 && *lines == '\0')
    n = 2;
  if (*text != '\0' && read_colour (report, "color", text, &colour))
    {
      colour = chase_dot_ink (&colour);
      if (colour.kind != CHASE_COLOUR_NONE)
        chase_node_outline_set_colour (&outline->colour, &colour);
    }
  else if (*text != '\0' && colour.kind != CHASE_COLOUR_NONE)
    outline->drawn = FALSE;
  if (n > 2 || (n == 2 && outline->line != NULL))
    chase_dot_leave_out (report, "peripheries", lines);
  if (n < 1)
    outline->drawn = FALSE;
  else if (n >= 2 && outline->line == NULL)
    outline->line = "double";
  if (outline->drawn && *width != '\0' && g_ascii_strtod (width, NULL) != 1.0)
    chase_dot_leave_out (report, "penwidth", width);
}

void
chase_dot_read_node_look (ChaseDotReport *report, Agnode_t *node, ChaseStyle *style)
{
  static const char *const others[] = { "image", "xlabel" };
  const char *shape = chase_dot_attribute (node, "shape");
  Words words = read_words (report, chase_dot_attribute (node, "style"));
  gboolean said = words.any || *chase_dot_attribute (node, "color") != '\0'
                  || *chase_dot_attribute (node, "peripheries") != '\0';
  ChaseNodeOutline outline = { .line = words.line };

  style->label_colour = chase_dot_read_ink (report, node, "fontcolor");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (*chase_dot_attribute (node, others[i]) != '\0'
        && (i == 0 || *chase_dot_attribute (node, "label") != '\0'))
      chase_dot_leave_out (report, others[i], chase_dot_attribute (node, others[i]));
  if (words.hidden || (*shape == '\0' && !said) || chase_style_get_extra (style, "outline") != NULL)
    return;
  outline.shape = read_shape (report, *shape != '\0' ? shape : "ellipse");
  outline.drawn = outline.shape != NULL;
  if (outline.shape == NULL)
    outline.shape = "rectangle";
  if (words.rounded && strcmp (outline.shape, "rectangle") == 0)
    outline.shape = "rounded";
  if (strcmp (shape, "point") == 0)
    {
      if (style->label_colour.kind == CHASE_COLOUR_NONE)
        style->label_colour = chase_dot_read_ink (report, node, "color");
      return;
    }
  if (words.filled)
    read_fill (report, node, &outline);
  if (outline.drawn)
    read_line (report, node, &outline);
  chase_node_outline_put (&outline, style);
  chase_node_outline_clear (&outline);
}

/* The words of `style=`. */
static void
write_words (const ChaseNodeOutline *outline, GString *out)
{
  const char *words[4] = { NULL };
  g_autofree char *list = NULL;
  guint n = 0;

  if (outline->fill != NULL)
    words[n++] = "filled";
  if (g_strcmp0 (outline->shape, "rounded") == 0)
    words[n++] = "rounded";
  if (outline->line != NULL && strcmp (outline->line, "double") != 0)
    words[n++] = outline->line;
  list = g_strjoinv (",", (char **)words);
  if (n > 0)
    g_string_append_printf (out, ", style=\"%s\"", list);
}

void
chase_dot_write_node_look (const ChaseStyle *style, GString *out)
{
  ChaseNodeOutline outline;
  const char *shape;

  if (!chase_node_outline_get (style, &outline))
    return;
  shape = strcmp (outline.shape, "circle") == 0 || strcmp (outline.shape, "ellipse") == 0
              ? outline.shape
              : "box";
  g_string_append_printf (out, ", shape=%s", shape);
  write_words (&outline, out);
  if (outline.colour != NULL)
    g_string_append_printf (out, ", color=\"%s\"", outline.colour);
  if (outline.fill != NULL)
    g_string_append_printf (out, ", fillcolor=\"%s\"", outline.fill);
  if (!outline.drawn)
    g_string_append (out, ", peripheries=0");
  else if (g_strcmp0 (outline.line, "double") == 0)
    g_string_append (out, ", peripheries=2");
  chase_node_outline_clear (&outline);
}
