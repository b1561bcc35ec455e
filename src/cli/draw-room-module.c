/* SPDX-License-Identifier: MIT */
#include "cli/draw-room.h"

extern const CliDrawRoom cli_draw_room_table;

const CliDrawRoom cli_draw_room_table = {
  .fonts_new = chase_fonts_new,
  .fonts_get_notice = chase_fonts_get_notice,
  .fonts_unref = chase_fonts_unref,
  .macros_new = chase_macros_new,
  .macros_parse = chase_macros_parse,
  .macros_used = chase_macros_used,
  .macros_unref = chase_macros_unref,
  .list_steps = chase_diagram_list_steps,
  .export = chase_export,
  .theme_parse = chase_theme_parse,
  .export_options_init = chase_export_options_init,
  .parse_background = chase_export_parse_background,
  .extract_source = chase_export_extract_source,
  .layout = chase_layout,
  .layout_options_init = chase_layout_options_init,
};
