/* SPDX-License-Identifier: MIT */
/* Reads any bytes; what was understood must print to a text that reads without errors, and prints
 * as itself. */
#include "fuzz.h"

#include "notation/notation.h"

#include <stdlib.h>
#include <string.h>

static void
require (gboolean condition)
{
  if (!condition)
    abort ();
}

static void
format_problems (GPtrArray *problems, const char *text, gsize length)
{
  require (problems->len <= CHASE_NOTATION_MAX_PROBLEMS + 1);
  for (guint i = 0; i < MIN (problems->len, 50); i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *shown = chase_problem_format (problem, "fuzz", text, length, i % 2);

      require (problem->line > 0 && problem->column > 0);
      require (g_utf8_validate (shown, -1, NULL));
    }
}

/* TRUE when @text reads without errors, into a document that prints as @text again. */
static gboolean
is_canonical (const char *text, ChaseNotationFlags flags)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), problems);
  g_autofree char *again = chase_notation_print (document, flags);

  return !chase_problems_has_error (problems) && strcmp (text, again) == 0;
}

static void
try_document (const char *text, gsize length)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, length, problems);
  g_autofree char *ascii = chase_notation_print (document, CHASE_NOTATION_ASCII);
  g_autofree char *unicode = chase_notation_print (document, CHASE_NOTATION_UNICODE);
  g_autoptr (ChaseDocument) from_ascii = chase_notation_parse (ascii, strlen (ascii), NULL);
  g_autoptr (ChaseDocument) from_unicode = chase_notation_parse (unicode, strlen (unicode), NULL);

  format_problems (problems, text, length);
  require (is_canonical (ascii, CHASE_NOTATION_ASCII));
  require (is_canonical (unicode, CHASE_NOTATION_UNICODE));
  require (chase_document_equal (document, from_ascii));
  require (chase_document_equal (document, from_unicode));
}

static void
try_fragments (const char *text)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseTerm) term = chase_notation_parse_term (text, problems);
  g_autoptr (ChaseProposition) proposition = NULL;
  g_autoptr (ChaseItem) view = NULL;
  gboolean negated;

  require ((term == NULL) == chase_problems_has_error (problems));
  if (term != NULL)
    {
      g_autofree char *printed = chase_notation_print_term (term, CHASE_NOTATION_ASCII);
      g_autoptr (ChaseTerm) again = chase_notation_parse_term (printed, NULL);

      require (chase_term_equal (term, again));
    }
  proposition = chase_notation_parse_proposition (text, &negated, NULL);
  if (proposition != NULL)
    {
      g_autofree char *printed
          = chase_notation_print_proposition (proposition, negated, CHASE_NOTATION_UNICODE);
      gboolean negated_again;
      g_autoptr (ChaseProposition) again
          = chase_notation_parse_proposition (printed, &negated_again, NULL);

      require (chase_proposition_equal (proposition, again) && negated == negated_again);
    }
  view = chase_notation_parse_view (text, NULL);
}

void
fuzz_one (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);

  fuzz_memory_begin ();
  chase_document_unref (chase_notation_parse ((const char *)data, size, NULL));
  fuzz_memory_end (size);
  try_document ((const char *)data, size);
  try_fragments (text);
}
