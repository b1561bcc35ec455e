/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/fingerprint.h"

G_BEGIN_DECLS

/*
 * How counts are added up, exactly and as checksums (evidence/fingerprint.h says of what); the
 * verifier has its own arithmetic.
 */

/** Any @modulus below 2^62; the arguments are below it. */
guint64
chase_modulo_multiply (guint64 a, guint64 b, guint64 modulus);
guint64
chase_modulo_add (guint64 a, guint64 b, guint64 modulus);

/**
 * ChaseTally:
 *
 * A number of solutions, as it is added up: exact below 2^64, else @overflow, and @about as a
 * floating number; and their sum of products of weights modulo a prime.
 */
typedef struct
{
  guint64 count;
  guint64 weight;
  long double about;
  gboolean overflow;
} ChaseTally;

/** One solution, of this weight. */
ChaseTally
chase_tally_one (guint64 weight);

void
chase_tally_add (ChaseTally *sum, ChaseTally term, guint64 modulus);
ChaseTally
chase_tally_multiply (ChaseTally a, ChaseTally b, guint64 modulus);

/**
 * ChaseTallyRun:
 *
 * Some way to tally: with @hashed weights modulo @modulus, or with weights 1, which counts modulo
 * @modulus. FALSE where it cannot.
 */
typedef gboolean (*ChaseTallyRun) (gpointer data, guint64 modulus, gboolean hashed,
                                   ChaseTally *tally);

/**
 * The number itself, in decimal, which the caller frees, and its fingerprint: by one run where it
 * fits in 64 bits; else by one for every 60 of its bits, put together by the Chinese remainder
 * theorem (Garner). NULL where a run fails.
 */
char *
chase_tally_text (ChaseTallyRun run, gpointer data, guint64 *fingerprint);
/** The product of decimal numbers. Caller frees. */
char *
chase_decimal_multiply (const char *a, const char *b);

G_END_DECLS
