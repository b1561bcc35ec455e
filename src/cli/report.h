/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/cli.h"
#include "engine/check.h"

G_BEGIN_DECLS

typedef struct
{
  guint holds;
  guint fails;
  guint undecided;
} CliSummary;

/** Adds the verdicts of @results (of ChaseResult) to @summary. */
void
cli_summary_add (CliSummary *summary, const GPtrArray *results);
/** FAILS where anything fails, else UNDECIDED where anything is, else DONE. */
CliStatus
cli_summary_status (const CliSummary *summary);
/** Appends "3 hold, 1 fails" with a newline. */
void
cli_summary_append (GString *text, gboolean colour, const CliSummary *summary);

/**
 * What is told beside the results where it is asked for; each may be NULL.
 * @pairs: CliPairs, one for each result
 * @consequences: ChaseResult, what follows from declared properties
 */
typedef struct
{
  GPtrArray *pairs;
  GPtrArray *consequences;
  gboolean paper; /* the results are about diagrams of which nobody claimed anything */
} CliExtras;

void
cli_extras_clear (CliExtras *extras);

/** Appends the report of @results and @extras on the file @name: one JSON object in a line. */
void
cli_report_append_json (GString *json, const char *name, const GPtrArray *results,
                        const CliExtras *extras);
/** Appends the same for people: a line a result, with @explain followed by its evidence in words. */
void
cli_report_append_text (GString *text, gboolean colour, gboolean explain, const GPtrArray *results,
                        const CliExtras *extras);
/** The sign of a verdict: "✓", "✗", "?", in its colour. */
void
cli_report_append_sign (GString *text, gboolean colour, ChaseVerdict verdict);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliExtras, cli_extras_clear)

G_END_DECLS
