/* SPDX-License-Identifier: MIT */
#pragma once

/* Questions of every sort that nothing decides: what they take is what they are allowed. */

#define HIGMAN                                                                                     \
  "category H { object S ; a, b, c, d : S -> S ; iso a, b, c, d\n"                                 \
  "b . a = a . a . b ; c . b = b . b . c ; d . c = c . c . d ; a . d = d . d . a }\n"

/* The command, and the document that it is asked of. */
static const struct
{
  const char *command, *text;
} slow_questions[] = {
  { "check", HIGMAN "check a = id(S) in H\n" },
  { "check", HIGMAN "check |Mor(H)| = 5\n" },
  { "check", HIGMAN "check H is finite\n" },
  { "check", HIGMAN "check a . b is idempotent in H\n" },
  { "check",
    HIGMAN "diagram D in H { p : S at 0, 0 ; q : S at 1, 0 ; e : p -> q = a ; f : q -> p = b }\n"
           "check D commutes\n" },
  { "homs", HIGMAN },
};
