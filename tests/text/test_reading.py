"""A file becomes a Document: formats told by their bytes, bad files refused with a sentence."""

import hanse


def test_a_plain_text_is_read_with_numbers_and_chapeaux():
    document = hanse.read(b"1. States shall:\n\n(a) listen to cities;\n\n(b) report.\n\n2. They meet.", name="x.txt")
    assert [passage.number for passage in document.passages] == ["1", "1(a)", "1(b)", "2"]
    assert [passage.chapeau for passage in document.passages] == [None, "p1", "p1", None]
