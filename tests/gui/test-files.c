/* SPDX-License-Identifier: MIT */
#include "gui.h"
int main (void) { return 0; }
