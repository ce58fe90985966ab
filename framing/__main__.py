"""``python -m framing``: the shell commands."""

from framing.cli import main

if __name__ == "__main__":
    main()
