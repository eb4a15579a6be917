"""All drawn figures by name; each draws on a surface 482 wide."""

from __future__ import annotations

from knowledge.starter.sources import (
    draw_calliope,
    draw_display,
    draw_mirroring,
    draw_platform,
    draw_printer,
    draw_privacy,
    draw_server,
    draw_tablets,
)
from knowledge.starter.sources.drawing import WIDTH, Drawing

__all__ = ["FIGURES", "WIDTH"]

FIGURES = {
    "network": Drawing(184, draw_mirroring.network),
    "ipad": Drawing(186, draw_mirroring.ipad_way),
    "cable": Drawing(118, draw_mirroring.cable_way),
    "display-parts": Drawing(192, draw_display.display_parts),
    "display-ports": Drawing(114, draw_display.display_ports),
    "display-remote": Drawing(172, draw_display.display_remote),
    "display-bar": Drawing(104, draw_display.display_bar),
    "tablet-case": Drawing(226, draw_tablets.tablet_case),
    "tablet-list": Drawing(190, draw_tablets.tablet_list),
    "tablet-charging": Drawing(158, draw_tablets.tablet_charging),
    "tablet-round": Drawing(104, draw_tablets.tablet_round),
    "printer-parts": Drawing(262, draw_printer.printer_parts),
    "printer-place": Drawing(214, draw_printer.printer_place),
    "printer-removal": Drawing(152, draw_printer.printer_removal),
    "sign-in": Drawing(236, draw_server.sign_in),
    "folder-window": Drawing(236, draw_server.folder_window),
    "file-way": Drawing(172, draw_server.file_way),
    "calliope-board": Drawing(262, draw_calliope.board),
    "calliope-connection": Drawing(178, draw_calliope.connection),
    "calliope-editor": Drawing(252, draw_calliope.editor),
    "course-page": Drawing(262, draw_platform.course_page),
    "course-roles": Drawing(200, draw_platform.roles),
    "task-way": Drawing(180, draw_platform.task_way),
    "three-cases": Drawing(214, draw_privacy.three_cases),
    "safe-places": Drawing(190, draw_privacy.safe_places),
    "consent-sheet": Drawing(214, draw_privacy.consent_sheet),
}
