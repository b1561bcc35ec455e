/* SPDX-License-Identifier: MIT */
#include "cli/tales.h"

#include "cli/question.h"
#include "engine/tale.h"
#include "i18n.h"

GPtrArray *
cli_find_tales (Cli *cli, const CliSource *source, const ChaseDiagram *diagram)
{
  g_auto (CliQuestion) question = { 0 };
  g_autoptr (GPtrArray) faces = NULL;

  cli_question_init (&question, cli);
  cli_question_start (&question,
                      diagram->item->name != NULL ? diagram->item->name : _ ("the diagram"));
  if (diagram->item->view == CHASE_VIEW_NONE)
    faces = chase_tale_faces (source->theory, diagram->item, &question.budget, NULL);
  return chase_tales (source->theory, diagram->item, diagram, faces);
}
