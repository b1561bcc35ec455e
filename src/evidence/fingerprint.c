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

/* Numbers a little less than 2^61 are divided by without a division: 2^61 leaves that little. */
#define LITTLE (1 << 20)

guint64
chase_product_modulo (guint64 a, guint64 b, guint64 modulus)
{
  const guint64 power = G_GUINT64_CONSTANT (1) << 61;
  Wide product = (Wide)a * b;

  if (modulus > power || power - modulus > LITTLE)
    return (guint64)(product % modulus);
  while (product >= power)
    product = (product >> 61) * (power - modulus) + ((guint64)product & (power - 1));
  return (guint64)(product >= modulus ? product - modulus : product);
}

guint64
chase_sum_modulo (guint64 a, guint64 b, guint64 modulus)
{
  return (a + b) % modulus;
}

ChaseRecounted
chase_recounted_one (guint64 weight)
{
  ChaseRecounted one = { .count = 1, .about = 1 };

  for (guint i = 0; i < CHASE_RECOUNT_MODULI; i++)
    one.weights[i] = weight;
  return one;
}

ChaseRecounted
chase_recounted_sum (const ChaseRecounted *a, const ChaseRecounted *b, const guint64 *moduli)
{
  ChaseRecounted sum = { .count = a->count + b->count, .about = a->about + b->about };

  sum.too_many = a->too_many || b->too_many || a->count > G_MAXUINT64 - b->count;
  for (guint i = 0; i < CHASE_RECOUNT_MODULI; i++)
    sum.weights[i] = chase_sum_modulo (a->weights[i], b->weights[i], moduli[i]);
  return sum;
}

static gboolean
is_none (const ChaseRecounted *a)
{
  return a->count == 0 && !a->too_many;
}

ChaseRecounted
chase_recounted_pairs (const ChaseRecounted *a, const ChaseRecounted *b, const guint64 *moduli)
{
  ChaseRecounted pairs = { 0 };

  if (is_none (a) || is_none (b))
    return pairs;
  pairs.count = a->count * b->count;
  pairs.about = a->about * b->about;
  pairs.too_many = a->too_many || b->too_many || (Wide)a->count * b->count > G_MAXUINT64;
  for (guint i = 0; i < CHASE_RECOUNT_MODULI; i++)
    pairs.weights[i] = chase_product_modulo (a->weights[i], b->weights[i], moduli[i]);
  return pairs;
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

/* Numbers below *@next, each without a common factor with @range, and with those before it. */
static void
choose_moduli (const GArray *range, guint64 *next, guint64 *moduli)
{
  for (guint i = 0; i < CHASE_RECOUNT_MODULI; i++)
    {
      gboolean good = FALSE;
      guint64 inverse;

      for (; !good; *next -= 2)
        {
          good = euclid (remainder_by (range, *next), *next, &inverse) == 1;
          for (guint k = 0; k < i; k++)
            good = good && euclid (moduli[k], *next, &inverse) == 1;
          moduli[i] = *next;
        }
    }
}

/* @bits: the number has fewer. */
static char *
put_together (ChaseRecountRun run, gpointer data, long double bits)
{
  g_autoptr (GArray) number = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) range = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint64 moduli[CHASE_RECOUNT_MODULI], next = (G_GUINT64_CONSTANT (1) << 61) - 1;
  guint32 one = 1;

  if (bits > 60.0L * MAX_MODULI)
    return NULL;
  g_array_append_val (range, one);
  while (bits > 0)
    {
      ChaseRecounted found;

      choose_moduli (range, &next, moduli);
      if (!run (data, moduli, FALSE, &found))
        return NULL;
      for (guint i = 0; i < CHASE_RECOUNT_MODULI && bits > 0; i++, bits -= 60)
        {
          guint64 inverse;

          euclid (remainder_by (range, moduli[i]), moduli[i], &inverse);
          refine (number, range, moduli[i], found.weights[i], inverse);
        }
    }
  return decimal (number);
}

char *
chase_recounted_text (ChaseRecountRun run, gpointer data, guint64 *fingerprint)
{
  guint64 moduli[CHASE_RECOUNT_MODULI];
  ChaseRecounted found;

  for (guint i = 0; i < CHASE_RECOUNT_MODULI; i++)
    moduli[i] = CHASE_FINGERPRINT_PRIME;
  if (!run (data, moduli, TRUE, &found))
    return NULL;
  *fingerprint = found.weights[0];
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
