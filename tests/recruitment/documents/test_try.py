import pytest

pytestmark = pytest.mark.django_db
from casework.documents.blocks import text_of


def test_x(papers):
    import pathlib

    out = pathlib.Path("/tmp/out")
    out.mkdir(exist_ok=True)
    from casework.documents.word import render

    for k, r in papers.items():
        (out / f"{k}.txt").write_text("\n\n".join("\n".join(b.plain()) for b in r.paper.blocks))
        (out / f"{k}.docx").write_bytes(render(r.paper))
