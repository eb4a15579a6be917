"""Every visit runs through here: page frame, language, navigation."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.language import language, language_switch, texts
from ui.look import ICON, LOGO, apply_look

PAGES = Path(__file__).resolve().parent.parent / "pages"

st.set_page_config(page_title="Lotse", page_icon=str(ICON), layout="centered")
apply_look(language())
st.logo(str(LOGO), size="large", icon_image=str(ICON))
pages = [st.Page(PAGES / "ask.py", title=texts().ask_page, icon=":material/explore:", default=True)]
page = st.navigation(pages, position="hidden")
with st.sidebar:
    for each in pages:  # Streamlit's own list stays away while there is a single page
        st.page_link(each)
    with st.container(key="language"):
        language_switch()
page.run()
