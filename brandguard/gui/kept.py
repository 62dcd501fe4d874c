"""What of a window's state survives when its widgets are made anew, in another language."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.gui.mainwindow import MainWindow


@contextmanager
def kept(window: MainWindow) -> Iterator[None]:
    """Note view, filters, panes and zoom; bring them back and have every widget fill itself."""
    shown, view = window.views.shown.name, window.creatives.shown.view
    panes, zoom = window.panes.saveState(), window.preview.canvas.zoom
    profile = window.profile_view.standing
    settings, bare = window.settings_page.isVisible(), window.bare.isChecked()
    yield
    window.panes.restoreState(panes)
    window.creatives.show_view(view)
    window.creatives.shown.arrange()
    session = window.session
    for signal in (session.profile_changed, session.phase_changed, session.current_changed,
                   session.finding_changed, session.counts_changed, session.progress_changed,
                   session.campaigns_changed):  # fmt: skip
        signal.emit()
    window.profile_view.go_on(profile)
    window.views.show_view(shown)
    window.bare.setChecked(bare)
    if zoom is not None:
        window.preview.canvas.zoom_to(zoom)
    if settings:
        window.show_settings()
