"""A name, a text without it, and whether the name is found in a file."""

from casework.reading import text_of, words_found

NAME = "Ann Made-Up"
PLAIN = "I apply for the post.\nMy school has 210 pupils."
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
    ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description>'
    f"<dc:creator><rdf:Seq><rdf:li>{NAME}</rdf:li></rdf:Seq></dc:creator>"
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def in_body(media_type: str, data: bytes) -> bool:
    """Whether the name is found in the body of a file."""
    return words_found(text_of(media_type, data).body, [NAME]) == [NAME]


def in_properties(media_type: str, data: bytes) -> bool:
    """Whether the name is found in the properties of a file."""
    return words_found(text_of(media_type, data).properties, [NAME]) == [NAME]
