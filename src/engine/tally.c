/* SPDX-License-Identifier: MIT */
#include "engine/tally.h"

#include <math.h>

/* Numbers of more than MAX_PRIMES words of 60 bits are not told. */
#define MAX_PRIMES 400

__extension__ typedef unsigned __int128 Wide;

guint64
chase_modulo_multiply (guint64 a, guint64 b, guint64 modulus)
{
  Wide product = (Wide)a * b;
  guint64 low, high;

  if (modulus != CHASE_FINGERPRINT_PRIME)
    return (guint64)(product % modulus);
  /* 2^61 is 1. */
  low = (guint64)product & CHASE_FINGERPRINT_PRIME;
  high = (guint64)(product >> 61);
  low += high;
  return low >= CHASE_FINGERPRINT_PRIME ? low - CHASE_FINGERPRINT_PRIME : low;
}

guint64
chase_modulo_add (guint64 a, guint64 b, guint64 modulus)
{
  guint64 sum = a + b;

  return sum >= modulus ? sum - modulus : sum;
}

ChaseTally
chase_tally_one (guint64 weight)
{
  return (ChaseTally){ 1, weight, 1, FALSE };
}

void
chase_tally_add (ChaseTally *sum, ChaseTally term, guint64 modulus)
{
  sum->overflow = __builtin_add_overflow (sum->count, term.count, &sum->count) || sum->overflow
                  || term.overflow;
  sum->weight = chase_modulo_add (sum->weight, term.weight, modulus);
  sum->about += term.about;
}

ChaseTally
chase_tally_multiply (ChaseTally a, ChaseTally b, guint64 modulus)
{
  ChaseTally product = { 0 };

  /* Nothing times too much is nothing. */
  if ((a.count == 0 && !a.overflow) || (b.count == 0 && !b.overflow))
    return product;
  product.overflow
      = __builtin_mul_overflow (a.count, b.count, &product.count) || a.overflow || b.overflow;
  product.weight = chase_modulo_multiply (a.weight, b.weight, modulus);
  product.about = a.about * b.about;
  return product;
}

static guint64
power_modulo (guint64 base, guint64 exponent, guint64 modulus)
{
  guint64 result = 1;

  for (; exponent > 0; exponent >>= 1)
    {
      if (exponent & 1)
        result = chase_modulo_multiply (result, base, modulus);
      base = chase_modulo_multiply (base, base, modulus);
    }
  return result;
}

/* By Miller and Rabin, with bases that are enough below 2^64 (Jaeschke; Sorenson and Webster). */
static gboolean
is_prime (guint64 n)
{
  static const guint64 bases[] = { 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37 };
  guint64 odd = n - 1;
  guint twos = 0;

  for (; odd % 2 == 0; odd /= 2)
    twos++;
  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      guint64 x = power_modulo (bases[i], odd, n);
      gboolean passes = x == 1 || x == n - 1;

      for (guint k = 1; k < twos && !passes; k++)
        {
          x = chase_modulo_multiply (x, x, n);
          passes = x == n - 1;
        }
      if (!passes)
        return FALSE;
    }
  return TRUE;
}

/* Digits in base 10^9, the least first: times @factor, plus @term. */
static void
multiply_add (GArray *digits, guint64 factor, guint64 term)
{
  Wide carry = term;

  for (guint i = 0; i < digits->len; i++)
    {
      guint32 *digit = &g_array_index (digits, guint32, i);

      carry += (Wide)*digit * factor;
      *digit = (guint32)(carry % 1000000000);
      carry /= 1000000000;
    }
  for (; carry > 0; carry /= 1000000000)
    {
      guint32 digit = (guint32)(carry % 1000000000);

      g_array_append_val (digits, digit);
    }
}

static char *
digits_text (const GArray *digits)
{
  GString *text = g_string_new (NULL);

  for (guint i = digits->len; i > 0; i--)
    g_string_append_printf (text, i == digits->len ? "%u" : "%09u",
                            g_array_index (digits, guint32, i - 1));
  if (digits->len == 0)
    g_string_append_c (text, '0');
  return g_string_free (text, FALSE);
}

/* Mixed-radix digits from residues, then Horner (Knuth, The Art of Computer Programming, 4.3.2). */
static char *
from_residues (const guint64 *residues, const guint64 *primes, guint n)
{
  g_autoptr (GArray) digits = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint64 *mixed = g_new (guint64, n);

  for (guint i = 0; i < n; i++)
    {
      guint64 p = primes[i];
      guint64 value = residues[i] % p;

      for (guint k = 0; k < i; k++)
        {
          guint64 less = chase_modulo_add (value, p - mixed[k] % p, p);

          value = chase_modulo_multiply (less, power_modulo (primes[k] % p, p - 2, p), p);
        }
      mixed[i] = value;
    }
  for (guint i = n; i > 0; i--)
    multiply_add (digits, i == n ? 0 : primes[i - 1], mixed[i - 1]);
  return digits_text (digits);
}

char *
chase_tally_text (ChaseTallyRun run, gpointer data, guint64 *fingerprint)
{
  guint64 primes[MAX_PRIMES], residues[MAX_PRIMES];
  guint64 candidate = (G_GUINT64_CONSTANT (1) << 61) - 3;
  ChaseTally tally;
  guint n = 0;

  if (!run (data, CHASE_FINGERPRINT_PRIME, TRUE, &tally))
    return NULL;
  *fingerprint = tally.weight;
  if (!tally.overflow)
    return g_strdup_printf ("%" G_GUINT64_FORMAT, tally.count);
  /* Each prime is more than 2^60; one more than what rounding could need. */
  for (long double left = tally.about * 4; left >= 1; left = ldexpl (left, -60), candidate -= 2)
    {
      if (n == MAX_PRIMES)
        return NULL;
      while (!is_prime (candidate))
        candidate -= 2;
      primes[n] = candidate;
      if (!run (data, candidate, FALSE, &tally))
        return NULL;
      residues[n++] = tally.weight;
    }
  return from_residues (residues, primes, n);
}

static GArray *
read_decimal (const char *text)
{
  GArray *digits = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (; *text != '\0'; text++)
    multiply_add (digits, 10, (guint64)g_ascii_digit_value (*text));
  return digits;
}

/* Digit by digit of @b, most significant first. */
char *
chase_decimal_multiply (const char *a, const char *b)
{
  g_autoptr (GArray) one = read_decimal (a);
  g_autoptr (GArray) two = read_decimal (b);
  g_autoptr (GArray) product = g_array_new (FALSE, TRUE, sizeof (guint32));

  g_array_set_size (product, one->len + two->len);
  for (guint i = 0; i < one->len; i++)
    {
      guint64 carry = 0;

      for (guint k = 0; k < two->len || carry > 0; k++)
        {
          guint32 *digit = &g_array_index (product, guint32, i + k);

          carry += *digit;
          if (k < two->len)
            carry += (guint64)g_array_index (one, guint32, i) * g_array_index (two, guint32, k);
          *digit = (guint32)(carry % 1000000000);
          carry /= 1000000000;
        }
    }
  while (product->len > 0 && g_array_index (product, guint32, product->len - 1) == 0)
    g_array_set_size (product, product->len - 1);
  return digits_text (product);
}
