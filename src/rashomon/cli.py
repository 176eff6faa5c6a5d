"""The command line: commands that read their arguments, call one function, and print."""
import typer
from pathlib import Path
from typing import Annotated
app = typer.Typer()

@app.command()
def build(sources: list[str], out: Annotated[Path, typer.Option()], workers: int | None = None, quiet: bool = False):
    from .building import build
    build(sources, out, workers=workers)

@app.command()
def export(file: Path, format: str = "json", output: Annotated[Path, typer.Option("-o")] = Path("dossier.json")):
    from .building import open
    from .export import export
    export(open(file), format, output)

def main():
    app()
