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

/* The verifier's own arithmetic; the arguments are below @modulus, which is below 2^62. */
guint64
chase_product_modulo (guint64 a, guint64 b, guint64 modulus);
guint64
chase_sum_modulo (guint64 a, guint64 b, guint64 modulus);

/* Modulo how many numbers one run counts. */
#define CHASE_RECOUNT_MODULI 4

/**
 * ChaseRecounted:
 *
 * Solutions that are counted: @count of them unless that is @too_many for 64 bits, @about so many
 * in any case, and the sums of their products of weights modulo some numbers.
 */
typedef struct
{
  guint64 count;
  guint64 weights[CHASE_RECOUNT_MODULI];
  long double about;
  gboolean too_many;
} ChaseRecounted;

/** One solution, of this weight. */
ChaseRecounted
chase_recounted_one (guint64 weight);
/** Of either sort; of pairs of both. */
ChaseRecounted
chase_recounted_sum (const ChaseRecounted *a, const ChaseRecounted *b, const guint64 *moduli);
ChaseRecounted
chase_recounted_pairs (const ChaseRecounted *a, const ChaseRecounted *b, const guint64 *moduli);

/**
 * ChaseRecountRun:
 *
 * Counts modulo each of @moduli: with @hashed their weights, else with weights 1. FALSE where it
 * cannot.
 */
typedef gboolean (*ChaseRecountRun) (gpointer data, const guint64 *moduli, gboolean hashed,
                                     ChaseRecounted *found);

/**
 * The number itself, in decimal, which the caller frees, and its fingerprint. Where it is too large
 * for 64 bits it is put together from what it is modulo numbers without common factors (the Chinese
 * remainder theorem, one modulus after the other). NULL where a run fails or it is too large.
 */
char *
chase_recounted_text (ChaseRecountRun run, gpointer data, guint64 *fingerprint);
/** The product of decimal numbers, digit by digit. Caller frees. */
char *
chase_decimal_product (const char *a, const char *b);

G_END_DECLS
