/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/language.h"
#include "model/theory-private.h"

G_BEGIN_DECLS

struct _ChaseLanguage
{
  ChaseTheory *theory;           /* NULL: of a drawing that is its own category */
  const ChaseCategory *category; /* likewise */
  ChaseLabels labels;
  GPtrArray *keys;      /* of char: by object */
  GHashTable *numbers;  /* what an object is told by -> its number + 1, where it is not presented */
  GPtrArray *morphisms; /* of ChaseTerm or NULL */
  GHashTable *objects;  /* key of a label -> ChaseTerm */
  GHashTable *forgotten; /* names of generators */
  guint marked;          /* how many morphisms there were at the mark */
  GHashTable *called;    /* object + 1 -> its key at the mark, where that has changed; NULL: no mark */
};

/* language-names.c: learns what the document says of the category. */
void
chase_language_learn_names (ChaseLanguage *language);
/* Lets @label be read as the object @term. */
void
chase_language_learn_object (ChaseLanguage *language, const char *label, const ChaseTerm *term);

G_END_DECLS
