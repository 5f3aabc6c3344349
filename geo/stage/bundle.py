"""The player's modules as one file: a browser asks once instead of fifty times.

No build step: it is made when it is first asked for. Each module becomes a function that runs when it is
first needed, so that what a page does not use costs only its text. The modules keep to one form, and another
is refused: imports by name, each on a line of its own, and exports where they are declared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{ ([^}]+) \} from "\./([\w-]+\.js)";$', re.MULTILINE)
_IMPORT_LATER = re.compile(r'\bimport\("\./([\w-]+\.js)"\)')
_EXPORT = re.compile(r"^export ((?:async )?function|const|class) (\w+)", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b|\bimport\(\"\./", re.MULTILINE)

_FRAME = """// The modules of the player in one file: the sources lie in geo/stage/player.
const parts = {{
{parts}
}};
const made = new Map();
/** A module by its file's name; it runs when it is first asked for. */
export function part(name) {{
  if (!made.has(name)) made.set(name, parts[name]());
  return made.get(name);
}}
part("{entry}");
"""


def bundle(sources: Mapping[str, str], *, entry: str) -> str:
    """One module with all of them: it runs ``entry`` and exports ``part(name)``, which gives any other.

    Args:
        sources: The text of each module by the name of its file.
        entry: The module that runs at once.

    Raises:
        ValueError: A module imports or exports in a way that is not foreseen.
    """
    parts = [f'"{name}": () => {{\n{_as_function(name, text)}\n}},' for name, text in sources.items()]
    return _FRAME.format(parts="\n".join(parts), entry=entry)


def _as_function(name: str, text: str) -> str:
    """The body of a function that returns what the module exports."""
    exported = [each[1] for each in _EXPORT.findall(text)]
    body = _IMPORT.sub(_taken, text)
    body = _IMPORT_LATER.sub(r'Promise.resolve().then(() => part("\1"))', body)
    body = _EXPORT.sub(r"\1 \2", body)
    if _LEFT_OVER.search(body):
        msg = f"{name} imports or exports in a form that the bundle does not know."
        raise ValueError(msg)
    return f"{body}\nreturn {{ {', '.join(exported)} }};"


def _taken(found: re.Match[str]) -> str:
    names = found[1].replace(" as ", ": ")
    return f'const {{ {names} }} = part("{found[2]}");'
