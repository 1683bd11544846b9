"""A window that tests share, of somebody who keeps with a passphrase: open and as it was before each of them."""

from evolve_desktop.checkin.check_in import Reply
from tests.gui.app_runs import AppRuns
from tests.gui.person import Answers
from tests.gui.vault_steps import PASSPHRASE, create_vault
from tools.window_tour import Tour


class PassphraseWindow:
    """A window in which one line is answered and kept; `runs` is what it was opened with."""

    def __init__(self, runs: AppRuns) -> None:
        self.runs = runs
        self.person = runs.open()
        self.person.click("start")
        runs.now.session.reply("C03", Reply.NOT_YET)
        create_vault(self.person, runs.qtbot, PASSPHRASE)
        self._size, self._first = runs.now.window.size(), runs.now.session.whole
        self._tour = Tour(runs.app, runs.now)

    def clear(self) -> None:
        """Come back from the privacy screen, open what is locked, take back what was written; show the check-in."""
        desktop, person = self.runs.now, self.person
        vars(self.runs.answers).update(vars(Answers()))
        if person.sees("privacy-screen"):
            person.come_back()
        if person.sees("unlock-secret"):
            person.type("unlock-secret", PASSPHRASE)
            person.click("unlock-open")
            self._tour.wait(lambda: not person.sees("unlock-secret"))
        desktop.session.close(self._first)
        for other in {check_in.id for check_in in desktop.autosave.check_ins} - {self._first.id}:
            desktop.autosave.delete(other)
        desktop.window.resize(self._size)
        desktop.window.activateWindow()  # another one may have been open meanwhile
        self._tour.show("check-in")
        self._tour.wait(lambda: str(person.find("keeping-state").property("text")).startswith("Kept "))
        assert desktop.autosave.check_ins == (self._first,)
