/* SPDX-License-Identifier: MIT */
#include "app/show-private.h"

#include "model/problem.h"
#include "notation/notation.h"

#include <glib/gi18n.h>

#define SECONDS_TO_CHECK 5.0

/*
 * Questions to the class: one at a time, at the foot of the screen. What is answered is typed, or
 * clicked together on the picture, then drawn, and then checked by the engine.
 */
struct _ChaseShowQuestion
{
  ChaseShow *show;
  GtkWidget *panel;
  GtkLabel *text;
  GtkWidget *entry;
  GtkWidget *yes;
  GtkWidget *no;
  GtkLabel *said;
  guint slide;
  guint number; /* of the slide's questions; G_MAXUINT: none is open */
  GCancellable *checking;
};

/* What a worker checks. */
typedef struct
{
  ChaseShow *show;
  ChaseTheory *theory;
  ChaseItem *item;
  ChaseQuiz quiz;
  guint slide, number;
  ChaseTerm *term; /* NULL: yes or no */
  gboolean yes;
  char *label;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_object_unref (answer->show);
  chase_theory_unref (answer->theory);
  chase_item_unref (answer->item);
  chase_term_unref (answer->term);
  g_free (answer->label);
  g_free (answer);
}

static const ChaseQuiz *
quiz_of (ChaseShowQuestion *question)
{
  const ChaseSlide *slide = chase_deck_get_slide (question->show->deck, question->slide);

  return question->number < slide->quizzes->len
             ? &g_array_index (slide->quizzes, ChaseQuiz, question->number)
             : NULL;
}

static void
say (ChaseShowQuestion *question, const char *class, const char *text)
{
  GtkWidget *label = GTK_WIDGET (question->said);

  gtk_widget_remove_css_class (label, "right");
  gtk_widget_remove_css_class (label, "wrong");
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_label_set_label (question->said, text);
  gtk_widget_set_visible (label, *text != '\0');
}

static char *
tell_claim (const ChaseItem *asked)
{
  g_autofree char *text = chase_notation_print_proposition (asked->proposition, asked->negated,
                                                            CHASE_NOTATION_UNICODE);

  if (asked->proposition->kind == CHASE_PROPOSITION_COMMUTES && !asked->negated)
    return g_strdup (_ ("Does it commute?"));
  return g_strdup_printf (_ ("Is it so? %s"), text);
}

static char *
tell_question (ChaseShowQuestion *question, const ChaseQuiz *quiz)
{
  const ChaseSlide *slide = chase_deck_get_slide (question->show->deck, question->slide);
  const ChaseCell *cell;

  if (quiz->kind == CHASE_QUIZ_CLAIM)
    return tell_claim (quiz->asked);
  if (quiz->kind == CHASE_QUIZ_ARROW)
    return g_strdup (_ ("What is the name of this arrow?"));
  cell = chase_diagram_get_cell (slide->diagram, quiz->cell);
  if (quiz->functor != NULL)
    return g_strdup_printf (_ ("What is the image of %s under %s?"), cell->name, quiz->functor);
  return g_strdup (_ ("Which object is this?"));
}

/* While something is asked the picture makes room for the words. */
static void
ring (ChaseShowQuestion *question, const ChaseQuiz *quiz)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (quiz != NULL && quiz->kind != CHASE_QUIZ_CLAIM)
    g_array_append_val (cells, quiz->cell);
  chase_stage_set_asked (question->show->stage, quiz != NULL ? cells : NULL);
  if (!chase_stage_is_zoomed (question->show->stage))
    chase_stage_look (question->show->stage, NULL, FALSE);
}

static void
close_question (ChaseShowQuestion *question)
{
  question->number = G_MAXUINT;
  g_cancellable_cancel (question->checking);
  gtk_widget_set_visible (question->panel, FALSE);
  ring (question, NULL);
  gtk_window_set_focus (GTK_WINDOW (question->show), NULL);
}

static void
open_question (ChaseShowQuestion *question, const ChaseQuiz *quiz)
{
  g_autofree char *text = tell_question (question, quiz);
  gboolean claim = quiz->kind == CHASE_QUIZ_CLAIM;

  gtk_label_set_label (question->text, text);
  gtk_widget_set_visible (question->entry, !claim);
  gtk_widget_set_visible (question->yes, claim);
  gtk_widget_set_visible (question->no, claim);
  gtk_editable_set_text (GTK_EDITABLE (question->entry), "");
  say (question, NULL, "");
  gtk_widget_set_visible (question->panel, TRUE);
  ring (question, quiz);
  if (!claim)
    gtk_widget_grab_focus (question->entry);
}

void
chase_show_ask (ChaseShow *show)
{
  ChaseShowQuestion *question = show->question;
  const ChaseSlide *slide = chase_deck_get_slide (show->deck, show->place.slide);
  guint next = question->number == G_MAXUINT ? 0 : question->number + 1;

  if (slide->quizzes == NULL || next >= slide->quizzes->len)
    {
      close_question (question);
      return;
    }
  if (chase_stage_get_motion (show->stage) != NULL)
    chase_show_stop (show);
  question->slide = show->place.slide;
  question->number = next;
  open_question (question, quiz_of (question));
}

gboolean
chase_show_is_asking (ChaseShow *show)
{
  return show->question->number != G_MAXUINT;
}

void
chase_show_stop_asking (ChaseShow *show)
{
  if (chase_show_is_asking (show))
    close_question (show->question);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Answer *answer = data;
  ChaseBudget budget = { .seconds = SECONDS_TO_CHECK };
  ChaseQuizResult *result = answer->term == NULL
                                ? chase_quiz_check_claim (answer->theory, &answer->quiz,
                                                          answer->yes, &budget, cancellable)
                                : chase_quiz_check (answer->theory, answer->item, &answer->quiz,
                                                    answer->term, &budget, cancellable);

  g_task_return_pointer (task, result, (GDestroyNotify)chase_quiz_result_free);
}

static void
tell_result (ChaseShowQuestion *question, const ChaseQuizResult *result)
{
  g_autofree char *text = NULL;

  if (result->verdict == CHASE_VERDICT_HOLDS)
    {
      say (question, "right", _ ("Right!"));
      /* There is no more to write: the keys are the presentation's again. */
      gtk_window_set_focus (GTK_WINDOW (question->show), NULL);
      return;
    }
  if (result->verdict == CHASE_VERDICT_FAILS)
    text = result->reason != NULL ? g_strdup_printf (_ ("Not so: %s"), result->reason)
                                  : g_strdup (_ ("Not so."));
  else
    text = g_strdup (result->reason != NULL ? result->reason : _ ("Nobody knows."));
  say (question, "wrong", text);
}

/* The answer comes into the picture; an answered claim shows the verdicts. */
static void
draw_answer (ChaseShow *show, const Answer *answer, const ChaseQuizResult *result)
{
  if (answer->quiz.kind == CHASE_QUIZ_CLAIM)
    show->verdicts = TRUE;
  else if (result->verdict != CHASE_VERDICT_UNDECIDED)
    chase_deck_set_answer (show->deck, answer->slide, answer->number, answer->label,
                           result->verdict == CHASE_VERDICT_HOLDS);
  if (show->place.slide == answer->slide)
    chase_show_stop (show);
}

static void
checked (GObject *source, GAsyncResult *task, gpointer data)
{
  Answer *answer = g_task_get_task_data (G_TASK (task));
  ChaseShowQuestion *question = answer->show->question;
  g_autoptr (ChaseQuizResult) result = g_task_propagate_pointer (G_TASK (task), NULL);

  if (result == NULL || question == NULL || question->number != answer->number
      || question->slide != answer->slide)
    return;
  draw_answer (answer->show, answer, result);
  tell_result (question, result);
  ring (question, quiz_of (question));
}

/* Takes @term and @label. */
static void
check (ChaseShowQuestion *question, ChaseTerm *term, char *label, gboolean yes)
{
  ChaseShow *show = question->show;
  const ChaseSlide *slide = chase_deck_get_slide (show->deck, question->slide);
  Answer *answer = g_new0 (Answer, 1);
  g_autoptr (GTask) task = NULL;

  *answer = (Answer){ .show = g_object_ref (show),
                      .theory = chase_theory_ref (chase_deck_get_theory (show->deck)),
                      .item = chase_item_ref (slide->item),
                      .quiz = *quiz_of (question),
                      .slide = question->slide,
                      .number = question->number,
                      .term = term,
                      .yes = yes,
                      .label = label };
  g_cancellable_cancel (question->checking);
  g_object_unref (question->checking);
  question->checking = g_cancellable_new ();
  say (question, NULL, _ ("Checking…"));
  task = g_task_new (NULL, question->checking, checked, NULL);
  g_task_set_task_data (task, answer, answer_free);
  g_task_run_in_thread (task, check_in_thread);
}

static void
answered (ChaseShowQuestion *question)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (question->entry));
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  ChaseTerm *term;

  if (*text == '\0' || quiz_of (question) == NULL)
    return;
  term = chase_notation_parse_term (text, problems);
  if (term == NULL)
    say (question, "wrong",
         problems->len > 0 ? ((ChaseProblem *)g_ptr_array_index (problems, 0))->message
                           : _ ("That cannot be read."));
  else
    check (question, term, chase_term_to_label (term), FALSE);
}

static void
said_yes (ChaseShowQuestion *question)
{
  if (quiz_of (question) != NULL)
    check (question, NULL, NULL, TRUE);
}

static void
said_no (ChaseShowQuestion *question)
{
  if (quiz_of (question) != NULL)
    check (question, NULL, NULL, FALSE);
}

/* An object is the answer; arrows are composed, the next one after those before. */
gboolean
chase_show_answer_click (ChaseShow *show, ChasePoint at)
{
  ChaseShowQuestion *question = show->question;
  const ChaseQuiz *quiz = quiz_of (question);
  const ChaseSlide *slide = chase_deck_get_slide (show->deck, question->slide);
  ChaseScene *scene = chase_stage_get_scene (show->stage);
  guint32 hit = scene != NULL ? chase_scene_hit (scene, at.x, at.y, 8) : CHASE_NO_CELL;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (question->entry));
  g_autofree char *composed = NULL;
  const ChaseCell *cell;

  if (quiz == NULL || quiz->kind == CHASE_QUIZ_CLAIM || hit == CHASE_NO_CELL || hit == quiz->cell)
    return FALSE;
  cell = chase_diagram_get_cell (slide->diagram, hit);
  if (cell->name == NULL || cell->level > 1
      || (cell->level == 1) != (quiz->kind == CHASE_QUIZ_ARROW))
    return FALSE;
  composed = *text != '\0' && cell->level == 1 ? g_strdup_printf ("%s . %s", cell->name, text)
                                               : g_strdup (cell->name);
  gtk_editable_set_text (GTK_EDITABLE (question->entry), composed);
  gtk_widget_grab_focus (question->entry);
  gtk_editable_set_position (GTK_EDITABLE (question->entry), -1);
  return TRUE;
}

static GtkWidget *
new_answer (ChaseShowQuestion *question, const char *text, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_swapped (button, "clicked", clicked, question);
  return button;
}

GtkWidget *
chase_show_make_question (ChaseShow *show)
{
  ChaseShowQuestion *question = g_new0 (ChaseShowQuestion, 1);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  question->show = show;
  question->number = G_MAXUINT;
  question->checking = g_cancellable_new ();
  question->panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  question->text = GTK_LABEL (gtk_label_new (""));
  question->said = GTK_LABEL (gtk_label_new (""));
  question->entry = gtk_entry_new ();
  question->yes = new_answer (question, _ ("Yes"), G_CALLBACK (said_yes));
  question->no = new_answer (question, _ ("No"), G_CALLBACK (said_no));
  gtk_label_set_wrap (question->said, TRUE);
  gtk_label_set_max_width_chars (question->said, 60);
  gtk_entry_set_placeholder_text (GTK_ENTRY (question->entry), _ ("Type it, or click it together"));
  gtk_editable_set_width_chars (GTK_EDITABLE (question->entry), 26);
  g_signal_connect_swapped (question->entry, "activate", G_CALLBACK (answered), question);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (question->text));
  gtk_box_append (GTK_BOX (row), question->entry);
  gtk_box_append (GTK_BOX (row), question->yes);
  gtk_box_append (GTK_BOX (row), question->no);
  gtk_box_append (GTK_BOX (question->panel), row);
  gtk_box_append (GTK_BOX (question->panel), GTK_WIDGET (question->said));
  gtk_widget_add_css_class (question->panel, "show-question");
  gtk_widget_set_halign (question->panel, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (question->panel, GTK_ALIGN_END);
  gtk_widget_set_visible (question->panel, FALSE);
  show->question = question;
  return question->panel;
}

GtkWidget *
chase_show_get_question (ChaseShow *show)
{
  return show->question->panel;
}

void
chase_show_free_question (ChaseShow *show)
{
  if (show->question == NULL)
    return;
  g_cancellable_cancel (show->question->checking);
  g_object_unref (show->question->checking);
  g_clear_pointer (&show->question, g_free);
}
