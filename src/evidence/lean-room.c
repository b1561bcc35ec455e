/* SPDX-License-Identifier: MIT */
#include "evidence/rocq-private.h"

#define NONE G_MAXUINT32

/*
 * Lemmas in the style of mathlib: variables of a section, and a `calc` with one line for each step.
 * A step replaces u by v in `p ≫ u ≫ s`, which is the image of its fact under t ↦ p ≫ t ≫ s up to
 * brackets and identities, and that is what `simpa` with Category.assoc is for.
 */
struct _ChaseLeanRoom
{
  const ChasePresentation *presentation;
  char *title;
  GHashTable *names;
  const char **objects;
  const char **arrows;
  const char **equations;
  const char **idempotents;
  GString *lemmas;
};

static const char *const reserved[] = {
  "theorem",     "lemma",         "def",      "calc",     "have",      "show",      "from",
  "open",        "variable",      "do",       "instance", "class",     "structure", "Sort",
  "inv",         "Mono",          "Epi",      "IsIso",    "prefix",    "infix",     "notation",
  "universe",    "import",        "export",   "local",    "private",   "protected", "axiom",
  "example",     "inductive",     "deriving", "macro",    "syntax",    "mutual",    "namespace",
  "this",        "suffices",      "obtain",   "rec",      "attribute", "simpa",     "simp",
  "using",       "noncomputable", "opaque",   "abbrev",   "section",   "infixl",    "infixr",
  "macro_rules", "elab",          "nomatch",  "try",      "catch",     "for",       "break",
  "continue",    "mut",           "include",  "omit",     "lambda",    "base",      "t",
  "whole",       "cancelled",     "u",        "v",        "C"
};

ChaseLeanRoom *
chase_lean_room_new (const ChasePresentation *presentation, const char *title)
{
  ChaseLeanRoom *room = g_new0 (ChaseLeanRoom, 1);
  guint32 n_arrows = chase_presentation_n_arrows (presentation);

  room->presentation = presentation;
  room->title = g_strdup (title);
  room->names = chase_rocq_names_new ();
  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    g_hash_table_add (room->names, g_strdup (reserved[i]));
  room->objects = g_new0 (const char *, (gsize)chase_presentation_n_objects (presentation) + 1);
  room->arrows = g_new0 (const char *, (gsize)n_arrows + 1);
  room->equations = g_new0 (const char *, (gsize)chase_presentation_n_equations (presentation) + 1);
  room->idempotents = g_new0 (const char *, (gsize)n_arrows + 1);
  room->lemmas = g_string_new (NULL);
  for (guint32 i = 0; i < chase_presentation_n_objects (presentation); i++)
    room->objects[i]
        = chase_rocq_name (room->names, chase_presentation_object_name (presentation, i));
  for (guint32 i = 0; i < n_arrows; i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, i);

      if (!arrow->formal)
        room->arrows[i] = chase_rocq_name (room->names, arrow->name);
    }
  for (guint32 i = 0; i < n_arrows; i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, i);
      g_autofree char *text = NULL;

      if (arrow->formal)
        {
          text = g_strdup_printf ("inv %s", room->arrows[arrow->inverse]);
          g_hash_table_add (room->names, text);
          room->arrows[i] = g_steal_pointer (&text);
        }
      else if (arrow->properties & CHASE_PROPERTY_IDEMPOTENT)
        {
          text = g_strconcat (room->arrows[i], "_idempotent", NULL);
          room->idempotents[i] = chase_rocq_name (room->names, text);
        }
    }
  for (guint32 i = 0; i < chase_presentation_n_equations (presentation); i++)
    {
      const ChaseEquation *e = chase_presentation_equation (presentation, i);
      g_autofree char *line = e->line > 0 ? g_strdup_printf ("line_%u", e->line)
                                          : g_strdup_printf ("equation_%u", i + 1);

      room->equations[i] = chase_rocq_name (room->names, e->name != NULL ? e->name : line);
    }
  return room;
}

void
chase_lean_room_free (ChaseLeanRoom *room)
{
  g_free (room->title);
  g_free (room->objects);
  g_free (room->arrows);
  g_free (room->equations);
  g_free (room->idempotents);
  g_hash_table_unref (room->names);
  g_string_free (room->lemmas, TRUE);
  g_free (room);
}

static void
append_comment (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      g_string_append_c (out, *p == '\n' ? ' ' : *p);
      /* Neither may a comment end here, nor another one begin. */
      if ((*p == '-' && (p[1] == '/' || p[1] == '-')) || (*p == '/' && p[1] == '-'))
        g_string_append_c (out, ' ');
    }
}

void
chase_lean_room_remark (ChaseLeanRoom *room, const char *text)
{
  g_string_append (room->lemmas, "/-- ");
  append_comment (room->lemmas, text);
  g_string_append (room->lemmas, " -/\n");
}

/* The path @word from @source; an empty one is an identity. */
static void
append_path (GString *out, const ChaseLeanRoom *room, guint32 source, ChaseWord word)
{
  for (guint32 i = 0; i < word.length; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " ≫ " : "", room->arrows[word.letters[i]]);
  if (word.length == 0)
    g_string_append_printf (out, "𝟙 %s", room->objects[source]);
}

static void
append_equation (GString *out, const ChaseLeanRoom *room, guint32 source, ChaseWord left,
                 ChaseWord right)
{
  append_path (out, room, source, left);
  g_string_append (out, " = ");
  append_path (out, room, source, right);
}

static void
append_calc (GString *out, const ChaseLeanRoom *room, guint32 source, const ChaseProof *proof,
             guint32 first, guint32 last, guint indent);

static ChaseWord
path_at (const ChaseProof *proof, guint32 step)
{
  return step == 0 ? proof->start : proof->steps[step - 1].path;
}

/* The sides of what a step uses: u becomes v. */
static void
sides_of (const ChaseLeanRoom *room, const ChaseStep *step, ChaseWord *left, ChaseWord *right,
          guint32 pair[2])
{
  const ChasePresentation *p = room->presentation;
  gsize skip = step->side == CHASE_SIDE_LEFT;

  if (step->kind == CHASE_STEP_EQUATION)
    {
      const ChaseEquation *e = chase_presentation_equation (p, step->number);

      *left = e->left;
      *right = e->right;
    }
  else if (step->kind == CHASE_STEP_CANCEL)
    {
      ChaseWord end = chase_proof_end (step->of);

      *left = (ChaseWord){ step->of->proof.start.letters + skip, step->of->proof.start.length - 1 };
      *right = (ChaseWord){ end.letters + skip, end.length - 1 };
    }
  else
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, step->number);

      pair[0] = step->number;
      pair[1] = step->kind == CHASE_STEP_INVERSE ? arrow->inverse : step->number;
      *left = (ChaseWord){ pair, 2 };
      *right = (ChaseWord){ pair, step->kind == CHASE_STEP_IDEMPOTENT };
    }
}

/* The fact of a step that is no cancellation, as a term. */
static void
append_fact (GString *out, const ChaseLeanRoom *room, const ChaseStep *step)
{
  const ChaseArrow *arrow;

  if (step->kind == CHASE_STEP_EQUATION)
    {
      g_string_append (out, room->equations[step->number]);
      return;
    }
  arrow = chase_presentation_arrow (room->presentation, step->number);
  if (step->kind == CHASE_STEP_IDEMPOTENT)
    g_string_append (out, room->idempotents[step->number]);
  else if (arrow->formal)
    g_string_append_printf (out, "(IsIso.inv_hom_id %s)", room->arrows[arrow->inverse]);
  else
    g_string_append_printf (out, "(IsIso.hom_inv_id %s)", room->arrows[step->number]);
}

#define SIMPA "simpa only [Category.assoc, Category.id_comp, Category.comp_id] using "

/* `have cancelled : u = v`, from the proof with the arrow at one end of both. */
static void
append_cancelled (GString *out, const ChaseLeanRoom *room, const ChaseStep *step, guint32 here,
                  guint indent)
{
  const ChaseProof *proof = &step->of->proof;
  const ChaseArrow *arrow = chase_presentation_arrow (room->presentation, step->number);
  gboolean epi = step->side == CHASE_SIDE_LEFT;
  guint32 source = epi ? arrow->source : here;
  guint32 pair[2];
  ChaseWord left, right;

  sides_of (room, step, &left, &right, pair);
  g_string_append_printf (out, "%*shave whole : ", (int)indent, "");
  append_equation (out, room, source, proof->start, chase_proof_end (step->of));
  g_string_append (out, " := by\n");
  append_calc (out, room, source, proof, 0, proof->n_steps, indent + 2);
  g_string_append_printf (out, "%*shave cancelled : ", (int)indent, "");
  append_equation (out, room, epi ? arrow->target : here, left, right);
  g_string_append_printf (out, " :=\n%*s(%s %s).1 (by " SIMPA "whole)\n", (int)indent + 2, "",
                          epi ? "cancel_epi" : "cancel_mono", room->arrows[step->number]);
}

/* The image of the fact under the arrows before and behind it. */
static void
append_image (GString *out, const ChaseLeanRoom *room, guint32 source, guint32 here, guint32 there,
              ChaseWord prefix, ChaseWord rest, const char *fact, gboolean reverse)
{
  g_autofree char *term = reverse ? g_strdup_printf ("(%s).symm", fact) : g_strdup (fact);

  if (prefix.length == 0 && rest.length == 0)
    {
      g_string_append (out, term);
      return;
    }
  g_string_append_printf (out, "congrArg (fun t : %s ⟶ %s => ", room->objects[here],
                          room->objects[there]);
  if (prefix.length > 0)
    {
      append_path (out, room, source, prefix);
      g_string_append (out, " ≫ ");
    }
  g_string_append_c (out, 't');
  if (rest.length > 0)
    {
      g_string_append (out, " ≫ ");
      append_path (out, room, there, rest);
    }
  g_string_append_printf (out, ") %s", term);
}

static void
append_step (GString *out, const ChaseLeanRoom *room, guint32 source, ChaseWord before,
             const ChaseStep *step, guint indent)
{
  const ChasePresentation *p = room->presentation;
  ChaseWord prefix = { before.letters, step->at };
  guint32 here
      = step->at == 0 ? source : chase_presentation_arrow (p, before.letters[step->at - 1])->target;
  guint32 there = here;
  guint32 pair[2];
  ChaseWord left, right, from, rest;
  g_autoptr (GString) fact = g_string_new (NULL);

  sides_of (room, step, &left, &right, pair);
  from = step->reverse ? right : left;
  rest = (ChaseWord){ before.letters + step->at + from.length,
                      before.length - step->at - from.length };
  chase_presentation_path_target (p, here, from, &there);
  g_string_append (out, " := by\n");
  if (step->kind == CHASE_STEP_CANCEL)
    {
      append_cancelled (out, room, step, here, indent);
      g_string_append (fact, "cancelled");
    }
  else
    append_fact (fact, room, step);
  g_string_append_printf (out, "%*s" SIMPA, (int)indent, "");
  append_image (out, room, source, here, there, prefix, rest, fact->str, step->reverse);
  g_string_append_c (out, '\n');
}

static void
append_calc (GString *out, const ChaseLeanRoom *room, guint32 source, const ChaseProof *proof,
             guint32 first, guint32 last, guint indent)
{
  if (first == last)
    {
      g_string_append_printf (out, "%*srfl\n", (int)indent, "");
      return;
    }
  for (guint32 i = first; i < last; i++)
    {
      g_string_append_printf (out, "%*s", (int)indent + (i > first ? 2 : 0), "");
      if (i == first)
        {
          g_string_append (out, "calc ");
          append_path (out, room, source, path_at (proof, i));
          g_string_append_printf (out, "\n%*s", (int)indent + 2, "");
        }
      g_string_append (out, "_ = ");
      append_path (out, room, source, path_at (proof, i + 1));
      append_step (out, room, source, path_at (proof, i), &proof->steps[i], indent + 4);
    }
}

void
chase_lean_room_add (ChaseLeanRoom *room, const char *stem, guint32 source,
                     const ChaseEvidence *proof, guint32 first, guint32 last)
{
  g_string_append_printf (room->lemmas, "theorem %s :\n    ", chase_rocq_name (room->names, stem));
  append_equation (room->lemmas, room, source, path_at (&proof->proof, first),
                   path_at (&proof->proof, last));
  g_string_append (room->lemmas, " := by\n");
  append_calc (room->lemmas, room, source, &proof->proof, first, last, 2);
  g_string_append_c (room->lemmas, '\n');
}

static void
write_properties (const ChaseLeanRoom *room, guint32 i, GString *out)
{
  static const struct
  {
    ChaseProperty property;
    const char *class;
  } classes[] = { { CHASE_PROPERTY_MONO, "Mono" },
                  { CHASE_PROPERTY_EPI, "Epi" },
                  { CHASE_PROPERTY_ISO, "IsIso" },
                  { CHASE_PROPERTY_SPLIT_MONO, "IsSplitMono" },
                  { CHASE_PROPERTY_SPLIT_EPI, "IsSplitEpi" } };
  const ChaseArrow *arrow = chase_presentation_arrow (room->presentation, i);

  if (arrow->formal)
    return;
  for (guint k = 0; k < G_N_ELEMENTS (classes); k++)
    if (arrow->properties & classes[k].property)
      g_string_append_printf (out, "variable [%s %s]\n", classes[k].class, room->arrows[i]);
  if (room->idempotents[i] != NULL)
    g_string_append_printf (out, "variable (%s : %s ≫ %s = %s)\n", room->idempotents[i],
                            room->arrows[i], room->arrows[i], room->arrows[i]);
}

static void
write_hypotheses (const ChaseLeanRoom *room, GString *out)
{
  const ChasePresentation *p = room->presentation;
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint32 i = 0; i < chase_presentation_n_equations (p); i++)
    {
      const ChaseEquation *e = chase_presentation_equation (p, i);

      g_string_append_printf (out, "variable (%s : ", room->equations[i]);
      append_equation (out, room, e->source, e->left, e->right);
      g_string_append (out, ")\n");
      g_string_append_printf (all, " %s", room->equations[i]);
    }
  for (guint32 i = 0; i < chase_presentation_n_arrows (p); i++)
    if (room->idempotents[i] != NULL)
      g_string_append_printf (all, " %s", room->idempotents[i]);
  if (all->len > 0)
    g_string_append_printf (out, "include%s\n", all->str);
}

void
chase_lean_room_write (ChaseLeanRoom *room, const char *name, GString *out)
{
  const ChasePresentation *p = room->presentation;

  g_string_append_printf (out, "\nnamespace %s\n\nvariable {C : Type u} [Category.{v} C]\n", name);
  if (chase_presentation_n_objects (p) > 0)
    {
      g_string_append (out, "variable {");
      for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
        g_string_append_printf (out, "%s ", room->objects[i]);
      g_string_append (out, ": C}\n");
    }
  for (guint32 i = 0; i < chase_presentation_n_arrows (p); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, i);

      if (!arrow->formal)
        g_string_append_printf (out, "variable (%s : %s ⟶ %s)\n", room->arrows[i],
                                room->objects[arrow->source], room->objects[arrow->target]);
    }
  for (guint32 i = 0; i < chase_presentation_n_arrows (p); i++)
    write_properties (room, i, out);
  write_hypotheses (room, out);
  g_string_append_printf (out, "\n%send %s\n", room->lemmas->str, name);
}
