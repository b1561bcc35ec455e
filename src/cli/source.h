/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/arguments.h"
#include "interchange/interchange.h"
#include "model/theory.h"
#include "i18n.h"

G_BEGIN_DECLS

/* How what other programs wrote is read: a row of an option table. */
#define CLI_OPTION_READING                                                                         \
  {                                                                                                \
    "drawing-only", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0,                                           \
        N_ ("labels and looks of what is read mean nothing")                                       \
  }

/* What is read, whatever its ending: a row of an option table, for cli_source_format (). */
#define CLI_OPTION_FROM                                                                            \
  {                                                                                                \
    "from", 'f', NULL, CLI_VALUE_TEXT, "FORMAT", 0, 0,                                             \
        N_ ("what the input is, whatever its ending")                                              \
  }

typedef enum
{
  CLI_SOURCE_PARSED, /* the grammar alone is asked for */
  CLI_SOURCE_VALID,  /* names, types and values too */
} CliSourceCare;

/**
 * CliSource:
 *
 * An input file: its bytes, its format and the document in it. @text is the .chase text or the
 * foreign text that @document was read from (for a picture, the source inside it), of @length
 * bytes.
 */
typedef struct
{
  char *name;  /* as it was given */
  char *title; /* as messages call it */
  char *text;
  gsize length;
  ChaseFormat format;
  gboolean embedded; /* @text is the .chase text from inside a picture */
  ChaseDocument *document;
  ChaseTheory *theory; /* what it means, of a VALID one */
} CliSource;

/**
 * Reads the input @name in @format (UNKNOWN: by its ending; for "-", ".txt" and endings that say
 * nothing by its content). Every problem goes to @messages (the caller writes them out), warnings
 * only where @cli is not quiet. Returns NULL when there was an error; what other programs wrote
 * is returned as long as one of its diagrams could be read. Any thread. Caller frees.
 */
CliSource *
cli_source_read (Cli *cli, const char *name, ChaseFormat format, CliSourceCare care,
                 GString *messages);
/** The same, with the messages written to standard error: what a command with one file calls. */
CliSource *
cli_source_open (Cli *cli, const char *name, CliSourceCare care);
void
cli_source_free (CliSource *source);
/**
 * Where @source was written by another program, which has no checks: claims of each of its diagrams
 * that it commutes.
 */
void
cli_source_claim_diagrams (CliSource *source);
/** TRUE where another program wrote it: what it draws claims nothing by itself. */
gboolean
cli_source_is_foreign (const CliSource *source);
/** Returns the name that the input suggests for its diagrams and outputs: "paper" of "a/paper.tex".
 */
char *
cli_source_stem (const char *name);

/** Appends "chase: error: ..." to @messages as cli_error () writes it. */
void
cli_append_error (Cli *cli, GString *messages, const char *message);

/** What --from says: UNKNOWN where it is not given. FALSE after saying that there is no such format. */
gboolean
cli_source_format (Cli *cli, ChaseFormat *format);
/** Finds the format called @word ("chase", "tex", "json", ...: an ending without its dot). UNKNOWN:
 * none. */
ChaseFormat
cli_format_from_word (const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliSource, cli_source_free)

G_END_DECLS
