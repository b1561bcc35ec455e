/* SPDX-License-Identifier: MIT */
#include "cli/marks.h"

#include "cli/question.h"
#include "cli/terminal.h"
#include "engine/check.h"
#include "i18n.h"

static ChaseMarkKind
mark_kind (ChaseVerdict verdict)
{
  if (verdict == CHASE_VERDICT_HOLDS)
    return CHASE_MARK_HOLDS;
  return verdict == CHASE_VERDICT_FAILS ? CHASE_MARK_FAILS : CHASE_MARK_UNDECIDED;
}

static void
add_mark (GArray *marks, const ChaseCheckedFace *face)
{
  ChaseFaceMark mark = {
    .kind = mark_kind (face->verdict),
    .left = (const guint32 *)(gpointer)face->left->data,
    .n_left = face->left->len,
    .right = (const guint32 *)(gpointer)face->right->data,
    .n_right = face->right->len,
  };

  g_array_append_val (marks, mark);
}

CliMarks *
cli_marks_find (Cli *cli, const CliSource *source, const ChaseDiagram *diagram)
{
  CliMarks *marks = g_new0 (CliMarks, 1);
  g_auto (CliQuestion) question = { 0 };
  g_autofree char *reason = NULL;

  marks->marks = g_array_new (FALSE, FALSE, sizeof (ChaseFaceMark));
  cli_question_init (&question, cli);
  cli_question_start (&question,
                      diagram->item->name != NULL ? diagram->item->name : _ ("the diagram"));
  marks->faces
      = chase_check_faces (source->theory, diagram->item, FALSE, &question.budget, NULL, &reason);
  /* Many a computed picture has no faces to ask about. */
  if (marks->faces == NULL && diagram->item->view == CHASE_VIEW_NONE)
    cli_note (cli, "%s: no verdicts: %s", source->title, reason);
  for (guint i = 0; marks->faces != NULL && i < marks->faces->len; i++)
    add_mark (marks->marks, g_ptr_array_index (marks->faces, i));
  return marks;
}

void
cli_marks_free (gpointer data)
{
  CliMarks *marks = data;

  g_array_unref (marks->marks);
  g_clear_pointer (&marks->faces, g_ptr_array_unref);
  g_free (marks);
}
