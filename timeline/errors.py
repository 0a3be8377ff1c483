"""The errors a user may meet: each message says what was wrong and what to do about it."""


class TimelineError(Exception):
    """Base of every error this program raises on purpose; its text is fit to be shown as it is."""


class ArticleError(TimelineError):
    """A source that could not be read as an article (empty, binary, too large, unreachable …)."""


class MissingPublicationDate(ArticleError):
    """No publication date was found; relative dates would have to be made up, so we ask for one."""


class StoreError(TimelineError):
    """The store could not be opened, or does not hold what was asked of it."""


class ImportRowError(TimelineError):
    """A row of an imported table that cannot be understood; the message names row and column."""


class UsageError(TimelineError):
    """An option or argument with a value that makes no sense; exit status 2 on the command line."""
