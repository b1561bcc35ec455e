/* SPDX-License-Identifier: MIT */

/* LaTeX as people write it, and what is read from it, in quiver's JSON: each was looked at beside
   what LaTeX prints. */
#include "vectors.h"

#include <string.h>

static const struct
{
  const char *latex, *json;
} snippets[] = {
  { "\\begin{tikzcd}\nA \\arrow[r, \"f\"] \\arrow[d, shift left=1ex, \"g\"] \\arrow[d, shift "
    "right=1ex, \"h\"'] & B \\arrow[d, bend left=40, \"k\"] \\arrow[d, bend right] \\\\ C "
    "\\arrow[r, \"m\"'] & D\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1,\"f\"],[0,2,\"g\",0,{\"offset\":-2,"
    "\"arrowchase\":{\"offset\":-1.792}}],[0,2,\"h\",2,{\"offset\":2,\"arrowchase\":{\"offset\":1."
    "792}}],[1,3,\"k\",0,{\"curve\":-3,\"arrowchase\":{\"bend\":-40}}],[1,3,\"\",0,{\"curve\":2,"
    "\"arrowchase\":{\"bend\":30}}],[2,3,\"m\",2]]" },
  { "\\begin{tikzcd}\nA \\times_C B \\arrow[r] \\arrow[d] \\arrow[dr, phantom, \"\\lrcorner\", "
    "very near start] & B \\arrow[d] \\\\ A \\arrow[r] & C\n\\end{tikzcd}",
    "[0,4,[0,0,\"A \\\\times_C "
    "B\"],[1,0,\"B\"],[0,1,\"A\"],[1,1,\"C\"],[0,1],[0,2],[0,3,\"\",1,{\"style\":{\"name\":"
    "\"corner\"}}],[1,3],[2,3]]" },
  { "\\begin{tikzcd}\nA \\arrow[r] \\arrow[d] & B \\arrow[d] \\\\ C \\arrow[r] & D \\arrow[ul, "
    "phantom, \"\\ulcorner\" near start]\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1],[0,2],[1,3],[2,3],[3,0,\"\",1,{"
    "\"style\":{\"name\":\"corner\"}}]]" },
  { "\\begin{tikzcd}\n\\bullet \\arrow[from=1-1, to=1-2, \"f\"] \\arrow[from=1-1, to=2-2, \"h\"'] "
    "& \\bullet \\arrow[from=1-2,to=2-2] \\\\ & \\bullet\n\\end{tikzcd}",
    "[0,3,[0,0,\"\\\\bullet\"],[1,0,\"\\\\bullet\"],[1,1,\"\\\\bullet\"],[0,1,\"f\"],[0,2,\"h\",2],"
    "[1,2]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, bend left=50, \"\"{name=U, below}, \"F\"] \\arrow[r, bend "
    "right=50, \"\"{name=D}, \"G\"'] & B \\arrow[Rightarrow, shorten <=2pt, shorten >=2pt, from=U, "
    "to=D, \"\\alpha\"]\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"F\",0,{\"curve\":-3,\"arrowchase\":{\"bend\":-50}}],[0,1,"
    "\"G\",2,{\"curve\":3,\"arrowchase\":{\"bend\":50}}],[2,3,\"\\\\alpha\",0,{\"shorten\":{"
    "\"source\":13,\"target\":13}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, \"F\", \"\"{name=U,inner sep=1pt,below}, bend left] \\arrow[r, "
    "\"G\"', \"\"{name=V,inner sep=1pt,above}, bend right] & B \\arrow[Rightarrow, from=U, to=V, "
    "\"\\eta\"]\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"F\",0,{\"curve\":-2,\"arrowchase\":{\"bend\":-30}}],[0,1,"
    "\"G\",2,{\"curve\":2,\"arrowchase\":{\"bend\":30}}],[2,3,\"\\\\eta\"]]" },
  { "\\begin{tikzcd}\nA \\arrow[loop above, \"f\"] \\arrow[r] & B \\arrow[loop right, "
    "\"g\"]\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,0,\"f\",0,{\"arrowchase\":{\"tikzloop\":\"loop "
    "above\"}}],[0,1],[1,1,\"g\",0,{\"angle\":90,\"arrowchase\":{\"tikzloop\":\"loop right\"}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, \"f\" description, \"g\"' near start] & B\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",1,{\"arrowchase\":{\"labels\":[{\"text\":\"g\","
    "\"side\":\"right\",\"at\":0.2}]}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, \"f\" {description, near start}, \"g\" {pos=.8, swap}] & "
    "B\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",1,{\"label_position\":20,\"arrowchase\":{\"labels\":[{"
    "\"text\":\"g\",\"side\":\"right\",\"at\":0.8}]}}]]" },
  { "\\begin{tikzcd}\nA % comment one \\arrow[r]\n \\arrow[r, \"f\"% comment two\n , \"g\"' % "
    "three\n ] & B \\\\ % four\n C \\arrow[u] & D\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1,\"f\",0,{\"arrowchase\":{\"labels\":"
    "[{\"text\":\"g\",\"side\":\"right\"}]}}],[2,0]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, rightharpoonup, shift left] \\arrow[r, leftharpoondown, shift "
    "right] & B\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"\",0,{\"offset\":-1,\"style\":{\"head\":{\"name\":"
    "\"harpoon\",\"side\":\"top\"}}}],[1,0,\"\",0,{\"offset\":-1,\"style\":{\"head\":{\"name\":"
    "\"harpoon\",\"side\":\"top\"}}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[out=30, in=150, loop, \"f\"] \\arrow[r, out=45, in=135] & "
    "B\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,0,\"f\",0,{\"radius\":-3,\"angle\":180,\"arrowchase\":{"
    "\"tikzloop\":\"out=30, in=150, "
    "loop\"}}],[0,1,\"\",0,{\"curve\":-3,\"arrowchase\":{\"out\":45,\"in\":135}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[to path={ -- ([yshift=-4ex]\\tikztostart.south) -| "
    "(\\tikztotarget)}, rr] & B & C\n\\end{tikzcd}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,2,\"\",0,{\"curve\":3,\"arrowchase\":{\"out\":270,"
    "\"tikz\":\"to path={ -- ([yshift=-4ex]\\\\tikztostart.south) -| (\\\\tikztotarget)}\"}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, \"\\perp\" description, phantom] \\arrow[r, shift left=2, "
    "\"L\"] & B \\arrow[l, shift left=2, \"R\"]\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"\\\\perp\",1,{\"style\":{\"body\":{\"name\":\"none\"},"
    "\"head\":{\"name\":\"none\"}}}],[0,1,\"L\",0,{\"offset\":-2}],[1,0,\"R\",0,{\"offset\":-2}]"
    "]" },
  { "\\begin{tikzcd}\nA \\arrow[r, \"F\"{name=F}, bend left=25] & B \\arrow[l, \"G\"{name=G}, bend "
    "left=25] \\arrow[phantom, from=F, to=G, \"\\dashv\" rotate=-90]\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"F\",0,{\"curve\":-2,\"arrowchase\":{\"bend\":-25}}],[1,0,"
    "\"G\",0,{\"curve\":-2,\"arrowchase\":{\"bend\":-25}}],[2,3,\"\",0,{\"level\":1,\"style\":{"
    "\"name\":\"adjunction\"}}]]" },
  { "\\begin{tikzcd}\nX \\arrow[drr, bend left, \"x\"] \\arrow[ddr, bend right, \"y\"'] "
    "\\arrow[dr, dotted, \"{(x,y)}\" description] & & \\\\ & X \\times_Z Y \\arrow[r, \"p\"] "
    "\\arrow[d, \"q\"'] & X \\arrow[d, \"f\"] \\\\ & Y \\arrow[r, \"g\"'] & Z\n\\end{tikzcd}",
    "[0,5,[0,0,\"X\"],[1,1,\"X \\\\times_Z "
    "Y\"],[2,1,\"X\"],[1,2,\"Y\"],[2,2,\"Z\"],[0,2,\"x\",0,{\"curve\":-2,\"arrowchase\":{\"bend\":-"
    "30}}],[0,3,\"y\",2,{\"curve\":2,\"arrowchase\":{\"bend\":30}}],[0,1,\"(x,y)\",1,{\"style\":{"
    "\"body\":{\"name\":\"dotted\"}}}],[1,2,\"p\"],[1,3,\"q\",2],[2,4,\"f\"],[3,4,\"g\",2]]" },
  { "\\begin{tikzcd}\nA \\rar{f} \\dar[swap]{g} & B \\dar{h} \\\\ C \\rar[dashed]{k} & "
    "D\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1,\"f\"],[0,2,\"g\",2],[1,3,\"h\"],[2,"
    "3,\"k\",0,{\"style\":{\"body\":{\"name\":\"dashed\"}}}]]" },
  { "\\begin{tikzcd}\nA \\arrow{r}{f} \\arrow{d}[swap]{g} & B \\arrow{d}{h} \\\\ C "
    "\\arrow{r}[swap]{k} & D\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1,\"f\"],[0,2,\"g\",2],[1,3,\"h\"],[2,"
    "3,\"k\",2]]" },
  { "\\begin{tikzcd}\nA \\arrow[hook]{r}{f} \\arrow[dashed, bend left]{rr}[description]{g} & B "
    "\\arrow[two heads]{r} & C\n\\end{tikzcd}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"f\",0,{\"style\":{\"tail\":{\"name\":\"hook\","
    "\"side\":\"top\"}}}],[0,2,\"g\",1,{\"curve\":-2,\"style\":{\"body\":{\"name\":\"dashed\"}},"
    "\"arrowchase\":{\"bend\":-30}}],[1,2,\"\",0,{\"style\":{\"head\":{\"name\":\"epi\"}}}]]" },
  { "\\begin{tikzcd}\nA \\ar[r, \"f\"] \\ar[dr, \"{f,g}\"'] & B \\ar[d, \"\\text{some $x$ text}\"] "
    "\\\\ & C\n\\end{tikzcd}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[1,1,\"C\"],[0,1,\"f\"],[0,2,\"f,g\",2],[1,2,\"\\\\text{some $x$ "
    "text}\"]]" },
  { "\\begin{tikzcd}\nA \\ar[r, \"a {b} c\", \"\\{x\\}\"'] & B \\ar[r, \"``q''\"] & "
    "C\n\\end{tikzcd}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"a {b} "
    "c\",0,{\"arrowchase\":{\"labels\":[{\"text\":\"\\\\{x\\\\}\",\"side\":\"right\"}]}}],[1,2,\"``"
    "q''\"]]" },
  { "\\begin{tikzcd}\nA \\arrow[r] &[2em] B \\arrow[r] &[-1em] C \\\\[2ex] D \\arrow[r] & E & "
    "F\n\\end{tikzcd}",
    "[0,6,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"D\"],[1,1,\"E\"],[2,1,\"F\"],[0,1],[1,2],[3,4]"
    "]" },
  { "\\begin{tikzcd}\n|[alias=X]| A \\arrow[r] & |(Y)| B \\arrow[from=X, to=Y, bend left] \\\\ "
    "|[draw, circle]| C \\arrow[u] & |[red]| D\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\",[0,100,50,1]],[0,1],[0,1,\"\",0,{"
    "\"curve\":-2,\"arrowchase\":{\"bend\":-30}}],[2,0,\"\",0,{\"arrowchase\":{\"source\":{"
    "\"outline\":\"circle\",\"tikz\":\"draw, circle\"}}}]]" },
  { "\\begin{tikzcd}\n{} \\arrow[r, \"f\"] & {A \\atop B} \\arrow[r] & "
    "\\substack{a\\\\b}\n\\end{tikzcd}",
    "[0,3,[0,0],[1,0,\"A \\\\atop B\"],[2,0,\"\\\\substack{a\\\\\\\\b}\"],[0,1,\"f\"],[1,2]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, maps to, \"f\"] & B \\arrow[r, two heads, hook] & C \\arrow[r, "
    "\"/\" marking] & D \\arrow[r, \"\\shortmid\" marking, \"P\"] & E\n\\end{tikzcd}",
    "[0,5,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[4,0,\"E\"],[0,1,\"f\",0,{\"style\":{"
    "\"tail\":{\"name\":\"maps "
    "to\"}}}],[1,2,\"\",0,{\"style\":{\"tail\":{\"name\":\"hook\",\"side\":\"top\"},\"head\":{"
    "\"name\":\"epi\"}}}],[2,3,\"/"
    "\",3],[3,4,\"P\",0,{\"style\":{\"body\":{\"name\":\"barred\"}}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, Rightarrow, no head] & B \\arrow[r, equals] & C \\arrow[r, "
    "double equal sign distance, no head] & D\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[0,1,\"\",0,{\"level\":2,\"style\":{"
    "\"head\":{\"name\":\"none\"}}}],[1,2,\"\",0,{\"level\":2,\"style\":{\"head\":{\"name\":"
    "\"none\"}}}],[2,3,\"\",0,{\"level\":2,\"style\":{\"head\":{\"name\":\"none\"}}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[rd, \"f\"'] \\arrow[rr, \"h\", \"\"'{name=H}] & & C \\\\ & B "
    "\\arrow[ru, \"g\"'] \\arrow[Rightarrow, to=H, \"\\alpha\"]\n\\end{tikzcd}",
    "[0,3,[0,0,\"A\"],[2,0,\"C\"],[1,1,\"B\"],[0,2,\"f\",2],[0,1,\"h\"],[2,1,\"g\",2],[2,4,"
    "\"\\\\alpha\"]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, leftarrow, \"f\"] & B \\arrow[r, <-, \"g\"] & C \\arrow[r, <->] "
    "& D \\arrow[r, ->>] & E \\arrow[r, >->] & F \\arrow[r, |->] & G\n\\end{tikzcd}",
    "[0,7,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[4,0,\"E\"],[5,0,\"F\"],[6,0,\"G\"],[1,0,"
    "\"f\",2],[2,1,\"g\",2],[2,3,\"\",0,{\"style\":{\"tail\":{\"name\":\"arrowhead\"}}}],[3,4,\"\","
    "0,{\"style\":{\"head\":{\"name\":\"epi\"}}}],[4,5,\"\",0,{\"style\":{\"tail\":{\"name\":"
    "\"mono\"}}}],[5,6,\"\",0,{\"style\":{\"tail\":{\"name\":\"maps to\"}}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[d, \"f\"{left}] \\arrow[d, bend left=60, \"g\"{right}] \\\\ "
    "B\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[0,1,\"B\"],[0,1,\"f\",2],[0,1,\"g\",0,{\"curve\":-4,\"arrowchase\":{"
    "\"bend\":-60}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, \"f\"] \\arrow[rr, bend right, \"g \\circ f\"'] & B \\arrow[r, "
    "\"g\"] & C\n\\end{tikzcd}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"f\"],[0,2,\"g \\\\circ "
    "f\",2,{\"curve\":2,\"arrowchase\":{\"bend\":30}}],[1,2,\"g\"]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, equal] \\arrow[d, \"\\mathrm{id}_A\"'] & A \\arrow[d, \"f\"] "
    "\\\\ A \\arrow[r, \"f\"] & B\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"A\"],[0,1,\"A\"],[1,1,\"B\"],[0,1,\"\",0,{\"level\":2,\"style\":{"
    "\"head\":{\"name\":\"none\"}}}],[0,2,\"\\\\mathrm{id}_A\",2],[1,3,\"f\"],[2,3,\"f\"]]" },
  { "\\begin{tikzcd}\nA \\arrow[dr, \"f\", phantom] & B \\\\ C & D \\arrow[ul, "
    "\"\\urcorner\"{pos=0.1}, phantom]\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,3,\"f\",1,{\"style\":{\"body\":{"
    "\"name\":\"none\"},\"head\":{\"name\":\"none\"}}}],[3,0,\"\\\\urcorner\",1,{\"label_"
    "position\":10,\"style\":{\"body\":{\"name\":\"none\"},\"head\":{\"name\":\"none\"}}}]]" },
  { "\\begin{tikzcd}\nA\\arrow[r,\"f\"]&B\\arrow[r,\"g\"]&C\\\\D\\arrow[u]&E\\arrow[u]&F\\arrow[u]"
    "\n\\end{tikzcd}",
    "[0,6,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"D\"],[1,1,\"E\"],[2,1,\"F\"],[0,1,\"f\"],[1,2,"
    "\"g\"],[3,0],[4,1],[5,2]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, -{Stealth[length=3mm]}, \"f\"] & B \\arrow[r, -{Latex}] & C "
    "\\arrow[r, tips=never] & D\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[0,1,\"f\",0,{\"arrowchase\":{\"tikz\":"
    "\"-{Stealth[length=3mm]}\"}}],[1,2,\"\",0,{\"arrowchase\":{\"tikz\":\"-{Latex}\"}}],[2,3,\"\","
    "0,{\"arrowchase\":{\"tikz\":\"tips=never\"}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, hookrightarrow, \"f\"] & B \\arrow[r, twoheadrightarrow] & C "
    "\\arrow[r, rightarrowtail] & D \\arrow[r, hookleftarrow] & E\n\\end{tikzcd}",
    "[0,5,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[4,0,\"E\"],[0,1,\"f\",0,{\"style\":{"
    "\"tail\":{\"name\":\"hook\",\"side\":\"top\"}}}],[1,2,\"\",0,{\"style\":{\"head\":{\"name\":"
    "\"epi\"}}}],[2,3,\"\",0,{\"style\":{\"tail\":{\"name\":\"mono\"}}}],[4,3,\"\",0,{\"style\":{"
    "\"tail\":{\"name\":\"hook\",\"side\":\"bottom\"}}}]]" },
  { "\\begin{tikzcd}\n\\mathbf{Top} \\arrow[r, bend left, \"\\pi_1\"{name=A}] \\arrow[r, bend "
    "right, \"H_1\"'{name=B}] & \\mathbf{Grp} \\arrow[from=A, to=B, Rightarrow, \"h\", shorten "
    ">=1ex, shorten <=1ex]\n\\end{tikzcd}",
    "[0,2,[0,0,\"\\\\mathbf{Top}\"],[1,0,\"\\\\mathbf{Grp}\"],[0,1,\"\\\\pi_1\",0,{\"curve\":-2,"
    "\"arrowchase\":{\"bend\":-30}}],[0,1,\"H_1\",2,{\"curve\":2,\"arrowchase\":{\"bend\":30}}],[2,"
    "3,\"h\",0,{\"shorten\":{\"source\":30,\"target\":30}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, triple] & B \\arrow[r, Rightarrow, scaling nfold=3] & "
    "C\n\\end{tikzcd}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"\",0,{\"arrowchase\":{\"tikz\":\"triple\"}}],["
    "1,2,\"\",0,{\"level\":3}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, \"f\" {sloped, above}, bend left] \\arrow[dr, \"g\" sloped] & B "
    "\\\\ & C\n\\end{tikzcd}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[1,1,\"C\"],[0,1,\"f\",0,{\"curve\":-2,\"arrowchase\":{\"bend\":-"
    "30,\"sloped\":true}}],[0,2,\"g\",0,{\"arrowchase\":{\"sloped\":true}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, from=1-1, to=1-2, \"0\"{name=0, anchor=center, inner sep=0}, "
    "curve={height=-12pt}] & B \\arrow[\"1\"{name=1, anchor=center, inner sep=0}, "
    "curve={height=12pt}, from=1-1, to=1-2] \\arrow[shorten <=3pt, shorten >=3pt, Rightarrow, "
    "from=0, to=1]\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"0\",1,{\"curve\":-2,\"arrowchase\":{\"tikzlabel\":\"fill="
    "none\"}}],[0,1,\"1\",1,{\"curve\":2,\"arrowchase\":{\"tikzlabel\":\"fill=none\"}}],[2,3,\"\","
    "0,{\"shorten\":{\"source\":17,\"target\":17}}]]" },
  { "\\begin{tikzcd}\n(A, \\alpha) \\arrow[r, \"{(f, g)}\"] & [B, C] \\arrow[r, \"{[h]}\"] & "
    "\\{x\\}\n\\end{tikzcd}",
    "[0,3,[0,0,\"(A, \\\\alpha)\"],[1,0,\"[B, C]\"],[2,0,\"\\\\{x\\\\}\"],[0,1,\"(f, "
    "g)\"],[1,2,\"[h]\"]]" },
  { "\\begin{tikzcd}\nA \\arrow[d, xshift=1ex] \\arrow[d, xshift=-1ex] \\\\ B\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[0,1,\"B\"],[0,1,\"\",0,{\"arrowchase\":{\"tikz\":\"xshift=1ex\"}}],[0,1,"
    "\"\",0,{\"arrowchase\":{\"tikz\":\"xshift=-1ex\"}}]]" },
  { "\\xymatrix{ A \\ar@{>->}[r]^{i} \\ar@<.5ex>[d]^f \\ar@<-.5ex>[d]_g & B \\ar@{->>}[r] "
    "\\ar@/^1pc/[d]^h \\ar@/_1pc/[d] & C \\\\ D & E & F }",
    "[0,6,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"D\"],[1,1,\"E\"],[2,1,\"F\"],[0,1,\"i\",0,{"
    "\"style\":{\"tail\":{\"name\":\"mono\"}}}],[0,3,\"f\",0,{\"offset\":-1,\"arrowchase\":{"
    "\"offset\":-0.9}}],[0,3,\"g\",2,{\"offset\":1,\"arrowchase\":{\"offset\":0.9}}],[1,2,\"\",0,{"
    "\"style\":{\"head\":{\"name\":\"epi\"}}}],[1,4,\"h\",0,{\"curve\":-2}],[1,4,\"\",0,{\"curve\":"
    "2}]]" },
  { "\\xymatrix{ A \\ar[r]^f \\ar[dr]|-{f} \\ar@{}[r]|{=} & B \\ar[d]^{g} \\\\ & C }",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[1,1,\"C\"],[0,1,\"f\"],[0,2,\"f\",1],[0,1,\"=\",1,{\"style\":{"
    "\"body\":{\"name\":\"none\"},\"head\":{\"name\":\"none\"}}}],[1,2,\"g\"]]" },
  { "\\xymatrix{ A \\ar `r[d] `[d]^x [d] & B \\\\ C & D }",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,2,\"x\",0,{\"curve\":-3,"
    "\"arrowchase\":{\"out\":0}}]]" },
  { "\\xymatrix{ A \\rtwocell^f_g{\\alpha} & B \\ar@(r,u)[] }",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"curve\":-3}],[0,1,\"g\",2,{\"curve\":3}],[1,1,"
    "\"\",0,{\"radius\":-3,\"angle\":-135}],[2,3,\"\\\\alpha\",0,{\"shorten\":{\"source\":20,"
    "\"target\":20}}]]" },
  { "\\xymatrix{ A \\dtwocell^f_g{^\\alpha} \\\\ B }",
    "[0,2,[0,0,\"A\"],[0,1,\"B\"],[0,1,\"f\",0,{\"curve\":-3}],[0,1,\"g\",2,{\"curve\":3}],[3,2,"
    "\"\\\\alpha\",0,{\"shorten\":{\"source\":20,\"target\":20}}]]" },
  { "\\xymatrix{ A \\ar@{=>}[r] & B \\ar@{=}[r] & C \\ar@{-->}[r] & D \\ar@{.>}[r] & E "
    "\\ar@{~>}[r] & F \\ar@{|->}[r] & G \\ar@{^{(}->}[r] & H \\ar@{_{(}->}[r] & I}",
    "[0,9,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[4,0,\"E\"],[5,0,\"F\"],[6,0,\"G\"],[7,0,"
    "\"H\"],[8,0,\"I\"],[0,1,\"\",0,{\"level\":2}],[1,2,\"\",0,{\"level\":2,\"style\":{\"head\":{"
    "\"name\":\"none\"}}}],[2,3,\"\",0,{\"style\":{\"body\":{\"name\":\"dashed\"}}}],[3,4,\"\",0,{"
    "\"style\":{\"body\":{\"name\":\"dotted\"}}}],[4,5,\"\",0,{\"style\":{\"body\":{\"name\":"
    "\"squiggly\"}}}],[5,6,\"\",0,{\"style\":{\"tail\":{\"name\":\"maps "
    "to\"}}}],[6,7,\"\",0,{\"style\":{\"tail\":{\"name\":\"hook\",\"side\":\"top\"}}}],[7,8,\"\",0,"
    "{\"style\":{\"tail\":{\"name\":\"hook\",\"side\":\"bottom\"}}}]]" },
  { "\\xymatrix{ A \\ar@{<->}[r] & B \\ar@{<-}[r] & C \\ar@{-}[r] & D \\ar@{--}[r] & E "
    "\\ar@{..}[r] & F \\ar@3{->}[r] & G \\ar@2{->}[r] & H \\ar@{<-<}[r] & I }",
    "[0,9,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[4,0,\"E\"],[5,0,\"F\"],[6,0,\"G\"],[7,0,"
    "\"H\"],[8,0,\"I\"],[0,1,\"\",0,{\"style\":{\"tail\":{\"name\":\"arrowhead\"}}}],[2,1],[2,3,"
    "\"\",0,{\"style\":{\"head\":{\"name\":\"none\"}}}],[3,4,\"\",0,{\"style\":{\"body\":{\"name\":"
    "\"dashed\"},\"head\":{\"name\":\"none\"}}}],[4,5,\"\",0,{\"style\":{\"body\":{\"name\":"
    "\"dotted\"},\"head\":{\"name\":\"none\"}}}],[5,6,\"\",0,{\"level\":3}],[6,7,\"\",0,{\"level\":"
    "2}],[8,7,\"\",0,{\"style\":{\"tail\":{\"name\":\"mono\"}}}]]" },
  { "\\xymatrix{ A \\ar@/^2ex/[r]^f=\"a\" \\ar@/_2ex/[r]_g=\"b\" & B \\ar@{=>}\"a\";\"b\"^\\alpha "
    "}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"curve\":-1,\"arrowchase\":{\"curve\":-1.43}}],[0,"
    "1,\"g\",2,{\"curve\":1,\"arrowchase\":{\"curve\":1.43}}],[2,3,\"\\\\alpha\"]]" },
  { "\\xymatrix{ A \\ar[d]_f \\ar[r]^g & B \\ar[d]^h \\\\ C \\ar[r]_k & D \\save[]+<1cm,0cm>*{X} "
    "\\restore }",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,2,\"f\",2],[0,1,\"g\"],[1,3,\"h\"],[2,"
    "3,\"k\",2]]" },
  { "\\xymatrix{ A \\xtwocell[r]{}_{g}^{f}{\\alpha} & B }",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"curve\":-3}],[0,1,\"g\",2,{\"curve\":3}],[2,3,"
    "\"\\\\alpha\",0,{\"shorten\":{\"source\":20,\"target\":20}}]]" },
  { "\\xymatrix{ A \\ar[r]!R^f & B \\POS[]*+!L{x} }", "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]" },
  { "\\xymatrix{ A \\ar[rrd]^f \\ar[r] & B \\ar@{.>}[rd]|!{[r];[d]}\\hole & C \\\\ D & E & F }",
    "[0,6,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"D\"],[1,1,\"E\"],[2,1,\"F\"],[0,5,\"f\"],[0,1]"
    ",[1,5,\"\",0,{\"style\":{\"body\":{\"name\":\"dotted\"}}}]]" },
  { "\\xymatrix{ {A} \\ar[1,1] \\ar[0,1]^f & {B} \\\\ & {C} }",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[1,1,\"C\"],[0,2],[0,1,\"f\"]]" },
  { "\\xymatrix{ A \\ar@[red][r]^f & B \\ar@*{[blue]}[r] & C }",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"f\",0,{\"colour\":[0,100,50]}],[1,2]]" },
  { "\\xymatrix{ A \\ar[r]^*+[F]{f} & B \\ar[r]^*\\txt{long text} & C }",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"f\"],[1,2,\"\\\\text{long text}\"]]" },
  { "\\xymatrix{ \\txt{Some\\\\text} \\ar[r] & *\\txt{other} }",
    "[0,2,[0,0,\"\\\\substack{\\\\text{Some}\\\\\\\\\\\\text{text}}\"],[1,0,\"\\\\text{other}\"],["
    "0,1]]" },
  { "\\xymatrix{ A\\ar[r]|\\hole^f & B\\ar[r]|{\\bullet} & C \\ar[r]|-{/} & D}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[0,1,\"f\"],[1,2,\"\\\\bullet\",1],[2,3,"
    "\"/\",1]]" },
  { "\\xymatrix{ A\\ar@/^/[r] \\ar@/_/[r] \\ar@/^2pc/[rr]^(.3)f & B & C }",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"\",0,{\"curve\":-1}],[0,1,\"\",0,{\"curve\":1}"
    "],[0,2,\"f\",0,{\"label_position\":30,\"curve\":-4}]]" },
  { "\\xymatrix{ X \\ar@(dl,dr)[]_{g} \\ar@(ul,dl)[]|{h} \\ar@(r,d)[] }",
    "[0,1,[0,0,\"X\"],[0,0,\"g\",2,{\"radius\":-3}],[0,0,\"h\",1,{\"radius\":-3,\"angle\":90}],[0,"
    "0,\"\",0,{\"angle\":135}]]" },
  { "\\xymatrix{\n  A \\ar[r]^-{f} % comment\n    \\ar[d] &\n  B \\\\\n  C\n}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[0,1,\"f\"],[0,2]]" },
  { "\\begin{tikzcd}\n\\mathbf{Set} \\arrow[r, bend left, \"F\"{name=F}] & \\mathbf{Grp} "
    "\\arrow[l, bend left, \"U\"{name=U}] \\arrow[phantom, from=F, to=U, \"\\dashv\" "
    "rotate=-90]\n\\end{tikzcd}",
    "[0,2,[0,0,\"\\\\mathbf{Set}\"],[1,0,\"\\\\mathbf{Grp}\"],[0,1,\"F\",0,{\"curve\":-2,"
    "\"arrowchase\":{\"bend\":-30}}],[1,0,\"U\",0,{\"curve\":-2,\"arrowchase\":{\"bend\":-30}}],[2,"
    "3,\"\",0,{\"level\":1,\"style\":{\"name\":\"adjunction\"}}]]" },
  { "\\tikzset{mono/.style={>->}, epi/.style={->>}, iso/.style={\"\\sim\"}}\n\\begin{tikzcd}\nA "
    "\\arrow[r,mono] & B \\arrow[r,epi] & C \\arrow[r,iso] & D\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[0,1,\"\",0,{\"style\":{\"tail\":{"
    "\"name\":\"mono\"}}}],[1,2,\"\",0,{\"style\":{\"head\":{\"name\":\"epi\"}}}],[2,3,\"\\\\sim\"]"
    "]" },
  { "\\begin{tikzcd}\nA \\arrow[r, bend left=40, looseness=1.5, \"f\"] \\arrow[loop, out=120, "
    "in=60, looseness=5, \"e\"] & B\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"curve\":-3,\"arrowchase\":{\"bend\":-40,"
    "\"looseness\":1.5}}],[0,0,\"e\",0,{\"arrowchase\":{\"tikzloop\":\"loop, out=120, in=60, "
    "looseness=5\"}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, \"f\" description] \\arrow[d, \"\\times\"{marking}] & B "
    "\\arrow[d, \"/\"{anchor=center,sloped}] \\\\ C \\arrow[r, \"|\" marking] & D\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1,\"f\",1],[0,2,\"\\\\times\",3],[1,3,"
    "\"/"
    "\",3],[2,3,\"\",0,{\"style\":{\"body\":{\"name\":\"barred\"}},\"arrowchase\":{\"tikzmark\":\"|"
    "\"}}]]" },
  { "\\begin{tikzcd}[column sep=huge]\nA \\ar[r, \"a\" very near start, \"b\" near start, \"c\" "
    "near end, \"d\"' very near end, \"e\"' midway, \"s\"' at start] & B\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"a\",0,{\"label_position\":10,\"arrowchase\":{\"labels\":[{"
    "\"text\":\"b\",\"side\":\"left\",\"at\":0.2},{\"text\":\"c\",\"side\":\"left\",\"at\":0.8},{"
    "\"text\":\"d\",\"side\":\"right\",\"at\":0.9},{\"text\":\"e\",\"side\":\"right\"},{\"text\":"
    "\"s\",\"side\":\"right\",\"at\":0}]}}]]" },
  { "\\begin{tikzcd}\nx \\ar[r, mapsto] \\ar[d, phantom, \"\\in\" rotate=-90] & f(x) \\ar[d, "
    "phantom, sloped, \"\\in\"] \\\\ X \\ar[r, \"f\"] & Y\n\\end{tikzcd}",
    "[0,4,[0,0,\"x\"],[1,0,\"f(x)\"],[0,1,\"X\"],[1,1,\"Y\"],[0,1,\"\",0,{\"style\":{\"tail\":{"
    "\"name\":\"maps "
    "to\"}}}],[0,2,\"\\\\in\",1,{\"style\":{\"body\":{\"name\":\"none\"},\"head\":{\"name\":"
    "\"none\"}},\"arrowchase\":{\"tikzlabel\":\"rotate=-90\"}}],[1,3,\"\\\\in\",1,{\"style\":{"
    "\"body\":{\"name\":\"none\"},\"head\":{\"name\":\"none\"}},\"arrowchase\":{\"sloped\":true}}],"
    "[2,3,\"f\"]]" },
  { "\\begin{tikzcd}\nA \\ar[loop above, \"a\"] \\ar[loop below, \"b\"] \\ar[loop left, \"c\"] "
    "\\ar[loop right, \"d\"]\n\\end{tikzcd}",
    "[0,1,[0,0,\"A\"],[0,0,\"a\",0,{\"arrowchase\":{\"tikzloop\":\"loop "
    "above\"}}],[0,0,\"b\",0,{\"angle\":180,\"arrowchase\":{\"tikzloop\":\"loop "
    "below\"}}],[0,0,\"c\",0,{\"angle\":-90,\"arrowchase\":{\"tikzloop\":\"loop "
    "left\"}}],[0,0,\"d\",0,{\"angle\":90,\"arrowchase\":{\"tikzloop\":\"loop right\"}}]]" },
  { "\\begin{tikzcd}\nA \\rar[\"f\"] \\dar[\"g\"'] & B \\dar[\"h\"] & \\lar[\"q\"'] X \\\\ C "
    "\\rar[\"k\"'] \\urar[dotted] & D \\uar[shift right] & \\ular Y\n\\end{tikzcd}",
    "[0,6,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"X\"],[0,1,\"C\"],[1,1,\"D\"],[2,1,\"Y\"],[0,1,\"f\"],[0,3,"
    "\"g\",2],[1,4,\"h\"],[2,1,\"q\",2],[3,4,\"k\",2],[3,1,\"\",0,{\"style\":{\"body\":{\"name\":"
    "\"dotted\"}}}],[4,1,\"\",0,{\"offset\":1}],[5,1]]" },
  { "\\begin{tikzcd}\nA \\ar[r, red, \"f\"] \\ar[d, draw=blue, \"g\"' {text=blue}] & "
    "\\textcolor{teal}{B} \\ar[d, color=orange!60!black] \\\\ |[gray]| C \\ar[r, \"h\" {blue, "
    "description}, gray] & |[draw=red, circle]| D\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\",[180,100,25,1]],[0,1,\"C\",[0,0,50,1]],[1,1,\"D\"],[0,1,\"f\",0,{"
    "\"colour\":[0,100,50]},[0,100,50,1]],[0,2,\"g\",2,{\"colour\":[240,100,50]},[240,100,50,1]],["
    "1,3,\"\",0,{\"colour\":[30,100,30],\"arrowchase\":{\"target\":{\"outline\":\"circle\","
    "\"outlinecolour\":\"#ff0000\",\"tikz\":\"draw=red, "
    "circle\"}}}],[2,3,\"h\",1,{\"colour\":[0,0,50]},[240,100,50,1]]]" },
  { "\\begin{tikzcd}[every arrow/.append style={dashed}]\nA \\ar[r,\"f\"] & B \\ar[r, \"g\"] & "
    "C\n\\end{tikzcd}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"f\",0,{\"style\":{\"body\":{\"name\":"
    "\"dashed\"}}}],[1,2,\"g\",0,{\"style\":{\"body\":{\"name\":\"dashed\"}}}]]" },
  { "\\begin{tikzcd}[every label/.append style={font=\\normalsize, red}]\nA \\ar[r,\"f\"] & "
    "B\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{},[0,100,50,1]]]" },
  { "\\begin{tikzcd}[math mode=false]\nSets \\ar[r, \"forget\"] & $X$ groups\n\\end{tikzcd}",
    "[0,2,[0,0,\"\\\\text{Sets}\"],[1,0,\"\\\\text{$X$ groups}\"],[0,1,\"\\\\text{forget}\"]]" },
  { "\\begin{tikzcd}\nA & B \\ar[from=l, \"f\"] \\ar[to=d, \"g\"] \\\\ C \\ar[from=u, to=r, "
    "\"h\"'] & D\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1,\"f\"],[1,3,\"g\"],[0,3,\"h\",2]]" },
  { "\\begin{tikzcd}[column sep=6em]\nA \\ar[r, bend left=60, \"f\"{name=f}] \\ar[r, bend "
    "right=60, \"g\"'{name=g}] & B\n\\ar[from=f, to=g, Rightarrow, shift right=2ex, bend right, "
    "\"\\alpha\"'{name=a}, shorten <=4pt, shorten >=4pt]\n\\ar[from=f, to=g, Rightarrow, shift "
    "left=2ex, bend left, \"\\beta\"{name=b}, shorten <=4pt, shorten >=4pt]\n\\ar[from=a, to=b, "
    "triple, \"\\Gamma\"]\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"curve\":-4,\"arrowchase\":{\"bend\":-60}}],[0,1,"
    "\"g\",2,{\"curve\":4,\"arrowchase\":{\"bend\":60}}],[2,3,\"\\\\alpha\",2,{\"offset\":4,"
    "\"curve\":2,\"shorten\":{\"source\":11,\"target\":11},\"arrowchase\":{\"offset\":3.583,"
    "\"bend\":30}}],[2,3,\"\\\\beta\",0,{\"offset\":-4,\"curve\":-2,\"shorten\":{\"source\":11,"
    "\"target\":11},\"arrowchase\":{\"offset\":-3.583,\"bend\":-30}}],[4,5,\"\\\\Gamma\",0,{"
    "\"level\":1,\"arrowchase\":{\"tikz\":\"triple\"}}]]" },
  { "\\begin{tikzcd}\n\\mathcal A \\ar[r,\"F\"] \\ar[d,\"G\"'] & \\mathcal B \\ar[d,\"H\"] "
    "\\ar[dl, Rightarrow, \"\\eta\", \"\\sim\"', shorten=6mm] \\\\ \\mathcal C \\ar[r,\"K\"'] & "
    "\\mathcal D\n\\end{tikzcd}",
    "[0,4,[0,0,\"\\\\mathcal A\"],[1,0,\"\\\\mathcal B\"],[0,1,\"\\\\mathcal "
    "C\"],[1,1,\"\\\\mathcal "
    "D\"],[0,1,\"F\"],[0,2,\"G\",2],[1,3,\"H\"],[1,2,\"\\\\eta\",0,{\"shorten\":{\"source\":33,"
    "\"target\":33},\"level\":2,\"arrowchase\":{\"labels\":[{\"text\":\"\\\\sim\",\"side\":"
    "\"right\"}]}}],[2,3,\"K\",2]]" },
  { "\\begin{tikzcd}\n\\substack{A\\\\B} \\ar[r, \"\\substack{f\\\\g}\"] & \\overset{\\sim}{C} "
    "\\ar[r, \"\\overline{f \\circ g}^{-1}\"] & \\underbrace{D \\oplus D}_{n}\n\\end{tikzcd}",
    "[0,3,[0,0,\"\\\\substack{A\\\\\\\\B}\"],[1,0,\"\\\\overset{\\\\sim}{C}\"],[2,0,"
    "\"\\\\underbrace{D \\\\oplus "
    "D}_{n}\"],[0,1,\"\\\\substack{f\\\\\\\\g}\"],[1,2,\"\\\\overline{f \\\\circ g}^{-1}\"]]" },
  { "\\begin{tikzcd}\nA \\arrow{r}{\\mathbf{1}\\times f} \\arrow[swap]{d}{g} & B \\arrow[bend "
    "left=20]{d}{h} \\\\ C \\arrow[two heads]{r}[swap]{k} & D\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1,\"\\\\mathbf{1}\\\\times "
    "f\"],[0,2,\"g\",2],[1,3,\"h\",0,{\"curve\":-1,\"arrowchase\":{\"bend\":-20}}],[2,3,\"k\",2,{"
    "\"style\":{\"head\":{\"name\":\"epi\"}}}]]" },
  { "\\begin{tikzcd}\nA \\arrow{1-2}{f} & B \\arrow[dashed]{2-1} \\\\ C\n\\end{tikzcd}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[0,1,\"f\"],[1,2,\"\",0,{\"style\":{\"body\":{"
    "\"name\":\"dashed\"}}}]]" },
  { "\\begin{tikzcd}\n	A && B\n	\\arrow[\"\"{name=0, anchor=center, inner sep=0}, \"f\", "
    "curve={height=-18pt}, from=1-1, to=1-3]\n	\\arrow[\"\"{name=1, anchor=center, inner sep=0}, "
    "\"g\"', curve={height=18pt}, from=1-1, to=1-3]\n	\\arrow[\"\\alpha\", shorten <=5pt, "
    "shorten >=5pt, Rightarrow, from=0, to=1]\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[2,0,\"B\"],[0,1,\"f\",0,{\"curve\":-3}],[0,1,\"g\",2,{\"curve\":3}],[2,3,"
    "\"\\\\alpha\",0,{\"shorten\":{\"source\":19,\"target\":19}}]]" },
  { "\\begin{tikzcd}\n	{A \\times B} & {\\mathbb{R}^n} \\\\\n	\\arrow[\"{(f,g)}\", shift left=3, "
    "from=1-1, to=1-2]\n	\\arrow[\"\\lrcorner\"{anchor=center, pos=0.125, rotate=45}, "
    "draw=none, from=1-1, to=1-2]\n	\\arrow[\"\\dashv\"{anchor=center, rotate=-90}, draw=none, "
    "from=1-1, to=1-2]\n\\end{tikzcd}",
    "[0,2,[0,0,\"A \\\\times "
    "B\"],[1,0,\"\\\\mathbb{R}^n\"],[0,1,\"(f,g)\",0,{\"offset\":-3}],[0,1,\"\",1,{\"style\":{"
    "\"name\":\"corner\"}}],[0,1,\"\\\\dashv\",1,{\"style\":{\"body\":{\"name\":\"none\"},\"head\":"
    "{\"name\":\"none\"}},\"arrowchase\":{\"tikzlabel\":\"rotate=-90\"}}]]" },
  { "\\newenvironment{cd}{\\begin{tikzcd}}{\\end{tikzcd}}\n\\begin{cd}\nA \\ar[r,\"f\"] & "
    "B\n\\end{cd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]" },
  { "\\newenvironment{diagram*}[1][]{\\begin{center}\\begin{tikzcd}[#1]}{\\end{tikzcd}\\end{center}"
    "}\n\\begin{diagram*}[column sep=large]\nA \\ar[r,\"f\"] & B\n\\end{diagram*}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]" },
  { "\\newcommand{\\bcd}{\\begin{tikzcd}}\n\\newcommand{\\ecd}{\\end{tikzcd}}\n\\[\\bcd A "
    "\\ar[r,\"f\"] & B \\ecd\\]",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]" },
  { "\\xymatrix{ A \\ar[r]|-{f} \\ar[d]|{g} \\ar[dr]|!{[d];[r]}\\hole & B \\ar[dl]^(.3){h} \\\\ C "
    "& D}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1,\"f\",1],[0,2,\"g\",1],[0,3],[1,2,"
    "\"h\",0,{\"label_position\":30,\"arrowchase\":{\"tikz\":\"crossing over\"}}]]" },
  { "\\xymatrix{ A \\drtwocell<\\omit>{\\alpha} \\ar[r]^f \\ar[d]_g & B \\ar[d]^h \\\\ C \\ar[r]_k "
    "& D }",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,3,\"\",0,{\"curve\":-3,\"style\":{"
    "\"body\":{\"name\":\"none\"},\"head\":{\"name\":\"none\"}}}],[0,3,\"\",0,{\"curve\":3,"
    "\"style\":{\"body\":{\"name\":\"none\"},\"head\":{\"name\":\"none\"}}}],[0,1,\"f\"],[0,2,"
    "\"g\",2],[1,3,\"h\"],[2,3,\"k\",2],[4,5,\"\\\\alpha\",0,{\"shorten\":{\"source\":20,"
    "\"target\":20}}]]" },
  { "\\xymatrix{ A \\ar@2[r]^\\alpha & B \\ar@3{->}[r] & C \\ar@{=}[r] & D \\ar@{=>}[r]^\\beta & E "
    "}",
    "[0,5,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[4,0,\"E\"],[0,1,\"\\\\alpha\",0,{"
    "\"level\":2}],[1,2,\"\",0,{\"level\":3}],[2,3,\"\",0,{\"level\":2,\"style\":{\"head\":{"
    "\"name\":\"none\"}}}],[3,4,\"\\\\beta\",0,{\"level\":2}]]" },
  { "\\xymatrix{ *+[F]{A} \\ar[r] & *+[o][F-]{B} \\ar[r] & *++[F=]{C} }",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"\",0,{\"arrowchase\":{\"source\":{\"outline\":"
    "\"rectangle\",\"tikz\":\"draw\"},\"target\":{\"outline\":\"circle\",\"tikz\":\"circle, "
    "draw\"}}}],[1,2,\"\",0,{\"arrowchase\":{\"target\":{\"outline\":\"rectangle\","
    "\"outlinestyle\":\"double\",\"tikz\":\"draw, double\"}}}]]" },
  { "\\xymatrix@C=10pt{ & *\\txt{Long\\\\text} \\ar[dl]_{\\txt{some\\\\label}} \\ar[dr] \\\\ A "
    "\\ar[rr]^-*+{\\labelstyle f} && B }",
    "[0,3,[1,0,\"\\\\substack{\\\\text{Long}\\\\\\\\\\\\text{text}}\"],[0,1,\"A\"],[2,1,\"B\"],[0,"
    "1,\"\\\\substack{\\\\text{some}\\\\\\\\\\\\text{label}}\",2],[0,2],[1,2,\"f\"]]" },
  { "\\diagram A \\rto^f \\dto_g & B \\dto^h \\\\ C \\rto_k & D \\enddiagram",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1,\"f\"],[0,2,\"g\",2],[1,3,\"h\"],[2,"
    "3,\"k\",2]]" },
  { "\\xymatrix{ A \\ruppertwocell^f{\\alpha} \\rlowertwocell_g{\\beta} \\ar[r] & B }",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"curve\":-3}],[0,1,\"\",0,{\"style\":{\"body\":{"
    "\"name\":\"none\"},\"head\":{\"name\":\"none\"}}}],[0,1,\"\",0,{\"style\":{\"body\":{\"name\":"
    "\"none\"},\"head\":{\"name\":\"none\"}}}],[0,1,\"g\",2,{\"curve\":3}],[0,1],[2,3,"
    "\"\\\\alpha\",0,{\"shorten\":{\"source\":20,\"target\":20}}],[4,5,\"\\\\beta\",0,{\"shorten\":"
    "{\"source\":20,\"target\":20}}]]" },
  { "\\xymatrix{ A \\rcompositemap_{f}^{g}{\\alpha} & B }",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"label_position\":25,\"curve\":-3,\"arrowchase\":{"
    "\"labels\":[{\"text\":\"g\",\"side\":\"left\",\"at\":0.75}]}}],[0,1,\"\",0,{\"style\":{"
    "\"body\":{\"name\":\"none\"},\"head\":{\"name\":\"none\"}}}],[2,3,\"\\\\alpha\",0,{"
    "\"shorten\":{\"source\":20,\"target\":20}}]]" },
  { "\\xymatrix{ A\\ar@{-^{>}}[r] & B\\ar@{^{<}-}[r] & C \\ar@{-_{>}}[r] & D \\ar@^{->}[r] & E }",
    "[0,5,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[4,0,\"E\"],[0,1,\"\",0,{\"style\":{"
    "\"head\":{\"name\":\"harpoon\",\"side\":\"top\"}}}],[2,1,\"\",0,{\"style\":{\"head\":{"
    "\"name\":\"harpoon\",\"side\":\"bottom\"}}}],[2,3,\"\",0,{\"style\":{\"head\":{\"name\":"
    "\"harpoon\",\"side\":\"bottom\"}}}],[3,4,\"\",0,{\"style\":{\"head\":{\"name\":\"harpoon\","
    "\"side\":\"top\"}}}]]" },
  { "\\xymatrix{ A \\ar[r];[rr] & B & C \\ar[d];[]^f \\\\ && E}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[2,1,\"E\"],[1,2],[3,2,\"f\"]]" },
  { "\\xymatrix{ A \\dto \\drto^h \\rto|<<f & B \\dto|>{g} \\\\ C \\rto|<<<<x & D \\uto \\lto "
    "\\ulto }",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,2],[0,3,\"h\"],[0,1,\"f\",1,{\"label_"
    "position\":7}],[1,3,\"g\",1,{\"label_position\":95}],[2,3,\"x\",1,{\"label_position\":21}],[3,"
    "1],[3,2],[3,0]]" },
  { "\\xymatrix{A \\ar[r]<2pt> \\ar[r]<-2pt> & B \\ar @{->} @<3pt> [r] ^{f} & C}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"\",0,{\"offset\":-1,\"arrowchase\":{"
    "\"offset\":-0.83}}],[0,1,\"\",0,{\"offset\":1,\"arrowchase\":{\"offset\":0.83}}],[1,2,\"f\",0,"
    "{\"offset\":-1,\"arrowchase\":{\"offset\":-1.25}}]]" },
  { "\\xymatrix{A \\ar@{=>}[r]!<0ex,2ex> & B \\ar[r]+<1cm,0cm> & C \\ar[l]-D }",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"\",0,{\"level\":2}],[1,2],[2,1]]" },
  { "\\[\\begin{CD}\nA @>f>> B @>>g> C\\\\\n@VaVV @VVbV @|\\\\\nD @<<< E @= C\\\\\n@AAA @. @AAcA "
    "\\\\\nF @>>> G @. H\n\\end{CD}\\]",
    "[0,9,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"D\"],[1,1,\"E\"],[2,1,\"C\"],[0,2,\"F\"],[1,2,"
    "\"G\"],[2,2,\"H\"],[0,1,\"f\"],[1,2,\"g\",2],[0,3,\"a\",2],[1,4,\"b\"],[2,5,\"\",0,{\"level\":"
    "2,\"style\":{\"head\":{\"name\":\"none\"}}}],[4,3],[4,5,\"\",0,{\"level\":2,\"style\":{"
    "\"head\":{\"name\":\"none\"}}}],[6,3],[8,5,\"c\",2],[6,7]]" },
  { "\\begin{CD}\nK(X) @>{ch}>{\\sim}> H(X;\\mathbb Q);\\\\\n@VVV @VV{\\pi_!}V \\\\\nH(X) @>>> {\\ "
    "}\n\\end{CD}",
    "[0,4,[0,0,\"K(X)\"],[1,0,\"H(X;\\\\mathbb Q);\"],[0,1,\"H(X)\"],[1,1,\"\\\\ "
    "\"],[0,1,\"ch\",0,{\"arrowchase\":{\"labels\":[{\"text\":\"\\\\sim\",\"side\":\"right\"}]}}],["
    "0,2],[1,3,\"\\\\pi_!\"],[2,3]]" },
  { "$\\CD A @>>> B \\\\ @VVV @VVV \\\\ C @>>> D \\endCD$",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1],[0,2],[1,3],[2,3]]" },
  { "\\documentclass{article}\\usepackage{tikz-cd}\n\\tikzcdset{ampersand replacement=\\&, every "
    "arrow/.append style={thick}}\n\\begin{document}\n\\begin{tikzcd} A \\ar[r,\"f\"] \\& B "
    "\\end{tikzcd}\n\\end{document}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"arrowchase\":{\"tikz\":\"thick\"}}]]" },
  { "\\tikzset{commutative diagrams/.cd, every diagram/.append style={column sep=huge}, every "
    "label/.append style={red}, arrows={dashed}}\n\\begin{tikzcd} A \\ar[r,\"f\"] & B "
    "\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"style\":{\"body\":{\"name\":\"dashed\"}}}]]" },
  { "\\begin{mycd}[column sep=large] A \\ar[r,\"f\"] & B \\\\ C \\ar[u] \\end{mycd}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[0,1,\"f\"],[2,0]]" },
  { "\\documentclass{article}\\usepackage{mydiagrams}\n\\begin{document}\nText "
    "\\begin{equation*}\\begin{cd} A \\ar[r,\"f\"] & B \\end{cd}\\end{equation*}\nMore \\begin{cd} "
    "C \\ar[d,\"f\"] \\\\ D \\end{cd}\n\\end{document}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]\n[0,2,[0,0,\"C\"],[0,1,\"D\"],[0,1,\"f\"]]" },
  { "\\NewDocumentEnvironment{dg}{O{} +b}{\\begin{tikzcd}[column "
    "sep=large,#1]#2\\end{tikzcd}}{}\n\\begin{dg}[row sep=huge] A \\ar[r,\"f\"] & B \\end{dg}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]" },
  { "\\def\\bcd{\\begin{tikzcd}[row sep=small]}\\def\\ecd{\\end{tikzcd}}\n\\[\\bcd A \\ar[r,\"f\"] "
    "& B \\ecd\\]\\[ \\bcd C \\ar[r] & D \\ecd \\]",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]\n[0,2,[0,0,\"C\"],[1,0,\"D\"],[0,1]]" },
  { "\\begin{tikzcd}\n{} & \\mathcal{E} \\arrow{dr}{p} & {} \\\\\n\\mathcal{C} "
    "\\arrow{ur}{F}[name=F, below]{} \\arrow{rr}[swap]{G}[name=G]{} && \\mathcal{D} "
    "\\arrow[Rightarrow, from=F, to=G, shorten >=2mm, shorten <=2mm]{}{\\alpha}\n\\end{tikzcd}",
    "[0,5,[0,0],[1,0,\"\\\\mathcal{E}\"],[2,0],[0,1,\"\\\\mathcal{C}\"],[2,1,\"\\\\mathcal{D}\"],["
    "1,4,\"p\"],[3,1,\"F\"],[3,4,\"G\",2],[6,7,\"\\\\alpha\",0,{\"shorten\":{\"source\":16,"
    "\"target\":16}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, \"f\"name=foo] \\arrow[r, bend right=50, \"g\"'{name=bar}] & B "
    "\\arrow[from=foo, to=bar, Rightarrow, \"\\theta\", \"\\cong\"']\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"],[0,1,\"g\",2,{\"curve\":3,\"arrowchase\":{\"bend\":"
    "50}}],[2,3,\"\\\\theta\",0,{\"arrowchase\":{\"labels\":[{\"text\":\"\\\\cong\",\"side\":"
    "\"right\"}]}}]]" },
  { "\\begin{tikzcd}\nX_\\bullet \\coloneqq \\Bigg( \\cdots \\arrow[r, shift left=1.5] \\arrow[r, "
    "shift right=1.5] \\arrow[r] & X_1 \\arrow[r, shift left=0.75] \\arrow[r, shift right=0.75] & "
    "X_0 \\Bigg)\n\\end{tikzcd}",
    "[0,3,[0,0,\"X_\\\\bullet \\\\coloneqq \\\\Bigg( \\\\cdots\"],[1,0,\"X_1\"],[2,0,\"X_0 "
    "\\\\Bigg)\"],[0,1,\"\",0,{\"offset\":-2,\"arrowchase\":{\"offset\":-1.5}}],[0,1,\"\",0,{"
    "\"offset\":2,\"arrowchase\":{\"offset\":1.5}}],[0,1],[1,2,\"\",0,{\"offset\":-1,"
    "\"arrowchase\":{\"offset\":-0.75}}],[1,2,\"\",0,{\"offset\":1,\"arrowchase\":{\"offset\":0.75}"
    "}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, \"f\", \"\"{name=a, pos=0.4, below}] & B \\arrow[r, \"g\", "
    "\"\"'{name=b, pos=0.6}] & C \\arrow[from=a, to=b, bend right, dashed, no head]\n\\end{tikzcd}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"f\"],[1,2,\"g\"],[3,4,\"\",0,{\"curve\":2,"
    "\"level\":1,\"style\":{\"body\":{\"name\":\"dashed\"},\"head\":{\"name\":\"none\"}},"
    "\"arrowchase\":{\"bend\":30}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, \"f\"] \\arrow[rr, \"h\"', bend right, \"\"{coordinate, "
    "name=h}] & B \\arrow[r, \"g\"] \\arrow[Rightarrow, to=h, \"\\epsilon\"] & C\n\\end{tikzcd}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"f\"],[0,2,\"h\",2,{\"curve\":2,\"arrowchase\":"
    "{\"bend\":30}}],[1,2,\"g\"],[1,4,\"\\\\epsilon\"]]" },
  { "\\begin{tikzcd}\nH^n(X) \\arrow[r] & H^n(A) \\arrow[draw=none]{d}[name=Z, shape=coordinate]{} "
    "\\arrow[r] & 0 \\arrow[dll, rounded corners, to path={ -- ([xshift=2ex]\\tikztostart.east) |- "
    "(Z) [near end]\\tikztonodes -| ([xshift=-2ex]\\tikztotarget.west) -- (\\tikztotarget)}, "
    "\"\\delta\"] \\\\ H^{n+1}(X) \\arrow[r] & H^{n+1}(A)\n\\end{tikzcd}",
    "[0,5,[0,0,\"H^n(X)\"],[1,0,\"H^n(A)\"],[2,0,\"0\"],[0,1,\"H^{n+1}(X)\"],[1,1,\"H^{n+1}(A)\"],["
    "0,1],[1,4,\"\",0,{\"style\":{\"body\":{\"name\":\"none\"},\"head\":{\"name\":\"none\"}},"
    "\"arrowchase\":{\"tikz\":\"shape=coordinate, \\\"\\\"{name=Z, anchor=center, inner "
    "sep=0}\"}}],[1,2],[2,3,\"\\\\delta\",0,{\"arrowchase\":{\"out\":0,\"in\":180,\"tikz\":"
    "\"rounded corners, to path={ -- ([xshift=2ex]\\\\tikztostart.east) |- (Z) [near "
    "end]\\\\tikztonodes -| ([xshift=-2ex]\\\\tikztotarget.west) -- "
    "(\\\\tikztotarget)}\"}}],[3,4]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, \"f\"] & B \\arrow[r, \"g\"'] & C \\ar[ll, bend right=60, "
    "\"h\"{above, yshift=2pt}, crossing over, shorten <=1pt]\n\\end{tikzcd}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"f\"],[1,2,\"g\",2],[2,0,\"h\",2,{\"curve\":4,"
    "\"shorten\":{\"source\":1},\"arrowchase\":{\"bend\":60,\"tikz\":\"crossing "
    "over\",\"tikzlabel\":\"yshift=2pt\"}}]]" },
  { "\\begin{tikzcd}\nA \\& B \\ar[l]\n\\end{tikzcd}", "[0,2,[0,0,\"A\"],[1,0,\"B\"],[1,0]]" },
  { "\\begin{tikzcd}\nA \\arrow[\"f\", r] \\arrow[\"g\"', d, \"\\cong\"] & B \\arrow[\"h\" "
    "description, d, dashed] \\\\ C \\arrow[r, \"{k'}\"'] & D\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1,\"f\"],[0,2,\"g\",2,{\"arrowchase\":"
    "{\"labels\":[{\"text\":\"\\\\cong\",\"side\":\"left\"}]}}],[1,3,\"h\",1,{\"style\":{\"body\":{"
    "\"name\":\"dashed\"}}}],[2,3,\"k'\",2]]" },
  { "\\begin{tikzcd}\n\\underset{\\in}{X} \\arrow[r, mapsto] & \\stackrel{\\sim}{Y} \\arrow[loop, "
    "\"T\"', distance=2em, in=30, out=330]\n\\end{tikzcd}",
    "[0,2,[0,0,\"\\\\underset{\\\\in}{X}\"],[1,0,\"\\\\stackrel{\\\\sim}{Y}\"],[0,1,\"\",0,{"
    "\"style\":{\"tail\":{\"name\":\"maps "
    "to\"}}}],[1,1,\"T\",2,{\"radius\":-2,\"angle\":-90,\"arrowchase\":{\"tikzloop\":\"loop, "
    "distance=2em, in=30, out=330\"}}]]" },
  { "\\tikzcdset{big/.style={row sep=huge}, every diagram/.append style={column "
    "sep=large}}\n\\begin{tikzcd}[big] \\uncover<2->{A} \\arrow[r] & B \\ar[r, rightleftharpoons] "
    "& C\\end{tikzcd}",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"\",0,{\"arrowchase\":{\"source\":{\"step\":1}}"
    "}],[1,2,\"\",0,{\"style\":{\"tail\":{\"name\":\"arrowhead\"}},\"arrowchase\":{\"tikz\":"
    "\"rightleftharpoons\"}}]]" },
  { "\\xymatrix@ur{ A \\ar[r]^f \\ar[d]_g & B \\ar[d] \\\\ C \\ar[r] & D }",
    "[0,4,[0,1,\"A\"],[1,0,\"B\"],[1,2,\"C\"],[2,1,\"D\"],[0,1,\"f\"],[0,2,\"g\",2],[1,3],[2,3]]" },
  { "\\xymatrix@d{ A \\ar[r]^f & B }", "[0,2,[0,0,\"A\"],[0,1,\"B\"],[0,1,\"f\"]]" },
  { "\\xymatrix{ A \\ar@{->}|-{\\SelectTips{cm}{}\\object@{|}}[r]^f & B \\ar[r]|-@{|} & C "
    "\\ar[r]|-{/} & D }",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[0,1,\"f\",0,{\"style\":{\"body\":{"
    "\"name\":\"barred\"}}}],[1,2,\"\",0,{\"style\":{\"body\":{\"name\":\"barred\"}}}],[2,3,\"/"
    "\",1]]" },
  { "\\xymatrix { A \\drtwocell<\\omit>{<2>\\alpha} \\ar[r] \\ar[d] & B \\ar[d] \\\\ C \\ar[r] & D "
    "}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,3,\"\",0,{\"curve\":-3,\"style\":{"
    "\"body\":{\"name\":\"none\"},\"head\":{\"name\":\"none\"}}}],[0,3,\"\",0,{\"curve\":3,"
    "\"style\":{\"body\":{\"name\":\"none\"},\"head\":{\"name\":\"none\"}}}],[0,1],[0,2],[1,3],[2,"
    "3],[4,5,\"\\\\alpha\",0,{\"shorten\":{\"source\":20,\"target\":20}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[d] \\\\ % \\begin{tikzcd}\n% \\end{tikzcd}\nB \\arrow[u, \"e\"] & "
    "\\% \\pgfmatrixnextcell C\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[0,1,\"B\"],[1,1,\"\\\\%\"],[2,1,\"C\"],[0,1],[1,0,\"e\"]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, \"\\uncover<2->{f}\"] & B\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"\\\\uncover<2->{f}\"]]" },
  { "\\xymatrix{ A & B \\\\ C \\POS \"1,1\" \\ar[d]^f \\ar \"1,2\" & D \\save [u] \\ar[l]_g "
    "\\restore "
    "\\ar[l] }",
    "[0,5,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,2],[0,4,\"f\"],[0,1],[1,2,\"g\",2],[3,"
    "2]]" },
  { "```tikz\n\\begin{document}\n\\begin{tikzcd} A & B \\end{tikzcd}\n\\end{document}\n```\n"
    "```tikz\n\\begin{document}\n\\begin{tikzcd} C & D \\end{tikzcd}\n\\end{document}\n```\n",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"]]\n[0,2,[0,0,\"C\"],[1,0,\"D\"]]" },
  { "\\begin{tikzcd}[execute at end picture={\\draw (a) -- (a.north);}]\n|[alias=a]| A \\rar & "
    "|[alias=b]| B\n\\end{tikzcd}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"\",0,{\"arrowchase\":{\"source\":{\"tikz\":\"alias=a\"}}}]"
    "]" },
  { "\\begin{tikzcd}\nA \\arrow[to=X, red] & |[draw, alias=X]| X & |[name=Y] [red]| Y "
    "\\arrow[from=X, "
    "to=Z] \\\\ & & |[draw] (Z)| Z\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"X\"],[2,0,\"Y\",[0,100,50,1]],[2,1,\"Z\"],[0,1,\"\",0,{\"colour\":[0,"
    "100,50],\"arrowchase\":{\"target\":{\"outline\":\"rectangle\",\"tikz\":\"draw\"}}}],[1,3,\"\","
    "0,{\"arrowchase\":{\"target\":{\"outline\":\"rectangle\",\"tikz\":\"draw\"}}}]]" },
  { "\\begin{tikzcd}\nA \\arrow[r, \"f\" above right] \\arrow[rd, \"g\" below left] & B \\arrow[d] "
    "\\arrow[ld, \"h\" {above left, near end}] \\\\ C & D\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1,\"f\"],[0,3,\"g\",2],[1,3],[1,2,"
    "\"h\",2,{\"label_position\":80}]]" },
  { "\\xymatrix{A \\ar[r]^<<<<{x}_>{y} \\ar[d]^>>>{z} & B \\ar@`{p+(1,1),c+(2,2)}[d]^w "
    "\\ar@{-|>}[r] "
    "& C\\\\ D & E}",
    "[0,5,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"D\"],[1,1,\"E\"],[0,1,\"x\",0,{\"label_"
    "position\":21,\"arrowchase\":{\"labels\":[{\"text\":\"y\",\"side\":\"right\",\"at\":0.95}]}}],"
    "[0,3,\"z\",0,{\"label_position\":86}],[1,4,\"w\"],[1,2]]" },
  { "\\begin{tikzpicture}[>=stealth, node distance=2cm, auto]\n\\node (A) {$A$};\n\\node (B) "
    "[right of=A] {$B$};\n\\node (C) [below of=A] {$C$};\n\\node (D) [below of=B] "
    "{$D$};\n\\draw[->] (A) to node {$f$} (B);\n\\draw[->] (A) to node [swap] {$g$} "
    "(C);\n\\draw[->] (B) to node {$h$} (D);\n\\draw[->>] (C) to node [swap] {$k$} "
    "(D);\n\\draw[->, dashed] (A) -- node[above right] {$d$} (D);\n\\end{tikzpicture}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1,\"f\"],[0,2,\"g\",2],[1,3,\"h\"],[2,"
    "3,\"k\",2,{\"style\":{\"head\":{\"name\":\"epi\"}}}],[0,3,\"d\",0,{\"style\":{\"body\":{"
    "\"name\":\"dashed\"}}}]]" },
  { "\\begin{tikzpicture}\n  \\node[draw, circle] (P) at (0,0) {$P$};\n  \\node (X) [right=2cm of "
    "P] {$X$};\n  \\node (Y) [below=of P] {$Y$};\n  \\node (Z) [below=of X] {$Z$};\n  \\node (T) "
    "[above left=1cm and 1cm of P] {$T$};\n  \\draw[->] (P.east) -- (X.west) node[midway,above] "
    "{$p_1$};\n  \\draw[->] (P) -- (Y) node[midway,left] {$p_2$};\n  \\draw[->] (X) -- node[right] "
    "{$f$} (Z);\n  \\draw[->] (Y) -- node[below] {$g$} (Z);\n  \\draw[->] (T) to[bend left] "
    "node[above] {$x$} (X);\n  \\draw[->] (T) to[bend right] (Y);\n  \\draw[->,dashed] (T) -- "
    "node[fill=white] {$\\exists!$} (P);\n\\end{tikzpicture}",
    "[0,5,[0,0,\"T\"],[1,1,\"P\"],[3,1,\"X\"],[1,2,\"Y\"],[3,2,\"Z\"],[1,2,\"p_1\",0,{"
    "\"arrowchase\":{\"source\":{\"outline\":\"circle\",\"tikz\":\"draw, "
    "circle\"}}}],[1,3,\"p_2\",2],[2,4,\"f\"],[3,4,\"g\",2],[0,2,\"x\",0,{\"curve\":-2,"
    "\"arrowchase\":{\"bend\":-30}}],[0,3,\"\",0,{\"curve\":2,\"arrowchase\":{\"bend\":30}}],[0,1,"
    "\"\\\\exists!\",1,{\"style\":{\"body\":{\"name\":\"dashed\"}},\"arrowchase\":{\"tikzlabel\":"
    "\"fill=white\"}}]]" },
  { "\\begin{tikzpicture}[x=2cm,y=1.2cm]\n\\path (0,0) node (a) {$0$} (1,0) node (b) {$M'$} (2,0) "
    "node (c) {$M$} (3,0) node (d) {$M''$} (4,0) node (e) {$0$};\n\\draw[->] (a) -- (b); "
    "\\draw[->] (b) -- (c); \\draw[->] (c) -- (d); \\draw[->] (d) -- (e);\n\\node at (1.5,.25) "
    "{$i$};\n\\node at (2.5,.25) {$p$};\n\\end{tikzpicture}",
    "[0,5,[0,0,\"0\"],[1,0,\"M'\"],[2,0,\"M\"],[3,0,\"M''\"],[4,0,\"0\"],[0,1],[1,2,\"i\"],[2,3,"
    "\"p\"],[3,4]]" },
  { "\\begin{tikzpicture}\n\\node (A) at (0,0) {$A$};\n\\node (B) at (3,0) {$B$} edge[<-, bend "
    "right] node[above] {$F$} (A) edge[->, bend left] node[below] {$G$} (A);\n\\node at (1.5,0) "
    "{$\\perp$};\n\\draw[->] (A) edge[out=90,in=150] node[fill=white] {$\\alpha$} "
    "(B);\n\\end{tikzpicture}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"F\",0,{\"curve\":-2,\"arrowchase\":{\"bend\":-30}}],[1,0,"
    "\"G\",0,{\"curve\":-2,\"arrowchase\":{\"bend\":-30}}],[0,1,\"\\\\alpha\",1,{\"curve\":-4,"
    "\"arrowchase\":{\"out\":90,\"in\":150,\"tikzlabel\":\"fill=white\"}}],[1,0,\"\\\\perp\",1,{"
    "\"style\":{\"body\":{\"name\":\"none\"},\"head\":{\"name\":\"none\"}}}]]" },
  { "A \\ar[dr, phantom, \"\\scalebox{1.5}{$\\lrcorner$}\", very near start] & B \\\\ C & D",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,3,\"\",1,{\"style\":{\"name\":"
    "\"corner\"},\"arrowchase\":{\"tikzmark\":\"\\\\scalebox{1.5}{$\\\\lrcorner$}\"}}]]" },
  { "\\begin{code}\nid x = x\n\\end{code}\n\\begin{tikzcd} |m a| \\ar[r, \"|f_1| \\circ |g|\"] & B "
    "\\end{tikzcd}",
    "[0,2,[0,0,\"\\\\texttt{m a}\"],[1,0,\"B\"],[0,1,\"\\\\texttt{f\\\\_1} \\\\circ "
    "\\\\texttt{g}\"]]" },
  { "\\begin{tikzpicture} \\node (A) at (0,0) {$A$}; \\node (B) at (2,0) {$B$}; \\node (C) at "
    "(0,-2) "
    "{$C$}; \\node (D) at (2,-2) {$D$}; \\draw[->] (A) -- (B); \\draw[->] (A) -- (C); \\draw[->] "
    "(B) -- "
    "(D); \\draw[->] (C) -- (D); \\node at (0.5,-0.4) {$\\lrcorner$}; \\end{tikzpicture}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1],[0,2],[1,3],[2,3],[0,3,\"\",1,{"
    "\"style\":{"
    "\"name\":\"corner\"}}]]" },
  { "A \\ar[r, leftarrow, \"u\"{pos=.3}, \"v\"{pos=0.9}] & B",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[1,0,\"u\",2,{\"label_position\":70,\"arrowchase\":{\"labels\":"
    "[{\"text\":\"v\",\"side\":\"right\",\"at\":0.1}]}}]]" },
  { "\\begin{tikzpicture}[description/.style={fill=white}]\n\\matrix (m) [matrix of math nodes, "
    "row sep=3em, column sep=2.5em] { A & & B \\\\ & C & \\\\ D & & E \\\\ };\n\\path[->, "
    "font=\\scriptsize] (m-1-1) edge node[auto] {$ \\phi $} (m-1-3) edge node[auto, swap] {$f$} "
    "(m-3-1) edge node[description] {$h$} (m-2-2)\n(m-1-3) edge [bend left=20] node[right] "
    "{$\\psi$} (m-3-3) (m-2-2) edge[dashed] node[below left] {$k$} (m-3-3);\n\\path[right hook->] "
    "(m-3-1) edge (m-3-3);\n\\draw[double] (m-2-2) -- (m-1-3);\n\\node at ($(m-1-1)!.5!(m-3-3)$) "
    "{$\\circlearrowleft$};\n\\end{tikzpicture}",
    "[0,5,[0,0,\"A\"],[2,0,\"B\"],[1,1,\"C\"],[0,2,\"D\"],[2,2,\"E\"],[0,1,\"\\\\phi\"],[0,3,\"f\","
    "2],[0,2,\"h\",1],[1,4,\"\\\\psi\",0,{\"curve\":-1,\"arrowchase\":{\"bend\":-20}}],[2,4,\"k\","
    "2,{\"style\":{\"body\":{\"name\":\"dashed\"}}}],[3,4,\"\",0,{\"style\":{\"tail\":{\"name\":"
    "\"hook\",\"side\":\"top\"}}}],[2,1,\"\",0,{\"level\":2,\"style\":{\"head\":{\"name\":\"none\"}"
    "}}],[0,4,\"\\\\circlearrowleft\",1,{\"style\":{\"body\":{\"name\":\"none\"},\"head\":{"
    "\"name\":\"none\"}}}]]" },
  { "\\tikzset{square/.style={matrix of math nodes, row sep=2em}}\n\\begin{tikzpicture}[>=stealth, "
    "->, auto]\n\\matrix[square, ampersand replacement=\\&] (M) { |(P)| P \\& |(X)| X \\& 0 "
    "\\\\[1em] |(Y)| Y \\& |[draw] (Z)| \\zeta \\\\ };\n\\draw (P) to node {$p$} (X);\n\\draw (P) "
    "to node[swap] {$q$} (Y) to node {$g$} (Z);\n\\draw[->>] (X) -- (Z) node[midway] "
    "{words};\n\\draw[|->] (X) to[out=30, in=150] (M-1-3);\n\\draw (X) edge[loop above] node {$1$} "
    "();\n\\path (P) -- node {$=$} (Z.north);\n\\draw (Y.east |- Z) edge[\"$k$\"', <->] "
    "(Z);\n\\end{tikzpicture}",
    "[0,5,[0,0,\"P\"],[1,0,\"X\"],[2,0,\"0\"],[0,1,\"Y\"],[1,1,\"\\\\zeta\"],[0,1,\"p\"],[0,3,"
    "\"q\",2],[3,4,\"g\",0,{\"arrowchase\":{\"target\":{\"outline\":\"rectangle\",\"tikz\":"
    "\"draw\"}}}],[1,4,\"\\\\text{words}\",0,{\"style\":{\"head\":{\"name\":\"epi\"}}}],[1,2,\"\","
    "0,{\"curve\":-2,\"style\":{\"tail\":{\"name\":\"maps "
    "to\"}},\"arrowchase\":{\"out\":30,\"in\":150}}],[1,1,\"1\",0,{\"arrowchase\":{\"tikzloop\":"
    "\"loop "
    "above\"}}],[0,4,\"=\",1,{\"style\":{\"body\":{\"name\":\"none\"},\"head\":{\"name\":\"none\"}}"
    "}],[3,4,\"k\",2,{\"style\":{\"tail\":{\"name\":\"arrowhead\"}}}]]" },
  { "\\begin{tikzpicture}\n\\matrix[row sep=1cm] { \\node (a) {$A$}; & \\node[draw, circle] (b) "
    "{$B$}; \\\\ \\node (c) {$C$}; & \\node (d) {text}; \\\\ };\n\\begin{scope}[->>]\n\\draw (a) "
    "-- node[above, font=\\tiny] {$f$} (b) |- (d);\n\\end{scope}\n\\draw[->] (a) .. controls "
    "+(1,1) and +(1,1) .. (d) (c) edge[-] (d);\n\\end{tikzpicture}\n\\begin{tikzpicture} \\matrix "
    "{ \\node {1}; & \\node {2}; \\\\ }; \\draw (0,0) circle (1); \\end{tikzpicture}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"\\\\text{text}\"],[0,1,\"f\",0,{\"style\":{"
    "\"head\":{\"name\":\"epi\"}},\"arrowchase\":{\"target\":{\"outline\":\"circle\",\"tikz\":"
    "\"draw, "
    "circle\"}}}],[1,3,\"\",0,{\"style\":{\"head\":{\"name\":\"epi\"}},\"arrowchase\":{\"out\":-90,"
    "\"tikz\":\"to path={|- (\\\\tikztotarget) "
    "\\\\tikztonodes}\"}}],[0,3,\"\",0,{\"curve\":-6,\"arrowchase\":{\"out\":45,\"in\":45,"
    "\"looseness\":1.769,\"tikz\":\"controls={+(1,1) and "
    "+(1,1)}\"}}],[2,3,\"\",0,{\"style\":{\"head\":{\"name\":\"none\"}}}]]" },
  { "\\begin {tikzcd} [ row sep = small ]\n	A	\\arrow [ r , \"f\" ]	\\arrow { d } [ "
    "swap ] { k }	&	B\\\\\n	C \\rar {m} & D\n\\end {tikzcd}\n\\begin{tikzcd} P \\ar "
    "[r] & Q \\end  {tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,1,\"f\"],[0,2,\"k\",2],[2,3,\"m\"]]\n["
    "0,2,[0,0,\"P\"],[1,0,\"Q\"],[0,1]]" },
  { "\\begin{tikzcd}\nA & B\\\\ C \\arrow{u}[anchor=east]{m} \\arrow[ur, \"n\"{anchor=north west}] "
    "& D \\arrow{u}[anchor=west, pos=.25]{p}\n\\end{tikzcd}",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[2,0,\"m\"],[2,1,\"n\",2],[3,1,\"p\",2,{"
    "\"label_position\":25}]]" },
  { "\\xymatrix{ C\\ar@<1.2ex>[rr]^-{F}_-{}=\"1\" && D\\ar@<1.2ex>[ll]^-{G}_-{}=\"2\" "
    "\\ar@{}\"1\";\"2\"|(.3){\\,}=\"7\" |(.7){\\,}=\"8\" \\ar@{=>}\"7\";\"8\"^{\\epsilon} }",
    "[0,2,[0,0,\"C\"],[2,0,\"D\"],[0,1,\"F\",0,{\"offset\":-2,\"arrowchase\":{\"offset\":-2.15}}],["
    "1,0,\"G\",0,{\"offset\":-2,\"arrowchase\":{\"offset\":-2.15}}],[2,3,\"\\\\,\",1,{\"label_"
    "position\":30,\"style\":{\"body\":{\"name\":\"none\"},\"head\":{\"name\":\"none\"}},"
    "\"arrowchase\":{\"labels\":[{\"text\":\"\\\\,\",\"side\":\"centre\",\"at\":0.7}]}}],[2,3,"
    "\"\\\\epsilon\"]]" },
  { "\\begin{tikzcd}\nP \\arrow[r] \\arrow[d] \\arrow[dr, phantom, \"\\usebox\\pullback\", very "
    "near start, color=black] & A \\arrow[d]\\\\ B \\arrow[r] & C \\arrow[ul, phantom, "
    "\"\\usebox{\\pushout}\", very near start]\n\\end{tikzcd}",
    "[0,4,[0,0,\"P\"],[1,0,\"A\"],[0,1,\"B\"],[1,1,\"C\"],[0,1],[0,2],[0,3,\"\",1,{\"style\":{"
    "\"name\":\"corner\"}}],[1,3],[2,3],[3,0,\"\",1,{\"style\":{\"name\":\"corner\"}}]]" },
};

/* The same of Graphviz's language, of links and what embeds them, and of Typst. */
static const struct
{
  ChaseFormat format;
  const char *text, *json;
} others[] = {
  { CHASE_FORMAT_QUIVER_URL,
    "<iframe class=\"quiver-embed\" "
    "src=\"https://q.uiver.app/#q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0=&embed\" "
    "width=\"400\" height=\"200\" style=\"border-radius: 8px; border: none;\"></iframe>",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]" },
  { CHASE_FORMAT_QUIVER_URL,
    "<p>See <a "
    "href='https://q.uiver.app/#q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0='>this</a>.</"
    "p>\n<IFRAME "
    "SRC='https://q.uiver.app/#q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0=&amp;embed' "
    "WIDTH=300></IFRAME>",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]\n[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]" },
  { CHASE_FORMAT_QUIVER_URL,
    "<!-- https://q.uiver.app/#q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0= -->\n<iframe "
    "src=\"https://q.uiver.app/"
    "#q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0=&macro_url=https%3A%2F%2Fexample.org%2Fm."
    "tex&embed\"></iframe>",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]\n[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]" },
  { CHASE_FORMAT_QUIVER_URL,
    "Look: <https://q.uiver.app/#q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0=> and "
    "[link](https://q.uiver.app/#q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0= \"t\"), or "
    "`https://q.uiver.app/#q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0=`.",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]\n[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]\n[0,2,[0,"
    "0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]" },
  { CHASE_FORMAT_QUIVER_URL,
    "<iframe\n  "
    "src=\"https://q.uiver.app/?q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0%3D&embed\"\n  "
    "loading=\"lazy\"></iframe>",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]" },
  { CHASE_FORMAT_QUIVER_URL,
    "<iframe "
    "src=\"https://q.uiver.app/#r=typst&q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0=\"></"
    "iframe>",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]" },
  { CHASE_FORMAT_QUIVER_URL,
    "\\href{https://q.uiver.app/"
    "\\#q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0=}{quiver}\n\\url{https://q.uiver.app/"
    "#q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0=}",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]\n[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]" },
  { CHASE_FORMAT_QUIVER_URL,
    "http://varkor.github.io/quiver/?q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]" },
  { CHASE_FORMAT_DOT,
    "strict digraph \"my graph\" { node [shape=plaintext]; A -> B [label=\"f\"]; A -> B "
    "[label=\"f\"]; B -> C [xlabel=\"g\"]; }",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"f\"],[1,2,\"g\"]]" },
  { CHASE_FORMAT_DOT,
    "digraph { rankdir=LR; a [label=<<b>A</b>>]; b [label=<B<sub>1</sub>>]; a -> b "
    "[label=<f<sup>2</sup>>]; }",
    "[0,2,[0,0,\"A\"],[1,0,\"B_{1}\"],[0,1,\"f^{2}\"]]" },
  { CHASE_FORMAT_DOT, "digraph { A; B; p [style=invis]; A -> B [label=f]; p -> B; }",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0],[0,1,\"f\"],[2,1]]" },
  { CHASE_FORMAT_DOT, "digraph { {A B} -> {C D} [color=\"red\"]; }",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[0,2,\"\",0,{\"colour\":[0,100,50]}],[0,"
    "3,\"\",0,{\"colour\":[0,100,50]}],[1,2,\"\",0,{\"colour\":[0,100,50]}],[1,3,\"\",0,{"
    "\"colour\":[0,100,50]}]]" },
  { CHASE_FORMAT_DOT,
    "digraph G {\n  // objects\n  X [pos=\"0,72!\"]; Y [pos=\"144,72!\"]; Z [pos=\"144,0!\"];\n  X "
    "-> Y [label=\"f\"]; Y -> Z [label=\"g\"];\n  X -> Z [label=\"gf\", style=dashed]; # hash\n}",
    "[0,3,[0,0,\"X\"],[144,0,\"Y\"],[144,72,\"Z\"],[0,1,\"f\"],[1,2,\"g\"],[0,2,\"gf\",0,{"
    "\"style\":{\"body\":{\"name\":\"dashed\"}}}]]" },
  { CHASE_FORMAT_DOT,
    "digraph { A; A -> A [label=\"id\", headport=n, tailport=n]; A:e -> B:w [label=e]; }",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,0,\"id\"],[0,1,\"e\"]]" },
  { CHASE_FORMAT_DOT,
    "digraph { edge [arrowhead=none]; A -> B [arrowhead=vee, arrowtail=crow, dir=both]; B -> C "
    "[dir=back, label=\"h\"]; }",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"\",0,{\"style\":{\"tail\":{\"name\":\"mono\"}}"
    "}],[2,1,\"h\"]]" },
  { CHASE_FORMAT_DOT, "digraph { \"A×B\" -> A [label=\"π₁\"]; \"A×B\" -> B [label=\"π₂\"]; }",
    "[0,3,[0,0,\"A×B\"],[1,0,\"A\"],[2,0,\"B\"],[0,1,\"π₁\"],[0,2,\"π₂\"]]" },
  { CHASE_FORMAT_DOT,
    "digraph { A -> B [label=\"f\", penwidth=2, color=\"#aa3300\"]; B -> A [label=\"g\", "
    "color=\"0.6 1 0.7\", fontcolor=blue]; }",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\",0,{\"colour\":[18,100,33]}],[1,0,\"g\",0,{\"colour\":["
    "216,100,35]},"
    "[240,100,50,1]]]" },
  { CHASE_FORMAT_DOT, "digraph { A -> B; A -> B; A -> B [label=\"h\"]; splines=curved }",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1],[0,1],[0,1,\"h\"]]" },
  { CHASE_FORMAT_DOT, "digraph { 0 -> 1 -> 2.5 -> -3; 1 -> \"1\"; }",
    "[0,4,[0,0,\"0\"],[1,0,\"1\"],[2,0,\"2.5\"],[3,0,\"-3\"],[0,1],[1,2],[2,3],[1,1]]" },
  { CHASE_FORMAT_DOT,
    "digraph { A -> B [label=\"$f$\"]; B [label=\"$B\\\\times C$\"]; A "
    "[texlbl=\"$\\\\mathcal{A}$\"]; }",
    "[0,2,[0,0,\"\\\\mathcal{A}\"],[1,0,\"B\\\\times C\"],[0,1,\"f\"]]" },
  { CHASE_FORMAT_DOT,
    "digraph { A -> B [label=\"$g \\circ f$\"]; B [label=\"$B\\times C$\"]; C [label=\"a $x$ b "
    "$y$\"] }",
    "[0,3,[0,0,\"A\"],[1,0,\"B\\\\times C\"],[2,0,\"a $x$ b $y$\"],[0,1,\"g \\\\circ f\"]]" },
  { CHASE_FORMAT_DOT,
    "digraph adj { graph [rankdir=LR, nodesep=1]; node [shape=none, fontname=\"CMU Serif\"];\n C "
    "[label=<<i>C</i>>]; D [label=\"D\", tooltip=\"target\"];\n C -> D [label=\"F\", "
    "tailport=\"ne\", headport=\"nw\"]; D -> C [label=\"G\", tailport=\"sw\", headport=\"se\"];\n "
    "{ rank=same; C; D }\n}",
    "[0,2,[0,0,\"C\"],[1,0,\"D\"],[0,1,\"F\"],[1,0,\"G\"]]" },
  { CHASE_FORMAT_DOT,
    "digraph { edge [color=gray40 fontcolor=\"#336699\"]\n  a -> { b; c } -> d\n  d -> e -> f "
    "[label=\"k\" style=\"dashed,bold\"];\n  node [fontcolor=red]; g; f -> g "
    "[arrowhead=\"normalnormal\"]; }",
    "[0,7,[0,0,\"a\"],[1,0,\"b\"],[2,0,\"c\"],[3,0,\"d\"],[4,0,\"e\"],[5,0,\"f\"],[6,0,\"g\",[0,"
    "100,50,1]],[0,1,\"\",0,{\"colour\":[0,0,40]}],[0,2,\"\",0,{\"colour\":[0,0,40]}],[1,3,\"\",0,{"
    "\"colour\":[0,0,40]}],[2,3,\"\",0,{\"colour\":[0,0,40]}],"
    "[3,4,\"k\",0,{\"colour\":[0,0,40],\"style\":{\"body\":{\"name\":\"dashed\"}}},[210,50,40,1]],"
    "[4,5,\"k\",0,{\"colour\":[0,0,40],\"style\":{\"body\":{\"name\":\"dashed\"}}},[210,50,40,1]],"
    "[5,6,\"\",0,{\"colour\":[0,0,40],\"style\":{\"head\":{\"name\":\"epi\"}}}]]" },
  { CHASE_FORMAT_DOT,
    "digraph \"Σ\" { \"Σ(x)\" -> \"∏ A\" [label=\"Δ ⊣ ∏\", taillabel=\"1\", headlabel=\"*\"]; "
    "\n\"∏ A\" -> \"Σ(x)\" [label=\"ε\", constraint=false weight=3 minlen=2, arrowtail=none]; }",
    "[0,2,[0,0,\"Σ(x)\"],[1,0,\"∏ A\"],[0,1,\"Δ ⊣ "
    "∏\",0,{\"arrowchase\":{\"labels\":[{\"text\":\"1\",\"side\":\"left\",\"at\":0.15},{\"text\":"
    "\"*\",\"side\":\"left\",\"at\":0.85}]}}],[1,0,\"ε\"]]" },
  { CHASE_FORMAT_FLETCHER,
    "#import \"@preview/commute:0.3.0\": node, arr, "
    "commutative-diagram\n#align(center)[#commutative-diagram(\n  node((0, 0), $X$),\n  node((0, "
    "1), $Y$),\n  node((1, 0), $X \\/ \"ker\"(f)$, \"quot\"),\n  arr($X$, $Y$, $f$),\n  "
    "arr(\"quot\", (0, 1), $tilde(f)$, label-pos: right, \"dashed\", \"inj\"),\n  arr($X$, "
    "\"quot\", $pi$),\n)]",
    "[0,3,[0,0,\"X\"],[1,0,\"Y\"],[0,1,\"X / "
    "\\\\text{ker}(f)\"],[0,1,\"f\"],[2,1,\"\\\\tilde{f}\",2,{\"style\":{\"tail\":{\"name\":"
    "\"hook\",\"side\":\"top\"},\"body\":{\"name\":\"dashed\"}}}],[0,2,\"\\\\pi\"]]" },
  { CHASE_FORMAT_FLETCHER,
    "#commutative-diagram(node-padding: (50pt, 50pt), node((0,0),$A$), node((0,2),[B]), "
    "arr((0,0),(0,2),$f$, curve: 30deg), arr((0,0),(0,2),$g$, curve: -30deg, label-pos: -1em),)",
    "[0,2,[0,0,\"A\"],[2,0,\"\\\\text{B}\"],[0,1,\"f\",0,{\"curve\":-2}],[0,1,\"g\",2,{\"curve\":2}"
    "]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram(cell-size: 15mm, $\n  G edge(f, ->) edge(\"d\", pi, ->>) & im(f) \\\n  G slash "
    "ker(f) edge(\"ur\", tilde(f), \"hook-->\")\n$)",
    "[0,3,[0,0,\"G\"],[1,0,\"\\\\mathrm{im}(f)\"],[0,1,\"G / "
    "\\\\ker(f)\"],[0,1,\"f\"],[0,2,\"\\\\pi\",0,{\"style\":{\"head\":{\"name\":\"epi\"}}}],[2,1,"
    "\"\\\\tilde{f}\",0,{\"style\":{\"tail\":{\"name\":\"hook\",\"side\":\"top\"},\"body\":{"
    "\"name\":\"dashed\"}}}]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram({\n  let (A, B) = ((0,0), (2,0))\n  node(A, $A$)\n  node(B, $B$)\n  edge(A, B, "
    "\"->\", $f$, bend: 40deg)\n  edge(A, B, \"->\", $g$, bend: -40deg)\n  edge((1,-.3),(1,.3), "
    "\"=>\", $alpha$)\n})",
    "[0,2,[0,0,\"A\"],[2,0,\"B\"],[0,1,\"f\",0,{\"curve\":-3,\"arrowchase\":{\"bend\":-40}}],[0,1,"
    "\"g\",0,{\"curve\":3,\"arrowchase\":{\"bend\":40}}],[2,3,\"\\\\alpha\"]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram(node((0,0), $A$, name: <a>), node((1,0), $B$, name: <b>), edge(<a>, <b>, "
    "\"hook->\"), edge(<b>, <a>, \"-->>\", shift: 4pt), edge(<a>, <b>, \"<->\", shift: -4pt))",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"\",0,{\"style\":{\"tail\":{\"name\":\"hook\",\"side\":"
    "\"top\"}}}],[1,0,\"\",0,{\"offset\":-2,\"style\":{\"body\":{\"name\":\"dashed\"},\"head\":{"
    "\"name\":\"epi\"}},\"arrowchase\":{\"offset\":-1.67}}],[0,1,\"\",0,{\"offset\":2,\"style\":{"
    "\"tail\":{\"name\":\"arrowhead\"}},\"arrowchase\":{\"offset\":1.67}}]]" },
  { CHASE_FORMAT_FLETCHER,
    "#fletcher.diagram($A edge(\"rr\", \"->\", bend: #30deg) edge(->) & B edge(->) & C$)",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,2,\"\",0,{\"curve\":-2,\"arrowchase\":{\"bend\":-"
    "30}}],[0,1],[1,2]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram(spacing: (2cm, 1cm), $ X edge(\"d\", \"->\") edge(\"r\", f, \"->\", label-side: "
    "#left) & Y edge(\"d\", \"->\") \\ Z edge(\"r\", \"|->\", h) & W $)",
    "[0,4,[0,0,\"X\"],[1,0,\"Y\"],[0,1,\"Z\"],[1,1,\"W\"],[0,2],[0,1,\"f\"],[1,3],[2,3,\"h\",0,{"
    "\"style\":{\"tail\":{\"name\":\"maps to\"}}}]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram(edge((0,0),(0,1),(1,1),\"->\",$f$), node((0,0),$A$), node((1,1),$B$))",
    "[0,2,[0,0,\"A\"],[1,1,\"B\"],[0,1,\"f\",0,{\"curve\":3,\"arrowchase\":{\"out\":-90,\"in\":180}"
    "}]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram(node((0,0),$A$), edge(\"->\", $f$), node((1,0),$B$), edge(\"->>\", $g$), node((2,0), "
    "$C$))",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[0,1,\"f\"],[1,2,\"g\",0,{\"style\":{\"head\":{"
    "\"name\":\"epi\"}}}]]" },
  { CHASE_FORMAT_FLETCHER, "#diagram($ A edge(\"->\", f) #edge(\"d\", \"~>\", $u$) & B \\ C $)",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[0,1,\"f\"],[0,2,\"u\",0,{\"style\":{\"body\":{"
    "\"name\":\"squiggly\"}}}]]" },
  { CHASE_FORMAT_FLETCHER,
    "#figure(diagram(debug: 1, axes: (ltr, btt), node((0,0),$A$), node((0,1),$B$), "
    "edge((0,0),(0,1),\"->\",$f$)), caption: [x])",
    "[0,2,[0,1,\"A\"],[0,0,\"B\"],[0,1,\"f\"]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram($A edge(f, \"->\", stroke: #red) edge(\"d\", \"->\", g, label-pos: #0.2, label-fill: "
    "#true, crossing: #true) & B \\ C$)",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[0,1,\"f\",0,{\"colour\":[0,100,50]}],[0,2,\"g\",0,{"
    "\"label_position\":20,\"arrowchase\":{\"tikz\":\"crossing over\"}}]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram($A edge(\"r\", \"->\", \"f\") & B edge(\"l\", \"..>\", dash: \"dashed\") edge(\"d\", "
    "\"triple\") \\ & C$)",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[1,1,\"C\"],[0,1,\"\\\\text{f}\"],[1,0,\"\",0,{\"style\":{"
    "\"body\":{\"name\":\"dashed\"}}}],[1,2,\"\",0,{\"level\":3,\"style\":{\"head\":{\"name\":"
    "\"none\"}}}]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram($ cal(C) edge(F, ->, bend: #20deg) edge(G, <-, bend: #(-20deg), label-side: #right) "
    "& cal(D) $)",
    "[0,2,[0,0,\"\\\\mathcal{C}\"],[1,0,\"\\\\mathcal{D}\"],[0,1,\"F\",0,{\"curve\":-1,"
    "\"arrowchase\":{\"bend\":-20}}],[1,0,\"G\",0,{\"curve\":-1,\"arrowchase\":{\"bend\":-20}}]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram($ A #edge(\"r\", \"->\", [go]) #edge(\"d\", \"=>\", $alpha (x)$, label-side: right) "
    "& B edge(\"d\", ->, g) \\ C & #text(red)[$D$] $)",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\",[0,100,50,1]],[0,1,\"\\\\text{go}\"],[0,2,"
    "\"\\\\alpha (x)\",2,{\"level\":2}],[1,3,\"g\"]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram($\n  F(A) edge(\"r\", \"->\", F(f)) edge(\"d\", \"->\", eta_A) & F(B) edge(\"d\", "
    "\"->\", eta_B) \\\n  G(A) edge(\"r\", \"->\", G(f)) & G(B)\n$)\n#figure(diagram(spacing: 3em, "
    "node((0, 0), $X$), node((1, 0), $Y$), edge((0,0), (1,0), [$f$], \"->\")), caption: [$C$])",
    "[0,4,[0,0,\"F(A)\"],[1,0,\"F(B)\"],[0,1,\"G(A)\"],[1,1,\"G(B)\"],[0,1,\"F(f)\"],[0,2,"
    "\"\\\\eta_A\"],[1,3,\"\\\\eta_B\"],[2,3,\"G(f)\"]]\n[0,2,[0,0,\"X\"],[1,0,\"Y\"],[0,1,\"f\"]"
    "]" },
  { CHASE_FORMAT_FLETCHER,
    "#align(center, diagram(\n  cell-size: (1cm, 2cm),\n  node-inset: 4pt,\n  {\n    node((0, 0), "
    "$P$)\n    node((1, 0), $A$)\n    node((0, 1), $B$)\n    node((1, 1), $C$)\n    edge((0, 0), "
    "(1, 0), $p$, \"->\", label-sep: 2pt)\n    edge((0, 0), (0, 1), $q$, \"->\", label-side: "
    "right)\n    edge((1, 0), (1, 1), $f$, \"|->\")\n    edge((0, 1), (1, 1), $g$, \">->\")\n    "
    "edge((0, 0), (1, 1), $lrcorner$, \"\", label-pos: 20%)\n  }))",
    "[0,4,[0,0,\"P\"],[1,0,\"A\"],[0,1,\"B\"],[1,1,\"C\"],[0,1,\"p\"],[0,2,\"q\",2],[1,3,\"f\",0,{"
    "\"style\":{\"tail\":{\"name\":\"maps "
    "to\"}}}],[2,3,\"g\",0,{\"style\":{\"tail\":{\"name\":\"mono\"}}}],[0,3,\"\\\\lrcorner\",0,{"
    "\"label_position\":20,\"style\":{\"head\":{\"name\":\"none\"}}}]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram(node((0,0), $A$, name: <a>), node((2,0), $B$, name: <b>), edge(<a>, (rel: (1,1), to: "
    "<b>), \"->\", $f$), node((rel: (0,1), to: <a>), $C$))",
    "[0,4,[0,0,\"A\"],[2,0,\"B\"],[0,1,\"C\"],[3,1],[0,3,\"f\"]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram(node((0,0), $A$), node((90deg, 2), $B$), edge((0,0), (angle: 90deg, radius: 2), "
    "marks: (\"hook\", (inherit: \"bar\", pos: 0.5), \"doublehead\")), edge((0,0), \"r\", \"\"), "
    "edge(vertices: ((0,0), (1,0)), \"->\"))",
    "[0,3,[0,0,\"A\"],[0,2,\"B\"],[1,0],[0,1,\"\",0,{\"style\":{\"tail\":{\"name\":\"hook\","
    "\"side\":\"top\"},\"body\":{\"name\":\"barred\"},\"head\":{\"name\":\"epi\"}}}],[0,2,\"\",0,{"
    "\"style\":{\"head\":{\"name\":\"none\"}}}],[0,2]]" },
  { CHASE_FORMAT_FLETCHER,
    "#import \"@preview/commute:0.3.0\": commutative-diagram as cdiag\n#let cd = "
    "commutative-diagram\n#cd(node((0,0), $X$), node((0,1), $Y$), arr($X$, $Y$, $f$))\n"
    "#cdiag(node((0,0), $U$), node((1,0), $V$))",
    "[0,2,[0,0,\"X\"],[1,0,\"Y\"],[0,1,\"f\"]]\n[0,2,[0,0,\"U\"],[0,1,\"V\"]]" },
  { CHASE_FORMAT_DOT,
    "digraph { a -> b [label=\"\\\\cong\"] b -> c [label=\"\\alpha \\circ \\beta\"] c -> d "
    "[label=\"one\\ntwo\"] }",
    "[0,4,[0,0,\"a\"],[1,0,\"b\"],[2,0,\"c\"],[3,0,\"d\"],[0,1,\"\\\\cong\"],[1,2,\"\\\\alpha "
    "\\\\circ \\\\beta\"],[2,3,\"\\\\text{one two}\"]]" },
  /* Functions of the text: their calls are read, with values, content, and others that they call.
   */
  { CHASE_FORMAT_FLETCHER,
    "#let square(a, b, f: $f$) = diagram(\n  node((0,0), a), // first\n  node((1,0), b),\n"
    "  edge((0,0), (1,0), f, \"->\"),\n)\n#figure(square($A$, $B$, f: $phi$), caption: [x]) <sq>\n"
    "#square($C$, $D$)",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"\\\\varphi\"]]\n[0,2,[0,0,\"C\"],[1,0,\"D\"],[0,1,\"f\"]"
    "]" },
  { CHASE_FORMAT_FLETCHER,
    "#let cd(body) = align(center, diagram(cell-size: 15mm, body))\n#cd($ X edge(->) & Y $)\n"
    "#let tri(x, y) = { cd($ #x edge(->) & #y $) }\n#tri($P$, $Q$)",
    "[0,2,[0,0,\"X\"],[1,0,\"Y\"],[0,1]]\n[0,2,[0,0,\"P\"],[1,0,\"Q\"],[0,1]]" },
  { CHASE_FORMAT_FLETCHER,
    "#let mor(a, b, ..rest) = edge(a, b, \"->\", ..rest)\n#diagram(node((0,0), $A$), node((1,0), "
    "$B$), mor((0,0), (1,0), $f$))",
    "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"f\"]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram(edge-stroke: 2pt + blue, $ A edge(f, ->) & B edge(\"d\", g, -->, stroke: red) \\ & C "
    "$)",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[1,1,\"C\"],[0,1,\"f\",0,{\"colour\":[240,100,50]}],[1,2,\"g\",0,"
    "{\"colour\":[0,100,50],\"style\":{\"body\":{\"name\":\"dashed\"}}}]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram($A edge(\"d,r,u,l\", f, ->) edge(\"r,d,l,u\", g, ->) & B \\ C & D$)",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[1,1,\"D\"],[0,0,\"f\",2,{\"radius\":-3,\"angle\":-"
    "45}],[0,0,\"g\",0,{\"angle\":135}]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram(node((0,0), $A$), node((1,0),$B$), node((0,1), $C$), edge((0,0), (1,0), (1,0), "
    "\"->\"), edge((0,0),\"d\",(0,1),\"..>\"))",
    "[0,3,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"C\"],[0,1],[0,2,\"\",0,{\"style\":{\"body\":{\"name\":"
    "\"dotted\"}}}]]" },
  { CHASE_FORMAT_FLETCHER,
    "#diagram(edge-stroke: (dash: \"dashed\"), $A edge(f, ->) & B edge(->, stroke: #(dash: "
    "\"solid\")) & C edge(\"->\", stroke: #none) & D$)",
    "[0,4,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[0,1,\"f\",0,{\"style\":{\"body\":{"
    "\"name\":\"dashed\"}}}],[1,2],[2,3,\"\",0,{\"style\":{\"body\":{\"name\":\"none\"},\"head\":{"
    "\"name\":\"none\"}}}]]" },
};

static void
test_other (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autofree char *json
      = convert (others[i].format, others[i].text, CHASE_FORMAT_QUIVER_JSON, problems);

  g_test_message ("%s", others[i].text);
  g_assert_false (chase_problems_has_error (problems));
  g_assert_cmpstr (g_strchomp (json), ==, others[i].json);
}

static void
test_snippet (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autofree char *json
      = convert (CHASE_FORMAT_TIKZCD, snippets[i].latex, CHASE_FORMAT_QUIVER_JSON, problems);

  g_test_message ("%s", snippets[i].latex);
  g_assert_false (chase_problems_has_error (problems));
  g_assert_cmpstr (g_strchomp (json), ==, snippets[i].json);
}

#define BOUND(text) "\\begin{tikzcd} A " text " & B \\end{tikzcd}"

/* Macros that stand for others, and definitions by packages. */
static void
test_defined_arrows (void)
{
  static const char *const texts[][2] = {
    { "\\newcommand{\\mor}[2][]{\\arrow[r, \"#2\", #1]}\\newcommand{\\some}[1]{\\mor[dashed]{#1}}\n"
      "\\newcommand{\\u}{\\some{u}}\n" BOUND ("\\u"),
      "[0,1,\"u\",0,{\"style\":{\"body\":{\"name\":\"dashed\"}}}]" },
    { "\\NewDocumentCommand\\m{s O{} m}{\\arrow[r, \"#3\"\\IfBooleanTF{#1}{'}{}, #2]}\n" BOUND (
          "\\m*{f}"),
      "[0,1,\"f\",2]" },
    { "\\DeclareDocumentCommand{\\m}{o m}{\\arrow[r, \"{#2\\IfNoValueF{#1}{_{#1}}}\"]}\n" BOUND (
          "\\m[1]{f}"),
      "[0,1,\"f_{1}\"]" },
    { "\\newcommandx{\\m}[3][1=hook, 3=]{\\arrow[r, \"#2\" #3, #1]}\n" BOUND ("\\m{f}[swap]"),
      "[0,1,\"f\",2,{\"style\":{\"tail\":{\"name\":\"hook\",\"side\":\"top\"}}}]" },
    { "\\NewDocumentCommand\\m{v m}{\\arrow[r, \"\\mathtt{#1}\", #2]}\n" BOUND ("\\m|f|{hook}"),
      "[0,1,\"\\\\mathtt{f}\",0,{\"style\":{\"tail\":{\"name\":\"hook\",\"side\":\"top\"}}}]" },
    { "\\let\\m=\\arrow\n" BOUND ("\\m[r, \"f\"]"), "[0,1,\"f\"]" },
    { "\\gdef\\m#1{\\rar{#1}}\n" BOUND ("\\m f"), "[0,1,\"f\"]" },
    { "\\newcommand{\\m}{\\n}\\newcommand{\\n}{\\m \\arrow[r]}\n" BOUND ("\\n"), "[0,1]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autofree char *json
          = convert (CHASE_FORMAT_TIKZCD, texts[i][0], CHASE_FORMAT_QUIVER_JSON, problems);

      g_test_message ("%s\n%s", texts[i][0], json);
      g_assert_nonnull (strstr (json, texts[i][1]));
      g_assert_false (chase_problems_has_error (problems));
    }
}

/* What the labels beside the first one have, and tips by their names, stays when it is written
 * anew. */
static void
test_fresh (void)
{
  static const char *const kept[]
      = { "\"g\"'{near start, font=\\tiny}", "-{Stealth[length=3mm]}", "\"f\"{magic=3}" };
  static const char latex[] = "\\begin{tikzcd} A \\arrow[r, \"f\"{magic=3}, \"g\"'{near start, "
                              "font=\\tiny}, -{Stealth[length=3mm]}] & B \\end{tikzcd}";
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = read_text (CHASE_FORMAT_TIKZCD, latex, 1, problems);
  const ChaseInterchangeOptions options = { .fresh = TRUE, .unlinked = TRUE };
  g_autofree char *written
      = chase_interchange_write (CHASE_FORMAT_TIKZCD, document, NULL, &options, problems);

  g_test_message ("%s", written);
  g_assert_nonnull (strstr (written, "font=\\tiny"));
  for (guint i = 1; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (written, kept[i]));
}

/* A row that is too long for a line has each cell in a line of its own, its arrows beside it. */
static void
test_long_row (void)
{
  static const char latex[]
      = "\\begin{tikzcd}\n\\mathrm{Hom}_{\\mathcal{C}}(A \\otimes B, C) \\arrow{r}{\\cong} "
        "\\arrow{d}[swap]{f^*} & \\mathrm{Hom}_{\\mathcal{C}}(A, [B, C]) "
        "\\arrow{d}{(f \\otimes g)^*} \\arrow{r}{\\mathrm{ev}} & X \\\\ C \\arrow{r}{k} & D & E\n"
        "\\end{tikzcd}\n";
  static const char expected[]
      = "\\begin{tikzcd}\n"
        "\t\\mathrm{Hom}_{\\mathcal{C}}(A \\otimes B, C) \\arrow[r, \"\\cong\"] "
        "\\arrow[d, \"f^*\"'] &\n"
        "\t  \\mathrm{Hom}_{\\mathcal{C}}(A, [B, C]) \\arrow[d, \"(f \\otimes g)^*\"] "
        "\\arrow[r, \"\\mathrm{ev}\"] &\n\t  X \\\\\n"
        "\tC \\arrow[r, \"k\"] & D & E\n\\end{tikzcd}\n";
  g_autoptr (ChaseDocument) document = read_text (CHASE_FORMAT_TIKZCD, latex, 1, NULL);
  const ChaseInterchangeOptions options = { .fresh = TRUE };
  g_autofree char *written
      = chase_interchange_write (CHASE_FORMAT_TIKZCD, document, NULL, &options, NULL);

  g_assert_cmpstr (written, ==, expected);
}

/* A label with an & in it asks for another sign between the cells. */
static void
test_ampersand (void)
{
  static const char latex[]
      = "\\begin{tikzcd}[ampersand replacement=\\&]\nA \\arrow[r, \"\\begin{pmatrix} 1 & 0 "
        "\\end{pmatrix}\"] \\& B\n\\end{tikzcd}";
  static const char expected[]
      = "\\begin{tikzcd}[ampersand replacement=\\&]\n\tA \\arrow[r, \"{\\begin{pmatrix} 1 & 0 "
        "\\end{pmatrix}}\"] \\& B\n\\end{tikzcd}\n";
  const ChaseInterchangeOptions options = { .fresh = TRUE };
  g_autoptr (ChaseDocument) document = read_text (CHASE_FORMAT_TIKZCD, latex, 1, NULL);
  g_autofree char *written
      = chase_interchange_write (CHASE_FORMAT_TIKZCD, document, NULL, &options, NULL);

  g_assert_cmpstr (written, ==, expected);
}

/* What is shown as it is, and the parts of an environment that is being defined, are no diagrams; a
 * macro that makes one is read where it is used, or told of. */
static void
test_around (void)
{
  static const char latex[]
      = "\\newenvironment{cd}{\\[\\begin{tikzcd}}{\\end{tikzcd}\\]}\n"
        "\\newcommand{\\opt}[2][x]{\\begin{tikzcd} #1 & #2 \\end{tikzcd}}\n"
        "\\newcommand{\\sq}[2]{\\begin{tikzcd} #1 \\arrow[r] & #2 \\end{tikzcd}}\n"
        "\\verb|\\begin{tikzcd}| is written\n"
        "\\begin{verbatim}\n\\begin{tikzcd} X & Y \\end{tikzcd}\n\\end{verbatim}\n"
        "\\iffalse \\begin{tikzcd} V & W \\end{tikzcd} \\fi "
        "\\begin{comment} \\begin{tikzcd} V & W \\end{tikzcd} \\end{comment} "
        "\\[\\begin{tikzcd} A \\arrow[r] & B \\end{tikzcd}\\] \\sq{C}D \\opt{E}\n"
        "\\end{document} \\begin{tikzcd} V & W \\end{tikzcd}";
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = read_text (CHASE_FORMAT_TIKZCD, latex, 3, problems);
  g_autofree char *json
      = chase_interchange_write (CHASE_FORMAT_QUIVER_JSON, document, NULL, NULL, NULL);

  g_assert_cmpstr (json, ==,
                   "[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1]]\n[0,2,[0,0,\"C\"],[1,0,\"D\"],[0,1]]\n"
                   "[0,2,[0,0,\"x\"],[1,0,\"E\"]]\n");
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Macros that make arrows stand for what they make, with what they are given; what they are comes
 * out again. */
static void
test_arrow_macros (void)
{
  static const char latex[]
      = "\\newcommand{\\to}{\\arrow[r]}\n\\newcommand*{\\by}[2][hook]{\\ar[r, #1, \"#2\"]}\n"
        "\\def\\down#1{\\dar[\"#1\"]}\n\\newcommand{\\both}{\\to\\down{d}}\n"
        "\\[\\begin{tikzcd} A \\to & B \\by{f} \\down{d} & C \\by[two heads]{g} & D \\\\ & E "
        "\\end{tikzcd}\\]\n"
        "\\NewDocumentCommand{\\odd}{b m}{\\arrow[r,\"#2\"]}\n"
        "\\[\\begin{tikzcd} A \\odd{f} & B \\end{tikzcd}\\]\n";
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = read_text (CHASE_FORMAT_TIKZCD, latex, 3, problems);
  g_autofree char *json
      = chase_interchange_write (CHASE_FORMAT_QUIVER_JSON, document, NULL, NULL, NULL);
  g_autofree char *same = chase_interchange_write (CHASE_FORMAT_TIKZCD, document, NULL, NULL, NULL);

  g_test_message ("%s", json);
  g_assert_true (g_str_has_prefix (
      json, "[0,5,[0,0,\"A\"],[1,0,\"B\"],[2,0,\"C\"],[3,0,\"D\"],[1,1,\"E\"],[0,1],[1,2,\"f\",0,"
            "{\"style\":{\"tail\":{\"name\":\"hook\",\"side\":\"top\"}}}],"));
  g_assert_nonnull (
      strstr (json, "[1,4,\"d\"],[2,3,\"g\",0,{\"style\":{\"head\":{\"name\":\"epi\""));
  g_assert_nonnull (strstr (same, "A \\to & B \\by{f} \\down{d} & C"));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (((ChaseProblem *)g_ptr_array_index (problems, 0))->message, "\\odd"));
}

/* All kinds of arguments of xparse, there or left out. */
static void
test_document_commands (void)
{
  static const struct
  {
    const char *kinds, *body, *call, *label;
  } cases[] = {
    { "d<> m", "\\IfNoValueTF{#1}{#2}{#1,#2}", "\\go<a>{b}", "a,b" },
    { "d<> m", "\\IfNoValueTF{#1}{#2}{#1,#2}", "\\go{b}", "b" },
    { "D(){x} m", "#1#2", "\\go(y){z}", "yz" },
    { "D(){x} m", "#1#2", "\\go{z}", "xz" },
    { "r() O{q} m", "#1#2#3", "\\go(a (b)) [c]{d}", "a (b)cd" },
    { "R<>{p} m", "#1#2", "\\go{d}", "pd" },
    { "v m", "#1#2", "\\go|a_b|{c}", "a_bc" },
    { "+v m", "#1#2", "\\go{a}{c}", "ac" },
    { "t' s m", "\\IfBooleanTF{#1}{y}{n}\\IfBooleanTF{#2}{y}{n}#3", "\\go'*{f}", "yyf" },
    { "t' s m", "\\IfBooleanTF{#1}{y}{n}\\IfBooleanTF{#2}{y}{n}#3", "\\go {f}", "nnf" },
    { "m g", "#1\\IfValueT{#2}{#2}", "\\go{f}{g}", "fg" },
    { "m G{h}", "#1#2", "\\go{f}", "fh" },
    { "m e{^_}", "#1\\IfValueT{#2}{u#2}\\IfValueT{#3}{d#3}", "\\go{f}_a^{bc}", "fubcda" },
    { "m E{^_}{{1}{2}}", "#1#2#3", "\\go{f}_3", "f13" },
    { "+m !O{x} >{\\SplitList{;}} m", "#1#2#3", "\\go{f}[y]{g}", "fyg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *latex = g_strdup_printf (
          "\\NewDocumentCommand{\\go}{%s}{\\ar[r, \"{%s}\"]}\n\\begin{tikzcd} A %s & B "
          "\\end{tikzcd}",
          cases[i].kinds, cases[i].body, cases[i].call);
      g_autofree char *expected
          = g_strdup_printf ("[0,2,[0,0,\"A\"],[1,0,\"B\"],[0,1,\"%s\"]]", cases[i].label);
      g_autofree char *json = convert (CHASE_FORMAT_TIKZCD, latex, CHASE_FORMAT_QUIVER_JSON, NULL);

      g_assert_cmpstr (g_strchomp (json), ==, expected);
    }
}

/* Another name for a macro that makes diagrams takes its arguments. */
static void
test_alias_of_figure (void)
{
  static const char *const aliases[]
      = { "\\let\\foo\\sq", "\\let\\foo=\\sq", "\\newcommand{\\foo}{\\sq}",
          "\\def\\bar{\\sq}\\let\\foo\\bar" };

  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    {
      g_autofree char *latex = g_strdup_printf (
          "\\newcommand{\\sq}[2][A]{\\begin{tikzcd} #1 \\ar[r] & #2 \\end{tikzcd}}\n%s\n"
          "\\[\\foo[X]{Y}\\]\n",
          aliases[i]);
      g_autofree char *json = convert (CHASE_FORMAT_TIKZCD, latex, CHASE_FORMAT_QUIVER_JSON, NULL);

      g_assert_cmpstr (g_strchomp (json), ==, "[0,2,[0,0,\"X\"],[1,0,\"Y\"],[0,1]]");
    }
}

/* Paths that turn leave and arrive as they do, and are kept; those that cannot be drawn are said.
 */
static void
test_own_paths (void)
{
  static const struct
  {
    const char *path, *style; /* NULL: drawn straight */
  } cases[] = {
    { "(\\tikztostart) |- (\\tikztotarget) \\tikztonodes", "out = -90, in = 180" },
    { "|- (\\tikztotarget)", "out = -90, in = 180" },
    { "(\\tikztostart) -| (\\tikztotarget)", "out = 0, in = 90" },
    { "-- ++(0,-1) -| (\\tikztotarget)", "out = -90, in = 90" },
    { "-- ([xshift=1ex]\\tikztostart.east) |- (\\tikztotarget)", "out = 0, in = 180" },
    { "-- (\\tikztotarget) \\tikztonodes", "tikz = " },
    { "-- (3,4) -- (\\tikztotarget)", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *latex = g_strdup_printf (
          "\\begin{tikzcd} A \\ar[dr, to path={%s}] & \\\\ & B \\end{tikzcd}", cases[i].path);
      g_autofree char *notation = to_notation (CHASE_FORMAT_TIKZCD, latex);
      g_autoptr (GPtrArray) problems = chase_problems_new ();

      g_test_message ("%s", cases[i].path);
      chase_document_unref (read_text (CHASE_FORMAT_TIKZCD, latex, 1, problems));
      g_assert_cmpuint (problems->len, ==, cases[i].style == NULL);
      if (cases[i].style != NULL && strstr (notation, cases[i].style) == NULL)
        g_error ("%s is not in %s", cases[i].style, notation);
      g_assert_nonnull (strstr (notation, cases[i].path));
    }
}

/* Dashes that stand closer or farther than usual come out as they came in, while they are dashes.
 */
static void
test_dashes (void)
{
  static const char latex[]
      = "\\begin{tikzcd} A \\ar[r, densely dotted] & B \\ar[r, loosely dashed] & "
        "C \\ar[r, densely dotted, dashed] & D \\end{tikzcd}";
  const ChaseInterchangeOptions fresh = { .fresh = TRUE };
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = read_text (CHASE_FORMAT_TIKZCD, latex, 1, problems);
  g_autofree char *anew
      = chase_interchange_write (CHASE_FORMAT_TIKZCD, document, NULL, &fresh, NULL);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_nonnull (strstr (anew, "A \\arrow[r, densely dotted] & B \\arrow[r, loosely dashed] &"));
  g_assert_nonnull (strstr (anew, "C \\arrow[r, dashed]"));
}

/* Papers that use xy-pic define the corners of pullbacks for themselves. */
static void
test_xymatrix_corners (void)
{
  static const char latex[]
      = "\\newcommand{\\pullbackcorner}[1][dr]{\\save*!/#1-1.2pc/#1:(-1,1)@^{|-}\\restore}\n"
        "\\xymatrix{P \\pullbackcorner \\ar[r] & B \\pullback[dl] & C\\\\ D & E\\pushout & F "
        "\\pullback G }";
  g_autofree char *notation = to_notation (CHASE_FORMAT_TIKZCD, latex);

  g_assert_nonnull (strstr (notation, "_ : P -> E [corner = pullback"));
  g_assert_nonnull (strstr (notation, "_ : B -> D [corner = pullback"));
  g_assert_nonnull (strstr (notation, "_ : E -> P [corner = pullback"));
  g_assert_nonnull (strstr (notation, "F \\pullback G"));
}

/* What is not read is said, by one warning. */
static void
test_reported (void)
{
  static const struct
  {
    ChaseFormat format;
    const char *text, *said;
  } cases[] = {
    { CHASE_FORMAT_DOT, "digraph { a -> b [arrowhead=tee] c -> d [arrowhead=tee] }", "tee" },
    { CHASE_FORMAT_DOT, "digraph { a -> b [arrowhead=empty] }", "empty" },
    { CHASE_FORMAT_DOT, "digraph { a -> b [color=\"red:blue\"] c -> d [color=\"red:blue\"] }",
      ": color=red:blue" },
    { CHASE_FORMAT_DOT, "digraph { {rank=same; a; b} a:n -> b:w }",
      "headport=w, tailport=n, rank=same" },
    { CHASE_FORMAT_DOT, "digraph { bgcolor=red a [shape=diamond] a -> b [penwidth=3, style=bold] }",
      "shape=diamond, style=bold, penwidth=3, bgcolor=red" },
    { CHASE_FORMAT_FLETCHER, "#let sq(f) = diagram($A edge(f, ->) & B$)", "sq" },
    { CHASE_FORMAT_FLETCHER, "#diagram(node((0,0), $A$), ..others)", "..others" },
    { CHASE_FORMAT_FLETCHER, "#diagram(parts)", "nothing" },
    { CHASE_FORMAT_FLETCHER, "#diagram(edge-stroke: strange(4), $A edge(f, ->) & B $)",
      "edge-stroke" },
    { CHASE_FORMAT_FLETCHER, "#diagram(node((0,0), $A$), edge((0,0), (name: \"a\"), \"->\"))",
      "(name: \"a\")" },
    { CHASE_FORMAT_FLETCHER, "#diagram(edge((0,0), (1,0), marks: (\"odd\", \"head\")))", "marks" },
    { CHASE_FORMAT_TIKZCD, "\\xymatrix{A \\save []+<1cm,0cm>*{n}\\restore & B}", "\\save" },
    { CHASE_FORMAT_TIKZCD, "\\xymatrix{A \\ar@`{c+(1,1)}[r] & B}", "straight" },
    { CHASE_FORMAT_TIKZCD, "\\xymatrix{A \\ar@{-|>}[r] & B}", "@{-|>}" },
    { CHASE_FORMAT_TIKZCD, "\\begin{tikzcd} \\hline A \\ar[r] & B \\end{tikzcd}",
      "a line between two rows" },
    { CHASE_FORMAT_TIKZCD,
      "\\begin{tikzpicture} \\matrix (m) [matrix of math nodes] { A & B \\\\ }; \\draw (m-1-1) -- "
      "(m-1-2); \\draw (m-1-1) -- +(1,0) -- cycle; \\end{tikzpicture}",
      "left out" },
    { CHASE_FORMAT_TIKZCD,
      "\\begin{tikzpicture} \\matrix (m) [matrix of math nodes] { A & B \\\\ }; \\draw (m-1-1) -- "
      "(m-1-2); \\draw (m-1-1) -- (m-1-3); \\end{tikzpicture}",
      "m-1-3" },
    { CHASE_FORMAT_TIKZCD,
      "\\begin{tikzpicture} \\matrix (m) [matrix of math nodes] { A & B \\\\ }; \\draw (m-1-1) -- "
      "(m-1-2); \\node[draw, fit=(m-1-1)] {}; \\end{tikzpicture}",
      "\\node" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      const ChaseProblem *problem;

      chase_document_unref (read_text (cases[i].format, cases[i].text, 1, problems));
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (problems->len, ==, 1);
      problem = g_ptr_array_index (problems, 0);
      g_assert_cmpint (problem->severity, ==, CHASE_SEVERITY_WARNING);
      g_assert_nonnull (strstr (problem->message, cases[i].said));
    }
}

/* What is not read says what would be. */
static void
test_other_packages (void)
{
  static const char *const texts[][2] = {
    { "\\begin{diagram} A & \\rTo^f & B \\\\ \\end{diagram}", "\\arrow[r, \"f\"]" },
    { "\\begin{tikzpicture} \\draw (0,0) -- (1,1); \\end{tikzpicture}", "\\matrix" },
    { "\\begin{tikzpicture} \\node (a) at (0,0) {a}; \\node (b) at (1,1) {b}; \\draw (a) -- (b); "
      "\\end{tikzpicture}",
      "with arrows between them" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      const ChaseProblem *problem;

      chase_document_unref (read_text (CHASE_FORMAT_TIKZCD, texts[i][0], 0, problems));
      g_assert_cmpuint (problems->len, ==, 1);
      problem = g_ptr_array_index (problems, 0);
      g_assert_cmpint (problem->severity, ==, CHASE_SEVERITY_ERROR);
      g_assert_nonnull (strstr (problem->hint, texts[i][1]));
    }
}

/* Macros that call others which make diagrams; one that calls itself is reported. */
static void
test_figures_of_figures (void)
{
  static const char text[]
      = "\\newcommand{\\sq}[2]{\\begin{tikzcd} #1 \\ar[r, odd] & #2 \\end{tikzcd}}\n"
        "\\newcommand{\\two}[1]{\\sq{#1}{B} \\quad \\sq{C}{D}}\n"
        "\\newcommand{\\deep}{\\[\\two{X}\\]}\n"
        "\\newcommand{\\self}{\\self\\sq}\n"
        "\\deep\n\\self\n";
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autofree char *json = convert (CHASE_FORMAT_TIKZCD, text, CHASE_FORMAT_QUIVER_JSON, problems);
  g_autofree char *said = messages (problems);

  g_assert_cmpstr (
      g_strchomp (json), ==,
      "[0,2,[0,0,\"X\"],[1,0,\"B\"],[0,1,\"\",0,{\"arrowchase\":{\"tikz\":\"odd\"}}]]\n"
      "[0,2,[0,0,\"C\"],[1,0,\"D\"],[0,1,\"\",0,{\"arrowchase\":{\"tikz\":\"odd\"}}]]");
  g_assert_nonnull (strstr (said, "odd"));
  g_assert_nonnull (strstr (said, "\\self"));
}

/* What goes on and on is not followed. */
static void
test_endless_figures (void)
{
  g_autoptr (GString) bomb = g_string_new ("\\newcommand{\\ma}{\\begin{tikzcd} A \\end{tikzcd}}\n");
  g_autofree char *json = NULL;

  for (char c = 'b'; c <= 'h'; c++)
    {
      g_string_append_printf (bomb, "\\newcommand{\\m%c}{", c);
      for (guint i = 0; i < 12; i++)
        g_string_append_printf (bomb, "\\m%c ", c - 1);
      g_string_append (bomb, "}\n");
    }
  g_string_append (bomb, "\\mh \\mh \\mh\n");
  json = convert (CHASE_FORMAT_TIKZCD, bomb->str, CHASE_FORMAT_QUIVER_JSON, NULL);
  g_assert_cmpuint (strlen (json), <, 20000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (snippets); i++)
    {
      g_autofree char *path = g_strdup_printf ("/snippets/%02u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_snippet);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_strdup_printf ("/snippets/others/%02u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_other);
    }
  g_test_add_func ("/snippets/own-paths", test_own_paths);
  g_test_add_func ("/snippets/dashes", test_dashes);
  g_test_add_func ("/snippets/xymatrix-corners", test_xymatrix_corners);
  g_test_add_func ("/snippets/document-commands", test_document_commands);
  g_test_add_func ("/snippets/alias-of-figure", test_alias_of_figure);
  g_test_add_func ("/snippets/fresh", test_fresh);
  g_test_add_func ("/snippets/around", test_around);
  g_test_add_func ("/snippets/long-row", test_long_row);
  g_test_add_func ("/snippets/ampersand", test_ampersand);
  g_test_add_func ("/snippets/arrow-macros", test_arrow_macros);
  g_test_add_func ("/snippets/defined-arrows", test_defined_arrows);
  g_test_add_func ("/snippets/figures-of-figures", test_figures_of_figures);
  g_test_add_func ("/snippets/endless-figures", test_endless_figures);
  g_test_add_func ("/snippets/reported", test_reported);
  g_test_add_func ("/snippets/other-packages", test_other_packages);
  return g_test_run ();
}
