/* SPDX-License-Identifier: MIT */
#include "engine/explain-private.h"

#include <stdarg.h>
#include <string.h>

#include "i18n.h"

enum
{
  SHOWN = 14,     /* arrows of a path that is shown whole */
  AROUND = 3,     /* arrows shown beside what changes in a longer one */
  COLUMN = 44,    /* reasons stand at most this far to the right */
  POWER_FROM = 4, /* equal arrows in a row that are written as a power */
};

void
chase_tell (ChaseTelling *telling, const char *format, ...)
{
  va_list arguments;

  g_string_append_printf (telling->out, "%*s", (int)telling->indent, "");
  va_start (arguments, format);
  g_string_append_vprintf (telling->out, CHASE_WORDS (format), arguments);
  va_end (arguments);
  g_string_append_c (telling->out, '\n');
}

/* Names of products and of elements are notation already. */
static void
append_name (GString *out, const char *name)
{
  if (name[0] == '(')
    g_string_append (out, name);
  else
    chase_append_name (out, name);
}

char *
chase_told_object (const ChasePresentation *presentation, guint32 object)
{
  GString *out = g_string_new (NULL);

  append_name (out, chase_presentation_object_name (presentation, object));
  return g_string_free (out, FALSE);
}

char *
chase_told_arrow (const ChasePresentation *presentation, guint32 number)
{
  const ChaseArrow *arrow = chase_presentation_arrow (presentation, number);
  GString *out = g_string_new (NULL);

  append_name (out, arrow->formal ? chase_presentation_arrow (presentation, arrow->inverse)->name
                                  : arrow->name);
  if (arrow->formal)
    g_string_append (out, "^-1");
  return g_string_free (out, FALSE);
}

/* The letters from @end down to @start, the last one first. */
static void
append_letters (GString *out, const ChasePresentation *presentation, ChaseWord word, guint32 start,
                guint32 end)
{
  for (guint32 i = end, run; i > start; i -= run)
    {
      guint32 letter = word.letters[i - 1];
      gboolean formal = chase_presentation_arrow (presentation, letter)->formal;
      g_autofree char *name = chase_told_arrow (presentation, letter);

      for (run = 1; !formal && i > start + run && word.letters[i - 1 - run] == letter; run++)
        continue;
      g_string_append (out, i < end ? " . " : "");
      if (run >= POWER_FROM)
        g_string_append_printf (out, "%s^%u", name, run);
      else
        {
          g_string_append (out, name);
          run = 1;
        }
    }
}

static void
append_identity (GString *out, const ChasePresentation *presentation, guint32 object)
{
  g_autofree char *name = chase_told_object (presentation, object);

  g_string_append_printf (out, "id(%s)", name);
}

char *
chase_path_to_text (const ChasePresentation *presentation, guint32 source, ChaseWord word)
{
  GString *out = g_string_new (NULL);

  if (word.length == 0)
    append_identity (out, presentation, source);
  append_letters (out, presentation, word, 0, word.length);
  return g_string_free (out, FALSE);
}

char *
chase_path_to_words (const ChasePresentation *presentation, guint32 source, ChaseWord word)
{
  g_autofree char *text = chase_path_to_text (presentation, source, word);
  GString *out = g_string_new (text);

  g_string_replace (out, " . ", " ∘ ", 0);
  return g_string_free (out, FALSE);
}

static guint32
object_at (const ChasePresentation *presentation, guint32 source, ChaseWord word, guint32 at)
{
  return at == 0 ? source : chase_presentation_arrow (presentation, word.letters[at - 1])->target;
}

/* The path, or, where it is long, what is near its part of @length letters at @at. */
static char *
part_text (const ChaseTelling *t, guint32 source, ChaseWord word, guint32 at, guint32 length)
{
  GString *out;
  guint32 start = at > AROUND ? at - AROUND : 0;
  guint32 end = MIN (word.length, at + length + AROUND);

  if (word.length <= SHOWN || end - start == word.length)
    return chase_path_to_text (t->presentation, source, word);
  out = g_string_new (end < word.length ? "… . " : NULL);
  if (start == end)
    append_identity (out, t->presentation, object_at (t->presentation, source, word, at));
  append_letters (out, t->presentation, word, start, end);
  g_string_append (out, start > 0 ? " . …" : "");
  return g_string_free (out, FALSE);
}

/* Where a given equation can be found: "square (line 7)", "line 7", "the given equation number 3".
 */
static void
append_place (GString *out, const ChasePresentation *presentation, guint32 number)
{
  const ChaseEquation *equation = chase_presentation_equation (presentation, number);

  g_autoptr (GString) name = g_string_new (NULL);

  if (equation->name != NULL)
    append_name (name, equation->name);
  if (equation->name != NULL && equation->line > 0)
    g_string_append_printf (out, _ ("%s (line %u)"), name->str, equation->line);
  else if (equation->name != NULL)
    g_string_append (out, name->str);
  else if (equation->line > 0)
    g_string_append_printf (out, _ ("line %u"), equation->line);
  else
    g_string_append_printf (out, _ ("the given equation number %u"), number + 1);
}

static void
append_equation (GString *out, const ChaseTelling *t, guint32 source, ChaseWord from, ChaseWord to)
{
  g_autofree char *one = chase_path_to_text (t->presentation, source, from);
  g_autofree char *other = chase_path_to_text (t->presentation, source, to);

  g_string_append_printf (out, "%s = %s", one, other);
}

static void
append_equation_reason (GString *out, const ChaseTelling *t, const ChaseStep *step, gboolean whole)
{
  const ChaseEquation *equation = chase_presentation_equation (t->presentation, step->number);

  g_autoptr (GString) place = g_string_new (NULL);
  g_autoptr (GString) said = g_string_new (NULL);

  append_place (place, t->presentation, step->number);
  if (whole)
    {
      g_string_append_printf (out, step->reverse ? _ ("by %s, read backwards") : _ ("by %s"),
                              place->str);
      return;
    }
  append_equation (said, t, equation->source, step->reverse ? equation->right : equation->left,
                   step->reverse ? equation->left : equation->right);
  g_string_append_printf (out, step->reverse ? _ ("%s, by %s, read backwards") : _ ("%s, by %s"),
                          said->str, place->str);
}

static void
append_cancel_reason (GString *out, const ChaseTelling *t, const ChaseStep *step)
{
  const ChaseProof *of = &step->of->proof;
  gboolean left = step->side == CHASE_SIDE_LEFT;
  const ChaseArrow *arrow = chase_presentation_arrow (t->presentation, step->number);
  g_autofree char *name = chase_told_arrow (t->presentation, step->number);
  g_autoptr (GString) said = g_string_new (NULL);
  guint32 source = left ? arrow->source
                        : chase_presentation_arrow (t->presentation, of->start.letters[0])->source;

  append_equation (said, t, source, of->start, chase_proof_end (step->of));
  g_string_append_printf (
      out, left ? _ ("cancelling %s, which is epi: %s") : _ ("cancelling %s, which is mono: %s"),
      name, said->str);
  if (of->n_steps == 1 && of->steps[0].kind == CHASE_STEP_EQUATION)
    {
      g_string_append (out, _ (", "));
      append_equation_reason (out, t, &of->steps[0], TRUE);
    }
}

static void
append_reason (GString *out, const ChaseTelling *t, const ChaseStep *step, gboolean whole)
{
  g_autofree char *name = NULL;
  g_autofree char *inverse = NULL;
  g_autoptr (GString) identity = NULL;
  const ChaseArrow *arrow;

  if (step->kind == CHASE_STEP_EQUATION)
    {
      append_equation_reason (out, t, step, whole);
      return;
    }
  name = chase_told_arrow (t->presentation, step->number);
  arrow = chase_presentation_arrow (t->presentation, step->number);
  switch (step->kind)
    {
    case CHASE_STEP_INVERSE:
      inverse = chase_told_arrow (t->presentation, arrow->inverse);
      identity = g_string_new (NULL);
      append_identity (identity, t->presentation, arrow->source);
      g_string_append_printf (out, _ ("since %s . %s = %s"), inverse, name, identity->str);
      break;
    case CHASE_STEP_IDEMPOTENT:
      g_string_append_printf (out, _ ("since %s is idempotent"), name);
      break;
    default:
      append_cancel_reason (out, t, step);
    }
}

/* How many letters at the step's position are new. */
static guint32
new_length (const ChaseTelling *t, const ChaseStep *step)
{
  const ChaseEquation *equation;

  switch (step->kind)
    {
    case CHASE_STEP_EQUATION:
      equation = chase_presentation_equation (t->presentation, step->number);
      return step->reverse ? equation->left.length : equation->right.length;
    case CHASE_STEP_INVERSE:
      return step->reverse ? 2 : 0;
    case CHASE_STEP_IDEMPOTENT:
      return step->reverse ? 2 : 1;
    default:
      return chase_proof_end (step->of).length - 1;
    }
}

static void
append_line (ChaseTelling *t, const char *path, const char *reason, guint column)
{
  guint width = (guint)g_utf8_strlen (path, -1);

  g_string_append_printf (t->out, "%*s= %s", (int)t->indent, "", path);
  if (width > column)
    g_string_append_printf (t->out, "\n%*s  ", (int)t->indent, "");
  else
    g_string_append_printf (t->out, "%*s", (int)(column - width), "");
  g_string_append_printf (t->out, "   %s\n", reason);
}

static void
tell_steps (ChaseTelling *t, const ChaseProof *proof, char *const *texts, guint column)
{
  for (guint32 i = 0; i < proof->n_steps; i++)
    {
      const ChaseStep *step = &proof->steps[i];
      guint32 n = new_length (t, step);
      g_autoptr (GString) reason = g_string_new (NULL);

      append_reason (reason, t, step, n > 0 && n == step->path.length);
      append_line (t, texts[i], reason->str, column);
      if (step->kind == CHASE_STEP_CANCEL
          && (step->of->proof.n_steps > 1
              || (step->of->proof.n_steps == 1
                  && step->of->proof.steps[0].kind != CHASE_STEP_EQUATION)))
        {
          const ChaseProof *of = &step->of->proof;

          t->indent += 6;
          chase_tell_proof (
              t, chase_presentation_arrow (t->presentation, of->start.letters[0])->source, of);
          t->indent -= 6;
        }
    }
}

void
chase_tell_proof (ChaseTelling *t, guint32 source, const ChaseProof *proof)
{
  g_auto (GStrv) texts = g_new0 (char *, (gsize)proof->n_steps + 1);
  g_autofree char *start = chase_path_to_text (t->presentation, source, proof->start);
  guint column = 0;

  for (guint32 i = 0; i < proof->n_steps; i++)
    {
      const ChaseStep *step = &proof->steps[i];
      guint width;

      texts[i] = part_text (t, source, step->path, step->at, new_length (t, step));
      width = (guint)g_utf8_strlen (texts[i], -1);
      if (width <= COLUMN)
        column = MAX (column, width);
    }
  chase_tell (t, "  %s", start);
  tell_steps (t, proof, texts, column);
}

char *
chase_proof_explain (const ChaseEvidence *proof, ChasePresentation *presentation, guint32 source,
                     guint indent)
{
  ChaseTelling t = { g_string_new (NULL), presentation, indent };

  chase_tell_proof (&t, source, &proof->proof);
  return g_string_free (t.out, FALSE);
}

static void
tell_law (ChaseTelling *t, const ChaseLaw *law, guint number)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const ChaseProof *proof = &law->evidence->proof;
  guint32 source = law->from;

  if (proof->start.length > 0)
    source = chase_presentation_arrow (t->presentation, proof->start.letters[0])->source;
  else if (law->right.length > 0)
    source = chase_presentation_arrow (t->presentation, law->right.letters[0])->source;
  append_equation (text, t, source, law->left, law->right);
  chase_tell (t, "%u. %s", number, text->str);
  t->indent += 4;
  if (proof->n_steps == 0)
    chase_tell (t, "Both are the same path.");
  else
    chase_tell_proof (t, source, proof);
  t->indent -= 4;
}

static gboolean
tell_laws (ChaseTelling *t, const ChaseLaws *laws)
{
  for (guint32 i = 0; i < laws->n_laws; i++)
    if (laws->laws[i].evidence != NULL && laws->laws[i].evidence->kind == CHASE_EVIDENCE_PROOF)
      tell_law (t, &laws->laws[i], i + 1);
  return laws->n_laws > 0;
}

/* The two paths that the evidence keeps apart: those that it names, or those of the result. */
static const ChaseWord *
words_of (const ChaseResult *result, ChaseWord *own)
{
  const ChaseEvidence *e = result->evidence;

  if (e->kind == CHASE_EVIDENCE_MODEL && e->model.has_paths)
    return e->model.paths;
  if (e->kind == CHASE_EVIDENCE_NORMAL && e->normal.has_paths)
    return e->normal.paths;
  for (guint i = 0; i < 2; i++)
    {
      const GArray *letters = result->paths[i];

      if (letters == NULL)
        return NULL;
      own[i] = (ChaseWord){ (const guint32 *)(gconstpointer)letters->data, letters->len };
    }
  return own;
}

static gboolean
tell_difference (ChaseTelling *t, const ChaseResult *result)
{
  ChaseWord own[2];
  const ChaseWord *words = words_of (result, own);
  const ChaseWord *some;
  guint32 source = result->source;

  if (words == NULL)
    return FALSE;
  some = words[0].length > 0 ? &words[0] : &words[1];
  if (some->length > 0)
    source = chase_presentation_arrow (t->presentation, some->letters[0])->source;
  if (result->evidence->kind == CHASE_EVIDENCE_MODEL)
    chase_tell_model (t, source, words, &result->evidence->model);
  else
    chase_tell_normal (t, source, words, &result->evidence->normal);
  return TRUE;
}

char *
chase_result_explain (const ChaseResult *result, guint indent)
{
  g_autoptr (GString) out = g_string_new (NULL);
  ChaseTelling t = { out, result->presentation, indent };
  gboolean told = FALSE;

  if (result->evidence == NULL
      || (result->presentation == NULL && result->evidence->kind < CHASE_EVIDENCE_TABLE))
    return NULL;
  switch (result->evidence->kind)
    {
    case CHASE_EVIDENCE_PROOF:
      told = result->evidence->proof.n_steps > 0;
      if (told)
        chase_tell_proof (&t, result->source, &result->evidence->proof);
      break;
    case CHASE_EVIDENCE_MODEL:
    case CHASE_EVIDENCE_NORMAL:
      told = tell_difference (&t, result);
      break;
    case CHASE_EVIDENCE_LAWS:
      told = tell_laws (&t, &result->evidence->laws);
      break;
    default:
      told = chase_tell_facts (&t, result->evidence->payload);
      break;
    }
  return told ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}
