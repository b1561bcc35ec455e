/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The exit statuses that scripts rely on. */
typedef enum
{
  CLI_DONE = 0,      /* every check holds, or the work was done */
  CLI_FAILS = 1,     /* a check does not hold */
  CLI_WRONG = 2,     /* the input or the call is wrong, and nothing was written */
  CLI_UNDECIDED = 3, /* nothing failed, but something stayed undecided */
} CliStatus;

typedef enum
{
  CLI_VALUE_NONE,   /* a flag */
  CLI_VALUE_TEXT,   /* UTF-8 */
  CLI_VALUE_FILE,   /* any bytes */
  CLI_VALUE_REAL,   /* between least and most, a point as decimal sign in every locale */
  CLI_VALUE_WHOLE,  /* the same for whole numbers */
  CLI_VALUE_CHOICE, /* one of the words of `value`, which bars separate */
  CLI_VALUE_COLOUR, /* one of those words, or #rgb or #rrggbb */
} CliValueKind;

/**
 * CliOption:
 *
 * One row of an option table. @letter is its short form or 0, @alias another long name or NULL,
 * @value what the help calls its value. A table ends with a row without a name.
 */
typedef struct
{
  const char *name;
  char letter;
  const char *alias;
  CliValueKind kind;
  const char *value;
  double least;
  double most;
  const char *help;
} CliOption;

typedef struct _Cli Cli;

/**
 * CliCommand:
 *
 * One row of the command table. @operands is what stands behind the name in the usage line,
 * @least and @most how many there may be (@most 0: no end). @about is the body of its help, whole
 * lines. The first @files operands are file names (any bytes), those behind them UTF-8 text; the
 * first @inputs of them are read, and only one of those may be standard input.
 */
typedef struct
{
  const char *name;
  const char *operands;
  guint least;
  guint most;
  guint files;
  guint inputs;
  const char *summary;
  const char *about;
  const CliOption *options;
  CliStatus (*run) (Cli *cli);
} CliCommand;

/**
 * Cli:
 *
 * One call of the program: its command, its operands and options, and where its words go.
 */
struct _Cli
{
  const CliCommand *command;
  GPtrArray *operands; /* of char *: as they were given, in order */
  GHashTable *values;  /* long option name -> value (borrowed from argv; "" for a flag) */
  gboolean quiet;
  gboolean json;
  gboolean colour_out; /* standard output takes colours */
  gboolean colour_err;
  gboolean terminal_err; /* standard error is a terminal: progress is shown */
  gboolean output_failed;
  GMutex lock; /* of standard error, between worker threads */
  gboolean progress_shown;
  gpointer talker;         /* the CliQuestion whose progress is shown */
  const struct _CliDrawRoom *draw_room; /* once loaded */
};

/** The commands in the order of the help, then NULL. */
extern const CliCommand *const cli_commands[];
/** The options that all commands take. */
extern const CliOption cli_common_options[];

/** The operand at @index, or NULL where fewer were given. Borrowed. */
const char *
cli_operand (const Cli *cli, guint index);
/** TRUE when the flag --@name was given. */
gboolean
cli_flag (const Cli *cli, const char *name);
/** The value given for --@name, or NULL. Borrowed. */
const char *
cli_text (const Cli *cli, const char *name);
/** Makes @value (borrowed; NULL: nothing) what was given for --@name. */
void
cli_set_text (Cli *cli, const char *name, const char *value);
/** The number given for --@name, or @otherwise. */
double
cli_real (const Cli *cli, const char *name, double otherwise);
guint
cli_whole (const Cli *cli, const char *name, guint otherwise);
/** How many threads --jobs allows. */
guint
cli_jobs (const Cli *cli);

G_END_DECLS
