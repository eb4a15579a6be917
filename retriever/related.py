"""What else somebody may want to read: documents that mean something similar."""

from __future__ import annotations

import numpy as np

from retriever.index import Vectors
from retriever.snapshot import IndexedDocument
from retriever.twins import in_one_language, language_of, translation
from retriever.view import View

MOST = 4


def related(view: View, document: IndexedDocument) -> tuple[IndexedDocument, ...]:
    """Of what the view holds, the documents nearest to this one, nearest first; neither itself nor its
    translation, each in the document's language where it is there in several."""
    documents, means = _means(view)
    if document not in documents:
        return ()
    near = means @ means[documents.index(document)]
    ordered = [documents[number] for number in np.argsort(-near, kind="stable").tolist()]
    left_out = {document, translation(documents, document)}
    others = tuple(one for one in ordered if one not in left_out)
    return in_one_language(others, language_of(document))[:MOST]


def _means(view: View) -> tuple[list[IndexedDocument], Vectors]:
    """Each document with the mean of its passages' vectors, of length 1."""
    each = [view.passage(number).section.document for number in range(len(view))]
    documents = list(dict.fromkeys(each))
    if not documents:
        return [], np.zeros((0, 0), dtype=np.float32)
    place = {document: number for number, document in enumerate(documents)}
    vectors = view.vectors(list(range(len(view))))
    sums = np.zeros((len(documents), vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, [place[document] for document in each], vectors)
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    return documents, sums / np.maximum(lengths, 1e-9)
