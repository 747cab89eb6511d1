import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crossread.errors import ReadError
from crossread.read.text import decode, normalised

ENGLISH = "The mayor said the café would close – “for good,” she added – at a cost of £3.\nNobody asked why.\n"
# What a file of text holds: any character but controls, which make data binary.
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\r\t"), max_size=300)


def lf(text: str) -> str:
    return text.replace("\r\n", "\n")


@settings(max_examples=150)
@given(TEXTS)
@example("\r\n\r\r\n\n")
@example("a\u2028b\u0085c\x1fd")
@example("\u202eright to left\u202c and \u2066isolated\u2069")
def test_any_text_written_as_utf8_is_read_to_the_letter(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == lf(text)
    if not text.startswith("\ufeff"):
        assert decode(text.encode()) == lf(text)


@settings(max_examples=150)
@given(TEXTS, st.sampled_from(["utf-16", "utf-32", "utf-8-sig"]))
def test_any_text_with_a_byte_order_mark_is_read_to_the_letter(text: str, encoding: str) -> None:
    if text:
        assert decode(text.encode(encoding)) == lf(text)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "cp1252", "utf-8", "mac-roman"])
def test_english_is_read_in_the_encodings_that_newsrooms_use(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


def test_latin_1_is_read() -> None:
    text = "Señor Núñez, the minister, flew to Málaga.\r\nHe paid £40."
    assert decode(text.encode("latin-1")) == lf(text)


def test_a_lone_carriage_return_stays_so_that_offsets_into_the_file_hold() -> None:
    assert decode(b"one\rtwo\r\nthree\n") == "one\rtwo\nthree\n"


def test_a_stray_null_stays_to_the_letter() -> None:
    assert decode(b"The minister resigned on Friday.\x00 Nobody knew why.") == (
        "The minister resigned on Friday.\0 Nobody knew why."
    )


@pytest.mark.parametrize("data", [bytes(range(256)), b"\x00\x01\x02\x03" * 50, b"PAR1\x15\x04\x15\x10\x00\x00\x02\x03"])
def test_data_that_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="binary data"):
        decode(data)


def test_damaged_utf8_keeps_what_is_whole() -> None:
    data = "Café, café, café.".encode() + b"\xff" + b" End."
    assert decode(data) == "Café, café, café.\ufffd End."


def test_surrogates_written_as_utf8_are_joined_or_replaced() -> None:
    pair = "\ud83d\ude00".encode("utf-8", "surrogatepass")
    lone = "\ud83d".encode("utf-8", "surrogatepass")
    assert decode(b"Smile " + pair) == "Smile \U0001f600"
    assert decode(b"Half " + lone + b" a smile") == "Half \ufffd a smile"


@given(st.text(st.characters(), max_size=50))
def test_a_normalised_text_can_always_be_written(text: str) -> None:
    assert normalised(text).encode("utf-8").decode() == normalised(text)


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_our_own_error(data: bytes) -> None:
    try:
        text = decode(data)
    except ReadError:
        return
    assert isinstance(text, str)
