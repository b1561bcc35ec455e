/* SPDX-License-Identifier: MIT */
#include "interchange/linked-private.h"
#include "interchange/tex-environments-private.h"
#include "interchange/tex-private.h"
#include "interchange/tex-scan-private.h"
#include "interchange/tikz-picture-private.h"
#include "interchange/tikz-private.h"

#include <string.h>

/* The ways in which LaTeX texts have diagrams. */

/* What may stand between a diagram and the end of the display that it is in is no longer. */
#define DISPLAY_GAP 400
/* Nor is what may stand between \xymatrix and its brace. */
#define MODIFIERS_MAX 200

typedef struct _Form Form;
struct _Form
{
  const char *begin, *end;
  /* Returns where to go on behind what begins at @at, and @at where that is none. */
  gsize (*read) (ChaseTexScan *scan, const Form *form, gsize at);
  ChaseTexBody body;
};

/* An environment of tikz-cd. */
typedef struct
{
  const char *options; /* or NULL */
  gsize at, body, close, stop;
} Environment;

/* Marks [@start, @stop) as the text of @sketch, with the signs of display mathematics around it. */
static void
mark_text (const ChaseSource *source, ChaseSketch *sketch, gsize start, gsize stop)
{
  const char *text = source->text;
  gsize length = source->length;
  gsize before = start;
  gsize behind = chase_tex_skip_blanks (text, stop, MIN (length, stop + DISPLAY_GAP));

  while (before > 0 && g_ascii_isspace (text[before - 1]))
    before--;
  sketch->start = start;
  sketch->stop = stop;
  if (!chase_tex_at (text, behind, length, "\\]"))
    return;
  sketch->stop = behind + 2;
  if (before >= 2 && memcmp (text + before - 2, "\\[", 2) == 0)
    sketch->start = before - 2;
}

/* The link before an environment says more than that, if the environment is what it would be
 * written as. Takes both, which may be NULL. */
static ChaseSketch *
prefer_link (const ChaseTexScan *scan, ChaseSketch *link, ChaseSketch *sketch,
             const Environment *environment)
{
  g_autoptr (ChaseSketch) linked = link;

  /* What the environment asks for as a whole no link says. */
  for (guint i = 0; linked != NULL && sketch != NULL && i < sketch->notes->len; i++)
    g_ptr_array_add (linked->notes, g_strdup (g_ptr_array_index (sketch->notes, i)));
  if (linked == NULL || sketch == NULL
      || !chase_linked_is_written_so (linked, CHASE_FORMAT_TIKZCD,
                                      scan->source->text + environment->body,
                                      environment->stop - environment->body))
    return sketch;
  chase_sketch_free (sketch);
  return g_steal_pointer (&linked);
}

/* Reads an environment whose text begins at @start; takes @linked, what the link there
 * says, or NULL. */
static gsize
read_environment (ChaseTexScan *scan, ChaseSketch *linked, gsize start,
                  const Environment *environment)
{
  ChaseSketch *sketch = chase_tex_scan_read_body (scan, CHASE_TEX_BODY_TIKZCD, environment->options,
                                                  environment->body, environment->close);

  sketch = prefer_link (scan, linked, sketch, environment);
  if (sketch != NULL)
    mark_text (scan->source, sketch, start, environment->stop);
  chase_tex_scan_add (scan, sketch, environment->at, environment->stop);
  return environment->stop;
}

/* `\begin{tikzcd}`. */
static gsize
read_tikzcd (ChaseTexScan *scan, const Form *form, gsize at)
{
  const char *text = scan->source->text;
  Environment environment = { .at = at, .body = at + strlen (form->begin) };
  g_autoptr (ChaseSketch) linked = NULL;
  g_autofree char *options = NULL;
  gsize start, open;

  linked = chase_tex_scan_take_link (scan, at, &start);
  if (!chase_tex_scan_find_close (scan, environment.body, form->begin, form->end,
                                  &environment.close))
    return chase_tex_scan_report_unclosed (scan, at, form->begin, form->end);
  environment.stop = environment.close + strlen (form->end);
  open = chase_tex_skip_blanks (text, environment.body, environment.close);
  if (open < environment.close && text[open] == '[')
    {
      environment.body = chase_tex_skip_bracket (text, open, environment.close);
      options = chase_tex_tidy (text, open + 1, MAX (environment.body, open + 2) - 1);
    }
  environment.options = options;
  return read_environment (scan, g_steal_pointer (&linked), start, &environment);
}

gsize
chase_tex_scan_own_environment (ChaseTexScan *scan, gsize at)
{
  const char *text = scan->source->text;
  const ChaseTexEnvironment *own
      = chase_tex_environments_find (scan->environments, text, at, scan->source->length);
  Environment environment = { .at = at };
  g_autoptr (ChaseSketch) linked = NULL;
  g_autofree char *options = NULL;
  gsize start;

  if (own == NULL)
    return at;
  environment.body = at + strlen (own->open);
  linked = chase_tex_scan_take_link (scan, at, &start);
  if (!chase_tex_scan_find_close (scan, environment.body, own->open, own->close,
                                  &environment.close))
    return chase_tex_scan_report_unclosed (scan, at, own->open, own->close);
  options = chase_tex_environment_options (own, text, &environment.body, environment.close);
  environment.options = options;
  environment.stop = environment.close + strlen (own->close);
  return read_environment (scan, g_steal_pointer (&linked), start, &environment);
}

/* A link before a diagram that is no environment of tikz-cd says nothing more than that. */
static void
drop_link (ChaseTexScan *scan, gsize at)
{
  gsize start;

  chase_sketch_free (chase_tex_scan_take_link (scan, at, &start));
}

/* What stands between \xymatrix and its brace. */
static void
apply_modifiers (const ChaseTexScan *scan, ChaseSketch *sketch, gsize at, gsize stop)
{
  g_autofree char *modifiers = chase_tex_tidy (scan->source->text, at, stop);
  char *note = chase_xymatrix_spacing (modifiers);

  if (note != NULL)
    g_ptr_array_add (sketch->notes, note);
  chase_xymatrix_turn (sketch, modifiers);
}

/* `\xymatrix`, modifiers such as `@C=3pc`, and a group. */
static gsize
read_xymatrix (ChaseTexScan *scan, const Form *form, gsize at)
{
  const char *text = scan->source->text;
  gsize behind = at + strlen (form->begin);
  const char *brace = memchr (text + at, '{', MIN (scan->source->length - at, MODIFIERS_MAX));
  ChaseSketch *sketch;
  gsize open, close;

  if (brace == NULL)
    return at + 1;
  open = (gsize)(brace - text);
  close = chase_tex_scan_skip_group (scan, open);
  drop_link (scan, at);
  if (close == 0)
    {
      chase_source_error (scan->source, at, strlen (form->begin), NULL,
                          "this \\xymatrix has no closing brace");
      return open + 1;
    }
  sketch = chase_tex_scan_read_body (scan, form->body, NULL, open + 1, close - 1);
  if (sketch != NULL)
    apply_modifiers (scan, sketch, behind, open);
  chase_tex_scan_add (scan, sketch, at, close);
  return close;
}

/* Reads the diagram at @at, whose end is at @close; returns what is behind that. */
static gsize
read_closed (ChaseTexScan *scan, const Form *form, gsize at, gsize close)
{
  gsize stop = close + strlen (form->end);

  chase_tex_scan_add (
      scan, chase_tex_scan_read_body (scan, form->body, NULL, at + strlen (form->begin), close), at,
      stop);
  return stop;
}

/* amscd's `\begin{CD}`. */
static gsize
read_amscd (ChaseTexScan *scan, const Form *form, gsize at)
{
  gsize close;

  drop_link (scan, at);
  if (!chase_tex_scan_find_close (scan, at + strlen (form->begin), form->begin, form->end, &close))
    return chase_tex_scan_report_unclosed (scan, at, form->begin, form->end);
  return read_closed (scan, form, at, close);
}

/* `\diagram ... \enddiagram`, as xy-pic once had it, and `\CD ... \endCD` of AMS-TeX. */
static gsize
read_old (ChaseTexScan *scan, const Form *form, gsize at)
{
  gsize close;

  if (chase_tex_macros_find (scan->macros, form->begin) != NULL
      || !chase_tex_scan_find_close (scan, at + strlen (form->begin), form->begin, form->end,
                                     &close))
    return at;
  drop_link (scan, at);
  return read_closed (scan, form, at, close);
}

/* A tikzpicture whose nodes have arrows between them. */
static gsize
read_picture (ChaseTexScan *scan, const Form *form, gsize at)
{
  gsize body = at + strlen (form->begin);
  g_autofree char *options = NULL;
  g_autofree char *opened = NULL;
  gsize close, stop;

  /* One that stands within another is a part of its nodes. */
  if (at < scan->picture || !chase_tex_scan_find_close (scan, body, form->begin, form->end, &close))
    return at;
  stop = close + strlen (form->end);
  scan->picture = stop;
  opened = chase_tikz_picture_open (scan->source, body, close, &options);
  if (opened == NULL)
    return at;
  drop_link (scan, at);
  chase_tex_scan_add (scan, chase_tex_scan_read_opened (scan, form->body, options, at, opened), at,
                      stop);
  return stop;
}

/* `\begin{diagram} A & \rTo^f & B ...` of Paul Taylor's package, which is not read. */
static gsize
report_taylor (ChaseTexScan *scan, const Form *form, gsize at)
{
  static const char *const arrows[] = { "\\rTo", "\\lTo", "\\dTo", "\\uTo" };
  const char *text = scan->source->text;
  gsize close;

  if (chase_tex_environments_find (scan->environments, text, at, scan->source->length) != NULL
      || !chase_tex_scan_find_close (scan, at + strlen (form->begin), form->begin, form->end,
                                     &close))
    return at;
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (g_strstr_len (text + at, (gssize)(close - at), arrows[i]) != NULL)
      {
        chase_source_error (scan->source, at, strlen (form->begin),
                            "write it as a tikzcd environment, \\arrow[r, \"f\"] for \\rTo^f",
                            "diagrams of Paul Taylor's package are not read");
        return close + strlen (form->end);
      }
  return at;
}

gsize
chase_tex_scan_form (ChaseTexScan *scan, gsize at)
{
  static const Form forms[] = {
    { "\\begin{tikzcd}", "\\end{tikzcd}", read_tikzcd, CHASE_TEX_BODY_TIKZCD },
    { "\\begin{tikzcd*}", "\\end{tikzcd*}", read_tikzcd, CHASE_TEX_BODY_TIKZCD },
    { "\\begin{CD}", "\\end{CD}", read_amscd, CHASE_TEX_BODY_AMSCD },
    { "\\begin{tikzpicture}", "\\end{tikzpicture}", read_picture, CHASE_TEX_BODY_TIKZCD },
    { "\\begin{diagram}", "\\end{diagram}", report_taylor, CHASE_TEX_BODY_TIKZCD },
    { "\\xymatrix", "}", read_xymatrix, CHASE_TEX_BODY_XYMATRIX },
    { "\\diagram", "\\enddiagram", read_old, CHASE_TEX_BODY_XYMATRIX },
    { "\\CD", "\\endCD", read_old, CHASE_TEX_BODY_AMSCD },
  };
  const char *text = scan->source->text;
  gsize length = scan->source->length;

  if (at + 1 >= length || strchr ("bxdC", text[at + 1]) == NULL)
    return at;
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].begin[1] == 'b' ? chase_tex_at (text, at, length, forms[i].begin)
                                 : chase_tex_at_command (text, at, length, forms[i].begin))
      return forms[i].read (scan, &forms[i], at);
  return at;
}
