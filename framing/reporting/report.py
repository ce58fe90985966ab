"""The public way to a report: build it, save it as PDF, PNG or HTML."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from framing.errors import OptionError
from framing.model import Comparison, Profile, Skipped
from framing.output import write_whole
from framing.reporting import blocks
from framing.reporting.content import build_report

FORMATS = (".html", ".pdf", ".png")


@dataclass(frozen=True, slots=True)
class SavableReport:
    """A report that can be saved; `content` is what it says, before any layout. The page to explore
    (.html) is made from the results themselves: whole texts, and the lines behind each number."""

    content: blocks.Report
    comparisons: tuple[Comparison, ...] = ()
    profiles: tuple[Profile, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def save(self, path: str | Path, *, paper: str = "a4") -> list[Path]:
        """Write the report and return the files: the format goes by the ending of `path`.

        ``.pdf`` is one tagged document, ``.html`` one page without outside requests, ``.png`` a
        picture a page (``report.png``, ``report-02.png`` ...). `paper` is ``a4`` or ``us-letter``.
        """
        target = Path(path)
        ending = target.suffix.lower()
        if ending not in FORMATS:
            raise OptionError(f"cannot save a report as {target.name!r}: use {', '.join(FORMATS)}")
        if ending == ".html":
            write_whole(target, self._html())
            return [target]
        from framing.reporting.pdf import to_pages, to_pdf

        if ending == ".pdf":
            write_whole(target, to_pdf(self.content, paper=paper))
            return [target]
        files = []
        for number, page in enumerate(to_pages(self.content, paper=paper), start=1):
            name = target if number == 1 else target.with_stem(f"{target.stem}-{number:02}")
            write_whole(name, page)
            files.append(name)
        return files

    def _html(self) -> str:
        from framing.reporting.html import to_html
        from framing.reporting.page.build import build_page

        page = build_page(self.content, self.comparisons, self.profiles, skipped=self.skipped)
        return to_html(page)


def report(  # noqa: PLR0913  # what is printed on the page is said here, all by keyword
    comparisons: Sequence[Comparison],
    profiles: Sequence[Profile] = (),
    *,
    skipped: Sequence[Skipped] = (),
    title: str = "",
    made_on: str = "",
    notice: str = "",
    appendix: bool = False,
) -> SavableReport:
    """A comparison report. `made_on` is printed as given (no clock is read), `skipped` is listed,
    and `notice` stands on every page. `appendix` prints every marker, not one page of them."""
    content = build_report(
        comparisons, profiles, skipped=skipped, title=title, made_on=made_on, appendix=appendix
    )
    return SavableReport(
        replace(content, notice=notice), tuple(comparisons), tuple(profiles), tuple(skipped)
    )
