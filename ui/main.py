"""Every visit runs through here: who is it, what may they see, the frame, the page."""

from __future__ import annotations

import streamlit as st

from ui.frame import show_frame
from ui.language import language, texts
from ui.look import ICON, LOGO, apply_look
from ui.navigation import BY_ADDRESS, ENTRIES
from ui.sign_in.return_from_service import go_on_after_service
from ui.visitor import forget_others, refuse, visitor

st.set_page_config(page_title="Lotse", page_icon=str(ICON), layout="centered")
apply_look(language())
person = visitor()
forget_others(person)
if person is None:
    go_on_after_service()
st.logo(str(LOGO), size="large", icon_image=str(ICON))
pages = {
    entry: st.Page(
        entry.path,
        title=entry.title(texts()),
        icon=entry.icon,
        url_path=entry.address,
        default=not entry.address,
    )
    for entry in ENTRIES
}
page = st.navigation(list(pages.values()), position="hidden")
show_frame(person, pages, texts())
if BY_ADDRESS[page.url_path].open_to(person):
    page.run()
else:
    refuse(person)
