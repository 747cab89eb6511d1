import pytest

from crossread.errors import ReadError
from crossread.read.language import check_english

ENGLISH = "The council voted on Tuesday to close the old bridge, which had been open to lorries since the spring."
OTHERS = {
    "Spanish": "El ayuntamiento votó el martes a favor de cerrar el viejo puente, abierto desde la primavera.",
    "German": "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke zu schließen, die seit Mai offen war.",
    "French": "Le conseil municipal a décidé mardi de fermer le vieux pont, qui était ouvert depuis le printemps.",
    "Dutch": "De gemeenteraad besloot dinsdag om de oude brug te sluiten, die sinds het voorjaar open was.",
    "Russian": "Городской совет решил во вторник закрыть старый мост, открытый для грузовиков с весны.",
    "Chinese": "市议会星期二投票决定关闭自春天以来一直开放的旧桥。",
}


@pytest.mark.parametrize(
    "text", [ENGLISH, ENGLISH.upper(), "Bridge shut: 12 hurt", "MADRID – Juan Núñez, Ana López", "123"]
)
def test_english_and_what_is_too_short_to_tell_passes(text: str) -> None:
    check_english(text, None)


def test_names_and_quotations_in_other_languages_do_not_make_a_text_foreign() -> None:
    check_english(f"{ENGLISH} “No pasarán,” a banner read. {ENGLISH}", None)


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_named(language: str) -> None:
    with pytest.raises(ReadError, match=f"it seems to be in {language}; crossread reads English"):
        check_english(OTHERS[language], None)


@pytest.mark.parametrize("told", ["en", "en-GB", "EN_us", "English", "eng"])
def test_what_the_user_says_is_believed(told: str) -> None:
    check_english(OTHERS["Spanish"], told)


@pytest.mark.parametrize(("told", "name"), [("es", "Spanish"), ("de-AT", "German"), ("qq", "the language 'qq'")])
def test_another_language_given_is_left_out(told: str, name: str) -> None:
    with pytest.raises(ReadError, match=f"its language is given as {name}"):
        check_english(ENGLISH, told)
