/* SPDX-License-Identifier: MIT */
#include "evidence/rocq-private.h"

#define NONE G_MAXUINT32
#define WIDTH 92

/* Paths are written as composites with their brackets to the right and no identities, an empty one
 * as an identity. A fact `u = v` replaces u in `p >> u >> s` by way of its companion, u >> rest =
 * v >> rest for every rest, under the function here |-> p >> here: nothing has to be searched. */
typedef struct
{
  const char *name;
  guint32 source;
  guint32 target;
  ChaseWord left;
  ChaseWord right;
} Fact;

typedef struct
{
  guint32 number;
  ChaseSide side;
  const char *name;
} Cancelled;

struct _ChaseRocqRoom
{
  const ChasePresentation *presentation;
  char *title;
  GHashTable *names;
  const char **objects;
  const char **arrows;
  const char **equations;
  const char **laws;      /* of an arrow with its inverse, or of an idempotent with itself */
  const char **witnesses; /* 2 i: retraction of arrow i; 2 i + 1: its section */
  const char **splits;    /* what they are witnesses of */
  const char **cancels;   /* 2 i: that arrow i is epi; 2 i + 1: mono */
  guint32 *pairs;         /* 2 i: i, then its inverse or itself */
  guint8 *used;           /* equation */
  GHashTable *then;       /* name of a fact -> name of its companion */
  GHashTable *cancelled;  /* proof -> Cancelled */
  GPtrArray *proofs;      /* that were written: `cancelled` knows them by where they are */
  GString *lemmas;
};

static const char *
name_with (ChaseRocqRoom *room, const char *stem, const char *ending)
{
  g_autofree char *text = g_strconcat (stem, ending, NULL);

  return chase_rocq_name (room->names, text);
}

static void
name_arrow (ChaseRocqRoom *room, guint32 i)
{
  const ChaseArrow *arrow = chase_presentation_arrow (room->presentation, i);
  const char *name = arrow->formal ? name_with (room, room->arrows[arrow->inverse], "_inv")
                                   : chase_rocq_name (room->names, arrow->name);

  room->arrows[i] = name;
  room->pairs[2 * i] = i;
  room->pairs[2 * i + 1] = arrow->inverse != NONE ? arrow->inverse : i;
}

static void
name_properties (ChaseRocqRoom *room, guint32 i)
{
  const ChaseArrow *arrow = chase_presentation_arrow (room->presentation, i);
  const char *name = room->arrows[i];

  if (arrow->inverse != NONE)
    room->laws[i] = name_with (room, name, "_iso");
  else if ((arrow->properties & CHASE_PROPERTY_IDEMPOTENT) && arrow->source == arrow->target)
    room->laws[i] = name_with (room, name, "_idempotent");
  if (arrow->properties & CHASE_PROPERTY_EPI)
    room->cancels[2 * i] = name_with (room, name, "_epi");
  if (arrow->properties & CHASE_PROPERTY_MONO)
    room->cancels[2 * i + 1] = name_with (room, name, "_mono");
  if (arrow->properties & CHASE_PROPERTY_SPLIT_MONO)
    {
      room->witnesses[2 * i] = name_with (room, name, "_retraction");
      room->splits[2 * i] = name_with (room, name, "_retracts");
    }
  if (arrow->properties & CHASE_PROPERTY_SPLIT_EPI)
    {
      room->witnesses[2 * i + 1] = name_with (room, name, "_section");
      room->splits[2 * i + 1] = name_with (room, name, "_splits");
    }
}

static void
name_all (ChaseRocqRoom *room)
{
  const ChasePresentation *p = room->presentation;

  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    room->objects[i] = chase_rocq_name (room->names, chase_presentation_object_name (p, i));
  for (guint32 i = 0; i < chase_presentation_n_arrows (p); i++)
    name_arrow (room, i);
  for (guint32 i = 0; i < chase_presentation_n_arrows (p); i++)
    name_properties (room, i);
  for (guint32 i = 0; i < chase_presentation_n_equations (p); i++)
    {
      const ChaseEquation *equation = chase_presentation_equation (p, i);
      g_autofree char *line = equation->line > 0 ? g_strdup_printf ("line_%u", equation->line)
                                                 : g_strdup_printf ("equation_%u", i + 1);

      room->equations[i]
          = chase_rocq_name (room->names, equation->name != NULL ? equation->name : line);
    }
}

ChaseRocqRoom *
chase_rocq_room_new (const ChasePresentation *presentation, const char *title)
{
  ChaseRocqRoom *room = g_new0 (ChaseRocqRoom, 1);
  gsize n = chase_presentation_n_arrows (presentation);

  room->presentation = presentation;
  room->title = g_strdup (title);
  room->names = chase_rocq_names_new ();
  room->objects = g_new0 (const char *, (gsize)chase_presentation_n_objects (presentation) + 1);
  room->arrows = g_new0 (const char *, n + 1);
  room->equations = g_new0 (const char *, (gsize)chase_presentation_n_equations (presentation) + 1);
  room->laws = g_new0 (const char *, n + 1);
  room->witnesses = g_new0 (const char *, 2 * n + 1);
  room->splits = g_new0 (const char *, 2 * n + 1);
  room->cancels = g_new0 (const char *, 2 * n + 1);
  room->pairs = g_new0 (guint32, 2 * n + 1);
  room->used = g_new0 (guint8, (gsize)chase_presentation_n_equations (presentation) + 1);
  room->then = g_hash_table_new (g_str_hash, g_str_equal);
  room->cancelled = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  room->proofs = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_evidence_unref);
  room->lemmas = g_string_new (NULL);
  name_all (room);
  return room;
}

void
chase_rocq_room_free (ChaseRocqRoom *room)
{
  g_free (room->title);
  g_free (room->objects);
  g_free (room->arrows);
  g_free (room->equations);
  g_free (room->laws);
  g_free (room->witnesses);
  g_free (room->splits);
  g_free (room->cancels);
  g_free (room->pairs);
  g_free (room->used);
  g_hash_table_unref (room->then);
  g_hash_table_unref (room->cancelled);
  g_ptr_array_unref (room->proofs);
  g_hash_table_unref (room->names);
  g_string_free (room->lemmas, TRUE);
  g_free (room);
}

/* Breaks the line behind a sign once it is long. */
static void
append_word_break (GString *out)
{
  gsize column = 0;

  while (column < out->len && column < WIDTH && out->str[out->len - 1 - column] != '\n')
    column++;
  g_string_append (out, column < WIDTH ? " " : "\n    ");
}

/* The path @word from @source; with @end, then that. */
static void
append_path (GString *out, const ChaseRocqRoom *room, guint32 source, ChaseWord word,
             const char *end)
{
  for (guint32 i = 0; i < word.length; i++)
    {
      if (i > 0)
        {
          g_string_append (out, " >>");
          append_word_break (out);
        }
      g_string_append (out, room->arrows[word.letters[i]]);
    }
  if (end != NULL && word.length > 0)
    {
      g_string_append (out, " >>");
      append_word_break (out);
    }
  if (end != NULL)
    g_string_append (out, end);
  else if (word.length == 0)
    g_string_append_printf (out, "id %s", room->objects[source]);
}

static void
append_equation (GString *out, const ChaseRocqRoom *room, guint32 source, ChaseWord left,
                 ChaseWord right, const char *end)
{
  append_path (out, room, source, left, end);
  g_string_append (out, " =");
  append_word_break (out);
  append_path (out, room, source, right, end);
}

/* `u >> rest` with one bracket around u is the path u, then rest. */
static void
append_association (GString *out, ChaseWord word)
{
  if (word.length == 0)
    g_string_append (out, "  - exact (id_left rest).\n");
  else
    g_string_append_printf (out, "  - associate %u.\n", word.length - 1);
}

static const char *
companion (ChaseRocqRoom *room, const Fact *fact)
{
  const char *name = g_hash_table_lookup (room->then, fact->name);
  GString *out = room->lemmas;

  if (name != NULL)
    return name;
  name = name_with (room, fact->name, "_then");
  g_hash_table_insert (room->then, (gpointer)fact->name, (gpointer)name);
  g_string_append_printf (out, "Lemma %s (other : Ob base) (rest : %s ~> other) :\n  ", name,
                          room->objects[fact->target]);
  append_equation (out, room, fact->source, fact->left, fact->right, "rest");
  g_string_append_printf (out,
                          ".\nProof.\n  refine (eq_trans (eq_sym _) (eq_trans\n"
                          "    (f_equal (fun here => here >> rest) %s) _)).\n",
                          fact->name);
  append_association (out, fact->left);
  append_association (out, fact->right);
  g_string_append (out, "Qed.\n\n");
  return name;
}

/* The name of what says that the arrow @i is mono (@side right) or epi (left). */
static const char *
cancellation_of (ChaseRocqRoom *room, guint32 i, ChaseSide side)
{
  const ChaseArrow *arrow = chase_presentation_arrow (room->presentation, i);
  gboolean mono = side == CHASE_SIDE_RIGHT;
  const char **name = &room->cancels[2 * i + mono];
  const char *law;

  if (*name != NULL)
    return *name;
  if (arrow->inverse != NONE)
    law = room->laws[mono ? i : arrow->inverse];
  else
    law = room->splits[2 * i + !mono];
  *name = name_with (room, room->arrows[i], mono ? "_mono" : "_epi");
  g_string_append_printf (room->lemmas, "Lemma %s : %s %s.\nProof. exact (%s %s). Qed.\n\n", *name,
                          mono ? "mono" : "epi", room->arrows[i], mono ? "split_mono" : "split_epi",
                          law);
  return *name;
}

static void
append_cancelled_side (GString *out, const char *arrow, ChaseSide side, ChaseWord word)
{
  if (word.length == 0)
    g_string_append_printf (out, "  - exact (%s %s).\n",
                            side == CHASE_SIDE_LEFT ? "id_right" : "id_left", arrow);
  else if (side == CHASE_SIDE_LEFT)
    g_string_append (out, "  - reflexivity.\n");
  else
    g_string_append_printf (out, "  - associate %u.\n", word.length - 1);
}

static const char *
append_lemma (ChaseRocqRoom *room, const char *stem, guint32 source, const ChaseEvidence *proof,
              guint32 first, guint32 last);

/* The lemma that is left when the arrow of @step is cancelled from the sides of its proof. */
static const char *
cancelled (ChaseRocqRoom *room, const ChaseStep *step, const Fact *fact)
{
  const ChaseArrow *arrow = chase_presentation_arrow (room->presentation, step->number);
  Cancelled *known = g_hash_table_lookup (room->cancelled, step->of);
  gboolean left = step->side == CHASE_SIDE_LEFT;
  GString *out = room->lemmas;
  const char *whole, *property;

  if (known != NULL && known->number == step->number && known->side == step->side)
    return known->name;
  property = cancellation_of (room, step->number, step->side);
  whole = append_lemma (room, "before_cancelling", left ? arrow->source : fact->source, step->of, 0,
                        step->of->proof.n_steps);
  known = g_new0 (Cancelled, 1);
  *known = (Cancelled){ step->number, step->side, chase_rocq_name (room->names, "cancelling") };
  g_hash_table_replace (room->cancelled, step->of, known);
  g_string_append_printf (out, "Lemma %s :\n  ", known->name);
  append_equation (out, room, fact->source, fact->left, fact->right, NULL);
  g_string_append_printf (out,
                          ".\nProof.\n  refine (%s _ _ _ (eq_trans _ (eq_trans %s (eq_sym _)))).\n",
                          property, whole);
  append_cancelled_side (out, room->arrows[step->number], step->side, fact->left);
  append_cancelled_side (out, room->arrows[step->number], step->side, fact->right);
  g_string_append (out, "Qed.\n\n");
  return known->name;
}

static ChaseWord
without (ChaseWord word, ChaseSide side)
{
  return (ChaseWord){ word.letters + (side == CHASE_SIDE_LEFT), word.length - 1 };
}

static Fact
fact_of (ChaseRocqRoom *room, const ChaseStep *step, guint32 here)
{
  const ChaseArrow *arrow;
  Fact fact = { NULL };

  if (step->kind == CHASE_STEP_EQUATION)
    {
      const ChaseEquation *e = chase_presentation_equation (room->presentation, step->number);

      room->used[step->number] = 1;
      return (Fact){ room->equations[step->number], e->source, e->target, e->left, e->right };
    }
  arrow = chase_presentation_arrow (room->presentation, step->number);
  if (step->kind != CHASE_STEP_CANCEL)
    {
      fact = (Fact){ .name = room->laws[step->number],
                     .source = arrow->source,
                     .target = arrow->source };
      fact.left = (ChaseWord){ room->pairs + 2 * (gsize)step->number, 2 };
      fact.right = (ChaseWord){ fact.left.letters, step->kind == CHASE_STEP_IDEMPOTENT };
      return fact;
    }
  fact.left = without (step->of->proof.start, step->side);
  fact.right = without (chase_proof_end (step->of), step->side);
  fact.source = step->side == CHASE_SIDE_LEFT ? arrow->target : here;
  chase_presentation_path_target (room->presentation, fact.source, fact.left, &fact.target);
  fact.name = cancelled (room, step, &fact);
  return fact;
}

/* Goes on from the goal's left side to @path (then @end) by @term under the arrows @before. */
static void
append_move (GString *out, const ChaseRocqRoom *room, guint32 source, ChaseWord path,
             const char *end, ChaseWord before, const char *type, const char *term)
{
  g_string_append (out, "  refine (eq_trans (y := ");
  append_path (out, room, source, path, end);
  g_string_append (out, ")\n    ");
  if (before.length > 0)
    {
      g_string_append_printf (out, "(f_equal (fun here : %s =>", type);
      append_word_break (out);
      append_path (out, room, source, before, "here");
      g_string_append_c (out, ')');
      append_word_break (out);
    }
  g_string_append (out, term);
  g_string_append (out, before.length > 0 ? ") _).\n" : " _).\n");
}

static char *
step_term (ChaseRocqRoom *room, const Fact *fact, gboolean reverse, ChaseWord rest)
{
  GString *term = g_string_new (reverse ? "(eq_sym " : NULL);

  if (rest.length > 0)
    {
      g_string_append_printf (term, "(%s _ (", companion (room, fact));
      append_path (term, room, fact->target, rest, NULL);
      g_string_append (term, "))");
    }
  else
    g_string_append (term, fact->name);
  if (reverse)
    g_string_append_c (term, ')');
  return g_string_free (term, FALSE);
}

/* At the end of a longer path an empty side shows for a moment as an identity. */
static void
append_end_step (GString *out, const ChaseRocqRoom *room, guint32 source, guint32 here,
                 ChaseWord prefix, ChaseWord after, gboolean vanishes, const char *type,
                 const char *term)
{
  const char *last = room->arrows[prefix.letters[prefix.length - 1]];
  const ChaseArrow *arrow
      = chase_presentation_arrow (room->presentation, prefix.letters[prefix.length - 1]);
  ChaseWord shorter = { prefix.letters, prefix.length - 1 };
  g_autofree char *identity = g_strconcat ("id ", room->objects[here], NULL);
  g_autofree char *inner
      = g_strconcat (room->objects[arrow->source], " ~> ", room->objects[here], NULL);
  g_autofree char *unit
      = g_strdup_printf (vanishes ? "(id_right %s)" : "(eq_sym (id_right %s))", last);

  if (vanishes)
    append_move (out, room, source, prefix, identity, prefix, type, term);
  append_move (out, room, source, prefix, vanishes ? NULL : identity, shorter, inner, unit);
  if (!vanishes)
    append_move (out, room, source, after, NULL, prefix, type, term);
}

static void
append_step (GString *out, ChaseRocqRoom *room, guint32 source, guint32 target, ChaseWord before,
             const ChaseStep *step)
{
  ChaseWord prefix = { before.letters, step->at };
  guint32 here
      = step->at == 0
            ? source
            : chase_presentation_arrow (room->presentation, before.letters[step->at - 1])->target;
  Fact fact = fact_of (room, step, here);
  ChaseWord from = step->reverse ? fact.right : fact.left;
  ChaseWord to = step->reverse ? fact.left : fact.right;
  ChaseWord rest
      = { before.letters + step->at + from.length, before.length - step->at - from.length };
  g_autofree char *type = g_strconcat (room->objects[here], " ~> ", room->objects[target], NULL);
  g_autofree char *term = NULL;

  if (chase_word_equal (from, to))
    return;
  term = step_term (room, &fact, step->reverse, rest);
  if (rest.length > 0 || prefix.length == 0 || (from.length > 0 && to.length > 0))
    append_move (out, room, source, step->path, NULL, prefix, type, term);
  else
    append_end_step (out, room, source, here, prefix, step->path, to.length == 0, type, term);
}

static ChaseWord
path_at (const ChaseProof *proof, guint32 step)
{
  return step == 0 ? proof->start : proof->steps[step - 1].path;
}

static const char *
append_lemma (ChaseRocqRoom *room, const char *stem, guint32 source, const ChaseEvidence *evidence,
              guint32 first, guint32 last)
{
  const ChaseProof *proof = &evidence->proof;
  const char *name = chase_rocq_name (room->names, stem);
  g_autoptr (GString) body = g_string_new (NULL);
  guint32 target = source;

  chase_presentation_path_target (room->presentation, source, proof->start, &target);
  for (guint32 i = first; i < last; i++)
    append_step (body, room, source, target, path_at (proof, i), &proof->steps[i]);
  g_string_append_printf (room->lemmas, "Lemma %s :\n  ", name);
  append_equation (room->lemmas, room, source, path_at (proof, first), path_at (proof, last), NULL);
  g_string_append_printf (room->lemmas, ".\nProof.\n%s  reflexivity.\nQed.\n\n", body->str);
  return name;
}

void
chase_rocq_room_add (ChaseRocqRoom *room, const char *stem, guint32 source,
                     const ChaseEvidence *proof, guint32 first, guint32 last)
{
  g_ptr_array_add (room->proofs, chase_evidence_ref ((ChaseEvidence *)proof));
  append_lemma (room, stem, source, proof, first, last);
}

GString *
chase_rocq_room_lemmas (ChaseRocqRoom *room)
{
  return room->lemmas;
}

const ChasePresentation *
chase_rocq_room_presentation (const ChaseRocqRoom *room)
{
  return room->presentation;
}

const char *
chase_rocq_room_name (ChaseRocqRoom *room, const char *stem)
{
  return chase_rocq_name (room->names, stem);
}

void
chase_rocq_room_path (const ChaseRocqRoom *room, guint32 source, ChaseWord word, GString *out)
{
  append_path (out, room, source, word, NULL);
}

const char *
chase_rocq_room_prove (ChaseRocqRoom *room, const char *stem, guint32 source,
                       const ChaseEvidence *proof)
{
  g_ptr_array_add (room->proofs, chase_evidence_ref ((ChaseEvidence *)proof));
  return append_lemma (room, stem, source, proof, 0, proof->proof.n_steps);
}

char *
chase_rocq_room_declared (const ChaseRocqRoom *room, guint32 i, ChaseProperty property)
{
  const ChaseArrow *arrow = chase_presentation_arrow (room->presentation, i);
  gsize split = 2 * (gsize)i + (property == CHASE_PROPERTY_SPLIT_EPI);

  if (property == CHASE_PROPERTY_ISO)
    return arrow->inverse == NONE
               ? NULL
               : g_strdup_printf ("(ex_intro _ %s (conj %s %s))", room->arrows[arrow->inverse],
                                  room->laws[i], room->laws[arrow->inverse]);
  if (property == CHASE_PROPERTY_SPLIT_MONO || property == CHASE_PROPERTY_SPLIT_EPI)
    return room->witnesses[split] == NULL
               ? NULL
               : g_strdup_printf ("(ex_intro _ %s %s)", room->witnesses[split],
                                  room->splits[split]);
  return g_strdup (room->cancels[2 * (gsize)i + (property == CHASE_PROPERTY_MONO)]);
}

void
chase_rocq_room_remark (ChaseRocqRoom *room, const char *text)
{
  g_string_append (room->lemmas, "(* ");
  chase_rocq_append_comment (room->lemmas, text);
  g_string_append (room->lemmas, " *)\n");
}

static void
append_original (GString *out, const char *name, const char *original)
{
  if (g_strcmp0 (name, original) != 0)
    {
      g_string_append (out, " (* ");
      chase_rocq_append_comment (out, original);
      g_string_append (out, " *)");
    }
  g_string_append_c (out, '\n');
}

static void
write_arrow (const ChaseRocqRoom *room, guint32 i, GString *out)
{
  const ChaseArrow *arrow = chase_presentation_arrow (room->presentation, i);

  g_string_append_printf (out, "Parameter %s : %s ~> %s.", room->arrows[i],
                          room->objects[arrow->source], room->objects[arrow->target]);
  append_original (out, room->arrows[i], arrow->name);
}

static void
write_split (const ChaseRocqRoom *room, guint32 i, gboolean epi, GString *out)
{
  const ChaseArrow *arrow = chase_presentation_arrow (room->presentation, i);
  const char *f = room->arrows[i], *w = room->witnesses[2 * i + epi];

  if (w == NULL)
    return;
  g_string_append_printf (out, "Parameter %s : %s ~> %s.\n", w, room->objects[arrow->target],
                          room->objects[arrow->source]);
  g_string_append_printf (out, "Axiom %s : %s >> %s = id %s.\n", room->splits[2 * i + epi],
                          epi ? w : f, epi ? f : w,
                          room->objects[epi ? arrow->target : arrow->source]);
}

static void
write_properties (const ChaseRocqRoom *room, guint32 i, GString *out)
{
  const ChaseArrow *arrow = chase_presentation_arrow (room->presentation, i);
  ChaseWord left = { room->pairs + 2 * (gsize)i, 2 };
  ChaseWord right = { left.letters, arrow->inverse == NONE };

  if (room->laws[i] != NULL)
    {
      g_string_append_printf (out, "Axiom %s : ", room->laws[i]);
      append_equation (out, room, arrow->source, left, right, NULL);
      g_string_append (out, ".\n");
    }
  if (arrow->properties & CHASE_PROPERTY_EPI)
    g_string_append_printf (out, "Axiom %s : epi %s.\n", room->cancels[2 * i], room->arrows[i]);
  if (arrow->properties & CHASE_PROPERTY_MONO)
    g_string_append_printf (out, "Axiom %s : mono %s.\n", room->cancels[2 * i + 1],
                            room->arrows[i]);
  write_split (room, i, FALSE, out);
  write_split (room, i, TRUE, out);
}

static void
write_equation (const ChaseRocqRoom *room, guint32 i, GString *out)
{
  const ChaseEquation *e = chase_presentation_equation (room->presentation, i);

  g_string_append_printf (out, "Axiom %s : ", room->equations[i]);
  append_equation (out, room, e->source, e->left, e->right, NULL);
  g_string_append_c (out, '.');
  append_original (out, room->equations[i], e->name != NULL ? e->name : room->equations[i]);
}

/* Of a long list of equations (a table) only those that are needed. */
static void
write_equations (const ChaseRocqRoom *room, GString *out)
{
  guint n = chase_presentation_n_equations (room->presentation);
  gboolean all = n <= 1000;

  if (!all)
    g_string_append_printf (out, "(* Of %u given equations those that the lemmas use. *)\n", n);
  for (guint32 i = 0; i < n; i++)
    if (all || room->used[i])
      write_equation (room, i, out);
}

void
chase_rocq_room_write (ChaseRocqRoom *room, const char *name, GString *out)
{
  const ChasePresentation *p = room->presentation;

  g_string_append_printf (out, "\nModule %s.", name);
  append_original (out, name, room->title);
  /* A section would carry all of this through every lemma when it ends. */
  g_string_append (out, "Module Type Given.\nParameter base : Category.\n");
  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    {
      g_string_append_printf (out, "Parameter %s : Ob base.", room->objects[i]);
      append_original (out, room->objects[i], chase_presentation_object_name (p, i));
    }
  for (guint32 i = 0; i < chase_presentation_n_arrows (p); i++)
    write_arrow (room, i, out);
  for (guint32 i = 0; i < chase_presentation_n_arrows (p); i++)
    write_properties (room, i, out);
  write_equations (room, out);
  g_string_append_printf (out,
                          "End Given.\n\nModule Lemmas (given : Given).\nImport given.\n\n%sEnd "
                          "Lemmas.\nEnd %s.\n",
                          room->lemmas->str, name);
}
