/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What a count is told by where it is too long for a list: variables have values, a solution is a
 * monomial in the unknowns (variable, value), and the checksum is the value of the sum of all
 * solutions' monomials at fixed pseudo-random numbers modulo the prime 2^61 - 1. Two different sets
 * of solutions have different polynomials, and agree at a random point with a probability below
 * n / 2^61 (Schwartz and Zippel); unlike a sum of hashes it can be had without listing.
 */

/** How many things a count lists one by one. */
#define CHASE_LISTED 10000

#define CHASE_FINGERPRINT_PRIME ((G_GUINT64_CONSTANT (1) << 61) - 1)

/** The number that stands for “@variable has @value”. */
guint64
chase_fingerprint_weight (guint32 variable, guint32 value);
/** Any @modulus below 2^62; the arguments are below it. */
guint64
chase_multiply_modulo (guint64 a, guint64 b, guint64 modulus);
guint64
chase_add_modulo (guint64 a, guint64 b, guint64 modulus);

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
