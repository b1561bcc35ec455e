/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/source.h"
#include "engine/check.h"
#include "model/diagram.h"

G_BEGIN_DECLS

/** A diagram of @source whose faces are told. */
typedef struct
{
  ChaseDiagram *diagram;
  ChaseShape *shape;
  guint32 *part_of; /* cell -> node or edge of the shape */
  gboolean paper;   /* another program wrote it: an author knows its labels, and none of our names */
} CliFaces;

/** Opens the diagram @item of @source, computed within @budget where it is a computed one; NULL
 * where it has no faces. Caller frees. */
CliFaces *
cli_faces_open (const CliSource *source, ChaseItem *item, const ChaseBudget *budget);
void
cli_faces_free (CliFaces *faces);
/** Appends @face as an object with its evidence. */
void
cli_faces_append_json (GString *json, const CliFaces *faces, const ChaseCheckedFace *face);
/** Appends @face as a line for people, indented by @indent; with @explain its evidence in words
 * follows. */
void
cli_faces_append_text (GString *text, gboolean colour, gboolean explain, guint indent,
                       const CliFaces *faces, const ChaseCheckedFace *face);

/** The pairs of paths that keep a diagram from commuting, independent of each other. */
typedef struct
{
  CliFaces *faces;  /* or NULL */
  GPtrArray *pairs; /* of ChaseCheckedFace that do not hold; NULL where they were not found */
} CliPairs;

void
cli_pairs_free (CliPairs *pairs);
/**
 * For each of @results (of ChaseResult on @source) the pairs that keep its diagram from commuting,
 * on all the threads that --jobs allows: an array of CliPairs, NULL where a result is not about
 * that. Caller owns it.
 */
GPtrArray *
cli_pairs_find (Cli *cli, const CliSource *source, const GPtrArray *results, guint n_threads);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliFaces, cli_faces_free)

G_END_DECLS
