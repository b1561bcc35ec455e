/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/cli.h"
#include "engine/engine.h"
#include "i18n.h"

G_BEGIN_DECLS

/* The options that every command which asks questions takes: rows of an option table. */
#define CLI_OPTION_TIMEOUT                                                                         \
  {                                                                                                \
    "timeout", 't', NULL, CLI_VALUE_REAL, "SECONDS", 0.001, 1e6,                                   \
        N_ ("time for one question; else 10")                                                      \
  }
#define CLI_OPTION_MEMORY                                                                          \
  {                                                                                                \
    "memory", 'm', NULL, CLI_VALUE_REAL, "MIB", 1, 1e6, N_ ("memory for one question; else 1024")  \
  }

/* How far to search, so that the same call gives the same answer on any machine. */
#define CLI_OPTION_RULES                                                                           \
  {                                                                                                \
    "rules", 0, NULL, CLI_VALUE_WHOLE, "N", 1, 1e9,                                                \
        N_ ("rewriting rules for one question, at most")                                           \
  }
#define CLI_OPTION_ROWS                                                                            \
  {                                                                                                \
    "rows", 0, NULL, CLI_VALUE_WHOLE, "N", 1, 1e9,                                                 \
        N_ ("coset table rows for one question, at most")                                          \
  }

#define CLI_OPTION_ALL_PAIRS                                                                       \
  {                                                                                                \
    "all-pairs", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0,                                              \
        N_ ("of a diagram, list all independent pairs of paths that differ or are undecided")      \
  }

/**
 * CliQuestion:
 *
 * The budget of a question and what is shown while it is worked on: nothing for half a second, then
 * a line on a terminal. One for each thread that asks.
 */
typedef struct
{
  ChaseBudget budget;
  Cli *cli;
  char *what;
  gint64 start;
} CliQuestion;

/** Fills @question from --timeout and --memory. */
void
cli_question_init (CliQuestion *question, Cli *cli);
/** The clock starts anew, for the question that a person calls @what. */
void
cli_question_start (CliQuestion *question, const char *what);
void
cli_question_clear (CliQuestion *question);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliQuestion, cli_question_clear)

G_END_DECLS
