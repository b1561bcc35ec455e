/* SPDX-License-Identifier: MIT */
#include "app/deck.h"

#include "app/placing.h"
#include "model/item-heading.h"
#include "typeset/typeset.h"

#include <glib/gi18n.h>

#define SECONDS_A_QUESTION 5.0
/* The room for what is told is that for so many tales: those of one drawing are alike. */
#define MOST_LOOKED_AT 5

struct _ChaseDeck
{
  GObject parent;
  ChaseDocument *document;
  ChaseTheory *theory;
  ChaseFonts *fonts;
  ChaseMacros *macros;
  GPtrArray *slides; /* of ChaseSlide */
  GCancellable *work;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChaseDeck, chase_deck, G_TYPE_OBJECT)

/* A slide that a worker is busy with. */
typedef struct
{
  ChaseDeck *deck;
  guint index;
} Errand;

static Errand *
errand_new (ChaseDeck *deck, guint index)
{
  Errand *errand = g_new (Errand, 1);

  *errand = (Errand){ g_object_ref (deck), index };
  return errand;
}

static void
errand_free (gpointer data)
{
  g_object_unref (((Errand *)data)->deck);
  g_free (data);
}

static ChaseSlide *
slide_of (ChaseDeck *deck, guint index)
{
  return g_ptr_array_index (deck->slides, index);
}

static void
slide_free (gpointer data)
{
  ChaseSlide *slide = data;

  chase_item_unref (slide->item);
  g_free (slide->title);
  chase_diagram_unref (slide->diagram);
  chase_diagram_unref (slide->plain);
  g_clear_pointer (&slide->faces, g_ptr_array_unref);
  g_clear_pointer (&slide->tales, g_ptr_array_unref);
  g_clear_pointer (&slide->quizzes, g_array_unref);
  g_free (slide);
}

static gboolean
has_words (const ChaseTale *tale)
{
  return tale->kind == CHASE_TALE_PROOF || tale->kind == CHASE_TALE_ELEMENT;
}

/* What proofs lie on is the drawing; elements run beside it. Drawing each takes some milliseconds,
 * so this waits until somebody looks. */
static void
find_room (ChaseDeck *deck, ChaseSlide *slide)
{
  guint n = 0;

  slide->has_room = FALSE;
  slide->room_known = TRUE;
  for (guint i = 0; i < slide->tales->len; i++)
    {
      const ChaseTale *tale = g_ptr_array_index (slide->tales, i);
      g_autoptr (ChaseMotion) motion = NULL;
      ChaseRect bounds;

      if (!has_words (tale) || (slide->has_room && tale->kind == CHASE_TALE_PROOF)
          || n == MOST_LOOKED_AT)
        continue;
      n++;
      motion = chase_motion_of_tale (tale, deck->theory, slide->item, slide->diagram, deck->fonts,
                                     deck->macros, CHASE_THEME_LIGHT);
      if (motion == NULL)
        continue;
      bounds = chase_motion_get_bounds (motion);
      if (slide->has_room)
        chase_rect_join (&slide->room, &bounds);
      else
        slide->room = bounds;
      slide->has_room = TRUE;
    }
}

/* What is told of a slide, now that more is known of it. */
static void
tell (ChaseDeck *deck, ChaseSlide *slide)
{
  g_clear_pointer (&slide->tales, g_ptr_array_unref);
  slide->tales = chase_tales (deck->theory, slide->item, slide->diagram, slide->faces);
  slide->room_known = FALSE;
}

/* The slide's diagram once more, so that its labels may change. */
static ChaseDiagram *
copy_diagram (const ChaseDiagram *diagram)
{
  g_autofree double *places = g_new (double, 2 * diagram->n_nodes + 1);

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      places[2 * i] = chase_diagram_get_cell (diagram, i)->x;
      places[2 * i + 1] = chase_diagram_get_cell (diagram, i)->y;
    }
  return chase_diagram_with_positions (diagram, places);
}

/* Gives the cell of a question another label. */
static void
set_label (ChaseSlide *slide, guint32 cell, const char *label, const ChaseColour *colour)
{
  ChaseDiagram *copy = copy_diagram (slide->diagram);

  chase_diagram_set_label (copy, cell, label, colour);
  chase_diagram_unref (slide->diagram);
  slide->diagram = copy;
}

/* "F(A) = ?" for an image, "F(A) = X" once @answer is there. */
static char *
label_of (const ChaseSlide *slide, const ChaseQuiz *quiz, const char *answer)
{
  g_autoptr (ChaseTerm) object = NULL;
  g_autoptr (ChaseTerm) functor = NULL;
  g_autoptr (ChaseTerm) image = NULL;
  g_autofree char *label = NULL;

  if (quiz->functor == NULL)
    return g_strdup (answer);
  object = chase_term_new_name (chase_diagram_get_cell (slide->diagram, quiz->cell)->name);
  functor = chase_term_new_name (quiz->functor);
  image = chase_term_new (CHASE_TERM_APPLY, (ChaseTerm *[]){ functor, object }, 2, 0);
  label = chase_term_to_label (image);
  return g_strdup_printf ("%s = %s", label, answer);
}

static void
find_quizzes (ChaseDeck *deck, ChaseSlide *slide)
{
  slide->plain = chase_diagram_ref (slide->diagram);
  slide->quizzes = chase_quiz_find (deck->theory, slide->item, slide->diagram);
  for (guint i = 0; i < slide->quizzes->len; i++)
    {
      const ChaseQuiz *quiz = &g_array_index (slide->quizzes, ChaseQuiz, i);
      g_autofree char *label
          = quiz->kind != CHASE_QUIZ_CLAIM ? label_of (slide, quiz, "\\,?") : NULL;

      if (label != NULL)
        set_label (slide, quiz->cell, label, NULL);
    }
}

void
chase_deck_set_answer (ChaseDeck *deck, guint index, guint number, const char *answer,
                       gboolean right)
{
  static const char *const colours[] = { "#c94f00", "#00845f" };
  ChaseSlide *slide = slide_of (deck, index);
  const ChaseQuiz *quiz = &g_array_index (slide->quizzes, ChaseQuiz, number);
  g_autofree char *label = label_of (slide, quiz, answer);
  ChaseColour colour;

  chase_colour_parse_hex (colours[right ? 1 : 0], &colour);
  set_label (slide, quiz->cell, label, &colour);
  if (right)
    tell (deck, slide); /* by this name from now on */
}

static void
tell_changed (ChaseDeck *deck, guint index)
{
  g_signal_emit (deck, signals[SIGNAL_CHANGED], 0, index);
}

static void
ask_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Errand *errand = data;
  ChaseBudget budget = { .seconds = SECONDS_A_QUESTION };

  g_task_return_pointer (task,
                         chase_tale_faces (errand->deck->theory,
                                           slide_of (errand->deck, errand->index)->item, &budget,
                                           cancellable),
                         (GDestroyNotify)g_ptr_array_unref);
}

static void
asked (GObject *source, GAsyncResult *result, gpointer data)
{
  Errand *errand = g_task_get_task_data (G_TASK (result));
  ChaseSlide *slide = slide_of (errand->deck, errand->index);
  GPtrArray *faces = g_task_propagate_pointer (G_TASK (result), NULL);

  if (faces == NULL)
    return;
  slide->faces = faces;
  slide->done = TRUE;
  tell (errand->deck, slide);
  tell_changed (errand->deck, errand->index);
}

static void
ask_about (ChaseDeck *deck, guint index)
{
  g_autoptr (GTask) task = g_task_new (NULL, deck->work, asked, NULL);

  g_task_set_task_data (task, errand_new (deck, index), errand_free);
  g_task_run_in_thread (task, ask_in_thread);
}

static void
placed (GObject *source, GAsyncResult *result, gpointer data)
{
  Errand *errand = data;
  ChaseSlide *slide = slide_of (errand->deck, errand->index);

  slide->diagram = chase_place_finish (result, NULL);
  slide->done = slide->diagram == NULL || slide->item->view != CHASE_VIEW_NONE;
  if (slide->diagram != NULL)
    {
      slide->last = chase_diagram_last_step (slide->diagram);
      find_quizzes (errand->deck, slide);
      tell (errand->deck, slide);
      if (slide->item->view == CHASE_VIEW_NONE)
        ask_about (errand->deck, errand->index);
    }
  tell_changed (errand->deck, errand->index);
  errand_free (errand);
}

static void
add_slide (ChaseDeck *deck, ChaseItem *item)
{
  ChaseSlide *slide = g_new0 (ChaseSlide, 1);
  g_autoptr (ChaseDiagram) plain = NULL;

  slide->item = chase_item_ref (item);
  slide->title = g_strdup (item->label != NULL ? item->label : item->name);
  if (slide->title == NULL)
    slide->title = g_strdup ("");
  slide->headless = chase_item_heading (item) == NULL;
  g_ptr_array_add (deck->slides, slide);
  if (item->view != CHASE_VIEW_NONE)
    return;
  /* What has its places need not wait for a worker. */
  plain = chase_diagram_new (deck->document, item, NULL);
  if (!chase_diagram_is_placed (plain))
    return;
  slide->diagram = g_steal_pointer (&plain);
  slide->last = chase_diagram_last_step (slide->diagram);
  find_quizzes (deck, slide);
  tell (deck, slide);
}

static void
start_work (ChaseDeck *deck)
{
  for (guint i = 0; i < deck->slides->len; i++)
    {
      ChaseSlide *slide = slide_of (deck, i);

      if (slide->diagram != NULL)
        ask_about (deck, i);
      else
        chase_place_async (deck->document, slide->item, NULL, FALSE, deck->work, placed,
                           errand_new (deck, i));
    }
}

ChaseDeck *
chase_deck_new (ChaseDocument *document, ChaseFonts *fonts)
{
  ChaseDeck *deck = g_object_new (CHASE_TYPE_DECK, NULL);
  g_autofree char *tex = chase_document_dup_macros (document);
  ChaseItem *item;

  deck->document = chase_document_ref (document);
  deck->theory = chase_theory_new (document, NULL);
  deck->fonts = chase_fonts_ref (fonts);
  deck->macros = chase_macros_new ();
  if (tex != NULL)
    chase_macros_parse (deck->macros, tex);
  for (guint i = 0; (item = chase_document_nth (document, CHASE_ITEM_DIAGRAM, i)) != NULL; i++)
    add_slide (deck, item);
  start_work (deck);
  return deck;
}

void
chase_deck_close (ChaseDeck *deck)
{
  g_cancellable_cancel (deck->work);
}

gboolean
chase_deck_is_complete (ChaseDeck *deck)
{
  for (guint i = 0; i < deck->slides->len; i++)
    if (!slide_of (deck, i)->done)
      return FALSE;
  return TRUE;
}

guint
chase_deck_n_slides (ChaseDeck *deck)
{
  return deck->slides->len;
}

const ChaseSlide *
chase_deck_get_slide (ChaseDeck *deck, guint index)
{
  return slide_of (deck, index);
}

guint
chase_deck_find (ChaseDeck *deck, const ChaseItem *item)
{
  for (guint i = 0; i < deck->slides->len; i++)
    if (slide_of (deck, i)->item == item)
      return i;
  return 0;
}

ChaseTheory *
chase_deck_get_theory (ChaseDeck *deck)
{
  return deck->theory;
}

ChaseFonts *
chase_deck_get_fonts (ChaseDeck *deck)
{
  return deck->fonts;
}

ChaseMacros *
chase_deck_get_macros (ChaseDeck *deck)
{
  return deck->macros;
}

gboolean
chase_deck_next (ChaseDeck *deck, ChasePlace *place)
{
  if (place->step < slide_of (deck, place->slide)->last)
    place->step++;
  else if (place->slide + 1 < deck->slides->len)
    *place = (ChasePlace){ place->slide + 1, 0 };
  else
    return FALSE;
  return TRUE;
}

gboolean
chase_deck_back (ChaseDeck *deck, ChasePlace *place)
{
  if (place->step > 0)
    place->step--;
  else if (place->slide > 0)
    *place = (ChasePlace){ place->slide - 1, slide_of (deck, place->slide - 1)->last };
  else
    return FALSE;
  return TRUE;
}

guint
chase_deck_index (ChaseDeck *deck, const ChasePlace *place)
{
  guint index = place->step;

  for (guint i = 0; i < place->slide; i++)
    index += slide_of (deck, i)->last + 1;
  return index;
}

guint
chase_deck_n_places (ChaseDeck *deck)
{
  ChasePlace end = { deck->slides->len, 0 };

  return chase_deck_index (deck, &end);
}

static void
append_note (GString *notes, const char *text)
{
  g_autofree char *line = g_strstrip (g_strdup (text));

  if (*line != '\0')
    g_string_append_printf (notes, notes->len > 0 ? "\n\n%s" : "%s", line);
}

static void
append_comments (GString *notes, const ChaseComments *comments)
{
  g_autofree char *above = chase_comments_to_text (comments);

  append_note (notes, above);
  if (comments->behind != NULL)
    append_note (notes, comments->behind);
}

char *
chase_deck_dup_notes (ChaseDeck *deck, const ChasePlace *place)
{
  const ChaseSlide *slide = slide_of (deck, place->slide);
  GString *notes = g_string_new (NULL);

  if (place->step == 0)
    append_comments (notes, &slide->item->comments);
  for (guint i = 0; i < chase_item_n_statements (slide->item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (slide->item, i);
      guint step = statement->style != NULL ? statement->style->step : 0;

      if (step == place->step && statement->comments != NULL)
        append_comments (notes, statement->comments);
    }
  return g_string_free (notes, FALSE);
}

GArray *
chase_deck_fresh (ChaseDeck *deck, const ChasePlace *place)
{
  const ChaseSlide *slide = slide_of (deck, place->slide);
  GArray *fresh = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (place->step == 0 || slide->diagram == NULL || place->step == slide->last)
    return fresh;
  for (guint32 i = 0; i < chase_diagram_n_cells (slide->diagram); i++)
    if (chase_diagram_get_cell (slide->diagram, i)->style->step == place->step)
      g_array_append_val (fresh, i);
  return fresh;
}

static ChaseMarkKind
mark_of (ChaseVerdict verdict)
{
  if (verdict == CHASE_VERDICT_HOLDS)
    return CHASE_MARK_HOLDS;
  return verdict == CHASE_VERDICT_FAILS ? CHASE_MARK_FAILS : CHASE_MARK_UNDECIDED;
}

static gboolean
is_there (const ChaseSlide *slide, const GArray *cells, guint step)
{
  for (guint i = 0; i < cells->len; i++)
    if (chase_diagram_get_cell (slide->diagram, g_array_index (cells, guint32, i))->style->step
        > step)
      return FALSE;
  return TRUE;
}

/* The marks of the faces that are all there. Claims of the document that are no faces of the
 * drawing's own stand behind those, and have none. */
static GArray *
find_marks (const ChaseSlide *slide, guint step)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (ChaseFaceMark));

  for (guint i = 0; slide->faces != NULL && i < slide->faces->len; i++)
    {
      const ChaseCheckedFace *face = g_ptr_array_index (slide->faces, i);
      ChaseFaceMark mark = { .kind = mark_of (face->verdict),
                             .left = (const guint32 *)(gpointer)face->left->data,
                             .n_left = face->left->len,
                             .right = (const guint32 *)(gpointer)face->right->data,
                             .n_right = face->right->len };

      if (is_there (slide, face->left, step) && is_there (slide, face->right, step))
        g_array_append_val (marks, mark);
    }
  return marks;
}

static ChaseScene *
draw (ChaseDeck *deck, const ChaseDiagram *diagram, ChaseTheme theme, guint step,
      const GArray *marks)
{
  ChaseDrawOptions options;

  chase_draw_options_init (&options);
  options.theme = theme;
  options.step = step;
  if (marks != NULL)
    {
      options.marks = (const ChaseFaceMark *)(gpointer)marks->data;
      options.n_marks = marks->len;
    }
  return chase_draw_diagram (diagram, deck->fonts, deck->macros, &options);
}

ChaseScene *
chase_deck_draw (ChaseDeck *deck, const ChasePlace *place, ChaseTheme theme, gboolean verdicts)
{
  const ChaseSlide *slide = slide_of (deck, place->slide);
  g_autoptr (GArray) marks = NULL;

  if (slide->diagram == NULL)
    return NULL;
  if (verdicts)
    marks = find_marks (slide, place->step);
  return draw (deck, slide->diagram, theme, place->step, marks);
}

gboolean
chase_deck_get_room (ChaseDeck *deck, const ChasePlace *place, ChaseRect *room)
{
  ChaseSlide *slide = slide_of (deck, place->slide);

  if (slide->tales == NULL || place->step < slide->last)
    return FALSE;
  if (!slide->room_known)
    find_room (deck, slide);
  if (!slide->has_room)
    return FALSE;
  *room = slide->room;
  return TRUE;
}

ChaseMotion *
chase_deck_play (ChaseDeck *deck, guint index, guint number, ChaseTheme theme)
{
  const ChaseSlide *slide = slide_of (deck, index);
  const ChaseTale *tale;
  ChaseMotion *motion;

  if (slide->tales == NULL || number >= slide->tales->len)
    return NULL;
  tale = g_ptr_array_index (slide->tales, number);
  motion = chase_motion_of_tale (tale, deck->theory, slide->item, slide->diagram, deck->fonts,
                                 deck->macros, theme);
  if (motion == NULL || tale->kind != CHASE_TALE_ELEMENT)
    return motion;
  chase_motion_add_caption (motion, 0, _ ("An element runs both ways round"));
  chase_motion_add_caption (
      motion, 0.9, tale->meet ? _ ("It lands in one place") : _ ("It lands in two places"));
  return motion;
}

static void
chase_deck_finalize (GObject *object)
{
  ChaseDeck *deck = CHASE_DECK (object);

  g_ptr_array_unref (deck->slides);
  chase_theory_unref (deck->theory);
  chase_document_unref (deck->document);
  chase_macros_unref (deck->macros);
  chase_fonts_unref (deck->fonts);
  g_object_unref (deck->work);
  G_OBJECT_CLASS (chase_deck_parent_class)->finalize (object);
}

static void
chase_deck_class_init (ChaseDeckClass *class)
{
  G_OBJECT_CLASS (class)->finalize = chase_deck_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
chase_deck_init (ChaseDeck *deck)
{
  deck->slides = g_ptr_array_new_with_free_func (slide_free);
  deck->work = g_cancellable_new ();
}
