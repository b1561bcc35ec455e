/* SPDX-License-Identifier: MIT */
#include "interchange/dot-read-private.h"

#include <string.h>

/* No more shapes are reported. */
#define SHAPES_MAX 20

/* How an edge is drawn: its ends and its line. */

/* A shape that no arrow here ends in is drawn as an ordinary head, which is said once for each. */
static void
report_shape (ChaseDotReport *report, const char *word)
{
  static const char *const plain[] = { "", "normal", "vee", "open" };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (strcmp (word, plain[i]) == 0)
      return;
  if (report->shapes == NULL)
    report->shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_size (report->shapes) >= SHAPES_MAX)
    return;
  if (g_hash_table_add (report->shapes, g_utf8_make_valid (word, -1)))
    {
      g_autofree char *shown = g_utf8_make_valid (word, (gssize)MIN (strlen (word), 40));

      chase_source_warn (report->source, 0, 1, NULL,
                         "an arrow that ends in this shape is drawn with an ordinary head: %s",
                         shown);
    }
}

static ChaseHead
head_of (ChaseDotReport *report, const char *word)
{
  if (strcmp (word, "none") == 0)
    return CHASE_HEAD_NONE;
  if (strcmp (word, "normalnormal") == 0 || strcmp (word, "veevee") == 0)
    return CHASE_HEAD_EPI;
  if (strcmp (word, "lnormal") == 0 || strcmp (word, "lvee") == 0)
    return CHASE_HEAD_HARPOON_TOP;
  if (strcmp (word, "rnormal") == 0 || strcmp (word, "rvee") == 0)
    return CHASE_HEAD_HARPOON_BOTTOM;
  if (strcmp (word, "odot") == 0)
    return CHASE_HEAD_MULTIMAP;
  report_shape (report, word);
  return CHASE_HEAD_DEFAULT;
}

static ChaseTail
tail_of (ChaseDotReport *report, const char *word)
{
  static const struct
  {
    const char *word;
    ChaseTail tail;
  } tails[] = { { "none", CHASE_TAIL_DEFAULT },        { "inv", CHASE_TAIL_MONO },
                { "tee", CHASE_TAIL_MAPS_TO },         { "lcurve", CHASE_TAIL_HOOK_TOP },
                { "rcurve", CHASE_TAIL_HOOK_BOTTOM },  { "licurve", CHASE_TAIL_COIL_TOP },
                { "ricurve", CHASE_TAIL_COIL_BOTTOM }, { "crow", CHASE_TAIL_MONO } };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    if (strcmp (word, tails[i].word) == 0)
      return tails[i].tail;
  report_shape (report, word);
  return CHASE_TAIL_ARROW;
}

/* Returns TRUE for an edge that is drawn backwards. */
static gboolean
read_tips (ChaseDotReport *report, Agedge_t *edge, ChaseStyle *style)
{
  const char *way = chase_dot_attribute (edge, "dir");
  gboolean directed = agisdirected (agraphof (edge));
  gboolean back = strcmp (way, "back") == 0;
  gboolean both = strcmp (way, "both") == 0;

  style->head = head_of (report, chase_dot_attribute (edge, back ? "arrowtail" : "arrowhead"));
  if (both)
    style->tail = tail_of (report, chase_dot_attribute (edge, "arrowtail"));
  if (strcmp (way, "none") == 0 || (!directed && *way == '\0'))
    style->head = CHASE_HEAD_NONE;
  return back;
}

/* `dashed,bold`. */
static void
read_words (ChaseDotReport *report, const char *list, ChaseStyle *style)
{
  g_auto (GStrv) words = g_strsplit (list, ",", 16);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);

      if (strcmp (word, "dashed") == 0)
        style->body = CHASE_BODY_DASHED;
      else if (strcmp (word, "dotted") == 0)
        style->body = CHASE_BODY_DOTTED;
      else if (strstr (word, "invis") != NULL)
        style->body = CHASE_BODY_NONE;
      else if (*word != '\0' && strcmp (word, "solid") != 0)
        chase_dot_leave_out (report, "style", word);
    }
}

static void
read_line (ChaseDotReport *report, Agedge_t *edge, ChaseStyle *style)
{
  static const char *const others[] = { "lhead", "ltail", "headport", "tailport" };
  const char *list = chase_dot_attribute (edge, "color");
  const char *width = chase_dot_attribute (edge, "penwidth");
  ChaseDotColours colours;

  if (!chase_dot_read_colours (list, &colours) || colours.several)
    chase_dot_leave_out (report, "color", list);
  style->colour = chase_dot_ink (&colours.first);
  read_words (report, chase_dot_attribute (edge, "style"), style);
  if (colours.lines > 0 && colours.first.kind != CHASE_COLOUR_NONE && colours.first.alpha == 0.0)
    {
      style->colour = (ChaseColour){ 0 };
      style->body = CHASE_BODY_NONE;
    }
  if (style->body == CHASE_BODY_NONE)
    {
      style->head = CHASE_HEAD_NONE;
      style->tail = CHASE_TAIL_DEFAULT;
    }
  if (colours.lines >= 2 && !colours.striped)
    style->level = MIN (colours.lines, 4);
  if (*width != '\0' && g_ascii_strtod (width, NULL) != 1.0)
    chase_dot_leave_out (report, "penwidth", width);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (*chase_dot_attribute (edge, others[i]) != '\0')
      chase_dot_leave_out (report, others[i], chase_dot_attribute (edge, others[i]));
}

gboolean
chase_dot_read_arrow (ChaseDotReport *report, Agedge_t *edge, ChaseStyle *style)
{
  gboolean back = read_tips (report, edge, style);

  read_line (report, edge, style);
  style->label_colour = chase_dot_read_ink (report, edge, "fontcolor");
  return back;
}
