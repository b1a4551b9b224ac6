"""`iraqforce completion`: the script by which a shell completes commands, options and ids.

The shell calls iraqforce with `_IRAQFORCE_COMPLETE` set, and click answers, as its `shell_completion` says.
The scripts are our own: whatever goes wrong behind them, nothing is written into the line being typed.
"""

from __future__ import annotations

from typing import Final

import click

from iraqforce.cli.output import show_text

# Bash takes --format=json for three words. Versions before 4.4 know neither nosort nor compopt's default.
_BASH: Final = r"""_iraqforce_completion() {
    local IFS=$'\n' completion word
    local -a words=()
    COMPREPLY=()
    for word in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        [[ $word == '=' ]] || words+=("$word")
    done
    [[ ${COMP_WORDS[COMP_CWORD]} == '=' ]] && words+=('')
    for completion in $(env COMP_WORDS="${words[*]}" COMP_CWORD=$((${#words[@]} - 1)) \
        _IRAQFORCE_COMPLETE=bash_complete "${1/#\~/$HOME}" 2>/dev/null); do
        case $completion in
            plain,*) COMPREPLY+=("${completion#plain,}") ;;
            file,*) compopt -o default 2>/dev/null ;;
        esac
    done
    return 0
}

complete -o nosort -F _iraqforce_completion iraqforce 2>/dev/null ||
    complete -F _iraqforce_completion iraqforce
"""

_ZSH: Final = r"""#compdef iraqforce

_iraqforce_completion() {
    local type key description
    local -a response described plain

    response=("${(@f)$(env COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT-1)) \
        _IRAQFORCE_COMPLETE=zsh_complete ${~words[1]} 2>/dev/null)}")
    [[ $PREFIX == --*=* ]] && compset -P 1 '*='

    for type key description in ${response}; do
        if [[ $type == file ]]; then
            _path_files -f
        elif [[ $description == _ ]]; then
            plain+=("$key")
        else
            described+=("$key:$description")
        fi
    done
    (( ${#described} )) && _describe -V unsorted described -U
    (( ${#plain} )) && compadd -U -V unsorted -a plain
    return 0
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _iraqforce_completion "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _iraqforce_completion iraqforce
fi
"""

_FISH: Final = r"""function _iraqforce_completion
    set -l command (string replace -r '^~' $HOME -- (commandline -opc)[1])
    set -l option (string match -r '^--[^=]+=' -- (commandline -t))
    for completion in (env _IRAQFORCE_COMPLETE=fish_complete COMP_WORDS=(commandline -cp | string collect) \
        COMP_CWORD=(commandline -t) $command 2>/dev/null)
        set -l parts (string split -m 1 ',' -- $completion)
        switch $parts[1]
            case file
                __fish_complete_path $parts[2]
            case plain
                echo "$option$parts[2]"
        end
    end
end

complete --no-files --command iraqforce --arguments '(_iraqforce_completion)'
"""

SCRIPTS: Final = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}
"""Each shell with its script."""


@click.command("completion")
@click.argument("shell", metavar="SHELL", type=click.Choice(list(SCRIPTS)))
def command(*, shell: str) -> None:
    """Print what makes a shell complete commands and ids.

    SHELL is bash, zsh or fish. Ids of facts, sources, forces, places and definitions come from the base
    that the line names with --facts or --base, or from the default, once it has been asked anything.

    \b
    Examples:
      eval "$(iraqforce completion bash)"     in ~/.bashrc
      eval "$(iraqforce completion zsh)"      in ~/.zshrc
      iraqforce completion fish | source      in ~/.config/fish/config.fish
    """
    show_text([SCRIPTS[shell]])
