"""The error tree: every error that framing raises on purpose.

FramingError
├── InputError      a file, folder or table that cannot be read as articles
├── LexiconError    a lexicon pack that does not hold to its format (file, line and column named)
├── OutputError     a result that cannot be written where it was asked for
├── EngineError     an engine for many processes that is not installed, or whose workers keep dying
└── OptionError     an argument or a configuration value outside its choices

Each message names the value, the choices and the next step. Whatever else is raised is a bug.
"""


class FramingError(Exception):
    """Base of all errors that a user can mend; the shell exits with status 2 on it."""


class InputError(FramingError):
    """Nothing readable was found where articles were expected."""


class LexiconError(FramingError):
    """A lexicon pack breaks its format."""


class OutputError(FramingError):
    """A result could not be written."""


class EngineError(FramingError):
    """Work in other processes could not be done."""


class OptionError(FramingError):
    """An option has a value that is not among its choices."""


class FramingWarning(UserWarning):
    """Said once per call, with a count, when something was left out or is thin."""
