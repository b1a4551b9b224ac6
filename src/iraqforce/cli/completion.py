"""`iraqforce completion`: the script for shell completion of commands, options and IDs."""

import click
from click.shell_completion import get_completion_class

from iraqforce.cli.options import choice
from iraqforce.cli.streams import show_text


@click.command("completion")
@click.argument("shell", metavar="SHELL", type=choice(("bash", "zsh", "fish")))
@click.pass_context
def command(ctx: click.Context, *, shell: str) -> None:
    """Print a shell completion script.

    SHELL is bash, zsh or fish. IDs of facts, sources, forces, places and definitions are completed from the
    base given by --base, or from the default base.

    \b
    Examples:
      eval "$(iraqforce completion bash)"     in ~/.bashrc
      eval "$(iraqforce completion zsh)"      in ~/.zshrc
      iraqforce completion fish | source      in ~/.config/fish/config.fish
    """
    completion = get_completion_class(shell)
    if completion is None:
        raise click.UsageError(f"click has no completion for {shell}.", ctx)
    script = completion(ctx.find_root().command, {}, "iraqforce", "_IRAQFORCE_COMPLETE").source()
    show_text([script])
