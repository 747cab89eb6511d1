"""Who speaks, by the rules of order and reference: one made-up text for each."""

import pytest
from tests.extract.made_up_coding import speakers

from crossread.annotate import RuleAnnotator
from crossread.extract.binding import named_beside
from crossread.extract.bodies import body_of
from crossread.extract.cast import Cast
from crossread.extract.control import controller
from crossread.extract.reading import Reading
from crossread.records import Document

TEXTS = [
    (
        "a pronoun is whom the main clause is about, not whom a relative clause tells of",
        "In a talk with Dan Reed that aired on Monday, Carl Moore spoke of his plans.\n\n"
        "When he first told of the dam in May, he said, “We will build a big dam.”",
        "Carl Moore",
    ),
    (
        "a pronoun is nobody whom its own clause names",
        "Dan Reed asked Carl Moore how high the dam would be.\n\n“It could be thirty feet,” he told Reed, to cheers.",
        "Carl Moore",
    ),
    (
        "who told something without marks goes on",
        "“They will sow the seeds for all of us,” Dan Reed said of the plan.\n\n"
        "Lee Zell, a critic, said the plan would help both sides.\n\n“It is not do or die,” he said outside.",
        "Lee Zell",
    ),
    (
        "an office without an article describes the name before it",
        "Ann Toll, president and head of Arland Harbour Association stated, “It is a math problem for us.”",
        "Ann Toll",
    ),
    (
        "two offices joined are one person's",
        "Sen. Mark Rub answered first on Monday.\n\n"
        "“I have warned you of this,” the Arland senator and presidential candidate said.",
        "Mark Rub",
    ),
    (
        "a message to somebody is not theirs",
        "Senate Leader Bob Cole had a blunt message for Moore: “It is time to quit all of this.”",
        "Bob Cole",
    ),
    (
        "who writes to others says it",
        "The mayor was ready. Ann Lee emailed supporters saying: “The struggle goes on for us.”",
        "Ann Lee",
    ),
    (
        "who is quoted speaks, not who quotes",
        "“The cars just came out of the dark,” the Arland Daily News quoted neighbour Devon Brown as saying.",
        "Devon Brown",
    ),
    (
        "who is blamed for saying it says it",
        "Hilda Reed slammed Barry Moore as proud for suggesting that farmers “cling to all of the old ways.”",
        "Barry Moore",
    ),
    (
        "a relative clause that is over leads nothing in",
        "A voter who supports Moore, Dan Gold lost his job when “a foreign firm came to the town at last.”",
        "Dan Gold",
    ),
    (
        "the strategy she pushed tells nothing",
        "Candidate Hilda Reed boasted on Monday that the plan she pushed in Elmland “did not lose a single person.”",
        "Hilda Reed",
    ),
    (
        "dashes part no subject from its verb",
        "On Friday, Carl Moore — who wants the post — told Bill Ray of the Post that “you have to look at it.”",
        "Carl Moore",
    ),
    (
        "a dateline is no subject",
        "ELM HARBOUR - Candidate Carl Moore on Saturday tweeted a picture with “the worst mayor we have ever had.”",
        "Carl Moore",
    ),
    (
        "a line of their own signs it",
        "“The idea that I would do it is just not right.”\n\n- Ann Lee.\n\nShe is right. But John Reed is not.",
        "Ann Lee",
    ),
    (
        "a clause with while has its own subject",
        "Bob Jind on Monday signed an order to stop it, while Mike Huck, the former mayor, proposed we “wake up now.”",
        "Mike Huck",
    ),
    (
        "retired is no verb",
        "Reed spoke.\n\n“I fully disagree with him,” said retired Army Lt. Gen. Mick Bedder, who served there.",
        "Mick Bedder",
    ),
    (
        "the owner of a remark made it",
        "Ann Reed stirred things up over her remark that “there is a special place in hell for them.”",
        "Ann Reed",
    ),
    (
        "to somebody, it is so",
        "The bill passed. To Rep. Zoe Lane, D-Elm., the bill “grabs power away from the few.”",
        "Zoe Lane",
    ),
    (
        "the former governor is whom the article is about",
        "Bush went after Moore at the debate. “He is a chaos candidate,” the former Arland governor said.",
        "Bush",
    ),
    (
        "a department's name ends before its head's title",
        "“The people deserve the truth at last,” tweeted former Housing and Urban Development Secretary Julio Caro.",
        "Julio Caro",
    ),
    (
        "what plays something down tells nothing",
        "A government official played the unrest down saying that “for years there have been strikes here.”",
        "A government official",
    ),
    (
        "the former mayor is not who is mayor now",
        "Mayor Carl Moore won the debate. Bill Reed spoke on Monday. “They run against me,” the former mayor said.",
        "Bill Reed",
    ),
    (
        "the former mayor is who has the title",
        "Former Mayor Bill Reed spoke. Carl Moore listened. Moore wept. “They run against me,” the former mayor said.",
        "Bill Reed",
    ),
    (
        "two titles joined are one person's",
        "“That is what he did in May,” said former Arland Gov. and Harbour Party Chairman Ed Reed.",
        "Ed Reed",
    ),
    (
        "a calling with a field is still whom it is about",
        "Donald Reed spoke. Carl Moore listened. “It was a great show,” the billionaire business mogul said.",
        "Carl Moore",
    ),
    (
        "the main clause says whom it is about, not the one in front",
        "When Moore tried to defend the plan, Kay Reed differed. “I think they did it,” she said.\n\n"
        "When Dan Moore tried to defend the plan again, Bob Reed differed.\n\n“I think they did it,” he said.",
        "Bob Reed",
    ),
    (
        "the form of a name that an article uses most is shown",
        "Chuck Reed spoke. Charles Reed is old. Chuck Reed is here. “You just cannot equate the two,” Reed said.",
        "Chuck Reed",
    ),
    (
        "a surname is who was called by it before another of the name came in",
        "Carl Moore won. Mr. Moore wept. His uncle Paul Moore was there. “I will be back,” Mr. Moore said.",
        "Carl Moore",
    ),
    (
        "a surname is who was named last of those not called by it so far",
        "Carl Moore wrote a report. Paul Moore of the union read it. “It is all wrong,” Mr. Moore said.",
        "Paul Moore",
    ),
    (
        "who is named before the colon of a headline says what it quotes",
        "Reed: Moore Has ‘A Long Way To Go’ On Schools.\n\nSen. Ann Reed spoke of the plans of Carl Moore on Monday.",
        "Ann Reed",
    ),
    (
        "who says it at the sentence's end says all of it",
        "Moore won. “He can say so, but it is unlikely” that Moore can catch Reed, said Paul Zell, a pollster.",
        "Paul Zell",
    ),
    (
        "at the sentence's end, with the verb behind",
        "Mayor Moore thinks Reed “will do the right thing” if it is true, the Harbour Council said on Monday.",
        "Harbour Council",
    ),
    (
        "who says it before outdoes who says it at the end",
        "Ann Reed said Moore is “not up to this task at all” and never was, Paul Zell said.",
        "Ann Reed",
    ),
    (
        "a description in passing is whom the article speaks of",
        "Ann Reed wrote of it on Monday. “A lot of his words sound the same to us,” the Harbour News employee said.",
        "Ann Reed",
    ),
    (
        "a description in passing is nobody who has another office",
        "Mayor Ann Reed wrote of it. “A lot of his words sound the same to us,” the Harbour News employee said.",
        "Harbour News employee",
    ),
    (
        "a front-runner is one word's worth",
        "Ann Reed rose in the polls. “I did not see it coming at all,” the Green Party front-runner told the Post.",
        "Ann Reed",
    ),
    (
        "a shorter description is whoever the longer one was",
        "Justice Ann Reed said a lot about it. The Supreme Court justice regretted it. “It was ill-advised of me,” "
        "the justice said.",
        "Ann Reed",
    ),
    (
        "who is named behind the comma says it, whatever stands before",
        "Dan Moore plans to help them by an environment of “entrepreneurial risk-taking,” Ann Reed said on Monday.",
        "Ann Reed",
    ),
    (
        "as somebody did is theirs",
        "Its hosts do not hesitate to report that “the science is still in question,” as Ann Reed recently did.",
        "Ann Reed",
    ),
    (
        "several who are named right behind what they are speak together",
        "Two military analysts, Ann Lee and Bob Reed, found in May that it is “the best in the whole world.”",
        "Ann Lee and Bob Reed",
    ),
    (
        "a shorter description of several is those who were named",
        "Three state senators — Ann Lee, Bob Reed and Carl Moore — had helped. “We meant to shield all of them,” the "
        "senators said.",
        "Ann Lee, Bob Reed and Carl Moore",
    ),
    (
        "afterward is no noun",
        "Moore won. Reed afterward struck a soft tone, saying he plans to “work with him to win it all.”",
        "Reed",
    ),
    (
        "a campaign is not whose it is",
        "Dan Moore lost. Moore’s campaign told several outlets: “Carl Reed needs to answer these serious charges.”",
        "Dan Moore's campaign",
    ),
    (
        "words with capitals or small ones are no title before who said them",
        "Carl Moore was there. Ann Reed wept. “Oh, my God,” a young woman cried at the sight of them.",
        "a young woman",
    ),
    (
        "a pronoun takes up somebody without a name",
        "“It was dark,” Carl Moore said.\n\nA local witness said he stood far away as the bridge “broke in two.” He "
        "said "
        "it was loud.\n\n“It looked like nothing at first,” he told the Post.",
        "A local witness",
    ),
    (
        "a pronoun does not take up a description of who is named beside it",
        "“It was dark,” Carl Moore said.\n\nA worker named Tom Reed likes it here. “It is a good place,” he said.",
        "Tom Reed",
    ),
    (
        "who only asks is not taken up",
        "Tom Reed came. “Should there be a list?” a clerk could be heard asking Reed. “There should be two,” he said.",
        "Tom Reed",
    ),
    (
        "a caption between is no prose",
        "Carl Moore spoke on Monday. Tom Reed said it was late.\n\nDan Hill watches the bridge in Marnow Getty "
        "Images\n\n"
        "“We shall see what comes of it,” he said on Friday.",
        "Tom Reed",
    ),
    (
        "a heading that ends in marks is none either",
        "Ann Lee was angry. She told the pilot that she planned to write.\n\nMara Voss tweets that they need 'more "
        "care'\n\n"
        "“I did not say a thing,” she said.",
        "Ann Lee",
    ),
    (
        "the couple are the two who were named together",
        "Carl Moore and mayor Ann Reed split in May. “We tried for a long time,” the couple said in a statement.",
        "Carl Moore and mayor Ann Reed",
    ),
    (
        "several by what they are were named together, too",
        "Carl Moore, Tom Hill and Ann Reed left. “It is with a heavy heart,” the senators said on Monday.",
        "Carl Moore, Tom Hill and Ann Reed",
    ),
    (
        "a couple are no three",
        "Carl Moore, Tom Hill and Ann Reed left. “It is with a heavy heart,” the couple said on Monday.",
        "couple",
    ),
    (
        "who is quoted by others as saying so speaks, with as or without",
        "Deputy minister Tom Reed was quoted by the Marnow Post news agency saying: “We see how this goes on.”",
        "Tom Reed",
    ),
    (
        "who is cited speaks",
        "“It was carried out by one of us alone,” the Marnow Post cited Tom Reed.",
        "Tom Reed",
    ),
    (
        "an envoy to somewhere goes on to the name",
        "The country's ambassador to the union in Marnow, Tom Reed, said: “Now that it is out, we act.”",
        "Tom Reed",
    ),
    (
        "a son with a name of his own is no woman for his daughter's name",
        "Vice President Carl Moore met them.\n\nLawan Zanna, the father of Ann Zanna, one of the girls, said on "
        "Friday that "
        "he hoped so. All parents are “very happy to hear that they are here,” he said.",
        "Lawan Zanna",
    ),
    (
        "words tied by a hyphen are one",
        "Dan Moore left. A follow-up message from the government said: “A short time ago, it passed this area.”",
        "government",
    ),
    (
        "whoever a title of several words belongs to is the subject",
        "Carl Moore told them in Marnow: “We are watching.”\n\nSecretary of State Tom Reed said, “It deepens all of "
        "it.”"
        "\n\nHe noted that Arland “is the largest of them all.”",
        "Tom Reed",
    ),
    (
        "somebody is the subject whatever is put in behind commas, and who tells that another said so is the teller",
        "“It represents them,” said Tom James.\n\nBrian Moore, the chairman of the harbour party in Arland, for "
        "example, "
        "said Trump continued to hurt him. “I don’t think it’s cut well for him,” he said on Friday.",
        "Brian Moore",
    ),
    (
        "a sentence is about whom it opens with",
        "“I have no job,” said Tina Hill.\n\nAnn Moore, 33, a supporter of Donald Reed who lives across the country in "
        "Tarsk, Colo., mumbs herself in a similar job. “I've had two grants,” she said.",
        "Ann Moore",
    ),
    (
        "who leads in words by a colon goes on",
        "“In breaking news,” Carl Moore wrote last May, “she wins,” after Tom Reed had praised her.\n\nReed fired "
        "back: "
        "“As one of them,” he wrote, “we know you are for her, too.”",
        "Tom Reed",
    ),
    (
        "words of a headline are no fuller name",
        "Reed Slams Moore\n\nTom Reed was there. “We do not have a plan for any of it,” Reed said.",
        "Tom Reed",
    ),
    (
        "a war on something is no title",
        "Governor Tom Reed claims in a new ad that the mayor is waging a “War on Religion.”",
        "Tom Reed",
    ),
    (
        "what somebody calls something is no title",
        "Senator Tom Reed, the majority leader, has branded it the “Marnow Politician Protection Act” in May.",
        "Tom Reed",
    ),
    (
        "somebody without a name keeps the gender of the first pronoun",
        "Carl Moore spoke of it. One voter asked Moore of the trains. She asked for more. He began with his own "
        "parents. "
        "“Has anyone been there?” he asked.",
        "Carl Moore",
    ),
    (
        "a description with a name behind its comma is no one else",
        "One pastor supporting Mr. Hill, Tom Reed of the Harbour Church in Marnow, said he had made calls. “Find "
        "your place and "
        "get there,” he tells them.",
        "Tom Reed",
    ),
    (
        "whoever is seen as something is not taken up for it",
        "Carl Moore praised her. But he also views her as a candidate who can be swayed. On Wednesday, he said she "
        "“is still "
        "in control of it all.”",
        "Carl Moore",
    ),
    (
        "the comment that was out of place is not its author's word on it",
        "Dan Hill wrote on Thursday that the comment by Tom Reed “was inappropriate and insensitive.”",
        "Dan Hill",
    ),
    (
        "who will continue to be something says nothing",
        "Carl Moore said he’s certain Reed will continue to be “a champion for all of them.”",
        "Carl Moore",
    ),
    (
        "as somebody put it, whatever is put in between",
        "Carl Moore urged it, saying that Dan Hill would “walk all over us,” as Ann Reed, then the minister, put it "
        "in May.",
        "Ann Reed",
    ),
    (
        "an assertion is its owner's",
        "In a talk on Tuesday, Tom Hill called Ann Reed’s assertion of a “clear claim of right over all of it” "
        "disturbing.",
        "Ann Reed",
    ),
    (
        "saying so is for who can say something",
        "Ann Reed’s comments came as Dan Hill turned down a chance to meet with them, saying such a session could "
        "“compound "
        "all of the harm.”",
        "Dan Hill",
    ),
    (
        "two words that make one noun hold no verb",
        "“It was late,” Carl Moore said. “We have many laws,” the gun control advocate Tom Reed wrote.",
        "Tom Reed",
    ),
    (
        "a body whose name tells what it is goes back farther than others",
        "Marnow Airways had to turn back. It was late. The crew was tired. Nobody slept. The night was cold. Rain "
        "fell. The "
        "Harbour Post asked. “We look into how they came on board,” the airline said.",
        "Marnow Airways",
    ),
    (
        "whom a sentence brings in at its end comes to the fore",
        "“They might have more money than us,” Manager Terry Franc said.\n\nAmong the reveling fans was Kevin Brand, a "
        "lawyer wearing a shirt of Bruce Sutter. “If you count from birth, I have been a fan for years,” he said.",
        "Kevin Brand",
    ),
    (
        "a noun that a comma set beside a name is that person",
        "Mary Reed talked of him. Carl Moore shot at them.\n\nAnother brother, Eric Moore, was shocked.\n\n"
        "“He was the least violent in the family,” the brother said.",
        "Eric Moore",
    ),
    (
        "a subject after a comma is set beside nobody",
        "Ann Thurm said she was sad and that Quentin Taran had asked her to go.\n\nIn a talk with Deadline Post, the "
        "director said: “None of us ever thought of it as a stunt.”",
        "director",
    ),
    (
        "a letter is not whose paper printed it",
        "Carl Palm told them that he would quit in an open letter published by the Herald.\n\n“Over the years, I had "
        "friends who quit,” the letter began.",
        "letter of Carl Palm",
    ),
    (
        "who said it is no one of a clause in front",
        "Megan Cole left. When asked whom she supported, Ms. Sherr smiled and said, “I am waiting for him to go.”",
        "Sherr",
    ),
    (
        "a body that told something just before is the company",
        "The LOOK Harbour Group saw it. Faiza Patel was sad. “It is not so easy for us,” she said.\n\nTwotter admitted "
        "that it was hard. “We have always sought a balance,” the company said.",
        "Twotter",
    ),
    (
        "whose administration it was is no likelier he than whom they asked",
        "Bernie Sand met them. One voter asked Sand about the Obar administration. He began with Poland.\n\n"
        "“Has anyone been there in spring?” he asked.",
        "Bernie Sand",
    ),
]


def test_a_regime_with_a_name_of_its_own_is_no_body_that_told_something_before() -> None:
    text = "The Lund Union said it was following it closely. They would act if the Arland regime used force, she said."
    cast = Cast(reading(text))
    chunk = next(chunk for chunk in cast.reading.chunks if cast.reading.lower[chunk.head] == "regime")
    assert body_of(cast, chunk, None) is None


def test_words_of_a_heading_are_whoever_says_them_below() -> None:
    text = (
        "Ann Reed met them.\n\n“Not a swap at all”\n\nThe talks went on for two weeks. Nobody slept.\n\nMinister "
        "Carl Moore "
        "denied it. “Please note that this is not a swap at all,” Moore said."
    )
    assert [name for _, name in speakers(text)] == ["Carl Moore", "Carl Moore"]


@pytest.mark.parametrize(("text", "name"), [(text, name) for _, text, name in TEXTS], ids=[what for what, *_ in TEXTS])
def test_the_last_quotation_is_theirs(text: str, name: str) -> None:
    assert speakers(text)[-1][1] == name


def test_a_verb_that_leads_on_tells_the_next_words() -> None:
    text = "Dan Moore said that they do better at “less advanced schools,” Ann Reed said: “I do not like his words.”"
    assert [name for _, name in speakers(text)] == ["Dan Moore", "Ann Reed"]


def test_a_headline_with_a_full_stop_names_nobody() -> None:
    text = (
        "Anna Lee Says No To Harbour News As Reed Turns Up The Heat.\n\nReed spoke. “I was disturbed by it,” Reed said."
    )
    assert speakers(text)[-1][1] == "Reed"


def test_an_apposition_in_commas_is_a_person_of_its_gender() -> None:
    text = "Carl Moore's wife, Melinda, will speak. She is shy. In May, she called him “kind to all of them.”"
    assert speakers(text)[-1][1] == "Melinda"


def reading(text: str) -> Reading:
    return Reading(RuleAnnotator().annotate(Document("x", text, "Gazette")))


def test_binding_ends_at_the_next_mark_and_asks_for_a_subject() -> None:
    found = reading("He told Ann Reed, and his friend Carl Moore left.")
    assert named_beside(found, 0) == {"reed"}
    assert named_beside(found, found.lower.index("his")) == frozenset()


def test_a_verb_names_who_is_to_do_it() -> None:
    found = reading("They praised Ann Reed for going.")
    praised, going = found.groups
    named = controller(found, going, praised)
    assert named is not None
    assert found.span(named.start, named.end).text == "Ann Reed"
