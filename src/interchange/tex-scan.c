/* SPDX-License-Identifier: MIT */
#include "interchange/linked-private.h"
#include "interchange/quiver-private.h"
#include "interchange/tex-environments-private.h"
#include "interchange/tex-literate-private.h"
#include "interchange/tex-macros-private.h"
#include "interchange/tex-private.h"
#include "interchange/tex-shown-private.h"
#include "interchange/tikz-picture-private.h"
#include "interchange/tikz-private.h"
#include "interchange/verbatim-private.h"

#include <string.h>

/* What may stand between the link of a diagram and the diagram itself is no longer than this. */
#define LINK_GAP 400

/* After so many environments without an end, an end is looked for no farther than this, and less
 * far after each, down to the least. */
#define UNCLOSED_MAX 20
#define UNCLOSED_REACH 20000
#define UNCLOSED_LEAST 500

/* The sign of a comment is looked for no farther before what it hides. */
#define COMMENT_REACH 200

/* What macros make of a text is no longer than the text, and this. */
#define EXPANDED_FREE 10000
/* Those that make diagrams call each other no deeper. */
#define MACROS_DEEP 8
/* A longer list of libraries has lost its brace. */
#define LIBRARIES_MAX 1000
/* Nor do macros stand for one another alone. */
#define ALIASES_DEEP 8

typedef struct
{
  ChaseSource *source;
  GPtrArray *sketches;
  GHashTable *reported;
  ChaseSketch *linked; /* from a link in a comment: counts unless its diagram follows */
  gsize link_start, link_end;
  ChaseSketch *candidate; /* from a link whose diagram follows it */
  gsize last;             /* behind the last diagram */
  gsize picture;          /* behind the last tikzpicture that is no diagram */
  guint unclosed;
  guint missing; /* see chase_tex_skip_shown () */
  ChaseTexMacros *macros;
  GPtrArray *environments; /* of ChaseTexEnvironment: those that the text defines */
  gboolean literate;       /* bars are around code */
  gsize expanded;          /* bytes that macros made */
  gsize expanded_max;      /* they make no more */
  guint depth;             /* of what one made */
  const char *original;    /* the text as it came, signs of quotation and all */
} Scanner;

/* The diagram whose text is [@offset, @stop). */
static void
add_sketch (Scanner *scanner, ChaseSketch *sketch, gsize offset, gsize stop)
{
  if (sketch != NULL)
    {
      sketch->line = chase_source_line (scanner->source, offset);
      if (sketch->name == NULL)
        sketch->name = chase_tex_find_label (scanner->source->text, scanner->source->length,
                                             scanner->last, offset, stop);
      sketch->labelled = sketch->name != NULL;
      g_ptr_array_add (scanner->sketches, sketch);
    }
  scanner->last = stop;
}

static void
flush_link (Scanner *scanner)
{
  if (scanner->linked != NULL)
    g_ptr_array_add (scanner->sketches, g_steal_pointer (&scanner->linked));
}

/* Of a link in a comment and the environment behind it, the environment counts, for it is what is
 * printed; but see prefer_link (). Returns where the text of the environment begins, the comment
 * included. */
static gsize
settle_link (Scanner *scanner, gsize begin)
{
  if (scanner->linked != NULL && begin - scanner->link_end <= LINK_GAP
      && chase_tex_is_gap (scanner->source->text, scanner->link_end, begin))
    {
      scanner->candidate = g_steal_pointer (&scanner->linked);
      return scanner->link_start;
    }
  flush_link (scanner);
  return begin;
}

/* Marks [@start, @stop) as the text of the last sketch, with the signs of display mathematics
 * around it. */
static void
mark_text (Scanner *scanner, gsize start, gsize stop)
{
  const char *text = scanner->source->text;
  gsize length = scanner->source->length;
  ChaseSketch *sketch = g_ptr_array_index (scanner->sketches, scanner->sketches->len - 1);
  gsize before = start;
  gsize behind = chase_tex_skip_blanks (text, stop, MIN (length, stop + LINK_GAP));

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

/* How far an end is looked for that belongs to what begins at @at. */
static gsize
reach_of (const Scanner *scanner, gsize at)
{
  const gsize all = UNCLOSED_REACH * UNCLOSED_MAX;

  if (scanner->unclosed <= UNCLOSED_MAX)
    return scanner->source->length;
  return MIN (scanner->source->length, at + MAX (UNCLOSED_LEAST, all / scanner->unclosed));
}

/* Is what stands at @at behind the sign of a comment? */
static gboolean
is_commented (const char *text, gsize at)
{
  const gsize least = at > COMMENT_REACH ? at - COMMENT_REACH : 0;

  while (at > least && text[at - 1] != '\n')
    {
      at--;
      if (text[at] == '%' && (at == 0 || text[at - 1] != '\\'))
        return TRUE;
    }
  return FALSE;
}

/* Finds the `\end{tikzcd}` that closes the environment whose body begins at @at. */
static gboolean
find_close (Scanner *scanner, gsize at, const char *begin, const char *end, gsize *close)
{
  const char *text = scanner->source->text;
  gsize length = reach_of (scanner, at);
  gsize depth = 1;

  scanner->unclosed++;
  while (at < length)
    {
      const char *found = memchr (text + at, '\\', length - at);

      if (found == NULL)
        return FALSE;
      at = (gsize)(found - text);
      if (chase_tex_at (text, at, length, begin))
        depth += !is_commented (text, at);
      else if (chase_tex_at (text, at, length, end) && !is_commented (text, at) && --depth == 0)
        {
          *close = at;
          scanner->unclosed--;
          return TRUE;
        }
      at += 2;
    }
  return FALSE;
}

/* A link says more than the environment behind it, if that is what it would be written as. */
static ChaseSketch *
prefer_link (Scanner *scanner, ChaseSketch *sketch, gsize body, gsize close)
{
  g_autoptr (ChaseSketch) linked = g_steal_pointer (&scanner->candidate);

  /* What the environment asks for as a whole no link says. */
  for (guint i = 0; linked != NULL && sketch != NULL && i < sketch->notes->len; i++)
    g_ptr_array_add (linked->notes, g_strdup (g_ptr_array_index (sketch->notes, i)));
  if (linked == NULL || sketch == NULL
      || !chase_linked_is_written_so (linked, CHASE_FORMAT_TIKZCD, scanner->source->text + body,
                                      close + strlen ("\\end{tikzcd}") - body))
    return sketch;
  chase_sketch_free (sketch);
  return g_steal_pointer (&linked);
}

typedef enum
{
  BODY_TIKZCD,
  BODY_XYMATRIX,
  BODY_AMSCD,
} Body;

static ChaseSketch *
read_plain_body (ChaseSource *source, Body kind, const char *options, gsize body, gsize close,
                 GHashTable *reported)
{
  if (kind == BODY_TIKZCD)
    return chase_tikz_read_body (source, options, body, close, reported);
  return kind == BODY_XYMATRIX ? chase_xymatrix_read_body (source, body, close, reported)
                               : chase_amscd_read_body (source, body, close, reported);
}

/* Says of what stands at @at the problems of what it stands for. */
static void
pass_problems (Scanner *scanner, gsize at, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);

      (problem->severity == CHASE_SEVERITY_ERROR ? chase_source_error : chase_source_warn) (
          scanner->source, at, 1, problem->hint, "%s", problem->message);
    }
}

/* Reads what stands in no place of the text; its problems are said of @body. */
static ChaseSketch *
read_opened_body (Scanner *scanner, Body kind, const char *options, gsize body, const char *opened)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  ChaseSource source;
  ChaseSketch *sketch;

  chase_source_init (&source, opened, strlen (opened), problems);
  source.styles = scanner->source->styles;
  sketch = read_plain_body (&source, kind, options, 0, source.length, scanner->reported);
  pass_problems (scanner, body, problems);
  if (sketch != NULL)
    sketch->defined = TRUE;
  return sketch;
}

/* Reads the body of a diagram, with what macros that make arrows stand for. */
static ChaseSketch *
read_body (Scanner *scanner, Body kind, const char *options, gsize body, gsize close)
{
  ChaseSource *source = scanner->source;
  g_autofree char *failed = NULL;
  g_autofree char *opened = NULL;

  if (scanner->expanded <= scanner->expanded_max)
    opened = chase_tex_macros_open (scanner->macros, source->text, body, close,
                                    scanner->expanded_max, &failed);
  scanner->expanded += opened != NULL ? strlen (opened) : 0;
  if (failed != NULL)
    chase_source_warn (source, body, 1, "put the arrow itself in place of the macro",
                       "the arrow that the macro %s makes is not read", failed);
  if (opened != NULL)
    return read_opened_body (scanner, kind, options, body, opened);
  return read_plain_body (source, kind, options, body, close, scanner->reported);
}

/* Reads the diagram whose text is [@start, @stop) with the link before it, its environment from @at
 * on, its body from @body to @close. */
static void
read_diagram (Scanner *scanner, gsize start, gsize at, const char *options, gsize body, gsize close,
              gsize stop)
{
  ChaseSketch *sketch = read_body (scanner, BODY_TIKZCD, options, body, close);

  sketch = prefer_link (scanner, sketch, body, close);
  add_sketch (scanner, sketch, at, stop);
  if (sketch != NULL)
    mark_text (scanner, start, stop);
}

static gsize
report_unclosed (Scanner *scanner, gsize at, const char *begin, const char *end)
{
  chase_source_error (scanner->source, at, strlen (begin), NULL, "this environment has no %s", end);
  g_clear_pointer (&scanner->candidate, chase_sketch_free);
  return at + strlen (begin);
}

/* Reads the environment at @at; returns where to go on. */
static gsize
read_environment (Scanner *scanner, gsize at, const char *begin, const char *end)
{
  const char *text = scanner->source->text;
  gsize body = at + strlen (begin);
  g_autofree char *options = NULL;
  gsize start = settle_link (scanner, at);
  gsize open, close;

  if (!find_close (scanner, body, begin, end, &close))
    return report_unclosed (scanner, at, begin, end);
  open = chase_tex_skip_blanks (text, body, close);
  if (open < close && text[open] == '[')
    {
      body = chase_tex_skip_bracket (text, open, close);
      options = chase_tex_tidy (text, open + 1, MAX (body, open + 2) - 1);
    }
  read_diagram (scanner, start, at, options, body, close, close + strlen (end));
  return close + strlen (end);
}

/* Reads an environment that the text itself defines, or returns @at. */
static gsize
read_own_environment (Scanner *scanner, gsize at)
{
  const char *text = scanner->source->text;
  const ChaseTexEnvironment *environment
      = chase_tex_environments_find (scanner->environments, text, at, scanner->source->length);
  g_autofree char *options = NULL;
  gsize start, body, close, stop;

  if (environment == NULL)
    return at;
  body = at + strlen (environment->open);
  start = settle_link (scanner, at);
  if (!find_close (scanner, body, environment->open, environment->close, &close))
    return report_unclosed (scanner, at, environment->open, environment->close);
  options = chase_tex_environment_options (environment, text, &body, close);
  stop = close + strlen (environment->close);
  read_diagram (scanner, start, at, options, body, close, stop);
  return stop;
}

/* What stands between \xymatrix and its brace. */
static void
apply_modifiers (Scanner *scanner, ChaseSketch *sketch, gsize at, gsize stop)
{
  g_autofree char *modifiers = chase_tex_tidy (scanner->source->text, at, stop);
  char *note = chase_xymatrix_spacing (modifiers);

  if (note != NULL)
    g_ptr_array_add (sketch->notes, note);
  chase_xymatrix_turn (sketch, modifiers);
}

/* \xymatrix, modifiers such as @C=3pc, and a group. */
static gsize
read_xymatrix (Scanner *scanner, gsize at)
{
  const char *text = scanner->source->text;
  gsize length = scanner->source->length;
  gsize behind = at + strlen ("\\xymatrix");
  const char *brace = memchr (text + at, '{', MIN (length - at, 200));
  ChaseSketch *sketch;
  gsize open, close;

  if (brace == NULL)
    return at + 1;
  open = (gsize)(brace - text);
  close = chase_tex_skip_group (text, open, reach_of (scanner, open));
  settle_link (scanner, at);
  g_clear_pointer (&scanner->candidate, chase_sketch_free);
  if (text[close - 1] != '}')
    {
      scanner->unclosed++;
      chase_source_error (scanner->source, at, strlen ("\\xymatrix"), NULL,
                          "this \\xymatrix has no closing brace");
      return open + 1;
    }
  sketch = read_body (scanner, BODY_XYMATRIX, NULL, open + 1, close - 1);
  if (sketch != NULL)
    apply_modifiers (scanner, sketch, behind, open);
  add_sketch (scanner, sketch, at, close);
  return close;
}

/* `\diagram ... \enddiagram`, as xy-pic once had it, and `\CD ... \endCD` of AMS-TeX. Returns @at
 * where there is none. */
static gsize
read_old_form (Scanner *scanner, gsize at)
{
  static const char *const forms[][2] = { { "\\diagram", "\\enddiagram" }, { "\\CD", "\\endCD" } };
  ChaseSource *source = scanner->source;
  guint i = chase_tex_at_command (source->text, at, source->length, forms[0][0]) ? 0 : 1;
  gsize body = at + strlen (forms[i][0]);
  gsize close, stop;

  if (!chase_tex_at_command (source->text, at, source->length, forms[i][0])
      || chase_tex_macros_find (scanner->macros, forms[i][0]) != NULL
      || !find_close (scanner, body, forms[i][0], forms[i][1], &close))
    return at;
  stop = close + strlen (forms[i][1]);
  settle_link (scanner, at);
  g_clear_pointer (&scanner->candidate, chase_sketch_free);
  add_sketch (scanner, read_body (scanner, i == 0 ? BODY_XYMATRIX : BODY_AMSCD, NULL, body, close),
              at, stop);
  return stop;
}

/* A comment may hold a link: quiver writes it before its diagrams. */
static gsize
read_comment (Scanner *scanner, gsize at)
{
  gsize end = chase_tex_skip_comment (scanner->source->text, at, scanner->source->length);
  gsize next = at;

  while (next < end)
    {
      ChaseSketch *sketch = chase_quiver_next_link (scanner->source, next, end, &next);

      if (sketch == NULL)
        continue;
      flush_link (scanner);
      scanner->linked = sketch;
      scanner->link_start = at;
      scanner->link_end = end;
    }
  return end;
}

/* A link in the text itself: the `q=` is at @at. */
static gsize
read_link (Scanner *scanner, gsize least, gsize at)
{
  gsize length = scanner->source->length;
  gsize next;
  ChaseSketch *sketch;

  if (at == 0 || at + 1 >= length || scanner->source->text[at + 1] != '='
      || strchr ("#?&;", scanner->source->text[at - 1]) == NULL)
    return at + 1;
  /* The address stands before its `q=`, and nothing that was read already. */
  least = MAX (least, at > 300 ? at - 300 : 0);
  sketch = chase_quiver_next_link (scanner->source, least, length, &next);
  if (sketch != NULL)
    {
      flush_link (scanner);
      g_ptr_array_add (scanner->sketches, sketch);
    }
  return MAX (next, at + 1);
}

/* amscd's environment, which the body of @at, behind `\\begin{CD}`, belongs to. */
static gsize
read_amscd (Scanner *scanner, gsize at)
{
  static const char begin[] = "\\begin{CD}";
  static const char end[] = "\\end{CD}";
  gsize close;

  settle_link (scanner, at);
  g_clear_pointer (&scanner->candidate, chase_sketch_free);
  if (!find_close (scanner, at + strlen (begin), begin, end, &close))
    {
      chase_source_error (scanner->source, at, strlen (begin), NULL, "this environment has no %s",
                          end);
      return at + strlen (begin);
    }
  add_sketch (scanner, read_body (scanner, BODY_AMSCD, NULL, at + strlen (begin), close), at,
              close + strlen (end));
  return close + strlen (end);
}

/* A tikzpicture whose \matrix of nodes has arrows between them. Returns @at where it is another. */
static gsize
read_picture (Scanner *scanner, gsize at)
{
  static const char begin[] = "\\begin{tikzpicture}";
  static const char end[] = "\\end{tikzpicture}";
  ChaseSource *source = scanner->source;
  gsize body = at + strlen (begin);
  g_autofree char *options = NULL;
  g_autofree char *opened = NULL;
  gsize close, stop;

  /* One that stands within another is a part of its nodes. */
  if (!chase_tex_at (source->text, at, source->length, begin) || at < scanner->picture
      || !find_close (scanner, body, begin, end, &close))
    return at;
  stop = close + strlen (end);
  scanner->picture = stop;
  opened = chase_tikz_picture_open (source, body, close, &options);
  if (opened == NULL)
    return at;
  settle_link (scanner, at);
  g_clear_pointer (&scanner->candidate, chase_sketch_free);
  add_sketch (scanner, read_opened_body (scanner, BODY_TIKZCD, options, at, opened), at, stop);
  return stop;
}

/* `\begin{diagram} A & \rTo^f & B ...` of Paul Taylor's package, which is not read. Returns what
 * follows it, or @at where there is none. */
static gsize
report_taylor (Scanner *scanner, gsize at)
{
  static const char begin[] = "\\begin{diagram}";
  static const char end[] = "\\end{diagram}";
  static const char *const arrows[] = { "\\rTo", "\\lTo", "\\dTo", "\\uTo" };
  const char *text = scanner->source->text;
  gsize close;

  if (!chase_tex_at (text, at, scanner->source->length, begin)
      || chase_tex_environments_find (scanner->environments, text, at, scanner->source->length)
             != NULL
      || !find_close (scanner, at + strlen (begin), begin, end, &close))
    return at;
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (g_strstr_len (text + at, (gssize)(close - at), arrows[i]) != NULL)
      {
        chase_source_error (scanner->source, at, strlen (begin),
                            "write it as a tikzcd environment, \\arrow[r, \"f\"] for \\rTo^f",
                            "diagrams of Paul Taylor's package are not read");
        return close + strlen (end);
      }
  return at;
}

static void
scan (Scanner *scanner);

/* Reads what a macro makes of its arguments, which is in no place of the text. FALSE where it makes
 * no diagram. */
static gboolean
read_expansion (Scanner *scanner, gsize at, gsize stop, const char *expansion)
{
  g_autoptr (GPtrArray) sketches
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_sketch_free);
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  ChaseSource source;
  Scanner inner = { .source = &source,
                    .sketches = sketches,
                    .reported = scanner->reported,
                    .macros = scanner->macros,
                    .environments = scanner->environments,
                    .expanded = scanner->expanded,
                    .expanded_max = scanner->expanded_max,
                    .depth = scanner->depth + 1 };
  guint n;

  chase_source_init (&source, expansion, strlen (expansion), problems);
  source.styles = scanner->source->styles;
  scan (&inner);
  flush_link (&inner);
  scanner->expanded = inner.expanded;
  pass_problems (scanner, at, problems);
  n = sketches->len;
  while (sketches->len > 0)
    {
      ChaseSketch *sketch = g_ptr_array_steal_index (sketches, 0);

      sketch->start = sketch->stop = 0;
      g_clear_pointer (&sketch->name, g_free);
      add_sketch (scanner, sketch, at, stop);
    }
  return n > 0;
}

/* What the macro @name at *@at of the text makes; one that stands for another alone, with \let or
 * without an argument, is called with what follows. *@at is then behind the call. NULL where that
 * is none, or more than is opened. */
static char *
expand_call (Scanner *scanner, const char *name, gsize *at)
{
  g_autofree char *called = g_strdup (name);

  for (guint i = 0; i < ALIASES_DEEP; i++)
    {
      const char *definition = chase_tex_macros_find (scanner->macros, called);
      gsize stop = *at;
      g_autofree char *made = NULL;

      if (definition == NULL || scanner->expanded > scanner->expanded_max)
        return NULL;
      made = chase_tex_macros_expand (definition, called, scanner->source->text, &stop,
                                      scanner->source->length);
      if (made == NULL)
        return NULL;
      scanner->expanded += strlen (made);
      *at = stop;
      g_strstrip (made);
      if (*made != '\\' || chase_tex_skip_command (made, 0, strlen (made)) != strlen (made)
          || chase_tex_macros_find (scanner->macros, made) == NULL)
        return g_steal_pointer (&made);
      g_free (called);
      called = g_steal_pointer (&made);
    }
  return NULL;
}

/* A macro that makes a diagram, \square{A}{B}{C}{D}. Returns what follows it, or @at where there is
 * none. */
static gsize
read_diagram_macro (Scanner *scanner, gsize at)
{
  const char *text = scanner->source->text;
  gsize stop = chase_tex_skip_command (text, at, scanner->source->length);
  g_autofree char *name = NULL;
  g_autofree char *expansion = NULL;
  const char *definition;

  if (scanner->depth >= MACROS_DEEP || stop - at < 2 || stop - at > 60)
    return at;
  name = g_strndup (text + at, stop - at);
  definition = chase_tex_macros_find (scanner->macros, name);
  if (definition == NULL || !chase_tex_macros_make_diagram (scanner->macros, definition))
    return at;
  expansion = expand_call (scanner, name, &stop);
  if (expansion != NULL && read_expansion (scanner, at, stop, expansion))
    return stop;
  chase_source_warn (scanner->source, at, strlen (name),
                     "put the environment itself in place of the macro",
                     "the diagram that the macro %s makes is not read", name);
  return at;
}

/* An environment that makes diagrams, which the text of those needs. */
static void
keep_environment (Scanner *scanner, gsize at, gsize behind)
{
  const char *text = scanner->source->text;
  gsize open = at;

  while (open < behind && text[open] != '{')
    open++;
  if (open < behind)
    {
      gsize close = chase_tex_skip_group (text, open, behind);

      chase_tex_macros_add (scanner->macros,
                            chase_tex_tidy (text, open + 1, MAX (close, open + 2) - 1), text + at,
                            behind - at);
    }
}

static gsize
read_library (Scanner *scanner, gsize at)
{
  static const char load[] = "\\usetikzlibrary";
  const char *text = scanner->source->text;
  gsize length = scanner->source->length;
  gsize open = at + strlen (load), behind;

  if (!chase_tex_at_command (text, at, length, load))
    return at;
  open = chase_tex_skip_blanks (text, open, length);
  if (open >= length || text[open] != '{')
    return at;
  behind = chase_tex_skip_group (text, open, length);
  if (text[behind - 1] == '}' && behind - at < LIBRARIES_MAX)
    chase_tex_macros_add_library (scanner->macros, text + at, behind - at);
  return behind;
}

static gsize
read_command (Scanner *scanner, gsize at)
{
  static const char *const environments[][2]
      = { { "\\begin{tikzcd}", "\\end{tikzcd}" }, { "\\begin{tikzcd*}", "\\end{tikzcd*}" } };
  const char *text = scanner->source->text;
  gsize length = scanner->source->length;
  gsize behind = chase_tex_skip_shown (text, at, length, &scanner->missing);

  if (behind == at)
    {
      behind = chase_tex_environments_read (scanner->environments, text, at, length);
      keep_environment (scanner, at, behind);
    }
  if (behind == at)
    behind = read_library (scanner, at);
  if (behind > at)
    return behind;
  for (guint i = 0; i < G_N_ELEMENTS (environments); i++)
    if (chase_tex_at (text, at, length, environments[i][0]))
      return read_environment (scanner, at, environments[i][0], environments[i][1]);
  if (chase_tex_at_command (text, at, length, "\\xymatrix"))
    return read_xymatrix (scanner, at);
  if (chase_tex_at (text, at, length, "\\begin{CD}"))
    return read_amscd (scanner, at);
  behind = read_picture (scanner, at);
  if (behind == at)
    behind = report_taylor (scanner, at);
  if (behind == at)
    behind = read_old_form (scanner, at);
  if (behind == at)
    {
      behind = chase_tex_styles_read (scanner->source->styles, text, at, length);
      if (behind > at)
        chase_tex_macros_add_styles (scanner->macros, text + at, behind - at);
    }
  if (behind == at)
    behind = chase_tex_macros_read (scanner->macros, text, at, length);
  if (chase_tex_at_command (text, at, behind, "\\definecolor")
      || chase_tex_at_command (text, at, behind, "\\colorlet"))
    chase_tex_styles_add_colour (scanner->source->styles, text + at, behind - at);
  if (behind > at)
    {
      chase_tex_environments_add_macro (scanner->environments, text + at, behind - at);
      return behind;
    }
  behind = read_own_environment (scanner, at);
  if (behind == at)
    behind = read_diagram_macro (scanner, at);
  if (behind > at)
    return behind;
  return at + 1 < length && (text[at + 1] == '%' || text[at + 1] == '\\') ? at + 2 : at + 1;
}

/* An environment that a package of the author's defines: the innermost one around the first arrow
 * is taken for one of tikz-cd. FALSE where there is none. */
static gboolean
learn_environment (Scanner *scanner)
{
  g_autofree char *name = chase_tex_around_arrow (scanner->source->text, scanner->source->length);

  if (name == NULL)
    return FALSE;
  chase_tex_environments_learn (scanner->environments, name);
  return TRUE;
}

/* The body of an environment alone, as one copies it. */
static void
read_bare (Scanner *scanner)
{
  const char *text = scanner->source->text;
  g_autofree char *whole = NULL;
  ChaseSketch *sketch;
  gsize end = scanner->source->length;
  gsize start = chase_tex_skip_blanks (text, 0, end);
  gsize before = 0;

  if (chase_tex_at (text, start, end, "\\["))
    before = start = start + 2;
  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;
  if (end - start >= 2 && memcmp (text + end - 2, "\\]", 2) == 0)
    end -= 2;
  sketch = chase_tikz_read_body (scanner->source, NULL, start, end, scanner->reported);
  add_sketch (scanner, sketch, start, end);
  if (sketch == NULL)
    return;
  whole = g_strdup_printf ("\\begin{tikzcd}\n%.*s\n\\end{tikzcd}\n", (int)(end - before),
                           text + before);
  chase_verbatim_note (sketch, whole, strlen (whole));
}

/* Markdown's fence: "```tikzcd" and the body of an environment. */
static gsize
read_fence (Scanner *scanner, gsize at)
{
  static const char fence[] = "```";
  const char *text = scanner->source->text;
  gsize length = scanner->source->length;
  gsize body = at + strlen (fence);
  const char *close;
  gsize end;

  if (!chase_tex_at (text, at, length, fence) || (at > 0 && text[at - 1] != '\n'))
    return at + 1;
  if (!chase_tex_at (text, body, length, "tikzcd") && !chase_tex_at (text, body, length, "tikz-cd"))
    return body;
  body = chase_tex_skip_comment (text, body, length);
  close = g_strstr_len (text + body, (gssize)(length - body), fence);
  end = close != NULL ? (gsize)(close - text) : length;
  if (close == NULL || !chase_tex_has_arrow (text + body, end - body)
      || g_strstr_len (text + body, (gssize)(end - body), "\\begin{tikzcd") != NULL)
    return body;
  flush_link (scanner);
  add_sketch (scanner, chase_tikz_read_body (scanner->source, NULL, body, end, scanner->reported),
              body, end);
  return end + strlen (fence);
}

static void
scan (Scanner *scanner)
{
  const char *text = scanner->source->text;
  gsize length = scanner->source->length;
  gsize least = 0;

  for (gsize at = 0; at < length;)
    {
      gsize next;

      switch (text[at])
        {
        case '%':
          next = read_comment (scanner, at);
          break;
        case '\\':
          next = read_command (scanner, at);
          break;
        case '`':
          next = read_fence (scanner, at);
          break;
        case 'q':
          next = read_link (scanner, least, at);
          break;
        default:
          next = at + 1;
          break;
        }
      if (next > at + 2)
        least = next;
      at = next;
    }
}

/* Keeps with each sketch the text from which it was read: where there is nothing else in the file,
 * all of it. */
static void
keep_texts (const Scanner *scanner)
{
  const char *text = scanner->source->text;
  gsize length = scanner->source->length;
  gboolean literate = scanner->literate;

  for (guint i = 0; i < scanner->sketches->len; i++)
    {
      ChaseSketch *sketch = g_ptr_array_index (scanner->sketches, i);
      g_autofree char *line = NULL;

      if (sketch->stop == 0)
        continue;
      if (literate)
        chase_tex_show_code (sketch);
      sketch->defined = sketch->defined || scanner->environments->len > 0
                        || g_hash_table_size (scanner->source->styles->styles) > 0;
      if (scanner->sketches->len == 1 && chase_tex_is_gap (text, 0, sketch->start)
          && chase_tex_is_gap (text, sketch->stop, length))
        {
          chase_verbatim_note (sketch, scanner->original, length);
          continue;
        }
      line = g_strdup_printf ("%.*s\n", (int)(sketch->stop - sketch->start), text + sketch->start);
      chase_verbatim_note (sketch, line, strlen (line));
    }
}

/* Diagrams of a text with several are called by their lines where nothing else names them. */
static void
name_by_lines (const Scanner *scanner)
{
  for (guint i = 0; scanner->sketches->len > 1 && i < scanner->sketches->len; i++)
    {
      ChaseSketch *sketch = g_ptr_array_index (scanner->sketches, i);

      if (sketch->name == NULL)
        sketch->name = g_strdup_printf ("line_%u", sketch->line);
    }
}

/* The definitions that the labels need, and the LaTeX that is kept. */
static void
take_macros (const Scanner *scanner)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  gboolean kept = FALSE;

  for (guint i = 0; i < scanner->sketches->len; i++)
    {
      const ChaseSketch *sketch = g_ptr_array_index (scanner->sketches, i);
      g_autofree char *body = NULL;

      for (guint32 j = 0; j < sketch->n; j++)
        chase_tex_macros_use (scanner->macros, chase_sketch_get (sketch, j)->label, used);
      if (sketch->stop == 0)
        continue;
      body = g_strndup (scanner->source->text + sketch->start, sketch->stop - sketch->start);
      chase_tex_macros_use (scanner->macros, body, used);
      kept = TRUE;
    }
  if (kept)
    chase_tex_macros_use_settings (scanner->macros, used);
  if (g_hash_table_size (used) > 0)
    scanner->source->macros = chase_tex_macros_text (scanner->macros, used);
}

static void
scan_all (Scanner *scanner)
{
  scanner->missing = 0;
  scan (scanner);
  flush_link (scanner);
  keep_texts (scanner);
  name_by_lines (scanner);
  take_macros (scanner);
}

void
chase_tex_read (ChaseSource *source, GPtrArray *sketches)
{
  g_autofree char *plain = chase_tex_without_prefixes (source->text, source->length);
  g_autofree char *tight = NULL;
  g_autoptr (GHashTable) reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ChaseTexMacros) macros = chase_tex_macros_new ();
  g_autoptr (GPtrArray) environments = chase_tex_environments_new ();
  Scanner scanner = { .source = source,
                      .sketches = sketches,
                      .reported = reported,
                      .macros = macros,
                      .environments = environments,
                      .expanded_max = source->length + EXPANDED_FREE,
                      .original = source->text };
  guint before = sketches->len;

  scanner.literate = chase_tex_is_literate (source->text, source->length);
  if (plain != NULL)
    source->text = plain;
  tight = chase_tex_without_gaps (source->text, source->length);
  if (tight != NULL)
    source->text = tight;
  source->styles = chase_tex_styles_new ();
  scan_all (&scanner);
  if (sketches->len == before && source->reports == 0
      && chase_tex_has_arrow (source->text, source->length) && learn_environment (&scanner))
    scan_all (&scanner);
  if (sketches->len > before || source->reports > 0)
    return;
  if (chase_tex_has_arrow (source->text, source->length))
    read_bare (&scanner);
  else
    chase_source_error (source, 0, 1,
                        scanner.picture > 0
                            ? "of a tikzpicture only nodes with arrows between them, in a "
                              "\\matrix or placed one by one, are read: draw it as a tikzcd "
                              "environment"
                            : NULL,
                        "there is no diagram in this text");
}
