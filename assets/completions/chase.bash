# Completion of chase(1) for bash.

_chase ()
{
  local cur prev command= i
  local commands='check prove faces homs export convert op layout verify format new watch help'
  local common='--help --json --quiet --colour --jobs'
  local questions='--timeout --memory' search='--rules --rows'
  local writing='--standalone --display --equation --cramped --quiver-sty --overlays --fresh'
  local reading='--drawing-only'
  local formats='chase tex json url gv typ v lean svg png pdf'
  local options=

  cur=${COMP_WORDS[COMP_CWORD]}
  prev=${COMP_WORDS[COMP_CWORD-1]}
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      -*) ;;
      *) command=${COMP_WORDS[i]}; break ;;
    esac
  done

  if [ -z "$command" ]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands --help --version" -- "$cur")
    return
  fi

  case $prev in
    --colour) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$cur"); return ;;
    --theme) mapfile -t COMPREPLY < <(compgen -W 'light dark contrast' -- "$cur"); return ;;
    --background) mapfile -t COMPREPLY < <(compgen -W 'none white' -- "$cur"); return ;;
    --engine | -e) mapfile -t COMPREPLY < <(compgen -W 'auto dot neato circo' -- "$cur"); return ;;
    --from | --to)
      [ "$command" != export ] || formats="$formats html"
      mapfile -t COMPREPLY < <(compgen -W "$formats" -- "$cur")
      return ;;
    --timeout | --memory | --rules | --rows | --jobs | --scale | --dpi | --margin | --diagram | --math-font) return ;;
    --view)
      mapfile -t COMPREPLY < <(compgen -W 'image naturality opposite category all sets elements yoneda cone cocone proof' -- "$cur")
      return ;;
  esac

  case $command in
    check) options="--explain --all-pairs --consequences $reading $questions $search" ;;
    prove) options="--explain --all-pairs $reading $questions $search" ;;
    homs) options="$questions" ;;
    faces) options="--strictly --explain $reading $questions $search" ;;
    export)
      options="--output --to --diagram --view --scale --dpi --background --theme --macros --math-font --margin
        --steps --animate --thumbnail --verdicts $writing $reading $questions" ;;
    convert) options="--from --to --macros $writing $reading $questions" ;;
    op) options='--from --output' ;;
    layout) options="--output --diagram --engine --afresh $reading" ;;
    verify) options="$reading" ;;
    watch) options="--once --macros $writing $reading $questions" ;;
    format) options='--output --in-place --check --unicode' ;;
    new) options='--output --list' ;;
    help) mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$cur"); return ;;
  esac

  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options $common" -- "$cur")
  elif [ "$command" = new ] && [[ $prev != -o && $prev != --output ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(chase new --list 2>/dev/null | cut -d' ' -f1)" -- "$cur")
  else
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  fi
}

complete -F _chase chase
