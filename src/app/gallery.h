/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/** A document of the gallery. */
typedef struct
{
  char *name;  /* "29-yoneda" */
  char *title; /* in the language of the user */
  char *words; /* all that it is found by, in lower case: titles and sentences in both languages */
  GBytes *source; /* the document as text */
} ChaseLesson;

typedef struct
{
  char *title;
  char *note;         /* a sentence about it, or NULL */
  GPtrArray *lessons; /* of ChaseLesson */
} ChaseChapter;

/** The gallery in reading order, of ChaseChapter; titles in the language of the locale. Caller
 * unrefs. */
GPtrArray *
chase_gallery_load (void);
/** The document itself. Caller owns it. */
ChaseDocument *
chase_lesson_read (const ChaseLesson *lesson);
/** TRUE when all words of @query are in its title or its sentences, in either language. */
gboolean
chase_lesson_matches (const ChaseLesson *lesson, const char *query);
/** The lesson called @name in @chapters, or NULL. */
const ChaseLesson *
chase_gallery_find (GPtrArray *chapters, const char *name);

G_END_DECLS
