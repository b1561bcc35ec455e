/* SPDX-License-Identifier: MIT */
#include "cli/author.h"

#include <math.h>
#include <string.h>

#include "i18n.h"

/* So many equations a reason names; all of them stand below it. */
enum
{
  NAMED_MAX = 3,
};

/* What can stand in a line: a label may go over several. */
static char *
in_a_line (const char *label)
{
  char *line = g_utf8_make_valid (label, -1);

  for (char *p = line; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  return g_strstrip (line);
}

static gboolean
is_shared (const ChaseDiagram *diagram, guint32 node)
{
  const char *label = chase_diagram_get_cell (diagram, node)->label;

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    if (i != node && strcmp (chase_diagram_get_cell (diagram, i)->label, label) == 0)
      return TRUE;
  return FALSE;
}

/* The object @node by its label and, where others are labelled like it, its place. */
static char *
node_text (const ChaseDiagram *diagram, guint32 node)
{
  const ChaseCell *cell = chase_diagram_get_cell (diagram, node);
  g_autofree char *label = in_a_line (cell->label);
  g_autofree char *place = NULL;

  if (cell->has_position)
    place = g_strdup_printf ("row %g, column %g", cell->y + 1, cell->x + 1);
  if (*label == '\0')
    return place != NULL ? g_strdup_printf ("(%s)", place) : g_strdup (cell->name);
  if (place == NULL || !is_shared (diagram, node))
    return g_steal_pointer (&label);
  return g_strdup_printf ("%s (%s)", label, place);
}

guint
cli_number_among_parallel (const ChaseDiagram *diagram, guint32 cell, CliIsUntold is_untold)
{
  const ChaseCell *edge = chase_diagram_get_cell (diagram, cell);
  guint before = 0, all = 0;

  for (guint32 i = diagram->n_nodes; i < chase_diagram_n_cells (diagram); i++)
    {
      const ChaseCell *other = chase_diagram_get_cell (diagram, i);

      if (!is_untold (other) || other->source != edge->source || other->target != edge->target)
        continue;
      all++;
      before += i <= cell;
    }
  return all > 1 ? before : 0;
}

static gboolean
is_unlabelled (const ChaseCell *cell)
{
  return *cell->label == '\0';
}

/* The arrow @cell by its label, else by its ends. */
static char *
edge_text (const ChaseDiagram *diagram, guint32 cell)
{
  const ChaseCell *edge = chase_diagram_get_cell (diagram, cell);
  g_autofree char *label = in_a_line (edge->label);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  guint number;

  if (*label != '\0' && strpbrk (label, " =") == NULL && strstr (label, "\\circ") == NULL)
    return g_steal_pointer (&label);
  if (*label != '\0')
    return g_strdup_printf ("(%s)", label);
  from = node_text (diagram, edge->source);
  to = node_text (diagram, edge->target);
  number = cli_number_among_parallel (diagram, cell, is_unlabelled);
  if (number == 0)
    return g_strdup_printf ("(%s → %s)", from, to);
  return g_strdup_printf ("(%s → %s, no. %u)", from, to, number);
}

/* An equality sign between two places shows no arrow. */
static gboolean
is_identity (const CliFaces *faces, guint32 cell)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  chase_shape_spell (faces->shape, (ChaseWord){ &faces->part_of[cell], 1 }, letters);
  return letters->len == 0;
}

static void
append_path (GString *text, const CliFaces *faces, const GArray *cells, guint32 from)
{
  gsize start = text->len;

  for (guint i = cells->len; i > 0; i--)
    {
      guint32 cell = g_array_index (cells, guint32, i - 1);
      g_autofree char *name = NULL;

      if (is_identity (faces, cell))
        continue;
      name = edge_text (faces->diagram, cell);
      g_string_append_printf (text, "%s%s", text->len > start ? " ∘ " : "", name);
    }
  if (text->len == start)
    {
      g_autofree char *object = node_text (faces->diagram, from);

      g_string_append_printf (text, _ ("the identity of %s"), object);
    }
}

char *
cli_author_equation (const CliFaces *faces, const ChaseCheckedFace *face)
{
  GString *text = g_string_new (NULL);

  append_path (text, faces, face->left, face->from);
  g_string_append (text, " = ");
  append_path (text, faces, face->right, face->from);
  return g_string_free (text, FALSE);
}

char *
cli_author_ends (const CliFaces *faces, const ChaseCheckedFace *face)
{
  g_autofree char *from = node_text (faces->diagram, face->from);
  g_autofree char *to = node_text (faces->diagram, face->to);

  return g_strdup_printf ("%s → %s", from, to);
}

static char *
what_to_verify (const CliPairs *pairs)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = pairs->pairs->len, named = n <= NAMED_MAX ? n : NAMED_MAX - 1;

  for (guint i = 0; i < named; i++)
    {
      g_autofree char *equation
          = cli_author_equation (pairs->faces, g_ptr_array_index (pairs->pairs, i));

      g_string_append (text, i == 0 ? "" : i + 1 == n ? _ (" and ") : _ (", "));
      g_string_append (text, equation);
    }
  if (named < n)
    g_string_append_printf (text, _ (" and %u more"), n - named);
  return g_strdup_printf (
      P_ ("This does not follow from composition alone: %s has to be verified.",
          "This does not follow from composition alone: %s have to be verified.", n),
      text->str);
}

static char *
why_it_follows (const ChaseResult *result)
{
  guint n = result->evidence != NULL && result->evidence->kind == CHASE_EVIDENCE_LAWS
                ? result->evidence->laws.n_laws
                : 0;

  if (n == 0)
    return g_strdup (_ ("No two of its paths have the same ends: there is nothing to verify."));
  return g_strdup_printf (P_ ("It commutes by composition alone: %u pair of paths compared.",
                              "It commutes by composition alone: %u pairs of paths compared.", n),
                          n);
}

void
cli_author_reasons (const GPtrArray *results, const GPtrArray *pairs)
{
  for (guint i = 0; i < results->len; i++)
    {
      ChaseResult *result = g_ptr_array_index (results, i);
      const CliPairs *found = g_ptr_array_index (pairs, i);
      char *reason = NULL;

      if (found == NULL)
        continue;
      if (result->verdict == CHASE_VERDICT_HOLDS)
        reason = why_it_follows (result);
      else if (result->verdict == CHASE_VERDICT_FAILS && found->pairs != NULL
               && found->pairs->len > 0)
        reason = what_to_verify (found);
      if (reason == NULL)
        continue;
      g_free (result->reason);
      result->reason = reason;
    }
}
