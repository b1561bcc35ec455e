/* SPDX-License-Identifier: MIT */
#include "drawing/export.h"

#include "typeset/typeset.h"

/* A description is to be listened to: long lists are cut here. */
#define LISTED 40

typedef struct
{
  const ChaseDiagram *diagram;
  ChaseLabelCache *labels;
  GString *out;
  guint step; /* only what this click adds; G_MAXUINT: everything */
} Speaker;

static gboolean
is_told (const Speaker *speaker, const ChaseCell *cell)
{
  return speaker->step == G_MAXUINT || cell->style->step == speaker->step;
}

static const char *
words_of (Speaker *speaker, const ChaseCell *cell)
{
  if (*cell->label == '\0')
    return NULL;
  return chase_label_to_text (chase_label_cache_get (speaker->labels, cell->label, 16));
}

static gboolean
is_arrow (const ChaseCell *cell)
{
  return cell->level == 1 && cell->style->form == CHASE_EDGE_ARROW;
}

static guint
count_arrows (const ChaseDiagram *diagram)
{
  guint n = 0;

  for (guint32 i = diagram->n_nodes; i < chase_diagram_n_cells (diagram); i++)
    n += is_arrow (chase_diagram_get_cell (diagram, i)) ? 1 : 0;
  return n;
}

/*
 * Names the shape: with one start (no arrow in), one end (no arrow out) and nothing that branches
 * elsewhere, four objects make a square and three a triangle.
 */
static const char *
shape_of (const ChaseDiagram *diagram, guint n_arrows)
{
  guint in[4] = { 0 }, out[4] = { 0 }, starts = 0, ends = 0, through = 0, n = diagram->n_nodes;

  if (n == 2 && n_arrows == 2)
    return "pair of arrows";
  if (!((n == 4 && n_arrows == 4) || (n == 3 && n_arrows == 3)))
    return "diagram";
  for (guint32 i = n; i < chase_diagram_n_cells (diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      if (!is_arrow (cell))
        continue;
      out[cell->source]++;
      in[cell->target]++;
    }
  for (guint i = 0; i < n; i++)
    {
      starts += in[i] == 0 && out[i] == 2;
      ends += in[i] == 2 && out[i] == 0;
      through += in[i] == 1 && out[i] == 1;
    }
  if (starts != 1 || ends != 1 || through != n - 2)
    return "diagram";
  return n == 4 ? "square" : "triangle";
}

static gboolean
all_hold (const ChaseFaceMark *marks, guint n_marks)
{
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind != CHASE_MARK_HOLDS && marks[i].kind != CHASE_MARK_GIVEN)
      return FALSE;
  return n_marks > 0;
}

/* What stands between the @i-th of @n things of a list and the one before. */
static const char *
separator (guint i, guint n)
{
  if (i == 0)
    return "";
  return i + 1 == n ? " and " : ", ";
}

static void
say_objects (Speaker *speaker)
{
  guint n = 0, said = 0;

  for (guint32 i = 0; i < speaker->diagram->n_nodes; i++)
    n += is_told (speaker, chase_diagram_get_cell (speaker->diagram, i));
  if (n == 0)
    return;
  g_string_append (speaker->out, n == 1 ? " Object: " : " Objects: ");
  for (guint32 i = 0; i < speaker->diagram->n_nodes && said < LISTED; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (speaker->diagram, i);
      const char *words = words_of (speaker, cell);

      if (!is_told (speaker, cell))
        continue;
      g_string_append_printf (speaker->out, "%s%s", separator (said++, n),
                              words != NULL ? words : "one without a name");
    }
  if (n > said)
    g_string_append_printf (speaker->out, " and %u more", n - said);
  g_string_append_c (speaker->out, '.');
}

static const char *
manner_of (const ChaseCell *cell)
{
  if (cell->properties & CHASE_PROPERTY_ISO)
    return "isomorphism ";
  if ((cell->properties & CHASE_PROPERTY_MONO) && (cell->properties & CHASE_PROPERTY_EPI))
    return "monomorphism and epimorphism ";
  if (cell->properties & CHASE_PROPERTY_MONO)
    return "monomorphism ";
  if (cell->properties & CHASE_PROPERTY_EPI)
    return "epimorphism ";
  return "";
}

/* By its name, or by its own ends; of higher cells that would be more than one can listen to. */
static void
say_end (Speaker *speaker, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (speaker->diagram, index);
  const char *words = words_of (speaker, cell);

  if (words != NULL)
    g_string_append (speaker->out, words);
  else if (cell->level == 0)
    g_string_append (speaker->out, "an object without a name");
  else if (cell->level > 2)
    g_string_append (speaker->out, "a cell without a name");
  else
    {
      g_string_append (speaker->out, "the arrow from ");
      say_end (speaker, cell->source);
      g_string_append (speaker->out, " to ");
      say_end (speaker, cell->target);
    }
}

/* "(also x, y)": the labels beside the first one. */
static void
say_labels (Speaker *speaker, const ChaseStyle *style)
{
  guint n = 0;

  for (guint i = 0; i < chase_style_n_labels (style); i++)
    {
      const char *text = chase_style_get_label (style, i)->text;

      if (*text != '\0')
        g_string_append_printf (
            speaker->out, "%s%s", n++ > 0 ? ", " : " (also ",
            chase_label_to_text (chase_label_cache_get (speaker->labels, text, 16)));
    }
  if (n > 0)
    g_string_append_c (speaker->out, ')');
}

static void
say_cell (Speaker *speaker, const ChaseCell *cell)
{
  const char *words = words_of (speaker, cell);

  g_string_append (speaker->out, manner_of (cell));
  if (cell->style->body == CHASE_BODY_DASHED || cell->style->body == CHASE_BODY_DOTTED)
    g_string_append (speaker->out, cell->style->body == CHASE_BODY_DASHED ? "dashed " : "dotted ");
  g_string_append (speaker->out, words != NULL ? words : "one");
  say_labels (speaker, cell->style);
  g_string_append (speaker->out, " from ");
  say_end (speaker, cell->source);
  g_string_append (speaker->out, " to ");
  say_end (speaker, cell->target);
}

static void
say_arrows (Speaker *speaker, gboolean higher)
{
  guint n = 0, said = 0;

  for (guint32 i = speaker->diagram->n_nodes; i < chase_diagram_n_cells (speaker->diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (speaker->diagram, i);

      n += cell->style->form == CHASE_EDGE_ARROW && (cell->level > 1) == higher
           && is_told (speaker, cell);
    }
  if (n == 0)
    return;
  if (higher)
    g_string_append (speaker->out, " Between arrows: ");
  else
    g_string_append (speaker->out, n == 1 ? " Arrow: " : " Arrows: ");
  for (guint32 i = speaker->diagram->n_nodes;
       i < chase_diagram_n_cells (speaker->diagram) && said < LISTED; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (speaker->diagram, i);

      if (cell->style->form != CHASE_EDGE_ARROW || (cell->level > 1) != higher
          || !is_told (speaker, cell))
        continue;
      g_string_append (speaker->out, said > 0 ? ", " : "");
      say_cell (speaker, cell);
      said++;
    }
  if (n > said)
    g_string_append_printf (speaker->out, " and %u more", n - said);
  g_string_append_c (speaker->out, '.');
}

/* A corner at an object where arrows only arrive is that of a pushout. */
static gboolean
is_pushout (const ChaseDiagram *diagram, const ChaseCell *sign)
{
  gboolean arrives = FALSE;

  if (sign->style->form == CHASE_EDGE_PUSHOUT)
    return TRUE;
  for (guint32 i = diagram->n_nodes; i < chase_diagram_n_cells (diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      if (is_arrow (cell) && cell->source == sign->source)
        return FALSE;
      arrives |= is_arrow (cell) && cell->target == sign->source;
    }
  return arrives;
}

/* "M(A) holds a, b and c." for every region. */
static void
say_frames (Speaker *speaker)
{
  for (guint f = 0; f < speaker->diagram->frames->len; f++)
    {
      const ChaseDiagramFrame *frame = g_ptr_array_index (speaker->diagram->frames, f);
      const ChaseLabel *label = *frame->label != '\0'
                                    ? chase_label_cache_get (speaker->labels, frame->label, 16)
                                    : NULL;
      guint listed = MIN (frame->n_nodes, LISTED);

      g_string_append_printf (speaker->out, " %s holds ",
                              label != NULL ? chase_label_to_text (label) : "A frame");
      for (guint i = 0; i < listed; i++)
        {
          g_string_append (speaker->out, separator (i, frame->n_nodes));
          say_end (speaker, frame->nodes[i]);
        }
      if (frame->n_nodes > listed)
        g_string_append_printf (speaker->out, " and %u more", frame->n_nodes - listed);
      g_string_append_c (speaker->out, '.');
    }
}

static void
say_signs (Speaker *speaker)
{
  for (guint32 i = speaker->diagram->n_nodes; i < chase_diagram_n_cells (speaker->diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (speaker->diagram, i);

      if (cell->style->form == CHASE_EDGE_ARROW || !is_told (speaker, cell))
        continue;
      g_string_append_c (speaker->out, ' ');
      if (cell->style->form != CHASE_EDGE_ADJUNCTION)
        g_string_append (speaker->out, is_pushout (speaker->diagram, cell)
                                           ? "A pushout sign stands at "
                                           : "A pullback sign stands at ");
      say_end (speaker, cell->source);
      if (cell->style->form == CHASE_EDGE_ADJUNCTION)
        {
          g_string_append (speaker->out, " is left adjoint to ");
          say_end (speaker, cell->target);
        }
      g_string_append_c (speaker->out, '.');
    }
}

static void
say_verdicts (Speaker *speaker, const ChaseFaceMark *marks, guint n_marks)
{
  static const struct
  {
    ChaseMarkKind kind;
    const char *one, *many;
  } words[] = {
    { CHASE_MARK_FAILS, "does not", "do not" },
    { CHASE_MARK_UNDECIDED, "is undecided", "are undecided" },
    { CHASE_MARK_UNASKED, "is not asked", "are not asked" },
  };
  guint counts[CHASE_N_MARKS] = { 0 };
  guint holds;

  for (guint i = 0; i < n_marks; i++)
    counts[marks[i].kind == CHASE_MARK_GIVEN ? CHASE_MARK_HOLDS : marks[i].kind]++;
  holds = counts[CHASE_MARK_HOLDS];
  if (n_marks < 2 && holds == n_marks)
    return;
  g_string_append_printf (speaker->out, " Of %u %s %u %s", n_marks, n_marks == 1 ? "face" : "faces",
                          holds, holds == 1 ? "commutes" : "commute");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (counts[words[i].kind] > 0)
      g_string_append_printf (speaker->out, ", %u %s", counts[words[i].kind],
                              counts[words[i].kind] == 1 ? words[i].one : words[i].many);
  g_string_append_c (speaker->out, '.');
}

/* What is to be said of the cells themselves. */
static void
say_cells (Speaker *speaker)
{
  if (speaker->diagram->frames->len > 0 && (speaker->step == G_MAXUINT || speaker->step == 0))
    say_frames (speaker);
  else
    say_objects (speaker);
  say_arrows (speaker, FALSE);
  say_arrows (speaker, TRUE);
  say_signs (speaker);
}

char *
chase_describe_diagram (const ChaseDiagram *diagram, ChaseFonts *fonts, ChaseMacros *macros,
                        const ChaseFaceMark *marks, guint n_marks)
{
  Speaker speaker = { .diagram = diagram, .step = G_MAXUINT };
  g_autoptr (ChaseLabelCache) labels = NULL;

  g_return_val_if_fail (diagram != NULL && fonts != NULL, NULL);
  if (chase_diagram_n_cells (diagram) == 0)
    return g_strdup ("An empty diagram.");
  labels = chase_label_cache_new (fonts, macros);
  speaker.labels = labels;
  speaker.out = g_string_new (all_hold (marks, n_marks) ? "A commuting " : "A ");
  g_string_append_printf (speaker.out, "%s.", shape_of (diagram, count_arrows (diagram)));
  say_cells (&speaker);
  say_verdicts (&speaker, marks, n_marks);
  return g_string_free (speaker.out, FALSE);
}

char *
chase_describe_step (const ChaseDiagram *diagram, ChaseFonts *fonts, ChaseMacros *macros,
                     guint step, const ChaseFaceMark *marks, guint n_marks)
{
  Speaker speaker = { .diagram = diagram, .step = step };
  g_autoptr (ChaseLabelCache) labels = NULL;
  g_autoptr (GArray) steps = NULL;
  guint page = 0;

  g_return_val_if_fail (diagram != NULL && fonts != NULL, NULL);
  steps = chase_diagram_list_steps (diagram);
  if (steps->len == 1)
    return chase_describe_diagram (diagram, fonts, macros, marks, n_marks);
  while (page < steps->len && g_array_index (steps, guint, page) <= step)
    page++;
  labels = chase_label_cache_new (fonts, macros);
  speaker.labels = labels;
  speaker.out = g_string_new (NULL);
  g_string_append_printf (speaker.out, "Step %u of %u.", page, steps->len);
  say_cells (&speaker);
  if (n_marks > 0)
    say_verdicts (&speaker, marks, n_marks);
  return g_string_free (speaker.out, FALSE);
}
