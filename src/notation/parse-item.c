/* SPDX-License-Identifier: MIT */
#include "notation/parser.h"

#include <string.h>

#include "i18n.h"

static const char *const item_words[]
    = { "category", "functor", "contravariant", "transformation", "diagram", "macros", "check",
        "ask",      NULL };

static const char *const view_words[]
    = { "image",    "naturality", "opposite", "category", "all",   "sets",
        "elements", "yoneda",     "cone",     "cocone",   "proof", NULL };

/* Appends a comment line, or a blank line where @comment is NULL. */
static void
add_line (GPtrArray **lines, const CommentText *comment)
{
  if (*lines == NULL)
    *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_name_unref);
  g_ptr_array_add (*lines,
                   comment != NULL ? chase_name_new_len (comment->start, comment->length) : NULL);
}

static void
set_behind (ChaseName **behind, const CommentText *comment)
{
  *behind = chase_name_new_len (comment->start, comment->length);
}

/*
 * Reads what stands between two statements: newlines, blank lines, comments. The lexer stands
 * behind the separator, the token that is looked at. A comment on the line of the statement before
 * goes to *@behind, if there is room.
 * @first: nothing stands before in this block, and blank lines are dropped.
 */
static void
read_gap (Parser *parser, GPtrArray **above, ChaseName **behind, gboolean first)
{
  Lexer *lexer = &parser->lexer;
  gboolean same_line = parser->token.kind != TOKEN_NEWLINE;
  gboolean written = same_line; /* something stands on this line */
  gboolean blank = FALSE;

  for (;;)
    {
      notation_lexer_skip_blanks (lexer);
      if (*lexer->at == '\n' || *lexer->at == '\r')
        {
          blank = blank || !written;
          same_line = written = FALSE;
          notation_lexer_skip_newline (lexer);
        }
      else if (*lexer->at == '#')
        {
          CommentText comment = notation_lexer_skip_comment (lexer);

          if (same_line && behind != NULL && *behind == NULL)
            set_behind (behind, &comment);
          else
            {
              if (blank && !(first && *above == NULL))
                add_line (above, NULL);
              blank = FALSE;
              add_line (above, &comment);
            }
          written = TRUE;
        }
      else if (*lexer->at == ';')
        {
          lexer->at++;
          written = TRUE;
        }
      else
        break;
    }
  if (blank && *lexer->at != '}' && *lexer->at != '\0' && !(first && *above == NULL))
    add_line (above, NULL);
}

/* Gives the comments inside the statement that was just read to the lines above it. */
static void
take_interior (Parser *parser, GPtrArray **above)
{
  for (guint i = 0; i < parser->interior->len; i++)
    add_line (above, &g_array_index (parser->interior, CommentText, i));
  g_array_set_size (parser->interior, 0);
}

/* Expects the end of a statement; else reports what is there and goes to it. Takes the comment
 * behind it. */
static void
end_statement (Parser *parser, gboolean fine, ChaseName **behind)
{
  const Token *token = &parser->token;

  if (fine && !notation_ends_statement (token))
    notation_expected (parser, "the end of the statement", NULL);
  notation_recover (parser);
  if (token->comment != NULL && behind != NULL && *behind == NULL)
    set_behind (behind, &(CommentText){ token->comment, token->comment_length });
}

/* Is this an item of the document, so that the block before it was never closed? */
static gboolean
starts_item (const Parser *parser)
{
  const Token *word = &parser->token;
  Token next, after;

  if (word->kind != TOKEN_NAME || word->quoted || word->length < 3)
    return FALSE;
  for (guint i = 0; item_words[i] != NULL; i++)
    if (notation_token_is (word, item_words[i]))
      {
        notation_peek (parser, &next, &after);
        if (next.kind == TOKEN_BAR)
          return notation_token_is (word, "check") || notation_token_is (word, "ask");
        return next.kind == TOKEN_NAME
               && !(notation_token_is (&next, "at")
                    && (after.kind == TOKEN_NUMBER || after.kind == TOKEN_MINUS));
      }
  return FALSE;
}

/* Takes @behind; NULL says nothing. */
static void
set_comment_behind (ChaseStatement *statement, ChaseName *behind)
{
  if (behind != NULL)
    chase_statement_comments (statement)->behind = behind;
}

/* Reads one statement of a block, and returns that to which a comment behind it belongs (or NULL).
 */
static ChaseStatement *
read_block_statement (Parser *parser, ChaseItem *item, GPtrArray *above)
{
  guint n = chase_item_n_statements (item);
  ChaseStatement *head = NULL;
  ChaseName *behind = NULL;
  gboolean fine;

  g_array_set_size (parser->interior, 0);
  fine = notation_read_statement (parser, item);
  if (chase_item_n_statements (item) > n)
    {
      take_interior (parser, &above);
      if (above != NULL)
        chase_statement_comments (chase_item_get_statement (item, n))->above = above;
      head = chase_item_get_statement (item, n);
      /* A comment behind `mono f  epi g` belongs to the head of the last group. */
      for (guint i = n + 1; i < chase_item_n_statements (item); i++)
        if (!chase_item_get_statement (item, i)->joined)
          head = chase_item_get_statement (item, i);
    }
  else if (above != NULL)
    g_ptr_array_unref (above);
  end_statement (parser, fine, head != NULL ? &behind : NULL);
  set_comment_behind (head, behind);
  return head;
}

static void
report_stray (Parser *parser)
{
  if (parser->token.kind == TOKEN_BLOCK_CLOSE)
    notation_error (parser, &parser->token, NULL, "this \"}\" closes nothing");
}

/* At "{": reads up to the matching "}", which is left as the token that is looked at. */
static void
read_block (Parser *parser, ChaseItem *item)
{
  Token open = parser->token;
  ChaseStatement *head = NULL;
  gboolean first = TRUE;

  for (;; first = FALSE)
    {
      GPtrArray *above = NULL;
      ChaseName *behind = head != NULL && head->comments != NULL ? head->comments->behind : NULL;
      Mark before;

      read_gap (parser, &above, first          ? &item->closing.behind
                                : head != NULL ? &behind
                                               : NULL,
                chase_item_n_statements (item) == 0);
      set_comment_behind (head, behind);
      before = notation_mark (parser);
      notation_advance (parser);
      if (parser->token.kind == TOKEN_BLOCK_CLOSE)
        {
          item->closing.above = above;
          return;
        }
      if (parser->token.kind == TOKEN_END || starts_item (parser))
        {
          notation_error (parser, &open, NULL, "this block is never closed: a \"}\" is missing");
          if (parser->token.kind == TOKEN_END)
            item->closing.above = above;
          else
            {
              notation_back_to (parser, &before);
              parser->token.kind = TOKEN_NEWLINE;
              parser->held = above;
            }
          return;
        }
      head = read_block_statement (parser, item, above);
      /* END and the closing brace were looked at already: let the gap see them again. */
      if (parser->token.kind == TOKEN_BLOCK_CLOSE || parser->token.kind == TOKEN_END)
        {
          if (parser->token.kind == TOKEN_END)
            notation_error (parser, &open, NULL, "this block is never closed: a \"}\" is missing");
          return;
        }
    }
}

/* Steps over newlines in front of a "{" that opens the block on a line of its own. */
static gboolean
at_block (Parser *parser)
{
  Mark mark = notation_mark (parser);

  while (parser->token.kind == TOKEN_NEWLINE)
    {
      CommentText comment = { parser->token.comment, parser->token.comment_length };

      if (comment.start != NULL)
        g_array_append_val (parser->interior, comment);
      notation_advance (parser);
    }
  if (parser->token.kind == TOKEN_BLOCK_OPEN)
    return TRUE;
  notation_back_to (parser, &mark);
  return FALSE;
}

/* "{" statements "}", or "=" expression. */
static gboolean
read_body (Parser *parser, ChaseItem *item)
{
  if (at_block (parser))
    {
      take_interior (parser, &item->comments.above);
      read_block (parser, item);
      return TRUE;
    }
  if (item->table || !notation_accept (parser, TOKEN_EQUALS))
    {
      notation_expected (parser, item->table ? "\"{\"" : "\"{\" or \"=\"", NULL);
      return FALSE;
    }
  g_clear_pointer (&item->statements, g_ptr_array_unref);
  if (item->kind == CHASE_ITEM_DIAGRAM)
    return notation_read_view (parser, item);
  item->expression = notation_read_term (parser, TERM_ANYWHERE);
  return item->expression != NULL;
}

/* Behind the first path: "=" path "in" diagram. */
static gboolean
read_proof (Parser *parser, ChaseItem *item)
{
  if (!notation_expect (parser, TOKEN_EQUALS, "\"=\""))
    return FALSE;
  item->at = notation_read_term (parser, TERM_ANYWHERE);
  if (item->at == NULL || !notation_expect_word (parser, "in"))
    return FALSE;
  item->from = notation_read_term (parser, TERM_ANYWHERE);
  return item->from != NULL;
}

/* Behind `sets M`: "at" element ["along" path ["=" path]]. */
static gboolean
read_chase (Parser *parser, ChaseItem *item)
{
  ChaseTerm *path;

  if (!notation_accept_word (parser, "at"))
    return TRUE;
  item->at = notation_read_element (parser);
  if (item->at == NULL || !notation_accept_word (parser, "along"))
    return item->at != NULL;
  item->proposition = chase_proposition_new (CHASE_PROPOSITION_EQUATION);
  path = notation_read_term (parser, TERM_ANYWHERE);
  if (path == NULL)
    return FALSE;
  chase_proposition_take (&item->proposition->terms, path);
  if (!notation_accept (parser, TOKEN_EQUALS))
    return TRUE;
  path = notation_read_term (parser, TERM_ANYWHERE);
  if (path != NULL)
    chase_proposition_take (&item->proposition->terms, path);
  return path != NULL;
}

gboolean
notation_read_view (Parser *parser, ChaseItem *item)
{
  g_autofree char *word = NULL;
  g_autofree char *hint = NULL;

  if (parser->token.kind == TOKEN_NAME && !parser->token.quoted && parser->token.length < 32)
    word = g_strndup (parser->token.start, parser->token.length);
  if (word == NULL || !chase_view_parse (word, &item->view))
    {
      hint = notation_hint_for (parser, &parser->token, view_words);
      notation_expected (parser,
                         "image, naturality, opposite, category, all, sets, elements, yoneda, "
                         "cone, cocone or proof",
                         hint);
      return FALSE;
    }
  notation_advance (parser);
  item->expression = notation_read_term (parser, TERM_ANYWHERE);
  if (item->expression == NULL)
    return FALSE;
  if (item->view == CHASE_VIEW_PROOF)
    return read_proof (parser, item);
  if (item->view == CHASE_VIEW_SETS)
    return read_chase (parser, item);
  if (item->view == CHASE_VIEW_YONEDA
          ? !notation_expect_word (parser, "at")
          : (item->view != CHASE_VIEW_NATURALITY || !notation_accept_word (parser, "at")))
    return item->view != CHASE_VIEW_YONEDA;
  item->at = notation_read_term (parser, TERM_ANYWHERE);
  return item->at != NULL;
}

/* NAME [STRING] */
static gboolean
read_title (Parser *parser, ChaseItem *item)
{
  item->name = notation_read_name (parser, "a name", NULL);
  return item->name != NULL && notation_read_label (parser, &item->label);
}

static gboolean
read_category (Parser *parser, ChaseItem *item)
{
  if (!read_title (parser, item))
    return FALSE;
  item->table = notation_accept_word (parser, "table");
  return TRUE;
}

/* ":" from arrow to, of a functor or a transformation. */
static gboolean
read_ends (Parser *parser, ChaseItem *item, TokenKind arrow, TokenKind other)
{
  gboolean cell = arrow == TOKEN_CELL;

  if (!read_title (parser, item) || !notation_expect (parser, TOKEN_COLON, "\":\""))
    return FALSE;
  item->from = notation_read_term (parser, TERM_ANYWHERE);
  if (item->from == NULL)
    return FALSE;
  if (parser->token.kind != arrow)
    {
      const char *hint = cell ? _ ("a transformation goes between functors: alpha : F => G")
                              : _ ("a functor goes between categories: F : C -> D");

      notation_expected (parser, cell ? "\"=>\"" : "\"->\"", hint);
      if (parser->token.kind != other)
        return FALSE;
    }
  notation_advance (parser);
  item->to = notation_read_term (parser, TERM_ANYWHERE);
  return item->to != NULL;
}

static gboolean
read_diagram (Parser *parser, ChaseItem *item)
{
  if (!read_title (parser, item))
    return FALSE;
  if (!notation_accept_word (parser, "in"))
    return TRUE;
  item->to = notation_read_term (parser, TERM_ANYWHERE);
  return item->to != NULL;
}

static gboolean
read_header (Parser *parser, ChaseItem *item)
{
  switch (item->kind)
    {
    case CHASE_ITEM_CATEGORY:
      return read_category (parser, item);
    case CHASE_ITEM_FUNCTOR:
      return read_ends (parser, item, TOKEN_ARROW, TOKEN_CELL);
    case CHASE_ITEM_TRANSFORMATION:
      return read_ends (parser, item, TOKEN_CELL, TOKEN_ARROW);
    case CHASE_ITEM_DIAGRAM:
    case CHASE_ITEM_CHECK:
    case CHASE_ITEM_MACROS:
    default:
      return read_diagram (parser, item);
    }
}

/* After an error in a header: goes to the block on the same line, if there is one. */
static gboolean
find_block (Parser *parser)
{
  parser->lexer.recovering = TRUE;
  while (parser->token.kind != TOKEN_BLOCK_OPEN && !notation_ends_statement (&parser->token))
    notation_advance (parser);
  parser->lexer.recovering = FALSE;
  return at_block (parser);
}

/* Returns the next line that starts with the word of an item, or the end of the text. */
static const char *
next_item (const char *text)
{
  for (const char *line = strpbrk (text, "\r\n"); line != NULL; line = strpbrk (line, "\r\n"))
    {
      line++;
      for (guint i = 0; item_words[i] != NULL; i++)
        if (g_str_has_prefix (line, item_words[i]) && line[strlen (item_words[i])] == ' ')
          return line;
    }
  return text + strlen (text);
}

/* "{" TeX "}", where braces inside have partners. A block that is never closed ends before what
 * looks like an item. */
static gboolean
read_tex_block (Parser *parser, ChaseItem *item)
{
  Token open = parser->token;
  const char *start = parser->lexer.at;
  const char *end = chase_tex_block_end (start);
  g_autofree char *text = NULL;
  g_autoptr (ChaseItem) made = NULL;

  if (*end == '\0')
    {
      notation_error (parser, &open, NULL, "this block is never closed: a \"}\" is missing");
      end = next_item (start);
      notation_lexer_skip_to (&parser->lexer, end);
      parser->token.kind = TOKEN_NEWLINE;
      parser->token.comment = NULL;
      return FALSE;
    }
  text = g_strndup (start, (gsize)(end - start));
  made = chase_item_new_macros (text);
  chase_name_set (&item->tex, made->tex);
  notation_lexer_skip_to (&parser->lexer, end + 1);
  notation_advance (parser);
  return TRUE;
}

/* TeX definitions, in a block or in strings. */
static gboolean
read_macros (Parser *parser, ChaseItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ChaseItem) made = NULL;

  if (at_block (parser))
    {
      take_interior (parser, &item->comments.above);
      return read_tex_block (parser, item);
    }
  do
    {
      g_autoptr (ChaseName) line = NULL;

      if (parser->token.kind != TOKEN_STRING)
        {
          notation_expected (parser, "\"{\" or a string of TeX definitions",
                             "macros { \\newcommand{\\im}{\\mathrm{im}} }");
          return FALSE;
        }
      if (!notation_read_label (parser, &line))
        return FALSE;
      g_string_append_printf (text, "%s\n", line);
    }
  while (notation_accept (parser, TOKEN_COMMA));
  made = chase_item_new_macros (text->str);
  chase_name_set (&item->tex, made->tex);
  return TRUE;
}

/* Returns the kind of item that @word starts, or G_MAXUINT. */
static guint
kind_of (const Token *word)
{
  static const struct
  {
    const char *word;
    ChaseItemKind kind;
  } kinds[] = {
    { "category", CHASE_ITEM_CATEGORY },     { "functor", CHASE_ITEM_FUNCTOR },
    { "contravariant", CHASE_ITEM_FUNCTOR }, { "transformation", CHASE_ITEM_TRANSFORMATION },
    { "diagram", CHASE_ITEM_DIAGRAM },       { "check", CHASE_ITEM_CHECK },
    { "macros", CHASE_ITEM_MACROS },         { "ask", CHASE_ITEM_CHECK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (notation_token_is (word, kinds[i].word))
      return kinds[i].kind;
  return G_MAXUINT;
}

/* What stands where an item should: reports it. Returns what was probably meant, or G_MAXUINT. */
static guint
guess_kind (Parser *parser, Token *word)
{
  const char *guess = notation_guess (parser, word, item_words);
  g_autofree char *hint = NULL;
  g_autofree char *text = NULL;
  Token next;

  if (word->kind == TOKEN_BLOCK_CLOSE)
    {
      report_stray (parser);
      return G_MAXUINT;
    }
  notation_peek (parser, &next, NULL);
  if (guess != NULL && (next.kind == TOKEN_NAME || (next.kind == TOKEN_BAR && guess[2] == 'e')))
    {
      hint = g_strdup_printf (_ ("did you mean \"%s\"?"), guess);
      text = notation_token_text (word);
      notation_error (parser, word, hint, "%s is no statement of a document", text);
      *word = (Token){ .start = guess,
                       .length = strlen (guess),
                       .kind = TOKEN_NAME,
                       .line = word->line,
                       .column = word->column };
      return kind_of (word);
    }
  if (word->kind == TOKEN_NAME
      && (next.kind == TOKEN_COLON || next.kind == TOKEN_EQUALS || next.kind == TOKEN_DOT
          || next.kind == TOKEN_THEN || notation_token_is (word, "object")
          || notation_token_is (word, "objects")))
    hint = g_strdup (_ ("this belongs inside category NAME { ... } or diagram NAME { ... }"));
  notation_expected (parser, "category, functor, transformation, diagram, macros, check or ask",
                     hint);
  return G_MAXUINT;
}

static gboolean
read_check (Parser *parser, ChaseItem *item, const Token *word)
{
  item->asked = notation_token_is (word, "ask");
  item->proposition = notation_read_check (parser, &item->negated);
  return item->proposition != NULL;
}

/* Behind the keyword. Returns TRUE when @item is whole enough to be kept. */
static gboolean
read_item_body (Parser *parser, ChaseItem *item, const Token *word)
{
  gboolean header;

  if (item->kind == CHASE_ITEM_CHECK || item->kind == CHASE_ITEM_MACROS)
    {
      gboolean fine = item->kind == CHASE_ITEM_CHECK ? read_check (parser, item, word)
                                                     : read_macros (parser, item);

      end_statement (parser, fine, &item->comments.behind);
      report_stray (parser);
      return fine;
    }
  if (notation_token_is (word, "contravariant"))
    {
      item->contravariant = TRUE;
      if (!notation_expect_word (parser, "functor"))
        {
          notation_recover (parser);
          return FALSE;
        }
    }
  header = read_header (parser, item);
  if (header || find_block (parser))
    {
      gboolean fine = read_body (parser, item);

      if (!fine || item->statements == NULL)
        {
          end_statement (parser, fine, &item->comments.behind);
          report_stray (parser);
        }
      return header && fine;
    }
  end_statement (parser, FALSE, NULL);
  return FALSE;
}

/* At the first token of an item. Takes @above. Returns where a comment behind it goes, or NULL. */
static ChaseName **
read_item (Parser *parser, GPtrArray *items, GPtrArray *above)
{
  Token word = parser->token;
  guint kind = kind_of (&word);
  ChaseItem *item;

  g_array_set_size (parser->interior, 0);
  if (kind == G_MAXUINT)
    kind = guess_kind (parser, &word);
  if (kind == G_MAXUINT)
    {
      if (word.kind != TOKEN_BLOCK_CLOSE)
        notation_recover (parser);
      g_clear_pointer (&above, g_ptr_array_unref);
      return NULL;
    }
  item = chase_item_new (kind);
  item->line = word.line;
  item->column = word.column;
  item->comments.above = above;
  notation_advance (parser);
  if (!read_item_body (parser, item, &word))
    {
      chase_item_unref (item);
      return NULL;
    }
  take_interior (parser, &item->comments.above);
  g_ptr_array_add (items, item);
  return &item->comments.behind;
}

ChaseDocument *
notation_read_document (Parser *parser)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_item_unref);
  GPtrArray *above = NULL;
  ChaseName **behind = NULL;

  for (;;)
    {
      above = g_steal_pointer (&parser->held);
      /* What stood before was dropped: no blank line goes before the first item. */
      while (items->len == 0 && above != NULL && above->len > 0 && above->pdata[0] == NULL)
        g_ptr_array_remove_index (above, 0);
      read_gap (parser, &above, behind, items->len == 0);
      notation_advance (parser);
      if (parser->token.kind == TOKEN_END)
        break;
      behind = read_item (parser, items, above);
      if (parser->token.kind == TOKEN_END)
        {
          above = NULL;
          break;
        }
    }
  return chase_document_new_take (items, above);
}
