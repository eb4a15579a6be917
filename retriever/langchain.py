"""The library as a LangChain retriever, for whoever builds a chain of their own on it."""

from __future__ import annotations

from dataclasses import asdict

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from core.people.person import Person
from retriever.assistant import Assistant


class LibraryRetriever(BaseRetriever):
    """Gives the assistant's hits as documents, best first; all of a hit but its text is metadata. They are
    those that `person` may read, without one the open documents."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    assistant: Assistant
    limit: int = 5
    person: Person | None = None

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        _, _, hits = self.assistant.find(query, limit=self.limit, person=self.person)
        facts = [asdict(hit) for hit in hits]
        return [Document(page_content=fact.pop("text"), metadata=fact) for fact in facts]
