"""Write the reference pages, and the outputs that pages show, anew.

Run ``python -m tests.docs.refresh`` after changing a docstring, a command or what it prints.
"""

from __future__ import annotations

from tests.docs.pages import PAGES, ROOT, refresh_page
from tests.docs.reference import REFERENCE, commands_page, library_page


def main() -> None:
    written = {REFERENCE / "library.md": library_page(), REFERENCE / "commands.md": commands_page()}
    for path in PAGES:
        if path not in written:
            written[path] = refresh_page(path.read_text(encoding="utf-8"))
    for path, text in written.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"rewrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
