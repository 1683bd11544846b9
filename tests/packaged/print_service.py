"""A print service of the tests' own: a real cupsd, one queue that prints to PDF files, and no way in but a socket."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.packaged.program import SECONDS, waited_for

QUEUE = "Paper"
_FORM = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
_BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
_RULES = """Listen {folder}/socket
Browsing Off
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_FILES = """ServerRoot /etc/cups
AccessLog {folder}/access
ErrorLog {folder}/errors
PageLog {folder}/pages
CacheDir {folder}/cache
RequestRoot {folder}/spool
StateDir {folder}/state
TempDir {folder}/spool
SystemGroup root
"""
_PDF = """Out {folder}/printed
AnonDirName {folder}/printed
Spool {folder}/spool
Log {folder}
"""


@dataclass(frozen=True, slots=True)
class PrintService:
    """Where to reach the service, and where its printer puts what was printed."""

    folder: Path

    @property
    def socket(self) -> str:
        """What a program finds in CUPS_SERVER."""
        return str(self.folder / "socket")

    def printed(self) -> Path:
        """Wait until there is nothing more to print, and return the sheet."""
        waited_for(lambda: [*self._sheets()] and not self._jobs())
        (sheet,) = self._sheets()
        return sheet

    def _sheets(self) -> Iterator[Path]:
        return (self.folder / "printed").glob("*.pdf")

    def _jobs(self) -> str:
        return _output("lpstat", "-h", self.socket, "-o")


def why_not() -> str:
    """Return why there can be no print service here; empty where there can."""
    missing = [name for name in ("cupsd", "lpadmin") if shutil.which(name) is None]
    if missing or not _BACKEND.exists():
        return "not installed here: cups, printer-driver-cups-pdf"
    own_mounts = subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False)  # noqa: S607  (the system's own)
    return (
        "a print service of its own needs root, and mounts of its own, which a chroot may not have"
        if own_mounts.returncode
        else ""
    )


@contextmanager
def print_service() -> Iterator[PrintService]:
    """Start cupsd, which sees a folder of the tests in the place of /etc/cups, and stop it in the end."""
    with tempfile.TemporaryDirectory(prefix="print-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # the service works as another user
        _furnish(folder)
        enter = f"mount --bind '{folder}/etc' /etc/cups && exec cupsd -f"
        with subprocess.Popen(["unshare", "--mount", "sh", "-c", enter]) as server:  # noqa: S607  (the system's own)
            service = PrintService(folder)
            try:
                waited_for((folder / "socket").exists)
                _output("lpadmin", "-h", service.socket, "-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", str(_FORM))
                yield service
            finally:
                server.terminate()
                server.wait(SECONDS)


def _furnish(folder: Path) -> None:
    for name in ("etc", "cache", "spool", "state", "printed"):
        (folder / name).mkdir()
    for name, text in (("cupsd.conf", _RULES), ("cups-files.conf", _FILES), ("cups-pdf.conf", _PDF)):
        (folder / "etc" / name).write_text(text.format(folder=folder), encoding="utf-8")


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=SECONDS).stdout
