/* SPDX-License-Identifier: MIT */
#include "evidence/fingerprint.h"

#include <math.h>
#include <string.h>

/* Numbers of more than MAX_MODULI words of 60 bits are not told. */
#define MAX_MODULI 400

__extension__ typedef unsigned __int128 Wide;
__extension__ typedef __int128 Signed;

/* The finaliser of SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number
 * generators). */
guint64
chase_fingerprint_weight (guint32 variable, guint32 value)
{
  guint64 z = (((guint64)variable << 32) | value) + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (z ^ (z >> 31)) % CHASE_FINGERPRINT_PRIME;
}

guint64
chase_product_modulo (guint64 a, guint64 b, guint64 modulus)
{
  return (guint64)((Wide)a * b % modulus);
}

guint64
chase_sum_modulo (guint64 a, guint64 b, guint64 modulus)
{
  return (a + b) % modulus;
}

ChaseRecounted
chase_recounted_one (guint64 weight)
{
  return (ChaseRecounted){ .count = 1, .weight = weight, .about = 1 };
}

ChaseRecounted
chase_recounted_sum (ChaseRecounted a, ChaseRecounted b, guint64 modulus)
{
  return (ChaseRecounted){
    .count = a.count + b.count,
    .weight = chase_sum_modulo (a.weight, b.weight, modulus),
    .about = a.about + b.about,
    .too_many = a.too_many || b.too_many || a.count > G_MAXUINT64 - b.count,
  };
}

static gboolean
is_none (ChaseRecounted a)
{
  return a.count == 0 && !a.too_many;
}

ChaseRecounted
chase_recounted_pairs (ChaseRecounted a, ChaseRecounted b, guint64 modulus)
{
  if (is_none (a) || is_none (b))
    return (ChaseRecounted){ 0 };
  return (ChaseRecounted){
    .count = a.count * b.count,
    .weight = chase_product_modulo (a.weight, b.weight, modulus),
    .about = a.about * b.about,
    .too_many = a.too_many || b.too_many || (Wide)a.count * b.count > G_MAXUINT64,
  };
}

/* Natural numbers as words of 32 bits, the least first. */

/* @a += @factor times @b */
static void
add_multiple (GArray *a, guint64 factor, const GArray *b)
{
  Wide carry = 0;

  for (guint i = 0; i < b->len || carry > 0; i++)
    {
      guint32 zero = 0, *word;

      if (i == a->len)
        g_array_append_val (a, zero);
      word = &g_array_index (a, guint32, i);
      carry += *word;
      if (i < b->len)
        carry += (Wide)factor * g_array_index (b, guint32, i);
      *word = (guint32)carry;
      carry >>= 32;
    }
}

static guint64
remainder_by (const GArray *a, guint64 modulus)
{
  Wide rest = 0;

  for (guint i = a->len; i > 0; i--)
    rest = ((rest << 32) + g_array_index (a, guint32, i - 1)) % modulus;
  return (guint64)rest;
}

/* Divides @a by ten and returns what is left. */
static guint
take_digit (GArray *a)
{
  guint64 rest = 0;

  for (guint i = a->len; i > 0; i--)
    {
      guint32 *word = &g_array_index (a, guint32, i - 1);

      rest = (rest << 32) + *word;
      *word = (guint32)(rest / 10);
      rest %= 10;
    }
  while (a->len > 0 && g_array_index (a, guint32, a->len - 1) == 0)
    g_array_set_size (a, a->len - 1);
  return (guint)rest;
}

static char *
decimal (GArray *a)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  while (a->len > 0)
    g_string_append_c (digits, (char)('0' + take_digit (a)));
  while (digits->len > 0 && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  return digits->len > 0 ? g_strreverse (g_strdup (digits->str)) : g_strdup ("0");
}

/* Euclid's algorithm: the greatest common divisor of a and @modulus, and in *@inverse what a must
 * be multiplied by to leave it. */
static guint64
euclid (guint64 a, guint64 modulus, guint64 *inverse)
{
  guint64 rest[2] = { modulus, a % modulus };
  Signed factor[2] = { 0, 1 };

  while (rest[1] != 0)
    {
      guint64 times = rest[0] / rest[1], next = rest[0] % rest[1];
      Signed more = factor[0] - (Signed)times * factor[1];

      rest[0] = rest[1];
      rest[1] = next;
      factor[0] = factor[1];
      factor[1] = more;
    }
  *inverse = (guint64)(factor[0] < 0 ? factor[0] + modulus : factor[0]);
  return rest[0];
}

/* @number, known up to multiples of @range, becomes known up to multiples of @range times @modulus:
 * it leaves @rest by that. */
static void
refine (GArray *number, GArray *range, guint64 modulus, guint64 rest, guint64 inverse)
{
  guint64 missing
      = chase_sum_modulo (rest % modulus, modulus - remainder_by (number, modulus), modulus);
  g_autoptr (GArray) wider = g_array_new (FALSE, FALSE, sizeof (guint32));

  add_multiple (number, chase_product_modulo (missing, inverse, modulus), range);
  add_multiple (wider, modulus, range);
  g_array_set_size (range, 0);
  g_array_append_vals (range, wider->data, wider->len);
}

/* @bits: the number has fewer. */
static char *
put_together (ChaseRecountRun run, gpointer data, long double bits)
{
  g_autoptr (GArray) number = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) range = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint64 modulus = (G_GUINT64_CONSTANT (1) << 61) - 1;
  guint32 one = 1;

  g_array_append_val (range, one);
  for (guint n = 0; bits > 0; bits -= 60, n++)
    {
      ChaseRecounted found;
      guint64 inverse;

      while (euclid (remainder_by (range, modulus), modulus, &inverse) != 1)
        modulus -= 2;
      if (n == MAX_MODULI || !run (data, modulus, FALSE, &found))
        return NULL;
      refine (number, range, modulus, found.weight, inverse);
      modulus -= 2;
    }
  return decimal (number);
}

char *
chase_recounted_text (ChaseRecountRun run, gpointer data, guint64 *fingerprint)
{
  ChaseRecounted found;

  if (!run (data, CHASE_FINGERPRINT_PRIME, TRUE, &found))
    return NULL;
  *fingerprint = found.weight;
  if (!found.too_many)
    return g_strdup_printf ("%" G_GUINT64_FORMAT, found.count);
  return isfinite (found.about) ? put_together (run, data, log2l (found.about) + 2) : NULL;
}

char *
chase_decimal_product (const char *a, const char *b)
{
  gsize n = strlen (a), m = strlen (b);
  g_autofree guint64 *column = g_new0 (guint64, n + m + 1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    for (gsize k = 0; k < m; k++)
      column[n - 1 - i + m - 1 - k]
          += (guint64)g_ascii_digit_value (a[i]) * (guint64)g_ascii_digit_value (b[k]);
  for (gsize i = 0; i < n + m; i++)
    {
      column[i + 1] += column[i] / 10;
      g_string_append_c (text, (char)('0' + column[i] % 10));
    }
  while (text->len > 1 && text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  return g_strreverse (g_strdup (text->str));
}
