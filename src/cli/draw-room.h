/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/cli.h"
#include "drawing/export.h"
#include "layout/layout.h"
#include "typeset/fonts.h"
#include "typeset/macros.h"

G_BEGIN_DECLS

/**
 * CliDrawRoom:
 *
 * What a command needs of drawing, layout and typesetting. These rooms bring cairo, Pango,
 * fontconfig and Graphviz with them, whose loading would double the time that `chase check` takes
 * to start. They live in a module of their own, which the commands that draw load.
 */
typedef struct _CliDrawRoom
{
  __typeof__ (chase_fonts_new) *fonts_new;
  __typeof__ (chase_fonts_get_notice) *fonts_get_notice;
  __typeof__ (chase_fonts_unref) *fonts_unref;
  __typeof__ (chase_macros_new) *macros_new;
  __typeof__ (chase_macros_parse) *macros_parse;
  __typeof__ (chase_macros_used) *macros_used;
  __typeof__ (chase_macros_unref) *macros_unref;
  __typeof__ (chase_diagram_list_steps) *list_steps;
  __typeof__ (chase_export) *export;
  __typeof__ (chase_theme_parse) *theme_parse;
  __typeof__ (chase_export_options_init) *export_options_init;
  __typeof__ (chase_export_parse_background) *parse_background;
  __typeof__ (chase_export_extract_source) *extract_source;
  __typeof__ (chase_layout) *layout;
  __typeof__ (chase_layout_options_init) *layout_options_init;
} CliDrawRoom;

/** The symbol of the module's table, and its file's name. */
#define CLI_DRAW_ROOM_SYMBOL "cli_draw_room_table"
#define CLI_DRAW_ROOM_FILE "chase-draw.so"

/**
 * Returns the rooms that draw, loading them at the first call: from the folder of the program, or
 * from where the program was installed. Returns NULL and sets @error (CLI_ERROR_INPUT) where they
 * are not there. Any thread.
 */
const CliDrawRoom *
cli_draw_room (Cli *cli, GError **error);

G_END_DECLS
