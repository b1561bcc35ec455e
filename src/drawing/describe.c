/* SPDX-License-Identifier: MIT */
#include "drawing/export.h"

#include "typeset/typeset.h"

#include "i18n.h"

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

typedef enum
{
  SHAPE_ANY,
  SHAPE_PAIR,
  SHAPE_TRIANGLE,
  SHAPE_SQUARE
} Shape;

/*
 * With one start (no arrow in), one end (no arrow out) and nothing that branches elsewhere, four
 * objects make a square and three a triangle.
 */
static Shape
shape_of (const ChaseDiagram *diagram, guint n_arrows)
{
  guint in[4] = { 0 }, out[4] = { 0 }, starts = 0, ends = 0, through = 0, n = diagram->n_nodes;

  if (n == 2 && n_arrows == 2)
    return SHAPE_PAIR;
  if (!((n == 4 && n_arrows == 4) || (n == 3 && n_arrows == 3)))
    return SHAPE_ANY;
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
    return SHAPE_ANY;
  return n == 4 ? SHAPE_SQUARE : SHAPE_TRIANGLE;
}

static gboolean
all_hold (const ChaseFaceMark *marks, guint n_marks)
{
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind != CHASE_MARK_HOLDS && marks[i].kind != CHASE_MARK_GIVEN)
      return FALSE;
  return n_marks > 0;
}

static const char *
words_of_shape (Shape shape, gboolean commutes)
{
  static const char *const words[][2] = {
    [SHAPE_ANY] = { N_ ("A diagram."), N_ ("A commuting diagram.") },
    [SHAPE_PAIR] = { N_ ("A pair of arrows."), N_ ("A commuting pair of arrows.") },
    [SHAPE_TRIANGLE] = { N_ ("A triangle."), N_ ("A commuting triangle.") },
    [SHAPE_SQUARE] = { N_ ("A square."), N_ ("A commuting square.") },
  };

  return _ (words[shape][commutes ? 1 : 0]);
}

/* What stands between the @i-th of @n things of a list and the one before. */
static const char *
separator (guint i, guint n)
{
  if (i == 0)
    return "";
  return i + 1 == n ? C_ ("list", " and ") : C_ ("list", ", ");
}

/* Another sentence; where the one before ends with a wide full stop, nothing stands between. */
static void
say (Speaker *speaker, const char *sentence)
{
  GString *out = speaker->out;

  if (out->len > 0 && !g_str_has_suffix (out->str, "。"))
    g_string_append_c (out, ' ');
  g_string_append (out, sentence);
}

static void G_GNUC_PRINTF (2, 3) sayf (Speaker *speaker, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list values;

  va_start (values, format);
  sentence = g_strdup_vprintf (format, values);
  va_end (values);
  say (speaker, sentence);
}

/* Puts what @list holds into a place of @list, which says that there are @n more, if any. */
static void
add_unlisted (GString *list, guint n)
{
  g_autofree char *listed = g_strdup (list->str);

  if (n > 0)
    g_string_printf (list, P_ ("%s and %u more", "%s and %u more", n), listed, n);
}

static void
say_objects (Speaker *speaker)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = 0, said = 0;

  for (guint32 i = 0; i < speaker->diagram->n_nodes; i++)
    n += is_told (speaker, chase_diagram_get_cell (speaker->diagram, i));
  if (n == 0)
    return;
  for (guint32 i = 0; i < speaker->diagram->n_nodes && said < LISTED; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (speaker->diagram, i);
      const char *words = words_of (speaker, cell);

      if (!is_told (speaker, cell))
        continue;
      g_string_append (list, separator (said++, n));
      g_string_append (list, words != NULL ? words : C_ ("object", "one without a name"));
    }
  add_unlisted (list, n - said);
  sayf (speaker, P_ ("Object: %s.", "Objects: %s.", n), list->str);
}

/* By its name, or by its own ends; of higher cells that would be more than one can listen to. */
static char *
name_end (Speaker *speaker, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (speaker->diagram, index);
  const char *words = words_of (speaker, cell);
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;

  if (words != NULL)
    return g_strdup (words);
  if (cell->level == 0)
    return g_strdup (_ ("an object without a name"));
  if (cell->level > 2)
    return g_strdup (_ ("a cell without a name"));
  source = name_end (speaker, cell->source);
  target = name_end (speaker, cell->target);
  return g_strdup_printf (_ ("the arrow from %s to %s"), source, target);
}

/* "f (also x, y)": the first label and those beside it. */
static char *
name_labels (Speaker *speaker, const ChaseCell *cell)
{
  g_autoptr (GString) others = g_string_new (NULL);
  const char *words = words_of (speaker, cell);
  g_autofree char *first = g_strdup (words != NULL ? words : C_ ("arrow", "one"));

  for (guint i = 0; i < chase_style_n_labels (cell->style); i++)
    {
      const char *text = chase_style_get_label (cell->style, i)->text;

      if (*text != '\0')
        g_string_append_printf (
            others, "%s%s", others->len > 0 ? C_ ("list", ", ") : "",
            chase_label_to_text (chase_label_cache_get (speaker->labels, text, 16)));
    }
  if (others->len == 0)
    return g_steal_pointer (&first);
  return g_strdup_printf (C_ ("labels of an arrow", "%s (also %s)"), first, others->str);
}

static char *
qualify_by_body (const ChaseCell *cell, const char *name)
{
  if (cell->style->body == CHASE_BODY_DASHED)
    return g_strdup_printf (_ ("dashed %s"), name);
  if (cell->style->body == CHASE_BODY_DOTTED)
    return g_strdup_printf (_ ("dotted %s"), name);
  return g_strdup (name);
}

static char *
qualify_by_manner (const ChaseCell *cell, const char *name)
{
  gboolean mono = (cell->properties & CHASE_PROPERTY_MONO) != 0;
  gboolean epi = (cell->properties & CHASE_PROPERTY_EPI) != 0;

  if (cell->properties & CHASE_PROPERTY_ISO)
    return g_strdup_printf (_ ("isomorphism %s"), name);
  if (mono && epi)
    return g_strdup_printf (_ ("monomorphism and epimorphism %s"), name);
  if (mono)
    return g_strdup_printf (_ ("monomorphism %s"), name);
  return epi ? g_strdup_printf (_ ("epimorphism %s"), name) : g_strdup (name);
}

static char *
name_arrow (Speaker *speaker, const ChaseCell *cell)
{
  g_autofree char *source = name_end (speaker, cell->source);
  g_autofree char *target = name_end (speaker, cell->target);
  g_autofree char *labels = name_labels (speaker, cell);
  g_autofree char *drawn = qualify_by_body (cell, labels);
  g_autofree char *name = qualify_by_manner (cell, drawn);

  return g_strdup_printf (C_ ("arrow", "%s from %s to %s"), name, source, target);
}

static gboolean
is_told_arrow (Speaker *speaker, const ChaseCell *cell, gboolean higher)
{
  return cell->style->form == CHASE_EDGE_ARROW && (cell->level > 1) == higher
         && is_told (speaker, cell);
}

static void
say_arrows (Speaker *speaker, gboolean higher)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = 0, said = 0, n_cells = chase_diagram_n_cells (speaker->diagram);

  for (guint32 i = speaker->diagram->n_nodes; i < n_cells; i++)
    n += is_told_arrow (speaker, chase_diagram_get_cell (speaker->diagram, i), higher);
  if (n == 0)
    return;
  for (guint32 i = speaker->diagram->n_nodes; i < n_cells && said < LISTED; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (speaker->diagram, i);
      g_autofree char *name = NULL;

      if (!is_told_arrow (speaker, cell, higher))
        continue;
      name = name_arrow (speaker, cell);
      g_string_append (list, said++ > 0 ? C_ ("list", ", ") : "");
      g_string_append (list, name);
    }
  add_unlisted (list, n - said);
  if (higher)
    sayf (speaker, _ ("Between arrows: %s."), list->str);
  else
    sayf (speaker, P_ ("Arrow: %s.", "Arrows: %s.", n), list->str);
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

/* "M(A) holds a, b and c.": one region. */
static void
say_frame (Speaker *speaker, const ChaseDiagramFrame *frame)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint listed = MIN (frame->n_nodes, LISTED);

  for (guint i = 0; i < listed; i++)
    {
      g_autofree char *name = name_end (speaker, frame->nodes[i]);

      g_string_append_printf (list, "%s%s", separator (i, frame->n_nodes), name);
    }
  add_unlisted (list, frame->n_nodes - listed);
  if (*frame->label != '\0')
    sayf (speaker, C_ ("frame", "%s holds %s."),
          chase_label_to_text (chase_label_cache_get (speaker->labels, frame->label, 16)),
          list->str);
  else
    sayf (speaker, _ ("A frame holds %s."), list->str);
}

static void
say_sign (Speaker *speaker, const ChaseCell *sign)
{
  g_autofree char *at = name_end (speaker, sign->source);

  if (sign->style->form == CHASE_EDGE_ADJUNCTION)
    {
      g_autofree char *right = name_end (speaker, sign->target);

      sayf (speaker, _ ("%s is left adjoint to %s."), at, right);
    }
  else if (is_pushout (speaker->diagram, sign))
    sayf (speaker, _ ("A pushout sign stands at %s."), at);
  else
    sayf (speaker, _ ("A pullback sign stands at %s."), at);
}

static void
say_signs (Speaker *speaker)
{
  for (guint32 i = speaker->diagram->n_nodes; i < chase_diagram_n_cells (speaker->diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (speaker->diagram, i);

      if (cell->style->form != CHASE_EDGE_ARROW && is_told (speaker, cell))
        say_sign (speaker, cell);
    }
}

/* "Of 3 faces 2 commute, 1 does not." */
static void
say_verdicts (Speaker *speaker, const ChaseFaceMark *marks, guint n_marks)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint counts[CHASE_N_MARKS] = { 0 };
  guint holds, n;

  for (guint i = 0; i < n_marks; i++)
    counts[marks[i].kind == CHASE_MARK_GIVEN ? CHASE_MARK_HOLDS : marks[i].kind]++;
  holds = counts[CHASE_MARK_HOLDS];
  if (n_marks < 2 && holds == n_marks)
    return;
  g_string_append_printf (list, P_ ("%u commutes", "%u commute", holds), holds);
  if ((n = counts[CHASE_MARK_FAILS]) > 0)
    g_string_append_printf (list, P_ (", %u does not", ", %u do not", n), n);
  if ((n = counts[CHASE_MARK_UNDECIDED]) > 0)
    g_string_append_printf (list, P_ (", %u is undecided", ", %u are undecided", n), n);
  if ((n = counts[CHASE_MARK_UNASKED]) > 0)
    g_string_append_printf (list, P_ (", %u is not asked", ", %u are not asked", n), n);
  sayf (speaker, P_ ("Of %u face %s.", "Of %u faces %s.", n_marks), n_marks, list->str);
}

/* What is to be said of the cells themselves. */
static void
say_cells (Speaker *speaker)
{
  if (speaker->diagram->frames->len > 0 && (speaker->step == G_MAXUINT || speaker->step == 0))
    for (guint i = 0; i < speaker->diagram->frames->len; i++)
      say_frame (speaker, g_ptr_array_index (speaker->diagram->frames, i));
  else
    say_objects (speaker);
  say_arrows (speaker, FALSE);
  say_arrows (speaker, TRUE);
  say_signs (speaker);
}

const char *
chase_describe_language (void)
{
  return C_ ("the language of this catalogue as HTML names it, such as de", "en");
}

char *
chase_describe_diagram (const ChaseDiagram *diagram, ChaseFonts *fonts, ChaseMacros *macros,
                        const ChaseFaceMark *marks, guint n_marks)
{
  Speaker speaker = { .diagram = diagram, .step = G_MAXUINT };
  g_autoptr (ChaseLabelCache) labels = NULL;

  g_return_val_if_fail (diagram != NULL && fonts != NULL, NULL);
  if (chase_diagram_n_cells (diagram) == 0)
    return g_strdup (_ ("An empty diagram."));
  labels = chase_label_cache_new (fonts, macros);
  speaker.labels = labels;
  speaker.out = g_string_new (NULL);
  say (&speaker,
       words_of_shape (shape_of (diagram, count_arrows (diagram)), all_hold (marks, n_marks)));
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
  sayf (&speaker, _ ("Step %u of %u."), page, steps->len);
  say_cells (&speaker);
  if (n_marks > 0)
    say_verdicts (&speaker, marks, n_marks);
  return g_string_free (speaker.out, FALSE);
}
